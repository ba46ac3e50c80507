//! Kijken: the timer, the counters and the running log.

mod counters;
mod entry;
mod line;
mod pane;
mod phases;
mod scan;
mod timer;

use leptos::prelude::*;

use crate::browser;
use crate::domain::{CounterGroup, Edit, LineEdit, LineId, Sign, Step, Topic};
use crate::i18n::Text;
use crate::ui::parts::{BottomBar, Chip, Chips, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;
use counters::Counters;
use entry::NoteEntry;
use line::LineRow;
use pane::{Pane, PaneSwitch};
use phases::PhaseStrip;
use scan::{ScanButton, ScanForm, Scanning};
use timer::{LessonTimer, ticking};

/// The counters beside the log, in their order.
const COUNTED: [CounterGroup; 3] =
    [CounterGroup::FeedbackKind, CounterGroup::FeedbackLevel, CounterGroup::Questions];

#[component]
pub fn WatchPage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    // Nobody touches the tablet for minutes; it must not go dark in between. Lives as long as this screen.
    let _screen_on = StoredValue::new_local(browser::ScreenOn::ask());
    let draft = RwSignal::new(None::<LineId>);
    let pane = RwSignal::new(Pane::default());
    let now = ticking();
    let scanning = Scanning::begin(app, session, now);
    // Newest first: what was just noted stands right under the eye, without scrolling.
    let lines = Memo::new(move |_| {
        let writing = draft.get();
        session.read(&Topic::Log, |visit| {
            let kept = visit.log.iter().rev().map(|line| line.id);
            kept.filter(|id| Some(*id) != writing).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="watch-head">
            <h1 id="page-title" tabindex="-1">{t.step(Step::Watch)}</h1>
            <LessonTimer t session now />
            <div class="watch-tools">
                <PaneSwitch t pane />
                <ScanButton t session scanning />
            </div>
        </div>
        <div class="watch" data-pane=move || pane.get().name()>
            <div class="watch-lesson">
                <PhaseStrip t session now />
                <Counters t session group=CounterGroup::Instruction />
            </div>
            <div class="watch-side">
                {COUNTED.map(|group| view! { <Counters t session group /> })}
            </div>
            <section class="watch-log" aria-labelledby="log-title">
                <Focus t session />
                <h2 id="log-title" tabindex="-1">{t.watch.log}</h2>
                <p class="hint">{t.watch.privacy}</p>
                <p class="hint log-legend">{legend(t, session)}</p>
                {move || lines.with(Vec::is_empty).then(|| view! { <p class="empty">{t.watch.log_empty}</p> })}
                <ol class="log">
                    <For each=move || lines.get() key=|id| *id let:id>
                        <LineRow t session id />
                    </For>
                </ol>
            </section>
        </div>
        <div class="watch-dock">
            <ScanForm t session scanning />
            <NoteEntry t session draft />
        </div>
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn" href=Route::Visit(session.id(), Step::Score).href()>{t.watch.next}</a>
        </BottomBar>
    }
}

/// "D Differentiatie · … · + werkt": what the letters on the tags stand for.
fn legend(t: &'static Text, session: Session) -> String {
    let rubric = session.rubric();
    let domains = rubric.domains.iter().map(|domain| format!("{} {}", domain.id, domain.title.get(t.lang)));
    let signs = [format!("+ {}", t.watch.plus), format!("− {}", t.watch.minus)];
    domains.chain(signs).collect::<Vec<_>>().join(" · ")
}

/// The teacher's own question, in sight during the lesson.
#[component]
fn Focus(t: &'static Text, session: Session) -> impl IntoView {
    let focus = session.peek(|visit| visit.visit.focus.clone());
    (!focus.is_empty()).then(|| {
        view! {
            <div class="focus-question">
                <h2>{t.prepare.focus}</h2>
                <p>{focus}</p>
            </div>
        }
    })
}

/// One row of tags: the domains of the rubric, then for and against.
#[component]
fn TagChips(
    t: &'static Text,
    session: Session,
    #[prop(into)] domain: Signal<Option<String>>,
    #[prop(into)] sign: Signal<Option<String>>,
    on_domain: Callback<Option<String>>,
    on_sign: Callback<Option<String>>,
) -> impl IntoView {
    let rubric = session.rubric();
    let domains = rubric.domains.iter().map(|domain| {
        let id = domain.id.to_string();
        Chip {
            label: id.clone(),
            name: domain.title.get(t.lang).to_owned(),
            domain: Some(id.clone()),
            value: id,
        }
    });
    let signs = [(Sign::Plus, t.watch.plus), (Sign::Minus, t.watch.minus)].map(|(sign, name)| Chip {
        value: sign_value(sign).to_owned(),
        label: match sign {
            Sign::Plus => "+",
            Sign::Minus => "−",
        }
        .to_owned(),
        name: name.to_owned(),
        domain: None,
    });
    view! {
        <div class="chips" role="group" aria-label=t.watch.tags>
            <Chips chips=domains.collect() chosen=domain on_pick=on_domain />
            <Chips chips=signs.to_vec() chosen=sign on_pick=on_sign />
        </div>
    }
}

/// Tags a line with the indicator that its text names as `#D3`, and with the domain of that, unless it has one.
fn tags_in_text(session: Session, id: LineId) -> impl Iterator<Item = Edit> {
    let rubric = session.rubric();
    let tags = session.peek(|visit| {
        let line = visit.line(id)?;
        let (domain, indicator) = rubric.tag_in(&line.text)?;
        let domain = line.domain.is_none().then(|| LineEdit::Domain(Some(domain.clone())));
        Some([Some(LineEdit::Indicator(Some(indicator.clone()))), domain])
    });
    tags.into_iter().flatten().flatten().map(move |tag| Edit::Line(id, tag))
}

fn sign_value(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "-",
    }
}

fn sign_of(value: &str) -> Option<Sign> {
    match value {
        "+" => Some(Sign::Plus),
        "-" => Some(Sign::Minus),
        _ => None,
    }
}
