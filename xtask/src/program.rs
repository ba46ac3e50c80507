//! The WebAssembly program: compiled, cut into its parts, bound to JavaScript, made small.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::build::files;
use crate::parts::{self, CutFiles};
use crate::run::{cargo, command, root, run, rustc, say, sysroot};
use crate::tools::BuildTools;
use crate::{allocator, links};

/// The name of the program, its script and its main module.
pub const NAME: &str = "lesbezoek";
/// The name of the second program, which makes Word and Excel files in a worker.
const DOCUMENTS: &str = "documents";
/// The script that fetches the chunks; the main module imports it.
pub const CHUNKS: &str = "chunks.js";
/// The parts of the program that early.js asks for (`src/ui/chunks.rs`).
pub const EARLY: [&str; 3] = ["home", "lesson", "watch"];
/// What rustc emits. Never `--all-features`: version 132 then writes a module that Chromium refuses.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The standard library is compiled along: as it comes, it brings words for its panics. That is not stable yet, and goes by the
/// version of Rust that we pin. Of its features only the one for size: what others bring (unwinding, backtraces) has no use here.
const OWN_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
/// A panic is a trap, without words: what they are made with was a tenth of the first load. The page tells of a trap as it did of
/// a panic (`shell/boot.js`); a quick build says what it was.
const SILENT_PANICS: [&str; 3] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];

/// What the program is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Make {
    /// To be used: as small as it can be.
    Release,
    /// To be looked at soon.
    Quick,
}

impl Make {
    /// Its profile in Cargo.toml, and the folder of that in target/.
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "quick",
        }
    }
}

/// Writes the programs into `folder`: [`NAME`]`.js`, [`NAME`]`_bg.wasm`, [`CHUNKS`] and a `.wasm` for each part.
pub fn build(make: Make, tools: &BuildTools, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    say("Compiling the app (the first time about 4 minutes)");
    // The cut needs to know which function calls which.
    let arguments = ["--features", "split", "--", "-Clink-arg=--emit-relocs"];
    let compiled = compile(make, NAME, &arguments)?;
    let documents = compile(make, DOCUMENTS, &[])?;

    say("Cutting it into parts, binding it to JavaScript, making it small");
    let main = folder.join(format!("{NAME}.wasm"));
    let cut = split(&fs::read(&compiled)?, &main, folder)?;
    bind(tools, &main, NAME, folder)?;
    fs::remove_file(&main)?;
    let parts = parts::merge(tools, folder, &format!("{NAME}_bg.wasm"), &cut)?;
    bind(tools, &documents, DOCUMENTS, folder)?;
    if make == Make::Release {
        let (module, script) = (folder.join(format!("{NAME}_bg.wasm")), folder.join(format!("{NAME}.js")));
        links::shorten(&module, &script)?;
        make_small(tools, folder)?;
    }
    // It names what has its last form now.
    fs::write(folder.join(CHUNKS), parts::script(folder, &parts)?)?;
    Ok(())
}

/// Compiles one of the programs, and says where it is. The second one without the feature `split`: with it all screens would
/// be in it, as exports that nobody may leave out.
fn compile(make: Make, name: &str, arguments: &[&str]) -> Result<PathBuf> {
    let target = "wasm32-unknown-unknown";
    let mut compile = cargo();
    if make == Make::Release {
        compile.env("RUSTC_BOOTSTRAP", "1").args(OWN_STD).args(["--config", &release_flags()?]);
    }
    compile.args(["rustc", "--profile", make.profile(), "--target", target, "--bin", name]);
    run(compile.args(arguments))?;
    let compiled = root().join("target").join(target).join(make.profile()).join(format!("{name}.wasm"));
    ensure!(compiled.is_file(), "{} is missing", compiled.display());
    if make == Make::Release {
        allocator::check(&compiled)?;
    }
    Ok(compiled)
}

/// Joined by Cargo to what .cargo/config.toml says. Where a source file stands on the machine that builds is nobody's business,
/// and would make every machine build another program.
fn release_flags() -> Result<String> {
    let (rust, as_released) = names_of_rust_sources()?;
    let renamed =
        [(cargo_home()?, "/cargo".to_owned()), (root(), "/lesbezoek".to_owned()), (rust, as_released)];
    let renamed = renamed.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    let flags = renamed.iter().map(String::as_str).chain(SILENT_PANICS).map(|flag| format!("'{flag}'"));
    Ok(format!("target.wasm32-unknown-unknown.rustflags=[{}]", flags.collect::<Vec<_>>().join(",")))
}

/// Where the sources of the standard library stand if they are installed, and how a program names them where they are not.
fn names_of_rust_sources() -> Result<(PathBuf, String)> {
    let version = rustc(&["-vV"]).context("rustc does not answer")?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let sources = sysroot().context("rustc has no root")?.join("lib/rustlib/src/rust");
    Ok((sources, format!("/rustc/{}", commit.context("rustc names no commit")?)))
}

/// Where Cargo keeps the sources of dependencies.
fn cargo_home() -> Result<PathBuf> {
    let home = || {
        env::var_os("HOME")
            .or_else(|| env::var_os("USERPROFILE"))
            .map(|home| PathBuf::from(home).join(".cargo"))
    };
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).context("no home folder: set CARGO_HOME")
}

/// The files below a folder in which a folder of this machine is named.
pub fn with_machine_paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let ours = [cargo_home()?, root(), names_of_rust_sources()?.0]
        .map(|folder| folder.display().to_string().into_bytes());
    let names_one = |file: &PathBuf| {
        let content = fs::read(file).unwrap_or_default();
        ours.iter().any(|path| content.windows(path.len()).any(|window| window == path))
    };
    Ok(files(folder)?.into_iter().filter(names_one).collect())
}

fn bind(tools: &BuildTools, program: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bind = command(&tools.wasm_bindgen);
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", name, "--out-dir"]);
    run(bind.arg(folder).arg(program))
}

fn make_small(tools: &BuildTools, folder: &Path) -> Result<()> {
    let modules =
        files(folder)?.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    for module in modules {
        run(command(&tools.wasm_opt)
            .arg("-Oz")
            .arg("--quiet")
            .args(FEATURES)
            .arg(&module)
            .arg("-o")
            .arg(&module))?;
    }
    Ok(())
}

/// Gives back which files each part needs. The script that the cut would have is made by [`parts::script`].
fn split(compiled: &[u8], main: &Path, folder: &Path) -> Result<CutFiles> {
    let link = format!("./{CHUNKS}");
    let script = format!("./{NAME}.js");
    let mut options = Options::new(compiled);
    options.main_out_path = main;
    options.output_dir = folder;
    options.link_name = &link;
    options.main_module = &script;
    let cut = transform(options).map_err(|error| anyhow!("the program cannot be cut: {error:#}"))?;
    Ok(cut.prefetch_map)
}
