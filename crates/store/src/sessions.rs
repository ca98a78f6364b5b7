//! Who is signed in: a row for each browser, named by the hash of the token in its cookie, good on every node.
//!
//! A row without an account is the way to a sign-in: it waits for the second step, or for the answer of a provider, and
//! can be taken once.

use miedza_planning::rights::{Scope, Visitor};
use sea_orm::QueryResult;
use serde_json::Value;

use crate::accounts::{GRANT_COLUMNS, grant};
use crate::sql::{Columns, Sql};
use crate::{Error, Moment, Store};

/// A session to be begun.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionDraft {
    /// SHA-256 of the token in the cookie, in hex.
    pub hash: String,
    /// Who signed in; `None` on the way there.
    pub account: Option<String>,
    /// From which browser, or what is waited for.
    pub data: Value,
    /// When it begins.
    pub now: Moment,
    /// When it ends unless it is used.
    pub expires_at: Moment,
}

/// A session of an account, for its list.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Its id: the hash of its token.
    pub id: String,
    /// From which browser.
    pub data: Value,
    /// When it began.
    pub created_at: String,
    /// When it was last used, to some minutes.
    pub last_seen: String,
}

/// Somebody who showed a cookie or a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Whose rights count.
    pub visitor: Visitor,
    /// Id of the account.
    pub account: String,
    /// What its pages call it.
    pub name: String,
    /// When the session began or the token was made.
    pub created_at: String,
    /// When it was last used, to some minutes; `None` for a token that was never used.
    pub last_seen: Option<String>,
}

