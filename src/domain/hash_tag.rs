//! `#D3` in a line: a tag that was typed.

use super::ids::{DomainId, IndicatorId};
use super::rubric::Rubric;

impl Rubric {
    /// The first indicator that a text names as `#D3`, in capitals or not, with its domain.
    #[must_use]
    pub fn tag_in(&self, text: &str) -> Option<(&DomainId, &IndicatorId)> {
        text.split('#').skip(1).find_map(|rest| {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
            let named = rest.get(..end)?;
            self.domains.iter().find_map(|domain| {
                let found = domain.indicators.iter().find(|one| one.id.as_str().eq_ignore_ascii_case(named));
                found.map(|indicator| (&domain.id, &indicator.id))
            })
        })
    }
}
