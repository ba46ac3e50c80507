//! The plan of the school is kept as safely as visits, and what goes out comes back the same.

use std::rc::Rc;

use crate::common::device::Device;
use crate::common::packing::reseal;
use crate::common::plan::{activity, baseline, goal, plan};
use crate::common::{header, indicator, read_rescue, text};
use chrono::Duration;
use lesbezoek::domain::{
    ActivityEdit, ActivityId, CheckAnswer, CheckPoint, Goal, GoalEdit, GoalField, GoalId, GoalStatus, Level,
    Plan, PlanEdit, PlanId, Proof, SchoolYear, Term,
};
use lesbezoek::exchange::{
    ExportHeader, ImportError, PlanItem, Purpose, Verdict, export_json, parse_document, plan_records,
};
use lesbezoek::store::{Deleted, Key, MemoryStore, Met, RecordStore, Shelf, StoreError, seal};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

fn empty() -> Plan {
    Plan::begin(PlanId(Uuid::from_u128(1)), SchoolYear(2026), header().exported_at)
}

fn with_goal(title: &str) -> Plan {
    let mut plan = empty();
    let goal = Goal::titled(GoalId(Uuid::from_u128(1)), title);
    plan.apply(PlanEdit::InsertGoal(0, goal), header().exported_at).expect("a change");
    plan
}

/// What undo takes back at once.
#[test]
fn what_is_typed_is_of_one_field_of_one_goal() {
    use PlanEdit as P;
    let [one, two] = [1, 2].map(|number| GoalId(Uuid::from_u128(number)));
    let step = ActivityId(Uuid::from_u128(3));
    let title = |goal, text: &str| P::Goal(goal, GoalEdit::Text(GoalField::Title, text.to_owned()));
    let who = |text: &str| P::Goal(one, GoalEdit::Activity(step, ActivityEdit::Who(text.to_owned())));
    let what = P::Goal(one, GoalEdit::Activity(step, ActivityEdit::Text("a".to_owned())));
    let vision = P::Vision("a".to_owned());
    let status = P::Goal(one, GoalEdit::Status(GoalStatus::Ongoing));
    assert!(title(one, "a").is_in_field_of(&title(one, "ab")));
    assert!(who("a").is_in_field_of(&who("ab")));
    assert!(vision.is_in_field_of(&P::Vision("ab".to_owned())));
    for (typed, other) in [
        (title(one, "a"), title(two, "ab")),
        (title(one, "a"), who("ab")),
        (who("a"), what),
        (vision, title(one, "ab")),
        (status.clone(), status),
    ] {
        assert!(!typed.is_in_field_of(&other), "{typed:?}, {other:?}");
    }
}

fn key(plan: &Plan) -> String {
    Key::Plan(plan.id).to_string()
}

fn shelf() -> (Rc<MemoryStore>, Shelf) {
    let store = Rc::new(MemoryStore::default());
    (Rc::clone(&store), Shelf::new(store))
}

/// What was put aside.
fn aside(shelf: &Shelf) -> Vec<String> {
    shelf.aside().expect("readable").into_iter().map(|aside| aside.raw).collect()
}

/// What is typed in a plan while the second copy brings another state of it.
#[test]
fn what_is_typed_in_a_plan_and_what_is_brought_back_meanwhile_are_both_kept() {
    let typed = |plan: &Plan, title: &str| {
        let mut plan = plan.clone();
        let goal = plan.goals[0].id;
        let edit = PlanEdit::Goal(goal, GoalEdit::Text(GoalField::Title, title.to_owned()));
        plan.apply(edit, header().exported_at).expect("a change");
        plan
    };
    let base = with_goal("Modelen");
    // As often changed, more often, less often.
    for (theirs, mine) in [(1, 1), (3, 1), (1, 3)] {
        let times = |times: usize, title: &str| {
            (0..times).fold(base.clone(), |plan, time| typed(&plan, &format!("{title}{}", time + 1)))
        };
        let (theirs, mine) = (times(theirs, "hun"), times(mine, "mijn"));
        let (_, shelf) = shelf();
        shelf.save_plan(&base).expect("room");
        shelf.save_plan(&theirs).expect("room");
        let is_mine = mine.revision > theirs.revision;
        let met = if is_mine { Met::Kept } else { Met::GaveWay(theirs.clone()) };
        assert_eq!(shelf.keep_plan(&mine, &base), Ok(met));
        let (counts, lost) = if is_mine { (&mine, &theirs) } else { (&theirs, &mine) };
        assert_eq!(shelf.plan(base.id).as_ref(), Ok(&Some(counts.clone())));
        let [aside_once] = aside(&shelf).try_into().expect("one");
        assert!(aside_once.contains(&lost.goals[0].texts[&GoalField::Title]), "{aside_once}");
        // Who goes on from what counts meets nothing.
        let next = typed(counts, "verder");
        assert_eq!(shelf.keep_plan(&next, counts), Ok(Met::Kept));
        assert_eq!((shelf.plan(base.id), aside(&shelf).len()), (Ok(Some(next)), 1));
    }
}

