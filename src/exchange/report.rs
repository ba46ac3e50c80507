//! One visit as plain text for the teacher: to read, to send, to print.

mod layout;
mod words;

use crate::domain::{
    Agreement, Answer, Indicator, LogLine, Observation, PointList, Rating, Rubric, RubricDomain,
};
use layout::Layout;
pub use words::{ReportWord, ReportWords};

/// Writes `visit`. What was not filled in is left out; what was not scored is named.
#[must_use]
pub fn report_text(words: &dyn ReportWords, rubric: &Rubric, visit: &Observation) -> String {
    let mut report = Report { words, rubric, visit, layout: Layout::default() };
    report.about();
    for domain in &rubric.domains {
        report.domain(domain);
    }
    report.talk();
    report.layout.into_text()
}

struct Report<'a> {
    words: &'a dyn ReportWords,
    rubric: &'a Rubric,
    visit: &'a Observation,
    layout: Layout,
}

impl Report<'_> {
    fn about(&mut self) {
        let (words, visit) = (self.words, &self.visit.visit);
        self.layout.heading(words.word(ReportWord::Title));
        let times = [visit.started_at, visit.ended_at].map(|at| at.map(|at| words.time(at.time())));
        let times = times.into_iter().flatten().collect::<Vec<_>>().join(" – ");
        let pupils = visit.pupils.map(|pupils| pupils.to_string()).unwrap_or_default();
        for (word, text) in [
            (ReportWord::Teacher, &*visit.teacher.name),
            (ReportWord::Observer, &*visit.observer.name),
            (ReportWord::Date, &*words.day(visit.date)),
            (ReportWord::Times, &*times),
            (ReportWord::Group, &*visit.group),
            (ReportWord::Subject, &*visit.subject),
            (ReportWord::Pupils, &*pupils),
            (ReportWord::Kind, words.kind(visit.kind)),
            (ReportWord::Rubric, self.rubric.title.get(words.lang())),
        ] {
            self.layout.labelled(0, words.word(word), text);
        }
        self.layout.paragraph(words.word(ReportWord::Focus), &visit.focus);
    }

    fn domain(&mut self, domain: &RubricDomain) {
        self.layout.heading(domain.title.get(self.words.lang()));
        for indicator in &domain.indicators {
            if let Some(rating) = self.visit.rating(&indicator.id).filter(|rating| !rating.is_empty()) {
                self.indicator(indicator, rating);
            }
        }
        // Nothing was kept with these, so their sentences would only be in the way.
        let blank = domain.indicators.iter().filter(|indicator| self.visit.rating(&indicator.id).is_none());
        let blank = blank.map(|indicator| indicator.id.as_str()).collect::<Vec<_>>().join(", ");
        self.layout.gap();
        self.layout.labelled(0, self.words.word(ReportWord::NotScored), &blank);
    }

    fn indicator(&mut self, indicator: &Indicator, rating: &Rating) {
        let (words, lang) = (self.words, self.words.lang());
        self.layout.gap();
        self.layout.lines(0, &format!("{} {}", indicator.id, indicator.text.get(lang)));
        let answer = match rating.answer {
            Some(Answer::Score(score)) => self.rubric.score_text(score, lang),
            Some(Answer::NotObserved) => words.word(ReportWord::NotObserved).to_owned(),
            None => words.word(ReportWord::NotScored).to_owned(),
        };
        self.layout.lines(1, &answer);
        let looks = indicator.look_fors.iter().filter(|look| rating.look_fors.contains(&look.id));
        let looks = looks.map(|look| look.text.get(lang).to_owned());
        self.layout.list(1, words.word(ReportWord::LookFors), looks);
        self.layout.labelled(1, words.word(ReportWord::Note), &rating.note);
        let lines = self.visit.log.iter().filter(|line| rating.evidence.contains(&line.id));
        self.layout.list(1, words.word(ReportWord::Evidence), lines.map(|line| said(words, line)));
    }

    fn talk(&mut self) {
        let (words, talk) = (self.words, &self.visit.talk);
        let points = |list| talk.points(list).iter().map(|point| point.text.clone());
        let mut said = Layout::default();
        said.paragraph(words.word(ReportWord::TeacherView), &talk.teacher_view);
        said.paragraph(words.word(ReportWord::ObserverView), &talk.observer_view);
        said.gap();
        said.list(0, words.word(ReportWord::Strengths), points(PointList::Strengths));
        said.gap();
        said.list(0, words.word(ReportWord::GrowthPoints), points(PointList::GrowthPoints));
        said.gap();
        let agreements = talk.agreements.iter().map(|agreement| agreed(words, agreement));
        said.list(0, words.word(ReportWord::Agreements), agreements);
        let said = said.into_text();
        if !said.trim().is_empty() {
            self.layout.heading(words.word(ReportWord::Talk));
            self.layout.lines(0, &said);
        }
    }
}

/// "9.14 Wisbordjes (werkt)"; on a line of its own what it means.
fn said(words: &dyn ReportWords, line: &LogLine) -> String {
    let sign = line.sign.map(|sign| format!(" ({})", words.sign(sign))).unwrap_or_default();
    let seen = format!("{} {}{sign}", words.time(line.at.time()), line.text.trim());
    match line.meaning.trim() {
        "" => seen,
        meaning => format!("{seen}\n{}: {meaning}", words.word(ReportWord::Meaning)),
    }
}

/// "Wisbordjes bij elke stap (Noor, 26-11-2026)".
fn agreed(words: &dyn ReportWords, agreement: &Agreement) -> String {
    let who = Some(agreement.who.trim().to_owned()).filter(|who| !who.is_empty());
    let when = agreement.when.map(|day| words.day(day));
    let note = [who, when].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let what = agreement.what.trim();
    if note.is_empty() { what.to_owned() } else { format!("{what} ({note})").trim().to_owned() }
}
