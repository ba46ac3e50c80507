//! The course of the lesson: as a picture along its time, and the same in words.

use leptos::prelude::*;

use super::place::Place;
use super::strip::LessonStrip;
use super::{Row, Summary};
use crate::domain::{Counter, CounterGroup, Observation, Scan, Step, Stretch, Timeline};
use crate::i18n::{Text, clock};
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// Phases, counts and scans; nothing if nothing was noted during the lesson.
#[component]
pub fn LessonSummary(
    app: AppState,
    t: &'static Text,
    session: Session,
    completed: Memo<bool>,
) -> impl IntoView {
    let timeline = session.peek(Observation::timeline)?;
    let mut rows = session.peek(|visit| rows(t, visit, &timeline));
    // One way to the lesson serves for all of it.
    if let Some(first) = rows.first_mut() {
        first.place = Some(Place::new(Step::Watch, "log-title"));
        first.called = Some(t.lesson.course.to_owned());
    }
    let figure = session.peek(|visit| view! { <LessonStrip t visit timeline=&timeline /> }.into_any());
    Some(view! { <Summary app t title=t.lesson.course.to_owned() figure rows completed /> })
}

fn rows(t: &'static Text, visit: &Observation, timeline: &Timeline) -> Vec<Row> {
    let mut number = 0;
    let stretches = timeline.stretches.iter().map(|stretch| {
        let name = match stretch.phase {
            Some(phase) => {
                number += 1;
                format!("{number}. {}", t.phase(phase))
            }
            None => t.lesson.no_phase.to_owned(),
        };
        let minutes = (t.lesson.minutes)((stretch.to - stretch.from).num_minutes());
        let times = format!("{} – {}", clock(stretch.from.time()), clock(stretch.to.time()));
        Row::new(name, format!("{times} ({minutes})")).noted(what_happened(t, stretch))
    });
    stretches.chain(totals(t, visit)).collect()
}

/// "3 regels · Beurt 4, Taak 1 · 21 van 24 om 9.10".
fn what_happened(t: &'static Text, stretch: &Stretch) -> String {
    let lines = (stretch.lines > 0).then(|| (t.score.lines)(stretch.lines));
    let named = stretch.counts.iter().map(|(name, n)| {
        let counter = Counter::from_name(name);
        format!("{} {n}", counter.map_or(name.as_str(), |counter| t.counter(counter)))
    });
    let named: Vec<_> = named.collect();
    let counts = (!named.is_empty()).then(|| named.join(", "));
    let scans = stretch.scans.iter().map(|scan| said(t, scan));
    lines.into_iter().chain(counts).chain(scans).collect::<Vec<_>>().join(" · ")
}

/// What was counted over the whole lesson, group by group; then the scans.
fn totals(t: &'static Text, visit: &Observation) -> Vec<Row> {
    let mut rows = Vec::new();
    for group in CounterGroup::ALL {
        let counted = group.counters().map(|counter| (counter, visit.count(counter.name())));
        let counted =
            counted.filter(|(_, n)| *n > 0).map(|(counter, n)| format!("{} {n}", t.counter(counter)));
        let counted = counted.collect::<Vec<_>>().join(", ");
        if !counted.is_empty() {
            rows.push(Row::new(t.counter_group(group), counted));
        }
    }
    let own = visit.other_counters().into_iter().map(|name| format!("{name} {}", visit.count(&name)));
    let own = own.collect::<Vec<_>>().join(", ");
    if !own.is_empty() {
        rows.push(Row::new(t.lesson.own_counters, own));
    }
    let scans = visit.scans.iter().map(|scan| said(t, scan)).collect::<Vec<_>>().join("\n");
    if !scans.is_empty() {
        rows.push(Row::new(t.lesson.scan, scans));
    }
    rows
}

fn said(t: &'static Text, scan: &Scan) -> String {
    (t.lesson.scan_at)(scan.on_task, scan.of, &clock(scan.at.time()))
}
