//! Finding visits again in a long list.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::ObservationId;
use crate::i18n::Text;
use crate::ui::search::visits_where;
use crate::ui::state::AppState;

/// Sets `found` to the visits whose line in the list has all the words that were typed; `None` when there are none. It looks when
/// asked to, not per key: that goes by all visits. `count` is how many of them are still there.
#[component]
pub(super) fn VisitSearch(
    app: AppState,
    t: &'static Text,
    found: RwSignal<Option<Vec<ObservationId>>>,
    #[prop(into)] count: Signal<usize>,
) -> impl IntoView {
    let typed = StoredValue::new(String::new());
    let type_in = move |ev| {
        let text = browser::small_letters(&event_target_value(&ev));
        if text.trim().is_empty() {
            found.set(None);
        }
        typed.set_value(text);
    };
    let look = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let wanted = typed.get_value();
        if wanted.trim().is_empty() {
            return;
        }
        spawn_local(async move {
            let has_all = |line: &str| wanted.split_whitespace().all(|word| line.contains(word));
            let is_wanted = |one: &crate::store::Summary| {
                let line = format!("{} {}", t.visit_title(&one.visit), t.visit_meta(&one.visit));
                has_all(&browser::small_letters(&line))
            };
            let visits = visits_where(app, |_| true, is_wanted).await;
            // Something else was typed meanwhile, or the screen is gone: that counts.
            if typed.try_with_value(|typed| *typed == wanted) == Some(true) {
                found.set(Some(visits.into_iter().map(|one| one.id).collect()));
            }
        });
    };
    view! {
        <form class="visit-search" role="search" on:submit=look>
            <div class="field">
                <label for="visit-search">{t.home.find}</label>
                <input id="visit-search" type="search" autocomplete="off" enterkeyhint="search" on:input=type_in />
            </div>
            <button type="submit" class="btn">{t.home.find_now}</button>
            <p class="hint" role="status">
                {move || found.with(Option::is_some).then(|| (t.home.found)(count.get()))}
            </p>
        </form>
    }
}
