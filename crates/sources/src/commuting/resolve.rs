//! Which unit, or which no-place, each code of a table means.
//!
//! Codes written with spaces (`02 01 01 1`) lose them, codes that lost a leading zero get it back where the other codes
//! prove their length, and parts of Polish municipalities become their whole: the town and the rural area of an
//! urban-rural municipality (kinds 4 and 5), the districts of Warsaw (8) and the delegations of other cities (9). Where
//! a table holds the whole as well, its parts are left out on that side, so that nobody is counted twice.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{CodeError, CodeSystem, UnitCode, UnitIx, Units};

use super::no_place::{Meaning, NoPlace, Treatment, recognise};
use super::report::{Folded, Padded};
use super::rows::Rows;
use crate::teryt::Register;

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A unit of the matrix.
    Unit {
        unit: UnitIx,
        /// Position of the code, before it was folded, among all codes: equal codes, and only they, have equal ranks.
        rank: u32,
        /// Whether rows that come from here are left out, and rows that go here.
        left_out: (bool, bool),
    },
    /// No place, by its number in the list.
    NoPlace(usize),
}

/// What all codes of a table mean.
pub(super) struct Resolved {
    pub(super) units: Units,
    pub(super) system: Option<CodeSystem>,
    /// By number of the code.
    pub(super) places: Vec<Place>,
    /// Codes before they were folded, by rank.
    pub(super) ranked: Vec<UnitCode>,
    /// Codes that are no place, in the order of their text.
    pub(super) no_places: Vec<(String, Meaning, Treatment)>,
    pub(super) padded: Padded,
    /// How many codes lost their kind, since the table has others without one.
    pub(super) without_kind: usize,
    pub(super) folded: Folded,
}

/// A code that cannot be one: its number and what is wrong with it.
pub(super) struct NotACode(pub(super) u32, pub(super) CodeError);

/// Finds out what the codes of all rows mean.
pub(super) fn resolve(rows: &Rows, declared: &[NoPlace], register: Option<&Register>) -> Result<Resolved, NotACode> {
    let mut no_places = BTreeMap::new();
    let mut codes: Vec<Option<UnitCode>> = Vec::with_capacity(rows.codes.texts.len());
    for (text, number) in rows.codes.texts.iter().zip(0..) {
        if let Some((meaning, treatment)) = recognise(text, declared) {
            no_places.insert(text.to_string(), (meaning, treatment));
            codes.push(None);
        } else {
            codes.push(Some(written(text).map_err(|fault| NotACode(number, fault))?));
        }
    }
    let padded = match pad(&mut codes, &rows.codes.stored_as_number) {
        unsure if unsure.doubtful > 0 => register.and_then(|register| pad_by(register, &mut codes)).unwrap_or(unsure),
        padded => padded,
    };
    let without_kind = level(&mut codes);
    let system = if without_kind > 0 { Some(CodeSystem::TerytSix) } else { CodeSystem::of(codes.iter().flatten()) };
    let folding = Folding::new(rows, &codes, system);
    let units = Units::new(codes.iter().flatten().map(|code| folding.target(code).clone()).collect());
    let ranked: Vec<UnitCode> = codes.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let no_places: Vec<(String, Meaning, Treatment)> = no_places.into_iter().map(|(text, (m, t))| (text, m, t)).collect();
    let place = |(code, text): (&Option<UnitCode>, &str)| match code {
        Some(code) => folding.place(code, &units, &ranked),
        None => Place::NoPlace(no_places.binary_search_by(|(other, ..)| (**other).cmp(text)).unwrap_or(0)),
    };
    let places = codes.iter().zip(rows.codes.texts.iter().map(AsRef::as_ref)).map(place).collect();
    let folded = folding.report();
    let system = system.and_then(|_| units.code_system());
    Ok(Resolved { units, system, places, ranked, no_places, padded, without_kind, folded })
}

