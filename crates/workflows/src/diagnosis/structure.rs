//! Of what an area has more than its peers, and why it grew: sets of counts of the area held against all with whom it is compared.

use std::collections::BTreeSet;
use std::sync::Arc;

use miedza_planning::diagnosis::structure::{Change, Composition, CountSet, Sides, StructureError, change, composition};
use miedza_planning::diagnosis::{Block, Variable, Years};
use miedza_store::Store;
use miedza_territory::{UnitCode, Units};

use super::ground::{Ground, values};
use crate::failure::Failure;
use crate::lab::aside;

/// How many years before the last one the first is, if nobody chose otherwise and the figures go back so far.
const YEARS_BACK: u16 = 5;

/// A set with the years in which the area has all of its counts, the first one first.
pub type Available = (&'static CountSet, Vec<u16>);

/// Which set in which years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// The set.
    pub set: &'static CountSet,
    /// The year of the quotients, and the last of the change.
    pub year: u16,
    /// The first year of the change; `None` if there is only one year.
    pub base: Option<u16>,
}

/// The structure of an area.
#[derive(Debug)]
pub struct Structure {
    /// What was asked for.
    pub asked: Asked,
    /// Quotients in the year.
    pub now: Result<Composition, StructureError>,
    /// Quotients in the first year.
    pub before: Option<Result<Composition, StructureError>>,
    /// What the change is made of.
    pub change: Option<Result<Change, StructureError>>,
    /// Units of the reference: the area and its peers.
    pub reference: usize,
    /// Numbers of the imports behind the counts of the area.
    pub imports: BTreeSet<u32>,
}

/// The sets of which the area has all counts in some year.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn available(store: &Store, ground: &Ground) -> Result<Vec<Available>, Failure> {
    let members = &ground.subject.members;
    let variables: Vec<Variable> = CountSet::held().iter().flat_map(variables).collect();
    let years = ground.own.years();
    let block = values(store, &variables, Units::new(members.clone()), years).await?;
    let with_years = |set: &'static CountSet| (set, years.iter().filter(|year| is_whole(&block, set, members, *year)).collect());
    Ok(CountSet::held().iter().map(with_years).filter(|(_, years): &Available| !years.is_empty()).collect())
}

fn variables(set: &CountSet) -> Vec<Variable> {
    set.parts.iter().map(|named| named.part.variable.clone()).collect()
}

fn is_whole(block: &Block, set: &CountSet, members: &[UnitCode], year: u16) -> bool {
    let has_all = |unit: &UnitCode| {
        let unit = block.units().find(unit);
        unit.is_some_and(|unit| set.parts.iter().all(|named| block.number(&named.part.variable, unit, year).is_some()))
    };
    members.iter().all(has_all)
}

impl Asked {
    /// What is asked for by the words of an address; what they do not say is as usual: the first set, its newest year, and the
    /// year five years before or the first one after that. `None` if no set is available.
    #[must_use]
    pub fn of(available: &[Available], (set, year, base): (&str, Option<u16>, Option<u16>)) -> Option<Self> {
        let (set, years) = available.iter().find(|(known, _)| known.code == set).or(available.first())?;
        let year = year.filter(|year| years.contains(year)).or(years.last().copied())?;
        let before = || years.iter().copied().filter(|one| *one < year);
        let usual = || before().find(|one| *one >= year.saturating_sub(YEARS_BACK)).or(before().next_back());
        let base = base.filter(|base| before().any(|one| one == *base)).or_else(usual);
        Some(Self { set, year, base })
    }
}

/// The structure of an area; the reference are the area and its peers together.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn sought(store: &Store, ground: Arc<Ground>, asked: Asked) -> Result<Structure, Failure> {
    let everyone = ground.everyone();
    let years = Years { first: asked.base.unwrap_or(asked.year), last: asked.year };
    let block = values(store, &variables(asked.set), Units::new(everyone.clone()), years).await?;
    aside(move || {
        let (parts, members) = (asked.set.parts(), &ground.subject.members);
        let sides = Sides { area: members, reference: &everyone };
        Ok(Structure {
            asked,
            now: composition(&block, &parts, sides, asked.year),
            before: asked.base.map(|base| composition(&block, &parts, sides, base)),
            change: asked.base.map(|base| change(&block, &parts, sides, (base, asked.year))),
            reference: everyone.len(),
            imports: imports(&block, &asked, members),
        })
    })
    .await
}

fn imports(block: &Block, asked: &Asked, members: &[UnitCode]) -> BTreeSet<u32> {
    let years = [Some(asked.year), asked.base];
    let mut found = BTreeSet::new();
    for unit in members.iter().filter_map(|unit| block.units().find(unit)) {
        for year in years.into_iter().flatten() {
            let cells = asked.set.parts.iter().filter_map(|named| block.cell(&named.part.variable, unit, year));
            found.extend(cells.map(|cell| cell.import));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_far_as_it_can_be_and_the_rest_is_as_usual() {
        let sets = CountSet::held();
        let available: Vec<Available> = vec![(&sets[0], vec![2010, 2014, 2018, 2020]), (&sets[2], vec![2020])];
        let of = |set, year, base| {
            Asked::of(&available, (set, year, base)).map(|found| (found.set.code.as_str(), found.year, found.base))
        };

        assert_eq!(of("", None, None), Some(("age", 2020, Some(2018))));
        assert_eq!(of("age", Some(2020), Some(2010)), Some(("age", 2020, Some(2010))));
        assert_eq!(of("age", Some(2018), Some(2019)), Some(("age", 2018, Some(2014))), "a year without figures");
        assert_eq!(of("age", Some(2014), None), Some(("age", 2014, Some(2010))));
        assert_eq!(of("age", Some(2010), Some(2020)), Some(("age", 2010, None)), "nothing before");
        assert_eq!(of("unemployed", Some(1999), None), Some(("unemployed", 2020, None)));
        assert_eq!(Asked::of(&[], ("age", None, None)), None);
    }
}
