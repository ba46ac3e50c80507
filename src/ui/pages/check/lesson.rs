//! The course of the lesson: as a picture along its time, and the same in words.

use leptos::prelude::*;

use super::place::Place;
use super::rows::Row;
use super::strip::LessonStrip;
use super::summary::Summary;
use crate::domain::{Observation, Step};
use crate::exchange::CourseRow;
use crate::i18n::Text;
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
    let rows = session.peek(|visit| t.course(visit, &timeline)).into_iter();
    let mut rows: Vec<_> =
        rows.map(|CourseRow { name, value, note }| Row::new(name, value).noted(note)).collect();
    // One way to the lesson serves for all of it.
    if let Some(first) = rows.first_mut() {
        first.place = Some(Place::new(Step::Watch, "log-title"));
        first.called = Some(t.lesson().course.to_owned());
    }
    let figure = session.peek(|visit| view! { <LessonStrip t visit timeline=&timeline /> }.into_any());
    Some(view! { <Summary app t title=t.lesson().course.to_owned() figure rows completed /> })
}
