//! The units that take part: values that are known, as deviates, and the weights among them.

use miedza_territory::{UnitIx, UnitVec, count};

use super::{Error, Standardisation, Weights};

/// Units with a value, numbered anew from 0.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    /// Which units they are, ascending.
    pub(super) units: Vec<UnitIx>,
    /// Their values less the mean, divided by the standard deviation (divisor n).
    pub(super) deviates: Vec<f64>,
    starts: Vec<usize>,
    neighbours: Vec<usize>,
    weights: Vec<f64>,
}

impl Sample {
    pub(super) fn new(values: &UnitVec<Option<f64>>, weights: &Weights, least: usize) -> Result<Self, Error> {
        if values.len() != weights.unit_count() {
            return Err(Error::WrongLength { given: values.len(), units: weights.unit_count() });
        }
        let known: Vec<(UnitIx, f64)> = values.enumerate().filter_map(|(unit, value)| Some((unit, (*value)?))).collect();
        if let Some(&(unit, value)) = known.iter().find(|(_, value)| !value.is_finite()) {
            return Err(Error::NotANumber { unit, value });
        }
        if known.len() < least {
            return Err(Error::TooFew { units: known.len(), least });
        }
        let deviates = deviates(&known)?;
        let mut sample = Self {
            units: known.into_iter().map(|(unit, _)| unit).collect(),
            deviates,
            starts: vec![0],
            neighbours: Vec::new(),
            weights: Vec::new(),
        };
        sample.take(weights);
        if sample.weights.is_empty() {
            return Err(Error::NoNeighbours { units: sample.len() });
        }
        Ok(sample)
    }

    /// Weights among units that take part, standardised.
    fn take(&mut self, weights: &Weights) {
        for place in 0..self.len() {
            let begin = self.weights.len();
            for &(other, weight) in weights.of(self.units[place]) {
                if let Ok(other) = self.units.binary_search(&other) {
                    self.neighbours.push(other);
                    self.weights.push(weight);
                }
            }
            if weights.standardisation() == Standardisation::Row {
                let own = &mut self.weights[begin..];
                let sum: f64 = own.iter().sum();
                own.iter_mut().for_each(|weight| *weight /= sum);
            }
            self.starts.push(self.weights.len());
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.units.len()
    }

    pub(super) fn weights_of(&self, place: usize) -> &[f64] {
        &self.weights[self.starts[place]..self.starts[place + 1]]
    }

    pub(super) fn neighbours_of(&self, place: usize) -> &[usize] {
        &self.neighbours[self.starts[place]..self.starts[place + 1]]
    }

    /// Weighted sum of the figures of a unit's neighbours.
    pub(super) fn lag(&self, place: usize, figures: &[f64]) -> f64 {
        self.weights_of(place).iter().zip(self.neighbours_of(place)).map(|(weight, &other)| weight * figures[other]).sum()
    }

    /// The weight that a unit gives another, 0 for those that are no neighbours.
    pub(super) fn weight(&self, from: usize, to: usize) -> f64 {
        self.neighbours_of(from).binary_search(&to).map_or(0.0, |at| self.weights_of(from)[at])
    }

    /// The deviates of all but one, in their order.
    pub(super) fn others(&self, place: usize, others: &mut Vec<f64>) {
        others.clear();
        others.extend_from_slice(&self.deviates[..place]);
        others.extend_from_slice(&self.deviates[place + 1..]);
    }

    /// The row of chance of a unit: its number among all units, whoever takes part.
    #[expect(clippy::as_conversions, reason = "a place in memory always fits 64 bits")]
    pub(super) fn row(&self, place: usize) -> u64 {
        self.units[place].get() as u64
    }

    /// A number of units as 32 bits, which [`UnitIx`] has ensured that it fits.
    pub(super) fn narrow(units: usize) -> u32 {
        u32::try_from(units).unwrap_or(u32::MAX)
    }

    /// Units that take part and have no neighbour that does, ascending.
    pub(super) fn islands(&self) -> Vec<UnitIx> {
        let alone = (0..self.len()).filter(|place| self.weights_of(*place).is_empty());
        alone.map(|place| self.units[place]).collect()
    }
}

/// Values less their mean, divided by their standard deviation. They are first divided by the largest difference, so that
/// squares of very large and very small values are numbers too.
fn deviates(known: &[(UnitIx, f64)]) -> Result<Vec<f64>, Error> {
    let units = count(known.len());
    let (low, high) =
        known.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, value)| (low.min(*value), high.max(*value)));
    let span = high / 2.0 - low / 2.0;
    if span <= 0.0 {
        return Err(Error::Constant { units: known.len(), value: low });
    }
    let scaled: Vec<f64> = known.iter().map(|(_, value)| value / span).collect();
    let mean = scaled.iter().sum::<f64>() / units;
    let mut apart: Vec<f64> = scaled.iter().map(|value| value - mean).collect();
    let deviation = libm::sqrt(apart.iter().map(|value| value * value).sum::<f64>() / units);
    if !deviation.is_normal() {
        return Err(Error::Constant { units: known.len(), value: low });
    }
    apart.iter_mut().for_each(|value| *value /= deviation);
    Ok(apart)
}
