//! Keeping accounts: switching them off and on, giving and ending roles.
//!
//! Nobody changes their own roles, and somebody must be left who keeps accounts; the terminal is bound by the second only.

use miedza_planning::account::{may_change, may_go};
use miedza_planning::rights::{Grant, Role};
use miedza_planning::values::Day;
use miedza_store::{Account, AccountChange, AccountState, Author, GrantChange, KeptGrant, Store};
use miedza_texts::key;

use super::fault;
use crate::failure::{Failure, Kind};

/// Most characters of the code of a unit.
const CODE_LENGTH: usize = 16;

/// Who keeps accounts, and on which day.
#[derive(Clone, Debug)]
pub struct Keeper<'a> {
    /// What is kept.
    pub store: &'a Store,
    /// Whose hand the trail names.
    pub author: Author,
    /// Today.
    pub today: Day,
    /// The only partnership whose roles may be changed; `None` for the whole portal.
    pub within: Option<String>,
}

impl Keeper<'_> {
    /// Switches an account off: it cannot sign in, and every session and token of it ends.
    ///
    /// # Errors
    /// [`Failure`] if it is the own account or that of the last administrator.
    pub async fn disable(&self, id: &str) -> Result<Account, Failure> {
        self.may_change(id)?;
        self.may_go(id).await?;
        Ok(self.store.change_account(id, &[AccountChange::Disabled], &self.author).await?)
    }

    /// Switches an account on again; one that never came waits for an invitation, as it did before.
    ///
    /// # Errors
    /// [`Failure`] if it is not switched off.
    pub async fn enable(&self, id: &str) -> Result<Account, Failure> {
        self.may_change(id)?;
        let account = self.store.account(id).await?.filter(|account| account.state == AccountState::Disabled);
        let Some(account) = account else {
            return Err(Failure::invalid(key::ACCOUNT_NOT_DISABLED, key::ACCOUNT_NOT_DISABLED_HINT));
        };
        let came = account.has_password || !self.store.identities_of(id).await?.is_empty();
        let change = if came { AccountChange::Enabled } else { AccountChange::InvitedAgain };
        Ok(self.store.change_account(id, &[change], &self.author).await?)
    }

    /// Gives a role.
    ///
    /// # Errors
    /// [`Failure`] if it is for the own account, outside the partnership, or ends before it begins.
    pub async fn give(&self, account: &str, grant: Grant) -> Result<(), Failure> {
        self.may_change(account)?;
        self.check(&grant)?;
        let change = GrantChange::Given { account: account.to_owned(), grant };
        Ok(self.store.change_grant(&change, &self.author).await?)
    }

    /// Whether such a role can be given at all.
    ///
    /// # Errors
    /// [`Failure`] if it lies outside the partnership, lacks its unit, or ends before it begins.
    pub fn check(&self, grant: &Grant) -> Result<(), Failure> {
        self.is_within(grant)?;
        check_days(grant.valid_from, grant.valid_to)?;
        let is_code = |unit: &String| unit.len() <= CODE_LENGTH && unit.chars().all(|sign| sign.is_ascii_alphanumeric());
        let needs_unit = grant.role == Role::MunicipalityEditor && grant.unit.is_none();
        if needs_unit || !grant.unit.iter().all(is_code) {
            return Err(Failure::invalid(key::ACCOUNT_NEEDS_UNIT, key::ACCOUNT_NEEDS_UNIT_HINT));
        }
        Ok(())
    }

    /// Lets a role hold on other days; a last day in the past ends it.
    ///
    /// # Errors
    /// [`Failure`] as for giving, and if it is the last administrator's.
    pub async fn date(&self, id: &str, valid_from: Option<Day>, valid_to: Option<Day>) -> Result<(), Failure> {
        let kept = self.grant(id).await?;
        check_days(valid_from, valid_to)?;
        if valid_to.is_some() {
            self.may_lose(&kept).await?;
        }
        let change = GrantChange::Dated { id: id.to_owned(), valid_from, valid_to };
        Ok(self.store.change_grant(&change, &self.author).await?)
    }

    /// Removes a role that was given by mistake.
    ///
    /// # Errors
    /// [`Failure`] as for dating.
    pub async fn remove(&self, id: &str) -> Result<(), Failure> {
        let kept = self.grant(id).await?;
        self.may_lose(&kept).await?;
        Ok(self.store.change_grant(&GrantChange::Removed { id: id.to_owned() }, &self.author).await?)
    }

    async fn grant(&self, id: &str) -> Result<KeptGrant, Failure> {
        let missing =
            || Failure { kind: Kind::NotFound, ..Failure::invalid(key::ACCOUNT_NOT_FOUND, key::ACCOUNT_NOT_FOUND_HINT) };
        let kept = self.store.grant(id).await?.ok_or_else(missing)?;
        self.may_change(&kept.account)?;
        // What lies outside is not there for whoever keeps one partnership.
        self.is_within(&kept.grant).map_err(|_| missing())?;
        Ok(kept)
    }

    fn may_change(&self, account: &str) -> Result<(), Failure> {
        self.author.account().map_or(Ok(()), |author| may_change(author, account).map_err(fault::refusal))
    }

    fn is_within(&self, grant: &Grant) -> Result<(), Failure> {
        if self.within.is_none() || self.within == grant.partnership {
            return Ok(());
        }
        Err(Failure::invalid(key::ACCOUNT_OTHER_PARTNERSHIP, key::ACCOUNT_OTHER_PARTNERSHIP_HINT))
    }

    async fn may_lose(&self, kept: &KeptGrant) -> Result<(), Failure> {
        if kept.grant.role == Role::Administrator && kept.grant.partnership.is_none() {
            self.may_go(&kept.account).await?;
        }
        Ok(())
    }

    async fn may_go(&self, account: &str) -> Result<(), Failure> {
        let administrators = self.store.holders(Role::Administrator, &self.today.to_string()).await?;
        may_go(account, &administrators).map_err(fault::refusal)
    }
}

fn check_days(valid_from: Option<Day>, valid_to: Option<Day>) -> Result<(), Failure> {
    if let (Some(from), Some(to)) = (valid_from, valid_to)
        && to < from
    {
        return Err(Failure::invalid(key::ACCOUNT_DAYS_TURNED, key::ACCOUNT_DAYS_TURNED_HINT));
    }
    Ok(())
}
