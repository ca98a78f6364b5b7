//! Dimensions and their categories.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Error;

/// What a dimension is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Time.
    Time,
    /// Territory.
    Geo,
    /// What is measured.
    Metric,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Time, Self::Geo, Self::Metric];

    /// The word that the format has for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Geo => "geo",
            Self::Metric => "metric",
        }
    }
}

/// A dimension with its categories in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Name in the file.
    pub id: String,
    /// Name for people; that in the file where it has no other.
    pub label: String,
    /// What it is about, where the file tells.
    pub role: Option<Role>,
    /// The categories, in the order of the cube.
    pub categories: Vec<Category>,
}

/// A category of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Code.
    pub code: String,
    /// Name for people; the code where the file has none.
    pub label: String,
    /// Unit of measure, for categories of what is measured.
    pub unit: Option<Unit>,
}

/// A unit of measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Name, `thousand persons` for instance.
    pub label: Option<String>,
    /// Sign that is written with the number.
    pub symbol: Option<String>,
    /// Digits behind the decimal sign.
    pub decimals: Option<u8>,
}

impl Dimension {
    /// Where a category stands; `None` if there is none of this code.
    #[must_use]
    pub fn position(&self, code: &str) -> Option<usize> {
        self.categories.iter().position(|category| category.code == code)
    }

    /// The first codes, for people who must choose one.
    pub(super) fn told(&self) -> Box<str> {
        let codes: Vec<&str> = self.categories.iter().take(8).map(|category| category.code.as_str()).collect();
        format!("{}{}", codes.join(", "), if self.categories.len() > 8 { ", …" } else { "" }).into()
    }

    /// Reads the description of a dimension that shall have so many categories.
    pub(super) fn read(file: &str, id: &str, described: &Value, size: usize) -> Result<Self, Error> {
        let refused = |what: String| Error::Categories { file: file.into(), dimension: id.into(), what: what.into() };
        let category = described.get("category").and_then(Value::as_object);
        let category = category.ok_or_else(|| refused("it has no categories".into()))?;
        let labels = category.get("label").and_then(Value::as_object);
        let codes = codes(category.get("index"), labels, size).map_err(refused)?;
        let text = |code: &str| labels.and_then(|labels| labels.get(code)).and_then(Value::as_str).unwrap_or(code).to_owned();
        let unit = |code: &str| category.get("unit").and_then(|units| units.get(code)).map(unit);
        let categories = codes.into_iter().map(|code| Category { label: text(&code), unit: unit(&code), code });
        let label = described.get("label").and_then(Value::as_str).unwrap_or(id).to_owned();
        Ok(Self { id: id.to_owned(), label, role: None, categories: categories.collect() })
    }
}

/// The codes in order; a single category needs no index, its label names it.
fn codes(index: Option<&Value>, labels: Option<&Map<String, Value>>, size: usize) -> Result<Vec<String>, String> {
    let counted = |found: usize| {
        if found == size { Ok(()) } else { Err(format!("it has {found} categories where its size is {size}")) }
    };
    match (index, labels) {
        (Some(Value::Array(list)), _) => {
            counted(list.len())?;
            let texts: Option<Vec<String>> = list.iter().map(|code| code.as_str().map(ToOwned::to_owned)).collect();
            distinct(texts.ok_or("a code in its index is no text")?)
        }
        (Some(Value::Object(places)), _) => {
            counted(places.len())?;
            in_order(places)
        }
        (None | Some(Value::Null), Some(labels)) if labels.len() == 1 => {
            counted(1)?;
            Ok(labels.keys().cloned().collect())
        }
        (None | Some(Value::Null), _) => Err("it has no index of its categories".into()),
        _ => Err("its index is neither a list nor an object".into()),
    }
}

fn distinct(codes: Vec<String>) -> Result<Vec<String>, String> {
    let mut seen = BTreeSet::new();
    match codes.iter().find(|code| !seen.insert(code.as_str())) {
        Some(code) => Err(format!("the category {code} comes twice")),
        None => Ok(codes),
    }
}

fn in_order(places: &Map<String, Value>) -> Result<Vec<String>, String> {
    let mut codes: Vec<Option<&String>> = vec![None; places.len()];
    for (code, place) in places {
        let at = place.as_u64().and_then(|place| usize::try_from(place).ok());
        let free = at.and_then(|at| codes.get_mut(at)).filter(|free| free.is_none());
        *free.ok_or_else(|| format!("the category {code} has the place {place}, which is taken or beyond the last"))? =
            Some(code);
    }
    Ok(codes.into_iter().flatten().cloned().collect())
}

fn unit(described: &Value) -> Unit {
    let text = |name: &str| described.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
    let decimals = described.get("decimals").and_then(Value::as_u64).and_then(|decimals| u8::try_from(decimals).ok());
    Unit { label: text("label"), symbol: text("symbol"), decimals }
}
