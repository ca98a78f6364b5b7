//! What is told about what was typed.

use miedza_planning::account::{AccountRefusal, PASSWORD_LEAST, PASSWORD_MOST, PasswordFault};
use miedza_texts::{Message, key};

use crate::failure::{Failure, Kind};

/// A password that will not do.
pub fn password(fault: PasswordFault) -> Failure {
    let told = match fault {
        PasswordFault::TooLong => Message::new(key::ACCOUNT_PASSWORD_TOO_LONG).with("most", PASSWORD_MOST),
        PasswordFault::TooSimple => key::ACCOUNT_PASSWORD_TOO_SIMPLE.into(),
        PasswordFault::IsAddress => key::ACCOUNT_PASSWORD_IS_ADDRESS.into(),
        _ => Message::new(key::ACCOUNT_PASSWORD_TOO_SHORT).with("least", PASSWORD_LEAST),
    };
    Failure::invalid(told, Message::new(key::ACCOUNT_PASSWORD_HINT).with("least", PASSWORD_LEAST))
}

/// An address that is none.
pub fn email() -> Failure {
    Failure::invalid(key::ACCOUNT_NO_EMAIL, key::ACCOUNT_NO_EMAIL_HINT)
}

/// A change of accounts that may not be.
pub fn refusal(refusal: AccountRefusal) -> Failure {
    let (told, hint) = match refusal {
        AccountRefusal::LastAdministrator => (key::ACCOUNT_LAST_ADMINISTRATOR, key::ACCOUNT_LAST_ADMINISTRATOR_HINT),
        _ => (key::ACCOUNT_ONESELF, key::ACCOUNT_ONESELF_HINT),
    };
    // Not a matter of rights, which were asked for before: what was asked for cannot be.
    Failure { kind: Kind::Conflict, ..Failure::invalid(told, hint) }
}