#[test]
fn what_is_typed_in_a_plan_that_was_deleted_meanwhile_is_put_aside_and_does_not_bring_it_back() {
    let (_, shelf) = shelf();
    let base = with_goal("Modelen");
    shelf.save_plan(&base).expect("room");
    shelf.delete_plan(base.id).expect("there");
    let mut mine = base.clone();
    mine.apply(PlanEdit::Vision("Samen".to_owned()), header().exported_at).expect("a change");
    assert_eq!(shelf.keep_plan(&mine, &base), Ok(Met::Gone));
    assert_eq!((shelf.plan(base.id), aside(&shelf).len()), (Ok(None), 1));
}

#[test]
fn what_is_typed_in_a_tab_that_only_reads_is_neither_kept_nor_given_up() {
    let device = Device::default();
    let mirror = device.started();
    let shelf = Shelf::new(Rc::new(mirror.clone()));
    let base = with_goal("Modelen");
    shelf.save_plan(&base).expect("room");
    shelf
        .save_plan(&Plan { revision: base.revision + 5, vision: "Samen".to_owned(), ..base.clone() })
        .expect("room");
    mirror.read_only(true);
    assert_eq!(
        shelf.keep_plan(&Plan { revision: base.revision + 1, ..base.clone() }, &base),
        Err(StoreError::OtherTab)
    );
}

fn verdict(mine: &Plan, theirs: &Plan) -> Verdict {
    plan_records(vec![theirs.clone()], |_| Some(mine.clone())).remove(0).verdict
}

fn exported(plans: &[Plan]) -> String {
    export_json(&header(), &[], &[], &[], plans).expect("an export")
}

fn goal_edit() -> impl Strategy<Value = GoalEdit> {
    let id = || (0_u128..6).prop_map(|id| ActivityId(Uuid::from_u128(id)));
    let activity_edit = prop_oneof![
        text().prop_map(ActivityEdit::Text),
        text().prop_map(ActivityEdit::Who),
        option::of(select(Term::ALL)).prop_map(ActivityEdit::Term),
        option::of(crate::common::day()).prop_map(ActivityEdit::Until),
    ];
    let proof =
        (indicator(), option::of(baseline())).prop_map(|(indicator, baseline)| Proof { indicator, baseline });
    prop_oneof![
        (select(GoalField::ALL), text()).prop_map(|(field, text)| GoalEdit::Text(field, text)),
        option::of(select(Level::ALL)).prop_map(GoalEdit::Level),
        select(GoalStatus::ALL).prop_map(GoalEdit::Status),
        (0_usize..4, proof).prop_map(|(place, proof)| GoalEdit::InsertProof(place, proof)),
        indicator().prop_map(GoalEdit::RemoveProof),
        (indicator(), option::of(baseline())).prop_map(|(id, baseline)| GoalEdit::Baseline(id, baseline)),
        (0_usize..4, activity()).prop_map(|(place, activity)| GoalEdit::InsertActivity(place, activity)),
        id().prop_map(GoalEdit::RemoveActivity),
        (id(), activity_edit).prop_map(|(id, edit)| GoalEdit::Activity(id, edit)),
    ]
}

