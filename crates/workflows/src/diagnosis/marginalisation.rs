//! The profile of marginalisation of an area as this program reckons it, and beside it what published lists say of its members.
//!
//! The two are kept apart: the profile sets no flag, and a list enters no profile.

use std::collections::BTreeMap;
use std::sync::Arc;

use miedza_planning::diagnosis::Snapshot;
use miedza_planning::diagnosis::marginalisation::{MarginalisationError, OwnWork, Parameters, Profile, profile};
use miedza_planning::partnership::Kept as KeptRecord;
use miedza_planning::partnership::call::{Judged, SMALL_COUNTY_TOWN, small_county_town};
use miedza_planning::partnership::flag::{Flag, UnitFlag, county_seat, flag_of};
use miedza_planning::partnership::places::Population;
use miedza_planning::values::Day;
use miedza_store::Store;
use miedza_territory::{Figure, UnitCode};

use super::ground::Ground;
use super::types;
use crate::failure::Failure;
use crate::lab::aside;

/// A profile, or why there is none.
pub type SoughtProfile = Result<OwnWork<Profile>, MarginalisationError>;

/// Flags that a published list says of a unit; whether it is a small county town is worked out besides.
pub const LISTED: [Flag; 3] = [Flag::MarginalisationRisk, Flag::MediumTownLosingFunctions, Flag::BorderArea];

/// What lists say of a member, and whether it is a small county town.
#[derive(Clone, Debug)]
pub struct OnLists {
    /// The member.
    pub unit: UnitCode,
    /// The newest entry of each of [`LISTED`] that names it.
    pub entries: Vec<Option<UnitFlag>>,
    /// Whether it is a small county town, with the values that decide it.
    pub small_county_town: Judged,
}

/// The default profile of members and peers together, in the year in which most of its indicators are widely known.
///
/// # Errors
/// [`Failure`] if the work is cut off.
pub async fn sought(ground: Arc<Ground>) -> Result<SoughtProfile, Failure> {
    aside(move || {
        let (parameters, units) = (Parameters::default(), ground.everyone());
        let codes: Vec<&str> = parameters.phenomena.iter().map(|phenomenon| phenomenon.indicator.as_str()).collect();
        let now = Snapshot { block: &ground.together, year: types::year(&ground, &codes) };
        Ok(profile((&parameters, &ground.catalogue), now, &units, &units))
    })
    .await
}

/// What the lists that a reader may see say of the members on a day, in their order.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn on_lists(store: &Store, ground: &Ground, flags: &[KeptRecord<UnitFlag>], day: Day) -> Result<Vec<OnLists>, Failure> {
    let members = &ground.subject.members;
    let populations = populations(store, members).await?;
    let of_member = |unit: &UnitCode| {
        let population = populations.get(unit).copied();
        let on = population.and_then(|population| Day::new(population.year, 12, 31)).unwrap_or(day);
        let seat = ground.units.get(unit).and_then(|kept| kept.unit.is_county_seat).or_else(|| county_seat(flags, unit, on));
        OnLists {
            unit: unit.clone(),
            entries: LISTED.map(|flag| flag_of(flags, unit, flag, day).map(|entry| (**entry).clone())).to_vec(),
            small_county_town: small_county_town(population, seat, SMALL_COUNTY_TOWN),
        }
    };
    Ok(members.iter().map(of_member).collect())
}

/// The newest number of inhabitants of each unit, as the page of the unit has it.
async fn populations(store: &Store, units: &[UnitCode]) -> Result<BTreeMap<UnitCode, Population>, Failure> {
    let mut newest: BTreeMap<UnitCode, Population> = BTreeMap::new();
    for figure in store.figures(units, Figure::Population).await? {
        let year = figure.period.to_string().get(..4).and_then(|year| year.parse().ok());
        let inhabitants = figure.value.number().and_then(|value| format!("{value:.0}").parse().ok());
        let Some((year, inhabitants)) = year.zip(inhabitants) else { continue };
        let found = newest.entry(figure.code).or_insert(Population { inhabitants, year });
        if year > found.year {
            *found = Population { inhabitants, year };
        }
    }
    Ok(newest)
}
