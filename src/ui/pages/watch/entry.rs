//! Writing a note. The line is kept from its first key on, so a tab that dies mid-word loses nothing but a breath.

use leptos::html;
use leptos::prelude::*;

use super::show_line;
use super::tags::{TagChips, sign_of, tag_in_text};
use crate::browser;
use crate::domain::{DomainId, Edit, LineEdit, LineId, LogLine, Sign};
use crate::i18n::Text;
use crate::ui::session::Session;

/// The field for a note.
pub const NOTE: &str = "note";

/// The line that is being written, and the tags that it has or will have.
#[derive(Clone, Copy, Default)]
pub struct NextLine {
    /// From its first key on.
    pub draft: RwSignal<Option<LineId>>,
    /// Its domain.
    pub domain: RwSignal<Option<String>>,
    /// For or against.
    pub sign: RwSignal<Option<String>>,
}

impl NextLine {
    fn tags(self) -> (Option<DomainId>, Option<Sign>) {
        let domain = self.domain.get_untracked().and_then(|id| id.parse().ok());
        (domain, self.sign.get_untracked().as_deref().and_then(sign_of))
    }

    /// The tags for a line that is not written here. Those of the line that is being written stay with it.
    pub fn take_tags(self) -> (Option<DomainId>, Option<Sign>) {
        if self.draft.get_untracked().is_some() {
            return (None, None);
        }
        let tags = self.tags();
        self.domain.set(None);
        self.sign.set(None);
        tags
    }
}

/// The field for the next line, below what else notes one.
#[component]
pub fn NoteEntry(t: &'static Text, session: Session, next: NextLine, children: Children) -> impl IntoView {
    let NextLine { draft, domain, sign } = next;
    let field = NodeRef::<html::Textarea>::new();

    let clear = move || {
        draft.set(None);
        domain.set(None);
        sign.set(None);
        if let Some(field) = field.get_untracked() {
            field.set_value("");
        }
    };
    let type_text = move |ev| {
        let text = event_target_value(&ev);
        match draft.get_untracked() {
            Some(id) => session.typed(Edit::Line(id, LineEdit::Text(text))),
            None => {
                let (domain, sign) = next.tags();
                let line = LogLine {
                    id: LineId(browser::new_uuid()),
                    at: browser::now(),
                    text,
                    meaning: String::new(),
                    domain,
                    indicator: None,
                    sign,
                };
                draft.set(Some(line.id));
                // No step of undo until it is a line: undo leaves alone what is being written.
                session.tap_for_now(Edit::InsertLine(usize::MAX, line, Vec::new()));
            }
        }
    };
    // What is being written becomes a line, unless it was rubbed out.
    let settle = move || {
        let Some(id) = draft.try_get_untracked().flatten() else { return };
        let is_empty = session.peek(|visit| visit.line(id).is_none_or(|line| line.text.trim().is_empty()));
        if is_empty {
            session.tap_for_now(Edit::RemoveLine(id));
        } else {
            if let Some(edit) = tag_in_text(session, id) {
                session.tap_for_now(edit);
            }
            session.remember(Edit::RemoveLine(id));
        }
    };
    // Also when the screen goes: to another step, or to another language.
    on_cleanup(move || {
        settle();
        // In another language the same field may serve again, with what was in it.
        if let Some(field) = field.try_get_untracked().flatten() {
            field.set_value("");
        }
    });
    let finish = move || {
        // Of an empty field the tags stay, for the line that comes.
        if let Some(written) = draft.get_untracked() {
            settle();
            session.flush();
            clear();
            show_line(written);
        }
        browser::focus_in_place(NOTE);
    };
    let tag = move |edit: LineEdit| {
        if let Some(id) = draft.get_untracked() {
            session.tap_for_now(Edit::Line(id, edit));
        }
    };
    let on_domain = Callback::new(move |picked: Option<String>| {
        domain.set(picked.clone());
        tag(LineEdit::Domain(picked.and_then(|id| id.parse().ok())));
    });
    let on_sign = Callback::new(move |picked: Option<String>| {
        tag(LineEdit::Sign(picked.as_deref().and_then(sign_of)));
        sign.set(picked);
    });
    view! {
        <form class="note-entry" on:submit=move |ev| { ev.prevent_default(); finish(); }>
            {children()}
            <label for=NOTE class="visually-hidden">{t.watch().note}</label>
            <textarea id=NOTE rows="1" autocomplete="off" node_ref=field placeholder=t.watch().note_hint
                on:input=type_text
                on:keydown=move |ev| {
                    if ev.key() == "Enter" && !ev.shift_key() && !browser::is_composing(&ev) {
                        ev.prevent_default();
                        finish();
                    }
                }></textarea>
            <TagChips t session domain sign on_domain on_sign />
            <button type="submit" class="btn btn-primary">{t.watch().add}</button>
        </form>
    }
}
