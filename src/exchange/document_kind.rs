//! The files that the worker makes.

/// A kind of file for another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// The first plan of a document, for Word.
    PlanDocx,
    /// All tables of a document, for Excel.
    Xlsx,
    /// The answers of all visits, one a row, for any spreadsheet.
    RatingsCsv,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::PlanDocx, Self::Xlsx, Self::RatingsCsv];

    /// Its name between the page and the worker.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PlanDocx => "plan-docx",
            Self::Xlsx => "xlsx",
            Self::RatingsCsv => "ratings-csv",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How the name of such a file ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::PlanDocx => "docx",
            Self::Xlsx => "xlsx",
            Self::RatingsCsv => "csv",
        }
    }
}
