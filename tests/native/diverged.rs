//! Two states of one visit become one: nothing goes without a choice, and it does not matter who merges.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::common::{draft, header, observation};
use chrono::Duration;
use lesbezoek::domain::{Answer, Confirmed, LineId, LogLine, Observation, Rating, Score, Talk, VisitKind};
use lesbezoek::exchange::{Choice, Part, Side, Verdict, differences, merged, plan_merge};
use lesbezoek::store::{MemoryStore, Shelf, open};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

/// Two states of one visit, with some lines of the log in both.
fn two_states() -> impl Strategy<Value = (Observation, Observation)> {
    (observation(), observation(), vec(any::<bool>(), 0..8)).prop_map(|(mut here, mut file, shared)| {
        (file.id, file.created_at, file.rubric) = (here.id, here.created_at, here.rubric.clone());
        for visit in [&mut here, &mut file] {
            let mut seen = BTreeSet::new();
            visit.log.retain(|line| seen.insert(line.id));
        }
        let lines = here.log.iter().zip(shared).filter(|(_, shared)| *shared).map(|(line, _)| line.clone());
        let lines: Vec<LogLine> = lines.filter(|line| file.line(line.id).is_none()).collect();
        file.log.extend(lines);
        (here, file)
    })
}

fn flipped(choice: &Choice) -> Choice {
    let flip = |side: &Side| if *side == Side::Here { Side::File } else { Side::Here };
    choice.iter().map(|(part, side)| (part.clone(), flip(side))).collect()
}

fn all(side: Side, choice: &Choice) -> Choice {
    choice.keys().map(|part| (part.clone(), side)).collect()
}

/// A choice for each difference, by chance.
fn chosen(choice: &Choice, chance: &[bool]) -> Choice {
    let sides = chance.iter().cycle().map(|here| if *here { Side::Here } else { Side::File });
    choice.keys().cloned().zip(sides).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn it_does_not_matter_which_device_merges((here, file) in two_states(), chance in vec(any::<bool>(), 1..40)) {
        let choice = chosen(&differences(&here, &file), &chance);
        let there: Vec<_> = differences(&file, &here).into_keys().collect();
        prop_assert_eq!(there, choice.keys().cloned().collect::<Vec<_>>());
        prop_assert_eq!(merged(&here, &file, &choice), merged(&file, &here, &flipped(&choice)));
    }

    #[test]
    fn nothing_is_dropped_that_nobody_chose_to_drop((here, file) in two_states(), chance in vec(any::<bool>(), 1..40)) {
        let choice = chosen(&differences(&here, &file), &chance);
        let both = merged(&here, &file, &choice);
        for line in here.log.iter().chain(&file.log) {
            prop_assert!(both.line(line.id).is_some_and(|kept| Some(kept) == here.line(line.id) || Some(kept) == file.line(line.id)));
        }
        prop_assert!(both.log.iter().map(|line| line.id).collect::<BTreeSet<_>>().len() == both.log.len());
        for (visit, side) in [(&here, Side::Here), (&file, Side::File)] {
            for (id, rating) in &visit.ratings {
                let kept = both.ratings.get(id).cloned().unwrap_or_default();
                prop_assert!(rating.look_fors.is_subset(&kept.look_fors) && rating.evidence.is_subset(&kept.evidence));
                let is_chosen = |part| choice.get(&part).is_none_or(|chosen| *chosen == side);
                prop_assert!(!is_chosen(Part::Answer(id.clone())) || kept.answer == rating.answer);
                prop_assert!(!is_chosen(Part::Note(id.clone())) || kept.note == rating.note);
            }
            let is_chosen = |part| choice.get(&part).is_none_or(|chosen| *chosen == side);
            prop_assert!(!is_chosen(Part::Focus) || both.visit.focus == visit.visit.focus);
            prop_assert!(!is_chosen(Part::Tallies) || both.tallies == visit.tallies);
            prop_assert!(!is_chosen(Part::Agreements) || both.talk.agreements == visit.talk.agreements);
            prop_assert!(both.revision > visit.revision);
        }
    }

    #[test]
    fn merging_the_same_file_again_changes_nothing((here, file) in two_states(), chance in vec(any::<bool>(), 1..40)) {
        let both = merged(&here, &file, &chosen(&differences(&here, &file), &chance));
        // As the import judges it: nothing to do.
        let verdict = plan_merge(vec![file.clone()], |_| Some(both.clone())).first().map(|item| item.verdict);
        prop_assert!(matches!(verdict, Some(Verdict::Older | Verdict::Same)), "{:?}", verdict);
        // And if somebody merges all the same, and takes nothing from the file.
        let again = merged(&both, &file, &all(Side::Here, &differences(&both, &file)));
        prop_assert_eq!(again, Observation { revision: both.revision + 1, ..both });
    }

    #[test]
    fn one_state_has_no_differences(visit in observation()) {
        prop_assert_eq!(differences(&visit, &visit), Choice::new());
    }

    #[test]
    fn the_shelf_keeps_both_states_aside((here, file) in two_states()) {
        let store = Rc::new(MemoryStore::default());
        let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
        shelf.save(&here).expect("room");
        let both = merged(&here, &file, &differences(&here, &file));
        shelf.keep_merged(&both, &file).expect("room");
        prop_assert_eq!(shelf.load(here.id), Ok(Some(both)));
        let mut aside: Vec<_> = shelf.aside().expect("readable").iter().map(|one| open(&one.raw).expect("sound").revision).collect();
        aside.sort_unstable();
        let mut revisions = vec![here.revision, file.revision];
        revisions.sort_unstable();
        // The very same state is put aside once.
        prop_assert!(aside == revisions || (here == file && aside.len() == 1));
    }
}

