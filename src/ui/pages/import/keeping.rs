//! What a file holds goes into the store, once the person said so.

use super::Stage;
use super::merging::{self, Choices};
use super::reading::Found;
use crate::exchange::Verdict;
use crate::i18n::Imported;
use crate::ui::state::AppState;

/// Keeps what was chosen part by part, what is new or newer, and copies of what is in conflict. The rest is left as it is.
pub(super) fn keep(app: AppState, found: Found, choices: &Choices) -> Stage {
    let shelf = app.shelf();
    let mut kept = Imported::default();
    // Rubrics first: a visit without its own would be shown with another.
    for item in found.rubrics.iter().filter(|item| item.verdict != Verdict::Same) {
        if let Err(error) = shelf.save_rubric(&item.incoming) {
            return Stage::Stopped { kept, error };
        }
        kept.rubrics += 1;
    }
    for item in found.drafts {
        match shelf.merge_draft(&item) {
            Ok(is_kept) => kept.rubrics += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    // Then people: who is in the list is named there, and no more in each visit.
    for item in found.people {
        match shelf.merge_person(&item) {
            Ok(is_kept) => kept.people += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    for item in found.plans {
        match shelf.merge_plan(&item) {
            Ok(is_kept) => kept.plans += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    for item in found.items {
        let one = match choices.get(&item.incoming.id) {
            Some(choice) => merging::keep(app, &item, choice),
            None => shelf.merge(&item),
        };
        match one {
            Ok(is_kept) => kept.visits += usize::from(is_kept),
            Err(error) => return Stage::Stopped { kept, error },
        }
    }
    for one in found.aside {
        if let Err(error) = shelf.keep_aside(&one) {
            return Stage::Stopped { kept, error };
        }
        kept.aside += 1;
    }
    Stage::Done { kept }
}
