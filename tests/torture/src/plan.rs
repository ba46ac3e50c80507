//! What is done before a kill, and when the kill comes: all from the seed and the number of the kill.

use std::time::Duration;

use fastrand::Rng;
use serde::Serialize;

use crate::ledger::Fields;

/// More than any browser gets done before the kill.
const BURSTS: usize = 1500;

/// An indicator is left alone until so many others were tapped.
const APART: usize = 8;

/// The answers of an indicator in the order in which they are given: a tap on the answer that stands would clear it.
const ANSWERS: [&str; 5] = ["1", "2", "3", "4", "not_observed"];

const WORDS: [&str; 8] = [
    "Drie kinderen wachten",
    "op hulp",
    "wisbordjes",
    "½ + ¼",
    "„goed zo”",
    "iedereen telt mee",
    "een stille beurt",
    "opnieuw",
];

/// One change that an observer makes.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Change {
    /// A tap on an answer.
    Tap { indicator: String, value: &'static str },
    /// A key in the note of an indicator: the text as it is then.
    Note { indicator: String, text: String },
    /// A key in the next line of the log. The first word names the line; at the end it is put into the log.
    Line { text: String, end: bool },
}

impl Change {
    /// The name of what is changed.
    pub fn field(&self) -> String {
        match self {
            Self::Tap { indicator, .. } => format!("answer {indicator}"),
            Self::Note { indicator, .. } => format!("note {indicator}"),
            Self::Line { text, .. } => format!("line {}", text.split(' ').next().unwrap_or_default()),
        }
    }

    /// What it is afterwards.
    pub fn value(&self) -> String {
        match self {
            Self::Tap { value, .. } => (*value).to_owned(),
            Self::Note { text, .. } | Self::Line { text, .. } => text.clone(),
        }
    }
}

/// Changes that follow each other without a pause; after them the page waits until they are kept.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Burst {
    /// Where: `scoren` or `kijken`.
    pub screen: &'static str,
    /// Which.
    pub changes: Vec<Change>,
}

/// When the browser is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// As soon as so many bursts are kept: the youngest acknowledged change is no older than its way to the harness.
    AtKept(usize),
    /// So long after the first change, whatever is going on.
    After(Duration),
    /// So long after the first thing that is kept.
    AfterKept(Duration),
}

impl Moment {
    /// The longest that is waited for it.
    pub fn limit(self) -> Duration {
        match self {
            Self::AtKept(_) | Self::AfterKept(_) => Duration::from_secs(10),
            Self::After(time) => time,
        }
    }
}

/// All of it.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Plan {
    /// Whether a visit is begun first.
    pub new_visit: bool,
    /// What is done.
    pub bursts: Vec<Burst>,
    /// The lock gets this passphrase, and nothing else is done. The first thing kept is that this begins.
    pub passphrase: Option<String>,
    /// When it ends.
    #[serde(skip)]
    pub moment: Moment,
    /// The screen that is opened first after the kill.
    #[serde(skip)]
    pub first: &'static str,
    /// The browser is killed once more so long after its next start, while the app mends what the kill has left.
    #[serde(skip)]
    pub again: Option<Duration>,
}

