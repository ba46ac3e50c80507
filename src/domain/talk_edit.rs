//! What an observer can do to the talk.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::edit::swap;
use super::follow_up::FollowUpEdit;
use super::ids::{AgreementId, IndicatorId, PointId};
use super::talk::{Agreement, Confirmed, Participant, PointList, Talk, TalkPoint};
use super::time::Moment;

/// A change to the talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TalkEdit {
    /// Sets the teacher's own words.
    TeacherView(String),
    /// Sets how results were used to prepare the lesson.
    Preparing(String),
    /// Sets how the lesson is evaluated.
    Evaluating(String),
    /// Sets the observer's words.
    ObserverView(String),
    /// Shows the scores to both since this moment, or hides them.
    ShowScores(Option<Moment>),
    /// Puts a point into a list at this place (or at the end).
    InsertPoint(PointList, usize, TalkPoint),
    /// Takes a point out.
    RemovePoint(PointList, PointId),
    /// Sets a point's text.
    PointText(PointList, PointId, String),
    /// Ties a point to an indicator, or to none.
    PointIndicator(PointList, PointId, Option<IndicatorId>),
    /// Puts an agreement at this place (or at the end).
    InsertAgreement(usize, Agreement),
    /// Takes an agreement out.
    RemoveAgreement(AgreementId),
    /// Changes an agreement.
    Agreement(AgreementId, AgreementEdit),
    /// Sets the answer to the teacher's own question.
    Answer(String),
    /// The teacher agrees since this moment that the visit shows in her growth, or does not any more.
    InGrowth(Option<Moment>),
    /// One of both says since this moment that all this is right, or does not any more.
    Confirm(Participant, Option<Moment>),
    /// Changes what is taken up of an earlier visit.
    FollowUp(FollowUpEdit),
    /// Confirmed as it was, if the talk says the same as then: not all that is typed is a step of undo.
    ConfirmedAs(Confirmed, u64),
    /// Undoes an edit by which the talk was confirmed no longer; behind it as in `ConfirmedAs`.
    Back(Box<TalkEdit>, Confirmed, u64),
}

/// A change to an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each names the field of `Agreement` that it sets")]
pub enum AgreementEdit {
    What(String),
    Who(String),
    When(Option<NaiveDate>),
}

impl Talk {
    /// A change of what the talk says takes it away that it was confirmed: nobody has said that it is right so.
    pub(super) fn change(&mut self, edit: TalkEdit) -> Option<TalkEdit> {
        use TalkEdit as E;
        match edit {
            E::ShowScores(at) => swap(&mut self.scores_shown, at).map(E::ShowScores),
            E::InGrowth(at) => swap(&mut self.in_growth, at).map(E::InGrowth),
            E::Confirm(who, at) => {
                let before = self.confirmed;
                swap(self.confirmed.by_mut(who), at).map(|_| E::ConfirmedAs(before, self.words()))
            }
            E::ConfirmedAs(confirmed, words) => {
                let is_same = words == self.words();
                let before = is_same.then(|| swap(&mut self.confirmed, confirmed)).flatten()?;
                Some(E::ConfirmedAs(before, words))
            }
            E::Back(edit, confirmed, words) => {
                let inverse = self.change(*edit)?;
                self.change(E::ConfirmedAs(confirmed, words));
                Some(inverse)
            }
            edit => {
                let before = self.confirmed;
                let is_confirmed = before != Confirmed::default();
                let words = if is_confirmed { self.words() } else { 0 };
                let inverse = self.say(edit)?;
                if !is_confirmed || words == self.words() {
                    return Some(inverse);
                }
                self.confirmed = Confirmed::default();
                Some(E::Back(Box::new(inverse), before, words))
            }
        }
    }

    /// Changes what the talk says.
    fn say(&mut self, edit: TalkEdit) -> Option<TalkEdit> {
        use TalkEdit as E;
        match edit {
            E::TeacherView(new) => swap(&mut self.teacher_view, new).map(E::TeacherView),
            E::Preparing(new) => swap(&mut self.around.preparing, new).map(E::Preparing),
            E::Evaluating(new) => swap(&mut self.around.evaluating, new).map(E::Evaluating),
            E::ObserverView(new) => swap(&mut self.observer_view, new).map(E::ObserverView),
            E::Answer(new) => swap(&mut self.answer, new).map(E::Answer),
            E::InsertPoint(list, at, point) => {
                let id = point.id;
                insert_once(self.points_mut(list), at, point, |p| p.id)?;
                Some(E::RemovePoint(list, id))
            }
            E::RemovePoint(list, id) => {
                let (at, point) = take(self.points_mut(list), |p| p.id == id)?;
                Some(E::InsertPoint(list, at, point))
            }
            E::PointText(list, id, text) => {
                let point = self.points_mut(list).iter_mut().find(|p| p.id == id)?;
                swap(&mut point.text, text).map(|old| E::PointText(list, id, old))
            }
            E::PointIndicator(list, id, indicator) => {
                let point = self.points_mut(list).iter_mut().find(|p| p.id == id)?;
                swap(&mut point.indicator, indicator).map(|old| E::PointIndicator(list, id, old))
            }
            E::InsertAgreement(at, agreement) => {
                let id = agreement.id;
                insert_once(&mut self.agreements, at, agreement, |a| a.id)?;
                Some(E::RemoveAgreement(id))
            }
            E::RemoveAgreement(id) => {
                let (at, agreement) = take(&mut self.agreements, |a| a.id == id)?;
                Some(E::InsertAgreement(at, agreement))
            }
            E::Agreement(id, edit) => {
                let agreement = self.agreements.iter_mut().find(|a| a.id == id)?;
                agreement.change(edit).map(|old| E::Agreement(id, old))
            }
            E::FollowUp(edit) => self.follow_up(edit).map(E::FollowUp),
            E::ShowScores(_) | E::InGrowth(_) | E::Confirm(..) | E::ConfirmedAs(..) | E::Back(..) => None,
        }
    }
}

impl Agreement {
    fn change(&mut self, edit: AgreementEdit) -> Option<AgreementEdit> {
        match edit {
            AgreementEdit::What(new) => swap(&mut self.what, new).map(AgreementEdit::What),
            AgreementEdit::Who(new) => swap(&mut self.who, new).map(AgreementEdit::Who),
            AgreementEdit::When(new) => swap(&mut self.when, new).map(AgreementEdit::When),
        }
    }
}

/// Inserts unless an item with the same id is there.
pub(super) fn insert_once<T, K: PartialEq>(
    list: &mut Vec<T>,
    at: usize,
    item: T,
    id: impl Fn(&T) -> K,
) -> Option<()> {
    if list.iter().any(|other| id(other) == id(&item)) {
        return None;
    }
    list.insert(at.min(list.len()), item);
    Some(())
}

/// Takes the first match out, with the place where it was.
pub(super) fn take<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool) -> Option<(usize, T)> {
    let at = list.iter().position(is_it)?;
    Some((at, list.remove(at)))
}
