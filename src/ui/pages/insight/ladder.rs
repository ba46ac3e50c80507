//! Indicators from often to seldom reached, and the team's next step.

use std::rc::Rc;

use leptos::prelude::*;

use super::Look;
use super::bar::LengthBar;
use super::table::Twin;
use crate::insight::{Rung, TeamFigures};

/// With fewer scores the place of an indicator is mostly chance.
const FEW: usize = 20;

#[component]
pub fn LadderCard(look: Look, figures: Rc<TeamFigures>) -> impl IntoView {
    let w = &look.words.ladder;
    let rubric = look.rubric();
    let text = |rung: &Rung| {
        rubric.indicator(&rung.indicator).map_or("", |one| one.text.get(look.t.lang)).to_owned()
    };
    let rungs = &figures.ladder.0;
    let share = |rung: &Rung| {
        let share = (look.words.summary.of_scores)(rung.percent(), rung.scored);
        if rung.scored < FEW { format!("{share}, {}", w.few) } else { share }
    };
    let items = rungs.iter().map(|rung| {
        let name = format!("{} {}", rung.indicator, text(rung));
        view! {
            <li class="figure-row ladder-row">
                <p class="figure-name"><b>{rung.indicator.to_string()}</b> " " {text(rung)}</p>
                <LengthBar title=name description=share(rung) part=rung.reached of=rung.scored />
                <p class="count">{share(rung)}</p>
            </li>
        }
    });
    let items = items.collect_view();
    let cells = rungs.iter().map(|rung| {
        let numbers = [rung.reached, rung.scored, rung.teachers].map(|n| n.to_string());
        let percent = (look.words.chart.percent)(rung.percent());
        (format!("{} {}", rung.indicator, text(rung)), [percent].into_iter().chain(numbers).collect())
    });
    let cells: Vec<_> = cells.collect();
    let next = figures.ladder.next_for_all().map(|rung| format!("{} {}", rung.indicator, text(rung)));
    let next = next.map_or_else(|| w.no_next.to_owned(), |indicator| (w.next)(&indicator));
    let c = &look.words.chart;
    let columns = [look.words.indicators.indicator, "%", c.reached, c.scores, c.teachers];
    view! {
        <section class="card" aria-labelledby="ladder-title">
            <h2 id="ladder-title">{w.title}</h2>
            <p>{w.lead}</p>
            <p class="next-step">{next}</p>
            <details class="domain-figures">
                <summary>{(w.chart)(rungs.len())}</summary>
                <ol class="figure-rows">{items}</ol>
                <Twin look caption=w.title.to_owned() columns=columns.map(str::to_owned).into() rows=cells />
            </details>
            <p class="hint">{w.caution}</p>
        </section>
    }
}