/// Brings a table that writes Polish municipalities with six digits here and with seven there to six: the seventh names
/// their kind only. Parts keep it until they become their whole. Gives how many codes lost their kind.
fn level(codes: &mut [Option<UnitCode>]) -> usize {
    let of_length = |length| codes.iter().flatten().filter(move |code| code.as_str().len() == length);
    let is_mixed = of_length(6).count() + of_length(7).count() == codes.iter().flatten().count()
        && CodeSystem::of(of_length(6)) == Some(CodeSystem::TerytSix)
        && CodeSystem::of(of_length(7)) == Some(CodeSystem::TerytSeven);
    if !is_mixed {
        return 0;
    }
    let mut leveled = 0;
    for code in codes.iter_mut().flatten() {
        if let Some(six) = code.without_kind().filter(|_| code.kind().is_some_and(|kind| !kind.is_part())) {
            *code = six;
            leveled += 1;
        }
    }
    leveled
}

/// A code as its register writes it: digits lose the spaces between them.
pub(crate) fn written(text: &str) -> Result<UnitCode, CodeError> {
    let is_spaced =
        text.contains(char::is_whitespace) && text.chars().all(|letter| letter.is_ascii_digit() || letter.is_whitespace());
    if is_spaced { UnitCode::parse(&text.split_whitespace().collect::<String>()) } else { UnitCode::parse(text) }
}

/// Gives codes the leading zero back that a spreadsheet took, where it is certain: each code has one digit less than the
/// longest or as many, and with the zero all are Polish codes.
pub(crate) fn pad(codes: &mut [Option<UnitCode>], stored_as_number: &[bool]) -> Padded {
    let doubtful = stored_as_number.iter().zip(codes.iter()).filter(|(stored, code)| **stored && code.is_some()).count();
    let lengths: BTreeSet<usize> = codes.iter().flatten().map(|code| code.as_str().len()).collect();
    let (Some(&shortest), Some(&longest)) = (lengths.first(), lengths.last()) else { return Padded::default() };
    let unsure = |codes: &[Option<UnitCode>]| {
        let example = stored_as_number.iter().zip(codes).find(|(stored, _)| **stored).and_then(|(_, code)| code.as_ref());
        Padded { codes: 0, doubtful, example: example.filter(|_| doubtful > 0).map(UnitCode::to_string) }
    };
    if shortest + 1 != longest || codes.iter().flatten().any(|code| !code.is_numeric()) {
        return if shortest == longest && is_polish(codes.iter().flatten()) { Padded::default() } else { unsure(codes) };
    }
    let with_zero = |code: &UnitCode| UnitCode::parse(&format!("{:0>longest$}", code.as_str())).expect("digits are a code");
    let whole: Vec<Option<UnitCode>> = codes.iter().map(|code| code.as_ref().map(with_zero)).collect();
    if !is_polish(whole.iter().flatten()) {
        return unsure(codes);
    }
    let short = |code: &&UnitCode| code.as_str().len() < longest;
    let example = codes.iter().flatten().find(short).map(UnitCode::to_string);
    let padded = codes.iter().flatten().filter(short).count();
    codes.clone_from_slice(&whole);
    Padded { codes: padded, doubtful: 0, example }
}

/// Gives every code a zero in front if the register holds all of them so.
fn pad_by(register: &Register, codes: &mut [Option<UnitCode>]) -> Option<Padded> {
    let with_zero = |code: &UnitCode| UnitCode::parse(&format!("0{code}")).ok().filter(|code| register.find(code).is_some());
    let whole: Option<Vec<UnitCode>> = codes.iter().flatten().map(with_zero).collect();
    let mut whole = whole?.into_iter();
    let example = codes.iter().flatten().next().map(UnitCode::to_string);
    let padded = codes.iter().flatten().count();
    for code in codes.iter_mut().flatten() {
        *code = whole.next()?;
    }
    Some(Padded { codes: padded, doubtful: 0, example })
}

