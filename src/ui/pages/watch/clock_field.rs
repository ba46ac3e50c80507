//! A time that can be set: a tap turns it into a field, leaving that turns it back.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::domain::{Moment, clock_at, parse_clock};
use crate::i18n::Text;
use crate::ui::session::Session;

/// A time. What is set is on the day of the lesson: one that was on paper is entered later.
#[component]
pub fn ClockField(
    t: &'static Text,
    session: Session,
    #[prop(into)] at: Signal<Moment>,
    /// What a screen reader says before the time.
    name: &'static str,
    /// Its own id.
    id: String,
    /// What has the focus after a key ended it; itself, unless another is named.
    #[prop(optional)]
    back_to: Option<String>,
    on_set: Callback<Moment>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let take = move |text: String| {
        let before = at.get_untracked();
        let day = session.peek(|visit| visit.day_of_lesson(before));
        let time = parse_clock(&text).filter(|_| text != clock_at(before));
        if let Some(at) = time.and_then(|time| browser::moment_at(day, time)) {
            on_set.run(at);
        }
    };
    // One change, however many digits of it were typed; Escape takes none. A field that is gone loses the focus too.
    let finish = move |text: Option<String>| {
        if is_open.try_get_untracked() == Some(true) {
            is_open.set(false);
            text.into_iter().for_each(take);
        }
    };
    // When the screen goes while the time is being typed.
    on_cleanup(move || {
        let typed = field.try_get_untracked().flatten().map(|field| field.value());
        typed.filter(|_| is_open.try_get_untracked() == Some(true)).into_iter().for_each(take);
    });
    let back_to = StoredValue::new(back_to.unwrap_or_else(|| id.clone()));
    let id = StoredValue::new(id);
    let on_key = move |ev: KeyboardEvent| {
        let text = match ev.key().as_str() {
            "Enter" => Some(event_target_value(&ev)),
            "Escape" => None,
            _ => return,
        };
        finish(text);
        // It may be the button that comes back.
        request_animation_frame(move || {
            back_to.try_get_value().into_iter().for_each(|id| browser::focus(&id));
        });
    };
    // A log has a time at each line: closed, one closure draws all of it.
    move || {
        let moment = if is_open.get() { at.get_untracked() } else { at.get() };
        let shown = t.clock(moment.time());
        let name = format!("{name} {shown}");
        if is_open.get_untracked() {
            field.on_load(|field| drop(field.focus()));
            view! {
                <input type="time" class="log-time-field" aria-label=name node_ref=field prop:value=clock_at(moment)
                    on:blur=move |ev| finish(Some(event_target_value(&ev))) on:keydown=on_key />
            }
            .into_any()
        } else {
            view! {
                <button type="button" id=id.get_value() class="log-time" aria-label=name on:click=move |_| is_open.set(true)>
                    <time datetime=moment.to_rfc3339()>{shown}</time>
                </button>
            }
            .into_any()
        }
    }
}
