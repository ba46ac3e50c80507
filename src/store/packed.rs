//! The packed form of a visit: what a list shows of it in the open, the rest made small by a [`Codec`].
//!
//! It is the same record under the same key and of the same revision, in an envelope of another schema version. Between the
//! two copies of a record it counts as the state that it was made of: whichever copy has it, nothing is missing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Deserialize;

use super::envelope::{self, Envelope, PACKED, SCHEMA};
use super::error::Damage;
use super::pack::Codec;
use super::shelf::parse;
use super::summary::{Count, Scored, Summary};
use crate::domain::{ObservationId, PersonRef, Visit, VisitKind, parse_day, parse_moment};

/// How the body of each packed record begins: with the checksum of the record that it was made of.
const BEGIN: &str = r#"{"of":""#;

/// What a list shows. Text without names, in this order: it counts a thousand times, and reading it weighs on the first load.
#[derive(Deserialize)]
struct Shown {
    /// Day, kind, teacher, observer, group, subject; how many are scored, of how many; the last change.
    seen: Vec<String>,
    /// The ids of teacher and observer in the school's own list, or nothing. Absent where there is neither.
    #[serde(default)]
    people: Vec<String>,
    /// The day of its own until which it is kept. Absent where it has none.
    #[serde(default, deserialize_with = "crate::exchange::v1::time::maybe_day")]
    keep: Option<NaiveDate>,
}

/// The rest.
#[derive(Deserialize)]
struct Hidden<'a> {
    #[serde(borrow)]
    packed: Cow<'a, str>,
}

/// Behind the number of indicators that were chosen.
const CHOSEN: &str = " chosen";

/// Whether a value is a packed visit, by a look at its first letters.
pub(super) fn is_packed(value: &str) -> bool {
    value.starts_with(r#"{"schema":2,"#)
}

/// The packed form of a sound record, of which this is the summary; `None` if the codec does not give it back as it was.
pub(super) fn packed(envelope: &Envelope, summary: &Summary, count: Count, codec: Codec) -> Option<String> {
    let Summary { updated_at, ref visit, .. } = *summary;
    let text = (codec.pack)(&envelope.body)?;
    if (codec.unpack)(&text)? != envelope.body {
        return None;
    }
    let Count { scored, of, is_choice } = count;
    let of = if is_choice { format!("{of}{CHOSEN}") } else { of.to_string() };
    let seen = [
        &visit.date.to_string(),
        visit.kind.name(),
        &visit.teacher.name,
        &visit.observer.name,
        &visit.group,
        &visit.subject,
        &scored.to_string(),
        &of,
        &updated_at.to_rfc3339(),
    ];
    let (seen, text) = (serde_json::to_string(&seen).ok()?, serde_json::to_string(&text).ok()?);
    let people = match [visit.teacher.id, visit.observer.id] {
        [None, None] => String::new(),
        people => {
            let people = people.map(|id| id.map(|id| id.to_string()).unwrap_or_default());
            format!(r#","people":{}"#, serde_json::to_string(&people).ok()?)
        }
    };
    let keep = visit.keep_until.map(|day| format!(r#","keep":"{day}""#)).unwrap_or_default();
    let of = checksum_of(envelope);
    let body = format!(r#"{BEGIN}{of}","seen":{seen}{people}{keep},"packed":{text}}}"#);
    Some(envelope::seal_as(PACKED, envelope.revision, &body))
}

/// What a list shows of a packed visit.
pub(super) fn summary(id: ObservationId, envelope: &Envelope) -> Result<Summary, Damage> {
    let Shown { seen, people, keep } = parse(&envelope.body)?;
    summary_of(id, envelope.revision, seen, &people, keep)
        .ok_or_else(|| Damage::Body("cannot be listed".to_owned()))
}

fn summary_of(
    id: ObservationId,
    revision: u64,
    seen: Vec<String>,
    people: &[String],
    keep_until: Option<NaiveDate>,
) -> Option<Summary> {
    let [date, kind, teacher, observer, group, subject, scored, of, updated_at] = seen.try_into().ok()?;
    let chosen = of.strip_suffix(CHOSEN);
    let count = Count {
        scored: scored.parse().ok()?,
        of: chosen.unwrap_or(&of).parse().ok()?,
        is_choice: chosen.is_some(),
    };
    let person = |place: usize| people.get(place).and_then(|id| id.parse().ok());
    Some(Summary {
        id,
        revision,
        updated_at: parse_moment(&updated_at)?,
        is_completed: true,
        // Not known without unpacking; it tells a plan from a draft, and this is neither.
        has_notes: true,
        visit: Visit {
            date: parse_day(&date)?,
            kind: VisitKind::ALL.into_iter().find(|known| known.name() == kind)?,
            started_at: None,
            ended_at: None,
            teacher: PersonRef { id: person(0), name: teacher },
            observer: PersonRef { id: person(1), name: observer },
            group,
            subject,
            pupils: None,
            focus: String::new(),
            chosen: BTreeSet::new(),
            own_view_of: None,
            keep_until,
        },
        scored: Scored::Counted(count),
    })
}

/// The body that was packed, and the checksum that it had.
pub(super) fn unpacked(body: &str, codec: Codec) -> Result<(String, &str), Damage> {
    let Hidden { packed } = parse(body)?;
    let whole = (codec.unpack)(&packed).zip(of(body));
    whole.ok_or_else(|| Damage::Body("cannot be unpacked".to_owned()))
}

/// Whether two sound values are one state of a record, at least one of them packed.
pub(super) fn same_state(one: &Envelope, other: &Envelope) -> bool {
    let is_one_packed = one.schema == PACKED || other.schema == PACKED;
    is_one_packed && one.revision == other.revision && origin(one).is_some_and(|of| Some(of) == origin(other))
}

/// The checksum of the plain record.
fn origin(envelope: &Envelope) -> Option<String> {
    match envelope.schema {
        SCHEMA => Some(checksum_of(envelope)),
        PACKED => of(&envelope.body).map(str::to_owned),
        _ => None,
    }
}

fn checksum_of(envelope: &Envelope) -> String {
    envelope::checksum(SCHEMA, envelope.revision, &envelope.body)
}

fn of(body: &str) -> Option<&str> {
    body.strip_prefix(BEGIN)?.get(..8)
}
