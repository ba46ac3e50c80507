//! School years side by side, domain by domain.

use leptos::prelude::*;

use super::Look;
use super::summary::Row;
use super::table::{Twin, score_cells, score_columns};
use crate::domain::SchoolYear;
use crate::insight::{Distribution, domain_totals};

#[component]
pub fn YearsCard(look: Look, fewest: usize) -> impl IntoView {
    let w = &look.words.years;
    let rubric = look.rubric();
    let years: Vec<(SchoolYear, Vec<Option<Distribution>>)> = look.material.with_value(|material| {
        let years = material.years();
        years.into_iter().map(|year| (year, domain_totals(&material.sample(year), fewest))).collect()
    });
    let enough = years.iter().filter(|(_, domains)| domains.iter().any(Option::is_some)).count();
    let title = w.title;
    if enough < 2 {
        return view! { <section class="card"><h2>{title}</h2><p>{w.only_one}</p></section> }.into_any();
    }
    let domains = rubric.domains.iter().enumerate().map(|(place, domain)| {
        let title = domain.title.get(look.t.lang).to_owned();
        let of_year = || {
            let of = |(year, domains): &'_ (SchoolYear, Vec<Option<Distribution>>)| {
                Some((year.to_string(), domains.get(place)?.clone()?))
            };
            years.iter().rev().filter_map(of)
        };
        let rows =
            of_year().map(|(year, answers)| view! { <Row look name=year answers=&answers with_mean=true /> });
        let rows = rows.collect_view();
        let cells = of_year().map(|(year, answers)| (year, score_cells(look, &answers))).collect();
        view! {
            <section class="figure-part">
                <h3>{title.clone()}</h3>
                <ul class="figure-rows close">{rows}</ul>
                <Twin look caption=title columns=score_columns(look, look.words.page.year) rows=cells />
            </section>
        }
    });
    let domains = domains.collect_view();
    view! {
        <section class="card" aria-labelledby="years-title">
            <h2 id="years-title">{title}</h2>
            {domains}
            <p class="hint">{w.hint}</p>
        </section>
    }
    .into_any()
}
