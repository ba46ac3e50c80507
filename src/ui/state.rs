//! What the whole app shares: language, theme, place, the shelf with visits, and the message bar.

mod copies;
mod open;
mod rubrics;
mod visits;

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::*;

use self::open::Open;
use self::rubrics::Builtin;
use super::chunks::Chunks;
use super::places::Left;
use super::route::Route;
use crate::browser;
use crate::domain::{Lang, Moment};
use crate::i18n::{self, Text};
use crate::store::{
    Deleted, Kept, Key, Mended, Mirror, Safety, SaveStatus, Settings, Shelf, Space, StoreError, Theme,
};

/// A message at the foot of the screen, with a way back.
#[derive(Clone)]
pub struct Snack {
    /// What happened.
    pub text: &'static str,
    /// What was deleted. Owned by the message: the screen that made it may be gone by then.
    pub deleted: Vec<Deleted>,
    /// Brings it back; `false`: not now, so the message stays.
    pub undo: fn(AppState, &[Deleted]) -> bool,
}

/// Shared by every screen; cheap to copy.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The language on screen.
    pub lang: RwSignal<Lang>,
    /// Light, dark or as the device says.
    pub theme: RwSignal<Theme>,
    /// The screen.
    pub route: RwSignal<Route>,
    /// Whether local storage has the last change.
    pub save: RwSignal<SaveStatus>,
    /// Whether the journal has all changes.
    pub safety: RwSignal<Safety>,
    /// The visits that were mended, until the user has read it.
    pub mended: RwSignal<Vec<Mended>>,
    /// Whether somebody of the school was mended, until the user has read it.
    pub people_mended: RwSignal<bool>,
    /// Whether a plan was, likewise.
    pub plans_mended: RwSignal<bool>,
    /// Whether a rubric was, likewise.
    pub rubrics_mended: RwSignal<bool>,
    /// Whether what was changed in a plan or a rubric was put aside, likewise.
    pub put_aside: RwSignal<bool>,
    /// How full the storage is; `None` until it was looked at.
    pub space: RwSignal<Option<Space>>,
    /// Whether this tab may write; if not, another one does.
    pub is_writer: RwSignal<bool>,
    /// Whether a later version of the app wrote here: then this one only reads.
    pub is_outdated: RwSignal<bool>,
    /// The message bar.
    pub snack: RwSignal<Option<Snack>>,
    /// Counts up when visits, people or plans came, went, changed or left the device, so that a list reads them anew.
    pub visits_changed: RwSignal<u32>,
    /// What the next screen is to say of what was done on this one.
    message: StoredValue<Option<String>>,
    /// The link by which a screen was left that one comes back to.
    pub left: StoredValue<Option<Left>>,
    core: StoredValue<Core, LocalStorage>,
}

struct Core {
    mirror: Mirror,
    shelf: Shelf,
    /// Read when a screen first needs it.
    builtin: OnceCell<Builtin>,
    settings: Settings,
    /// Why nothing can be kept on this device, if that is so.
    not_kept: Option<StoreError>,
    open: Option<Open>,
    /// Writes what was typed last in a plan or a rubric, if one is on screen.
    flush_record: Option<Callback<()>>,
    /// The journal failed and is tried once more after a pause.
    will_try_again: bool,
    /// A lock is on, and open.
    has_lock: bool,
    chunks: Chunks,
}

impl AppState {
    /// The app over `mirror`, which [`start`](Self::start) reads from. `not_kept` says why its first copy is only in
    /// memory, if it is.
    pub fn new(mirror: Mirror, not_kept: Option<StoreError>) -> Self {
        let shelf = Shelf::new(Rc::new(mirror.clone()));
        let told = mirror.clone();
        let app = Self {
            lang: RwSignal::new(Lang::default()),
            theme: RwSignal::new(Theme::default()),
            route: RwSignal::new(Route::parse(&browser::hash())),
            save: RwSignal::new(SaveStatus::Idle),
            safety: RwSignal::new(Safety::default()),
            mended: RwSignal::new(Vec::new()),
            people_mended: RwSignal::new(false),
            plans_mended: RwSignal::new(false),
            rubrics_mended: RwSignal::new(false),
            put_aside: RwSignal::new(false),
            space: RwSignal::new(None),
            is_writer: RwSignal::new(true),
            is_outdated: RwSignal::new(false),
            snack: RwSignal::new(None),
            visits_changed: RwSignal::new(0),
            message: StoredValue::new(None),
            left: StoredValue::new(None),
            core: StoredValue::new_local(Core {
                mirror,
                shelf,
                builtin: OnceCell::new(),
                settings: Settings::default(),
                not_kept,
                open: None,
                flush_record: None,
                will_try_again: false,
                has_lock: false,
                chunks: Chunks::default(),
            }),
        };
        told.on_news(move |news| app.hear(news));
        app
    }

