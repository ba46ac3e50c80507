//! A visit that looks at some indicators only: it counts those, and loses nothing of the others.

use std::rc::Rc;

use crate::common::{builtin, draft, header};
use lesbezoek::domain::{
    Answer, Edit, IndicatorId, Lang, Observation, OpenPoint, Progress, Score, VisitEdit,
};
use lesbezoek::exchange::{builtin_indicators, export_json, parse_document, report_text};
use lesbezoek::i18n::text;
use lesbezoek::store::{Count, MemoryStore, Shelf};

fn id(id: &str) -> IndicatorId {
    id.parse().expect("an id")
}

fn apply(visit: &mut Observation, edit: Edit) {
    visit.apply(edit, header().exported_at).expect("a change");
}

fn score(visit: &mut Observation, indicator: &str) {
    let score = Answer::Score(Score::try_from(3).expect("a score"));
    apply(visit, Edit::Answer(id(indicator), Some(score)));
}

/// Looks at D1, D3 and F2, of which D1 and F2 are scored; so is I1, and I2 has a note.
fn walkthrough() -> Observation {
    let mut visit = draft();
    for indicator in ["D1", "F2", "I1"] {
        score(&mut visit, indicator);
    }
    apply(&mut visit, Edit::Note(id("I2"), "Doel op het bord".to_owned()));
    apply(&mut visit, Edit::Visit(VisitEdit::Chosen(["D1", "D3", "F2"].map(id).into())));
    visit
}

#[test]
fn only_what_was_chosen_counts() {
    let (rubric, visit) = (builtin(), walkthrough());
    let expected = Progress { scored: 2, not_observed: 0, of: 3, is_choice: true };
    assert_eq!(visit.progress(&rubric), expected);
    let open = visit.open_points(&rubric, visit.visit.date);
    let blank = open.iter().filter_map(|point| match point {
        OpenPoint::NotScored(_, ids) => Some(ids.clone()),
        _ => None,
    });
    assert_eq!(blank.collect::<Vec<_>>(), [[id("D3")]]);
    let shelf = Shelf::new(Rc::new(MemoryStore::default()));
    shelf.save(&visit).expect("room");
    let summary = shelf.summary(visit.id).expect("sound").expect("there");
    assert_eq!(summary.count(|_| builtin_indicators()), Count { scored: 2, of: 3, is_choice: true });
    assert_eq!(text(Lang::Nl).scored(2, 3, true), "2 van 3 gekozen indicatoren gescoord");
}

#[test]
fn what_the_rubric_lacks_counts_nowhere() {
    let (rubric, mut visit) = (builtin(), walkthrough());
    let chosen = ["D1", "D3", "F2", "X1", "X2"].map(id);
    apply(&mut visit, Edit::Visit(VisitEdit::Chosen(chosen.into())));
    score(&mut visit, "X1");
    for (scored, of, is_choice) in [(2, 3, true), (3, 25, false)] {
        assert_eq!(visit.progress(&rubric), Progress { scored, not_observed: 0, of, is_choice });
        let shelf = Shelf::new(Rc::new(MemoryStore::default()));
        shelf.save(&visit).expect("room");
        let summary = shelf.summary(visit.id).expect("sound").expect("there");
        assert_eq!(
            summary.count(|_| builtin_indicators()),
            Count { scored, of, is_choice },
            "in the list too"
        );
        visit.visit.chosen.clear();
    }
}

#[test]
fn what_is_kept_with_the_others_is_named_and_comes_back_with_them() {
    let (rubric, mut visit) = (builtin(), walkthrough());
    let outside: Vec<_> = visit.kept_outside(&rubric).map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(outside, ["I1", "I2"]);
    let report = report_text(text(Lang::Nl), &rubric, &visit, None);
    assert!(report.contains("Gekozen indicatoren: D1, D3, F2\n"), "{report}");
    let (chosen, rest) = report.split_once("BUITEN DE KEUZE\n").expect("a heading");
    assert!(chosen.contains("D1 De leraar") && !chosen.contains("INSTRUCTIE"), "{report}");
    assert!(rest.contains("I1 De leraar") && rest.contains("Doel op het bord"), "{report}");
    apply(&mut visit, Edit::Visit(VisitEdit::Chosen([].into())));
    assert_eq!(visit.progress(&rubric), Progress { scored: 3, not_observed: 0, of: 25, is_choice: false });
    assert_eq!(visit.kept_outside(&rubric).count(), 0);
}

#[test]
fn a_visit_without_a_choice_is_written_as_before_and_an_older_file_looks_at_all() {
    let json = |visit: &Observation| {
        export_json(&header(), &[], &[], std::slice::from_ref(visit), &[]).expect("an export")
    };
    assert!(!json(&draft()).contains("chosen_indicators"));
    let walkthrough = json(&walkthrough());
    assert!(walkthrough.contains(r#""chosen_indicators":["D1","D3","F2"]"#), "{walkthrough}");
    let older = walkthrough.replace(r#","chosen_indicators":["D1","D3","F2"]"#, "");
    let read = parse_document(&older).expect("an older file");
    assert!(read.observations.iter().all(|visit| !visit.visit.is_choice()));
}

/// What hangs on the rubric of a visit keeps it from getting another one.
#[test]
fn a_visit_changes_its_rubric_only_while_nothing_hangs_on_it() {
    let other = || Edit::Rubric(lesbezoek::domain::RubricRef { version: 9, ..draft().rubric });
    let mut visit = draft();
    let before = visit.rubric.clone();
    let undo = visit.apply(other(), header().exported_at).expect("nothing hangs on it");
    assert_eq!(visit.rubric.version, 9);
    assert_eq!(undo, Edit::Rubric(before));
    for hangs in [
        Edit::Answer(id("D1"), Some(Answer::NotObserved)),
        Edit::Note(id("D1"), "x".to_owned()),
        Edit::Visit(VisitEdit::Chosen([id("D1")].into())),
    ] {
        let mut visit = draft();
        apply(&mut visit, hangs);
        assert_eq!(visit.apply(other(), header().exported_at), None);
        assert_eq!(visit.rubric, draft().rubric);
    }
}
