//! Voorbereiden: who, when, which lesson, and the teacher's own question.

mod choice;
mod look_back;
mod person;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{Edit, PersonRef, Step, Topic, VisitEdit, VisitKind, parse_day};
use crate::i18n::Text;
use crate::store::Known;
use crate::ui::chunks::{self, Chunk};
use crate::ui::parts::{
    BottomBar, InputKind, Segment, SegmentedChoice, Segments, TeamNames, TextArea, TextField, UndoButton,
};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;
use choice::ChoiceField;
use look_back::{LastAgreements, LookBack};
use person::{PersonField, Team};

#[component]
pub fn PreparePage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let shelf = app.shelf();
    let visit = session.peek(|observation| shelf.named(observation.visit.clone()));
    let team = Team::new(shelf.names());
    let typed = move |edit: fn(String) -> VisitEdit| {
        Callback::new(move |text| session.typed(Edit::Visit(edit(text))))
    };
    let look_back = LookBack::new(app, session);
    let known = move |person: PersonRef| person.id.and_then(|id| app.shelf().known(id));
    let teacher = Callback::new(move |teacher: PersonRef| {
        session.typed(Edit::Visit(VisitEdit::Teacher(teacher)));
        look_back.wait();
    });
    let is_teacher = Callback::new(move |teacher| fill_in_group(session, known(teacher)));
    let observer = Callback::new(move |observer: PersonRef| {
        app.change_settings(|settings| settings.remember_observer(&observer));
        session.typed(Edit::Visit(VisitEdit::Observer(observer)));
    });
    let is_observer = Callback::new(move |observer| choose_kind(session, known(observer)));
    // A half-typed day or number is no value yet: the field keeps it, the visit does not.
    let day = Callback::new(move |text: String| {
        if let Some(day) = parse_day(&text) {
            session.dated(day);
        }
    });
    let pupils = Callback::new(move |text: String| {
        if text.is_empty() || text.parse::<u16>().is_ok() {
            session.typed(Edit::Visit(VisitEdit::Pupils(text.parse().ok())));
        }
    });
    let pupils_now = visit.pupils.map(|pupils| pupils.to_string()).unwrap_or_default();
    // What undo changes; a field that shows it already is left alone.
    Effect::new(move |before: Option<()>| {
        let teacher = session.read(&Topic::Visit, |observation| observation.visit.teacher.clone());
        let name = teacher.id.and_then(|id| app.shelf().name_of(id)).unwrap_or(teacher.name);
        browser::write_in_field("teacher", &name);
        if before.is_some() {
            look_back.wait();
        }
    });
    // Only when it changes: half a date stays in the field meanwhile.
    let date = Memo::new(move |_| session.read(&Topic::Visit, |observation| observation.visit.date));
    Effect::new(move |_| browser::write_in_field("date", &date.get().to_string()));
    view! {
        <h1 id="page-title" tabindex="-1">{t.step(Step::Prepare)}</h1>
        <p class="lead">{t.prepare().lead}</p>
        <TextArea id="focus" label=t.may_stay_empty(t.prepare().focus) hint=t.prepare().focus_hint initial=visit.focus
            on_type=typed(VisitEdit::Focus) />
        <div class="field-row visit-fields">
            <PersonField id="teacher" label=t.prepare().teacher hint=t.prepare().name_hint team=team.clone()
                initial=visit.teacher.name on_type=teacher on_pick=is_teacher />
            <PersonField id="observer" label=t.prepare().observer team=team.clone() initial=visit.observer.name
                on_type=observer on_pick=is_observer />
            <TeamNames names=team.names().to_vec() />
            <TextField id="group" label=t.may_stay_empty(t.prepare().group) hint=t.prepare().group_hint initial=visit.group
                on_type=typed(VisitEdit::Group) />
            <TextField id="subject" label=t.may_stay_empty(t.prepare().subject) initial=visit.subject on_type=typed(VisitEdit::Subject) />
            <TextField id="date" label=t.prepare().date kind=InputKind::Date initial=visit.date.to_string() on_type=day />
            <TextField id="pupils" label=t.may_stay_empty(t.prepare().pupils) kind=InputKind::Number initial=pupils_now on_type=pupils />
        </div>
        <KindField t session />
        <OtherRubric app t session />
        {move || session.read(&Topic::Rubric, |_| view! { <ChoiceField t session /> })}
        <LastAgreements t look_back />
        <p class="hint">{t.prepare().notes_seen}</p>
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn btn-primary" href=Route::Visit(session.id(), Step::Watch).href()>{t.prepare().next}</a>
        </BottomBar>
    }
}

/// The group of a teacher who has but one, if none was filled in.
fn fill_in_group(session: Session, teacher: Option<Known>) {
    let Some([group]) = teacher.as_ref().map(|known| &*known.groups) else { return };
    if session.peek(|visit| visit.visit.group.is_empty()) {
        session.typed(Edit::Visit(VisitEdit::Group(group.clone())));
        browser::write_in_field("group", group);
    }
}

/// The kind that goes with what the observer does in the school, unless somebody chose one that nobody's role tells.
fn choose_kind(session: Session, observer: Option<Known>) {
    let told = [VisitKind::Peer, VisitKind::Leader, VisitKind::Coach];
    if let Some(role) = observer.and_then(|known| known.role)
        && session.peek(|visit| told.contains(&visit.visit.kind))
    {
        session.tap(Edit::Visit(VisitEdit::Kind(VisitKind::by(Some(role)))));
    }
}

/// What the visit is scored with, where there is more than one rubric. Few visits ask, so what asks is loaded for them.
#[component]
fn OtherRubric(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let is_asked = app.shelf().rubric_refs().is_ok_and(|refs| !refs.is_empty());
    let screens = RwSignal::new(app.chunks().data);
    if is_asked && screens.with_untracked(Option::is_none) {
        spawn_local(async move {
            chunks::load(app, &[Chunk::Data]).await;
            // The user may have gone elsewhere meanwhile.
            screens.try_set(app.chunks().data);
        });
    }
    move || screens.get().filter(|_| is_asked).map(|screens| (screens.rubric_of_visit)(app, t, session))
}

#[component]
fn KindField(t: &'static Text, session: Session) -> impl IntoView {
    let segments = Segments::new(VisitKind::ALL.map(|kind| Segment {
        value: kind.name(),
        label: t.kind(kind).to_owned(),
        detail: None,
    }));
    let chosen = Memo::new(move |_| session.read(&Topic::Visit, |o| Some(o.visit.kind.name())));
    let on_tap = Callback::new(move |tapped| {
        if let Some(kind) = VisitKind::ALL.into_iter().find(|kind| kind.name() == tapped) {
            session.tap(Edit::Visit(VisitEdit::Kind(kind)));
        }
    });
    view! {
        <fieldset id="kind" class="segmented">
            <legend>{t.prepare().kind}</legend>
            <SegmentedChoice name="kind".to_owned() segments chosen on_tap />
        </fieldset>
    }
}
