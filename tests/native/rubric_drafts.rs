//! A school makes a rubric its own: what it changes can be undone, what is published stands, and what is gone is never mixed up
//! with what is new.

use std::rc::Rc;

use crate::common::device::Device;
use crate::common::{builtin, header, read_rescue, text};
use lesbezoek::domain::{
    DomainId, DraftId, Indicator, IndicatorId, Lang, LangText, LookFor, LookForId, RubricChange,
    RubricDomain, RubricDraft, RubricEdit, RubricError, RubricId, RubricPlace, ScalePoint, Score,
};
use lesbezoek::exchange::{
    ImportError, Verdict, builtin_ref, export_with_drafts, parse_document, parse_rubric_file, plan_records,
    rubric_file, rubric_ref,
};
use lesbezoek::store::{Deleted, Key, MemoryStore, RecordStore, Shelf, StoreError};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

fn draft_id() -> DraftId {
    DraftId(Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_00ab_cdef))
}

fn copy() -> RubricDraft {
    RubricDraft::copy(draft_id(), builtin_ref(&builtin()), builtin(), header().exported_at)
}

fn next_version() -> RubricDraft {
    RubricDraft::next_version(draft_id(), builtin_ref(&builtin()), builtin(), header().exported_at)
}

fn does(draft: &mut RubricDraft, edit: RubricEdit) -> RubricEdit {
    draft.apply(edit, header().exported_at).expect("a change")
}

fn refuses(draft: &mut RubricDraft, edit: RubricEdit) {
    let before = draft.clone();
    assert_eq!(draft.apply(edit, header().exported_at), None);
    assert_eq!(*draft, before);
}

fn d(number: u32) -> IndicatorId {
    format!("D{number}").parse().expect("an id")
}

fn domain(id: &str) -> DomainId {
    id.parse().expect("an id")
}

fn both(nl: &str) -> LangText {
    LangText { nl: nl.to_owned(), en: String::new() }
}

fn indicator(id: IndicatorId) -> Indicator {
    Indicator { id, text: both("zin"), look_fors: Vec::new(), low: both("laag"), high: both("hoog") }
}

fn ids(draft: &RubricDraft) -> Vec<&str> {
    draft.rubric.indicators().map(|one| one.id.as_str()).collect()
}

fn reworded(draft: &mut RubricDraft, text: &str) {
    does(draft, RubricEdit::Text(RubricPlace::Sentence(d(1)), Lang::Nl, text.to_owned()));
}

/// What undo takes back at once.
#[test]
fn what_is_typed_is_of_one_field_in_one_language() {
    let typed = |place, lang| RubricEdit::Text(place, lang, "doel".to_owned());
    let sentence = || typed(RubricPlace::Sentence(d(1)), Lang::Nl);
    let before = does(&mut copy(), sentence());
    assert!(before.is_in_field_of(&sentence()));
    for other in [
        typed(RubricPlace::Sentence(d(1)), Lang::En),
        typed(RubricPlace::Sentence(d(2)), Lang::Nl),
        typed(RubricPlace::Low(d(1)), Lang::Nl),
        RubricEdit::Sources(Vec::new()),
        RubricEdit::RemoveIndicator(d(1)),
    ] {
        assert!(!before.is_in_field_of(&other), "{other:?}");
    }
    let sources = RubricEdit::Sources(Vec::new());
    assert!(sources.is_in_field_of(&RubricEdit::Sources(vec!["Hattie".to_owned()])));
    let removal = RubricEdit::RemoveIndicator(d(1));
    assert!(!removal.is_in_field_of(&removal), "that is a tap");
}

#[test]
fn a_copy_becomes_a_rubric_of_its_own_and_a_next_version_stays_the_same_one() {
    let mut copy = copy();
    reworded(&mut copy, "Wij kijken naar het doel.");
    let published = copy.publish(None).expect("whole");
    assert_eq!((published.id.as_str(), published.version), ("eigen-abcdef", 1));
    let mut next =
        RubricDraft::next_version(draft_id(), rubric_ref(&published), published, header().exported_at);
    reworded(&mut next, "Wij kijken naar het doel en de taal.");
    let again = next.publish(Some(1)).expect("whole");
    assert_eq!((again.id.as_str(), again.version), ("eigen-abcdef", 2));
}

