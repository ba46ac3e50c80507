//! Names and values of records, sealed under one data key.
//!
//! A value is sealed with XChaCha20-Poly1305 under a random nonce; bound to it are the name of the record and its stamp, which
//! holds revision and checksum. A name is sealed likewise, but with a nonce made of the name itself (HMAC-SHA-256), so that
//! the same name gives the same key: what it gives away is that two keys are the same, which a store knows anyway.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::super::envelope::{head, revision_of};
use super::super::journal::Entry;
use super::super::pack::units;
use super::mark::SEALED;

/// Fills the slice with random bytes; `false` if the device has none.
pub type Random = fn(&mut [u8]) -> bool;

pub(super) const NONCE: usize = 24;
/// How a sealed value begins. The number is the version of its form.
const BEGIN: &str = "S1";
/// Behind it `shell/journal.js` and [`Entry::stamp`] cut off what tells one state of a record from another.
const BODY: &str = ",\"body\":";
/// Names are filled up to a multiple of this, so that their length does not tell what they name.
const NAME_STEP: usize = 64;

/// Seals and opens under one data key.
pub struct Sealer {
    value: XChaCha20Poly1305,
    name: XChaCha20Poly1305,
    name_nonce: Zeroizing<[u8; 32]>,
    stamp: Zeroizing<[u8; 32]>,
    data_key: Zeroizing<[u8; 32]>,
    random: Random,
}

impl Sealer {
    /// Under this data key.
    #[must_use]
    pub fn new(data_key: [u8; 32], random: Random) -> Self {
        let part = |label: &str| Zeroizing::new(mac(&data_key, &[b"lesbezoek lock 1 ", label.as_bytes()]));
        let cipher = |label| XChaCha20Poly1305::new(Key::from_slice(part(label).as_slice()));
        Self {
            value: cipher("value"),
            name: cipher("name"),
            name_nonce: part("name nonce"),
            stamp: part("stamp"),
            data_key: Zeroizing::new(data_key),
            random,
        }
    }

    /// A new data key; `None` if the device has no random bytes.
    #[must_use]
    pub fn fresh(random: Random) -> Option<Self> {
        let mut data_key = Zeroizing::new([0; 32]);
        random(data_key.as_mut_slice()).then(|| Self::new(*data_key, random))
    }

    pub(super) fn data_key(&self) -> &[u8; 32] {
        &self.data_key
    }

    pub(super) fn random(&self) -> Random {
        self.random
    }

    /// The key under which the record of this name is kept.
    #[must_use]
    pub fn key_of(&self, name: &str) -> Option<String> {
        let mut padded = name.as_bytes().to_vec();
        padded.resize((padded.len() + 1).next_multiple_of(NAME_STEP), 0);
        let nonce = self.nonce_of(name);
        encrypt(&self.name, &nonce, b"name", &mut padded)?;
        Some(format!("{SEALED}{}", to_text(&[&nonce, &padded])?))
    }

    /// The name of the record that is kept under this key; `None` if it was not sealed under this data key.
    #[must_use]
    pub fn name_of(&self, key: &str) -> Option<String> {
        let bytes = to_bytes(key.strip_prefix(SEALED)?)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let mut name = sealed.to_vec();
        decrypt(&self.name, nonce, b"name", &mut name)?;
        let length = name.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        name.truncate(length);
        let name = String::from_utf8(name).ok()?;
        (self.nonce_of(&name) == nonce).then_some(name)
    }

    fn nonce_of(&self, name: &str) -> [u8; NONCE] {
        let mut nonce = [0; NONCE];
        let whole = mac(&self.name_nonce, &[name.as_bytes()]);
        nonce.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
        nonce
    }

    /// What stands for a [stamp](Entry::stamp) in the sealed form. What could not be opened stands for itself.
    #[must_use]
    pub fn stamp_of(&self, name: &str, stamp: &str) -> Option<String> {
        if is_sealed(stamp) {
            return Some(stamp.to_owned());
        }
        Some(format!("{BEGIN}{}", to_text(&[&self.bound(name, stamp)])?))
    }

    fn bound(&self, name: &str, stamp: &str) -> [u8; 16] {
        let whole = mac(&self.stamp, &[name.as_bytes(), b"\0", stamp.as_bytes()]);
        let mut bound = [0; 16];
        bound.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
        bound
    }

    /// An entry of the record of this name as text. `None` if the device has no random bytes.
    #[must_use]
    pub fn seal(&self, name: &str, entry: &Entry) -> Option<String> {
        let bound = self.bound(name, &entry.stamp());
        let mut nonce = [0; NONCE];
        if !(self.random)(&mut nonce) {
            return None;
        }
        let mut text = plain(entry);
        encrypt(&self.value, &nonce, &associated(name, &bound), &mut text)?;
        Some(format!("{BEGIN}{}{BODY}{}", to_text(&[&bound])?, to_text(&[&nonce, &text])?))
    }

    /// What was sealed; `None` if it is not what was sealed for this name, bit for bit.
    #[must_use]
    pub fn open(&self, name: &str, sealed: &str) -> Option<Entry> {
        let (bound, rest) = sealed.strip_prefix(BEGIN)?.split_once(BODY)?;
        let (bound, bytes) = (to_bytes(bound)?, to_bytes(rest)?);
        let (nonce, text) = bytes.split_at_checked(NONCE)?;
        let mut text = text.to_vec();
        decrypt(&self.value, nonce, &associated(name, &bound), &mut text)?;
        let entry = entry_of(&text)?;
        (self.bound(name, &entry.stamp()).as_slice() == bound).then_some(entry)
    }

