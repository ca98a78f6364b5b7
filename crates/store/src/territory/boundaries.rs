//! Boundaries: sets of shapes for a country, a level and a year, each with its source; which set answers for a year.
//!
//! Shapes are kept as well-known binary in longitude and latitude (WGS 84) and are not read here.

use std::collections::BTreeMap;

use miedza_territory::{Country, Level, UnitCode};
use sea_orm::QueryResult;
use serde_json::json;

use super::units;
use crate::sql::{Columns, Sql};
use crate::writing::Writing;
use crate::{Author, Error, Store, held};

/// Shapes written or asked for by one statement.
const SHAPES: usize = 50;
/// Codes in one statement.
const CODES: usize = 500;
const COLUMNS: &str = "id, country, level, \"year\", name, source, licence, is_schematic";

/// A set of boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundarySet {
    /// Its id: `pl-municipality-2025`, …
    pub id: String,
    /// The country.
    pub country: Country,
    /// The level of its units.
    pub level: Level,
    /// The year whose state it shows.
    pub year: u16,
    /// The name that people see.
    pub name: String,
    /// Where it comes from.
    pub source: String,
    /// Under which licence.
    pub licence: Option<String>,
    /// Whether the shapes are cells drawn around seats, not the land of the units.
    pub is_schematic: bool,
}

/// The shape of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The unit.
    pub code: UnitCode,
    /// The set that it is from.
    pub set: String,
    /// Well-known binary of a polygon or multipolygon, longitude and latitude.
    pub wkb: Vec<u8>,
}