fn edit() -> impl Strategy<Value = PlanEdit> {
    let id = || (0_u128..6).prop_map(|id| GoalId(Uuid::from_u128(id)));
    prop_oneof![
        1 => text().prop_map(PlanEdit::Vision),
        1 => (0_usize..4, goal()).prop_map(|(place, goal)| PlanEdit::InsertGoal(place, goal)),
        1 => id().prop_map(PlanEdit::RemoveGoal),
        6 => (id(), goal_edit()).prop_map(|(id, edit)| PlanEdit::Goal(id, edit)),
        1 => (select(CheckPoint::ALL), option::of(select(CheckAnswer::ALL)))
            .prop_map(|(point, answer)| PlanEdit::Answer(point, answer)),
        1 => (select(CheckPoint::ALL), text()).prop_map(|(point, note)| PlanEdit::Note(point, note)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_plan_is_read_as_kept_and_comes_back_from_an_export(plan in plan()) {
        let (_, shelf) = shelf();
        shelf.save_plan(&plan).expect("room");
        prop_assert_eq!(shelf.plan(plan.id), Ok(Some(plan.clone())));
        let json = exported(std::slice::from_ref(&plan));
        prop_assert_eq!(parse_document(&json).expect("our own export").plans, [plan]);
    }

    #[test]
    fn undoing_every_edit_gives_the_plan_back(start in plan(), edits in proptest::collection::vec(edit(), 0..30)) {
        let mut plan = start.clone();
        let mut undo = Vec::new();
        for edit in edits {
            let before = plan.clone();
            match plan.apply(edit, header().exported_at) {
                Some(inverse) => {
                    prop_assert_eq!(plan.revision, before.revision + 1);
                    undo.push(inverse);
                }
                None => prop_assert_eq!(&plan, &before),
            }
            // What an edit makes can be kept and read.
            let json = exported(std::slice::from_ref(&plan));
            prop_assert_eq!(&parse_document(&json).expect("our own export").plans[0], &plan);
        }
        while let Some(inverse) = undo.pop() {
            plan.apply(inverse, start.updated_at);
        }
        prop_assert_eq!(Plan { revision: start.revision, updated_at: start.updated_at, ..plan }, start);
    }

    #[test]
    fn an_import_tells_each_case_apart_and_twice_is_once(mine in plan(), vision in text()) {
        let mut theirs = mine.clone();
        let later = mine.updated_at + Duration::seconds(1);
        prop_assert_eq!(verdict(&mine, &mine), Verdict::Same);
        prop_assume!(theirs.apply(PlanEdit::Vision(vision), later).is_some());
        prop_assert_eq!(verdict(&mine, &theirs), Verdict::Newer);
        prop_assert_eq!(verdict(&theirs, &mine), Verdict::Older);
        // Changed as often on two devices: the last one counts, and the other one is put aside.
        let draw = Plan { revision: mine.revision, ..theirs };
        prop_assert_eq!((verdict(&mine, &draw), verdict(&draw, &mine)), (Verdict::Newer, Verdict::Older));
        let (_, shelf) = shelf();
        shelf.save_plan(&mine).expect("room");
        let plans = || plan_records(vec![draw.clone()], |id| shelf.plan(id).expect("readable")).remove(0);
        prop_assert_eq!(shelf.merge_plan(&plans()), Ok(true));
        prop_assert_eq!(shelf.plan(mine.id).expect("readable").map(|one| one.vision), Some(draw.vision.clone()));
        prop_assert_eq!(shelf.aside().expect("readable").len(), 1);
        prop_assert_eq!(shelf.merge_plan(&plans()), Ok(false));
    }
}

#[test]
fn a_file_for_the_school_plan_holds_the_plan_alone() {
    let plan = with_goal("Modelen");
    let head = ExportHeader { purpose: Purpose::SchoolPlan, ..header() };
    let json = export_json(&head, &[], &[], &[], std::slice::from_ref(&plan)).expect("an export");
    assert!(json.contains(r#""purpose":"school_plan""#), "{json}");
    let read = parse_document(&json).expect("our own export");
    assert_eq!((read.plans, read.people.len(), read.observations.len()), (vec![plan], 0, 0));
    // A file of before plans came has none, or an empty list.
    let old = exported(&[]).replace(r#","plans":[]"#, "");
    assert!(!old.contains("plans"));
    assert_eq!(parse_document(&old).expect("an older export").plans, []);
}

#[test]
fn damage_is_named_and_keeps_no_other_plan_from_the_list() {
    let (store, shelf) = shelf();
    let last_year = Plan { id: PlanId(Uuid::from_u128(2)), year: SchoolYear(2025), ..with_goal("Rust") };
    for plan in [&last_year, &with_goal("Modelen")] {
        shelf.save_plan(plan).expect("room");
    }
    assert_eq!(
        shelf.plans(),
        Ok((vec![with_goal("Modelen"), last_year.clone()], 0)),
        "the latest year first"
    );
    let raw = store.get(&key(&last_year)).expect("readable").expect("there");
    store.set(&key(&last_year), &raw.replace("Rust", "rust")).expect("room");
    assert!(matches!(shelf.plan(last_year.id), Err(StoreError::Damaged { .. })));
    assert_eq!(shelf.plans(), Ok((vec![with_goal("Modelen")], 1)));
    let item = PlanItem { incoming: last_year.clone(), verdict: Verdict::New };
    assert_eq!(shelf.merge_plan(&item), Ok(true));
    assert_eq!(shelf.aside().expect("readable").len(), 1, "what it replaced is put aside");
    // What a later app wrote is neither read nor replaced.
    store.set(&key(&last_year), &reseal(&seal(9, "{}"), 3)).expect("room");
    let error = StoreError::Newer { key: key(&last_year), schema: 3 };
    assert_eq!((shelf.plan(last_year.id), shelf.merge_plan(&item)), (Err(error.clone()), Err(error)));
}

#[test]
fn local_storage_that_lost_a_plan_gets_it_back_and_it_is_told() {
    let device = Device::default();
    let first = Shelf::new(Rc::new(device.started()));
    first.save_plan(&with_goal("Modelen")).expect("room");
    device.run();
    device.local.remove(&key(&empty())).expect("room");
    let again = Shelf::new(Rc::new(device.started()));
    assert_eq!(again.plan(empty().id), Ok(Some(with_goal("Modelen"))));
    assert_eq!((device.take_plans_mended(), device.take_people_mended()), (1, 0));
}

#[test]
fn a_plan_that_was_deleted_stays_deleted_until_undone_also_after_a_reload() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    shelf.save_plan(&with_goal("Modelen")).expect("room");
    device.run();
    let raw = device.local.get(&key(&empty())).expect("readable").expect("there");
    let deleted = shelf.delete_plan(empty().id).expect("room");
    device.run();
    device.local.set(&key(&empty()), &raw).expect("room");
    let again = Shelf::new(Rc::new(device.started()));
    assert_eq!(again.plan(empty().id), Ok(None));
    let kept = Deleted::read(&Deleted::write(&[deleted])).expect("our own text");
    again.put_back(&kept[0]).expect("room");
    assert_eq!(
        again.plan(empty().id).expect("readable").map(|plan| plan.goals),
        Some(with_goal("Modelen").goals)
    );
}

#[test]
fn a_rescue_file_brings_plans_back() {
    let (_, shelf) = shelf();
    shelf.save_plan(&with_goal("Modelen")).expect("room");
    let records: serde_json::Map<String, serde_json::Value> =
        shelf.everything().expect("readable").into_iter().map(|(key, value)| (key, value.into())).collect();
    let file = serde_json::json!({"format": "lesbezoek-rescue", "records": records});
    assert_eq!(read_rescue(&file.to_string()).expect("a file").plans, [with_goal("Modelen")]);
}

#[test]
fn what_stands_twice_or_was_changed_too_often_is_refused_with_its_place() {
    let refused = |plans: &[Plan]| match parse_document(&exported(plans)) {
        Err(ImportError::Invalid { path, .. }) => path,
        other => panic!("{other:?}"),
    };
    let plan = with_goal("Modelen");
    let twice = Plan { goals: vec![plan.goals[0].clone(), plan.goals[0].clone()], ..plan.clone() };
    assert_eq!(refused(&[twice]), "plans[0].goals[1].id");
    assert_eq!(refused(&[plan.clone(), plan.clone()]), "plans[1].id");
    assert_eq!(refused(&[Plan { revision: u64::MAX, ..plan }]), "plans[0].revision");
}
