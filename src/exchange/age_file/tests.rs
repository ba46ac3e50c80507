//! All that can be wrong with a file, at the least cost of a try.

use super::*;

const PASSPHRASE: &str = "paars kameel lantaarn negen";

fn cheap(content: &[u8]) -> Vec<u8> {
    sealed(PASSPHRASE, content, &[7; SECRET_BYTES], 1).expect("memory")
}

fn open(file: &[u8]) -> Result<Vec<u8>, AgeError> {
    open_age(PASSPHRASE, file)
}

/// Where the chunks begin.
fn begin(file: &[u8]) -> usize {
    Header::read(file).expect("a header").length + KEY
}

/// The header with one thing in another way.
fn with(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    let (head, rest) = file.split_at(begin(file) - KEY);
    let head = str::from_utf8(head).expect("text");
    assert!(head.contains(from), "{from}");
    [head.replacen(from, to, 1).as_bytes(), rest].concat()
}

/// From RFC 7914, section 12, and RFC 5869, A.3, by the calls that are made here.
#[test]
fn the_keys_are_those_of_the_specifications() {
    let mut key = [0; 64];
    stretch(b"pleaseletmein", b"SodiumChloride", 14, &mut key).expect("a key");
    let start: String = key.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(start, "7023bdcb3afd7348461c06cd81fd38eb");
    let key = derived(&[0x0b; 22], &[], "").expect("a key");
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
}

#[test]
fn the_edges_of_chunks_are_no_trouble() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK] {
        let content: Vec<u8> = (0_u8..251).cycle().take(length).collect();
        assert_eq!(open(&cheap(&content)), Ok(content), "{length}");
    }
}

#[test]
fn every_cut_is_told_and_nothing_comes_out() {
    let file = cheap(b"Juf Ans");
    for length in 0..file.len() {
        let error = open(&file[..length]).expect_err("cut off");
        let expected = if length < begin(&file) + TAG {
            AgeError::CutOff { at: length }
        } else {
            // Nobody can tell whether its end is missing or other bytes stand there.
            AgeError::Damaged { at: begin(&file) }
        };
        assert_eq!(error, expected, "{length}");
    }
}

#[test]
fn a_cut_between_chunks_is_told_too() {
    let file = cheap(&vec![1; 2 * CHUNK + 1]);
    for chunks in [1, 2] {
        let length = begin(&file) + chunks * (CHUNK + TAG);
        assert_eq!(open(&file[..length]), Err(AgeError::CutOff { at: length }));
    }
}

#[test]
fn every_flipped_bit_is_told() {
    let file = cheap(b"Juf Ans");
    for (at, bit) in (0..file.len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut other = file.clone();
        other[at] ^= 1 << bit;
        let error = open(&other).expect_err("damaged");
        // Of where the key is sealed only the passphrase could tell; the first line says what the file is.
        let is_fit = match error {
            AgeError::Damaged { .. } | AgeError::WrongPassphrase => true,
            AgeError::OtherVersion => at <= VERSION_LINE.len(),
            // The end of a line is gone.
            AgeError::CutOff { .. } => file[at] == b'\n',
            AgeError::OtherRecipient => (VERSION_LINE.len()..VERSION_LINE.len() + 12).contains(&at),
            _ => false,
        };
        assert!(is_fit, "{at}: {error}");
    }
}

#[test]
fn damage_says_in_which_chunk() {
    let file = cheap(&vec![1; 2 * CHUNK + 1]);
    let begin = begin(&file);
    for chunk in 0..3 {
        let mut file = file.clone();
        let start = begin + chunk * (CHUNK + TAG);
        file[start] ^= 0x80;
        assert_eq!(open(&file), Err(AgeError::Damaged { at: start }));
    }
    // The same chunks in another order.
    let (first, second) = (begin..begin + CHUNK + TAG, begin + CHUNK + TAG..begin + 2 * (CHUNK + TAG));
    let turned = [&file[..begin], &file[second.clone()], &file[first], &file[second.end..]].concat();
    assert_eq!(open(&turned), Err(AgeError::Damaged { at: begin }));
    // More behind the end.
    assert!(open(&[&cheap(b"x")[..], b"y"].concat()).is_err());
}

#[test]
fn what_this_app_cannot_open_says_why() {
    let file = cheap(b"Juf Ans");
    assert_eq!(open_age("iets anders", &file), Err(AgeError::WrongPassphrase));
    let too_much = AgeError::TooMuchWork { work: MOST_WORK + 1 };
    assert_eq!(open(&with(&file, " 1\n", &format!(" {}\n", MOST_WORK + 1))), Err(too_much));
    assert_eq!(open(&with(&file, " 1\n", " 255\n")), Err(AgeError::TooMuchWork { work: 255 }));
    assert_eq!(open(&with(&file, "scrypt", "X25519")), Err(AgeError::OtherRecipient));
    assert_eq!(open(&with(&file, "/v1", "/v2")), Err(AgeError::OtherVersion));
    for work in [" 0\n", " 01\n", " +1\n", " 256\n", " 1 1\n", "\n"] {
        assert!(matches!(open(&with(&file, " 1\n", work)), Err(AgeError::Damaged { .. })), "{work:?}");
    }
    // Another way in beside the passphrase.
    let second = with(&file, "\n---", "\n-> X25519 AAAA\nAAAA\n---");
    assert!(matches!(open(&second), Err(AgeError::Damaged { .. })));
    // A line without an end fills no memory.
    let endless = [VERSION_LINE.as_bytes(), b"\n", &[b'a'; 2 * LONGEST_HEADER]].concat();
    assert!(matches!(open(&endless), Err(AgeError::Damaged { .. })));
}
