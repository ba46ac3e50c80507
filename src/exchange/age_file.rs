//! A file under a passphrase, as the programs `age` and `rage` write and open it: <https://age-encryption.org/v1>.
//!
//! A header with one scrypt stanza, which wraps the key of the file; a code over the header; then the content in chunks of
//! 64 KiB, of which the last one says that it is the last.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce, Tag};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

const MAGIC: &[u8] = b"age-encryption.org/";
const VERSION_LINE: &str = "age-encryption.org/v1";
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const KEY: usize = 16;
const SALT: usize = 16;
const TAG: usize = 16;
const CHUNK: usize = 64 * 1024;
/// Longer than any header of a file under a passphrase.
const LONGEST_HEADER: usize = 64 * 1024;
/// 32 MiB of memory for a try: beside the export it fits in the memory that the program begins with.
const WORK: u8 = 15;
/// 256 MiB, what the program `age` writes; more a tablet does not give.
pub const MOST_WORK: u8 = 18;

/// Random bytes that a new file takes: its key, its salt and the nonce of its content.
pub const SECRET_BYTES: usize = KEY + SALT + KEY;

/// Why a file under a passphrase cannot be opened. The screen has a sentence for each in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum AgeError {
    /// Of a version that is not known here.
    #[error("another version of the age format")]
    OtherVersion,
    /// It stops before its end.
    #[error("the file stops at byte {at}")]
    CutOff {
        /// How many bytes there are.
        at: usize,
    },
    /// Not for a passphrase, but for who has a key.
    #[error("the file is not under a passphrase")]
    OtherRecipient,
    /// To try a passphrase would take too much memory.
    #[error("a work factor of {work}, more than {MOST_WORK}")]
    TooMuchWork {
        /// The binary logarithm of scrypt's N.
        work: u8,
    },
    /// The device does not have the memory.
    #[error("not enough memory for a work factor of {work}")]
    NoMemory {
        /// The binary logarithm of scrypt's N.
        work: u8,
    },
    /// Another passphrase, or the bytes that would tell so are damaged.
    #[error("this is not the passphrase")]
    WrongPassphrase,
    /// What stands from this byte on is not what was written.
    #[error("the file is damaged from byte {at} on")]
    Damaged {
        /// From 0.
        at: usize,
    },
}

