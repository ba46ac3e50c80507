//! A rubric in the making on screen.

use super::record_session::{Edited, RecordSession};
use super::route::Route;
use crate::domain::{DraftId, Moment, RubricDraft, RubricEdit, RubricPlace};
use crate::store::{Met, Shelf, StoreError};

/// An open rubric in the making.
pub type RubricSession = RecordSession<RubricDraft>;

impl Edited for RubricDraft {
    type Edit = RubricEdit;
    fn edit(&mut self, edit: RubricEdit, now: Moment) -> Option<RubricEdit> {
        self.apply(edit, now)
    }
    fn shows_elsewhere(edit: &RubricEdit) -> bool {
        use RubricPlace as P;
        matches!(edit, RubricEdit::Text(P::Title | P::Domain(_) | P::Sentence(_), ..))
    }
    fn is_in_field(back: &RubricEdit, typed: &RubricEdit) -> bool {
        back.is_in_field_of(typed)
    }
    fn load(shelf: &Shelf, id: DraftId) -> Result<Option<Self>, StoreError> {
        shelf.draft(id)
    }
    fn keep(&self, base: &Self, shelf: &Shelf) -> Result<Met<Self>, StoreError> {
        shelf.keep_draft(self, base)
    }
    const LIST: Route = Route::Rubrics;
    fn is_shown(&self, route: &Route) -> bool {
        *route == Route::Draft(self.id)
    }
}
