//! Seals: what the trail says of things that it must not hold or that are too much for it.
//!
//! The seal of an account binds its password, its second factor and its ways of signing in without telling them. Its name,
//! its address and its names at providers can be guessed, so they are bound only together with a secret; of an account
//! without one they are left out, and nothing personal stays in the trail when the account is erased.

use sea_orm::ConnectionTrait;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::audit::{canonical, hexadecimal};
use crate::sql::{Columns, Sql};

/// The seal of an account; `None` if there is none.
pub async fn of_account(connection: &impl ConnectionTrait, id: &str) -> Result<Option<String>, Error> {
    let text = "SELECT email, name, state, language, password_hash, totp_secret FROM accounts WHERE id = $1";
    let Some(row) = Sql::new(text).with(id).one(connection).await? else { return Ok(None) };
    let mut columns = Columns::of(&row);
    let [email, name, state, language]: [Option<String>; 4] =
        [columns.take()?, columns.take()?, columns.take()?, columns.take()?];
    let [password, totp]: [Option<String>; 2] = [columns.take()?, columns.take()?];
    let has_secret = password.is_some() || totp.is_some();
    let mut providers = Vec::new();
    for row in &Sql::new("SELECT issuer, subject FROM identities WHERE account = $1").with(id).all(connection).await? {
        let mut columns = Columns::of(row);
        let (issuer, subject): (String, String) = (columns.take()?, columns.take()?);
        providers.push((issuer, subject));
    }
    providers.sort_unstable();
    let bound = |text: Option<String>| text.filter(|_| has_secret);
    let providers: Vec<_> = providers.into_iter().map(|(issuer, subject)| json!([issuer, bound(Some(subject))])).collect();
    let value = json!({
        "email": bound(email), "name": bound(name), "state": state, "language": language,
        "password": password, "second_factor": totp, "providers": providers,
    });
    Ok(Some(hexadecimal(&Sha256::digest(canonical(&value).as_bytes()))))
}

/// The seal of a token: the hash of its hash.
pub fn of_token(hash: &str) -> String {
    hexadecimal(&Sha256::digest(hash.as_bytes()))
}

/// The seal of many rows in any order: the sum of the beginnings of their hashes, with their number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows {
    count: u64,
    sum: u128,
}

impl Rows {
    /// One more row.
    pub fn add(&mut self, row: &[u8]) {
        let hash = Sha256::digest(row);
        let start = hash.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        self.count += 1;
        self.sum = self.sum.wrapping_add(start);
    }

    /// The seal as text.
    pub fn text(self) -> String {
        format!("{}-{:032x}", self.count, self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_rows_does_not_matter_and_each_row_does() {
        let seal = |rows: &[&[u8]]| {
            let mut seal = Rows::default();
            rows.iter().for_each(|row| seal.add(row));
            seal.text()
        };

        assert_eq!(seal(&[b"a", b"b"]), seal(&[b"b", b"a"]));
        assert_ne!(seal(&[b"a", b"b"]), seal(&[b"a", b"c"]));
        assert_ne!(seal(&[b"a"]), seal(&[b"a", b"a"]));
        assert!(seal(&[b"a", b"b"]).starts_with("2-"));
    }
}
