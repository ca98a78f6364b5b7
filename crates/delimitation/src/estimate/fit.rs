//! How near modelled flows come to counted ones.
//!
//! # Source
//! Common part of commuters: Lenormand, Huet, Gargiulo & Deffuant (2012) *A universal model of commuting networks*, PLoS
//! ONE 7. The others are usual measures of regression.

use miedza_territory::{Flows, UnitVec, count};
use serde::Serialize;

use super::{Distances, Error};

/// How near modelled flows come to counted ones; pairs of different units but for the last figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// Pairs of different units, with or without anybody.
    pub pairs: f64,
    /// Persons between different units in the counted flows.
    pub counted: f64,
    /// Persons between different units in the model.
    pub modelled: f64,
    /// `CPC = 2 Σ min(T, f) / (Σ T + Σ f)`, 0 for nothing in common to 1 for the same; `None` for flows without persons.
    pub common_part: Option<f64>,
    /// Pairs with persons in both.
    pub positive_pairs: usize,
    /// Root of the mean square of `ln T − ln f` over those pairs; `None` without any.
    pub log_rmse: Option<f64>,
    /// `R² = 1 − Σ (T − f)² / Σ (f − mean)²` over all pairs; below 0 for a model worse than the mean; `None` where all
    /// flows are equal.
    pub r_squared: Option<f64>,
    /// Mean distance of counted flows, kilometres.
    pub counted_km: Option<f64>,
    /// Mean distance of modelled flows, kilometres.
    pub modelled_km: Option<f64>,
    /// Mean over units of how far the modelled share of residents who work in their own unit is from the counted one, 0 to
    /// 1; `None` where either table has no diagonal.
    pub self_containment_error: Option<f64>,
    /// That difference of each unit, modelled less counted; `None` for units without residents on either side, and all
    /// `None` where either table has no diagonal.
    #[serde(skip)]
    pub self_containment: UnitVec<Option<f64>>,
}

/// Compares modelled with counted flows of the same units.
///
/// # Errors
/// [`Error::WrongLength`] if the units differ in number.
pub fn fit(modelled: &Flows, counted: &Flows, distances: &Distances) -> Result<Fit, Error> {
    let units = counted.units().len();
    for (what, given) in [("modelled flows", modelled.units().len()), ("distances", distances.side())] {
        if given != units {
            return Err(Error::WrongLength { what, given, units });
        }
    }
    let mut sums = Sums::default();
    let (of_model, of_count) = (between(modelled), between(counted));
    let both = merged(&of_model, &of_count);
    both.for_each(|(model, flow)| sums.add(model, flow));
    let pairs = count(units) * (count(units) - 1.0);
    let self_containment = self_containment(modelled, counted);
    let known: Vec<f64> = self_containment.iter().flatten().map(|error| error.abs()).collect();
    let mean_km = |flows: &[Pair], persons: f64| {
        let km = flows.iter().map(|((from, to), persons)| persons * distances.from(*from)[to.get()]);
        (persons > 0.0).then(|| km.sum::<f64>() / persons)
    };
    Ok(Fit {
        pairs,
        counted: sums.counted,
        modelled: sums.modelled,
        common_part: share(2.0 * sums.common, sums.modelled + sums.counted),
        positive_pairs: sums.positive,
        log_rmse: share(sums.log_squares, count(sums.positive)).map(libm::sqrt),
        r_squared: share(sums.squares, sums.counted_squares - sums.counted * sums.counted / pairs).map(|left| 1.0 - left),
        counted_km: mean_km(&of_count, sums.counted),
        modelled_km: mean_km(&of_model, sums.modelled),
        self_containment_error: share(known.iter().sum(), count(known.len())),
        self_containment,
    })
}

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[derive(Default)]
struct Sums {
    counted: f64,
    modelled: f64,
    common: f64,
    positive: usize,
    log_squares: f64,
    squares: f64,
    counted_squares: f64,
}

impl Sums {
    fn add(&mut self, model: f64, flow: f64) {
        self.counted += flow;
        self.modelled += model;
        self.common += model.min(flow);
        self.squares += (model - flow) * (model - flow);
        self.counted_squares += flow * flow;
        if model > 0.0 && flow > 0.0 {
            let apart = libm::log(model) - libm::log(flow);
            self.positive += 1;
            self.log_squares += apart * apart;
        }
    }
}

type Pair = ((miedza_territory::UnitIx, miedza_territory::UnitIx), f64);

fn between(flows: &Flows) -> Vec<Pair> {
    flows.iter().filter(|flow| flow.from != flow.to).map(|flow| ((flow.from, flow.to), flow.persons)).collect()
}

/// Persons of each pair that either list holds, in order; both lists are.
fn merged<'a>(one: &'a [Pair], other: &'a [Pair]) -> impl Iterator<Item = (f64, f64)> + 'a {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    std::iter::from_fn(move || {
        let next = match (one.peek(), other.peek()) {
            (Some(here), Some(there)) => here.0.min(there.0),
            (Some(here), None) => here.0,
            (None, there) => there?.0,
        };
        let here = one.next_if(|pair| pair.0 == next).map_or(0.0, |pair| pair.1);
        let there = other.next_if(|pair| pair.0 == next).map_or(0.0, |pair| pair.1);
        Some((here, there))
    })
}

fn self_containment(modelled: &Flows, counted: &Flows) -> UnitVec<Option<f64>> {
    if !modelled.has_diagonal() || !counted.has_diagonal() {
        return UnitVec::filled(counted.units().len(), None);
    }
    let of = |flows: &Flows, unit| share(flows.internal(unit), flows.residents(unit));
    counted.units().indices().map(|unit| Some(of(modelled, unit)? - of(counted, unit)?)).collect()
}
