//! `cargo xtask test`: every test, native first, then in real browsers; the last line counts them.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow};

use crate::browsers::{self, Browsers};
use crate::build;
use crate::program::Make;
use crate::run::{cargo, dist, run, say};
use crate::tools;
use crate::torture::Torture;

/// Tests of all parts together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

impl Count {
    /// Reads a closing line of Rust's test runner: `test result: ok. 3 passed; 0 failed; …`.
    fn of_line(line: &str) -> Option<Self> {
        let (_, counts) = line.split_once("test result: ")?.1.split_once(". ")?;
        let number = |what: &str| {
            let part = counts.split(';').find(|part| part.trim_end().ends_with(what))?;
            part.split_whitespace().next()?.parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed")? })
    }
}

/// One run of all parts: goes on after a failure, so that the count is whole.
#[derive(Default)]
struct Run {
    count: Count,
    broken: Vec<String>,
    /// How failed tests began to say why: told again at the end, where a reader of a log of thousands of lines looks.
    said: Vec<String>,
    /// The names of failed tests.
    failed: Vec<String>,
    /// How many programs began to run tests and did not come to their count.
    cut_off: usize,
    /// Those of tests that failed once and passed the second time.
    unsteady: Vec<String>,
}

/// So many tests of a part may fail and run once more.
const FEW: usize = 3;

impl Run {
    /// Runs one part, its output in view, and counts.
    fn part(&mut self, name: &str, program: &mut Command) {
        say(name);
        match self.watch(program) {
            Ok(true) => {}
            Ok(false) => self.broken.push(name.to_owned()),
            Err(error) => self.broken.push(format!("{name}: {error:#}")),
        }
    }

    /// As [`part`](Self::part), for tests in real browsers. On a busy machine one of hundreds may fail for reasons of the
    /// browser's own: a few that failed run once more, one after the other. What passes then is named at the end, with what
    /// it said the first time, so that its cause is looked for. `program` gets the arguments of the test runner.
    fn part_in_browsers(
        &mut self,
        name: &str,
        runner: &[&str],
        mut program: impl FnMut(&[&str]) -> Result<Command>,
    ) -> Result<()> {
        self.failed.clear();
        self.cut_off = 0;
        self.part(name, &mut program(runner)?);
        let failed = std::mem::take(&mut self.failed);
        // What stopped before its count did not say all that failed.
        if failed.is_empty() || failed.len() > FEW || self.cut_off > 0 {
            return Ok(());
        }
        let mut once_more = vec!["--test-threads=1", "--exact"];
        once_more.extend(failed.iter().map(String::as_str));
        let mut again = Self::default();
        again.part(&format!("{name}: what failed, once more"), &mut program(&once_more)?);
        if again.broken.is_empty() && again.count == (Count { passed: failed.len(), failed: 0 }) {
            self.broken.pop();
            self.count.passed += failed.len();
            self.count.failed -= failed.len();
            self.unsteady.extend(failed);
        }
        Ok(())
    }

