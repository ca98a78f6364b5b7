//! From municipalities to areas, and from totals of areas back to municipalities.

use miedza_territory::{AreaIx, AreaVec, Partition, UnitIx, UnitVec, Units};

use super::Error;
use super::grid;
use super::population::{AgeGroups, BySex, Population, Sex};

/// The population of each area: the exact sum of its units, age by age.
///
/// # Errors
/// [`Error::WrongLength`] if the partition is of other units.
pub fn areas(population: &UnitVec<Population>, partition: &Partition, groups: AgeGroups) -> Result<AreaVec<Population>, Error> {
    fits(population, partition)?;
    let of_area = |area: AreaIx| Population::sum(groups, partition.members(area).iter().map(|unit| &population[*unit]));
    Ok(partition.areas().map(of_area).collect())
}

fn fits(population: &UnitVec<Population>, partition: &Partition) -> Result<(), Error> {
    let wanted = partition.units().len();
    match population.len() {
        given if given != wanted => Err(Error::WrongLength { what: "population of units", given, wanted }),
        _ => Ok(()),
    }
}

/// What the municipalities of an area, such as a county, must sum to.
#[derive(Clone, Debug, PartialEq)]
pub enum Total {
    /// Nothing: they stay as they are.
    Free,
    /// So many persons of all ages and both sexes.
    Persons(f64),
    /// So many persons of each age and sex.
    ByAge(Population),
}

/// Scales the municipalities of each area in proportion, so that they sum to its total exactly (top-down control).
///
/// With [`Total::Persons`] all ages and sexes of all its municipalities take one factor, with [`Total::ByAge`] each age and
/// sex has its own. Totals are met to the last bit if they are whole persons (or multiples of 2⁻²⁰); others are first brought
/// to the nearest of these. Units without an area stay as they are.
///
/// # Errors
/// [`Error::WrongLength`]; [`Error::Parameter`] for a total that is no count; [`Error::NobodyToScale`] if an area shall have
/// persons where none is projected.
pub fn control(
    population: &UnitVec<Population>,
    (units, partition): (&Units, &Partition),
    totals: &AreaVec<Total>,
) -> Result<UnitVec<Population>, Error> {
    fits(population, partition)?;
    if totals.len() != partition.areas().len() {
        return Err(Error::WrongLength { what: "totals of areas", given: totals.len(), wanted: partition.areas().len() });
    }
    let mut scaled = population.clone();
    for (area, total) in totals.enumerate() {
        let members = partition.members(area);
        let nobody = |what: String, total: f64| Error::NobodyToScale { area: partition.label(area, units).clone(), what, total };
        match total {
            Total::Free => {}
            Total::Persons(total) => scale_all(&mut scaled, members, *total, nobody)?,
            Total::ByAge(total) => scale_by_age(&mut scaled, members, total, nobody)?,
        }
    }
    Ok(scaled)
}

fn scale_all(
    scaled: &mut UnitVec<Population>,
    members: &[UnitIx],
    total: f64,
    nobody: impl Fn(String, f64) -> Error,
) -> Result<(), Error> {
    if !(0.0..=8e9).contains(&total) {
        return Err(Error::Parameter { parameter: "total of an area", value: total, wanted: "a count of persons up to 8e9" });
    }
    let mut cells = Vec::new();
    for unit in members {
        Sex::BOTH.iter().for_each(|sex| cells.extend_from_slice(scaled[*unit].of(*sex)));
    }
    let mut shares = grid::share_out(cells, total).ok_or_else(|| nobody("persons".to_owned(), total))?.into_iter();
    for unit in members {
        let groups = scaled[*unit].of(Sex::Female).len();
        scaled[*unit] = Population::on_grid(BySex::make(|_| shares.by_ref().take(groups).collect()));
    }
    Ok(())
}

fn scale_by_age(
    scaled: &mut UnitVec<Population>,
    members: &[UnitIx],
    total: &Population,
    nobody: impl Fn(String, f64) -> Error,
) -> Result<(), Error> {
    let groups = total.groups()?;
    if let Some(given) = members.iter().map(|unit| scaled[*unit].of(Sex::Female).len()).find(|given| *given != groups.count()) {
        return Err(Error::WrongLength { what: "population by age", given, wanted: groups.count() });
    }
    let mut cells: Vec<BySex<Vec<f64>>> = vec![BySex::default(); members.len()];
    for sex in Sex::BOTH {
        for group in 0..groups.count() {
            let of_group: Vec<f64> = members.iter().map(|unit| scaled[*unit].of(sex)[group]).collect();
            let wanted = total.of(sex)[group];
            let what = || format!("{sex} aged {}", groups.label(group));
            let shares = grid::share_out(of_group, wanted).ok_or_else(|| nobody(what(), wanted))?;
            for (cell, share) in cells.iter_mut().zip(shares) {
                match sex {
                    Sex::Female => cell.female.push(share),
                    Sex::Male => cell.male.push(share),
                }
            }
        }
    }
    for (unit, cell) in members.iter().zip(cells) {
        scaled[*unit] = Population::on_grid(cell);
    }
    Ok(())
}
