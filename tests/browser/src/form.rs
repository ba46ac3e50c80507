//! Finding and using controls by what a person reads or hears.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::Browser;

/// Controls by their visible text or accessible name.
impl Browser {
    /// Presses the button called `name`.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.tap(By::XPath(named("button", name)), name).await
    }

    /// Follows the link called `name`.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn follow(&self, name: &str) -> Result<()> {
        self.tap(By::XPath(named("a", name)), name).await
    }

    /// Opens what is folded under this summary.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn unfold(&self, summary: &str) -> Result<()> {
        let script = "const found = [...document.querySelectorAll('summary')].find(one => one.textContent.trim() === arguments[0]);
            if (!found) return false;
            found.parentElement.open = true;
            return true";
        self.until_true(summary, script, vec![summary.into()]).await
    }

    /// Taps what `by` finds, in the middle of the screen, so that no bar lies over it.
    ///
    /// # Errors
    /// If it does not appear; the error says `what`.
    pub async fn tap(&self, by: By, what: &str) -> Result<()> {
        let by = &by;
        let tapped = || async move {
            let Ok(element) = self.session().find(by.clone()).await else { return Ok(None) };
            let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
            self.session().execute(script, vec![element.to_json()?]).await?;
            element.click().await?;
            Ok(Some(()))
        };
        self.until(&format!("a tap on \"{what}\""), tapped).await
    }

    /// Writes `text` into the empty field with the label `label`, and waits until it stands there as a person does: a
    /// driver may go on while its last keys are still on their way to the page.
    ///
    /// # Errors
    /// If there is no such field, or it does not take the text.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = &self.field(label).await?;
        field.send_keys(text).await?;
        let stands_there = || async move {
            let value = field.prop("value").await?;
            Ok(value.is_some_and(|value| value.ends_with(text)).then_some(()))
        };
        self.until(&format!("\"{text}\" in the field \"{label}\""), stands_there).await
    }

    /// Replaces the text of the list with this id, as a paste does: WebKit's driver types no end of a line.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn rewrite_list(&self, id: &str, text: &str) -> Result<()> {
        let script = "const field = document.getElementById(arguments[0]);
            if (!field) return false;
            field.value = arguments[1];
            return field.dispatchEvent(new Event('input', {bubbles: true}))";
        self.until_true(&format!("the list {id}"), script, vec![json!(id), json!(text)]).await
    }

    /// Chooses a day. The keys that a date field wants differ from engine to engine, so the day is set as a picker would.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn pick_day(&self, label: &str, day: &str) -> Result<()> {
        let field = self.field(label).await?;
        let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))";
        self.session().execute(script, vec![field.to_json()?, json!(day)]).await?;
        Ok(())
    }

    /// What stands in the field with the label `label`.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn value_of(&self, label: &str) -> Result<String> {
        let field = self.field(label).await?;
        field.prop("value").await?.context("a field has a value")
    }

    /// The last field on screen with the label `label`: in a growing list that is the newest.
    async fn field(&self, label: &str) -> Result<WebElement> {
        let script = r"
            const labels = [...document.querySelectorAll('label')].filter(one => one.textContent.trim() === arguments[0]);
            const fields = labels.map(one => one.control).filter(field => field && field.checkVisibility());
            return fields.at(-1) ?? null;
        ";
        self.until(&format!("the field \"{label}\""), || async move {
            let found = self.session().execute(script, vec![json!(label)]).await?;
            Ok(if found.json().is_null() { None } else { Some(found.element()?) })
        })
        .await
    }

    /// Waits until `text` stands on screen.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn sees(&self, text: &str) -> Result<()> {
        let script = "return document.body.innerText.includes(arguments[0])";
        self.until_true(&format!("the text \"{text}\""), script, vec![json!(text)]).await
    }

    /// Gives a file to the field with the label `label`.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn give_file(&self, label: &str, path: &std::path::Path) -> Result<()> {
        let field = self.field(label).await?;
        field.send_keys(path.to_string_lossy().as_ref()).await?;
        Ok(())
    }
}

/// An element with this text or this accessible name.
fn named(tag: &str, name: &str) -> String {
    format!("//{tag}[normalize-space(.)=\"{name}\" or @aria-label=\"{name}\"]")
}
