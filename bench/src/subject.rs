//! The two pages that are compared.

use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::{Server, dist, record_key};
use tempfile::TempDir;

/// A small file that both have, with a document and no script.
const QUIET: &str = "icons/icon.svg";

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Lesbezoek, on the screen Scoren of a visit.
    App,
    /// The hand-written page.
    Floor,
}

/// A page that is served, and where it keeps its answers.
#[derive(Debug)]
pub struct Subject {
    /// Which page.
    pub which: Which,
    /// The form.
    pub url: String,
    /// The start of the same site.
    pub origin: String,
    /// The key in local storage that a tap changes.
    pub key: String,
    _server: Server,
    _folder: Option<TempDir>,
}

impl Subject {
    /// Serves the build; the form is that of the visit with the id `visit`.
    pub fn app(visit: &str) -> Result<Self> {
        let server = Server::start(&dist()?)?;
        let origin = server.origin();
        let url = format!("{origin}#/bezoek/{visit}/scoren");
        Ok(Self { which: Which::App, url, origin, key: record_key(visit), _server: server, _folder: None })
    }

    /// Serves the floor, packed as small as the app is.
    pub fn floor() -> Result<Self> {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("floor/index.html");
        let page = std::fs::read(&page).with_context(|| page.display().to_string())?;
        let folder = TempDir::new()?;
        std::fs::write(folder.path().join("index.html"), &page)?;
        std::fs::write(folder.path().join("index.html.br"), packed(&page)?)?;
        std::fs::create_dir(folder.path().join("icons"))?;
        std::fs::write(folder.path().join(QUIET), "<svg xmlns='http://www.w3.org/2000/svg'/>")?;
        let server = Server::start(folder.path())?;
        let origin = server.origin();
        let url = origin.clone();
        let key = "floor:visit".to_owned();
        Ok(Self { which: Which::Floor, url, origin, key, _server: server, _folder: Some(folder) })
    }

    /// The screen of the same visit with this name in the address.
    pub fn at(&self, screen: &str) -> String {
        self.url.replace("scoren", screen)
    }

    /// A small file of the same site, to fill local storage from.
    pub fn quiet_page(&self) -> String {
        format!("{}{QUIET}", self.origin)
    }
}

fn packed(page: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &page[..], &mut packed, &parameters)?;
    Ok(packed)
}
