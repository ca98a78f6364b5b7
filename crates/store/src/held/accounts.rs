//! Accounts, their roles and their tokens held against the trail.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::{Held, How, of_account, of_token, says};
use crate::Error;
use crate::accounts::{grant_told, kept_grant};
use crate::audit::Action;
use crate::sql::{Columns, Sql};

impl<C: ConnectionTrait> Held<'_, C> {
    /// Accounts: version, moment of the change, and the seal of the newest line where it has one.
    pub(super) async fn accounts(&mut self) -> Result<(), Error> {
        const KIND: &str = "accounts";
        let mut told = self.told_of(KIND).await?;
        for row in &Sql::new("SELECT id, version, updated_at FROM accounts").all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (id, version, updated_at): (String, i64, String) = (columns.take()?, columns.take()?, columns.take()?);
            let Some((line, said)) = told.remove(&id) else {
                self.tell(KIND, &id, How::NoLine);
                continue;
            };
            let seal = of_account(self.tx, &id).await?;
            let after = said.after();
            let sealed = after.get("sealed").and_then(Value::as_str);
            if version != line.version {
                self.tell(KIND, &id, How::Version { kept: version, told: line.version });
            } else if updated_at != said.at || sealed.is_some_and(|sealed| Some(sealed) != seal.as_deref()) {
                self.tell(KIND, &id, How::Changed);
            }
        }
        self.left_over(KIND, told.keys());
        Ok(())
    }

    /// Roles: every word of them.
    pub(super) async fn grants(&mut self) -> Result<(), Error> {
        const KIND: &str = "grants";
        let mut told = self.told_of(KIND).await?;
        let text = "SELECT id, version, account, role, partnership, unit, valid_from, valid_to FROM grants";
        for row in &Sql::new(text).all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (id, version): (String, i64) = (columns.take()?, columns.take()?);
            let kept = kept_grant(&mut columns);
            let how = match (told.remove(&id), kept) {
                (_, Err(Error::Unreadable { .. })) => How::Changed,
                (_, Err(fault)) => return Err(fault),
                (None, _) => How::NoLine,
                (Some((line, _)), _) if version != line.version => How::Version { kept: version, told: line.version },
                (Some((_, said)), Ok((account, grant))) => {
                    if says(said.after.as_deref(), &grant_told(&account, &grant)) {
                        continue;
                    }
                    How::Changed
                }
            };
            self.tell(KIND, &id, how);
        }
        self.left_over(KIND, told.iter().filter(|(_, (line, _))| line.action != Action::Deleted).map(|(id, _)| id));
        Ok(())
    }

    /// Tokens of programs: what they may do, until when, and that a revoked one stays so.
    pub(super) async fn tokens(&mut self) -> Result<(), Error> {
        const KIND: &str = "api_tokens";
        let mut told = self.told_of(KIND).await?;
        let text = "SELECT id, account, scopes, expires_at, hash, revoked_at FROM api_tokens";
        for row in &Sql::new(text).all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (id, account, scopes): (String, String, String) = (columns.take()?, columns.take()?, columns.take()?);
            let (expires_at, hash): (Option<i64>, String) = (columns.take()?, columns.take()?);
            let revoked_at: Option<String> = columns.take()?;
            let Some((line, said)) = told.remove(&id) else {
                self.tell(KIND, &id, How::NoLine);
                continue;
            };
            let after = said.after();
            let sealed = after.get("sealed").and_then(Value::as_str);
            let is_same = if line.action == Action::Deleted {
                revoked_at.is_some()
            } else {
                after.get("account").and_then(Value::as_str) == Some(account.as_str())
                    && after.get("scopes") == serde_json::from_str(&scopes).ok().as_ref()
                    && after.get("expires_at").and_then(Value::as_i64) == expires_at
                    && sealed.is_none_or(|sealed| sealed == of_token(&hash))
            };
            if !is_same {
                self.tell(KIND, &id, How::Changed);
            }
        }
        let erased = self.erased().await?;
        let goes_with_account =
            |after: &Value| after.get("account").and_then(Value::as_str).is_some_and(|account| erased.contains(account));
        told.retain(|_, (line, said)| line.action != Action::Deleted && !goes_with_account(&said.after()));
        self.left_over(KIND, told.keys());
        Ok(())
    }

    /// Accounts of which only the id is left: their tokens went with them.
    async fn erased(&self) -> Result<BTreeSet<String>, Error> {
        let rows = Sql::new("SELECT id FROM accounts WHERE state = 'erased'").all(self.tx).await?;
        rows.iter().map(|row| Columns::of(row).take()).collect()
    }
}
