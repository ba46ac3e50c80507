//! `#/stijl`, in builds for development only: every control in every state that markup can give it, for who changes a token or
//! a style. Hover and focus are tried by hand, the themes and the language with the bar at the top.

use leptos::prelude::*;

use crate::browser;
use crate::i18n::Text;
use crate::ui::parts::{
    BottomBar, Chip, Chips, InputKind, Segment, SegmentedChoice, Segments, TextArea, TextField, UndoButton,
};

/// Whether the address asks for this page.
pub fn is_asked_for() -> bool {
    browser::hash().trim_matches('/') == "stijl"
}

#[component]
pub fn StylePage(t: &'static Text) -> impl IntoView {
    view! {
        <h1 id="page-title" tabindex="-1">"Stijl"</h1>
        <Colours />
        <Buttons t />
        <Choices t />
        <Fields t />
        <Lesson t />
        <Messages t />
        <BottomBar>
            <UndoButton label=t.undo can_undo=true on_undo=Callback::new(|()| ()) />
            <UndoButton label=t.undo can_undo=false on_undo=Callback::new(|()| ()) />
            <a class="btn btn-primary" href="#/stijl">{t.watch().next}</a>
        </BottomBar>
    }
}

/// A group of controls under its name.
fn group(name: &'static str, controls: impl IntoView + 'static) -> AnyView {
    view! { <section class="card"><h2>{name}</h2>{controls}</section> }.into_any()
}

/// Text on each ground, in each ink.
#[component]
fn Colours() -> impl IntoView {
    let text = view! {
        <p>"Tekst"</p>
        <p class="hint">"Zachte tekst"</p>
        <p class="error">"Fout"</p>
        <p class="count">"3 van 8"</p>
        <p class="empty">"Nog niets"</p>
        <p class="lead">"Inleiding"</p>
        <p><span class="badge">"Concept"</span></p>
    };
    group("Kleur en letter", text)
}

#[component]
fn Buttons(t: &'static Text) -> impl IntoView {
    let kinds =
        ["btn", "btn btn-primary", "btn btn-quiet", "btn btn-danger", "btn opener", "btn btn-quiet opener"];
    let states = move |class: &'static str| {
        view! {
            <div class="actions">
                <button type="button" class=class>{t.watch().add}</button>
                <button type="button" class=class aria-pressed="true">"aan"</button>
                <button type="button" class=class aria-expanded="true">"open"</button>
                <button type="button" class=class aria-disabled="true">"niet nu"</button>
                <a class=class href="#/stijl">"link"</a>
            </div>
        }
    };
    group("Knoppen", kinds.map(states).into_iter().collect_view())
}

#[component]
fn Choices(t: &'static Text) -> impl IntoView {
    let scale = [("1", "zwak"), ("2", "meer zwak dan sterk"), ("3", "meer sterk dan zwak"), ("4", "sterk")];
    let segments = scale.map(|(value, detail)| Segment {
        value,
        label: value.to_owned(),
        detail: Some(detail.to_owned()),
    });
    let other = Segment { value: "not_observed", label: t.not_observed.to_owned(), detail: None };
    let segments = Segments::new(segments.into_iter().chain([other]));
    let none_then_each = [None, Some("1"), Some("4"), Some("not_observed")];
    let rows = none_then_each.into_iter().enumerate().map(move |(n, chosen)| {
        let chosen = RwSignal::new(chosen);
        let memo = Memo::new(move |_| chosen.get());
        let on_tap = Callback::new(move |tapped| {
            chosen.update(|chosen| *chosen = if *chosen == Some(tapped) { None } else { Some(tapped) });
        });
        view! {
            <fieldset class="segmented">
                <legend>{chosen.get_untracked().unwrap_or("geen")}</legend>
                <SegmentedChoice name=format!("stijl-{n}") segments=segments.clone() chosen=memo on_tap />
            </fieldset>
        }
    });
    let chips = ["D", "I", "F", "X"].map(|id| Chip {
        value: id.to_owned(),
        label: id.to_owned(),
        name: id.to_owned(),
        domain: Some(id.to_owned()),
    });
    let tags = ["D", "I", "F", "X", ""].map(|on| {
        let chosen = RwSignal::new(Some(on.to_owned()));
        let on_pick = Callback::new(move |picked| chosen.set(picked));
        view! { <div class="chips"><Chips chips=chips.to_vec() chosen on_pick /></div> }
    });
    let checks = [false, true].map(|is_on| {
        view! {
            <label class="check"><input type="checkbox" prop:checked=is_on /><span>{t.score().look_fors}</span></label>
        }
    });
    group(
        "Kiezen",
        view! { {rows.collect_view()} {tags.into_iter().collect_view()} {checks.into_iter().collect_view()} },
    )
}

