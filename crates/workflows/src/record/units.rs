//! Units that records name, held against the registers: what is typed becomes the code that a register knows.
//!
//! Six digits and an older kind become the unit that the registers have now; a part of a municipality, a name and a code that
//! no edition holds are refused with the way out. A code of a country of which no register is imported, or only one of other
//! counties, is kept as it is, and its saving says so. What a record held before is not asked for again. Variants and tables of flows keep the codes of their
//! data.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::record::{Draft, Fault, FaultKind, Field, Kind, Shape, Values};
use miedza_store::{KeptUnit, Store, UnitQuestion};
use miedza_territory::{CodeSystem, Country, Level, UnitCode};
use serde_json::Value;

use crate::failure::Failure;

/// Most units that a refusal offers.
const NEAR: usize = 3;
/// Most units that bear a name which was typed instead of a code.
const NAMESAKES: u32 = 8;
/// Units among which the nearest codes are looked for.
const AROUND: u32 = 200;

/// What the registers make of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    /// The code under which the registers know the unit.
    Known(String),
    /// Nothing can be said: no register of its country is imported.
    Unasked,
    /// It cannot be kept.
    Refused(FaultKind),
}

/// What the registers make of the units that drafts name.
#[derive(Clone, Debug, Default)]
pub struct Checked(BTreeMap<String, Found>);

impl Checked {
    /// Holds what drafts name, and their records did not name before, against the registers.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn of<'d>(
        store: &Store,
        drafts: impl IntoIterator<Item = (&'d Draft, Option<&'d Values>)>,
    ) -> Result<Self, Failure> {
        let typed: BTreeSet<String> = drafts.into_iter().flat_map(|(draft, before)| typed(draft, before)).collect();
        if typed.is_empty() {
            return Ok(Self::default());
        }
        let countries: BTreeSet<Country> = store.editions().await?.into_iter().map(|edition| edition.country).collect();
        let names = typed.iter().filter_map(|text| UnitCode::parse(text).ok()).flat_map(|code| names(&code));
        let known = store.units_by_code(&names.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()).await?;
        let mut found = BTreeMap::new();
        for text in typed {
            let of_text = find(store, &text, (&known, &countries)).await?;
            found.insert(text, of_text);
        }
        Ok(Self(found))
    }

    /// The draft with the codes that the registers know, and the fields that cannot be kept.
    pub fn settle(&self, draft: &mut Draft) -> Vec<Fault> {
        let mut faults = Vec::new();
        for field in unit_fields(draft.kind) {
            let Some(value) = draft.values.get_mut(field.name) else { continue };
            let texts: Vec<&mut Value> = match value {
                Value::Array(list) => list.iter_mut().collect(),
                other => vec![other],
            };
            for text in texts {
                match text.as_str().and_then(|typed| self.0.get(typed.trim())) {
                    Some(Found::Known(code)) => *text = Value::from(code.as_str()),
                    Some(Found::Refused(kind)) => faults.push(Fault { field: field.name.to_owned(), kind: kind.clone() }),
                    Some(Found::Unasked) | None => {}
                }
            }
        }
        faults
    }

    /// Whether some code could not be asked for, since no register of its country is imported.
    #[must_use]
    pub fn leaves_open(&self) -> bool {
        self.0.values().any(|found| *found == Found::Unasked)
    }
}

/// The fields of a kind that name units of a register.
fn unit_fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    let is_of_data = matches!(kind, Kind::Variants | Kind::FlowTables);
    kind.fields().iter().filter(move |field| !is_of_data && matches!(field.shape, Shape::Unit | Shape::Units))
}

