//! Everything that a school can do to a rubric in the making, and the one door for it.

use super::edit::swap;
use super::ids::{DomainId, IndicatorId, LookForId};
use super::lang::{Lang, LangText};
use super::rubric::{Indicator, LookFor, Rubric, RubricDomain, ScalePoint};
use super::rubric_check::SCALE_LENGTHS;
use super::rubric_draft::RubricDraft;
use super::rubric_place::RubricPlace;
use super::talk_edit::{insert_once, take};
use super::time::Moment;

/// One change to a rubric in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RubricEdit {
    /// Sets a text in one language.
    Text(RubricPlace, Lang, String),
    /// Empties the English of these places, so that the Dutch serves.
    ClearEnglish(Vec<RubricPlace>),
    /// Sets the English of these places where there is none: what was written meanwhile stays.
    RefillEnglish(Vec<(RubricPlace, String)>),
    /// Sets what it was made from.
    Sources(Vec<String>),
    /// Sets the scale, lowest first. A next version keeps its length.
    Scale(Vec<ScalePoint>),
    /// Puts a domain at this place, or at the end; indicators of it that are retired are so no more.
    InsertDomain(usize, RubricDomain),
    /// Takes a domain out, and retires its indicators that must stay.
    RemoveDomain(DomainId),
    /// Puts a domain elsewhere.
    MoveDomain(DomainId, usize),
    /// Puts an indicator into a domain at this place, or at its end.
    InsertIndicator(DomainId, usize, Indicator),
    /// Takes an indicator out, unless it must stay.
    RemoveIndicator(IndicatorId),
    /// Puts an indicator elsewhere, also into another domain.
    MoveIndicator(IndicatorId, DomainId, usize),
    /// Retires an indicator, to this place among the retired, or at their end.
    Retire(IndicatorId, usize),
    /// Puts a retired indicator into a domain at this place, or at its end.
    BringBack(IndicatorId, DomainId, usize),
    /// Puts a look-for with an indicator at this place, or at the end.
    InsertLookFor(IndicatorId, usize, LookFor),
    /// Takes a look-for out.
    RemoveLookFor(LookForId),
    /// Puts a look-for elsewhere with its indicator.
    MoveLookFor(LookForId, usize),
}

impl RubricEdit {
    /// Whether both set the same text.
    #[must_use]
    pub fn is_in_field_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(place, lang, _), Self::Text(other, other_lang, _)) => {
                (place, lang) == (other, other_lang)
            }
            (Self::Sources(_), Self::Sources(_)) => true,
            _ => false,
        }
    }
}

impl RubricDraft {
    /// Does one edit at `now` and gives back the edit that undoes it.
    ///
    /// Total: an edit that changes nothing, names something that is not there or may not be done gives `None` and leaves the
    /// draft as it was.
    pub fn apply(&mut self, edit: RubricEdit, now: Moment) -> Option<RubricEdit> {
        let inverse = self.change(edit)?;
        self.revision += 1;
        self.updated_at = now;
        Some(inverse)
    }

    fn change(&mut self, edit: RubricEdit) -> Option<RubricEdit> {
        use RubricEdit as E;
        match edit {
            E::Scale(scale) => {
                let keeps_length = scale.len() == self.rubric.scale.len();
                let may = SCALE_LENGTHS.contains(&scale.len()) && (keeps_length || !self.is_next_version());
                may.then(|| swap(&mut self.rubric.scale, scale)).flatten().map(E::Scale)
            }
            E::RemoveDomain(id) => {
                let (place, domain) = take(&mut self.rubric.domains, |domain| domain.id == id)?;
                let must_stay = domain.indicators.iter().filter(|one| self.must_stay(&one.id)).cloned();
                let must_stay: Vec<_> = must_stay.collect();
                self.rubric.retired.extend(must_stay);
                Some(E::InsertDomain(place, domain))
            }
            E::RemoveIndicator(id) => {
                if self.must_stay(&id) {
                    return None;
                }
                let (domain, place, indicator) = self.rubric.take_indicator(&id)?;
                Some(E::InsertIndicator(domain, place, indicator))
            }
            edit => self.rubric.change(edit),
        }
    }
}

