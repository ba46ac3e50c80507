//! Differences by group, subject, stage, experience and kind of visit: one of them at a time.

use leptos::prelude::*;

use super::Look;
use super::bar::ScoreBar;
use super::table::Twin;
use crate::domain::SchoolYear;
use crate::insight::{Division, PartFigures, differences};

#[component]
pub fn DivisionsCard(look: Look, year: SchoolYear, fewest: usize) -> impl IntoView {
    let w = &look.words.divisions;
    let chosen = RwSignal::new(Division::Years);
    let options = Division::ALL.map(|one| {
        view! { <option value=one.name() selected=one == Division::Years>{look.words.division(one)}</option> }
    });
    let pick = move |ev| {
        if let Some(division) = Division::from_name(&event_target_value(&ev)) {
            chosen.set(division);
        }
    };
    let figures = look.material.with_value(|material| differences(&material.sample(year), fewest));
    let figures = StoredValue::new_local(figures);
    let shown = move || {
        let division = chosen.get();
        figures.with_value(|figures| {
            let found = figures.iter().find(|(one, _)| *one == division);
            let parts = found.map_or(&[][..], |(_, parts)| parts);
            view! { <Parts look division parts /> }
        })
    };
    view! {
        <section class="card" aria-labelledby="divisions-title">
            <h2 id="divisions-title">{w.title}</h2>
            <div class="field insight-year">
                <label for="division">{w.choose}</label>
                <select id="division" on:change=pick>{options}</select>
            </div>
            {shown}
            <p class="hint">{w.caution}</p>
        </section>
    }
}

#[component]
fn Parts<'a>(look: Look, division: Division, parts: &'a [PartFigures]) -> impl IntoView + use<> {
    let w = &look.words.divisions;
    let rubric = look.rubric();
    if parts.iter().all(|part| part.domains.iter().all(Option::is_none)) {
        return view! { <p>{w.none}</p> }.into_any();
    }
    let name = |part: &PartFigures| look.words.part(look.t, &part.part);
    let charts = rubric.domains.iter().enumerate().map(|(place, domain)| {
        let title = domain.title.get(look.t.lang).to_owned();
        let rows = parts.iter().map(|part| {
            let name = name(part);
            match part.domains.get(place).and_then(Option::as_ref) {
                Some(answers) => {
                    let share = (w.cell)(answers.percent_reached(), answers.base.teachers);
                    view! {
                        <li class="figure-row">
                            <p class="figure-name">{name.clone()} <b class="figure-share">{share}</b></p>
                            <ScoreBar look name=format!("{title}, {name}") answers />
                        </li>
                    }
                    .into_any()
                }
                None => view! {
                    <li class="figure-row"><p class="figure-name">{name} <span class="count">{w.too_few}</span></p></li>
                }
                .into_any(),
            }
        });
        let rows = rows.collect_view();
        view! { <section class="figure-part"><h3>{title.clone()}</h3><ul class="figure-rows close">{rows}</ul></section> }
    });
    let charts = charts.collect_view();
    let rows = parts.iter().map(|part| {
        let cell = |answers: &Option<_>| match answers {
            Some(answers) => cell(look, answers),
            None => w.too_few.to_owned(),
        };
        (name(part), part.domains.iter().map(cell).collect())
    });
    let rows: Vec<_> = rows.collect();
    let title = look.words.division(division);
    let domains = rubric.domains.iter().map(|domain| domain.title.get(look.t.lang).to_owned());
    let columns = [title.to_owned()].into_iter().chain(domains).collect();
    let is_stage = division == Division::Stage;
    view! {
        <p class="hint">{w.hint} {is_stage.then(|| format!(" {}", w.stage_hint))}</p>
        <Twin look caption=title.to_owned() columns rows is_open=true />
        <details class="domain-figures">
            <summary>{look.words.chart.as_chart}</summary>
            {charts}
        </details>
    }
    .into_any()
}

fn cell(look: Look, answers: &crate::insight::Distribution) -> String {
    (look.words.divisions.cell)(answers.percent_reached(), answers.base.teachers)
}
