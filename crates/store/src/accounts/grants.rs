//! Roles that accounts have been given: where, for which unit, and on which days.

use miedza_planning::rights::{Grant, Role};
use miedza_planning::values::Day;
use sea_orm::QueryResult;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::writing::{Line, Writing};
use crate::{Author, Error, Store};

/// The columns that [`grant`] reads, in its order.
pub(crate) const GRANT_COLUMNS: &str = "g.role, g.partnership, g.unit, g.valid_from, g.valid_to";

/// A role that an account has been given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptGrant {
    /// Id of the grant.
    pub id: String,
    /// Id of the account.
    pub account: String,
    /// What was given.
    pub grant: Grant,
}

/// What happens to roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GrantChange {
    /// An account is given a role.
    Given {
        /// Id of the account.
        account: String,
        /// The role.
        grant: Grant,
    },
    /// A role holds on other days.
    Dated {
        /// Id of the grant.
        id: String,
        /// First day.
        valid_from: Option<Day>,
        /// Last day.
        valid_to: Option<Day>,
    },
    /// A role was given by mistake.
    Removed {
        /// Id of the grant.
        id: String,
    },
}

impl Store {
    /// The roles of an account, in the order in which they were given.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn grants_of(&self, account: &str) -> Result<Vec<KeptGrant>, Error> {
        let text = format!("SELECT g.id, g.account, {GRANT_COLUMNS} FROM grants g WHERE g.account = $1 ORDER BY g.id");
        Sql::new(text).with(account).all(self.reader()).await?.iter().map(kept).collect()
    }

    /// The roles that were given in a partnership.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn grants_in(&self, partnership: &str) -> Result<Vec<KeptGrant>, Error> {
        let text = format!("SELECT g.id, g.account, {GRANT_COLUMNS} FROM grants g WHERE g.partnership = $1 ORDER BY g.id");
        Sql::new(text).with(partnership).all(self.reader()).await?.iter().map(kept).collect()
    }

    /// All roles of all accounts, for the list of accounts.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn grants(&self) -> Result<Vec<KeptGrant>, Error> {
        let text = format!("SELECT g.id, g.account, {GRANT_COLUMNS} FROM grants g ORDER BY g.id");
        Sql::new(text).all(self.reader()).await?.iter().map(kept).collect()
    }

    /// A role that was given.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn grant(&self, id: &str) -> Result<Option<KeptGrant>, Error> {
        find(self.reader(), id).await
    }

    /// Gives, dates or removes a role.
    ///
    /// # Errors
    /// [`Error::NoAccount`] if the account or the grant is not there, or what the engine says.
    pub async fn change_grant(&self, change: &GrantChange, author: &Author) -> Result<(), Error> {
        let mut writing = self.begin_content(author).await?;
        match change {
            GrantChange::Given { account, grant } => writing.give(account, grant).await?,
            GrantChange::Dated { id, valid_from, valid_to } => {
                let kept = writing.grant(id).await?;
                let grant = Grant { valid_from: *valid_from, valid_to: *valid_to, ..kept.grant.clone() };
                writing.date(kept, grant).await?;
            }
            GrantChange::Removed { id } => writing.remove(id).await?,
        }
        writing.commit().await
    }
}

