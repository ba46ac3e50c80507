//! The lock on Gegevens: put it on, change it, take it off, and when it closes by itself.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choose_passphrase::PassphraseField;
use super::moving::{NotNow, Turn, is_ready, turn};
use super::new_passphrase::NewPassphrase;
use crate::browser::{self, BrowserJournal, ForReload, LocalStore};
use crate::domain::Lang;
use crate::i18n::lock_text;
use crate::store::LOCK_AFTER;
use crate::store::lock::{Copies, LockMark, Sealer};
use crate::ui::state::AppState;

/// After so many minutes; zero: never.
const AFTER: [u16; 5] = [2, 5, 10, 30, 0];

#[component]
pub fn LockCard(app: AppState, lang: Lang) -> impl IntoView {
    let t = &lock_text(lang).card;
    view! {
        <section class="card lock-card" aria-labelledby="lock-title">
            <h2 id="lock-title" tabindex="-1">{t.title}</h2>
            {if app.has_lock() {
                view! { <LockIsOn app lang /> }.into_any()
            } else {
                view! { <LockIsOff app lang /> }.into_any()
            }}
        </section>
    }
}

#[component]
fn LockIsOff(app: AppState, lang: Lang) -> impl IntoView {
    let t = &lock_text(lang).card;
    let said = RwSignal::new("");
    if browser::kept_for_reload(ForReload::LockOff).is_some() {
        browser::forget_for_reload(ForReload::LockOff);
        // Once it stands: else it is not read out. The page was loaded anew, and goes on where the lock was.
        request_animation_frame(move || {
            said.try_set(t.went_off);
            browser::go_to_top("lock-title");
        });
    }
    view! {
        <p role="status">{said}</p>
        <p>{t.lead}</p>
        <p class="hint">{t.before}</p>
        <details class="writes">
            <summary>{t.begin}</summary>
            <NewPassphrase app lang from=StoredValue::new_local(None) />
        </details>
    }
}

#[component]
fn LockIsOn(app: AppState, lang: Lang) -> impl IntoView {
    let t = &lock_text(lang).card;
    let settings = app.settings();
    let after = settings.lock_after.unwrap_or(LOCK_AFTER);
    let choose_after = move |ev| {
        let minutes = event_target_value(&ev).parse().ok();
        app.change_settings(|settings| settings.lock_after = minutes);
    };
    let choose_in_lesson = move |ev| {
        let is_chosen = event_target_checked(&ev);
        app.change_settings(|settings| settings.lock_in_lesson = is_chosen);
    };
    view! {
        <p>{t.is_on}</p>
        <p>{t.export_lead}</p>
        <div class="field">
            <label for="lock-after">{t.after}</label>
            <select id="lock-after" on:change=choose_after>
                {AFTER.map(|minutes| {
                    let label = if minutes == 0 { t.never.to_owned() } else { (t.minutes)(minutes) };
                    view! { <option value=minutes.to_string() selected=minutes == after>{label}</option> }
                })}
            </select>
        </div>
        <label class="check">
            <input type="checkbox" checked=settings.lock_in_lesson on:change=choose_in_lesson />
            <span>{t.in_lesson}</span>
        </label>
        <details class="writes">
            <summary>{t.change}</summary>
            <p>{t.change_lead}</p>
            <Change app lang />
        </details>
        <details class="writes">
            <summary>{t.off}</summary>
            <p>{t.off_lead}</p>
            <TurnOff app lang />
        </details>
    }
}

/// What was opened once more.
type Found = StoredValue<Option<(LockMark, Rc<Sealer>)>, LocalStorage>;

/// The lock, opened once more with what was typed.
async fn opened(typed: &str) -> Option<(LockMark, Rc<Sealer>)> {
    let local = LocalStore::open().ok()?;
    let copies = Copies { local: &local, journal: &BrowserJournal, tell: &|_| super::moving::breathe() };
    let mark = copies.marks().await.ok()?.mark?;
    let sealer = mark.open(&browser::composed(typed.trim()), browser::fill_with_secret)?;
    Some((mark, Rc::new(sealer)))
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Nothing,
    Busy,
    Wrong,
    NotNow(NotNow),
}

/// Asks for the passphrase of now, and gives what it opens.
#[component]
fn CurrentPassphrase(
    app: AppState,
    lang: Lang,
    id: &'static str,
    action: &'static str,
    found: Found,
    on_open: Callback<()>,
) -> impl IntoView {
    let t = lock_text(lang);
    let typed = RwSignal::new(String::new());
    let outcome = RwSignal::new(Outcome::Nothing);
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        outcome.set(Outcome::Busy);
        let typed = typed.get_untracked();
        spawn_local(async move {
            browser::pause().await;
            browser::pause().await;
            let next = match is_ready(app).await {
                Err(why) => Outcome::NotNow(why),
                Ok(()) => match opened(&typed).await {
                    None => Outcome::Wrong,
                    Some(opened) => {
                        outcome.try_set(Outcome::Nothing);
                        // Left meanwhile: then nobody asks for it any more.
                        if found.try_set_value(Some(opened)).is_none() {
                            on_open.try_run(());
                        }
                        return;
                    }
                },
            };
            outcome.try_set(next);
        });
    };
    view! {
        <form on:submit=submit>
            <PassphraseField id label=t.card.current typed />
            <p role="status">{move || match outcome.get() {
                Outcome::Nothing => "",
                Outcome::Busy => t.screen.opening,
                Outcome::Wrong => t.card.wrong,
                Outcome::NotNow(NotNow::NotSafe) => t.card.not_now,
                Outcome::NotNow(NotNow::NoCopy) => t.card.no_copy,
            }}</p>
            <div class="actions"><button type="submit" class="btn">{action}</button></div>
        </form>
    }
}

#[component]
fn Change(app: AppState, lang: Lang) -> impl IntoView {
    let t = lock_text(lang);
    let found = Found::new_local(None);
    let is_open = RwSignal::new(false);
    let on_open = Callback::new(move |()| {
        is_open.set(true);
        browser::focus("lock-new");
    });
    move || {
        if is_open.get() {
            let from = StoredValue::new_local(found.get_value().map(|(_, sealer)| sealer));
            view! { <NewPassphrase app lang from /> }.into_any()
        } else {
            view! { <CurrentPassphrase app lang id="lock-current" action=t.choose.next found on_open /> }
                .into_any()
        }
    }
}

#[component]
fn TurnOff(app: AppState, lang: Lang) -> impl IntoView {
    let t = &lock_text(lang).card;
    let found = Found::new_local(None);
    let on_open = Callback::new(move |()| {
        if let Some((mark, from)) = found.get_value() {
            turn(app, lang, Turn::Off { mark, from });
        }
    });
    view! { <CurrentPassphrase app lang id="lock-off" action=t.off found on_open /> }
}