    /// Whether a lock is on, and open.
    pub fn has_lock(self) -> bool {
        self.core.with_value(|core| core.has_lock)
    }

    /// A lock is on, and open: nothing of what it keeps may stand elsewhere.
    pub fn set_has_lock(self) {
        browser::keep_nothing_for_reload();
        self.core.update_value(|core| core.has_lock = true);
    }

    /// Finds out whether this tab may write.
    pub async fn find_out_who_writes(self) {
        self.set_writer(browser::is_writer().await);
    }

    /// Reads what the user chose, from the newest copy.
    pub async fn read_settings(self) {
        // If the journal cannot be read, the mirror tells.
        let _ = self.mirror().settle(&Key::Settings).await;
        // Unreadable settings are no reason to stop: the defaults serve, and saving mends them.
        let settings = self.shelf().settings().unwrap_or_default();
        self.lang.set(settings.lang.unwrap_or_default());
        self.theme.set(settings.theme);
        self.core.update_value(|core| core.settings = settings);
    }

    fn open(self) -> Option<Open> {
        self.core.with_value(|core| core.open)
    }

    /// How the last change is kept; tracks it.
    pub fn kept(self) -> Kept {
        self.safety.with(|safety| Kept::of(self.save.get(), safety))
    }

    /// All texts in the language on screen; tracks it.
    pub fn text(self) -> &'static Text {
        i18n::text(self.lang.get())
    }

    /// All texts in the language on screen.
    pub fn text_now(self) -> &'static Text {
        i18n::text(self.lang.get_untracked())
    }

    /// The parts of the program that are loaded.
    pub fn chunks(self) -> Chunks {
        self.core.with_value(|core| core.chunks)
    }

    /// Adds a part of the program that was loaded.
    pub fn change_chunks(self, change: impl FnOnce(&mut Chunks)) {
        self.core.update_value(|core| change(&mut core.chunks));
    }

    /// The visits on this device.
    pub fn shelf(self) -> Shelf {
        self.core.with_value(|core| core.shelf.clone())
    }

    /// From now on this tab writes, or only reads.
    pub fn set_writer(self, is_writer: bool) {
        let is_writer = is_writer && !self.is_outdated.get_untracked();
        self.mirror().read_only(!is_writer);
        self.is_writer.set(is_writer);
    }

    fn mirror(self) -> Mirror {
        self.core.with_value(|core| core.mirror.clone())
    }

    /// Why nothing can be kept on this device, if that is so.
    pub fn not_kept(self) -> Option<StoreError> {
        self.core.with_value(|core| core.not_kept.clone())
    }

    /// Says at the top of the screen how keeping something ended, and that it is of that moment if it did.
    pub fn say_kept(self, kept: Result<(), StoreError>, at: Moment) {
        let trouble = kept.err().or_else(|| self.not_kept());
        self.save.set(trouble.map_or(SaveStatus::Saved(at), SaveStatus::Failed));
    }

    /// Says nothing of it any more: what it was about goes out of sight. What was refused stays refused.
    pub fn say_kept_no_more(self) {
        if self.save.with_untracked(|status| !matches!(status, SaveStatus::Failed(_))) {
            self.save.set(SaveStatus::Idle);
        }
    }

    /// What shows visits, people, plans or rubrics reads them anew.
    pub fn tell_visits_changed(self) {
        self.visits_changed.update(|changes| *changes += 1);
    }

    /// What the user chose on this device.
    pub fn settings(self) -> Settings {
        self.core.with_value(|core| core.settings.clone())
    }

    /// When everything last left this device; tracks it.
    pub fn last_backup(self) -> Option<Moment> {
        self.visits_changed.track();
        self.settings().last_backup
    }

    /// Changes a setting and keeps it with the others as they are kept now: since the start the second copy may have brought
    /// back some that this tab does not know. A refused write leaves it in force until the page closes.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        let is_writer = self.is_writer.get_untracked();
        self.core.update_value(|core| {
            // What a tab that only reads changed stands in its memory alone.
            if is_writer && let Ok(Some(kept)) = core.shelf.kept_settings() {
                core.settings = kept;
            }
            change(&mut core.settings);
            let _ = core.shelf.save_settings(&core.settings);
        });
    }

    /// Leaves something to say to the next screen.
    pub fn leave_message(self, message: String) {
        self.message.set_value(Some(message));
    }

    /// What the screen before left to say.
    pub fn take_message(self) -> Option<String> {
        self.message.try_update_value(Option::take).flatten()
    }
}
