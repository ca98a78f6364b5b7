//! The methods, by the names that the literature gives them, and one way to run any of them.
//!
//! A method takes flows, perhaps neighbours and figures of the units, and settings; it gives a partition and a log.
//! What a method is called and what can be set is told by [`Method`] and [`Parameter`]; reading a command line is not done
//! here.

pub mod cores;
pub mod criteria;
pub mod dominant_flow;
mod effect;
mod enclaves;
mod exact;
pub mod functional_urban_area;
mod fusion;
mod grouped;
mod groups;
mod indicator;
pub mod intramax;
pub mod leiden;
pub mod map_equation;
mod outcome;
mod parameter;
pub mod self_contained;
mod settings;
mod step;
pub mod threshold;
pub mod travel_to_work;

use geo_types::Point;
use miedza_territory::{Flows, Neighbours, Partition, UnitVec};
use serde::Serialize;

pub use fusion::Fusion;
pub use indicator::Indicator;
pub use outcome::{Exclusion, Note, Outcome, Quality, Stop, Tie};
pub use parameter::{Kind, Parameter, Preset};
pub use settings::{Origin, SettingError, Settings};
pub use step::{Action, Figures, Reason, Step};

use crate::error::Error;

/// A method of delimitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Local labour market areas, Coombes & Bond as applied by Istat.
    TravelToWork,
    /// EU–OECD functional urban areas.
    FunctionalUrbanArea,
    /// Rings around cores by a share of commuters.
    Threshold,
    /// Units around cores that meet enough criteria of a list.
    Criteria,
    /// Each unit with the one that most of its commuters go to, Nystuen & Dacey.
    DominantFlow,
    /// Areas fused pairwise by their interaction, Masser & Brown.
    Intramax,
    /// Self-contained labour areas, Statistics Canada.
    SelfContained,
    /// Areas that exchange more inside than expected.
    Leiden,
    /// Areas in which a random walker on the flows stays long.
    MapEquation,
}

impl Method {
    /// All methods, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::TravelToWork,
        Self::FunctionalUrbanArea,
        Self::Threshold,
        Self::Criteria,
        Self::DominantFlow,
        Self::Intramax,
        Self::SelfContained,
        Self::Leiden,
        Self::MapEquation,
    ];

    /// The name as the literature and the command line have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TravelToWork => "travel_to_work",
            Self::FunctionalUrbanArea => "functional_urban_area",
            Self::Threshold => "threshold",
            Self::Criteria => "criteria",
            Self::DominantFlow => "dominant_flow",
            Self::Intramax => "intramax",
            Self::SelfContained => "self_contained",
            Self::Leiden => "leiden",
            Self::MapEquation => "map_equation",
        }
    }

    /// What can be set.
    #[must_use]
    pub const fn parameters(self) -> &'static [Parameter] {
        match self {
            Self::TravelToWork => travel_to_work::PARAMETERS,
            Self::FunctionalUrbanArea => functional_urban_area::PARAMETERS,
            Self::Threshold => threshold::PARAMETERS,
            Self::Criteria => criteria::PARAMETERS,
            Self::DominantFlow => dominant_flow::PARAMETERS,
            Self::Intramax => intramax::PARAMETERS,
            Self::SelfContained => self_contained::PARAMETERS,
            Self::Leiden => leiden::PARAMETERS,
            Self::MapEquation => map_equation::PARAMETERS,
        }
    }

    /// Named sets of values, chosen with the parameter `preset`.
    #[must_use]
    pub const fn presets(self) -> &'static [Preset] {
        match self {
            Self::TravelToWork => travel_to_work::PRESETS,
            Self::Threshold => threshold::PRESETS,
            _ => &[],
        }
    }

    /// One English sentence on what the method does.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        match self {
            Self::TravelToWork => "self-contained labour market areas by stepwise merging (Coombes & Bond, as applied by Istat)",
            Self::FunctionalUrbanArea => "cities with their commuting zones (EU-OECD)",
            Self::Threshold => "rings around cores by a share of commuters",
            Self::Criteria => "units around cores that meet enough criteria of a list (Polish practice)",
            Self::DominantFlow => "each unit with the more important one that most of its commuters go to (Nystuen & Dacey)",
            Self::Intramax => "areas fused pairwise by what is between them, measured against their sizes (Masser & Brown)",
            Self::SelfContained => "areas fused until all are self-contained enough (Statistics Canada)",
            Self::Leiden => "areas that exchange more commuters inside than expected (modularity and its kin, by Leiden)",
            Self::MapEquation => "areas in which a random walker on the flows stays long (two-level map equation)",
        }
    }

    /// The method of a name; hyphens count as underscores.
    ///
    /// # Errors
    /// [`SettingError::UnknownMethod`] with the nearest name.
    pub fn parse(name: &str) -> Result<Self, SettingError> {
        let wanted = name.trim().to_ascii_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|method| method.name() == wanted).ok_or_else(|| SettingError::UnknownMethod {
            name: name.to_owned(),
            nearest: settings::nearest(&wanted, Self::ALL.into_iter().map(Self::name)),
        })
    }
}

/// What a method works on; only flows are always needed.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Who goes from where to where.
    pub flows: &'a Flows,
    /// Which units touch.
    pub neighbours: Option<&'a Neighbours>,
    /// Inhabitants of each unit.
    pub population: Option<&'a UnitVec<Option<f64>>>,
    /// Inhabitants of working age of each unit.
    pub working_age: Option<&'a UnitVec<Option<f64>>>,
    /// Land of each unit, square kilometres.
    pub area_km2: Option<&'a UnitVec<Option<f64>>>,
    /// Seat of each unit, degrees east and north on WGS 84.
    pub seats: Option<&'a UnitVec<Option<Point>>>,
    /// Inhabitants by square kilometre.
    pub grid: Option<&'a functional_urban_area::grid::Grid>,
    /// Further figures of the units, by name.
    pub indicators: &'a [Indicator<'a>],
    /// Region of each unit, for means of regions; where `None`, the first characters of the code tell it.
    pub regions: Option<&'a UnitVec<Option<String>>>,
}

