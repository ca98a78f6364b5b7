//! The rules of accounts: what an address and a password must be, how long things hold, how often something may be tried,
//! and who may give roles to whom.
//!
//! Secrets are made and compared elsewhere; here stands only what would be agreed about them.

use std::collections::BTreeSet;
use std::time::Duration;

use thiserror::Error;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// An invitation waits for holidays to end.
pub const INVITATION_HOLDS: Duration = Duration::from_secs(14 * DAY);
/// A new password is set at once or asked for again.
pub const RESET_HOLDS: Duration = Duration::from_secs(2 * HOUR);
/// A new address is confirmed within a day.
pub const NEW_EMAIL_HOLDS: Duration = Duration::from_secs(DAY);
/// From the password to the code, or to the provider and back.
pub const ENTRY_HOLDS: Duration = Duration::from_secs(10 * MINUTE);
/// A session that is not used for so long ends.
pub const SESSION_RESTS: Duration = Duration::from_secs(3 * DAY);
/// A session ends after so long, used or not.
pub const SESSION_HOLDS: Duration = Duration::from_secs(30 * DAY);
/// A letter that could not be sent for so long is out of date.
pub const LETTER_WAITS: Duration = INVITATION_HOLDS;
/// After so long it is forgotten to whom a letter went.
pub const LETTER_KNOWN: Duration = Duration::from_secs(30 * DAY);
/// A form that was begun waits so long for somebody to go on with it.
pub const DRAFT_HOLDS: Duration = Duration::from_secs(60 * DAY);
/// Most days that a token for programs works.
pub const TOKEN_DAYS: u16 = 366;

/// Fewest characters of a password.
pub const PASSWORD_LEAST: usize = 12;
/// Most characters of a password; a longer one costs time to hash and is no better.
pub const PASSWORD_MOST: usize = 200;
/// Fewest different characters of a password.
const PASSWORD_KINDS: usize = 5;
/// Most characters of a name.
pub const NAME_MOST: usize = 120;
/// Most characters of an address of mail, as RFC 5321 has it.
const EMAIL_MOST: usize = 254;

/// How often something may be tried in a window of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How often.
    pub most: i64,
    /// In how many seconds.
    pub seconds: i64,
}

/// Wrong passwords for one account from one place.
pub const GUESSES_HERE: Limit = Limit { most: 10, seconds: 900 };
/// Wrong passwords for any account from one place; an office shares one address.
pub const GUESSES_OF_PLACE: Limit = Limit { most: 40, seconds: 900 };
/// Wrong passwords for one account from places where its owner never signed in: strangers do not lock the owner out.
pub const GUESSES_OF_STRANGERS: Limit = Limit { most: 60, seconds: 3600 };
/// Wrong codes after the right password.
pub const CODES: Limit = Limit { most: 10, seconds: 900 };
/// Letters for a new password that one place asks for.
pub const RESETS_OF_PLACE: Limit = Limit { most: 20, seconds: 3600 };
/// Letters for a new password to one account.
pub const RESETS_OF_ACCOUNT: Limit = Limit { most: 3, seconds: 3600 };
/// Sign-ins through a provider that one place begins.
pub const STARTS_OF_PLACE: Limit = Limit { most: 60, seconds: 900 };
/// Longest window in which attempts are counted.
pub const ATTEMPTS_COUNT: Duration = Duration::from_secs(HOUR);
/// Barriers that one place reports; an office shares one address.
pub const REPORTS_OF_PLACE: Limit = Limit { most: 10, seconds: 3600 };
/// Answers to surveys from one place; a school or a library shares one address.
pub const ANSWERS_OF_PLACE: Limit = Limit { most: 60, seconds: 3600 };
/// For how long a place where somebody signed in counts as known.
pub const PLACE_KNOWN: Duration = Duration::from_secs(90 * DAY);

/// What is wrong with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PasswordFault {
    /// Too few characters.
    #[error("a password has at least {PASSWORD_LEAST} characters")]
    TooShort,
    /// Too many characters.
    #[error("a password has at most {PASSWORD_MOST} characters")]
    TooLong,
    /// The same few characters over and over, or in a row.
    #[error("a password has at least {PASSWORD_KINDS} different characters, not in a row")]
    TooSimple,
    /// It is the address, or the part before the sign @ fills most of it.
    #[error("a password is not the address")]
    IsAddress,
}

/// Whether a password will do for the account with this address.
///
/// # Errors
/// [`PasswordFault`] with the first thing that is wrong.
pub fn check_password(password: &str, email: &str) -> Result<(), PasswordFault> {
    let length = password.chars().count();
    if length < PASSWORD_LEAST {
        return Err(PasswordFault::TooShort);
    }
    if length > PASSWORD_MOST {
        return Err(PasswordFault::TooLong);
    }
    let small = password.to_lowercase();
    let kinds: BTreeSet<char> = small.chars().collect();
    if kinds.len() < PASSWORD_KINDS || is_a_row(&small) {
        return Err(PasswordFault::TooSimple);
    }
    let name = email.split('@').next().unwrap_or_default();
    let rest = if name.is_empty() { length } else { small.replace(name, "").chars().count() };
    if small.contains(email) || rest < PASSWORD_LEAST / 2 { Err(PasswordFault::IsAddress) } else { Ok(()) }
}