/// Whether a file says that it is in this format. Does not look further.
#[must_use]
pub fn is_age_file(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// What can be told of such a file before a passphrase is tried.
///
/// # Errors
/// Why none will open it.
pub fn check_age(file: &[u8]) -> Result<(), AgeError> {
    Header::read(file).map(drop)
}

/// `content` under a passphrase. `secret` must be fresh random bytes. `None`: the device does not have the memory.
#[must_use]
pub fn seal_age(passphrase: &str, content: &[u8], secret: &[u8; SECRET_BYTES]) -> Option<Vec<u8>> {
    sealed(passphrase, content, secret, WORK)
}

fn sealed(passphrase: &str, content: &[u8], secret: &[u8; SECRET_BYTES], work: u8) -> Option<Vec<u8>> {
    let (file_key, rest) = secret.split_at(KEY);
    let (salt, nonce) = rest.split_at(SALT);
    let wrap = ChaCha20Poly1305::new(Key::from_slice(key_of(passphrase, salt, work).ok()?.as_slice()));
    let mut body = Vec::new();
    append_sealed(&wrap, &Nonce::default(), file_key, &mut body)?;
    let [salt, body] = [salt, &body].map(|bytes| STANDARD_NO_PAD.encode(bytes));
    let header = format!("{VERSION_LINE}\n-> scrypt {salt} {work}\n{body}\n---");
    let code = STANDARD_NO_PAD.encode(code_of(file_key, header.as_bytes())?.finalize().into_bytes());
    let head = format!("{header} {code}\n");

    // An empty content is one chunk too.
    let last = content.len().saturating_sub(1) / CHUNK;
    let mut file = Vec::new();
    file.try_reserve_exact(head.len() + nonce.len() + content.len() + (last + 1) * TAG).ok()?;
    file.extend(head.bytes());
    file.extend(nonce);
    let cipher = cipher_of_content(file_key, nonce)?;
    for index in 0..=last {
        let from = index * CHUNK;
        let chunk = content.get(from..content.len().min(from + CHUNK))?;
        append_sealed(&cipher, &nonce_of(index, index == last), chunk, &mut file)?;
    }
    Some(file)
}

fn append_sealed(cipher: &ChaCha20Poly1305, nonce: &Nonce, plain: &[u8], to: &mut Vec<u8>) -> Option<()> {
    let start = to.len();
    to.extend(plain);
    let tag = cipher.encrypt_in_place_detached(nonce, &[], to.get_mut(start..)?).ok()?;
    to.extend(tag);
    Some(())
}

/// The content of a file under a passphrase, all of it checked.
///
/// # Errors
/// What is wrong.
pub fn open_age(passphrase: &str, file: &[u8]) -> Result<Vec<u8>, AgeError> {
    let Header { salt, work, body, signed, code, length } = Header::read(file)?;
    let wrap = ChaCha20Poly1305::new(Key::from_slice(key_of(passphrase, &salt, work)?.as_slice()));
    let (wrapped, tag) = body.split_at(KEY);
    let mut file_key = Zeroizing::new(wrapped.to_vec());
    wrap.decrypt_in_place_detached(&Nonce::default(), &[], &mut file_key, Tag::from_slice(tag))
        .map_err(|_| AgeError::WrongPassphrase)?;
    let damaged = AgeError::Damaged { at: 0 };
    code_of(&file_key, signed).ok_or(damaged)?.verify_slice(&code).map_err(|_| damaged)?;

    let cut_off = AgeError::CutOff { at: file.len() };
    let (nonce, sealed) = file.get(length..).and_then(|rest| rest.split_at_checked(KEY)).ok_or(cut_off)?;
    open_content(&cipher_of_content(&file_key, nonce).ok_or(damaged)?, sealed, length + KEY)
}

/// `begin`: where in the file the chunks begin.
fn open_content(cipher: &ChaCha20Poly1305, sealed: &[u8], begin: usize) -> Result<Vec<u8>, AgeError> {
    let cut_off = AgeError::CutOff { at: begin + sealed.len() };
    let mut content = Vec::with_capacity(sealed.len());
    let mut chunks = sealed.chunks(CHUNK + TAG).enumerate().peekable();
    while let Some((index, chunk)) = chunks.next() {
        let is_last = chunks.peek().is_none();
        let start = content.len();
        let Some((bytes, tag)) = chunk.len().checked_sub(TAG).map(|at| chunk.split_at(at)) else {
            return Err(cut_off);
        };
        // Only an empty content has an empty chunk.
        if bytes.is_empty() && index > 0 {
            return Err(cut_off);
        }
        let mut open = |is_last| {
            content.truncate(start);
            content.extend(bytes);
            let chunk = content.get_mut(start..).unwrap_or_default();
            cipher.decrypt_in_place_detached(&nonce_of(index, is_last), &[], chunk, Tag::from_slice(tag))
        };
        if open(is_last).is_err() {
            // What follows on it is missing.
            let follows = is_last && open(false).is_ok();
            return Err(if follows {
                cut_off
            } else {
                AgeError::Damaged { at: begin + index * (CHUNK + TAG) }
            });
        }
    }
    if sealed.is_empty() { Err(cut_off) } else { Ok(content) }
}

/// What stands before the content.
struct Header<'a> {
    salt: Vec<u8>,
    work: u8,
    body: Vec<u8>,
    /// What the code is over.
    signed: &'a [u8],
    code: Vec<u8>,
    /// All of it, in bytes.
    length: usize,
}

