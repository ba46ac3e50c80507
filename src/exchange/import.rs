//! Visits in: parsed whole, checked whole, before anything is kept.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::error::ImportError;
use super::export::{ExportHeader, purpose_takes};
use super::place::path_at;
use super::rubrics::{BUILTIN_POINTS, BUILTIN_RUBRIC_ID, checked, rubric_of};
use super::v1;
use crate::domain::{
    Answer, MAX_REVISION, Observation, Person, Plan, Rubric, RubricDraft, RubricError, one_line,
};

/// An export of some 3,400 whole visits, nearly all that fit on a device; beyond it a tablet runs out of memory.
pub const MAX_IMPORT_BYTES: usize = 48 * 1024 * 1024;

/// A document that was read and checked.
#[derive(Clone, Debug)]
pub struct Document {
    /// Who made it, when and what for.
    pub header: ExportHeader,
    /// The rubrics in it.
    pub rubrics: Vec<Rubric>,
    /// The visits in it; no id twice.
    pub observations: Vec<Observation>,
    /// Those of the school's list in it; no id twice.
    pub people: Vec<Person>,
    /// The plans in it; no id twice.
    pub plans: Vec<Plan>,
    /// The rubrics in the making in it; no id twice.
    pub drafts: Vec<RubricDraft>,
}

/// Reads an export document of any version that this app knows.
///
/// # Errors
/// The first thing that is wrong, with its place. Nothing is kept of a document that has an error.
pub fn parse_document(text: &str) -> Result<Document, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    check_head(text, v1::FORMAT)?;
    let wire: v1::Document = parse(text)?;
    let rubrics = wire.rubrics.into_iter().map(checked).collect::<Result<Vec<_>, _>>()?;
    let observations = check_observations(wire.observations, &rubrics)?;
    check_walls(wire.purpose, &observations)?;
    Ok(Document {
        header: ExportHeader {
            exported_at: wire.exported_at,
            app: wire.app,
            purpose: wire.purpose,
            device: wire.device,
        },
        rubrics,
        observations,
        people: check_people(wire.people)?,
        plans: check_plans(wire.plans)?,
        drafts: check_drafts(wire.rubric_drafts)?,
    })
}

/// Parses with the path of the first error.
pub(super) fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, ImportError> {
    serde_json::from_str(text).map_err(|error: serde_json::Error| {
        if error.is_data() {
            ImportError::Invalid {
                path: short(&path_at(text, error.line(), error.column())),
                reason: short(&error.to_string()),
            }
        } else {
            error.into()
        }
    })
}

/// What a file says, fit for a message: it may be a megabyte long, or turn the words around it round.
pub(super) fn short(said: &str) -> String {
    const LONGEST: usize = 300;
    let mut letters = said.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    one_line(&start) + more
}

pub(super) fn check_head(text: &str, wanted: &str) -> Result<(), ImportError> {
    let head: v1::Head = serde_json::from_str(text).map_err(|error| {
        if error.is_data() { ImportError::OtherFormat { found: None } } else { error.into() }
    })?;
    let format = head.format.as_ref().and_then(|format| format.as_str());
    if format != Some(wanted) {
        return Err(ImportError::OtherFormat {
            found: format.map(|f| one_line(&f.chars().take(64).collect::<String>())),
        });
    }
    match head.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(v1::VERSION) => Ok(()),
        Some(found) if found > v1::VERSION => Err(ImportError::NewerVersion { found }),
        _ => Err(ImportError::Invalid { path: "version".to_owned(), reason: "must be 1".to_owned() }),
    }
}

fn check_people(wire: Vec<v1::Person>) -> Result<Vec<Person>, ImportError> {
    check_each("people", wire.iter().map(|person| (person.id, person.revision)))?;
    Ok(wire.into_iter().map(Into::into).collect())
}

fn check_drafts(wire: Vec<v1::RubricDraft>) -> Result<Vec<RubricDraft>, ImportError> {
    check_each("rubric_drafts", wire.iter().map(|draft| (draft.id, draft.revision)))?;
    let drafts: Vec<RubricDraft> = wire.into_iter().map(Into::into).collect();
    for (index, draft) in drafts.iter().enumerate() {
        // Texts may be missing, but what stands twice could not be told apart.
        let twice = draft.rubric.problems().into_iter().find(|one| matches!(one, RubricError::Twice(_)));
        if let Some(twice) = twice {
            let path = format!("rubric_drafts[{index}].rubric");
            return Err(ImportError::Invalid { path, reason: twice.to_string() });
        }
    }
    Ok(drafts)
}

