//! A rubric to be read: on screen, and on one page of paper.

use leptos::prelude::*;

use crate::domain::{Indicator, Lang, Rubric};
use crate::i18n::{RubricText, Text};

#[component]
pub fn Paper<'a>(
    t: &'static Text,
    words: &'static RubricText,
    title: String,
    rubric: &'a Rubric,
) -> impl IntoView + use<> {
    let ends = rubric.scores().next().zip(rubric.scores().last());
    let ends = ends.map(|(low, high)| [low.get(), high.get()]).unwrap_or_default();
    let domains = rubric.domains.iter().map(|domain| {
        let rows = domain.indicators.iter().map(|one| view! { <Row t words one ends /> }).collect_view();
        view! {
            <section class="rubric-domain" data-domain=domain.id.to_string()>
                <h3>{domain.title.get(t.lang).to_owned()}</h3>
                <ol>{rows}</ol>
            </section>
        }
    });
    let domains = domains.collect_view();
    let retired = rubric.retired.iter().map(|one| format!("{} {}", one.id, one.text.get(t.lang)));
    let retired: Vec<_> = retired.collect();
    let sources = rubric.sources.clone();
    view! {
        <article class="rubric-paper">
            <h2>{title}</h2>
            <p class="rubric-scale">{t.scale(rubric)}</p>
            <div class="rubric-columns">{domains}</div>
            {(!retired.is_empty()).then(|| view! { <TextList title=words.list.retired texts=retired /> })}
            {(!sources.is_empty()).then(|| view! { <TextList title=words.list.sources texts=sources /> })}
        </article>
    }
}

#[component]
fn Row<'a>(
    t: &'static Text,
    words: &'static RubricText,
    one: &'a Indicator,
    ends: [u8; 2],
) -> impl IntoView + use<> {
    let [lowest, highest] = ends;
    let looks: Vec<_> = one.look_fors.iter().map(|look_for| said(t.lang, &look_for.text)).collect();
    view! {
        <li>
            <p><b>{one.id.to_string()}</b> " " {said(t.lang, &one.text)}</p>
            <p class="rubric-end"><b>{lowest}</b> " " {said(t.lang, &one.low)}</p>
            <p class="rubric-end"><b>{highest}</b> " " {said(t.lang, &one.high)}</p>
            {(!looks.is_empty()).then(|| view! {
                <p class="rubric-looks"><b>{words.list.looks}</b> ": " {looks.join(" · ")}</p>
            })}
        </li>
    }
}

fn said(lang: Lang, text: &crate::domain::LangText) -> String {
    text.get(lang).to_owned()
}

#[component]
fn TextList(title: &'static str, texts: Vec<String>) -> impl IntoView {
    let items = texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <section class="rubric-rest">
            <h3>{title}</h3>
            <ul>{items}</ul>
        </section>
    }
}
