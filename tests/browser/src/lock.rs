//! The lock, as who puts it on and opens it.

use anyhow::{Context, Result};

use crate::browser::Browser;

/// Chooses a passphrase on Gegevens, where it is asked for; gives back the recovery code once it is said to be written down.
///
/// # Errors
/// If the screen does not ask for it.
pub async fn choose_passphrase(browser: &Browser, passphrase: &str) -> Result<String> {
    browser.fill("Nieuwe wachtzin", passphrase).await?;
    browser.fill("Nog een keer dezelfde wachtzin", passphrase).await?;
    browser.press("Verder").await?;
    browser.sees("Schrijf je herstelcode op").await?;
    let code = browser.script("return document.querySelector('.lock-code code').textContent", vec![]).await?;
    browser.press("Ik heb de code opgeschreven").await?;
    Ok(code.as_str().context("a code")?.to_owned())
}

/// Opens the lock with a passphrase or a recovery code.
///
/// # Errors
/// If the screen does not ask for it.
pub async fn open_lock(browser: &Browser, typed: &str) -> Result<()> {
    browser.fill("Wachtzin of herstelcode", typed).await?;
    browser.press("Openen").await
}
