//! The figures of a variant, and the table of its units and of those around it.

use std::collections::{BTreeMap, BTreeSet};

use miedza_delimitation::pieces::{main_piece, pieces};
use miedza_delimitation::quality::{self, Exchange};
use miedza_planning::delimitation::Place;
use miedza_territory::{UnitIx, UnitVec, Value};
use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::delimitation::matrix::DiagonalSource;

/// A unit outside is shown if it sends at least this share of its commuters in.
const NEAR_SHARE: f64 = 0.05;
/// At most so many units outside are shown that do not touch the area.
const MOST_NEAR: usize = 60;

/// The figures of a variant; a figure that cannot be told is missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// How many units are in.
    pub units: usize,
    /// Of them, units that the flow table does not hold.
    pub without_flows: usize,
    /// Inhabitants; missing where any unit has no figure.
    pub population: Option<f64>,
    /// Land in square kilometres; missing where any unit's is not known.
    pub area_km2: Option<f64>,
    /// Employed residents.
    pub employed_residents: Option<f64>,
    /// Jobs.
    pub jobs: Option<f64>,
    /// Who goes to work from one unit of the area to another.
    pub commuters_inside: Option<f64>,
    /// Who leaves the area for work.
    pub leaving: Option<f64>,
    /// Who comes to the area for work.
    pub arriving: Option<f64>,
    /// Share of those who leave their unit and stay in the area, 0 to 1.
    pub kept_share: Option<f64>,
    /// Share of employed residents who work in the area, 0 to 1.
    pub supply_side_self_containment: Option<f64>,
    /// Share of jobs held by residents of the area, 0 to 1.
    pub demand_side_self_containment: Option<f64>,
    /// Whether figures rest on an estimate of who works where they live.
    pub is_estimated: bool,
    /// Whether the flows are modelled and were never counted.
    pub is_modelled: bool,
    /// Codes of the units of each piece, the main one first; missing where who touches whom is not known.
    pub pieces: Option<Vec<Vec<String>>>,
    /// Whether pieces are told by cells around seats, not by boundaries.
    pub is_schematic: bool,
    /// How many units lie in each county.
    pub counties: BTreeMap<String, usize>,
}

/// A unit in the table of a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Its number.
    pub unit: UnitIx,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Name of its county.
    pub county: Option<String>,
    /// How it came to stand where it does.
    pub place: Place,
    /// Whether it belongs to the core.
    pub is_core: bool,
    /// Whether it is a member of the partnership.
    pub is_member: bool,
    /// Whether it lies in a piece apart from the main one.
    pub is_apart: bool,
    /// Whether it touches a unit that is in.
    pub touches: Option<bool>,
    /// Inhabitants.
    pub population: Option<f64>,
    /// Land in square kilometres.
    pub area_km2: Option<f64>,
    /// Who leaves it for work.
    pub out_commuters: Option<f64>,
    /// Share of them who work in the area, 0 to 1.
    pub share_to_area: Option<f64>,
    /// Share of them who work in the core, 0 to 1.
    pub share_to_core: Option<f64>,
    /// The share that the rule on the core looks at, 0 to 1: of employed residents where they are known or estimated, else of
    /// those who leave the unit for work.
    pub core_share: Option<f64>,
    /// Where most of them go, and their share.
    pub strongest: Option<(String, f64)>,
}

impl Desk {
    /// The figures of the variant.
    pub fn figures(&self) -> Figures {
        let (flows, ground) = (self.flows(), &self.ground);
        let exchange = (ground.has_flows() && !self.members.is_empty()).then(|| quality::exchange(flows, &self.is_in));
        let told = |figure: fn(&Exchange) -> f64| exchange.as_ref().map(figure);
        let resting = |figure: f64| self.matrix.has_diagonal().then_some(figure).filter(|_| exchange.is_some());
        let contained =
            |figure: fn(&Exchange) -> Option<f64>| exchange.as_ref().filter(|_| self.matrix.has_diagonal()).and_then(figure);
        Figures {
            units: self.members.len() + self.strangers.len(),
            without_flows: self.untold().len() + self.strangers.len(),
            population: self.sum(|unit| self.population(unit)),
            area_km2: self.sum(|unit| ground.area_km2[unit]),
            employed_residents: resting(self.members.iter().map(|&unit| flows.residents(unit)).sum()),
            jobs: resting(self.members.iter().map(|&unit| flows.jobs(unit)).sum()),
            commuters_inside: told(|exchange| exchange.between),
            leaving: told(|exchange| exchange.leaving),
            arriving: told(|exchange| exchange.arriving),
            kept_share: exchange.as_ref().and_then(Exchange::kept_share),
            supply_side_self_containment: contained(Exchange::supply_self_containment),
            demand_side_self_containment: contained(Exchange::demand_self_containment),
            is_modelled: self.is_modelled(),
            is_estimated: exchange.is_some() && self.matrix.source == DiagonalSource::Population,
            pieces: self.pieces().map(|pieces| pieces.iter().map(|piece| self.codes(piece)).collect()),
            is_schematic: ground.touches_by_cells(),
            counties: self.figures_of_counties(),
        }
    }

    /// Units that are in and whose flows the table does not hold; none where there is no table.
    pub fn untold(&self) -> Vec<UnitIx> {
        let is_untold = |unit: &UnitIx| self.ground.has_flows() && !self.ground.is_told[*unit];
        self.members.iter().copied().filter(is_untold).collect()
    }

