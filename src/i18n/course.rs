//! The course of the lesson in words: what each phase held, and what was counted in all.

use super::text::Text;
use crate::domain::{Counter, CounterGroup, Observation, Scan, Stretch, Timeline};
use crate::exchange::CourseRow;

impl Text {
    /// Each stretch of the lesson in its phase, then the counts and scans of the whole lesson. `timeline` is that of
    /// `visit`.
    #[must_use]
    pub fn course(&self, visit: &Observation, timeline: &Timeline) -> Vec<CourseRow> {
        let mut number = 0;
        // Of less than a minute before the first phase there is nothing to say, unless something stands in it.
        let says = |stretch: &&Stretch| {
            stretch.phase.is_some()
                || (stretch.to - stretch.from).num_minutes() > 0
                || !self.what_happened(stretch).is_empty()
        };
        let stretches = timeline.stretches.iter().filter(says).map(|stretch| {
            let name = match &stretch.phase {
                Some(phase) => {
                    number += 1;
                    format!("{number}. {}", self.phase_name(phase))
                }
                None => self.lesson().no_phase.to_owned(),
            };
            let minutes = (self.lesson().minutes)((stretch.to - stretch.from).num_minutes());
            let [from, to] = [stretch.from, stretch.to].map(|at| self.clock(at.time()));
            CourseRow {
                name, value: format!("{from} – {to} ({minutes})"), note: self.what_happened(stretch)
            }
        });
        let mut rows: Vec<_> = stretches.collect();
        rows.extend(self.counted(visit));
        let scans = visit.scans.iter().map(|scan| self.scan(scan)).collect::<Vec<_>>().join("\n");
        rows.extend((!scans.is_empty()).then(|| CourseRow::new(self.lesson().scan, scans)));
        rows
    }

    /// "3 regels · Beurt 4, Taak 1 · 21 van 24 om 9.10".
    fn what_happened(&self, stretch: &Stretch) -> String {
        let lines = (stretch.lines > 0).then(|| (self.score().lines)(stretch.lines));
        let counts = stretch.counts.iter().map(|(name, n)| format!("{} {n}", self.counter_name(name)));
        let counts = counts.collect::<Vec<_>>().join(", ");
        let counts = (!counts.is_empty()).then_some(counts);
        let scans = stretch.scans.iter().map(|scan| self.scan(scan));
        lines.into_iter().chain(counts).chain(scans).collect::<Vec<_>>().join(" · ")
    }

    /// What was counted over the whole lesson, group by group; then the counters that did not come with the app.
    fn counted(&self, visit: &Observation) -> impl Iterator<Item = CourseRow> {
        let groups = CounterGroup::ALL.map(|group| {
            let names = group.counters().map(|counter| counter.name().to_owned()).collect::<Vec<_>>();
            (self.counter_group(group), names)
        });
        groups.into_iter().chain([(self.lesson().own_counters, visit.other_counters())]).filter_map(
            |(group, names)| {
                let counts = names.iter().map(|name| (name, visit.count(name))).filter(|(_, n)| *n > 0);
                let counts = counts.map(|(name, n)| format!("{} {n}", self.counter_name(name)));
                let counts = counts.collect::<Vec<_>>().join(", ");
                (!counts.is_empty()).then(|| CourseRow::new(group, counts))
            },
        )
    }

    /// The name of a counter on screen; one that did not come with the app has its own.
    pub(super) fn counter_name<'a>(&self, name: &'a str) -> &'a str {
        Counter::from_name(name).map_or(name, |counter| self.counter(counter))
    }

    /// "21 van 24 om 9.10".
    fn scan(&self, scan: &Scan) -> String {
        (self.lesson().scan_at)(scan.on_task, scan.of, &self.clock(scan.at.time()))
    }
}
