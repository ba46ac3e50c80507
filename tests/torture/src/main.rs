//! Kills a real browser in the middle of a visit, starts it again on the same profile, and looks for changes of which
//! the app had said that they are kept. `docs/durability.md` says what is promised and what came out.
//!
//! `torture [--kills 300] [--seconds N] [--seed N] [--all-browsers] [--power] [--lock]`; `cargo xtask torture` builds first and
//! sets the environment (`LESBEZOEK_DIST`). With `--power` a kill also stops the file system below the profile. With
//! `--lock` all records are sealed, and every fourth kill comes while the passphrase is being changed.
// A harness that fails must fail the run, loudly and at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod control;
mod home;
mod ledger;
mod life;
mod plan;
mod report;
mod run;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use browser_tests::{Bare, Engine, Sink, dist};

use crate::control::Kind;
use crate::life::Lives;
use crate::run::Limits;

/// What drives the app, and the control.
const PAGES: [(&str, &str); 2] = [
    ("drive.js", include_str!("../pages/drive.js")),
    ("control.html", include_str!("../pages/control.html")),
];

/// What the command line asks for.
struct Wish {
    kills: usize,
    seconds: Option<u64>,
    seed: u64,
    all_browsers: bool,
    power: bool,
    lock: bool,
}

impl Wish {
    fn read() -> Result<Self> {
        let seed = fastrand::u64(..1_000_000);
        let mut wish =
            Self { kills: 300, seconds: None, seed, all_browsers: false, power: false, lock: false };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut number = || -> Result<u64> {
                let value = arguments.next().with_context(|| format!("{argument} needs a value"))?;
                value.parse().with_context(|| format!("{argument} needs a number"))
            };
            match argument.as_str() {
                "--kills" => wish.kills = usize::try_from(number()?)?,
                "--seconds" => wish.seconds = Some(number()?),
                "--seed" => wish.seed = number()?,
                "--all-browsers" => wish.all_browsers = true,
                "--power" => wish.power = true,
                "--lock" => wish.lock = true,
                _ => bail!("unknown: {argument}"),
            }
        }
        if wish.kills == 0 {
            bail!("--kills must be 1 or more");
        }
        Ok(wish)
    }
}

/// What is counted as tests, in the words of Rust's test runner.
#[derive(Default)]
struct Verdicts {
    passed: usize,
    failed: usize,
}

impl Verdicts {
    fn add(&mut self, name: &str, is_good: bool) {
        println!("{name} ... {}", if is_good { "ok" } else { "FAILED" });
        *(if is_good { &mut self.passed } else { &mut self.failed }) += 1;
    }
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<()> {
    tokio::select! {
        done = everything() => done,
        // By the way out browsers are killed and images unmounted.
        _ = tokio::signal::ctrl_c() => bail!("stopped"),
    }
}

async fn everything() -> Result<()> {
    let began = Instant::now();
    let mut wish = Wish::read()?;
    println!("seed {}", wish.seed);
    if wish.power
        && let Some(reason) = home::no_power_cuts()
    {
        println!("No power cuts here, only killed browsers: {reason}");
        wish.power = false;
    }
    let engines = if wish.all_browsers { &Engine::ALL[..] } else { &[Engine::Chromium] };
    let mut sink = Sink::open(&dist()?, &PAGES).await?;
    let mut verdicts = Verdicts::default();
    let mut life = 0;
    for (number, engine) in engines.iter().enumerate() {
        if let Some(reason) = Bare::missing(*engine) {
            println!("{engine:?} is left out: {reason}");
            continue;
        }
        // Each engine gets its share of the time that is left.
        let share = u32::try_from(engines.len() - number)?;
        let until = wish.seconds.map(|seconds| {
            let left = Duration::from_secs(seconds).saturating_sub(began.elapsed());
            Instant::now() + left / share
        });
        torture(&mut sink, *engine, &wish, until, &mut life, &mut verdicts).await?;
    }
    let Verdicts { passed, failed } = verdicts;
    let result = if failed == 0 { "ok" } else { "FAILED" };
    let seconds = began.elapsed().as_secs_f32();
    println!("\ntest result: {result}. {passed} passed; {failed} failed; finished in {seconds:.2}s");
    if failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// The controls, then the app, in one engine.
async fn torture(
    sink: &mut Sink,
    engine: Engine,
    wish: &Wish,
    until: Option<Instant>,
    life: &mut u64,
    verdicts: &mut Verdicts,
) -> Result<()> {
    let Wish { kills, seed, power, lock, .. } = *wish;
    let how = if power { "power cut" } else { "kill" };
    println!("\n{engine:?}, {how}");
    let controls =
        [(Kind::Local, "local storage alone"), (Kind::Relaxed, "IndexedDB that does not wait for the disk")];
    for (kind, name) in controls {
        let tally = control::run(Lives::new(sink, engine, power, life)?, kind, seed).await?;
        println!("  control, {name}: {tally}");
        // The second one outlives its browser: only a power cut must take it. Other engines may write sooner than
        // Chromium; the harness is the same.
        if engine == Engine::Chromium && (power || kind == Kind::Local) {
            verdicts.add(&format!("{engine:?}, {how}: the harness sees what {name} loses"), tally.lost > 0);
        }
    }
    let tally = run::run(Lives::new(sink, engine, power, life)?, seed, Limits { kills, until }, lock).await?;
    println!("  the app: {tally}");
    let locked = if lock { " with the lock on" } else { "" };
    verdicts.add(&format!("{engine:?}, {how}: what the app calls kept{locked} is kept"), tally.is_clean());
    // Every fourth kill is to be one; the ends of Firefox and WebKit come when they come.
    if lock && engine == Engine::Chromium {
        let is_cut = tally.changes.0 > 0;
        verdicts.add(&format!("{engine:?}, {how}: some come while the passphrase is changed"), is_cut);
    }
    Ok(())
}