/// The units that a draft names and its record did not name before.
fn typed(draft: &Draft, before: Option<&Values>) -> BTreeSet<String> {
    // An organisation of a country without a register here names the unit as that country does.
    let elsewhere = draft.kind == Kind::Organisations
        && !matches!(draft.values.get("country").and_then(Value::as_str), Some("pl" | "cz") | None);
    let fields = unit_fields(draft.kind).filter(|_| !elsewhere);
    let new = fields.flat_map(|field| {
        let kept = before.and_then(|values| values.get(field.name)).map(texts).unwrap_or_default();
        let now = draft.values.get(field.name).map(texts).unwrap_or_default();
        now.into_iter().filter(|text| !kept.contains(text)).map(ToOwned::to_owned).collect::<Vec<_>>()
    });
    new.filter(|text| !text.is_empty()).collect()
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::trim).collect(),
        other => other.as_str().map(str::trim).into_iter().collect(),
    }
}

/// The codes under which a unit may be known, and its whole if it is a part.
fn names(code: &UnitCode) -> Vec<UnitCode> {
    let whole = code.without_kind().map(|bare| bare.whatever_kind()).unwrap_or_default();
    code.whatever_kind().into_iter().chain(whole).collect()
}

async fn find(
    store: &Store,
    text: &str,
    (known, countries): (&BTreeMap<UnitCode, KeptUnit>, &BTreeSet<Country>),
) -> Result<Found, Failure> {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let Some(code) = UnitCode::parse(text).ok().filter(|_| has_digit) else {
        return Ok(Found::Refused(FaultKind::UnknownUnit { typed: text.to_owned(), near: bearing(store, text).await? }));
    };
    let kept = known.get(&code);
    let is_part = kept.map_or_else(
        || CodeSystem::of([&code]) == Some(CodeSystem::TerytSeven) && code.kind().is_some_and(miedza_territory::Kind::is_part),
        |kept| kept.unit.level == Level::Part,
    );
    let is_asked = match country(&code) {
        Some(country) => countries.contains(&country) && covers(store, country, &code).await?,
        None => !countries.is_empty(),
    };
    if is_part {
        // A code that only looks like a part, whose whole no register has, is as unknown as any other.
        let whole = whole(store, &code, known).await?.filter(|whole| !is_asked || !whole.name.is_empty());
        if let Some(Whole { code: whole, name }) = whole {
            return Ok(Found::Refused(FaultKind::PartOfUnit { typed: code.to_string(), whole, name }));
        }
    } else if kept.is_some() {
        return Ok(Found::Known(code.to_string()));
    }
    let others = code.whatever_kind().into_iter().filter_map(|other| known.get(&other));
    let others = others.filter(|kept| kept.unit.level != Level::Part);
    if let Some(other) = others.max_by_key(|kept| (kept.valid_to.is_none(), kept.valid_from)) {
        return Ok(Found::Known(other.unit.code.to_string()));
    }
    if !is_asked {
        return Ok(Found::Unasked);
    }
    Ok(Found::Refused(FaultKind::UnknownUnit { typed: text.to_owned(), near: nearest(store, &code).await? }))
}

/// Whether the registers of a country say what there is not: they hold the whole country, or the whole county of the code.
async fn covers(store: &Store, country: Country, code: &UnitCode) -> Result<bool, Failure> {
    let fewest = if country == Country::Poland { 2_000 } else { 5_000 };
    let level = Some(Level::Municipality);
    let last = UnitQuestion { country: Some(country), level, limit: 1, offset: fewest - 1, ..UnitQuestion::default() };
    if !store.units(&last).await?.is_empty() {
        return Ok(true);
    }
    let county = code.as_str().get(..4).filter(|_| country == Country::Poland).and_then(|county| UnitCode::parse(county).ok());
    Ok(match county {
        Some(county) => !store.units_by_code(&[county]).await?.is_empty(),
        None => false,
    })
}

