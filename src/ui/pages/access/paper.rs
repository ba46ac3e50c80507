//! What was gathered, as a page to read and to print.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Observation, parse_day};
use crate::exchange::{Access, AsideContent, Kept, Mention, SetAside, Source, Watched, report_text};
use crate::i18n::{AccessText, Text, date, team_text};
use crate::ui::state::AppState;

/// What every part needs.
#[derive(Clone, Copy)]
struct Look {
    app: AppState,
    t: &'static Text,
    w: &'static AccessText,
}

#[component]
pub fn Paper<'a>(
    app: AppState,
    t: &'static Text,
    w: &'static AccessText,
    access: &'a Access,
) -> impl IntoView + use<> {
    let look = Look { app, t, w };
    request_animation_frame(|| browser::focus("access-title"));
    let person = access.person.as_ref().map(|person| {
        let known = team_text(t.lang).known(t, &person.profile);
        let changed = (w.changed)(&t.moment(person.updated_at));
        let line = [person.profile.name.clone(), known, changed];
        let line: Vec<_> = line.into_iter().filter(|part| !part.is_empty()).collect();
        view! { <h3>{w.person}</h3> <p>{line.join(" · ")}</p> }
    });
    let visits = access.visits.iter().map(|one| visit(look, one)).collect_view();
    let unreadable = (access.unreadable > 0).then(|| view! { <p>{(w.unreadable)(access.unreadable)}</p> });
    view! {
        <article class="card access" aria-labelledby="access-title">
            <h2 id="access-title" tabindex="-1">{(w.about)(&access.who.name)}</h2>
            <p class="hint">{(w.made)(&t.moment(browser::now()))}</p>
            {unreadable}
            {person}
            <h3>{w.visits} " (" {access.visits.len()} ")"</h3>
            {access.visits.is_empty().then(|| view! { <p>{w.no_visits}</p> })}
            {visits}
            {watched(look, &access.watched)}
            {mentions(look, &access.mentions)}
            {aside(look, &access.aside)}
        </article>
    }
}

/// The report that the teacher gets, with what stands beside the visit.
fn visit(look: Look, Kept { visit, exported_at }: &Kept) -> AnyView {
    let Look { app, t, w } = look;
    let about = &visit.visit;
    let state = if visit.is_completed() { w.completed } else { w.draft };
    let beside = [
        Some(state.to_owned()),
        Some((w.changed)(&t.moment(visit.updated_at))),
        Some((w.kept)(&date(about.kept_until(app.settings().school_years_kept())))),
        exported_at.map(|at| (w.exported)(&t.moment(at))),
        visit.talk.in_growth.map(|at| (w.growth)(&t.moment(at))),
    ];
    let beside = beside.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <section class="access-part">
            <h4>{date(about.date)} " · " {t.kind(about.kind)}</h4>
            <p class="hint">{beside}</p>
            <p class="plain-words">{words(look, visit)}</p>
        </section>
    }
    .into_any()
}

fn words(Look { app, t, .. }: Look, visit: &Observation) -> String {
    report_text(t, &app.rubric_of(&visit.rubric), visit, None)
}

fn watched(Look { t, w, .. }: Look, watched: &[Watched]) -> Option<AnyView> {
    let row = |one: &Watched| view! { <li>{date(one.date)} " · " {t.kind(one.kind)}</li> };
    (!watched.is_empty()).then(|| {
        view! {
            <h3>{w.watched} " (" {watched.len()} ")"</h3>
            <p class="hint">{w.watched_lead}</p>
            <ul>{watched.iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}

fn mentions(Look { w, .. }: Look, mentions: &[Mention]) -> Option<AnyView> {
    let row = |Mention { source, of, text, .. }: &Mention| {
        let source = match source {
            Source::Visit => w.in_visit,
            Source::Plan => w.in_plan,
            Source::RubricDraft => w.in_draft,
            Source::Settings => w.in_settings,
            Source::SetAside => w.in_aside,
        };
        let of = parse_day(of).map_or_else(|| of.clone(), date);
        let place = format!("{source} {of}");
        view! {
            <li>
                <p class="plain-words">{text.clone()}</p>
                <p class="hint">{place}</p>
            </li>
        }
    };
    (!mentions.is_empty()).then(|| {
        view! {
            <h3>{w.mentions} " (" {mentions.len()} ")"</h3>
            <p class="hint">{w.mentions_lead}</p>
            <ul class="access-part">{mentions.iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}

fn aside(look: Look, aside: &[SetAside]) -> Option<AnyView> {
    let row = |SetAside { key, what }: &SetAside| {
        let text = match what {
            AsideContent::Visit(visit) => words(look, visit),
            AsideContent::Raw(raw) => raw.clone(),
        };
        view! {
            <section class="access-part">
                <h4><code>{key.clone()}</code></h4>
                <p class="plain-words">{text}</p>
            </section>
        }
    };
    let w = look.w;
    (!aside.is_empty()).then(|| {
        view! {
            <h3>{w.aside} " (" {aside.len()} ")"</h3>
            <p class="hint">{w.aside_lead}</p>
            {aside.iter().map(row).collect_view()}
        }
        .into_any()
    })
}
