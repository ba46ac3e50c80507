//! What was agreed: what, who, when.

use leptos::prelude::*;

use super::{nth, said};
use crate::browser;
use crate::domain::{Agreement, AgreementEdit, AgreementId, Edit, TalkEdit, Topic, parse_day};
use crate::i18n::Text;
use crate::ui::parts::{InputKind, TEAM_NAMES, TextArea, TextField};
use crate::ui::session::Session;

/// What, who, when.
#[component]
pub fn Agreements(t: &'static Text, session: Session) -> impl IntoView {
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
        <div id="agreements" class="talk-part">
            <h3 id="agreements-title" tabindex="-1">{t.talk().agreements}</h3>
            <ul class="points">
                <For each=move || ids.get() key=|id| *id let:id>
                    <AgreementRow t session id number=Signal::derive(move || ids.with(|ids| nth(ids, &id))) />
                </For>
            </ul>
            <button type="button" class="btn" on:click=add>{t.talk().add_agreement}</button>
        </div>
    }
}

#[component]
fn AgreementRow(t: &'static Text, session: Session, id: AgreementId, number: Signal<usize>) -> impl IntoView {
    let read = move |field: &str, read: fn(&Agreement) -> String| {
        said(session, format!("{field}-{id}"), move |visit| {
            let one = visit.talk.agreements.iter().find(|agreement| agreement.id == id);
            one.map(read).unwrap_or_default()
        })
    };
    let what = read("what", |one| one.what.clone());
    let who = read("who", |one| one.who.clone());
    let when = read("when", |one| one.when.map(|day| day.to_string()).unwrap_or_default());
    let change = move |edit: AgreementEdit| session.typed(Edit::Talk(TalkEdit::Agreement(id, edit)));
    let on_what = Callback::new(move |text| change(AgreementEdit::What(text)));
    let on_who = Callback::new(move |text| change(AgreementEdit::Who(text)));
    let on_when = Callback::new(move |text: String| {
        let day = parse_day(&text);
        if text.is_empty() || day.is_some() {
            change(AgreementEdit::When(day));
        }
    });
    view! {
        <li>
            <div class="agreement" role="group" aria-label=move || format!("{} {}", t.talk().agreement, number.get())>
                <TextArea id=format!("what-{id}") label=t.talk().what initial=what on_type=on_what />
                <TextField id=format!("who-{id}") label=t.talk().who offers=TEAM_NAMES initial=who on_type=on_who />
                <TextField id=format!("when-{id}") label=t.may_stay_empty(t.talk().when) kind=InputKind::Date initial=when on_type=on_when />
                <button type="button" class="btn btn-quiet" aria-label=move || t.remove_nth(t.talk().agreement, number.get())
                    on:click=move |_| {
                        session.tap(Edit::Talk(TalkEdit::RemoveAgreement(id)));
                        browser::focus("agreements-title");
                    }>{t.remove}</button>
            </div>
        </li>
    }
}