#[component]
fn Fields(t: &'static Text) -> impl IntoView {
    let nothing = || Callback::new(|_: String| ());
    let fields = view! {
        <TextField id="stijl-leeg" label=t.prepare().group initial=String::new() on_type=nothing() />
        <TextField id="stijl-vol" label=t.prepare().subject hint="Met uitleg" initial="rekenen".to_owned() on_type=nothing() />
        <TextField id="stijl-getal" label=t.prepare().pupils kind=InputKind::Number initial="24".to_owned() on_type=nothing() />
        <TextField id="stijl-dag" label=t.prepare().date kind=InputKind::Date initial="2026-11-26".to_owned() on_type=nothing() />
        <div class="field">
            <label for="stijl-fout">"Met een fout"</label>
            <p class="error" id="stijl-fout-waarom">{t.lesson().scan_incomplete}</p>
            <input id="stijl-fout" type="text" aria-invalid="true" aria-describedby="stijl-fout-waarom" />
        </div>
        <div class="field">
            <label for="stijl-lijst">"Lijst"</label>
            <select id="stijl-lijst"><option>"een"</option><option>"twee"</option></select>
        </div>
        <TextArea id="stijl-tekst" label=t.score().note initial="Een regel\nen nog een".to_owned() on_type=nothing() />
        <details><summary><span>{t.score().more}</span></summary><p>"Open"</p></details>
    };
    group("Velden", fields)
}

/// What stands on Kijken alone.
#[component]
fn Lesson(t: &'static Text) -> impl IntoView {
    let counters = [0, 7].map(|count| {
        view! {
            <div class="counter">
                <button type="button" class="btn counter-more">
                    <span>{t.lesson().self_regulation}</span><span class="counter-number"><span>{count}</span></span>
                </button>
                <button type="button" class="btn btn-quiet" aria-disabled=(count == 0).then_some("true")>"−1"</button>
            </div>
        }
    });
    let phases = [(t.lesson().guided_practice, "false"), (t.lesson().independent_work, "true")].map(
        |(name, is_now)| {
            view! {
                <button type="button" class="btn phase" aria-pressed=is_now>
                    <span>{name}</span><span class="phase-minutes">{(t.lesson().minutes)(12)}</span>
                </button>
            }
        },
    );
    let scans = [None, Some("")].map(|due| {
        view! {
            <button type="button" class="btn scan-button" data-due=due>
                <span>{t.lesson().scan}</span><span class="scan-detail">{t.lesson().scan_due}</span>
            </button>
        }
    });
    let rows = [("D3", "false"), ("D3", "true"), ("I1", "true"), ("F8", "true")].map(|(code, is_on)| {
        view! {
            <div class="tag-domain" data-domain=code.get(..1)>
                <button type="button" class="tag-row" aria-pressed=is_on>
                    <span class="tag-code">{code}</span>
                    <span class="tag-sentence">{t.watch().rubric_hint}</span>
                    <span class="tag-lines">{(t.score().lines)(12)}</span>
                    <span class="tag-score">"3"</span>
                </button>
            </div>
        }
    });
    group(
        "Tijdens de les",
        view! {
            <div class="counters">{counters.into_iter().collect_view()}</div>
            <div class="phases">{phases.into_iter().collect_view()}</div>
            {scans.into_iter().collect_view()}
            {rows.into_iter().collect_view()}
        },
    )
}

#[component]
fn Messages(t: &'static Text) -> impl IntoView {
    let notices = ["info", "warn", "error"].map(|kind| {
        view! {
            <section class="notice" data-kind=kind>
                <h2>{kind}</h2>
                <p>{t.watch().privacy}</p>
                <div class="actions"><button type="button" class="btn">{t.close}</button></div>
            </section>
        }
    });
    let states = ["idle", "pending", "saved", "failed"].map(|state| {
        view! {
            <p class="save-status" data-state=state>
                <span class="save-ended">{state}</span><span class="save-pending">{t.save.pending}</span>
            </p>
        }
    });
    let snack = view! {
        <div class="snackbar">
            <span>"Verwijderd"</span>
            <button type="button" class="btn">{t.undo}</button>
            <button type="button" class="btn btn-quiet">{t.close}</button>
        </div>
    };
    group(
        "Meldingen",
        view! { {notices.into_iter().collect_view()} {states.into_iter().collect_view()} {snack} },
    )
}
