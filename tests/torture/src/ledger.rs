//! What was acknowledged, and what became of it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::plan::Plan;

/// The values of a visit by the names of their fields: `answer D3`, `note D3`, `line k4-1`.
pub type Fields = BTreeMap<String, String>;

/// So many bursts may have been made behind the last one that was acknowledged: a report on its way is none.
const AHEAD: usize = 10;

/// The changes of one life of a browser.
pub struct Ledger {
    began: Instant,
    base: Fields,
    plan: Plan,
    kept: Vec<(usize, Instant)>,
}

/// An acknowledged change that is not there any more.
#[derive(Debug)]
pub struct Loss {
    /// What was changed.
    pub field: String,
    /// To what.
    pub value: String,
    /// What is there instead.
    pub found: Option<String>,
    /// How old it was at the kill.
    pub age: Duration,
}

impl Ledger {
    /// `base` is what was there at the start, which counts as acknowledged.
    pub fn new(base: Fields, plan: Plan) -> Self {
        Self { began: Instant::now(), base, plan, kept: Vec::new() }
    }

    /// Burst `number`, and with it each before it, is kept.
    pub fn keep(&mut self, number: usize, at: Instant) {
        self.kept.push((number, at));
    }

    /// How many bursts are.
    pub fn bursts(&self) -> usize {
        self.kept.iter().map(|(number, _)| number + 1).max().unwrap_or(0)
    }

    /// How many changes were acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.plan.bursts.iter().take(self.bursts()).map(|burst| burst.changes.len()).sum()
    }

    /// When a burst was first known to be kept.
    fn kept_at(&self, number: usize) -> Option<Instant> {
        self.kept.iter().filter(|(kept, _)| *kept >= number).map(|(_, at)| *at).min()
    }

    /// The acknowledged changes that are not in `found`, nor followed there by a later one.
    pub fn lost(&self, found: &Fields, killed: Instant) -> Vec<Loss> {
        let mut lost = Vec::new();
        for (field, values) in self.histories() {
            let found = found.get(&field);
            let stands = values.iter().rposition(|(value, _)| Some(value) == found);
            let gone = values.iter().skip(stands.map_or(0, |at| at + 1));
            for (value, at) in gone {
                let Some(at) = at else { continue };
                let age = killed.saturating_duration_since(*at);
                lost.push(Loss { field: field.clone(), value: value.clone(), found: found.cloned(), age });
            }
        }
        lost
    }

    /// The values that each field had, one after another, each with the moment from which it was known to be kept.
    fn histories(&self) -> BTreeMap<String, Vec<(String, Option<Instant>)>> {
        let mut histories: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (field, value) in &self.base {
            histories.entry(field.clone()).or_default().push((value.clone(), Some(self.began)));
        }
        for (number, burst) in self.plan.bursts.iter().take(self.bursts() + AHEAD).enumerate() {
            for change in &burst.changes {
                let history = histories.entry(change.field()).or_default();
                history.push((change.value(), self.kept_at(number)));
            }
        }
        histories
    }

    /// The indicators that have a note, or may have one.
    pub fn noted(&self) -> BTreeSet<String> {
        let histories = self.histories();
        histories.keys().filter_map(|field| field.strip_prefix("note ")).map(str::to_owned).collect()
    }
}

/// The values in a record as it lies in local storage (docs/data-format.md).
pub fn fields_of(record: &str) -> Result<Fields> {
    let record: Value = serde_json::from_str(record).context("a record is JSON")?;
    let mut fields = Fields::new();
    for (id, rating) in record["body"]["ratings"].as_object().context("a record has ratings")? {
        let answer = &rating["answer"];
        let score = answer["score"].as_u64().map(|score| score.to_string());
        if let Some(value) = score.or_else(|| answer.as_str().map(str::to_owned)) {
            fields.insert(format!("answer {id}"), value);
        }
        let note = rating["note"].as_str().unwrap_or_default();
        if !note.is_empty() {
            fields.insert(format!("note {id}"), note.to_owned());
        }
    }
    for line in record["body"]["log"].as_array().context("a record has a log")? {
        let text = line["text"].as_str().unwrap_or_default();
        fields.insert(format!("line {}", text.split(' ').next().unwrap_or_default()), text.to_owned());
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Burst, Change};

    fn ledger(values: &[&'static str], acknowledged: usize) -> Ledger {
        let tap = |value| Change::Tap { indicator: "D1".to_owned(), value };
        let bursts = values.iter().map(|value| Burst { screen: "scoren", changes: vec![tap(*value)] });
        let plan = Plan { bursts: bursts.collect(), ..Plan::make(1, 1, false, &Fields::new()) };
        let mut ledger = Ledger::new(Fields::from([("answer D1".to_owned(), "4".to_owned())]), plan);
        for number in 0..acknowledged {
            ledger.keep(number, Instant::now());
        }
        ledger
    }

    fn lost(ledger: &Ledger, found: &[(&str, &str)]) -> Vec<String> {
        let found = found.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
        ledger.lost(&found, Instant::now()).into_iter().map(|loss| loss.value).collect()
    }

    #[test]
    fn the_last_acknowledged_value_or_a_later_one_must_be_there() {
        let ledger = ledger(&["1", "2", "3"], 2);
        assert_eq!(ledger.acknowledged(), 2);
        assert!(lost(&ledger, &[("answer D1", "2")]).is_empty());
        assert!(lost(&ledger, &[("answer D1", "3")]).is_empty());
        assert_eq!(lost(&ledger, &[("answer D1", "1")]), ["2"]);
        assert_eq!(lost(&ledger, &[("answer D1", "4")]), ["1", "2"]);
        assert_eq!(lost(&ledger, &[]), ["4", "1", "2"]);
    }

    #[test]
    fn what_was_never_acknowledged_may_go() {
        assert!(lost(&ledger(&["1"], 0), &[("answer D1", "4")]).is_empty());
    }

    #[test]
    fn a_record_is_read_as_the_screen_shows_it() {
        let record = r#"{"schema":1,"revision":3,"crc":"0","body":{"ratings":{"D1":{"answer":{"score":2},"note":"k1-1 op"},
            "D2":{"answer":"not_observed","note":""}},"log":[{"text":"k1-2 hulp"}]}}"#;
        let names = ["answer D1", "answer D2", "line k1-2", "note D1"];
        let fields = fields_of(record).unwrap();
        assert_eq!(fields.keys().collect::<Vec<_>>(), names);
        assert_eq!(fields["answer D2"], "not_observed");
    }
}