#[test]
fn what_is_missing_is_named_by_its_place_all_of_it_at_once() {
    let mut draft = copy();
    does(&mut draft, RubricEdit::Text(RubricPlace::Title, Lang::Nl, "  ".to_owned()));
    does(&mut draft, RubricEdit::Text(RubricPlace::Low(d(3)), Lang::Nl, String::new()));
    let new = draft.next_domain();
    let empty = RubricDomain { id: new.clone(), title: both("Taal"), indicators: Vec::new() };
    does(&mut draft, RubricEdit::InsertDomain(0, empty));
    let problems = draft.publish(None).expect_err("not whole");
    assert_eq!(
        problems,
        [
            RubricError::NoText(RubricPlace::Title),
            RubricError::NoText(RubricPlace::Low(d(3))),
            RubricError::Empty(Some(new)),
        ]
    );
    assert_eq!(problems[1].to_string(), "D3 low has no Dutch text");
}

#[test]
fn english_may_stay_empty() {
    let mut draft = copy();
    does(&mut draft, RubricEdit::Text(RubricPlace::Title, Lang::En, String::new()));
    assert!(draft.publish(None).is_ok());
}

#[test]
fn an_id_is_never_used_for_something_else() {
    let mut draft = copy();
    does(&mut draft, RubricEdit::RemoveIndicator(d(8)));
    assert_eq!(draft.next_indicator(&domain("D")), d(9), "D8 was the built-in rubric's");
    let mut next = next_version();
    does(&mut next, RubricEdit::Retire(d(8), usize::MAX));
    does(&mut next, RubricEdit::InsertIndicator(domain("D"), usize::MAX, indicator(d(9))));
    assert_eq!(next.next_indicator(&domain("D")), d(10));
    refuses(&mut next, RubricEdit::InsertIndicator(domain("I"), 0, indicator(d(8))));
    does(&mut next, RubricEdit::RemoveDomain(domain("F")));
    assert_eq!(next.next_domain(), domain("A"));
    refuses(
        &mut next,
        RubricEdit::InsertDomain(
            0,
            RubricDomain { id: domain("D1"), title: both("x"), indicators: Vec::new() },
        ),
    );
    // A look-for has an id that nothing else begins with.
    let looks = [1, 2].map(|n| LookForId::under(&d(1), Uuid::from_u128(n)));
    assert_ne!(looks[0], looks[1]);
    assert!(looks[0].as_str().parse::<LookForId>().is_ok());
}

#[test]
fn what_was_published_is_retired_and_not_removed() {
    let mut next = next_version();
    refuses(&mut next, RubricEdit::RemoveIndicator(d(2)));
    does(&mut next, RubricEdit::Retire(d(2), usize::MAX));
    let published = next.publish(Some(1)).expect("whole");
    assert!(!published.indicators().any(|one| one.id == d(2)), "no visit looks at it");
    assert!(published.indicator(&d(2)).is_some(), "what was scored can be read");
    let mut later =
        RubricDraft::next_version(draft_id(), rubric_ref(&published), published, header().exported_at);
    does(&mut later, RubricEdit::BringBack(d(2), domain("D"), 1));
    assert_eq!((later.rubric.domains, later.rubric.retired), (builtin().domains, Vec::new()));
}

