//! What an observer can do to the talk.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::edit::swap;
use super::ids::{AgreementId, PointId};
use super::talk::{Agreement, PointList, Talk, TalkPoint};

/// A change to the talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TalkEdit {
    /// Sets the teacher's own words.
    TeacherView(String),
    /// Sets the observer's words.
    ObserverView(String),
    /// Puts a point into a list at this place (or at the end).
    InsertPoint(PointList, usize, TalkPoint),
    /// Takes a point out.
    RemovePoint(PointList, PointId),
    /// Sets a point's text.
    PointText(PointList, PointId, String),
    /// Puts an agreement at this place (or at the end).
    InsertAgreement(usize, Agreement),
    /// Takes an agreement out.
    RemoveAgreement(AgreementId),
    /// Changes an agreement.
    Agreement(AgreementId, AgreementEdit),
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
    pub(super) fn change(&mut self, edit: TalkEdit) -> Option<TalkEdit> {
        use TalkEdit as E;
        match edit {
            E::TeacherView(new) => swap(&mut self.teacher_view, new).map(E::TeacherView),
            E::ObserverView(new) => swap(&mut self.observer_view, new).map(E::ObserverView),
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
