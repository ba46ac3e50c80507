//! Which rubric: only where there is more than one.

use leptos::prelude::*;

use crate::domain::{LangText, RubricRef};
use crate::i18n::Text;

/// A list of rubrics by title. Uncontrolled, as text fields are.
#[component]
pub fn RubricPick(
    t: &'static Text,
    #[prop(optional)] hint: &'static str,
    all: Vec<(RubricRef, LangText)>,
    chosen: RubricRef,
    on_pick: Callback<RubricRef>,
) -> impl IntoView {
    let options = all.iter().enumerate().map(|(at, (name, title))| {
        view! { <option value=at selected=*name == chosen>{title.get(t.lang).to_owned()}</option> }
    });
    let options = options.collect_view();
    let hint_id = (!hint.is_empty()).then_some("rubric-hint");
    let pick = move |ev| {
        let at: Option<usize> = event_target_value(&ev).parse().ok();
        if let Some((name, _)) = at.and_then(|at| all.get(at)) {
            on_pick.run(name.clone());
        }
    };
    view! {
        <div class="field rubric-pick">
            <label for="rubric">{t.prepare().rubric}</label>
            {hint_id.map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <select id="rubric" aria-describedby=hint_id on:change=pick>{options}</select>
        </div>
    }
}
