//! One visit as plain text for the teacher: to read, to send, to print.

mod words;

use super::layout::Layout;
use crate::domain::{
    Agreement, Answer, FollowUp, Indicator, IndicatorId, LogLine, Observation, Participant, PointList,
    Rating, Rubric, RubricDomain, Talk,
};
pub use words::{CourseRow, ReportWord, ReportWords};

/// Writes `visit`. What was not filled in is left out; what was not scored is named. `own` is what the teacher herself
/// answered, where both chose to see the scores.
#[must_use]
pub fn report_text(
    words: &dyn ReportWords,
    rubric: &Rubric,
    visit: &Observation,
    own: Option<&Observation>,
) -> String {
    let mut report = Report { words, rubric, visit, own, layout: Layout::default() };
    report.about();
    report.course();
    for domain in &rubric.domains {
        report.domain(domain);
    }
    report.outside();
    report.loose_lines();
    report.talk();
    report.objection();
    report.layout.into_text()
}

struct Report<'a> {
    words: &'a dyn ReportWords,
    rubric: &'a Rubric,
    visit: &'a Observation,
    own: Option<&'a Observation>,
    layout: Layout,
}

impl Report<'_> {
    fn about(&mut self) {
        let (words, visit) = (self.words, &self.visit.visit);
        self.layout.heading(words.word(ReportWord::Title));
        let times = [visit.started_at, visit.ended_at].map(|at| at.map(|at| words.time(at.time())));
        let times = times.into_iter().flatten().collect::<Vec<_>>().join(" – ");
        let chosen = visit.counted(self.rubric.indicators().map(|indicator| &indicator.id));
        let chosen = chosen.filter(|_| visit.is_choice()).map(IndicatorId::as_str);
        let chosen = chosen.collect::<Vec<_>>().join(", ");
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
            (ReportWord::Chosen, &*chosen),
        ] {
            self.layout.labelled(0, words.word(word), text);
        }
        self.layout.paragraph(words.word(ReportWord::Focus), &visit.focus);
    }

    /// What the lesson was like along its time, in words.
    fn course(&mut self) {
        let rows = self.words.course(self.visit);
        if rows.is_empty() {
            return;
        }
        self.layout.heading(self.words.word(ReportWord::Course));
        for CourseRow { name, value, note } in rows {
            self.layout.labelled(0, &name, &value);
            self.layout.lines(1, &note);
        }
    }

    fn domain(&mut self, domain: &RubricDomain) {
        if self.visit.looked_at(domain).next().is_none() {
            return;
        }
        self.layout.heading(domain.title.get(self.words.lang()));
        for indicator in self.visit.looked_at(domain) {
            // Of the others the sentences would only be in the way.
            if self.visit.keeps_something(&indicator.id)
                || self.own.is_some_and(|own| own.keeps_something(&indicator.id))
            {
                self.indicator(indicator);
            }
        }
        let blank = self.visit.unanswered(domain).map(IndicatorId::as_str).collect::<Vec<_>>().join(", ");
        self.layout.gap();
        self.layout.labelled(0, self.words.word(ReportWord::NotScored), &blank);
    }

    fn indicator(&mut self, indicator: &Indicator) {
        let (words, lang) = (self.words, self.words.lang());
        let nothing = Rating::default();
        let rating = self.visit.rating(&indicator.id).unwrap_or(&nothing);
        self.layout.gap();
        self.layout.lines(0, &format!("{} {}", indicator.id, indicator.text.get(lang)));
        let answer = rating.answer.map(|answer| self.answer(answer));
        self.layout.lines(1, answer.as_deref().unwrap_or_else(|| words.word(ReportWord::NotScored)));
        let own = self.own_answer(indicator).map(|answer| self.answer(answer)).unwrap_or_default();
        self.layout.labelled(1, words.word(ReportWord::OwnScore), &own);
        let own_note = self.own.and_then(|own| own.rating(&indicator.id)).map_or("", |rating| &rating.note);
        self.layout.labelled(1, words.word(ReportWord::OwnNote), own_note);
        let looks = indicator.look_fors.iter().filter(|look| rating.look_fors.contains(&look.id));
        let looks = looks.map(|look| look.text.get(lang).to_owned());
        self.layout.list(1, words.word(ReportWord::LookFors), looks);
        self.layout.labelled(1, words.word(ReportWord::Note), &rating.note);
        let lines = self.visit.lines_with(&indicator.id);
        self.layout.list(1, words.word(ReportWord::Evidence), lines.map(|line| said(words, line)));
    }

    fn answer(&self, answer: Answer) -> String {
        match answer {
            Answer::Score(score) => self.rubric.score_text(score, self.words.lang()),
            Answer::NotObserved => self.words.word(ReportWord::NotObserved).to_owned(),
        }
    }

    /// What the teacher herself answered.
    fn own_answer(&self, indicator: &Indicator) -> Option<Answer> {
        self.own?.answer(&indicator.id)
    }

    /// What was kept with indicators that the visit does not look at: it counts nowhere, but it is there.
    fn outside(&mut self) {
        let mut outside = self.visit.kept_outside(self.rubric).peekable();
        if outside.peek().is_some() {
            self.layout.heading(self.words.word(ReportWord::Outside));
        }
        outside.for_each(|indicator| self.indicator(indicator));
    }

    /// What was noted and stands with no indicator: it belongs to the teacher as well.
    fn loose_lines(&mut self) {
        let words = self.words;
        let groups = self.visit.loose_lines(self.rubric);
        if !groups.is_empty() {
            self.layout.heading(words.word(ReportWord::LooseLines));
        }
        for (domain, lines) in groups {
            let other = || words.word(ReportWord::Other).to_owned();
            let name = domain.map_or_else(other, |id| self.rubric.domain_title(id, words.lang()));
            self.layout.gap();
            self.layout.list(0, &name, lines.into_iter().map(|line| said(words, line)));
        }
    }

    fn talk(&mut self) {
        let said = talk_text(self.words, &self.visit.talk);
        if !said.trim().is_empty() {
            self.layout.heading(self.words.word(ReportWord::Talk));
            self.layout.lines(0, &said);
        }
    }

    /// What the teacher says against it stands beside what it is said against.
    fn objection(&mut self) {
        if let Some(said) = &self.visit.objection {
            let heading = format!("{} ({})", self.words.word(ReportWord::Objection), self.words.day(said.on));
            self.layout.heading(&heading);
            self.layout.lines(0, said.text.trim());
        }
    }
}

