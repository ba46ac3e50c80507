//! Measures the release build in Chromium against the floor: one hand-written page of the same form, in `bench/floor`.
//!
//! Every time is taken in repetitions that alternate between the two, so that a busy machine slows both, and is given as
//! a ratio. How each number is taken stands with the function that takes it.
//!
//! `bench [--reps 7] [--json target/bench.json]`; `cargo xtask bench` builds first and sets the environment
//! (`LESBEZOEK_XTASK`, `LESBEZOEK_DIST`).
// A measurement that fails must stop the run: a hole in the table would look like a result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chromium;
mod coverage;
mod files;
mod insight;
mod lock;
mod measure;
mod open;
mod report;
mod screen;
mod seed;
mod stats;
mod subject;
mod touch;
mod watch;
mod weight;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// What the command line asks for.
struct Wish {
    /// How often each measurement is repeated.
    repetitions: usize,
    /// Where the numbers go.
    json: PathBuf,
}

impl Wish {
    fn read() -> Result<Self> {
        let mut wish = Self { repetitions: 7, json: PathBuf::from("target/bench.json") };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let value = arguments.next().with_context(|| format!("{argument} needs a value"))?;
            match argument.as_str() {
                "--reps" => wish.repetitions = value.parse().context("--reps is a number")?,
                "--json" => wish.json = PathBuf::from(value),
                _ => bail!("unknown: {argument}. Use: bench [--reps 7] [--json target/bench.json]"),
            }
        }
        if wish.repetitions == 0 {
            bail!("--reps must be 1 or more");
        }
        Ok(wish)
    }
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<()> {
    let wish = Wish::read()?;
    let report = measure::everything(wish.repetitions).await?;
    println!("{report}");
    if let Some(folder) = wish.json.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&wish.json, serde_json::to_string_pretty(&report)? + "\n")?;
    println!("Written to {}", wish.json.display());
    Ok(())
}
