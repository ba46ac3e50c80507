//! The words of a plan are those of its screen.

use chrono::NaiveDate;

use super::super::format::date;
use super::PlanText;
use crate::domain::{
    ActivityKind, Baseline, CheckAnswer, CheckPoint, Goal, GoalField, GoalStatus, IndicatorId, Lang, Level,
    Proof, Rubric, SchoolYear, Score, Term,
};
use crate::exchange::{PlanLine, PlanWord, PlanWords, ScoreCounts};
use crate::insight::Scale;

/// The words for plans whose goals are proved by the indicators of a rubric.
pub struct WordsOfPlan<'a> {
    /// The texts.
    pub text: &'static PlanText,
    /// Names the indicators.
    pub rubric: &'a Rubric,
    /// In this language.
    pub lang: Lang,
}

/// "1: 3×, 2: 10×".
pub(super) fn times_given(scores: &[u32]) -> String {
    let each = scores.iter().zip(Score::LOWEST..).map(|(times, score)| format!("{score}: {times}×"));
    each.collect::<Vec<_>>().join(", ")
}

impl PlanText {
    /// The label of a text of a goal.
    #[must_use]
    pub fn field(&self, field: GoalField) -> &'static str {
        match field {
            GoalField::Title => self.field.title,
            GoalField::Area => self.field.area,
            GoalField::Desired => self.field.desired,
            GoalField::Norm => self.field.norm,
            GoalField::Target => self.field.target,
            GoalField::Owner => self.field.owner,
            GoalField::Involved => self.field.involved,
            GoalField::Period => self.field.period,
            GoalField::Organisation => self.field.organisation,
            GoalField::Training => self.field.training,
            GoalField::EvaluationHow => self.field.evaluation_how,
            GoalField::EvaluationWhen => self.field.evaluation_when,
            GoalField::Costs => self.field.costs,
        }
    }

    /// What helps to fill it in; may be empty.
    #[must_use]
    pub fn hint(&self, field: GoalField) -> &'static str {
        match field {
            GoalField::Title => self.hint.title,
            GoalField::Area => self.hint.area,
            GoalField::Desired => self.hint.desired,
            GoalField::Norm => self.hint.norm,
            GoalField::Target => self.hint.target,
            GoalField::Owner => self.hint.owner,
            GoalField::Period => self.hint.period,
            GoalField::Organisation => self.hint.organisation,
            GoalField::Training => self.hint.training,
            GoalField::EvaluationHow => self.hint.evaluation_how,
            GoalField::Costs => self.hint.costs,
            GoalField::Involved | GoalField::EvaluationWhen => "",
        }
    }

    /// A level.
    #[must_use]
    pub fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Class => self.level.class,
            Level::Specialists => self.level.specialists,
            Level::Leadership => self.level.leadership,
        }
    }

    /// How far a goal is.
    #[must_use]
    pub fn status(&self, status: GoalStatus) -> &'static str {
        match status {
            GoalStatus::Planned => self.status.planned,
            GoalStatus::Ongoing => self.status.ongoing,
            GoalStatus::Reached => self.status.reached,
            GoalStatus::Stopped => self.status.stopped,
        }
    }

    /// A kind of activity.
    #[must_use]
    pub fn kind(&self, kind: ActivityKind) -> &'static str {
        match kind {
            ActivityKind::StudyDay => self.kind.study_day,
            ActivityKind::Workshop => self.kind.workshop,
            ActivityKind::VideoCoaching => self.kind.video_coaching,
            ActivityKind::Training => self.kind.training,
            ActivityKind::SelfStudy => self.kind.self_study,
            ActivityKind::SchoolGuidance => self.kind.school_guidance,
            ActivityKind::WorkingGroup => self.kind.working_group,
            ActivityKind::ClassConsultation => self.kind.class_consultation,
            ActivityKind::PeerIntervision => self.kind.peer_intervision,
            ActivityKind::InformationBooklet => self.kind.information_booklet,
        }
    }

    /// How soon.
    #[must_use]
    pub fn term(&self, term: Term) -> &'static str {
        match term {
            Term::Short => self.term.short,
            Term::Long => self.term.long,
        }
    }

    /// A point of the two lists.
    #[must_use]
    pub fn point(&self, point: CheckPoint) -> &'static str {
        match point {
            CheckPoint::VariedOffer => self.point.varied_offer,
            CheckPoint::Policy => self.point.policy,
            CheckPoint::Leadership => self.point.leadership,
            CheckPoint::Time => self.point.time,
            CheckPoint::RoomToApply => self.point.room_to_apply,
            CheckPoint::LearningCommunities => self.point.learning_communities,
            CheckPoint::Support => self.point.support,
            CheckPoint::CoherentGoals => self.point.coherent_goals,
            CheckPoint::WholeTeam => self.point.whole_team,
            CheckPoint::ClearVision => self.point.clear_vision,
            CheckPoint::Exchange => self.point.exchange,
            CheckPoint::PracticalInformation => self.point.practical_information,
            CheckPoint::OfferForNeeds => self.point.offer_for_needs,
            CheckPoint::LearningCulture => self.point.learning_culture,
        }
    }

    /// How far a point is so.
    #[must_use]
    pub fn answer(&self, answer: CheckAnswer) -> &'static str {
        match answer {
            CheckAnswer::Yes => self.check.yes,
            CheckAnswer::Partly => self.check.partly,
            CheckAnswer::No => self.check.no,
        }
    }

    /// What a goal is called.
    #[must_use]
    pub fn goal_title<'a>(&self, goal: &'a Goal) -> &'a str {
        match goal.text(GoalField::Title).trim() {
            "" => self.goal.untitled,
            title => title,
        }
    }

    /// "12 bezoeken bij 7 leraren, 3 kijkers. Score 1: 2, … Van 01-09-2026 tot 20-11-2026": where the school stands.
    #[must_use]
    pub fn baseline(&self, baseline: &Baseline) -> String {
        let counts = (self.proof.counts)(baseline.visits(), baseline.teachers, baseline.observers);
        let scores = (self.proof.scores)(&times_given(&baseline.scores), baseline.not_observed);
        let [from, until, taken_on] = [baseline.from, baseline.until, baseline.taken_on].map(date);
        let period = (self.proof.period)(&from, &until, &taken_on);
        format!("{counts} {scores} {period}")
    }
}

