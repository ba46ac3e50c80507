//! Texts that are chosen or put together from a value.

use chrono::NaiveDate;

use crate::domain::{
    Answer, Counter, CounterGroup, Moment, OpenPoint, Phase, PointList, Rubric, Sign, Step, Visit, VisitKind,
    one_line,
};
use crate::exchange::{ImportError, MAX_IMPORT_BYTES, Purpose, Verdict};
use crate::store::{Kept, StoreError, Theme};

use super::format::date;
use super::text::Text;

impl Text {
    /// The label of a field that may stay empty.
    #[must_use]
    pub fn may_stay_empty(&self, label: &str) -> String {
        format!("{label} ({})", self.optional)
    }

    /// "4 van 25 gescoord", or of how many chosen.
    #[must_use]
    pub fn scored(&self, scored: usize, of: usize, is_choice: bool) -> String {
        if is_choice { (self.choice().scored_of)(scored, of) } else { (self.scored_of)(scored, of) }
    }

    /// "1 zwak · 2 meer zwak dan sterk · …": what the scores mean.
    #[must_use]
    pub fn scale(&self, rubric: &Rubric) -> String {
        let points =
            rubric.scores().map(|score| format!("{} {}", score.get(), rubric.label(score, self.lang)));
        // No line begins with a dot.
        points.collect::<Vec<_>>().join("\u{a0}· ")
    }

    /// How the last change is kept, in a few words; `today` is said by its time.
    pub fn kept(&self, kept: &Kept, today: NaiveDate) -> String {
        match kept {
            Kept::Nothing => String::new(),
            Kept::Saving => self.save.pending.to_owned(),
            Kept::Saved(at) if at.date_naive() != today => {
                format!("{} {}", self.save.saved_on, date(at.date_naive()))
            }
            Kept::Saved(at) => (self.save.saved_at)(&self.clock(at.time())),
            Kept::Undone(what) => what.clone(),
            Kept::OneCopy => self.save.one_copy.to_owned(),
            Kept::NotSafe => self.save.not_safe.to_owned(),
            Kept::Failed(_) => self.save.failed.to_owned(),
        }
    }

    /// "3 (meer sterk dan zwak)", or that it was not seen.
    #[must_use]
    pub fn answer(&self, rubric: &Rubric, answer: Answer) -> String {
        match answer {
            Answer::Score(score) => rubric.score_text(score, self.lang),
            Answer::NotObserved => self.not_observed.to_owned(),
        }
    }

