//! A county through the years: municipalities that are no more, and those that were not yet.
//!
//! The members of an area are municipalities of today. Where all of a county are members, the county as a whole goes back
//! further than they do: one was dissolved, another was founded. A published figure of the county settles it. Where the
//! members that were there and the municipalities that are no more add up to it, the latter count for the area, and a member
//! without any value was not in force. Where they do not, the figures stay as they are, and what is missing is missing.
//! Nothing is filled in that a source keeps secret.

use miedza_territory::{Missing, Note, Notes, UnitCode, UnitIx, Value};

use super::block::{Block, Cell, VariableIx};

/// How far sums may lie from a published figure: half a unit, for figures that were rounded.
const NEAR: f64 = 0.5;

/// A county whose municipalities are all members, with codes that its figures were once published under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeCounty {
    /// The county.
    pub county: UnitCode,
    /// Its municipalities.
    pub members: Vec<UnitCode>,
    /// Municipalities of it that are no more.
    pub former: Vec<UnitCode>,
}

impl WholeCounty {
    /// Settles the values of the county in a block that holds it, its municipalities and the former ones; values of former
    /// municipalities that the published figure does not bear out are taken away.
    pub fn settle(&self, block: &mut Block) {
        let find = |codes: &[UnitCode]| codes.iter().filter_map(|code| block.units().find(code)).collect::<Vec<UnitIx>>();
        let (members, former) = (find(&self.members), find(&self.former));
        let county = block.units().find(&self.county);
        let years = block.years();
        for (variable, year) in block.variable_numbers().flat_map(|variable| years.iter().map(move |year| (variable, year))) {
            let published = county.and_then(|county| block.at(variable, county, year));
            let settled = published.and_then(|published| absent(block, (variable, year), published, (&members, &former)));
            match (settled, published) {
                (Some(absent), Some(published)) => {
                    let notes = Notes::of(&[Note::NotInForce]);
                    let cell = Cell { value: Value::Missing(Missing::NotApplicable), notes, import: published.import };
                    absent.into_iter().for_each(|unit| block.put_at(variable, (unit, year), cell));
                }
                _ => former.iter().for_each(|unit| block.forget(variable, (*unit, year))),
            }
        }
    }
}

/// The members that were not in force, if the others and the former ones add up to the published figure; `None` if they do
/// not, a value is missing for another reason, or there is nothing to settle.
fn absent(
    block: &Block,
    (variable, year): (VariableIx, u16),
    published: Cell,
    (members, former): (&[UnitIx], &[UnitIx]),
) -> Option<Vec<UnitIx>> {
    let at = |unit: &UnitIx| block.at(variable, *unit, year);
    let (there, absent): (Vec<UnitIx>, Vec<UnitIx>) = members.iter().copied().partition(|unit| at(unit).is_some());
    let gone: Vec<UnitIx> = former.iter().copied().filter(|unit| at(unit).is_some()).collect();
    if there.is_empty() || (absent.is_empty() && gone.is_empty()) {
        return None;
    }
    let numbers: Option<Vec<f64>> = there.iter().chain(&gone).map(|unit| at(unit)?.value.number()).collect();
    let sum = numbers?.into_iter().fold(0.0, |sum, number| sum + number);
    ((sum - published.value.number()?).abs() <= NEAR).then_some(absent)
}

#[cfg(test)]
mod tests {
    use miedza_territory::Units;

    use super::*;
    use crate::diagnosis::toys::{unit, units};
    use crate::diagnosis::{AreaTable, Catalogue, Variable, Years};

    const COUNTY: &str = "3203";
    const MEMBERS: [&str; 2] = ["3203012", "3203023"];
    const FORMER: &str = "320304";

    /// Registered unemployed of a county in 2018 and 2019; values by code and year.
    fn settled(values: &[(&str, u16, Option<f64>)]) -> AreaTable {
        let unemployed = Variable::parse("bdl:10514").expect("a variable");
        let all = Units::new(units(&[MEMBERS[0], MEMBERS[1], FORMER, COUNTY]));
        let mut block = Block::new([unemployed.clone()], all, Years { first: 2018, last: 2019 });
        for (code, year, number) in values {
            let value = number.map_or(Value::Missing(Missing::Suppressed), Value::Known);
            block.put(&unemployed, &unit(code), *year, Cell { value, notes: Notes::NONE, import: 1 });
        }
        let county = WholeCounty { county: unit(COUNTY), members: units(&MEMBERS), former: units(&[FORMER]) };
        county.settle(&mut block);
        let catalogue = Catalogue::built_in().expect("it is whole");
        AreaTable::with_former(&catalogue, &block, (&units(&MEMBERS), &units(&[FORMER]))).expect("sound values")
    }

    fn area(values: &[(&str, u16, Option<f64>)], year: u16) -> Option<f64> {
        settled(values).row("registered_unemployed").expect("an indicator").area_value(year)
    }

    #[test]
    fn a_dissolved_municipality_counts_where_the_county_bears_it_out() {
        let of_2018 = [(MEMBERS[0], 2018, Some(70.0)), (MEMBERS[1], 2018, Some(20.0)), (FORMER, 2018, Some(10.0))];
        let with = |county: f64| [&of_2018[..], &[(COUNTY, 2018, Some(county))]].concat();

        assert_eq!(area(&with(100.0), 2018), Some(100.0), "all three are the county");
        assert_eq!(area(&with(90.0), 2018), Some(90.0), "it had moved to another county before");
        assert_eq!(area(&of_2018, 2018), Some(90.0), "nothing bears it out");
    }

    #[test]
    fn a_member_that_was_not_founded_yet_is_no_gap_where_the_others_are_the_county() {
        let one = [(MEMBERS[0], 2018, Some(70.0))];
        let with = |county: f64| [&one[..], &[(COUNTY, 2018, Some(county))]].concat();

        assert_eq!(area(&with(70.0), 2018), Some(70.0));
        assert_eq!(area(&with(75.0), 2018), None, "somebody is missing");
        assert_eq!(area(&one, 2018), None);
        let table = settled(&with(70.0));
        let row = table.row("registered_unemployed").expect("an indicator");
        let second = row.member_in(1, 2018).expect("a member");
        assert_eq!((second.value, second.why_missing), (None, Some(Missing::NotApplicable)), "it has no figure, and no 0");
    }

    #[test]
    fn a_secret_is_not_worked_out_from_the_county() {
        let values = [(MEMBERS[0], 2018, Some(70.0)), (MEMBERS[1], 2018, None), (COUNTY, 2018, Some(100.0))];

        assert_eq!(area(&values, 2018), None);
    }
}
