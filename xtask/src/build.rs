//! `cargo xtask build`: Trunk, then what Trunk does not do: integrity, content security policy, the list for the
//! service worker, and compressed copies. All in a folder beside dist/, which it replaces only when whole.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::page;
use crate::run::{command, dist, root, run, say};
use crate::tools;

/// Files that shrink; the others (pictures) are compressed already.
const COMPRESSIBLE: [&str; 8] = ["html", "js", "css", "wasm", "json", "svg", "webmanifest", "txt"];

/// The example that an empty home screen offers.
const EXAMPLE: (&str, &str) = ("groep5-rekenen.json", "voorbeeld.json");

/// Builds dist/.
pub fn build() -> Result<()> {
    let path = tools::for_build()?;
    let stage = root().join("target/stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    say("Building the app (the first time about 4 minutes)");
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--offline", "--skip-version-check", "--dist"]).arg(&stage);
    // Trunk takes NO_COLOR=1 for a wrong value.
    run(trunk.env("PATH", path).env_remove("NO_COLOR"))?;
    fs::rename(stage.join(EXAMPLE.0), stage.join(EXAMPLE.1)).context("the example visit is missing")?;

    say("Adding integrity, policy, offline list and compressed copies");
    page::finish(&stage)?;
    for file in files(&stage)? {
        compress(&file)?;
    }
    let dist = dist();
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::rename(&stage, &dist)?;
    say(&format!("Built {}", dist.display()));
    Ok(())
}

/// All files below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn compress(file: &Path) -> Result<()> {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if !COMPRESSIBLE.contains(&extension) {
        return Ok(());
    }
    let content = fs::read(file)?;
    let beside = |ending: &str| file.with_extension(format!("{extension}.{ending}"));
    let mut gzip = GzEncoder::new(File::create(beside("gz"))?, Compression::best());
    gzip.write_all(&content)?;
    gzip.finish()?;
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut compressed = File::create(beside("br"))?;
    brotli::BrotliCompress(&mut content.as_slice(), &mut compressed, &parameters)?;
    Ok(())
}
