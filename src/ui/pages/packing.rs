//! The offer to pack the completed visits of earlier school years, and how it goes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{ObservationId, SchoolYear};
use crate::i18n::Text;
use crate::store::{Safety, StoreError};
use crate::ui::state::AppState;

#[derive(Clone)]
enum Stage {
    /// Nothing was asked yet.
    Offered,
    Packing {
        done: usize,
        all: usize,
    },
    /// So many are packed.
    Done(usize),
    /// The storage refused.
    Stopped(StoreError),
}

#[component]
pub fn Packing(app: AppState, t: &'static Text) -> impl IntoView {
    let this_year = SchoolYear::of(browser::now().date_naive());
    let stage = RwSignal::new(Stage::Offered);
    // It goes by all visits, so not at each change of what else this shows.
    let packable = Memo::new(move |_| {
        app.visits_changed.track();
        app.shelf().packable(this_year).unwrap_or_default()
    });
    let start = move |_| {
        // The button goes.
        browser::focus("packing");
        spawn_local(async move {
            let outcome = match pack(app, packable.get_untracked(), this_year, stage).await {
                Ok(packed) => Stage::Done(packed),
                Err(error) => Stage::Stopped(error),
            };
            app.look_at_space();
            // The screen may be gone by now.
            stage.try_set(outcome);
            app.tell_visits_changed();
        });
    };
    let offer = move || {
        let visits = packable.with(Vec::len);
        (visits > 0).then(|| {
            view! {
                <h3>{t.data().pack_title}</h3>
                <p>{(t.data().pack_lead)(visits)}</p>
                <div class="actions writes">
                    <button type="button" class="btn" on:click=start>{t.data().pack}</button>
                </div>
            }
        })
    };
    let progress = move |done: usize, all: usize| {
        view! {
            <p>{(t.data().packing)(done, all)}</p>
            <progress max=all.to_string() value=done.to_string() aria-hidden="true"></progress>
        }
    };
    view! {
        <div id="packing" class="packing" tabindex="-1">
            {move || match (stage.get(), app.safety.get()) {
                (Stage::Packing { done, all }, _) => progress(done, all).into_any(),
                // It is done when both copies have it.
                (Stage::Done(packed), Safety::Writing) => progress(packed, packed).into_any(),
                _ => offer().into_any(),
            }}
            <div role="status">
                {move || match (stage.get(), app.safety.get()) {
                    (Stage::Offered | Stage::Packing { .. }, _) | (Stage::Done(_), Safety::Writing) => String::new(),
                    (Stage::Done(packed), _) => (t.data().packed)(packed),
                    (Stage::Stopped(error), _) => format!("{} {}", t.data().pack_stopped, t.store_error(&error)),
                }}
            </div>
        </div>
    }
}

/// Packs these one by one, with a breath in between, so that the page goes on working.
async fn pack(
    app: AppState,
    visits: Vec<ObservationId>,
    this_year: SchoolYear,
    stage: RwSignal<Stage>,
) -> Result<usize, StoreError> {
    let all = visits.len();
    let mut packed = 0;
    for (done, id) in visits.into_iter().enumerate() {
        stage.try_set(Stage::Packing { done, all });
        browser::pause().await;
        match app.shelf().pack(id, this_year, |rubric| app.indicators(rubric)) {
            Ok(is_packed) => packed += usize::from(is_packed),
            // It stays as it is, and the list names it.
            Err(StoreError::Damaged { .. } | StoreError::Newer { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(packed)
}
