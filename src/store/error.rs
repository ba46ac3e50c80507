//! What can go wrong with keeping. The screen has a sentence for each in both languages.

use thiserror::Error;

/// Why something is not kept or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The browser refuses all storage.
    #[error("storage is blocked")]
    Blocked,
    /// Another tab writes; this one only reads.
    #[error("another tab writes")]
    OtherTab,
    /// No room; the old value is still there.
    #[error("storage is full")]
    Full,
    /// A value that fails its check.
    #[error("{key} is damaged: {why}")]
    Damaged {
        /// Where.
        key: String,
        /// How.
        why: Damage,
    },
    /// A value that a later version of the app wrote.
    #[error("{key} has schema {schema}, which is newer than this app")]
    Newer {
        /// Where.
        key: String,
        /// Its schema version.
        schema: u32,
    },
    /// A packed visit, and the part of the program that opens it is not there.
    #[error("a packed visit cannot be opened yet")]
    Packed,
    /// Anything else, in the words of the device.
    #[error("storage failed: {0}")]
    Failed(String),
}

impl StoreError {
    /// Whether nothing was written because this tab only reads: another one writes, or a later version of the app does.
    #[must_use]
    pub fn is_of_reader(&self) -> bool {
        matches!(self, Self::OtherTab | Self::Newer { .. })
    }
}

/// How a value is damaged.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Damage {
    /// Not an envelope.
    #[error("not an envelope")]
    NotJson,
    /// The CRC-32 does not fit.
    #[error("the checksum does not fit")]
    Checksum,
    /// The body does not hold what it should.
    #[error("{0}")]
    Body(String),
}
