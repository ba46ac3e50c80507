//! The lesson as one picture. Places along the time are percentages, so that it fits any width without a script; heights
//! and words keep their size.

use leptos::prelude::*;

use crate::domain::{Moment, Observation, Scan, Sign, Timeline};
use crate::i18n::Text;

/// From the name of a lane to what is drawn in it.
const NAME: u32 = 18;
/// What is drawn in a lane is as high as this.
const LANE: u32 = 24;
/// From one lane to the next.
const PITCH: u32 = NAME + LANE + 10;

/// The lanes that have something in them, one below the other, over the times of start and end.
#[component]
pub fn LessonStrip<'a>(
    t: &'static Text,
    visit: &'a Observation,
    timeline: &'a Timeline,
) -> impl IntoView + use<> {
    let across = |at: Moment| percent(timeline.place(at));
    let phases = phases(timeline);
    let lines = visit.log.iter().map(|line| tick(across(line.at), line.sign)).collect::<Vec<_>>();
    let counts = visit.tallies.iter().map(|tally| tick(across(tally.at), None)).collect::<Vec<_>>();
    let scans = visit.scans.iter().map(|scan| column(across(scan.at), scan)).collect::<Vec<_>>();
    let lanes = [
        (t.lesson().phases, phases),
        (t.watch().log, lines),
        (t.lesson().counted, counts),
        (t.lesson().scan, scans),
    ];
    let lanes =
        lanes.into_iter().filter(|(_, drawn)| !drawn.is_empty()).zip((0_u32..).step_by(PITCH as usize));
    let lanes: Vec<_> = lanes
        .map(|((name, drawn), top)| {
            view! {
                <g transform=format!("translate(0 {top})")>
                    <text class="strip-name" y="12">{name}</text>
                    <line class="strip-ground" x1="0" x2="100%" y1=NAME + LANE y2=NAME + LANE />
                    {drawn}
                </g>
            }
        })
        .collect();
    let foot = u32::try_from(lanes.len()).unwrap_or_default() * PITCH + 10;
    let [from, to] = [timeline.from, timeline.to].map(|at| t.clock(at.time()));
    let name = (t.lesson().strip)(&from, &to);
    view! {
        <svg class="strip" role="img" aria-label=name width="100%" height=foot + 6>
            {lanes}
            <text class="strip-time" y=foot>{from}</text>
            <text class="strip-time" x="100%" y=foot text-anchor="end">{to}</text>
        </svg>
    }
}

/// Of hundredths of a percent.
fn percent(place: u32) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}

/// Numbered as in the list of words.
fn phases(timeline: &Timeline) -> Vec<AnyView> {
    let stretches = timeline.stretches.iter().filter(|stretch| stretch.phase.is_some()).zip(1..);
    let bar = |(stretch, number): (&crate::domain::Stretch, u32)| {
        let (from, to) = (timeline.place(stretch.from), timeline.place(stretch.to));
        view! {
            <rect class="strip-phase" x=percent(from) width=percent(to.saturating_sub(from)) y=NAME height=LANE />
            <text class="strip-number" x=percent(from) dx="5" y=NAME + 17>{number}</text>
        }
        .into_any()
    };
    stretches.map(bar).collect()
}

/// A mark at a moment: for stands above the middle, against below it.
fn tick(at: String, sign: Option<Sign>) -> AnyView {
    let middle = NAME + LANE / 2;
    let (top, bottom) = match sign {
        Some(Sign::Plus) => (NAME, middle),
        Some(Sign::Minus) => (middle, NAME + LANE),
        None => (NAME + LANE / 4, NAME + 3 * LANE / 4),
    };
    view! { <line class="strip-tick" x1=at.clone() x2=at y1=top y2=bottom /> }.into_any()
}

/// A column as high as the share of pupils at work.
fn column(at: String, scan: &Scan) -> AnyView {
    let height = u32::from(scan.on_task) * LANE / u32::from(scan.of.max(1));
    let foot = NAME + LANE;
    view! {
        <line class="strip-column-ground" x1=at.clone() x2=at.clone() y1=NAME y2=foot />
        <line class="strip-column" x1=at.clone() x2=at y1=foot.saturating_sub(height.min(LANE)) y2=foot />
    }
    .into_any()
}
