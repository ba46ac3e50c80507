//! The rubric on paper: an empty form of two sides, for who prefers a pen. What was written on it is entered in the same
//! screens as any visit.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Rubric, RubricDomain};
use crate::i18n::Text;
use crate::ui::parts::RubricPick;
use crate::ui::state::AppState;

#[component]
pub fn BlankFormPage(app: AppState, t: &'static Text) -> impl IntoView {
    let all = app.rubrics();
    let first = app.rubric_ref();
    let chosen = RwSignal::new(first.clone());
    let p = t.prepare();
    let head = [p.teacher, p.observer, p.group, p.subject, p.date, p.pupils];
    let foot = [t.talk().strengths, t.talk().growth_points, t.talk().agreements];
    view! {
        <h1 id="page-title" tabindex="-1">{t.form().title}</h1>
        <p class="lead no-print">{t.form().lead}</p>
        {(all.len() > 1).then(|| view! {
            <div class="no-print"><RubricPick t all chosen=first on_pick=Callback::new(move |name| chosen.set(name)) /></div>
        })}
        <div class="actions">
            <button type="button" class="btn btn-primary" on:click=|_| browser::print()>{t.check().print}</button>
        </div>
        <div class="blank-form">
            <dl class="blank-head">
                {head.map(|label| view! { <div><dt>{label}</dt><dd></dd></div> })}
                <div class="blank-wide"><dt>{p.focus}</dt><dd></dd></div>
            </dl>
            {move || {
                let rubric = app.rubric_of(&chosen.get());
                let domains = rubric.domains.iter().map(|domain| view! { <DomainTable t rubric=&rubric domain /> });
                view! {
                    <p class="blank-scale">{format!("{} · ✗ {}", t.scale(&rubric), t.not_observed)}</p>
                    {domains.collect_view()}
                }
            }}
            <dl class="blank-foot">{foot.map(|label| view! { <div><dt>{label}</dt><dd></dd></div> })}</dl>
        </div>
    }
}

#[component]
fn DomainTable<'a>(t: &'static Text, rubric: &'a Rubric, domain: &'a RubricDomain) -> impl IntoView + use<> {
    let columns = || rubric.scores().map(|score| score.get().to_string()).chain(["✗".to_owned()]);
    let rows = domain
        .indicators
        .iter()
        .map(|indicator| {
            view! {
                <tr data-indicator=indicator.id.to_string()>
                    <th scope="row">
                        <b class="blank-id">{indicator.id.to_string()}</b>" "{indicator.text.get(t.lang).to_owned()}
                    </th>
                    {columns().map(|_| view! { <td class="blank-box"></td> }).collect_view()}
                    <td class="blank-note"></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="blank-table">
            <caption>{domain.title.get(t.lang).to_owned()}</caption>
            <thead><tr>
                <th scope="col">{t.form().indicator}</th>
                {columns().map(|label| view! { <th scope="col" class="blank-box">{label}</th> }).collect_view()}
                <th scope="col">{t.form().seen}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
