//! Which units a person means who types codes, names, or both: `3217011, 3217 Wałcz; Nowe Skalmierzyce`.
//!
//! Entries are parted by commas, semicolons and lines. An entry holds codes, a code with the name of its unit, or a name. What
//! cannot be taken is refused with the entry; nothing is left out on the way. A file is never read here.

use miedza_store::{KeptUnit, Store, UnitQuestion};
use miedza_territory::{Level, UnitCode};
use miedza_texts::{Message, key};

use crate::failure::Failure;

/// Most signs of an entry that are shown again.
const SHOWN: usize = 48;

/// What stands between two commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    codes: Vec<String>,
    name: String,
}

fn entries(text: &str) -> Vec<Entry> {
    let parts = text.split([',', ';', '\n', '\r', '\t', '|']).map(|part| part.trim().trim_matches('"').trim());
    parts.filter(|part| !part.is_empty()).map(entry).collect()
}

/// Words that begin with a digit or like a code of Czechia (`CZ0712`) are codes, what follows them is a name.
fn entry(part: &str) -> Entry {
    let mut words = part.split_whitespace().peekable();
    let mut codes = Vec::new();
    while let Some(word) = words.next_if(|word| is_like_a_code(word)) {
        codes.push(word.trim_matches('"').to_owned());
    }
    Entry { codes, name: words.collect::<Vec<_>>().join(" ") }
}

fn is_like_a_code(word: &str) -> bool {
    let word = word.trim_start_matches('"');
    let rest = word.strip_prefix("CZ").or_else(|| word.strip_prefix("cz")).unwrap_or(word);
    rest.starts_with(|sign: char| sign.is_ascii_digit())
}

/// The units that a text names, in its order.
///
/// # Errors
/// [`Failure`] with the entry: no such unit, a name that several units have, a code beside the name of another unit; or if the
/// store does not answer.
pub async fn named(store: &Store, text: &str) -> Result<Vec<UnitCode>, Failure> {
    let mut found = Vec::new();
    for entry in entries(text) {
        match (entry.codes.as_slice(), entry.name.as_str()) {
            ([], name) => found.push(by_name(store, name).await?),
            (codes, "") => found.extend(codes.iter().map(|code| parsed(code)).collect::<Result<Vec<_>, _>>()?),
            ([code], name) => found.push(with_name(store, parsed(code)?, name).await?),
            (codes, name) => return Err(unknown(&format!("{} {name}", codes.join(" ")))),
        }
    }
    Ok(found)
}

fn unknown(text: &str) -> Failure {
    let told = Message::new(key::DIAGNOSIS_UNKNOWN_UNIT).with("code", text.chars().take(SHOWN).collect::<String>());
    Failure::invalid(told.with("count", 1_usize), key::DIAGNOSIS_UNKNOWN_UNIT_HINT)
}

fn parsed(code: &str) -> Result<UnitCode, Failure> {
    UnitCode::parse(code).map_err(|_| unknown(code))
}

/// A code that stands beside a name is taken only if it is the name of its unit.
async fn with_name(store: &Store, code: UnitCode, name: &str) -> Result<UnitCode, Failure> {
    let known = store.units_by_code(&code.whatever_kind()).await?;
    match known.values().next() {
        Some(kept) if !known.values().any(|kept| is_same(&kept.unit.name, name)) => {
            let told = Message::new(key::DIAGNOSIS_OTHER_NAME).with("code", code.as_str()).with("name", kept.unit.name.as_str());
            let told = told.with("given", name.chars().take(SHOWN).collect::<String>());
            Err(Failure::invalid(told, key::DIAGNOSIS_UNKNOWN_UNIT_HINT))
        }
        // A code that no register knows is refused where the list is made.
        _ => Ok(code),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The unit of a name: a municipality before a county or region of the same name.
async fn by_name(store: &Store, name: &str) -> Result<UnitCode, Failure> {
    let question = UnitQuestion { name: Some(name.to_owned()), ..UnitQuestion::default() };
    // The store finds beginnings whatever their marks; a beginning that is as long as the name is the name.
    let is_whole = |kept: &KeptUnit| kept.unit.name.chars().count() == name.chars().count();
    let units: Vec<KeptUnit> = store.units(&question).await?.into_iter().filter(is_whole).collect();
    let of_level = |wanted: Level| units.iter().filter(move |kept| kept.unit.level == wanted).collect::<Vec<_>>();
    let levels = [Level::Municipality, Level::County, Level::Region].map(of_level);
    match levels.iter().find(|found| !found.is_empty()).map(Vec::as_slice) {
        None => Err(unknown(name)),
        Some([one]) => Ok(one.unit.code.clone()),
        Some(several) => Err(ambiguous(store, name, several).await?),
    }
}

async fn ambiguous(store: &Store, name: &str, several: &[&KeptUnit]) -> Result<Failure, Failure> {
    let parents: Vec<UnitCode> = several.iter().filter_map(|kept| kept.unit.parent.clone()).collect();
    let parents = store.units_by_code(&parents).await?;
    let shown = |kept: &&KeptUnit| {
        let parent = kept.unit.parent.as_ref().and_then(|code| parents.get(code)).map(|parent| parent.unit.name.as_str());
        format!("{} ({})", kept.unit.code, parent.unwrap_or("–"))
    };
    let choices: Vec<String> = several.iter().take(12).map(shown).collect();
    let told = Message::new(key::DIAGNOSIS_SEVERAL_UNITS).with("name", name).with("count", several.len());
    Ok(Failure::invalid(told, Message::new(key::DIAGNOSIS_SEVERAL_UNITS_HINT).with("choices", choices.join("; "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_any_shape_is_read_whole() {
        let entry = |codes: &[&str], name: &str| Entry {
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            name: name.to_owned(),
        };
        let cases = [
            ("3217011", vec![entry(&["3217011"], "")]),
            ("3217011 3217024", vec![entry(&["3217011", "3217024"], "")]),
            ("3217011;\"3217\"\r\n500496", vec![entry(&["3217011"], ""), entry(&["3217"], ""), entry(&["500496"], "")]),
            ("3217011 Wałcz, Nowe Skalmierzyce", vec![entry(&["3217011"], "Wałcz"), entry(&[], "Nowe Skalmierzyce")]),
            ("CZ0712", vec![entry(&["CZ0712"], "")]),
            ("secret/file.txt", vec![entry(&[], "secret/file.txt")]),
            (" ,; \n", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(entries(text), expected, "{text:?}");
        }
    }
}