/// The country whose register writes codes so; `None` for a code that neither writes.
fn country(code: &UnitCode) -> Option<Country> {
    let text = code.as_str();
    match CodeSystem::of([code])? {
        CodeSystem::TerytSix | CodeSystem::TerytSeven | CodeSystem::TerytCounty => Some(Country::Poland),
        CodeSystem::Digits(2 | 4 | 7) => Some(Country::Poland),
        CodeSystem::Digits(6) if text.starts_with('5') => Some(Country::Czechia),
        CodeSystem::Text if text.starts_with("CZ") => Some(Country::Czechia),
        _ => None,
    }
}

/// A municipality that has parts.
struct Whole {
    code: String,
    /// Empty if no register names it.
    name: String,
}

/// The municipality that a part belongs to: as registers have it, else as codes of towns and rural areas are made.
async fn whole(store: &Store, part: &UnitCode, known: &BTreeMap<UnitCode, KeptUnit>) -> Result<Option<Whole>, Failure> {
    let bare = part.without_kind();
    let same = bare.iter().flat_map(UnitCode::whatever_kind).filter_map(|code| known.get(&code).cloned());
    let mut found = same.filter(|kept| kept.unit.level == Level::Municipality).max_by_key(|kept| kept.valid_from);
    if let (None, Some(parent)) = (&found, known.get(part).and_then(|kept| kept.unit.parent.clone())) {
        found = store.unit(&parent).await?.filter(|kept| kept.unit.level == Level::Municipality);
    }
    let is_town_or_land = matches!(part.kind(), Some(miedza_territory::Kind::TownPart | miedza_territory::Kind::RuralPart));
    let made = || bare.filter(|_| is_town_or_land).map(|bare| Whole { code: format!("{bare}3"), name: String::new() });
    Ok(found.map(|kept| Whole { code: kept.unit.code.to_string(), name: kept.unit.name }).or_else(made))
}

fn told(kept: &KeptUnit) -> (String, String) {
    (kept.unit.code.to_string(), kept.unit.name.clone())
}

/// The units whose name begins so.
async fn bearing(store: &Store, name: &str) -> Result<Vec<(String, String)>, Failure> {
    if !name.chars().any(char::is_alphabetic) {
        return Ok(Vec::new());
    }
    let question = UnitQuestion { name: Some(name.to_owned()), limit: NAMESAKES, ..UnitQuestion::default() };
    let found = store.units(&question).await?;
    Ok(found.iter().filter(|kept| kept.unit.level != Level::Part).map(told).collect())
}

/// The units whose codes are most like this one, of those that begin like it.
async fn nearest(store: &Store, code: &UnitCode) -> Result<Vec<(String, String)>, Failure> {
    let text = code.as_str();
    for length in (1..text.len()).rev() {
        let Some(beginning) = text.get(..length).filter(|_| code.is_numeric()) else { continue };
        let question = UnitQuestion { name: Some(beginning.to_owned()), limit: AROUND, ..UnitQuestion::default() };
        let mut found = store.units(&question).await?;
        found.retain(|kept| kept.unit.level != Level::Part);
        if found.len() >= NEAR || (length == 1 && !found.is_empty()) {
            found.sort_by_key(|kept| (apart(text, kept.unit.code.as_str()), kept.unit.code.clone()));
            return Ok(found.iter().take(NEAR).map(told).collect());
        }
    }
    Ok(Vec::new())
}

/// In how many places two codes differ, one of another length most of all.
fn apart(one: &str, two: &str) -> (usize, usize) {
    let differing = one.bytes().zip(two.bytes()).filter(|(one, two)| one != two).count();
    (one.len().abs_diff(two.len()), differing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_whose_register_is_asked() {
        let cases = [
            ("1607053", Some(Country::Poland)),
            ("160705", Some(Country::Poland)),
            ("1607", Some(Country::Poland)),
            ("1699999", Some(Country::Poland)),
            ("500496", Some(Country::Czechia)),
            ("CZ0712", Some(Country::Czechia)),
            ("E07000001", None),
        ];
        for (code, expected) in cases {
            assert_eq!(country(&UnitCode::parse(code).expect("a code")), expected, "{code}");
        }
    }
}
