//! What a browser leaves in the files of its profile of words that were locked or deleted. The browsers are started without a driver:
//! WebKit's keeps no profile.
//!
//! What stays in the files of local storage is printed, and said in docs/lock.md and docs/privacy.md. The journal has files of its
//! own; those and all others must be clean.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Bare, Engine, Report, Sink, dist, in_engine, in_every_engine};
use memchr::memmem;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::oneshot;

const PAGES: [(&str, &str); 2] =
    [("drive.js", include_str!("left_behind.js")), ("opens.html", include_str!("left_behind.html"))];

/// For anything that a page does, and until a browser writes what it was given.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a browser may take to clear up what it stores. Firefox begins after two seconds.
const REST: Duration = Duration::from_secs(15);

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(100);

/// Twenty words. No character comes twice: else Firefox, which packs what it stores, writes a later word as "the same as
/// there", and a search does not see it. Of Dutch words it saw none in the journal, though all were there.
fn planted() -> Vec<String> {
    let rare: Vec<char> = ('\u{4e00}'..'\u{4e50}').collect();
    rare.chunks(4).map(String::from_iter).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Closed,
    Killed,
}

/// A profile in which one browser after another lives.
struct Kept {
    engine: Engine,
    sink: Sink,
    profile: TempDir,
    lives: u64,
}

/// A browser whose page waits for what it is to do.
struct Life {
    browser: Bare,
    page: oneshot::Sender<Value>,
}

impl Kept {
    async fn new(engine: Engine) -> Result<Self> {
        let sink = Sink::open(&dist()?, &PAGES).await?;
        Ok(Self { engine, sink, profile: TempDir::new()?, lives: 0 })
    }

    async fn start(&mut self) -> Result<Life> {
        self.lives += 1;
        // WebKit lets a page close a window only if a page has opened it.
        let page = if self.engine == Engine::WebKit { "opens" } else { "drive" };
        let url = format!("{}drive/{page}.html?life={}", self.sink.origin, self.lives);
        let browser = Bare::open(self.engine, self.profile.path(), &url)?;
        Ok(Life { browser, page: self.waits().await? })
    }

    /// Waits until the page has done what it was told.
    async fn waits(&mut self) -> Result<oneshot::Sender<Value>> {
        let report = tokio::time::timeout(PATIENCE, self.sink.next(self.lives)).await;
        match report.context("the page does not answer")?? {
            Report::Seen(_, page) => Ok(page),
            Report::Kept(..) => bail!("not a report of this page"),
            Report::Stuck(why) => bail!("{why}"),
        }
    }

    async fn does(&mut self, life: Life, step: &str, lines: &[String]) -> Result<Life> {
        let _ = life.page.send(json!({ "step": step, "lines": lines }));
        Ok(Life { page: self.waits().await?, ..life })
    }

    /// A visit with the words in its log. The browser has by now written some of them to the files of local storage, not only taken them.
    async fn with_words(&mut self) -> Result<Life> {
        let life = self.start().await?;
        let lines: Vec<String> = planted()
            .chunks(5)
            .zip(1..)
            .map(|(words, number)| format!("{number} {}", words.join(" ")))
            .collect();
        let life = self.does(life, "write", &lines).await?;
        let end = Instant::now() + PATIENCE;
        while found_in(self.profile.path(), is_local_storage).is_empty() {
            ensure!(Instant::now() < end, "local storage is not written");
            tokio::time::sleep(LOOK).await;
        }
        Ok(life)
    }

    fn end(&self, life: Life, end: End) -> Result<()> {
        if end == End::Killed {
            return life.browser.kill();
        }
        if self.engine != Engine::Chromium {
            let _ = life.page.send(json!({ "step": "close" }));
        }
        life.browser.close()
    }

    /// Another start in which the app is used, and then rests until the browser has cleared up, or for some seconds.
    async fn again(&mut self, step: &str) -> Result<()> {
        let life = self.start().await?;
        let life = self.does(life, step, &["Een heel andere les".to_owned()]).await?;
        let end = Instant::now() + REST;
        while Instant::now() < end && !found_in(self.profile.path(), is_elsewhere).is_empty() {
            tokio::time::sleep(LOOK).await;
        }
        self.end(life, End::Closed)
    }

