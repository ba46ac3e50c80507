//! All records are being sealed, or opened. Meanwhile nothing else is on screen, and nothing else is written; afterwards the page
//! is loaded anew.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::screen::show_trouble;
use crate::browser::{self, BrowserJournal, ForReload, LocalStore};
use crate::domain::Lang;
use crate::i18n::lock_text;
use crate::store::lock::{Copies, LockMark, MoveError, Sealer};
use crate::store::{Safety, Task};
use crate::ui::start::{give_way, take_the_screen};
use crate::ui::state::AppState;

/// What is to become of the lock.
pub(super) enum Turn {
    /// It goes on, in place of another one if there is one.
    On { mark: LockMark, to: Rc<Sealer>, from: Option<Rc<Sealer>> },
    /// It goes off.
    Off { mark: LockMark, from: Rc<Sealer> },
}

/// Why it cannot begin.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum NotNow {
    /// Not all is in both copies yet.
    NotSafe,
    /// There is no second copy.
    NoCopy,
}

/// Whether both copies have all. Waits for what is on its way.
pub(super) async fn is_ready(app: AppState) -> Result<(), NotNow> {
    app.flush();
    app.settle_all().await;
    while app.safety.get_untracked() == Safety::Writing {
        browser::pause().await;
    }
    match app.safety.get_untracked() {
        _ if app.not_kept().is_some() => Err(NotNow::NoCopy),
        Safety::Safe if app.is_writer.get_untracked() && app.has_nothing_to_settle() => Ok(()),
        Safety::Unsafe(crate::store::JournalError::Missing) => Err(NotNow::NoCopy),
        _ => Err(NotNow::NotSafe),
    }
}

/// Moves all records, then loads the page anew.
pub(super) fn turn(app: AppState, lang: Lang, turn: Turn) {
    let done = RwSignal::new(0_usize);
    let is_on = matches!(turn, Turn::On { .. });
    app.hold_still();
    // Nothing loads the page anew or lets another tab write before it is done.
    app.safety.set(Safety::Writing);
    let _ = give_way(app);
    take_the_screen(move || view! { <MovingScreen lang is_on done /> }.into_any());
    spawn_local(async move {
        match turned(turn, done).await {
            Ok(()) => {
                if !is_on {
                    browser::keep_for_reload(ForReload::LockOff, "1");
                }
                browser::reload();
            }
            Err(_) => {
                app.safety.set(Safety::Safe);
                show_trouble(lang);
            }
        }
    });
}

async fn turned(turn: Turn, done: RwSignal<usize>) -> Result<(), MoveError> {
    let local = LocalStore::open()?;
    let tell = |now| {
        done.set(now);
        breathe()
    };
    let copies = Copies { local: &local, journal: &BrowserJournal, tell: &tell };
    match turn {
        Turn::On { mark, to, from } => copies.put_on(&mark, to, from).await?,
        Turn::Off { mark, from } => copies.take_off(&mark, from).await?,
    }
    // What this tab kept over a reload is in the open.
    browser::keep_nothing_for_reload();
    // Refused, the old files go at later starts.
    let _ = browser::renew_journal().await;
    Ok(())
}

/// Lets the page draw.
pub(super) fn breathe() -> Task {
    Box::pin(browser::pause())
}

#[component]
fn MovingScreen(lang: Lang, is_on: bool, done: RwSignal<usize>) -> impl IntoView {
    let t = &lock_text(lang).moving;
    Effect::new(|_| browser::focus("page-title"));
    view! {
        <main class="page lock-screen" id="main">
            <section class="card">
                <h1 id="page-title" tabindex="-1">{if is_on { t.sealing } else { t.opening }}</h1>
                <p>{t.stay}</p>
                <progress aria-labelledby="page-title"></progress>
                <p class="hint">{move || (t.done)(done.get())}</p>
            </section>
        </main>
    }
}
