//! What an observer does and sees, whatever the engine.

use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::{Browser, Profile};
use crate::engine::Engine;
use crate::visit::Step;

/// After this a person who waits for the worker opens the app again.
const WORKER_PATIENCE: Duration = Duration::from_secs(4);

/// A tablet with Lesbezoek open on it.
#[derive(Debug)]
pub struct Tablet {
    /// The browser.
    pub browser: Browser,
    origin: String,
}

impl Tablet {
    /// Opens the app at `origin` on a tablet that never saw it.
    ///
    /// # Errors
    /// If the app does not come up.
    pub async fn new(engine: Engine, origin: &str) -> Result<Self> {
        Self::open(engine, Profile::fresh()?, origin).await
    }

    /// Opens the app at `origin` on a tablet with this profile.
    ///
    /// # Errors
    /// If the app does not come up.
    pub async fn open(engine: Engine, profile: Profile, origin: &str) -> Result<Self> {
        let tablet = Self::in_browser(Browser::open(engine, profile).await?, origin);
        tablet.visit("").await?;
        Ok(tablet)
    }

    /// The app at `origin` in a browser that is open.
    #[must_use]
    pub fn in_browser(browser: Browser, origin: &str) -> Self {
        Self { browser, origin: origin.to_owned() }
    }

    /// Loads the page anew at `hash`, such as `#/gegevens`, as from a link or an icon.
    ///
    /// # Errors
    /// If the app does not come up.
    pub async fn visit(&self, hash: &str) -> Result<()> {
        // A change of the hash alone would not load the page.
        self.browser.session().goto("about:blank").await?;
        self.browser.session().goto(format!("{}{hash}", self.origin)).await?;
        self.is_up().await
    }

    /// Loads the page anew where it is, as a person does: by [`visit`](Self::visit) the page may come up in another process of
    /// the browser, which need not have what the page before wrote in session storage while it left. (geckodriver's own reload
    /// goes past the service worker.)
    ///
    /// # Errors
    /// If the app does not come up.
    pub async fn reload(&self) -> Result<()> {
        self.browser.script("window.isBeforeReload = true; location.reload()", Vec::new()).await?;
        self.browser.until_true("the page anew", "return !window.isBeforeReload", Vec::new()).await?;
        self.is_up().await
    }

    /// Waits for a screen with a heading. A program that stopped before it, and opened itself again, is an error; from then on
    /// one that stops says so and stays: no test passes over it.
    ///
    /// # Errors
    /// If none appears, or the program stopped.
    pub async fn is_up(&self) -> Result<()> {
        let is_up = "const there = !!document.querySelector('#page-title');
            try {
                if (there) sessionStorage.setItem('lesbezoek:opened-again', '3 0');
            } catch {
                // Storage is blocked: nothing opens itself again.
            }
            return there;";
        self.browser.until_true("a screen", is_up, Vec::new()).await?;
        let stopped = self.browser.script("return window.lesbezoekStopped", Vec::new()).await?;
        ensure!(stopped != Value::Bool(true), "the program stopped, and opened itself again");
        self.browser.keep_files_from_window().await
    }

