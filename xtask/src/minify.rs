//! Scripts and styles without what only readers need: a third of their bytes when packed, most of it comments.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::program::Make;
use crate::run::{command, run};
use crate::tools::BuildTools;

/// Makes scripts and styles small in a release, and leaves them as they are elsewhere.
pub struct Minifier(Option<PathBuf>);

impl Minifier {
    /// For a build of this kind.
    pub fn new(make: Make, tools: &BuildTools) -> Self {
        Self((make == Make::Release).then(|| tools.esbuild.clone()))
    }

    /// Writes a script or a style anew, small.
    pub fn minify(&self, file: &Path) -> Result<()> {
        let Some(esbuild) = &self.0 else { return Ok(()) };
        let flags =
            ["--minify", "--charset=utf8", "--legal-comments=none", "--allow-overwrite", "--log-level=error"];
        let mut out = std::ffi::OsString::from("--outfile=");
        out.push(file);
        run(command(esbuild).arg(file).args(flags).arg(out))
    }
}
