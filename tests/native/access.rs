//! What a teacher may see is all that is kept about her, and of others only what names her.

use crate::common::{draft, header};
use lesbezoek::domain::{
    Agreement, AgreementId, Edit, Observation, ObservationId, PersonRef, TalkEdit, VisitEdit,
};
use lesbezoek::exchange::{Access, AsideContent, Source, v1};
use uuid::Uuid;

fn visit(number: u128, teacher: &str, observer: &str) -> Observation {
    let mut visit = Observation { id: ObservationId(Uuid::from_u128(number)), ..draft() };
    let now = header().exported_at;
    visit.apply(Edit::Visit(VisitEdit::Teacher(PersonRef::typed(teacher.to_owned()))), now);
    visit.apply(Edit::Visit(VisitEdit::Observer(PersonRef::typed(observer.to_owned()))), now);
    visit
}

fn noor() -> Access {
    Access::of(PersonRef::typed("Juf Noor".to_owned()), None)
}

#[test]
fn her_own_visits_are_whole_and_those_she_made_are_named_alone() {
    let mut access = noor();
    let hers = visit(1, " juf noor", "Meester Daan");
    let mut bea = visit(2, "Juf Bea", "Juf Noor");
    bea.apply(Edit::Talk(TalkEdit::TeacherView("Bea was tevreden".to_owned())), header().exported_at);
    access.take_visit(hers.clone(), None);
    access.take_visit(bea.clone(), None);
    assert_eq!(access.visits.iter().map(|one| &one.visit).collect::<Vec<_>>(), [&hers]);
    assert_eq!(access.watched.iter().map(|one| one.visit).collect::<Vec<_>>(), [bea.id]);
    assert_eq!(access.mentions, [], "that she watched is told already");
    let file = access.to_json(&header(), &[]).expect("a file");
    assert!(file.contains("\"purpose\": \"access\"") && file.contains("Meester Daan"));
    assert!(!file.contains("Bea"), "what is written of another is not hers: {file}");
}

#[test]
fn a_sentence_with_her_name_in_a_record_of_another_is_found_with_its_place() {
    let mut access = noor();
    let mut bea = visit(2, "Juf Bea", "Meester Daan");
    let agreement = Agreement {
        id: AgreementId(Uuid::from_u128(1)),
        what: "Bea vindt orde houden moeilijk. Bij noor gaan kijken".to_owned(),
        who: "Bea".to_owned(),
        when: None,
    };
    bea.talk.agreements.push(agreement);
    access.take_visit(bea, None);
    let found: Vec<_> = access.mentions.iter().map(|one| (one.source, &*one.path, &*one.text)).collect();
    assert_eq!(found, [(Source::Visit, "talk.agreements[0].what", "Bij noor gaan kijken")]);
}

#[test]
fn what_was_put_aside_of_her_is_in_it_readable_or_not() {
    let mut access = noor();
    let hers = visit(1, "Juf Noor", "Meester Daan");
    access.take_visit(hers.clone(), None);
    access.take_aside("lesbezoek:1:aside:1:00", hers.clone());
    access.take_aside("lesbezoek:1:aside:2:00", visit(2, "Juf Bea", "Meester Daan"));
    access.take_raw(&format!("lesbezoek:1:aside:{}:00", hers.id), "damaged");
    access.take_raw("lesbezoek:1:aside:3:00", "damaged, with Noor in it");
    access.take_raw("lesbezoek:1:aside:4:00", "damaged, of another");
    let kinds: Vec<_> = access.aside.iter().map(|one| matches!(one.what, AsideContent::Visit(_))).collect();
    assert_eq!(kinds, [true, false]);
    assert_eq!(access.unreadable, 1, "a value of another that names her is told of, not shown");
    let file: serde_json::Value =
        serde_json::from_str(&access.to_json(&header(), &[]).expect("a file")).expect("JSON");
    let written = serde_json::to_value(v1::Observation::from(&hers)).expect("JSON");
    assert_eq!(file["visits"][0]["visit"], written);
    assert_eq!(file["set_aside"][0]["visit"], written);
    assert_eq!(file["set_aside"][1]["raw"], "damaged");
}
