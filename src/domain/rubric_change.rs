//! What changed from one version of a rubric to another.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::IndicatorId;
use super::lang::{Lang, LangText};
use super::rubric::{Indicator, Rubric};
use super::rubric_place::RubricPlace;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RubricChange {
    /// Only the later one has this. The sentence of an indicator stands for all of it.
    Added(RubricPlace, LangText),
    /// Only the earlier one has this; likewise.
    Removed(RubricPlace, LangText),
    /// The later one no longer looks at this indicator.
    Retired(IndicatorId, LangText),
    /// The later one looks at this indicator again.
    BroughtBack(IndicatorId, LangText),
    /// The same place says something else in a language: before and after.
    Reworded(RubricPlace, Lang, String, String),
    /// Indicators that both have stand in another order.
    Order,
    /// Other sources.
    Sources,
}

impl Rubric {
    /// What changed since `earlier`, in the order of this one.
    #[must_use]
    pub fn changes_since(&self, earlier: &Self) -> Vec<RubricChange> {
        let mut changes = Vec::new();
        compare(earlier.own_texts(), self.own_texts(), &mut changes);
        for one in self.indicators().chain(&self.retired) {
            match earlier.indicator(&one.id) {
                Some(before) => {
                    changes.extend(self.comes_or_goes(earlier, one));
                    compare(before.texts(), one.texts(), &mut changes);
                }
                None => {
                    changes.push(RubricChange::Added(RubricPlace::Sentence(one.id.clone()), one.text.clone()))
                }
            }
        }
        let gone =
            earlier.indicators().chain(&earlier.retired).filter(|one| self.indicator(&one.id).is_none());
        changes.extend(
            gone.map(|one| RubricChange::Removed(RubricPlace::Sentence(one.id.clone()), one.text.clone())),
        );
        if !in_common(self, earlier).eq(in_common(earlier, self)) {
            changes.push(RubricChange::Order);
        }
        if self.sources != earlier.sources {
            changes.push(RubricChange::Sources);
        }
        changes
    }

    /// The places where one language says something else than in `earlier` while the other, which has a text, still says what
    /// it did, each with that other language: who reads it scores another sentence. Of what visits look at.
    #[must_use]
    pub fn left_behind_since(&self, earlier: &Self) -> Vec<(RubricPlace, Lang)> {
        let before: BTreeMap<_, _> = earlier.texts().collect();
        let texts = self.own_texts().chain(self.indicators().flat_map(Indicator::texts));
        let left_behind = texts.filter_map(|(place, text)| {
            let lang = left_behind(before.get(&place)?, text)?;
            Some((place, lang))
        });
        left_behind.collect()
    }

    fn comes_or_goes(&self, earlier: &Self, one: &Indicator) -> Option<RubricChange> {
        let is_retired = |rubric: &Self| rubric.retired.iter().any(|other| other.id == one.id);
        match (is_retired(earlier), is_retired(self)) {
            (false, true) => Some(RubricChange::Retired(one.id.clone(), one.text.clone())),
            (true, false) => Some(RubricChange::BroughtBack(one.id.clone(), one.text.clone())),
            _ => None,
        }
    }
}

/// What came, went or says something else in two lists of texts.
fn compare<'a>(
    before: impl Iterator<Item = (RubricPlace, &'a LangText)>,
    after: impl Iterator<Item = (RubricPlace, &'a LangText)>,
    changes: &mut Vec<RubricChange>,
) {
    let mut before: Vec<_> = before.collect();
    for (place, text) in after {
        match before.iter().position(|(other, _)| *other == place) {
            Some(at) => {
                let (_, old) = before.remove(at);
                reworded(&place, old, text, changes);
            }
            None => changes.push(RubricChange::Added(place, text.clone())),
        }
    }
    changes.extend(before.into_iter().map(|(place, text)| RubricChange::Removed(place, text.clone())));
}

fn reworded(place: &RubricPlace, before: &LangText, after: &LangText, changes: &mut Vec<RubricChange>) {
    for (lang, before, after) in [(Lang::Nl, &before.nl, &after.nl), (Lang::En, &before.en, &after.en)] {
        if before != after {
            changes.push(RubricChange::Reworded(place.clone(), lang, before.clone(), after.clone()));
        }
    }
}

/// The language that still says what it did while the other one does not. Space around a text says nothing.
fn left_behind(before: &LangText, after: &LangText) -> Option<Lang> {
    let same_dutch = before.nl.trim() == after.nl.trim();
    let same_english = before.en.trim() == after.en.trim();
    // Where English is missing the Dutch serves, and where it was missing it may come later.
    let has_both = [before, after].iter().all(|text| !text.en.trim().is_empty());
    match (same_dutch, same_english) {
        (false, true) if has_both => Some(Lang::En),
        (true, false) if has_both => Some(Lang::Nl),
        _ => None,
    }
}

/// The indicators that both look at, in the order of the first.
fn in_common<'a>(one: &'a Rubric, other: &Rubric) -> impl Iterator<Item = &'a IndicatorId> + use<'a> {
    let of_other: BTreeSet<_> = other.indicators().map(|indicator| indicator.id.clone()).collect();
    one.indicators().map(|indicator| &indicator.id).filter(move |id| of_other.contains(*id))
}
