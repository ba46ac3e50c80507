//! What goes out comes back the same, and what is undone is as it was.

use crate::common::{
    answer, builtin, day, draft, header, indicator, line, moment, objection, observation, phase_start,
    talk_edit, text,
};
use lesbezoek::domain::{
    Edit, LessonEdit, LineEdit, Observation, PointId, PointList, Scan, TalkEdit, TalkPoint, Tally, VisitEdit,
};
use lesbezoek::exchange::{export_json, parse_document};
use lesbezoek::store::{open, seal};
use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;

/// An edit of any kind; lines are named by place, since ids are made on the way.
#[derive(Clone, Debug)]
enum Step {
    Edit(Edit),
    RemoveLine(Index),
    Line(Index, LineEdit),
    Evidence(Index, lesbezoek::domain::IndicatorId, bool),
}

impl Step {
    fn edit(self, visit: &Observation) -> Option<Edit> {
        let line = |place: Index| visit.log.get(place.index(visit.log.len().max(1))).map(|line| line.id);
        Some(match self {
            Self::Edit(edit) => edit,
            Self::RemoveLine(place) => Edit::RemoveLine(line(place)?),
            Self::Line(place, edit) => Edit::Line(line(place)?, edit),
            Self::Evidence(place, indicator, linked) => Edit::Evidence(indicator, line(place)?, linked),
        })
    }
}

fn step() -> impl Strategy<Value = Step> {
    let point = (any::<u8>(), text()).prop_map(|(id, text)| {
        let point = TalkPoint { id: PointId(Uuid::from_u128(id.into())), text, indicator: None };
        Edit::Talk(TalkEdit::InsertPoint(PointList::Strengths, 0, point))
    });
    let edit = prop_oneof![
        (indicator(), proptest::option::of(answer())).prop_map(|(id, answer)| Edit::Answer(id, answer)),
        (indicator(), text()).prop_map(|(id, text)| Edit::Note(id, text)),
        line().prop_map(|line| Edit::InsertLine(0, line, Vec::new())),
        text().prop_map(|text| Edit::Visit(VisitEdit::Focus(text))),
        proptest::collection::btree_set(indicator(), 0..3)
            .prop_map(|ids| Edit::Visit(VisitEdit::Chosen(ids))),
        point,
        lesson_edit().prop_map(Edit::Lesson),
        talk_edit().prop_map(Edit::Talk),
        any::<u8>().prop_map(|id| {
            Edit::Talk(TalkEdit::RemovePoint(PointList::Strengths, PointId(Uuid::from_u128(id.into()))))
        }),
        objection().prop_map(Edit::Objection),
        proptest::option::of(day()).prop_map(|until| Edit::Visit(VisitEdit::KeepUntil(until))),
        Just(Edit::Complete),
        Just(Edit::Reopen),
    ];
    prop_oneof![
        4 => edit.prop_map(Step::Edit),
        1 => any::<Index>().prop_map(Step::RemoveLine),
        1 => (any::<Index>(), line_edit()).prop_map(|(place, edit)| Step::Line(place, edit)),
        1 => (any::<Index>(), indicator(), any::<bool>()).prop_map(|(place, id, on)| Step::Evidence(place, id, on)),
    ]
}

/// Few counters and small places, so that taps meet each other.
fn lesson_edit() -> impl Strategy<Value = LessonEdit> {
    let counter = || "[ab]".prop_map(String::from);
    prop_oneof![
        (0_usize..4, counter(), moment())
            .prop_map(|(place, counter, at)| LessonEdit::InsertTally(place, Tally { counter, at })),
        counter().prop_map(LessonEdit::RemoveTally),
        (0_usize..4, moment(), any::<u16>(), any::<u16>())
            .prop_map(|(place, at, on_task, of)| LessonEdit::InsertScan(place, Scan::new(at, on_task, of))),
        (0_usize..4).prop_map(LessonEdit::RemoveScan),
        (0_usize..4, phase_start()).prop_map(|(place, start)| LessonEdit::InsertPhase(place, start)),
        (0_usize..4).prop_map(LessonEdit::RemovePhase),
    ]
}

fn line_edit() -> impl Strategy<Value = LineEdit> {
    prop_oneof![
        text().prop_map(LineEdit::Text),
        text().prop_map(LineEdit::Meaning),
        moment().prop_map(LineEdit::At),
        proptest::option::of(indicator()).prop_map(|id| LineEdit::Tag(id, None)),
    ]
}

/// All but what counts and dates the changes.
fn content(visit: &Observation) -> Observation {
    let reference = draft();
    Observation { revision: 0, updated_at: reference.updated_at, ..visit.clone() }
}

proptest! {
    #[test]
    fn any_visit_survives_export_and_import(visit in observation()) {
        let json = export_json(&header(), &[builtin()], &[], std::slice::from_ref(&visit), &[]).expect("an export");
        let document = parse_document(&json).expect("our own export");
        prop_assert_eq!(document.observations, [visit]);
        prop_assert_eq!(document.rubrics, [builtin()]);
        prop_assert_eq!(document.header, header());
    }

    #[test]
    fn undoing_every_edit_gives_the_visit_back(steps in proptest::collection::vec(step(), 0..30)) {
        let start = draft();
        let mut visit = start.clone();
        let mut undo = Vec::new();
        for step in steps {
            let Some(edit) = step.edit(&visit) else { continue };
            let before = visit.clone();
            match visit.apply(edit, before.created_at) {
                Some(inverse) => {
                    prop_assert_eq!(visit.revision, before.revision + 1);
                    undo.push(inverse);
                }
                None => prop_assert_eq!(&visit, &before),
            }
        }
        while let Some(inverse) = undo.pop() {
            visit.apply(inverse, start.created_at);
        }
        prop_assert_eq!(content(&visit), content(&start));
    }

    #[test]
    fn a_flipped_byte_in_an_envelope_is_never_read_as_something_else(
        note in text(), revision in any::<u64>(), at in any::<Index>(), bit in 0_u8..8,
    ) {
        let body = serde_json::to_string(&note).expect("JSON");
        let sealed = seal(revision, &body);
        let whole = open(&sealed).expect("sound");
        prop_assert_eq!((whole.revision, whole.body.as_str()), (revision, body.as_str()));
        let mut bytes = sealed.into_bytes();
        let at = at.index(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << bit;
        }
        if let Some(read) = String::from_utf8(bytes).ok().and_then(|text| open(&text).ok()) {
            prop_assert_eq!(read, whole);
        }
    }
}
