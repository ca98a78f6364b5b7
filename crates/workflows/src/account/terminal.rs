//! Accounts from the terminal: whoever can read the data folder keeps the accounts in it.
//!
//! The link of a letter is told here, so that a portal without a server of mail can be begun.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use miedza_planning::record::Kind;
use miedza_planning::rights::{Grant, Role};
use miedza_planning::values::Day;
use miedza_store::{Account, AccountQuestion, AccountState, Author, Moment, Question, Store};
use miedza_territory::UnitCode;
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::invitation::{Person, add, invite};
use super::keeping::Keeper;
use super::reset::make_reset;
use super::{Visit, account_of, partnership_of};
use crate::failure::Failure;
use crate::labels;

/// Somebody to be given an account, as typed on the terminal.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Address of mail.
    pub email: String,
    /// What the pages call the person; the address if it is missing.
    pub name: Option<String>,
    /// Language of letters.
    pub language: Language,
    /// Words of the roles; none gives an account without roles.
    pub roles: Vec<String>,
    /// Address of the partnership in which the role holds; the whole portal if it is missing.
    pub partnership: Option<String>,
    /// Code of the own unit.
    pub unit: Option<String>,
    /// A password, which makes the account active at once; without one it is invited.
    pub password: Option<String>,
}

/// What was done, for a person or a program.
#[derive(Clone, Debug, Serialize)]
pub struct Done {
    /// Id of the account.
    pub id: String,
    /// How far it is.
    pub state: &'static str,
    /// Where the letter leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    #[serde(skip)]
    told: Message,
}

impl Done {
    fn of(account: &Account, told: miedza_texts::Key) -> Self {
        let told = Message::new(told).with("name", account.name.clone());
        Self { id: account.id.clone(), state: account.state.name(), link: None, told }
    }

    fn with_link(self, link: String) -> Self {
        Self { link: Some(link), ..self }
    }

    /// The same as text.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let told = language.say(&self.told);
        self.link.as_ref().map_or_else(|| told.clone(), |link| format!("{told}\n{link}"))
    }
}

/// A row of the list.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// Id of the account.
    pub id: String,
    /// Address.
    pub email: String,
    /// What the pages call it.
    pub name: String,
    /// How far it is.
    pub state: &'static str,
    /// Its roles, each with the partnership in which it holds.
    pub roles: Vec<ListedRole>,
}

/// A role in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ListedRole {
    /// The role.
    pub role: &'static str,
    /// Address of the partnership, its id where it is gone; missing for the whole portal.
    pub partnership: Option<String>,
    /// Code of the own unit.
    pub unit: Option<String>,
}

/// The hand that the trail names.
const AUTHOR: Author = Author::Program("terminal");

/// Makes an account, invited or active.
///
/// # Errors
/// [`Failure`] if the address, the role or the partnership is none.
pub async fn add_user(store: &Store, asked: &Asked, public_address: &str) -> Result<Done, Failure> {
    let visit = Visit::of_program(store);
    let person = Person {
        email: asked.email.clone(),
        name: asked.name.clone().unwrap_or_else(|| asked.email.clone()),
        language: asked.language,
        grants: grants(store, asked).await?,
    };
    if let Some(password) = &asked.password {
        let account = add(&visit, &person, password, &AUTHOR).await?;
        return Ok(Done::of(&account, key::ACCOUNT_TERMINAL_ADDED));
    }
    let invited = invite(&visit, &person, public_address, &AUTHOR).await?;
    Ok(Done::of(&invited.account, key::ACCOUNT_TERMINAL_INVITED).with_link(invited.link))
}

/// Switches an account off.
///
/// # Errors
/// [`Failure`] if there is none, or if it is the last administrator's.
pub async fn disable_user(store: &Store, email: &str, today: Day) -> Result<Done, Failure> {
    let account = account_of(store, email).await?;
    let keeper = Keeper { store, author: AUTHOR, today, within: None };
    Ok(Done::of(&keeper.disable(&account.id).await?, key::ACCOUNT_TERMINAL_DISABLED))
}

/// Makes a letter for a new password.
///
/// # Errors
/// [`Failure`] if there is no such account or it is not active.
pub async fn reset_user(store: &Store, email: &str, public_address: &str) -> Result<Done, Failure> {
    let account = account_of(store, email).await?;
    let link = make_reset(&Visit::of_program(store), &account, public_address).await?;
    Ok(Done::of(&account, key::ACCOUNT_TERMINAL_RESET).with_link(link))
}

