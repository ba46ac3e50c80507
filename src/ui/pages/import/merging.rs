//! What is taken of a visit that is here in another state than in the file: part by part, as the person chooses.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::parts;
use crate::domain::{Observation, ObservationId};
use crate::exchange::{self, Choice, MergeItem, Part, Side, Verdict};
use crate::i18n::{MergeText, Text, merge_text};
use crate::store::StoreError;
use crate::ui::state::AppState;

/// The visits that are to be merged, with what is taken of each.
pub type Choices = BTreeMap<ObservationId, Choice>;

/// What is proposed: visits that were changed as often here as elsewhere are merged, as far as they can be read.
pub fn proposed(app: AppState, items: &[MergeItem]) -> Choices {
    let conflicts = items.iter().filter(|item| item.verdict == Verdict::Conflict);
    conflicts.filter_map(|item| Some((item.incoming.id, both(app, &item.incoming)?.choice))).collect()
}

/// Keeps a visit as it was chosen; if it is not here any more, as it is in the file.
///
/// # Errors
/// As [`Shelf::keep_merged`](crate::store::Shelf::keep_merged).
pub fn keep(app: AppState, item: &MergeItem, choice: &Choice) -> Result<bool, StoreError> {
    let Some(Both { here, file, .. }) = both(app, &item.incoming) else { return app.shelf().merge(item) };
    app.shelf().keep_merged(&exchange::merged(&here, &file, choice), &file)?;
    Ok(true)
}

/// So many visits that are newer or older are shown at once.
const SHOWN: usize = 3;

/// Both states of a visit, named alike.
struct Both {
    here: Observation,
    file: Observation,
    choice: Choice,
}

/// `None`: it is not here, or was scored with another rubric there, whose scores mean something else.
fn both(app: AppState, incoming: &Observation) -> Option<Both> {
    let here = app.with_names(&app.shelf().load(incoming.id).ok()??);
    if here.rubric != incoming.rubric {
        return None;
    }
    let file = app.with_names(incoming);
    let choice = exchange::differences(&here, &file);
    Some(Both { here, file, choice })
}

/// All visits of a file that are here in another state.
#[component]
pub fn Merging(
    app: AppState,
    t: &'static Text,
    items: Vec<MergeItem>,
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let m = merge_text(t.lang);
    let (conflicts, others): (Vec<_>, Vec<_>) = items
        .into_iter()
        .filter(|item| matches!(item.verdict, Verdict::Conflict | Verdict::Newer | Verdict::Older))
        .filter(|item| both(app, &item.incoming).is_some())
        .partition(|item| item.verdict == Verdict::Conflict);
    let one = move |item: MergeItem| view! { <OneVisit app t m incoming=item.incoming choices /> };
    let others = (!others.is_empty()).then(|| {
        // A few are worth a look of their own; of many it would be a wall.
        let is_open = others.len() <= SHOWN;
        view! {
            <details class="merge-others" open=is_open>
                <summary>{(m.others)(others.len())}</summary>
                <p class="hint">{m.others_lead}</p>
                {others.into_iter().map(one).collect_view()}
            </details>
        }
    });
    view! {
        {conflicts.into_iter().map(one).collect_view()}
        {others}
    }
}

#[component]
fn OneVisit(
    app: AppState,
    t: &'static Text,
    m: &'static MergeText,
    incoming: Observation,
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let id = incoming.id;
    let title = format!("merge-{id}");
    let name = t.visit_name(&app.with_names(&incoming).visit);
    let is_merged = Memo::new(move |_| choices.with(|choices| choices.contains_key(&id)));
    let incoming = StoredValue::new_local(incoming);
    let toggle = move |ev| {
        let on = event_target_checked(&ev);
        let proposed = incoming.with_value(|incoming| both(app, incoming)).filter(|_| on);
        choices.update(|choices| match proposed {
            Some(Both { choice, .. }) => {
                choices.insert(id, choice);
            }
            None => {
                choices.remove(&id);
            }
        });
    };
    view! {
        <section class="merge" aria-labelledby=title.clone()>
            <h3 id=title.clone()>{format!("{}: {name}", m.title)}</h3>
            <label class="check">
                <input type="checkbox" prop:checked=move || is_merged.get() on:change=toggle />
                <span>{m.merge}</span>
            </label>
            {move || is_merged.get().then(|| {
                let both = incoming.with_value(|incoming| both(app, incoming));
                both.map(|both| view! { <Differences app t m both choices /> })
            })}
        </section>
    }
}

#[component]
fn Differences(
    app: AppState,
    t: &'static Text,
    m: &'static MergeText,
    both: Both,
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let Both { here, file, choice } = both;
    let id = here.id;
    let rubric = app.rubric_of(&here.rubric);
    let lead = if choice.is_empty() { m.no_choice } else { m.lead };
    // What was chosen before the language changed, say.
    let taken = choices.with_untracked(|choices| choices.get(&id).cloned()).unwrap_or_default();
    let fieldsets = choice.into_iter().map(|(part, proposed)| {
        let now = taken.get(&part).copied().unwrap_or(proposed);
        let name = parts::name(t, m, &part, &here);
        let [here, file] = [&here, &file].map(|state| parts::value(t, m, &rubric, &part, state));
        view! { <OnePart m part name now values=[here, file] take=move |part, side| {
            choices.update(|choices| {
                choices.entry(id).or_default().insert(part, side);
            });
        } group=id /> }
    });
    view! {
        <p>{lead}</p>
        <p class="hint">{m.both_lines}" "{m.aside}</p>
        <div class="merge-parts">{fieldsets.collect_view()}</div>
    }
}

/// One part, with both states to choose from.
#[component]
fn OnePart(
    m: &'static MergeText,
    part: Part,
    name: String,
    now: Side,
    values: [String; 2],
    take: impl Fn(Part, Side) + Copy + 'static,
    group: ObservationId,
) -> impl IntoView {
    // One group of radio buttons for each part of each visit.
    let group = format!("{group} {part:?}");
    let part = StoredValue::new(part);
    let [here, file] = values;
    let side = move |side: Side, from: &'static str, value: String| {
        let is_empty = value.trim().is_empty();
        let value = if is_empty { m.nothing.to_owned() } else { value };
        view! {
            <label class="merge-side">
                <input type="radio" name=group.clone() checked=side == now
                    on:change=move |_| part.with_value(|part| take(part.clone(), side)) />
                <span class="merge-from">{from}</span>
                <span class="merge-value" data-empty=is_empty.to_string()>{value}</span>
            </label>
        }
    };
    view! {
        <fieldset class="merge-part">
            <legend>{name}</legend>
            {side(Side::Here, m.here, here)}
            {side(Side::File, m.file, file)}
        </fieldset>
    }
}
