//! The packed form of a visit: what a list shows of it in the open, the rest made small by a [`Codec`].
//!
//! It is the same record under the same key and of the same revision, in an envelope of another schema version. Between the
//! two copies of a record it counts as the state that it was made of: whichever copy has it, nothing is missing.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::envelope::{self, Envelope, PACKED, SCHEMA};
use super::error::Damage;
use super::pack::Codec;
use super::summary::{Scale, Summary};
use crate::domain::{Moment, ObservationId, PersonRef, Visit, VisitKind};

/// The body of a packed record. Short names and no names where the place tells: it counts a thousand times.
#[derive(Serialize, Deserialize)]
struct Body<'a> {
    /// The checksum of the record that it was made of.
    #[serde(borrow)]
    of: Cow<'a, str>,
    #[serde(borrow)]
    seen: Seen<'a>,
    #[serde(borrow)]
    packed: Cow<'a, str>,
}

/// Day, kind, teacher, observer, group, subject; how many are scored, of how many; the last change.
type Seen<'a> =
    (NaiveDate, VisitKind, Cow<'a, str>, Cow<'a, str>, Cow<'a, str>, Cow<'a, str>, usize, usize, Moment);

/// Whether a value is a packed visit, by a look at its first letters.
pub(super) fn is_packed(value: &str) -> bool {
    value.starts_with(r#"{"schema":2,"#)
}

/// The packed form of a sound record, of which this is the summary; `None` if the codec does not give it back as it was.
pub(super) fn packed(
    envelope: &Envelope,
    summary: &Summary,
    indicators: usize,
    codec: Codec,
) -> Option<String> {
    let Summary { updated_at, ref visit, scored, .. } = *summary;
    let text = (codec.pack)(&envelope.body)?;
    if (codec.unpack)(&text)? != envelope.body {
        return None;
    }
    let body = Body {
        of: checksum_of(envelope).into(),
        seen: (
            visit.date,
            visit.kind,
            visit.teacher.name.as_str().into(),
            visit.observer.name.as_str().into(),
            visit.group.as_str().into(),
            visit.subject.as_str().into(),
            scored,
            indicators,
            updated_at,
        ),
        packed: text.into(),
    };
    Some(envelope::seal_as(PACKED, envelope.revision, &serde_json::to_string(&body).ok()?))
}

/// What a list shows of a packed visit.
pub(super) fn summary(id: ObservationId, envelope: &Envelope) -> Result<Summary, Damage> {
    let (date, kind, teacher, observer, group, subject, scored, indicators, updated_at) =
        read(&envelope.body)?.seen;
    let person = |name: Cow<'_, str>| PersonRef { id: None, name: name.into_owned() };
    Ok(Summary {
        id,
        revision: envelope.revision,
        updated_at,
        is_completed: true,
        scale: Scale::Indicators(indicators),
        visit: Visit {
            date,
            kind,
            started_at: None,
            ended_at: None,
            teacher: person(teacher),
            observer: person(observer),
            group: group.into_owned(),
            subject: subject.into_owned(),
            pupils: None,
            focus: String::new(),
        },
        scored,
    })
}

/// The body that was packed, and the checksum that it had.
pub(super) fn unpacked(body: &str, codec: Codec) -> Result<(String, String), Damage> {
    let Body { of, packed, .. } = read(body)?;
    let text = (codec.unpack)(&packed).ok_or_else(|| Damage::Body("cannot be unpacked".to_owned()))?;
    Ok((text, of.into_owned()))
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
        PACKED => Some(read(&envelope.body).ok()?.of.into_owned()),
        _ => None,
    }
}

fn checksum_of(envelope: &Envelope) -> String {
    envelope::checksum(SCHEMA, envelope.revision, &envelope.body)
}

fn read(body: &str) -> Result<Body<'_>, Damage> {
    serde_json::from_str(body).map_err(|error| Damage::Body(error.to_string()))
}
