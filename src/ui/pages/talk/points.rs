//! What it means: strengths and growth points, each tied to an indicator if both want so.

use leptos::html::Select;
use leptos::prelude::*;

use super::{nth, said};
use crate::browser;
use crate::domain::{
    Edit, Indicator, IndicatorId, PointId, PointList, RubricDomain, TalkEdit, TalkPoint, Topic,
};
use crate::i18n::Text;
use crate::ui::parts::TextArea;
use crate::ui::session::Session;

/// A list of strengths or growth points.
#[component]
pub fn Points(t: &'static Text, session: Session, list: PointList) -> impl IntoView {
    let (place, title_id) = match list {
        PointList::Strengths => ("strengths", "strengths-title"),
        PointList::GrowthPoints => ("growth-points", "growth-points-title"),
    };
    let (title, label, add) = match list {
        PointList::Strengths => (t.talk().strengths, t.talk().strength, t.talk().add_strength),
        PointList::GrowthPoints => (t.talk().growth_points, t.talk().growth_point, t.talk().add_growth_point),
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
        let field = format!("point-{id}");
        let text = said(session, field.clone(), move |visit| {
            let point = visit.talk.points(list).iter().find(|point| point.id == id);
            point.map(|point| point.text.clone()).unwrap_or_default()
        });
        let on_type = Callback::new(move |text| {
            session.typed(Edit::Talk(TalkEdit::PointText(list, id, text)));
        });
        let name = move || t.remove_nth(label, ids.with(|ids| nth(ids, &id)));
        view! {
            <li class="point">
                <TextArea id=field label=label initial=text on_type />
                <IndicatorField t session list id />
                <button type="button" class="btn btn-quiet" aria-label=name
                    on:click=move |_| {
                        session.tap(Edit::Talk(TalkEdit::RemovePoint(list, id)));
                        browser::focus(title_id);
                    }>{t.remove}</button>
            </li>
        }
    };
    view! {
        <div id=place class="talk-part">
            <h3 id=title_id tabindex="-1">{title}</h3>
            <ul class="points"><For each=move || ids.get() key=|id| *id children=row /></ul>
            <button type="button" class="btn" on:click=add_point>{add}</button>
        </div>
    }
}

/// The indicator that a point belongs to, or none.
#[component]
fn IndicatorField(t: &'static Text, session: Session, list: PointList, id: PointId) -> impl IntoView {
    let field = NodeRef::<Select>::new();
    // Undo writes into it; what it lists has to be there first.
    Effect::new(move |_| {
        let chosen = session.read(&Topic::Talk, |visit| {
            let point = visit.talk.points(list).iter().find(|point| point.id == id);
            point.and_then(|point| point.indicator.as_ref().map(ToString::to_string))
        });
        if let Some(field) = field.get() {
            field.set_value(&chosen.unwrap_or_default());
        }
    });
    let choose = move |ev| {
        let chosen: Option<IndicatorId> = event_target_value(&ev).parse().ok();
        session.tap(Edit::Talk(TalkEdit::PointIndicator(list, id, chosen)));
    };
    let option = |one: &Indicator| {
        view! { <option value=one.id.to_string()>{format!("{} {}", one.id, one.text.get(t.lang))}</option> }
    };
    let group = |domain: &RubricDomain| {
        let options = domain.indicators.iter().map(option).collect_view();
        view! { <optgroup label=domain.title.get(t.lang).to_owned()>{options}</optgroup> }
    };
    let name = format!("about-{id}");
    view! {
        <div class="field">
            <label for=name.clone()>{t.may_stay_empty(t.guide().about)}</label>
            <select id=name node_ref=field on:change=choose>
                <option value="">{t.guide().no_indicator}</option>
                {session.rubric().domains.iter().map(group).collect_view()}
            </select>
        </div>
    }
}
