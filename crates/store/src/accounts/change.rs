//! How accounts change: made, activated, renamed, given a password, erased; each with its line in the trail.

use miedza_planning::rights::Grant;
use serde_json::{Value, json};

use super::{Account, AccountState, find};
use crate::audit::Action;
use crate::one_time_tokens::{self, OneTimeToken};
use crate::sql::{Columns, Sql};
use crate::writing::{Line, Writing};
use crate::{Author, Error, Store, held, identities};

/// One thing that happens to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountChange {
    /// It may sign in from now on.
    Enabled,
    /// It waits for an invitation again: it was switched off before it ever came.
    InvitedAgain,
    /// It may not sign in; every session and token ends.
    Disabled,
    /// Another name.
    Name(String),
    /// Another language of letters.
    Language(String),
    /// Another address, in small letters.
    Email(String),
    /// Hash of another password; every session ends.
    Password(String),
    /// Codes are asked from now on; every session ends.
    SecondFactor {
        /// Secret in base 32.
        secret: String,
        /// Hashes of the codes for a lost device.
        recovery: Vec<String>,
    },
    /// No codes are asked any more.
    NoSecondFactor,
    /// Signs in through a provider as well.
    Linked {
        /// The provider.
        issuer: String,
        /// Who it is there.
        subject: String,
    },
    /// Signs in through this provider no more.
    Unlinked {
        /// The provider.
        issuer: String,
    },
    /// Only the id is left.
    Erased,
}

/// An account to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// Its id, new.
    pub id: String,
    /// Address, in small letters.
    pub email: String,
    /// What its pages call it.
    pub name: String,
    /// Language of its letters.
    pub language: String,
    /// Its roles.
    pub grants: Vec<Grant>,
    /// What happens to it at once; without any it is invited.
    pub changes: Vec<AccountChange>,
    /// The token of its invitation.
    pub invitation: Option<OneTimeToken>,
}

impl Store {
    /// Makes an account with its roles.
    ///
    /// # Errors
    /// [`Error::EmailTaken`] if an account has the address, or what the engine says.
    pub async fn create_account(&self, new: &NewAccount, author: &Author) -> Result<Account, Error> {
        let mut writing = self.begin_content(author).await?;
        let account = writing.create_account(new).await?;
        writing.commit().await?;
        Ok(account)
    }

    /// Changes an account.
    ///
    /// # Errors
    /// [`Error::NoAccount`], [`Error::EmailTaken`], [`Error::IdentityTaken`], or what the engine says.
    pub async fn change_account(&self, id: &str, changes: &[AccountChange], author: &Author) -> Result<Account, Error> {
        let mut writing = self.begin_content(author).await?;
        let account = writing.change_account(id, changes).await?;
        writing.commit().await?;
        Ok(account)
    }
}

