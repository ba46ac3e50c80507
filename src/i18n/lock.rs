//! The texts of the lock. Apart from the others: they come with its screens.

mod en;
mod nl;

use super::text::texts;
use crate::domain::Lang;

/// The texts in one language.
#[must_use]
pub fn lock_text(lang: Lang) -> &'static LockText {
    match lang {
        Lang::Nl => &nl::LOCK,
        Lang::En => &en::LOCK,
    }
}

/// The texts of the lock.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct LockText {
    pub screen: ScreenOfLock,
    pub card: CardText,
    pub choose: ChooseText,
    pub code: CodeText,
    pub moving: MovingText,
}

texts!(
    /// The screen that asks for the passphrase.
    ScreenOfLock {
        lock, title, lead, passphrase, show, open, opening, wrong, forgotten, forgotten_code, forgotten_lost, elsewhere, damaged,
        again, export,
    } fns { wait: fn(u64) }
);
texts!(
    /// The lock on Gegevens.
    CardText {
        title, lead, before, is_on, begin, after, never, in_lesson, change, change_lead, off, off_lead, went_off, current, wrong, not_now, no_copy,
        refused, export_lead,
    } fns { minutes: fn(u16) }
);
texts!(
    /// A new passphrase.
    ChooseText { passphrase, hint, again, differs, too_short, fair, strong, next }
);
texts!(
    /// The recovery code.
    CodeText { title, lead, label, print, sealing, written, stop }
);
texts!(
    /// All records are moved.
    MovingText { sealing, opening, stay } fns { done: fn(usize) }
);
