//! The bar at the top of every screen: home, data, language, theme, and whether all is kept.

use leptos::prelude::*;

use super::route::Route;
use super::state::AppState;
use crate::browser;
use crate::domain::Lang;
use crate::store::{Kept, Theme};

#[component]
pub fn TopBar(app: AppState) -> impl IntoView {
    let switch_lang = move |_| {
        let other = match app.lang.get_untracked() {
            Lang::Nl => Lang::En,
            Lang::En => Lang::Nl,
        };
        app.flush();
        app.change_settings(|settings| settings.lang = Some(other));
        app.lang.set(other);
    };
    let pick_theme = move |ev| {
        let theme = Theme::from_name(&event_target_value(&ev));
        app.change_settings(|settings| settings.theme = theme);
        app.theme.set(theme);
    };
    let is_own_view = Memo::new(move |_| app.route.get().is_own_view());
    view! {
        <header class="topbar">
            <a class="brand" href=move || (!is_own_view.get()).then(|| Route::Home.href())>
                <img src="icons/icon.svg" alt="" width="32" height="32" />
                <span>{move || app.text().app_name}</span>
            </a>
            <SaveStatusLine app />
            <div class="topbar-tools">
                {app.has_lock().then(|| app.chunks().data.map(|data| (data.lock.button)(app)))}
                {move || (!is_own_view.get()).then(|| view! {
                    <a class="btn btn-quiet" href=Route::Data.href()>{move || app.text().data().title}</a>
                })}
                <label class="theme-label">
                    <span class="visually-hidden">{move || app.text().theme.label}</span>
                    <select class="theme" on:change=pick_theme>
                        {Theme::ALL
                            .map(|theme| {
                                view! {
                                    <option value=theme.name().unwrap_or("system") selected=move || app.theme.get() == theme>
                                        {move || app.text().theme_name(theme)}
                                    </option>
                                }
                            })}
                    </select>
                </label>
                <button type="button" class="btn btn-quiet language" on:click=switch_lang
                    lang=move || app.text().other_language_tag data-short=move || app.text().other_language_tag>
                    <span>{move || app.text().other_language}</span>
                </button>
            </div>
        </header>
    }
}

/// "Bewaard om 10.42 uur", only while that is true; after undo what was undone, once that is kept. A screen reader hears how it
/// ended, not each "Bewaren…" before it.
#[component]
fn SaveStatusLine(app: AppState) -> impl IntoView {
    let kept = Memo::new(move |_| app.kept());
    let state = Memo::new(move |_| kept.with(Kept::name));
    // A memo of the text: most taps fall in the same minute and say nothing new.
    let ended = Memo::new(move |before: Option<&String>| match kept.get() {
        Kept::Saving => before.cloned().unwrap_or_default(),
        kept => app.text().kept(&kept, browser::now().date_naive()),
    });
    // Both lines are always there and lie in one place; the style sheet shows the one that is true. A tap writes no text.
    view! {
        <p class="save-status" data-state=move || state.get()>
            <span class="save-ended" role="status">{move || ended.get()}</span>
            <span class="save-pending" aria-hidden="true">{move || app.text().save.pending}</span>
        </p>
    }
}
