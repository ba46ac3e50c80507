//! How many visits of a real lesson's size fit in local storage, as they are and packed.
//!
//! `cargo run --release --example how_many_fit`; with `-- FILE` it also writes packed records for [`CAPACITY`] units, as
//! JSON, to fill a browser with.
//!
//! The visits are the two fixtures, varied: ids, seconds and milliseconds are random, as are scores, look-fors, tags, signs and
//! which line is evidence for what; each text gets other words, between 0.6 and 1.4 times its length. The words are drawn as often
//! as in the fixtures and in the rubric, and one in twenty is made up of syllables and occurs nowhere else. That is
//! harder to pack than what people write: the fixture that the packer's dictionary does not know is packed beside it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement may stop"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{Duration, NaiveDate, Timelike};
use lesbezoek::domain::{
    Answer, LineId, LogLine, Moment, Observation, ObservationId, PointId, Rating, SchoolYear, Score, Sign,
};
use lesbezoek::exchange::{BUILTIN_RUBRIC_JSON, builtin_indicators, parse_document};
use lesbezoek::store::{CODEC, Key, MemoryStore, RecordStore, Shelf};
use school::Chance;

/// UTF-16 units in Chromium and Firefox, bytes in WebKit.
const CAPACITY: usize = 5 * 1024 * 1024;
const VISITS: u64 = 400;
const FIXTURES: [&str; 2] = [
    include_str!("../tests/fixtures/groep5-rekenen.json"),
    include_str!("../tests/fixtures/groep7-begrijpend-lezen.json"),
];

fn main() {
    let lessons: Vec<Observation> = FIXTURES
        .iter()
        .flat_map(|fixture| parse_document(fixture).expect("a sound fixture").observations)
        .collect();
    let words = Words::of(&FIXTURES.map(str::to_owned), BUILTIN_RUBRIC_JSON);
    let mut chance = Chance::new(1);
    let known = vec![with_times_of_the_app(&lessons[0], &mut chance)];
    report("the fixture that the packer does not know", &known);
    let varied: Vec<_> =
        (0..VISITS).map(|n| vary(&lessons[usize::from(n % 2 == 1)], &words, &mut chance)).collect();
    let small = report("varied visits", &varied);
    if let Some(file) = std::env::args().nth(1) {
        let records = repeated(&small, &mut chance);
        std::fs::write(file, serde_json::to_string(&records).expect("text")).expect("a place for the file");
    }
}

/// Prints what they take, and gives the packed records.
fn report(what: &str, visits: &[Observation]) -> BTreeMap<String, String> {
    let store = Rc::new(MemoryStore::default());
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    shelf.use_codec(CODEC);
    for visit in visits {
        shelf.save(visit).expect("room");
    }
    println!("{what} ({})", visits.len());
    print("as they are", &*store, visits.len());
    let began = std::time::Instant::now();
    for visit in visits {
        assert_eq!(shelf.pack(visit.id, SchoolYear(2100), |_| builtin_indicators()), Ok(true));
    }
    let packing = began.elapsed() / u32::try_from(visits.len()).expect("few");
    print("packed", &*store, visits.len());
    let began = std::time::Instant::now();
    for visit in visits {
        assert_eq!(shelf.load(visit.id).expect("readable").as_ref(), Some(visit));
    }
    let opening = began.elapsed() / u32::try_from(visits.len()).expect("few");
    println!("  to pack one takes {packing:.1?}, to open one {opening:.1?}");
    store.keys().expect("readable").into_iter().map(|key| (key.clone(), value(&*store, &key))).collect()
}

fn value(store: &dyn RecordStore, key: &str) -> String {
    store.get(key).expect("readable").expect("there")
}

fn print(form: &str, store: &dyn RecordStore, visits: usize) {
    let texts = store.keys().expect("readable").into_iter().flat_map(|key| {
        let value = value(store, &key);
        [key, value]
    });
    let (mut units, mut bytes) = (0, 0);
    for text in texts {
        let length = text.encode_utf16().count();
        units += length;
        bytes += length * if text.chars().all(|letter| letter <= '\u{ff}') { 1 } else { 2 };
    }
    let [units, bytes] = [units, bytes].map(|sum| sum / visits);
    println!(
        "  {form}: {units} units each, so {} fit in Chromium and Firefox; {bytes} bytes each in WebKit, so {} fit",
        CAPACITY / units,
        CAPACITY / bytes
    );
}

