//! Scripts and styles without what only readers need: a third of their bytes when packed, most of it comments.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::run::{command, run};

/// Makes scripts and styles small with this program, and without one leaves them as they are.
pub struct Minifier(pub Option<PathBuf>);

impl Minifier {
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
