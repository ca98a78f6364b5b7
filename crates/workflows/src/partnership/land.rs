//! What is known of units that records name: names, kinds, places above them, inhabitants and area.
//!
//! Rules ask it as [`Places`]; pages ask it for names and numbers. What no register and no table says stays unknown: a unit
//! without a name is shown by its code.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::namesakes::namesakes;
use miedza_planning::partnership::{Place, Places};
use miedza_planning::values::Day;
use miedza_store::{KeptFigure, KeptUnit, Store, UnitQuestion};
use miedza_territory::{CodeSystem, Figure, Kind, Level, UnitCode};

use crate::failure::Failure;

/// A number that was counted or measured, with its time and its publisher.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// How much.
    pub value: f64,
    /// Year or day, as the table says.
    pub period: String,
    /// Which file says so.
    pub source: String,
}

/// What is known of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LandUnit {
    /// Its name.
    pub name: Option<String>,
    /// Its level.
    pub level: Option<Level>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// Code of its county.
    pub county: Option<UnitCode>,
    /// Code of its voivodeship or region.
    pub region: Option<UnitCode>,
    /// Whether a county is governed from here.
    pub is_county_seat: Option<bool>,
    /// Its inhabitants, newest last.
    pub population: Vec<Counted>,
    /// Its area in square kilometres.
    pub area_km2: Option<Counted>,
    /// First day on which its code is known to be in the register; `None` if the oldest register has it.
    pub valid_from: Option<Day>,
    /// Day from which its code is known to be in it no more; `None` if the newest register has it.
    pub valid_to: Option<Day>,
    /// Whether registers have it under another kind only.
    pub is_of_other_kind: bool,
}

/// What is known of a number of units.
#[derive(Clone, Debug, Default)]
pub struct Land {
    units: BTreeMap<UnitCode, LandUnit>,
    places: Places,
    namesakes: BTreeSet<UnitCode>,
    whole: BTreeMap<UnitCode, BTreeSet<UnitCode>>,
}

impl Land {
    /// What is known of these units and of those above them.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn of(store: &Store, codes: &BTreeSet<UnitCode>) -> Result<Self, Failure> {
        let mut kept = store.units_by_code(&list(codes)).await?;
        kept.extend(of_other_kind(store, codes.iter().filter(|code| !kept.contains_key(code)).cloned().collect()).await?);
        // County, then region.
        for _ in 0..2 {
            let above: BTreeSet<UnitCode> = kept.values().filter_map(|kept| kept.unit.parent.clone()).collect();
            let missing: BTreeSet<UnitCode> = above.into_iter().filter(|code| !kept.contains_key(code)).collect();
            kept.extend(store.units_by_code(&list(&missing)).await?);
        }
        let asked = codes.iter().chain(kept.keys()).cloned().collect::<BTreeSet<UnitCode>>();
        let mut units: BTreeMap<UnitCode, LandUnit> =
            asked.into_iter().map(|code| (code.clone(), land_unit(&code, &kept))).collect();
        for counted in store.figures(&list(codes), Figure::Population).await? {
            if let (Some(unit), Some(counted)) = (units.get_mut(&counted.code), counted_of(&counted)) {
                unit.population.push(counted);
            }
        }
        for counted in store.figures(&list(codes), Figure::AreaKm2).await? {
            if let (Some(unit), Some(counted)) = (units.get_mut(&counted.code), counted_of(&counted)) {
                unit.area_km2 = Some(counted);
            }
        }
        for (code, (from, to)) in store.code_spans(&list(codes)).await? {
            if let Some(unit) = units.get_mut(&code) {
                (unit.valid_from, unit.valid_to) = (from.and_then(day), to.and_then(day));
            }
        }
        for unit in units.values_mut() {
            unit.population.sort_by(|one, two| one.period.cmp(&two.period));
        }
        Ok(Self::with(units, BTreeMap::new()))
    }

    /// The same, with all municipalities of the counties that it touches.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn with_counties(mut self, store: &Store) -> Result<Self, Failure> {
        let counties: BTreeSet<UnitCode> = self.units.values().filter_map(|unit| unit.county.clone()).collect();
        for county in counties {
            let question =
                UnitQuestion { level: Some(Level::Municipality), parent: Some(county.clone()), ..UnitQuestion::default() };
            let inside = store.units(&question).await?.into_iter().map(|kept| kept.unit.code).collect();
            self.whole.insert(county, inside);
        }
        Ok(self)
    }

    /// A unit; `None` if nobody asked for it.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> Option<&LandUnit> {
        self.units.get(code)
    }

    /// The name of a unit; its code where no register names it.
    #[must_use]
    pub fn name<'a>(&'a self, code: &'a UnitCode) -> &'a str {
        self.unit(code).and_then(|unit| unit.name.as_deref()).unwrap_or(code.as_str())
    }

    /// The level of a unit: from the register, else from the shape of its code.
    #[must_use]
    pub fn level(&self, code: &UnitCode) -> Option<Level> {
        self.places.level(code)
    }

    /// The voivodeship or region of a unit: from the register, else the first two digits of a Polish code.
    #[must_use]
    pub fn region(&self, code: &UnitCode) -> Option<UnitCode> {
        let of_code = || {
            let is_polish = matches!(CodeSystem::of([code]), Some(CodeSystem::TerytSeven | CodeSystem::TerytCounty));
            UnitCode::parse(code.as_str().get(..2).filter(|_| is_polish)?).ok()
        };
        self.unit(code).and_then(|unit| unit.region.clone()).or_else(of_code)
    }

    /// Whether another unit has the same name.
    #[must_use]
    pub fn has_namesake(&self, code: &UnitCode) -> bool {
        self.namesakes.contains(code)
    }

    /// The units as rules ask for them.
    #[must_use]
    pub const fn places(&self) -> &Places {
        &self.places
    }

    /// All municipalities of each county that the register holds whole.
    #[must_use]
    pub fn register(&self) -> BTreeMap<UnitCode, BTreeSet<UnitCode>> {
        self.whole.clone()
    }

    /// The municipalities of the counties that it touches.
    #[must_use]
    pub fn around(&self) -> BTreeSet<UnitCode> {
        self.whole.values().flatten().cloned().collect()
    }

    /// The sum of a figure over units, with how many of them have it.
    #[must_use]
    pub fn sum<'a>(&self, units: impl IntoIterator<Item = &'a UnitCode>, figure: impl Fn(&LandUnit) -> Option<&Counted>) -> Sum {
        let mut sum = Sum::default();
        for code in units {
            sum.units += 1;
            if let Some(counted) = self.unit(code).and_then(&figure) {
                sum.known += 1;
                sum.value += counted.value;
                sum.periods.insert(counted.period.clone());
                sum.sources.insert(counted.source.clone());
            }
        }
        sum
    }

    /// From units, and all municipalities of each county that the register holds whole.
    #[must_use]
    pub fn with(units: BTreeMap<UnitCode, LandUnit>, whole: BTreeMap<UnitCode, BTreeSet<UnitCode>>) -> Self {
        let names = units.iter().filter_map(|(code, unit)| Some((code.clone(), unit.name.clone()?))).collect();
        let places = Places::new(units.iter().filter_map(|(code, unit)| Some((code.clone(), place(unit)?))).collect());
        Self { namesakes: namesakes(&names), places, units, whole }
    }
}

