//! The page and what goes with it: what index.html asks of Trunk is done here for the release, and more: two style
//! sheets, integrity of every script, the content security policy, and the list of files that the service worker keeps.

use std::cell::Cell;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, comments, element, rewrite_str};

use crate::build::{copy_folder, files};
use crate::integrity::{integrity, short_hash};
use crate::minify::Minifier;
use crate::program;
use crate::run::root;

/// Nothing but this origin; no inline style, and of inline scripts only the one with this hash; WebAssembly may be
/// compiled. Text becomes markup only by the one policy in boot.js. `frame-ancestors` works only as a header (`headers.rs`).
fn policy(early_hash: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' '{early_hash}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
        connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
        require-trusted-types-for 'script'; trusted-types default"
    )
}

/// The place in sw.js where the list goes.
const PRECACHE: &str = "/* precache */ { version: 'dev', files: [] }";
/// The place in early.js where the list goes.
const EARLY: &str = "/* early */ []";

/// The scripts around the program, in the order in which they run.
const BOOT: [&str; 3] = ["journal.js", "writer.js", "boot.js"];
/// The script that starts the second program, in the folder of both.
pub const DOCUMENTS_WORKER: &str = "documents-worker.js";

/// What index.html asks for with `<link data-trunk rel="…" href="…">`.
struct Asked {
    rel: String,
    href: String,
    /// A style that the first screens have no need of: `data-late`.
    is_late: bool,
}

/// The two style sheets of the page, by their names.
struct Styles {
    /// For the first screens; nothing shows before it is there.
    first: String,
    /// For all others; the script that loads those loads it (`shell/chunks.js`).
    late: String,
}

/// The program as the page finds it.
pub struct Program {
    /// Where it is, with boot.js.
    pub folder: String,
}

/// Writes the page and its files into `stage`, where the program is.
pub fn write(stage: &Path, program: &Program, minifier: &Minifier) -> Result<()> {
    let source = fs::read_to_string(root().join("index.html"))?;
    let (page, asked) = without_trunk(&source)?;
    let (mut first, mut late) = (String::new(), String::new());
    for Asked { rel, href, is_late } in &asked {
        let from = root().join(href);
        let to = || Ok::<_, anyhow::Error>(stage.join(from.file_name().context("a link without a file")?));
        match rel.as_str() {
            "css" => {
                let style = if *is_late { &mut late } else { &mut first };
                style.push_str(&fs::read_to_string(&from).with_context(|| href.clone())?);
            }
            "copy-dir" => copy_folder(&from, &to()?)?,
            "copy-file" if BOOT.iter().chain([&DOCUMENTS_WORKER]).any(|name| href.ends_with(name)) => {}
            "copy-file" => drop(fs::copy(&from, to()?).with_context(|| href.clone())?),
            "rust" => {}
            other => return Err(anyhow!("index.html asks for {other}, which only Trunk knows")),
        }
    }
    let write = |name, style| write_style(stage, minifier, name, style);
    let styles = Styles { first: write("style", first)?, late: write("late", late)? };

    let early = early(stage, program, &styles.late)?;
    let start = start(stage, program, &styles)?;
    let kept = files(stage)?.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
    let text = [page.as_bytes(), early.as_bytes(), start.as_bytes()];
    let build = short_hash(kept.iter().map(Vec::as_slice).chain(text));
    fs::write(stage.join("index.html"), complete(&page, &build, &early, &start)?)?;
    list_files(stage)?;
    // Only now: its list stands in the place of a comment.
    minifier.minify(&stage.join("sw.js"))
}

/// Writes a style sheet under a name that says what is in it; that name.
fn write_style(stage: &Path, minifier: &Minifier, name: &str, style: String) -> Result<String> {
    let file = stage.join(format!("{name}.css"));
    fs::write(&file, style)?;
    minifier.minify(&file)?;
    let named = format!("{name}-{}.css", short_hash([fs::read(&file)?]));
    fs::rename(file, stage.join(&named))?;
    Ok(named)
}