/// The same records under other ids, more than fit. (Their checks would fail: they only take room.)
fn repeated(records: &BTreeMap<String, String>, chance: &mut Chance) -> Vec<(String, String)> {
    let all: Vec<_> = records.values().collect();
    let sizes = all.iter().map(|value| value.encode_utf16().count() + 60);
    let rounds = CAPACITY / sizes.sum::<usize>() + 1;
    let ids = std::iter::repeat_with(|| Key::Observation(ObservationId(chance.id(0))).to_string());
    ids.zip((0..rounds).flat_map(|_| all.iter().map(|value| (*value).clone()))).collect()
}

/// Words with spaces between, each as often as it occurs.
struct Words(Vec<String>);

impl Words {
    fn of(fixtures: &[String], rubric: &str) -> Self {
        let mut words = Vec::new();
        for document in fixtures.iter().map(String::as_str).chain([rubric]) {
            let json = serde_json::from_str(document).expect("JSON");
            Self::add(&json, &mut words, document == rubric);
        }
        Self(words)
    }

    fn add(json: &serde_json::Value, words: &mut Vec<String>, is_rubric: bool) {
        match json {
            serde_json::Value::Object(fields) => {
                for (name, field) in fields {
                    let is_text = if is_rubric {
                        name == "nl"
                    } else {
                        ["text", "note", "what", "who", "teacher_view", "observer_view", "focus"]
                            .contains(&name.as_str())
                    };
                    match field.as_str() {
                        Some(text) if is_text => words.extend(text.split_whitespace().map(str::to_owned)),
                        _ => Self::add(field, words, is_rubric),
                    }
                }
            }
            serde_json::Value::Array(items) => {
                items.iter().for_each(|item| Self::add(item, words, is_rubric));
            }
            _ => {}
        }
    }

    /// A text about as long as this one, of other words.
    fn like(&self, text: &str, chance: &mut Chance) -> String {
        if text.is_empty() {
            return String::new();
        }
        let letters = text.chars().count() * usize::try_from(60 + chance.below(80)).expect("few") / 100;
        let mut out = String::new();
        while out.chars().count() < letters {
            if !out.is_empty() {
                out.push(' ');
            }
            if chance.is(5) {
                out.push_str(&made_up(chance));
            } else {
                let all: Vec<&str> = self.0.iter().map(String::as_str).collect();
                out.push_str(chance.one_of(&all));
            }
        }
        out
    }
}

fn made_up(chance: &mut Chance) -> String {
    const BEFORE: [&str; 20] = [
        "b", "br", "d", "dr", "f", "g", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "sch", "st", "v", "w",
        "z",
    ];
    const SOUNDS: [&str; 12] = ["a", "aa", "e", "ee", "i", "ie", "o", "oo", "u", "ui", "ij", "ou"];
    const BEHIND: [&str; 12] = ["", "k", "l", "m", "n", "p", "r", "s", "t", "nd", "st", "rt"];
    let syllables = 1 + chance.below(3);
    (0..syllables)
        .map(|_| [chance.one_of(&BEFORE), chance.one_of(&SOUNDS), chance.one_of(&BEHIND)].concat())
        .collect()
}

/// Moments to the millisecond, as the app writes them.
fn with_times_of_the_app(visit: &Observation, chance: &mut Chance) -> Observation {
    let mut visit = visit.clone();
    let mut later = |at: &mut Moment| {
        *at += Duration::milliseconds(1 + i64::try_from(chance.below(59_998)).expect("small"))
    };
    [&mut visit.created_at, &mut visit.updated_at].into_iter().for_each(&mut later);
    visit.visit.started_at.iter_mut().chain(&mut visit.visit.ended_at).for_each(&mut later);
    visit.log.iter_mut().map(|line| &mut line.at).for_each(&mut later);
    visit.tallies.iter_mut().map(|tally| &mut tally.at).for_each(&mut later);
    visit.scans.iter_mut().map(|scan| &mut scan.at).for_each(&mut later);
    visit
}

