//! The texts about what a teacher has a right to: how long, what is kept about her, and what she says against it. Apart from
//! the others: they come with the screens that show them.

mod en;
mod nl;

use super::text::texts;
use crate::domain::Lang;

/// The texts in one language.
#[must_use]
pub fn rights_text(lang: Lang) -> &'static RightsText {
    match lang {
        Lang::Nl => &nl::RIGHTS,
        Lang::En => &en::RIGHTS,
    }
}

/// The texts on Controle in one language; apart, since it loads with another part of the program.
#[must_use]
pub fn record_text(lang: Lang) -> &'static RecordText {
    match lang {
        Lang::Nl => &nl::RECORD,
        Lang::En => &en::RECORD,
    }
}

/// What a teacher has a right to.
#[allow(missing_docs, reason = "each names the part of the texts")]
pub struct RightsText {
    pub walls: WallsText,
    pub due: DueText,
    pub access: AccessText,
}

texts!(
    /// On Controle.
    RecordText {
        title, keep_until, keep_until_hint, objection, objection_hint, said_on, purpose, coaching, appraisal, notes_seen,
    } fns { kept: fn(&str), names: fn(&str) }
);
texts!(
    /// Visits of one kind apart, on Gegevens.
    WallsText { title, lead, which, peers, leaders, coaches }
);
texts!(
    /// What is due for deletion, on Gegevens.
    DueText {
        title, lead, years, years_hint, looking, nothing, really, keep, way_back,
    } fns { due: fn(usize), until: fn(&str), delete_all: fn(usize), really_all: fn(usize), unreadable: fn(usize) }
);
texts!(
    /// All that is kept about one teacher.
    AccessText {
        title, card_lead, open, lead, who, nobody, choose, looking, print, json, others, file,
        person, visits, no_visits, watched, watched_lead, mentions, mentions_lead,
        aside, aside_lead, in_visit, in_plan, in_draft, in_settings, in_aside,
        completed, draft,
    } fns {
        about: fn(&str), made: fn(&str), unreadable: fn(usize), changed: fn(&str), exported: fn(&str), kept: fn(&str), growth: fn(&str),
    }
);