/// The page without what is meant for Trunk, and that.
fn without_trunk(source: &str) -> Result<(String, Vec<Asked>)> {
    let mut asked = Vec::new();
    let page = rewrite_str(
        source,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!("link[data-trunk]", |link| {
                    let attribute = |name| link.get_attribute(name).unwrap_or_default();
                    let is_late = link.has_attribute("data-late");
                    asked.push(Asked { rel: attribute("rel"), href: attribute("href"), is_late });
                    link.remove();
                    Ok(())
                }),
                comments!("*", |comment| {
                    comment.remove();
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::default()
        },
    )?;
    Ok((page, asked))
}

impl Program {
    fn wasm(&self) -> String {
        format!("{}/{}_bg.wasm", self.folder, program::NAME)
    }
}

fn hash(stage: &Path, path: &str) -> Result<String> {
    Ok(integrity(&fs::read(stage.join(path)).with_context(|| format!("{path} is missing"))?))
}

/// The script that stands in the page itself: early.js without its comments, with its list. No preload of the
/// WebAssembly instead: Safari would fetch it twice.
fn early(stage: &Path, program: &Program, late: &str) -> Result<String> {
    let source = fs::read_to_string(root().join("shell/early.js")).context("early.js is missing")?;
    ensure!(source.contains(EARLY), "early.js has no place for the list of files");
    let parts = program::EARLY.into_iter().map(|part| (part, format!("{}/{part}.wasm", program.folder)));
    let files = [("main", program.wasm()), ("late", late.to_owned())].into_iter().chain(parts);
    let list = files.map(|(part, path)| Ok(format!("['{part}', '{path}', '{}']", hash(stage, &path)?)));
    let list = list.collect::<Result<Vec<_>>>()?.join(", ");
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    Ok(lines.collect::<Vec<_>>().join("\n").replace(EARLY, &format!("[{list}]")))
}

/// The scripts around the program in one file, so that a slow network is asked once.
pub fn boot() -> Result<String> {
    BOOT.iter().map(|name| fs::read_to_string(root().join("shell").join(name)).context(*name)).collect()
}

/// The elements that load the style sheet and start the program.
fn start(stage: &Path, program: &Program, Styles { first, late }: &Styles) -> Result<String> {
    let hash = |path: &str| hash(stage, path);
    let folder = &program.folder;
    let js = format!("{folder}/{}.js", program::NAME);
    let wasm = program.wasm();
    let chunks = format!("{folder}/{}", program::CHUNKS);
    let boot = format!("{folder}/boot.js");
    let mut html = format!(r#"<link rel="stylesheet" href="{first}" integrity="{}" />"#, hash(first)?);
    for module in [&js, &chunks] {
        write!(html, r#"<link rel="modulepreload" href="{module}" integrity="{}" />"#, hash(module)?)?;
    }
    write!(
        html,
        r#"<script type="module" src="{boot}" integrity="{}" data-js="{js}" data-wasm="{wasm}" data-wasm-integrity="{}" data-late-style="{late}" data-late-style-integrity="{}"></script>"#,
        hash(&boot)?,
        hash(&wasm)?,
        hash(late)?
    )?;
    Ok(html)
}

/// The page as it is served. The policy goes first, so that it holds for everything after it; then what asks for the
/// program.
fn complete(page: &str, build: &str, early: &str, start: &str) -> Result<String> {
    let policy = policy(&integrity(early.as_bytes()));
    let first = format!(
        r#"<meta http-equiv="Content-Security-Policy" content="{policy}" /><meta name="lesbezoek-build" content="{build}" /><script>{early}</script>"#
    );
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    let page: String = lines.flat_map(|line| [line.trim_start(), "\n"]).collect();
    let done = Cell::new(0);
    let page = rewrite_str(
        &page,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!("meta[charset]", |charset| {
                    charset.after(&first, ContentType::Html);
                    done.set(done.get() + 1);
                    Ok(())
                }),
                element!("head", |head| {
                    head.append(start, ContentType::Html);
                    done.set(done.get() + 1);
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::default()
        },
    )?;
    ensure!(done.get() == 2, "index.html has no head with a charset");
    Ok(page)
}

/// Gives the service worker its list.
fn list_files(stage: &Path) -> Result<()> {
    let file = stage.join("sw.js");
    let worker = fs::read_to_string(&file).context("sw.js is missing")?;
    ensure!(worker.contains(PRECACHE), "sw.js has no place for the list of files");
    Ok(fs::write(&file, worker.replace(PRECACHE, &precache(stage)?))?)
}

/// `{ version, files }` for the worker: every file but the worker itself, with its integrity.
fn precache(stage: &Path) -> Result<String> {
    let mut list = String::new();
    for file in files(stage)? {
        let name = file.strip_prefix(stage)?.to_string_lossy().replace('\\', "/");
        if name != "sw.js" {
            writeln!(list, "  {{ url: '{name}', integrity: '{}' }},", integrity(&fs::read(&file)?))?;
        }
    }
    Ok(format!("{{ version: '{}', files: [\n{list}] }}", short_hash([&list])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_stands_before_everything_that_it_governs() {
        let page = r#"<html><head><meta charset="utf-8"><link rel="icon" href="a.svg"></head></html>"#;
        let page = complete(page, "abc", "ask();", "<script src=b.js></script>").expect("a head");
        let place = |what: &str| page.find(what).expect("is there");
        assert!(place("charset") < place("Content-Security-Policy"));
        assert!(place("Content-Security-Policy") < place("<script>ask();</script>"));
        assert!(place("ask()") < place("icon") && place("icon") < place("b.js"));
        assert!(page.contains("require-trusted-types-for 'script'; trusted-types default"));
        assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"));
        assert!(page.contains(&format!("'{}'", integrity(b"ask();"))), "the policy allows this script");
    }

    #[test]
    fn what_is_meant_for_trunk_is_taken_out_in_order() {
        let (page, asked) = without_trunk(
            r#"<head><link data-trunk rel="css" href="a.css" /><!-- why --><link data-trunk rel="css" href="b.css" data-late /><title>x</title></head>"#,
        )
        .expect("a page");
        assert_eq!(page, "<head><title>x</title></head>");
        let asked: Vec<_> = asked.iter().map(|one| (one.href.as_str(), one.is_late)).collect();
        assert_eq!(asked, [("a.css", false), ("b.css", true)]);
    }

    #[test]
    fn the_worker_keeps_every_file_but_itself() {
        let stage = std::env::temp_dir().join(format!("lesbezoek-precache-{}", std::process::id()));
        fs::create_dir_all(stage.join("icons")).expect("a folder");
        for name in ["index.html", "icons/icon.svg", "sw.js"] {
            fs::write(stage.join(name), name).expect("a file");
        }
        let list = precache(&stage).expect("a list");
        fs::remove_dir_all(&stage).expect("goes away");
        assert!(
            list.contains(&format!("url: 'icons/icon.svg', integrity: '{}'", integrity(b"icons/icon.svg")))
        );
        assert!(list.contains("url: 'index.html'") && !list.contains("sw.js"));
    }
}
