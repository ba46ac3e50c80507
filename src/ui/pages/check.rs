//! Controle: what is still open, every answer with a way to change it; complete, export, print.

mod lesson;
mod names;
mod place;
mod purpose;
mod read;
mod record;
mod report;
pub(super) mod rows;
mod still_open;
mod strip;
pub(super) mod summary;
mod talk_rows;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{Edit, Observation, Step, Topic};
use crate::exchange::Purpose;
use crate::i18n::Text;
use crate::ui::pages::talk::{Beside, own_view};
use crate::ui::parts::{BottomBar, ExportPanel};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;
use names::NamesInNotes;
use purpose::PurposeChoice;
pub use read::ReadPage;
use record::RecordCard;
use report::ReportCard;
use still_open::StillOpen;
use summary::StepSummary;

/// The link to Naast elkaar, at the end of a long page: whoever comes back is there again.
const COMPARE: &str = "to-compare";

#[component]
pub fn CheckPage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    let id = session.id();
    let purpose = RwSignal::new(Purpose::Coaching);
    let title = session.peek(|visit| t.visit_title(&app.shelf().named(visit.visit.clone())));
    let steps = [Step::Prepare, Step::Score, Step::Talk, Step::Watch];
    let steps = steps.map(|step| view! { <StepSummary app t session completed step /> });
    // What the teacher scored herself is no part of this visit until both chose to see it.
    let own = session.peek(|visit| visit.talk.scores_shown).map(|_| own_view(app, session));
    let beside = |title, tables| {
        view! { <section class="summary-section"><h2>{title}</h2>{tables}</section> }.into_any()
    };
    view! {
        <h1 id="page-title" tabindex="-1">{title}</h1>
        <StatusLine t session completed />
        {move || (!completed.get()).then(|| view! { <StillOpen app t session /> })}
        <NamesInNotes app t session />
        {steps}
        {own.map(|found| view! { <Beside app t session found section=beside /> })}
        <RecordCard app t session />
        <ReportCard app t session own />
        <section class="card no-print" aria-labelledby="compare-title">
            <h2 id="compare-title">{t.compare().title}</h2>
            <p class="hint">{t.compare().lead}</p>
            <div class="actions">
                <a class="btn" id=COMPARE href=Route::Compare(id).href() on:click=move |_| app.leave_by(COMPARE)>
                    {t.compare().open}
                </a>
            </div>
        </section>
        <section class="card no-print" aria-labelledby="export-title">
            <h2 id="export-title">{t.export().title_one}</h2>
            <PurposeChoice t session purpose />
            {move || view! {
                <ExportPanel app t purpose=purpose.get() chosen=Callback::new(move |()| vec![id]) />
            }}
        </section>
        <BottomBar>
            <button type="button" class="btn" on:click=|_| browser::print()>{t.check().print}</button>
            {move || if completed.get() {
                view! { <ReopenButton t session /> }.into_any()
            } else {
                view! {
                    <button type="button" class="btn btn-primary writes" on:click=move |_| complete(session)>
                        {t.check().complete}
                    </button>
                }.into_any()
            }}
        </BottomBar>
    }
}

#[component]
fn ReopenButton(t: &'static Text, session: Session) -> impl IntoView {
    let reopen = move |_| {
        session.tap(Edit::Reopen);
        browser::focus("page-title");
    };
    view! { <button type="button" class="btn writes" on:click=reopen>{t.check().reopen}</button> }
}

/// A visit that is whole is worth a promise of the browser to keep it. The answer stands on the screen Gegevens.
fn complete(session: Session) {
    session.tap(Edit::Complete);
    // The button is gone; the line under the title says how it ended.
    browser::focus("page-title");
    spawn_local(async {
        browser::ask_to_persist().await;
    });
}

/// Open or closed, and how much was scored; what is open never blocks.
#[component]
fn StatusLine(t: &'static Text, session: Session, completed: Memo<bool>) -> impl IntoView {
    let how_far = how_far(t, session);
    view! {
        <p class="lead" role="status">
            {move || if completed.get() { t.check().is_completed } else { t.check().is_draft }} " " {how_far}
        </p>
    }
}

/// "4 van 6 gekozen indicatoren gescoord, 1 niet gezien, 1 nog niet gescoord."
fn how_far(t: &'static Text, session: Session) -> String {
    let progress = session.peek(|visit| visit.progress(&session.rubric()));
    let open = progress.of - progress.scored - progress.not_observed;
    let not_observed = (progress.not_observed > 0).then(|| (t.check().not_observed)(progress.not_observed));
    let open = (open > 0).then(|| (t.check().not_scored)(open));
    let parts = [Some(t.scored(progress.scored, progress.of, progress.is_choice)), not_observed, open];
    format!("{}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
