//! A driver process with one session in it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};

use crate::engine::Engine;
use crate::process::Process;

/// The session, the driver, and the screen that WebKit needs. Dropping it ends all three, in this order, also after a
/// failed test: a driver that is killed before its session leaves its browser behind.
#[derive(Debug)]
pub struct Driver {
    /// The session.
    pub session: WebDriver,
    _process: Process,
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver of `engine` and a session with `capabilities`.
    ///
    /// # Errors
    /// If the driver is not installed or refuses the session.
    pub async fn start(engine: Engine, capabilities: &Value) -> Result<Self> {
        // WebKitGTK has no headless mode.
        let screen = if engine == Engine::WebKit { Some(Screen::start()?) } else { None };
        let (mut command, port) = engine.driver(screen.as_ref().map(|screen| screen.display.as_str()))?;
        let mut process = Process::start(&mut command)?;
        process.listens_on(port)?;
        let mut wanted = Capabilities::new();
        for (key, value) in capabilities.as_object().into_iter().flatten() {
            wanted.set(key.as_str(), value)?;
        }
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted)
            .await
            .with_context(|| format!("no session in {engine:?}"))?;
        Ok(Self { session, _process: process, _screen: screen })
    }
}

/// A screen that nobody sees, for one browser: two on one screen take the focus from each other.
#[derive(Debug)]
pub struct Screen {
    _process: Process,
    /// Its name, for `DISPLAY`.
    pub display: String,
}

impl Screen {
    /// A new one.
    ///
    /// # Errors
    /// If Xvfb is not installed.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = Process::start(&mut command).context("WebKit needs Xvfb")?;
        let output = process.child().stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb ended at its start");
        Ok(Self { _process: process, display: format!(":{}", number.trim()) })
    }
}
