//! Functional types of municipalities from lists that were imported, such as the ten of Śleszyński & Komornicki.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::diagnosis::peers::{SizeClass, TypeOfSize};
use miedza_planning::diagnosis::{Catalogue, Snapshot, Variable, Years};
use miedza_sources::observations::FUNCTIONAL_TYPE;
use miedza_store::{KeptVariable, Store};
use miedza_territory::{UnitCode, Units};

use crate::diagnosis::ground::values;
use crate::failure::Failure;

/// Inhabitants are looked for in so many years before the last one.
const YEARS_BACK: u16 = 6;

/// A list of functional types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeList {
    /// Where it comes from; may be empty.
    pub source: String,
    /// The year that it speaks of.
    pub year: u16,
    /// The type of each municipality that it knows.
    pub types: BTreeMap<UnitCode, String>,
}

impl TypeList {
    /// The list that knows most members, of equal ones the newest, then the first by source; `None` if none knows any.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn of(store: &Store, members: &[UnitCode], units: &Units) -> Result<Option<Self>, Failure> {
        let kept = store.observation_variables().await?;
        let kept: Vec<&KeptVariable> = kept.iter().filter(|kept| kept.variable.source == FUNCTIONAL_TYPE).collect();
        let Some(years) = all_years(&kept) else { return Ok(None) };
        let variables: Vec<Variable> = kept.iter().map(|kept| kept.variable.clone()).collect();
        let block = store.block(&variables, units.clone(), years).await?;
        let imports = store.observation_imports().await?;
        let publishers: BTreeMap<u32, String> = imports.into_iter().map(|import| (import.id, import.publisher)).collect();
        let mut lists: BTreeMap<(u16, String), BTreeMap<UnitCode, String>> = BTreeMap::new();
        for kept in kept {
            for unit in units.indices() {
                let typed = years.iter().filter_map(|year| Some((year, block.cell(&kept.variable, unit, year)?)));
                for (year, cell) in typed.filter(|(_, cell)| cell.value.number() == Some(1.0)) {
                    let source = publishers.get(&cell.import).cloned().unwrap_or_default();
                    lists.entry((year, source)).or_default().insert(units.code(unit).clone(), kept.label.clone());
                }
            }
        }
        let lists = lists.into_iter().map(|((year, source), types)| Self { source, year, types });
        let known = |list: &Self| members.iter().filter(|member| list.types.contains_key(*member)).count();
        let best = lists.filter(|list| known(list) > 0);
        Ok(best.max_by(|one, other| {
            let (one_known, other_known) = (known(one), known(other));
            one_known.cmp(&other_known).then(one.year.cmp(&other.year)).then_with(|| other.source.cmp(&one.source))
        }))
    }

    /// What the list is called, with its year.
    #[must_use]
    pub fn name(&self) -> String {
        if self.source.is_empty() { self.year.to_string() } else { format!("{}, {}", self.source, self.year) }
    }

    /// The types of members, each once.
    #[must_use]
    pub fn of_members(&self, members: &[UnitCode]) -> BTreeSet<TypeOfSize> {
        let of = |member: &UnitCode| Some(TypeOfSize { functional_type: self.types.get(member)?.clone(), size: None });
        members.iter().filter_map(of).collect()
    }

    /// The types of members with the class of their inhabitants; a member whose inhabitants nobody tells stands for all sizes.
    #[must_use]
    pub fn of_members_by_size(&self, members: &[UnitCode], inhabitants: &BTreeMap<UnitCode, f64>) -> BTreeSet<TypeOfSize> {
        let size = |member: &UnitCode| inhabitants.get(member).and_then(|count| SizeClass::of(*count));
        let of = |member: &UnitCode| Some(TypeOfSize { functional_type: self.types.get(member)?.clone(), size: size(member) });
        members.iter().filter_map(of).collect()
    }
}

fn all_years(kept: &[&KeptVariable]) -> Option<Years> {
    let years = || kept.iter().filter_map(|kept| kept.years);
    Some(Years { first: years().map(|years| years.first).min()?, last: years().map(|years| years.last).max()? })
}

/// Inhabitants of units in the newest year in which they are told.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn inhabitants(store: &Store, catalogue: &Catalogue, units: &Units) -> Result<BTreeMap<UnitCode, f64>, Failure> {
    let Some(population) = catalogue.indicator("population") else { return Ok(BTreeMap::new()) };
    let variables: Vec<Variable> = population.variables().into_iter().cloned().collect();
    let kept = store.observation_variables().await?;
    let of_population = kept.iter().filter(|kept| variables.contains(&kept.variable));
    let Some(last) = of_population.filter_map(|kept| Some(kept.years?.last)).max() else { return Ok(BTreeMap::new()) };
    let years = Years { first: last.saturating_sub(YEARS_BACK), last };
    let block = values(store, &variables, units.clone(), years).await?;
    let in_year = |code: &UnitCode, year| Snapshot { block: &block, year }.of_unit(population, code);
    let newest = |code: &UnitCode| years.iter().rev().find_map(|year| in_year(code, year));
    Ok(units.codes().iter().filter_map(|code| Some((code.clone(), newest(code)?))).collect())
}
