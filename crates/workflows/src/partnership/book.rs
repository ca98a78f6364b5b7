//! All that is kept about one partnership, as records and as the dossier that rules judge.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::Dossier;
use miedza_planning::record::{Kind, Record, Shape};
use miedza_store::{Question, Store};
use miedza_territory::UnitCode;

use super::Land;
use crate::failure::Failure;

/// All that somebody may see of one partnership.
#[derive(Clone, Debug)]
pub struct Book {
    /// The partnership itself.
    pub partnership: Record,
    /// The same records, read as types.
    pub dossier: Dossier,
    /// What is known of the units that its records name.
    pub land: Land,
    records: BTreeMap<Kind, Vec<Record>>,
}

impl Book {
    /// Reads the records of a partnership that `sees` lets through, and what is known of their units.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn open(store: &Store, partnership: &Record, sees: impl Fn(&Record) -> bool) -> Result<Self, Failure> {
        let mut records: BTreeMap<Kind, Vec<Record>> = BTreeMap::new();
        for kind in Kind::ALL.into_iter().filter(|kind| kind.is_of_partnership()) {
            let mut found = store.records(&Question::of(kind).in_partnership(&partnership.id)).await?;
            found.retain(&sees);
            records.insert(kind, found);
        }
        let mut lines = store.records(&Question::of(Kind::FunderLines).in_partnership(&partnership.id)).await?;
        lines.retain(&sees);
        records.insert(Kind::FunderLines, lines);
        // Tables of the whole portal speak of its municipalities too.
        let mut tables = store.records(&Question::of(Kind::FlowTables)).await?;
        tables.retain(|table| table.content.partnership.as_ref().is_none_or(|owner| *owner == partnership.id) && sees(table));
        records.insert(Kind::FlowTables, tables);
        records.insert(Kind::Partnerships, vec![partnership.clone()]);
        // A theme that nobody names may lie between two that somebody does.
        let mut themes = store.records(&Question::of(Kind::Themes)).await?;
        themes.retain(&sees);
        records.insert(Kind::Themes, themes);
        for kind in [Kind::Organisations, Kind::Calls, Kind::Attachments] {
            let named = named(&records, kind);
            let mut found = store.records(&Question::of(kind).with_ids(named)).await?;
            found.retain(&sees);
            records.insert(kind, found);
        }
        let land = Land::of(store, &units(records.values().flatten())).await?.with_counties(store).await?;
        let all: Vec<Record> = records.values().flatten().cloned().collect();
        let dossier = Dossier::read(&all, &partnership.id).map_err(|error| Failure::fault(&error))?;
        let gone = || miedza_store::Error::NotFound { kind: Kind::Partnerships, id: partnership.id.clone() };
        let dossier = dossier.ok_or_else(gone)?;
        let above = crate::record::above(store, partnership.text("parent_partnership")).await?;
        let above = above.into_iter().map(|record| record.id).collect();
        let mut answers = store.answers_by_unit(&partnership.id).await?;
        let surveys = records.get(&Kind::Surveys).map(Vec::as_slice).unwrap_or_default();
        answers.retain(|survey, _| surveys.iter().any(|record| record.id == *survey));
        let dossier = dossier.placed(land.places().clone(), land.register()).below(above).answered(answers);
        Ok(Self { partnership: partnership.clone(), dossier, land, records })
    }

    /// The records of a kind, in the order of their ids.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &[Record] {
        self.records.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// A record by its id.
    #[must_use]
    pub fn find(&self, kind: Kind, id: &str) -> Option<&Record> {
        self.of(kind).iter().find(|record| record.id == id)
    }
}

/// Ids of a kind that the records point to.
fn named(records: &BTreeMap<Kind, Vec<Record>>, target: Kind) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for record in records.values().flatten() {
        for field in record.kind().fields().iter().filter(|field| field.shape.target() == Some(target)) {
            ids.extend(record.text(field.name).map(ToOwned::to_owned));
            ids.extend(record.list(field.name).into_iter().map(ToOwned::to_owned));
        }
    }
    ids
}

/// Codes of all units that the records name.
pub(super) fn units<'a>(records: impl IntoIterator<Item = &'a Record>) -> BTreeSet<UnitCode> {
    let mut codes = BTreeSet::new();
    for record in records {
        for field in record.kind().fields() {
            match field.shape {
                Shape::Unit => codes.extend(record.text(field.name).and_then(|code| UnitCode::parse(code).ok())),
                Shape::Units => codes.extend(record.list(field.name).into_iter().filter_map(|code| UnitCode::parse(code).ok())),
                _ => {}
            }
        }
    }
    codes
}
