//! The texts of the screens about rubrics. Apart from the others: they come with the part of the program that shows them.

mod en;
mod nl;

use super::text::{SendText, texts};
use crate::domain::{Lang, RubricError, RubricPlace};

/// The texts about rubrics in one language.
#[must_use]
pub fn rubric_text(lang: Lang) -> &'static RubricText {
    match lang {
        Lang::Nl => &nl::RUBRIC,
        Lang::En => &en::RUBRIC,
    }
}

/// The texts about rubrics.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct RubricText {
    pub list: RubricListText,
    pub compare: RubricCompareText,
    pub editor: RubricEditorText,
    pub field: RubricFieldText,
    pub problem: RubricProblemText,
    pub left_behind: RubricLeftBehindText,
    /// A rubric as a file.
    pub file: SendText,
}

texts!(
    /// The list.
    RubricListText {
        title, lead, builtin, is_default, make_default, copy, next_version, show, hide, print, drafts, draft, go_on, delete, deleted,
        deleted_several, unreadable, sources, scale, looks, retired, untitled, made_default, earlier_versions, damaged_draft, all,
    } fns {
        about: fn(u32, usize), own_copy: fn(&str), published: fn(&str, u32), draft_of: fn(u32), last_change: fn(&str, &str), file_name: fn(&str, u32),
    }
);
texts!(
    /// Two versions beside each other.
    RubricCompareText { title, lead, earlier, later, added, removed, retired, brought_back, order, sources, none, from, to }
    fns { version: fn(&str, u32) }
);
texts!(
    /// The editor.
    RubricEditorText {
        lead_copy, about, with_english, english_hint, scale, scale_fixed, points, domains, add_domain, remove_domain, add_indicator, remove, retire,
        retired, retired_lead, bring_back, add_look_for, up, down, drag, publish, publish_lead, look_fors, untitled, read_only,
    } fns { lead_next: fn(u32), numbered: fn(usize), indicators: fn(usize) }
);
texts!(
    /// The fields of the editor.
    RubricFieldText { title, domain, sentence, low, high, look_for, sources, sources_hint, sentence_hint }
    fns { label: fn(u8), in_english: fn(&str) }
);
texts!(
    /// What keeps a rubric from being published.
    RubricProblemText { title, no_domains, scale, no_title }
    fns {
        no_label: fn(u8), no_domain_title: fn(&str), no_sentence: fn(&str), no_low: fn(&str), no_high: fn(&str), no_look_for: fn(&str),
        empty: fn(&str), twice: fn(&str),
    }
);

texts!(
    /// Where one language was changed and the other was not.
    RubricLeftBehindText { title, english, dutch, clear, go_on }
);

impl RubricText {
    /// What keeps a rubric from being published, in a sentence; `owner` is the indicator of a look-for.
    #[must_use]
    pub fn problem(&self, problem: &RubricError, owner: &str) -> String {
        let t = &self.problem;
        match problem {
            RubricError::Scale => t.scale.to_owned(),
            RubricError::Empty(None) => t.no_domains.to_owned(),
            RubricError::Empty(Some(id)) => (t.empty)(id.as_str()),
            RubricError::Twice(id) => (t.twice)(id),
            RubricError::NoText(place) => match place {
                RubricPlace::Title => t.no_title.to_owned(),
                RubricPlace::Label(score) => (t.no_label)(score.get()),
                RubricPlace::Domain(id) => (t.no_domain_title)(id.as_str()),
                RubricPlace::Sentence(id) => (t.no_sentence)(id.as_str()),
                RubricPlace::Low(id) => (t.no_low)(id.as_str()),
                RubricPlace::High(id) => (t.no_high)(id.as_str()),
                RubricPlace::LookFor(_) => (t.no_look_for)(owner),
            },
        }
    }

    /// What a place is called, as in "D3: laagste score".
    #[must_use]
    pub fn place(&self, place: &RubricPlace, owner: &str) -> String {
        let t = &self.field;
        match place {
            RubricPlace::Title => t.title.to_owned(),
            RubricPlace::Label(score) => (t.label)(score.get()),
            RubricPlace::Domain(id) => format!("{} {id}", t.domain),
            RubricPlace::Sentence(id) => id.to_string(),
            RubricPlace::Low(id) => format!("{id}: {}", t.low),
            RubricPlace::High(id) => format!("{id}: {}", t.high),
            RubricPlace::LookFor(_) => format!("{owner}: {}", t.look_for),
        }
    }
}