/// What was said, in the order of the talk.
fn talk_text(words: &dyn ReportWords, talk: &Talk) -> String {
    let mut said = Layout::default();
    let list = |said: &mut Layout, word, items: Vec<String>| {
        said.gap();
        said.list(0, words.word(word), items);
    };
    let points = |list| talk.points(list).iter().map(|point| words.point(point)).collect();
    said.paragraph(words.word(ReportWord::TeacherView), &talk.teacher_view);
    list(
        &mut said,
        ReportWord::FollowUps,
        talk.follow_ups.iter().map(|one| came_of_it(words, one)).collect(),
    );
    let around = [
        (ReportWord::Preparing, talk.around.preparing.trim()),
        (ReportWord::Evaluating, talk.around.evaluating.trim()),
    ];
    let around = around.into_iter().filter(|(_, told)| !told.is_empty());
    let around = around.map(|(word, told)| format!("{}\n{told}", words.word(word))).collect();
    list(&mut said, ReportWord::Around, around);
    said.paragraph(words.word(ReportWord::ObserverView), &talk.observer_view);
    if let Some(at) = talk.scores_shown {
        said.gap();
        said.labelled(0, words.word(ReportWord::ScoresShown), &words.moment(at));
    }
    list(&mut said, ReportWord::Strengths, points(PointList::Strengths));
    list(&mut said, ReportWord::GrowthPoints, points(PointList::GrowthPoints));
    let agreements = talk.agreements.iter().map(|agreement| agreed(words, agreement));
    list(&mut said, ReportWord::Agreements, agreements.collect());
    said.paragraph(words.word(ReportWord::Answer), &talk.answer);
    said.gap();
    for who in Participant::ALL {
        if let Some(at) = talk.confirmed.by(who) {
            said.lines(0, &format!("{} ({})", words.right(who), words.moment(at)));
        }
    }
    said.into_text()
}

/// "Wisbordjes"; below it "Afgesproken op 12-11-2026: Noor", what came of it, and the word on it.
fn came_of_it(words: &dyn ReportWords, one: &FollowUp) -> String {
    let outcome = one.outcome.map_or("", |outcome| words.outcome(outcome));
    let lines = [one.agreement.what.trim(), &words.agreed(one), outcome, one.note.trim()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// "9.14 Wisbordjes (werkt)"; on a line of its own what it means.
fn said(words: &dyn ReportWords, line: &LogLine) -> String {
    let sign = line.sign.map(|sign| format!(" ({})", words.sign(sign))).unwrap_or_default();
    let seen = format!("{}{sign}", words.log_line(line));
    match line.meaning.trim() {
        "" => seen,
        meaning => format!("{seen}\n{}: {meaning}", words.word(ReportWord::Meaning)),
    }
}

/// "Wisbordjes bij elke stap (Noor, 26-11-2026)".
fn agreed(words: &dyn ReportWords, agreement: &Agreement) -> String {
    let note = words.who_and_when(agreement);
    let what = agreement.what.trim();
    if note.is_empty() { what.to_owned() } else { format!("{what} ({note})").trim().to_owned() }
}
