//! The people of the school, as somebody enters them.

use anyhow::Result;
use serde_json::json;
use thirtyfour::By;

use crate::tablet::Tablet;

impl Tablet {
    /// Puts somebody in the list, from the screen Team on.
    ///
    /// # Errors
    /// If the app does not take the name.
    pub async fn add_colleague(&self, name: &str) -> Result<()> {
        self.browser.fill("Naam", name).await?;
        self.browser.press("Zet in de lijst").await?;
        self.browser.sees(&format!("{name} staat in de lijst.")).await
    }

    /// Pastes a list on the screen Team, at once as the clipboard does, and has it read.
    ///
    /// # Errors
    /// If the screen has no such field.
    pub async fn paste_list(&self, list: &str) -> Result<()> {
        let fold = "return document.querySelector('details:has(#sheet-text)').open";
        self.browser.until_true("the card", "return !!document.getElementById('sheet-text')", vec![]).await?;
        if self.browser.script(fold, vec![]).await? == false {
            self.browser.tap(By::XPath("//summary[contains(., 'plak een lijst')]"), "the fold").await?;
        }
        let put = "document.getElementById('sheet-text').value = arguments[0]";
        self.browser.script(put, vec![json!(list)]).await?;
        self.browser.press("Deze lijst inlezen").await
    }

    /// Waits until the list has just these names, in this order.
    ///
    /// # Errors
    /// If it has others.
    pub async fn has_colleagues(&self, names: &[&str]) -> Result<()> {
        let script = "const names = [...document.querySelectorAll('.person-name')].map(one => one.firstChild.textContent.trim());
            return JSON.stringify(names) === JSON.stringify(arguments[0])";
        self.browser.until_true(&format!("the colleagues {names:?}"), script, vec![json!(names)]).await
    }
}
