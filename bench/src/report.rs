//! The table and the JSON.

use std::fmt;

use serde::Serialize;

use crate::stats::Sample;
use crate::weight::Sent;

/// One line of the table: the app, what it is compared with, and what is to be reached.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What was measured.
    pub name: String,
    /// `ms`, `kB` or `MB`.
    pub unit: &'static str,
    /// The app.
    pub app: Sample,
    /// The floor, or the app in the easier case; none for a bare number.
    pub base: Option<Sample>,
    /// The largest ratio, or without a base the largest number, that is good enough.
    pub target: Option<f64>,
}

impl Line {
    /// The number that the target is about: a ratio of medians, or without a base the median.
    pub fn figure(&self) -> Option<f64> {
        let app = self.app.median()?;
        match &self.base {
            Some(base) => Some(app / base.median()?),
            None => Some(app),
        }
    }

    /// Whether the target is reached, if there is one.
    pub fn reached(&self) -> Option<bool> {
        // Two decimals, as printed: noise is larger than the rest.
        Some((self.figure()? * 100.0).round() / 100.0 <= self.target?)
    }
}

/// All that was measured.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// How often each measurement was repeated.
    pub repetitions: usize,
    /// The browser.
    pub browser: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// The first load of a screen, file by file.
    pub first_loads: Vec<(String, Vec<Sent>)>,
    /// What the worker keeps, file by file.
    pub kept_offline: Vec<Sent>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}, {} repetitions, median (min-max)\n", self.browser, self.repetitions)?;
        writeln!(f, "| what | app | compared with | ratio | target | |")?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        for line in &self.lines {
            let base = line.base.as_ref().map_or_else(String::new, cell);
            let ratio =
                line.base.as_ref().and(line.figure()).map_or_else(String::new, |ratio| format!("{ratio:.2}"));
            let target = line.target.map_or_else(String::new, |target| format!("<= {target}"));
            let verdict = line.reached().map_or("", |reached| if reached { "reached" } else { "MISSED" });
            writeln!(
                f,
                "| {} ({}) | {} | {base} | {ratio} | {target} | {verdict} |",
                line.name,
                line.unit,
                cell(&line.app)
            )?;
        }
        for (screen, files) in &self.first_loads {
            list(f, &format!("First load of {screen}, packed"), files)?;
        }
        list(f, "Kept by the worker, packed", &self.kept_offline)
    }
}

fn cell(sample: &Sample) -> String {
    match (sample.median(), sample.span()) {
        (Some(median), Some((min, max))) => format!("{median:.1} ({min:.1}-{max:.1})"),
        _ => "-".to_owned(),
    }
}

fn list(f: &mut fmt::Formatter<'_>, title: &str, files: &[Sent]) -> fmt::Result {
    let total: f64 = files.iter().map(|file| file.bytes).sum();
    writeln!(f, "\n{title}: {:.1} kB", total / 1000.0)?;
    for file in files {
        writeln!(f, "  {:>8.1} kB  {}", file.bytes / 1000.0, file.name)?;
    }
    Ok(())
}
