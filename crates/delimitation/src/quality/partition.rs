//! Figures of a whole partition.

use miedza_territory::{AreaIx, AreaVec, Flows, count};
use serde::Serialize;

use super::areas::{AreaFigures, ratio, sum};

/// Figures of a whole partition; units of no area are outside all of them but the total.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartitionFigures {
    /// How many areas.
    pub areas: usize,
    /// `Σ s / F`: share of all persons who live and work in the same area, 0 to 1.
    pub inside_share: Option<f64>,
    /// `Σ [s/F − r·w/F²]`, at most 1.
    pub modularity: Option<f64>,
    /// Mean of the worse self-containment of areas, weighted by employed residents, 0 to 1; areas where it cannot be told
    /// (no resident or no job) are left out of both sums.
    pub mean_self_containment: Option<f64>,
    /// The worst self-containment of any area, 0 to 1.
    pub min_self_containment: Option<f64>,
    /// Areas with a validity below 1, in order; empty where no standard was given.
    pub failing: Vec<AreaIx>,
    /// Employed residents of the smallest, the quarter, the middle, the three-quarter and the largest area.
    pub size_quantiles: Option<[f64; 5]>,
    /// Pieces beyond the first of each area; `None` where neighbours are not known.
    pub contiguity_violations: Option<usize>,
}

/// Sums up the figures of the areas.
///
/// # Source
/// Modularity: Leicht & Newman (2008), *Community structure in directed networks*, self-flows included.
#[must_use]
pub fn partition(flows: &Flows, areas: &AreaVec<AreaFigures>) -> PartitionFigures {
    let total = flows.total();
    let inside = sum(areas.iter().map(|area| area.totals.internal));
    let excess = |area: &AreaFigures| area.totals.internal / total - area.totals.residents * area.totals.jobs / (total * total);
    let contained = areas.iter().filter_map(|area| worse_side(area).map(|share| (share, area.totals.residents)));
    let failing = areas.enumerate().filter(|(_, area)| area.validity.is_some_and(|validity| validity < 1.0));
    PartitionFigures {
        areas: areas.len(),
        inside_share: ratio(inside, total),
        modularity: (total > 0.0).then(|| sum(areas.iter().map(excess))),
        mean_self_containment: ratio(
            sum(contained.clone().map(|(share, residents)| share * residents)),
            sum(contained.clone().map(|(_, residents)| residents)),
        ),
        min_self_containment: contained.map(|(share, _)| share).reduce(f64::min),
        failing: failing.map(|(area, _)| area).collect(),
        size_quantiles: quantiles(areas.iter().map(|area| area.totals.residents).collect()),
        contiguity_violations: areas.iter().map(|area| area.pieces.map(|pieces| pieces.saturating_sub(1))).sum(),
    }
}

fn worse_side(area: &AreaFigures) -> Option<f64> {
    area.supply_self_containment.zip(area.demand_self_containment).map(|(supply, demand)| supply.min(demand))
}

/// Quantiles at 0, ¼, ½, ¾ and 1, between neighbouring values in proportion (type 7 of Hyndman & Fan).
fn quantiles(mut sizes: Vec<f64>) -> Option<[f64; 5]> {
    sizes.sort_unstable_by(f64::total_cmp);
    let last = sizes.len().checked_sub(1)?;
    Some([0, 1, 2, 3, 4].map(|quarter| {
        let (below, rest) = (last * quarter / 4, last * quarter % 4);
        let above = (below + 1).min(last);
        sizes[below] + (sizes[above] - sizes[below]) * count(rest) / 4.0
    }))
}
