//! A pasted list of units: codes with six or seven digits, or names, with anything between them.
//!
//! Nothing of the text is lost: what is no unit, and what may be several, is named in the answer.

use std::collections::{BTreeMap, BTreeSet};

use miedza_sources::table::fold;
use miedza_territory::UnitIx;

use super::ground::Ground;

/// Most lines of a pasted text that are read.
const MOST_LINES: usize = 20_000;

/// What a pasted text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Units that it names, by the codes under which they are kept.
    pub units: BTreeSet<String>,
    /// How many times a unit was named again.
    pub repeated: usize,
    /// What names no unit, in the order of the text.
    pub unknown: Vec<String>,
    /// Names that several units have, with the codes of these.
    pub several: Vec<(String, Vec<String>)>,
}

/// Reads a pasted list.
pub fn read(ground: &Ground, text: &str) -> Pasted {
    let names = names(ground);
    let mut pasted = Pasted::default();
    for line in text.lines().take(MOST_LINES) {
        let codes = codes(ground, line);
        if codes.iter().any(Result::is_ok) {
            codes.into_iter().for_each(|code| pasted.add(ground, code));
        } else {
            read_names(ground, &names, line, &mut pasted);
        }
    }
    let rest = text.lines().count().saturating_sub(MOST_LINES);
    if rest > 0 {
        pasted.unknown.push(format!("… (+{rest})"));
    }
    pasted
}

/// Whatever in a line looks like a code: the unit, or what was written. A word without any digit is a name beside a code.
fn codes(ground: &Ground, line: &str) -> Vec<Result<UnitIx, String>> {
    let words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let like_codes = words.filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    like_codes.map(|word| find(ground, word).ok_or_else(|| word.to_owned())).collect()
}

/// The unit of a code, also of one whose leading zero a spreadsheet has eaten.
fn find(ground: &Ground, code: &str) -> Option<UnitIx> {
    ground.find(code).or_else(|| ground.find(&format!("0{code}")))
}

fn names(ground: &Ground) -> BTreeMap<String, Vec<UnitIx>> {
    let mut names: BTreeMap<String, Vec<UnitIx>> = BTreeMap::new();
    for (unit, name) in ground.units().indices().zip(&ground.tables.names) {
        if let Some(name) = name {
            names.entry(fold(name)).or_default().push(unit);
        }
    }
    names
}

fn read_names(ground: &Ground, names: &BTreeMap<String, Vec<UnitIx>>, line: &str, pasted: &mut Pasted) {
    for piece in line.split([',', ';', '\t', '|']).map(str::trim).filter(|piece| !piece.is_empty()) {
        match names.get(&fold(piece)).map(Vec::as_slice) {
            Some([unit]) => pasted.add(ground, Ok(*unit)),
            Some(units) => {
                let codes = units.iter().map(|&unit| ground.codes[unit].clone()).collect();
                pasted.several.push((piece.to_owned(), codes));
            }
            None => pasted.unknown.push(piece.to_owned()),
        }
    }
}

impl Pasted {
    fn add(&mut self, ground: &Ground, found: Result<UnitIx, String>) {
        match found {
            Ok(unit) => self.repeated += usize::from(!self.units.insert(ground.codes[unit].clone())),
            Err(text) => self.unknown.push(text),
        }
    }
}
