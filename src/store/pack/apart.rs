//! Takes ids and moments out of a text. Their digits are as good as random: as text they cost a compressor twice what they
//! hold, and spoil what it has learned of the words between them.

use uuid::Uuid;

use super::bits::{BitReader, BitWriter};

/// What stands in the text where an id or a moment stood. JSON has no such characters.
mod mark {
    /// An id not seen before, its time near that of the one before it.
    pub(super) const NEAR_ID: u8 = 1;
    /// An id not seen before.
    pub(super) const ID: u8 = 2;
    /// An id again; its number follows.
    pub(super) const SAME_ID: u8 = 3;
    /// A moment soon after the one before it.
    pub(super) const SOON: u8 = 4;
    /// A moment on the same day and in the same place as the one before it.
    pub(super) const SAME_DAY: u8 = 5;
    /// A moment, which follows as text.
    pub(super) const MOMENT: u8 = 6;
    pub(super) const LAST: u8 = MOMENT;
}

/// The bits of an id that do not change within some hours (RFC 9562, section 5.7).
const HOURS: u32 = 24;
const DAY_BITS: u32 = 27;
/// About 17 minutes.
const SOON_BITS: u32 = 20;

/// A text without its ids and moments.
pub(super) struct Apart {
    /// What is left, with marks in their places.
    pub(super) text: Vec<u8>,
    /// What was taken out.
    pub(super) rest: Vec<u8>,
}

/// `None`: there are marks in the text already, so it is no JSON.
pub(super) fn apart(text: &str) -> Option<Apart> {
    let mut left = text.as_bytes();
    let mut out = Vec::with_capacity(left.len());
    let mut rest = BitWriter::default();
    let mut seen = Seen::default();
    while let Some((first, behind)) = left.split_first() {
        if let Some((id, behind)) = id_at(left) {
            seen.write_id(id, &mut out, &mut rest);
            left = behind;
        } else if let Some((moment, behind)) = Clock::at(left) {
            seen.write_moment(moment, &mut out, &mut rest);
            left = behind;
        } else if *first <= mark::LAST {
            return None;
        } else {
            out.push(*first);
            left = behind;
        }
    }
    Some(Apart { text: out, rest: rest.finish() })
}

/// Puts them back; `None`: they do not belong together.
pub(super) fn together(text: &[u8], rest: &[u8]) -> Option<String> {
    let mut left = text.iter();
    let mut out = Vec::with_capacity(text.len() * 2);
    let mut rest = BitReader::new(rest);
    let mut seen = Seen::default();
    while let Some(byte) = left.next() {
        match *byte {
            mark::NEAR_ID | mark::ID | mark::SAME_ID => {
                let id = seen.read_id(*byte, &mut left, &mut rest)?;
                out.extend_from_slice(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()).as_bytes());
            }
            mark::MOMENT => {
                let (moment, behind) = Clock::at(left.as_slice())?;
                seen.moment = Some(moment);
                moment.write(&mut out);
                left = behind.iter();
            }
            mark::SOON | mark::SAME_DAY => {
                let before = seen.moment?;
                let millis = match *byte {
                    mark::SOON => before.millis + u32::try_from(rest.take(SOON_BITS)?).ok()?,
                    _ => u32::try_from(rest.take(DAY_BITS)?).ok()?,
                };
                let moment = Clock { millis, ..before };
                seen.moment = Some(moment);
                moment.write(&mut out);
            }
            byte => out.push(byte),
        }
    }
    String::from_utf8(out).ok()
}

/// What was met so far, by the one who takes apart as by the one who puts together.
#[derive(Default)]
struct Seen<'a> {
    ids: Vec<Uuid>,
    moment: Option<Clock<'a>>,
}

impl<'a> Seen<'a> {
    fn write_id(&mut self, id: Uuid, out: &mut Vec<u8>, rest: &mut BitWriter) {
        let number = self.ids.iter().position(|seen| *seen == id);
        if let Some(number) = number.and_then(|number| u8::try_from(number).ok()) {
            out.extend([mark::SAME_ID, number]);
            return;
        }
        let bits = id.as_u128();
        let is_near = self.ids.last().is_some_and(|last| (last.as_u128() ^ bits) >> (128 - HOURS) == 0);
        out.push(if is_near { mark::NEAR_ID } else { mark::ID });
        rest.put(bits, if is_near { 128 - HOURS } else { 128 });
        self.ids.push(id);
    }

    fn read_id(
        &mut self,
        mark: u8,
        left: &mut std::slice::Iter<'_, u8>,
        rest: &mut BitReader<'_>,
    ) -> Option<Uuid> {
        if mark == mark::SAME_ID {
            return self.ids.get(usize::from(*left.next()?)).copied();
        }
        let bits = if mark == mark::ID {
            rest.take(128)?
        } else {
            let hours = self.ids.last()?.as_u128() >> (128 - HOURS) << (128 - HOURS);
            hours | rest.take(128 - HOURS)?
        };
        let id = Uuid::from_u128(bits);
        self.ids.push(id);
        Some(id)
    }

