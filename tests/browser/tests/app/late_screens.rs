//! A screen whose part of the program cannot be fetched says so, and costs nothing that is stored.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Step, Tablet, changed_copy_of_dist, in_every_engine};

/// The folder with the program, which has a hash in its name.
fn program(dist: &Path) -> Result<PathBuf> {
    let folders = std::fs::read_dir(dist)?.flatten().map(|entry| entry.path());
    let mut programs = folders.filter(|path| path.join("lesbezoek.js").is_file());
    programs.next().context("no program in the build")
}

async fn a_screen_that_cannot_be_fetched_says_so_and_opens_later(engine: Engine) -> Result<()> {
    let copy = changed_copy_of_dist()?;
    let program = program(copy.path())?;
    let away = copy.path().join("away");
    std::fs::create_dir(&away)?;
    // A quick build has no compressed copies.
    let is_there = |ending: &&str| program.join(format!("talk.{ending}")).is_file();
    let endings: Vec<_> = ["wasm", "wasm.br", "wasm.gz"].into_iter().filter(is_there).collect();
    for ending in &endings {
        std::fs::rename(program.join(format!("talk.{ending}")), away.join(ending))?;
    }
    let server = Server::start(copy.path())?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;

    tablet.browser.follow("Gesprek").await?;
    tablet.browser.sees("Dit scherm kan niet openen").await?;

    for ending in &endings {
        std::fs::rename(away.join(ending), program.join(format!("talk.{ending}")))?;
    }
    tablet.browser.press("Opnieuw openen").await?;
    tablet.is_at("Gesprek").await?;
    tablet.visit(&format!("#/bezoek/{id}/{}", Step::Score.slug())).await?;
    tablet.is_at("Scoren").await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    Ok(())
}

in_every_engine!(a_screen_that_cannot_be_fetched_says_so_and_opens_later);
