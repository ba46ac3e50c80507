//! A list of short texts that an observer keeps, as typed: one on each line.

/// No list is longer.
const MOST: usize = 30;

/// The texts of a list that was typed one on each line: without space around them, each once, none empty, none longer than
/// `longest` characters.
#[must_use]
pub fn short_list(typed: &str, longest: usize) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for line in typed.lines() {
        let text: String = line.trim().chars().take(longest).collect();
        let text = text.trim_end();
        if !text.is_empty() && list.len() < MOST && !list.iter().any(|one| one == text) {
            list.push(text.to_owned());
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_each_text_once_trimmed_and_short() {
        assert_eq!(short_list("  een \n\n\ttwee\neen\r\n   \n", 40), ["een", "twee"]);
        assert_eq!(short_list("vier woorden zijn lang", 5), ["vier"]);
        assert_eq!(short_list(&"é".repeat(41), 40), ["é".repeat(40)]);
        assert!(short_list(" \n", 40).is_empty());
        let many = (0..100).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        assert_eq!(short_list(&many, 40).len(), MOST);
    }
}