impl<'a> Input<'a> {
    /// Flows alone.
    #[must_use]
    pub const fn new(flows: &'a Flows) -> Self {
        let (neighbours, population, working_age, area_km2, seats) = (None, None, None, None, None);
        Self { flows, neighbours, population, working_age, area_km2, seats, grid: None, indicators: &[], regions: None }
    }

    fn check(&self) -> Result<(), Error> {
        let units = self.flows.units().len();
        let given = [
            ("neighbours", self.neighbours.map(Neighbours::unit_count)),
            ("population", self.population.map(UnitVec::len)),
            ("population of working age", self.working_age.map(UnitVec::len)),
            ("area", self.area_km2.map(UnitVec::len)),
            ("seats", self.seats.map(UnitVec::len)),
            ("regions", self.regions.map(UnitVec::len)),
        ];
        let indicators = self.indicators.iter().map(|indicator| ("an indicator", Some(indicator.values.len())));
        let grid = self.grid.map(functional_urban_area::grid::Grid::unit_count).filter(|&named| named > units);
        match given
            .into_iter()
            .chain([("the population grid", grid)])
            .chain(indicators)
            .find_map(|(what, len)| len.filter(|&len| len != units).map(|len| (what, len)))
        {
            Some((what, given)) => Err(Error::WrongLength { what, given, units }),
            None => Ok(()),
        }
    }
}

/// Whether a method with these settings makes no sense on flows without a diagonal, where nobody is counted who works in
/// the unit of residence. The methods do not refuse such flows themselves.
#[must_use]
pub fn needs_diagonal(settings: &Settings) -> bool {
    let is = |name, value| settings.get(name) == Ok(value);
    match settings.method() {
        Method::TravelToWork | Method::FunctionalUrbanArea | Method::SelfContained => true,
        Method::Threshold => !(is("denominator", "out_commuters") || is("denominator", "working_age")),
        Method::Intramax => !is("diagonal", "remove"),
        Method::Criteria => criteria::Parameters::of(settings).is_ok_and(|parameters| parameters.needs_diagonal()),
        Method::DominantFlow | Method::Leiden | Method::MapEquation => false,
    }
}

/// Whether a method with these settings asks where the seats of units are.
#[must_use]
pub fn needs_seats(settings: &Settings) -> bool {
    match settings.method() {
        Method::Leiden => matches!(settings.get("quality"), Ok("gravity" | "radiation")),
        Method::Criteria => true,
        _ => false,
    }
}

/// Whether areas of these settings may lie in pieces by intent: distance is taken out of what ties their units, or they
/// follow a walker; to mend their pieces would rewrite them.
#[must_use]
pub fn may_lie_in_pieces(settings: &Settings) -> bool {
    match settings.method() {
        Method::Leiden => matches!(settings.get("quality"), Ok("gravity" | "radiation")),
        Method::MapEquation => true,
        _ => false,
    }
}

/// What any areas are worth by the measure that the method of the settings searches with, as
/// [`Quality::value`]; `None` for methods that follow rules. Units of no area count as areas of their own.
///
/// ```
/// use miedza_delimitation::method::{Input, Method, Settings, quality, run};
/// use miedza_territory::samples;
///
/// let (flows, settings) = (samples::two_towns(), Settings::new(Method::Leiden));
/// let outcome = run(&Input::new(&flows), &settings).unwrap();
///
/// let value = quality(&Input::new(&flows), &settings, &outcome.partition).unwrap();
/// assert_eq!(value, outcome.quality.map(|quality| quality.value));
/// ```
///
/// # Errors
/// As [`run`].
///
/// # Panics
/// If the partition does not hold the units of the flows.
pub fn quality(input: &Input<'_>, settings: &Settings, partition: &Partition) -> Result<Option<f64>, Error> {
    match settings.method() {
        Method::Leiden => leiden::quality(input, partition, &leiden::Parameters::of(settings)?).map(Some),
        Method::MapEquation => map_equation::code_length(input, partition, &map_equation::Parameters::of(settings)?).map(Some),
        _ => Ok(None),
    }
}

/// Runs the method of the settings.
///
/// # Errors
/// [`Error`] if a setting does not fit, contradicts another, or needs figures that are not in the input.
pub fn run(input: &Input<'_>, settings: &Settings) -> Result<Outcome, Error> {
    input.check()?;
    match settings.method() {
        Method::TravelToWork => travel_to_work::run(input.flows, &travel_to_work::Parameters::of(settings)?),
        Method::FunctionalUrbanArea => functional_urban_area::run(input, &functional_urban_area::Parameters::of(settings)?),
        Method::Threshold => threshold::run(input, &threshold::Parameters::of(settings)?),
        Method::Criteria => criteria::run(input, &criteria::Parameters::of(settings)?),
        Method::DominantFlow => dominant_flow::run(input, &dominant_flow::Parameters::of(settings)?),
        Method::Intramax => intramax::run(input, &intramax::Parameters::of(settings)?),
        Method::SelfContained => self_contained::run(input.flows, &self_contained::Parameters::of(settings)?),
        Method::Leiden => leiden::run(input, &leiden::Parameters::of(settings)?),
        Method::MapEquation => map_equation::run(input, &map_equation::Parameters::of(settings)?),
    }
}
