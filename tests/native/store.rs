//! Keeping: a refused write leaves the old value, damage is named, and nothing is overwritten unasked.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::common::packing::reseal;
use crate::common::{builtin, draft, header, observation};
use lesbezoek::domain::{
    Answer, Edit, IndicatorId, LessonEdit, LineId, LogLine, Observation, ObservationId, Rating, Rubric,
    RubricRef, Scan, Status, Tally, Visit, VisitEdit,
};
use lesbezoek::exchange::{builtin_indicators, parse_document, rubric_ref};
use lesbezoek::store::{
    Damage, Deleted, ExportMark, Key, MemoryStore, RecordStore, Scored, Settings, Shelf, StoreError, Summary,
    Theme, open, seal,
};
use proptest::prelude::*;
use uuid::Uuid;

fn shelf() -> (Rc<MemoryStore>, Shelf) {
    over(MemoryStore::default())
}

fn over(store: MemoryStore) -> (Rc<MemoryStore>, Shelf) {
    let store = Rc::new(store);
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    (store, shelf)
}

fn key(visit: &Observation) -> String {
    Key::Observation(visit.id).to_string()
}

fn with_focus(visit: &Observation, focus: &str) -> Observation {
    let mut visit = visit.clone();
    visit.apply(Edit::Visit(VisitEdit::Focus(focus.to_owned())), header().exported_at);
    visit
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_visit_is_read_as_it_was_kept(visit in observation()) {
        let (_, shelf) = shelf();
        shelf.save(&visit).expect("room");
        prop_assert_eq!(shelf.load(visit.id), Ok(Some(visit)));
    }

    #[test]
    fn a_list_shows_of_any_visit_what_is_in_it(visit in observation()) {
        let (_, shelf) = shelf();
        shelf.save(&visit).expect("room");
        let is_scored = |rating: &Rating| matches!(rating.answer, Some(Answer::Score(_)));
        let scored = visit.ratings.iter().filter(|(_, rating)| is_scored(rating));
        let noted = [visit.ratings.len(), visit.log.len(), visit.tallies.len(), visit.scans.len(), visit.phases.len()];
        let expected = Summary {
            id: visit.id,
            revision: visit.revision,
            updated_at: visit.updated_at,
            is_completed: visit.is_completed(),
            has_notes: noted.into_iter().any(|count| count > 0),
            scored: Scored::With(visit.rubric.clone(), scored.map(|(id, _)| id.clone()).collect()),
            visit: visit.visit,
        };
        prop_assert_eq!(shelf.summary(visit.id), Ok(Some(expected)));
    }
}

#[test]
fn what_is_begun_is_not_planned_any_more_whatever_its_day() {
    let (_, shelf) = shelf();
    let now = header().exported_at;
    let today = now.date_naive();
    let is_planned = |day, edits: Vec<Edit>| {
        let mut visit = draft();
        for edit in [Edit::Visit(VisitEdit::Date(day))].into_iter().chain(edits) {
            visit.apply(edit, now);
        }
        shelf.save(&visit).expect("room");
        shelf.summary(visit.id).expect("sound").expect("a visit").is_planned(today)
    };
    let tomorrow = today.succ_opt().expect("a day");
    let prepared = || Edit::Visit(VisitEdit::Focus("Krijgt iedereen een beurt?".to_owned()));
    assert!(is_planned(tomorrow, vec![prepared()]));
    assert!(!is_planned(today, vec![prepared()]));
    let id: IndicatorId = "D1".parse().expect("an id");
    let tally = Tally { counter: "turn".to_owned(), at: now };
    let line = LogLine {
        id: LineId(Uuid::from_u128(1)),
        at: now,
        text: "Drie vingers".to_owned(),
        meaning: String::new(),
        domain: None,
        indicator: None,
        sign: None,
    };
    for begun in [
        Edit::Answer(id, Some(Answer::NotObserved)),
        Edit::InsertLine(0, line, Vec::new()),
        Edit::Lesson(LessonEdit::InsertTally(0, tally)),
        Edit::Lesson(LessonEdit::InsertScan(0, Scan::new(now, 20, 24))),
        Edit::Visit(VisitEdit::StartedAt(Some(now))),
        Edit::Complete,
    ] {
        assert!(!is_planned(tomorrow, vec![begun.clone()]), "{begun:?}");
    }
}

