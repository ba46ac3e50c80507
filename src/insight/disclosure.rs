//! Which figures may be shown, so that none says something of fewer teachers than agreed: not by itself, and not by taking what
//! is shown from what is shown (secondary cell suppression; Hundepool et al. 2012, Statistical Disclosure Control).

use std::collections::BTreeSet;

use super::baseline::FEWEST_TEACHERS;

/// One thing that is counted in a figure: an answer, or a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// Which one.
    pub id: usize,
    /// Of whom it says something.
    pub teacher: usize,
    /// Whether there is a score in it; "niet gezien" is counted, and is none.
    pub is_scored: bool,
}

/// A figure that could be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What divides the whole; two cells of one division have nothing in common.
    pub division: usize,
    /// What is counted in it, in the order of the ids.
    pub counted: Vec<Counted>,
}

/// For each cell, whether it can be shown beside the figure of the whole; if the whole cannot, nothing can.
///
/// A cell needs scores of `fewest` teachers. And of whatever is shown, what is left without the shown parts of a division
/// that lie in it, or without two parts of two divisions that have nothing in common, is of `fewest` teachers too, or of nobody;
/// and so is what the parts of a division that hold it together have beyond it; else the smallest of these parts goes too, again and
/// again. Not covered: three or more parts of as many divisions.
///
/// Who asks for more teachers never sees more: what is shown then is shown for every smaller number from [`FEWEST_TEACHERS`] on.
#[must_use]
pub fn can_be_shown(whole: &[Counted], cells: &[Cell], fewest: usize) -> Vec<bool> {
    shown_in_turn(whole, cells, cells.len(), fewest)
}

/// As [`can_be_shown`], where the cells from `later` on give way: those before them are shown as if the later ones were not there.
#[must_use]
pub fn shown_in_turn(whole: &[Counted], cells: &[Cell], later: usize, fewest: usize) -> Vec<bool> {
    let mut shown = vec![true; cells.len()];
    for fewest in fewest.min(FEWEST_TEACHERS)..=fewest {
        let stands = |counted: &[Counted]| teachers(counted, true) >= fewest;
        let whole_stands = stands(whole);
        for (cell, shown) in cells.iter().zip(&mut shown) {
            *shown = *shown && whole_stands && stands(&cell.counted);
        }
        for turn in [0..later, later..cells.len()] {
            let there = cells.get(..turn.end).unwrap_or(cells);
            while let Some(place) = tells_too_much(whole, there, &shown, turn.start, fewest) {
                shown.iter_mut().skip(place).take(1).for_each(|shown| *shown = false);
            }
        }
    }
    shown
}

/// How many teachers have something in it, or a score in it.
pub fn teachers(counted: &[Counted], scored: bool) -> usize {
    let counted = counted.iter().filter(|one| one.is_scored || !scored);
    counted.map(|one| one.teacher).collect::<BTreeSet<_>>().len()
}

fn ids_of(cells: &[Placed<'_>]) -> BTreeSet<usize> {
    cells.iter().flat_map(|(_, cell)| &cell.counted).map(|one| one.id).collect()
}

fn is_safe(rest: &[Counted], fewest: usize) -> bool {
    [true, false].into_iter().all(|scored| {
        let teachers = teachers(rest, scored);
        teachers == 0 || teachers >= fewest
    })
}

/// The smallest of the cells that together give away what is left, the figure that they are taken from among them; none before
/// `first`.
fn tells_too_much(
    whole: &[Counted],
    cells: &[Cell],
    shown: &[bool],
    first: usize,
    fewest: usize,
) -> Option<usize> {
    let there = || cells.iter().enumerate().zip(shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell);
    let divisions: BTreeSet<usize> = cells.iter().map(|cell| cell.division).collect();
    let whole = [(None, whole)].into_iter();
    for (from, set) in
        whole.chain(there().map(|(place, cell)| (Some((place, cell)), cell.counted.as_slice())))
    {
        let ids: BTreeSet<usize> = set.iter().map(|one| one.id).collect();
        for division in &divisions {
            let parts: Vec<_> = there().filter(|(_, cell)| cell.division == *division).collect();
            for (rest, parts) in leftovers(set, &ids, &parts) {
                let can_go = parts.into_iter().chain(from).filter(|(place, _)| *place >= first);
                let smallest = can_go.min_by_key(|(_, cell)| teachers(&cell.counted, true));
                if let Some((place, _)) = smallest.filter(|_| !is_safe(&rest, fewest)) {
                    return Some(place);
                }
            }
        }
        let inside: Vec<_> =
            there().filter(|(_, cell)| cell.counted.iter().all(|one| ids.contains(&one.id))).collect();
        if let Some(place) = two_tell_too_much(set, from, &inside, first, fewest) {
            return Some(place);
        }
    }
    None
}

/// A cell, and which one.
type Placed<'c> = (usize, &'c Cell);