fn rated(visit: &Observation, indicator: &str, score: u8) -> Observation {
    let answer = Some(Answer::Score(Score::try_from(score).expect("a score")));
    let rating = Rating { answer, ..Rating::default() };
    let mut visit = visit.clone();
    visit.ratings.insert(indicator.parse().expect("an id"), rating);
    visit
}

/// Changed a minute after `visit`.
fn later(visit: &Observation) -> Observation {
    Observation {
        updated_at: visit.updated_at + Duration::minutes(1),
        revision: visit.revision + 1,
        ..visit.clone()
    }
}

#[test]
fn the_state_that_was_changed_last_is_proposed_unless_it_has_nothing_there() {
    let here = rated(&rated(&draft(), "D1", 2), "D2", 4);
    let file = later(&rated(&draft(), "D1", 3));
    let answer = |id: &str| Part::Answer(id.parse().expect("an id"));
    let expected = Choice::from([(answer("D1"), Side::File), (answer("D2"), Side::Here)]);
    assert_eq!(differences(&here, &file), expected);
    let both = merged(&here, &file, &expected);
    assert_eq!(
        both,
        later(&Observation { updated_at: here.updated_at, revision: file.revision, ..rated(&here, "D1", 3) })
    );
    let other = Choice::from([(answer("D1"), Side::Here), (answer("D2"), Side::File)]);
    let one_left = Observation { ratings: rated(&draft(), "D1", 2).ratings, ..both };
    assert_eq!(merged(&here, &file, &other), one_left);
}

#[test]
fn lines_of_both_stand_in_the_order_of_the_lesson() {
    let line = |minute: i64, text: &str| LogLine {
        id: LineId(Uuid::from_u128(u128::from(minute.unsigned_abs()))),
        at: header().exported_at + Duration::minutes(minute),
        text: text.to_owned(),
        meaning: String::new(),
        domain: None,
        indicator: None,
        sign: None,
    };
    let here = Observation { log: vec![line(1, "een"), line(3, "drie")], ..draft() };
    let file = Observation { log: vec![line(2, "twee"), line(3, "DRIE")], ..draft() };
    let found = differences(&here, &file);
    assert_eq!(found.keys().collect::<Vec<_>>(), [&Part::Line(LineId(Uuid::from_u128(3)))]);
    let texts: Vec<_> =
        merged(&here, &file, &all(Side::File, &found)).log.into_iter().map(|line| line.text).collect();
    assert_eq!(texts, ["een", "twee", "DRIE"]);

    // Also when the time of one was changed: on both devices in the same order, and again by the time that was chosen.
    let moved = LogLine { at: line(5, "").at, ..line(3, "drie") };
    let file = Observation { log: vec![line(4, "vier"), moved], ..draft() };
    let here = Observation { log: vec![line(3, "drie"), line(4, "vier")], ..draft() };
    let chosen = all(Side::File, &differences(&here, &file));
    let texts = |visit: Observation| visit.log.into_iter().map(|line| line.text).collect::<Vec<_>>();
    assert_eq!(texts(merged(&here, &file, &chosen)), ["vier", "drie"]);
    assert_eq!(texts(merged(&file, &here, &flipped(&chosen))), ["vier", "drie"]);
}

#[test]
fn who_said_that_the_talk_is_right_said_it_of_the_words_of_one_side() {
    let at = header().exported_at;
    let right = Confirmed { teacher: Some(at), observer: None };
    let talk = |view: &str, confirmed| Talk { teacher_view: view.to_owned(), confirmed, ..Talk::default() };
    let here = Observation { talk: talk("Ging goed", right), ..draft() };
    let mut file = later(&Observation { talk: talk("Ging beter", Confirmed::default()), ..draft() });
    file.visit.kind = VisitKind::SelfAssessment;
    let found = differences(&here, &file);
    assert!(found.contains_key(&Part::TeacherView) && !found.contains_key(&Part::Agreements));
    assert_eq!(merged(&here, &file, &all(Side::Here, &found)).talk.confirmed, right);
    assert_eq!(merged(&here, &file, &all(Side::File, &found)).talk.confirmed, Confirmed::default());
}