#[test]
fn a_domain_that_goes_takes_along_only_what_was_never_published() {
    let mut next = next_version();
    let new = next.next_indicator(&domain("F"));
    does(&mut next, RubricEdit::InsertIndicator(domain("F"), 0, indicator(new.clone())));
    let before = next.rubric.clone();
    let undo = does(&mut next, RubricEdit::RemoveDomain(domain("F")));
    let retired: Vec<_> = next.rubric.retired.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(retired, ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"]);
    assert!(next.rubric.indicator(&new).is_none());
    does(&mut next, undo);
    assert_eq!(next.rubric, before);
}

#[test]
fn a_next_version_keeps_the_length_of_its_scale_and_a_copy_may_change_it() {
    let five: Vec<_> = (1..=5)
        .map(|n| ScalePoint { value: Score::try_from(n).expect("a score"), label: both("x") })
        .collect();
    refuses(&mut next_version(), RubricEdit::Scale(five.clone()));
    does(&mut next_version(), RubricEdit::Scale(five[..4].to_vec()));
    let mut copy = copy();
    does(&mut copy, RubricEdit::Scale(five.clone()));
    assert_eq!(copy.publish(None).expect("whole").scores().count(), 5);
    refuses(&mut copy, RubricEdit::Scale(five[..1].to_vec()));
}

#[test]
fn an_indicator_goes_up_and_down_and_into_another_domain() {
    let mut draft = copy();
    does(&mut draft, RubricEdit::MoveIndicator(d(1), domain("D"), 1));
    assert_eq!(ids(&draft)[..2], ["D2", "D1"]);
    let undo = does(&mut draft, RubricEdit::MoveIndicator(d(1), domain("F"), usize::MAX));
    assert_eq!(*ids(&draft).last().expect("one"), "D1");
    does(&mut draft, undo);
    assert_eq!(ids(&draft)[..2], ["D2", "D1"]);
    refuses(&mut draft, RubricEdit::MoveIndicator(d(1), domain("D"), 1));
    refuses(&mut draft, RubricEdit::MoveIndicator(d(1), domain("X"), 1));
}

#[test]
fn two_versions_are_compared_as_a_list() {
    let mut next = next_version();
    assert_eq!(next.rubric.changes_since(&builtin()), []);
    reworded(&mut next, "Nieuwe zin.");
    does(&mut next, RubricEdit::Retire(d(2), usize::MAX));
    does(&mut next, RubricEdit::InsertIndicator(domain("D"), 0, indicator(d(9))));
    let look: LookForId = builtin().domains[0].indicators[2].look_fors[0].id.clone();
    does(&mut next, RubricEdit::RemoveLookFor(look.clone()));
    does(&mut next, RubricEdit::MoveDomain(domain("F"), 0));
    does(&mut next, RubricEdit::Sources(Vec::new()));
    let changes = next.rubric.changes_since(&builtin());
    let old = builtin();
    let text_of = |id| old.indicator(&d(id)).expect("it").text.clone();
    let new = RubricPlace::Sentence(d(9));
    let expected = [
        RubricChange::Added(new, both("zin")),
        RubricChange::Reworded(
            RubricPlace::Sentence(d(1)),
            Lang::Nl,
            text_of(1).nl,
            "Nieuwe zin.".to_owned(),
        ),
        RubricChange::Removed(
            RubricPlace::LookFor(look),
            old.domains[0].indicators[2].look_fors[0].text.clone(),
        ),
        RubricChange::Retired(d(2), text_of(2)),
        RubricChange::Order,
        RubricChange::Sources,
    ];
    assert_eq!(changes, expected);
    // And back: what came goes, what was retired is looked at again.
    let back = old.changes_since(&next.rubric);
    assert!(back.contains(&RubricChange::BroughtBack(d(2), text_of(2))), "{back:?}");
    assert!(back.contains(&RubricChange::Removed(RubricPlace::Sentence(d(9)), both("zin"))), "{back:?}");
}

/// Two colleagues who read one rubric in two languages score the same sentence.
#[test]
fn where_one_language_was_changed_and_the_other_was_not_is_named() {
    let mut next = next_version();
    let place = |draft: &mut RubricDraft, place: &RubricPlace, lang, text: &str| {
        does(draft, RubricEdit::Text(place.clone(), lang, text.to_owned()));
    };
    let left = |draft: &RubricDraft| draft.rubric.left_behind_since(&builtin());
    assert_eq!(left(&next), []);
    let look = builtin().domains[1].indicators[0].look_fors[0].id.clone();
    let [title, sentence, low, look] =
        [RubricPlace::Title, RubricPlace::Sentence(d(1)), RubricPlace::Low(d(2)), RubricPlace::LookFor(look)];
    for (one, lang) in [(&title, Lang::Nl), (&sentence, Lang::Nl), (&low, Lang::En), (&look, Lang::Nl)] {
        place(&mut next, one, lang, "Anders.");
    }
    let expected = [
        (title.clone(), Lang::En),
        (sentence.clone(), Lang::En),
        (low.clone(), Lang::Nl),
        (look.clone(), Lang::En),
    ];
    assert_eq!(left(&next), expected);
    // Changed in both, without English, or as it was but for a space: nothing is left behind.
    place(&mut next, &sentence, Lang::En, "Otherwise.");
    place(&mut next, &title, Lang::En, "");
    place(&mut next, &low, Lang::En, "");
    let as_before = builtin().texts().find(|(other, _)| *other == look).expect("it").1.nl.clone();
    place(&mut next, &look, Lang::Nl, &format!("{as_before} "));
    assert_eq!(left(&next), []);
    // Nor in what no visit looks at any more, and in what is new.
    place(&mut next, &RubricPlace::Sentence(d(3)), Lang::Nl, "Anders.");
    assert_eq!(left(&next).len(), 1);
    does(&mut next, RubricEdit::Retire(d(3), usize::MAX));
    let new = LangText { nl: "Zin".to_owned(), en: "Sentence".to_owned() };
    does(&mut next, RubricEdit::InsertIndicator(domain("D"), 0, Indicator { text: new, ..indicator(d(9)) }));
    assert_eq!(left(&next), []);
    // English that comes where there was none is no change of it.
    let mut first = copy();
    place(&mut first, &sentence, Lang::En, "");
    let mut second = first.clone();
    place(&mut second, &sentence, Lang::En, "New.");
    assert_eq!(second.rubric.left_behind_since(&first.rubric), []);
    // And where there is none the Dutch may change.
    let mut third = first.clone();
    place(&mut third, &sentence, Lang::Nl, "Anders.");
    assert_eq!(third.rubric.left_behind_since(&first.rubric), []);
}

#[test]
fn english_that_was_emptied_comes_back_at_once_but_not_over_what_was_written_since() {
    let mut draft = copy();
    let places = [1, 2].map(|n| RubricPlace::Sentence(d(n)));
    let english = |draft: &RubricDraft, n| draft.rubric.indicator(&d(n)).expect("it").text.en.clone();
    let undo = does(&mut draft, RubricEdit::ClearEnglish(places.to_vec()));
    assert_eq!([1, 2].map(|n| english(&draft, n)), ["", ""]);
    refuses(&mut draft, RubricEdit::ClearEnglish(places.to_vec()));
    let mut undone = draft.clone();
    let again = does(&mut undone, undo.clone());
    assert_eq!(undone.rubric, copy().rubric);
    assert_eq!(again, RubricEdit::ClearEnglish(places.to_vec()));
    does(&mut draft, RubricEdit::Text(places[0].clone(), Lang::En, "Written since.".to_owned()));
    does(&mut draft, undo.clone());
    let second = builtin().indicator(&d(2)).expect("it").text.en.clone();
    assert_eq!([1, 2].map(|n| english(&draft, n)), ["Written since.".to_owned(), second]);
    refuses(&mut draft, undo);
}

fn shelf() -> (Rc<MemoryStore>, Shelf) {
    let store = Rc::new(MemoryStore::default());
    (Rc::clone(&store), Shelf::new(store))
}

#[test]
fn a_draft_is_kept_deleted_and_brought_back_as_a_plan_is() {
    let (_, shelf) = shelf();
    let mut draft = copy();
    does(&mut draft, RubricEdit::Text(RubricPlace::Title, Lang::Nl, String::new()));
    shelf.save_draft(&draft).expect("kept");
    assert_eq!(shelf.draft(draft.id), Ok(Some(draft.clone())), "also without a title");
    assert_eq!(shelf.drafts(), Ok((vec![draft.clone()], 0)));
    let deleted = shelf.delete_draft(draft.id).expect("deleted");
    assert_eq!(shelf.draft(draft.id), Ok(None));
    let read = Deleted::read(&Deleted::write(&[deleted])).expect("as text");
    shelf.put_back(&read[0]).expect("back");
    let back = shelf.draft(draft.id).expect("readable").expect("there");
    assert_eq!((&back.rubric, back.revision > draft.revision), (&draft.rubric, true), "beyond its deletion");
}

#[test]
fn a_damaged_draft_is_counted_and_in_nobodys_way() {
    let (store, shelf) = shelf();
    shelf.save_draft(&copy()).expect("kept");
    store.set(&Key::Draft(DraftId(Uuid::from_u128(7))).to_string(), "{").expect("set");
    assert_eq!(shelf.drafts(), Ok((vec![copy()], 1)));
    assert!(matches!(shelf.draft(DraftId(Uuid::from_u128(7))), Err(StoreError::Damaged { .. })));
}

#[test]
fn versions_stand_beside_each_other_and_never_change() {
    let (_, shelf) = shelf();
    let first = copy().publish(None).expect("whole");
    let mut next =
        RubricDraft::next_version(draft_id(), rubric_ref(&first), first.clone(), header().exported_at);
    reworded(&mut next, "Anders.");
    let second = next.publish(Some(1)).expect("whole");
    let dotted = lesbezoek::domain::Rubric { id: "a.b".parse::<RubricId>().expect("an id"), ..builtin() };
    for rubric in [&first, &second, &dotted] {
        shelf.save_rubric(rubric).expect("kept");
    }
    let mut expected = [&first, &second, &dotted].map(rubric_ref);
    expected.sort_unstable();
    assert_eq!(shelf.rubric_refs(), Ok(expected.to_vec()));
    assert_eq!(shelf.rubric(&rubric_ref(&first)), Ok(Some(first.clone())));
    assert_eq!(shelf.rubric_title(&rubric_ref(&second)), Some(second.title));
    let other = rubric_ref(&lesbezoek::domain::Rubric { version: 9, ..first });
    assert_eq!(shelf.rubric_title(&other), None);
}

#[test]
fn a_backup_has_the_drafts_and_an_import_takes_the_newer() {
    let draft = copy();
    let json =
        export_with_drafts(&header(), &[], &[], &[], &[], std::slice::from_ref(&draft)).expect("an export");
    let read = parse_document(&json).expect("sound");
    assert_eq!(read.drafts.as_slice(), std::slice::from_ref(&draft));
    let mut later = draft.clone();
    reworded(&mut later, "Later.");
    let verdict = |mine: &RubricDraft, theirs: &RubricDraft| {
        plan_records(vec![theirs.clone()], |_| Some(mine.clone())).remove(0).verdict
    };
    assert_eq!(verdict(&draft, &later), Verdict::Newer);
    assert_eq!(verdict(&later, &draft), Verdict::Older);
    assert_eq!(verdict(&draft, &draft), Verdict::Same);
    let (_, shelf) = shelf();
    let item = plan_records(vec![draft.clone()], |_| None).remove(0);
    assert_eq!(shelf.merge_draft(&item), Ok(true));
    assert_eq!(shelf.draft(draft.id), Ok(Some(draft.clone())));
    let twice =
        export_with_drafts(&header(), &[], &[], &[], &[], &[draft.clone(), draft]).expect("an export");
    let Err(ImportError::Invalid { path, .. }) = parse_document(&twice) else { panic!("must be refused") };
    assert_eq!(path, "rubric_drafts[1].id");
}

#[test]
fn a_draft_in_which_an_id_stands_twice_is_refused() {
    let mut draft = copy();
    draft.rubric.domains[1].indicators[0].id = d(1);
    let json = export_with_drafts(&header(), &[], &[], &[], &[], &[draft]).expect("an export");
    let Err(ImportError::Invalid { path, reason }) = parse_document(&json) else { panic!("must be refused") };
    assert_eq!(
        (path.as_str(), reason.as_str()),
        ("rubric_drafts[0].rubric", "the id D1 stands twice in the rubric")
    );
}

#[test]
fn new_ids_under_the_longest_ids_are_ids() {
    let long = "x".repeat(64);
    let look = LookForId::under(&long.parse().expect("an id"), Uuid::from_u128(1));
    assert_eq!(look.as_str().parse(), Ok(look.clone()));
    let next = copy().next_indicator(&domain(&long));
    assert_eq!(next.as_str().parse(), Ok(next.clone()));
}

#[test]
fn a_rubric_and_a_draft_that_local_storage_lost_come_back_from_the_journal() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let rubric = copy().publish(None).expect("whole");
    shelf.save_draft(&copy()).expect("kept");
    shelf.save_rubric(&rubric).expect("kept");
    device.run();
    for key in [Key::Draft(draft_id()), Key::Rubric(rubric_ref(&rubric))] {
        device.local.remove(&key.to_string()).expect("removed");
    }
    let device = device.again();
    let shelf = Shelf::new(Rc::new(device.started()));
    assert_eq!(shelf.draft(draft_id()), Ok(Some(copy())));
    assert_eq!(shelf.rubric(&rubric_ref(&rubric)), Ok(Some(rubric)));
    assert_eq!((device.take_rubrics_mended(), device.take_plans_mended()), (2, 0));
}

