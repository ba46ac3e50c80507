//! `cargo xtask lint`: formatting, and clippy without warnings for both targets.

use anyhow::Result;

use crate::run::{cargo, command, run, say};
use crate::{dependencies, tools};

/// Fails at the first thing that is not clean.
pub fn lint() -> Result<()> {
    tools::wasm_target()?;
    say("Checking the formatting");
    run(cargo().args(["fmt", "--all", "--check"]))?;
    say("Checking licences and sources of what the app is made of");
    dependencies::check()?;
    say("Linting for this machine");
    run(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "lesbezoek/schema",
        "--",
        "-D",
        "warnings",
    ]))?;
    say("Linting for the browser");
    run(cargo().args(["clippy", "--package", "lesbezoek", "--lib", "--bins", "--test", "in_browser"]).args([
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ]))
}

/// Asks the RustSec database about everything in Cargo.lock. Not a part of lint: what was clean yesterday may not be today, and a
/// machine without a network must be able to lint.
pub fn advisories() -> Result<()> {
    let deny = tools::cargo_deny()?;
    say("Looking for known faults");
    run(command(&deny).args(["check", "advisories"]))
}
