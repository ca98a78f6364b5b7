//! Tokens for programs: named, scoped, with an end; only their hash is kept.

use miedza_planning::rights::Scope;
use sea_orm::QueryResult;
use serde_json::json;
use uuid::Uuid;

use crate::accounts::GRANT_COLUMNS;
use crate::audit::Action;
use crate::sessions::caller;
use crate::sql::{Columns, Sql};
use crate::writing::{Line, Writing};
use crate::{Author, Caller, Error, Moment, Store, held};

/// A token to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenDraft {
    /// Id of the account whose rights it has at most.
    pub account: String,
    /// What it is called.
    pub name: String,
    /// SHA-256 of the token, in hex.
    pub hash: String,
    /// What it may do at most.
    pub scopes: Vec<Scope>,
    /// Until when it works; `None` until it is revoked.
    pub expires_at: Option<Moment>,
}

/// A token in the list of its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it may do at most.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: String,
    /// Until when it works, in seconds since 1970.
    pub expires_at: Option<i64>,
    /// When it was last used, to some minutes.
    pub last_used_at: Option<String>,
}

impl Store {
    /// Keeps a token; gives its id.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn create_api_token(&self, draft: &TokenDraft, author: &Author) -> Result<String, Error> {
        let mut writing = self.begin_content(author).await?;
        let id = Uuid::now_v7().to_string();
        let scopes = json!(draft.scopes);
        let ends = draft.expires_at.map(Moment::unix_seconds);
        let text = "INSERT INTO api_tokens (id, account, name, hash, scopes, created_at, expires_at) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let sql = Sql::new(text).with(id.as_str()).with(draft.account.as_str()).with(draft.name.as_str());
        let sql = sql.with(draft.hash.as_str()).with(scopes.to_string()).with(writing.at.as_str()).with(ends);
        sql.run(&writing.tx).await?;
        let sealed = held::of_token(&draft.hash);
        let after = json!({"account": draft.account, "scopes": scopes, "expires_at": ends, "sealed": sealed});
        writing.note(Line {
            action: Action::Created,
            kind: "api_tokens",
            record_id: id.clone(),
            partnership: None,
            version: 1,
            before: None,
            after: Some(after),
        });
        writing.commit().await?;
        Ok(id)
    }

    /// Ends a token of an account; `false` if it has no such token.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn revoke_api_token(&self, account: &str, id: &str, author: &Author) -> Result<bool, Error> {
        let mut writing = self.begin_content(author).await?;
        let was_there = writing.revoke_token(account, id).await?;
        if was_there {
            writing.commit().await?;
        }
        Ok(was_there)
    }

    /// The tokens of an account that were not revoked, the newest first; those that ended are among them.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn api_tokens_of(&self, account: &str) -> Result<Vec<ApiToken>, Error> {
        let text = "SELECT id, name, scopes, created_at, expires_at, last_used_at FROM api_tokens \
                    WHERE account = $1 AND revoked_at IS NULL ORDER BY id DESC";
        Sql::new(text).with(account).all(self.reader()).await?.iter().map(token).collect()
    }

    /// Who shows this token, with all roles and its scopes, in one question; `None` if it works no more.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn caller_of_token(&self, hash: &str, now: Moment) -> Result<Option<Caller>, Error> {
        let text = format!(
            "SELECT a.id, a.name, t.created_at, t.last_used_at, t.scopes, {GRANT_COLUMNS} FROM api_tokens t \
             JOIN accounts a ON a.id = t.account LEFT JOIN grants g ON g.account = a.id \
             WHERE t.hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2) \
             AND a.state = 'active' ORDER BY g.id"
        );
        caller(&Sql::new(text).with(hash).with(now.unix_seconds()).all(self.reader()).await?)
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn touch_api_token(&self, hash: &str, now: Moment) -> Result<(), Error> {
        let sql = Sql::new("UPDATE api_tokens SET last_used_at = $1 WHERE hash = $2").with(now.to_string()).with(hash);
        sql.run(self.writer()).await?;
        Ok(())
    }
}

impl Writing<'_> {
    /// Ends every token of an account, each with its line.
    pub async fn revoke_tokens(&mut self, account: &str) -> Result<(), Error> {
        let text = "SELECT id FROM api_tokens WHERE account = $1 AND revoked_at IS NULL ORDER BY id";
        for row in &Sql::new(text).with(account).all(&self.tx).await? {
            let id: String = Columns::of(row).take()?;
            self.revoke_token(account, &id).await?;
        }
        Ok(())
    }

    async fn revoke_token(&mut self, account: &str, id: &str) -> Result<bool, Error> {
        let text = "UPDATE api_tokens SET revoked_at = $1 WHERE id = $2 AND account = $3 AND revoked_at IS NULL";
        let sql = Sql::new(text).with(self.at.as_str()).with(id).with(account);
        if sql.run(&self.tx).await? == 0 {
            return Ok(false);
        }
        self.note(Line {
            action: Action::Deleted,
            kind: "api_tokens",
            record_id: id.to_owned(),
            partnership: None,
            version: 2,
            before: Some(json!({"account": account})),
            after: None,
        });
        Ok(true)
    }
}

fn token(row: &QueryResult) -> Result<ApiToken, Error> {
    let mut columns = Columns::of(row);
    Ok(ApiToken {
        id: columns.take()?,
        name: columns.take()?,
        scopes: columns.json()?.unwrap_or_default(),
        created_at: columns.take()?,
        expires_at: columns.take()?,
        last_used_at: columns.take()?,
    })
}