impl Store {
    /// Keeps a set of boundaries; one with the same id is replaced.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn save_boundaries(&self, set: &BoundarySet, shapes: &[(UnitCode, Vec<u8>)], author: &Author) -> Result<(), Error> {
        let mut writing = self.begin_content(author).await?;
        for table in ["DELETE FROM boundaries WHERE boundary_set = $1", "DELETE FROM boundary_sets WHERE id = $1"] {
            Sql::new(table).with(set.id.as_str()).run(&writing.tx).await?;
        }
        let count = i64::try_from(shapes.len()).unwrap_or(i64::MAX);
        let mut seal = held::Rows::default();
        writing.keep_set(set, count).await?;
        for part in shapes.chunks(SHAPES) {
            let mut sql = Sql::new("INSERT INTO boundaries (boundary_set, code, shape) VALUES ");
            for (row, (code, shape)) in part.iter().enumerate() {
                seal.add(&sealed(code.as_str(), shape));
                sql.push(if row == 0 { "(" } else { ", (" }).bind_all([set.id.as_str(), code.as_str()]);
                sql.push(", ").bind(shape.clone()).push(")");
            }
            sql.run(&writing.tx).await?;
        }
        let what = json!({"source": set.source, "units": count, "year": set.year, "rows": seal.text()});
        writing.imported("boundary_sets", set.id.clone(), what);
        writing.commit().await
    }

    /// All sets, by country, level and year.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn boundary_sets(&self) -> Result<Vec<BoundarySet>, Error> {
        let sql = Sql::new(format!("SELECT {COLUMNS} FROM boundary_sets ORDER BY country, level, \"year\", id"));
        sql.all(self.reader()).await?.iter().map(read).collect()
    }

    /// All shapes of a set, by code.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn shapes_of_set(&self, id: &str) -> Result<Vec<Shape>, Error> {
        let text = "SELECT code, boundary_set, shape FROM boundaries WHERE boundary_set = $1";
        let rows = Sql::new(text).with(id).all(self.reader()).await?;
        let mut shapes = rows.iter().map(shape).collect::<Result<Vec<_>, _>>()?;
        shapes.sort_unstable_by(|one, other| one.code.cmp(&other.code));
        Ok(shapes)
    }

    /// The shapes of these units that fit a year best, by code; units without a shape are missing.
    ///
    /// The last set up to that year answers, else the first one after it; land before drawn cells. A set that holds a Polish
    /// municipality with another kind or without any answers for it: the land is the same.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn boundaries(&self, codes: &[UnitCode], year: u16) -> Result<Vec<Shape>, Error> {
        let mut shapes = Vec::with_capacity(codes.len());
        for (set, places) in self.best_sets(codes, year).await? {
            let kept: Vec<&UnitCode> = places.keys().collect();
            for part in kept.chunks(CODES) {
                let mut sql = Sql::new("SELECT code, boundary_set, shape FROM boundaries WHERE boundary_set = ");
                sql.bind(set.as_str()).push(" AND code IN (").bind_all(part.iter().map(|code| code.as_str())).push(")");
                for row in &sql.all(self.reader()).await? {
                    let found = shape(row)?;
                    let code = places.get(&found.code).cloned().unwrap_or_else(|| found.code.clone());
                    shapes.push(Shape { code, ..found });
                }
            }
        }
        shapes.sort_unstable_by(|one, other| one.code.cmp(&other.code));
        Ok(shapes)
    }

    /// The sets that [`Self::boundaries`] takes the shapes of these units from, by id.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn sets_answering(&self, codes: &[UnitCode], year: u16) -> Result<Vec<BoundarySet>, Error> {
        let best = self.best_sets(codes, year).await?;
        Ok(self.boundary_sets().await?.into_iter().filter(|set| best.contains_key(&set.id)).collect())
    }

    /// The set that answers for each unit: by set, the codes under which it keeps them with those that were asked for.
    async fn best_sets(&self, codes: &[UnitCode], year: u16) -> Result<BTreeMap<String, BTreeMap<UnitCode, UnitCode>>, Error> {
        let sets: BTreeMap<String, BoundarySet> =
            self.boundary_sets().await?.into_iter().map(|set| (set.id.clone(), set)).collect();
        let rank = |id: &str| {
            let set = sets.get(id);
            set.map(|set| (set.is_schematic, set.year > year, set.year.abs_diff(year), set.id.clone()))
        };
        let found = self.sets_of(&codes.iter().flat_map(UnitCode::whatever_kind).collect::<Vec<_>>()).await?;
        let mut best: BTreeMap<String, BTreeMap<UnitCode, UnitCode>> = BTreeMap::new();
        for code in codes {
            let names = code.whatever_kind().into_iter();
            let among = names.flat_map(|kept| found.get(&kept).into_iter().flatten().map(move |set| (set, kept.clone())));
            let Some((set, kept)) = among.min_by_key(|(set, kept)| (rank(set), kept != code)) else { continue };
            let places = best.entry(set.clone()).or_default();
            // The same land is given once: to the code under which it is kept, if that is asked for too.
            if kept == *code || !places.contains_key(&kept) {
                places.insert(kept, code.clone());
            }
        }
        Ok(best)
    }

    /// Which sets hold which unit.
    async fn sets_of(&self, codes: &[UnitCode]) -> Result<BTreeMap<UnitCode, Vec<String>>, Error> {
        let mut found: BTreeMap<UnitCode, Vec<String>> = BTreeMap::new();
        for part in codes.chunks(CODES) {
            let mut sql = Sql::new("SELECT code, boundary_set FROM boundaries WHERE code IN (");
            sql.bind_all(part.iter().map(UnitCode::as_str)).push(")");
            for row in &sql.all(self.reader()).await? {
                let mut columns = Columns::of(row);
                found.entry(units::code(&columns.take::<String>()?)?).or_default().push(columns.take()?);
            }
        }
        Ok(found)
    }
}

impl Writing<'_> {
    async fn keep_set(&self, set: &BoundarySet, count: i64) -> Result<(), Error> {
        let text =
            format!("INSERT INTO boundary_sets ({COLUMNS}, units, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
        let sql = Sql::new(text).with(set.id.as_str()).with(set.country.word()).with(set.level.word()).with(i64::from(set.year));
        let sql = sql.with(set.name.as_str()).with(set.source.as_str()).with(set.licence.clone()).with(set.is_schematic);
        sql.with(count).with(self.at.as_str()).run(&self.tx).await?;
        Ok(())
    }
}

/// A shape as it is sealed in the trail.
pub fn sealed(code: &str, shape: &[u8]) -> Vec<u8> {
    [code.as_bytes(), b"\0", shape].concat()
}

fn read(row: &QueryResult) -> Result<BoundarySet, Error> {
    let mut columns = Columns::of(row);
    Ok(BoundarySet {
        id: columns.take()?,
        country: columns.word(Country::from_word)?,
        level: columns.word(Level::from_word)?,
        year: u16::try_from(columns.take::<i64>()?).unwrap_or(0),
        name: columns.take()?,
        source: columns.take()?,
        licence: columns.take()?,
        is_schematic: columns.take()?,
    })
}

fn shape(row: &QueryResult) -> Result<Shape, Error> {
    let mut columns = Columns::of(row);
    Ok(Shape { code: units::code(&columns.take::<String>()?)?, set: columns.take()?, wkb: columns.take()? })
}