impl Writing<'_> {
    pub(crate) async fn create_account(&mut self, new: &NewAccount) -> Result<Account, Error> {
        let text = "INSERT INTO accounts (id, email, name, state, language, version, created_at, updated_at) \
                    VALUES ($1, $2, $3, 'invited', $4, 1, $5, $6)";
        if find(&self.tx, "email", &new.email).await?.is_some() {
            return Err(Error::EmailTaken);
        }
        let sql = Sql::new(text).with(new.id.as_str()).with(new.email.as_str()).with(new.name.as_str());
        sql.with(new.language.as_str()).with(self.at.as_str()).with(self.at.as_str()).run(&self.tx).await?;
        let after = json!({"state": AccountState::Invited.name()});
        self.told_account(Action::Created, &new.id, 1, after).await?;
        for grant in &new.grants {
            self.give(&new.id, grant).await?;
        }
        if let Some(token) = &new.invitation {
            one_time_tokens::keep(&self.tx, token).await?;
        }
        self.change_account(&new.id, &new.changes).await
    }

    pub(crate) async fn change_account(&mut self, id: &str, changes: &[AccountChange]) -> Result<Account, Error> {
        for change in changes {
            let text = "UPDATE accounts SET version = version + 1, updated_at = $1 WHERE id = $2 AND state <> 'erased' \
                        RETURNING version";
            let row = Sql::new(text).with(self.at.as_str()).with(id).one(&self.tx).await?;
            let row = row.ok_or_else(|| Error::NoAccount { id: id.to_owned() })?;
            let version = Columns::of(&row).take()?;
            self.apply(id, change).await?;
            self.told_account(Action::Updated, id, version, change.told()).await?;
        }
        find(&self.tx, "id", id).await?.ok_or_else(|| Error::NoAccount { id: id.to_owned() })
    }

    async fn apply(&mut self, id: &str, change: &AccountChange) -> Result<(), Error> {
        match change {
            AccountChange::Enabled => self.set(id, "state", AccountState::Active.name()).await?,
            AccountChange::InvitedAgain => self.set(id, "state", AccountState::Invited.name()).await?,
            AccountChange::Disabled => {
                self.set(id, "state", AccountState::Disabled.name()).await?;
                self.forget(id, &["sessions", "one_time_tokens"]).await?;
                self.revoke_tokens(id).await?;
            }
            AccountChange::Name(name) => self.set(id, "name", name).await?,
            AccountChange::Language(language) => self.set(id, "language", language).await?,
            AccountChange::Email(email) => {
                if find(&self.tx, "email", email).await?.is_some() {
                    return Err(Error::EmailTaken);
                }
                self.set(id, "email", email).await?;
            }
            AccountChange::Password(hash) => {
                self.set(id, "password_hash", hash).await?;
                self.forget(id, &["sessions"]).await?;
            }
            AccountChange::SecondFactor { secret, recovery } => self.second_factor(id, secret, recovery).await?,
            AccountChange::NoSecondFactor => self.no_second_factor(id).await?,
            AccountChange::Linked { issuer, subject } => self.link(id, issuer, subject).await?,
            AccountChange::Unlinked { issuer } => {
                let sql = Sql::new("DELETE FROM identities WHERE account = $1 AND issuer = $2");
                sql.with(id).with(issuer.as_str()).run(&self.tx).await?;
            }
            AccountChange::Erased => self.erase(id).await?,
        }
        Ok(())
    }

    /// Sets a column, a name of this room.
    async fn set(&self, id: &str, column: &str, value: &str) -> Result<(), Error> {
        Sql::new(format!("UPDATE accounts SET {column} = $1 WHERE id = $2")).with(value).with(id).run(&self.tx).await?;
        Ok(())
    }

    /// Removes what hangs on an account in these tables, names of this room.
    async fn forget(&self, id: &str, tables: &[&str]) -> Result<(), Error> {
        for table in tables {
            Sql::new(format!("DELETE FROM {table} WHERE account = $1")).with(id).run(&self.tx).await?;
        }
        Ok(())
    }

    async fn second_factor(&self, id: &str, secret: &str, recovery: &[String]) -> Result<(), Error> {
        self.set(id, "totp_secret", secret).await?;
        self.forget(id, &["recovery_codes", "sessions"]).await?;
        for hash in recovery {
            let sql = Sql::new("INSERT INTO recovery_codes (account, hash) VALUES ($1, $2)").with(id);
            sql.with(hash.as_str()).run(&self.tx).await?;
        }
        Ok(())
    }

    async fn no_second_factor(&self, id: &str) -> Result<(), Error> {
        let sql = Sql::new("UPDATE accounts SET totp_secret = NULL, totp_step = NULL WHERE id = $1").with(id);
        sql.run(&self.tx).await?;
        self.forget(id, &["recovery_codes"]).await
    }

    async fn link(&self, id: &str, issuer: &str, subject: &str) -> Result<(), Error> {
        match identities::find(&self.tx, issuer, subject).await? {
            Some(account) if account == id => return Ok(()),
            Some(_) => return Err(Error::IdentityTaken),
            None => {}
        }
        let text = "INSERT INTO identities (issuer, subject, account, created_at) VALUES ($1, $2, $3, $4)";
        let sql = Sql::new(text).with(issuer).with(subject).with(id).with(self.at.as_str());
        sql.run(&self.tx).await?;
        Ok(())
    }

    async fn erase(&mut self, id: &str) -> Result<(), Error> {
        self.remove_all(id).await?;
        self.revoke_tokens(id).await?;
        self.forget(id, &["sessions", "one_time_tokens", "api_tokens", "identities", "recovery_codes", "form_drafts"]).await?;
        self.forget_letters(id).await?;
        let text = "UPDATE accounts SET state = 'erased', email = NULL, name = '', password_hash = NULL, totp_secret = NULL, \
                    totp_step = NULL WHERE id = $1";
        Sql::new(text).with(id).run(&self.tx).await?;
        Ok(())
    }

    /// Letters to the account: those that wait are not sent any more, of those that were sent nothing is left but that they
    /// were. A letter to a new address that was never confirmed is known by its key alone.
    async fn forget_letters(&self, id: &str) -> Result<(), Error> {
        for purpose in ["invite", "reset", "email", "notice"] {
            let about = format!("{purpose}:{id}:");
            let length = i32::try_from(about.chars().count()).unwrap_or(i32::MAX);
            for text in [
                "DELETE FROM mails WHERE state = 'queued' AND SUBSTR(\"key\", 1, $1) = $2",
                "UPDATE mails SET recipient = '', subject = '', body = '', fault = NULL WHERE SUBSTR(\"key\", 1, $1) = $2",
            ] {
                Sql::new(text).with(length).with(about.as_str()).run(&self.tx).await?;
            }
        }
        let to = "recipient = (SELECT email FROM accounts WHERE id = $1)";
        Sql::new(format!("DELETE FROM mails WHERE state = 'queued' AND {to}")).with(id).run(&self.tx).await?;
        let text = format!("UPDATE mails SET recipient = '', subject = '', body = '', fault = NULL WHERE {to}");
        Sql::new(text).with(id).run(&self.tx).await?;
        Ok(())
    }

    /// Says in the trail what changed, with the seal of the account as it is now.
    async fn told_account(&mut self, action: Action, id: &str, version: i64, mut after: Value) -> Result<(), Error> {
        after["sealed"] = held::of_account(&self.tx, id).await?.into();
        let (record_id, after) = (id.to_owned(), Some(after));
        self.note(Line { action, kind: "accounts", record_id, partnership: None, version, before: None, after });
        Ok(())
    }
}

impl AccountChange {
    /// What the trail says: which thing changed, never what it is.
    fn told(&self) -> Value {
        match self {
            Self::Enabled => json!({"state": AccountState::Active.name()}),
            Self::InvitedAgain => json!({"state": AccountState::Invited.name()}),
            Self::Disabled => json!({"state": AccountState::Disabled.name()}),
            Self::Erased => json!({"state": AccountState::Erased.name()}),
            Self::Name(_) => json!({"changed": "name"}),
            Self::Language(language) => json!({"language": language}),
            Self::Email(_) => json!({"changed": "email"}),
            Self::Password(_) => json!({"changed": "password"}),
            Self::SecondFactor { .. } => json!({"second_factor": true}),
            Self::NoSecondFactor => json!({"second_factor": false}),
            Self::Linked { issuer, .. } => json!({"linked": issuer}),
            Self::Unlinked { issuer } => json!({"unlinked": issuer}),
        }
    }
}
