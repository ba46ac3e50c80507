//! Lines of plain text: labels, paragraphs and lists, without markup of any kind.

const STEP: &str = "  ";

/// Text that is being written.
#[derive(Default)]
pub(super) struct Layout {
    text: String,
}

impl Layout {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// One empty line, unless there is one or nothing stands above it.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The lines of `text`, moved `depth` steps in.
    pub(super) fn lines(&mut self, depth: usize, text: &str) {
        for line in text.trim().lines() {
            self.line(&STEP.repeat(depth), line);
        }
    }

    /// A heading in capitals.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.lines(0, &text.to_uppercase());
        self.gap();
    }

    /// "label: text"; a text of several lines stands below its label. Nothing if there is no text.
    pub(super) fn labelled(&mut self, depth: usize, label: &str, text: &str) {
        let text = text.trim();
        match text.lines().count() {
            0 => {}
            1 => self.lines(depth, &format!("{label}: {text}")),
            _ => {
                self.lines(depth, &format!("{label}:"));
                self.lines(depth + 1, text);
            }
        }
    }

    /// A label with a list below it; blank items are left out. Nothing if there are no others.
    pub(super) fn list(&mut self, depth: usize, label: &str, items: impl IntoIterator<Item = String>) {
        let mut items = items.into_iter().filter(|item| !item.trim().is_empty()).peekable();
        if items.peek().is_some() {
            self.lines(depth, &format!("{label}:"));
        }
        let margin = STEP.repeat(depth + 1);
        for item in items {
            let mut lines = item.trim().lines();
            self.line(&format!("{margin}• "), lines.next().unwrap_or_default());
            lines.for_each(|line| self.line(&format!("{margin}{STEP}"), line));
        }
    }

    /// A paragraph below its label, with room above it. Nothing if there is no text.
    pub(super) fn paragraph(&mut self, label: &str, text: &str) {
        if !text.trim().is_empty() {
            self.gap();
            self.lines(0, label);
            self.lines(1, text);
        }
    }

    fn line(&mut self, margin: &str, line: &str) {
        self.text.push_str(margin);
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_leaves_no_label_and_no_second_gap() {
        let mut layout = Layout::default();
        layout.gap();
        layout.labelled(0, "A", " \n ");
        layout.list(0, "B", [" ".to_owned()]);
        layout.paragraph("C", "");
        layout.heading("kop");
        layout.gap();
        layout.labelled(1, "D", "een\ntwee");
        layout.list(0, "E", ["drie\nvier".to_owned()]);
        assert_eq!(layout.into_text(), "KOP\n\n  D:\n    een\n    twee\nE:\n  • drie\n    vier\n");
    }
}
