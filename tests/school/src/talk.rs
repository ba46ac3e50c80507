//! What was said and agreed afterwards.

use chrono::{Days, TimeDelta};
use lesbezoek::domain::{Agreement, AgreementId, Observation, PointId, TalkPoint};

use crate::Chance;

const STRENGTHS: [&str; 4] = [
    "Rustig begin, iedereen wist het doel.",
    "Duidelijk voorgedaan.",
    "Warme toon, fouten mogen.",
    "Snel aan het werk.",
];
const GROWTH: [&str; 4] = [
    "Vragen aan alle leerlingen.",
    "Feedback die zegt hoe het verder moet.",
    "Uitdaging voor wie klaar is.",
    "Samen afsluiten op het doel.",
];
const AGREED: [&str; 3] =
    ["Wisbordjes in elke rekenles.", "Twee keer per week een afsluiting.", "Een les bij een collega kijken."];

/// A short talk the same day.
pub fn fill(chance: &mut Chance, visit: &mut Observation) {
    let Some(end) = visit.visit.ended_at else { return };
    let talk = end + TimeDelta::minutes(30);
    let millis = u64::try_from(talk.timestamp_millis()).expect("after 1970");
    let point = |chance: &mut Chance, texts: &[&str]| TalkPoint {
        id: PointId(chance.id(millis)),
        text: (*chance.one_of(texts)).to_owned(),
        indicator: None,
    };
    visit.talk.teacher_view = "Ik ben tevreden over het begin.".to_owned();
    visit.talk.scores_shown = Some(talk);
    visit.talk.strengths = vec![point(chance, &STRENGTHS)];
    visit.talk.growth_points = vec![point(chance, &GROWTH)];
    // By the visit itself: two in three agree.
    if visit.can_show_growth() && visit.id.0.as_bytes().last().is_some_and(|byte| *byte < 170) {
        visit.talk.in_growth = Some(talk);
    }
    if chance.is(60) {
        visit.talk.agreements = vec![Agreement {
            id: AgreementId(chance.id(millis)),
            what: (*chance.one_of(&AGREED)).to_owned(),
            who: "Leraar".to_owned(),
            when: visit.visit.date.checked_add_days(Days::new(chance.below(40) + 7)),
        }];
    }
}