    /// As [`open`](Self::open); what cannot be opened comes back as it is, so that it is found to be damaged, and kept.
    #[must_use]
    pub fn open_or_raw(&self, name: &str, sealed: &str) -> Entry {
        self.open(name, sealed).unwrap_or_else(|| Entry { revision: 0, value: Some(sealed.to_owned()) })
    }
}

/// Whether a value, or a stamp of one, is of the sealed form.
pub(super) fn is_sealed(value: &str) -> bool {
    head(value)
        .strip_prefix(BEGIN)
        .is_some_and(|bound| to_bytes(bound).is_some_and(|bound| bound.len() == 16))
}

/// The tag goes behind the text.
fn encrypt(cipher: &XChaCha20Poly1305, nonce: &[u8], associated: &[u8], text: &mut Vec<u8>) -> Option<()> {
    cipher.encrypt_in_place(XNonce::from_slice(nonce), associated, text).ok()
}

fn decrypt(cipher: &XChaCha20Poly1305, nonce: &[u8], associated: &[u8], text: &mut Vec<u8>) -> Option<()> {
    cipher.decrypt_in_place(XNonce::from_slice(nonce), associated, text).ok()
}

/// HMAC-SHA-256.
fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key of any length will do, so the error cannot be; zeros would open nothing.
    let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(key) else { return [0; 32] };
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// What a value is bound to.
fn associated(name: &str, bound: &[u8]) -> Vec<u8> {
    [BEGIN.as_bytes(), bound, name.as_bytes()].concat()
}

const DELETED: u8 = 0;
const BYTES: u8 = 1;
const WIDE: u8 = 2;

/// Kind, revision, text. A text of few ASCII letters, as what is packed, takes less as UTF-16.
fn plain(Entry { revision, value }: &Entry) -> Vec<u8> {
    let revision = revision.to_le_bytes();
    let Some(value) = value else { return [&[DELETED], revision.as_slice()].concat() };
    let wide = value.encode_utf16().count() * 2;
    if wide >= value.len() {
        return [&[BYTES], revision.as_slice(), value.as_bytes()].concat();
    }
    let mut text = Vec::with_capacity(wide + 9);
    text.push(WIDE);
    text.extend(revision);
    text.extend(value.encode_utf16().flat_map(u16::to_le_bytes));
    text
}

fn entry_of(text: &[u8]) -> Option<Entry> {
    let (kind, rest) = text.split_first()?;
    let (revision, value) = rest.split_first_chunk()?;
    let value = match *kind {
        DELETED => None,
        BYTES => Some(String::from_utf8(value.to_vec()).ok()?),
        WIDE => {
            let units: Vec<u16> = value
                .chunks_exact(2)
                .filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?)))
                .collect();
            Some(String::from_utf16(&units).ok()?)
        }
        _ => return None,
    };
    Some(Entry { revision: u64::from_le_bytes(*revision), value })
}

/// The entry that local storage has of a value.
pub(super) fn entry_of_value(value: &str) -> Entry {
    Entry { revision: revision_of(value).unwrap_or_default(), value: Some(value.to_owned()) }
}

/// Bytes as text. Before them stands whether their number is odd: the text alone may hold one more.
pub(super) fn to_text(parts: &[&[u8]]) -> Option<String> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = Vec::with_capacity(length + 1);
    bytes.push(u8::from(length % 2 == 1));
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    units::to_text(&bytes)
}

/// The bytes of a text, if it is the one text of those bytes.
pub(super) fn to_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = units::to_bytes(text)?;
    let is_odd = *bytes.first().filter(|first| **first < 2)?;
    if (bytes.len() - 1) % 2 != usize::from(is_odd) {
        bytes.pop()?;
    }
    if units::to_text(&bytes)? != text {
        return None;
    }
    bytes.remove(0);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        let digits: Vec<_> = text.chars().filter_map(|c| c.to_digit(16)).collect();
        digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).expect("a byte")).collect()
    }

    /// draft-irtf-cfrg-xchacha-03, A.3.1.
    #[test]
    fn the_cipher_gives_the_answer_of_the_draft() {
        let key: Vec<u8> = (0x80..0xa0).collect();
        let nonce: Vec<u8> = (0x40..0x58).collect();
        let associated = hex("50515253c0c1c2c3c4c5c6c7");
        let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&key));
        let mut sealed = text.to_vec();
        encrypt(&cipher, &nonce, &associated, &mut sealed).expect("seals");
        let answer = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39
            ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9
            768812f615c68b13b52e c0875924c1c7987947deafd8780acf49";
        assert_eq!(sealed, hex(answer));
        decrypt(&cipher, &nonce, &associated, &mut sealed).expect("opens");
        assert_eq!(sealed, text);
    }

    /// RFC 4231, case 2; a key is filled up with zeros.
    #[test]
    fn the_keyed_hash_gives_the_answer_of_the_rfc() {
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let answer = hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assert_eq!(mac(&key, &[b"what do ya want ", b"for nothing?"]).as_slice(), answer);
    }
}