impl Rubric {
    fn change(&mut self, edit: RubricEdit) -> Option<RubricEdit> {
        use RubricEdit as E;
        match edit {
            E::Text(place, lang, text) => {
                let old = swap(self.text_mut(&place)?.get_mut(lang), text)?;
                Some(E::Text(place, lang, old))
            }
            E::ClearEnglish(places) => {
                let cleared = places.into_iter().filter_map(|place| {
                    let english = swap(&mut self.text_mut(&place)?.en, String::new())?;
                    Some((place, english))
                });
                Some(cleared.collect::<Vec<_>>()).filter(|all| !all.is_empty()).map(E::RefillEnglish)
            }
            E::RefillEnglish(texts) => {
                let filled = texts.into_iter().filter_map(|(place, english)| {
                    let text = self.text_mut(&place).filter(|text| text.en.is_empty())?;
                    swap(&mut text.en, english)?;
                    Some(place)
                });
                Some(filled.collect::<Vec<_>>()).filter(|all| !all.is_empty()).map(E::ClearEnglish)
            }
            E::Sources(sources) => swap(&mut self.sources, sources).map(E::Sources),
            E::InsertDomain(place, domain) => {
                let id = domain.id.clone();
                let is_taken = |one: &Indicator| self.indicators().any(|other| other.id == one.id);
                if self.ids().any(|other| other == id.as_str()) || domain.indicators.iter().any(is_taken) {
                    return None;
                }
                let has = |one: &Indicator| domain.indicators.iter().any(|other| other.id == one.id);
                let still_retired: Vec<_> = self.retired.iter().filter(|one| !has(one)).cloned().collect();
                insert_once(&mut self.domains, place, domain, |domain| domain.id.clone())?;
                self.retired = still_retired;
                Some(E::RemoveDomain(id))
            }
            E::MoveDomain(id, to) => {
                let from = move_to(&mut self.domains, |domain| domain.id == id, to)?;
                Some(E::MoveDomain(id, from))
            }
            E::InsertIndicator(domain, place, indicator) => {
                let id = indicator.id.clone();
                self.put_indicator(&domain, place, indicator)?;
                Some(E::RemoveIndicator(id))
            }
            E::MoveIndicator(id, to, place) => self.move_indicator(&id, &to, place),
            E::Retire(id, place) => {
                let (domain, from, indicator) = self.take_indicator(&id)?;
                self.retired.insert(place.min(self.retired.len()), indicator);
                Some(E::BringBack(id, domain, from))
            }
            E::BringBack(id, domain, place) => {
                self.domains.iter().find(|one| one.id == domain)?;
                let (from, indicator) = take(&mut self.retired, |one| one.id == id)?;
                self.put_indicator(&domain, place, indicator)?;
                Some(E::Retire(id, from))
            }
            E::InsertLookFor(id, place, look_for) => {
                let new = look_for.id.clone();
                if self.ids().any(|id| id == new.as_str()) {
                    return None;
                }
                insert_once(&mut self.indicator_mut(&id)?.look_fors, place, look_for, |one| one.id.clone())?;
                Some(E::RemoveLookFor(new))
            }
            E::RemoveLookFor(id) => {
                let indicator = self.indicator_with(&id)?;
                let (place, look_for) = take(&mut indicator.look_fors, |one| one.id == id)?;
                Some(E::InsertLookFor(indicator.id.clone(), place, look_for))
            }
            E::MoveLookFor(id, to) => {
                let from = move_to(&mut self.indicator_with(&id)?.look_fors, |one| one.id == id, to)?;
                Some(E::MoveLookFor(id, from))
            }
            // They ask what the draft was made from.
            E::Scale(_) | E::RemoveDomain(_) | E::RemoveIndicator(_) => None,
        }
    }

    fn move_indicator(&mut self, id: &IndicatorId, to: &DomainId, place: usize) -> Option<RubricEdit> {
        self.domains.iter().find(|domain| domain.id == *to)?;
        let (from, before, indicator) = self.take_indicator(id)?;
        let place = self.put_indicator(to, place, indicator)?;
        ((&from, before) != (to, place)).then(|| RubricEdit::MoveIndicator(id.clone(), from, before))
    }

    fn take_indicator(&mut self, id: &IndicatorId) -> Option<(DomainId, usize, Indicator)> {
        self.domains.iter_mut().find_map(|domain| {
            let (place, indicator) = take(&mut domain.indicators, |one| one.id == *id)?;
            Some((domain.id.clone(), place, indicator))
        })
    }

    /// Gives back the place where it came to stand; `None`: there is no such domain, or an id of it is taken.
    fn put_indicator(&mut self, domain: &DomainId, place: usize, indicator: Indicator) -> Option<usize> {
        if self.ids().any(|id| id == indicator.id.as_str()) {
            return None;
        }
        let domain = self.domains.iter_mut().find(|one| one.id == *domain)?;
        let place = place.min(domain.indicators.len());
        domain.indicators.insert(place, indicator);
        Some(place)
    }

    fn indicator_with(&mut self, id: &LookForId) -> Option<&mut Indicator> {
        self.indicators_mut().find(|one| one.look_fors.iter().any(|look_for| look_for.id == *id))
    }
}

impl LangText {
    fn get_mut(&mut self, lang: Lang) -> &mut String {
        match lang {
            Lang::Nl => &mut self.nl,
            Lang::En => &mut self.en,
        }
    }
}

/// Puts what is meant at this place, or at the end; gives back where it was. `None`: it is there already, or nowhere.
fn move_to<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, to: usize) -> Option<usize> {
    let (from, item) = take(list, is_it)?;
    let to = to.min(list.len());
    list.insert(to, item);
    (from != to).then_some(from)
}
