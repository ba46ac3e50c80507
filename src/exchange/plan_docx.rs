//! The plan as a Word file. Only styles with the names that Word itself has: in the template of a school they take its looks.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, BreakType, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, NumberingId, Paragraph, Pic, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, Table,
    TableCell, TableCellMargins, TableRow, WidthType,
};
use thiserror::Error;

use super::plan_text::{PlanLine, PlanPart, PlanRow, PlanWord, PlanWords, ScoreCounts, plan_outline};
use super::score_bar::{self, score_bar};
use crate::domain::{Moment, Plan};

/// Why no Word file can be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the Word file cannot be made: {0}")]
pub struct DocxError(String);

/// In twentieths of a point: the text of an A4 page with the margins that the file has.
const PAGE: usize = 8_504;
const LABEL: usize = 2_300;
/// The first number is taken by the crate's own list.
const BULLETS: usize = 2;
/// A dot of a picture, in parts of which 12,700 make a point.
const DOT: u32 = 12_700 / 3;

/// The file. `lessons` says what the lessons of the school show, where they show something; it comes after the vision. `now` stands in
/// it as the moment at which it was made.
///
/// # Errors
/// [`DocxError`] if it cannot be packed; in memory there is no reason for it.
pub fn plan_as_docx(
    words: &dyn PlanWords,
    plan: &Plan,
    lessons: Option<PlanPart>,
    now: Moment,
) -> Result<Vec<u8>, DocxError> {
    let mut parts = plan_outline(words, plan);
    let after_vision = parts.len().min(1);
    parts.splice(after_vision..after_vision, lessons);
    let mut bars = Bars { words, drawn: 0 };
    let made = now.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut docx = with_styles(Docx::new()).created_at(&made).updated_at(&made);
    for (place, PlanPart { title, rows }) in parts.into_iter().enumerate() {
        let style = if place == 0 { "Heading1" } else { "Heading2" };
        docx = docx.add_paragraph(Paragraph::new().style(style).keep_next(true).add_run(run(&title)));
        if !rows.is_empty() {
            docx = docx.add_table(table(rows, &mut bars)?).add_paragraph(Paragraph::new());
        }
    }
    let mut file = Cursor::new(Vec::new());
    docx.build().pack(&mut file).map_err(|error| DocxError(error.to_string()))?;
    Ok(file.into_inner())
}

fn with_styles(docx: Docx) -> Docx {
    let heading = |id: &str, name: &str, size, level| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .size(size)
            .line_spacing(LineSpacing::new().before(320).after(120))
            .bold()
            .outline_lvl(level)
    };
    let bullet =
        Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
            .indent(Some(360), Some(SpecialIndentType::Hanging(360)), None, None);
    docx.page_size(11_906, 16_838)
        .default_size(22)
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri"))
        .add_style(Style::new("Normal", StyleType::Paragraph).name("Normal"))
        .add_style(heading("Heading1", "heading 1", 36, 0))
        .add_style(heading("Heading2", "heading 2", 28, 1))
        .add_style(Style::new("ListBullet", StyleType::Paragraph).name("List Bullet").based_on("Normal"))
        .add_style(Style::new("TableGrid", StyleType::Table).name("Table Grid"))
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn table(rows: Vec<PlanRow>, bars: &mut Bars<'_>) -> Result<Table, DocxError> {
    let mut table = Vec::new();
    for PlanRow { label, lines, is_list } in rows {
        let name = Paragraph::new().add_run(run(&label).bold());
        let label = TableCell::new().width(LABEL, WidthType::Dxa).add_paragraph(name);
        let mut cell = TableCell::new().width(PAGE - LABEL, WidthType::Dxa);
        for PlanLine { text, scores } in lines {
            let paragraph = Paragraph::new().add_run(run(&text));
            cell = cell.add_paragraph(if is_list {
                paragraph.style("ListBullet").numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
            } else {
                paragraph
            });
            cell = bars.add(cell, scores.as_ref())?;
        }
        table.push(TableRow::new(vec![label, cell]));
    }
    let room = TableCellMargins::new().margin(60, 110, 60, 110);
    Ok(Table::new(table).style("TableGrid").margins(room).set_grid(vec![LABEL, PAGE - LABEL]))
}

/// The pictures of a file. The first has a line beside it that says how they are read.
struct Bars<'w> {
    words: &'w dyn PlanWords,
    drawn: usize,
}

impl Bars<'_> {
    fn add(&mut self, cell: TableCell, scores: Option<&ScoreCounts>) -> Result<TableCell, DocxError> {
        let bar = scores.map(score_bar).transpose().map_err(|error| DocxError(error.to_string()))?;
        let Some(bar) = bar.flatten() else { return Ok(cell) };
        self.drawn += 1;
        // Not the number of the crate: it counts for all files at once.
        let picture = Pic::new_with_dimensions(bar, score_bar::WIDTH, score_bar::HEIGHT)
            .id(format!("rIdImage{}", self.drawn))
            .size(score_bar::WIDTH * DOT, score_bar::HEIGHT * DOT);
        let cell = cell.add_paragraph(Paragraph::new().add_run(Run::new().add_image(picture)));
        Ok(if self.drawn == 1 {
            cell.add_paragraph(Paragraph::new().add_run(run(self.words.word(PlanWord::Bar)).italic()))
        } else {
            cell
        })
    }
}

/// Text with its lines. What XML cannot hold is left out.
fn run(text: &str) -> Run {
    let is_text = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let lines = text.lines().map(|line| line.replace('\t', " ").chars().filter(is_text).collect::<String>());
    lines.enumerate().fold(Run::new(), |run, (place, line)| {
        let run = if place == 0 { run } else { run.add_break(BreakType::TextWrapping) };
        run.add_text(line)
    })
}
