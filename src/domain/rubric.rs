//! The rubric: domains, indicators and look-fors as data that a school can change.

use std::collections::BTreeSet;

use thiserror::Error;

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

/// Why a rubric cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RubricError {
    /// No domain, or a domain with nothing in it.
    #[error("the rubric has no indicators{}", .0.as_ref().map(|d| format!(" in domain {d}")).unwrap_or_default())]
    Empty(Option<DomainId>),
    /// An id stands twice.
    #[error("the id {0} stands twice in the rubric")]
    Twice(String),
    /// A text has no Dutch.
    #[error("{0} has no Dutch text")]
    NoText(String),
    /// The scale is not 1, 2 and so on, of two to seven points.
    #[error("the scale must have 2 to 7 points: 1, 2 and so on, in this order")]
    Scale,
}

/// How many points a scale may have.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=Score::HIGHEST as usize;

impl Rubric {
    /// All indicators, in the order of the screen.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.domains.iter().flat_map(|d| &d.indicators)
    }

    /// The indicator with this id, if this version has it.
    #[must_use]
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators().find(|i| i.id == *id)
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

    /// Checks what the types cannot say: ids are unique, texts are there, the scale is whole.
    ///
    /// # Errors
    /// The first rule that does not hold, with the place.
    pub fn check(&self) -> Result<(), RubricError> {
        let in_order = Score::longest_scale().take(self.scale.len());
        if !LENGTHS.contains(&self.scale.len()) || !self.scores().eq(in_order) {
            return Err(RubricError::Scale);
        }
        if self.domains.is_empty() {
            return Err(RubricError::Empty(None));
        }
        need_text("title", &self.title)?;
        let mut seen = BTreeSet::new();
        for domain in &self.domains {
            if domain.indicators.is_empty() {
                return Err(RubricError::Empty(Some(domain.id.clone())));
            }
            need_text(domain.id.as_str(), &domain.title)?;
            need_once(&mut seen, domain.id.as_str())?;
            for indicator in &domain.indicators {
                check_indicator(indicator, &mut seen)?;
            }
        }
        Ok(())
    }
}

fn check_indicator<'a>(indicator: &'a Indicator, seen: &mut BTreeSet<&'a str>) -> Result<(), RubricError> {
    let id = indicator.id.as_str();
    need_once(seen, id)?;
    for text in [&indicator.text, &indicator.low, &indicator.high] {
        need_text(id, text)?;
    }
    for look_for in &indicator.look_fors {
        need_once(seen, look_for.id.as_str())?;
        need_text(look_for.id.as_str(), &look_for.text)?;
    }
    Ok(())
}

fn need_once<'a>(seen: &mut BTreeSet<&'a str>, id: &'a str) -> Result<(), RubricError> {
    if seen.insert(id) { Ok(()) } else { Err(RubricError::Twice(id.to_owned())) }
}

fn need_text(place: &str, text: &LangText) -> Result<(), RubricError> {
    if text.nl.trim().is_empty() { Err(RubricError::NoText(place.to_owned())) } else { Ok(()) }
}
