//! `cargo xtask …`: everything that a newcomer runs. Each command does its own set-up and says what it does.

mod allocator;
mod browsers;
mod build;
mod dependencies;
mod headers;
mod integrity;
mod links;
mod lint;
mod minify;
mod page;
mod parts;
mod program;
mod run;
mod serve;
mod test;
mod tools;
mod torture;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

use program::Make;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves and tests Lesbezoek")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the app and serves it on this machine.
    Serve {
        /// The port; 0 takes any that is free.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Serves this folder instead, and builds nothing.
        #[arg(long)]
        dir: Option<PathBuf>,
        /// Serves what was built before.
        #[arg(long)]
        no_build: bool,
        /// Rebuilds and reloads on every change; no service worker.
        #[arg(long)]
        dev: bool,
        /// Prints each request.
        #[arg(long)]
        log: bool,
    },
    /// Builds dist/, ready for any static host.
    Build {
        /// In a third of the time, for looking at a change: the same program, neither made small nor compressed.
        #[arg(long)]
        quick: bool,
    },
    /// Runs all tests; the last line counts them.
    Test {
        /// Leaves out what needs a browser.
        #[arg(long)]
        quick: bool,
        /// Only tests whose name holds this.
        filter: Option<String>,
    },
    /// Checks formatting, licences and sources, and lints for both targets.
    Lint,
    /// Looks for known faults in what the app is made of; needs a network.
    Advisories,
    /// Measures speed against a hand-written page.
    Bench {
        /// Handed on to the benchmark.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Kills browsers in the middle of a visit and looks for what is gone.
    Torture(torture::Torture),
}

fn main() -> Result<()> {
    match Cli::parse().command {
        Command::Serve { port, dir, no_build, dev, log } => {
            if dev {
                return serve::develop(port);
            }
            if dir.is_none() && !no_build {
                build::build(Make::Release)?;
            }
            serve::serve(&dir.unwrap_or_else(run::dist), port, log)
        }
        Command::Build { quick } => build::build(if quick { Make::Quick } else { Make::Release }),
        Command::Test { quick, filter } => test::test(quick, filter.as_deref()),
        Command::Lint => lint::lint(),
        Command::Advisories => lint::advisories(),
        Command::Bench { args } => test::bench(&args),
        Command::Torture(torture) => torture.run(),
    }
}
