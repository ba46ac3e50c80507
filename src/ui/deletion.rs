//! After something was deleted: the way back, at the foot of the screen.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{AppState, Snack};
use crate::store::{Deleted, SaveStatus, StoreError};

/// Says that something was deleted, or that several things were in a row: one way back for all of them.
pub fn offer_way_back(
    app: AppState,
    deleted: Result<Deleted, StoreError>,
    text: &'static str,
    several: &'static str,
) {
    let tell = move |result: Result<(), StoreError>| {
        if let Err(error) = result {
            app.save.set(SaveStatus::Failed(error));
        }
        app.visits_changed.update(|changes| *changes += 1);
        app.look_at_space();
    };
    let deleted = match deleted {
        Ok(deleted) => deleted,
        Err(error) => return tell(Err(error)),
    };
    tell(Ok(()));
    let earlier = app.snack.get_untracked();
    let text = if earlier.is_some() { several } else { text };
    let bring_back = Arc::new(move || {
        let result = app.shelf().put_back(&deleted);
        if result == Err(StoreError::OtherTab) {
            return false;
        }
        tell(result);
        earlier.as_ref().is_none_or(|earlier| (earlier.undo)())
    });
    app.snack.set(Some(Snack { text, undo: bring_back }));
}