/// Whether each character follows the one before it: `123456789012`, `abcdefghijkl`.
fn is_a_row(text: &str) -> bool {
    let signs: Vec<u32> = text.chars().map(u32::from).collect();
    let steps = signs.windows(2).filter(|pair| pair[1].abs_diff(pair[0]) <= 1 || pair[1].abs_diff(pair[0]) == 9).count();
    steps + 1 >= signs.len()
}

/// An address of mail in small letters and without white space around it; `None` if it cannot be one.
#[must_use]
pub fn normal_email(text: &str) -> Option<String> {
    let email = text.trim().to_lowercase();
    let (name, host) = email.rsplit_once('@')?;
    let is_plain = |sign: char| !sign.is_whitespace() && !sign.is_control() && !"<>()[],;:\\\"@".contains(sign);
    let has_name = !name.is_empty() && name.chars().all(is_plain);
    let parts: Vec<&str> = host.split('.').collect();
    let is_host = parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && part.chars().all(is_of_host));
    (has_name && is_host && email.chars().count() <= EMAIL_MOST).then_some(email)
}

fn is_of_host(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}

/// Why roles or an account may not be changed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AccountRefusal {
    /// Nobody gives roles to themselves or disables themselves.
    #[error("nobody changes the own roles")]
    Oneself,
    /// Somebody must be left who keeps accounts.
    #[error("the last administrator stays")]
    LastAdministrator,
}

/// Whether the author may change the roles or the state of this account.
///
/// # Errors
/// [`AccountRefusal::Oneself`].
pub fn may_change(author: &str, account: &str) -> Result<(), AccountRefusal> {
    if author == account { Err(AccountRefusal::Oneself) } else { Ok(()) }
}

/// Whether an administrator of the whole portal may go; `administrators` are all who are active today.
///
/// # Errors
/// [`AccountRefusal::LastAdministrator`].
pub fn may_go(account: &str, administrators: &[String]) -> Result<(), AccountRefusal> {
    let is_last = administrators.iter().any(|id| id == account) && administrators.len() == 1;
    if is_last { Err(AccountRefusal::LastAdministrator) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_mixed_and_not_the_address() {
        let email = "anna.kowal@gmina.example";
        let cases = [
            ("short", "krótkie", Err(PasswordFault::TooShort)),
            ("eleven", "abcXYZ123!?", Err(PasswordFault::TooShort)),
            ("twelve, Polish letters counted once", "żółćęąśźńłó1", Ok(())),
            ("a phrase", "zielona miedza nad rzeką", Ok(())),
            ("one sign", "aaaaaaaaaaaaaaa", Err(PasswordFault::TooSimple)),
            ("digits in a row", "123456789012", Err(PasswordFault::TooSimple)),
            ("letters in a row", "abcdefghijklm", Err(PasswordFault::TooSimple)),
            ("the address", "anna.kowal@gmina.example", Err(PasswordFault::IsAddress)),
            ("the name and little more", "Anna.Kowal2026", Err(PasswordFault::IsAddress)),
        ];
        for (name, password, expected) in cases {
            assert_eq!(check_password(password, email), expected, "{name}");
        }
        assert_eq!(check_password(&"ab1 x9".repeat(40), email), Err(PasswordFault::TooLong));
    }

    #[test]
    fn addresses_are_compared_in_small_letters() {
        let cases = [
            (" Anna@Gmina.Example ", Some("anna@gmina.example")),
            ("a.b+c@sub.example.org", Some("a.b+c@sub.example.org")),
            ("anna@gmina", None),
            ("@gmina.example", None),
            ("anna", None),
            ("anna@gmina..example", None),
            ("anna@gmina.example\r\nBcc: x@y.example", None),
            ("a b@gmina.example", None),
            ("<anna@gmina.example>", None),
        ];
        for (text, expected) in cases {
            assert_eq!(normal_email(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn no_limit_counts_longer_than_attempts_are_kept() {
        let guesses = [GUESSES_HERE, GUESSES_OF_PLACE, GUESSES_OF_STRANGERS, CODES];
        let mut limits = guesses.into_iter().chain([RESETS_OF_PLACE, RESETS_OF_ACCOUNT, STARTS_OF_PLACE]);

        assert!(limits.all(|limit| limit.seconds.unsigned_abs() <= ATTEMPTS_COUNT.as_secs()));
    }

    #[test]
    fn nobody_changes_the_own_roles_and_the_last_administrator_stays() {
        let two = ["a".to_owned(), "b".to_owned()];

        assert_eq!(may_change("a", "a"), Err(AccountRefusal::Oneself));
        assert_eq!(may_change("a", "b"), Ok(()));
        assert_eq!(may_go("a", &two[..1]), Err(AccountRefusal::LastAdministrator));
        assert_eq!(may_go("a", &two), Ok(()));
        assert_eq!(may_go("c", &two[..1]), Ok(()));
    }
}
