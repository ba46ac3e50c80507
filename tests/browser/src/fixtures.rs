//! Files that the tests read and write.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

/// The build that is tested.
///
/// # Errors
/// If `LESBEZOEK_DIST` is not set.
pub fn dist() -> Result<PathBuf> {
    let dist =
        std::env::var_os("LESBEZOEK_DIST").context("LESBEZOEK_DIST is not set; run `cargo xtask test`")?;
    Ok(PathBuf::from(dist))
}

/// The two whole lessons, as exported, in the order of their names.
///
/// # Errors
/// If the folder is gone.
pub fn fixtures() -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").canonicalize()?;
    let entries = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let is_lesson = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("groep") && name.ends_with(".json")
    };
    paths.retain(is_lesson);
    paths.sort();
    Ok(paths)
}

/// Where pictures of the screens go: `target/pictures`, or with `LESBEZOEK_PICTURES` set into the README.
#[must_use]
pub fn pictures_dir() -> PathBuf {
    let readme = std::env::var_os("LESBEZOEK_PICTURES").is_some();
    let folder = if readme { "../../docs/pictures" } else { "../../target/pictures" };
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// A copy of the build whose files can be changed, as a new version changes them.
///
/// # Errors
/// If the build cannot be read.
pub fn changed_copy_of_dist() -> Result<TempDir> {
    let copy = TempDir::new()?;
    copy_folder(&dist()?, copy.path())?;
    Ok(copy)
}

/// Changes a file of such a copy, and takes its packed copies away.
///
/// # Errors
/// If the file cannot be read or written.
pub fn rewrite(file: &Path, change: impl FnOnce(String) -> String) -> Result<()> {
    std::fs::write(file, change(std::fs::read_to_string(file)?))?;
    for ending in [".br", ".gz"] {
        let mut packed = file.as_os_str().to_owned();
        packed.push(ending);
        // Small files have none.
        let _ = std::fs::remove_file(packed);
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from)?.flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&target)?;
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