impl Writing<'_> {
    /// Gives a role inside a transaction that may hold more.
    pub async fn give(&mut self, account: &str, grant: &Grant) -> Result<(), Error> {
        if super::find(&self.tx, "id", account).await?.is_none() {
            return Err(Error::NoAccount { id: account.to_owned() });
        }
        let id = Uuid::now_v7().to_string();
        let text = "INSERT INTO grants (id, account, role, partnership, unit, valid_from, valid_to, version) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
        let sql = Sql::new(text).with(id.as_str()).with(account).with(grant.role.name()).with(grant.partnership.clone());
        let sql = sql.with(grant.unit.clone()).with(written(grant.valid_from)).with(written(grant.valid_to));
        sql.run(&self.tx).await?;
        let after = told(account, grant);
        self.told_grant(Action::Created, (id, grant.partnership.clone(), 1), None, Some(after));
        Ok(())
    }

    async fn grant(&self, id: &str) -> Result<KeptGrant, Error> {
        find(&self.tx, id).await?.ok_or_else(|| Error::NoAccount { id: id.to_owned() })
    }

    async fn date(&mut self, kept: KeptGrant, grant: Grant) -> Result<(), Error> {
        let text = "UPDATE grants SET valid_from = $1, valid_to = $2, version = version + 1 WHERE id = $3 RETURNING version";
        let sql = Sql::new(text).with(written(grant.valid_from)).with(written(grant.valid_to)).with(kept.id.as_str());
        let version = version(sql.one(&self.tx).await?)?;
        let (before, after) = (told(&kept.account, &kept.grant), told(&kept.account, &grant));
        self.told_grant(Action::Updated, (kept.id, grant.partnership, version), Some(before), Some(after));
        Ok(())
    }

    async fn remove(&mut self, id: &str) -> Result<(), Error> {
        let kept = self.grant(id).await?;
        let row = Sql::new("DELETE FROM grants WHERE id = $1 RETURNING version").with(id).one(&self.tx).await?;
        let before = told(&kept.account, &kept.grant);
        self.told_grant(Action::Deleted, (kept.id, kept.grant.partnership, version(row)? + 1), Some(before), None);
        Ok(())
    }

    /// Removes every role of an account.
    pub async fn remove_all(&mut self, account: &str) -> Result<(), Error> {
        let rows = Sql::new("SELECT id FROM grants WHERE account = $1 ORDER BY id").with(account).all(&self.tx).await?;
        for row in &rows {
            let id: String = Columns::of(row).take()?;
            self.remove(&id).await?;
        }
        Ok(())
    }

    fn told_grant(&mut self, action: Action, of: (String, Option<String>, i64), before: Option<Value>, after: Option<Value>) {
        let (record_id, partnership, version) = of;
        self.note(Line { action, kind: "grants", record_id, partnership, version, before, after });
    }
}

fn version(row: Option<QueryResult>) -> Result<i64, Error> {
    row.map_or(Ok(1), |row| Columns::of(&row).take())
}

/// What the trail says of a role.
pub fn told(account: &str, grant: &Grant) -> Value {
    json!({
        "account": account, "role": grant.role, "partnership": grant.partnership, "unit": grant.unit,
        "valid_from": grant.valid_from, "valid_to": grant.valid_to,
    })
}

fn written(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

async fn find(connection: &impl sea_orm::ConnectionTrait, id: &str) -> Result<Option<KeptGrant>, Error> {
    let text = format!("SELECT g.id, g.account, {GRANT_COLUMNS} FROM grants g WHERE g.id = $1");
    Sql::new(text).with(id).one(connection).await?.as_ref().map(kept).transpose()
}

fn kept(row: &QueryResult) -> Result<KeptGrant, Error> {
    let mut columns = Columns::of(row);
    let (id, account) = (columns.take()?, columns.take()?);
    let grant = grant(&mut columns)?.ok_or_else(|| Error::Unreadable { what: format!("role of grant {id}") })?;
    Ok(KeptGrant { id, account, grant })
}

/// The account and the grant in the next columns.
pub fn kept_grant(columns: &mut Columns<'_>) -> Result<(String, Grant), Error> {
    let account = columns.take()?;
    let kept = grant(columns)?.ok_or_else(|| Error::Unreadable { what: format!("role of {account}") })?;
    Ok((account, kept))
}

/// The grant in the next columns; `None` if there is none, as an outer join says it.
pub(crate) fn grant(columns: &mut Columns<'_>) -> Result<Option<Grant>, Error> {
    let role: Option<String> = columns.take()?;
    let (partnership, unit) = (columns.take()?, columns.take()?);
    let (valid_from, valid_to) = (day(columns.take()?)?, day(columns.take()?)?);
    let Some(role) = role else { return Ok(None) };
    let role = Role::parse(&role).ok_or_else(|| Error::Unreadable { what: format!("role {role}") })?;
    Ok(Some(Grant { role, partnership, unit, valid_from, valid_to }))
}

fn day(text: Option<String>) -> Result<Option<Day>, Error> {
    let parse = |text: String| text.parse().map_err(|_| Error::Unreadable { what: format!("day {text}") });
    text.map(parse).transpose()
}
