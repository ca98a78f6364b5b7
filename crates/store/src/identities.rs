//! Who signs in through a provider: its name there, tied to one account here.

use sea_orm::ConnectionTrait;

use crate::sql::{Columns, Sql};
use crate::{Error, Store};

/// A name at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The name there.
    pub subject: String,
    /// Since when it is tied to the account.
    pub created_at: String,
}

impl Store {
    /// Id of the account that is tied to this name; `None` if there is none.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn identified(&self, issuer: &str, subject: &str) -> Result<Option<String>, Error> {
        find(self.reader(), issuer, subject).await
    }

    /// Through which providers an account signs in.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn identities_of(&self, account: &str) -> Result<Vec<Identity>, Error> {
        let text = "SELECT issuer, subject, created_at FROM identities WHERE account = $1 ORDER BY issuer, subject";
        let rows = Sql::new(text).with(account).all(self.reader()).await?;
        rows.iter()
            .map(|row| {
                let mut columns = Columns::of(row);
                Ok(Identity { issuer: columns.take()?, subject: columns.take()?, created_at: columns.take()? })
            })
            .collect()
    }
}

/// Id of the account that is tied to this name.
pub async fn find(connection: &impl ConnectionTrait, issuer: &str, subject: &str) -> Result<Option<String>, Error> {
    let sql = Sql::new("SELECT account FROM identities WHERE issuer = $1 AND subject = $2").with(issuer).with(subject);
    sql.one(connection).await?.map(|row| Columns::of(&row).take()).transpose()
}
