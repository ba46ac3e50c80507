//! One browser with a profile of its own.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;

use crate::driver::Driver;
use crate::engine::Engine;

/// The longest that anything on a screen may take; WebKit on two cores is slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(40);

/// What a browser keeps between two openings, and where its downloads go.
#[derive(Debug)]
pub struct Profile {
    kept: TempDir,
    downloads: TempDir,
    storage_blocked: bool,
}

impl Profile {
    /// An empty profile.
    ///
    /// # Errors
    /// If no folder can be made.
    pub fn fresh() -> Result<Self> {
        Ok(Self { kept: TempDir::new()?, downloads: TempDir::new()?, storage_blocked: false })
    }

    /// An empty profile in which pages may store nothing (Chromium and Firefox).
    ///
    /// # Errors
    /// If no folder can be made.
    pub fn without_storage() -> Result<Self> {
        Ok(Self { storage_blocked: true, ..Self::fresh()? })
    }
}

impl Profile {
    /// Where it is kept.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.kept.path()
    }
}

/// Size of the page in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// A tablet held upright.
    Portrait,
    /// A tablet on its side.
    Landscape,
}

/// A running browser.
#[derive(Debug)]
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    driver: Driver,
    profile: Profile,
}

impl Browser {
    /// Opens `engine` with `profile`.
    ///
    /// # Errors
    /// If the browser or its driver does not start.
    pub async fn open(engine: Engine, profile: Profile) -> Result<Self> {
        let wanted =
            engine.capabilities(profile.kept.path(), profile.downloads.path(), profile.storage_blocked);
        let driver = Driver::start(engine, &wanted).await?;
        let browser = Self { engine, driver, profile };
        browser.resize(Window::Portrait).await?;
        Ok(browser)
    }

    /// Closes the browser and gives back what it kept.
    #[must_use]
    pub fn close(self) -> Profile {
        let Self { driver, profile, .. } = self;
        drop(driver);
        profile
    }

    /// The WebDriver session.
    #[must_use]
    pub fn session(&self) -> &WebDriver {
        &self.driver.session
    }

    /// Turns the tablet.
    ///
    /// # Errors
    /// If the driver refuses.
    pub async fn resize(&self, window: Window) -> Result<()> {
        let (width, height) = match window {
            Window::Portrait => (834, 1194),
            Window::Landscape => (1194, 834),
        };
        self.session().set_window_rect(0, 0, width, height).await?;
        // The driver may answer before the page has its new shape.
        let has_shape = "return (innerWidth > innerHeight) === arguments[0]";
        self.until_true("a page of that shape", has_shape, vec![json!(width > height)]).await
    }

    /// Runs `script` as the body of a function in the page and gives back what it returns.
    ///
    /// # Errors
    /// If it throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.session().execute(script, arguments).await;
        let answer = answer.with_context(|| format!("in the page: {script}"))?;
        Ok(answer.json().clone())
    }

    /// Looks until `condition` gives something.
    ///
    /// # Errors
    /// After twenty seconds; `what` says what was waited for, and the last error is given if there was one.
    pub async fn until<T, F, Fut>(&self, what: &str, mut condition: F) -> Result<T>
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = Result<Option<T>>>,
    {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let seen = condition().await;
            match seen {
                Ok(Some(found)) => return Ok(found),
                Err(error) if Instant::now() > deadline => {
                    return Err(error.context(format!("waiting for: {what}")));
                }
                Ok(None) if Instant::now() > deadline => {
                    bail!("waited in vain for: {what}\n{}", self.screen().await)
                }
                _ => tokio::time::sleep(LOOK).await,
            }
        }
    }

    /// Waits until `script` returns a true value.
    ///
    /// # Errors
    /// As [`Browser::until`].
    pub async fn until_true(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        let see = || async {
            Ok((self.script(script, arguments.clone()).await? == Value::Bool(true)).then_some(()))
        };
        self.until(what, see).await
    }

    /// The text on screen, for the message of a failed test.
    pub async fn screen(&self) -> String {
        let text = self.script("return location.href + '\\n' + document.body.innerText", Vec::new()).await;
        text.map_or_else(|error| error.to_string(), |text| text.as_str().unwrap_or_default().to_owned())
    }

    /// The next file that is downloaded whole, as text. Files that were there before must be read first.
    ///
    /// # Errors
    /// If none comes.
    pub async fn downloaded(&self) -> Result<String> {
        let folder = self.profile.downloads.path();
        let path = self.until("a download", || async { Ok(whole_file(folder)) }).await?;
        let text = std::fs::read_to_string(&path)?;
        std::fs::remove_file(path)?;
        Ok(text)
    }
}

/// A file that is no longer being written: the browsers write to another name first, or to an empty one.
fn whole_file(folder: &Path) -> Option<PathBuf> {
    let paths: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    let partial = |path: &PathBuf| path.extension().is_some_and(|end| end == "crdownload" || end == "part");
    if paths.iter().any(partial) {
        return None;
    }
    let full = |path: &PathBuf| path.metadata().is_ok_and(|file| file.is_file() && file.len() > 0);
    let hidden =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    paths.into_iter().find(|path| full(path) && !hidden(path))
}
