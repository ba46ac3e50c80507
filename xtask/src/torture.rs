//! `cargo xtask torture`: kills browsers in the middle of a visit and looks for what is gone.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::browsers::Browsers;
use crate::build;
use crate::program::Make;
use crate::run::{cargo, run};
use crate::test::with_app;

/// What is asked for.
#[derive(Args)]
pub struct Torture {
    /// So many kills for each browser, at most.
    #[arg(long, default_value_t = 300)]
    kills: u32,
    /// Ends after so many seconds, divided over the browsers.
    #[arg(long)]
    seconds: Option<u32>,
    /// The same number makes the same changes and kills at the same moments; else one is drawn, and printed.
    #[arg(long)]
    seed: Option<u64>,
    /// In Firefox and WebKit too.
    #[arg(long)]
    all_browsers: bool,
    /// Cuts the power: the file system below the profile dies with the browser. Needs root, loop devices and ext4.
    #[arg(long)]
    power: bool,
    /// With a lock on all records, whose passphrase is changed now and then.
    #[arg(long)]
    lock: bool,
    /// Takes what was built before.
    #[arg(long)]
    no_build: bool,
}

impl Torture {
    /// What `cargo xtask test` runs: some twenty kills of Chromium.
    pub fn for_a_minute(lock: bool) -> Self {
        Self {
            kills: 300,
            seconds: Some(60),
            seed: None,
            all_browsers: false,
            power: false,
            lock,
            no_build: true,
        }
    }

    /// The program that does it.
    pub fn program(&self) -> Command {
        let mut program = cargo();
        program.args(["run", "--package", "torture", "--", "--kills", &self.kills.to_string()]);
        for (name, value) in [("--seconds", self.seconds.map(u64::from)), ("--seed", self.seed)] {
            if let Some(value) = value {
                program.args([name, &value.to_string()]);
            }
        }
        program.args(
            [("--all-browsers", self.all_browsers), ("--power", self.power), ("--lock", self.lock)]
                .iter()
                .filter(|(_, on)| *on)
                .map(|(name, _)| *name),
        );
        program
    }

    /// Builds, then kills.
    pub fn run(&self) -> Result<()> {
        if !self.no_build {
            build::build(Make::Release)?;
        }
        let browsers = Browsers::bring()?;
        run(with_app(browsers.tell(&mut self.program()))?)
    }
}
