//! Bytes as text of 15 bits a character: every engine counts local storage in UTF-16 units, or in two bytes for each.

/// The first of 32,768 characters in a row of one unit each. None of them needs an escape in JSON.
const FIRST: u32 = 0x3400;
const BITS: u32 = 15;

/// The bytes as text.
pub(in super::super) fn to_text(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() * 8 * 3 / 15 + 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        if bits >= BITS {
            bits -= BITS;
            text.push(char::from_u32(FIRST + (held >> bits))?);
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        text.push(char::from_u32(FIRST + (held << (BITS - bits)))?);
    }
    Some(text)
}

/// The bytes in a text, and up to one zero more.
pub(in super::super) fn to_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 15 / 24 + 1);
    let (mut held, mut bits) = (0_u32, 0);
    for unit in text.chars() {
        let value = u32::from(unit).checked_sub(FIRST).filter(|value| *value < 1 << BITS)?;
        held = (held << BITS) | value;
        bits += BITS;
        while bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_whatever_they_are() {
        for length in 0..64_u8 {
            let bytes: Vec<u8> = (0..length).map(|n| n.wrapping_mul(151) ^ 0xff).collect();
            let text = to_text(&bytes).expect("characters");
            assert_eq!(text.encode_utf16().count(), (bytes.len() * 8).div_ceil(15));
            let back = to_bytes(&text).expect("of this form");
            assert_eq!(back.get(..bytes.len()), Some(&*bytes));
            assert!(back.iter().skip(bytes.len()).all(|byte| *byte == 0) && back.len() <= bytes.len() + 1);
        }
    }

    #[test]
    fn other_text_is_refused() {
        assert_eq!(to_bytes("abc"), None);
        assert_eq!(to_bytes("\u{b400}"), None);
    }
}
