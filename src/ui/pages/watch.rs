//! Kijken: the timer, the counters and the running log.

mod clock_field;
mod counters;
mod entry;
mod kept_list;
mod line;
mod line_details;
mod phases;
mod phrases;
mod rubric;
mod scan;
mod scan_form;
mod tags;
mod timer;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser;
use crate::domain::{CounterGroup, LineId, Step, Topic};
use crate::i18n::Text;
use crate::ui::parts::{BottomBar, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;
use counters::{CountOpener, Counters, OwnCounters};
use entry::{NextLine, NoteEntry};
use kept_list::ListEditor;
use line::LineRow;
use phases::PhaseStrip;
use phrases::{PhraseRow, phrases};
use rubric::RubricSummary;
use scan::{ScanButton, Scanning};
use scan_form::ScanForm;
use timer::{LessonTimer, ticking};

/// The bar with the field for a note: what was just added stands above it.
const DOCK: &str = "dock";

#[component]
pub fn WatchPage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    // Nobody touches the tablet for minutes; it must not go dark in between. Lives as long as this screen.
    let _screen_on = StoredValue::new_local(browser::ScreenOn::ask());
    let next = NextLine::default();
    let now = ticking();
    let scanning = Scanning::begin(app, session, now);
    let phrases = phrases(app, t);
    let counters_left = RwSignal::new(app.settings().counters_left);
    // Both open at the same place.
    Effect::new(move |_| phrases.is_editing.get().then(|| scanning.is_open.set(false)));
    Effect::new(move |_| scanning.is_open.get().then(|| phrases.is_editing.set(false)));
    view! {
        <div class="watch" data-counting=move || session.is_counting.get().then_some("")
            data-counters=move || counters_left.get().then_some("left")>
            <div class="watch-top">
                <div class="watch-head">
                    <h1 id="page-title" tabindex="-1">{t.step(Step::Watch)}</h1>
                    <ToNote t session />
                    <LessonTimer t session now />
                </div>
                <PhaseStrip t session now />
                <div class="watch-tools">
                    <CountOpener t session />
                    <ScanButton t session scanning />
                </div>
            </div>
            <div id="counting" class="watch-side">
                {CounterGroup::ALL.map(|group| view! { <Counters t session group /> })}
                <OwnCounters app t session />
            </div>
            <div class="watch-write">
                <Log t session draft=next.draft />
                <div id=DOCK class="watch-dock">
                    <ScanForm t session scanning />
                    <ListEditor t list=phrases name=t.watch().phrases hint=t.watch().phrases_hint />
                    <NoteEntry t session next>
                        <PhraseRow t session phrases next />
                    </NoteEntry>
                </div>
            </div>
            <RubricSummary t session next />
        </div>
        <BottomBar>
            <SideSwitch app t counters_left />
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn" href=Route::Visit(session.id(), Step::Score).href()>{t.watch().next}</a>
        </BottomBar>
    }
}

/// Leads past all that is counted: by keyboard the field for a note is forty stops away, in a low window three screens.
#[component]
fn ToNote(t: &'static Text, session: Session) -> impl IntoView {
    let to_note = move |ev: MouseEvent| {
        // The hash is the address of the screen.
        ev.prevent_default();
        browser::focus(entry::NOTE);
    };
    view! {
        <a class="skip-link to-note" href=Route::Visit(session.id(), Step::Watch).href() on:click=to_note>{t.watch().to_note}</a>
    }
}

/// The lines, without the one that is being written. Newest first: what was just noted stands right under the eye.
#[component]
fn Log(t: &'static Text, session: Session, draft: RwSignal<Option<LineId>>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let writing = draft.get();
        session.read(&Topic::Log, |visit| {
            let kept = visit.log.iter().rev().map(|line| line.id);
            kept.filter(|id| Some(*id) != writing).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="watch-log" aria-labelledby="log-title">
            <Focus t session />
            <h2 id="log-title" tabindex="-1">{t.watch().log}</h2>
            {move || lines.with(Vec::is_empty).then(|| view! { <p class="empty">{t.watch().log_empty}</p> })}
            <ol class="log">
                <For each=move || lines.get() key=|id| *id let:id>
                    <LineRow t session id />
                </For>
            </ol>
            <p class="hint">{t.watch().privacy} <br /> {tags::legend(t, session)}</p>
        </section>
    }
}

/// The teacher's own question, in sight during the lesson.
#[component]
fn Focus(t: &'static Text, session: Session) -> impl IntoView {
    let focus = session.peek(|visit| visit.visit.focus.clone());
    (!focus.is_empty()).then(|| {
        view! {
            <div class="focus-question">
                <h2>{t.prepare().focus}</h2>
                <p>{focus}</p>
            </div>
        }
    })
}

/// Puts the counters on the other side, for the other hand; only where they stand beside the log.
#[component]
fn SideSwitch(app: AppState, t: &'static Text, counters_left: RwSignal<bool>) -> impl IntoView {
    let switch = move |_| {
        counters_left.update(|left| *left = !*left);
        app.change_settings(|settings| settings.counters_left = counters_left.get_untracked());
    };
    view! {
        <button type="button" class="btn btn-quiet side-switch" on:click=switch>
            {move || if counters_left.get() { t.watch().counters_right } else { t.watch().counters_left }}
        </button>
    }
}

/// Shows a line that was just added, wholly, above the bar; what is in sight already stays where it is.
fn show_line(id: LineId) {
    request_animation_frame(move || browser::show_above(&line::row_id(id), DOCK));
}
