//! Small blocks whose figures can be worked out by hand, for the tests of this room.

use std::sync::LazyLock;

use miedza_territory::{Notes, UnitCode, Units, Value};

use super::{Block, Catalogue, Cell, Variable, Years};

/// A code of the tests.
pub fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

/// The catalogue of the program.
pub fn catalogue() -> Catalogue {
    static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::built_in().expect("it is well formed"));
    BUILT_IN.clone()
}

/// A variable of the Local Data Bank.
pub fn variable(id: &str) -> Variable {
    Variable { source: "bdl".to_owned(), id: id.to_owned() }
}

/// A counted value of the first import without remarks.
pub fn known(value: f64) -> Cell {
    Cell { value: Value::Known(value), notes: Notes::NONE, import: 1 }
}

/// Variable, unit, year and value of each cell, from the first to the last of these years.
pub fn block(cells: &[(&str, &str, u16, f64)]) -> Block {
    block_of(&catalogue(), cells)
}

/// The same for the variables of another catalogue.
pub fn block_of(catalogue: &Catalogue, cells: &[(&str, &str, u16, f64)]) -> Block {
    let years = cells.iter().map(|cell| cell.2);
    let years = Years { first: years.clone().min().unwrap_or(2020), last: years.max().unwrap_or(2020) };
    let units = Units::new(cells.iter().map(|cell| code(cell.1)).collect());
    let mut block = Block::new(catalogue.variables().into_iter().cloned(), units, years);
    for (id, unit, year, value) in cells {
        block.put(&variable(id), &code(unit), *year, known(*value));
    }
    block
}

/// A catalogue of indicators that are each published under their own name, weighted by `bdl:people`: code, area, sub-area and
/// direction of each; beside them the count `population`, and the stimulant count `places`.
pub fn catalogue_of(indicators: &[(&str, &str, &str, &str)]) -> Catalogue {
    let entry = |(code, area, sub_area, direction): (&str, &str, &str, &str), reckoned: &str| {
        format!(
            "[[indicators]]\ncode = \"{code}\"\narea = \"{area}\"\nsub_area = \"{sub_area}\"\nunit = \"person\"\n\
             direction = \"{direction}\"\n{reckoned}\nname = {{ pl = \"{code}\", cs = \"{code}\", en = \"{code}\" }}\n"
        )
    };
    let rates = indicators.iter().map(|indicator| {
        entry(*indicator, &format!("published = {{ variable = \"bdl:{}\", weight = \"bdl:people\" }}", indicator.0))
    });
    let counts = [
        entry(("population", "demography", "people", "neutral"), "sum = [\"bdl:people\"]"),
        entry(("places", "economy", "tourism", "stimulant"), "sum = [\"bdl:places\"]"),
    ];
    Catalogue::read(&rates.chain(counts).collect::<String>()).expect("it is well formed")
}
