//! The plan to be read: on paper, and in a tab that does not write.

use leptos::prelude::*;

use crate::exchange::{PlanPart, PlanRow, plan_outline};
use crate::i18n::{PlanText, Text, WordsOfPlan};
use crate::ui::plan_session::PlanSession;
use crate::ui::state::AppState;

/// All that is filled in. Drawn anew when something came or went, and just before it is printed.
#[component]
pub fn Paper(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    session: PlanSession,
) -> impl IntoView {
    let printed = RwSignal::new(0_u32);
    let before = window_event_listener_untyped("beforeprint", move |_| {
        session.flush();
        printed.update(|times| *times += 1);
    });
    on_cleanup(move || before.remove());
    let rubric = StoredValue::new_local(app.rubric_of_school());
    let parts = move || {
        printed.track();
        let rubric = rubric.get_value();
        let said = WordsOfPlan { text: words, rubric: &rubric, lang: t.lang };
        session.read(|plan| plan_outline(&said, plan))
    };
    move || parts().into_iter().map(|part| view! { <Part part /> }).collect_view()
}

#[component]
fn Part(part: PlanPart) -> impl IntoView {
    let PlanPart { title, rows } = part;
    let rows = rows.into_iter().map(|PlanRow { label, lines, is_list }| {
        let texts = lines.into_iter().map(|line| line.text);
        let value = if is_list {
            let items = texts.map(|text| view! { <li>{text}</li> }).collect_view();
            view! { <ul>{items}</ul> }.into_any()
        } else {
            texts.collect::<Vec<_>>().join("\n").into_any()
        };
        view! { <div class="plan-row"><dt>{label}</dt><dd>{value}</dd></div> }
    });
    view! {
        <section class="plan-part">
            <h2>{title}</h2>
            <dl>{rows.collect_view()}</dl>
        </section>
    }
}
