//! The envelope around each stored value: schema version, revision, CRC-32, body.

use std::collections::BTreeMap;

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::error::Damage;

/// The schema version that this app writes.
pub const SCHEMA: u32 = 1;

/// That of a visit in its packed form ([`packed`](super::packed)).
pub const PACKED: u32 = 2;

/// A sound envelope, its body still as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The version of the body's form. Higher than [`SCHEMA`]: a later app wrote it.
    pub schema: u32,
    /// The higher one of two is the newer one.
    pub revision: u64,
    /// JSON.
    pub body: String,
}

#[derive(Serialize, Deserialize)]
struct Written<'a> {
    schema: u32,
    revision: u64,
    crc: String,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// CRC-32 of IEEE 802.3. One table of 1 KB: a record is small, and larger tables would double the first load's constants.
const CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// CRC-32 over the revision and the body, so that a flip in either is seen.
pub(super) fn checksum(schema: u32, revision: u64, body: &str) -> String {
    let mut digest = CRC_32.digest();
    digest.update(&schema.to_le_bytes());
    digest.update(&revision.to_le_bytes());
    digest.update(body.as_bytes());
    format!("{:08x}", digest.finalize())
}

/// CRC-32 of a value as it is stored.
pub(super) fn fingerprint(raw: &str) -> u32 {
    CRC_32.checksum(raw.as_bytes())
}

/// Puts a body, which must be JSON, into an envelope.
#[must_use]
pub fn seal(revision: u64, body: &str) -> String {
    seal_as(SCHEMA, revision, body)
}

pub(super) fn seal_as(schema: u32, revision: u64, body: &str) -> String {
    let crc = checksum(schema, revision, body);
    // Written by hand: the body is JSON already, and this runs on every tap.
    format!(r#"{{"schema":{schema},"revision":{revision},"crc":"{crc}","body":{body}}}"#)
}

/// The revision of a sealed value, without a look at the rest; `None` if it is no envelope of this form.
pub(super) fn revision_of(value: &str) -> Option<u64> {
    let (_, rest) = value.split_once(r#""revision":"#)?;
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    value.starts_with(r#"{"schema":"#).then(|| rest.get(..end)?.parse().ok())?
}

/// The schema version of a sealed value that a later app wrote, by a look at its first letters.
pub(super) fn newer_schema(value: &str) -> Option<u32> {
    let digits = value.strip_prefix(r#"{"schema":"#)?.split(',').next()?;
    digits.parse().ok().filter(|schema| *schema > PACKED)
}

const UNSETTLED: &str = r#","unsettled":true"#;

/// Says in the head of a sealed value that it was written before the other copy could be read.
pub(super) fn marked_unsettled(value: &str) -> String {
    match value.split_once(BODY) {
        Some((head, body)) => format!("{head}{UNSETTLED}{BODY}{body}"),
        None => value.to_owned(),
    }
}

/// Whether the head of a sealed value says so.
pub(super) fn is_unsettled(value: &str) -> bool {
    head(value).ends_with(UNSETTLED)
}

const BODY: &str = r#","body":"#;

/// All of a sealed value but its body; of any other text all.
pub(super) fn head(value: &str) -> &str {
    value.split_once(BODY).map_or(value, |(head, _)| head)
}

/// The same record so many revisions on: in the envelope and, where the body names a revision (a visit, or the visit that a
/// mark is about), by `named` in the body. `None` if it is not sound.
pub(super) fn raised(value: &str, by: u64, named: u64) -> Option<String> {
    let Envelope { schema, revision, body } = open(value).ok()?;
    match schema {
        SCHEMA => {}
        // What is packed goes by the revision of its envelope.
        PACKED => return Some(seal_as(PACKED, revision + by, &body)),
        _ => return None,
    }
    let mut fields: BTreeMap<&str, &RawValue> = serde_json::from_str(&body).ok()?;
    let before = fields.get("revision").and_then(|named| named.get().parse::<u64>().ok());
    let next = before.and_then(|before| RawValue::from_string((before + named).to_string()).ok());
    if let Some(next) = &next {
        fields.insert("revision", next);
    }
    Some(seal(revision + by, &serde_json::to_string(&fields).ok()?))
}

/// Takes the body out, if the envelope is sound.
///
/// # Errors
/// [`Damage::NotJson`] or [`Damage::Checksum`].
pub fn open(value: &str) -> Result<Envelope, Damage> {
    let written: Written<'_> = serde_json::from_str(value).map_err(|_| Damage::NotJson)?;
    let body = written.body.get();
    if checksum(written.schema, written.revision, body) != written.crc {
        return Err(Damage::Checksum);
    }
    Ok(Envelope { schema: written.schema, revision: written.revision, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_gives_back_what_was_sealed() {
        let envelope = open(&seal(12, r#"{"a":"é"}"#)).expect("sound");
        assert_eq!((envelope.schema, envelope.revision, envelope.body.as_str()), (1, 12, r#"{"a":"é"}"#));
    }

    #[test]
    fn the_revision_is_read_from_the_head() {
        assert_eq!(revision_of(&seal(12, r#"{"revision":7}"#)), Some(12));
        assert_eq!(revision_of(r#"{"body":{"revision":7}}"#), None);
        assert_eq!(revision_of(&seal(12, "{}")[..24]), None);
    }

    #[test]
    fn a_raised_record_differs_in_its_revision_alone() {
        let raised = raised(&seal(4, r#"{"revision":4,"log":[{"text":"é"}]}"#), 2, 2).expect("sound");
        let Envelope { revision, body, .. } = open(&raised).expect("sound");
        assert_eq!((revision, body.as_str()), (6, r#"{"log":[{"text":"é"}],"revision":6}"#));
        assert_eq!(super::raised(r#"{"schema":1}"#, 2, 2), None);
    }

    #[test]
    fn a_changed_revision_or_body_is_damage() {
        let sealed = seal(12, r#"{"a":1}"#);
        assert_eq!(open(&sealed.replace("\"a\":1", "\"a\":2")), Err(Damage::Checksum));
        assert_eq!(open(&sealed.replace(":12,", ":13,")), Err(Damage::Checksum));
        assert_eq!(open(&sealed[..20]), Err(Damage::NotJson));
    }
}
