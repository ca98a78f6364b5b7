//! Names of what records point to: other records and units; a name that several bear is told apart.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::record::{Kind, Record, Shape};
use miedza_planning::values::{Tongue, Wording};
use miedza_store::{Question, Store};
use miedza_territory::{Country, Level, RegisterUnit, UnitCode};
use miedza_texts::{Language, Message, key};
use serde_json::Value;

use crate::failure::Failure;
use crate::labels;

/// Names by id of a record or code of a unit.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The names of everything that these records point to.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn around(store: &Store, records: &[Record], language: Language) -> Result<Self, Failure> {
        Self::known(store, records, language, |_| true).await
    }

    /// The names of everything that these records point to and that `sees` lets through.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn known(
        store: &Store,
        records: &[Record],
        language: Language,
        sees: impl Fn(&Record) -> bool,
    ) -> Result<Self, Failure> {
        let mut names = Self::default();
        names.add_targets(store, records, (language, sees)).await?;
        Ok(names)
    }

    async fn add_targets(
        &mut self,
        store: &Store,
        records: &[Record],
        (language, sees): (Language, impl Fn(&Record) -> bool),
    ) -> Result<(), Failure> {
        let mut ids: BTreeMap<Kind, BTreeSet<String>> = BTreeMap::new();
        let mut codes: BTreeSet<String> = BTreeSet::new();
        for record in records {
            for field in record.kind().fields() {
                let words = words(record.value(field.name));
                match (field.shape, field.shape.target()) {
                    (_, Some(kind)) => ids.entry(kind).or_default().extend(words),
                    (Shape::Unit | Shape::Units, None) => codes.extend(words),
                    _ => {}
                }
            }
        }
        let mut further = Vec::new();
        for (kind, ids) in ids {
            further.extend(store.records(&Question::of(kind).with_ids(ids)).await?.into_iter().filter(|record| sees(record)));
        }
        for record in &further {
            codes.extend(record.text("unit").map(ToOwned::to_owned));
        }
        self.add_units(store, &codes, language).await?;
        let organisations: BTreeSet<&str> = further.iter().filter_map(|record| record.text("organisation")).collect();
        for organisation in store.records(&Question::of(Kind::Organisations).with_ids(organisations)).await? {
            if sees(&organisation) {
                self.add(&organisation, language);
            }
        }
        // What others are named after comes first: a seat is named by its unit or organisation.
        for record in &further {
            self.add(record, language);
        }
        Ok(())
    }

    async fn add_units(&mut self, store: &Store, codes: &BTreeSet<String>, language: Language) -> Result<(), Failure> {
        let codes: Vec<UnitCode> = codes.iter().filter_map(|code| UnitCode::parse(code).ok()).collect();
        let kept = store.units_by_code(&codes).await?;
        let named: BTreeMap<String, String> =
            kept.into_iter().map(|(code, kept)| (code.as_str().to_owned(), unit_name(kept.unit, language))).collect();
        let mut bearers: BTreeMap<String, usize> = BTreeMap::new();
        for name in named.values() {
            *bearers.entry(name.clone()).or_default() += 1;
        }
        for (code, name) in named {
            let is_shared = bearers.get(&name).is_some_and(|bearers| *bearers > 1);
            self.0.insert(code.clone(), if is_shared { format!("{name} ({code})") } else { name });
        }
        Ok(())
    }

    /// Adds a record under its id.
    pub fn add(&mut self, record: &Record, language: Language) {
        let name = self.name(record, language);
        self.0.insert(record.id.clone(), name);
    }

    /// The name of an id or a code; the id or code itself if it is not known.
    pub fn of(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The name of a record, put together from its naming fields.
    pub fn name(&self, record: &Record, language: Language) -> String {
        let kind = record.kind();
        let parts = kind.naming_fields().iter().filter_map(|name| {
            let shape = kind.field(name)?.shape;
            let said = match shape {
                Shape::Words | Shape::Prose => record.words(name)?.wording(tongue(language)).map(Wording::text)?.to_owned(),
                Shape::Choice(choices) => language.say(&labels::choice(choices, record.text(name)?)),
                Shape::Link(_) | Shape::Unit => self.of(record.text(name)?),
                _ => record.text(name)?.to_owned(),
            };
            (!said.is_empty()).then_some(said)
        });
        let name = parts.collect::<Vec<_>>().join(" – ");
        if name.is_empty() { record.id.clone() } else { name }
    }
}

/// The name of a unit; a county is called one, since its name alone is an adjective.
fn unit_name(unit: RegisterUnit, language: Language) -> String {
    let is_county = unit.country == Country::Poland && unit.level == Level::County && !unit.is_city_with_county_rights();
    if is_county { language.say(&Message::new(key::WORK_COUNTY).with("name", unit.name)) } else { unit.name }
}

fn words(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(word)) => vec![word.clone()],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The language of content that goes with a language of the interface.
pub(super) const fn tongue(language: Language) -> Tongue {
    match language {
        Language::Pl => Tongue::Pl,
        Language::Cs => Tongue::Cs,
        Language::En => Tongue::En,
    }
}
