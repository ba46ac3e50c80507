//! Where in a document something is: from line and column, as serde_json gives them, to a path such as
//! `observations[0].ratings.D1.answer.score`.
//!
//! Our own, since serde_path_to_error builds every reader twice: it cost 60 KB of the first load for a path that is
//! needed only when a file is wrong.

/// One step into a document.
enum Step {
    /// In an object, behind this key; `None` before the first key.
    Key(Option<String>),
    /// In a list, at this place.
    Index(usize),
}

/// The path to the value that ends at or holds this place (both counted from 1, the column in bytes).
///
/// Total: text that is not JSON gives the path as far as it can be followed.
pub(super) fn path_at(text: &str, line: usize, column: usize) -> String {
    let mut path: Vec<Step> = Vec::new();
    let mut rest = before(text, line, column).chars();
    let mut last_string = None;
    while let Some(c) = rest.next() {
        match c {
            '{' => path.push(Step::Key(None)),
            '[' => path.push(Step::Index(0)),
            '}' | ']' => {
                path.pop();
            }
            '"' => last_string = Some(read_string(&mut rest)),
            ':' => {
                if let Some(Step::Key(key)) = path.last_mut() {
                    *key = last_string.take();
                }
            }
            ',' => {
                if let Some(Step::Index(index)) = path.last_mut() {
                    *index += 1;
                }
            }
            _ => {}
        }
    }
    written(&path)
}

/// The text up to the byte before the place: an error at a closing bracket still belongs inside.
fn before(text: &str, line: usize, column: usize) -> &str {
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut end = (line_start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The string up to its closing quote, escapes left as they are: keys that matter here have none.
fn read_string(rest: &mut std::str::Chars<'_>) -> String {
    let mut read = String::new();
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => {
                read.push(c);
                read.extend(rest.next());
            }
            _ => read.push(c),
        }
    }
    read
}

fn written(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(Some(key)) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Key(None) => {}
            Step::Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_of(text: &str) -> String {
        let error =
            serde_json::from_str::<Vec<std::collections::BTreeMap<String, u8>>>(text).expect_err("bad");
        path_at(text, error.line(), error.column())
    }

    #[test]
    fn the_path_leads_to_the_wrong_value() {
        assert_eq!(path_of(r#"[{"a":1},{"b":2,"c":"x"}]"#), "[1].c");
        assert_eq!(path_of("[\n {\"a\": 1},\n {\"b,]\": 300}\n]"), "[1].b,]");
    }

    #[test]
    fn a_place_inside_a_letter_of_two_bytes_is_no_panic() {
        assert_eq!(path_at("{\"é\": 1}", 1, 4), "");
    }
}
