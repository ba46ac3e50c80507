//! What a later version of the app wrote: once it was met, this one changes nothing any more.

use super::super::envelope::newer_schema;
use super::super::error::StoreError;
use super::super::keys::{ASIDE, VERSION, split_version};
use super::super::news::News;
use super::Mirror;

impl Mirror {
    /// From now on every change is refused, if a later app wrote this value: who knows what a change would break.
    pub fn look_for_newer(&self, key: &str, value: Option<&str>) {
        let Some((version, _)) = split_version(key).filter(|_| !key.starts_with(ASIDE)) else { return };
        let version = value.and_then(|value| {
            newer_schema(value)
                .or((version > VERSION.max(self.inner.state.borrow().version)).then_some(version))
        });
        if let Some(schema) = version {
            self.meet_newer(StoreError::Newer { key: key.to_owned(), schema });
        }
    }

    /// Records of this version of the store are known here.
    pub(in super::super) fn know(&self, version: u32) {
        self.inner.state.borrow_mut().version = version;
    }

    /// From now on every change is refused with this error: it names what a later app wrote. Who hears of it may first write
    /// what was typed last.
    pub fn meet_newer(&self, newer: StoreError) {
        if self.inner.state.borrow().newer.is_some() {
            return;
        }
        (self.inner.listener.borrow())(News::Newer);
        let mut state = self.inner.state.borrow_mut();
        state.newer = Some(newer);
        state.is_read_only = true;
    }
}