    fn write_moment(&mut self, moment: Clock<'a>, out: &mut Vec<u8>, rest: &mut BitWriter) {
        match self.moment.replace(moment) {
            Some(before) if (before.day, before.zone) == (moment.day, moment.zone) => {
                match moment.millis.checked_sub(before.millis).filter(|since| *since < 1 << SOON_BITS) {
                    Some(since) => {
                        out.push(mark::SOON);
                        rest.put(since.into(), SOON_BITS);
                    }
                    None => {
                        out.push(mark::SAME_DAY);
                        rest.put(moment.millis.into(), DAY_BITS);
                    }
                }
            }
            _ => {
                out.push(mark::MOMENT);
                moment.write(out);
            }
        }
    }
}

/// An id as it is written here, and what stands behind it.
fn id_at(text: &[u8]) -> Option<(Uuid, &[u8])> {
    let (here, behind) = text.split_at_checked(36)?;
    // Most places are none, and this is cheap.
    if here.get(8) != Some(&b'-') {
        return None;
    }
    let id = Uuid::try_parse_ascii(here).ok()?;
    let is_as_written = id.hyphenated().encode_lower(&mut Uuid::encode_buffer()).as_bytes() == here;
    is_as_written.then_some((id, behind))
}

/// A moment as the app writes it: `2026-11-23T09:44:31.517+01:00`.
#[derive(Clone, Copy)]
struct Clock<'a> {
    /// With the `T`.
    day: &'a [u8],
    zone: &'a [u8],
    /// Since midnight.
    millis: u32,
}

impl<'a> Clock<'a> {
    /// A moment, and what stands behind it.
    fn at(text: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (here, behind) = text.split_at_checked(29)?;
        if here.get(10) != Some(&b'T') {
            return None;
        }
        let (day, rest) = here.split_at_checked(11)?;
        let (time, zone) = rest.split_at_checked(12)?;
        let [h, hours, b':', m, minutes, b':', s, seconds, b'.', c, d, millis] = time else { return None };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
        };
        let (hours, minutes) = (number(&[*h, *hours])?, number(&[*m, *minutes])?);
        let (seconds, millis) = (number(&[*s, *seconds])?, number(&[*c, *d, *millis])?);
        let is_time = hours < 24 && minutes < 60 && seconds < 60;
        let millis = ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
        is_time.then_some((Self { day, zone, millis }, behind))
    }

    fn write(self, out: &mut Vec<u8>) {
        let Self { day, zone, millis } = self;
        let seconds = millis / 1000;
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(|number| format!("{number:02}"));
        out.extend_from_slice(day);
        out.extend_from_slice(format!("{}.{:03}", time.join(":"), millis % 1000).as_bytes());
        out.extend_from_slice(zone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(text: &str) -> (String, usize) {
        let Apart { text: left, rest } = apart(text).expect("JSON");
        assert_eq!(together(&left, &rest).as_deref(), Some(text));
        (String::from_utf8_lossy(&left).into_owned(), rest.len())
    }

    #[test]
    fn ids_leave_a_mark_and_come_back() {
        let [one, near, far] = [
            "01a1cebf-d1c0-70e2-b79d-69ad32e545f7",
            "01a1ceff-0000-7000-8000-000000000001",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ];
        let (left, rest) = there_and_back(&format!("[\"{one}\",\"{near}\",\"{one}\",\"{far}\"]"));
        assert_eq!((left.as_str(), rest), ("[\"\u{2}\",\"\u{1}\",\"\u{3}\u{0}\",\"\u{2}\"]", 16 + 13 + 16));
    }

    #[test]
    fn moments_leave_a_mark_and_come_back() {
        let text = "2026-11-23T09:44:31.517+01:00 2026-11-23T09:45:00.000+01:00 2026-11-23T08:00:00.999+01:00 \
                    2026-11-24T08:00:00.999+01:00";
        let (left, rest) = there_and_back(text);
        let expected = "\u{6}2026-11-23T09:44:31.517+01:00 \u{4} \u{5} \u{6}2026-11-24T08:00:00.999+01:00";
        assert_eq!((left.as_str(), rest), (expected, (SOON_BITS + DAY_BITS).div_ceil(8) as usize));
    }

    #[test]
    fn what_is_nearly_one_stays_as_it_is() {
        for text in [
            "01A1CEBF-D1C0-70E2-B79D-69AD32E545F7",
            "2026-11-23T24:44:31.517+01:00",
            "2026-11-23T09:44:31+01:00",
            "é-T",
            "2026-11-23T09:4é:31.517+01:00",
        ] {
            assert_eq!(there_and_back(text), (text.to_owned(), 0));
        }
        assert!(apart("a\u{3}b").is_none());
    }

    #[test]
    fn parts_of_different_texts_are_refused() {
        let Apart { text, .. } = apart("01a1cebf-d1c0-70e2-b79d-69ad32e545f7").expect("JSON");
        assert_eq!(together(&text, &[1, 2, 3]), None);
        assert_eq!(together(&[mark::SOON], &[0; 16]), None);
        assert_eq!(together(&[mark::NEAR_ID], &[0; 16]), None);
        assert_eq!(together(&[mark::SAME_ID, 4], &[0; 16]), None);
    }
}
