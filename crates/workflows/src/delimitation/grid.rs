//! A population grid of square kilometres: rows of cells, inhabitants and, where the table tells them, units.
//!
//! Cells are named as the statistical offices of Europe name them (`1kmN1756E4220`, `CRS3035RES1000mN1756000E4220000`) or by
//! `x` and `y` in metres of EPSG:3035, any point of the cell but its upper and right edge. Where no column names the unit,
//! it is the one that the middle of the cell lies in.

use std::collections::BTreeSet;
use std::path::Path;

use geo_types::{Coord, Point};
use miedza_delimitation::method::functional_urban_area::grid::{Grid, Part};
use miedza_delimitation::outline::Locator;
use miedza_sources::Error as TableError;
use miedza_sources::boundary::Way;
use miedza_sources::commuting::unsettled_told;
use miedza_sources::table::{Decimal, Field, Input, Lack, Numbers, Table as Rows, fold};
use miedza_territory::{Boundaries, Provenance, UnitCode, UnitIx, Units};
use miedza_texts::{Argument, Message, key};

use crate::failure::{Failure, Table};

/// What the cells are matched with.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Units of the flows.
    pub units: &'a Units,
    /// Their land, where it is known.
    pub boundaries: Option<&'a Boundaries>,
    /// The decimal sign that was asked for.
    pub decimal: Option<Decimal>,
}

/// A grid with its file and what is to be told.
#[derive(Debug)]
pub struct Read {
    /// The grid.
    pub grid: Grid,
    /// The file.
    pub provenance: Provenance,
    /// Inhabitants outside all units.
    pub notes: Vec<Message>,
}

/// A row of the table whose inhabitants are not settled yet.
struct Row {
    cell: (i32, i32),
    unit: Option<UnitIx>,
}

/// Reads a grid.
///
/// # Errors
/// [`Failure`] if the file is no table of cells, a row names no cell, or a cell stands there twice for one unit.
pub fn read(file: &Path, ground: Ground) -> Result<Read, Failure> {
    let failed = |error: TableError| Failure::table(Table::Units, file, &error);
    let input = Input::open(file).map_err(failed)?;
    let provenance = input.provenance("grid");
    let located = ground.boundaries.is_some();
    let (mut table, places) =
        Rows::find(input, None, |header| Places::find(header, located)).map_err(|error| Failure::grid(file, &error))?;
    let mut numbers = Numbers::with_decimal(ground.decimal);
    let (mut rows, mut seen): (Vec<Row>, BTreeSet<_>) = (Vec::new(), BTreeSet::new());
    let mut persons: Vec<f64> = Vec::new();
    let land = Land::of(ground);
    while table.advance().map_err(failed)? {
        let row = table.row();
        if row.is_blank() {
            continue;
        }
        let text = places.cell_text(|column| row.field(column));
        let cell = places.cell(|column| row.field(column)).ok_or_else(|| Failure::grid_row(file, row.number(), &text))?;
        let unit = match places.unit {
            Some(column) => named(row.field(column), ground.units),
            None => land.as_ref().and_then(|land| land.unit_at(cell)),
        };
        if !seen.insert((cell, places.unit.map(|column| row.field(column).trim().to_owned()))) {
            return Err(Failure::grid_twice(file, &text));
        }
        persons.push(match numbers.read(row.field(places.inhabitants), row.number(), rows.len()) {
            Field::Number(number) => number,
            Field::Missing(_) => 0.0,
            Field::Other => return Err(Failure::grid_row(file, row.number(), row.field(places.inhabitants))),
        });
        rows.push(Row { cell, unit });
    }
    let column: Box<str> = table.header()[places.inhabitants].as_str().into();
    let settled = numbers.settle(|position, number| persons[position] = number);
    settled.map_err(|unsettled| failed(unsettled_told(&provenance.file, column, unsettled)))?;
    put_together(&rows, &persons, provenance).map_err(|error| Failure::grid(file, &error))
}

