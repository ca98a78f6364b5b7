//! How many people will live here: the population of municipalities by sex and five-year age, projected by cohorts.
//!
//! Each age group of each sex grows five years older in a step: some die, some leave or come, and women have children. What is
//! known of a unit today ([`Start`]) and what is assumed of the future ([`Scenario`]) give a [`Projection`]; [`areas()`] adds
//! municipalities up exactly, [`control`] scales them to totals of counties, [`structure()`] makes the figures that plans
//! rest on, and [`span`] and [`bands`] say how far all this may be off. Persons are kept in multiples of 2⁻²⁰, so that sums are the
//! same in any order. Where rates come from is for the floors above; a figure that is missing is refused, never taken for 0.
//!
//! Steps: (1) half of the net migrants of five years join; (2) survivorship ratios carry each group into the next, the last
//! two into the open one; (3) fertility rates on the mean of women at both ends give births, the sex ratio parts them, and
//! survivorship from birth carries them into 0–4; (4) the other half of the migrants joins. Between steps: a straight line.
//! Changed against the source: migrants of the first half bear children and those of the second do not yet; nobody leaves
//! who is not there. Cost: units × steps × groups, and as much again for each replicate of a band.
//!
//! # Source
//! Preston, Heuveline & Guillot (2001), *Demography: Measuring and Modeling Population Processes*, chapter 6.

mod areas;
mod band;
mod error;
mod grid;
mod migration;
mod population;
mod project;
mod rates;
mod scenario;
mod single_years;
mod step;
mod structure;
mod survivorship;

pub use areas::{Total, areas, control};
pub use band::{Band, Span, Uncertainty, bands, bands_of, draws, span};
pub use error::Error;
pub use migration::{Migration, RogersCastro};
pub use population::{AgeGroups, BySex, Population, Sex, Whose};
pub use project::{MOST_YEARS, Projection, Start, project};
pub use rates::{BOYS_PER_GIRL, Fertility, Rates};
pub use scenario::{Assumption, Scenario};
pub use single_years::{SingleYears, Splitting};
pub use structure::{Dependency, Structure, WorkingAges, median_age, structure};
pub use survivorship::Survivorship;
