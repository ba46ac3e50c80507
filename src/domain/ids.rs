//! Ids as types of their own, so that one kind never stands in for another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::{Builder, Uuid};

/// A new UUID version 7 from the time in milliseconds since 1970 and ten random bytes.
///
/// Version 7 sorts by time (RFC 9562, section 5.7), so a listing of keys is a listing by age.
#[must_use]
pub fn uuid_v7(unix_millis: u64, random: [u8; 10]) -> Uuid {
    Builder::from_unix_timestamp_millis(unix_millis, &random).into_uuid()
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

uuid_id!(
    /// One visit with all that was observed; UUID v7.
    ObservationId
);
uuid_id!(
    /// Someone of the school; UUID v7.
    PersonId
);
uuid_id!(
    /// The action plan of a school year; UUID v7.
    PlanId
);
uuid_id!(
    /// A rubric in the making; UUID v7.
    DraftId
);
uuid_id!(
    /// One goal of a plan; UUID v7.
    GoalId
);
uuid_id!(
    /// One activity for a goal; UUID v7.
    ActivityId
);
uuid_id!(
    /// One line of the log; UUID v7.
    LineId
);
uuid_id!(
    /// One strength or growth point of the talk; UUID v7.
    PointId
);
uuid_id!(
    /// One agreement of the talk; UUID v7.
    AgreementId
);

/// A written id that is empty, too long or holds a character that ids may not have.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("\"{0}\" is not an id: use 1 to 64 letters, digits, '-', '_' or '.'")]
pub struct IdError(pub String);

fn check_written_id(text: String) -> Result<String, IdError> {
    let fits = (1..=64).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if fits { Ok(text) } else { Err(IdError(text.chars().take(64).collect())) }
}

macro_rules! written_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        pub struct $name(String);

        impl $name {
            /// The id as written in the rubric file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                check_written_id(text).map(Self)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

written_id!(
    /// A rubric, over all its versions: `passend-onderwijs`.
    RubricId
);
written_id!(
    /// A domain of a rubric: `D`, `I`, `F`.
    DomainId
);
written_id!(
    /// An indicator of a rubric: `D1`.
    IndicatorId
);
written_id!(
    /// A look-for under an indicator: `D1a`.
    LookForId
);

/// The end of a UUID, where it is random.
fn short(id: Uuid) -> String {
    let text = id.simple().to_string();
    text.chars().skip(26).collect()
}

/// The beginning of an id, so short that with a number or an end behind it the whole is an id. They are ASCII.
fn cut(id: &str) -> &str {
    id.get(..48).unwrap_or(id)
}

impl RubricId {
    /// The id of a school's own rubric, from the draft that it begins with.
    #[must_use]
    pub fn own(draft: DraftId) -> Self {
        Self(format!("eigen-{}", short(draft.0)))
    }
}

impl DomainId {
    pub(super) fn lettered(letter: char) -> Self {
        Self(letter.to_string())
    }

    pub(super) fn numbered(number: u32) -> Self {
        Self(format!("X{number}"))
    }
}

impl IndicatorId {
    pub(super) fn numbered(domain: &DomainId, number: u32) -> Self {
        Self(format!("{}{number}", cut(&domain.0)))
    }
}

impl LookForId {
    /// An id that no look-for of any version has: from the end of a new UUID. It is on no screen.
    #[must_use]
    pub fn under(indicator: &IndicatorId, new: Uuid) -> Self {
        Self(format!("{}.{}", cut(&indicator.0), short(new)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_id_refuses_markup_and_emptiness() {
        assert!("D1".parse::<IndicatorId>().is_ok());
        assert!("".parse::<IndicatorId>().is_err());
        assert!("<b>".parse::<IndicatorId>().is_err());
        assert!("x".repeat(65).parse::<IndicatorId>().is_err());
    }

    #[test]
    fn a_later_id_sorts_after_an_earlier_one() {
        assert!(uuid_v7(1_000, [255; 10]) < uuid_v7(1_001, [0; 10]));
    }
}
