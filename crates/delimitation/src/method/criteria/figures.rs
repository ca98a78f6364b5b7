//! The figures that criteria compare: worked out from flows and figures of the units, or handed in by name.
//!
//! A figure that is handed in under the name of one that is worked out comes before it. What is not known is `None`, never
//! 0; that nobody commutes to a core is known wherever the flows are.

use miedza_territory::{UnitIx, UnitVec};

use super::Core;
use crate::distance::kilometres;
use crate::error::Error;
use crate::method::Input;
use crate::method::cores::CoreFlows;

/// A figure that is worked out here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BuiltIn {
    CommutersToCore,
    CommutersPerEmployed,
    CommutersPerOutCommuter,
    CommutersPer1000WorkingAge,
    CommutersPer1000Inhabitants,
    DistanceToCoreKm,
    Population,
    Density,
    EmployedResidents,
    Jobs,
    JobsPerEmployed,
}

/// All of them by name.
const BUILT_IN: [(&str, BuiltIn); 11] = [
    ("commuters_to_core", BuiltIn::CommutersToCore),
    ("commuters_per_employed", BuiltIn::CommutersPerEmployed),
    ("commuters_per_out_commuter", BuiltIn::CommutersPerOutCommuter),
    ("commuters_per_1000_working_age", BuiltIn::CommutersPer1000WorkingAge),
    ("commuters_per_1000_inhabitants", BuiltIn::CommutersPer1000Inhabitants),
    ("distance_to_core_km", BuiltIn::DistanceToCoreKm),
    ("population", BuiltIn::Population),
    ("density", BuiltIn::Density),
    ("employed_residents", BuiltIn::EmployedResidents),
    ("jobs", BuiltIn::Jobs),
    ("jobs_per_employed", BuiltIn::JobsPerEmployed),
];

/// Names of the figures that are worked out here, as a list of criteria has them.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

impl BuiltIn {
    pub fn find(name: &str) -> Option<Self> {
        BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, figure)| *figure)
    }

    /// Whether it makes no sense without persons who live and work in the same unit.
    pub const fn needs_diagonal(self) -> bool {
        matches!(self, Self::CommutersPerEmployed | Self::EmployedResidents | Self::Jobs | Self::JobsPerEmployed)
    }

    /// Which figures of the units it rests on, if they are not given.
    fn lacks(self, input: &Input<'_>) -> Option<&'static str> {
        match self {
            Self::CommutersPer1000WorkingAge if input.working_age.is_none() => Some("the population of working age"),
            Self::CommutersPer1000Inhabitants | Self::Population if input.population.is_none() => Some("the population"),
            Self::Density if input.population.is_none() || input.area_km2.is_none() => Some("the population and area"),
            Self::DistanceToCoreKm if !input.seats.is_some_and(|seats| seats.iter().any(Option::is_some)) => Some("the seats"),
            _ => None,
        }
    }
}

/// The figure of each unit under a name; `of` holds the core that each unit is judged against.
pub(super) fn values(input: &Input<'_>, name: &str, of: &UnitVec<Core>) -> Result<UnitVec<Option<f64>>, Error> {
    if let Some(indicator) = input.indicators.iter().find(|indicator| indicator.name == name) {
        return Ok(indicator.values.clone());
    }
    let Some(figure) = BuiltIn::find(name) else {
        let handed_in = input.indicators.iter().map(|indicator| indicator.name).filter(|name| BuiltIn::find(name).is_none());
        let known = built_in_names().map(ToOwned::to_owned).chain(handed_in.map(ToOwned::to_owned)).collect();
        return Err(Error::NoIndicator { name: name.to_owned(), known });
    };
    match figure.lacks(input) {
        Some(figures) => Err(Error::NeedsFigures { parameter: "criteria", figures }),
        None => Ok(of.enumerate().map(|(unit, core)| value(input, figure, unit, core)).collect()),
    }
}

fn value(input: &Input<'_>, figure: BuiltIn, unit: UnitIx, core: &Core) -> Option<f64> {
    let flows = input.flows;
    let given = |figures: Option<&UnitVec<Option<f64>>>| figures.and_then(|figures| figures[unit]);
    let over = |whole: f64, persons: f64| (whole > 0.0).then(|| persons / whole);
    let commuters = core.commuters;
    match figure {
        BuiltIn::CommutersToCore => Some(commuters),
        BuiltIn::CommutersPerEmployed => over(flows.residents(unit), commuters),
        BuiltIn::CommutersPerOutCommuter => over(flows.residents(unit) - flows.internal(unit), commuters),
        BuiltIn::CommutersPer1000WorkingAge => over(given(input.working_age)?, 1000.0 * commuters),
        BuiltIn::CommutersPer1000Inhabitants => over(given(input.population)?, 1000.0 * commuters),
        BuiltIn::DistanceToCoreKm => core.distance_km,
        BuiltIn::Population => given(input.population),
        BuiltIn::Density => over(given(input.area_km2)?, given(input.population)?),
        BuiltIn::EmployedResidents => Some(flows.residents(unit)),
        BuiltIn::Jobs => Some(flows.jobs(unit)),
        BuiltIn::JobsPerEmployed => over(flows.residents(unit), flows.jobs(unit)),
    }
}

/// The core that each unit is judged against: the one most of its commuters go to, or the nearest; the smaller on a tie.
pub(super) fn cores_of(input: &Input<'_>, groups: &[Vec<UnitIx>], nearest: bool) -> UnitVec<Core> {
    let units = input.flows.units();
    let mut core_of = UnitVec::filled(units.len(), None);
    for (core, group) in groups.iter().enumerate() {
        for &unit in group {
            core_of[unit] = Some(core);
        }
    }
    let mut rows = CoreFlows::new(groups.len());
    let mut judged_against = |unit: UnitIx| {
        let commuters = rows.gather(&core_of, input.flows.leaving(unit));
        let strongest = commuters.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
        let number = if nearest { nearest_core(input, groups, unit) } else { strongest.map(|(core, _)| core) };
        let to = |core: usize| commuters.iter().find(|(other, _)| *other == core).map_or(0.0, |&(_, persons)| persons);
        Core {
            number,
            commuters: number.map_or(0.0, to),
            distance_km: number.and_then(|core| distance(input, &groups[core], unit)),
        }
    };
    units.indices().map(&mut judged_against).collect()
}

fn nearest_core(input: &Input<'_>, groups: &[Vec<UnitIx>], unit: UnitIx) -> Option<usize> {
    let distances = groups.iter().enumerate().filter_map(|(core, group)| distance(input, group, unit).map(|km| (core, km)));
    distances.reduce(|best, next| if next.1 < best.1 { next } else { best }).map(|(core, _)| core)
}

/// Kilometres from the seat of a unit to the nearest seat of a core.
fn distance(input: &Input<'_>, group: &[UnitIx], unit: UnitIx) -> Option<f64> {
    let seats = input.seats?;
    let own = seats[unit]?;
    group.iter().filter_map(|&core| seats[core].map(|seat| kilometres(own, seat))).reduce(f64::min)
}
