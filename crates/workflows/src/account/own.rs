//! What people do with their own account: see it, correct it, take it along, erase it.
//!
//! Whatever would let a stranger at an open screen keep the account asks for the password again.

use miedza_planning::account::{GUESSES_HERE, SESSION_HOLDS, check_password, may_go, normal_email};
use miedza_planning::rights::Role;
use miedza_planning::values::Day;
use miedza_store::{Account, AccountChange, AuditQuestion, Author, Purpose, Shown};
use miedza_texts::{Key, Language, key};
use serde_json::{Value, json};

use super::invitation::checked_name;
use super::letter::{Link, notice};
use super::limits::{self, Counter};
use super::second_factor::{new_recovery_codes, recovery_hash, step_of};
use super::secret::hash_of;
use super::sign_in::{Aim, Session, begin};
use super::{Visit, fault, password};
use crate::failure::{Failure, Kind};

/// Most entries of the trail in the own data; all of them, for a person.
const ENTRIES: u32 = 100_000;

/// Somebody with the own account before them.
#[derive(Clone, Debug)]
pub struct Owner<'a> {
    /// From where and when.
    pub visit: Visit<'a>,
    /// The account.
    pub account: Account,
}

impl<'a> Owner<'a> {
    /// The owner of the account with this id.
    ///
    /// # Errors
    /// [`Failure`] if there is none.
    pub async fn of(visit: Visit<'a>, id: &str) -> Result<Self, Failure> {
        let missing =
            || Failure { kind: Kind::NotFound, ..Failure::invalid(key::ACCOUNT_NOT_FOUND, key::ACCOUNT_NOT_FOUND_HINT) };
        let account = visit.store.account(id).await?.ok_or_else(missing)?;
        Ok(Self { visit, account })
    }

    fn author(&self) -> Author {
        Author::Account(self.account.id.clone())
    }

    fn email(&self) -> &str {
        self.account.email.as_deref().unwrap_or_default()
    }

    async fn change(&self, changes: &[AccountChange]) -> Result<Account, Failure> {
        Ok(self.visit.store.change_account(&self.account.id, changes, &self.author()).await?)
    }

    async fn tell(&self, what: Key) -> Result<(), Failure> {
        if let Some(letter) = notice(&self.account, what, &self.visit) {
            self.visit.store.queue_mail(&letter).await?;
        }
        Ok(())
    }

    /// Corrects name and language.
    ///
    /// # Errors
    /// [`Failure`] if the name is missing or too long.
    pub async fn correct(&self, name: &str, language: Language) -> Result<(), Failure> {
        let name = checked_name(name)?;
        let mut changes = Vec::new();
        if name != self.account.name {
            changes.push(AccountChange::Name(name));
        }
        if language.code() != self.account.language {
            changes.push(AccountChange::Language(language.code().to_owned()));
        }
        self.change(&changes).await.map(drop)
    }

    /// Whether this is the password of the account; who has none types the address instead.
    ///
    /// # Errors
    /// [`Failure`] if it is not, or was guessed at too often.
    pub async fn confirm(&self, typed: &str) -> Result<(), Failure> {
        let counters = [Counter::of("confirm", &self.account.id, GUESSES_HERE)];
        if limits::count(&self.visit, &counters).await?.is_some() {
            let told = Failure::invalid(key::ACCOUNT_CONFIRM_TOO_OFTEN, key::ACCOUNT_CONFIRM_TOO_OFTEN_HINT);
            return Err(Failure { kind: Kind::Conflict, ..told });
        }
        let is_right = if self.account.has_password {
            let secrets = self.visit.store.secrets(&self.account.id).await?;
            password::fits(typed.to_owned(), secrets.password_hash).await?
        } else {
            normal_email(typed) == self.account.email
        };
        if !is_right {
            let (told, hint) = if self.account.has_password {
                (key::ACCOUNT_CONFIRM_WRONG, key::ACCOUNT_CONFIRM_WRONG_HINT)
            } else {
                (key::ACCOUNT_CONFIRM_EMAIL_WRONG, key::ACCOUNT_CONFIRM_EMAIL_WRONG_HINT)
            };
            return Err(Failure::invalid(told, hint));
        }
        limits::forgive(&self.visit, &counters).await
    }

    /// Sets another password; every session ends, and a new one begins here.
    ///
    /// # Errors
    /// [`Failure`] if it will not do.
    pub async fn set_password(&self, new: &str) -> Result<Session, Failure> {
        check_password(new, self.email()).map_err(fault::password)?;
        let hash = password::hash(new.to_owned()).await?;
        let account = self.change(&[AccountChange::Password(hash)]).await?;
        self.tell(key::LETTER_PASSWORD_CHANGED).await?;
        begin(&self.visit, &account, Aim::default()).await
    }

    /// Sends a letter to a new address, which counts once it is confirmed.
    ///
    /// # Errors
    /// [`Failure`] if it is none.
    pub async fn ask_email(&self, typed: &str, language: Language, public_address: &str) -> Result<(), Failure> {
        let email = normal_email(typed).ok_or_else(fault::email)?;
        // Whether another account has it is found out by whoever reads its letters.
        let link =
            Link { account: &self.account.id, recipient: &email, language, purpose: Purpose::Email, data: Some(email.clone()) };
        let (token, _) = link.written(&self.visit, public_address)?;
        Ok(self.visit.store.give_token(&token).await?)
    }

    /// The new address that a token confirms; `None` if it works no more or is of another account.
    ///
    /// # Errors
    /// What the store says.
    pub async fn email_by(&self, token: &str) -> Result<Option<String>, Failure> {
        let hash = hash_of(token);
        let shown = Shown { hash: &hash, purpose: Purpose::Email, now: self.visit.now };
        let owner = self.visit.store.token_owner(shown).await?;
        Ok(owner.filter(|(account, _)| account.id == self.account.id).and_then(|(_, email)| email))
    }

