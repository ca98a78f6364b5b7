//! Hashing passwords: Argon2id with the parameters that RustCrypto recommends, each hash with a salt of its own.
//!
//! A hash takes 19 MiB and some tens of milliseconds, so only a few are made at once, away from the threads that answer.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::failure::Failure;

/// How many hashes are made at once.
const AT_ONCE: usize = 2;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// A hash that no password fits, checked where there is none, so that both take as long.
static NOBODYS: LazyLock<String> = LazyLock::new(|| {
    let hash: Result<PasswordHash, _> = Argon2::default().hash_password_with_salt(b"", b"nobody's password");
    hash.map(|hash| hash.to_string()).unwrap_or_default()
});

/// The hash of a password, with salt and parameters, as it is kept.
///
/// # Errors
/// A fault of the program if the system gives no random bytes.
pub async fn hash(password: String) -> Result<String, Failure> {
    in_turn(move || Argon2::default().hash_password(password.as_bytes()).map(|hash: PasswordHash| hash.to_string()))
        .await?
        .map_err(|error| Failure::fault(&error))
}

/// Whether the password fits the hash; without a hash it takes as long and does not.
///
/// # Errors
/// A fault of the program if the machinery fails.
pub async fn fits(password: String, hash: Option<String>) -> Result<bool, Failure> {
    in_turn(move || {
        let text = hash.as_deref().unwrap_or(&NOBODYS);
        let is_right =
            PasswordHash::new(text).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        is_right && hash.is_some()
    })
    .await
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let turn = TURNS.acquire().await.map_err(|error| Failure::fault(&error))?;
    let done = spawn_blocking(work).await.map_err(|error| Failure::fault(&error));
    drop(turn);
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let hash = hash("zielona miedza".to_owned()).await.expect("a hash");

        assert!(hash.starts_with("$argon2id$v=19$"));
        assert!(fits("zielona miedza".to_owned(), Some(hash.clone())).await.expect("checked"));
        assert!(!fits("zielona Miedza".to_owned(), Some(hash)).await.expect("checked"));
    }

    #[tokio::test]
    async fn without_a_hash_nothing_fits_and_it_is_checked_all_the_same() {
        assert!(!fits(String::new(), None).await.expect("checked"));
        assert!(PasswordHash::new(&NOBODYS).is_ok(), "there is something to check");
    }
}
