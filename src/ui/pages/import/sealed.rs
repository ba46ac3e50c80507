//! A picked file under a passphrase: asks for it, and opens the file.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, DocumentNews, DocumentWorker};
use crate::exchange::{AgeError, check_age};
use crate::i18n::{Text, sealed_text};
use crate::ui::pages::lock::PassphraseField;

const FIELD: &str = "sealed-passphrase";

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Asking,
    Opening,
    Wrong,
    /// Typing another passphrase will not help.
    Refused(AgeError),
    /// What is in it is not text.
    NotText,
    /// The program stopped.
    Failed,
}

impl From<AgeError> for Stage {
    fn from(error: AgeError) -> Self {
        match error {
            AgeError::WrongPassphrase => Self::Wrong,
            error => Self::Refused(error),
        }
    }
}

/// Gives the name of the file and the text in it.
#[component]
pub(super) fn OpenSealed(
    t: &'static Text,
    file: String,
    bytes: Arc<[u8]>,
    on_open: Callback<(String, String)>,
) -> impl IntoView {
    let w = &sealed_text(t.lang).open;
    let stage = RwSignal::new(check_age(&bytes).err().map_or(Stage::Asking, Stage::from));
    // Dropped with the form, it stops.
    let worker = StoredValue::new_local(None::<DocumentWorker>);
    let (file, bytes) = (StoredValue::new(file), StoredValue::new_local(bytes));
    let open = Callback::new(move |passphrase: String| {
        if stage.get_untracked() == Stage::Opening {
            return;
        }
        stage.set(Stage::Opening);
        let begun = browser::open_sealed(&passphrase, &bytes.get_value(), move |news| {
            let next = match news {
                DocumentNews::Progress(..) => return,
                DocumentNews::Ready(opened) => match (opened.text(), file.try_get_value()) {
                    (Some(text), Some(file)) => {
                        on_open.try_run((file, text));
                        return;
                    }
                    _ => Stage::NotText,
                },
                DocumentNews::NotOpened(error) => error.into(),
                DocumentNews::Failed => Stage::Failed,
            };
            // Another file may have been picked.
            stage.try_set(next);
            browser::focus(if next == Stage::Wrong { FIELD } else { super::OUTCOME });
        });
        if begun.is_none() {
            stage.set(Stage::Failed);
        }
        worker.set_value(begun);
    });
    let reason = move || match stage.get() {
        Stage::Asking | Stage::Opening | Stage::Wrong => None,
        Stage::Refused(error) => Some(w.reason(error)),
        Stage::NotText => Some(t.import().not_text.to_owned()),
        Stage::Failed => Some(w.failed.to_owned()),
    };
    let is_asking = Memo::new(move |_| reason().is_none());
    let said = Signal::derive(move || match stage.get() {
        Stage::Opening => w.opening,
        Stage::Wrong => w.wrong,
        _ => "",
    });
    move || {
        let file = file.get_value();
        if is_asking.get() {
            // It is drawn by then.
            request_animation_frame(|| browser::focus(FIELD));
            let title = (w.title)(&file);
            return view! {
                <PassphraseForm id=FIELD title label=w.passphrase hint=w.lead action=w.open said open />
            }
            .into_any();
        }
        view! {
            <div class="notice" data-kind="error" role="alert">
                <h3>{(t.import().refused)(&file)}</h3>
                <p>{reason}</p>
                <p>{t.import().untouched}</p>
            </div>
        }
        .into_any()
    }
}

/// A field and a button. What is given is in Unicode form NFC, without blanks around it, and never empty.
#[component]
pub(super) fn PassphraseForm(
    id: &'static str,
    title: String,
    label: &'static str,
    hint: &'static str,
    action: &'static str,
    /// What came of it.
    said: Signal<&'static str>,
    open: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let passphrase = browser::composed(typed.get_untracked().trim());
        if passphrase.is_empty() {
            return browser::focus(id);
        }
        open.run(passphrase);
    };
    view! {
        <form class="sealed" on:submit=submit>
            <h3>{title}</h3>
            <PassphraseField id label hint typed />
            <div class="actions"><button type="submit" class="btn btn-primary">{action}</button></div>
            <p role="status">{said}</p>
        </form>
    }
}