    /// Where most of those go who leave a unit, by its name, with their number.
    pub fn strongest(&self, unit: UnitIx) -> Option<(String, f64)> {
        let leaving = self.matrix.flows.leaving(unit).filter(|&(other, _)| other != unit);
        let near = leaving.reduce(|best, next| if next.1 > best.1 { next } else { best });
        match (near, &self.ground.far[unit]) {
            (Some((_, persons)), Some(far)) if far.1 > persons => Some(far.clone()),
            (None, far) => far.clone(),
            (Some((other, persons)), _) => Some((self.ground.names().apart(other), persons)),
        }
    }

    /// Inhabitants of a unit.
    pub fn population(&self, unit: UnitIx) -> Option<f64> {
        self.ground.tables.population.as_ref()?.get(self.ground.units().code(unit)).and_then(Value::number)
    }

    /// Jobs in a unit; `None` where the flows do not tell who works where they live.
    pub fn jobs(&self, unit: UnitIx) -> Option<f64> {
        let is_known = self.matrix.has_diagonal() && self.ground.is_told[unit];
        is_known.then(|| self.matrix.flows.jobs(unit))
    }

    /// Employed residents of every unit; `None` where the flows do not tell who works where they live.
    pub fn residents(&self) -> Option<UnitVec<f64>> {
        let flows = &self.matrix.flows;
        self.matrix.has_diagonal().then(|| self.ground.units().indices().map(|unit| flows.residents(unit)).collect())
    }

    /// A figure of all units together; `None` where any of them lacks it, or where none is in.
    fn sum(&self, figure: impl Fn(UnitIx) -> Option<f64>) -> Option<f64> {
        if self.members.is_empty() || !self.strangers.is_empty() {
            return None;
        }
        self.members.iter().map(|&unit| figure(unit)).sum()
    }

    /// Units of each piece, the one with most employed residents first; `None` where who touches whom is not known.
    pub fn pieces(&self) -> Option<Vec<Vec<UnitIx>>> {
        let neighbours = self.ground.touching.as_ref()?;
        let area = self.partition();
        let Some(only) = area.areas().next() else { return Some(Vec::new()) };
        let mut found = pieces(&area, only, neighbours);
        if let Some(main) = main_piece(&found, self.flows()) {
            found[..=main].rotate_right(1);
        }
        Some(found)
    }

    /// How many units lie in each county.
    pub(super) fn figures_of_counties(&self) -> BTreeMap<String, usize> {
        let mut counties = BTreeMap::new();
        for county in self.members.iter().filter_map(|&unit| self.ground.counties[unit].clone()) {
            *counties.entry(county).or_default() += 1;
        }
        counties
    }

    /// Units that are in, then those around: taken out by hand, members of the partnership, units that touch the area, and
    /// those that send it many commuters, the strongest first.
    pub fn rows(&self) -> (Vec<UnitRow>, Vec<UnitRow>) {
        let core = self.core_set();
        let apart: BTreeSet<UnitIx> = self.pieces().into_iter().flatten().skip(1).flatten().collect();
        let row = |unit: UnitIx| self.row(unit, &core, apart.contains(&unit));
        let inside = self.members.iter().map(|&unit| row(unit)).collect();
        let outside = self.ground.units().indices().filter(|&unit| !self.is_in[unit]);
        let mut around: Vec<UnitRow> = outside.filter(|&unit| self.is_near(unit)).map(row).collect();
        let share = |row: &UnitRow| row.share_to_area.unwrap_or(-1.0);
        let is_kept = |row: &UnitRow| row.is_member || row.place == Place::Removed || row.touches == Some(true);
        around.sort_by(|a, b| share(b).total_cmp(&share(a)).then(a.unit.cmp(&b.unit)));
        let mut near = 0;
        around.retain(|row| {
            near += usize::from(!is_kept(row));
            is_kept(row) || near <= MOST_NEAR
        });
        (inside, around)
    }

    fn is_near(&self, unit: UnitIx) -> bool {
        self.is_member[unit]
            || self.touches(unit) == Some(true)
            || self.place(unit) == Place::Removed
            || quality::bond(&self.matrix.flows, &self.is_in, unit).share().is_some_and(|share| share >= NEAR_SHARE)
    }

    /// Whether a unit touches another that is in; `None` where who touches whom is not known.
    pub fn touches(&self, unit: UnitIx) -> Option<bool> {
        let neighbours = self.ground.touching.as_ref()?;
        Some(neighbours.of(unit).iter().any(|contact| self.is_in[contact.unit]))
    }

    fn row(&self, unit: UnitIx, core: &UnitVec<bool>, is_apart: bool) -> UnitRow {
        let flows = &self.matrix.flows;
        let known = self.ground.is_told[unit];
        let bond = quality::bond(flows, &self.is_in, unit);
        UnitRow {
            unit,
            code: self.code(unit).to_owned(),
            name: self.ground.names().short(unit),
            county: self.ground.counties[unit].clone(),
            place: self.place(unit),
            is_core: core[unit],
            is_member: self.is_member[unit],
            is_apart,
            touches: self.touches(unit),
            population: self.population(unit),
            area_km2: self.ground.area_km2[unit],
            out_commuters: known.then_some(bond.out_commuters),
            share_to_area: bond.share().filter(|_| !self.members.is_empty()),
            share_to_core: quality::bond(flows, core, unit).share().filter(|_| !core[unit]),
            core_share: self.core_share(unit, core).filter(|_| !core[unit]),
            strongest: self.strongest(unit).map(|(other, persons)| (other, persons / bond.out_commuters)),
        }
    }
}
