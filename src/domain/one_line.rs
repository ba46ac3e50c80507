//! A text that cannot change how the words around it read.

/// The text without characters that nobody sees and that turn the words behind them round, hide them or break the line: those
/// that set a direction (U+202A to U+202E, U+2066 to U+2069) and all control characters. What is kept keeps them; a name that
/// stands in one sentence with other words is shown without.
#[must_use]
pub fn one_line(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // A line that breaks is a space: two words stay two.
    let letter = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
    text.chars().map(letter).filter(|letter| !turns(*letter) && !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_words_round_is_left_out_and_a_name_in_any_script_stays() {
        assert_eq!(one_line("Juf \u{202e}Noor\u{0}\nB"), "Juf Noor B");
        // The marks that Arabic and Hebrew need stay.
        for name in ["Zoë Aydın", "نور\u{200f}", "👩\u{200d}🏫"] {
            assert_eq!(one_line(name), name);
        }
    }
}
