//! Codes after the password: each is used once.

use crate::sql::{Columns, Sql};
use crate::{Error, Store};

impl Store {
    /// Uses a code up, named by its step of time; `false` if this one or a later one was used before.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn use_step(&self, account: &str, step: i64) -> Result<bool, Error> {
        let text = "UPDATE accounts SET totp_step = $1 WHERE id = $2 AND (totp_step IS NULL OR totp_step < $1)";
        Ok(Sql::new(text).with(step).with(account).run(self.writer()).await? == 1)
    }

    /// Uses a code for a lost device up; `false` if the account has no such code.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn use_recovery_code(&self, account: &str, hash: &str) -> Result<bool, Error> {
        let sql = Sql::new("DELETE FROM recovery_codes WHERE account = $1 AND hash = $2").with(account).with(hash);
        Ok(sql.run(self.writer()).await? == 1)
    }

    /// How many codes for a lost device are left.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn recovery_codes_left(&self, account: &str) -> Result<i64, Error> {
        let sql = Sql::new("SELECT COUNT(*) FROM recovery_codes WHERE account = $1").with(account);
        let row = sql.one(self.reader()).await?;
        row.map_or(Ok(0), |row| Columns::of(&row).take())
    }
}
