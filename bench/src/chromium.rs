//! Chromium through the DevTools protocol: throttling, real input, counters.

use anyhow::{Context, Result, bail};
use browser_tests::{Browser, Engine, Profile};
use serde_json::{Value, json};

/// How the machine and the network are slowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// The processor is this many times slower.
    pub cpu: u32,
    /// Slow 4G as in the presets of Chromium's DevTools: 562.5 ms, 1.44 Mbit/s down, 0.675 Mbit/s up.
    pub slow_4g: bool,
}

impl Condition {
    /// A processor that is `cpu` times slower, and the loopback network.
    pub const fn cpu(cpu: u32) -> Self {
        Self { cpu, slow_4g: false }
    }
}

/// A Chromium with an empty profile.
pub struct Chromium {
    /// The browser.
    pub browser: Browser,
}

impl Chromium {
    /// Opens it, at the size of a tablet held upright.
    pub async fn open() -> Result<Self> {
        let browser = Browser::open(Engine::Chromium, Profile::fresh()?).await?;
        let chromium = Self { browser };
        chromium.upright().await?;
        chromium.command("Performance.enable", json!({})).await?;
        Ok(chromium)
    }

    /// The size of a tablet held upright.
    pub async fn upright(&self) -> Result<()> {
        self.shape(834, 1112).await
    }

    /// A page of this size.
    pub async fn shape(&self, width: u32, height: u32) -> Result<()> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Sends a command of the DevTools protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Result<Value> {
        let answer = self.browser.session().cdp().send_raw(name, parameters).await;
        answer.with_context(|| name.to_owned())
    }

    /// Slows the machine from now on.
    pub async fn slow_down(&self, condition: Condition) -> Result<()> {
        // Without it the network is slowed for the document only, and every other file comes at full speed.
        self.command("Network.enable", json!({})).await?;
        self.command("Emulation.setCPUThrottlingRate", json!({"rate": condition.cpu})).await?;
        let network = if condition.slow_4g {
            json!({"offline": false, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375})
        } else {
            json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
        };
        self.command("Network.emulateNetworkConditions", network).await?;
        Ok(())
    }

    /// Loads `url` as a new document, also when only the part behind `#` differs.
    pub async fn load(&self, url: &str) -> Result<()> {
        self.browser.session().goto("about:blank").await?;
        self.browser.session().goto(url).await?;
        Ok(())
    }

    /// Runs `script` before any script of each new document, until the answer's name is given to [`Self::stop`].
    pub async fn inject(&self, script: &str) -> Result<String> {
        let answer = self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await?;
        Ok(answer["identifier"].as_str().context("an injected script has a name")?.to_owned())
    }

    /// Ends an injection.
    pub async fn stop(&self, injected: &str) -> Result<()> {
        let name = json!({"identifier": injected});
        self.command("Page.removeScriptToEvaluateOnNewDocument", name).await?;
        Ok(())
    }

    /// The time that the main thread has worked since the page began, in milliseconds.
    pub async fn main_thread_ms(&self) -> Result<f64> {
        Ok(self.metric("TaskDuration").await? * 1000.0)
    }

    /// The script heap in use after a collection, in bytes.
    pub async fn heap_bytes(&self) -> Result<f64> {
        self.command("HeapProfiler.collectGarbage", json!({})).await?;
        self.metric("JSHeapUsedSize").await
    }

    async fn metric(&self, name: &str) -> Result<f64> {
        let answer = self.command("Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().context("metrics")?;
        let metric = metrics.iter().find(|metric| metric["name"] == name);
        metric.and_then(|metric| metric["value"].as_f64()).with_context(|| name.to_owned())
    }

    /// A tap at a point of the page, as real input.
    pub async fn tap(&self, x: f64, y: f64) -> Result<()> {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.command("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// A key, as real input. `letter` is a small letter.
    pub async fn key(&self, letter: char) -> Result<()> {
        let capital = letter.to_ascii_uppercase();
        let code = format!("Key{capital}");
        let down = json!({"type": "keyDown", "text": letter, "key": letter, "code": code,
            "windowsVirtualKeyCode": u32::from(capital)});
        self.command("Input.dispatchKeyEvent", down).await?;
        let up = json!({"type": "keyUp", "key": letter, "code": code, "windowsVirtualKeyCode": u32::from(capital)});
        self.command("Input.dispatchKeyEvent", up).await?;
        Ok(())
    }

    /// Waits until the main thread has next to nothing to do.
    pub async fn rest(&self) -> Result<()> {
        let script = "setTimeout(arguments[0], 500)";
        let mut before = self.main_thread_ms().await?;
        for _ in 0..240 {
            self.browser.session().execute_async(script, Vec::new()).await?;
            let now = self.main_thread_ms().await?;
            if now - before < 10.0 {
                return Ok(());
            }
            before = now;
        }
        bail!("the page never rests")
    }

    /// Waits until two frames in a row were painted.
    pub async fn settle(&self) -> Result<()> {
        let script =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))";
        self.browser.session().execute_async(script, Vec::new()).await?;
        Ok(())
    }
}