    /// The name of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> &'static str {
        match step {
            Step::Prepare => self.step.prepare,
            Step::Watch => self.step.watch,
            Step::Score => self.step.score,
            Step::Talk => self.step.talk,
            Step::Check => self.step.check,
        }
    }

    /// The name of a kind of visit.
    #[must_use]
    pub fn kind(&self, kind: VisitKind) -> &'static str {
        match kind {
            VisitKind::Peer => self.kind.peer,
            VisitKind::Leader => self.kind.leader,
            VisitKind::Coach => self.kind.coach,
            VisitKind::Walkthrough => self.kind.walkthrough,
            VisitKind::SelfAssessment => self.kind.self_assessment,
        }
    }

    /// The name of a theme.
    #[must_use]
    pub fn theme_name(&self, theme: Theme) -> &'static str {
        match theme {
            Theme::System => self.theme.system,
            Theme::Light => self.theme.light,
            Theme::Dark => self.theme.dark,
            Theme::Dim => self.theme.dim,
        }
    }

    /// For or against, in a word.
    #[must_use]
    pub fn sign(&self, sign: Sign) -> &'static str {
        match sign {
            Sign::Plus => self.watch().plus,
            Sign::Minus => self.watch().minus,
        }
    }

    /// What is still open. Indicators are listed one by one behind it.
    #[must_use]
    pub fn open_point(&self, point: &OpenPoint, rubric: &Rubric) -> String {
        let t = self.open();
        match point {
            OpenPoint::NoTeacher => t.no_teacher.to_owned(),
            OpenPoint::NoObserver => t.no_observer.to_owned(),
            OpenPoint::DayToCome => t.day_to_come.to_owned(),
            OpenPoint::OtherDay => t.other_day.to_owned(),
            OpenPoint::EndBeforeStart => t.end_before_start.to_owned(),
            OpenPoint::NotEnded => t.not_ended.to_owned(),
            OpenPoint::NotScored(domain, _) => (t.not_scored)(&rubric.domain_title(domain, self.lang)),
            OpenPoint::NoProof(_) => t.no_proof.to_owned(),
            OpenPoint::EmptyPoint(PointList::Strengths, _, number) => (t.empty_strength)(*number),
            OpenPoint::EmptyPoint(PointList::GrowthPoints, _, number) => (t.empty_growth_point)(*number),
            OpenPoint::NoAgreement => t.no_agreement.to_owned(),
            OpenPoint::AgreementWithoutWhat(_, number) => (t.agreement_without_what)(*number),
            OpenPoint::AgreementWithoutWho(_, number) => (t.agreement_without_who)(*number),
        }
    }

    /// The name of a counter.
    #[must_use]
    pub fn counter(&self, counter: Counter) -> &'static str {
        match counter {
            Counter::FeedUp => self.lesson().feed_up,
            Counter::FeedBack => self.lesson().feed_back,
            Counter::FeedForward => self.lesson().feed_forward,
            Counter::Task => self.lesson().task,
            Counter::Process => self.lesson().process,
            Counter::SelfRegulation => self.lesson().self_regulation,
            Counter::Person => self.lesson().person,
            Counter::OpenQuestion => self.lesson().open_question,
            Counter::ClosedQuestion => self.lesson().closed_question,
            Counter::Turn => self.lesson().turn,
            Counter::Basic => self.lesson().basic,
            Counter::Extended => self.lesson().extended,
            Counter::Enriched => self.lesson().enriched,
        }
    }

    /// What a group of counters counts.
    #[must_use]
    pub fn counter_group(&self, group: CounterGroup) -> &'static str {
        match group {
            CounterGroup::FeedbackKind => self.lesson().feedback_kind,
            CounterGroup::FeedbackLevel => self.lesson().feedback_level,
            CounterGroup::Questions => self.lesson().questions,
            CounterGroup::Instruction => self.lesson().instruction,
        }
    }

    /// The name of a phase on screen; one that did not come with the app has its own.
    #[must_use]
    pub fn phase_name<'a>(&self, name: &'a str) -> &'a str {
        Phase::from_name(name).map_or(name, |phase| self.phase(phase))
    }

    /// The name of a phase that comes with the app.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> &'static str {
        match phase {
            Phase::JointStart => self.lesson().joint_start,
            Phase::Instruction => self.lesson().explaining,
            Phase::GuidedPractice => self.lesson().guided_practice,
            Phase::IndependentWork => self.lesson().independent_work,
            Phase::Rounds => self.lesson().rounds,
            Phase::Closing => self.lesson().closing,
        }
    }

    /// What an import does with a visit.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::New => self.import().new,
            Verdict::Same => self.import().same,
            Verdict::Newer => self.import().newer,
            Verdict::Older => self.import().older,
            Verdict::Conflict => self.import().conflict,
        }
    }

    /// What an export is for.
    #[must_use]
    pub fn purpose(&self, purpose: Purpose) -> &'static str {
        match purpose {
            Purpose::Backup => self.export().backup,
            Purpose::Coaching => self.export().coaching,
            Purpose::Appraisal => self.export().appraisal,
            Purpose::SchoolPlan => self.export().school_plan,
        }
    }

    /// "Weghalen: Sterk punt 2": what a button of a list takes away.
    #[must_use]
    pub fn remove_nth(&self, what: &str, number: usize) -> String {
        format!("{}: {what} {number}", self.remove)
    }

    /// "Juf Noor": whose lesson it is, or that nothing is known yet.
    #[must_use]
    pub fn visit_title(&self, visit: &Visit) -> String {
        if visit.teacher.name.trim().is_empty() {
            self.home.no_title.to_owned()
        } else {
            one_line(&visit.teacher.name)
        }
    }

    /// "Juf Noor, 12-11-2026": tells one visit from another.
    #[must_use]
    pub fn visit_name(&self, visit: &Visit) -> String {
        format!("{}, {}", self.visit_title(visit), date(visit.date))
    }

    /// "12-11-2026 · groep 5 · Rekenen · door Meester Daan", or "Eigen les": what tells it from other visits to the same teacher.
    #[must_use]
    pub fn visit_meta(&self, visit: &Visit) -> String {
        let group =
            (!visit.group.is_empty()).then(|| format!("{} {}", self.home.group, one_line(&visit.group)));
        let subject = (!visit.subject.is_empty()).then(|| one_line(&visit.subject));
        let who = match visit.kind {
            _ if visit.own_view_of.is_some() => Some(self.home.own_view.to_owned()),
            VisitKind::SelfAssessment => Some(self.kind.self_assessment.to_owned()),
            _ => Some(one_line(visit.observer.name.trim()))
                .filter(|name| !name.is_empty())
                .map(|name| (self.home.by)(&name)),
        };
        let parts = [Some(date(visit.date)), group, subject, who];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// How long ago a visit left this device, if it did, or that it changed since.
    #[must_use]
    pub fn export_age(&self, left: Option<(Moment, bool)>, now: Moment) -> String {
        let Some((at, changed_since)) = left else { return self.home.never_exported.to_owned() };
        if changed_since {
            return self.home.changed_since.to_owned();
        }
        match (now.date_naive() - at.date_naive()).num_days() {
            ..=0 => self.home.exported_today.to_owned(),
            days => (self.home.exported_days)(days),
        }
    }

    /// When everything was last exported, or that it never was.
    #[must_use]
    pub fn last_backup(&self, at: Option<Moment>) -> String {
        at.map_or_else(
            || self.data().no_backup.to_owned(),
            |at| (self.data().last_backup)(&date(at.date_naive())),
        )
    }

    /// What went wrong with the storage, and what to do now.
    #[must_use]
    pub fn store_error(&self, error: &StoreError) -> String {
        match error {
            StoreError::Blocked => self.store.blocked.to_owned(),
            StoreError::OtherTab => self.store.other_tab.to_owned(),
            StoreError::Full => self.store.full.to_owned(),
            StoreError::Damaged { .. } => self.store.damaged.to_owned(),
            StoreError::Newer { .. } => self.store.newer.to_owned(),
            StoreError::Packed => self.store.packed.to_owned(),
            StoreError::Failed(reason) => (self.store.failed)(reason),
        }
    }

    /// Why a file cannot be imported: where and why.
    #[must_use]
    pub fn import_error(&self, error: &ImportError) -> String {
        let t = self.import();
        match error {
            ImportError::TooLarge { .. } => (t.too_large)(MAX_IMPORT_BYTES as u64 / (1024 * 1024)),
            ImportError::NotRead => t.not_read.to_owned(),
            ImportError::NotJson { line, column } => (t.not_json)(*line, *column),
            ImportError::CutOff { .. } => t.cut_off.to_owned(),
            ImportError::TooDeep { .. } => t.too_deep.to_owned(),
            ImportError::OtherFormat { found: Some(found) } => (t.other_format)(found),
            ImportError::OtherFormat { found: None } => t.no_format.to_owned(),
            ImportError::NewerVersion { found } => (t.newer_version)(*found),
            ImportError::Invalid { path, reason } => (t.invalid)(path, reason),
            ImportError::RubricInvalid { id, reason } => (t.invalid)(id, &reason.to_string()),
        }
    }
}
