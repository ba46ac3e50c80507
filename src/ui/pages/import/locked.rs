//! A picked rescue file of which the records are sealed: asks for the passphrase of its lock, and opens them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reading::{Locked, Parsed};
use super::sealed::PassphraseForm;
use crate::browser;
use crate::i18n::{Text, sealed_text};
use crate::store::Closed;

const FIELD: &str = "locked-passphrase";

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Asking,
    Opening,
    Wrong,
}

/// Gives the name of the file and what is in it.
#[component]
pub(super) fn OpenLocked(
    t: &'static Text,
    file: String,
    locked: Arc<Locked>,
    on_open: Callback<(String, Parsed)>,
) -> impl IntoView {
    let w = &sealed_text(t.lang).rescue;
    let stage = RwSignal::new(Stage::Asking);
    let open_it = sealed_text(t.lang).open.open;
    let title = (sealed_text(t.lang).open.title)(&file);
    let file = StoredValue::new(file);
    // As while a lock was put on: a part of it needs no key.
    let in_the_open = Arc::clone(&locked);
    let has_open = !locked.rescue.as_it_is().is_empty();
    let pass_over = move |_| {
        let rescued = in_the_open.rescue.as_it_is();
        on_open.run((file.get_value(), Parsed::of(t, rescued, Closed::PassedOver)));
    };
    let open = Callback::new(move |passphrase: String| {
        if stage.get_untracked() == Stage::Opening {
            return;
        }
        stage.set(Stage::Opening);
        let locked = Arc::clone(&locked);
        spawn_local(async move {
            // What is drawn now stays as long as the key is made.
            browser::pause().await;
            browser::pause().await;
            let key = locked.mark.open(&passphrase, browser::fill_with_secret);
            // Another file may have been picked.
            let Some(file) = file.try_get_value() else { return };
            match key {
                Some(key) => {
                    let rescued = locked.rescue.opened(&locked.mark, key);
                    on_open.run((file, Parsed::of(t, rescued, Closed::OtherKey)));
                }
                None => {
                    stage.set(Stage::Wrong);
                    browser::focus(FIELD);
                }
            }
        });
    });
    let said = Signal::derive(move || match stage.get() {
        Stage::Asking => "",
        Stage::Opening => sealed_text(t.lang).open.opening,
        Stage::Wrong => w.wrong,
    });
    // It is drawn by then.
    request_animation_frame(|| browser::focus(FIELD));
    view! {
        <PassphraseForm id=FIELD title label=w.passphrase hint=w.lead action=open_it said open />
        {has_open.then(|| view! {
            <div class="actions"><button type="button" class="btn" on:click=pass_over>{w.pass_over}</button></div>
        })}
    }
}
