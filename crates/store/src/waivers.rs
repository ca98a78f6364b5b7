//! Findings that the office has accepted, each with its reason; every change of them has its line in the trail.

use miedza_planning::partnership::check::{Spot, Waiver};
use miedza_planning::record::Kind;
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::writing::Line;
use crate::{Author, Error, Store};

const COLUMNS: &str = "id, rule, \"case\", kind, record_id, party, mark, reason, waived_by, waived_at";
/// The word for them in the trail.
const KIND: &str = "waivers";

impl Store {
    /// The findings of a partnership that were accepted, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn waivers_of(&self, partnership: &str) -> Result<Vec<Waiver>, Error> {
        let sql = Sql::new(format!("SELECT {COLUMNS} FROM waivers WHERE partnership = $1 ORDER BY waived_at DESC, id"));
        sql.with(partnership).all(self.reader()).await?.iter().map(|row| Ok(waiver(row)?.1)).collect()
    }

    /// Accepts a finding; one that was accepted before gets the new reason.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn waive(
        &self,
        partnership: &str,
        spot: &Spot,
        (mark, reason): (&str, &str),
        author: &Author,
    ) -> Result<(), Error> {
        let mut writing = self.begin_content(author).await?;
        let before = find(&writing.tx, partnership, spot).await?;
        let id = before.as_ref().map_or_else(|| Uuid::now_v7().to_string(), |(id, _)| id.clone());
        Sql::new("DELETE FROM waivers WHERE id = $1").with(id.as_str()).run(&writing.tx).await?;
        let text = format!("INSERT INTO waivers (partnership, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
        let sql = Sql::new(text).with(partnership).with(id.as_str()).with(spot.rule.as_str()).with(spot.case.as_str());
        let sql = sql.with(spot.kind.name()).with(spot.record_id.as_str()).with(spot.party.as_str()).with(mark).with(reason);
        sql.with(author.account().map(str::to_owned)).with(writing.at.as_str()).run(&writing.tx).await?;
        let after = told(spot, reason);
        let before = before.map(|(_, waiver)| told(&waiver.spot, &waiver.reason));
        let action = if before.is_some() { Action::Updated } else { Action::Created };
        writing.note(line(action, (partnership, id), before, Some(after)));
        writing.commit().await
    }

    /// Accepts a finding no more; `false` if it was not accepted.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn unwaive(&self, partnership: &str, spot: &Spot, author: &Author) -> Result<bool, Error> {
        let mut writing = self.begin_content(author).await?;
        let Some((id, waiver)) = find(&writing.tx, partnership, spot).await? else { return Ok(false) };
        Sql::new("DELETE FROM waivers WHERE id = $1").with(id.as_str()).run(&writing.tx).await?;
        let before = told(&waiver.spot, &waiver.reason);
        writing.note(line(Action::Deleted, (partnership, id), Some(before), None));
        writing.commit().await?;
        Ok(true)
    }
}

async fn find(connection: &impl ConnectionTrait, partnership: &str, spot: &Spot) -> Result<Option<(String, Waiver)>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM waivers WHERE partnership = $1 AND rule = $2 AND \"case\" = $3 AND kind = $4 \
         AND record_id = $5 AND party = $6"
    );
    let sql = Sql::new(text).with(partnership).with(spot.rule.as_str()).with(spot.case.as_str()).with(spot.kind.name());
    let row = sql.with(spot.record_id.as_str()).with(spot.party.as_str()).one(connection).await?;
    row.map(|row| waiver(&row)).transpose()
}

/// Every accepted finding by its id, as the trail tells it.
pub async fn every_waiver(connection: &impl ConnectionTrait) -> Result<Vec<(String, Value)>, Error> {
    let rows = Sql::new(format!("SELECT {COLUMNS} FROM waivers ORDER BY id")).all(connection).await?;
    let tell = |row| waiver(row).map(|(id, waiver)| (id, told(&waiver.spot, &waiver.reason)));
    rows.iter().map(tell).collect()
}

fn waiver(row: &QueryResult) -> Result<(String, Waiver), Error> {
    let mut columns = Columns::of(row);
    let id = columns.take()?;
    let spot = Spot {
        rule: columns.take()?,
        case: columns.take()?,
        kind: columns.word(Kind::parse)?,
        record_id: columns.take()?,
        party: columns.take()?,
    };
    let (mark, reason) = (columns.take()?, columns.take()?);
    Ok((id, Waiver { spot, mark, reason, waived_by: columns.take()?, waived_at: columns.take()? }))
}

fn told(spot: &Spot, reason: &str) -> Value {
    json!({
        "rule": spot.rule, "case": spot.case, "kind": spot.kind, "record_id": spot.record_id, "party": spot.party,
        "reason": reason,
    })
}

fn line(action: Action, (partnership, id): (&str, String), before: Option<Value>, after: Option<Value>) -> Line {
    Line { action, kind: KIND, record_id: id, partnership: Some(partnership.to_owned()), version: 1, before, after }
}
