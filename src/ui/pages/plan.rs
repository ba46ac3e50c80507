//! The action plan of the school: one a school year.

mod activities;
mod checks;
mod fields;
mod goal;
mod goals;
mod out;
mod paper;
mod proofs;

use leptos::prelude::*;

use crate::browser;
use crate::domain::{GoalId, Plan, PlanEdit, PlanId, SchoolYear};
use crate::i18n::{PlanText, Text, plan_text};
use crate::ui::parts::{BottomBar, TeamNames, TextArea, UndoButton};
use crate::ui::plan_session::PlanSession;
use crate::ui::route::Route;
use crate::ui::state::AppState;
use checks::Checks;
use goals::{Goals, add_goal};
use out::OutCard;
use paper::Paper;

/// The plans that can be read with their years, and how many cannot be read.
type Listed = (Vec<(PlanId, SchoolYear)>, usize);

#[component]
pub fn PlanPage(
    app: AppState,
    t: &'static Text,
    /// The goal that is open at first.
    goal: Option<GoalId>,
) -> impl IntoView {
    let words = plan_text(t.lang);
    let this_year = SchoolYear::of(browser::now().date_naive());
    let listed = Memo::new(move |_| {
        app.visits_changed.track();
        let (plans, unreadable) = app.shelf().plans().unwrap_or_default();
        let listed: Listed = (plans.iter().map(|plan| (plan.id, plan.year)).collect(), unreadable);
        listed
    });
    let picked = RwSignal::new(goal.and_then(|goal| plan_with(app, goal)));
    let shown = Memo::new(move |_| {
        listed.with(|(plans, _)| {
            let is_picked = plans.iter().find(|(id, _)| Some(*id) == picked.get());
            let of_now = || plans.iter().find(|(_, year)| *year == this_year);
            is_picked.or_else(of_now).or_else(|| plans.first()).map(|(id, _)| *id)
        })
    });
    let begin = Callback::new(move |year: SchoolYear| {
        let plan = Plan::begin(PlanId(browser::new_uuid()), year, browser::now());
        app.say_kept(app.shelf().save_plan(&plan), plan.updated_at);
        picked.set(Some(plan.id));
        app.tell_visits_changed();
        request_animation_frame(|| browser::focus("page-title"));
    });
    view! {
        <h1 id="page-title" class="no-print" tabindex="-1">{t.home.plan}</h1>
        <div class="plan-head no-print">
            <p class="lead">{words.page.lead}</p>
            {move || (listed.with(|(plans, _)| plans.len()) > 1).then(|| view! { <Years words listed=listed.get().0 shown picked /> })}
            {move || listed.with(|(_, unreadable)| *unreadable).gt(&0).then(|| view! {
                <p class="error">{move || (words.page.unreadable)(listed.with(|(_, unreadable)| *unreadable))}
                    " " <a href=Route::Data.href()>{t.data().title}</a></p>
            })}
        </div>
        {move || match shown.get().map(|id| app.shelf().plan(id)) {
            None => view! { <p>{words.page.none}</p> }.into_any(),
            Some(Ok(Some(plan))) => view! { <OnePlan app t words plan goal /> }.into_any(),
            // Read a moment ago: it changed meanwhile, which the list says next.
            Some(Ok(None)) => ().into_any(),
            Some(Err(error)) => view! { <p class="error">{words.page.damaged} ". " {t.store_error(&error)}</p> }.into_any(),
        }}
        <div class="actions writes no-print">
            {[this_year, SchoolYear(this_year.0 + 1)].map(|year| move || {
                let is_there = listed.with(|(plans, _)| plans.iter().any(|(_, one)| *one == year));
                // Next year's comes after this year's.
                let is_early = year != this_year && listed.with(|(plans, _)| plans.is_empty());
                (!is_there && !is_early).then(|| view! {
                    <button type="button" class="btn" class:btn-primary=year == this_year on:click=move |_| begin.run(year)>
                        {(words.page.begin)(&year.to_string())}
                    </button>
                })
            })}
        </div>
    }
}

/// The plan that holds this goal.
fn plan_with(app: AppState, goal: GoalId) -> Option<PlanId> {
    let (plans, _) = app.shelf().plans().unwrap_or_default();
    plans.iter().find(|plan| plan.goal(goal).is_some()).map(|plan| plan.id)
}

/// Which plan is shown. Two of one year, as from two devices, are told apart by a number.
#[component]
fn Years(
    words: &'static PlanText,
    listed: Vec<(PlanId, SchoolYear)>,
    shown: Memo<Option<PlanId>>,
    picked: RwSignal<Option<PlanId>>,
) -> impl IntoView {
    let named = |(place, (id, year)): (usize, &(PlanId, SchoolYear))| {
        let before = listed.iter().take(place).filter(|(_, one)| one == year).count();
        let name = year.to_string();
        (*id, if before == 0 { name } else { (words.page.again)(&name, before + 1) })
    };
    let options: Vec<_> = listed.iter().enumerate().map(named).collect();
    let options = options.into_iter().map(|(id, name)| {
        view! { <option value=id.to_string() selected=move || shown.get() == Some(id)>{name}</option> }
    });
    let pick = move |ev| {
        if let Ok(id) = event_target_value(&ev).parse() {
            picked.set(Some(id));
        }
    };
    view! {
        <div class="field plan-year">
            <label for="plan-year">{words.page.which}</label>
            <select id="plan-year" on:change=pick>{options.collect_view()}</select>
        </div>
    }
}

#[component]
fn OnePlan(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    plan: Plan,
    goal: Option<GoalId>,
) -> impl IntoView {
    let session = PlanSession::open(app, plan);
    let opened = RwSignal::new(goal);
    let vision = Callback::new(move |text| session.typed(PlanEdit::Vision(text)));
    move || {
        // In a tab that does not write the plan is for reading.
        if !app.is_writer.get() {
            return view! { <div class="plan-read"><Paper app t words session /></div> }.into_any();
        }
        view! {
            <div class="plan-edit no-print">
                <h2>{(words.page.title)(&session.peek(|plan| plan.year.to_string()))}</h2>
                {move || {
                    session.drawing();
                    view! {
                        <section class="card">
                            <TextArea id="vision" label=words.page.vision hint=words.page.vision_hint
                                initial=session.peek(|plan| plan.vision.clone()) on_type=vision />
                        </section>
                    }
                }}
                <Goals app t words session opened />
                <Checks words session opened />
                <OutCard app t words session />
            </div>
            <TeamNames names=app.shelf().names() />
            <div class="plan-paper"><Paper app t words session /></div>
            <BottomBar>
                <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
                <button type="button" class="btn btn-primary" on:click=move |_| add_goal(session, opened, "")>{words.goal.add}</button>
            </BottomBar>
        }.into_any()
    }
}
