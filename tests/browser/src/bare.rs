//! A browser as a person starts it: with an address, without a driver. It keeps what it stores in a folder that is
//! given, can be killed whole, and be started again on the same folder. That goes for WebKit too, whose driver only makes
//! private sessions: its MiniBrowser is started as an ordinary program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::driver::Screen;
use crate::engine::{CHROMIUM_FLAGS, Engine, WEBKIT_ENVIRONMENT};
use crate::process::Process;
use crate::tree::{ask_to_end, await_end, kill_tree};

/// Firefox neither greets, nor asks what to do after a crash, nor brings back the last page, and lets a page close its window.
const FIREFOX_PREFERENCES: &str = r#"
user_pref("app.normandy.enabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.policy.firstRunURL", "");
user_pref("dom.allow_scripts_to_close_windows", true);
user_pref("toolkit.startup.max_resumed_crashes", -1);
user_pref("toolkit.telemetry.enabled", false);
"#;

/// A running browser without a driver. Dropping it kills it.
#[derive(Debug)]
pub struct Bare {
    engine: Engine,
    process: Process,
    profile: PathBuf,
    _screen: Option<Screen>,
    _scratch: TempDir,
}

impl Bare {
    /// Starts `engine` at `url`. `profile` is the folder in which it finds and leaves all that it keeps.
    ///
    /// # Errors
    /// If the browser is not installed.
    pub fn open(engine: Engine, profile: &Path, url: &str) -> Result<Self> {
        let mut screen = None;
        let mut command = match engine {
            Engine::Chromium => chromium(profile),
            Engine::Firefox => firefox(profile)?,
            Engine::WebKit => {
                let shown = Screen::start()?;
                let command = mini_browser(profile, &shown)?;
                screen = Some(shown);
                command
            }
        };
        command.arg(url).env("TZ", "Europe/Amsterdam");
        // By this its processes are known as its own.
        command.env("LESBEZOEK_PROFILE", profile);
        // What a killed browser leaves lying about goes with this.
        let scratch = TempDir::new()?;
        command.env("TMPDIR", scratch.path());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = Process::start(&mut command)?;
        Ok(Self { engine, process, profile: profile.to_owned(), _screen: screen, _scratch: scratch })
    }

    /// Why `engine` cannot be opened here, if it cannot.
    #[must_use]
    pub fn missing(engine: Engine) -> Option<String> {
        match engine {
            Engine::WebKit => mini_browser_program().err().map(|error| error.to_string()),
            Engine::Chromium | Engine::Firefox => None,
        }
    }

    /// Waits until it has ended in its ordinary way, in which it writes what it still has to. Chromium takes a signal for that; the
    /// others a signal only kills: there the page closes its windows.
    ///
    /// # Errors
    /// If it does not end.
    pub fn close(mut self) -> Result<()> {
        let root = self.process.child().id();
        if self.engine == Engine::Chromium {
            ask_to_end(root);
        }
        await_end(root, &self.profile)
    }

    /// Kills all its processes at once.
    ///
    /// # Errors
    /// If one of them does not end.
    pub fn kill(mut self) -> Result<()> {
        self.end()
    }

    fn end(&mut self) -> Result<()> {
        kill_tree(self.process.child().id(), &self.profile)
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

fn program(variable: &str, names: &[&str]) -> Command {
    let on_path = || {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
        names.iter().find_map(|name| folders.iter().map(|dir| dir.join(name)).find(|file| file.is_file()))
    };
    let named = std::env::var_os(variable).map(PathBuf::from);
    Command::new(named.or_else(on_path).unwrap_or_else(|| names[0].into()))
}

fn chromium(profile: &Path) -> Command {
    let mut command = program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]);
    command.args(CHROMIUM_FLAGS).arg(format!("--user-data-dir={}", profile.display()));
    command.arg("--hide-crash-restore-bubble");
    command
}

fn firefox(profile: &Path) -> Result<Command> {
    std::fs::write(profile.join("user.js"), FIREFOX_PREFERENCES)?;
    let mut command = program("FIREFOX", &["firefox-esr", "firefox"]);
    command.args(["--headless", "--no-remote", "--profile"]).arg(profile);
    Ok(command)
}

fn mini_browser(profile: &Path, screen: &Screen) -> Result<Command> {
    let mut command = Command::new(mini_browser_program()?);
    for (variable, folder) in
        [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")]
    {
        command.env(variable, profile.join(folder));
    }
    command.envs(WEBKIT_ENVIRONMENT);
    // A page may close only a window that a page has opened.
    command.arg("--javascript-can-open-windows-automatically=true");
    // No bus and no settings service: they would be started, and outlive it.
    command
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1")
        .env("DISPLAY", &screen.display);
    Ok(command)
}

/// The small browser that comes with WebKitGTK, off the PATH.
fn mini_browser_program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("WEBKIT_MINIBROWSER") {
        return Ok(named.into());
    }
    let mut folders = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")];
    folders.extend(std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path()));
    let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
    let mut programs =
        folders.iter().flat_map(|folder| versions.map(|one| folder.join(one).join("MiniBrowser")));
    programs.find(|program| program.is_file()).context("WebKitGTK's MiniBrowser is not installed")
}
