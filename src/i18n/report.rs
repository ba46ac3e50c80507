//! The words of a report are those of the screens.

use chrono::{NaiveDate, NaiveTime};

use super::format::date;
use super::own_view::own_view_text;
use super::rights::record_text;
use super::text::Text;
use crate::domain::{
    Agreement, FollowUp, Lang, LogLine, Moment, Observation, Outcome, Participant, Sign, TalkPoint, VisitKind,
};
use crate::exchange::{CourseRow, ReportWord, ReportWords};

impl ReportWords for Text {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn word(&self, word: ReportWord) -> &str {
        match word {
            ReportWord::Title => self.report().title,
            ReportWord::Teacher => self.prepare().teacher,
            ReportWord::Observer => self.prepare().observer,
            ReportWord::Date => self.prepare().date,
            ReportWord::Times => self.check().times,
            ReportWord::Group => self.prepare().group,
            ReportWord::Subject => self.prepare().subject,
            ReportWord::Pupils => self.prepare().pupils,
            ReportWord::Kind => self.prepare().kind,
            ReportWord::Rubric => self.report().rubric,
            ReportWord::Focus => self.prepare().focus,
            ReportWord::NotObserved => self.not_observed,
            ReportWord::NotScored => self.check().not_scored_yet,
            ReportWord::OwnScore => own_view_text(self.lang).own_score,
            ReportWord::OwnNote => own_view_text(self.lang).own_note,
            ReportWord::LookFors => self.report().seen,
            ReportWord::Note => self.score().note,
            ReportWord::Evidence => self.score().evidence,
            ReportWord::Meaning => self.watch().meaning_short,
            ReportWord::Chosen => self.choice().title,
            ReportWord::Outside => self.choice().outside,
            ReportWord::Course => self.lesson().course,
            ReportWord::LooseLines => self.check().loose_lines,
            ReportWord::Other => self.check().other,
            ReportWord::Talk => self.step.talk,
            ReportWord::TeacherView => self.talk().teacher_view,
            ReportWord::FollowUps => self.guide().follow_ups,
            ReportWord::Around => self.guide().around_told,
            ReportWord::Preparing => self.guide().preparing,
            ReportWord::Evaluating => self.guide().evaluating,
            ReportWord::ScoresShown => self.guide().scores_shown,
            ReportWord::Answer => self.guide().answer,
            ReportWord::ObserverView => self.talk().observer_view,
            ReportWord::Strengths => self.talk().strengths,
            ReportWord::GrowthPoints => self.talk().growth_points,
            ReportWord::Objection => record_text(self.lang).objection,
            ReportWord::Agreements => self.talk().agreements,
        }
    }

    fn kind(&self, kind: VisitKind) -> &str {
        Self::kind(self, kind)
    }

    fn sign(&self, sign: Sign) -> &str {
        Self::sign(self, sign)
    }

    fn course(&self, visit: &Observation) -> Vec<CourseRow> {
        visit.timeline().map(|timeline| Self::course(self, visit, &timeline)).unwrap_or_default()
    }

    fn day(&self, day: NaiveDate) -> String {
        date(day)
    }

    fn time(&self, time: NaiveTime) -> String {
        self.clock(time)
    }

    fn log_line(&self, line: &LogLine) -> String {
        Self::log_line(self, line)
    }

    fn moment(&self, at: Moment) -> String {
        Self::moment(self, at)
    }

    fn point(&self, point: &TalkPoint) -> String {
        Self::point(self, point)
    }

    fn who_and_when(&self, agreement: &Agreement) -> String {
        Self::who_and_when(self, agreement)
    }

    fn agreed(&self, one: &FollowUp) -> String {
        Self::agreed(self, one)
    }

    fn outcome(&self, outcome: Outcome) -> &str {
        Self::outcome(self, outcome)
    }

    fn right(&self, participant: Participant) -> &str {
        Self::right(self, participant)
    }
}
