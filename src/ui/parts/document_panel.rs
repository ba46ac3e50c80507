//! Buttons that make files for other programs, in a worker, and what becomes of it. Making can be stopped.

use leptos::prelude::*;

use super::send_panel::NothingToSend;
use crate::browser::{self, DocumentNews, DocumentSource, DocumentWorker};
use crate::domain::Lang;
use crate::exchange::DocumentKind;
use crate::i18n::documents_text;

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Waiting,
    /// So many of so many rows are done.
    Making(u32, u32),
    Ready,
    Stopped,
    Failed,
    Nothing,
}

/// One button a kind. `make` gives what it is made of at the moment of the tap; `name` the name of the file, without its
/// ending.
#[component]
pub fn DocumentPanel(
    lang: Lang,
    /// Begins the ids of this panel.
    id: &'static str,
    kinds: &'static [DocumentKind],
    make: Callback<(), Result<DocumentSource, NothingToSend>>,
    name: Callback<(), String>,
) -> impl IntoView {
    let t = documents_text(lang);
    let stage = RwSignal::new(Stage::Waiting);
    // Dropped with the panel, it stops.
    let worker = StoredValue::new_local(None::<DocumentWorker>);
    let start = move |kind: DocumentKind| {
        let source = match make.run(()) {
            Ok(source) => source,
            Err(NothingToSend::NothingChosen) => return stage.set(Stage::Nothing),
            Err(NothingToSend::Failed) => return stage.set(Stage::Failed),
        };
        let file = format!("{}.{}", name.run(()), kind.ending());
        stage.set(Stage::Making(0, 0));
        let begun = browser::make_document(kind, lang, &source, move |news| {
            let next = match news {
                DocumentNews::Progress(done, of) => Stage::Making(done, of),
                DocumentNews::Ready(made) if made.download(&file) => Stage::Ready,
                DocumentNews::Ready(_) | DocumentNews::NotOpened(_) | DocumentNews::Failed => Stage::Failed,
            };
            // The panel may be gone.
            stage.try_set(next);
        });
        if begun.is_none() {
            stage.set(Stage::Failed);
        }
        worker.set_value(begun);
    };
    let stop = move |_| {
        worker.set_value(None);
        stage.set(Stage::Stopped);
        browser::focus(&panel_id(id));
    };
    let buttons = kinds.iter().map(|kind| {
        view! { <button type="button" class="btn" on:click=move |_| start(*kind)>{t.kind(*kind)}</button> }
    });
    let is_making = Memo::new(move |_| matches!(stage.get(), Stage::Making(..)));
    let outcome = move || match stage.get() {
        Stage::Waiting | Stage::Making(..) => "",
        Stage::Ready => t.ready,
        Stage::Stopped => t.stopped,
        Stage::Failed => t.failed,
        Stage::Nothing => t.nothing,
    };
    let progress = move || match stage.get() {
        Stage::Making(done, of) if done > 0 => {
            view! { <progress value=done max=of>{(t.rows)(done, of)}</progress> }.into_any()
        }
        _ => view! { <progress></progress> }.into_any(),
    };
    view! {
        <div id=panel_id(id) class="actions" tabindex="-1">{buttons.collect_view()}</div>
        {move || is_making.get().then(|| view! {
            <div class="making">
                <label>{t.making} {progress}</label>
                <button type="button" class="btn btn-quiet" on:click=stop>{t.stop}</button>
            </div>
        })}
        <p class="export-outcome" role="status">{outcome}</p>
    }
}

fn panel_id(id: &str) -> String {
    format!("{id}-files")
}
