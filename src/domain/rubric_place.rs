//! The texts of a rubric, each by its place.

use std::fmt;

use super::ids::{DomainId, IndicatorId, LookForId};
use super::lang::LangText;
use super::rating::Score;
use super::rubric::{Indicator, Rubric};

/// Where a text of a rubric stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RubricPlace {
    /// The title.
    Title,
    /// The label of a point of the scale.
    Label(Score),
    /// The title of a domain.
    Domain(DomainId),
    /// The sentence of an indicator.
    Sentence(IndicatorId),
    /// What its lowest score looks like.
    Low(IndicatorId),
    /// What its highest score looks like.
    High(IndicatorId),
    /// A look-for.
    LookFor(LookForId),
}

/// As it is said where a text is missing.
impl fmt::Display for RubricPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("title"),
            Self::Label(score) => write!(f, "scale {}", score.get()),
            Self::Domain(id) => id.fmt(f),
            Self::Sentence(id) => id.fmt(f),
            Self::Low(id) => write!(f, "{id} low"),
            Self::High(id) => write!(f, "{id} high"),
            Self::LookFor(id) => id.fmt(f),
        }
    }
}

impl Rubric {
    /// All texts: those of the rubric, then those of the indicators; of what is retired at the end.
    pub fn texts(&self) -> impl Iterator<Item = (RubricPlace, &LangText)> {
        let of_indicators = self.indicators().chain(&self.retired).flat_map(Indicator::texts);
        self.own_texts().chain(of_indicators)
    }

    /// Those of the rubric, its scale and its domains.
    pub(super) fn own_texts(&self) -> impl Iterator<Item = (RubricPlace, &LangText)> {
        let labels = self.scale.iter().map(|point| (RubricPlace::Label(point.value), &point.label));
        let titles =
            self.domains.iter().map(|domain| (RubricPlace::Domain(domain.id.clone()), &domain.title));
        std::iter::once((RubricPlace::Title, &self.title)).chain(labels).chain(titles)
    }

    /// The text of a place, to be changed.
    pub(super) fn text_mut(&mut self, place: &RubricPlace) -> Option<&mut LangText> {
        match place {
            RubricPlace::Title => Some(&mut self.title),
            RubricPlace::Label(score) => {
                self.scale.iter_mut().find(|point| point.value == *score).map(|point| &mut point.label)
            }
            RubricPlace::Domain(id) => {
                self.domains.iter_mut().find(|domain| domain.id == *id).map(|domain| &mut domain.title)
            }
            RubricPlace::Sentence(id) => self.indicator_mut(id).map(|one| &mut one.text),
            RubricPlace::Low(id) => self.indicator_mut(id).map(|one| &mut one.low),
            RubricPlace::High(id) => self.indicator_mut(id).map(|one| &mut one.high),
            RubricPlace::LookFor(id) => {
                let mut look_fors = self.indicators_mut().flat_map(|one| &mut one.look_fors);
                look_fors.find(|look_for| look_for.id == *id).map(|look_for| &mut look_for.text)
            }
        }
    }

    pub(super) fn indicators_mut(&mut self) -> impl Iterator<Item = &mut Indicator> {
        self.domains.iter_mut().flat_map(|domain| &mut domain.indicators)
    }

    pub(super) fn indicator_mut(&mut self, id: &IndicatorId) -> Option<&mut Indicator> {
        self.indicators_mut().find(|one| one.id == *id)
    }
}

impl Indicator {
    pub(super) fn texts(&self) -> impl Iterator<Item = (RubricPlace, &LangText)> {
        let own = [
            (RubricPlace::Sentence(self.id.clone()), &self.text),
            (RubricPlace::Low(self.id.clone()), &self.low),
            (RubricPlace::High(self.id.clone()), &self.high),
        ];
        let look_for = |one: &super::rubric::LookFor| RubricPlace::LookFor(one.id.clone());
        own.into_iter().chain(self.look_fors.iter().map(move |one| (look_for(one), &one.text)))
    }
}