fn is_polish<'a>(codes: impl Iterator<Item = &'a UnitCode>) -> bool {
    matches!(CodeSystem::of(codes), Some(CodeSystem::TerytSix | CodeSystem::TerytSeven | CodeSystem::TerytCounty))
}

/// Cities whose districts or delegations have codes of their own: Wrocław, Łódź, Kraków, Warsaw, Poznań.
const DIVIDED_CITIES: [&str; 5] = ["0264", "1061", "1261", "1465", "3064"];

/// The municipality that a code of a part belongs to; `None` for a code that is no part.
pub(crate) fn whole(code: &UnitCode, system: Option<CodeSystem>) -> Option<UnitCode> {
    let text = code.as_str();
    let whole = match system? {
        CodeSystem::TerytSeven => match code.kind()? {
            kind if !kind.is_part() => return None,
            miedza_territory::Kind::TownPart | miedza_territory::Kind::RuralPart => format!("{}3", text.get(..6)?),
            _ => format!("{}011", text.get(..4)?),
        },
        CodeSystem::TerytSix if text.len() == 7 => match code.kind()? {
            miedza_territory::Kind::TownPart | miedza_territory::Kind::RuralPart => text.get(..6)?.to_owned(),
            _ => format!("{}01", text.get(..4)?),
        },
        CodeSystem::TerytSix if DIVIDED_CITIES.contains(&text.get(..4)?) && !text.ends_with("01") => {
            format!("{}01", text.get(..4)?)
        }
        _ => return None,
    };
    UnitCode::parse(&whole).ok()
}

/// Parts and their wholes in one table.
struct Folding {
    wholes: BTreeMap<UnitCode, UnitCode>,
    origins: BTreeSet<UnitCode>,
    destinations: BTreeSet<UnitCode>,
}

impl Folding {
    fn new(rows: &Rows, codes: &[Option<UnitCode>], system: Option<CodeSystem>) -> Self {
        let wholes: BTreeMap<_, _> =
            codes.iter().flatten().filter_map(|code| Some((code.clone(), whole(code, system)?))).collect();
        if wholes.is_empty() {
            return Self { wholes, origins: BTreeSet::new(), destinations: BTreeSet::new() };
        }
        let mut seen = vec![(false, false); codes.len()];
        let pairs = rows.counted.iter().map(|row| (row.from, row.to));
        for (from, to) in pairs.chain(rows.uncounted.iter().map(|row| (row.from, row.to))) {
            let at = |number| usize::try_from(number).expect("a number of a code in the list");
            seen[at(from)].0 = true;
            seen[at(to)].1 = true;
        }
        let chosen = |is_chosen: fn(&(bool, bool)) -> bool| {
            codes.iter().zip(&seen).filter(|(_, seen)| is_chosen(seen)).filter_map(|(code, _)| code.clone()).collect()
        };
        let (origins, destinations) = (chosen(|seen| seen.0), chosen(|seen| seen.1));
        Self { wholes, origins, destinations }
    }

    fn target<'a>(&'a self, code: &'a UnitCode) -> &'a UnitCode {
        self.wholes.get(code).unwrap_or(code)
    }

    fn place(&self, code: &UnitCode, units: &Units, ranked: &[UnitCode]) -> Place {
        let unit = units.find(self.target(code)).expect("each target is a unit");
        let rank = u32::try_from(ranked.binary_search(code).expect("each code is ranked")).expect("codes have numbers");
        let left_out = self.wholes.get(code).map(|whole| (self.origins.contains(whole), self.destinations.contains(whole)));
        Place::Unit { unit, rank, left_out: left_out.unwrap_or_default() }
    }

    fn report(&self) -> Folded {
        let wholes = self.wholes.values().collect::<BTreeSet<_>>().len();
        let example = self.wholes.first_key_value().map(|(part, whole)| (part.clone(), whole.clone()));
        Folded { parts: self.wholes.len(), wholes, example }
    }
}
