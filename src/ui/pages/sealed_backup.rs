//! Everything as a backup under a passphrase, which the programs `age` and `rage` open too.

use leptos::prelude::*;

use super::lock::ChoosePassphrase;
use crate::browser::{self, DocumentNews, DocumentWorker};
use crate::exchange::Purpose;
use crate::i18n::{Text, sealed_text};
use crate::ui::parts::{NothingToSend, everything};
use crate::ui::state::AppState;

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Waiting,
    Sealing,
    /// Downloaded, without so many visits.
    Ready(usize),
    Failed,
    Nothing,
}

#[component]
pub fn SealedBackup(app: AppState, t: &'static Text) -> impl IntoView {
    let w = &sealed_text(t.lang).backup;
    let stage = RwSignal::new(Stage::Waiting);
    // Dropped with the screen, it stops.
    let worker = StoredValue::new_local(None::<DocumentWorker>);
    let seal = Callback::new(move |passphrase: String| {
        if stage.get_untracked() == Stage::Sealing {
            return;
        }
        let (outgoing, left_out) = match everything(app, Purpose::Backup) {
            Ok(made) => made,
            Err(NothingToSend::NothingChosen) => return stage.set(Stage::Nothing),
            Err(NothingToSend::Failed) => return stage.set(Stage::Failed),
        };
        stage.set(Stage::Sealing);
        let (name, sent) = (format!("{}.age", outgoing.name), outgoing.sent);
        let begun = browser::seal_document(&passphrase, &outgoing.text, move |news| {
            let next = match news {
                DocumentNews::Progress(..) => return,
                DocumentNews::Ready(made) if made.download(&name) => {
                    sent();
                    Stage::Ready(left_out)
                }
                DocumentNews::Ready(_) | DocumentNews::NotOpened(_) | DocumentNews::Failed => Stage::Failed,
            };
            // The screen may be gone.
            stage.try_set(next);
        });
        if begun.is_none() {
            stage.set(Stage::Failed);
        }
        worker.set_value(begun);
    });
    let said = move || match stage.get() {
        Stage::Waiting => String::new(),
        Stage::Sealing => w.sealing.to_owned(),
        Stage::Ready(0) => w.ready.to_owned(),
        Stage::Ready(left_out) => format!("{} {}", w.ready, (t.export().left_out)(left_out)),
        Stage::Failed => w.failed.to_owned(),
        Stage::Nothing => w.nothing.to_owned(),
    };
    view! {
        <details class="sealed">
            <summary>{w.title}</summary>
            <p>{w.lead}</p>
            <ChoosePassphrase lang=t.lang ids=["sealed-new", "sealed-again"] labels=[w.passphrase, w.again]
                action=w.download on_chosen=seal />
            <p class="export-outcome" role="status">{said}</p>
        </details>
    }
}
