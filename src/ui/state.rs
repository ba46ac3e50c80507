//! What the whole app shares: language, theme, place, the shelf with visits, and the message bar.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::chunks::Chunks;
use super::kept::Kept;
use super::places::Left;
use super::route::Route;
use super::session::{SaveStatus, Session};
use crate::browser;
use crate::domain::{Lang, Observation, ObservationId, Rubric, RubricRef};
use crate::exchange::{self, Device, ExportHeader, Purpose};
use crate::i18n::{self, Text};
use crate::store::{Mended, Mirror, Safety, Settings, Shelf, Space, StoreError, Theme};

/// A message at the foot of the screen, with a way back.
#[derive(Clone)]
pub struct Snack {
    /// What happened.
    pub text: &'static str,
    /// Undoes it. Owned by the message: the screen that made it may be gone by then.
    pub undo: Arc<dyn Fn() + Send + Sync>,
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
    /// How full the storage is; `None` until it was looked at.
    pub space: RwSignal<Option<Space>>,
    /// Whether this tab may write; if not, another one does.
    pub is_writer: RwSignal<bool>,
    /// The message bar.
    pub snack: RwSignal<Option<Snack>>,
    /// Counts up when visits came or went, so that a list reads them anew.
    pub visits_changed: RwSignal<u32>,
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
    chunks: Chunks,
}

/// The rubric that comes with the app.
#[derive(Clone)]
struct Builtin {
    rubric: Rc<Rubric>,
    name: RubricRef,
}

impl Builtin {
    fn read() -> Self {
        let rubric = exchange::parse_rubric(exchange::BUILTIN_RUBRIC_JSON);
        // `tests/rubric.rs` keeps this from happening.
        let rubric = rubric.unwrap_or_else(|error| browser::stop(&error.to_string()));
        Self { name: exchange::rubric_ref(&rubric), rubric: Rc::new(rubric) }
    }
}

/// The visit on screen. What saves it is handed over with it: it is part of a chunk that may not be there yet.
#[derive(Clone, Copy)]
struct Open {
    session: Session,
    flush: fn(Session),
}

/// Adds what was mended to what the screen tells; `false` if it was nothing.
fn tell_mended(mirror: &Mirror, told: RwSignal<Vec<Mended>>) -> bool {
    let news = mirror.take_mended();
    let is_news = !news.is_empty();
    if is_news {
        told.update(|told| told.extend(news));
    }
    is_news
}

impl AppState {
    /// Reads the settings from `mirror`. `not_kept` says why its first copy is only in memory, if it is.
    pub fn new(mirror: Mirror, not_kept: Option<StoreError>) -> Self {
        let safety = RwSignal::new(Safety::default());
        let mended = RwSignal::new(Vec::new());
        let watched = mirror.clone();
        mirror.on_safety(move |now| {
            safety.set(now);
            tell_mended(&watched, mended);
        });
        let shelf = Shelf::new(Rc::new(mirror.clone()));
        // Unreadable settings are no reason to stop: the defaults serve, and saving mends them.
        let settings = shelf.settings().unwrap_or_default();
        Self {
            lang: RwSignal::new(settings.lang.unwrap_or_default()),
            theme: RwSignal::new(settings.theme),
            route: RwSignal::new(Route::parse(&browser::hash())),
            save: RwSignal::new(SaveStatus::Idle),
            safety,
            mended,
            space: RwSignal::new(None),
            is_writer: RwSignal::new(true),
            snack: RwSignal::new(None),
            visits_changed: RwSignal::new(0),
            left: StoredValue::new(None),
            core: StoredValue::new_local(Core {
                mirror,
                shelf,
                builtin: OnceCell::new(),
                settings,
                not_kept,
                open: None,
                chunks: Chunks::default(),
            }),
        }
    }

    /// How the last change is kept; tracks it.
    pub fn kept(self) -> Kept {
        self.safety.with(|safety| Kept::of(self.save.get(), safety))
    }

    /// All texts in the language on screen; tracks it.
    pub fn text(self) -> &'static Text {
        i18n::text(self.lang.get())
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

