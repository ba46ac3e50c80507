//! Counting: one tap is one more, with its time; the small button beside it takes the last one back.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{CounterGroup, Edit, LessonEdit, Tally, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

/// Opens and folds the counters on a narrow screen; a wide one always shows them.
#[component]
pub fn CountOpener(t: &'static Text, session: Session) -> impl IntoView {
    let is_open = session.is_counting;
    view! {
        <button type="button" class="btn opener count-opener" aria-controls="counting"
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            on:mousedown=|ev| ev.prevent_default() on:click=move |_| is_open.update(|open| *open = !*open)>
            {t.watch.count}
        </button>
    }
}

/// The counters of one group.
#[component]
pub fn Counters(t: &'static Text, session: Session, group: CounterGroup) -> impl IntoView {
    let title_id = format!("counters-{}", group.name());
    let counters = group
        .counters()
        .map(|counter| cell(t, session, counter.name().to_owned(), t.counter(counter).to_owned()));
    view! {
        <div class="counters" role="group" data-group=group.name() aria-labelledby=title_id>
            <p class="counters-title" id=title_id.clone()>{t.counter_group(group)}</p>
            {counters.collect_view()}
        </div>
    }
}

/// The counter that a visit knows by `name`.
fn cell(t: &'static Text, session: Session, name: String, label: String) -> AnyView {
    let topic = Topic::Counter(name.clone());
    let count = {
        let name = name.clone();
        Memo::new(move |_| session.read(&topic, |visit| visit.count(&name)))
    };
    let has_none = Memo::new(move |_| count.get() == 0);
    let tap = move |edit: LessonEdit| session.tap(Edit::Lesson(edit));
    let more = {
        let counter = name.clone();
        move |_| {
            tap(LessonEdit::InsertTally(usize::MAX, Tally { counter: counter.clone(), at: browser::now() }))
        }
    };
    let less = {
        let counter = name.clone();
        move |_| tap(LessonEdit::RemoveTally(counter.clone()))
    };
    view! {
        <div class="counter" data-counter=name>
            // Who is typing goes on typing: a tap leaves the focus, and the keyboard, where it is.
            <button type="button" class="btn counter-more" on:mousedown=|ev| ev.prevent_default() on:click=more>
                <span>{label.clone()}</span>
                " "
                <span class="counter-number">{move || count.get()}</span>
            </button>
            // It keeps the focus at zero: who goes through by keys does not lose the place.
            <button type="button" class="btn btn-quiet" aria-label=(t.lesson.one_less)(&label)
                aria-disabled=move || has_none.get().then_some("true")
                on:mousedown=|ev| ev.prevent_default() on:click=less>"−1"</button>
        </div>
    }
    .into_any()
}