impl Plan {
    /// The plan before kill number `kill`. `base` is what the visit holds: the answers go on from there.
    pub fn make(seed: u64, kill: u64, new_visit: bool, base: &Fields) -> Self {
        let mut rng = Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(kill));
        let moment = match rng.u8(0..6) {
            0..3 => Moment::AtKept(rng.usize(1..=60)),
            3..5 => Moment::After(Duration::from_millis(rng.u64(20..=3000))),
            // By then the browser has written some of the changes to local storage too, and not the others.
            _ => Moment::After(Duration::from_millis(rng.u64(3000..=12_000))),
        };
        let first = ["scoren", "kijken", "home"][rng.usize(0..3)];
        let again = (rng.u8(0..4) == 0).then(|| Duration::from_millis(rng.u64(300..2000)));
        let mut writer = Writer { rng, kill, values: base.clone(), recent: Vec::new(), texts: 0 };
        let mut bursts = Vec::with_capacity(BURSTS);
        while bursts.len() < BURSTS {
            writer.score(&mut bursts);
            writer.watch(&mut bursts);
        }
        Self { new_visit, bursts, passphrase: None, moment, first, again }
    }

    /// The plan before kill number `kill`, which comes while the passphrase of the lock is being changed.
    pub fn change_passphrase(seed: u64, kill: u64) -> Self {
        let plan = Self::make(seed, kill, false, &Fields::new());
        let mut rng = Rng::with_seed(seed ^ kill);
        Self {
            bursts: Vec::new(),
            passphrase: Some(format!("wachtzin-nummer-{kill}-van-het-slot")),
            moment: Moment::AfterKept(Duration::from_millis(rng.u64(0..=1000))),
            ..plan
        }
    }
}

struct Writer {
    rng: Rng,
    kill: u64,
    values: Fields,
    recent: Vec<String>,
    texts: usize,
}

impl Writer {
    /// Some time on the screen with the rubric.
    fn score(&mut self, bursts: &mut Vec<Burst>) {
        for _ in 0..self.rng.usize(5..50) {
            let mut changes = Vec::new();
            // A tap after a key also keeps the key; without it the app waits for a rest in the typing.
            let typed = self.rng.u8(0..8) == 0;
            if typed {
                let indicator = self.indicator();
                changes.push(Change::Note { indicator, text: self.text() });
            }
            let fewest = usize::from(!typed);
            for _ in 0..self.rng.usize(fewest..=3) {
                changes.push(self.tap());
            }
            bursts.push(Burst { screen: "scoren", changes });
        }
    }

    /// Some lines in the log: at one go, or key by key with rests.
    fn watch(&mut self, bursts: &mut Vec<Burst>) {
        for _ in 0..self.rng.usize(1..12) {
            let mut text = self.text();
            for _ in 0..self.rng.usize(0..3) {
                let change = Change::Line { text: text.clone(), end: false };
                bursts.push(Burst { screen: "kijken", changes: vec![change] });
                text = format!("{text} {}", WORDS[self.rng.usize(0..WORDS.len())]);
            }
            bursts.push(Burst { screen: "kijken", changes: vec![Change::Line { text, end: true }] });
        }
    }

    fn tap(&mut self) -> Change {
        let indicator = loop {
            let one = self.indicator();
            if !self.recent.contains(&one) {
                break one;
            }
        };
        if self.recent.len() == APART {
            self.recent.remove(0);
        }
        self.recent.push(indicator.clone());
        let stands = self.values.get(&format!("answer {indicator}"));
        let next =
            stands.and_then(|value| ANSWERS.iter().position(|one| one == value)).map_or(0, |now| now + 1);
        let change = Change::Tap { indicator, value: ANSWERS[next % ANSWERS.len()] };
        self.values.insert(change.field(), change.value());
        change
    }

    fn indicator(&mut self) -> String {
        match self.rng.usize(0..25) {
            number @ 0..8 => format!("D{}", number + 1),
            number @ 8..17 => format!("I{}", number - 7),
            number => format!("F{}", number - 16),
        }
    }

    /// A text that is nowhere else.
    fn text(&mut self) -> String {
        self.texts += 1;
        format!("k{}-{} {}", self.kill, self.texts, WORDS[self.rng.usize(0..WORDS.len())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_plan_and_no_tap_clears_an_answer() {
        let base = Fields::from([("answer D1".to_owned(), "4".to_owned())]);
        let plan = Plan::make(7, 3, false, &base);
        assert_eq!(plan, Plan::make(7, 3, false, &base));
        assert_ne!(plan.bursts, Plan::make(7, 4, false, &base).bursts);
        let mut values = base;
        for change in plan.bursts.iter().flat_map(|burst| &burst.changes) {
            assert_ne!(values.insert(change.field(), change.value()), Some(change.value()));
        }
    }
}
