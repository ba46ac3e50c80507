//! `cargo xtask lint`: formatting, and clippy without warnings for both targets.

use anyhow::Result;

use crate::run::{cargo, run, say};
use crate::tools;

/// Fails at the first thing that is not clean.
pub fn lint() -> Result<()> {
    tools::wasm_target()?;
    say("Checking the formatting");
    run(cargo().args(["fmt", "--all", "--check"]))?;
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
