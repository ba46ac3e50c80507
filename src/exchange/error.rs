//! What can be wrong with a document.

use thiserror::Error;

use crate::domain::RubricError;

/// Why a file cannot be imported. The screen has a sentence for each in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// Larger than [`MAX_IMPORT_BYTES`](super::MAX_IMPORT_BYTES).
    #[error("the file has {bytes} bytes, more than an export may have")]
    TooLarge {
        /// The size of the file.
        bytes: u64,
    },
    /// The device did not give it: it was moved, say, or is somewhere else than on the device.
    #[error("the file cannot be read")]
    NotRead,
    /// Not JSON.
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// JSON that stops half-way.
    #[error("the file stops half-way, at line {line}")]
    CutOff {
        /// From 1.
        line: usize,
    },
    /// Nested deeper than any document.
    #[error("nested too deep at line {line}")]
    TooDeep {
        /// From 1.
        line: usize,
    },
    /// JSON of something else.
    #[error("not a Lesbezoek export")]
    OtherFormat {
        /// What `format` says, if there is one.
        found: Option<String>,
    },
    /// Written by a later version of the app.
    #[error("version {found} is newer than this app reads")]
    NewerVersion {
        /// What `version` says.
        found: u64,
    },
    /// A value that may not be there.
    #[error("{path}: {reason}")]
    Invalid {
        /// Such as `observations[0].ratings.D1.answer.score`.
        path: String,
        /// What is wrong, in English.
        reason: String,
    },
    /// A rubric that cannot be used.
    #[error("rubric {id}: {reason}")]
    RubricInvalid {
        /// The rubric.
        id: String,
        /// What is wrong.
        reason: RubricError,
    },
}

impl From<serde_json::Error> for ImportError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        // serde_json has no kind of its own for its depth limit.
        if error.to_string().starts_with("recursion limit exceeded") {
            return Self::TooDeep { line };
        }
        match error.classify() {
            serde_json::error::Category::Eof => Self::CutOff { line },
            _ => Self::NotJson { line, column },
        }
    }
}

/// Why an export cannot be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A visit that may not go into a file with this purpose.
    #[error("a visit may not go into a file with this purpose")]
    Walled,
    /// A value that JSON cannot hold.
    #[error("the export cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}
