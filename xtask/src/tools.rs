//! The tools that a build needs: found on PATH in the right version, else in the user's cache folder, else installed
//! there. Never in the checkout.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::program::Make;
use crate::run::{cargo, command, output, root, run, say, sysroot};

const TRUNK: &str = "0.21.14";
/// binaryen on npm.
const WASM_OPT: &str = "132";
const ESBUILD: &str = "0.28.2";
const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.14.1";
/// What the Excel files are measured against.
const SHEETJS: &str = "0.18.5";
const CARGO_DENY: &str = "0.20.2";

/// Where tools are kept: `LESBEZOEK_TOOLS`, or `lesbezoek` in the user's cache folder.
fn cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("LESBEZOEK_TOOLS") {
        return Ok(folder.into());
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cache = cache.or_else(|| home().map(|home| home.join(".cache")));
    Ok(cache.context("no home folder: set LESBEZOEK_TOOLS")?.join("lesbezoek"))
}

/// A program on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Whether `program --version` names this version as a whole word.
fn has_version(program: &Path, version: &str) -> bool {
    let says = output(program, &["--version"]).unwrap_or_default();
    says.split_whitespace().any(|word| word.trim_start_matches('v') == version)
}

/// A tool from crates.io in this version; its folder with programs.
fn from_crates(name: &str, krate: &str, version: &str, locked: bool, minutes: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(name).filter(|found| has_version(found, version)) {
        return Ok(found);
    }
    let folder = cache()?.join(format!("{krate}-{version}"));
    let program = folder.join("bin").join(name);
    if has_version(&program, version) {
        return Ok(program);
    }
    say(&format!("Installing {krate} {version} into {} (once; about {minutes} minutes)", folder.display()));
    let mut install = cargo();
    install.args(["install", krate, "--version", version, "--root"]).arg(&folder);
    if locked {
        install.arg("--locked");
    }
    run(&mut install)?;
    Ok(program)
}

/// A package from npm in this version; the folder that it is unpacked in.
fn from_npm(package: &str, version: &str) -> Result<PathBuf> {
    let folder = cache()?.join(format!("{package}-{version}"));
    let unpacked = folder.join("node_modules").join(package);
    if !unpacked.join("package.json").is_file() {
        if on_path("npm").is_none() {
            bail!("npm is needed for {package}: install Node.js 20 or later");
        }
        say(&format!("Installing {package} {version} into {} (once; some seconds)", folder.display()));
        fs::create_dir_all(&folder)?;
        let mut npm = command("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
        run(npm.arg(&folder).arg(format!("{package}@{version}")))?;
    }
    Ok(folder)
}

fn trunk() -> Result<PathBuf> {
    from_crates("trunk", "trunk", TRUNK, true, "6 to 9")
}

/// The wasm-bindgen tool must be of the very version of the library in Cargo.lock.
fn wasm_bindgen() -> Result<PathBuf> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    let version = locked_version(&lock, "wasm-bindgen")?;
    // Not with --locked: its own lock file names a version of a crate that is not served any more.
    from_crates("wasm-bindgen", "wasm-bindgen-cli", &version, false, "3")
}

fn wasm_opt() -> Result<PathBuf> {
    if let Some(found) = on_path("wasm-opt").filter(|found| has_version(found, WASM_OPT)) {
        return Ok(found);
    }
    Ok(from_npm("binaryen", &format!("{WASM_OPT}.0.0"))?.join("node_modules/.bin/wasm-opt"))
}

/// What makes scripts and styles small.
fn esbuild() -> Result<PathBuf> {
    if let Some(found) = on_path("esbuild").filter(|found| has_version(found, ESBUILD)) {
        return Ok(found);
    }
    Ok(from_npm("esbuild", ESBUILD)?.join("node_modules/.bin/esbuild"))
}

/// What knows of faults in crates.
pub fn cargo_deny() -> Result<PathBuf> {
    from_crates("cargo-deny", "cargo-deny", CARGO_DENY, true, "10")
}

/// The driver for Firefox.
pub fn geckodriver() -> Result<PathBuf> {
    from_crates("geckodriver", "geckodriver", GECKODRIVER, true, "4")
}

/// The script of axe, which looks for barriers on a page.
pub fn axe() -> Result<PathBuf> {
    Ok(from_npm("axe-core", AXE)?.join("node_modules/axe-core/axe.min.js"))
}

/// The script of SheetJS, which makes Excel files in a page.
pub fn sheetjs() -> Result<PathBuf> {
    Ok(from_npm("xlsx", SHEETJS)?.join("node_modules/xlsx/dist/xlsx.full.min.js"))
}

/// The runner for tests that need a browser but no app; it comes with wasm-bindgen.
pub fn wasm_test_runner() -> Result<PathBuf> {
    Ok(wasm_bindgen()?.with_file_name("wasm-bindgen-test-runner"))
}

/// The programs that a build runs.
pub struct BuildTools {
    /// Writes the JavaScript that goes with the program.
    pub wasm_bindgen: PathBuf,
    /// Makes a module small.
    pub wasm_opt: PathBuf,
    /// Makes scripts and styles small; a quick build leaves them as they are.
    pub esbuild: Option<PathBuf>,
}

impl BuildTools {
    /// Another program of binaryen, which stands beside `wasm-opt`.
    pub fn binaryen(&self, name: &str) -> PathBuf {
        self.wasm_opt.with_file_name(name)
    }
}

/// Brings all that a build of this kind needs.
pub fn for_build(make: Make) -> Result<BuildTools> {
    wasm_target()?;
    let esbuild = match make {
        Make::Release => {
            add_rust_sources()?;
            Some(esbuild()?)
        }
        Make::Quick => None,
    };
    Ok(BuildTools { wasm_bindgen: wasm_bindgen()?, wasm_opt: wasm_opt()?, esbuild })
}

/// Brings Trunk, which rebuilds on every change, and what it needs; gives back a PATH on which it finds that.
pub fn for_development() -> Result<OsString> {
    wasm_target()?;
    let tools = [trunk()?, wasm_bindgen()?];
    let folders = tools.iter().filter_map(|tool| tool.parent()).map(Path::to_path_buf);
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(folders.chain(env::split_paths(&path)))?)
}

/// Whether the Rust that is used here has this folder.
fn rust_has(folder: &str) -> bool {
    sysroot().is_some_and(|rust| rust.join("lib/rustlib").join(folder).is_dir())
}

/// Adds the WebAssembly target to Rust, if it is not there.
pub fn wasm_target() -> Result<()> {
    if rust_has("wasm32-unknown-unknown") {
        return Ok(());
    }
    say("Adding the WebAssembly target to Rust");
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
        .context("Rust without rustup: install its wasm32-unknown-unknown target by hand")
}

/// Adds the sources of the standard library to Rust, if they are not there; the release is built with them.
fn add_rust_sources() -> Result<()> {
    if rust_has("src/rust/library") {
        return Ok(());
    }
    say("Adding the sources of the standard library to Rust");
    run(command("rustup").args(["component", "add", "rust-src"]))
        .context("Rust without rustup: install its component rust-src by hand")
}

fn locked_version(lock: &str, name: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let mut packages = packages.into_iter().flatten();
    let package = packages.find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name));
    let version = package.and_then(|package| package.get("version")).and_then(toml::Value::as_str);
    Ok(version.with_context(|| format!("Cargo.lock has no {name}"))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_library_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").ok().as_deref(), Some("0.2.130"));
        assert!(locked_version(lock, "leptos").is_err());
    }
}
