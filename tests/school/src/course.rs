//! What was noted, counted and seen during a lesson.

use chrono::TimeDelta;
use lesbezoek::domain::{
    Counter, DomainId, LineId, LogLine, Moment, Observation, Phase, PhaseStart, Scan, Sign, Tally,
};

use crate::Chance;

const LINES: [(&str, &str, Option<Sign>); 14] = [
    ("Begint met vijf sommen van gisteren op wisbordjes.", "I", Some(Sign::Plus)),
    ("Leraar: wat moet je straks kunnen?", "I", Some(Sign::Plus)),
    ("Twee leerlingen kijken naar buiten.", "I", Some(Sign::Minus)),
    ("Doet de eerste som hardop denkend voor.", "I", Some(Sign::Plus)),
    ("Drie leerlingen beginnen alvast zelf.", "D", Some(Sign::Plus)),
    ("Aan de instructietafel met vier leerlingen.", "D", Some(Sign::Plus)),
    ("De snelle groep heeft niets meer te doen.", "D", Some(Sign::Minus)),
    ("Leraar: goed zo!", "F", Some(Sign::Minus)),
    ("Leraar: kijk nog eens naar de tweede stap.", "F", Some(Sign::Plus)),
    ("Leerlingen kijken elkaars werk na met de lijst.", "F", Some(Sign::Plus)),
    ("Materiaal ligt klaar.", "D", None),
    ("Rondje door de klas, kijkt in schriften.", "F", None),
    ("De bel gaat, geen afsluiting.", "I", Some(Sign::Minus)),
    ("Vraagt drie leerlingen naar hun aanpak.", "F", Some(Sign::Plus)),
];

/// A few lines, counts, scans and phases; in some lessons only a part of them, as it goes.
pub fn fill(chance: &mut Chance, visit: &mut Observation, level: i64) {
    let (Some(from), Some(to)) = (visit.visit.started_at, visit.visit.ended_at) else { return };
    let minutes = (to - from).num_minutes();
    for _ in 0..chance.between(2, 6) {
        let (text, domain, sign) = LINES[chance.place(LINES.len())];
        let at = moment(chance, from, minutes);
        visit.log.push(LogLine {
            id: LineId(chance.id(u64::try_from(at.timestamp_millis()).expect("after 1970"))),
            at,
            text: text.to_owned(),
            meaning: String::new(),
            domain: domain.parse::<DomainId>().ok(),
            indicator: None,
            sign,
        });
    }
    visit.log.sort_by_key(|line| line.at);
    if chance.is(75) {
        tallies(chance, visit, from, minutes, level);
    }
    if chance.is(60) {
        let pupils = visit.visit.pupils.unwrap_or(24);
        for scan in 1..=minutes / 10 {
            let off = chance.place(usize::from(pupils) / 4).saturating_sub(usize::from(level > 280));
            let on_task = pupils - u16::try_from(off).expect("few");
            visit.scans.push(Scan::new(from + TimeDelta::minutes(scan * 10 - 3), on_task, pupils));
        }
    }
    if chance.is(65) {
        phases(chance, visit, from, minutes);
    }
}

fn tallies(chance: &mut Chance, visit: &mut Observation, from: Moment, minutes: i64, level: i64) {
    let mut often = vec![Counter::Task; 8];
    often.extend([Counter::Person; 3].into_iter().chain([Counter::ClosedQuestion; 4]));
    often.extend([
        Counter::FeedBack,
        Counter::FeedBack,
        Counter::FeedUp,
        Counter::OpenQuestion,
        Counter::Turn,
    ]);
    // Who is further gives more feedback on how and on what comes next.
    let more = usize::try_from((level - 180).max(20) / 20).expect("few");
    often.extend(std::iter::repeat_n(Counter::Process, more));
    often.extend(std::iter::repeat_n(Counter::FeedForward, more / 3));
    often.extend(std::iter::repeat_n(Counter::SelfRegulation, more / 4));
    for _ in 0..chance.between(6, 18) {
        let counter = often[chance.place(often.len())];
        let at = moment(chance, from, minutes);
        visit.tallies.push(Tally { counter: counter.name().to_owned(), at });
    }
    visit.tallies.sort_by_key(|tally| tally.at);
}

fn phases(chance: &mut Chance, visit: &mut Observation, from: Moment, minutes: i64) {
    let mut begun = 0;
    for (phase, percent) in Phase::ALL.into_iter().zip([10, 25, 20, 30, 10, 5]) {
        if begun >= minutes || chance.is(12) {
            continue;
        }
        visit.phases.push(PhaseStart::new(phase, from + TimeDelta::minutes(begun)));
        begun += (minutes * (percent + chance.between(-4, 8)) / 100).max(2);
    }
}

fn moment(chance: &mut Chance, from: Moment, minutes: i64) -> Moment {
    from + TimeDelta::seconds(chance.between(0, minutes * 60 - 1))
}