#[test]
fn a_full_storage_says_so_and_keeps_the_old_value() {
    let visit = draft();
    let (_, shelf) = over(MemoryStore::with_capacity(1_000));
    shelf.save(&visit).expect("room");
    let longer = with_focus(&visit, &"x".repeat(2_000));
    assert_eq!(shelf.save(&longer), Err(StoreError::Full));
    assert_eq!(shelf.load(visit.id), Ok(Some(visit)));
}

#[test]
fn a_blocked_storage_says_so() {
    let (store, shelf) = shelf();
    store.block(true);
    assert_eq!(shelf.save(&draft()), Err(StoreError::Blocked));
    assert_eq!(shelf.visit_ids(), Err(StoreError::Blocked));
}

#[test]
fn a_damaged_visit_is_named_and_the_others_still_open() {
    let (store, shelf) = shelf();
    let (bad, good) = (draft(), Observation { id: ObservationId(Uuid::from_u128(8)), ..draft() });
    shelf.save(&bad).expect("room");
    shelf.save(&good).expect("room");
    let raw = store.get(&key(&bad)).ok().flatten().expect("a value");
    store.set(&key(&bad), &raw.replace("\"peer\"", "\"pear\"")).expect("room");
    let damaged = StoreError::Damaged { key: key(&bad), why: Damage::Checksum };
    assert_eq!(shelf.load(bad.id), Err(damaged));
    assert_eq!(shelf.load(good.id), Ok(Some(good.clone())));
    assert_eq!(shelf.visit_ids(), Ok(vec![good.id, bad.id]));
}

#[test]
fn a_value_of_a_newer_app_is_neither_read_nor_replaced() {
    let (store, shelf) = shelf();
    let visit = draft();
    shelf.save(&visit).expect("room");
    let raw = store.get(&key(&visit)).ok().flatten().expect("a value");
    // Sealed by hand as a later app would: only the schema differs, so the checksum must be found anew.
    let newer = reseal(&raw, 3);
    store.set(&key(&visit), &newer).expect("room");
    let error = StoreError::Newer { key: key(&visit), schema: 3 };
    assert_eq!(shelf.load(visit.id), Err(error.clone()));
    assert_eq!(shelf.replace(&visit), Err(error));
    assert_eq!(store.get(&key(&visit)), Ok(Some(newer)));
}

#[test]
fn what_an_import_replaces_is_put_aside_byte_for_byte() {
    let (store, shelf) = shelf();
    let mine = draft();
    shelf.save(&mine).expect("room");
    let raw = store.get(&key(&mine)).ok().flatten().expect("a value");
    let theirs = with_focus(&mine, "Krijgt iedereen een beurt?");
    shelf.replace(&theirs).expect("room");
    assert_eq!(shelf.load(mine.id), Ok(Some(theirs)));
    let aside = shelf.aside().expect("readable");
    assert_eq!(aside.iter().map(|aside| aside.raw.as_str()).collect::<Vec<_>>(), [raw]);
    for aside in aside {
        shelf.remove_raw(&aside.key).expect("there");
    }
    assert_eq!(shelf.aside(), Ok(Vec::new()));
}

#[test]
fn deleting_a_visit_leaves_nothing_of_it() {
    let (store, shelf) = shelf();
    let visit = draft();
    shelf.save(&visit).expect("room");
    shelf.mark_exported(&visit, header().exported_at).expect("room");
    store.set("other-app", "theirs").expect("room");
    shelf.delete(visit.id).expect("there");
    assert_eq!(store.keys(), Ok(vec!["other-app".to_owned()]));
}

#[test]
fn a_deleted_visit_comes_back_as_it_was() {
    let (store, shelf) = shelf();
    let visit = draft();
    shelf.save(&visit).expect("room");
    shelf.mark_exported(&visit, header().exported_at).expect("room");
    let deleted = shelf.delete(visit.id).expect("there");
    assert_eq!(store.keys(), Ok(Vec::new()));
    // Also by way of a reload.
    let [deleted] = Deleted::read(&Deleted::write(&[deleted])).expect("sound").try_into().expect("one");
    shelf.put_back(&deleted).expect("room");
    // Newer than its own deletion, else the same; and still marked as exported in this state.
    let back = Observation { revision: visit.revision + 2, ..visit.clone() };
    assert_eq!(shelf.load(visit.id), Ok(Some(back.clone())));
    let mark = shelf.export_mark(visit.id).expect("readable").expect("marked");
    assert_eq!((mark.at, mark.revision), (header().exported_at, back.revision));
}

