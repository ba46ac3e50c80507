//! The three engines and how each is started without a screen.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;
use serde_json::{Value, json};

use crate::process::free_port;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK, with its own driver; the nearest to Safari that runs here.
    WebKit,
}

/// Without these Chromium phones home, needs a screen, or shows a first-run page.
pub(crate) const CHROMIUM_FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Without a sandbox of its own, without a screen, and with a compiler in the thread that runs the program: with its own thread
/// WebKitGTK 2.50.6 stops a program now and then (docs/architecture.md, "It opens itself again").
pub(crate) const WEBKIT_ENVIRONMENT: [(&str, &str); 3] = [
    ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("JSC_useConcurrentJIT", "0"),
];

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Whether the driver can keep files that a page offers.
    #[must_use]
    pub fn downloads(self) -> bool {
        self != Self::WebKit
    }

    /// Whether a profile can be closed and opened again. WebKitGTK's driver makes a private session each time.
    #[must_use]
    pub fn reopens(self) -> bool {
        self != Self::WebKit
    }

    /// The command that starts the driver, and its port.
    pub(crate) fn driver(self, display: Option<&str>) -> Result<(Command, u16)> {
        let (variable, program, flag) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver", "--port="),
            Self::Firefox => ("GECKODRIVER", "geckodriver", "--port="),
            Self::WebKit => ("WEBKIT_WEBDRIVER", "WebKitWebDriver", "--port="),
        };
        let port = free_port()?;
        let mut command = Command::new(std::env::var_os(variable).unwrap_or_else(|| program.into()));
        command.arg(format!("{flag}{port}"));
        if self == Self::Firefox {
            // The control channel inside Firefox, else 2828 for every instance.
            command.arg(format!("--marionette-port={}", free_port()?));
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Dutch time, so that summer and winter offsets are met.
        command.env("TZ", "Europe/Amsterdam");
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        if self == Self::WebKit {
            command.envs(WEBKIT_ENVIRONMENT);
        }
        Ok((command, port))
    }

    /// What the driver is asked for. `blocked` forbids pages to store anything.
    pub(crate) fn capabilities(self, profile: &Path, downloads: &Path, blocked: bool) -> Value {
        match self {
            Self::Chromium => {
                let mut flags = CHROMIUM_FLAGS.map(str::to_owned).to_vec();
                flags.push(format!("--user-data-dir={}", profile.display()));
                let mut preferences = json!({
                    "download.default_directory": downloads,
                    "download.prompt_for_download": false,
                });
                if blocked {
                    preferences["profile.default_content_setting_values.cookies"] = json!(2);
                }
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": {"browser": "ALL"},
                    "goog:chromeOptions": {"args": flags, "prefs": preferences},
                })
            }
            Self::Firefox => {
                let mut preferences = json!({
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream,text/plain",
                    "intl.accept_languages": "nl,en",
                });
                if blocked {
                    preferences["network.cookie.cookieBehavior"] = json!(2);
                }
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": {"args": ["-headless", "-profile", profile], "prefs": preferences},
                })
            }
            Self::WebKit => json!({}),
        }
    }
}
