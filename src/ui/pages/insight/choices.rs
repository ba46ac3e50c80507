//! What is shown: which school year, which half of it, and how many teachers must stand behind a figure.

use leptos::prelude::*;

use crate::domain::{Half, SchoolYear};
use crate::i18n::InsightText;
use crate::insight::FEWEST_TEACHERS;
use crate::ui::state::AppState;

/// How many teachers a school may want behind each figure.
const CHOICES: [usize; 4] = [FEWEST_TEACHERS, 6, 8, 10];

#[component]
pub fn Years(
    words: &'static InsightText,
    years: Vec<SchoolYear>,
    year: RwSignal<Option<SchoolYear>>,
) -> impl IntoView {
    let shown = year.get_untracked();
    let options = years.into_iter().map(|one| {
        view! { <option value=one.0.to_string() selected=Some(one) == shown>{one.to_string()}</option> }
    });
    let options = options.collect_view();
    let pick = move |ev| {
        if let Ok(picked) = event_target_value(&ev).parse() {
            year.set(Some(SchoolYear(picked)));
        }
    };
    view! {
        <div class="field insight-year">
            <label for="insight-year">{words.page.year}</label>
            <select id="insight-year" on:change=pick>{options}</select>
        </div>
    }
}

/// The whole year, or a half of it.
#[component]
pub fn Halves(words: &'static InsightText, half: RwSignal<Option<Half>>) -> impl IntoView {
    let w = &words.page;
    let options = Half::ALL.map(|one| view! { <option value=one.name()>{words.half(one)}</option> });
    let pick = move |ev| half.set(Half::from_name(&event_target_value(&ev)));
    view! {
        <div class="field insight-year">
            <label for="insight-half">{w.period}</label>
            <select id="insight-half" on:change=pick><option value="">{w.whole_year}</option>{options}</select>
        </div>
    }
}

/// Never fewer than the app allows, whatever stands in the settings.
pub fn fewest_teachers(app: AppState) -> usize {
    app.settings().fewest_teachers.map_or(0, usize::from).max(FEWEST_TEACHERS)
}

/// How many teachers must stand behind a figure.
#[component]
pub fn Fewest(app: AppState, words: &'static InsightText, fewest: RwSignal<usize>) -> impl IntoView {
    let shown = fewest.get_untracked();
    let options = CHOICES.map(|n| view! { <option value=n.to_string() selected=n == shown>{n}</option> });
    let pick = move |ev| {
        if let Ok(picked) = event_target_value(&ev).parse::<u16>() {
            app.change_settings(|settings| settings.fewest_teachers = Some(picked));
            fewest.set(fewest_teachers(app));
        }
    };
    view! {
        <div class="field insight-year">
            <label for="fewest-teachers">{words.page.fewest}</label>
            <select id="fewest-teachers" on:change=pick>{options}</select>
        </div>
    }
}
