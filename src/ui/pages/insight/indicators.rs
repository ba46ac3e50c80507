//! Every indicator, domain by domain.

use std::rc::Rc;

use leptos::prelude::*;

use super::Look;
use super::summary::Row;
use super::table::{Twin, score_cells, score_columns};
use crate::insight::TeamFigures;

#[component]
pub fn IndicatorsCard(look: Look, figures: Rc<TeamFigures>) -> impl IntoView {
    let w = &look.words.indicators;
    let rubric = look.rubric();
    let name = |id| {
        let text = rubric.indicator(id).map_or("", |one| one.text.get(look.t.lang));
        format!("{id} {text}")
    };
    let domains = figures.domains.iter().map(|domain| {
        let title = rubric.domain_title(&domain.id, look.t.lang);
        let rows = domain.indicators.iter().map(|(id, answers)| match answers {
            Some(answers) => view! { <Row look name=name(id) answers /> }.into_any(),
            None => view! {
                <li class="figure-row"><p class="figure-name">{name(id)}</p><p class="count">{w.hidden}</p></li>
            }
            .into_any(),
        });
        let rows = rows.collect_view();
        let cells = domain.indicators.iter().filter_map(|(id, answers)| {
            Some((name(id), score_cells(look, answers.as_ref()?)))
        });
        let cells = cells.collect();
        view! {
            <details class="domain-figures">
                <summary>{title.clone()}</summary>
                <ul class="figure-rows">{rows}</ul>
                <Twin look caption=title columns=score_columns(look, w.indicator) rows=cells />
            </details>
        }
    });
    let domains = domains.collect_view();
    view! {
        <section class="card" aria-labelledby="indicators-title">
            <h2 id="indicators-title">{w.title}</h2>
            {domains}
        </section>
    }
}