    /// How many of the words stand in which files.
    fn found(&self, when: &str) -> BTreeMap<String, usize> {
        let found = found_in(self.profile.path(), |_| true);
        println!("{:?}, {when}: {found:?}", self.engine);
        found
    }
}

/// How many of the words stand in which of these files, as bytes or as UTF-16.
fn found_in(profile: &Path, wanted: fn(&str) -> bool) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let mut folders = vec![profile.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let name = path.strip_prefix(profile).unwrap_or(&path).display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if wanted(&name) {
                let bytes = std::fs::read(&path).unwrap_or_default();
                let wide = |word: &str| word.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
                let has = |needle: &[u8]| memmem::find(&bytes, needle).is_some();
                let words = planted().iter().filter(|word| has(word.as_bytes()) || has(&wide(word))).count();
                if words > 0 {
                    found.insert(name, words);
                }
            }
        }
    }
    found
}

fn is_local_storage(file: &str) -> bool {
    ["/Local Storage/", "/ls/", "/localstorage/"].iter().any(|folder| file.contains(folder))
}

/// All files but those of local storage, out of which no page can take what was in them.
fn is_elsewhere(file: &str) -> bool {
    !is_local_storage(file)
}

/// Else the other tests find nothing whatever is there.
async fn planted_words_are_found_as_long_as_they_are_in_the_open(engine: Engine) -> Result<()> {
    let mut kept = Kept::new(engine).await?;
    let life = kept.with_words().await?;
    kept.end(life, End::Closed)?;
    let found = kept.found("in the open");
    assert!(found.keys().any(|file| is_local_storage(file)), "{found:?}");
    let is_journal = |file: &String| file.to_lowercase().contains("indexeddb") || file.contains("/idb/");
    assert!(found.keys().any(is_journal), "{found:?}");
    Ok(())
}

async fn planted_words_are_gone_from_the_journal_when_the_lock_is_on(engine: Engine) -> Result<()> {
    for end in [End::Closed, End::Killed] {
        let mut kept = Kept::new(engine).await?;
        let life = kept.with_words().await?;
        let life = kept.does(life, "lock", &[]).await?;
        kept.end(life, end)?;
        let found = kept.found(&format!("lock on, {end:?} at once"));
        // Firefox empties the room that became free when its database has rested for some seconds.
        let rests_first = engine == Engine::Firefox;
        assert!(rests_first || !found.keys().any(|file| is_elsewhere(file)), "{found:?}");
        kept.again("unlock").await?;
        let found = kept.found(&format!("lock on, {end:?} at once, one start later"));
        assert!(!found.keys().any(|file| is_elsewhere(file)), "{found:?}");
    }
    Ok(())
}

/// In Firefox they stay in room of its database that is not in use: docs/privacy.md.
async fn planted_words_of_a_deleted_visit_are_gone_from_the_journal_two_starts_later(
    engine: Engine,
) -> Result<()> {
    for end in [End::Closed, End::Killed] {
        let mut kept = Kept::new(engine).await?;
        let life = kept.with_words().await?;
        let life = kept.does(life, "remove", &[]).await?;
        kept.end(life, end)?;
        kept.found(&format!("deleted, {end:?} at once"));
        kept.again("write").await?;
        kept.found(&format!("deleted, {end:?} at once, one start later"));
        kept.again("write").await?;
        let found = kept.found(&format!("deleted, {end:?} at once, two starts later"));
        assert!(!found.keys().any(|file| is_elsewhere(file)), "{found:?}");
    }
    Ok(())
}

in_every_engine!(
    planted_words_are_found_as_long_as_they_are_in_the_open,
    planted_words_are_gone_from_the_journal_when_the_lock_is_on,
);

in_engine!(chromium_deleted Chromium: planted_words_of_a_deleted_visit_are_gone_from_the_journal_two_starts_later);
in_engine!(webkit_deleted WebKit: planted_words_of_a_deleted_visit_are_gone_from_the_journal_two_starts_later);
