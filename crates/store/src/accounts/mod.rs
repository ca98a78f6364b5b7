//! Accounts: who has one and in which state; secrets leave this room only as hashes, and only to those who check them.
//!
//! Changes go through [`AccountChange`], each with its line in the trail. The trail names accounts by id and never holds an
//! address, a name or a secret, since it can not be changed when an account is erased.

mod change;
mod grants;
mod second_factor;

use miedza_planning::rights::Role;
use sea_orm::{ConnectionTrait, QueryResult};

use crate::sql::{Columns, Sql};
use crate::{Error, Store};

pub use change::{AccountChange, NewAccount};
pub(crate) use grants::{GRANT_COLUMNS, grant, kept_grant, told as grant_told};
pub use grants::{GrantChange, KeptGrant};

const COLUMNS: &str = "a.id, a.email, a.name, a.state, a.language, a.password_hash IS NOT NULL, a.totp_secret IS NOT NULL, \
                       a.created_at, a.updated_at";

/// How far an account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountState {
    /// Was asked to come and has not answered.
    Invited,
    /// May sign in.
    Active,
    /// May not sign in until it is enabled again.
    Disabled,
    /// Only its id is left, since the trail names it.
    Erased,
}

impl AccountState {
    /// All.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Active, Self::Disabled, Self::Erased];

    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Disabled => "disabled",
            Self::Erased => "erased",
        }
    }

    /// The state of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// Address in small letters; `None` once erased.
    pub email: Option<String>,
    /// What its pages call it; empty once erased.
    pub name: String,
    /// How far it is.
    pub state: AccountState,
    /// Language of its letters: `pl`, `cs`, `en`.
    pub language: String,
    /// Whether it can sign in by a password.
    pub has_password: bool,
    /// Whether a code is asked after the password.
    pub has_second_factor: bool,
    /// When it was made.
    pub created_at: String,
    /// When it was last changed.
    pub updated_at: String,
}

/// What is needed to check who signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secrets {
    /// Hash of the password, with its salt and parameters.
    pub password_hash: Option<String>,
    /// Secret of the second factor, in base 32.
    pub totp_secret: Option<String>,
    /// Step of time of the last code that was used; an older one is used up.
    pub totp_step: Option<i64>,
}

/// Which accounts are asked for; in the order of names, erased ones never.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountQuestion {
    /// Only those whose name or address holds this.
    pub words: Option<String>,
    /// Only those in this state.
    pub state: Option<AccountState>,
    /// Only those with a role in this partnership.
    pub partnership: Option<String>,
    /// How many; 0 for all.
    pub limit: u32,
    /// How many are passed over.
    pub offset: u32,
}

impl Store {
    /// The account with this id.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn account(&self, id: &str) -> Result<Option<Account>, Error> {
        find(self.reader(), "id", id).await
    }

    /// The account with this address, in small letters.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, Error> {
        find(self.reader(), "email", email).await
    }

    /// What is needed to check whether this account signs in.
    ///
    /// # Errors
    /// [`Error::NoAccount`] or what the engine says.
    pub async fn secrets(&self, id: &str) -> Result<Secrets, Error> {
        let sql = Sql::new("SELECT password_hash, totp_secret, totp_step FROM accounts WHERE id = $1").with(id);
        let row = sql.one(self.reader()).await?.ok_or_else(|| Error::NoAccount { id: id.to_owned() })?;
        let mut columns = Columns::of(&row);
        Ok(Secrets { password_hash: columns.take()?, totp_secret: columns.take()?, totp_step: columns.take()? })
    }

    /// Accounts in the order of their names.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn accounts(&self, question: &AccountQuestion) -> Result<Vec<Account>, Error> {
        let mut sql = asked(&format!("SELECT {COLUMNS}"), question);
        sql.push(" ORDER BY LOWER(a.name), a.email, a.id");
        if question.limit > 0 {
            sql.push(" LIMIT ").bind(i64::from(question.limit)).push(" OFFSET ").bind(i64::from(question.offset));
        }
        sql.all(self.reader()).await?.iter().map(account).collect()
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn count_accounts(&self, question: &AccountQuestion) -> Result<i64, Error> {
        let row = asked("SELECT COUNT(*)", question).one(self.reader()).await?;
        row.map_or(Ok(0), |row| Columns::of(&row).take())
    }

    /// Ids of the active accounts that hold a role in the whole portal on this day, written `2026-11-22`.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn holders(&self, role: Role, day: &str) -> Result<Vec<String>, Error> {
        let text = "SELECT DISTINCT a.id FROM accounts a JOIN grants g ON g.account = a.id WHERE a.state = 'active' \
                    AND g.role = $1 AND g.partnership IS NULL AND (g.valid_from IS NULL OR g.valid_from <= $2) \
                    AND (g.valid_to IS NULL OR $3 <= g.valid_to) ORDER BY a.id";
        let rows = Sql::new(text).with(role.name()).with(day).with(day).all(self.reader()).await?;
        rows.iter().map(|row| Columns::of(row).take()).collect()
    }

    /// Names of accounts, for pages that say who changed something; erased and unknown ones are left out.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn account_names(&self, ids: &[String]) -> Result<Vec<(String, String)>, Error> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = Sql::new("SELECT id, name FROM accounts WHERE state <> 'erased' AND id IN (");
        sql.bind_all(ids.iter().cloned()).push(") ORDER BY id");
        let rows = sql.all(self.reader()).await?;
        rows.iter()
            .map(|row| {
                let mut columns = Columns::of(row);
                Ok((columns.take()?, columns.take()?))
            })
            .collect()
    }
}

fn asked(select: &str, question: &AccountQuestion) -> Sql {
    let mut sql = Sql::new(format!("{select} FROM accounts a WHERE a.state <> 'erased'"));
    if let Some(words) = &question.words {
        let words = words.to_lowercase();
        sql.push(" AND (a.email LIKE ").bind(like(&words)).push(" ESCAPE '!' OR LOWER(a.name) LIKE ").bind(like(&words));
        sql.push(" ESCAPE '!')");
    }
    if let Some(state) = question.state {
        sql.push(" AND a.state = ").bind(state.name());
    }
    if let Some(partnership) = &question.partnership {
        sql.push(" AND EXISTS (SELECT 1 FROM grants g WHERE g.account = a.id AND g.partnership = ");
        sql.bind(partnership.as_str()).push(")");
    }
    sql
}

/// A pattern that finds these words anywhere.
fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for sign in words.chars() {
        if matches!(sign, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(sign);
    }
    pattern.push('%');
    pattern
}

/// The account whose column, a name of this room, has this value.
pub(crate) async fn find(connection: &impl ConnectionTrait, column: &str, value: &str) -> Result<Option<Account>, Error> {
    let text = format!("SELECT {COLUMNS} FROM accounts a WHERE a.{column} = $1");
    Sql::new(text).with(value).one(connection).await?.as_ref().map(account).transpose()
}

fn account(row: &QueryResult) -> Result<Account, Error> {
    let mut columns = Columns::of(row);
    Ok(Account {
        id: columns.take()?,
        email: columns.take()?,
        name: columns.take()?,
        state: columns.word(AccountState::parse)?,
        language: columns.take()?,
        has_password: columns.take()?,
        has_second_factor: columns.take()?,
        created_at: columns.take()?,
        updated_at: columns.take()?,
    })
}
