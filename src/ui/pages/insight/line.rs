//! Means over visits as a line: dots of which each has its number, so that nothing rests on colour or on the line.

use leptos::prelude::*;

use super::Look;

/// From the highest point of the scale to the lowest.
const HEIGHT: f64 = 120.0;
/// Above and below it, for numbers and days.
const ABOVE: f64 = 24.0;
const BELOW: f64 = 28.0;

/// A day and what was scored on it.
type Point = (String, Option<(f64, usize)>);

#[component]
pub fn LineChart(look: Look, title: String, points: Vec<Point>, ends: (f64, f64)) -> impl IntoView {
    let (lowest, highest) = ends;
    let top = move |mean: f64| ABOVE + (highest - mean) / (highest - lowest).max(1.0) * HEIGHT;
    let places = across(points.len());
    let dots: Vec<(String, f64, f64)> = places
        .iter()
        .zip(&points)
        .filter_map(|(across, (_, point))| point.map(|(mean, _)| (across.clone(), top(mean), mean)))
        .collect();
    let lines = dots.iter().zip(dots.iter().skip(1)).map(|(from, to)| {
        view! { <line class="growth-line" x1=from.0.clone() y1=px(from.1) x2=to.0.clone() y2=px(to.1) /> }
    });
    let lines = lines.collect_view();
    let marks = dots.iter().map(|(across, top, mean)| {
        view! {
            <circle class="growth-dot" cx=across.clone() cy=px(*top) r="5" />
            <text x=across.clone() y=px(top - 10.0) text-anchor="middle">{look.t.tenths(*mean)}</text>
        }
    });
    let marks = marks.collect_view();
    let grounds = [highest, lowest].map(|end| {
        view! {
            <line class="growth-ground" x1="0" x2="100%" y1=px(top(end)) y2=px(top(end)) />
            <text class="growth-day" x="0" y=px(top(end) - 4.0)>{format!("{end:.0}")}</text>
        }
    });
    let foot = px(ABOVE + HEIGHT + BELOW - 8.0);
    let [first, last] = [points.first(), points.last()].map(|point| point.map(|(day, _)| day.clone()));
    let last = last.filter(|_| points.len() > 1);
    let said = points.iter().map(|(day, point)| {
        let mean =
            point.map_or_else(|| look.words.growth.nothing.to_owned(), |(mean, _)| look.t.hundredths(mean));
        format!("{day}: {mean}")
    });
    let said = said.collect::<Vec<_>>().join(", ");
    view! {
        <svg class="growth" role="img" width="100%" height=px(ABOVE + HEIGHT + BELOW)>
            <title>{title}</title>
            <desc>{said}</desc>
            {grounds}
            {lines}
            {marks}
            <text class="growth-day" x="0" y=foot.clone()>{first}</text>
            <text class="growth-day" x="100%" y=foot text-anchor="end">{last}</text>
        </svg>
    }
}

/// Side by side, each visit as far from the next; in tenths of a percent.
fn across(points: usize) -> Vec<String> {
    let step = 900 / points.saturating_sub(1).max(1);
    (0..points).map(|place| 50 + place * step).map(|at| format!("{}.{}%", at / 10, at % 10)).collect()
}

fn px(number: f64) -> String {
    format!("{number:.1}")
}
