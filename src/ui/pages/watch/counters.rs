//! Counting: one tap is one more, with its time; the small button beside it takes the last one back.

use leptos::prelude::*;

use super::kept_list::{KeptList, ListEditor, ListKind, ListOpener};
use crate::browser;
use crate::domain::{CounterGroup, Edit, LessonEdit, Observation, Tally, Topic, own_counters};
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// Opens and folds the counters on a narrow screen; a wide one always shows them.
#[component]
pub fn CountOpener(t: &'static Text, session: Session) -> impl IntoView {
    let is_open = session.is_counting;
    view! {
        <button type="button" class="btn opener count-opener" aria-controls="counting"
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            on:mousedown=|ev| ev.prevent_default() on:click=move |_| is_open.update(|open| *open = !*open)>
            {t.watch().count}
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

const OWN: ListKind =
    ListKind { id: "own-counters", read: own_counters, keep: |settings, names| settings.counters = names };

/// The counters of the school's own, and of this visit those that the list does not name any more. The observer edits the
/// list right here.
#[component]
pub fn OwnCounters(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let list = KeptList::open(app, &OWN, app.settings().counters);
    let names = Memo::new(move |_| {
        let mut names = list.items.get();
        let others = session.peek(Observation::other_counters);
        names.extend(
            others.into_iter().filter(|other| !list.items.with_untracked(|items| items.contains(other))),
        );
        names
    });
    view! {
        <div class="counters" role="group" data-group="own" aria-labelledby="counters-own">
            <div class="counters-title">
                <p id="counters-own">{t.lesson().own_counters}</p>
                <ListOpener list name=t.lesson().change_counters t />
            </div>
            <For each=move || names.get() key=Clone::clone let:name>
                {cell(t, session, name.clone(), name)}
            </For>
        </div>
        <ListEditor t list name=t.lesson().own_counters hint=t.lesson().counters_hint />
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
                <span class="counter-number"><span>{move || count.get()}</span></span>
            </button>
            // It keeps the focus at zero: who goes through by keys does not lose the place.
            <button type="button" class="btn btn-quiet" aria-label=(t.lesson().one_less)(&label)
                aria-disabled=move || has_none.get().then_some("true")
                on:mousedown=|ev| ev.prevent_default() on:click=less>"−1"</button>
        </div>
    }
    .into_any()
}
