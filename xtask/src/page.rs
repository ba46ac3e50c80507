//! What the built page gets after Trunk: integrity of its program, the content security policy, and the list of files
//! that the service worker keeps.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::build::files;

/// Nothing but this origin; no inline script or style; WebAssembly may be compiled. `frame-ancestors` works only as a
/// header, which a static host may add.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// The place in sw.js where the list goes.
const PLACEHOLDER: &str = "/* precache */ { version: 'dev', files: [] }";

/// Finishes the files in `stage` in place.
pub fn finish(stage: &Path) -> Result<()> {
    let page_file = stage.join("index.html");
    let page = fs::read_to_string(&page_file).context("Trunk made no index.html")?;
    let page = with_integrity(&page, stage)?;
    fs::write(&page_file, with_policy(&page, &stamp(stage, &page)?)?)?;

    let list = precache(stage)?;
    let worker_file = stage.join("sw.js");
    let worker = fs::read_to_string(&worker_file).context("sw.js is missing")?;
    ensure!(worker.contains(PLACEHOLDER), "sw.js has no place for the list of files");
    fs::write(&worker_file, worker.replace(PLACEHOLDER, &list))?;
    Ok(())
}

/// Subresource integrity (W3C): SHA-384 in base64.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Gives boot.js and what it loads their integrity.
fn with_integrity(page: &str, stage: &Path) -> Result<String> {
    let hash = |name: &str| -> Result<String> {
        let file = stage.join(name.trim_start_matches("./"));
        Ok(integrity(&fs::read(&file).with_context(|| format!("{name} is missing"))?))
    };
    let js = attribute(page, "data-js")?;
    let wasm = attribute(page, "data-wasm")?;
    let boot =
        format!(r#"src="./boot.js" integrity="{}" data-wasm-integrity="{}""#, hash("boot.js")?, hash(&wasm)?);
    let preload = format!(r#"rel="modulepreload" href="{js}" integrity="{}""#, hash(&js)?);
    let plain_preload = format!(r#"rel="modulepreload" href="{js}""#);
    ensure!(page.contains(r#"src="./boot.js""#) && page.contains(&plain_preload), "the page has no start");
    Ok(page.replace(r#"src="./boot.js""#, &boot).replace(&plain_preload, &preload))
}

/// The policy goes first, so that it holds for everything after it.
fn with_policy(page: &str, build: &str) -> Result<String> {
    let charset = r#"<meta charset="utf-8" />"#;
    let charset = if page.contains(charset) { charset } else { r#"<meta charset="utf-8">"# };
    ensure!(page.contains(charset), "the page names no charset");
    let head = format!(
        r#"{charset}<meta http-equiv="Content-Security-Policy" content="{POLICY}" /><meta name="lesbezoek-build" content="{build}" />"#
    );
    Ok(page.replacen(charset, &head, 1))
}

fn attribute(page: &str, name: &str) -> Result<String> {
    let start = format!(r#"{name}=""#);
    let (_, rest) = page.split_once(&start).with_context(|| format!("the page has no {name}"))?;
    let (value, _) = rest.split_once('"').with_context(|| format!("{name} has no end"))?;
    Ok(value.to_owned())
}

/// What tells one build from another.
fn stamp(stage: &Path, page: &str) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(page);
    for file in files(stage)? {
        hash.update(fs::read(file)?);
    }
    Ok(hex(&hash.finalize()))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `{ version, files }` for the worker: every file but the worker itself, with its integrity.
fn precache(stage: &Path) -> Result<String> {
    let mut list = String::new();
    for file in files(stage)? {
        let name = file.strip_prefix(stage)?.to_string_lossy().replace('\\', "/");
        if name == "sw.js" {
            continue;
        }
        writeln!(list, "  {{ url: '{name}', integrity: '{}' }},", integrity(&fs::read(&file)?))?;
    }
    let version = hex(&Sha256::digest(&list));
    Ok(format!("{{ version: '{version}', files: [\n{list}] }}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_stands_before_everything_that_it_governs() {
        let page = r#"<head><meta charset="utf-8" /><link rel="stylesheet" href="a.css">"#;
        let page = with_policy(page, "abc").expect("a charset");
        assert!(page.find("Content-Security-Policy") < page.find("stylesheet"));
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
    }

    #[test]
    fn integrity_is_that_of_the_specification() {
        // https://www.w3.org/TR/SRI/, section 3.1: alert('Hello, world.');
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }
}
