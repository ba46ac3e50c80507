//! One rubric in the list.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::list::{Listed, begin_draft, title_of};
use super::paper::Paper;
use crate::browser;
use crate::domain::RubricRef;
use crate::exchange::rubric_file;
use crate::i18n::{RubricText, Text};
use crate::ui::parts::{NothingToSend, Outgoing, SendPanel};
use crate::ui::state::AppState;

#[component]
pub fn RubricRow(
    app: AppState,
    t: &'static Text,
    words: &'static RubricText,
    one: Listed,
    /// Whether there is no later version of it.
    is_newest: bool,
    /// The one that new visits use.
    chosen: Memo<RubricRef>,
    /// The one that is looked at.
    shown: RwSignal<Option<RubricRef>>,
    make_default: Callback<RubricRef>,
) -> impl IntoView {
    let w = &words.list;
    let is_builtin = one.name == app.builtin_ref();
    let title = title_of(words, &one.rubric, t);
    let about = (w.about)(one.name.version, one.rubric.indicators().count());
    let one = StoredValue::new_local(one);
    let name = move || one.with_value(|one| one.name.clone());
    let is_default = Memo::new(move |_| chosen.with(|chosen| *chosen == name()));
    let is_shown = Memo::new(move |_| shown.with(|shown| shown.as_ref() == Some(&name())));
    let labelled = |what: &str| format!("{what}: {title} ({about})");
    let begin = move |as_copy| move |_| begin_draft(app, &one.get_value(), as_copy);
    view! {
        <div class="rubric-row" data-rubric=name().id.to_string()>
            <div class="rubric-head no-print">
                <span class="rubric-name">{title.clone()}</span>
                <span class="count">{about.clone()}</span>
                {is_builtin.then(|| view! { <span class="badge">{w.builtin}</span> })}
                {move || is_default.get().then(|| view! { <span class="badge" data-status="completed">{w.is_default}</span> })}
            </div>
            <div class="actions no-print">
                <button type="button" class="btn btn-quiet" aria-label=labelled(w.show) aria-expanded=move || is_shown.get().to_string()
                    on:click=move |_| shown.set((!is_shown.get_untracked()).then(name))>
                    {move || if is_shown.get() { w.hide } else { w.show }}
                </button>
                {is_newest.then(|| {
                    let (default_name, copy_name, next_name) = (labelled(w.make_default), labelled(w.copy), labelled(w.next_version));
                    view! {
                        {move || (!is_default.get()).then(|| view! {
                            <button type="button" class="btn writes" aria-label=default_name.clone() on:click=move |_| make_default.run(name())>
                                {w.make_default}
                            </button>
                        })}
                        {(!is_builtin).then(|| view! {
                            <button type="button" class="btn writes" aria-label=next_name on:click=begin(false)>{w.next_version}</button>
                        })}
                        <button type="button" class="btn writes" aria-label=copy_name on:click=begin(true)>{w.copy}</button>
                    }
                })}
            </div>
            {move || is_shown.get().then(|| view! { <Looked t words one=one.get_value() /> })}
        </div>
    }
}

/// All of it, to read, to print, and to send.
#[component]
fn Looked(t: &'static Text, words: &'static RubricText, one: Listed) -> impl IntoView {
    let rubric = Arc::clone(&one.rubric);
    let title = (words.compare.version)(&title_of(words, &rubric, t), rubric.version);
    let make = Callback::new(move |()| {
        let text = rubric_file(&rubric).map_err(|_| NothingToSend::Failed)?;
        let name = (words.list.file_name)(rubric.id.as_str(), rubric.version);
        Ok(Outgoing { name, text, sent: Rc::new(|| ()) })
    });
    view! {
        <div class="rubric-looked">
            <div class="actions no-print">
                <button type="button" class="btn" on:click=|_| browser::print()>{words.list.print}</button>
            </div>
            <div class="no-print"><SendPanel t=&words.file id="rubric-file" make /></div>
            <Paper t words title rubric=&one.rubric />
        </div>
    }
}