fn check_plans(wire: Vec<v1::Plan>) -> Result<Vec<Plan>, ImportError> {
    check_each("plans", wire.iter().map(|plan| (plan.id, plan.revision)))?;
    for (index, plan) in wire.iter().enumerate() {
        if let Some((place, reason)) = plan.twice() {
            return Err(ImportError::Invalid { path: format!("plans[{index}].{place}"), reason });
        }
    }
    Ok(wire.into_iter().map(Into::into).collect())
}

/// Whether each of a list has an id of its own and a revision that can go on.
fn check_each<Id: Ord + Copy + Display>(
    list: &str,
    each: impl Iterator<Item = (Id, u64)>,
) -> Result<(), ImportError> {
    let mut seen = BTreeSet::new();
    for (index, (id, revision)) in each.enumerate() {
        check_once(&mut seen, list, index, id)?;
        if revision > MAX_REVISION {
            return Err(ImportError::Invalid {
                path: format!("{list}[{index}].revision"),
                reason: format!("{revision} is higher than a revision can be"),
            });
        }
    }
    Ok(())
}

/// Whether this id was not seen in the list before.
fn check_once<Id: Ord + Copy + Display>(
    seen: &mut BTreeSet<Id>,
    list: &str,
    index: usize,
    id: Id,
) -> Result<(), ImportError> {
    if seen.insert(id) {
        return Ok(());
    }
    Err(ImportError::Invalid {
        path: format!("{list}[{index}].id"),
        reason: format!("the id {id} stands twice in this file"),
    })
}

fn check_observations(
    wire: Vec<v1::Observation>,
    rubrics: &[Rubric],
) -> Result<Vec<Observation>, ImportError> {
    let mut seen = BTreeSet::new();
    let mut observations = Vec::with_capacity(wire.len());
    for (index, observation) in wire.into_iter().enumerate() {
        check_once(&mut seen, "observations", index, observation.id)?;
        let checked = observation.check_incoming().and_then(|()| Observation::try_from(observation));
        let observation = checked.map_err(|error| ImportError::Invalid {
            path: format!("observations[{index}].{}", error.path()),
            reason: error.to_string(),
        })?;
        check_scores(index, &observation, rubrics)?;
        observations.push(observation);
    }
    Ok(observations)
}

/// No file that says it is for an appraisal may hold a visit that was made to learn from: whoever made it broke a promise.
fn check_walls(purpose: v1::Purpose, observations: &[Observation]) -> Result<(), ImportError> {
    let walled = |visit: &Observation| purpose == v1::Purpose::Appraisal && !purpose_takes(purpose, visit);
    let Some(index) = observations.iter().position(walled) else { return Ok(()) };
    Err(ImportError::Invalid {
        path: format!("observations[{index}].visit.kind"),
        reason: "a visit of this kind may not be in a file for an appraisal".to_owned(),
    })
}

/// Whether the scores of a visit are points of the scale of its rubric: one of the file, or the built-in one. Of any other
/// nobody knows here how long its scale is.
fn check_scores(index: usize, visit: &Observation, rubrics: &[Rubric]) -> Result<(), ImportError> {
    let is_builtin = || visit.rubric.id.as_str() == BUILTIN_RUBRIC_ID;
    let points = rubric_of(rubrics, visit).map(|one| one.scale.len());
    let Some(points) = points.or_else(|| is_builtin().then_some(BUILTIN_POINTS)) else { return Ok(()) };
    let beyond = visit.ratings.iter().find_map(|(id, rating)| match rating.answer {
        Some(Answer::Score(score)) if usize::from(score.get()) > points => Some((id, score)),
        _ => None,
    });
    let Some((id, score)) = beyond else { return Ok(()) };
    Err(ImportError::Invalid {
        path: short(&format!("observations[{index}].ratings.{id}.answer.score")),
        reason: format!("{} is not a score: the scale runs from 1 to {points}", score.get()),
    })
}