    /// The part of the address behind `#`, with it.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn hash(&self) -> Result<String> {
        let hash = self.browser.script("return location.hash", Vec::new()).await?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }

    /// The heading of the screen.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn heading(&self) -> Result<String> {
        let script = "return document.querySelector('#page-title').textContent";
        let heading = self.browser.script(script, Vec::new()).await?;
        Ok(heading.as_str().unwrap_or_default().to_owned())
    }

    /// Waits for a screen with this heading.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn is_at(&self, heading: &str) -> Result<()> {
        let script = "return document.querySelector('#page-title')?.textContent === arguments[0]";
        self.browser.until_true(&format!("the screen {heading}"), script, vec![json!(heading)]).await
    }

    /// Waits until the app would open without a network, and opens it again when a person would.
    ///
    /// WebKit 2.50: a page that leaves while its worker installs or activates can take the worker along, and a later page
    /// waits for it in vain (2 of 3 that left within a tenth of a second after the load event). The page after that gets one.
    ///
    /// # Errors
    /// If the service worker does not get ready.
    pub async fn is_ready_for_offline(&self) -> Result<()> {
        let in_charge = "return !!navigator.serviceWorker && !!navigator.serviceWorker.controller
            && navigator.serviceWorker.controller.state === 'activated'";
        let active = "const done = arguments[arguments.length - 1];
            navigator.serviceWorker.getRegistration().then(
                found => done(!!found && !!found.active && found.active.state === 'activated'), () => done(false))";
        let opened = Cell::new(Instant::now());
        let ready = || async {
            if self.browser.script(in_charge, Vec::new()).await? == Value::Bool(true) {
                return Ok(Some(()));
            }
            // A worker need not claim the page that installed it: then the next load is the first that it serves.
            let active = self.browser.session().execute_async(active, Vec::new()).await?;
            if active.json() == &Value::Bool(true) || opened.get().elapsed() > WORKER_PATIENCE {
                let hash = self.hash().await?;
                self.visit(&hash).await?;
                opened.set(Instant::now());
            }
            Ok(None)
        };
        self.browser.until("a service worker in charge", ready).await
    }

    /// Starts a visit from the list of visits; gives back its id.
    ///
    /// # Errors
    /// If the visit does not open.
    pub async fn start_visit(&self) -> Result<String> {
        self.browser.press("Nieuw bezoek").await?;
        self.is_at("Voorbereiden").await?;
        let hash = self.hash().await?;
        let id = hash.split('/').nth(2).context("the address names the visit")?;
        Ok(id.to_owned())
    }

    /// Deletes the first visit of the list.
    ///
    /// # Errors
    /// If there is none.
    pub async fn delete_first_visit(&self) -> Result<()> {
        let delete = By::XPath("(//button[starts-with(@aria-label, 'Verwijderen: ')])[1]");
        self.browser.tap(delete, "Verwijderen").await
    }

    /// Goes to a step by the row of steps.
    ///
    /// # Errors
    /// If the step does not open.
    pub async fn go_to(&self, step: Step) -> Result<()> {
        let by = By::XPath(format!("//nav//a[normalize-space(.)=\"{}\"]", step.name()));
        self.browser.tap(by, step.name()).await?;
        self.browser
            .until_true(step.name(), "return location.hash.endsWith(arguments[0])", vec![json!(step.slug())])
            .await?;
        let shown =
            "return document.querySelector('nav [aria-current=step]')?.textContent.trim() === arguments[0]";
        self.browser.until_true("the step on screen", shown, vec![json!(step.name())]).await
    }

    /// Taps an answer: `1` to `4` or `not_observed`.
    ///
    /// # Errors
    /// If the indicator is not on screen.
    pub async fn answer(&self, indicator: &str, answer: &str) -> Result<()> {
        let by = By::XPath(format!(
            "//fieldset[@data-indicator='{indicator}']//label[input[@type='radio' and @value='{answer}']]"
        ));
        self.browser.tap(by, &format!("{indicator} = {answer}")).await
    }

    /// The answer that is marked, if one is.
    ///
    /// # Errors
    /// If the indicator is not on screen.
    pub async fn answer_of(&self, indicator: &str) -> Result<Option<String>> {
        let script = "const row = document.querySelector(`fieldset[data-indicator='${arguments[0]}']`);
            return row.querySelector('input[type=radio]:checked')?.value ?? null";
        let answer = self.browser.script(script, vec![json!(indicator)]).await?;
        Ok(answer.as_str().map(str::to_owned))
    }

    /// Opens what stands under an indicator, ticks its first look-for and writes a note.
    ///
    /// # Errors
    /// If the indicator is not on screen.
    pub async fn explain(&self, indicator: &str, note: &str) -> Result<()> {
        let row = format!("//fieldset[@data-indicator='{indicator}']");
        self.browser.tap(By::XPath(format!("{row}//summary")), "the details").await?;
        let look_for = By::XPath(format!("({row}//div[contains(@class, 'looks')]//label)[1]"));
        self.browser.tap(look_for, "the first look-for").await?;
        let field = self.browser.session().find(By::Id(format!("note-{indicator}"))).await?;
        field.send_keys(note).await?;
        Ok(())
    }

    /// Writes a line in the log, with tags by their names.
    ///
    /// # Errors
    /// If the log is not on screen.
    pub async fn note_line(&self, text: &str, tags: &[&str]) -> Result<()> {
        self.browser.fill("Nieuwe regel", text).await?;
        for tag in tags {
            let by =
                By::XPath(format!("//form//button[@aria-label=\"{tag}\" or normalize-space(.)=\"{tag}\"]"));
            self.browser.tap(by, tag).await?;
        }
        self.browser.press("Noteer").await?;
        let script = "return [...document.querySelectorAll('.log textarea')].some(line => line.value === arguments[0])";
        self.browser.until_true("the line in the log", script, vec![json!(text)]).await
    }

    /// Waits until the app says that all is kept.
    ///
    /// # Errors
    /// If it does not say so.
    pub async fn is_kept(&self) -> Result<()> {
        let script = "const line = document.querySelector('.save-status');
            return line.dataset.state === 'saved' && /^(Bewaard om|Ongedaan gemaakt|Saved at|Undone)/.test(line.querySelector('.save-ended').textContent)";
        self.browser.until_true("that all is kept", script, Vec::new()).await
    }

    /// The export on this screen, by download where the driver can keep it, else by the text field.
    ///
    /// # Errors
    /// If nothing comes out.
    pub async fn export(&self) -> Result<Value> {
        let json = if self.browser.engine.downloads() {
            self.browser.press("Downloaden").await?;
            self.browser.downloaded().await?
        } else {
            self.export_text().await?
        };
        serde_json::from_str(&json).context("an export is JSON")
    }

    /// The export on this screen as text.
    ///
    /// # Errors
    /// If nothing comes out.
    pub async fn export_text(&self) -> Result<String> {
        self.browser.press("Tonen als tekst").await?;
        self.browser.value_of("Export als tekst (JSON)").await
    }

    /// Gives a file to the import on the screen Gegevens.
    ///
    /// # Errors
    /// If the screen does not open.
    pub async fn pick_import(&self, path: &Path) -> Result<()> {
        self.browser.give_file("Kies een bestand (.json of .age)", path).await
    }

    /// Imports all that a file holds, from the screen Gegevens on, and waits until it is kept.
    ///
    /// # Errors
    /// If the file is refused.
    pub async fn import(&self, path: &Path) -> Result<()> {
        self.visit("#/gegevens").await?;
        self.pick_import(path).await?;
        let accept = By::XPath("//button[contains(normalize-space(.), 'importeren')]");
        self.browser.tap(accept, "importeren").await?;
        self.browser.sees("geïmporteerd.").await
    }
}
