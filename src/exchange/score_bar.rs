//! A bar in which the scores stand side by side, each as wide as it was often given: as on the screen, as a picture for Word.
//! Without letters: the text beside it has the numbers.

use png::{BitDepth, ColorType, Encoder, EncodingError};

use super::plan_text::ScoreCounts;

/// In dots; three to a point of paper.
pub const WIDTH: u32 = 900;
/// As [`WIDTH`].
pub const HEIGHT: u32 = 45;
/// Above and below the scores, so that the line of what was reached stands out.
const OUT: u32 = 6;
/// As wide as the line between two scores, and the frame.
const LINE: u32 = 2;
/// As wide as the line before what was reached.
const EDGE: u32 = 7;

/// White, the ink, and the shades from the lowest score to the highest: those of `style/insight.css` on white.
const COLOURS: [[u8; 3]; 9] = [
    [0xff, 0xff, 0xff],
    [0x1c, 0x24, 0x25],
    [0xec, 0xf0, 0xf2],
    [0xdb, 0xe4, 0xe6],
    [0xca, 0xd7, 0xdb],
    [0xb7, 0xc9, 0xce],
    [0x9b, 0xb4, 0xbb],
    [0x0b, 0x55, 0x63],
    [0x0b, 0x55, 0x63],
];
const WHITE: u8 = 0;
const INK: u8 = 1;
const LIGHTEST: usize = 2;

/// From the lightest to the darkest.
const SHADES: usize = 7;

/// The shade of the point at `place` on a scale of so many, from 0, the lightest, to 6.
#[must_use]
pub fn shade(place: usize, points: usize) -> usize {
    let last = points.saturating_sub(1).max(1);
    (place * (SHADES - 1) + last / 2) / last
}

/// A PNG of [`WIDTH`] by [`HEIGHT`]; `None`: nothing was scored.
///
/// # Errors
/// If it cannot be written; in memory there is no reason for it.
pub fn score_bar(counts: &ScoreCounts) -> Result<Option<Vec<u8>>, EncodingError> {
    let all: u64 = counts.times.iter().map(|n| u64::from(*n)).sum();
    if all == 0 {
        return Ok(None);
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(COLOURS.concat());
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&dots(counts, all))?;
    writer.finish()?;
    Ok(Some(file))
}

/// The colour of each dot, line by line.
fn dots(counts: &ScoreCounts, all: u64) -> Vec<u8> {
    let at = |n: u64| u32::try_from(u64::from(WIDTH) * n / all).unwrap_or(WIDTH);
    let reached_from = at(all.saturating_sub(counts.reached.into()));
    let edge = reached_from.clamp(EDGE / 2, WIDTH - 1 - EDGE / 2);
    let with_edge = |line: Vec<u8>| -> Vec<u8> {
        let dots = (0..).zip(line);
        dots.map(|(dot, colour)| if edge.abs_diff(dot) <= EDGE / 2 { INK } else { colour }).collect()
    };
    let mut scores = Vec::new();
    let mut before = 0;
    for (place, n) in counts.times.iter().enumerate() {
        let (from, until) = (at(before), at(before + u64::from(*n)));
        let colour = u8::try_from(LIGHTEST + shade(place, counts.times.len())).unwrap_or(INK);
        scores.extend((from..until).map(|dot| if dot < from + LINE { INK } else { colour }));
        before += u64::from(*n);
    }
    scores.iter_mut().rev().take(LINE as usize).for_each(|dot| *dot = INK);
    let line = |colour| vec![colour; WIDTH as usize];
    let (outside, frame, inside) = (with_edge(line(WHITE)), line(INK), with_edge(scores));
    let height = HEIGHT - 2 * (OUT + LINE);
    let lines = [(OUT, &outside), (LINE, &frame), (height, &inside), (LINE, &frame), (OUT, &outside)];
    lines.into_iter().flat_map(|(times, line)| line.repeat(times as usize)).collect()
}
