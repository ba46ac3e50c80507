//! Who visited whom, as a table with a name on each side, and as a list that says the same.

use leptos::prelude::*;

use super::Names;
use crate::domain::PersonId;
use crate::i18n::TeamText;
use crate::insight::{Coverage, Share};

/// Those who took part; the others stand in the lists. On a narrow screen the list stands there alone.
#[component]
pub fn Matrix(words: &'static TeamText, coverage: Coverage, names: Names) -> impl IntoView {
    let w = &words.coverage;
    if coverage.met.is_empty() {
        return view! { <section class="card"><h2>{w.matrix}</h2><p>{w.no_visits}</p></section> }.into_any();
    }
    let part = |count: fn(&Share) -> usize| -> Vec<(PersonId, usize)> {
        let shares = coverage.shares.iter().map(|share| (share.id, count(share)));
        shares.filter(|(_, times)| *times > 0).collect()
    };
    let (rows, columns) = (part(|share| share.given), part(|share| share.received));
    let head = columns
        .iter()
        .map(|(id, _)| view! { <th scope="col" class="turned"><span>{names.of(*id)}</span></th> })
        .collect_view();
    let body = rows.iter().map(|(visitor, total)| {
        let cells = columns.iter().map(|(visited, _)| {
            let kind = if visitor == visited { "self" } else { "pair" };
            match coverage.between(*visitor, *visited) {
                0 => view! { <td data-cell=kind></td> }.into_any(),
                times => view! { <td data-cell="met">{times}</td> }.into_any(),
            }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{names.of(*visitor)}</th>{cells}<td data-cell="total">{*total}</td></tr> }
    });
    let body = body.collect_view();
    let totals =
        columns.iter().map(|(_, total)| view! { <td data-cell="total">{*total}</td> }).collect_view();
    let sum: usize = columns.iter().map(|(_, total)| total).sum();
    let list = rows.iter().map(|(visitor, _)| {
        let visited = columns.iter().filter_map(|(visited, _)| match coverage.between(*visitor, *visited) {
            0 => None,
            times => Some((w.fewest)(&names.of(*visited), times)),
        });
        let visited = visited.collect::<Vec<_>>().join(", ");
        view! { <li>{(w.pair)(&names.of(*visitor), &visited)}</li> }
    });
    let list = list.collect_view();
    let is_list = RwSignal::new(false);
    view! {
        <section class="card">
            <h2 id="matrix-title">{w.matrix}</h2>
            <p class="hint matrix-wider">{w.matrix_hint}</p>
            <div class="table-scroll matrix-scroll" tabindex="0" role="group" aria-labelledby="matrix-title">
                <table class="matrix" aria-labelledby="matrix-title">
                    <thead><tr>
                        <td class="corner">{w.visitor} " ↓ · " {w.visited} " →"</td>
                        {head}
                        <th scope="col" class="turned"><span>{w.total}</span></th>
                    </tr></thead>
                    <tbody>{body}</tbody>
                    <tfoot><tr><th scope="row">{w.total}</th>{totals}<td data-cell="total">{sum}</td></tr></tfoot>
                </table>
            </div>
            <p class="hint matrix-wider">{w.wider}</p>
            <button type="button" class="btn matrix-list-opener" aria-controls="matrix-list" aria-expanded=move || is_list.get().to_string()
                on:click=move |_| is_list.update(|is_list| *is_list = !*is_list)>{w.as_list}</button>
            <ul id="matrix-list" class="matrix-list" class:is-open=move || is_list.get()>{list}</ul>
        </section>
    }
    .into_any()
}
