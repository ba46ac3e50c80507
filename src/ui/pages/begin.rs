//! A visit begins.

use leptos::prelude::Set;

use crate::browser;
use crate::domain::Step;
use crate::store::SaveStatus;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// Makes a visit and goes to it. The back button does not come by here again, which would make another.
pub fn begin_visit(app: AppState) {
    match app.begin_visit() {
        Ok(id) => browser::replace_hash(&Route::Visit(id, Step::Prepare).to_string()),
        Err(error) => {
            app.save.set(SaveStatus::Failed(error));
            browser::replace_hash(&Route::Home.to_string());
        }
    }
}
