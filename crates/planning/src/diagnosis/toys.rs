//! Toy blocks and catalogues of one year, for the tests of peers, space, types and structure.

use miedza_territory::{Missing, Notes, UnitCode, Units, Value};

use super::{Block, Catalogue, Cell, Variable, Years};

/// A code.
pub fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).expect("a code")
}

/// Codes.
pub fn units(codes: &[&str]) -> Vec<UnitCode> {
    codes.iter().map(|code| unit(code)).collect()
}

/// A variable of the source `t`.
pub fn variable(id: &str) -> Variable {
    Variable { source: "t".into(), id: id.into() }
}

/// Indicators that are each one variable of the source `t` of the same name.
pub fn catalogue(indicators: &[(&str, &str)]) -> Catalogue {
    let entry = |(code, direction): &(&str, &str)| {
        format!(
            "[[indicators]]\ncode = \"{code}\"\narea = \"demography\"\nsub_area = \"age\"\nunit = \"person\"\n\
             direction = \"{direction}\"\nsum = [\"t:{code}\"]\nname = {{ pl = \"{code}\", cs = \"{code}\", en = \"{code}\" }}\n"
        )
    };
    Catalogue::read(&indicators.iter().map(entry).collect::<String>()).expect("a catalogue")
}

/// Values of one year by variable of the source `t`, in the order of the codes; `None` is suppressed.
pub fn block(codes: &[&str], year: u16, values: &[(&str, &[Option<f64>])]) -> Block {
    let years = Years { first: year, last: year };
    let mut block = Block::new(values.iter().map(|(id, _)| variable(id)), Units::new(units(codes)), years);
    for (id, values) in values {
        for (code, value) in codes.iter().zip(*values) {
            let value = value.map_or(Value::Missing(Missing::Suppressed), Value::Known);
            block.put(&variable(id), &unit(code), year, Cell { value, notes: Notes::NONE, import: 1 });
        }
    }
    block
}