/// "D1 De leraar…": an indicator with its sentence, as far as the rubric knows it.
pub(super) fn indicator_name(rubric: &Rubric, id: &IndicatorId, lang: Lang) -> String {
    let text = rubric.indicator(id).map_or("", |indicator| indicator.text.get(lang));
    format!("{id} {text}").trim().to_owned()
}

impl WordsOfPlan<'_> {
    /// "D1 De leraar…": the sentence as it was when it was measured, else as it is. One that is the same still is
    /// said in the language of the reader.
    #[must_use]
    pub fn indicator(&self, proof: &Proof) -> String {
        let is_other = |frozen: &&String| {
            let now = self.rubric.indicator(&proof.indicator);
            !frozen.is_empty() && now.is_none_or(|now| ![&now.text.nl, &now.text.en].contains(frozen))
        };
        match proof.baseline.as_ref().map(|baseline| &baseline.text).filter(is_other) {
            Some(frozen) => format!("{} {frozen}", proof.indicator),
            None => indicator_name(self.rubric, &proof.indicator, self.lang),
        }
    }
}

impl PlanWords for WordsOfPlan<'_> {
    fn title(&self, year: SchoolYear) -> String {
        (self.text.page.title)(&year.to_string())
    }

    fn goal(&self, number: usize, goal: &Goal) -> String {
        // A heading is one line, whatever was typed.
        let title = self.text.goal_title(goal).split_whitespace().collect::<Vec<_>>().join(" ");
        (self.text.goal.numbered)(number, &title)
    }

    fn word(&self, word: PlanWord) -> &str {
        match word {
            PlanWord::Vision => self.text.page.vision,
            PlanWord::Level => self.text.field.level,
            PlanWord::Proofs => self.text.proof.title,
            PlanWord::Activities => self.text.activity.title,
            PlanWord::Status => self.text.field.status,
            PlanWord::Conditions => self.text.check.conditions,
            PlanWord::Marks => self.text.check.marks,
            PlanWord::Bar => self.text.out.bar,
        }
    }

    fn field(&self, field: GoalField) -> &str {
        self.text.field(field)
    }

    fn level(&self, level: Level) -> &str {
        self.text.level(level)
    }

    fn status(&self, status: GoalStatus) -> &str {
        self.text.status(status)
    }

    fn kind(&self, kind: ActivityKind) -> &str {
        self.text.kind(kind)
    }

    fn term(&self, term: Term) -> &str {
        self.text.term(term)
    }

    fn proof(&self, proof: &Proof) -> PlanLine {
        let name = self.indicator(proof);
        let Some(baseline) = &proof.baseline else { return name.into() };
        // Its own scale: the school may have another one by now.
        let scale = Scale::of_points(baseline.scores.len());
        let is_reached = |score: u8| Score::try_from(score).is_ok_and(|score| scale.is_reached(score));
        let reached = baseline.scores.iter().zip(Score::LOWEST..).filter(|(_, score)| is_reached(*score));
        let reached = reached.fold(0_u32, |sum, (times, _)| sum.saturating_add(*times));
        PlanLine {
            text: format!("{name}\n{}", self.text.baseline(baseline)),
            scores: Some(ScoreCounts { times: baseline.scores.clone(), reached }),
        }
    }

    fn point(&self, point: CheckPoint) -> &str {
        self.text.point(point)
    }

    fn answer(&self, answer: CheckAnswer) -> &str {
        self.text.answer(answer)
    }

    fn day(&self, day: NaiveDate) -> String {
        date(day)
    }
}