fn vary(lesson: &Observation, words: &Words, chance: &mut Chance) -> Observation {
    let mut visit = with_times_of_the_app(lesson, chance);
    let days = i64::try_from(chance.below(5 * 365)).expect("small");
    let on_day = |at: Moment| at - Duration::days(days);
    let millis = u64::try_from(on_day(visit.created_at).timestamp_millis()).expect("after 1970");
    visit.id = ObservationId(chance.id(millis));
    visit.visit.date = NaiveDate::from_ymd_opt(2026, 11, 12).expect("a day") - Duration::days(days);
    [&mut visit.created_at, &mut visit.updated_at].into_iter().for_each(|at| *at = on_day(*at));
    visit.visit.started_at = visit.visit.started_at.map(on_day);
    visit.visit.ended_at = visit.visit.ended_at.map(on_day);
    visit.tallies.iter_mut().for_each(|tally| tally.at = on_day(tally.at));
    visit.scans.iter_mut().for_each(|scan| scan.at = on_day(scan.at));
    let names =
        ["Noor", "Daan", "Els", "Karin", "Peter", "Sanne", "Mila", "Joris", "Bram", "Fatima", "Ahmed"];
    visit.visit.teacher.name = format!("{} {}", chance.one_of(&["Juf", "Meester"]), chance.one_of(&names));
    visit.visit.observer.name = chance.one_of(&names).to_owned();
    visit.visit.focus = words.like(&visit.visit.focus, chance);
    visit.log = visit.log.iter().map(|line| vary_line(line, on_day(line.at), words, chance)).collect();
    let lines: Vec<LineId> = visit.log.iter().map(|line| line.id).collect();
    visit.ratings = visit
        .ratings
        .iter()
        .map(|(indicator, rating)| {
            (indicator.clone(), vary_rating(rating, indicator.as_str(), &lines, words, chance))
        })
        .collect();
    let talk = &mut visit.talk;
    for text in [&mut talk.teacher_view, &mut talk.observer_view] {
        *text = words.like(text, chance);
    }
    for point in talk.strengths.iter_mut().chain(&mut talk.growth_points) {
        point.id = PointId(chance.id(millis + u64::from(on_day(visit.updated_at).minute()) * 60_000));
        point.text = words.like(&point.text, chance);
    }
    for agreement in &mut talk.agreements {
        agreement.id.0 = chance.id(millis);
        agreement.what = words.like(&agreement.what, chance);
        agreement.who = words.like(&agreement.who, chance);
    }
    visit
}

fn vary_line(line: &LogLine, at: Moment, words: &Words, chance: &mut Chance) -> LogLine {
    let domain = chance.one_of(&["D", "I", "F"]);
    let millis = u64::try_from(at.timestamp_millis()).expect("after 1970") + chance.below(20_000);
    LogLine {
        id: LineId(chance.id(millis)),
        at,
        text: words.like(&line.text, chance),
        meaning: words.like(&line.meaning, chance),
        domain: line.domain.as_ref().map(|_| domain.parse().expect("an id")),
        indicator: line
            .indicator
            .as_ref()
            .map(|_| format!("{domain}{}", 1 + chance.below(8)).parse().expect("an id")),
        sign: line.sign.map(|_| if chance.is(75) { Sign::Plus } else { Sign::Minus }),
    }
}

fn vary_rating(
    rating: &Rating,
    indicator: &str,
    lines: &[LineId],
    words: &Words,
    chance: &mut Chance,
) -> Rating {
    let score = Score::try_from(1 + u8::try_from(chance.below(4)).expect("small")).expect("a score");
    let lines: Vec<&LineId> = lines.iter().collect();
    Rating {
        answer: rating.answer.map(|answer| match answer {
            Answer::Score(_) => Answer::Score(score),
            Answer::NotObserved => answer,
        }),
        look_fors: ["a", "b", "c", "d"]
            .iter()
            .filter(|_| chance.is(45))
            .map(|letter| format!("{indicator}{letter}").parse().expect("an id"))
            .collect(),
        note: words.like(&rating.note, chance),
        evidence: rating.evidence.iter().map(|_| *chance.one_of(&lines)).collect(),
    }
}
