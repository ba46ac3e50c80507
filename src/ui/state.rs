//! What the whole app shares: language, theme, place, the shelf with visits, and the message bar.

use std::cell::OnceCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::chunks::Chunks;
use super::places::Left;
use super::route::Route;
use super::session::Session;
use super::undo;
use crate::browser;
use crate::domain::{
    IndicatorId, Lang, LangText, Moment, Observation, ObservationId, PersonRef, Rubric, RubricRef, Visit,
    VisitKind,
};
use crate::exchange::{self, Device, ExportHeader, Purpose};
use crate::i18n::{self, Text};
use crate::store::{
    self, Deleted, Gone, JournalError, Kept, Key, Mended, MendedHow, Mirror, News, STEPS, Safety, SaveStatus,
    Settings, Shelf, Space, StoreError, Summary, Theme,
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
        Self { name: exchange::builtin_ref(&rubric), rubric: Rc::new(rubric) }
    }
}

/// The visit on screen. What saves it and reads it anew is handed over with it: it is part of a chunk that may not be
/// there yet.
#[derive(Clone, Copy)]
struct Open {
    session: Session,
    flush: fn(Session),
    read_anew: fn(Session),
    keep_undo: fn(AppState, Session),
}

/// After this pause the journal is tried once more where it failed.
const RETRY_PAUSE: Duration = Duration::from_secs(10);

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
                chunks: Chunks::default(),
            }),
        };
        told.on_news(move |news| app.hear(news));
        app
    }

    /// Finds out whether this tab may write.
    pub async fn find_out_who_writes(self) {
        self.set_writer(browser::is_writer().await);
    }

    /// Brings what an earlier version of the app kept to the form of this one, if this tab writes.
    pub async fn upgrade(self) {
        // Without a step none of it is in the program.
        if STEPS.is_empty() || !self.is_writer.get_untracked() {
            return;
        }
        match store::upgrade(&self.mirror(), STEPS).await {
            Ok(()) => {}
            Err(newer @ StoreError::Newer { .. }) => self.mirror().meet_newer(newer),
            // All is there as it was; the next start tries again.
            Err(error) => self.save.set(SaveStatus::Failed(error)),
        }
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

    fn hear(self, news: News) {
        match news {
            News::Safety(safety) => {
                if matches!(safety, Safety::Unsafe(JournalError::Failed(_))) {
                    self.try_again_later();
                }
                self.safety.set(safety);
            }
            News::Mended(mended) => {
                // The next change must be made from what is there now.
                if mended.how != MendedHow::Overtook
                    && let Some(open) = self.open()
                    && open.session.id() == mended.id
                {
                    (open.read_anew)(open.session);
                }
                self.mended.update(|told| told.push(mended));
                self.visits_changed.update(|changes| *changes += 1);
            }
            News::PersonMended => {
                self.people_mended.set(true);
                self.visits_changed.update(|changes| *changes += 1);
            }
            News::RubricMended => {
                // The visit on screen may have been opened without it.
                if let Some(open) = self.open() {
                    (open.read_anew)(open.session);
                }
                self.rubrics_mended.set(true);
                self.visits_changed.update(|changes| *changes += 1);
            }
            News::Newer => {
                self.flush();
                self.is_outdated.set(true);
                self.is_writer.set(false);
                // A tab of the later version may go on.
                browser::stop_writing();
            }
            News::PlanMended => {
                self.plans_mended.set(true);
                self.visits_changed.update(|changes| *changes += 1);
            }
        }
    }

    fn try_again_later(self) {
        let mut is_set = true;
        self.core.update_value(|core| is_set = std::mem::replace(&mut core.will_try_again, true));
        if is_set {
            return;
        }
        let retry = move || {
            self.core.update_value(|core| core.will_try_again = false);
            self.mirror().try_again();
        };
        set_timeout(retry, RETRY_PAUSE);
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

    /// Makes the two copies of a visit the same, before it is opened.
    pub async fn settle_visit(self, id: ObservationId) {
        // If the journal cannot be read, the mirror tells.
        let _ = self.mirror().settle(&Key::Observation(id)).await;
    }

    /// Reads a visit that a later version of the app wrote, as far as this one understands it. From now on this tab only reads.
    pub fn read_newer(self, id: ObservationId, newer: StoreError) -> Option<Observation> {
        self.mirror().meet_newer(newer);
        self.shelf().load_newer(id).ok().flatten()
    }

    /// Another tab wrote this: if it runs a later version, this one only reads from now on.
    pub fn look_for_newer(self, key: &str, value: Option<&str>) {
        self.mirror().look_for_newer(key, value);
    }

    /// As [`settle_visit`](Self::settle_visit), of what was deleted.
    pub async fn settle_gone(self, gone: Gone) {
        let _ = self.mirror().settle(&gone.key()).await;
    }

    /// Makes the two copies of every record the same.
    pub async fn settle_all(self) {
        let _ = self.mirror().settle_all().await;
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

    /// What names the rubric for new visits: the one that was chosen, or the built-in one.
    pub fn rubric_ref(self) -> RubricRef {
        let chosen = self.core.with_value(|core| core.settings.rubric.clone());
        let is_here = |chosen: &RubricRef| self.shelf().rubric_title(chosen).is_some();
        chosen.filter(is_here).unwrap_or_else(|| self.builtin_ref())
    }

    /// What names the built-in rubric.
    pub fn builtin_ref(self) -> RubricRef {
        self.builtin().name
    }

    /// All rubrics by title, the newest version of each: the built-in one first.
    pub fn rubrics(self) -> Vec<(RubricRef, LangText)> {
        let Builtin { rubric, name } = self.builtin();
        let mut all = vec![(name, rubric.title.clone())];
        let shelf = self.shelf();
        for found in shelf.rubric_refs().unwrap_or_default() {
            let Some(title) = shelf.rubric_title(&found) else { continue };
            match all.iter_mut().find(|(known, _)| known.id == found.id) {
                Some(known) if known.0.version < found.version => *known = (found, title),
                Some(_) => {}
                None => all.push((found, title)),
            }
        }
        all
    }

    fn builtin(self) -> Builtin {
        self.core.with_value(|core| core.builtin.get_or_init(Builtin::read).clone())
    }

    /// The rubric that a visit was scored with: the built-in one, one that was published or imported, or, where neither
    /// is here, the built-in one as the nearest there is.
    pub fn rubric_of(self, wanted: &RubricRef) -> Rc<Rubric> {
        let Builtin { rubric, name } = self.builtin();
        if name == *wanted {
            return rubric;
        }
        self.shelf().rubric(wanted).ok().flatten().map_or(rubric, Rc::new)
    }

    /// The indicators of a rubric as [`rubric_of`](Self::rubric_of) finds it.
    pub fn indicators(self, of: &RubricRef) -> Vec<IndicatorId> {
        self.shelf().indicators(of).ok().flatten().unwrap_or_else(exchange::builtin_indicators)
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

    /// Changes a setting and keeps it. A refused write leaves it in force until the page closes.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.core.update_value(|core| {
            change(&mut core.settings);
            let _ = core.shelf.save_settings(&core.settings);
        });
    }

    /// Makes a visit for today and keeps it. Where the storage is full it begins all the same, in the second copy, and the
    /// screen says so.
    ///
    /// # Errors
    /// [`StoreError::OtherTab`].
    pub fn begin_visit(self) -> Result<ObservationId, StoreError> {
        let observer = self.next_observer();
        let kind = VisitKind::by(observer.id.and_then(|id| self.shelf().known(id)?.role));
        self.begin_visit_as(|visit| Visit { observer, kind, ..visit })
    }

    /// As [`begin_visit`](Self::begin_visit), of what is known of it.
    ///
    /// # Errors
    /// [`StoreError::OtherTab`].
    pub fn begin_visit_as(self, known: impl FnOnce(Visit) -> Visit) -> Result<ObservationId, StoreError> {
        let id = ObservationId(browser::new_uuid());
        let visit = Observation::begin(id, self.rubric_ref(), browser::now());
        let visit = Observation { visit: known(visit.visit.clone()), ..visit };
        match self.shelf().save(&visit) {
            Err(error @ StoreError::OtherTab) => return Err(error),
            Err(error) => self.save.set(SaveStatus::Failed(error)),
            Ok(()) => {}
        }
        Ok(id)
    }

    /// Who watched last, if that is somebody who can still be named.
    fn next_observer(self) -> PersonRef {
        let observer = self.settings().next_observer();
        let is_gone = observer.id.is_some_and(|id| self.shelf().name_of(id).is_none());
        if is_gone { PersonRef::default() } else { observer }
    }

    /// Reads of a visit what a list shows, with the names as they are now.
    ///
    /// # Errors
    /// As [`Shelf::summary`].
    pub fn summary(self, id: ObservationId) -> Result<Option<Summary>, StoreError> {
        Ok(self.shelf().summary(id)?.map(|read| self.named(read)))
    }

    /// The same with the names as they are now.
    pub fn named(self, read: Summary) -> Summary {
        Summary { visit: self.shelf().named(read.visit), ..read }
    }

    /// A visit with the names as they are now, to be shown or to leave.
    pub fn with_names(self, visit: &Observation) -> Observation {
        let visit = visit.clone();
        Observation { visit: self.shelf().named(visit.visit), ..visit }
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
        let open =
            Open { session, flush: Session::flush, read_anew: Session::read_anew, keep_undo: undo::keep };
        self.core.update_value(|core| core.open = Some(open));
        if self.is_writer.get_untracked() {
            browser::prepare_journal();
        }
    }

    /// Forgets the visit that was open.
    pub fn set_closed(self) {
        self.core.update_value(|core| core.open = None);
    }

    /// The visit on screen as it is now, whether or not the storage took it.
    pub fn open_visit(self) -> Option<Observation> {
        Some(self.open()?.session.peek(Clone::clone))
    }

    /// The session of this visit, if it is the one on screen.
    pub fn session_of(self, id: ObservationId) -> Option<Session> {
        self.open().map(|open| open.session).filter(|session| session.id() == id)
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        if let Some(open) = self.open() {
            (open.flush)(open.session);
        }
        if let Some(flush) = self.core.with_value(|core| core.flush_record) {
            flush.run(());
        }
    }

    /// Leaves something to say to the next screen.
    pub fn leave_message(self, message: String) {
        self.message.set_value(Some(message));
    }

    /// What the screen before left to say.
    pub fn take_message(self) -> Option<String> {
        self.message.try_update_value(Option::take).flatten()
    }

    /// What writes what was typed in the plan or the rubric on screen; `None`: none is.
    pub fn set_flush_record(self, flush: Option<Callback<()>>) {
        self.core.update_value(|core| core.flush_record = flush);
    }

    /// The page goes out of sight: the last chance to write what is not written yet.
    pub fn leave(self) {
        self.flush();
        if let Some(open) = self.open() {
            (open.keep_undo)(self, open.session);
        }
        if matches!(self.safety.get_untracked(), Safety::Unsafe(_)) {
            self.mirror().try_again();
        }
    }
}
