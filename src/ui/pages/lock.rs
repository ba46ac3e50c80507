//! The lock: its screen, its card on Gegevens, the button that closes it, and how it closes by itself.

mod card;
mod choose_passphrase;
mod idle;
mod moving;
mod new_passphrase;
mod screen;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::i18n::lock_text;
use crate::store::Safety;
use crate::ui::state::AppState;

pub use card::LockCard;
pub use choose_passphrase::{ChoosePassphrase, PassphraseField};
pub use screen::unlock;

/// Closes the lock at once. From when it stands there the lock closes by itself too.
#[component]
pub fn LockButton(app: AppState) -> impl IntoView {
    idle::watch(app);
    view! {
        <button type="button" class="btn btn-quiet lock-now" on:click=move |_| lock_now(app)>
            {move || lock_text(app.lang.get()).screen.lock}
        </button>
    }
}

/// Leaves nothing in memory: the page is loaded anew. What was typed last is written first.
fn lock_now(app: AppState) {
    app.flush();
    spawn_local(async move {
        while app.safety.get_untracked() == Safety::Writing {
            browser::pause().await;
        }
        // Else a change would be gone with the page. The screen says that it is not kept.
        if !app.has_only_in_memory() {
            browser::reload();
        }
    });
}
