//! Choosing a passphrase: twice, and strong enough.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Lang;
use crate::i18n::lock_text;

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

/// Two fields and a button. What is chosen is in Unicode form NFC, without blanks around it.
#[component]
pub fn ChoosePassphrase(
    lang: Lang,
    /// The ids of the two fields.
    ids: [&'static str; 2],
    /// What they are called.
    labels: [&'static str; 2],
    /// What the button says.
    action: &'static str,
    on_chosen: Callback<String>,
) -> impl IntoView {
    let t = &lock_text(lang).choose;
    let [first, second] = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let problem = RwSignal::new("");
    let choose = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let [chosen, again] = [first, second].map(|field| browser::composed(field.get_untracked().trim()));
        problem.set(match () {
            () if strength(&chosen) == Strength::TooShort => t.too_short,
            () if chosen != again => t.differs,
            () => "",
        });
        if problem.with_untracked(|problem| problem.is_empty()) {
            on_chosen.run(chosen);
        }
    };
    let how_strong = move || {
        first.with(|first| match strength(first) {
            _ if first.is_empty() => "",
            Strength::TooShort => t.too_short,
            Strength::Fair => t.fair,
            Strength::Strong => t.strong,
        })
    };
    let [id, id_again] = ids;
    let [label, label_again] = labels;
    view! {
        <form on:submit=choose>
            <PassphraseField id label hint=t.hint typed=first />
            <p class="hint" role="status">{how_strong}</p>
            <PassphraseField id=id_again label=label_again typed=second />
            <div class="actions"><button type="submit" class="btn btn-primary">{action}</button></div>
            <p role="status">{problem}</p>
        </form>
    }
}

/// A field of which nobody reads along.
#[component]
pub fn PassphraseField(
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
