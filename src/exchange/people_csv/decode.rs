//! Bytes of a spreadsheet as text, with one way to end a line.

/// What Windows puts in the places that Latin-1 leaves to control characters.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Never fails: what is no UTF-8 is Latin-1, in which every byte is a letter.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => std::str::from_utf8(bytes).map_or_else(|_| latin_1(bytes), str::to_owned),
    };
    // Windows, and old Macs.
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn utf_16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn latin_1(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_in_which_a_spreadsheet_is_saved_reads_the_same() {
        let text = "Naam\r\nZoë „Ø” €";
        let marked = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
        let little: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        let windows = b"Naam\r\nZo\xeb \x84\xd8\x94 \x80".to_vec();
        for bytes in [text.as_bytes().to_vec(), marked, little, big, windows] {
            assert_eq!(decoded(&bytes), "Naam\nZoë „Ø” €");
        }
        assert_eq!(decoded(b"Naam\rNoor"), "Naam\nNoor");
        assert_eq!(WINDOWS.chars().count(), 32);
    }
}
