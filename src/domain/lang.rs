//! The two languages of the app and text that comes in both.

use serde::{Deserialize, Serialize};

/// A language of the screen and of rubric text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Dutch: the first language of the app.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// The language tag for `lang` attributes (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

/// One text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LangText {
    /// Dutch; never empty in a valid rubric.
    pub nl: String,
    /// English; empty means that there is none, and the Dutch text serves.
    pub en: String,
}

impl LangText {
    /// The text in `lang`, or in Dutch where English is missing.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            Lang::En | Lang::Nl => &self.nl,
        }
    }
}
