//! What the check page says of the talk.

use super::rows::Row;
use crate::domain::{Agreement, FollowUp, Observation, Participant, PointList, Step, Talk};
use crate::i18n::Text;
use crate::ui::pages::talk::confirm_id;

/// What was said and agreed, in the order of the talk. Beyond the fields that every talk has, only what was filled in.
pub fn talk_rows(t: &'static Text, observation: &Observation) -> Vec<Row> {
    let (g, talk) = (t.guide(), &observation.talk);
    let points = |list| {
        let texts = talk.points(list).iter().map(|point| t.point(point));
        texts.collect::<Vec<_>>().join("\n")
    };
    let mut rows = vec![row("teacher-view", t.talk().teacher_view, &talk.teacher_view)];
    rows.extend((1..).zip(&talk.follow_ups).map(|(number, one)| follow_up_row(t, one, number)));
    let around = [
        ("preparing", g.preparing, &talk.around.preparing),
        ("evaluating", g.evaluating, &talk.around.evaluating),
    ];
    let around = around.into_iter().filter(|(_, _, told)| !told.trim().is_empty());
    rows.extend(around.map(|(id, name, told)| row(id, name, told).noted(g.around_told.to_owned())));
    rows.push(row("observer-view", t.talk().observer_view, &talk.observer_view));
    rows.extend(talk.scores_shown.map(|at| row("scores", g.scores_shown, &t.moment(at))));
    rows.push(row("strengths", t.talk().strengths, &points(PointList::Strengths)));
    rows.push(row("growth-points", t.talk().growth_points, &points(PointList::GrowthPoints)));
    rows.extend(agreement_rows(t, talk));
    let is_asked = !observation.visit.focus.trim().is_empty();
    rows.extend((is_asked || !talk.answer.is_empty()).then(|| row("answer", g.answer, &talk.answer)));
    if observation.can_show_growth() {
        let since = talk.in_growth.map(|at| t.moment(at)).unwrap_or_default();
        rows.push(row("in-growth", g.in_growth, &since));
    }
    rows.extend(Participant::ALL.map(|who| {
        let since = talk.confirmed.by(who).map(|at| t.moment(at)).unwrap_or_default();
        row(confirm_id(who), t.right(who), &since)
    }));
    rows
}

fn row(id: &str, name: &str, value: &str) -> Row {
    Row::new(name, value).at(Step::Talk, id)
}

fn follow_up_row(t: &'static Text, one: &FollowUp, number: usize) -> Row {
    let outcome = one.outcome.map(|outcome| t.outcome(outcome).to_owned());
    let note = Some(one.note.trim().to_owned()).filter(|note| !note.is_empty());
    let said = [Some(t.agreed(one)), outcome, note].into_iter().flatten().collect::<Vec<_>>().join("\n");
    row(&format!("follow-up-{}", one.agreement.id), t.guide().follow_up, &one.agreement.what)
        .noted(said)
        .called(format!("{} {number}", t.guide().follow_up))
}

fn agreement_rows(t: &'static Text, talk: &Talk) -> Vec<Row> {
    if talk.agreements.is_empty() {
        return vec![row("agreements", t.talk().agreements, "")];
    }
    let agreement_row = |(number, agreement): (usize, &Agreement)| {
        row(&format!("what-{}", agreement.id), t.talk().agreement, &agreement.what)
            .noted(t.who_and_when(agreement))
            .called(format!("{} {number}", t.talk().agreement))
    };
    (1..).zip(&talk.agreements).map(agreement_row).collect()
}
