//! Puts the files of the cut together, one for each part of the program.
//!
//! The cut makes a file for each set of parts that share code: thirty of them, of which a visit needs twenty. Each costs
//! a request, a check, a compilation and a start, together a third of what a reload takes. Here all that several parts
//! share goes into the file of the first of them, and the others load that one too.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{Import, Parser, Payload, TypeRef};

use crate::integrity::integrity;
use crate::program::FEATURES;
use crate::run::{command, root, run};
use crate::tools::BuildTools;

/// The parts (`src/ui/chunks.rs`), in the order in which a person needs them.
const PARTS: [&str; 7] = ["lesson", "home", "watch", "talk", "undo", "data", "school"];
/// The name for the main module, in the file of a part.
const MAIN: &str = "program";
/// The name that the cut gave it.
const MAIN_OF_CUT: &str = "__wasm_split";
/// The place in chunks.js where the list goes.
const LIST: &str = "/* parts */ {}";

/// Of each part the files of the cut that it needs, without `.wasm`.
pub type CutFiles = HashMap<String, Vec<String>>;

/// Part of the program, in a file of its own: its name with `.wasm`.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// As in `src/ui/chunks.rs`.
    pub name: &'static str,
    /// The parts whose code it uses.
    pub needs: Vec<&'static str>,
}

impl Part {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.wasm", self.name)
    }
}

/// Where each file of the cut goes: into the main module or a part. And the parts, with what they need.
fn arrange(cut: &CutFiles) -> (BTreeMap<&str, &'static str>, Vec<Part>) {
    let uses = |part: &str, stem: &String| cut.get(part).is_some_and(|stems| stems.contains(stem));
    let goes_to = |stem: &String| {
        // A first visit and the list: whichever screen is the first, this is needed.
        let first = uses("home", stem) && (uses("lesson", stem) || uses("watch", stem));
        let part = PARTS.into_iter().find(|part| uses(part, stem)).filter(|_| !first);
        part.unwrap_or(MAIN)
    };
    let places: BTreeMap<&str, &'static str> =
        cut.values().flatten().map(|stem| (stem.as_str(), goes_to(stem))).collect();
    let parts = PARTS.into_iter().map(|name| {
        let stems = cut.get(name).into_iter().flatten();
        let mut needs: Vec<_> = stems.filter_map(|stem| places.get(stem.as_str()).copied()).collect();
        needs.retain(|place| *place != MAIN && *place != name);
        needs.sort_unstable();
        needs.dedup();
        Part { name, needs }
    });
    let parts = parts.collect();
    (places, parts)
}

/// Merges the files of the cut in `folder` into `main` there and one file for each part.
pub fn merge(tools: &BuildTools, folder: &Path, main: &str, cut: &CutFiles) -> Result<Vec<Part>> {
    for name in cut.keys() {
        ensure!(PARTS.contains(&name.as_str()), "xtask/src/parts.rs does not know the part {name}");
    }
    let (places, parts) = arrange(cut);
    let files_of = |place| places.iter().filter(move |(_, at)| **at == place).map(|(stem, _)| *stem);

    let shared = folder.join("shared.wasm");
    let files = places.keys().map(|stem| fs::read(folder.join(format!("{stem}.wasm"))));
    fs::write(&shared, shared_imports(&files.collect::<Result<Vec<_>, _>>()?)?)?;
    for part in &parts {
        let into = folder.join(part.file());
        merge_files(tools, folder, (&shared, MAIN_OF_CUT), files_of(part.name), &into)?;
    }
    let program = folder.join(main);
    merge_files(tools, folder, (&program, MAIN_OF_CUT), files_of(MAIN), &program)?;
    for stem in places.keys() {
        fs::remove_file(folder.join(format!("{stem}.wasm")))?;
    }
    fs::remove_file(&shared)?;
    Ok(parts)
}

/// A module that imports memory, table and stack as the files of the cut do, and passes them on. Without it between
/// them each of the files would import a memory of its own, and a module may have one.
fn shared_imports(files: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut shared = BTreeMap::new();
    for payload in files.iter().flat_map(|file| Parser::new(0).parse_all(file)) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            let Import { name, ty, .. } = import?;
            let kind = match ty {
                TypeRef::Memory(_) => ExportKind::Memory,
                TypeRef::Table(_) => ExportKind::Table,
                TypeRef::Global(_) => ExportKind::Global,
                other => bail!("the cut shares {name}, which is {other:?}"),
            };
            shared.insert(name, (ty, kind));
        }
    }
    let mut imports = ImportSection::new();
    let mut exports = ExportSection::new();
    for (index, (name, (ty, kind))) in shared.iter().enumerate() {
        ensure!(
            !shared.values().skip(index + 1).any(|(_, other)| other == kind),
            "the cut shares two of {kind:?}"
        );
        imports.import(MAIN, name, RoundtripReencoder.entity_type(*ty)?);
        // So each is the first of its kind.
        exports.export(name, *kind, 0);
    }
    let mut module = Module::new();
    module.section(&imports).section(&exports);
    Ok(module.finish())
}

fn merge_files<'a>(
    tools: &BuildTools,
    folder: &Path,
    (first, name): (&Path, &str),
    stems: impl Iterator<Item = &'a str>,
    into: &Path,
) -> Result<()> {
    let mut merge = command(tools.binaryen("wasm-merge"));
    merge.args(FEATURES).arg("--quiet").arg(first).arg(name);
    for stem in stems {
        merge.arg(folder.join(format!("{stem}.wasm"))).arg(stem);
    }
    run(merge.arg("-o").arg(into))
}

/// The script that loads the parts in `folder`.
pub fn script(folder: &Path, parts: &[Part]) -> Result<String> {
    let source = fs::read_to_string(root().join("shell/chunks.js")).context("chunks.js is missing")?;
    ensure!(source.contains(LIST), "chunks.js has no place for the list of parts");
    let mut list = String::new();
    let mut loaders = String::new();
    for part in parts {
        let hash = integrity(&fs::read(folder.join(part.file()))?);
        let Part { name, needs } = part;
        writeln!(list, "  {name}: ['./{}', '{hash}', {needs:?}],", part.file())?;
        writeln!(loaders, "export const __wasm_split_load_{name} = loader('{name}');")?;
    }
    Ok(source.replace(LIST, &format!("{{\n{list}}}")) + &loaders)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(files: &[(&str, &[&str])]) -> CutFiles {
        let owned = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect();
        files.iter().map(|(part, stems)| ((*part).to_owned(), owned(stems))).collect()
    }

    #[test]
    fn what_parts_share_goes_to_the_first_of_them() {
        let cut = cut(&[("talk", &["both", "split_talk"]), ("lesson", &["both", "split_lesson"])]);
        let (places, parts) = arrange(&cut);
        assert_eq!(places["both"], "lesson");
        assert_eq!(places["split_talk"], "talk");
        let needs = |name| parts.iter().find(|part| part.name == name).map(|part| part.needs.clone());
        assert_eq!(needs("talk"), Some(vec!["lesson"]));
        assert_eq!(needs("lesson"), Some(vec![]));
    }

    #[test]
    fn what_both_first_screens_need_is_in_the_main_module() {
        let cut = cut(&[("home", &["both", "split_home"]), ("lesson", &["both", "split_lesson"])]);
        let (places, parts) = arrange(&cut);
        assert_eq!(places["both"], MAIN);
        assert!(parts.iter().all(|part| part.needs.is_empty()), "{parts:?}");
    }
}
