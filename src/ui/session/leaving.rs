//! An open visit that was deleted, in another tab or by the second copy: the screen is left.

use leptos::prelude::*;

use super::Session;
use crate::browser;
use crate::domain::Step;
use crate::store::{Mended, MendedHow};
use crate::ui::route::Route;

impl Session {
    /// Goes to the list, which says so. A teacher with a view of her own learns that it is not there.
    pub(super) fn leave(self) {
        let id = self.id();
        let is_told =
            |one: &Mended| one.id == id && matches!(one.how, MendedHow::Deleted | MendedHow::DeletedAgain);
        if !self.app.mended.with_untracked(|told| told.iter().any(is_told)) {
            self.app.mended.update(|told| told.push(Mended { id, how: MendedHow::Deleted }));
        }
        match self.app.route.get_untracked() {
            Route::Visit(shown, _) if shown == id => browser::replace_hash(&Route::Home.to_string()),
            Route::OwnView(shown) if shown == id => {
                browser::replace_hash(&Route::Visit(id, Step::Prepare).to_string());
            }
            // The user goes elsewhere already.
            _ => {}
        }
    }
}
