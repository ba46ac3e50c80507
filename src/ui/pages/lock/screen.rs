//! The screen that asks for the passphrase, and what follows before the app may read.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::moving::breathe;
use crate::browser::{self, BrowserJournal, LocalStore};
use crate::domain::Lang;
use crate::i18n::{ScreenOfLock, lock_text, text};
use crate::store::lock::{
    Copies, GoneOn, LOCK, LockMark, LockState, MoveError, SealedJournal, SealedRecords, Sealer, TRIES, Tries,
};
use crate::store::{RecordStore, Safety};
use crate::ui::chunks::Unlocked;
use crate::ui::start::{give_way, take_the_screen};
use crate::ui::state::AppState;

/// What goes on when the lock is open.
type GoOn = fn(AppState, Unlocked);

/// Asks for the passphrase, finishes what was cut off, and goes on.
pub fn unlock(app: AppState, go_on: GoOn) {
    // Before anything is read: what was kept in the open stands there until then.
    browser::keep_nothing_for_reload();
    // Lives as long as the page; once the app has started it finds nothing to give away.
    let _ = give_way(app);
    browser::on_change_elsewhere(|key, _| {
        if key == LOCK {
            browser::reload();
        }
    });
    // Not Leptos' own: nothing is mounted yet.
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(local) = LocalStore::open() else { return show_trouble(Lang::default()) };
        let copies = Copies { local: &local, journal: &BrowserJournal, tell: &|_| breathe() };
        match copies.marks().await {
            Ok(marks) => match marks.mark {
                Some(mark) if !is_whole(&mark) && !app.is_writer.get_untracked() => {
                    let t = &lock_text(mark.lang).screen;
                    take_the_screen(move || view! { <Elsewhere t /> }.into_any());
                }
                Some(mark) => take_the_screen(move || view! { <LockScreen app mark go_on /> }.into_any()),
                None => finish(app, go_on, Lang::default(), None).await,
            },
            Err(_) => show_trouble(Lang::default()),
        }
    });
}

/// Whether all records are in one form.
fn is_whole(mark: &LockMark) -> bool {
    mark.state == LockState::On
}

/// The lock is open, or there is none any more.
async fn finish(app: AppState, go_on: GoOn, lang: Lang, opened: Option<(LockMark, Rc<Sealer>)>) {
    let finished = try_to_finish(app, opened).await;
    app.safety.set(Safety::Safe);
    match finished {
        Ok(unlocked) => go_on(app, unlocked),
        Err(_) => show_trouble(lang),
    }
}

async fn try_to_finish(app: AppState, opened: Option<(LockMark, Rc<Sealer>)>) -> Result<Unlocked, MoveError> {
    let local = Rc::new(LocalStore::open()?);
    let copies = Copies { local: &*local, journal: &BrowserJournal, tell: &|_| breathe() };
    // A tab that only reads leaves it to the one that writes.
    let sealer = if app.is_writer.get_untracked() {
        // Asked to give way, this tab finishes first.
        app.safety.set(Safety::Writing);
        let GoneOn { sealer, has_moved } = copies.go_on(opened).await?;
        if has_moved {
            // What was moved may still be in the old files. Refused, they go at later starts.
            let _ = browser::renew_journal().await;
        }
        sealer
    } else {
        match (copies.marks().await?.mark, opened) {
            (None, _) => None,
            (Some(mark), Some((opened, sealer))) if is_whole(&mark) && mark.is_same_lock(&opened) => {
                Some(sealer)
            }
            _ => return Err(MoveError::OtherLock),
        }
    };
    let Some(sealer) = sealer else {
        return Ok(Unlocked { records: local, journal: Rc::new(BrowserJournal), has_lock: false });
    };
    Ok(Unlocked {
        records: Rc::new(SealedRecords::new(local, Rc::clone(&sealer))),
        journal: Rc::new(SealedJournal::new(Rc::new(BrowserJournal), sealer)),
        has_lock: true,
    })
}

fn tries() -> Tries {
    let kept = LocalStore::open().and_then(|local| local.get(TRIES)).ok().flatten();
    let kept = Tries::read(kept.as_deref());
    let seen = kept.seen_at(browser::unix_millis());
    if seen != kept {
        keep_tries(Some(seen));
    }
    seen
}

/// Counts a try that was wrong, or none any more.
fn keep_tries(tries: Option<Tries>) {
    let Ok(local) = LocalStore::open() else { return };
    // Refused where there is no room: then there is no pause over a reload.
    let _ = match tries {
        Some(tries) => local.set(TRIES, &tries.write()),
        None => local.remove(TRIES),
    };
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Asking,
    Opening,
    Wrong,
}

