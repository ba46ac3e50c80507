//! Controls that more than one screen uses. They take data and callbacks; only the snack bar and the export panel
//! know the app as a whole.

mod bottom_bar;
mod chips;
mod document_panel;
mod export_panel;
mod rubric_pick;
mod segments;
mod send_panel;
mod snack_bar;
mod team_names;
mod text_field;

pub use bottom_bar::{BottomBar, UndoButton};
pub use chips::{Chip, Chips};
pub use document_panel::DocumentPanel;
pub use export_panel::{ExportPanel, everything};
pub use rubric_pick::RubricPick;
pub use segments::{Segment, SegmentedChoice, Segments};
pub use send_panel::{NothingToSend, Outgoing, SendPanel};
pub use snack_bar::SnackBar;
pub use team_names::{TEAM_NAMES, TeamNames};
pub use text_field::{InputKind, TextArea, TextField};
