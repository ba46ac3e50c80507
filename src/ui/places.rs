//! Where on a screen one arrives: at its top, at the field that the address names, or back at the link that one left by.

use leptos::prelude::*;

use super::route::Route;
use super::state::AppState;
use crate::browser;

/// A link that was followed.
#[derive(Clone, Debug)]
pub struct Left {
    screen: Route,
    link: String,
    top: f64,
}

impl AppState {
    /// Remembers that this screen is left by the link with this id, so that coming back ends where it began.
    pub fn leave_by(self, link: &str) {
        let screen = self.route.get_untracked();
        let left = browser::top_of(link).map(|top| Left { screen, link: link.to_owned(), top });
        self.left.set_value(left);
    }

    /// The link by which `screen` was left the last time; it is forgotten then.
    fn take_left(self, screen: Route) -> Option<Left> {
        let left = self.left.get_value().filter(|left| left.screen == screen);
        if left.is_some() {
            self.left.set_value(None);
        }
        left
    }
}

/// A new screen starts at its top, with the focus on its heading, so that a screen reader reads where it is; unless
/// the address names a place on it, or one comes back.
pub fn arrive_where_it_was_meant(app: AppState) {
    browser::keep_in_sight_what_keys_lead_to();
    Effect::new(move |before: Option<Route>| {
        let screen = app.route.get();
        if before != Some(screen) {
            request_animation_frame(move || arrive(app, screen, before.is_none()));
        }
        screen
    });
}

fn arrive(app: AppState, screen: Route, is_start: bool) {
    let hash = browser::hash();
    let is_named = Route::place(&hash).is_some_and(|place| browser::go_to(&place));
    let is_back = !is_named
        && app.take_left(screen).is_some_and(|Left { link, top, .. }| browser::focus_at(&link, top));
    // The browser has put the first screen and the focus where they belong.
    if is_start || is_named || is_back {
        return;
    }
    browser::scroll_to_top();
    browser::focus("page-title");
}
