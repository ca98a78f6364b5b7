//! The units of the demonstration: registers, inhabitants and areas, and cells drawn around seats.
//!
//! What the store has already stays: a register or figures that somebody imported since are not overwritten, and no line of
//! the trail is written for nothing. The tables, their publishers and years are told in `demo/README.md`.

use std::collections::BTreeMap;

use miedza_delimitation::outline;
use miedza_sources::boundary::write::to_wkb;
use miedza_sources::table::{Column, Input};
use miedza_sources::units::{Wanted, read_figures, read_seats};
use miedza_sources::{czso, teryt};
use miedza_store::{Author, BoundarySet, Store};
use miedza_territory::{
    Country, Day, Figure, Level, Observations, Period, RegisterEdition, Seat, UnitCode, UnitFigures, UnitVec, Units,
};

use super::embedded::{CZECH_REGISTER, FIGURES, POLISH_REGISTER, SEATS, SURROUNDINGS, Table};
use crate::failure::Failure;

const TERYT: &str = "GUS, rejestr TERYT (TERC) 2024";
const YEARBOOK: &str = "GUS, Powierzchnia i ludność w przekroju terytorialnym w 2023 r., tabl. 21";
const LOCAL_DATA: &str = "GUS, Bank Danych Lokalnych, P2137 (2020)";
const AREAS: &str = "GUGiK, wykaz powierzchni jednostek podziału terytorialnego 2025";
const TAX_SHARING: &str = "MF ČR, rozpočtové určení daní 2026 (počet obyvatel ČSÚ)";
const POINTS: &str = "GUGiK, Państwowy Rejestr Granic 2019; ČÚZK, hranice obcí";

