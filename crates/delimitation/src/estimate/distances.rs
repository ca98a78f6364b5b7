//! How far units are from each other, in whole metres along a great circle.
//!
//! Seats are given to some metres, so that two distances that differ by less are a tie, and are one here. A unit is half as
//! far from itself as its nearest neighbour is. Seats that stand together are as far from each other as [`NEAREST_KM`].

use miedza_territory::{Seat, UnitIx};
use rayon::prelude::*;

use super::Dense;
use crate::distance::kilometres;

/// The least distance between two units in kilometres. Municipalities that share their seat, a town and the land around it,
/// would else be at no distance, and a power of that is no number.
pub const NEAREST_KM: f64 = 1.0;

/// Distances between all pairs of units in kilometres, whole metres, at least [`NEAREST_KM`] between different units.
#[derive(Clone, Debug, PartialEq)]
pub struct Distances {
    km: Dense,
}

impl Distances {
    /// Between seats, along great circles.
    #[must_use]
    pub fn between(seats: &[Seat]) -> Self {
        let points: Vec<geo_types::Point> = seats.iter().map(|&seat| seat.into()).collect();
        let mut km = Dense::by_rows(points.len(), |from, row| {
            for (cell, &to) in row.iter_mut().zip(&points) {
                let metres = libm::round(kilometres(points[from.get()], to) * 1000.0);
                *cell = (metres / 1000.0).max(NEAREST_KM);
            }
        });
        km.change_rows(|from, row| row[from.get()] = half_of_nearest(row, from.get()));
        Self { km }
    }

    /// Distances as given, in kilometres: measured along roads, for instance.
    #[must_use]
    pub const fn given(km: Dense) -> Self {
        Self { km }
    }

    /// From one unit to all, in kilometres.
    #[must_use]
    pub fn from(&self, unit: UnitIx) -> &[f64] {
        self.km.row(unit)
    }

    /// How many units there are.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.km.side()
    }

    /// The natural logarithms of all distances.
    #[must_use]
    pub fn logarithms(&self) -> Dense {
        Dense::by_rows(self.side(), |from, row| {
            row.par_iter_mut().zip(self.from(from)).with_min_len(4096).for_each(|(cell, km)| *cell = libm::log(*km));
        })
    }
}

fn half_of_nearest(row: &[f64], own: usize) -> f64 {
    let others = row.iter().enumerate().filter(|(to, _)| *to != own).map(|(_, km)| *km);
    let nearest = others.fold(f64::INFINITY, f64::min);
    if nearest.is_finite() { nearest / 2.0 } else { NEAREST_KM / 2.0 }
}