    /// Confirms a new address; the earlier one is told. `None` if the token works no more.
    ///
    /// # Errors
    /// [`Failure`] if another account has the address by now.
    pub async fn confirm_email(&self, token: &str) -> Result<Option<Account>, Failure> {
        let Some(email) = self.email_by(token).await? else { return Ok(None) };
        let hash = hash_of(token);
        let shown = Shown { hash: &hash, purpose: Purpose::Email, now: self.visit.now };
        let account = self.visit.store.redeem(shown, &[AccountChange::Email(email)]).await?;
        self.tell(key::LETTER_EMAIL_CHANGED).await?;
        Ok(account)
    }

    /// Lets codes be asked from now on, once the device has shown that it knows the secret; every session ends, and a new
    /// one begins here. Gives the codes for a lost device as well, which are shown this once.
    ///
    /// # Errors
    /// [`Failure`] if the code is not right.
    pub async fn begin_second_factor(&self, secret: &str, code: &str) -> Result<(Session, Vec<String>), Failure> {
        let step = step_of(secret, code, self.visit.now.unix_seconds())?;
        let step = step.ok_or_else(|| Failure::invalid(key::ACCOUNT_CODE_WRONG, key::ACCOUNT_FACTOR_WRONG_HINT))?;
        let codes = new_recovery_codes()?;
        let recovery = codes.iter().map(|code| recovery_hash(code)).collect();
        let account = self.change(&[AccountChange::SecondFactor { secret: secret.to_owned(), recovery }]).await?;
        self.visit.store.use_step(&account.id, step).await?;
        self.tell(key::LETTER_SECOND_FACTOR_ON).await?;
        Ok((begin(&self.visit, &account, Aim::default()).await?, codes))
    }

    /// Lets no codes be asked any more.
    ///
    /// # Errors
    /// What the store says.
    pub async fn end_second_factor(&self) -> Result<(), Failure> {
        self.change(&[AccountChange::NoSecondFactor]).await?;
        self.tell(key::LETTER_SECOND_FACTOR_OFF).await
    }

    /// Signs in through a provider no more.
    ///
    /// # Errors
    /// [`Failure`] if there would be no way in.
    pub async fn unlink(&self, issuer: &str) -> Result<(), Failure> {
        if !self.account.has_password {
            return Err(Failure::invalid(key::ACCOUNT_ONLY_WAY, key::ACCOUNT_ONLY_WAY_HINT));
        }
        self.change(&[AccountChange::Unlinked { issuer: issuer.to_owned() }]).await.map(drop)
    }

    /// Everything that is kept about the person, without secrets.
    ///
    /// # Errors
    /// What the store says.
    pub async fn data(&self) -> Result<Value, Failure> {
        let store = self.visit.store;
        let id = &self.account.id;
        let grants: Vec<Value> = store.grants_of(id).await?.into_iter().map(|kept| json!(kept.grant)).collect();
        let sessions = store.sessions_of(id, self.visit.now).await?.into_iter();
        let sessions = sessions.map(|session| {
            json!({"begun_at": session.created_at, "last_seen": session.last_seen, "browser": session.data.get("browser")})
        });
        let tokens = store.api_tokens_of(id).await?.into_iter();
        let tokens = tokens.map(|token| {
            json!({"name": token.name, "scopes": token.scopes, "created_at": token.created_at, "last_used_at": token.last_used_at})
        });
        let identities = store.identities_of(id).await?.into_iter();
        let identities = identities.map(|identity| json!({"issuer": identity.issuer, "subject": identity.subject}));
        let drafts = store.form_drafts_of(id, self.visit.now).await?.into_iter();
        let drafts = drafts.map(|draft| json!({"form": draft.name.form, "saved_at": draft.saved_at, "typed": draft.entries}));
        let changes = self.changes().await?.into_iter();
        Ok(json!({
            "account": {
                "id": id, "email": self.account.email, "name": self.account.name, "language": self.account.language,
                "state": self.account.state.name(), "has_second_factor": self.account.has_second_factor,
                "created_at": self.account.created_at, "updated_at": self.account.updated_at,
            },
            "roles": grants,
            "sessions": sessions.collect::<Vec<_>>(),
            "session_ends_after_days": SESSION_HOLDS.as_secs() / 86_400,
            "tokens": tokens.collect::<Vec<_>>(),
            "identities": identities.collect::<Vec<_>>(),
            "drafts": drafts.collect::<Vec<_>>(),
            "changes": changes.collect::<Vec<_>>(),
        }))
    }

    /// What the person changed, without the content, which is the partnership's.
    async fn changes(&self) -> Result<Vec<Value>, Failure> {
        let author = Some(format!("account:{}", self.account.id));
        let entries = self.visit.store.audit(&AuditQuestion { author, limit: ENTRIES, ..AuditQuestion::default() }).await?;
        let line = |entry: miedza_store::AuditEntry| json!({"at": entry.at, "action": entry.action.name(), "kind": entry.kind, "id": entry.record_id});
        Ok(entries.into_iter().map(line).collect())
    }

    /// Erases the account: only its number is left, since the trail names it.
    ///
    /// # Errors
    /// [`Failure`] if it is the last administrator's.
    pub async fn erase(&self, today: Day) -> Result<(), Failure> {
        let administrators = self.visit.store.holders(Role::Administrator, &today.to_string()).await?;
        may_go(&self.account.id, &administrators).map_err(fault::refusal)?;
        self.change(&[AccountChange::Erased]).await.map(drop)
    }
}