impl Store {
    /// Begins a session.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn begin_session(&self, draft: &SessionDraft) -> Result<(), Error> {
        let text = "INSERT INTO sessions (id, account, data, created_at, expires_at, last_seen) VALUES ($1, $2, $3, $4, $5, $6)";
        let sql = Sql::new(text).with(draft.hash.as_str()).with(draft.account.clone()).with(draft.data.to_string());
        let sql = sql.with(draft.now.to_string()).with(draft.expires_at.unix_seconds()).with(draft.now.to_string());
        sql.run(self.writer()).await?;
        Ok(())
    }

    /// Who shows this cookie, with all roles, in one question; `None` if the session has ended or the account may not.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn caller_of_session(&self, hash: &str, now: Moment) -> Result<Option<Caller>, Error> {
        let text = format!(
            "SELECT a.id, a.name, s.created_at, s.last_seen, NULL, {GRANT_COLUMNS} FROM sessions s \
             JOIN accounts a ON a.id = s.account LEFT JOIN grants g ON g.account = a.id \
             WHERE s.id = $1 AND s.expires_at > $2 AND a.state = 'active' ORDER BY g.id"
        );
        caller(&Sql::new(text).with(hash).with(now.unix_seconds()).all(self.reader()).await?)
    }

    /// Notes that a session was used, and lets it last longer.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn touch_session(&self, hash: &str, now: Moment, expires_at: Moment) -> Result<(), Error> {
        let sql = Sql::new("UPDATE sessions SET last_seen = $1, expires_at = $2 WHERE id = $3 AND expires_at < $4");
        let sql = sql.with(now.to_string()).with(expires_at.unix_seconds()).with(hash).with(expires_at.unix_seconds());
        sql.run(self.writer()).await?;
        Ok(())
    }

    /// The sessions of an account that have not ended, the one used last first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn sessions_of(&self, account: &str, now: Moment) -> Result<Vec<Session>, Error> {
        let text = "SELECT id, data, created_at, last_seen FROM sessions WHERE account = $1 AND expires_at > $2 \
                    ORDER BY last_seen DESC, id";
        let rows = Sql::new(text).with(account).with(now.unix_seconds()).all(self.reader()).await?;
        rows.iter().map(session).collect()
    }

    /// Ends a session; whoever shows its token is a stranger from now on, on every node.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn end_session(&self, hash: &str) -> Result<(), Error> {
        Sql::new("DELETE FROM sessions WHERE id = $1").with(hash).run(self.writer()).await?;
        Ok(())
    }

    /// The same, and gives what was kept with it; `None` if it had ended.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn take_session(&self, hash: &str) -> Result<Option<Value>, Error> {
        let sql = Sql::new("DELETE FROM sessions WHERE id = $1 AND account IS NOT NULL RETURNING data").with(hash);
        sql.one(self.writer()).await?.map_or(Ok(None), |row| Columns::of(&row).json())
    }

    /// Ends one session of an account; `false` if it has no such session.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn end_session_of(&self, account: &str, id: &str) -> Result<bool, Error> {
        let sql = Sql::new("DELETE FROM sessions WHERE account = $1 AND id = $2").with(account).with(id);
        Ok(sql.run(self.writer()).await? == 1)
    }

    /// Ends all sessions of an account but this one; gives their number.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn end_other_sessions(&self, account: &str, but: &str) -> Result<u64, Error> {
        Sql::new("DELETE FROM sessions WHERE account = $1 AND id <> $2").with(account).with(but).run(self.writer()).await
    }

    /// What is waited for on the way to a sign-in; `None` if nothing is, or no more.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn entry(&self, hash: &str, now: Moment) -> Result<Option<Value>, Error> {
        let sql = Sql::new("SELECT data FROM sessions WHERE id = $1 AND account IS NULL AND expires_at > $2");
        let row = sql.with(hash).with(now.unix_seconds()).one(self.reader()).await?;
        row.map_or(Ok(None), |row| Columns::of(&row).json())
    }

    /// The same, used up: a second taker gets nothing.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn take_entry(&self, hash: &str, now: Moment) -> Result<Option<Value>, Error> {
        let sql = Sql::new("DELETE FROM sessions WHERE id = $1 AND account IS NULL AND expires_at > $2 RETURNING data");
        let row = sql.with(hash).with(now.unix_seconds()).one(self.writer()).await?;
        row.map_or(Ok(None), |row| Columns::of(&row).json())
    }

    /// Clears away what has ended: sessions, tokens of letters, counts of attempts from before the first moment, places noted
    /// before the second; gives the number of rows.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn clear_ended(&self, now: Moment, before: (Moment, Moment)) -> Result<u64, Error> {
        let texts = [
            ("DELETE FROM sessions WHERE expires_at < $1", now),
            ("DELETE FROM one_time_tokens WHERE expires_at < $1", now),
            ("DELETE FROM form_drafts WHERE expires_at < $1", now),
            ("DELETE FROM login_attempts WHERE attempts > 0 AND window_start < $1", before.0),
            ("DELETE FROM login_attempts WHERE attempts <= 0 AND window_start < $1", before.1),
        ];
        let mut count = 0;
        for (text, before) in texts {
            count += Sql::new(text).with(before.unix_seconds()).run(self.writer()).await?;
        }
        Ok(count)
    }
}

/// The columns are id, name, beginning, last use, scopes, and those of a grant; a row for each grant.
pub fn caller(rows: &[QueryResult]) -> Result<Option<Caller>, Error> {
    let mut caller: Option<Caller> = None;
    for row in rows {
        let mut columns = Columns::of(row);
        let (account, name): (String, String) = (columns.take()?, columns.take()?);
        let (created_at, last_seen) = (columns.take()?, columns.take()?);
        let scopes: Option<Vec<Scope>> = columns.json()?;
        let grant = grant(&mut columns)?;
        let caller = caller.get_or_insert_with(|| Caller {
            visitor: Visitor { account: Some(account.clone()), grants: Vec::new(), scopes },
            account,
            name,
            created_at,
            last_seen,
        });
        caller.visitor.grants.extend(grant);
    }
    Ok(caller)
}

fn session(row: &QueryResult) -> Result<Session, Error> {
    let mut columns = Columns::of(row);
    Ok(Session {
        id: columns.take()?,
        data: columns.json()?.unwrap_or_default(),
        created_at: columns.take()?,
        last_seen: columns.take()?,
    })
}