/// A sum over units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sum {
    /// The sum of those that are known.
    pub value: f64,
    /// How many units have the figure.
    pub known: usize,
    /// How many units there are.
    pub units: usize,
    /// Times that the figures speak of.
    pub periods: BTreeSet<String>,
    /// Who published them.
    pub sources: BTreeSet<String>,
}

impl Sum {
    /// Whether every unit has the figure, and there is one at least.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.units > 0 && self.known == self.units
    }
}

fn list(codes: &BTreeSet<UnitCode>) -> Vec<UnitCode> {
    codes.iter().cloned().collect()
}

fn land_unit(code: &UnitCode, kept: &BTreeMap<UnitCode, KeptUnit>) -> LandUnit {
    let Some(found) = kept.get(code).map(|kept| &kept.unit) else { return LandUnit::default() };
    let above = |code: &UnitCode| kept.get(code).and_then(|kept| kept.unit.parent.clone());
    let (county, region) = match found.level {
        Level::Region => (None, Some(code.clone())),
        Level::County => (Some(code.clone()), found.parent.clone()),
        _ => (found.parent.clone(), found.parent.as_ref().and_then(above)),
    };
    LandUnit {
        name: Some(found.name.clone()),
        level: Some(found.level),
        kind: found.kind,
        county,
        region,
        is_county_seat: found.is_county_seat,
        population: Vec::new(),
        area_km2: None,
        valid_from: None,
        valid_to: None,
        is_of_other_kind: found.code != *code,
    }
}

/// Units that no register has under these codes, as it has them under another kind.
async fn of_other_kind(store: &Store, codes: Vec<UnitCode>) -> Result<BTreeMap<UnitCode, KeptUnit>, Failure> {
    let others: Vec<UnitCode> = codes.iter().flat_map(UnitCode::whatever_kind).collect();
    let known = store.units_by_code(&others).await?;
    let now = |code: UnitCode| {
        let found = code.whatever_kind().into_iter().filter_map(|other| known.get(&other)).max_by_key(|kept| kept.valid_from)?;
        Some((code, found.clone()))
    };
    Ok(codes.into_iter().filter_map(now).collect())
}

fn counted_of(kept: &KeptFigure) -> Option<Counted> {
    Some(Counted { value: kept.value.number()?, period: kept.period.to_string(), source: kept.file.clone() })
}

fn place(unit: &LandUnit) -> Option<Place> {
    // A unit that no register has is no place: rules then say that its code is not known.
    unit.name.as_ref()?;
    let year = |counted: &Counted| Some((counted.period.get(..4)?.parse().ok()?, inhabitants(counted.value)?));
    Some(Place {
        name: unit.name.clone(),
        level: unit.level,
        county: unit.county.clone(),
        is_county_seat: unit.is_county_seat,
        population: unit.population.iter().filter_map(year).collect(),
        valid_from: unit.valid_from,
        valid_to: unit.valid_to.map(Day::previous),
        is_of_other_kind: unit.is_of_other_kind,
    })
}

/// A day of a register as rules count days.
fn day(day: miedza_territory::Day) -> Option<Day> {
    day.to_string().parse().ok()
}

/// Persons are counted in whole numbers.
fn inhabitants(value: f64) -> Option<u64> {
    format!("{value:.0}").parse().ok()
}
