//! Accounts: signing in and out, invitations, passwords, second factor, roles, tokens for programs, own data.
//!
//! Whoever asks has been let in by a door; what is agreed about accounts is in `planning::account`. Nothing told here says
//! whether an address has an account, and nothing that is told or kept holds a secret.

pub mod caller;
mod demo;
mod fault;
mod invitation;
mod keeping;
mod letter;
pub(crate) mod limits;
mod own;
pub mod password;
pub mod provider;
mod reset;
pub mod second_factor;
pub mod secret;
mod sign_in;
pub mod terminal;
mod tokens;

use miedza_planning::account::normal_email;
use miedza_planning::record::{Kind, Record};
use miedza_store::{Account, Moment, Store};
use miedza_texts::key;

use crate::failure::{self, Failure};

pub use demo::{DemoAccount, DemoSignIn, ensure_demo};
pub use invitation::{Invited, Person, accept, add, invite, invite_again, invited_by};
pub use keeping::Keeper;
pub use own::Owner;
pub use reset::{make_reset, may_ask_reset, reset, reset_by, send_reset};
pub use sign_in::{Aim, Entrance, Session, enter, sign_in, sign_out, take_second_step};
pub use tokens::{Wanted, make_token, revoke_token, scope_word, scopes_of};

/// From where and when somebody comes.
#[derive(Clone, Debug)]
pub struct Visit<'a> {
    /// What is kept.
    pub store: &'a Store,
    /// When.
    pub now: Moment,
    /// Where the browser is in the network, as far as it counts as one place.
    pub network: String,
    /// Which browser on which system, in few words; for the list of sessions.
    pub browser: String,
    /// Hash of the session that the browser has so far; it ends when another one begins there.
    pub session: Option<String>,
}

impl<'a> Visit<'a> {
    /// A visit of the program itself, now.
    #[must_use]
    pub fn of_program(store: &'a Store) -> Self {
        Self { store, now: Moment::now(), network: String::new(), browser: String::new(), session: None }
    }
}

/// The partnership with this address.
///
/// # Errors
/// [`Failure`] if there is none.
pub async fn partnership_of(store: &Store, slug: &str) -> Result<Record, Failure> {
    let missing = || Failure {
        kind: failure::Kind::NotFound,
        ..Failure::invalid(key::ACCOUNT_NO_PARTNERSHIP, key::ACCOUNT_NO_PARTNERSHIP_HINT)
    };
    store.by_slug(Kind::Partnerships, slug).await?.ok_or_else(missing)
}

/// The account with this address of mail.
///
/// # Errors
/// [`Failure`] if there is none.
pub async fn account_of(store: &Store, email: &str) -> Result<Account, Failure> {
    let email = normal_email(email).ok_or_else(fault::email)?;
    let missing =
        || Failure { kind: failure::Kind::NotFound, ..Failure::invalid(key::ACCOUNT_NOT_FOUND, key::ACCOUNT_NOT_FOUND_HINT) };
    store.account_by_email(&email).await?.ok_or_else(missing)
}
