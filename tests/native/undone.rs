//! Undo names what it undid, in both languages.

use crate::common::{draft, header};
use lesbezoek::domain::{
    Answer, Edit, Lang, LessonEdit, LineEdit, LineId, LogLine, Phase, PhaseStart, Scan, Tally, VisitEdit,
    VisitKind,
};
use lesbezoek::i18n::text;
use uuid::Uuid;

#[test]
fn what_was_undone_is_named_as_on_its_button() {
    let now = header().exported_at;
    let mut visit = draft();
    let d3 = || "D3".parse().expect("an id");
    let id = LineId(Uuid::from_u128(1));
    let line = LogLine {
        id,
        at: now,
        text: "Wisbordjes".to_owned(),
        meaning: String::new(),
        domain: None,
        indicator: None,
        sign: None,
    };
    let own = Tally { counter: "Wisbordje".to_owned(), at: now };
    let turn = Tally { counter: "turn".to_owned(), at: now };
    let lesson = Edit::Lesson;
    for (edit, dutch, english) in [
        (Edit::Answer(d3(), Some(Answer::NotObserved)), "score van D3", "score of D3"),
        (Edit::LookFor(d3(), "D3a".parse().expect("an id"), true), "kijkpunten van D3", "look-fors of D3"),
        (Edit::InsertLine(0, line, Vec::new()), "regel van 12.00", "line of 12:00"),
        (Edit::Line(id, LineEdit::Text("Wis".to_owned())), "regel van 12.00", "line of 12:00"),
        (Edit::Evidence(d3(), id, true), "bewijs van D3", "evidence of D3"),
        (Edit::RemoveLine(id), "regel van 12.00", "line of 12:00"),
        (lesson(LessonEdit::InsertTally(0, turn)), "Beurt", "Turn"),
        (lesson(LessonEdit::RemoveTally("turn".to_owned())), "Beurt", "Turn"),
        (lesson(LessonEdit::InsertTally(0, own)), "Wisbordje", "Wisbordje"),
        (
            lesson(LessonEdit::InsertPhase(0, PhaseStart::new(Phase::Rounds, now))),
            "Hulprondes",
            "Help rounds",
        ),
        (lesson(LessonEdit::InsertScan(0, Scan::new(now, 20, 24))), "Taakscan", "Task scan"),
        (Edit::Visit(VisitEdit::StartedAt(Some(now))), "lestijd", "lesson time"),
        (Edit::Visit(VisitEdit::StartedOn(None, now.date_naive())), "lestijd", "lesson time"),
        (Edit::Visit(VisitEdit::Kind(VisitKind::Coach)), "soort bezoek", "kind of visit"),
    ] {
        let inverse = visit.apply(edit, now).expect("a change");
        assert_eq!(text(Lang::Nl).undone(&inverse, &visit), format!("Ongedaan gemaakt: {dutch}"));
        assert_eq!(text(Lang::En).undone(&inverse, &visit), format!("Undone: {english}"));
    }
}
