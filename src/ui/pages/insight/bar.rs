//! A bar in which shares of a whole stand side by side, or one that is as long as a number. It is an SVG with a title and a
//! description; places are percentages, so that it fits any width. What it shows does not rest on colour: shares stand in the
//! order of the scale, from light to dark, and have their numbers in them.

use leptos::prelude::*;

use super::Look;
use crate::domain::Rubric;
use crate::exchange;
use crate::insight::Distribution;

/// A bar is as high as this.
const HEIGHT: usize = 30;
/// The line between reached and not reached stands out by this above and below.
const OUT: usize = 4;
/// Of shares that are narrower, in percent, the number does not fit.
const NARROW: usize = 9;
/// The class of the point at `place` on a scale of so many (`style/insight.css`).
fn shade(place: usize, points: usize) -> String {
    format!("shade shade-{}", exchange::shade(place, points))
}

/// In hundredths of a percent, as an attribute.
fn percent(part: usize, of: usize) -> String {
    // `usize` has 32 bits in the browser, and the parts may be seconds of a year.
    let hundredths = part as u64 * 10_000 / (of as u64).max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// How often each score was given.
#[component]
pub fn ScoreBar<'a>(look: Look, name: String, answers: &'a Distribution) -> impl IntoView + use<> {
    let rubric = look.rubric();
    let of = answers.scored();
    let mut before = 0;
    let parts = answers.scores.iter().enumerate().map(|(place, n)| {
        let from = before;
        before += n;
        let fits = n * 100 >= of * NARROW;
        let middle = (2 * from + n, 2 * of);
        view! {
            <rect class=shade(place, answers.scores.len()) x=percent(from, of) y=OUT width=percent(*n, of) height=HEIGHT />
            {fits.then(|| view! {
                <text class=shade(place, answers.scores.len()) x=percent(middle.0, middle.1) y=OUT + HEIGHT / 2 text-anchor="middle" dominant-baseline="central">
                    {*n}
                </text>
            })}
        }
        .into_any()
    });
    let parts: Vec<_> = parts.collect();
    let edge = percent(of - answers.reached, of);
    let title = format!(
        "{name}: {} {}",
        (look.words.chart.percent)(answers.percent_reached()),
        look.words.chart.reached.to_lowercase()
    );
    view! {
        <svg class="bar" role="img" width="100%" height=HEIGHT + 2 * OUT>
            <title>{title}</title>
            <desc>{scores_in_words(look, &rubric, answers)}</desc>
            {parts}
            <line class="bar-edge" x1=edge.clone() x2=edge y1="0" y2=HEIGHT + 2 * OUT />
        </svg>
    }
}

/// "1 (zwak): 3, 2 (meer zwak dan sterk): 10, …, Niet gezien: 4".
fn scores_in_words(look: Look, rubric: &Rubric, answers: &Distribution) -> String {
    let w = &look.words.chart;
    let labels = rubric.scale.iter().map(|point| rubric.score_text(point.value, look.t.lang));
    let counts = labels.zip(&answers.scores).map(|(label, n)| (w.count_of)(&label, *n));
    counts.chain([(w.count_of)(w.not_observed, answers.not_observed)]).collect::<Vec<_>>().join(", ")
}

/// A bar that is as long as `part` of `of`.
#[component]
pub fn LengthBar(title: String, description: String, part: usize, of: usize) -> impl IntoView {
    view! {
        <svg class="bar" role="img" width="100%" height=HEIGHT + 2 * OUT>
            <title>{title}</title>
            <desc>{description}</desc>
            <rect class="bar-ground" x="0" y=OUT width="100%" height=HEIGHT />
            <rect class="shade shade-6" x="0" y=OUT width=percent(part, of) height=HEIGHT />
        </svg>
    }
}

/// What the shades mean, and where reached begins.
#[component]
pub fn Legend(look: Look) -> impl IntoView {
    let rubric = look.rubric();
    let scale = crate::insight::Scale::of(&rubric);
    let points = scale.points().len();
    let keys = rubric.scale.iter().enumerate().map(|(place, point)| {
        view! {
            <li>
                <svg width="22" height="22" aria-hidden="true"><rect class=shade(place, points) width="22" height="22" /></svg>
                {rubric.score_text(point.value, look.t.lang)}
            </li>
        }
    });
    let keys = keys.collect_view();
    let mut reached: Vec<String> = scale
        .points()
        .iter()
        .filter(|score| scale.is_reached(**score))
        .map(|score| score.get().to_string())
        .collect();
    let last = reached.pop().unwrap_or_default();
    let reached = if reached.is_empty() { last } else { (look.words.chart.or)(&reached.join(", "), &last) };
    view! {
        <ul class="legend">{keys}</ul>
        <p class="hint">{look.words.chart.legend_hint} " " {(look.words.chart.reached_is)(&reached)}</p>
    }
}
