//! The message at the foot of the screen, with a way back. It stays until it is answered, but waits while a lesson is visited.

use leptos::prelude::*;

use crate::browser::{self, ForReload};
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// Shows the message of the app, if there is one.
#[component]
pub fn SnackBar(app: AppState) -> impl IntoView {
    view! {
        <div class="snackbar-place" role="status">
            {move || {
                // Over the field for a note it would be in the way, and nobody answers it from the back of a classroom.
                let waits = matches!(app.route.get(), Route::Visit(..) | Route::OwnView(_));
                app.snack.get().filter(|_| !waits).map(|snack| {
                    let t = app.text();
                    let answered = move || {
                        browser::forget_for_reload(ForReload::Deleted);
                        app.snack.set(None);
                    };
                    let undo = move |_| {
                        if (snack.undo)(app, &snack.deleted) {
                            answered();
                        }
                    };
                    view! {
                        <div class="snackbar">
                            <span>{snack.text}</span>
                            <button type="button" class="btn" on:click=undo>{t.undo}</button>
                            <button type="button" class="btn btn-quiet" on:click=move |_| answered()>
                                {t.close}
                            </button>
                        </div>
                    }
                })
            }}
        </div>
    }
}
