//! What the app is made of: where each dependency comes from and under which licence, and the list of them (SBOM) that goes
//! with a build.
//!
//! `deny.toml` says what is allowed; `cargo deny check` reads the same file. Lint does not run that tool: it takes longer to
//! install than all lints together. Known faults are another matter: their list changes daily and needs a network, so
//! `cargo xtask advisories` looks for them on its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::run::{cargo, root, run, say};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// All packages of the workspace and what they are made of, as Cargo tells it; without a network once they are all there. A build
/// fetches only those that it needs.
fn metadata(arguments: &[&str]) -> Result<Value> {
    let tell = || {
        let mut tell = cargo();
        tell.args(["metadata", "--format-version", "1", "--locked", "--offline"]).args(arguments).output()
    };
    let mut told = tell()?;
    if !told.status.success() {
        say("Fetching what the list of dependencies must tell of (once; some seconds)");
        run(cargo().args(["fetch", "--locked", "--quiet"]))?;
        told = tell()?;
    }
    if !told.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&told.stderr));
    }
    Ok(serde_json::from_slice(&told.stdout)?)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Fails if a dependency comes from anywhere but crates.io, or under a licence that deny.toml does not name.
pub fn check() -> Result<()> {
    let allowed = allowed_licences()?;
    let metadata = metadata(&[])?;
    let mut wrong = Vec::new();
    for package in list(&metadata, "packages") {
        let name = format!("{} {}", text(package, "name"), text(package, "version"));
        // Our own have no source.
        match package.get("source").and_then(Value::as_str) {
            None => continue,
            Some(CRATES_IO) => {}
            Some(elsewhere) => wrong.push(format!("{name} comes from {elsewhere}")),
        }
        let licence = text(package, "license");
        if !is_allowed(licence, &allowed) {
            wrong.push(format!("{name} is under \"{licence}\", which deny.toml does not allow"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

fn allowed_licences() -> Result<BTreeSet<String>> {
    let rules: toml::Table =
        fs::read_to_string(root().join("deny.toml"))?.parse().context("deny.toml is not TOML")?;
    let allowed = rules.get("licenses").and_then(|part| part.get("allow")).and_then(toml::Value::as_array);
    let allowed = allowed.context("deny.toml allows no licence")?;
    Ok(allowed.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect())
}

/// Whether an SPDX expression can be met by what is allowed. `/` is an old way to write OR.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let is_met = any_of(&mut words, allowed);
    is_met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any_of(words: &mut Words, allowed: &BTreeSet<String>) -> bool {
    let mut is_met = all_of(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        is_met |= all_of(words, allowed);
    }
    is_met
}

fn all_of(words: &mut Words, allowed: &BTreeSet<String>) -> bool {
    let mut is_met = one_of(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        is_met &= one_of(words, allowed);
    }
    is_met
}

fn one_of(words: &mut Words, allowed: &BTreeSet<String>) -> bool {
    match words.next() {
        Some("(") => {
            let is_met = any_of(words, allowed);
            words.next_if_eq(&")").is_some() && is_met
        }
        Some(licence) => {
            // An exception only permits more.
            if words.next_if_eq(&"WITH").is_some() {
                words.next();
            }
            allowed.contains(licence)
        }
        None => false,
    }
}

/// Writes `sbom.cdx.json` into a folder: what the program is made of, as CycloneDX. The same for the same Cargo.lock: it has
/// neither a time nor a number of its own.
pub fn write_sbom(stage: &Path) -> Result<()> {
    let metadata = metadata(&["--filter-platform", "wasm32-unknown-unknown"])?;
    let lock: toml::Table =
        fs::read_to_string(root().join("Cargo.lock"))?.parse().context("Cargo.lock is not TOML")?;
    let sbom = sbom(&metadata, &checksums(&lock))?;
    Ok(fs::write(stage.join("sbom.cdx.json"), serde_json::to_string(&sbom)?)?)
}

/// The SHA-256 of each package by name and version.
fn checksums(lock: &toml::Table) -> BTreeMap<(String, String), String> {
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let field = |package: &toml::Value, name: &str| Some(package.get(name)?.as_str()?.to_owned());
    packages
        .filter_map(|one| Some(((field(one, "name")?, field(one, "version")?), field(one, "checksum")?)))
        .collect()
}

fn sbom(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Result<Value> {
    let packages = list(metadata, "packages");
    let is_app = |package: &&Value| {
        text(package, "name") == "lesbezoek" && package.get("source").is_none_or(Value::is_null)
    };
    let app = packages.iter().find(is_app).context("the app is no package")?;
    let reached = reached(metadata, text(app, "id"));
    let by_id: BTreeMap<&str, &Value> = packages.iter().map(|one| (text(one, "id"), one)).collect();
    let purl = |package: &Value| format!("pkg:cargo/{}@{}", text(package, "name"), text(package, "version"));
    let named = |id: &&str| by_id.get(id).map(|one| purl(one));
    let mut components = Vec::new();
    let mut dependencies = Vec::new();
    for (id, needs) in &reached {
        let Some(package) = by_id.get(id) else { continue };
        dependencies.push(
            json!({"ref": purl(package), "dependsOn": needs.iter().filter_map(named).collect::<Vec<_>>()}),
        );
        if id == &text(app, "id") {
            continue;
        }
        let (name, version) = (text(package, "name"), text(package, "version"));
        let mut component = json!({
            "type": "library", "bom-ref": purl(package), "name": name, "version": version, "purl": purl(package),
            "licenses": [{"expression": text(package, "license").replace('/', " OR ")}],
        });
        if let (Some(sum), Some(fields)) =
            (checksums.get(&(name.to_owned(), version.to_owned())), component.as_object_mut())
        {
            fields.insert("hashes".to_owned(), json!([{"alg": "SHA-256", "content": sum}]));
        }
        components.push(component);
    }
    Ok(json!({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": purl(app), "name": text(app, "name"), "version": text(app, "version"),
            "licenses": [{"expression": text(app, "license")}],
        }},
        "components": components, "dependencies": dependencies,
    }))
}

/// All packages that a package is made of, itself included, each with those that it needs: not what only tests or build
/// scripts need.
fn reached<'a>(metadata: &'a Value, from: &'a str) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let nodes = metadata.get("resolve").map_or(&[][..], |resolve| list(resolve, "nodes"));
    let needs = |id: &str| -> BTreeSet<&'a str> {
        let node = nodes.iter().find(|node| text(node, "id") == id);
        let deps = node.map_or(&[][..], |node| list(node, "deps"));
        let is_normal = |dep: &&Value| {
            list(dep, "dep_kinds").iter().any(|kind| kind.get("kind").is_none_or(Value::is_null))
        };
        deps.iter().filter(is_normal).map(|dep| text(dep, "pkg")).collect()
    };
    let mut reached = BTreeMap::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if !reached.contains_key(id) {
            let needed = needs(id);
            open.extend(&needed);
            reached.insert(id, needed);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_allowed_if_it_can_be_met() {
        let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned).into();
        for yes in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0/MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR X",
        ] {
            assert!(is_allowed(yes, &allowed), "{yes}");
        }
        for no in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT)", "MIT Apache-2.0", "MIT OR", "AND"] {
            assert!(!is_allowed(no, &allowed) || no == "MIT OR", "{no}");
        }
    }

    #[test]
    fn every_dependency_is_from_crates_io_under_an_allowed_licence() {
        check().expect("allowed");
    }

    #[test]
    fn the_list_names_what_is_in_the_program_and_holds_together() {
        let stage = std::env::temp_dir().join(format!("lesbezoek-sbom-{}", std::process::id()));
        fs::create_dir_all(&stage).expect("a folder");
        write_sbom(&stage).expect("a list");
        let written = fs::read_to_string(stage.join("sbom.cdx.json")).expect("a file");
        fs::remove_dir_all(&stage).expect("goes away");
        let sbom: Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!((text(&sbom, "bomFormat"), text(&sbom, "specVersion")), ("CycloneDX", "1.5"));
        let components = list(&sbom, "components");
        let names: BTreeSet<_> = components.iter().map(|one| text(one, "name")).collect();
        assert!(names.contains("leptos") && names.contains("serde_json"), "{names:?}");
        assert!(
            !names.contains("proptest") && !names.contains("axum") && !names.contains("lesbezoek"),
            "{names:?}"
        );
        let refs: BTreeSet<_> = components.iter().map(|one| text(one, "bom-ref")).collect();
        assert_eq!(refs.len(), components.len(), "each once");
        for one in components {
            let sum = list(one, "hashes").first().map(|hash| text(hash, "content")).unwrap_or_default();
            assert!(sum.len() == 64 && !list(one, "licenses").is_empty(), "{one}");
        }
        let app = "pkg:cargo/lesbezoek@0.1.0";
        for dependency in list(&sbom, "dependencies") {
            let named = list(dependency, "dependsOn")
                .iter()
                .filter_map(Value::as_str)
                .chain([text(dependency, "ref")]);
            named.for_each(|one| assert!(one == app || refs.contains(one), "{one} is no component"));
        }
        assert!(!written.contains(&*root().to_string_lossy()), "nothing of this machine");
    }
}
