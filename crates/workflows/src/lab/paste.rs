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
    /// Units that it names more than once, by the same codes.
    pub repeated: BTreeSet<String>,
    /// How many of the units were not in the variant before.
    pub new: usize,
    /// Codes of parts of a municipality, each with the code of the whole.
    pub parts: Vec<(String, String)>,
    /// Codes of a kind that no register here has, each with the unit that has the same six digits.
    pub no_kind: Vec<(String, String)>,
    /// Codes of a municipality that the register has with another kind, each with the code that it has there; they are among
    /// the units.
    pub other_kind: Vec<(String, String)>,
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
        if codes.iter().any(|code| !matches!(code, Read::Unknown(_))) {
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

/// What a word that looks like a code turned out to be.
enum Read {
    /// A unit, as it was written.
    Unit(UnitIx, String),
    /// A part of a unit.
    Part(UnitIx, String),
    /// A kind that no register here has, of the six digits of a unit.
    NoKind(UnitIx, String),
    /// Nothing that is known.
    Unknown(String),
}

/// Whatever in a line looks like a code. A word without any digit is a name beside a code.
fn codes(ground: &Ground, line: &str) -> Vec<Read> {
    let words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let like_codes = words.filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    like_codes.map(|word| find(ground, word)).collect()
}

/// The unit of a code, also of one whose leading zero a spreadsheet has eaten.
fn find(ground: &Ground, code: &str) -> Read {
    let with_zero = format!("0{code}");
    for code in [code, &with_zero] {
        if let Some(unit) = ground.find(code) {
            return Read::Unit(unit, code.to_owned());
        }
        if let Some(unit) = ground.of_six_digits(code) {
            let whole = &ground.codes[unit];
            let may_have_parts = whole.len() == 6 || whole.ends_with('3');
            let is_part = may_have_parts && code.ends_with(['4', '5']);
            return if is_part { Read::Part(unit, code.to_owned()) } else { Read::NoKind(unit, code.to_owned()) };
        }
    }
    Read::Unknown(code.to_owned())
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
            Some([unit]) => pasted.add(ground, Read::Unit(*unit, ground.codes[*unit].clone())),
            Some(units) => {
                let codes = units.iter().map(|&unit| ground.codes[unit].clone()).collect();
                pasted.several.push((piece.to_owned(), codes));
            }
            None => pasted.unknown.push(piece.to_owned()),
        }
    }
}

impl Pasted {
    fn add(&mut self, ground: &Ground, found: Read) {
        let kept = |unit: UnitIx| ground.codes[unit].clone();
        match found {
            Read::Unit(unit, written) => {
                if !self.units.insert(kept(unit)) {
                    self.repeated.insert(kept(unit));
                }
                if written.len() == 7 && kept(unit).len() == 7 && written != kept(unit) {
                    self.other_kind.push((written, kept(unit)));
                }
            }
            Read::Part(unit, written) => self.parts.push((written, kept(unit))),
            Read::NoKind(unit, written) => self.no_kind.push((written, kept(unit))),
            Read::Unknown(text) => self.unknown.push(text),
        }
    }

    /// Whether all of the text was understood and nothing stood in it twice.
    pub fn is_plain(&self) -> bool {
        self.left().next().is_none() && self.repeated.is_empty() && self.other_kind.is_empty()
    }

    /// What of the text was not taken.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        let codes = self.parts.iter().chain(&self.no_kind).map(|(written, _)| written.as_str());
        self.unknown.iter().map(String::as_str).chain(self.several.iter().map(|(name, _)| name.as_str())).chain(codes)
    }
}
