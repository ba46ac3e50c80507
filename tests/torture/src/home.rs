//! Where a browser keeps its things, and how that place fails.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::ioctl::{Setter, ioctl, opcode};
use tempfile::TempDir;

/// Size of the image; only what is written takes room.
const SIZE: u64 = 2 << 30;

/// How long a file system may be busy after its last process has died.
const PATIENCE: Duration = Duration::from_secs(15);

/// `EXT4_IOC_SHUTDOWN`: `_IOR('X', 125, __u32)`.
const EXT4_IOC_SHUTDOWN: rustix::ioctl::Opcode = opcode::read::<u32>(b'X', 125);

/// `EXT4_GOING_FLAGS_NOLOGFLUSH`: not even the log of the file system is written.
const NO_LOG_FLUSH: u32 = 2;

/// A folder for a profile.
pub enum Home {
    /// On the disk of this machine: only the browser dies.
    Folder(TempDir),
    /// On a file system of its own, which dies with it: what was not flushed is gone, as after a power cut.
    Image(Image),
}

impl Home {
    /// An empty one.
    pub fn new(power: bool) -> Result<Self> {
        if power { Image::make().map(Self::Image) } else { Ok(Self::Folder(TempDir::new()?)) }
    }

    /// Where the browser may write.
    pub fn profile(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.path().to_owned(),
            Self::Image(image) => image.mounted.join("profile"),
        }
    }

    /// The power is cut: nothing reaches the disk from here on.
    pub fn cut(&self) -> Result<()> {
        match self {
            Self::Folder(_) => Ok(()),
            Self::Image(image) => shut_down(&image.mounted),
        }
    }

    /// The power is back. No process may be left.
    pub fn restore(&self) -> Result<()> {
        match self {
            Self::Folder(_) => Ok(()),
            Self::Image(image) => {
                image.unmount()?;
                mount(&image.file, &image.mounted)
            }
        }
    }
}

/// An ext4 image, mounted by a loop device.
pub struct Image {
    _folder: TempDir,
    file: PathBuf,
    mounted: PathBuf,
}

impl Image {
    fn make() -> Result<Self> {
        let folder = TempDir::new()?;
        let mounted = folder.path().join("mounted");
        std::fs::create_dir(&mounted)?;
        let file = folder.path().join("image");
        File::create(&file)?.set_len(SIZE)?;
        tool("mkfs.ext4", &["-q".as_ref(), file.as_ref()])?;
        mount(&file, &mounted)?;
        let image = Self { _folder: folder, file, mounted };
        std::fs::create_dir(image.mounted.join("profile"))?;
        // The folder itself is on the disk before anything is measured.
        File::open(&image.mounted)?.sync_all()?;
        Ok(image)
    }

    fn unmount(&self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match tool("umount", &[self.mounted.as_ref()]) {
                Err(error) if Instant::now() > deadline => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
                Ok(()) => return Ok(()),
            }
        }
    }
}

impl Drop for Image {
    fn drop(&mut self) {
        let _ = self.unmount();
    }
}

fn mount(file: &Path, folder: &Path) -> Result<()> {
    tool("mount", &["-o".as_ref(), "loop".as_ref(), file.as_ref(), folder.as_ref()])
}

/// Why power cuts cannot be made here, if they cannot: they need root and loop devices.
pub fn no_power_cuts() -> Option<String> {
    let tried = || -> Result<()> {
        let home = Home::new(true)?;
        let file = home.profile().join("unsynced");
        std::fs::write(&file, "never flushed")?;
        home.cut()?;
        home.restore()?;
        if std::fs::read(&file).is_ok_and(|text| !text.is_empty()) {
            bail!("a file that was never flushed survived the shutdown of its file system");
        }
        Ok(())
    };
    tried().err().map(|error| format!("{error:#}"))
}

/// Stops the file system below `mounted` without writing anything that it still holds in memory.
fn shut_down(mounted: &Path) -> Result<()> {
    let folder = File::open(mounted)?;
    // SAFETY: the kernel reads one u32 from the address that it gets, and writes nothing; `Setter` owns that u32 and hands
    // over its address. (The number says "read", from the days when the direction was written the other way round.)
    #[allow(unsafe_code, reason = "there is no safe call for this ioctl")]
    let done = unsafe { ioctl(&folder, Setter::<EXT4_IOC_SHUTDOWN, u32>::new(NO_LOG_FLUSH)) };
    done.context("the file system cannot be shut down")
}

fn tool(program: &str, arguments: &[&std::ffi::OsStr]) -> Result<()> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    let output = command.output().with_context(|| format!("{program} cannot be started"))?;
    if !output.status.success() {
        bail!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}
