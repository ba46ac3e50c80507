//! What stands under an indicator when it is opened: look-fors, note and evidence (`evidence.rs`).

use leptos::prelude::*;

use super::evidence::EvidenceList;
use crate::domain::{Edit, Indicator, IndicatorId, LookFor, Observation, Rating, Rubric, ScalePoint, Topic};
use crate::i18n::Text;
use crate::ui::parts::TextArea;
use crate::ui::session::Session;

/// Closed until the observer opens it; the inside is made at the first opening, so that the screen starts fast.
#[component]
pub fn IndicatorDetails(t: &'static Text, session: Session, indicator: Indicator) -> impl IntoView {
    let opened = RwSignal::new(false);
    // Typing tells nobody, so the line that says that there is a note hears of its first and last letter here.
    let noted =
        session.peek(|visit| visit.rating(&indicator.id).is_some_and(|rating| !rating.note.is_empty()));
    let has_note = RwSignal::new(noted);
    let id = indicator.id.clone();
    let evidence = {
        let topic = Topic::Rating(id.clone());
        let id = id.clone();
        Memo::new(move |_| {
            has_note.track();
            session.read(&topic, |visit| Evidence::of(visit, &session.rubric(), &id, t))
        })
    };
    let inside = StoredValue::new_local(indicator);
    let score = t.score();
    let is_from_memory = session.peek(Observation::is_from_memory);
    let more = if is_from_memory { score.more_from_memory } else { score.more };
    view! {
        <details class="indicator-more" on:toggle=move |_| opened.set(true)>
            <summary>
                <span><span class="visually-hidden">{format!("{id} ")}</span>{more}</span>
                <span class="count indicator-evidence" data-is=move || evidence.with(Evidence::name)>
                    {move || evidence.with(|evidence| evidence.line(t, !is_from_memory))}
                </span>
            </summary>
            {move || opened.get().then(|| view! { <Inside t session indicator=inside.get_value() has_note /> })}
        </details>
    }
}

/// What an answer rests on.
#[derive(PartialEq)]
enum Evidence {
    /// Nothing, and nothing is asked.
    None,
    /// Nothing, where it is asked for: softly, never demanded.
    Lacking,
    /// "2 kijkpunten, notitie, 3 regels".
    Kept(String),
}

impl Evidence {
    fn of(visit: &Observation, rubric: &Rubric, id: &IndicatorId, t: &'static Text) -> Self {
        let none = Rating::default();
        let rating = visit.rating(id).unwrap_or(&none);
        let looks = rating.look_fors.len();
        let lines = visit.lines_with(id).count();
        let parts = [
            (looks > 0).then(|| (t.score().look_fors_seen)(looks)),
            (!rating.note.is_empty()).then(|| t.score().has_note.to_owned()),
            (lines > 0).then(|| (t.score().lines)(lines)),
        ];
        let kept: Vec<String> = parts.into_iter().flatten().collect();
        match kept.is_empty() {
            false => Self::Kept(kept.join(", ")),
            true if visit.lacks_proof(rubric, id) => Self::Lacking,
            true => Self::None,
        }
    }

    /// For the style sheet.
    fn name(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Lacking => "lacking",
            Self::Kept(_) => "kept",
        }
    }

    /// The question stands there also where it is not asked now, out of sight: so a tap on an answer lays nothing out anew.
    fn line(&self, t: &'static Text, may_ask: bool) -> String {
        match self {
            Self::None if !may_ask => String::new(),
            Self::None | Self::Lacking => t.score().no_proof.to_owned(),
            Self::Kept(kept) => kept.clone(),
        }
    }
}

#[component]
fn Inside(
    t: &'static Text,
    session: Session,
    indicator: Indicator,
    has_note: RwSignal<bool>,
) -> impl IntoView {
    let Indicator { id, look_fors, low, high, .. } = indicator;
    let rubric = session.rubric();
    let end = |point: Option<&ScalePoint>| point.map(|point| point.value.get());
    let [lowest, highest] = [end(rubric.scale.first()), end(rubric.scale.last())];
    let may_have_lines = Memo::new(move |_| session.read(&Topic::Log, |visit| !visit.is_from_memory()));
    let note = session.peek(|visit| visit.rating(&id).map(|rating| rating.note.clone()));
    let on_note = {
        let id = id.clone();
        Callback::new(move |text: String| {
            let is_note = !text.is_empty();
            session.typed(Edit::Note(id.clone(), text));
            if has_note.get_untracked() != is_note {
                has_note.set(is_note);
            }
        })
    };
    let looks = look_fors
        .into_iter()
        .map(|look_for| view! { <LookForCheck t session indicator=id.clone() look_for /> })
        .collect_view();
    view! {
        <div class="indicator-body">
            <dl class="low-high">
                <div><dt>{lowest}</dt><dd>{low.get(t.lang).to_owned()}</dd></div>
                <div><dt>{highest}</dt><dd>{high.get(t.lang).to_owned()}</dd></div>
            </dl>
            <div class="looks" role="group" aria-label=t.score().look_fors>{looks}</div>
            <TextArea id=format!("note-{id}") label=t.may_stay_empty(t.score().note) initial=note.unwrap_or_default() on_type=on_note />
            {move || may_have_lines.get().then(|| view! { <EvidenceList t session indicator=id.clone() /> })}
        </div>
    }
}

#[component]
fn LookForCheck(
    t: &'static Text,
    session: Session,
    indicator: IndicatorId,
    look_for: LookFor,
) -> impl IntoView {
    let topic = Topic::Rating(indicator.clone());
    let seen = {
        let (indicator, look_for) = (indicator.clone(), look_for.id.clone());
        Memo::new(move |_| {
            session.read(&topic, |visit| {
                visit.rating(&indicator).is_some_and(|rating| rating.look_fors.contains(&look_for))
            })
        })
    };
    let text = look_for.text.get(t.lang).to_owned();
    view! {
        <label class="check">
            <input type="checkbox" value=look_for.id.to_string() prop:checked=move || seen.get()
                on:change=move |ev| {
                    let ticked = event_target_checked(&ev);
                    session.tap(Edit::LookFor(indicator.clone(), look_for.id.clone(), ticked));
                } />
            <span>{text}</span>
        </label>
    }
}
