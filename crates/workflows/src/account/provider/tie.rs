//! Whose account it is that a provider speaks of.
//!
//! First the name there counts, which is never given to somebody else. An account that is not tied yet is found by the
//! invitation in hand, or by an address of mail that the provider vouches for; an account with another name there is not,
//! since an address of mail may have passed on to the next in office.

use miedza_store::{Account, AccountChange, AccountState, Author, Error, Purpose, Shown};
use miedza_texts::key;

use super::Refused;
use super::answer::Person;
use crate::account::Visit;
use crate::account::letter::notice;
use crate::failure::Failure;

/// The account of somebody, tied to the name there from now on; or why there is none.
pub async fn account_of(
    visit: &Visit<'_>,
    person: &Person,
    invitation: Option<&str>,
) -> Result<Result<Account, Refused>, Failure> {
    if let Some(id) = visit.store.identified(&person.issuer, &person.subject).await? {
        let account = visit.store.account(&id).await?;
        return Ok(match account {
            // Whoever has an account and an invitation to another one takes the way by the password.
            Some(_) if invitation.is_some() => Err(Refused::Tied),
            Some(account) if account.state == AccountState::Active => Ok(account),
            _ => Err(Refused::Off),
        });
    }
    if let Some(invitation) = invitation {
        return accept(visit, person, invitation).await;
    }
    let Some(email) = &person.email else { return Ok(Err(Refused::NoEmail)) };
    let Some(account) = visit.store.account_by_email(email).await? else { return Ok(Err(Refused::Unknown)) };
    match account.state {
        AccountState::Active => tie(visit, person, &account).await,
        AccountState::Invited => match visit.store.token_of(&account.id, Purpose::Invite, visit.now).await? {
            Some(invitation) => accept(visit, person, &invitation).await,
            None => Ok(Err(Refused::NotInvited)),
        },
        AccountState::Disabled | AccountState::Erased => Ok(Err(Refused::Off)),
    }
}

/// Accepts an invitation by what the provider says.
async fn accept(visit: &Visit<'_>, person: &Person, invitation: &str) -> Result<Result<Account, Refused>, Failure> {
    let changes = [linked(person), AccountChange::Enabled];
    let shown = Shown { hash: invitation, purpose: Purpose::Invite, now: visit.now };
    Ok(match visit.store.redeem(shown, &changes).await {
        Ok(account) => account.ok_or(Refused::NotInvited),
        Err(Error::IdentityTaken) => Err(Refused::Tied),
        Err(error) => return Err(error.into()),
    })
}

/// Ties an account that has none of this provider; its owner is told.
async fn tie(visit: &Visit<'_>, person: &Person, account: &Account) -> Result<Result<Account, Refused>, Failure> {
    let ties = visit.store.identities_of(&account.id).await?;
    if ties.iter().any(|identity| identity.issuer == person.issuer) {
        return Ok(Err(Refused::Tied));
    }
    let author = Author::Account(account.id.clone());
    let account = match visit.store.change_account(&account.id, &[linked(person)], &author).await {
        Ok(account) => account,
        Err(Error::IdentityTaken) => return Ok(Err(Refused::Tied)),
        Err(error) => return Err(error.into()),
    };
    if let Some(letter) = notice(&account, key::LETTER_PROVIDER_TIED, visit) {
        visit.store.queue_mail(&letter).await?;
    }
    Ok(Ok(account))
}

fn linked(person: &Person) -> AccountChange {
    AccountChange::Linked { issuer: person.issuer.clone(), subject: person.subject.clone() }
}
