//! Medians and tails.

use serde::Serialize;

/// What came out of the repetitions of one measurement.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sample {
    values: Vec<f64>,
}

impl Sample {
    /// Adds a repetition.
    pub fn add(&mut self, value: f64) {
        self.values.push(value);
    }

    /// The middle one, or the mean of the middle two; `None` without repetitions.
    pub fn median(&self) -> Option<f64> {
        let sorted = sorted(&self.values);
        let middle = sorted.len() / 2;
        if sorted.is_empty() {
            None
        } else if sorted.len() % 2 == 1 {
            Some(sorted[middle])
        } else {
            Some(f64::midpoint(sorted[middle - 1], sorted[middle]))
        }
    }

    /// The smallest and the largest.
    pub fn span(&self) -> Option<(f64, f64)> {
        let sorted = sorted(&self.values);
        Some((*sorted.first()?, *sorted.last()?))
    }
}

/// The value that 95 % do not exceed (nearest rank); 0 of nothing.
pub fn p95(values: &[f64]) -> f64 {
    let sorted = sorted(values);
    let rank = (sorted.len() * 95).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

/// The middle value; 0 of nothing.
pub fn median(values: &[f64]) -> f64 {
    Sample { values: values.to_vec() }.median().unwrap_or_default()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::{median, p95};

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert!((median(&[4.0, 1.0, 3.0, 2.0]) - 2.5).abs() < 1e-9);
    }

    #[test]
    fn p95_is_a_value_that_was_measured() {
        let values: Vec<f64> = (1..=36).map(f64::from).collect();
        assert!((p95(&values) - 35.0).abs() < 1e-9);
        assert!(p95(&[]).abs() < 1e-9);
    }
}