/// All accounts with their roles.
///
/// # Errors
/// What the store says.
pub async fn list_users(store: &Store) -> Result<Vec<Listed>, Failure> {
    let slugs = slugs(store).await?;
    let mut list = Vec::new();
    for account in store.accounts(&AccountQuestion::default()).await? {
        let kept = store.grants_of(&account.id).await?;
        let slug = |id: String| slugs.get(&id).cloned().unwrap_or(id);
        let role =
            |grant: Grant| ListedRole { role: grant.role.name(), partnership: grant.partnership.map(slug), unit: grant.unit };
        list.push(Listed {
            id: account.id,
            email: account.email.unwrap_or_default(),
            name: account.name,
            state: account.state.name(),
            roles: kept.into_iter().map(|kept| role(kept.grant)).collect(),
        });
    }
    Ok(list)
}

/// Addresses of partnerships by their ids, also of deleted ones.
async fn slugs(store: &Store) -> Result<BTreeMap<String, String>, Failure> {
    let question = Question::of(Kind::Partnerships);
    let mut partnerships = store.records(&question).await?;
    partnerships.extend(store.records(&question.deleted()).await?);
    let named = partnerships.iter().filter_map(|record| Some((record.id.clone(), record.text("slug")?.to_owned())));
    Ok(named.collect())
}

/// The list as text, a line for each account.
#[must_use]
pub fn users_told(list: &[Listed], language: Language) -> String {
    if list.is_empty() {
        return language.say(&key::ACCOUNT_TERMINAL_NONE.into());
    }
    let mut text = String::new();
    for listed in list {
        let state = AccountState::parse(listed.state).unwrap_or(AccountState::Active);
        let state = language.say(&labels::account_state(state).into());
        let role = |role: &ListedRole| {
            let place = role.partnership.as_deref().map(|id| format!(" ({id})")).unwrap_or_default();
            Role::parse(role.role).map(|role| language.say(&labels::role(role)) + &place)
        };
        let roles: Vec<String> = listed.roles.iter().filter_map(role).collect();
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{}\t{}\t{state}\t{}", listed.email, listed.name, roles.join(", "));
    }
    text
}

async fn grants(store: &Store, asked: &Asked) -> Result<Vec<Grant>, Failure> {
    let roles = asked.roles.iter().map(|word| role(word)).collect::<Result<Vec<Role>, _>>()?;
    let partnership = match &asked.partnership {
        Some(slug) => Some(partnership_of(store, slug).await?.id),
        None => None,
    };
    if let Some(unit) = &asked.unit {
        refuse_unknown_unit(store, unit).await?;
    }
    let grant = |role| {
        let (partnership, unit) = (partnership.clone(), asked.unit.clone());
        Grant { role, partnership, unit, valid_from: None, valid_to: None }
    };
    Ok(roles.into_iter().map(grant).collect())
}

fn role(word: &str) -> Result<Role, Failure> {
    Role::parse(&word.replace('-', "_")).ok_or_else(|| {
        let hint = Message::new(key::ACCOUNT_NO_ROLE_HINT).with("roles", Role::ALL.map(Role::name).join(", "));
        Failure::invalid(Message::new(key::ACCOUNT_NO_ROLE).with("role", word), hint)
    })
}

/// Refuses a unit that is none, and one that no register knows where registers are kept.
async fn refuse_unknown_unit(store: &Store, unit: &str) -> Result<(), Failure> {
    let unknown = || Failure::invalid(Message::new(key::ACCOUNT_NO_UNIT).with("unit", unit), key::ACCOUNT_NO_UNIT_HINT);
    let code = UnitCode::parse(unit).map_err(|_| unknown())?;
    if store.editions().await?.is_empty() {
        return Ok(());
    }
    let kept = store.units_by_code(&code.whatever_kind()).await?;
    if kept.is_empty() { Err(unknown()) } else { Ok(()) }
}

/// Today, in UTC.
#[must_use]
pub fn today() -> Day {
    // A moment is always written with its day first.
    Moment::now().to_string().get(..10).and_then(|day| day.parse().ok()).expect("a moment begins with its day")
}
