//! Import: tells what a file holds and what would happen, before anything happens.

mod locked;
mod merging;
mod parts;
mod reading;
mod sealed;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::locked::OpenLocked;
use self::merging::{Choices, Merging};
use self::reading::{Content, Found, Locked, Parsed};
use self::sealed::OpenSealed;
use super::paste::PasteField;
use crate::browser::{self, Picked};
use crate::exchange::{self, ImportError, MAX_IMPORT_BYTES, Verdict};
use crate::i18n::{Imported, Text, date, merge_text};
use crate::store::StoreError;
use crate::ui::state::AppState;

/// So many lines of the preview are open at first.
const OPEN_UP_TO: usize = 20;

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

/// The id of what came of it.
const OUTCOME: &str = "import-outcome";

#[component]
pub fn ImportCard(app: AppState, t: &'static Text, on_done: Callback<()>) -> impl IntoView {
    let stage = RwSignal::new(Stage::Waiting);
    let pick = move |ev| {
        let Some(picked) = browser::picked_file(&ev) else { return };
        stage.set(Stage::Reading);
        spawn_local(async move {
            stage.set(read(app, t, &picked).await);
        });
    };
    let paste = Callback::new(move |text: String| {
        stage.set(Stage::Reading);
        spawn_local(async move {
            stage.set(look(app, t, t.import().pasted.to_owned(), &text).await);
        });
    });
    let opened = Callback::new(move |(file, text): (String, String)| {
        stage.set(Stage::Reading);
        spawn_local(async move {
            stage.set(look(app, t, file, &text).await);
            browser::focus(OUTCOME);
        });
    });
    let unlocked = Callback::new(move |(file, parsed): (String, Parsed)| {
        stage.set(Stage::Reading);
        spawn_local(async move {
            stage.set(preview(app, file, parsed).await);
            browser::focus(OUTCOME);
        });
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
    let Some(text) = picked.text().await else { return refused(ImportError::NotText) };
    if exchange::is_age_file(text.as_bytes()) {
        return match picked.content().await {
            Some(bytes) => Stage::Sealed { file, bytes: bytes.into() },
            None => refused(ImportError::NotText),
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

/// Keeps what was chosen part by part, what is new or newer, and copies of what is in conflict. The rest is left as it is.
fn keep(app: AppState, found: Found, choices: &Choices) -> Stage {
    let shelf = app.shelf();
    let mut kept = Imported::default();
    // Rubrics first: a visit without its own would be shown with another.
    for item in found.rubrics.iter().filter(|item| item.verdict != Verdict::Same) {
        if let Err(error) = shelf.save_rubric(&item.incoming) {
            return Stage::Stopped { kept, error };
        }
        kept.rubrics += 1;
    }
    for item in found.drafts {
        match shelf.merge_draft(&item) {
            Ok(is_kept) => kept.rubrics += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    // Then people: who is in the list is named there, and no more in each visit.
    for item in found.people {
        match shelf.merge_person(&item) {
            Ok(is_kept) => kept.people += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    for item in found.plans {
        match shelf.merge_plan(&item) {
            Ok(is_kept) => kept.plans += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    for item in found.items {
        let one = match choices.get(&item.incoming.id) {
            Some(choice) => merging::keep(app, &item, choice),
            None => shelf.merge(&item),
        };
        match one {
            Ok(is_kept) => kept.visits += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    for one in found.aside {
        if let Err(error) = shelf.keep_aside(&one) {
            return Stage::Stopped { kept, error };
        }
        kept.aside += 1;
    }
    Stage::Done { kept }
}

#[component]
fn Preview(
    app: AppState,
    t: &'static Text,
    file: String,
    found: Found,
    accept: Callback<(Found, Choices)>,
) -> impl IntoView {
    let choices = RwSignal::new(merging::proposed(app, &found.items));
    let is_change = |verdict: Verdict| !matches!(verdict, Verdict::Same | Verdict::Older);
    let all = Imported {
        visits: found.items.len(),
        people: found.people.len(),
        plans: found.plans.len(),
        rubrics: found.rubrics.iter().filter(|item| !item.is_builtin).count() + found.drafts.len(),
        aside: found.aside.len(),
    };
    let visits: Vec<_> = found.items.iter().map(|item| (item.incoming.id, is_change(item.verdict))).collect();
    let changed_rubrics = found.rubrics.iter().filter(|item| is_change(item.verdict)).count();
    let changed_drafts = found.drafts.iter().filter(|item| is_change(item.verdict)).count();
    let others = Imported {
        visits: 0,
        rubrics: changed_rubrics + changed_drafts,
        people: found.people.iter().filter(|item| is_change(item.verdict)).count(),
        plans: found.plans.iter().filter(|item| is_change(item.verdict)).count(),
        aside: found.aside.len(),
    };
    let plans = found.plans.iter().map(|item| {
        view! {
            <tr>
                <td>{t.import().plan}</td>
                <td>{item.incoming.year.to_string()}</td>
                <td>{t.verdict(item.verdict)}</td>
            </tr>
        }
    });
    let plans = plans.collect_view();
    // The built-in one goes along with every export: nothing to tell.
    let published = found.rubrics.iter().filter(|item| !item.is_builtin);
    let published = published.map(|item| (&item.incoming, item.verdict));
    let drafts = found.drafts.iter().map(|item| (&item.incoming.rubric, item.verdict));
    let rubrics = published.chain(drafts).map(|(rubric, verdict)| {
        view! {
            <tr>
                <td>{t.import().rubric}</td>
                <td>{rubric.title.get(t.lang).to_owned()}</td>
                <td>{t.verdict(verdict)}</td>
            </tr>
        }
    });
    let rubrics = rubrics.collect_view();
    let people = found.people.iter().map(|item| {
        view! {
            <tr>
                <td>{t.import().colleague}</td>
                <td>{item.incoming.profile.name.clone()}</td>
                <td>{t.verdict(item.verdict)}</td>
            </tr>
        }
    });
    let people = people.collect_view();
    let names: BTreeMap<_, _> =
        found.people.iter().map(|item| (item.incoming.id, &item.incoming.profile.name)).collect();
    let name_of = |id| names.get(&id).map(|name| (*name).clone()).or_else(|| app.shelf().name_of(id));
    let rows = found
        .items
        .iter()
        .map(|item| {
            let visit = &item.incoming.visit.clone().with_names(name_of);
            let (id, verdict) = (item.incoming.id, item.verdict);
            let is_merged = move || choices.with(|choices| choices.contains_key(&id));
            view! {
                <tr>
                    <td>{date(visit.date)}</td>
                    <td>{t.visit_title(visit)}</td>
                    <td>{move || if is_merged() { merge_text(t.lang).verdict } else { t.verdict(verdict) }}</td>
                </tr>
            }
        })
        .collect_view();
    let left_out = found.left_out.clone();
    let is_all = left_out.is_none();
    let items = found.items.clone();
    let changes = Memo::new(move |_| {
        let visits = choices.with(|choices| {
            visits.iter().filter(|(id, is_change)| *is_change || choices.contains_key(id)).count()
        });
        Imported { visits, ..others }
    });
    let caption = (t.import().preview)(&file, all);
    let found = StoredValue::new_local(found);
    view! {
        // A long list would push what is to be tapped out of sight.
        <details open=all.sum() <= OPEN_UP_TO>
            <summary>{caption.clone()}</summary>
            <div class="table-scroll">
                <table class="plain">
                    <caption class="visually-hidden">{caption}</caption>
                    <thead><tr>
                        <th scope="col">{t.prepare().date}</th>
                        <th scope="col">{t.import().visit}</th>
                        <th scope="col">{t.import().what_happens}</th>
                    </tr></thead>
                    <tbody>{rows}{people}{plans}{rubrics}</tbody>
                </table>
            </div>
        </details>
        {left_out.map(|left_out| view! { <p class="notice" data-kind="warn">{left_out}</p> })}
        <Merging app t items choices />
        {move || if changes.get().sum() > 0 {
            view! {
                <div class="actions">
                    <button type="button" class="btn btn-primary" on:click=move |_| accept.run((found.get_value(), choices.get_untracked()))>
                        {(t.import().accept)(changes.get())}
                    </button>
                </div>
            }.into_any()
        } else if is_all {
            view! { <p class="notice" data-kind="info">{t.import().nothing_to_do}</p> }.into_any()
        } else {
            ().into_any()
        }}
    }
}
