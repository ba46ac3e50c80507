//! The parts of the program that load when a screen first needs them, so that the first load stays small.
//!
//! With the feature `split`, `cargo xtask build` cuts each chunk into a WebAssembly file of its own. Without it (Trunk,
//! tests) the program is one file and a chunk is there at once. The service worker keeps the files of all chunks, so a
//! screen that was never opened opens without a network too.

use std::rc::Rc;

use leptos::prelude::*;

use super::deletion;
use super::pages::lock::LockButton;
use super::pages::{
    AccessPage, BlankFormPage, CheckPage, ComparePage, CoveragePage, DataPage, DraftPage, FollowUpCard,
    GrowthPage, HomePage, InsightPage, OwnViewPage, PlanPage, ReadPage, RubricField, RubricsPage, TalkPage,
    TeamPage, VisitPage, WatchPage, begin_visit, example, lock, look_back,
};
use super::parts::ExportPanel;
use super::route::Route;
use super::session::Session;
use super::state::AppState;
use crate::domain::{ObservationId, Step};
use crate::exchange::Purpose;
use crate::i18n::Text;
use crate::store::{CODEC, Codec, Journal, KeptUndo, RecordStore};

/// The chunks that are there; cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Chunks {
    /// The list of visits.
    pub home: Option<HomeScreen>,
    /// An open visit: prepare and score.
    pub lesson: Option<LessonScreens>,
    /// Watch.
    pub watch: Option<WatchScreen>,
    /// Talk and check.
    pub talk: Option<TalkScreens>,
    /// What is needed seldom: export, import and storage, the form on paper.
    pub data: Option<DataScreens>,
    /// The people of the school, what its visits say, its plan, its rubrics.
    pub school: Option<SchoolScreens>,
    /// Undo after a reload.
    pub undo: Option<UndoScript>,
}

