//! How lessons go: time in each phase, feedback by kind, pupils on task.

use leptos::prelude::*;

use super::Look;
use super::bar::LengthBar;
use super::table::Twin;
use crate::domain::SchoolYear;
use crate::insight::{Base, CourseFigures, FeedbackFigures, OnTask, PhaseFigures, percent};

#[component]
pub fn CourseCard(look: Look, year: SchoolYear, fewest: usize) -> impl IntoView {
    let w = &look.words.course;
    let course = look.material.with_value(|material| CourseFigures::of(&material.sample(year), fewest));
    let is_empty =
        course.phases.is_none() && course.on_task.is_none() && course.feedback.iter().all(Option::is_none);
    let phases = course.phases.as_ref().map(|phases| view! { <Phases look phases /> });
    let feedback = course
        .feedback
        .each_ref()
        .map(|one| one.as_ref().map(|one| view! { <Feedback look feedback=one /> }));
    let on_task = course.on_task.map(|on_task| view! { <OnTaskPart look on_task /> });
    view! {
        <section class="card" aria-labelledby="course-title">
            <h2 id="course-title">{w.title}</h2>
            {is_empty.then(|| view! { <p>{w.none}</p> })}
            {phases}
            {feedback}
            {on_task}
        </section>
    }
}

/// "Bijgehouden in: 122 bezoeken, 24 leraren, 26 observatoren".
fn noted_in(look: Look, base: Base) -> String {
    let c = &look.words.page;
    format!("{}: {}", look.words.course.noted_in, (c.base)(base.visits, base.teachers, base.observers))
}

/// Names with a length, what it is in words, and the same as cells of a table.
struct Length {
    name: String,
    part: usize,
    said: String,
}

#[component]
fn Lengths(
    look: Look,
    title: String,
    note: String,
    of: usize,
    columns: [&'static str; 2],
    lengths: Vec<Length>,
) -> impl IntoView {
    let rows = lengths.iter().map(|one| (one.name.clone(), vec![one.said.clone()])).collect();
    let items = lengths.into_iter().map(|Length { name, part, said }| {
        view! {
            <li class="figure-row ladder-row">
                <p class="figure-name">{name.clone()}</p>
                <LengthBar title=name description=said.clone() part of />
                <p class="count">{said}</p>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <section class="figure-part">
            <h3>{title.clone()}</h3>
            <ul class="figure-rows close">{items}</ul>
            <p class="count">{note}</p>
            <Twin look caption=title columns=columns.map(str::to_owned).into() rows />
        </section>
    }
}

#[component]
fn Phases<'a>(look: Look, phases: &'a PhaseFigures) -> impl IntoView + use<> {
    let w = &look.words.course;
    let longest = phases.seconds.iter().map(|(_, seconds)| *seconds).max().unwrap_or(0);
    let whole = |seconds: u64| usize::try_from(seconds).unwrap_or(usize::MAX);
    let lengths = phases.seconds.iter().map(|(phase, seconds)| Length {
        name: look.t.phase(*phase).to_owned(),
        part: whole(*seconds),
        said: (w.minutes_of)(&look.t.tenths(phases.minutes(*seconds))),
    });
    let lengths = lengths.collect();
    view! { <Lengths look title=w.phases.to_owned() note=noted_in(look, phases.base) of=whole(longest) columns=[w.phase, w.minutes] lengths /> }
}

#[component]
fn Feedback<'a>(look: Look, feedback: &'a FeedbackFigures) -> impl IntoView + use<> {
    let w = &look.words.course;
    let all: usize = feedback.counts.iter().map(|(_, n)| n).sum();
    let most = feedback.counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let lengths = feedback.counts.iter().map(|(counter, n)| Length {
        name: look.t.counter(*counter).to_owned(),
        part: *n,
        said: (w.taps)(*n, percent(*n, all)),
    });
    let lengths = lengths.collect();
    let note = format!("{} {}", w.feedback_hint, noted_in(look, feedback.base));
    view! { <Lengths look title=look.t.counter_group(feedback.group).to_owned() note of=most columns=[w.counter, w.times] lengths /> }
}

#[component]
fn OnTaskPart(look: Look, on_task: OnTask) -> impl IntoView {
    let w = &look.words.course;
    let OnTask { on_task, of, scans, base } = on_task;
    let [on, of] = [on_task, of].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
    let share = percent(on, of);
    let said = (w.on_task_is)(share, scans);
    let rows = [(w.on_task, share), (w.off_task, 100 - share)];
    let rows = rows.map(|(name, share)| (name.to_owned(), vec![(look.words.chart.percent)(share)]));
    view! {
        <section class="figure-part">
            <h3>{w.on_task}</h3>
            <LengthBar title=w.on_task.to_owned() description=said.clone() part=on of />
            <p>{said}</p>
            <p class="count">{noted_in(look, base)}</p>
            <Twin look caption=w.on_task.to_owned() columns=vec![w.counter.to_owned(), "%".to_owned()] rows=rows.into() />
        </section>
    }
}