    fn watch(&mut self, program: &mut Command) -> Result<bool> {
        // Forty lines of the test runner's own functions say nothing about the app, and push away what a test said.
        program.env("RUST_BACKTRACE", "0");
        let mut child = program.stdout(Stdio::piped()).spawn().context("cannot be started")?;
        let out = child.stdout.take().context("has no output")?;
        let mut left = 0;
        for line in BufReader::new(out).lines() {
            let line = line?;
            println!("{line}");
            left = left_to_tell(&line, left);
            if left > 0 {
                self.said.push(line.chars().take(WIDTH).collect());
            }
            let failed = line.strip_prefix("test ").and_then(|line| line.strip_suffix(" ... FAILED"));
            self.failed.extend(failed.map(str::to_owned));
            let begins = line.strip_prefix("running ").is_some_and(|line| line.contains(" test"));
            self.cut_off += usize::from(begins);
            if let Some(Count { passed, failed }) = Count::of_line(&line) {
                self.cut_off = self.cut_off.saturating_sub(1);
                self.count.passed += passed;
                self.count.failed += failed;
            }
        }
        Ok(child.wait()?.success())
    }
}

/// So many lines of each failed test are told again, each cut off after so many characters: some keep only the end of a log.
const LINES: usize = 9;
const WIDTH: usize = 240;

/// How many lines of a failed test's own words are still to be told, this one counted. They start with its name between
/// dashes, and end where the names of all that failed are listed.
fn left_to_tell(line: &str, before: usize) -> usize {
    match line {
        "failures:" => 0,
        line if line.starts_with("---- ") => LINES,
        "" => before,
        _ => before.saturating_sub(1),
    }
}

/// Runs all tests, or those whose name holds `filter`.
pub fn test(quick: bool, filter: Option<&str>) -> Result<()> {
    // Beside the native tests: most of a release build has one thread, and the two have folders of their own.
    let building = (!quick).then(|| thread::spawn(|| build::build(Make::Release)));
    let mut all = Run::default();
    let filter: Vec<&str> = filter.into_iter().collect();
    let test = |args: &[&str]| {
        let mut test = cargo();
        test.arg("test").args(args).args(&filter);
        test
    };
    let mut native = test(&[
        "--no-fail-fast",
        "--package",
        "lesbezoek",
        "--package",
        "school",
        "--features",
        "lesbezoek/schema",
    ]);
    if !quick {
        // The tests that need it say so if it could not be had.
        if let Err(error) = browsers::bring_readers() {
            say(&format!("No LibreOffice or no age: {error:#}"));
        }
        native.env("LESBEZOEK_OFFICE", "needed").env("LESBEZOEK_AGE", "needed");
    }
    all.part("Native tests", &mut native);
    all.part("Tests of the tool itself", &mut test(&["--package", "xtask"]));
    if let Some(building) = building {
        let built = building.join().unwrap_or_else(|_| Err(anyhow!("the build stopped")));
        // Set-up that failed is a failure like any other: the closing line must say so.
        if let Err(error) = built.and_then(|()| in_browsers(&mut all, filter.first().copied(), test)) {
            all.broken.push(format!("Setting up for the browsers: {error:#}"));
        }
    }
    for line in &all.said {
        println!("{line}");
    }
    for name in &all.unsteady {
        println!("Failed once, then passed: {name}");
    }
    for part in &all.broken {
        println!("Failed: {part}");
    }
    let Count { passed, failed } = all.count;
    // A part that could not run at all is a failure too.
    let failed = if failed == 0 { all.broken.len() } else { failed };
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// The parts that need a browser, each in a real one.
fn in_browsers(all: &mut Run, filter: Option<&str>, test: impl Fn(&[&str]) -> Command) -> Result<()> {
    let browsers = Browsers::bring()?;
    let mut wing =
        test(&["--package", "lesbezoek", "--target", "wasm32-unknown-unknown", "--test", "in_browser"]);
    wing.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::wasm_test_runner()?);
    all.part("Tests of the browser wing, in Chromium", browsers.tell(&mut wing));
    let at_once = format!("--test-threads={}", at_once());
    all.part_in_browsers("Whole visits, in three browsers", &[&at_once], |runner| {
        let mut visits = test(&["--no-fail-fast", "--package", "browser-tests", "--package", "torture"]);
        visits.arg("--").args(runner);
        with_app(browsers.tell(&mut visits))?;
        Ok(visits)
    })?;
    // It is one test, of this name.
    if filter.is_none_or(|filter| "torture".contains(filter)) {
        for (name, lock) in
            [("A minute of killed browsers", false), ("A minute of killed browsers, with the lock on", true)]
        {
            let mut torture = Torture::for_a_minute(lock).program();
            all.part(name, with_app(browsers.tell(&mut torture))?);
        }
    }
    Ok(())
}

/// Builds, then measures.
pub fn bench(args: &[String]) -> Result<()> {
    build::build(Make::Release)?;
    let browsers = Browsers::bring()?;
    let mut bench = cargo();
    bench.args(["run", "--release", "--package", "bench", "--"]).args(args);
    bench.env("LESBEZOEK_SHEETJS", tools::sheetjs()?);
    run(with_app(browsers.tell(&mut bench))?)
}

/// Tells a program where the built app is and how to serve it.
pub fn with_app(program: &mut Command) -> Result<&mut Command> {
    let me = std::env::current_exe()?;
    Ok(program.env("LESBEZOEK_DIST", dist()).env("LESBEZOEK_XTASK", me))
}

/// How many browsers run at once. Each has threads of its own, so there is no gain in more of them than this.
fn at_once() -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_a_test_run_is_counted() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Count::of_line(line), Some(Count { passed: 12, failed: 2 }));
        let torture = "test result: ok. 2 passed; 0 failed; finished in 60.02s";
        assert_eq!(Count::of_line(torture), Some(Count { passed: 2, failed: 0 }));
        assert_eq!(Count::of_line("running 3 tests"), None);
    }

    /// A test runner whose one test passes only when it runs `--exact`, if it does `then`.
    fn runs(then: &str) -> Run {
        let mut run = Run::default();
        let of = |runner: &[&str]| {
            let end = if runner.contains(&"--exact") { then } else { "FAILED" };
            let (passed, failed) = if end == "ok" { (1, 0) } else { (0, 1) };
            let said = format!(
                "test one ... {end}\ntest result: {end}. {passed} passed; {failed} failed; 0 ignored"
            );
            let mut program = Command::new("sh");
            program.args(["-c", &format!("echo '{said}'; exit {failed}")]);
            Ok(program)
        };
        run.part_in_browsers("A part", &[], of).expect("a shell");
        run
    }

    #[test]
    fn what_failed_in_a_browser_and_passes_alone_counts_and_is_named() {
        let run = runs("ok");
        assert_eq!(run.count, Count { passed: 1, failed: 0 });
        assert_eq!((run.broken.as_slice(), run.unsteady.as_slice()), (&[][..], &["one".to_owned()][..]));
        let run = runs("FAILED");
        assert_eq!(run.count, Count { passed: 0, failed: 1 });
        assert_eq!((run.broken.as_slice(), run.unsteady.as_slice()), (&["A part".to_owned()][..], &[][..]));
    }

    #[test]
    fn what_stopped_before_its_count_does_not_run_again() {
        let mut run = Run::default();
        let of = |_: &[&str]| {
            let mut program = Command::new("sh");
            program.args(["-c", "echo 'running 2 tests\ntest one ... FAILED'; exit 1"]);
            Ok(program)
        };
        run.part_in_browsers("A part", &[], of).expect("a shell");
        assert_eq!((run.broken.len(), run.cut_off), (1, 1));
    }

    #[test]
    fn what_a_failed_test_said_is_told_apart() {
        let screen = "a line\n".repeat(20);
        let output = format!(
            "test one ... FAILED\n\nfailures:\n\n---- one stdout ----\nno such screen\n{screen}\nfailures:\n    one"
        );
        let mut left = 0;
        let said: Vec<&str> = output
            .lines()
            .filter(|line| {
                left = left_to_tell(line, left);
                left > 0 && !line.is_empty()
            })
            .collect();
        assert_eq!(said.len(), LINES);
        assert_eq!(said[..3], ["---- one stdout ----", "no such screen", "a line"]);
    }
}
