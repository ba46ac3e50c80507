//! `cargo xtask build`: the program (`program.rs`), the page with its files (`page.rs`), compressed copies. All in a
//! folder beside dist/, which it replaces only when whole.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::integrity::short_hash;
use crate::minify::Minifier;
use crate::page::{self, Program};
use crate::program::Make;
use crate::run::{dist, root, say};
use crate::{dependencies, headers, program, tools};

/// Files that shrink; the others (pictures) are compressed already.
const COMPRESSIBLE: [&str; 8] = ["html", "js", "css", "wasm", "json", "svg", "webmanifest", "txt"];

/// Builds dist/.
pub fn build(make: Make) -> Result<()> {
    let tools = tools::for_build(make)?;
    let stage = root().join("target/stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    let unnamed = stage.join("program");
    program::build(make, &tools, &unnamed)?;
    fs::write(unnamed.join("boot.js"), page::boot()?)?;
    fs::copy(root().join("shell").join(page::DOCUMENTS_WORKER), unnamed.join(page::DOCUMENTS_WORKER))?;
    let minifier = Minifier(tools.esbuild.clone());
    for script in files(&unnamed)?.iter().filter(|file| file.extension().is_some_and(|ending| ending == "js"))
    {
        minifier.minify(script)?;
    }
    let parts = files(&unnamed)?.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
    let named = format!("app-{}", short_hash(&parts));
    fs::rename(&unnamed, stage.join(&named))?;

    say("Writing the page and the offline list");
    page::write(&stage, &Program { folder: named }, &minifier)?;
    // After the offline list: what is for hosts and for those who check is no part of the app.
    headers::write(&stage)?;
    dependencies::write_sbom(&stage)?;
    if make == Make::Release {
        for file in program::with_machine_paths(&stage)? {
            say(&format!("Not reproducible: {} names a folder of this machine", file.display()));
        }
        say("Writing compressed copies");
        for file in files(&stage)? {
            compress(&file)?;
        }
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

/// Copies a folder and all below it.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copy = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copy.parent().unwrap_or(to))?;
        fs::copy(&file, &copy)?;
    }
    Ok(())
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
