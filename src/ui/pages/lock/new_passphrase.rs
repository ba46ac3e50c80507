//! Choosing a passphrase, and the recovery code that comes with it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::moving::{NotNow, Turn, is_ready, turn};
use crate::browser;
use crate::domain::Lang;
use crate::i18n::lock_text;
use crate::store::lock::{Cost, LockMark, RecoveryCode, Sealer};
use crate::ui::state::AppState;

/// Fewer letters are too few.
const SHORTEST: usize = 12;
/// So many letters, or words, will hold.
const LONG: usize = 20;
const MANY_WORDS: usize = 4;

#[derive(Clone, Copy, PartialEq)]
enum Strength {
    TooShort,
    Fair,
    Strong,
}

fn strength(passphrase: &str) -> Strength {
    let different: std::collections::BTreeSet<_> = passphrase.chars().collect();
    let length = passphrase.chars().count();
    let words = passphrase.split_whitespace().count();
    match () {
        // The same few letters over and over are no more than those few.
        () if length < SHORTEST || different.len() < SHORTEST / 2 => Strength::TooShort,
        () if length >= LONG && words >= MANY_WORDS => Strength::Strong,
        () => Strength::Fair,
    }
}

#[derive(Clone)]
enum Stage {
    Choosing,
    /// The key is being made.
    Making,
    Differs,
    TooShort,
    Refused,
    NotNow(NotNow),
    /// The passphrase is chosen.
    Code(RecoveryCode),
}

/// What a new lock is made of.
struct New {
    mark: LockMark,
    to: Rc<Sealer>,
}

/// Two fields, then the code, then all records are sealed. `from` is the sealer of before, if there is one.
#[component]
pub(super) fn NewPassphrase(
    app: AppState,
    lang: Lang,
    from: StoredValue<Option<Rc<Sealer>>, LocalStorage>,
) -> impl IntoView {
    let t = lock_text(lang);
    let [first, second] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let stage = RwSignal::new(Stage::Choosing);
    let new = StoredValue::new_local(None::<New>);
    let choose = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let [chosen, again] = [first, second].map(|field| browser::composed(field.get_untracked().trim()));
        stage.set(match () {
            () if strength(&chosen) == Strength::TooShort => Stage::TooShort,
            () if chosen != again => Stage::Differs,
            () => Stage::Making,
        });
        if !matches!(stage.get_untracked(), Stage::Making) {
            return;
        }
        let before = from.get_value();
        spawn_local(async move {
            // Drawn first.
            browser::pause().await;
            browser::pause().await;
            if let Err(why) = is_ready(app).await {
                return drop(stage.try_set(Stage::NotNow(why)));
            }
            let made = make(lang, &chosen, before);
            let next = made.map_or(Stage::Refused, |(made, code)| {
                // Left meanwhile: then it is dropped.
                let _ = new.try_set_value(Some(made));
                Stage::Code(code)
            });
            stage.try_set(next);
            browser::focus("lock-code-title");
        });
    };
    let start = move |_| {
        let from = from.get_value();
        spawn_local(async move {
            // Asked before as well, but the code took a while to write down.
            if let Err(why) = is_ready(app).await {
                new.try_update_value(Option::take);
                return drop(stage.try_set(Stage::NotNow(why)));
            }
            if let Some(New { mark, to }) = new.try_update_value(Option::take).flatten() {
                turn(app, lang, Turn::On { mark, to, from });
            }
        });
    };
    let stop = move |_| {
        new.set_value(None);
        stage.set(Stage::Choosing);
    };
    let problem = move || match stage.get() {
        Stage::Choosing | Stage::Code(_) => "",
        Stage::Making => t.screen.opening,
        Stage::Differs => t.choose.differs,
        Stage::TooShort => t.choose.too_short,
        Stage::Refused => t.card.refused,
        Stage::NotNow(NotNow::NotSafe) => t.card.not_now,
        Stage::NotNow(NotNow::NoCopy) => t.card.no_copy,
    };
    let how_strong = move || {
        first.with(|first| match strength(first) {
            _ if first.is_empty() => "",
            Strength::TooShort => t.choose.too_short,
            Strength::Fair => t.choose.fair,
            Strength::Strong => t.choose.strong,
        })
    };
    let fields = move || {
        view! {
            <form on:submit=choose>
                <PassphraseField id="lock-new" label=t.choose.passphrase hint=t.choose.hint typed=first />
                <p class="hint" role="status">{how_strong}</p>
                <PassphraseField id="lock-again" label=t.choose.again typed=second />
                <div class="actions"><button type="submit" class="btn btn-primary">{t.choose.next}</button></div>
            </form>
        }
    };
    let is_code = Memo::new(move |_| matches!(stage.get(), Stage::Code(_)));
    view! {
        {move || match stage.get_untracked() {
            _ if !is_code.get() => fields().into_any(),
            Stage::Code(code) => {
                view! { <CodePanel lang code=code.shown() on_written=Callback::new(start) on_stop=Callback::new(stop) /> }
                    .into_any()
            }
            _ => ().into_any(),
        }}
        <p role="status">{problem}</p>
    }
}

fn make(lang: Lang, passphrase: &str, before: Option<Rc<Sealer>>) -> Option<(New, RecoveryCode)> {
    let begun = browser::unix_millis();
    // How long the least takes here says how much this device can bear.
    Cost::LEAST.key(passphrase, &[0; 16])?;
    let cost = Cost::for_device(browser::unix_millis().saturating_sub(begun));
    let random = browser::fill_with_secret;
    let (to, code) = (Rc::new(Sealer::fresh(random)?), RecoveryCode::fresh(random)?);
    let mark = LockMark::new(&to, before.as_deref(), (passphrase, &code), cost, lang)?;
    Some((New { mark, to }, code))
}

/// A field of which nobody reads along.
#[component]
pub(super) fn PassphraseField(
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    typed: RwSignal<String>,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint_id.clone().map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <input id=id type="password" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby=hint_id
                on:input=move |ev| typed.set(event_target_value(&ev)) />
        </div>
    }
}

/// The code, once.
#[component]
fn CodePanel(lang: Lang, code: String, on_written: Callback<()>, on_stop: Callback<()>) -> impl IntoView {
    let t = &lock_text(lang).code;
    view! {
        <section class="lock-code" aria-labelledby="lock-code-title">
            <h3 id="lock-code-title" tabindex="-1">{t.title}</h3>
            <p>{t.lead}</p>
            <p><span class="visually-hidden">{t.label}": "</span><code>{code}</code></p>
            <p>{t.sealing}</p>
            <div class="actions">
                <button type="button" class="btn btn-primary" on:click=move |_| on_written.run(())>{t.written}</button>
                <button type="button" class="btn" on:click=|_| browser::print()>{t.print}</button>
                <button type="button" class="btn btn-quiet" on:click=move |_| on_stop.run(())>{t.stop}</button>
            </div>
        </section>
    }
}
