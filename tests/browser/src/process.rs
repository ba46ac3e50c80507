//! Child processes that never outlive the test.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a program may take to answer after its start.
const START: Duration = Duration::from_secs(30);

/// A running program; dropping it kills it with SIGKILL.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
}

impl Process {
    /// Starts `command`.
    ///
    /// # Errors
    /// If there is no such program; the error names it.
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        Ok(Self { name, child })
    }

    /// The process itself, for its output.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Waits until the program listens on `port`.
    ///
    /// # Errors
    /// If it ends before, or takes longer than half a minute.
    pub fn listens_on(&mut self, port: u16) -> Result<()> {
        let deadline = Instant::now() + START;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("{} ended at its start: {status}", self.name);
            }
            if Instant::now() > deadline {
                bail!("{} does not listen on {port}", self.name);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        // Else it is another program that answers.
        if let Some(status) = self.child.try_wait()? {
            bail!("{} ended at its start: {status}", self.name);
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Tests run beside each other, and a port is only taken some time after it was found: none is given twice.
static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// A port that is free now.
///
/// # Errors
/// If the system has none.
pub fn free_port() -> Result<u16> {
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        if given.insert(port) {
            return Ok(port);
        }
    }
}