fn put_together(rows: &[Row], persons: &[f64], provenance: Provenance) -> Result<Read, miedza_delimitation::Error> {
    let part = |(row, &inhabitants): (&Row, &f64)| Part { column: row.cell.0, row: row.cell.1, inhabitants, unit: row.unit };
    let parts: Vec<Part> = rows.iter().zip(persons).map(part).collect();
    let outside: f64 = parts.iter().filter(|part| part.unit.is_none()).map(|part| part.inhabitants).sum();
    let all: f64 = parts.iter().map(|part| part.inhabitants).sum();
    let told = || {
        Message::new(key::NOTE_GRID_OUTSIDE).with("persons", Argument::Number(outside, 0)).with("all", Argument::Number(all, 0))
    };
    Ok(Read { grid: Grid::new(parts)?, provenance, notes: (outside > 0.0).then(told).into_iter().collect() })
}

/// The unit of a code as the flows write it.
fn named(text: &str, units: &Units) -> Option<UnitIx> {
    let code = UnitCode::parse(text).ok()?;
    units.find(&code).or_else(|| units.find(&code.without_kind()?))
}

/// Boundaries that are asked for the middle of cells.
struct Land<'a> {
    locator: Locator<'a>,
    boundaries: &'a Boundaries,
    units: &'a Units,
    way: Way,
}

impl<'a> Land<'a> {
    fn of(ground: Ground<'a>) -> Option<Self> {
        let boundaries = ground.boundaries?;
        Some(Self { locator: Locator::new(boundaries), boundaries, units: ground.units, way: Way::from_europe() })
    }

    fn unit_at(&self, (column, row): (i32, i32)) -> Option<UnitIx> {
        let middle = |kilometres: i32| f64::from(kilometres) * METRES + METRES / 2.0;
        let at = self.way.degrees(Coord { x: middle(column), y: middle(row) })?;
        let found = self.locator.unit_at(Point::from(at))?;
        self.units.find(self.boundaries.units.code(found))
    }
}

/// Side of a cell.
const METRES: f64 = 1_000.0;

/// Columns of a grid.
struct Places {
    cell: CellColumns,
    inhabitants: usize,
    unit: Option<usize>,
}

enum CellColumns {
    Name(usize),
    Metres(usize, usize),
}

impl Places {
    fn find(header: &[String], located: bool) -> Result<Self, Lack> {
        let find = |words: &[&str]| {
            let column = |word: &&str| header.iter().position(|column| fold(column) == **word);
            words.iter().find_map(column)
        };
        let name = find(&["grd id", "grid id", "cell", "cellcode", "cell id", "grd inspire", "id"]).map(CellColumns::Name);
        let metres = || Some(CellColumns::Metres(find(&["x", "easting"])?, find(&["y", "northing"])?));
        let lack = |role, option: &str, found| Lack::Missing { role, option: option.into(), found };
        let cell = name.or_else(metres).ok_or_else(|| lack("the cell", "a column cell, or columns x and y in metres", 0))?;
        let words = [
            "inhabitants",
            "population",
            "persons",
            "tot p",
            "tot p 2011",
            "tot p 2018",
            "tot p 2021",
            "t",
            "obs value t",
            "tot",
        ];
        let inhabitants = find(&words).ok_or_else(|| lack("the inhabitants of the cell", "a column inhabitants", 1))?;
        let unit = find(&["unit", "code", "lau", "lau id", "teryt", "terc", "gmina", "obec", "municipality"]);
        if unit.is_none() && !located {
            return Err(lack("the unit of the cell", "a column unit, or --boundaries", 2));
        }
        Ok(Self { cell, inhabitants, unit })
    }

    fn cell_text<'a>(&self, field: impl Fn(usize) -> &'a str) -> String {
        match self.cell {
            CellColumns::Name(column) => field(column).to_owned(),
            CellColumns::Metres(x, y) => format!("{} {}", field(x), field(y)),
        }
    }

    /// Column and row of a cell.
    fn cell<'a>(&self, field: impl Fn(usize) -> &'a str) -> Option<(i32, i32)> {
        match self.cell {
            CellColumns::Name(column) => named_cell(field(column)),
            CellColumns::Metres(x, y) => Some((kilometres(field(x))?, kilometres(field(y))?)),
        }
    }
}

