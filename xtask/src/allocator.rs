//! Whether what frees memory is out of the optimizer's sight in a compiled program (`src/memory.rs`).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// The allocator of the programs, in the names of its functions.
const OURS: &str = "OutOfSight";
/// Who may call what frees memory: our allocator, dlmalloc itself, and what the standard library gives back by its own.
const MAY_FREE: [&str; 3] = [OURS, "dlmalloc", "5alloc6System"];

/// Fails where freeing was inlined into what used the memory.
pub fn check(program: &Path) -> Result<()> {
    let module = fs::read(program)?;
    let names = names(&module)?;
    let ours = |name: &&str| name.contains(OURS) && name.ends_with("7dealloc");
    ensure!(names.values().any(ours), "{}: the allocator was inlined (src/memory.rs)", program.display());
    let frees = |name: &&&str| {
        name.contains("dlmalloc") && (name.contains("4free") || name.contains("13validate_size"))
    };
    let mut function = 0;
    for payload in Parser::new(0).parse_all(&module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    function += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let caller = names.get(&function).copied().unwrap_or_default();
                for operator in body.get_operators_reader()? {
                    let Operator::Call { function_index } = operator? else { continue };
                    let is_fine = names.get(&function_index).filter(frees).is_none()
                        || MAY_FREE.iter().any(|one| caller.contains(one));
                    ensure!(is_fine, "{}: {caller} frees by itself (src/memory.rs)", program.display());
                }
                function += 1;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The names of the functions.
fn names(module: &[u8]) -> Result<HashMap<u32, &str>> {
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(section) = section.as_known() else { continue };
        for part in section {
            let Name::Function(functions) = part? else { continue };
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
            }
        }
    }
    Ok(names)
}
