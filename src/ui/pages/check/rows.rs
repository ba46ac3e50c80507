//! What the check page says of a visit, question by question.

use super::place::Place;
use crate::domain::{DomainId, Indicator, IndicatorId, LogLine, Observation, Rubric, Step, Visit};
use crate::i18n::{Text, date};

/// A question with its answer.
pub struct Row {
    /// The question.
    pub name: String,
    /// What the way to change it is called, where the question alone would not tell it from others.
    pub called: Option<String>,
    /// The answer; may be empty.
    pub value: String,
    /// What goes with it; may be empty.
    pub note: String,
    /// Lines of the log that stand with it.
    pub lines: Vec<String>,
    /// Where it can be changed.
    pub place: Option<Place>,
}

impl Row {
    /// A question and its answer; where it can be changed is not said.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            called: None,
            value: value.into(),
            note: String::new(),
            lines: Vec::new(),
            place: None,
        }
    }

    /// That can be changed there.
    pub fn at(self, step: Step, id: impl Into<String>) -> Self {
        Self { place: Some(Place::new(step, id)), ..self }
    }

    /// The way to change it is called so.
    pub fn called(self, called: String) -> Self {
        Self { called: Some(called), ..self }
    }

    /// With something beside the answer.
    pub fn noted(self, note: String) -> Self {
        Self { note, ..self }
    }
}

/// Who, when, which lesson.
pub fn visit_rows(t: &'static Text, observation: &Observation, rubric: &Rubric) -> Vec<Row> {
    let visit = &observation.visit;
    let pupils = visit.pupils.map(|pupils| pupils.to_string()).unwrap_or_default();
    let times = [visit.started_at, visit.ended_at].map(|at| at.map(|at| t.clock(at.time())));
    let times = times.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    let field = |id: &str, name, value: String| Row::new(name, value).at(Step::Prepare, id);
    vec![
        field("teacher", t.prepare().teacher, visit.teacher.name.clone()),
        field("observer", t.prepare().observer, visit.observer.name.clone()),
        field("date", t.prepare().date, date(visit.date)),
        Row::new(t.check().times, times).at(Step::Watch, "timer"),
        field("group", t.prepare().group, visit.group.clone()),
        field("subject", t.prepare().subject, visit.subject.clone()),
        field("pupils", t.prepare().pupils, pupils),
        field("kind", t.prepare().kind, t.kind(visit.kind).to_owned()),
        field("focus", t.prepare().focus, visit.focus.clone()),
        Row::new(t.check().rubric, format!("{} ({})", rubric.title.get(t.lang), observation.rubric.version)),
        field("choice", t.choice().title, choice(t, visit, rubric)),
    ]
}

/// "6 van 25 gekozen: D1, …", or that it is all of them.
fn choice(t: &'static Text, visit: &Visit, rubric: &Rubric) -> String {
    let of = rubric.indicators().count();
    if !visit.is_choice() {
        return (t.choice().all)(of);
    }
    let chosen = visit.counted(rubric.indicators().map(|indicator| &indicator.id));
    let chosen: Vec<_> = chosen.map(IndicatorId::as_str).collect();
    format!("{}: {}", (t.choice().some)(chosen.len(), of), chosen.join(", "))
}

/// The answers to these indicators.
pub fn rating_rows<'a>(
    t: &'static Text,
    visit: &Observation,
    rubric: &Rubric,
    indicators: impl Iterator<Item = &'a Indicator>,
) -> Vec<Row> {
    let row = |indicator: &Indicator| {
        let answer = visit.answer(&indicator.id).map(|answer| t.answer(rubric, answer));
        let answer = answer.unwrap_or_else(|| t.check().not_scored_yet.to_owned());
        let seen = visit.rating(&indicator.id).map(|rating| {
            let looks = indicator.look_fors.iter().filter(|look| rating.look_fors.contains(&look.id));
            let looks = looks.map(|look| look.text.get(t.lang));
            let note = Some(rating.note.as_str()).filter(|note| !note.is_empty());
            looks.chain(note).collect::<Vec<_>>().join("\n")
        });
        let lines = visit.lines_with(&indicator.id).map(|line| t.log_line(line)).collect();
        Row { lines, ..Row::new(format!("{} {}", indicator.id, indicator.text.get(t.lang)), answer) }
            .noted(seen.unwrap_or_default())
            .at(Step::Score, format!("indicator-{}", indicator.id))
    };
    indicators.map(row).collect()
}

/// The lines of the log.
pub fn log_rows(t: &'static Text, observation: &Observation, rubric: &Rubric) -> Vec<Row> {
    let row = |line: &LogLine| {
        let tags = [
            line.domain.as_ref().map(|id| rubric.domain_title(id, t.lang)),
            line.indicator.as_ref().map(ToString::to_string),
            line.sign.map(|sign| t.sign(sign).to_owned()),
        ];
        let tags = tags.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let meaning = Some(line.meaning.trim()).filter(|meaning| !meaning.is_empty());
        let meaning = meaning.map(|meaning| format!("{}: {meaning}", t.watch().meaning_short));
        let tags = Some(tags).filter(|tags| !tags.is_empty());
        Row::new(t.clock(line.at.time()), &*line.text)
            .called(t.log_line(line))
            .noted(tags.into_iter().chain(meaning).collect::<Vec<_>>().join("\n"))
            .at(Step::Watch, format!("line-{}", line.id))
    };
    observation.log.iter().map(row).collect()
}

/// The lines of the log that stand with no indicator, by domain; they are linked on Scoren.
pub fn loose_rows(t: &'static Text, observation: &Observation, rubric: &Rubric) -> Vec<Row> {
    let row = |(domain, lines): (Option<&DomainId>, Vec<&LogLine>)| {
        let name = domain.map_or_else(|| t.check().other.to_owned(), |id| rubric.domain_title(id, t.lang));
        Row { lines: lines.into_iter().map(|line| t.log_line(line)).collect(), ..Row::new(name, "") }
    };
    observation.loose_lines(rubric).into_iter().map(row).collect()
}