#[test]
fn a_deleted_visit_says_whether_a_copy_of_it_ever_left() {
    let (_, shelf) = shelf();
    let visit = draft();
    shelf.save(&visit).expect("room");
    let deleted = shelf.delete(visit.id).expect("there");
    assert_eq!(deleted.never_left(), Some(visit.id));
    shelf.put_back(&deleted).expect("room");
    shelf.mark_exported(&visit, header().exported_at).expect("room");
    assert_eq!(shelf.delete(visit.id).expect("there").never_left(), None);
}

#[test]
fn a_visit_changed_since_its_export_if_an_export_now_would_say_something_else() {
    let (_, shelf) = shelf();
    let mut visit = draft();
    let now = header().exported_at;
    shelf.save(&visit).expect("room");
    shelf.mark_exported(&visit, now).expect("room");
    let mark = shelf.export_mark(visit.id).expect("readable").expect("marked");
    let focus = |text: &str| Edit::Visit(VisitEdit::Focus(text.to_owned()));
    for (edit, changed) in [
        (Edit::Complete, false),
        (Edit::Reopen, false),
        (focus("Denktijd?"), true),
        (Edit::Complete, true),
        (Edit::Reopen, true),
        (focus(""), false),
    ] {
        visit.apply(edit.clone(), now + chrono::TimeDelta::days(1)).expect("a change");
        shelf.save(&visit).expect("room");
        assert_eq!(shelf.changed_since(&mark, visit.id, visit.revision), Ok(changed), "after {edit:?}");
    }
    // A mark of an earlier version of the app knows the revision alone.
    let old = ExportMark { content: None, ..mark };
    assert_eq!(shelf.changed_since(&old, visit.id, visit.revision), Ok(true));
    assert_eq!(shelf.changed_since(&old, visit.id, old.revision), Ok(false));
}

proptest! {
    /// The list looks at the text that is kept, the mark was made of the visit: both must say the same of any visit.
    #[test]
    fn any_visit_that_only_counts_on_did_not_change_since_its_export(visit in observation(), completed in any::<bool>()) {
        let (_, shelf) = shelf();
        let now = header().exported_at;
        shelf.mark_exported(&visit, now).expect("room");
        let mark = shelf.export_mark(visit.id).expect("readable").expect("marked");
        let status = if completed { Status::Completed { at: now } } else { Status::Draft };
        let revision = visit.revision + 1;
        shelf.save(&Observation { revision, status, updated_at: now, ..visit.clone() }).expect("room");
        prop_assert_eq!(shelf.changed_since(&mark, visit.id, revision), Ok(false));
        let group = format!("{}x", visit.visit.group);
        let visit_now = Visit { group, ..visit.visit.clone() };
        shelf.save(&Observation { revision, visit: visit_now, ..visit.clone() }).expect("room");
        prop_assert_eq!(shelf.changed_since(&mark, visit.id, revision), Ok(true));
    }
}

#[test]
fn some_visits_are_not_all() {
    let (store, shelf) = shelf();
    let [one, two] = [8, 9].map(|n| Observation { id: ObservationId(Uuid::from_u128(n)), ..draft() });
    shelf.save(&one).expect("room");
    assert_eq!(shelf.are_all(std::slice::from_ref(&one)), Ok(true));
    shelf.save(&two).expect("room");
    assert_eq!(shelf.are_all(std::slice::from_ref(&one)), Ok(false));
    assert_eq!(shelf.are_all(&[two.clone(), one.clone()]), Ok(true));
    // Nor is what can be read all, where something cannot.
    store.set(&Key::Observation(ObservationId(Uuid::from_u128(10))).to_string(), "?").expect("room");
    assert_eq!(shelf.are_all(&[two, one]), Ok(false));
}

