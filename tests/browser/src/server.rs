//! The static server, as a process that can be killed.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, bail};

use crate::process::Process;

/// Serves a folder on loopback until it is dropped or killed.
#[derive(Debug)]
pub struct Server {
    dir: PathBuf,
    port: u16,
    process: Option<Process>,
    said: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `dir` on a free port.
    ///
    /// # Errors
    /// If `LESBEZOEK_XTASK` is not set, or the program does not print its address.
    pub fn start(dir: &Path) -> Result<Self> {
        let mut server = Self { dir: dir.to_owned(), port: 0, process: None, said: Arc::default() };
        server.revive()?;
        Ok(server)
    }

    /// The address of the app, ending in a slash.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// What was asked of it so far: method, address and length of each request.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.said.lock().map(|said| said.clone()).unwrap_or_default()
    }

    /// Kills the server as a dead network would: at once, with SIGKILL.
    pub fn kill(&mut self) {
        self.process = None;
    }

    /// Starts the server again on the same port.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn revive(&mut self) -> Result<()> {
        let program = std::env::var_os("LESBEZOEK_XTASK")
            .context("LESBEZOEK_XTASK is not set; run `cargo xtask test`")?;
        let mut command = Command::new(program);
        command.args(["serve", "--no-build", "--log", "--dir"]).arg(&self.dir);
        command.args(["--port", &self.port.to_string()]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = Process::start(&mut command)?;
        let output = process.child().stdout.take().context("the server has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = loop {
            let Some(line) = lines.next() else { bail!("the server ended before it printed its address") };
            if let Some(port) = port_in(&line?) {
                break port;
            }
        };
        // What the server says later is read, so that it never waits for a full pipe.
        let said = Arc::clone(&self.said);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                said.lock().iter_mut().for_each(|said| said.push(line.clone()));
            }
        });
        self.port = port;
        self.process = Some(process);
        Ok(())
    }
}

/// The port in a line such as `Lesbezoek: http://127.0.0.1:8080/`.
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("http://127.0.0.1:")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn the_port_is_read_from_the_address_line() {
        assert_eq!(port_in("Lesbezoek: http://127.0.0.1:8080/"), Some(8080));
        assert_eq!(port_in("Lesbezoek is being built"), None);
    }
}
