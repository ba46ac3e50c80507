//! The first card: the domains, what is strong and what can grow, by a rule that stands beside it.

use std::rc::Rc;

use leptos::prelude::*;

use super::Look;
use super::bar::{Legend, ScoreBar};
use super::goal::make_goal;
use super::table::{Twin, score_cells, score_columns};
use crate::domain::SchoolYear;
use crate::insight::{Distribution, GROWTH_BELOW, Rung, STRENGTH_FROM, TeamFigures};

#[component]
pub fn SummaryCard(
    look: Look,
    /// For the plan of which year goals can be made of it.
    goals: Option<SchoolYear>,
    figures: Rc<TeamFigures>,
) -> impl IntoView {
    let w = &look.words.summary;
    let rubric = look.rubric();
    let title = |domain: &crate::insight::DomainFigures| rubric.domain_title(&domain.id, look.t.lang);
    let domains = figures.domains.iter().map(|domain| {
        view! { <Row look name=title(domain) answers=&domain.all with_mean=true /> }
    });
    let domains = domains.collect_view();
    let rows = figures.domains.iter().map(|domain| (title(domain), score_cells(look, &domain.all)));
    let rows = rows.collect();
    let strengths: Vec<Rung> = figures.strengths().cloned().collect();
    let growth: Vec<Rung> = figures.growth_points().cloned().collect();
    view! {
        <section class="card" aria-labelledby="summary-title">
            <h2 id="summary-title">{w.title}</h2>
            <Legend look />
            <ul class="figure-rows">{domains}</ul>
            <Twin look caption=w.title.to_owned() columns=score_columns(look, w.domain) rows />
            <div class="two-lists">
                <Points look name="strengths" title=w.strengths none=w.no_strengths rule=(w.strength_rule)(STRENGTH_FROM) rungs=strengths goals=None />
                <Points look name="growth" title=w.growth none=w.no_growth rule=(w.growth_rule)(GROWTH_BELOW) rungs=growth goals=goals.filter(|_| look.is_of_plan()) />
            </div>
        </section>
    }
}

/// A name, its bar, and what stands behind it.
#[component]
pub fn Row<'a>(
    look: Look,
    name: String,
    answers: &'a Distribution,
    /// Else it stands in the table alone.
    #[prop(optional)]
    with_mean: bool,
) -> impl IntoView + use<> {
    let mean = look.words.mean(look.t, answers).filter(|_| with_mean);
    let reached = (look.words.chart.percent)(answers.percent_reached());
    view! {
        <li class="figure-row">
            <p class="figure-name">{name.clone()} <b class="figure-share">{reached} " " {look.words.chart.reached.to_lowercase()}</b></p>
            <ScoreBar look name answers />
            {mean.map(|mean| view! { <p class="figure-mean">{mean}</p> })}
            <p class="count">{look.words.facts(answers)}</p>
        </li>
    }
}

/// Strengths or growth points; of the latter a goal can be made.
#[component]
fn Points(
    look: Look,
    name: &'static str,
    title: &'static str,
    none: &'static str,
    rule: String,
    rungs: Vec<Rung>,
    goals: Option<SchoolYear>,
) -> impl IntoView {
    let w = &look.words.summary;
    let rubric = look.rubric();
    let is_empty = rungs.is_empty();
    let items = rungs.into_iter().map(|rung| {
        let text = rubric.indicator(&rung.indicator).map(|one| one.text.get(look.t.lang).to_owned());
        let share = (w.of_scores)(rung.percent(), rung.scored);
        let button = goals.map(|year| {
            let (id, name) = (rung.indicator.clone(), format!("{}: {}", w.make_goal, rung.indicator));
            view! {
                <button type="button" class="btn writes" aria-label=name on:click=move |_| make_goal(look, year, &id)>{w.make_goal}</button>
            }
        });
        view! {
            <li>
                <p><b>{rung.indicator.to_string()}</b> " " {text} " " <span class="count">{share}</span></p>
                {button}
            </li>
        }
    });
    let items = items.collect_view();
    let id = format!("{name}-title");
    let heading = id.clone();
    view! {
        <section aria-labelledby=heading data-points=name>
            <h3 id=id>{title}</h3>
            {if is_empty { view! { <p>{none}</p> }.into_any() } else { view! { <ol class="points">{items}</ol> }.into_any() }}
            <p class="hint">{rule}</p>
        </section>
    }
}
