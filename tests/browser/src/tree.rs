//! All processes of a browser, and their end.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use rustix::process::{Pid, Signal, kill_process};

/// How long a browser may take to end, or the kernel to end what was killed.
const PATIENCE: Duration = Duration::from_secs(20);

/// Ends `root`, all that it started, and all that was started for `profile`, with SIGKILL. They are stopped first, so
/// that none sees another one die and does some last work.
///
/// # Errors
/// If one of them does not end.
pub fn kill_tree(root: u32, profile: &Path) -> Result<()> {
    let mut stopped = BTreeSet::new();
    loop {
        let new: Vec<u32> = members(root, profile).difference(&stopped).copied().collect();
        if new.is_empty() {
            break;
        }
        for pid in new {
            signal(pid, Signal::STOP);
            stopped.insert(pid);
        }
    }
    for pid in stopped {
        signal(pid, Signal::KILL);
    }
    await_end(root, profile)
}

/// Asks `root` to end, as a system that shuts down does.
pub fn ask_to_end(root: u32) {
    signal(root, Signal::TERM);
}

/// Waits until none of them is left.
///
/// # Errors
/// If one of them does not end.
pub fn await_end(root: u32, profile: &Path) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let left = members(root, profile);
        if left.is_empty() {
            return Ok(());
        }
        if Instant::now() > deadline {
            bail!("processes that do not end: {left:?}");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A process that is gone by now needs no signal.
fn signal(pid: u32, signal: Signal) {
    if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
        let _ = kill_process(pid, signal);
    }
}

/// The living processes that come from `root` or name `profile` in their command line or environment: some cut the tie
/// to their parent (the crash handler of Chromium).
fn members(root: u32, profile: &Path) -> BTreeSet<u32> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(pid) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        let Some(parent) = living_parent(&entry.path()) else { continue };
        let named = pid != std::process::id() && names(&entry.path(), profile);
        all.push((pid, parent, named));
    }
    let first = all.iter().filter(|(pid, _, named)| *pid == root || *named).map(|(pid, ..)| *pid);
    let mut members: BTreeSet<u32> = first.collect();
    loop {
        let children = all.iter().filter(|(_, parent, _)| members.contains(parent)).map(|(pid, ..)| *pid);
        let grown: BTreeSet<u32> = children.chain(members.iter().copied()).collect();
        if grown.len() == members.len() {
            return members;
        }
        members = grown;
    }
}

/// The parent of a process; none if it is dead and only waits to be counted off.
fn living_parent(process: &Path) -> Option<u32> {
    let stat = std::fs::read_to_string(process.join("stat")).ok()?;
    // `pid (name) state parent …`; a name may hold anything, brackets too.
    let mut rest = stat.rsplit_once(") ")?.1.split_whitespace();
    let state = rest.next()?;
    if matches!(state, "Z" | "X") { None } else { rest.next()?.parse().ok() }
}

fn names(process: &Path, profile: &Path) -> bool {
    let wanted = profile.as_os_str().as_encoded_bytes();
    ["cmdline", "environ"].iter().any(|file| {
        let text = std::fs::read(process.join(file)).unwrap_or_default();
        text.windows(wanted.len()).any(|part| part == wanted)
    })
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn what_a_process_started_ends_with_it_and_so_does_what_only_names_the_profile() {
        let profile = tempfile::tempdir().unwrap();
        let mut root = Command::new("sh").args(["-c", "sleep 60 & sleep 60; true"]).spawn().unwrap();
        let mut stray = Command::new("sleep").arg("60").env("PROFILE", profile.path()).spawn().unwrap();
        let mut other = Command::new("sleep").arg("60").spawn().unwrap();
        std::thread::sleep(Duration::from_millis(200));
        kill_tree(root.id(), profile.path()).unwrap();
        assert!(root.try_wait().unwrap().is_some() && stray.try_wait().unwrap().is_some());
        assert!(other.try_wait().unwrap().is_none());
        other.kill().unwrap();
        other.wait().unwrap();
    }
}