/// What `set` is without the parts of a division that lie in it, and what those that hold it together have beyond it; each with these parts.
fn leftovers<'c>(
    set: &[Counted],
    ids: &BTreeSet<usize>,
    parts: &[Placed<'c>],
) -> [(Vec<Counted>, Vec<Placed<'c>>); 2] {
    let is_in_set = |one: &Counted| ids.contains(&one.id);
    let those = |takes: &dyn Fn(&Cell) -> bool| -> Vec<Placed<'c>> {
        parts.iter().filter(|(_, cell)| takes(cell)).copied().collect()
    };
    let inside = those(&|cell| cell.counted.iter().all(is_in_set));
    let around = those(&|cell| cell.counted.iter().any(is_in_set));
    let (taken, cover) = (ids_of(&inside), ids_of(&around));
    let without = set.iter().filter(|one| !taken.contains(&one.id)).copied().collect();
    let beyond = around.iter().flat_map(|(_, cell)| &cell.counted).filter(|one| !is_in_set(one));
    let beyond = if ids.is_subset(&cover) { beyond.copied().collect() } else { Vec::new() };
    [(without, inside), (beyond, around)]
}

/// As [`tells_too_much`], of two parts of `set`, of two divisions and with nothing in common.
fn two_tell_too_much(
    set: &[Counted],
    from: Option<Placed<'_>>,
    inside: &[Placed<'_>],
    first: usize,
    fewest: usize,
) -> Option<usize> {
    let ids = |cell: &Cell| cell.counted.iter().map(|one| one.id).collect::<BTreeSet<usize>>();
    let inside: Vec<_> = inside.iter().map(|(place, cell)| (*place, *cell, ids(cell))).collect();
    for (number, (place, one, own)) in inside.iter().enumerate() {
        for (other_place, other, others) in inside.iter().skip(number + 1) {
            if one.division == other.division
                || own.len() + others.len() > set.len()
                || !own.is_disjoint(others)
            {
                continue;
            }
            let is_left = |counted: &&Counted| !own.contains(&counted.id) && !others.contains(&counted.id);
            let rest: Vec<Counted> = set.iter().filter(is_left).copied().collect();
            if !is_safe(&rest, fewest) {
                let both = [(*place, *one), (*other_place, *other)].into_iter().chain(from);
                let can_go = both.filter(|(place, _)| *place >= first);
                if let Some((place, _)) = can_go.min_by_key(|(_, cell)| teachers(&cell.counted, true)) {
                    return Some(place);
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Each with a score, of teachers who are known by letters.
    fn cells(divisions: &[&[&str]]) -> (Vec<Counted>, Vec<Cell>) {
        let mut cells = Vec::new();
        let mut whole = BTreeSet::new();
        for (division, parts) in divisions.iter().enumerate() {
            for part in *parts {
                let of = |letter: u8| Counted { id: letter.into(), teacher: letter.into(), is_scored: true };
                let counted: Vec<_> = part.bytes().map(of).collect();
                whole.extend(counted.iter().copied());
                cells.push(Cell { division, counted });
            }
        }
        (whole.into_iter().collect(), cells)
    }

    fn shown(divisions: &[&[&str]]) -> Vec<bool> {
        let (whole, cells) = cells(divisions);
        can_be_shown(&whole, &cells, 5)
    }

    #[test]
    fn two_ways_to_divide_give_nothing_away_together() {
        // Without abcde of the one and fghij of the other, kl would be left.
        let shown = shown(&[&["abcde", "fg", "hi", "jkl"], &["fghij", "ab", "cde", "kl"]]);
        assert_eq!(shown.iter().filter(|shown| **shown).count(), 1, "{shown:?}");
    }

    #[test]
    fn who_asks_for_more_teachers_never_sees_more() {
        let (whole, cells) = cells(&[&["abcdefghi", "jkl", "mnopqrs"], &["abcdefghijkl", "mnopqrs"]]);
        let at = |fewest| can_be_shown(&whole, &cells, fewest);
        for more in 6..12 {
            let is_less = at(more).into_iter().zip(at(5)).all(|(more, five)| !more || five);
            assert!(is_less, "{more}: {:?} beside {:?}", at(more), at(5));
        }
    }

    #[test]
    fn below_the_minimum_nothing_is_shown() {
        assert_eq!(shown(&[&["abcd"]]), [false]);
        assert_eq!(shown(&[&["abcde"]]), [true]);
        assert_eq!(shown(&[&["abcdefg", "hijklm"]]), [true, true]);
    }

    /// Else the three of the last are the whole without the first two.
    #[test]
    fn what_can_be_had_by_subtraction_takes_the_smallest_with_it() {
        assert_eq!(shown(&[&["abcdefg", "hijklm", "nop"]]), [true, false, false]);
        assert_eq!(
            shown(&[&["abcdefg", "hijkl", "nop", "qr"]]),
            [true, true, false, false],
            "five are hidden"
        );
    }

    /// Groep 1/2 makes up a stage with groep 3, of which there are two teachers.
    #[test]
    fn a_part_of_a_part_gives_nothing_away_either() {
        let [stages, groups] = [&["abcdefg", "hijklmn"][..], &["abcde", "fg", "hijklmn"][..]];
        assert_eq!(shown(&[stages, groups]), [true, true, false, false, true]);
    }

    #[test]
    fn not_seen_of_one_teacher_is_not_given_away() {
        let (mut whole, cells) = cells(&[&["abcdefg"]]);
        assert_eq!(can_be_shown(&whole, &cells, 5), [true]);
        whole.push(Counted { id: 200, teacher: 200, is_scored: false });
        assert_eq!(can_be_shown(&whole, &cells, 5), [false]);
    }

    proptest! {
        /// Thirty visits to at most twelve teachers, divided in three ways.
        #[test]
        fn no_figure_below_the_minimum_follows_from_two_that_are_shown(
            visits in proptest::collection::vec((0_usize..12, any::<bool>(), 0_usize..3, 0_usize..4, 0_usize..2), 0..30),
            fewest in 1_usize..6,
        ) {
            let counted = |(id, visit): (usize, &(usize, bool, usize, usize, usize))| Counted { id, teacher: visit.0, is_scored: visit.1 };
            let whole: Vec<_> = visits.iter().enumerate().map(counted).collect();
            let mut cells = Vec::new();
            for (division, parts) in [3, 4, 2].into_iter().enumerate() {
                for part in 0..parts {
                    let is_in = |visit: &(usize, bool, usize, usize, usize)| [visit.2, visit.3, visit.4].get(division) == Some(&part);
                    let counted = visits.iter().enumerate().filter(|(_, visit)| is_in(visit)).map(counted).collect();
                    cells.push(Cell { division, counted });
                }
            }
            let shown = can_be_shown(&whole, &cells, fewest);
            let there: Vec<_> = cells.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell.counted.clone()).collect();
            prop_assert!(there.iter().all(|set| teachers(set, true) >= fewest));
            let sets: Vec<_> = there.iter().cloned().chain((!there.is_empty()).then_some(whole)).collect();
            for large in &sets {
                for small in &there {
                    if small.iter().all(|one| large.contains(one)) {
                        let rest: Vec<_> = large.iter().filter(|one| !small.contains(one)).copied().collect();
                        // Counted here anew: what decides is not asked whether it is right.
                        for scored in [true, false] {
                            let left = teachers(&rest, scored);
                            prop_assert!(left == 0 || left >= fewest, "{rest:?}");
                        }
                    }
                }
            }
        }
    }
}
