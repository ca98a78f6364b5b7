//! Lists of functional types, such as that of Śleszyński & Komornicki: a row per municipality with the type that it has.
//!
//! Columns are the code of the unit and its type (`functional_type`), the year of the list and where it comes from. Each type
//! becomes a variable, `type:` and the words of source and type, which is 1 for the municipalities of the type and does not
//! apply to all others of the list, so that a newer edition takes a former type back.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Missing, Notes, Period, Provenance, UnitIx, Value};

use super::gather::{Gathering, Place, Variable};
use super::interned::period;
use super::key::{Key, word};
use super::{Error, How, Reason, Taken};
use crate::table::{Input, Lack, Table, fold};
use crate::units::columns;

/// The word of the source of types.
pub const FUNCTIONAL_TYPE: &str = "type";
/// Folded names of the column of the type.
const TYPE: [&str; 5] = ["functional type", "typ funkcjonalny", "typ funkcjonalny gminy", "funkcni typ", "funkcni typ obce"];
/// Folded names of the column of the year.
const YEAR: [&str; 4] = ["year", "rok", "rok listy", "list year"];
/// Folded names of the column that says where the list comes from.
const SOURCE: [&str; 4] = ["source", "zrodlo", "zdroj", "list name"];

/// The column whose folded name is one of these.
fn column(header: &[String], names: &[&str]) -> Option<usize> {
    header.iter().position(|column| names.contains(&fold(column).as_str()))
}

/// Whether a table tells functional types of units.
pub(super) fn is_list(header: &[String]) -> bool {
    column(header, &TYPE).is_some() && columns::code(None, header).is_ok()
}

/// Where the columns stand, counted from 0.
struct Places {
    code: usize,
    kind: usize,
    year: Option<usize>,
    source: Option<usize>,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let code = columns::code(None, header)?;
        let missing = || Lack::Missing { role: "the functional type", option: "a column functional_type".into(), found: 1 };
        let kind = column(header, &TYPE).ok_or_else(missing)?;
        Ok(Self { code, kind, year: column(header, &YEAR), source: column(header, &SOURCE) })
    }
}

/// A municipality with its type, by the number of its unit and of its period.
struct Typed {
    unit: UnitIx,
    period: u16,
    source: String,
    kind: String,
    line: u64,
}

/// Reads a list of types.
pub(super) fn read(input: Input, how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let (mut table, places) = Table::find(input, None, Places::find)?;
    let (mut gathering, mut typed) = (Gathering::default(), Vec::new());
    while table.advance()? {
        if table.row().is_blank() {
            continue;
        }
        gathering.rows += 1;
        match row(&mut gathering, &table, &places, how)? {
            Ok(one) => typed.push(one),
            Err((what, reason)) => gathering.refuse(table.row().number(), &what, reason),
        }
    }
    let sources: BTreeSet<&str> = typed.iter().map(|one| one.source.as_str()).filter(|source| !source.is_empty()).collect();
    let origin = how.origin(&sources.into_iter().collect::<Vec<_>>().join("; "), "", provenance);
    push(&mut gathering, &typed, &table.column_name(places.kind));
    Ok(gathering.finish(table.file(), &table.column_name(places.kind), &origin)?.into())
}

/// The type that a row tells; else what is at fault and why.
fn row(gathering: &mut Gathering, table: &Table, places: &Places, how: &How) -> Result<Result<Typed, (String, Reason)>, Error> {
    let row = table.row();
    let said = places.year.map(|column| row.field(column)).filter(|text| !text.is_empty());
    let told = match (said, how.year) {
        (Some(text), _) => period(text),
        (None, Some(year)) => Some(Period::Year(year)),
        (None, None) => {
            let file = table.file().into();
            return Err(crate::Error::NoPeriod { file, column: table.column_name(places.kind) }.into());
        }
    };
    let (code, kind) = (row.field(places.code), row.field(places.kind).trim());
    let Some(period) = told.and_then(|told| gathering.period(told).ok()) else {
        return Ok(Err((said.unwrap_or_default().to_owned(), Reason::NotAPeriod)));
    };
    if word(kind).is_none() {
        return Ok(Err((code.to_owned(), Reason::NoType)));
    }
    let Some(unit) = gathering.codes.number(code, row.is_number(places.code)) else {
        return Ok(Err((code.to_owned(), Reason::NotACode)));
    };
    let source = places.source.map_or("", |column| row.field(column)).trim().to_owned();
    Ok(Ok(Typed { unit, period, source, kind: kind.to_owned(), line: row.number() }))
}

