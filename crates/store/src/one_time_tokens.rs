//! Tokens in letters that work once: invitations, new passwords, new addresses. Only their hash is kept.

use sea_orm::ConnectionTrait;

use crate::accounts::{self, AccountState};
use crate::sql::{Columns, Sql};
use crate::{Account, AccountChange, Author, Error, MailDraft, Moment, Store, outbox};

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// To accept an invitation; only for an account that is still invited.
    Invite,
    /// To set a new password; only for an active account.
    Reset,
    /// To confirm a new address; only for an active account.
    Email,
}

impl Purpose {
    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Reset => "reset",
            Self::Email => "email",
        }
    }

    /// The state in which an account can use it: an invitation that ran out cannot be used by way of another token.
    const fn state(self) -> AccountState {
        match self {
            Self::Invite => AccountState::Invited,
            Self::Reset | Self::Email => AccountState::Active,
        }
    }
}

/// A token as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneTimeToken {
    /// SHA-256 of the token, in hex.
    pub hash: String,
    /// Id of the account.
    pub account: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The address to be confirmed.
    pub data: Option<String>,
    /// Until when it works.
    pub expires_at: Moment,
    /// The letter that holds the token.
    pub letter: MailDraft,
}

/// A token that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// SHA-256 of the token, in hex.
    pub hash: &'a str,
    /// What for.
    pub purpose: Purpose,
    /// When.
    pub now: Moment,
}

impl Store {
    /// Keeps a token and the letter that brings it; earlier ones of the account for the same purpose work no more.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn give_token(&self, token: &OneTimeToken) -> Result<(), Error> {
        let tx = self.begin().await?;
        keep(&tx, token).await?;
        Ok(tx.commit().await?)
    }

    /// Whose token it is, with its data; `None` if it is unknown, used, too old, or the account is in another state.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn token_owner(&self, shown: Shown<'_>) -> Result<Option<(Account, Option<String>)>, Error> {
        let text = format!("SELECT account, data FROM one_time_tokens {VALID}");
        owner(self.reader(), shown.asked(text), shown.purpose).await
    }

    /// The hash of the token that an account may use for this purpose now; `None` if there is none.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn token_of(&self, account: &str, purpose: Purpose, now: Moment) -> Result<Option<String>, Error> {
        let text = "SELECT hash FROM one_time_tokens WHERE account = $1 AND purpose = $2 AND expires_at > $3 AND used_at IS NULL";
        let sql = Sql::new(text).with(account).with(purpose.name()).with(now.unix_seconds());
        sql.one(self.reader()).await?.map(|row| Columns::of(&row).take()).transpose()
    }

    /// Uses a token up and makes these changes to its account, both or neither; `None` as in [`Self::token_owner`].
    ///
    /// # Errors
    /// As [`Self::change_account`].
    pub async fn redeem(&self, shown: Shown<'_>, changes: &[AccountChange]) -> Result<Option<Account>, Error> {
        // Without this question a guessed token would wait for the writers.
        let Some((account, _)) = self.token_owner(shown).await? else { return Ok(None) };
        let author = Author::Account(account.id);
        let mut writing = self.begin_content(&author).await?;
        let text = format!("UPDATE one_time_tokens SET used_at = $4 {VALID} RETURNING account, data");
        let sql = shown.asked(text).with(writing.at.as_str());
        let Some((account, _)) = owner(&writing.tx, sql, shown.purpose).await? else { return Ok(None) };
        let account = writing.change_account(&account.id, changes).await?;
        writing.commit().await?;
        Ok(Some(account))
    }
}

const VALID: &str = "WHERE hash = $1 AND purpose = $2 AND expires_at > $3 AND used_at IS NULL";

impl Shown<'_> {
    /// A statement whose first values are those of [`VALID`].
    fn asked(&self, text: String) -> Sql {
        Sql::new(text).with(self.hash).with(self.purpose.name()).with(self.now.unix_seconds())
    }
}

async fn owner(
    connection: &impl ConnectionTrait,
    sql: Sql,
    purpose: Purpose,
) -> Result<Option<(Account, Option<String>)>, Error> {
    let Some(row) = sql.one(connection).await? else { return Ok(None) };
    let mut columns = Columns::of(&row);
    let (id, data): (String, Option<String>) = (columns.take()?, columns.take()?);
    let account = accounts::find(connection, "id", &id).await?;
    Ok(account.filter(|account| account.state == purpose.state()).map(|account| (account, data)))
}

/// Keeps a token inside a transaction that may hold more.
pub async fn keep(connection: &impl ConnectionTrait, token: &OneTimeToken) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM one_time_tokens WHERE account = $1 AND purpose = $2");
    sql.with(token.account.as_str()).with(token.purpose.name()).run(connection).await?;
    let text = "INSERT INTO one_time_tokens (hash, account, purpose, data, expires_at) VALUES ($1, $2, $3, $4, $5)";
    let sql = Sql::new(text).with(token.hash.as_str()).with(token.account.as_str()).with(token.purpose.name());
    sql.with(token.data.clone()).with(token.expires_at.unix_seconds()).run(connection).await?;
    outbox::queue(connection, &token.letter).await?;
    Ok(())
}
