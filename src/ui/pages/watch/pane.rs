//! What a narrow screen shows of the lesson: the log or the counters. A wider one shows both.

use leptos::prelude::*;

use crate::i18n::Text;

/// One of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The log.
    #[default]
    Log,
    /// Counters, scans and phases.
    Count,
}

impl Pane {
    /// The value of `data-pane`, by which the style sheet knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Count => "count",
        }
    }
}

/// The choice, there only where the screen is narrow.
#[component]
pub fn PaneSwitch(t: &'static Text, pane: RwSignal<Pane>) -> impl IntoView {
    let button = move |to: Pane, label: &'static str| {
        view! {
            <button type="button" class="btn" aria-pressed=move || if pane.get() == to { "true" } else { "false" }
                on:mousedown=|ev| ev.prevent_default() on:click=move |_| pane.set(to)>{label}</button>
        }
    };
    view! {
        <div class="pane-switch" role="group" aria-label=t.watch.panes>
            {button(Pane::Log, t.watch.log)}
            {button(Pane::Count, t.watch.pane_count)}
        </div>
    }
}
