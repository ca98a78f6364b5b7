//! Registers, boundaries and figures held against the trail, as far as its lines count and seal them.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::Country;
use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::{Held, How, PAGE, Rows, Said};
use crate::Error;
use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::territory::{sealed_edition, sealed_figure, sealed_shape};

impl<C: ConnectionTrait> Held<'_, C> {
    /// Editions of registers: source, number of units, and the units that the intervals give.
    pub(super) async fn editions(&mut self) -> Result<(), Error> {
        const KIND: &str = "register_editions";
        let mut told = self.told_of(KIND).await?;
        let mut seals = BTreeMap::new();
        for country in [Country::Poland, Country::Czechia] {
            seals.extend(sealed_edition(self.tx, country).await?);
        }
        for row in &Sql::new("SELECT country, day, source, units FROM register_editions").all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (country, day): (String, String) = (columns.take()?, columns.take()?);
            let (source, units): (String, i64) = (columns.take()?, columns.take()?);
            let id = format!("{country}-{day}");
            match told.remove(&id) {
                None => self.tell(KIND, &id, How::NoLine),
                Some((_, said)) => {
                    let is_same = told_count(&said, &source) == Some(units) && fits(&said, seals.get(&id));
                    if !is_same {
                        self.tell(KIND, &id, How::Changed);
                    }
                }
            }
        }
        self.left_over(KIND, told.keys());
        Ok(())
    }

    /// Sets of boundaries: source, number of shapes, and the shapes.
    pub(super) async fn boundaries(&mut self) -> Result<(), Error> {
        const KIND: &str = "boundary_sets";
        let mut told = self.told_of(KIND).await?;
        for row in &Sql::new("SELECT id, source, units FROM boundary_sets").all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (id, source, units): (String, String, i64) = (columns.take()?, columns.take()?, columns.take()?);
            let Some((_, said)) = told.remove(&id) else {
                self.tell(KIND, &id, How::NoLine);
                continue;
            };
            let seal = self.shapes(&id).await?;
            if told_count(&said, &source) != Some(units) || !fits(&said, Some(&seal)) {
                self.tell(KIND, &id, How::Changed);
            }
        }
        self.left_over(KIND, told.keys());
        Ok(())
    }

    async fn shapes(&self, set: &str) -> Result<String, Error> {
        let (mut seal, mut last) = (Rows::default(), String::new());
        loop {
            let text = "SELECT code, shape FROM boundaries WHERE boundary_set = $1 AND code > $2 ORDER BY code LIMIT 200";
            let rows = Sql::new(text).with(set).with(last.as_str()).all(self.tx).await?;
            for row in &rows {
                let mut columns = Columns::of(row);
                last = columns.take()?;
                seal.add(&sealed_shape(&last, &columns.take::<Vec<u8>>()?));
            }
            if rows.is_empty() {
                return Ok(seal.text());
            }
        }
    }

    /// Sets of figures: the file and its hash, and the figures where no other file speaks of the same.
    pub(super) async fn figures(&mut self) -> Result<(), Error> {
        const KIND: &str = "figure_sets";
        let lines = self.figure_lines().await?;
        let mut left: BTreeSet<(String, String)> = lines.keys().cloned().collect();
        let kept = self.kept_figures().await?;
        self.take(KIND);
        let text = "SELECT country, figure, period, file, sha256, units FROM figure_sets";
        for row in &Sql::new(text).all(self.tx).await? {
            let mut columns = Columns::of(row);
            let [country, figure, period]: [String; 3] = [columns.take()?, columns.take()?, columns.take()?];
            let (file, sha256, units): (String, String, i64) = (columns.take()?, columns.take()?, columns.take()?);
            let id = format!("{country}-{figure}-{period}");
            let key = (id.clone(), file.clone());
            left.remove(&key);
            let Some(said) = lines.get(&key) else {
                self.tell(KIND, &id, How::NoLine);
                continue;
            };
            let others = lines.keys().filter(|(other, from)| *other == id && *from != file).count();
            let what = format!("-{figure}-{period}");
            let of_others = lines.keys().filter(|(other, from)| *other != id && *from == file && other.ends_with(&what)).count();
            let is_alone = others == 0 && of_others == 0 && said.iter().all(|line| line.get("rows") == said[0].get("rows"));
            let newest = &said[said.len() - 1];
            let seal = kept.get(&(figure, period, file)).copied().unwrap_or_default().text();
            let is_same = newest.get("sha256").and_then(Value::as_str) == Some(sha256.as_str())
                && newest.get("units").and_then(Value::as_i64) == Some(units)
                && newest.get("rows").and_then(Value::as_str).is_none_or(|rows| !is_alone || rows == seal);
            if !is_same {
                self.tell(KIND, &id, How::Changed);
            }
        }
        self.left_over(KIND, left.iter().map(|(id, _)| id));
        Ok(())
    }

    /// What the lines say of sets of figures, by id and file, the oldest first.
    async fn figure_lines(&self) -> Result<BTreeMap<(String, String), Vec<Value>>, Error> {
        let text = "SELECT record_id, after_change FROM audit_entries WHERE kind = 'figure_sets' AND action = $1 ORDER BY seq";
        let mut lines: BTreeMap<_, Vec<Value>> = BTreeMap::new();
        for row in &Sql::new(text).with(Action::Imported.name()).all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (id, after): (String, Option<Value>) = (columns.take()?, columns.json()?);
            let after = after.unwrap_or_default();
            let file = after.get("file").and_then(Value::as_str).unwrap_or_default().to_owned();
            lines.entry((id, file)).or_default().push(after);
        }
        Ok(lines)
    }

    /// Seals of the figures that are kept, by figure, time and file.
    async fn kept_figures(&self) -> Result<BTreeMap<(String, String, String), Rows>, Error> {
        let mut seals: BTreeMap<_, Rows> = BTreeMap::new();
        let mut last = [String::new(), String::new(), String::new()];
        loop {
            let text = "SELECT code, figure, period, state, \"value\", file FROM figures WHERE (code, figure, period) > ($1, $2, $3) \
                        ORDER BY code, figure, period LIMIT $4";
            let sql = last.iter().fold(Sql::new(text), |sql, part| sql.with(part.as_str())).with(PAGE);
            let rows = sql.all(self.tx).await?;
            for row in &rows {
                let mut columns = Columns::of(row);
                last = [columns.take()?, columns.take()?, columns.take()?];
                let (state, value): (String, Option<f64>) = (columns.take()?, columns.take()?);
                let file: String = columns.take()?;
                let key = (last[1].clone(), last[2].clone(), file);
                seals.entry(key).or_default().add(&sealed_figure(&last[0], &state, value));
            }
            if rows.is_empty() {
                return Ok(seals);
            }
        }
    }
}

/// How many units a line says there are, if it names the same source.
fn told_count(said: &Said, source: &str) -> Option<i64> {
    let after = said.after();
    let is_same = after.get("source").and_then(Value::as_str) == Some(source);
    after.get("units").and_then(Value::as_i64).filter(|_| is_same)
}

/// Whether the rows fit the seal of a line, if it has one.
fn fits(said: &Said, seal: Option<&String>) -> bool {
    said.after().get("rows").and_then(Value::as_str).is_none_or(|rows| Some(rows) == seal.map(String::as_str))
}
