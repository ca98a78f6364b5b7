//! Axes of charts: round steps that cover all figures, and where a figure stands between them.

use miedza_texts::Language;

use super::chart::figure;

/// Most steps of an axis.
const MOST: usize = 12;

/// Where an axis must begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// At zero, for bars, whose length is the figure.
    Zero,
    /// Anywhere, for lines, whose course is what is read.
    Free,
}

/// An axis in round steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The steps, from below; at least two.
    pub ticks: Vec<f64>,
    /// Decimals that tell the steps apart.
    decimals: usize,
}

impl Axis {
    /// Some `wanted` round steps around figures; `None` without any.
    pub fn around(figures: impl IntoIterator<Item = f64>, baseline: Baseline, wanted: f64) -> Option<Self> {
        let (low, high) = figures
            .into_iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), figure| (low.min(figure), high.max(figure)));
        if low > high {
            return None;
        }
        let (low, high) = if baseline == Baseline::Zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        let (low, high) = widened(low, high);
        let step = round_step(high / wanted - low / wanted);
        let first = libm::floor(low / step) * step;
        let mut ticks = vec![first];
        while ticks.len() < MOST && ticks.last().is_some_and(|last| *last < high) {
            let next = (0..ticks.len()).fold(first, |tick, _| tick + step);
            // Sums of tenths are not tenths: a step near zero is zero.
            ticks.push(if next.abs() < step * 1e-6 { 0.0 } else { next });
        }
        let decimals = (0..9).find(|power| step * libm::pow(10.0, f64::from(*power)) >= 0.999).unwrap_or(9);
        Some(Self { ticks, decimals: usize::try_from(decimals).unwrap_or(0) })
    }

    /// Where a figure stands between the ends of the axis; 0 at the first step, 1 at the last.
    pub fn part(&self, value: f64) -> f64 {
        let (low, high) = (self.ticks[0], self.ticks[self.ticks.len() - 1]);
        ((value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0)).clamp(0.0, 1.0)
    }

    /// A step in letters.
    pub fn told(&self, tick: f64, language: Language) -> String {
        figure(language, tick, self.decimals)
    }
}

/// Ends apart from each other, also where all figures are one.
fn widened(low: f64, high: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    if high - low > size * 1e-9 {
        return (low, high);
    }
    if size < 1e-200 {
        return (0.0, 1.0);
    }
    (low - size * 0.1, high + size * 0.1)
}

/// The smallest of 1, 2, 5 times a power of ten that is not below a length.
fn round_step(length: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(length)));
    [1.0, 2.0, 5.0].into_iter().map(|step| step * power).find(|step| *step >= length * 0.999).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_cover_all_figures() {
        let cases: [(&str, &[f64], Baseline, &[f64]); 5] = [
            ("per cent", &[12.3, 18.9], Baseline::Free, &[12.0, 14.0, 16.0, 18.0, 20.0]),
            ("bars from zero", &[12.3, 18.9], Baseline::Zero, &[0.0, 5.0, 10.0, 15.0, 20.0]),
            ("below zero", &[-3.0, 4.0], Baseline::Zero, &[-4.0, -2.0, 0.0, 2.0, 4.0]),
            ("one figure", &[50.0], Baseline::Free, &[45.0, 50.0, 55.0]),
            ("zero alone", &[0.0], Baseline::Zero, &[0.0, 0.5, 1.0]),
        ];
        for (name, figures, baseline, expected) in cases {
            let axis = Axis::around(figures.iter().copied(), baseline, 4.0).expect("figures");

            assert_eq!(axis.ticks.len(), expected.len(), "{name}: {axis:?}");
            assert!(axis.ticks.iter().zip(expected).all(|(tick, expected)| (tick - expected).abs() < 1e-9), "{name}: {axis:?}");
        }
    }

    #[test]
    fn nothing_has_no_axis() {
        assert_eq!(Axis::around([], Baseline::Zero, 4.0), None);
    }

    #[test]
    fn steps_below_one_are_told_with_their_decimals() {
        let axis = Axis::around([0.12, 0.31], Baseline::Free, 4.0).expect("figures");

        assert_eq!(axis.told(axis.ticks[1], Language::Pl), "0,15");
    }
}
