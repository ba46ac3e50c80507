//! Gesprek: the teacher's own view first, then the observer's, then what was agreed.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{
    Agreement, AgreementEdit, AgreementId, Edit, PointId, PointList, Step, TalkEdit, TalkPoint, Topic,
};
use crate::i18n::Text;
use crate::ui::parts::{BottomBar, InputKind, TextArea, TextField, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;

#[component]
pub fn TalkPage(t: &'static Text, session: Session) -> impl IntoView {
    let (focus, teacher_view, observer_view) = session.peek(|observation| {
        let talk = &observation.talk;
        (observation.visit.focus.clone(), talk.teacher_view.clone(), talk.observer_view.clone())
    });
    let typed =
        move |edit: fn(String) -> TalkEdit| Callback::new(move |text| session.typed(Edit::Talk(edit(text))));
    view! {
        <h1 id="page-title" tabindex="-1">{t.step(Step::Talk)}</h1>
        <p class="lead">{t.talk.lead}</p>
        {(!focus.is_empty()).then(|| view! {
            <div class="focus-question"><h2>{t.prepare.focus}</h2><p>{focus}</p></div>
        })}
        <section class="card">
            <TextArea id="teacher-view" label=t.talk.teacher_view hint=t.talk.teacher_view_hint initial=teacher_view
                on_type=typed(TalkEdit::TeacherView) />
        </section>
        <section class="card">
            <TextArea id="observer-view" label=t.talk.observer_view hint=t.talk.observer_view_hint
                initial=observer_view on_type=typed(TalkEdit::ObserverView) />
        </section>
        <Points t session list=PointList::Strengths />
        <Points t session list=PointList::GrowthPoints />
        <Agreements t session />
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn btn-primary" href=Route::Visit(session.id(), Step::Check).href()>{t.talk.next}</a>
        </BottomBar>
    }
}

/// A list of strengths or growth points.
#[component]
fn Points(t: &'static Text, session: Session, list: PointList) -> impl IntoView {
    let (place, title_id) = match list {
        PointList::Strengths => ("strengths", "strengths-title"),
        PointList::GrowthPoints => ("growth-points", "growth-points-title"),
    };
    let (title, label, add) = match list {
        PointList::Strengths => (t.talk.strengths, t.talk.strength, t.talk.add_strength),
        PointList::GrowthPoints => (t.talk.growth_points, t.talk.growth_point, t.talk.add_growth_point),
    };
    let ids = Memo::new(move |_| {
        session.read(&Topic::Talk, |visit| {
            visit.talk.points(list).iter().map(|point| point.id).collect::<Vec<_>>()
        })
    });
    let add_point = move |_| {
        let point = TalkPoint { id: PointId(browser::new_uuid()), text: String::new(), indicator: None };
        let field = format!("point-{}", point.id);
        // No step of undo: it would take along what is written in it since. Its own button takes it away.
        session.tap_for_now(Edit::Talk(TalkEdit::InsertPoint(list, usize::MAX, point)));
        request_animation_frame(move || browser::focus(&field));
    };
    let row = move |id: PointId| {
        let text = session.peek(|visit| {
            let point = visit.talk.points(list).iter().find(|point| point.id == id);
            point.map(|point| point.text.clone()).unwrap_or_default()
        });
        let on_type = Callback::new(move |text| {
            session.typed(Edit::Talk(TalkEdit::PointText(list, id, text)));
        });
        let name = move || t.remove_nth(label, ids.with(|ids| nth(ids, &id)));
        view! {
            <li class="point">
                <TextField id=format!("point-{id}") label=label initial=text on_type />
                <button type="button" class="btn btn-quiet" aria-label=name
                    on:click=move |_| {
                        session.tap(Edit::Talk(TalkEdit::RemovePoint(list, id)));
                        browser::focus(title_id);
                    }>{t.remove}</button>
            </li>
        }
    };
    view! {
        <section id=place class="card">
            <h2 id=title_id tabindex="-1">{title}</h2>
            <ul class="points"><For each=move || ids.get() key=|id| *id children=row /></ul>
            <button type="button" class="btn" on:click=add_point>{add}</button>
        </section>
    }
}

/// What, who, when.
#[component]
fn Agreements(t: &'static Text, session: Session) -> impl IntoView {
    let ids = Memo::new(move |_| {
        session.read(&Topic::Talk, |visit| {
            visit.talk.agreements.iter().map(|agreement| agreement.id).collect::<Vec<_>>()
        })
    });
    let add = move |_| {
        let agreement = Agreement {
            id: AgreementId(browser::new_uuid()),
            what: String::new(),
            who: String::new(),
            when: None,
        };
        let field = format!("what-{}", agreement.id);
        session.tap_for_now(Edit::Talk(TalkEdit::InsertAgreement(usize::MAX, agreement)));
        request_animation_frame(move || browser::focus(&field));
    };
    view! {
        <section id="agreements" class="card">
            <h2 id="agreements-title" tabindex="-1">{t.talk.agreements}</h2>
            <ul class="points">
                <For each=move || ids.get() key=|id| *id let:id>
                    <AgreementRow t session id number=Signal::derive(move || ids.with(|ids| nth(ids, &id))) />
                </For>
            </ul>
            <button type="button" class="btn" on:click=add>{t.talk.add_agreement}</button>
        </section>
    }
}

/// The place of `id` in its list, counted from 1: what tells one row from another to who does not see them.
fn nth<T: PartialEq>(ids: &[T], id: &T) -> usize {
    ids.iter().position(|one| one == id).map_or(0, |index| index + 1)
}

#[component]
fn AgreementRow(t: &'static Text, session: Session, id: AgreementId, number: Signal<usize>) -> impl IntoView {
    let agreement =
        session.peek(|visit| visit.talk.agreements.iter().find(|agreement| agreement.id == id).cloned());
    let Some(Agreement { what, who, when, .. }) = agreement else { return ().into_any() };
    let change = move |edit: AgreementEdit| session.typed(Edit::Talk(TalkEdit::Agreement(id, edit)));
    let on_what = Callback::new(move |text| change(AgreementEdit::What(text)));
    let on_who = Callback::new(move |text| change(AgreementEdit::Who(text)));
    let on_when = Callback::new(move |text: String| {
        if text.is_empty() || text.parse::<chrono::NaiveDate>().is_ok() {
            change(AgreementEdit::When(text.parse().ok()));
        }
    });
    let when = when.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <li>
            <div class="agreement" role="group" aria-label=move || format!("{} {}", t.talk.agreement, number.get())>
                <TextArea id=format!("what-{id}") label=t.talk.what initial=what on_type=on_what />
                <TextField id=format!("who-{id}") label=t.talk.who initial=who on_type=on_who />
                <TextField id=format!("when-{id}") label=t.may_stay_empty(t.talk.when) kind=InputKind::Date initial=when on_type=on_when />
                <button type="button" class="btn btn-quiet" aria-label=move || t.remove_nth(t.talk.agreement, number.get())
                    on:click=move |_| {
                        session.tap(Edit::Talk(TalkEdit::RemoveAgreement(id)));
                        browser::focus("agreements-title");
                    }>{t.remove}</button>
            </div>
        </li>
    }
    .into_any()
}