/// Column and row of `1kmN1756E4220` or `CRS3035RES1000mN1756000E4220000`, capital or small.
fn named_cell(text: &str) -> Option<(i32, i32)> {
    let text = text.trim().to_ascii_uppercase();
    let (resolution, place) = text
        .split_once("KMN")
        .map(|(before, place)| (before.to_owned() + "KM", place))
        .or_else(|| text.split_once("MN").map(|(before, place)| (before.to_owned() + "M", place)))?;
    let (north, east) = place.split_once('E')?;
    let number = |text: &str| text.parse::<i32>().ok();
    match resolution.rsplit("RES").next()? {
        "1KM" => Some((number(east)?, number(north)?)),
        "1000M" => Some((number(east)?.div_euclid(1000), number(north)?.div_euclid(1000))),
        _ => None,
    }
}

/// Whole kilometres of metres, which may bear decimals.
fn kilometres(text: &str) -> Option<i32> {
    let whole = text.trim().split(['.', ',']).next()?.replace(' ', "");
    whole.parse::<i32>().ok().map(|metres| metres.div_euclid(1000))
}

#[cfg(test)]
mod tests {
    use miedza_territory::samples::code;

    use super::*;

    fn units() -> Units {
        Units::new(vec![code("1"), code("2")])
    }

    fn grid(text: &str) -> Result<Read, Failure> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("grid.csv");
        std::fs::write(&file, text).expect("written");
        read(&file, Ground { units: &units(), boundaries: None, decimal: None })
    }

    #[test]
    fn cells_are_read_by_name_and_by_metres() {
        let part = |unit: Option<usize>, inhabitants| Part { column: 4220, row: 1756, inhabitants, unit: unit.map(UnitIx::new) };
        let tables = [
            "GRD_ID,TOT_P_2021,LAU\n1kmN1756E4220,1600,1\n1kmN1756E4220,40.5,2\n1kmN1756E4220,7,9\n",
            "cell;inhabitants;unit\nCRS3035RES1000mN1756000E4220000;1600;1\nCRS3035RES1000mN1756000E4220000;40,5;2\nCRS3035RES1000mN1756000E4220000;7;9\n",
            "x,y,persons,code\n4220000,1756999,1600,1\n4220500.0,1756500.0,40.5,2\n4220999,1756000,7,9\n",
        ];
        for table in tables {
            let read = grid(table).expect("three parts of a cell");
            assert_eq!(read.grid.parts(), [part(None, 7.0), part(Some(0), 1600.0), part(Some(1), 40.5)], "{table}");
            assert_eq!(read.notes.len(), 1, "{table}");
        }
    }

    #[test]
    fn a_grid_that_cannot_be_used_says_why() {
        let cases = [
            ("cell,inhabitants\n1kmN1E1,5\n", "a column unit, or --boundaries"),
            ("cell,inhabitants,unit\n1kmN1E1,5,1\n1kmN1E1,6,1\n", "1kmN1E1"),
            ("cell,inhabitants,unit\n5kmN1E1,5,1\n", "5kmN1E1"),
            ("cell,inhabitants,unit\n1kmN1E1,many,1\n", "many"),
        ];
        for (table, told) in cases {
            let refused = grid(table).expect_err(table);
            let lines: String = refused.lines(miedza_texts::Language::En).into_iter().map(|(_, line)| line).collect();
            assert!(lines.contains(told), "{lines}");
        }
    }

    #[test]
    fn the_unit_of_a_cell_is_the_one_around_its_middle() {
        // The cell with its corner at 5,000,000 east and 3,200,000 north lies at 19.812 degrees east, 51.499 north.
        let around = geo_types::Rect::new((19.81, 51.49), (19.84, 51.52)).to_polygon();
        let boundaries = Boundaries {
            units: Units::new(vec![code("2")]),
            shapes: miedza_territory::UnitVec::new(vec![around.into()]),
            names: miedza_territory::UnitVec::filled(1, None),
            schematic: false,
        };
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("grid.csv");
        std::fs::write(&file, "cell,inhabitants\n1kmN3200E5000,5\n1kmN3200E5010,6\n").expect("written");

        let read = read(&file, Ground { units: &units(), boundaries: Some(&boundaries), decimal: None }).expect("two cells");

        let found: Vec<_> = read.grid.parts().iter().map(|part| part.unit.map(UnitIx::get)).collect();
        assert_eq!(found, [Some(1), None]);
    }
}
