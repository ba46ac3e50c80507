//! One life of a browser: from its start to its kill.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use browser_tests::{Bare, Engine, Report, Sink};
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::home::Home;
use crate::plan::Moment;

/// How long a browser may take until the page has looked.
const START: Duration = Duration::from_secs(45);

/// What was reported by then may still be on its way to the harness at the kill.
const ON_ITS_WAY: Duration = Duration::from_millis(30);

/// Starts and kills one browser after another on one profile.
pub struct Lives<'a> {
    /// Hears the pages.
    pub sink: &'a mut Sink,
    engine: Engine,
    home: Home,
    number: &'a mut u64,
}

/// A browser whose page has looked and waits for an answer.
pub struct Life {
    browser: Bare,
    number: u64,
    answer: oneshot::Sender<Value>,
}

/// How a life ended.
pub struct End {
    /// When the power went, or the browser.
    pub killed: Instant,
    /// What was acknowledged, and when that was heard.
    pub kept: Vec<(Value, Instant)>,
    /// The page could not go on.
    pub stuck: Option<Value>,
}

impl<'a> Lives<'a> {
    /// On an empty profile. `number` goes up with each life, over all engines.
    pub fn new(sink: &'a mut Sink, engine: Engine, power: bool, number: &'a mut u64) -> Result<Self> {
        Ok(Self { sink, engine, home: Home::new(power)?, number })
    }

    /// Starts the browser at `page`, which has a query already; gives what the page reports first. A browser that does
    /// not come up is started once more.
    pub async fn begin(&mut self, page: &str) -> Result<(Life, Value)> {
        for _ in 0..2 {
            let (browser, number) = self.start(page)?;
            match timeout(START, self.sink.next(number)).await {
                Ok(Ok(Report::Seen(seen, answer))) => return Ok((Life { browser, number, answer }, seen)),
                Ok(Ok(Report::Kept(..) | Report::Stuck(_))) => bail!("the page has not looked"),
                Ok(Err(error)) => return Err(error),
                Err(_) => {
                    println!("  {:?} did not come up; it is started once more", self.engine);
                    browser.kill()?;
                }
            }
        }
        bail!("{:?} does not come up", self.engine)
    }

    fn start(&mut self, page: &str) -> Result<(Bare, u64)> {
        *self.number += 1;
        let url = format!("{}drive/{page}&life={}", self.sink.origin, self.number);
        Ok((Bare::open(self.engine, &self.home.profile(), &url)?, *self.number))
    }

    /// Starts the browser at `page` and kills it `after` so long, wherever it is by then.
    pub async fn stillborn(&mut self, page: &str, after: Duration) -> Result<()> {
        let (browser, _) = self.start(page)?;
        tokio::time::sleep(after).await;
        self.home.cut()?;
        browser.kill()?;
        self.home.restore()
    }

    /// Lets the page go on with `answer`, and kills the browser at `moment`.
    pub async fn end(&mut self, life: Life, answer: Value, moment: Moment) -> Result<End> {
        let Life { browser, number, answer: page } = life;
        let _ = page.send(answer);
        let mut end = End { killed: Instant::now(), kept: Vec::new(), stuck: None };
        let mut deadline = tokio::time::Instant::now() + moment.limit();
        while !matches!(moment, Moment::AtKept(bursts) if end.kept.len() >= bursts) {
            let report = tokio::time::timeout_at(deadline, self.sink.next(number)).await;
            match report {
                Ok(report) => end.hear(report?),
                Err(_) => break,
            }
            if let (Moment::AfterKept(time), Some((_, at))) = (moment, end.kept.first()) {
                deadline = tokio::time::Instant::from_std(*at + time);
            }
        }
        end.killed = Instant::now();
        self.home.cut()?;
        browser.kill()?;
        while let Ok(report) = timeout(ON_ITS_WAY, self.sink.next(number)).await {
            end.hear(report?);
        }
        if matches!(self.home, Home::Image(_)) {
            // A machine without power acknowledges nothing.
            end.kept.retain(|(_, at)| *at <= end.killed);
        }
        self.home.restore()?;
        Ok(end)
    }
}

impl End {
    fn hear(&mut self, report: Report) {
        match report {
            Report::Kept(what, at) => self.kept.push((what, at)),
            Report::Stuck(why) => self.stuck = Some(why),
            Report::Seen(..) => {}
        }
    }
}