    /// Makes the two copies of a visit the same, before it is opened.
    pub async fn settle_visit(self, id: ObservationId) {
        let mirror = self.mirror();
        if let Err(error) = mirror.settle_visit(id).await {
            self.safety.set(Safety::Unsafe(error));
        }
        tell_mended(&mirror, self.mended);
    }

    /// Makes the two copies of every record the same, and the lists show it.
    pub async fn settle_all(self) {
        let mirror = self.mirror();
        if let Err(error) = mirror.settle_all().await {
            self.safety.set(Safety::Unsafe(error));
        }
        if tell_mended(&mirror, self.mended) {
            self.visits_changed.update(|changes| *changes += 1);
        }
    }

    /// Looks how full the storage is.
    pub fn look_at_space(self) {
        self.space.set(self.shelf().space().ok());
    }

    /// Whether a visit can be opened without a look at the journal.
    pub fn has_nothing_to_settle(self) -> bool {
        self.mirror().has_nothing_to_settle()
    }

    /// From now on this tab writes, or only reads.
    pub fn set_writer(self, is_writer: bool) {
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

    /// What names the rubric for new visits.
    pub fn rubric_ref(self) -> RubricRef {
        self.builtin().name
    }

    fn builtin(self) -> Builtin {
        self.core.with_value(|core| core.builtin.get_or_init(Builtin::read).clone())
    }

    /// The rubric that a visit was scored with: the built-in one, one that came with an import, or, where neither
    /// is here, the built-in one as the nearest there is.
    pub fn rubric_of(self, wanted: &RubricRef) -> Rc<Rubric> {
        let Builtin { rubric, name } = self.builtin();
        if name == *wanted {
            return rubric;
        }
        self.shelf().rubric(wanted).ok().flatten().map_or(rubric, Rc::new)
    }

    /// How many indicators the rubric of a visit has, as [`rubric_of`](Self::rubric_of) finds it.
    pub fn indicators_of(self, wanted: &RubricRef) -> usize {
        self.shelf().rubric_size(wanted).ok().flatten().unwrap_or(exchange::BUILTIN_INDICATORS)
    }

    /// What the user chose on this device.
    pub fn settings(self) -> Settings {
        self.core.with_value(|core| core.settings.clone())
    }

    /// Changes a setting and keeps it. A refused write leaves it in force until the page closes.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.core.update_value(|core| {
            change(&mut core.settings);
            let _ = core.shelf.save_settings(&core.settings);
        });
    }

    /// Makes a visit for today and keeps it.
    ///
    /// # Errors
    /// As [`Shelf::save`].
    pub fn begin_visit(self) -> Result<ObservationId, StoreError> {
        let id = ObservationId(browser::new_uuid());
        let mut visit = Observation::begin(id, self.rubric_ref(), browser::now());
        visit.visit.observer.name = self.settings().observer;
        self.shelf().save(&visit)?;
        Ok(id)
    }

    /// The head of an export made now on this device.
    pub fn export_header(self, purpose: Purpose) -> ExportHeader {
        if self.settings().device_id.is_none() {
            self.change_settings(|settings| settings.device_id = Some(browser::new_uuid()));
        }
        let settings = self.settings();
        ExportHeader {
            exported_at: browser::now(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            purpose,
            device: Device {
                id: settings.device_id.unwrap_or_else(browser::new_uuid),
                name: settings.device_name,
            },
        }
    }

    /// Remembers the visit that is open, so that leaving the page saves it.
    pub fn set_open(self, session: Session) {
        let open = Open { session, flush: Session::flush };
        self.core.update_value(|core| core.open = Some(open));
    }

    /// Forgets the visit that was open.
    pub fn set_closed(self) {
        self.core.update_value(|core| core.open = None);
    }

    /// The visit on screen as it is now, whether or not the storage took it.
    pub fn open_visit(self) -> Option<Observation> {
        let open = self.core.with_value(|core| core.open)?;
        Some(open.session.peek(Clone::clone))
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        if let Some(open) = self.core.with_value(|core| core.open) {
            (open.flush)(open.session);
        }
    }
}
