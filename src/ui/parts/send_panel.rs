//! Buttons by which a text leaves the app: as a file, to another app, to the clipboard, or on screen to copy by hand.

use std::borrow::Cow;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, ShareOutcome};
use crate::i18n::SendText;

/// A text that is ready to leave.
#[derive(Clone)]
pub struct Outgoing {
    /// The name of the file; its ending says what it is.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// Called when it left.
    pub sent: Rc<dyn Fn()>,
}

impl Outgoing {
    /// What stands in the file. Text for people begins with a mark that says UTF-8: without it Word asks and Quick
    /// Look guesses wrong, and an ë is no longer an ë.
    fn in_file(&self) -> Cow<'_, str> {
        if self.name.ends_with(".txt") {
            Cow::Owned(format!("\u{feff}{}", self.text))
        } else {
            Cow::Borrowed(&self.text)
        }
    }
}

/// Why there is nothing to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingToSend {
    /// Nothing was chosen.
    NothingChosen,
    /// It could not be made.
    Failed,
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Downloaded,
    Shared,
    Copied,
    Refused,
    NothingChosen,
}

/// Sends what `make` gives at the moment of the tap.
#[component]
pub fn SendPanel(
    t: &'static SendText,
    /// Begins the ids of this panel.
    id: &'static str,
    make: Callback<(), Result<Outgoing, NothingToSend>>,
    /// Said after how it ended.
    #[prop(optional_no_strip)]
    note: Option<Signal<String>>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    let shown = RwSignal::new(None::<String>);
    let outcome_id = outcome_id(id);
    let text_id = format!("{id}-text");
    // Copied into tasks that may outlive the panel: it touches nothing that is gone by then.
    let tell = move |ended| {
        outcome.set(Some(ended));
        // It may have come to stand behind the bar at the foot. No animation frame: WebKit gives none while it takes a
        // download.
        set_timeout(move || browser::show(&self::outcome_id(id)), Duration::ZERO);
    };
    let finish = move |outgoing: &Outgoing, ended: Outcome| {
        if ended != Outcome::Refused {
            (outgoing.sent)();
        }
        tell(ended);
    };
    let ready = move || match make.run(()) {
        Ok(outgoing) => Some(outgoing),
        Err(NothingToSend::NothingChosen) => {
            tell(Outcome::NothingChosen);
            None
        }
        Err(NothingToSend::Failed) => {
            tell(Outcome::Refused);
            None
        }
    };
    let download = move |_| {
        let Some(outgoing) = ready() else { return };
        let done = browser::download(&outgoing.name, &outgoing.in_file());
        finish(&outgoing, if done { Outcome::Downloaded } else { Outcome::Refused });
    };
    let share = move |_| {
        let Some(outgoing) = ready() else { return };
        spawn_local(async move {
            match browser::share(&outgoing.name, &outgoing.in_file()).await {
                ShareOutcome::Shared => finish(&outgoing, Outcome::Shared),
                ShareOutcome::Failed => finish(&outgoing, Outcome::Refused),
                ShareOutcome::Cancelled => {}
            }
        });
    };
    let copy = move |_| {
        let Some(outgoing) = ready() else { return };
        spawn_local(async move {
            let done = browser::copy_text(&outgoing.text).await;
            finish(&outgoing, if done { Outcome::Copied } else { Outcome::Refused });
        });
    };
    let show = move |_| {
        let is_shown = shown.with_untracked(Option::is_some);
        shown.set(if is_shown { None } else { ready().map(|outgoing| outgoing.text) });
    };
    view! {
        <div class="actions">
            <button type="button" class="btn btn-primary" on:click=download>{t.download}</button>
            {browser::can_share(t.sample_file).then(|| view! {
                <button type="button" class="btn" on:click=share>{t.share}</button>
            })}
            <button type="button" class="btn" on:click=copy>{t.copy}</button>
            <button type="button" class="btn btn-quiet" aria-expanded=move || shown.with(Option::is_some).to_string()
                on:click=show>{t.show}</button>
        </div>
        <p id=outcome_id class="export-outcome" role="status">
            {move || outcome.get().map(|outcome| match outcome {
                Outcome::Downloaded => t.downloaded,
                Outcome::Shared => t.shared,
                Outcome::Copied => t.copied,
                Outcome::Refused => t.refused,
                Outcome::NothingChosen => t.nothing_chosen,
            })}
            {move || note.map(|note| note.get())}
        </p>
        {move || shown.get().map(|text| {
            let id = text_id.clone();
            view! {
                <div class="field">
                    <label for=id.clone()>{t.label}</label>
                    <textarea id=id class="export-text" readonly rows="8" autocomplete="off" prop:value=text></textarea>
                </div>
            }
        })}
    }
}

fn outcome_id(id: &str) -> String {
    format!("{id}-outcome")
}
