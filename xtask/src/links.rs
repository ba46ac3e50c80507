//! What the program and its script call each other by. wasm-bindgen gives each function of the browser a long name with a
//! hash, once in the program and once in the script; here each gets a number. And what nobody calls is not offered.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, ImportSectionReader, Parser, Payload};

/// What wasm-bindgen starts a name with.
const GIVEN: &str = "__wb";
/// Streams of server functions, which Leptos brings along and an app without a server never makes. As long as they are offered,
/// all that they use stays in the program.
const NEVER_CALLED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// Makes the links between `program` and `script` short.
pub fn shorten(program: &Path, script: &Path) -> Result<()> {
    let module = fs::read(program)?;
    let short = short_names(&module)?;
    ensure!(!short.is_empty(), "{} asks nothing of wasm-bindgen", program.display());
    fs::write(script, with_short_names(&fs::read_to_string(script)?, &short))?;
    let mut shorter = Module::new();
    Shorter(short).parse_core_module(&mut shorter, Parser::new(0), &module)?;
    Ok(fs::write(program, shorter.finish())?)
}

/// A number for each function that the module asks of wasm-bindgen's script.
fn short_names(module: &[u8]) -> Result<HashMap<String, String>> {
    let mut short = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            let name = import?.name;
            if name.starts_with(GIVEN) {
                let number = short.len();
                short.insert(name.to_owned(), format!("_{number}"));
            }
        }
    }
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ExportSection(section) = payload? else { continue };
        for export in section {
            let name = export?.name;
            ensure!(!short.contains_key(name), "the program both asks for {name} and offers it");
        }
    }
    Ok(short)
}

/// The script with the short names where a name stands as a whole word.
fn with_short_names(script: &str, short: &HashMap<String, String>) -> String {
    let is_part_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = script;
    let mut shorter = String::with_capacity(script.len());
    while let Some(start) = rest.find(is_part_of_word) {
        let (before, from_word) = rest.split_at(start);
        let end = from_word.find(|letter| !is_part_of_word(letter)).unwrap_or(from_word.len());
        let (word, after) = from_word.split_at(end);
        shorter.push_str(before);
        shorter.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    shorter + rest
}

struct Shorter(HashMap<String, String>);

impl Reencode for Shorter {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let Import { module, name, ty } = import?;
            let ty = self.entity_type(ty)?;
            imports.import(module, self.0.get(name).map_or(name, String::as_str), ty);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        if NEVER_CALLED.iter().any(|start| export.name.starts_with(start)) {
            return Ok(());
        }
        utils::parse_export(self, exports, export)
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    use super::*;

    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./a_bg.js", "__wbg_log_123", EntityType::Function(0));
        imports.import("./chunks.js", "load", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0).export("intounderlyingsink_write", ExportKind::Func, 1);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }

    #[test]
    fn both_sides_get_the_same_short_name_and_what_nobody_calls_goes() {
        let folder = std::env::temp_dir().join(format!("lesbezoek-links-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (program, script) = (folder.join("a_bg.wasm"), folder.join("a.js"));
        fs::write(&program, module()).expect("a file");
        fs::write(&script, "({__wbg_log_123: f, __wbg_log_1234: g, é: load})").expect("a file");
        shorten(&program, &script).expect("is made shorter");
        let (module, script) = (fs::read(&program), fs::read_to_string(&script));
        fs::remove_dir_all(&folder).expect("goes away");

        assert_eq!(script.expect("a script"), "({_0: f, __wbg_log_1234: g, é: load})");
        let module = module.expect("a module");
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&module) {
            match payload.expect("a sound module") {
                Payload::ImportSection(section) => {
                    names.extend(section.into_imports().map(|import| import.expect("sound").name.to_owned()));
                }
                Payload::ExportSection(section) => {
                    names.extend(section.into_iter().map(|export| export.expect("sound").name.to_owned()));
                }
                _ => {}
            }
        }
        assert_eq!(names, ["_0", "load", "main"]);
    }
}
