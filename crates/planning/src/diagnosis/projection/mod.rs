//! How many people will live in each municipality and in the area, for a diagnosis: from a block to a projection by cohorts.
//!
//! The method is that of [`miedza_statistics::projection`]. This room brings together what it needs: the population by
//! five-year age from the block, split into women and men as in the country (no municipal table at hand has sexes); mortality,
//! fertility and the sex ratio at birth of the country from a sheet of [`Assumptions`] with sources; and net migration as it was observed
//! in each municipality, spread over ages by a model schedule. All of it is told with the result. The sheet holds Poland and
//! Czechia; each member is reckoned with its own country.
//!
//! What it does not know: local fertility and mortality, who moves from one member to another, housing estates and mines. It is
//! a projection and no forecast.

mod assumptions;
mod bands;
mod error;
mod figures;
mod start;
#[cfg(test)]
mod tests;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use miedza_statistics::projection::{self as statistics, Population, Projection, Scenario, Sex, Splitting, Start};
use miedza_territory::{Country, UnitCode, UnitVec};
use serde::Serialize;

pub use assumptions::{
    AGE_GROUPS, AGES_OF_MOTHERS, Assumptions, AssumptionsError, BySexCited, Cited, Course, Deviations, MORTALITY_AGES,
    NumberCited, OfCountry, Origin, SharesCited,
};
pub use error::OutlookError;
pub use figures::Figure;

use super::block::Block;
use bands::{Drawing, Intervals};
use figures::{Counts, Figures};
use start::known;
use told::told;

/// Below so many inhabitants chance is larger than what a projection knows.
pub const SMALL: f64 = 2_000.0;

/// Where net migration comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "from")]
pub enum MigrationFrom {
    /// The mean of the last years up to the start that the block has; a municipality without any has none, which is told.
    Observed {
        /// Over how many years, 1 or more.
        years: u8,
    },
    /// Nobody comes or goes, or as many come as leave.
    Nowhere,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// The year of the population to start from; `None` for the last one in which all members have all ages.
    pub start: Option<u16>,
    /// The last year.
    pub until: u16,
    /// Years to show beside the start and each fifth year after it, as far as they lie between the start and the last one.
    pub years: BTreeSet<u16>,
    /// Name of the scenario that is shown with its band.
    pub scenario: String,
    /// Where net migration comes from.
    pub migration: MigrationFrom,
    /// How often the future is drawn for the 80 % band; 0 for no band.
    pub replicates: u32,
    /// The seed of the draws; the same seed gives the same band.
    pub seed: u64,
    /// How five-year groups are split for ages such as 3–6.
    pub splitting: Splitting,
}

impl Default for Parameters {
    /// To 2040 with 2030, 2035 and 2040, `medium`, migration of five years, 1,000 draws with seed 1, Sprague.
    fn default() -> Self {
        Self {
            start: None,
            until: 2040,
            years: [2030, 2035, 2040].into(),
            scenario: "medium".to_owned(),
            migration: MigrationFrom::Observed { years: 5 },
            replicates: 1_000,
            seed: 1,
            splitting: Splitting::Sprague,
        }
    }
}

/// What eight in ten drawn futures lie between.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// A tenth lies below.
    pub low: f64,
    /// A tenth lies above.
    pub high: f64,
}

/// A population in a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AtYear {
    /// The year, on the day of the population of the start.
    pub year: u16,
    /// Women by five-year age, 85 and more last.
    pub women: Vec<f64>,
    /// Men likewise.
    pub men: Vec<f64>,
    /// Figures of the scenario; one that does not exist (median in the open group) is left out.
    pub figures: BTreeMap<Figure, f64>,
    /// The 80 % band of each figure; empty at the start and where no band was asked for.
    pub band: BTreeMap<Figure, Interval>,
    /// Figures of all scenarios by name.
    pub scenarios: BTreeMap<String, BTreeMap<Figure, f64>>,
}

/// The population of a municipality or of the area over the years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceCourse {
    /// The municipality; `None` for the area.
    pub unit: Option<UnitCode>,
    /// Year by year.
    pub years: Vec<AtYear>,
    /// Observed net migrants per 1,000 residents and year that the course goes on with; `None` if there are none, for the area
    /// if one member has none.
    pub net_migration_per_1000: Option<f64>,
    /// Persons that should have left and were not there to leave: above 0 migration does not fit the place.
    pub withheld: f64,
}

/// One thing that is assumed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumed {
    /// What: `sexes`, `mortality`, `life_expectancy_women`, `life_expectancy_men`, `fertility_by_age`, `total_fertility`, `boys_per_girl`,
    /// `net_migration`, `migration_by_age`.
    pub what: &'static str,
    /// Of which country; `None` for what holds for all.
    pub country: Option<Country>,
    /// Its number, where it is one: years; children per woman; boys per girl; net migrants per 1,000 residents and year of the area.
    pub value: Option<f64>,
    /// Where it comes from.
    #[serde(flatten)]
    pub cited: Cited,
}

