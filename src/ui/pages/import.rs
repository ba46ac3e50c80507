//! Import: tells what a file holds and what would happen, before anything happens.

mod keeping;
mod locked;
mod merging;
mod parts;
mod preview;
mod reading;
mod sealed;

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::keeping::keep;
use self::locked::OpenLocked;
use self::merging::Choices;
use self::preview::Preview;
use self::reading::{Content, Found, Locked, Parsed};
use self::sealed::OpenSealed;
use super::paste::PasteField;
use crate::browser::{self, Picked};
use crate::exchange::{self, ImportError, MAX_IMPORT_BYTES};
use crate::i18n::{Imported, Text};
use crate::store::StoreError;
use crate::ui::state::AppState;

/// What came of the file that was picked last.
#[derive(Clone)]
enum Stage {
    /// No file yet.
    Waiting,
    /// The file is being read.
    Reading,
    /// The file is under a passphrase.
    Sealed { file: String, bytes: Arc<[u8]> },
    /// What is in the file was sealed by a lock.
    Locked { file: String, locked: Arc<Locked> },
    /// The file cannot be used; nothing was touched.
    Refused { file: String, reason: String },
    /// Read; nothing is kept yet.
    Preview { file: String, found: Found },
    /// Kept, all of it.
    Done { kept: Imported },
    /// The storage refused after so many.
    Stopped { kept: Imported, error: StoreError },
}

/// What comes of a file, once it is read.
type Outcome = Pin<Box<dyn Future<Output = Stage>>>;

/// The id of what came of it.
const OUTCOME: &str = "import-outcome";

#[component]
pub fn ImportCard(app: AppState, t: &'static Text, on_done: Callback<()>) -> impl IntoView {
    let stage = RwSignal::new(Stage::Waiting);
    // What was picked before may be read later: only the last one says what comes of it.
    let round = StoredValue::new(0_u32);
    let follow = move |outcome: Outcome, leads_there: bool| {
        round.update_value(|round| *round += 1);
        let begun = round.get_value();
        stage.set(Stage::Reading);
        spawn_local(async move {
            let next = outcome.await;
            // The screen may be gone, too.
            if round.try_get_value() == Some(begun) {
                stage.set(next);
                if leads_there {
                    browser::focus(OUTCOME);
                }
            }
        });
    };
    let pick = move |ev| {
        if let Some(picked) = browser::picked_file(&ev) {
            follow(Box::pin(async move { read(app, t, &picked).await }), false);
        }
    };
    let paste = Callback::new(move |text: String| {
        follow(Box::pin(async move { look(app, t, t.import().pasted.to_owned(), &text).await }), false);
    });
    let opened = Callback::new(move |(file, text): (String, String)| {
        follow(Box::pin(async move { look(app, t, file, &text).await }), true);
    });
    let unlocked = Callback::new(move |(file, parsed): (String, Parsed)| {
        follow(Box::pin(preview(app, file, parsed)), true);
    });
    let accept = Callback::new(move |(found, choices): (Found, Choices)| {
        stage.set(keep(app, found, &choices));
        // The button goes.
        browser::focus(OUTCOME);
        on_done.run(());
    });
    view! {
        <section class="card writes" aria-labelledby="import-title">
            <h2 id="import-title">{t.import().title}</h2>
            <p>{t.import().lead}</p>
            <div class="field">
                <label for="import-file">{t.import().file}</label>
                <input id="import-file" type="file" accept=".json,.age,application/json,application/octet-stream" on:change=pick />
            </div>
            <PasteField t read=paste />
            <div id=OUTCOME class="import-outcome" aria-live="polite" tabindex="-1">
                {move || match stage.get() {
                    Stage::Waiting => ().into_any(),
                    Stage::Reading => view! { <p>{t.import().reading}</p><progress></progress> }.into_any(),
                    Stage::Sealed { file, bytes } => view! { <OpenSealed t file bytes on_open=opened /> }.into_any(),
                    Stage::Locked { file, locked } => view! { <OpenLocked t file locked on_open=unlocked /> }.into_any(),
                    Stage::Refused { file, reason } => view! {
                        <div class="notice" data-kind="error" role="alert">
                            <h3>{(t.import().refused)(&file)}</h3>
                            <p>{reason}</p>
                            <p>{t.import().untouched}</p>
                        </div>
                    }.into_any(),
                    Stage::Preview { file, found } => view! { <Preview app t file found accept /> }.into_any(),
                    Stage::Done { kept } => view! {
                        <div class="notice" data-kind="info"><p>{(t.import().done)(kept)}</p></div>
                    }.into_any(),
                    Stage::Stopped { kept, error } => view! {
                        <div class="notice" data-kind="error" role="alert">
                            <p>{(t.import().done)(kept)}</p>
                            <p>{t.store_error(&error)}</p>
                        </div>
                    }.into_any(),
                }}
            </div>
        </section>
    }
}

async fn read(app: AppState, t: &'static Text, picked: &Picked) -> Stage {
    let file = picked.name();
    let refused = |error| Stage::Refused { file: picked.name(), reason: t.import_error(&error) };
    let bytes = picked.bytes();
    if usize::try_from(bytes).map_or(true, |bytes| bytes > MAX_IMPORT_BYTES) {
        return refused(ImportError::TooLarge { bytes });
    }
    let Some(text) = picked.text().await else { return refused(ImportError::NotRead) };
    if exchange::is_age_file(text.as_bytes()) {
        return match picked.content().await {
            Some(bytes) => Stage::Sealed { file, bytes: bytes.into() },
            None => refused(ImportError::NotRead),
        };
    }
    look(app, t, file, &text).await
}

/// What a text holds, and what would happen with it.
async fn look(app: AppState, t: &'static Text, file: String, text: &str) -> Stage {
    match reading::parse(t, text) {
        Ok(Content::Open(parsed)) => preview(app, file, parsed).await,
        Ok(Content::Locked(locked)) => Stage::Locked { file, locked },
        Err(reason) => Stage::Refused { file, reason },
    }
}

async fn preview(app: AppState, file: String, parsed: Parsed) -> Stage {
    match parsed.left_out {
        // That there is nothing else would look as if all of it were here already.
        Some(reason) if parsed.rescued.is_empty() => Stage::Refused { file, reason },
        _ => Stage::Preview { file, found: reading::compare(app, parsed).await },
    }
}
