//! What is still open in a visit. Only ever a list to look at: a visit may be completed as it is.

use chrono::NaiveDate;

use super::ids::{AgreementId, DomainId, IndicatorId, PointId};
use super::observation::Observation;
use super::rubric::Rubric;
use super::talk::PointList;

/// Something that an observer may have overlooked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenPoint {
    /// Nobody knows whose lesson it was.
    NoTeacher,
    /// Nobody knows who watched.
    NoObserver,
    /// The day is still to come.
    DayToCome,
    /// The lesson timer ran on another day than that of the visit.
    OtherDay,
    /// The lesson ends before it starts.
    EndBeforeStart,
    /// The lesson was started and not ended.
    NotEnded,
    /// Indicators of one domain without an answer.
    NotScored(DomainId, Vec<IndicatorId>),
    /// Indicators with a score at an end of the scale that [lacks proof](Observation::lacks_proof).
    NoProof(Vec<IndicatorId>),
    /// A strength or growth point without words, and its place in the list from 1 on.
    EmptyPoint(PointList, PointId, usize),
    /// Nothing was agreed.
    NoAgreement,
    /// An agreement that does not say what will be done, and its place in the list from 1 on.
    AgreementWithoutWhat(AgreementId, usize),
    /// An agreement that does not say who does it, and its place in the list from 1 on.
    AgreementWithoutWho(AgreementId, usize),
}

impl Observation {
    /// What is still open on the day `today`, in the order of the screens, of a visit [with the names](super::Visit::with_names)
    /// of those who are in the list.
    #[must_use]
    pub fn open_points(&self, rubric: &Rubric, today: NaiveDate) -> Vec<OpenPoint> {
        let mut open = self.open_in_visit(today);
        for domain in &rubric.domains {
            let blank: Vec<_> = self.unanswered(domain).cloned().collect();
            if !blank.is_empty() {
                open.push(OpenPoint::NotScored(domain.id.clone(), blank));
            }
        }
        let counted = self.visit.counted(rubric.indicators().map(|indicator| &indicator.id));
        let bare: Vec<_> = counted.filter(|id| self.lacks_proof(rubric, id)).cloned().collect();
        if !bare.is_empty() {
            open.push(OpenPoint::NoProof(bare));
        }
        open.extend(self.open_in_talk());
        open
    }

    fn open_in_visit(&self, today: NaiveDate) -> Vec<OpenPoint> {
        let visit = &self.visit;
        let (start, end) = (visit.started_at, visit.ended_at);
        let checks = [
            (is_blank(&visit.teacher.name), OpenPoint::NoTeacher),
            (is_blank(&visit.observer.name), OpenPoint::NoObserver),
            (visit.date > today, OpenPoint::DayToCome),
            (start.is_some_and(|at| at.date_naive() != visit.date), OpenPoint::OtherDay),
            (start.zip(end).is_some_and(|(start, end)| end < start), OpenPoint::EndBeforeStart),
            (start.is_some() && end.is_none(), OpenPoint::NotEnded),
        ];
        checks.into_iter().filter(|(is_open, _)| *is_open).map(|(_, point)| point).collect()
    }

    fn open_in_talk(&self) -> Vec<OpenPoint> {
        let talk = &self.talk;
        let empty_points = [PointList::Strengths, PointList::GrowthPoints].into_iter().flat_map(|list| {
            let empty = (1..).zip(talk.points(list)).filter(|(_, point)| is_blank(&point.text));
            empty.map(move |(number, point)| OpenPoint::EmptyPoint(list, point.id, number))
        });
        let none = talk.agreements.is_empty().then_some(OpenPoint::NoAgreement);
        let unclear = (1..).zip(&talk.agreements).filter_map(|(number, agreement)| {
            if is_blank(&agreement.what) {
                Some(OpenPoint::AgreementWithoutWhat(agreement.id, number))
            } else {
                is_blank(&agreement.who).then_some(OpenPoint::AgreementWithoutWho(agreement.id, number))
            }
        });
        empty_points.chain(none).chain(unclear).collect()
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