/// The list of visits.
pub type HomeScreen = fn(AppState, &'static Text) -> AnyView;

/// What an open visit needs.
#[derive(Clone, Copy)]
pub struct LessonScreens {
    /// An open visit; asks for [`WatchScreen`] and [`TalkScreens`] itself.
    pub visit: fn(AppState, ObservationId) -> AnyView,
    /// Makes a visit and goes to it.
    pub begin: fn(AppState),
    /// The teacher rates her own lesson.
    pub own_view: fn(AppState, ObservationId) -> AnyView,
}

/// Kijken.
pub type WatchScreen = fn(AppState, &'static Text, Session) -> AnyView;

/// The screens after the lesson.
#[derive(Clone, Copy)]
pub struct TalkScreens {
    /// Gesprek.
    pub talk: fn(AppState, &'static Text, Session) -> AnyView,
    /// Looks for the visit before this one, whose open agreements it takes up.
    pub look_back: fn(AppState, ObservationId, bool),
    /// These agreements, on Voorbereiden.
    pub follow_ups: fn(&'static Text, Session) -> AnyView,
    /// Controle.
    pub check: fn(AppState, &'static Text, Session) -> AnyView,
    /// A visit beside another one.
    pub compare: fn(AppState, &'static Text, ObservationId) -> AnyView,
    /// A step of a visit that cannot be changed here.
    pub read: fn(AppState, &'static Text, Session, Step) -> AnyView,
}

/// What is needed seldom.
#[derive(Clone, Copy)]
pub struct DataScreens {
    /// Gegevens, Inzage or the form on paper.
    pub page: fn(AppState, &'static Text, Route) -> AnyView,
    /// The buttons that export the visits that the callback names.
    pub export: fn(AppState, &'static Text, Callback<(), Vec<ObservationId>>) -> AnyView,
    /// Adds the example visit and opens it.
    pub example: fn(AppState),
    /// What a visit is scored with, on Voorbereiden.
    pub rubric_of_visit: fn(AppState, &'static Text, Session) -> AnyView,
    /// Deletes a visit.
    pub delete: fn(AppState, ObservationId),
    /// Says again what was deleted before a reload.
    pub deleted_before: fn(AppState),
    /// What packs visits, and opens those that are packed.
    pub codec: Codec,
    /// What a lock needs.
    pub lock: LockScreens,
}

/// What a lock needs.
#[derive(Clone, Copy)]
pub struct LockScreens {
    /// Asks for the passphrase, then goes on with the copies as the app is to see them.
    pub unlock: fn(AppState, fn(AppState, Unlocked)),
    /// The button in the bar at the top; from then on the lock closes by itself too.
    pub button: fn(AppState) -> AnyView,
}

/// The two copies as the app is to see them.
pub struct Unlocked {
    /// The first.
    pub records: Rc<dyn RecordStore>,
    /// The second.
    pub journal: Rc<dyn Journal>,
    /// A lock is on; else it was taken off just now.
    pub has_lock: bool,
}

/// Team, Dekking, the plan, Inzicht, growth or the rubrics.
pub type SchoolScreens = fn(AppState, &'static Text, Route) -> AnyView;

/// What can be undone, as text and from text.
#[derive(Clone, Copy)]
pub struct UndoScript {
    /// As text.
    pub write: fn(&KeptUndo) -> String,
    /// From text.
    pub read: fn(&str) -> Option<KeptUndo>,
}

/// A chunk could not be fetched: no network and no service worker yet, or the host has another version by now.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// `chunk!(module: name -> Type = value)`: an async function that loads the module, then gives the value.
macro_rules! chunk {
    ($module:ident: $name:ident -> $type:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[allow(unsafe_code, reason = "the macro declares what the other file exports")]
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$type, NotLoaded> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async, reason = "has the form of the split function")]
        async fn $name() -> Result<$type, NotLoaded> {
            Ok($value)
        }
    };
}

chunk!(home: home_screen -> HomeScreen = |app, t| view! { <HomePage app t /> }.into_any());
chunk!(lesson: lesson_screens -> LessonScreens = LessonScreens {
    visit: |app, id| view! { <VisitPage app id /> }.into_any(),
    begin: begin_visit,
    own_view: |app, id| view! { <OwnViewPage app id /> }.into_any(),
});
chunk!(watch: watch_screen -> WatchScreen = |app, t, session| view! { <WatchPage app t session /> }.into_any());
chunk!(talk: talk_screens -> TalkScreens = TalkScreens {
    talk: |app, t, session| view! { <TalkPage app t session /> }.into_any(),
    look_back,
    follow_ups: |t, session| view! { <FollowUpCard t session /> }.into_any(),
    check: |app, t, session| view! { <CheckPage app t session /> }.into_any(),
    compare: |app, t, id| view! { <ComparePage app t id /> }.into_any(),
    read: |app, t, session, step| view! { <ReadPage app t session step /> }.into_any(),
});
chunk!(data: data_screens -> DataScreens = DataScreens {
    page: |app, t, route| match route {
        Route::Access => view! { <AccessPage app t /> }.into_any(),
        Route::Form => view! { <BlankFormPage app t /> }.into_any(),
        _ => view! { <DataPage app t /> }.into_any(),
    },
    export: |app, t, chosen| view! { <ExportPanel app t purpose=Purpose::Backup chosen /> }.into_any(),
    example: example::open,
    rubric_of_visit: |app, t, session| view! { <RubricField app t session /> }.into_any(),
    delete: deletion::delete,
    deleted_before: deletion::deleted_before,
    codec: CODEC,
    lock: LockScreens { unlock: lock::unlock, button: |app| view! { <LockButton app /> }.into_any() },
});

chunk!(school: school_screens -> SchoolScreens = |app, t, route| match route {
    Route::Coverage => view! { <CoveragePage app t /> }.into_any(),
    Route::Plan => view! { <PlanPage app t goal=None /> }.into_any(),
    Route::Goal(id) => view! { <PlanPage app t goal=Some(id) /> }.into_any(),
    Route::Insight => view! { <InsightPage app t /> }.into_any(),
    Route::Growth => view! { <GrowthPage app t /> }.into_any(),
    Route::Rubrics => view! { <RubricsPage app t /> }.into_any(),
    Route::Draft(id) => view! { <DraftPage app t id /> }.into_any(),
    _ => view! { <TeamPage app t /> }.into_any(),
});

chunk!(undo: undo_script -> UndoScript = UndoScript { write: KeptUndo::write, read: KeptUndo::read });

/// One part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// See [`Chunks::home`].
    Home,
    /// See [`Chunks::lesson`].
    Lesson,
    /// See [`Chunks::watch`].
    Watch,
    /// See [`Chunks::talk`].
    Talk,
    /// See [`Chunks::data`].
    Data,
    /// See [`Chunks::school`].
    School,
    /// See [`Chunks::undo`].
    Undo,
}

impl Chunk {
    /// In the order in which a visit needs them.
    pub const ALL: &[Self] =
        &[Self::Home, Self::Lesson, Self::Watch, Self::Undo, Self::Talk, Self::Data, Self::School];

    /// What a screen needs.
    pub fn of(route: Route) -> &'static [Self] {
        match route {
            Route::Home => &[Self::Home],
            Route::Unknown => &[],
            Route::Visit(_, Step::Watch) => &[Self::Lesson, Self::Watch],
            Route::Visit(_, Step::Talk | Step::Check) => &[Self::Lesson, Self::Talk],
            Route::NewVisit | Route::Visit(..) | Route::OwnView(_) => &[Self::Lesson],
            // The other visit may be packed.
            Route::Compare(_) => &[Self::Talk, Self::Data],
            Route::Data | Route::Access | Route::Form => &[Self::Data],
            // A visit may be packed.
            Route::Team
            | Route::Coverage
            | Route::Plan
            | Route::Goal(_)
            | Route::Insight
            | Route::Growth
            | Route::Rubrics
            | Route::Draft(_) => &[Self::Data, Self::School],
        }
    }
}

impl Chunks {
    /// Whether all of these are there.
    pub fn have(&self, wanted: &[Chunk]) -> bool {
        wanted.iter().all(|chunk| match chunk {
            Chunk::Home => self.home.is_some(),
            Chunk::Lesson => self.lesson.is_some(),
            Chunk::Watch => self.watch.is_some(),
            Chunk::Talk => self.talk.is_some(),
            Chunk::Data => self.data.is_some(),
            Chunk::School => self.school.is_some(),
            Chunk::Undo => self.undo.is_some(),
        })
    }
}

/// Loads these chunks. Afterwards [`AppState::chunks`] has them, unless one could not be fetched.
pub async fn load(app: AppState, wanted: &[Chunk]) {
    for chunk in wanted.iter().filter(|chunk| !app.chunks().have(&[**chunk])) {
        load_one(app, *chunk).await;
    }
}

async fn load_one(app: AppState, chunk: Chunk) {
    match chunk {
        Chunk::Home => {
            let home = home_screen().await.ok();
            app.change_chunks(|chunks| chunks.home = home);
        }
        Chunk::Lesson => {
            let lesson = lesson_screens().await.ok();
            app.change_chunks(|chunks| chunks.lesson = lesson);
        }
        Chunk::Watch => {
            let watch = watch_screen().await.ok();
            app.change_chunks(|chunks| chunks.watch = watch);
        }
        Chunk::Talk => {
            let talk = talk_screens().await.ok();
            app.change_chunks(|chunks| chunks.talk = talk);
        }
        Chunk::Data => {
            let data = data_screens().await.ok();
            if let Some(DataScreens { codec, .. }) = data {
                app.shelf().use_codec(codec);
            }
            app.change_chunks(|chunks| chunks.data = data);
        }
        Chunk::School => {
            let school = school_screens().await.ok();
            app.change_chunks(|chunks| chunks.school = school);
        }
        Chunk::Undo => {
            let undo = undo_script().await.ok();
            app.change_chunks(|chunks| chunks.undo = undo);
        }
    }
}
