//! Looking through all visits for some of them, while the screen goes on.

use super::state::AppState;
use crate::browser;
use crate::store::Summary;

/// So many visits are gone by at once; then the page may answer a tap.
const AT_ONCE: usize = 50;

/// The visits that `is_wanted` takes, with the names of the list. `may_be` is asked before, without the names: each costs a
/// look at another record. What cannot be read is named by the list of visits.
pub async fn visits_where(
    app: AppState,
    may_be: impl Fn(&Summary) -> bool,
    is_wanted: impl Fn(&Summary) -> bool,
) -> Vec<Summary> {
    let mut found = Vec::new();
    for (number, id) in (1..).zip(app.shelf().visit_ids().unwrap_or_default()) {
        if number % AT_ONCE == 0 {
            browser::pause().await;
        }
        let bare = app.shelf().summary(id).ok().flatten().filter(&may_be);
        found.extend(bare.map(|one| app.named(one)).filter(&is_wanted));
    }
    found
}