/// Each municipality has its type and none of the others of its list.
fn push(gathering: &mut Gathering, typed: &[Typed], column: &str) {
    let mut lists: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in typed {
        lists.entry(&one.source).or_default().insert(&one.kind);
    }
    for one in typed {
        for kind in &lists[one.source.as_str()] {
            let value = if *kind == one.kind { Value::Known(1.0) } else { Value::Missing(Missing::NotApplicable) };
            if let Err(reason) = put(gathering, one, kind, (value, column)) {
                gathering.refuse(one.line, kind, reason);
            }
        }
    }
}

fn put(gathering: &mut Gathering, one: &Typed, kind: &str, (value, column): (Value, &str)) -> Result<(), Reason> {
    let name = format!("{}\u{1F}{kind}", one.source);
    let words = || word(&format!("{} {kind}", one.source)).ok_or(Reason::NoType);
    let made = || {
        let key = Key { source: FUNCTIONAL_TYPE.into(), variable: words()? };
        Ok(Variable { key, is_told: false, label: kind.to_owned(), measure: None })
    };
    let variable = gathering.variable(&name, made)?;
    gathering.push(Place { variable, unit: one.unit, period: one.period, line: one.line, column }, value, Notes::NONE)
}

#[cfg(test)]
mod tests {
    use miedza_territory::Day;

    use super::super::{Found, Layout, read};
    use super::*;

    fn found(text: &str) -> Found {
        let how = How::new(Day::new(2026, 1, 5).expect("a day"));
        read(Input::new("types.csv", text.to_owned()), &how).expect("a list of types")
    }

    fn values(found: &Found) -> Vec<(String, String, Option<f64>)> {
        let of = |one: &miedza_territory::Series| {
            let key = one.about().key();
            one.iter().map(|(unit, _, value, _)| (key.clone(), unit.to_string(), value.number())).collect::<Vec<_>>()
        };
        found.series.iter().flat_map(of).collect()
    }

    #[test]
    fn each_municipality_has_its_type_and_none_of_the_others() {
        let found = found("teryt;functional_type;source;year\n3217011;D. ośrodki;S&K;2016\n3217022;G. rolnicze;S&K;2016\n");

        let type_d = "type:s_k_d_osrodki".to_owned();
        let type_g = "type:s_k_g_rolnicze".to_owned();
        assert_eq!(found.layout, Layout::Types);
        assert_eq!(
            values(&found),
            [
                (type_d.clone(), "3217011".to_owned(), Some(1.0)),
                (type_d, "3217022".to_owned(), None),
                (type_g.clone(), "3217011".to_owned(), None),
                (type_g, "3217022".to_owned(), Some(1.0)),
            ]
        );
        let about = found.series[0].about();
        assert_eq!((about.label.as_str(), about.publisher.as_str()), ("D. ośrodki", "S&K"));
    }

    #[test]
    fn two_types_for_one_municipality_and_rows_without_a_type_are_refused() {
        let found = found(
            "teryt;typ funkcjonalny;rok\n3217011;A;2016\n3217011;B;2016\n3217022;A;2016\n3217032;;2016\nnobody;A;2016\n3217042;A;soon\n",
        );

        let known: Vec<_> = values(&found).into_iter().filter(|(.., value)| value.is_some()).collect();
        assert_eq!(known, [("type:a".to_owned(), "3217022".to_owned(), Some(1.0))]);
        let reasons: Vec<(u64, &Reason)> = found.refused.iter().map(|refused| (refused.line, &refused.reason)).collect();
        assert!(reasons.contains(&(5, &Reason::NoType)), "{reasons:?}");
        assert!(reasons.contains(&(6, &Reason::NotACode)), "{reasons:?}");
        assert!(reasons.contains(&(7, &Reason::NotAPeriod)), "{reasons:?}");
        assert!(reasons.iter().any(|(line, reason)| *line == 3 && matches!(reason, Reason::OtherValue { .. })), "{reasons:?}");
    }

    #[test]
    fn a_list_without_a_year_asks_for_it() {
        let how = How::new(Day::new(2026, 1, 5).expect("a day"));
        let error = read(Input::new("types.csv", "teryt;functional_type\n3217011;A\n"), &how).expect_err("no year");

        assert!(matches!(error, Error::Table(crate::Error::NoPeriod { .. })), "{error}");
    }
}
