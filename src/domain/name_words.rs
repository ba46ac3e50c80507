//! Whether a text names someone.

/// Words that stand before names and name nobody.
const FORMS: &[&str] = &[
    "juf", "meester", "mevrouw", "meneer", "dhr", "mevr", "mrs", "miss", "van", "den", "der", "het", "ten",
    "ter", "the",
];
/// A word of fewer letters is as likely something else.
const SHORTEST: usize = 3;

/// The words by which someone may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameWords(Vec<String>);

impl NameWords {
    /// Those of a name: first name and surname each by itself, without "juf" or "van".
    #[must_use]
    pub fn of(name: &str) -> Self {
        let all: Vec<String> = words(name).collect();
        let telling: Vec<_> = all
            .iter()
            .filter(|word| word.chars().count() >= SHORTEST && !FORMS.contains(&word.as_str()))
            .cloned()
            .collect();
        Self(if telling.is_empty() { all } else { telling })
    }

    /// Whether one of them stands in the text as a word of its own, whatever the capitals.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        words(text).any(|word| self.0.contains(&word))
    }

    /// The sentences of a text in which one of them stands.
    pub fn sentences<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let lines = text.lines().flat_map(|line| {
            // A point in 9.30 or in an abbreviation without a space ends nothing.
            let ends = line.match_indices(['.', '!', '?']).map(|(at, mark)| at + mark.len());
            let ends = ends.filter(|end| line[*end..].starts_with(char::is_whitespace));
            let ends: Vec<usize> = ends.chain([line.len()]).collect();
            let starts = std::iter::once(0).chain(ends.clone());
            starts.zip(ends).map(|(start, end)| line[start..end].trim()).collect::<Vec<_>>()
        });
        lines.filter(|sentence| self.are_in(sentence))
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn someone_is_named_by_first_name_or_surname() {
        let noor = NameWords::of("Juf Noor van den Berg");
        assert!(noor.are_in("Vraag het noor!") && noor.are_in("mevr. Berg") && noor.are_in("NOOR's klas"));
        assert!(!noor.are_in("De juf van groep 5") && !noor.are_in("noordelijk"));
    }

    #[test]
    fn of_a_text_only_the_sentences_with_the_name_are_given() {
        let noor = NameWords::of("Juf Noor");
        let text = "Bea had geen orde. Om 9.30 kwam Noor helpen! Bea huilde.\nNoor bleef";
        let found: Vec<_> = noor.sentences(text).collect();
        assert_eq!(found, ["Om 9.30 kwam Noor helpen!", "Noor bleef"]);
    }

    #[test]
    fn a_name_of_such_words_alone_is_taken_whole() {
        assert!(NameWords::of("Jo").are_in("jo"));
        assert!(!NameWords::of("  ").are_in("wat dan ook"));
    }
}
