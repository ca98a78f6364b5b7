//! Tokens for programs: shown once, scoped, with an end.

use miedza_planning::account::{NAME_MOST, TOKEN_DAYS};
use miedza_planning::rights::{Grant, Reach, Room, Scope, Verb, reach};
use miedza_store::{Author, TokenDraft};
use miedza_texts::key;

use super::Visit;
use super::secret::{Secret, hash_of};
use crate::failure::{Failure, Kind};

/// How a token begins, so that a search for lost secrets finds it.
const MARK: &str = "miedza_";

/// What can be asked for: every scope that some of these roles covers, in the order of the table.
#[must_use]
pub fn scopes_of(grants: &[Grant]) -> Vec<Scope> {
    let rooms = Room::ALL.into_iter().filter(|room| *room != Room::Own);
    let all = rooms.flat_map(|room| Verb::ALL.map(|verb| Scope { room, verb }));
    all.filter(|scope| grants.iter().any(|grant| reach(grant.role, scope.verb, scope.room) != Reach::Nowhere)).collect()
}

/// A scope as it is written: `partnership:read`.
#[must_use]
pub fn scope_word(scope: Scope) -> String {
    format!("{}:{}", scope.room.name(), scope.verb.name())
}

/// A token as it is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What it is called.
    pub name: String,
    /// Its scopes, as written.
    pub scopes: Vec<String>,
    /// For how many days it works.
    pub days: u16,
}

/// Makes a token for an account with these roles; gives its text, which is kept nowhere.
///
/// # Errors
/// [`Failure`] if the name or the scopes are missing.
pub async fn make_token(visit: &Visit<'_>, account: &str, grants: &[Grant], wanted: &Wanted) -> Result<String, Failure> {
    let name = wanted.name.trim();
    if name.is_empty() || name.chars().count() > NAME_MOST || name.chars().any(char::is_control) {
        return Err(Failure::invalid(key::ACCOUNT_TOKEN_NO_NAME, key::ACCOUNT_TOKEN_NO_NAME_HINT));
    }
    let mut scopes = scopes_of(grants);
    scopes.retain(|scope| wanted.scopes.contains(&scope_word(*scope)));
    if scopes.is_empty() {
        return Err(Failure::invalid(key::ACCOUNT_TOKEN_NO_SCOPE, key::ACCOUNT_TOKEN_NO_SCOPE_HINT));
    }
    let text = format!("{MARK}{}", Secret::new()?.text);
    let days = u64::from(wanted.days.clamp(1, TOKEN_DAYS));
    let draft = TokenDraft {
        account: account.to_owned(),
        name: name.to_owned(),
        hash: hash_of(&text),
        scopes,
        expires_at: Some(visit.now.plus(std::time::Duration::from_secs(days * 86_400))),
    };
    visit.store.create_api_token(&draft, &Author::Account(account.to_owned())).await?;
    Ok(text)
}

/// Revokes a token.
///
/// # Errors
/// [`Failure`] if the account has no such token.
pub async fn revoke_token(visit: &Visit<'_>, account: &str, id: &str) -> Result<(), Failure> {
    if visit.store.revoke_api_token(account, id, &Author::Account(account.to_owned())).await? {
        return Ok(());
    }
    let told = Failure::invalid(key::ACCOUNT_TOKEN_GONE, key::ACCOUNT_TOKEN_GONE_HINT);
    Err(Failure { kind: Kind::NotFound, ..told })
}

#[cfg(test)]
mod tests {
    use miedza_planning::rights::Role;

    use super::*;

    fn grant(role: Role) -> Grant {
        Grant { role, partnership: None, unit: None, valid_from: None, valid_to: None }
    }

    #[test]
    fn a_token_can_ask_for_what_the_roles_cover_and_never_for_the_own_account() {
        let words = |roles: &[Role]| -> Vec<String> {
            let grants: Vec<Grant> = roles.iter().map(|role| grant(*role)).collect();
            scopes_of(&grants).into_iter().map(scope_word).collect()
        };

        assert_eq!(words(&[Role::Assessor]), ["diagnosis:read"]);
        assert_eq!(words(&[]), Vec::<String>::new());
        assert!(words(&Role::ALL).iter().all(|word| !word.starts_with("own:")));
    }
}