#[test]
fn a_rescue_file_gives_back_drafts_and_rubrics_that_no_visit_uses() {
    let (store, shelf) = shelf();
    let rubric = copy().publish(None).expect("whole");
    shelf.save_draft(&copy()).expect("kept");
    shelf.save_rubric(&rubric).expect("kept");
    let records: serde_json::Map<_, _> = store
        .keys()
        .expect("keys")
        .into_iter()
        .map(|key| (key.clone(), store.get(&key).expect("a value").into()))
        .collect();
    let file = serde_json::json!({"format": "lesbezoek-rescue", "records": records});
    let rescued = read_rescue(&file.to_string()).expect("a rescue file");
    assert_eq!((rescued.drafts, rescued.rubrics, rescued.unreadable), (vec![copy()], vec![rubric], 0));
}

#[test]
fn a_rubric_leaves_as_a_file_and_comes_back_the_same() {
    let mut next = next_version();
    does(&mut next, RubricEdit::Retire(d(2), usize::MAX));
    for rubric in [builtin(), next.publish(Some(1)).expect("whole")] {
        let file = rubric_file(&rubric).expect("a file");
        assert_eq!(parse_rubric_file(&file), Ok(rubric));
    }
}

#[test]
fn a_bad_file_is_answered_with_the_place() {
    let good = rubric_file(&builtin()).expect("a file");
    let refuse = |text: &str| parse_rubric_file(text).expect_err("must be refused");
    let ImportError::Invalid { path, .. } = refuse(&good.replacen("\"value\": 3", "\"value\": 9", 1)) else {
        panic!("another error")
    };
    assert_eq!(path, "rubric.scale.points[2].value");
    let gap = refuse(&good.replacen("\"value\": 3", "\"value\": 5", 1));
    let id = "passend-onderwijs".to_owned();
    assert_eq!(gap, ImportError::RubricInvalid { id: id.clone(), reason: RubricError::Scale });
    let mut blank = builtin();
    blank.domains[1].indicators[4].high.nl.clear();
    let reason = RubricError::NoText(RubricPlace::High("I5".parse().expect("an id")));
    let blank = refuse(&rubric_file(&blank).expect("a file"));
    assert_eq!(blank, ImportError::RubricInvalid { id, reason });
    assert_eq!(
        refuse(&good.replacen("\"version\": 1", "\"version\": 2", 1)),
        ImportError::NewerVersion { found: 2 }
    );
    let export = refuse(include_str!("../fixtures/groep5-rekenen.json"));
    assert_eq!(export, ImportError::OtherFormat { found: Some("lesbezoek-export".to_owned()) });
}