/// The outlook of an area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outlook {
    /// Countries of the members.
    pub countries: Vec<Country>,
    /// The year of the population that it starts from.
    pub from: u16,
    /// How it was made.
    pub parameters: Parameters,
    /// The area: the exact sum of its members.
    pub area: PlaceCourse,
    /// The members, by code.
    pub units: Vec<PlaceCourse>,
    /// Everything that is assumed beside scenarios.
    pub assumed: Vec<Assumed>,
    /// The scenarios.
    pub courses: Vec<Course>,
    /// How uncertain they are taken to be.
    pub deviations: Deviations,
    /// Members of which no net migration was observed and none is assumed, by code.
    pub without_migration: Vec<UnitCode>,
    /// Members with fewer than [`SMALL`] inhabitants at the start, by code: read the area instead.
    pub small: Vec<UnitCode>,
}

/// Figures of all members and, last, of the area.
type OfPlaces = Vec<Figures>;

/// The scenarios with what follows from each, and which of them is shown with its band.
struct Futures {
    scenarios: Vec<Scenario>,
    projected: Vec<Projection>,
    main: usize,
}

/// Projects each municipality and the area.
///
/// # Errors
/// [`OutlookError`].
///
/// # Source
/// Preston, Heuveline & Guillot (2001), chapter 6; Rogers & Castro (1981) for the ages of migrants.
pub fn outlook(
    block: &Block,
    members: &[UnitCode],
    assumptions: &Assumptions,
    parameters: Parameters,
) -> Result<Outlook, OutlookError> {
    let known = known(block, members, assumptions, &parameters)?;
    let futures = Futures::of(&known.start, assumptions, &parameters)?;
    let mut places: Vec<Vec<AtYear>> = vec![Vec::new(); known.start.units.len() + 1];
    let mut bands = futures.bands(&known.start, assumptions, &parameters)?;
    for year in years(known.start.year, &parameters) {
        let bands = bands.remove(&year).unwrap_or_else(|| vec![BTreeMap::new(); places.len()]);
        let of_year = futures.at(year, parameters.splitting, bands)?;
        places.iter_mut().zip(of_year).for_each(|(place, of_year)| place.push(of_year));
    }
    Ok(told(known, places, &futures.projected[futures.main], (assumptions, parameters)))
}

impl Futures {
    fn of(start: &Start, assumptions: &Assumptions, parameters: &Parameters) -> Result<Self, OutlookError> {
        let scenarios: Vec<Scenario> = assumptions.courses.iter().map(Course::scenario).collect::<Result<_, _>>()?;
        let Some(main) = scenarios.iter().position(|scenario| scenario.name == parameters.scenario) else {
            let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
            return Err(OutlookError::UnknownScenario { name: parameters.scenario.clone(), known: names.join(", ") });
        };
        let one = |scenario| statistics::project(start, scenario, parameters.until);
        let projected = scenarios.iter().map(one).collect::<Result<_, _>>()?;
        Ok(Self { scenarios, projected, main })
    }

    /// The bands of the years after the start.
    fn bands(
        &self,
        start: &Start,
        assumptions: &Assumptions,
        parameters: &Parameters,
    ) -> Result<BTreeMap<u16, Intervals>, statistics::Error> {
        let years: Vec<u16> = years(start.year, parameters).into_iter().filter(|year| *year > start.year).collect();
        Drawing { start, scenario: &self.scenarios[self.main], years: &years, parameters }.intervals(assumptions)
    }

    /// All places in a year, the area last.
    fn at(
        &self,
        year: u16,
        splitting: Splitting,
        bands: Vec<BTreeMap<Figure, Interval>>,
    ) -> Result<Vec<AtYear>, statistics::Error> {
        let populations: Vec<UnitVec<Population>> =
            self.projected.iter().map(|projection| projection.at(year)).collect::<Result<_, _>>()?;
        let figures: Vec<OfPlaces> =
            populations.iter().map(|population| of_places(population, splitting)).collect::<Result<_, _>>()?;
        let mut places: Vec<Population> = populations[self.main].iter().cloned().collect();
        places.extend(area(&populations[self.main])?);
        let at = |(number, (persons, band)): (usize, (Population, BTreeMap<Figure, Interval>))| {
            let named = |figures: &OfPlaces| figures[number].named();
            AtYear {
                year,
                women: persons.of(Sex::Female).to_vec(),
                men: persons.of(Sex::Male).to_vec(),
                figures: named(&figures[self.main]),
                band,
                scenarios: self.scenarios.iter().map(|of| of.name.clone()).zip(figures.iter().map(named)).collect(),
            }
        };
        Ok(places.into_iter().zip(bands).enumerate().map(at).collect())
    }
}

/// The start, each fifth year after it, and those asked for.
fn years(from: u16, parameters: &Parameters) -> BTreeSet<u16> {
    let fifth = (from..=parameters.until).step_by(5);
    fifth.chain(parameters.years.iter().copied().filter(|year| (from..=parameters.until).contains(year))).collect()
}

/// The exact sum of all; `None` of nobody.
fn area(population: &UnitVec<Population>) -> Result<Option<Population>, statistics::Error> {
    let groups = population.iter().next().map(Population::groups).transpose()?;
    Ok(groups.map(|groups| Population::sum(groups, population)))
}

fn of_places(population: &UnitVec<Population>, splitting: Splitting) -> Result<OfPlaces, statistics::Error> {
    let counts: Vec<Counts> = population.iter().map(|persons| Counts::of(persons, splitting)).collect::<Result<_, _>>()?;
    let mut figures: OfPlaces = counts.iter().zip(population).map(|(counts, persons)| Figures::of(counts, persons)).collect();
    figures.extend(area(population)?.map(|area| Figures::of(&Counts::sum(&counts), &area)));
    Ok(figures)
}
