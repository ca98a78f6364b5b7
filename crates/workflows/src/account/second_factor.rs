//! Codes after the password, as RFC 6238 has them: six digits that change every 30 seconds, each good once.

use miedza_store::{Secrets, Store};
use totp_rs::{Algorithm, Secret as Encoded, TOTP};

use super::secret::{hash_of, random};
use crate::failure::Failure;

/// Seconds for which a code holds.
const STEP: u64 = 30;
/// Bytes of the secret, as RFC 4226 recommends.
const BYTES: usize = 20;
/// Codes for a lost device.
const RECOVERY_CODES: usize = 10;
/// Signs of a code for a lost device: none that are taken for another.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// A new secret, in base 32.
///
/// # Errors
/// A fault of the program if the system gives no random bytes.
pub fn new_secret() -> Result<String, Failure> {
    Ok(Encoded::Raw(random::<BYTES>()?.to_vec()).to_encoded().to_string())
}

/// Whether a text is such a secret: what comes back from a form may be anything.
#[must_use]
pub fn is_secret(text: &str) -> bool {
    text.len() == BYTES * 8 / 5 && text.bytes().all(|sign| matches!(sign, b'A'..=b'Z' | b'2'..=b'7'))
}

/// New codes for a lost device, each `abcd-efgh-jkmn`.
///
/// # Errors
/// A fault of the program if the system gives no random bytes.
pub fn new_recovery_codes() -> Result<Vec<String>, Failure> {
    (0..RECOVERY_CODES)
        .map(|_| {
            let signs: Vec<char> = random::<12>()?.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
            Ok(signs.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
        })
        .collect()
}

/// The hash of a code for a lost device; how it was typed does not matter.
#[must_use]
pub fn recovery_hash(code: &str) -> String {
    let signs: String = code.chars().filter(|sign| sign.is_alphanumeric()).collect();
    hash_of(&signs.to_lowercase())
}

/// The address that an app reads from the square of dots: the secret with its names.
///
/// # Errors
/// A fault of the program if the secret is none.
pub fn address(secret: &str, site: &str, account: &str) -> Result<String, Failure> {
    let plain = |text: &str| text.replace(':', " ");
    Ok(totp(secret, plain(site), plain(account))?.get_url())
}

/// The step of time for which this is the code, now or one step off, as clocks are.
///
/// # Errors
/// A fault of the program if the secret is none.
pub fn step_of(secret: &str, code: &str, unix_seconds: i64) -> Result<Option<i64>, Failure> {
    let totp = totp(secret, String::new(), String::new())?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let now = u64::try_from(unix_seconds).unwrap_or(0) / STEP;
    let mut found = None;
    for step in now.saturating_sub(1)..=now + 1 {
        // Every step is compared in full, so that the time tells nothing.
        let is_it = hash_of(&totp.generate(step * STEP)) == hash_of(&code);
        if is_it {
            found = i64::try_from(step).ok();
        }
    }
    Ok(found)
}

/// Whether this code, or this code for a lost device, opens the account; either is used up.
///
/// # Errors
/// What the store says.
pub async fn opens(store: &Store, account: &str, secrets: &Secrets, code: &str, unix_seconds: i64) -> Result<bool, Failure> {
    let Some(secret) = &secrets.totp_secret else { return Ok(false) };
    if let Some(step) = step_of(secret, code, unix_seconds)? {
        return Ok(store.use_step(account, step).await?);
    }
    Ok(store.use_recovery_code(account, &recovery_hash(code)).await?)
}

fn totp(secret: &str, site: String, account: String) -> Result<TOTP, Failure> {
    let secret = Encoded::Encoded(secret.to_owned()).to_bytes().map_err(|error| {
        let error = std::io::Error::other(format!("{error:?}"));
        Failure::fault(&error)
    })?;
    TOTP::new(Algorithm::SHA1, 6, 1, STEP, secret, Some(site), account).map_err(|error| Failure::fault(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "12345678901234567890", the secret of RFC 6238, in base 32.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six digits of the codes for SHA-1.
        let cases = [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924")];
        for (at, code) in cases {
            assert_eq!(step_of(SECRET, code, at).expect("a secret"), Some(at / 30), "{at}");
            assert_eq!(step_of(SECRET, code, at + 30).expect("a secret"), Some(at / 30), "{at}, one step late");
            assert_eq!(step_of(SECRET, code, at + 90).expect("a secret"), None, "{at}, too late");
        }
    }

    #[test]
    fn codes_for_a_lost_device_are_found_however_they_are_typed() {
        let codes = new_recovery_codes().expect("random bytes");

        assert_eq!(codes.len(), 10);
        assert!(codes.iter().all(|code| code.len() == 14), "{codes:?}");
        assert_eq!(recovery_hash(&codes[0].to_uppercase().replace('-', " ")), recovery_hash(&codes[0]));
        assert_ne!(recovery_hash(&codes[0]), recovery_hash(&codes[1]));
    }

    #[test]
    fn an_app_reads_secret_and_names_from_the_address() {
        let secret = new_secret().expect("random bytes");
        let address = address(&secret, "Miedza", "anna@gmina.example").expect("an address");

        assert!(is_secret(&secret) && !is_secret("<script>") && !is_secret(&secret.to_lowercase()));
        assert!(address.starts_with("otpauth://totp/Miedza:anna%40gmina.example?secret="), "{address}");
        assert!(address.contains(&secret) && address.contains("issuer=Miedza"), "{address}");
    }
}
