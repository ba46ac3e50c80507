//! Two lists by which a team looks at its own plan: seven conditions for success, and seven marks by which it shows.

use serde::{Deserialize, Serialize};

use super::named::named;

/// A point of one of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the sentence of each stands in the texts of the plan")]
pub enum CheckPoint {
    VariedOffer,
    Policy,
    Leadership,
    Time,
    RoomToApply,
    LearningCommunities,
    Support,
    CoherentGoals,
    WholeTeam,
    ClearVision,
    Exchange,
    PracticalInformation,
    OfferForNeeds,
    LearningCulture,
}

/// How far a point is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "yes, partly, no")]
pub enum CheckAnswer {
    Yes,
    Partly,
    No,
}

named!(CheckPoint {
    VariedOffer = "varied_offer",
    Policy = "policy",
    Leadership = "leadership",
    Time = "time",
    RoomToApply = "room_to_apply",
    LearningCommunities = "learning_communities",
    Support = "support",
    CoherentGoals = "coherent_goals",
    WholeTeam = "whole_team",
    ClearVision = "clear_vision",
    Exchange = "exchange",
    PracticalInformation = "practical_information",
    OfferForNeeds = "offer_for_needs",
    LearningCulture = "learning_culture",
});
named!(CheckAnswer { Yes = "yes", Partly = "partly", No = "no" });

impl CheckPoint {
    /// The conditions for success.
    #[must_use]
    pub fn conditions() -> &'static [Self] {
        Self::ALL.split_at(7).0
    }

    /// The marks of success.
    #[must_use]
    pub fn marks() -> &'static [Self] {
        Self::ALL.split_at(7).1
    }
}

/// What the team says of a point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// `None`: not yet answered.
    pub answer: Option<CheckAnswer>,
    /// Why.
    pub note: String,
}

impl Check {
    /// Whether something is missing here.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        matches!(self.answer, Some(CheckAnswer::Partly | CheckAnswer::No))
    }
}
