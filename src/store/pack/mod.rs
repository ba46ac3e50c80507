//! How the text of a record is made small, and whole again. Loads late: a screen that opens no packed visit needs none of it.
//!
//! A visit is packed by itself, so that it is still one record: written in one step, mended, deleted and sent like any
//! other. What visits have in common (the form, the words of a classroom) stands in a text that the program brings along,
//! which the compressor reads first.

mod apart;
mod bits;
pub(super) mod units;

use std::cell::OnceCell;
use std::io::{Read, Write};

use ppmd_rust::{Ppmd7Decoder, Ppmd7Encoder};

use apart::{Apart, apart, together};

/// Makes texts small and whole again.
#[derive(Clone, Copy)]
pub struct Codec {
    /// JSON made small; `None` if it is none, or too long.
    pub pack: fn(&str) -> Option<String>,
    /// Made whole again; `None` if it is no such text.
    pub unpack: fn(&str) -> Option<String>,
}

/// The one that this app packs with.
pub const CODEC: Codec = Codec { pack, unpack };

/// Never changed: what was packed with it is on tablets. Another one gets another schema version.
const DICTIONARY: &str = include_str!("dictionary-1.txt");
/// So many letters before it say what a letter will be.
const ORDER: u32 = 6;
const MEMORY: u32 = 1 << 20;
/// No visit is that long, and a length that is damaged must not fill the memory.
const TOO_LONG: u32 = 1 << 24;
/// So many letters at most come out of one byte: more are no visit, but a file that was made to fill a device.
const MOST_OF_A_BYTE: usize = 2000;

fn pack(body: &str) -> Option<String> {
    let Apart { text, rest } = apart(body)?;
    let mut packed = Vec::with_capacity(text.len() / 2);
    for part in [text.len(), rest.len()] {
        let length = u32::try_from(part).ok().filter(|length| *length < TOO_LONG)?;
        packed.extend(length.to_le_bytes().into_iter().take(3));
    }
    packed.extend(rest);
    let mut encoder = primed()?;
    let known = encoder.get_ref().len();
    encoder.write_all(&text).ok()?;
    packed.extend(encoder.finish(false).ok()?.get(known..)?);
    units::to_text(&packed)
}

fn unpack(packed: &str) -> Option<String> {
    let packed = units::to_bytes(packed)?;
    let (text_length, packed) = length(&packed)?;
    let (rest_length, packed) = length(packed)?;
    let (rest, packed) = packed.split_at_checked(rest_length)?;
    if !could_hold(packed, text_length) {
        return None;
    }
    let known = known()?;
    // The coder reads ahead of what it wrote.
    let source = known.as_slice().chain(packed).chain(std::io::repeat(0));
    let mut decoder = Ppmd7Decoder::new(source, ORDER, MEMORY).ok()?;
    let mut text = vec![0; dictionary()?.len()];
    decoder.read_exact(&mut text).ok()?;
    let mut text = vec![0; text_length];
    decoder.read_exact(&mut text).ok()?;
    together(&text, rest)
}

/// Whether a text of this length may come out of these bytes.
fn could_hold(packed: &[u8], text_length: usize) -> bool {
    text_length / MOST_OF_A_BYTE <= packed.len()
}

fn length(packed: &[u8]) -> Option<(usize, &[u8])> {
    let (length, rest) = packed.split_first_chunk()?;
    let [a, b, c] = *length;
    Some((usize::try_from(u32::from_le_bytes([a, b, c, 0])).ok()?, rest))
}

thread_local! {
    static PREPARED: OnceCell<Option<Vec<u8>>> = const { OnceCell::new() };
    static KNOWN: OnceCell<Option<Vec<u8>>> = const { OnceCell::new() };
}

/// The dictionary as the texts are that are packed.
fn dictionary() -> Option<Vec<u8>> {
    PREPARED.with(|prepared| prepared.get_or_init(|| Some(apart(DICTIONARY)?.text)).clone())
}

/// What the encoder writes for the dictionary: the same for each text, so it is left out.
fn known() -> Option<Vec<u8>> {
    KNOWN.with(|known| known.get_or_init(|| Some(primed()?.get_ref().clone())).clone())
}

/// An encoder that has read the dictionary.
fn primed() -> Option<Ppmd7Encoder<Vec<u8>>> {
    let mut encoder = Ppmd7Encoder::new(Vec::new(), ORDER, MEMORY).ok()?;
    encoder.write_all(&dictionary()?).ok()?;
    Some(encoder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_json_comes_back() {
        for text in ["{}", "", "\"é 👍 \\u0001\"", &format!("\"{}\"", "x".repeat(70_000))] {
            let packed = pack(text).expect("packs");
            assert_eq!(unpack(&packed).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_such_text_is_refused() {
        for text in ["", "abc", "\u{3400}", "\u{b3ff}\u{b3ff}\u{b3ff}\u{b3ff}"] {
            assert_eq!(unpack(text), None);
        }
    }

    #[test]
    fn a_few_bytes_that_claim_sixteen_megabytes_are_not_unpacked() {
        // One letter over and over packs best. (A text that packs better still is not packed: what is written is unpacked first.)
        let best = pack(&format!("\"{}\"", "x".repeat(60_000))).expect("packs");
        let bytes = units::to_bytes(&best).expect("bytes");
        let (text_length, rest) = length(&bytes).expect("a length");
        let (_, packed) = length(rest).expect("a length");
        assert!(could_hold(packed, text_length));
        assert!(!could_hold(&packed[..12], (1 << 24) - 1));
    }

    #[test]
    fn damage_does_no_harm() {
        let packed = pack(r#"{"note":"Leraar gebruikt de toetsmap bij het doorsturen."}"#).expect("packs");
        // The first four say how long it is; one that is longer only takes longer.
        for at in 4..packed.chars().count() {
            let damaged: String =
                packed.chars().enumerate().map(|(n, unit)| if n == at { '\u{4e00}' } else { unit }).collect();
            // Whatever comes out of it, and what that is worth says the checksum: it ends.
            let _ = unpack(&damaged);
        }
    }
}
