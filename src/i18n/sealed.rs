//! The texts of files under a passphrase. Apart from the others: they come with the screen Gegevens.

mod en;
mod nl;

use super::text::texts;
use crate::domain::Lang;
use crate::exchange::{AgeError, MOST_WORK};
use crate::store::Closed;

/// The texts in one language.
#[must_use]
pub fn sealed_text(lang: Lang) -> &'static SealedText {
    match lang {
        Lang::Nl => &nl::SEALED,
        Lang::En => &en::SEALED,
    }
}

/// The texts of files under a passphrase.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct SealedText {
    pub backup: BackupText,
    pub open: OpenText,
    pub rescue: RescueText,
}

texts!(
    /// Such a backup is made.
    BackupText { title, lead, passphrase, again, download, sealing, ready, failed, nothing }
);
texts!(
    /// Such a backup is opened.
    OpenText { lead, passphrase, open, opening, wrong, other_version, other_recipient, failed } fns {
        title: fn(&str), cut_off: fn(usize), damaged: fn(usize), too_much_work: fn(u8, u8), no_memory: fn(u32),
    }
);

texts!(
    /// A rescue file of which a lock sealed the records.
    RescueText { lead, passphrase, wrong, pass_over, no_mark, other_cost, other_key, passed_over } fns { left: fn(usize, &str) }
);

impl RescueText {
    /// Why records stay sealed.
    #[must_use]
    pub fn reason(&self, why: Closed) -> &'static str {
        match why {
            Closed::NoMark => self.no_mark,
            Closed::OtherCost => self.other_cost,
            Closed::OtherKey => self.other_key,
            Closed::PassedOver => self.passed_over,
        }
    }
}

impl OpenText {
    /// Why a file cannot be opened, and what can be done.
    #[must_use]
    pub fn reason(&self, error: AgeError) -> String {
        match error {
            AgeError::OtherVersion => self.other_version.to_owned(),
            AgeError::CutOff { at } => (self.cut_off)(at),
            AgeError::OtherRecipient => self.other_recipient.to_owned(),
            AgeError::TooMuchWork { work } => (self.too_much_work)(work, MOST_WORK),
            // In MiB; there is no answer to more than the most.
            AgeError::NoMemory { work } => (self.no_memory)(1 << work.saturating_sub(10).min(MOST_WORK)),
            AgeError::WrongPassphrase => self.wrong.to_owned(),
            AgeError::Damaged { at } => (self.damaged)(at),
        }
    }
}
