//! Quick phrases: one tap is a line in the log, with its time.

use leptos::prelude::*;

use super::entry::NextLine;
use super::kept_list::{KeptList, ListKind, ListOpener};
use super::show_line;
use crate::browser;
use crate::domain::{Edit, LineId, LogLine, short_list};
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

const PHRASES: ListKind = ListKind {
    id: "phrases",
    read: |typed| short_list(typed, 80),
    keep: |settings, phrases| settings.phrases = Some(phrases),
};

/// The phrases of this device; before anybody changed them those that come with the app.
pub fn phrases(app: AppState, t: &'static Text) -> KeptList {
    let first = || (PHRASES.read)(t.watch().first_phrases);
    KeptList::open(app, &PHRASES, app.settings().phrases.unwrap_or_else(first))
}

#[component]
pub fn PhraseRow(
    t: &'static Text,
    session: Session,
    phrases: KeptList,
    /// The tags that were chosen are those of the phrase, unless a line is being written.
    next: NextLine,
) -> impl IntoView {
    let note = move |text: String| {
        let tag =
            session.rubric().tag_in(&text).map(|(domain, indicator)| (domain.clone(), indicator.clone()));
        let (named, indicator) = tag.unzip();
        let (chosen, sign) = next.take_tags();
        let line = LogLine {
            id: LineId(browser::new_uuid()),
            at: browser::now(),
            text,
            meaning: String::new(),
            domain: named.or(chosen),
            indicator,
            sign,
        };
        let id = line.id;
        session.tap(Edit::InsertLine(usize::MAX, line, Vec::new()));
        show_line(id);
    };
    let buttons = move || {
        let button = |phrase: String| {
            let text = phrase.clone();
            // Who is typing goes on typing: the tap leaves the focus, and the keyboard, where it is.
            view! {
                <button type="button" class="btn phrase" on:mousedown=|ev| ev.prevent_default()
                    on:click=move |_| note(text.clone())>{phrase}</button>
            }
        };
        phrases.items.get().into_iter().map(button).collect_view()
    };
    view! {
        <div class="phrases" role="group" aria-label=t.watch().phrases>
            <div class="phrase-list">{buttons}</div>
            <ListOpener list=phrases name=t.watch().change_phrases t />
        </div>
    }
}
