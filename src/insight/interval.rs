//! How sure a mean is: the 95 % confidence interval of Student's t.

use serde::{Deserialize, Serialize};

/// A mean with the range in which it lies 95 times in a hundred, if these are a fair draw.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Of at least two values. The same values in another order give the same, to the last digit.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a school has dozens of teachers")]
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        let free = values.len().checked_sub(1).filter(|free| *free > 0)?;
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let spread = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / free as f64;
        let half = student_t(free) * (spread / n).sqrt();
        Some(Self { mean, low: mean - half, high: mean + half })
    }

    /// The same, with its ends on the scale.
    #[must_use]
    pub fn within(self, lowest: f64, highest: f64) -> Self {
        Self { low: self.low.max(lowest), high: self.high.min(highest), ..self }
    }
}

/// The 97.5th percentile of Student's t, with so many degrees of freedom from 1.
const T: [f64; 30] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/// Beyond the table by the expansion of Abramowitz and Stegun (1964), 26.7.5.
#[allow(clippy::cast_precision_loss, reason = "a school has dozens of teachers")]
fn student_t(free: usize) -> f64 {
    const Z: f64 = 1.959_964;
    let (z3, z5, v) = (Z.powi(3), Z.powi(5), free as f64);
    let beyond = || Z + (z3 + Z) / (4.0 * v) + (5.0 * z5 + 16.0 * z3 + 3.0 * Z) / (96.0 * v * v);
    free.checked_sub(1).and_then(|place| T.get(place)).copied().unwrap_or_else(beyond)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Student (1908), The probable error of a mean, Biometrika 6: ten patients, hours of sleep gained with the second drug over
    /// the first. R gives for `t.test(extra ~ group, data = sleep, paired = TRUE)`: 1.58, from 0.7001142 to 2.4598858.
    #[test]
    fn it_is_what_r_gives_for_the_sleep_of_student() {
        let found = Interval::of(&[1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]).expect("ten");
        assert!((found.mean - 1.58).abs() < 1e-9);
        assert!(
            (found.low - 0.700_114_2).abs() < 2e-4 && (found.high - 2.459_885_8).abs() < 2e-4,
            "{found:?}"
        );
    }

    /// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2 (ZARR13.DAT): 195 values, t = 1.9723.
    #[test]
    fn beyond_the_table_it_is_what_the_handbook_of_nist_gives() {
        assert!((student_t(194) - 1.9723).abs() < 1e-4);
        assert!((student_t(30) - 2.042).abs() < 1e-9 && (student_t(31) - 2.0395).abs() < 1e-3);
    }

    #[test]
    fn one_value_is_sure_of_nothing() {
        assert_eq!((Interval::of(&[]), Interval::of(&[3.0])), (None, None));
        let same = Interval::of(&[3.0, 3.0]).expect("two");
        assert_eq!(same, Interval { mean: 3.0, low: 3.0, high: 3.0 });
        let apart = Interval::of(&[1.0, 4.0]).expect("two").within(1.0, 4.0);
        assert_eq!(apart, Interval { mean: 2.5, low: 1.0, high: 4.0 });
    }
}
