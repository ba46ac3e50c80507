//! What is in a text that is to be imported, and what would happen with it.

use std::sync::Arc;

use crate::domain::{Rubric, RubricRef};
use crate::exchange::{
    self, Document, DraftItem, ImportError, MAX_IMPORT_BYTES, MergeItem, PersonItem, PlanItem, Verdict, v1,
};
use crate::i18n::{Text, sealed_text};
use crate::store::lock::LockMark;
use crate::store::{Aside, Closed, RescueFile, RescueLock, Rescued};
use crate::ui::state::AppState;

/// What a text is.
pub(super) enum Content {
    /// It can be read.
    Open(Parsed),
    /// A lock sealed what is in it.
    Locked(Arc<Locked>),
}

/// A rescue file of a lock that asks for a passphrase.
pub(super) struct Locked {
    pub(super) rescue: RescueFile,
    pub(super) mark: LockMark,
}

/// What is in a text, before it is compared.
#[derive(Default)]
pub(super) struct Parsed {
    pub(super) rescued: Rescued,
    /// What is left out, in words.
    pub(super) left_out: Option<String>,
}

impl Parsed {
    /// What a rescue file gave back; what is still sealed in it is so for this reason.
    pub(super) fn of(t: &'static Text, rescued: Rescued, why: Closed) -> Self {
        let w = &sealed_text(t.lang).rescue;
        let Rescued { unreadable, sealed, .. } = rescued;
        let sealed = (sealed > 0).then(|| (w.left)(sealed, w.reason(why)));
        let unreadable = (unreadable > 0).then(|| (t.import().unreadable)(unreadable));
        let said: Vec<_> = sealed.into_iter().chain(unreadable).collect();
        Self { rescued, left_out: (!said.is_empty()).then(|| said.join(" ")) }
    }
}

/// What a file holds, with what would happen.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) items: Vec<MergeItem>,
    pub(super) people: Vec<PersonItem>,
    pub(super) plans: Vec<PlanItem>,
    pub(super) rubrics: Vec<RubricItem>,
    pub(super) drafts: Vec<DraftItem>,
    /// What was put aside there and is not here.
    pub(super) aside: Vec<Aside>,
    /// What is left out, in words.
    pub(super) left_out: Option<String>,
}

/// A rubric of the file with what would happen.
#[derive(Clone)]
pub(super) struct RubricItem {
    pub(super) incoming: Rubric,
    pub(super) verdict: Verdict,
    pub(super) is_builtin: bool,
}

impl RubricItem {
    /// One that is published never changes: it is here, or it comes beside what is here.
    fn of(incoming: Rubric, known: &[RubricRef]) -> Self {
        let name = exchange::rubric_ref(&incoming);
        let is_builtin = name.hash == exchange::BUILTIN_RUBRIC_HASH;
        let is_other = |one: &RubricRef| (&one.id, one.version) == (&name.id, name.version);
        let verdict = match known {
            _ if known.contains(&name) => Verdict::Same,
            _ if known.iter().any(is_other) => Verdict::Conflict,
            _ => Verdict::New,
        };
        Self { incoming, verdict, is_builtin }
    }
}

/// Reads an export, a file with one rubric, or the file that the crash notice saves.
///
/// # Errors
/// In words, if it is none of them.
pub(super) fn parse(t: &'static Text, text: &str) -> Result<Content, String> {
    let refused = |error| t.import_error(&error);
    if text.len() > MAX_IMPORT_BYTES {
        return Err(refused(ImportError::TooLarge { bytes: text.len() as u64 }));
    }
    let rescued = match exchange::parse_document(text) {
        Ok(Document { observations, people, plans, rubrics, drafts, .. }) => {
            Rescued { observations, people, plans, rubrics, drafts, ..Rescued::default() }
        }
        Err(ImportError::OtherFormat { found: Some(found) }) if found == v1::RUBRIC_FORMAT => {
            let rubric = exchange::parse_rubric_file(text).map_err(refused)?;
            Rescued { rubrics: vec![rubric], ..Rescued::default() }
        }
        Err(error @ ImportError::OtherFormat { .. }) => {
            return RescueFile::read(text).map(|rescue| content(t, rescue)).ok_or_else(|| refused(error));
        }
        Err(error) => return Err(refused(error)),
    };
    Ok(Content::Open(Parsed { rescued, left_out: None }))
}

fn content(t: &'static Text, rescue: RescueFile) -> Content {
    match rescue.lock() {
        RescueLock::Asks(mark) => Content::Locked(Arc::new(Locked { rescue, mark })),
        RescueLock::Open => Content::Open(Parsed::of(t, rescue.as_it_is(), Closed::NoMark)),
        RescueLock::Closed(why) => Content::Open(Parsed::of(t, rescue.as_it_is(), why)),
    }
}

/// Nothing is kept yet.
pub(super) async fn compare(app: AppState, Parsed { rescued, left_out }: Parsed) -> Found {
    let Rescued { observations, people, plans, rubrics, drafts, mut aside, .. } = rescued;
    // What is compared must be the newest copy.
    app.settle_all().await;
    let shelf = app.shelf();
    // A local record that cannot be read counts as absent: keeping the import puts it aside, whole.
    let local = |id| shelf.load(id).ok().flatten();
    let items = exchange::plan_merge(observations, local);
    let people = exchange::plan_records(people, |id| shelf.person(id).ok().flatten());
    let plans = exchange::plan_records(plans, |id| shelf.plan(id).ok().flatten());
    let drafts = exchange::plan_records(drafts, |id| shelf.draft(id).ok().flatten());
    aside.retain(|one| !shelf.has_aside(one));
    let known = known_rubrics(app);
    let rubrics = rubrics.into_iter().map(|incoming| RubricItem::of(incoming, &known)).collect();
    Found { items, people, plans, rubrics, drafts, aside, left_out }
}

/// What names the rubrics that are here.
fn known_rubrics(app: AppState) -> Vec<RubricRef> {
    app.shelf().rubric_refs().unwrap_or_default().into_iter().chain([app.builtin_ref()]).collect()
}
