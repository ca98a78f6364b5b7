//! Variants of a functional area: how far one has come, two held side by side, stated numbers against listed units.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::places::{Places, lasting};
use super::reading::{Kept, Reading};
use super::words::words;
use crate::record::Kind;
use crate::values::Translated;

words! {
    /// How far a variant has come.
    VariantState of VARIANT_STATE {
        /// Somebody works on it.
        Draft = "draft",
        /// It is proposed for adoption.
        Proposed = "proposed",
        /// It is adopted, and frozen.
        Adopted = "adopted",
    }
}

/// What may happen to a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariantEvent {
    /// It is proposed for adoption.
    Propose,
    /// The proposal is taken back.
    TakeBack,
    /// A resolution adopts it.
    Adopt,
}

impl VariantEvent {
    /// All events.
    pub const ALL: [Self; 3] = [Self::Propose, Self::TakeBack, Self::Adopt];
}

/// Why something cannot happen to a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VariantRefusal {
    /// It is adopted and changes no more.
    #[error("an adopted variant changes no more")]
    Frozen,
    /// It is proposed already.
    #[error("the variant is proposed already")]
    AlreadyProposed,
    /// It was not proposed.
    #[error("the variant is not proposed")]
    NotProposed,
}

impl VariantState {
    /// The state after an event.
    ///
    /// # Errors
    /// [`VariantRefusal`] if it cannot happen in this state.
    pub const fn next(self, event: VariantEvent) -> Result<Self, VariantRefusal> {
        match (self, event) {
            (Self::Adopted, _) => Err(VariantRefusal::Frozen),
            (Self::Draft, VariantEvent::Propose) => Ok(Self::Proposed),
            (Self::Proposed, VariantEvent::Propose) => Err(VariantRefusal::AlreadyProposed),
            (Self::Proposed, VariantEvent::TakeBack) => Ok(Self::Draft),
            (Self::Draft, VariantEvent::TakeBack) => Err(VariantRefusal::NotProposed),
            (Self::Draft | Self::Proposed, VariantEvent::Adopt) => Ok(Self::Adopted),
        }
    }
}

/// A variant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// Its name.
    pub name: Translated,
    /// How far it has come.
    pub state: VariantState,
    /// Name of the method.
    pub method: Option<String>,
    /// Parameters of the method.
    pub settings: Option<Value>,
    /// Id of the table of flows.
    pub flow_table: Option<String>,
    /// Year of the data.
    pub data_year: Option<i16>,
    /// Units of its core.
    #[serde(default)]
    pub core_units: Vec<UnitCode>,
    /// Its units, those of the core among them.
    #[serde(default)]
    pub units: Vec<UnitCode>,
    /// By what it was drawn, in words.
    pub criteria: Option<Translated>,
    /// Anything else, for instance why it differs from the members.
    pub note: Option<Translated>,
    /// Area that a source states.
    pub stated_area_km2: Option<f64>,
    /// Inhabitants that a source states.
    pub stated_population: Option<u64>,
    /// Number of units that a source states.
    pub stated_unit_count: Option<u32>,
    /// Changes made by hand.
    pub edits: Option<Value>,
    /// Figures that were computed.
    pub figures: Option<Value>,
    /// How sure its boundary is, as it was drawn.
    pub certainty: Option<Value>,
    /// Id of the resolution that adopted it.
    pub resolution: Option<String>,
}

impl Reading for Variant {
    const KIND: Kind = Kind::Variants;
}

/// Ways to draw an area that need no data: a list of units, whole counties, what members agreed on.
const WITHOUT_DATA: [&str; 3] = ["administrative", "list", "political_agreement"];

impl Variant {
    /// Names of the fields without which it cannot be made again.
    #[must_use]
    pub fn lacks(&self) -> Vec<&'static str> {
        let needs_data = self.method.as_deref().is_some_and(|method| !WITHOUT_DATA.contains(&method));
        let lacking = [
            ("method", self.method.is_none()),
            ("settings", needs_data && self.settings.is_none()),
            ("data_year", needs_data && self.data_year.is_none()),
            ("units", self.units.is_empty()),
        ];
        lacking.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(field, _)| field).collect()
    }

    /// By how many units the list is longer than the stated number, shorter if below 0; `None` if no number is stated or no
    /// unit is listed.
    #[must_use]
    pub fn surplus_units(&self) -> Option<i64> {
        let stated = self.stated_unit_count.filter(|_| !self.units.is_empty())?;
        Some(i64::try_from(self.units_once().len()).unwrap_or(i64::MAX) - i64::from(stated))
    }

    /// Its units from outside the counties that its core lies in; none if no core or no county is known.
    #[must_use]
    pub fn outside_core_counties(&self, places: &Places) -> BTreeSet<UnitCode> {
        let core: BTreeSet<UnitCode> = self.core_units.iter().filter_map(|unit| places.county(unit)).collect();
        let is_outside = |unit: &&UnitCode| places.county(unit).is_some_and(|county| !core.contains(&county));
        if core.is_empty() { BTreeSet::new() } else { self.units.iter().filter(is_outside).cloned().collect() }
    }

    fn units_once(&self) -> BTreeMap<UnitCode, &UnitCode> {
        by_lasting_code(&self.units)
    }
}

fn by_lasting_code<'a>(units: impl IntoIterator<Item = &'a UnitCode>) -> BTreeMap<UnitCode, &'a UnitCode> {
    units.into_iter().map(|unit| (lasting(unit), unit)).collect()
}

/// Two lists of units side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Units of the first only.
    pub only_first: Vec<UnitCode>,
    /// Units of the second only.
    pub only_second: Vec<UnitCode>,
    /// Units of both, as the first writes them.
    pub both: Vec<UnitCode>,
}

impl Comparison {
    /// Whether both hold the same units.
    #[must_use]
    pub const fn is_same(&self) -> bool {
        self.only_first.is_empty() && self.only_second.is_empty()
    }
}

/// Holds two lists of units side by side, each in the order of codes; a changed kind does not make another unit.
#[must_use]
pub fn compare<'a>(first: impl IntoIterator<Item = &'a UnitCode>, second: impl IntoIterator<Item = &'a UnitCode>) -> Comparison {
    let (first, second) = (by_lasting_code(first), by_lasting_code(second));
    let without = |ours: &BTreeMap<UnitCode, &UnitCode>, theirs: &BTreeMap<UnitCode, &UnitCode>| {
        ours.iter().filter(|(lasting, _)| !theirs.contains_key(*lasting)).map(|(_, unit)| (*unit).clone()).collect()
    };
    let both = first.iter().filter(|(lasting, _)| second.contains_key(*lasting)).map(|(_, unit)| (*unit).clone()).collect();
    Comparison { only_first: without(&first, &second), only_second: without(&second, &first), both }
}

/// In how many of the variants each unit is, in the order of codes: in all of them it is beyond dispute.
#[must_use]
pub fn spread(variants: &[Kept<Variant>]) -> BTreeMap<UnitCode, usize> {
    let mut counted: BTreeMap<UnitCode, (UnitCode, usize)> = BTreeMap::new();
    for (lasting, unit) in variants.iter().flat_map(|variant| variant.units_once()) {
        counted.entry(lasting).or_insert_with(|| (unit.clone(), 0)).1 += 1;
    }
    counted.into_values().collect()
}

#[cfg(test)]
mod tests;
