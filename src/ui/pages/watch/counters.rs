//! Counting: one tap is one more, with its time; the small button beside it takes the last one back.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Counter, CounterGroup, Edit, LessonEdit, Tally, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

/// The counters of one group.
#[component]
pub fn Counters(t: &'static Text, session: Session, group: CounterGroup) -> impl IntoView {
    let title_id = format!("counters-{}", group.name());
    let counters = group.counters().map(|counter| view! { <CounterCell t session counter /> }).collect_view();
    view! {
        <div class="counters" role="group" data-group=group.name() aria-labelledby=title_id>
            <p class="counters-title" id=title_id.clone()>{t.counter_group(group)}</p>
            {counters}
        </div>
    }
}

#[component]
fn CounterCell(t: &'static Text, session: Session, counter: Counter) -> impl IntoView {
    let topic = Topic::Counter(counter.name().to_owned());
    let count = Memo::new(move |_| session.read(&topic, |visit| visit.count(counter.name())));
    let label = t.counter(counter);
    let tap = move |edit: LessonEdit| session.tap(Edit::Lesson(edit));
    let more = move |_| {
        let tally = Tally { counter: counter.name().to_owned(), at: browser::now() };
        tap(LessonEdit::InsertTally(usize::MAX, tally));
    };
    let less = move |_| tap(LessonEdit::RemoveTally(counter.name().to_owned()));
    view! {
        <div class="counter" data-counter=counter.name()>
            // Who is typing goes on typing: a tap leaves the focus, and the keyboard, where it is.
            <button type="button" class="btn counter-more" on:mousedown=|ev| ev.prevent_default() on:click=more>
                <span>{label}</span>
                " "
                <span class="counter-number">{move || count.get()}</span>
            </button>
            <button type="button" class="btn btn-quiet" aria-label=(t.lesson.one_less)(label)
                on:mousedown=|ev| ev.prevent_default() on:click=less>"−1"</button>
        </div>
    }
}
