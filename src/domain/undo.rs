//! The way back from what was done.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::step::Step;

/// For each edit the one that undoes it, with the screen on which it was made: undo reaches no screen that is out of sight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo(Vec<(Step, Edit)>);

impl Undo {
    /// Goes back this many edits, over all screens.
    pub const EDITS: usize = 100;

    /// `inverse` undoes what was just done on this screen.
    pub fn remember(&mut self, on: Step, inverse: Edit) {
        if self.0.len() == Self::EDITS {
            self.0.remove(0);
        }
        self.0.push((on, inverse));
    }

    /// What undoes the last edit on this screen.
    #[must_use]
    pub fn last(&self, on: Step) -> Option<&Edit> {
        self.0.iter().rev().find(|(step, _)| *step == on).map(|(_, inverse)| inverse)
    }

    /// Takes what undoes the last edit on this screen.
    pub fn take(&mut self, on: Step) -> Option<Edit> {
        let at = self.0.iter().rposition(|(step, _)| *step == on)?;
        Some(self.0.remove(at).1)
    }

    /// Goes on behind what was done earlier.
    pub fn follow(&mut self, earlier: Self) {
        let since = std::mem::replace(self, earlier);
        for (on, inverse) in since.0 {
            self.remember(on, inverse);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::VisitEdit;

    fn named(name: &str) -> Edit {
        Edit::Visit(VisitEdit::Group(name.to_owned()))
    }

    #[test]
    fn it_reaches_what_was_done_on_this_screen_only() {
        let mut undo = Undo::default();
        undo.remember(Step::Watch, named("1"));
        undo.remember(Step::Score, named("2"));
        undo.remember(Step::Watch, named("3"));
        assert_eq!(undo.last(Step::Watch), Some(&named("3")));
        assert_eq!(
            [Step::Watch, Step::Watch, Step::Watch].map(|on| undo.take(on)),
            [Some(named("3")), Some(named("1")), None]
        );
        assert_eq!(undo.take(Step::Score), Some(named("2")));
    }

    #[test]
    fn what_was_done_earlier_is_undone_later() {
        let [mut undo, mut earlier] = [Undo::default(), Undo::default()];
        earlier.remember(Step::Score, named("1"));
        undo.remember(Step::Score, named("2"));
        undo.follow(earlier);
        assert_eq!([Step::Score, Step::Score].map(|on| undo.take(on)), [Some(named("2")), Some(named("1"))]);
    }

    #[test]
    fn the_oldest_edits_go_first() {
        let mut undo = Undo::default();
        (0..=Undo::EDITS).for_each(|number| undo.remember(Step::Watch, named(&number.to_string())));
        let taken: Vec<_> = std::iter::from_fn(|| undo.take(Step::Watch)).collect();
        assert_eq!((taken.len(), taken.last()), (Undo::EDITS, Some(&named("1"))));
    }
}