#[test]
fn a_damaged_visit_that_was_deleted_comes_back_byte_for_byte() {
    let (store, shelf) = shelf();
    let visit = draft();
    store.set(&key(&visit), "{\"schema\":1,\"revi").expect("room");
    let deleted = shelf.delete(visit.id).expect("there");
    shelf.put_back(&deleted).expect("room");
    assert_eq!(store.get(&key(&visit)), Ok(Some("{\"schema\":1,\"revi".to_owned())));
}

#[test]
fn a_kept_visit_with_more_on_task_than_present_still_opens() {
    let (store, shelf) = shelf();
    let visit = Observation { scans: vec![Scan::new(header().exported_at, 24, 24)], ..draft() };
    shelf.save(&visit).expect("room");
    let raw = store.get(&key(&visit)).ok().flatten().expect("a value");
    let body = open(&raw).expect("sound").body.replace(r#""on_task":24"#, r#""on_task":30"#);
    store.set(&key(&visit), &seal(visit.revision, &body)).expect("room");
    assert_eq!(shelf.load(visit.id), Ok(Some(visit)));
}

#[test]
fn the_indicators_of_a_rubric_are_known_without_reading_the_rest() {
    let (_, shelf) = shelf();
    let rubric = Rubric { version: 99, ..builtin() };
    assert_eq!(shelf.indicators(&rubric_ref(&rubric)), Ok(None));
    shelf.save_rubric(&rubric).expect("room");
    assert_eq!(shelf.indicators(&rubric_ref(&rubric)), Ok(Some(builtin_indicators())));
}

#[test]
fn settings_are_kept_where_the_start_script_reads_the_theme() {
    let (store, shelf) = shelf();
    assert_eq!(shelf.settings(), Ok(Settings::default()));
    let settings = Settings { theme: Theme::Dim, observer: "Karin".to_owned(), ..Settings::default() };
    shelf.save_settings(&settings).expect("room");
    assert_eq!(shelf.settings(), Ok(settings));
    let raw = store.get("lesbezoek:1:settings").ok().flatten().expect("a value");
    let value: serde_json::Value = serde_json::from_str(&raw).expect("JSON");
    assert_eq!(value.pointer("/body/theme").and_then(|theme| theme.as_str()), Some("dim"));
}

/// Every record as the released app of each schema version keeps it, byte for byte. A file here is never changed: what it
/// holds stands on tablets. A new schema version adds one.
const RELEASED: [(u32, &str); 1] = [(1, include_str!("../fixtures/records-1.json"))];

#[test]
fn records_of_every_released_schema_are_read_whole() {
    let exported = parse_document(include_str!("../fixtures/groep5-rekenen.json")).expect("a sound fixture");
    let visit = exported.observations.first().expect("one visit");
    for (schema, records) in RELEASED {
        let (store, shelf) = shelf();
        let records: BTreeMap<String, String> = serde_json::from_str(records).expect("text by key");
        for (key, value) in &records {
            store.set(key, value).expect("room");
            assert!(open(value).is_ok_and(|envelope| envelope.schema == schema), "{key}");
        }
        assert_eq!(shelf.load(visit.id), Ok(Some(visit.clone())), "{schema}");
        assert_eq!(shelf.settings().map(|settings| settings.observer), Ok("Karin".to_owned()), "{schema}");
        assert!(shelf.export_mark(visit.id).is_ok_and(|mark| mark.is_some()), "{schema}");
        assert_eq!(shelf.aside().map(|aside| aside.len()), Ok(1), "{schema}");
        let other = RubricRef { version: 99, ..rubric_ref(&Rubric { version: 99, ..builtin() }) };
        assert!(shelf.rubric(&other).is_ok_and(|rubric| rubric.is_some()), "{schema}");
    }
}

#[test]
fn the_people_and_plans_of_the_released_app_are_read() {
    let (store, shelf) = shelf();
    let records: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../fixtures/school-1.json")).expect("text by key");
    records.iter().for_each(|(key, value)| store.set(key, value).expect("room"));
    let (people, unreadable) = shelf.people().expect("readable");
    let names: Vec<_> = people.iter().map(|one| one.profile.name.as_str()).collect();
    assert_eq!((names, unreadable), (vec!["Juf Noor", "Meester Daan"], 0));
    let (plans, unreadable) = shelf.plans().expect("readable");
    assert_eq!(
        (plans.len(), plans.iter().map(|plan| plan.goals.len()).sum::<usize>(), unreadable),
        (1, 1, 0)
    );
}