fn any_indicator() -> impl Strategy<Value = IndicatorId> {
    (select(vec!["D", "I", "F"]), 1_u32..11)
        .prop_map(|(domain, n)| format!("{domain}{n}").parse().expect("an id"))
}

fn any_domain() -> impl Strategy<Value = DomainId> {
    select(vec!["D", "I", "F", "A", "B"]).prop_map(domain)
}

fn any_look_for() -> impl Strategy<Value = LookForId> {
    (any_indicator(), select(vec!["a", "b", "c", ".x"]))
        .prop_map(|(id, end)| format!("{id}{end}").parse().expect("an id"))
}

fn place() -> impl Strategy<Value = RubricPlace> {
    prop_oneof![
        Just(RubricPlace::Title),
        (1_u8..=7).prop_map(|n| RubricPlace::Label(Score::try_from(n).expect("a score"))),
        any_domain().prop_map(RubricPlace::Domain),
        any_indicator().prop_map(RubricPlace::Sentence),
        any_indicator().prop_map(RubricPlace::Low),
        any_look_for().prop_map(RubricPlace::LookFor),
    ]
}

fn edit() -> impl Strategy<Value = RubricEdit> {
    let at = || prop_oneof![0_usize..10, Just(usize::MAX)];
    let scale = (1_u8..=8).prop_map(|n| {
        let point = |value| Some(ScalePoint { value: Score::try_from(value).ok()?, label: both("x") });
        RubricEdit::Scale((1..=n).filter_map(point).collect())
    });
    let domains = |id| RubricDomain { id, title: both("domein"), indicators: Vec::new() };
    prop_oneof![
        (place(), select(vec![Lang::Nl, Lang::En]), text())
            .prop_map(|(place, lang, text)| RubricEdit::Text(place, lang, text)),
        scale,
        (at(), any_domain()).prop_map(move |(at, id)| RubricEdit::InsertDomain(at, domains(id))),
        any_domain().prop_map(RubricEdit::RemoveDomain),
        (any_domain(), at()).prop_map(|(id, at)| RubricEdit::MoveDomain(id, at)),
        (any_domain(), at(), any_indicator()).prop_map(|(id, at, one)| RubricEdit::InsertIndicator(
            id,
            at,
            indicator(one)
        )),
        any_indicator().prop_map(RubricEdit::RemoveIndicator),
        (any_indicator(), any_domain(), at()).prop_map(|(id, to, at)| RubricEdit::MoveIndicator(id, to, at)),
        (any_indicator(), at()).prop_map(|(id, at)| RubricEdit::Retire(id, at)),
        (any_indicator(), any_domain(), at()).prop_map(|(id, to, at)| RubricEdit::BringBack(id, to, at)),
        (any_indicator(), at(), any_look_for()).prop_map(|(id, at, new)| RubricEdit::InsertLookFor(
            id,
            at,
            LookFor { id: new, text: both("zie") }
        )),
        any_look_for().prop_map(RubricEdit::RemoveLookFor),
        (any_look_for(), at()).prop_map(|(id, at)| RubricEdit::MoveLookFor(id, at)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_done_is_undone_step_by_step_and_no_id_stands_twice(
        edits in proptest::collection::vec(edit(), 0..24), is_copy in any::<bool>()
    ) {
        let mut draft = if is_copy { copy() } else { next_version() };
        let now = header().exported_at;
        let mut steps = Vec::new();
        for edit in edits {
            let before = draft.rubric.clone();
            match draft.apply(edit, now) {
                Some(inverse) => steps.push((before, inverse)),
                None => prop_assert_eq!(&draft.rubric, &before),
            }
            let problems = draft.rubric.problems();
            prop_assert!(!problems.iter().any(|one| matches!(one, RubricError::Twice(_) | RubricError::Scale)), "{:?}", problems);
            if !is_copy {
                prop_assert!(draft.published.iter().all(|id| draft.rubric.indicator(id).is_some()));
            }
        }
        for (before, inverse) in steps.into_iter().rev() {
            prop_assert!(draft.apply(inverse, now).is_some());
            prop_assert_eq!(&draft.rubric, &before);
        }
    }
}
