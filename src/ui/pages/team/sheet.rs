//! A list from a spreadsheet: tells what would happen with each line, before anything happens.

use leptos::html::{Details, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::People;
use crate::browser;
use crate::domain::{Person, PersonId};
use crate::exchange::{SheetChange, SheetError, SheetLine, lines_to_mend, plan_sheet, read_sheet};
use crate::i18n::{TeamText, Text};
use crate::store::StoreError;
use crate::ui::state::AppState;

/// So many lines of each kind are shown; the rest is counted.
const SHOWN: usize = 50;

/// What came of the list that was read last.
#[derive(Clone)]
enum Stage {
    Waiting,
    Reading,
    /// Nothing was touched.
    Refused {
        file: String,
        error: Option<SheetError>,
    },
    /// Nothing is kept yet. What a line does is found anew each time: the people may be changed meanwhile.
    Preview {
        file: String,
        lines: Vec<SheetLine>,
        to_mend: ToMend,
    },
    Done {
        added: usize,
        changed: usize,
        /// So many lines could not be used.
        left: usize,
    },
    /// The storage refused after so many.
    Stopped {
        added: usize,
        changed: usize,
        error: StoreError,
    },
}

/// The lines that cannot be used, for the field of the pasted list once the others are in.
#[derive(Clone)]
struct ToMend {
    text: String,
    /// What stood in the field when it was read; `None`: it was a file.
    read: Option<String>,
}

impl ToMend {
    fn of(bytes: &[u8], is_pasted: bool) -> Self {
        let read = is_pasted.then(|| String::from_utf8_lossy(bytes).into_owned());
        Self { text: lines_to_mend(bytes), read }
    }

    /// Writes them in the field, unless somebody is mending there already, and unfolds it.
    fn write_in(&self, field: NodeRef<Textarea>, fold: NodeRef<Details>) {
        if let Some(field) = field.get_untracked()
            && self.read.as_ref().is_none_or(|read| *read == field.value())
        {
            field.set_value(&self.text);
        }
        if let Some(fold) = fold.get_untracked().filter(|_| !self.text.is_empty()) {
            fold.set_open(true);
        }
    }
}

#[component]
pub fn SheetCard(app: AppState, t: &'static Text, words: &'static TeamText, people: People) -> impl IntoView {
    let w = &words.sheet;
    let stage = RwSignal::new(Stage::Waiting);
    let (field, fold) = (NodeRef::<Textarea>::new(), NodeRef::<Details>::new());
    let look = move |file: String, bytes: Option<Vec<u8>>, is_pasted: bool| {
        let read = bytes.ok_or(None).and_then(|bytes| {
            let lines = read_sheet(&bytes).map_err(Some)?;
            Ok((lines, ToMend::of(&bytes, is_pasted)))
        });
        // The stage is gone if the screen was left while the file was read.
        stage.try_set(match read {
            Ok((lines, to_mend)) => Stage::Preview { file, lines, to_mend },
            Err(error) => Stage::Refused { file, error },
        });
    };
    let plan = Memo::new(move |_| {
        stage.with(|stage| {
            let Stage::Preview { lines, .. } = stage else { return Vec::new() };
            people.with(|(people, _)| plan_sheet(lines.clone(), people))
        })
    });
    let pick = move |ev| {
        let Some(picked) = browser::picked_file(&ev) else { return };
        stage.set(Stage::Reading);
        spawn_local(async move { look(picked.name(), picked.content().await, false) });
    };
    let paste = move |_| {
        if let Some(field) = field.get_untracked() {
            look(w.pasted.to_owned(), Some(field.value().into_bytes()), true);
        }
    };
    let accept = Callback::new(move |()| {
        let Stage::Preview { lines, to_mend, .. } = stage.get_untracked() else { return };
        let kept = keep(app, lines);
        // What the storage refused stays where it is, to be read again.
        if matches!(kept, Stage::Done { .. }) {
            to_mend.write_in(field, fold);
        }
        stage.set(kept);
        app.tell_visits_changed();
        app.look_at_space();
    });
    view! {
        <section class="card writes" aria-labelledby="sheet-title">
            <h2 id="sheet-title">{w.title}</h2>
            <p>{w.lead}</p>
            <div class="field">
                <label for="sheet-file">{w.file}</label>
                <input id="sheet-file" type="file" accept=".csv,.txt,text/csv,text/plain" on:change=pick />
            </div>
            <details node_ref=fold>
                <summary>{w.paste}</summary>
                <div class="field">
                    <label for="sheet-text">{w.paste_label}</label>
                    <textarea id="sheet-text" class="export-text" rows="4" autocomplete="off" spellcheck="false" node_ref=field></textarea>
                    <div class="actions"><button type="button" class="btn" on:click=paste>{w.read}</button></div>
                </div>
            </details>
            <div class="import-outcome" aria-live="polite">
                {move || match stage.get() {
                    Stage::Waiting => ().into_any(),
                    Stage::Reading => view! { <p>{w.reading}</p><progress></progress> }.into_any(),
                    Stage::Refused { file, error } => view! {
                        <div class="notice" data-kind="error" role="alert">
                            <h3>{(w.refused)(&file)}</h3>
                            <p>{error.map_or_else(|| w.unreadable_file.to_owned(), |error| words.sheet_error(&error))}</p>
                            <p>{w.untouched}</p>
                        </div>
                    }.into_any(),
                    Stage::Preview { file, .. } => {
                        (move || view! { <Preview t words file=file.clone() plan=plan.get() accept /> }).into_any()
                    }
                    Stage::Done { added, changed, left } => view! {
                        <div class="notice" data-kind={if left > 0 { "warn" } else { "info" }}>
                            <p>{(w.done)(added, changed)}</p>
                            {(left > 0).then(|| view! { <p>{(w.left)(left)}</p> })}
                        </div>
                    }.into_any(),
                    Stage::Stopped { added, changed, error } => view! {
                        <div class="notice" data-kind="error" role="alert">
                            <p>{(w.done)(added, changed)}</p>
                            <p>{t.store_error(&error)}</p>
                        </div>
                    }.into_any(),
                }}
            </div>
        </section>
    }
}

/// Keeps who is new, and what is new of the others, beside those who are in the list by now.
fn keep(app: AppState, lines: Vec<SheetLine>) -> Stage {
    let now = browser::now();
    let stopped = |added, changed, error: StoreError| {
        app.say_kept(Err(error.clone()), now);
        Stage::Stopped { added, changed, error }
    };
    let people = match app.shelf().people() {
        Ok((people, _)) => people,
        Err(error) => return stopped(0, 0, error),
    };
    let (mut added, mut changed, mut left) = (0, 0, 0);
    for (_, change) in plan_sheet(lines, &people) {
        let (person, counted) = match change {
            SheetChange::Add(profile) => {
                (Person::begin(PersonId(browser::new_uuid()), profile, now), &mut added)
            }
            SheetChange::Change(mut person, profile) => {
                person.change(profile, now);
                (person, &mut changed)
            }
            SheetChange::Same(_) => continue,
            SheetChange::Wrong(_) => {
                left += 1;
                continue;
            }
        };
        if let Err(error) = app.shelf().save_person(&person) {
            return stopped(added, changed, error);
        }
        *counted += 1;
    }
    app.say_kept(Ok(()), now);
    Stage::Done { added, changed, left }
}

#[component]
fn Preview(
    t: &'static Text,
    words: &'static TeamText,
    file: String,
    plan: Vec<(u64, SheetChange)>,
    accept: Callback<()>,
) -> impl IntoView {
    let w = &words.sheet;
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    let [mut add, mut change, mut same] = [0; 3];
    for (line, what) in &plan {
        match what {
            SheetChange::Add(profile) => {
                add += 1;
                rows.push((profile.name.clone(), words.known(t, profile), w.add));
            }
            SheetChange::Change(_, profile) => {
                change += 1;
                rows.push((profile.name.clone(), words.known(t, profile), w.change));
            }
            SheetChange::Same(_) => same += 1,
            SheetChange::Wrong(error) => wrong.push(words.line_error(*line, error)),
        }
    }
    let more = |all: usize| (all > SHOWN).then(|| (w.more)(all - SHOWN));
    let counts = (w.counts)(add, change, same, wrong.len());
    let (more_wrong, more_rows, has_wrong) = (more(wrong.len()), more(rows.len()), !wrong.is_empty());
    let wrong = wrong.into_iter().take(SHOWN).map(|wrong| view! { <li>{wrong}</li> }).collect_view();
    let changes = add + change;
    let rows = rows.into_iter().take(SHOWN);
    let rows = rows
        .map(|(name, known, what)| view! { <tr><td>{name}</td><td>{known}</td><td>{what}</td></tr> })
        .collect_view();
    view! {
        <p>{counts}</p>
        {has_wrong.then(|| view! {
            <div class="notice" data-kind="warn">
                <h3>{w.wrong_title}</h3>
                <ul>{wrong}</ul>
                {more_wrong.map(|more| view! { <p>{more}</p> })}
            </div>
        })}
        {if changes > 0 {
            view! {
                <div class="table-scroll">
                    <table class="plain">
                        <caption>{(w.preview)(&file)}</caption>
                        <thead><tr>
                            <th scope="col">{w.name}</th><th scope="col">{w.known}</th><th scope="col">{w.what_happens}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {more_rows.map(|more| view! { <p>{more}</p> })}
                <div class="actions">
                    <button type="button" class="btn btn-primary" on:click=move |_| accept.run(())>{(w.accept)(changes)}</button>
                </div>
            }.into_any()
        } else {
            view! { <p class="notice" data-kind="info">{if has_wrong { w.untouched } else { w.nothing_to_do }}</p> }.into_any()
        }}
    }
}
