//! What a chart shows, as a table: folded under it.

use leptos::prelude::*;

use super::Look;
use crate::insight::Distribution;

/// A table with a name before each line.
#[component]
pub fn Twin(
    look: Look,
    caption: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
    /// Shown at once, under a heading that says what it is.
    #[prop(optional)]
    is_open: bool,
) -> impl IntoView {
    let head = columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = rows.into_iter().map(|(name, cells)| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    let label = caption.clone();
    let table = view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="plain figures">
                <caption class:visually-hidden=is_open>{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    if is_open {
        return table.into_any();
    }
    view! { <details><summary>{look.words.chart.as_table}</summary>{table}</details> }.into_any()
}

/// The columns of [`score_cells`], behind the name.
pub fn score_columns(look: Look, first: &str) -> Vec<String> {
    let w = &look.words.chart;
    let rubric = look.rubric();
    let points = rubric.scale.iter().map(|point| point.value.get().to_string());
    let names = [w.not_observed, w.reached, w.mean, w.interval, w.visits, w.teachers, w.observers];
    let names = names.into_iter().map(str::to_owned);
    [first.to_owned()].into_iter().chain(points).chain(names).collect()
}

/// All that is known of some answers.
pub fn score_cells(look: Look, answers: &Distribution) -> Vec<String> {
    let counts = answers.scores.iter().chain([&answers.not_observed]).map(ToString::to_string);
    let mean = answers.mean.map(|mean| {
        let [mean, low, high] = [mean.mean, mean.low, mean.high].map(|number| look.t.hundredths(number));
        [mean, format!("{low} – {high}")]
    });
    let base = [answers.base.visits, answers.base.teachers, answers.base.observers];
    counts
        .chain([(look.words.chart.percent)(answers.percent_reached())])
        .chain(mean.unwrap_or_default())
        .chain(base.map(|n| n.to_string()))
        .collect()
}
