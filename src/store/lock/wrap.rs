//! The data key under a passphrase: Argon2id makes a key of it, which seals the data key.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::aead::Payload;
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::seal::{NONCE, Random, Sealer, to_bytes, to_text};

/// What trying one passphrase costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// How often all of it is gone through.
    pub passes: u32,
}

impl Cost {
    /// OWASP's minimum for Argon2id: 19 MiB and two passes, one lane.
    pub const LEAST: Self = Self { memory: 19 * 1024, passes: 2 };
    /// More would not fit in the memory that the program begins with, beside all else; where it must grow, a browser may stop it.
    pub const MOST: Self = Self { memory: 40 * 1024, passes: 3 };

    /// The most that the mark in a file may ask for, which may be anybody's. No lock of this app asks for more; the 16 passes that
    /// the mark of this device may have would hold a slow tablet for a minute.
    pub const MOST_OF_A_FILE: Self = Self::MOST;

    /// What takes about half a second on a device on which [`LEAST`](Self::LEAST) took so many milliseconds.
    #[must_use]
    pub fn for_device(least_took: u64) -> Self {
        const AIM: u64 = 500;
        let memory = u64::from(Self::LEAST.memory) * AIM / least_took.max(1);
        let memory = u32::try_from(memory).unwrap_or(u32::MAX);
        // The most is little more than three times the least.
        let passes = if least_took * 10 < AIM * 3 { Self::MOST.passes } else { Self::LEAST.passes };
        Self { memory: memory.clamp(Self::LEAST.memory, Self::MOST.memory), passes }
    }

    /// Argon2id of a secret, one lane, 32 bytes. `None`: not a cost that this app would ever write.
    #[must_use]
    pub fn key(self, secret: &str, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        // A damaged mark must not fill the memory.
        if self.is_at_most(Self { passes: 16, ..Self::MOST }) { self.derived(secret, salt) } else { None }
    }

    /// Whether it is from [`LEAST`](Self::LEAST) to this.
    fn is_at_most(self, most: Self) -> bool {
        (Self::LEAST.memory..=most.memory).contains(&self.memory)
            && (Self::LEAST.passes..=most.passes).contains(&self.passes)
    }

    fn derived(self, secret: &str, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        let params = Params::new(self.memory, self.passes, 1, Some(32)).ok()?;
        // Refused, the screen can still say so.
        let mut blocks = Vec::new();
        blocks.try_reserve_exact(params.block_count()).ok()?;
        blocks.resize(params.block_count(), Block::new());
        let mut key = Zeroizing::new([0; 32]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon
            .hash_password_into_with_memory(secret.as_bytes(), salt, key.as_mut_slice(), &mut blocks)
            .ok()?;
        // The last one is hashed to the key.
        blocks.zeroize();
        Some(key)
    }
}

/// The data key, sealed under a passphrase or under the recovery code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrapped {
    cost: Cost,
    salt: String,
    key: String,
}

impl Wrapped {
    /// The data key of `sealer` under `secret`. `None` if the device has no random bytes, or not so much memory.
    #[must_use]
    pub fn new(sealer: &Sealer, secret: &str, cost: Cost) -> Option<Self> {
        let mut random = [0; 16 + NONCE];
        if !(sealer.random())(&mut random) {
            return None;
        }
        let (salt, nonce) = random.split_at(16);
        let cipher = XChaCha20Poly1305::new(Key::from_slice(cost.key(secret, salt)?.as_slice()));
        let payload = Payload { msg: sealer.data_key(), aad: &bound(cost, salt) };
        let sealed = cipher.encrypt(XNonce::from_slice(nonce), payload).ok()?;
        Some(Self { cost, salt: to_text(&[salt])?, key: to_text(&[nonce, &sealed])? })
    }

    /// Whether one from a file may be tried.
    pub(super) fn is_bearable(&self) -> bool {
        self.cost.is_at_most(Cost::MOST_OF_A_FILE)
    }

    /// The sealer of the data key; `None` if this is not the secret.
    #[must_use]
    pub fn open(&self, secret: &str, random: Random) -> Option<Sealer> {
        let (salt, bytes) = (to_bytes(&self.salt)?, to_bytes(&self.key)?);
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let cipher = XChaCha20Poly1305::new(Key::from_slice(self.cost.key(secret, &salt)?.as_slice()));
        let payload = Payload { msg: sealed, aad: &bound(self.cost, &salt) };
        let data_key = Zeroizing::new(cipher.decrypt(XNonce::from_slice(nonce), payload).ok()?);
        Some(Sealer::new(data_key.as_slice().try_into().ok()?, random))
    }
}

/// A cheaper cost or another salt opens nothing.
fn bound(cost: Cost, salt: &[u8]) -> Vec<u8> {
    [b"lesbezoek lock 1".as_slice(), &cost.memory.to_le_bytes(), &cost.passes.to_le_bytes(), salt].concat()
}

/// A random code that opens the lock too: 140 bits as 28 letters and digits of Crockford's base 32, in groups of four.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCode(String);

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 28;

impl RecoveryCode {
    /// A new one; `None` if the device has no random bytes.
    #[must_use]
    pub fn fresh(random: Random) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        if !random(bytes.as_mut_slice()) {
            return None;
        }
        let letters =
            bytes.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32)).copied().map(char::from));
        Some(Self(letters.collect()))
    }

    /// What was typed, if it can be such a code: whatever the case, with or without dashes, O for 0 and I or L for 1.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let letters = typed.map(|letter| match letter.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            letter => LETTERS.iter().any(|known| char::from(*known) == letter).then_some(letter),
        });
        let code: String = letters.collect::<Option<_>>()?;
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// Without dashes, as it is used.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// In groups of four, as it is shown.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown = String::with_capacity(LENGTH + LENGTH / 4);
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                shown.push('-');
            }
            shown.push(letter);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the tests of the reference program (`phc-winner-argon2`, `src/test.c`, version 0x13).
    #[test]
    fn the_key_of_a_passphrase_is_that_of_the_reference() {
        let cost = Cost { memory: 1 << 16, passes: 2 };
        let key = cost.derived("password", b"somesalt").expect("memory");
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }
}
