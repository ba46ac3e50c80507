//! The programs that the tests need and that cargo does not bring: browsers with their drivers, LibreOffice and age.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{command, output, run, say};
use crate::tools;

/// A program, with its Debian packages.
type Program = (&'static str, &'static str);

/// What reads the Word and Excel files that the app makes, and its backups under a passphrase.
const READERS: [Program; 2] =
    [("soffice", "libreoffice-writer-nogui libreoffice-calc-nogui"), ("age", "age")];

/// Programs that the browser tests start.
const BROWSERS: [Program; 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// Where the tests find what they drive.
pub struct Browsers {
    geckodriver: PathBuf,
    axe: PathBuf,
}

impl Browsers {
    /// Installs what is missing.
    pub fn bring() -> Result<Self> {
        install_missing(&BROWSERS)?;
        Ok(Self { geckodriver: tools::geckodriver()?, axe: tools::axe()? })
    }

    /// Tells a program where they are.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program.env("GECKODRIVER", &self.geckodriver).env("LESBEZOEK_AXE", &self.axe);
        for (variable, name) in [("CHROMEDRIVER", "chromedriver"), ("WEBKIT_WEBDRIVER", "WebKitWebDriver")] {
            if let Some(driver) = tools::on_path(name) {
                program.env(variable, driver);
            }
        }
        // WebKit's sandbox cannot be set up by root, as which CI machines run.
        program.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
    }
}

/// Installs LibreOffice and age, if they are missing.
pub fn bring_readers() -> Result<()> {
    install_missing(&READERS)
}

fn install_missing(programs: &[Program]) -> Result<()> {
    let missing = || programs.iter().filter(|(program, _)| tools::on_path(program).is_none());
    let packages: Vec<&str> = missing().flat_map(|(_, packages)| packages.split(' ')).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    if tools::on_path("apt-get").is_none() {
        bail!("the tests need these programs on PATH, by the names of their Debian packages: {names}");
    }
    say(&format!("Installing with apt: {names} (once; about 2 minutes)"));
    let id = output("id".as_ref(), &["-u"]).unwrap_or_default();
    let apt = |args: &[&str]| {
        let mut apt = if id.trim() == "0" {
            command("apt-get")
        } else {
            let mut sudo = command("sudo");
            sudo.args(["-n", "apt-get"]);
            sudo
        };
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(args);
        run(&mut apt)
    };
    apt(&["update", "-q"])?;
    let mut install = vec!["install", "-q", "-y", "--no-install-recommends"];
    install.extend(&packages);
    if apt(&install).is_err() || missing().next().is_some() {
        bail!("install these by hand and run this again: {names}");
    }
    Ok(())
}
