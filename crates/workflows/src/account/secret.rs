//! Secrets that are shown once and kept as hashes: tokens of sessions, letters and programs.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// Bytes of a secret: 256 bits.
const BYTES: usize = 32;

/// A secret and what is kept of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    /// The secret, in hex: for the cookie, the letter, the program.
    pub text: String,
    /// Its SHA-256, in hex: for the store.
    pub hash: String,
}

impl Secret {
    /// A new secret.
    ///
    /// # Errors
    /// A fault of the program if the system gives no random bytes.
    pub fn new() -> Result<Self, Failure> {
        let text = hex(&random::<BYTES>()?);
        let hash = hash_of(&text);
        Ok(Self { text, hash })
    }
}

/// SHA-256 of a text, in hex.
#[must_use]
pub fn hash_of(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Random bytes of the system.
///
/// # Errors
/// A fault of the program if the system gives none.
pub fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Failure::fault(&error))?;
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_differ_and_their_hash_is_found_again() {
        let (one, two) = (Secret::new().expect("random bytes"), Secret::new().expect("random bytes"));

        assert!(one.text != two.text && one.text.len() == 64);
        assert_eq!(hash_of(&one.text), one.hash);
        assert_eq!(hash_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
