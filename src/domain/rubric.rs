//! The rubric: domains, indicators and look-fors as data that a school can change.

use super::ids::{DomainId, IndicatorId, LookForId, RubricId};
use super::lang::{Lang, LangText};
use super::rating::Score;

/// A rubric in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// The same over all versions.
    pub id: RubricId,
    /// Counts up from 1.
    pub version: u32,
    /// The title on screen.
    pub title: LangText,
    /// The scale: two to seven points from 1 on, lowest first.
    pub scale: Vec<ScalePoint>,
    /// What it was made from.
    pub sources: Vec<String>,
    /// The domains in the order of the screen.
    pub domains: Vec<RubricDomain>,
    /// Indicators that earlier versions had. No visit with this version looks at them; what was scored can still be read, and
    /// their ids are taken.
    pub retired: Vec<Indicator>,
}

/// One point of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScalePoint {
    /// The number that is kept.
    pub value: Score,
    /// What it means.
    pub label: LangText,
}

/// A group of indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricDomain {
    /// One letter in the built-in rubric.
    pub id: DomainId,
    /// The title on screen.
    pub title: LangText,
    /// The indicators in the order of the screen.
    pub indicators: Vec<Indicator>,
}

/// What a visitor looks at and scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Unique in the rubric.
    pub id: IndicatorId,
    /// One sentence.
    pub text: LangText,
    /// Ticked when seen.
    pub look_fors: Vec<LookFor>,
    /// What the lowest score looks like.
    pub low: LangText,
    /// What the highest score looks like.
    pub high: LangText,
}

/// A small thing to see or hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookFor {
    /// Unique in the rubric.
    pub id: LookForId,
    /// What is seen or heard.
    pub text: LangText,
}

impl Rubric {
    /// All indicators that are looked at, in the order of the screen.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.domains.iter().flat_map(|d| &d.indicators)
    }

    /// The indicator with this id, also if it is retired.
    #[must_use]
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators().chain(&self.retired).find(|i| i.id == *id)
    }

    /// The domain that an indicator belongs to; `None`: it is retired, or not of this rubric.
    #[must_use]
    pub fn domain_of(&self, id: &IndicatorId) -> Option<&RubricDomain> {
        self.domains.iter().find(|domain| domain.indicators.iter().any(|one| one.id == *id))
    }

    /// The title of a domain, or its bare id where the rubric lacks it.
    #[must_use]
    pub fn domain_title(&self, id: &DomainId, lang: Lang) -> String {
        let domain = self.domains.iter().find(|domain| domain.id == *id);
        domain.map_or_else(|| id.to_string(), |domain| domain.title.get(lang).to_owned())
    }

    /// The scores of its scale, lowest first.
    pub fn scores(&self) -> impl Iterator<Item = Score> {
        self.scale.iter().map(|point| point.value)
    }

    /// Whether a score is the lowest or the highest of the scale.
    #[must_use]
    pub fn is_outer(&self, score: Score) -> bool {
        let ends = [self.scale.first(), self.scale.last()];
        ends.into_iter().flatten().any(|point| point.value == score)
    }

    /// The label of a score, or its bare number where the scale lacks it.
    #[must_use]
    pub fn label(&self, score: Score, lang: Lang) -> String {
        self.scale
            .iter()
            .find(|point| point.value == score)
            .map_or_else(|| score.get().to_string(), |p| p.label.get(lang).to_owned())
    }

    /// A score with its label, as in "3 (meer sterk dan zwak)".
    #[must_use]
    pub fn score_text(&self, score: Score, lang: Lang) -> String {
        format!("{} ({})", score.get(), self.label(score, lang))
    }
}