#[component]
fn LockScreen(app: AppState, mark: LockMark, go_on: GoOn) -> impl IntoView {
    let lang = mark.lang;
    let t = &lock_text(lang).screen;
    browser::set_title(t.title);
    browser::set_lang(lang.tag());
    let typed = StoredValue::new(String::new());
    let stage = RwSignal::new(Stage::Asking);
    let wait = RwSignal::new(tries().wait(browser::unix_millis()));
    let is_shown = RwSignal::new(false);
    // Also when the clock was put back meanwhile.
    let timer = set_interval_with_handle(
        move || {
            if wait.get_untracked() > 0 {
                wait.set(tries().wait(browser::unix_millis()));
            }
        },
        Duration::from_secs(1),
    );
    on_cleanup(move || timer.iter().for_each(|timer| timer.clear()));
    let mark = StoredValue::new(mark);
    let open = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        if wait.get_untracked() > 0 || stage.get_untracked() == Stage::Opening {
            return;
        }
        stage.set(Stage::Opening);
        let (typed, mark) = (typed.get_value(), mark.get_value());
        spawn_local(async move {
            // What is drawn now stays as long as the key is made.
            browser::pause().await;
            browser::pause().await;
            let typed = browser::composed(typed.trim());
            match mark.open(&typed, browser::fill_with_secret) {
                Some(sealer) => {
                    keep_tries(None);
                    let opened = (mark, Rc::new(sealer));
                    finish(app, go_on, lang, Some(opened)).await;
                }
                None => {
                    let tries = tries().once_more(browser::unix_millis());
                    keep_tries(Some(tries));
                    wait.set(tries.wait(browser::unix_millis()));
                    stage.set(Stage::Wrong);
                    browser::focus("lock-passphrase");
                }
            }
        });
    };
    Effect::new(|_| browser::focus("lock-passphrase"));
    view! {
        <main class="page lock-screen" id="main">
            <form class="card" on:submit=open>
                <h1 id="page-title" tabindex="-1">{t.title}</h1>
                {browser::opened_itself_again().then(|| view! { <p>{text(lang).mended.opened_again_lead}</p> })}
                <p>{t.lead}</p>
                <div class="field">
                    <label for="lock-passphrase">{t.passphrase}</label>
                    <input id="lock-passphrase" type=move || if is_shown.get() { "text" } else { "password" }
                        autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="lock-outcome"
                        on:input=move |ev| typed.set_value(event_target_value(&ev)) />
                </div>
                <label class="check">
                    <input type="checkbox" on:change=move |ev| is_shown.set(event_target_checked(&ev)) />
                    <span>{t.show}</span>
                </label>
                <div id="lock-outcome" role="status">
                    {move || (stage.get() == Stage::Wrong).then(|| view! { <p>{t.wrong}</p> })}
                    {move || (stage.get() == Stage::Opening).then(|| view! { <p>{t.opening}</p> })}
                </div>
                {move || (wait.get() > 0).then(|| view! { <p class="hint">{(t.wait)(wait.get())}</p> })}
                <div class="actions">
                    <button type="submit" class="btn btn-primary"
                        disabled=move || { wait.get() > 0 || stage.get() == Stage::Opening }>{t.open}</button>
                </div>
                <details>
                    <summary>{t.forgotten}</summary>
                    <p>{t.forgotten_code}</p>
                    <p>{t.forgotten_lost}</p>
                </details>
            </form>
        </main>
    }
}

/// Another tab is at it.
#[component]
fn Elsewhere(t: &'static ScreenOfLock) -> impl IntoView {
    view! {
        <main class="page lock-screen" id="main">
            <h1 id="page-title" tabindex="-1">{t.title}</h1>
            <p class="lead" role="status">{t.elsewhere}</p>
            <div class="actions">
                // It may have stopped in the middle.
                <button type="button" class="btn" on:click=|_| browser::start_writing()>{t.again}</button>
            </div>
        </main>
    }
}

/// It could not go on: nothing is lost, and another try may do.
pub(super) fn show_trouble(lang: Lang) {
    let t = &lock_text(lang).screen;
    take_the_screen(move || {
        view! {
            <main class="page lock-screen" id="main">
                <section class="notice" data-kind="error" role="alert">
                    <h1 id="page-title" tabindex="-1">{t.title}</h1>
                    <p>{t.damaged}</p>
                    <div class="actions">
                        <button type="button" class="btn btn-primary" on:click=|_| browser::reload()>{t.again}</button>
                        <button type="button" class="btn" on:click=|_| browser::download_as_it_is()>{t.export}</button>
                    </div>
                </section>
            </main>
        }
        .into_any()
    });
}
