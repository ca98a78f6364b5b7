//! Significance of many tests at once: the false discovery rate.
//!
//! # Source
//! Benjamini & Hochberg (1995) *Controlling the false discovery rate: a practical and powerful approach to multiple testing*,
//! Journal of the Royal Statistical Society B 57. For local figures of association: Caldas de Castro & Singer (2006)
//! *Controlling the false discovery rate: a new application to account for multiple and dependent tests in local statistics
//! of spatial association*, Geographical Analysis 38.
//!
//! # Steps
//! 1. The `m` p values in ascending order.
//! 2. The largest `k` with `p(k) ≤ k / m · level`.
//! 3. Every p up to `p(k)` is significant.

use miedza_territory::count;

/// What is done about many tests at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// The share of units called significant by chance is held at the level (Benjamini & Hochberg).
    #[default]
    FalseDiscoveryRate,
    /// Nothing: at a level of 0.05 one unit in twenty is called significant where all is chance.
    None,
}

impl Correction {
    /// The largest p that is significant at a level, 0 to 1; `None` where none is.
    #[must_use]
    pub fn cutoff(self, p: &[f64], level: f64) -> Option<f64> {
        match self {
            Self::FalseDiscoveryRate => false_discovery_rate(p, level),
            Self::None => p.iter().copied().filter(|p| *p <= level).max_by(f64::total_cmp),
        }
    }
}

/// The largest p that is significant when the false discovery rate is held at a level, 0 to 1; `None` where none is.
///
/// ```
/// use miedza_statistics::spatial::significance::false_discovery_rate;
///
/// // k / m · level is 0.0125, 0.025, 0.0375, 0.05: the second fails by itself, the third carries it.
/// assert_eq!(false_discovery_rate(&[0.030, 0.9, 0.010, 0.028], 0.05), Some(0.030));
/// ```
#[must_use]
pub fn false_discovery_rate(p: &[f64], level: f64) -> Option<f64> {
    let mut ascending = p.to_vec();
    ascending.sort_unstable_by(f64::total_cmp);
    let tests = count(ascending.len());
    let holds = |rank: usize, p: f64| p <= count(rank + 1) / tests * level;
    ascending.iter().enumerate().rev().find(|(rank, p)| holds(*rank, **p)).map(|(_, p)| *p)
}

/// The level of false discovery at which each p just becomes significant (adjusted p), in the order given, 0 to 1.
#[must_use]
pub fn adjusted(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let (mut levels, mut least) = (vec![1.0; p.len()], 1.0_f64);
    for (rank, &test) in order.iter().enumerate().rev() {
        least = least.min(p[test] * count(p.len()) / count(rank + 1));
        levels[test] = least;
    }
    levels
}

/// Probability of a standard normal deviate at least as far from 0, in both directions.
#[must_use]
pub fn normal_p(z: f64) -> f64 {
    libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Table 1 of Benjamini & Hochberg (1995): fifteen p values of a trial on thrombolysis; four are significant at 0.05.
    const PUBLISHED: [f64; 15] =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

    #[test]
    fn the_example_of_the_paper_has_four_discoveries() {
        assert_eq!(false_discovery_rate(&PUBLISHED, 0.05), Some(0.0095));
        assert_eq!(Correction::None.cutoff(&PUBLISHED, 0.05), Some(0.0459));
    }

    #[test]
    fn adjusted_levels_are_those_of_scipy() {
        // scipy 1.17.1: scipy.stats.false_discovery_control(p, method="bh").
        let expected = [
            0.0015,
            0.003,
            0.0095,
            0.035_625,
            0.0603,
            0.063_857_142_857_142_86,
            0.063_857_142_857_142_86,
            0.0645,
            0.0765,
            0.486,
            0.581_181_818_181_818_2,
            0.714_875,
            0.753_230_769_230_769_2,
            0.813_214_285_714_285_6,
            1.0,
        ];

        for (found, expected) in adjusted(&PUBLISHED).into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
        }
    }

    #[test]
    fn nothing_is_significant_where_nothing_is_tested() {
        assert_eq!(false_discovery_rate(&[], 0.05), None);
        assert_eq!(false_discovery_rate(&[0.2, 0.06], 0.05), None);
        assert!(adjusted(&[]).is_empty());
    }

    #[test]
    fn a_normal_deviate_of_1_96_leaves_one_in_twenty() {
        assert!((normal_p(-1.959_963_984_540_054) - 0.05).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn a_p_is_significant_where_its_adjusted_level_is_reached(p in prop::collection::vec(0.0_f64..1.0, 1..40), level in 0.01_f64..0.5) {
            let cutoff = false_discovery_rate(&p, level);

            for (p, adjusted) in p.iter().zip(adjusted(&p)) {
                let is_significant = cutoff.is_some_and(|cutoff| *p <= cutoff);
                // Both ways of writing the bound may round apart.
                prop_assert!(is_significant == (adjusted <= level) || (adjusted - level).abs() < 1e-12);
            }
        }
    }
}
