//! A rubric as written.

use serde::{Deserialize, Serialize};

use crate::domain::{self, DomainId, IndicatorId, LookForId, RubricError, RubricId, Score};

/// A text in both languages.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LangText {
    /// Dutch.
    pub nl: String,
    /// English; the Dutch text serves where it is missing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

/// A rubric in one version.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rubric {
    /// The same over all versions.
    pub id: RubricId,
    /// Counts up from 1.
    pub version: u32,
    /// The title on screen.
    pub title: LangText,
    /// The labels of the scores.
    pub scale: Scale,
    /// What it was made from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The domains in the order of the screen.
    pub domains: Vec<RubricDomain>,
    /// Indicators of earlier versions that this one no longer looks at; their ids are taken. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<Indicator>,
}

/// The scale.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scale {
    /// Two to seven, lowest first.
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 7)))]
    pub points: Vec<ScalePoint>,
}

/// One point of the scale.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScalePoint {
    /// 1, 2 and so on, in this order.
    pub value: Score,
    /// What it means.
    pub label: LangText,
}

/// A group of indicators.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RubricDomain {
    /// Unique in the rubric.
    pub id: DomainId,
    /// The title on screen.
    pub title: LangText,
    /// In the order of the screen.
    pub indicators: Vec<Indicator>,
}

/// What is scored.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Unique in the rubric.
    pub id: IndicatorId,
    /// One sentence.
    pub text: LangText,
    /// Ticked when seen.
    #[serde(default)]
    pub look_fors: Vec<LookFor>,
    /// What the lowest score looks like.
    pub low: LangText,
    /// What the highest score looks like.
    pub high: LangText,
}

/// A small thing to see or hear.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LookFor {
    /// Unique in the rubric.
    pub id: LookForId,
    /// What is seen or heard.
    pub text: LangText,
}

impl From<LangText> for domain::LangText {
    fn from(LangText { nl, en }: LangText) -> Self {
        Self { nl, en }
    }
}

impl From<&domain::LangText> for LangText {
    fn from(text: &domain::LangText) -> Self {
        Self { nl: text.nl.clone(), en: text.en.clone() }
    }
}

impl TryFrom<Rubric> for domain::Rubric {
    type Error = RubricError;

    fn try_from(wire: Rubric) -> Result<Self, RubricError> {
        let rubric = wire.unchecked();
        rubric.check()?;
        Ok(rubric)
    }
}

impl Rubric {
    /// As it stands: one in the making may lack texts.
    pub(super) fn unchecked(self) -> domain::Rubric {
        let point = |p: ScalePoint| domain::ScalePoint { value: p.value, label: p.label.into() };
        domain::Rubric {
            id: self.id,
            version: self.version,
            title: self.title.into(),
            scale: self.scale.points.into_iter().map(point).collect(),
            sources: self.sources,
            domains: self.domains.into_iter().map(Into::into).collect(),
            retired: self.retired.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<RubricDomain> for domain::RubricDomain {
    fn from(wire: RubricDomain) -> Self {
        Self {
            id: wire.id,
            title: wire.title.into(),
            indicators: wire.indicators.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Indicator> for domain::Indicator {
    fn from(wire: Indicator) -> Self {
        let look_for = |l: LookFor| domain::LookFor { id: l.id, text: l.text.into() };
        Self {
            id: wire.id,
            text: wire.text.into(),
            look_fors: wire.look_fors.into_iter().map(look_for).collect(),
            low: wire.low.into(),
            high: wire.high.into(),
        }
    }
}

impl From<&domain::Rubric> for Rubric {
    fn from(rubric: &domain::Rubric) -> Self {
        let point = |p: &domain::ScalePoint| ScalePoint { value: p.value, label: (&p.label).into() };
        Self {
            id: rubric.id.clone(),
            version: rubric.version,
            title: (&rubric.title).into(),
            scale: Scale { points: rubric.scale.iter().map(point).collect() },
            sources: rubric.sources.clone(),
            domains: rubric.domains.iter().map(Into::into).collect(),
            retired: rubric.retired.iter().map(Into::into).collect(),
        }
    }
}

impl From<&domain::RubricDomain> for RubricDomain {
    fn from(domain: &domain::RubricDomain) -> Self {
        Self {
            id: domain.id.clone(),
            title: (&domain.title).into(),
            indicators: domain.indicators.iter().map(Into::into).collect(),
        }
    }
}

impl From<&domain::Indicator> for Indicator {
    fn from(indicator: &domain::Indicator) -> Self {
        let look_for = |l: &domain::LookFor| LookFor { id: l.id.clone(), text: (&l.text).into() };
        Self {
            id: indicator.id.clone(),
            text: (&indicator.text).into(),
            look_fors: indicator.look_fors.iter().map(look_for).collect(),
            low: (&indicator.low).into(),
            high: (&indicator.high).into(),
        }
    }
}
