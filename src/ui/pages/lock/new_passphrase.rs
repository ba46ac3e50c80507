//! A new passphrase, and the recovery code that comes with it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choose_passphrase::ChoosePassphrase;
use super::moving::{NotNow, Turn, is_ready, turn};
use crate::browser;
use crate::domain::Lang;
use crate::i18n::lock_text;
use crate::store::lock::{Cost, LockMark, RecoveryCode, Sealer};
use crate::ui::state::AppState;

#[derive(Clone)]
enum Stage {
    Choosing,
    /// The key is being made.
    Making,
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
    let stage = RwSignal::new(Stage::Choosing);
    let new = StoredValue::new_local(None::<New>);
    let choose = Callback::new(move |chosen: String| {
        stage.set(Stage::Making);
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
    });
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
        Stage::Refused => t.card.refused,
        Stage::NotNow(NotNow::NotSafe) => t.card.not_now,
        Stage::NotNow(NotNow::NoCopy) => t.card.no_copy,
    };
    let fields = move || {
        view! {
            <ChoosePassphrase lang ids=["lock-new", "lock-again"] labels=[t.choose.passphrase, t.choose.again]
                action=t.choose.next on_chosen=choose />
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