/// What the tables give.
struct Known {
    registers: Vec<(RegisterEdition, &'static str)>,
    figures: Vec<UnitFigures>,
    cells: Vec<Cells>,
}

/// Cells around the seats of a country.
struct Cells {
    set: BoundarySet,
    shapes: Vec<(UnitCode, Vec<u8>)>,
}

/// Keeps what the store does not have yet.
///
/// # Errors
/// [`Failure`] if the store cannot keep it.
pub async fn load(store: &Store, author: &Author) -> Result<(), Failure> {
    let known = known()?;
    let editions = store.editions().await?;
    for (register, source) in &known.registers {
        if !editions.iter().any(|kept| (kept.country, kept.day) == (register.country, register.date)) {
            store.save_edition(register, source, author).await?;
        }
    }
    let sets = store.figure_sets().await?;
    for figures in &known.figures {
        let name = (figures.country, figures.figure, figures.period, figures.provenance.file.as_str());
        if !sets.iter().any(|kept| (kept.country, kept.figure, kept.period, kept.file.as_str()) == name) {
            store.save_figures(figures, author).await?;
        }
    }
    let drawn = store.boundary_sets().await?;
    for Cells { set, shapes } in &known.cells {
        if !drawn.iter().any(|kept| kept.id == set.id) {
            store.save_boundaries(set, shapes, author).await?;
        }
    }
    Ok(())
}

fn known() -> Result<Known, Failure> {
    let polish = teryt::parse(input(TERYT, POLISH_REGISTER)).map_err(failed)?;
    let czech = czso::read(vec![input(TAX_SHARING, CZECH_REGISTER)], None).map_err(failed)?;
    let by_six = by_six(&polish);
    let mut figures = czech.figures;
    figures.extend(of_partnerships()?);
    figures.extend(of_surroundings(&by_six)?);
    let cells = cells(&by_six)?;
    Ok(Known { registers: vec![(polish, TERYT), (czech.edition, TAX_SHARING)], figures, cells })
}

fn input(name: &str, table: Table) -> Input {
    Input::new(name, table.text)
}

fn failed(error: impl std::error::Error) -> Failure {
    Failure::fault(&error)
}

/// Full codes by codes without the kind.
fn by_six(register: &RegisterEdition) -> BTreeMap<UnitCode, UnitCode> {
    register.of_level(Level::Municipality).map(|unit| (unit.lasting_code(), unit.code.clone())).collect()
}

fn day(year: u16, month: u8, day: u8) -> Period {
    Period::Day(Day::new(year, month, day).expect("a day of the calendar"))
}

/// Inhabitants and area of what the partnerships name; those of Czechia stand with its register, but for the area.
fn of_partnerships() -> Result<Vec<UnitFigures>, Failure> {
    let wanted = [
        (Figure::Population, YEARBOOK, Country::Poland, day(2022, 12, 31)),
        (Figure::AreaKm2, AREAS, Country::Poland, day(2025, 1, 1)),
        (Figure::AreaKm2, TAX_SHARING, Country::Czechia, day(2025, 1, 1)),
    ];
    let read = |(figure, file, of, period): (Figure, &str, Country, Period)| {
        figures(file, FIGURES, (figure, period), |code| (Country::of_municipality(code) == of).then(|| code.clone()))
    };
    wanted.into_iter().map(read).collect()
}

/// Inhabitants of two areas with their surroundings.
fn of_surroundings(by_six: &BTreeMap<UnitCode, UnitCode>) -> Result<Vec<UnitFigures>, Failure> {
    let mut both: Option<UnitFigures> = None;
    for table in SURROUNDINGS {
        let next = figures(LOCAL_DATA, table, (Figure::Population, day(2020, 12, 31)), |code| by_six.get(code).cloned())?;
        match &mut both {
            None => both = Some(next),
            Some(both) => next.values.iter().for_each(|(code, value)| {
                both.values.insert(code.clone(), value);
            }),
        }
    }
    Ok(both.into_iter().collect())
}

/// A figure of a table, under the codes that `rename` gives to its units; the others are left out.
fn figures(
    file: &str,
    table: Table,
    (figure, period): (Figure, Period),
    rename: impl Fn(&UnitCode) -> Option<UnitCode>,
) -> Result<UnitFigures, Failure> {
    let wanted = Wanted::new(figure).in_column(Some(Column::from(figure.word())));
    let read = read_figures(input(file, table), &wanted).map_err(failed)?;
    let mut values = Observations::new();
    for (code, value) in read.observations.iter() {
        if let Some(code) = rename(code) {
            values.insert(code, value);
        }
    }
    let country = values.iter().next().map_or(Country::Poland, |(code, _)| Country::of_municipality(code));
    Ok(UnitFigures { country, figure, period, values, total: None, column: read.column, provenance: read.provenance })
}

/// Cells around seats, one set for each country.
fn cells(by_six: &BTreeMap<UnitCode, UnitCode>) -> Result<Vec<Cells>, Failure> {
    let mut seats: BTreeMap<Country, BTreeMap<UnitCode, Seat>> = BTreeMap::new();
    for (code, seat) in read_seats(input(POINTS, SEATS)).map_err(failed)?.seats {
        // Counties lie over their municipalities.
        if code.as_str().len() > 4 {
            seats.entry(Country::of_municipality(&code)).or_default().insert(code, seat);
        }
    }
    for table in SURROUNDINGS {
        let polish = seats.entry(Country::Poland).or_default();
        let read = read_seats(input(POINTS, table)).map_err(failed)?.seats;
        polish.extend(read.into_iter().filter_map(|(six, seat)| Some((by_six.get(&six)?.clone(), seat))));
    }
    seats.iter().map(|(country, seats)| drawn(*country, seats)).collect()
}

fn drawn(country: Country, seats: &BTreeMap<UnitCode, Seat>) -> Result<Cells, Failure> {
    let units = Units::new(seats.keys().cloned().collect());
    let seats = UnitVec::new(units.codes().iter().map(|code| seats[code]).collect());
    let drawn = outline::schematic(&units, &seats).map_err(|error| Failure::outline(&error))?;
    let set = BoundarySet {
        id: format!("{}-municipality-schematic", country.word()),
        country,
        level: Level::Municipality,
        year: 2024,
        name: "Komórki schematyczne wokół siedzib".to_owned(),
        source: POINTS.to_owned(),
        licence: None,
        is_schematic: true,
    };
    let shapes = units.codes().iter().cloned().zip(drawn.shapes.iter().map(to_wkb)).collect();
    Ok(Cells { set, shapes })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use miedza_planning::record::{Kind, Shape};
    use serde_json::Value;

    use super::*;
    use crate::demo::content;

    /// Codes of units that the texts name, with the kinds that name them.
    fn named() -> BTreeMap<UnitCode, Kind> {
        let mut named = BTreeMap::new();
        for item in content::read().expect("the texts are right") {
            for field in item.draft.kind.fields().iter().filter(|field| matches!(field.shape, Shape::Unit | Shape::Units)) {
                let codes = match item.draft.values.get(field.name) {
                    Some(Value::Array(codes)) => codes.clone(),
                    Some(code) => vec![code.clone()],
                    None => continue,
                };
                let codes = codes.iter().map(|code| UnitCode::parse(code.as_str().expect("a text")).expect("a code"));
                named.extend(codes.map(|code| (code, item.draft.kind)));
            }
        }
        named
    }

    #[test]
    fn every_unit_that_the_texts_name_is_in_a_register() {
        let known = known().expect("the tables are right");

        let is_known = |code: &UnitCode| known.registers.iter().any(|(register, _)| register.find(code).is_some());
        let unknown: Vec<_> = named().into_iter().filter(|(code, _)| !is_known(code)).collect();

        assert_eq!(unknown, []);
    }

    #[test]
    fn every_member_has_inhabitants_area_and_a_cell_or_lies_over_those_that_have() {
        let known = known().expect("the tables are right");
        let with = |figure: Figure| -> BTreeSet<&UnitCode> {
            let sets = known.figures.iter().filter(|set| set.figure == figure);
            sets.flat_map(|set| set.values.iter().map(|(code, _)| code)).collect()
        };
        let (population, area) = (with(Figure::Population), with(Figure::AreaKm2));
        let cells: BTreeSet<&UnitCode> = known.cells.iter().flat_map(|cells| cells.shapes.iter().map(|(code, _)| code)).collect();

        for (code, _) in named().iter().filter(|(_, kind)| **kind == Kind::Memberships) {
            assert!(population.contains(code) && area.contains(code), "{code}");
            assert!(code.as_str().len() == 4 || cells.contains(code), "{code}");
        }
    }

    #[test]
    fn figures_have_the_codes_of_the_register() {
        let known = known().expect("the tables are right");
        let is_known = |code: &UnitCode| known.registers.iter().any(|(register, _)| register.find(code).is_some());

        for set in &known.figures {
            assert!(!set.values.is_empty() && set.values.iter().all(|(code, _)| is_known(code)), "{}", set.provenance.file);
            assert!(
                set.values
                    .iter()
                    .all(|(code, _)| Country::of_municipality(code) == set.country || code.as_str().starts_with("CZ"))
            );
        }
    }
}