impl<'a> Header<'a> {
    fn read(file: &'a [u8]) -> Result<Self, AgeError> {
        let mut lines = Lines { file, at: 0 };
        if lines.next()? != VERSION_LINE {
            return Err(AgeError::OtherVersion);
        }
        let damaged = AgeError::Damaged { at: lines.at };
        let stanza = lines.next()?.strip_prefix("-> ").ok_or(damaged)?;
        let Some(stanza) = stanza.strip_prefix("scrypt ") else { return Err(AgeError::OtherRecipient) };
        let (salt, work) = stanza.split_once(' ').ok_or(damaged)?;
        let salt = bytes_of(salt, SALT).ok_or(damaged)?;
        let work = work_of(work).ok_or(damaged)?;
        if work > MOST_WORK {
            return Err(AgeError::TooMuchWork { work });
        }

        let damaged = AgeError::Damaged { at: lines.at };
        let body = bytes_of(lines.next()?, KEY + TAG).ok_or(damaged)?;
        let damaged = AgeError::Damaged { at: lines.at };
        let signed = file.get(..lines.at + "---".len()).unwrap_or_default();
        // A passphrase stands alone, else anybody could add a way in.
        let code = lines.next()?.strip_prefix("--- ").and_then(|code| bytes_of(code, 32)).ok_or(damaged)?;
        Ok(Self { salt, work, body, signed, code, length: lines.at })
    }
}

struct Lines<'a> {
    file: &'a [u8],
    at: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Result<&'a str, AgeError> {
        let rest = self.file.get(self.at..self.file.len().min(LONGEST_HEADER)).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'\n');
        let Some(length) = length else {
            let is_short = self.file.len() < LONGEST_HEADER;
            return Err(if is_short {
                AgeError::CutOff { at: self.file.len() }
            } else {
                AgeError::Damaged { at: self.at }
            });
        };
        let line = rest.get(..length).and_then(|line| str::from_utf8(line).ok());
        let line = line.ok_or(AgeError::Damaged { at: self.at })?;
        self.at += length + 1;
        Ok(line)
    }
}

/// Exactly so many bytes, of the one text that there is for them.
fn bytes_of(text: &str, length: usize) -> Option<Vec<u8>> {
    STANDARD_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == length)
}

/// A number as it is written, without zeros before it.
fn work_of(text: &str) -> Option<u8> {
    let work: u8 = text.parse().ok()?;
    (work > 0 && work.to_string() == text).then_some(work)
}

/// scrypt, with r = 8 and p = 1.
fn key_of(passphrase: &str, salt: &[u8], work: u8) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    let no_memory = AgeError::NoMemory { work };
    // What scrypt asks for without a question: there is an answer to it only here.
    Vec::<u8>::new().try_reserve_exact((128 * 8) << work).map_err(|_| no_memory)?;
    let mut key = Zeroizing::new([0; 32]);
    let salt = [SALT_LABEL, salt].concat();
    stretch(passphrase.as_bytes(), &salt, work, key.as_mut_slice()).ok_or(no_memory)?;
    Ok(key)
}

/// `None`: no such parameters or no such length of a key.
fn stretch(passphrase: &[u8], salt: &[u8], work: u8, key: &mut [u8]) -> Option<()> {
    let params = scrypt::Params::new(work, 8, 1, key.len()).ok()?;
    scrypt::scrypt(passphrase, salt, &params, key).ok()
}

fn derived(file_key: &[u8], salt: &[u8], label: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), file_key).expand(label.as_bytes(), key.as_mut_slice()).ok()?;
    Some(key)
}

fn code_of(file_key: &[u8], signed: &[u8]) -> Option<Hmac<Sha256>> {
    let code = <Hmac<Sha256> as Mac>::new_from_slice(derived(file_key, &[], "header")?.as_slice()).ok()?;
    Some(code.chain_update(signed))
}

fn cipher_of_content(file_key: &[u8], nonce: &[u8]) -> Option<ChaCha20Poly1305> {
    Some(ChaCha20Poly1305::new(Key::from_slice(derived(file_key, nonce, "payload")?.as_slice())))
}

/// The number of the chunk, and whether it is the last.
fn nonce_of(index: usize, is_last: bool) -> Nonce {
    let mut nonce = Nonce::default();
    let number = (index as u64).to_be_bytes();
    nonce.iter_mut().skip(3).zip(number).for_each(|(to, from)| *to = from);
    if let Some(flag) = nonce.last_mut() {
        *flag = u8::from(is_last);
    }
    nonce
}

#[cfg(test)]
mod tests;
