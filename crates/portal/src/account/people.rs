//! All accounts, for those who keep them; and inviting one more.

use std::collections::BTreeMap;

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};
use miedza_planning::rights::Verb;
use miedza_store::{Account, AccountQuestion, AccountState, Author};
use miedza_texts::{Language, key};
use miedza_workflows::account::{self, Keeper, Person};
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::own::owner_id;
use super::roles::{GrantForm, TypedGrant, form, partnerships, typed_grant};
use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::list::{List, Listing, SortKey};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// Somebody to be invited.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    email: String,
    name: String,
    language: String,
    #[serde(flatten)]
    grant: TypedGrant,
}

/// An account in the list.
#[derive(Clone)]
pub struct Row {
    /// Its page.
    pub link: Entry,
    /// Its address.
    pub email: String,
    /// Its state in a word.
    pub state: String,
    /// Tone of the mark.
    pub tone: &'static str,
    /// Sign of the mark.
    pub sign: &'static str,
    /// Its roles in words.
    pub roles: String,
}

#[derive(Template)]
#[template(path = "account/people.html")]
struct PeoplePage {
    page: Page,
    title: Title,
    invite: Option<Entry>,
    list: List<Row>,
    none: String,
    caption: Caption,
}

#[derive(Template)]
#[template(path = "account/invite.html")]
struct InvitePage {
    page: Page,
    title: Title,
    summary: String,
    errors: Vec<Entry>,
    action: String,
    email: FormField,
    name: FormField,
    language: FormField,
    languages: Vec<Choice>,
    grant: GrantForm,
    button: String,
}

/// Where the list stands.
pub fn here(asker: &Asker) -> Address {
    Address::work(asker.language).step("accounts")
}

/// The list.
pub async fn show(asker: Asker) -> Answer {
    let rows = rows(&asker).await?;
    let heading = asker.say(key::PORTAL_ACCOUNTS);
    let words = |label| Heading::words(asker.say(label));
    let list = Listing::of(&asker, "name")
        .column("name", words(key::ACCOUNT_NAME), |row: &Row| SortKey::Words(row.link.label.clone()))
        .column("email", words(key::ACCOUNT_EMAIL), |row: &Row| SortKey::Words(row.email.clone()))
        .column("state", words(key::ACCOUNT_STATE), |row: &Row| SortKey::Words(row.state.clone()))
        .plain(words(key::ACCOUNT_ROLES))
        .show(rows, |row| format!("{} {} {} {}", row.link.label, row.email, row.state, row.roles));
    let may = asker.may(Verb::Administer, miedza_planning::rights::Room::Accounts, &asker.object).is_ok();
    page::answer(&PeoplePage {
        page: Page::of(&asker, &heading).unlisted().under(above(&asker), &heading),
        title: Title { heading, lead: asker.say(key::ACCOUNT_PEOPLE_LEAD), ..Title::default() },
        invite: may.then(|| Entry::new(here(&asker).step("new"), asker.say(key::ACCOUNT_INVITE))),
        list,
        none: asker.say(key::ACCOUNT_PEOPLE_NONE),
        caption: Caption::new("accounts", asker.say(key::PORTAL_ACCOUNTS)),
    })
}

/// The form that invites.
pub async fn ask(asker: Asker) -> Answer {
    answer(&asker, &Typed::default(), None).await
}

/// Somebody is invited.
pub async fn invite(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    match invite_typed(&asker, &coming, &typed).await {
        Ok(id) => Ok(Redirect::to(&here(&asker).step(&id).ask("done", "invited").to_string()).into_response()),
        Err(failure) => {
            let wrong = Wrong::at(&asker, field_of(&failure), failure)?;
            answer(&asker, &typed, Some(wrong)).await
        }
    }
}

async fn invite_typed(asker: &Asker, coming: &Coming, typed: &Typed) -> Result<String, Failure> {
    let grant = typed_grant(&typed.grant)?;
    let keeper = keeper(asker, None);
    keeper.check(&grant)?;
    let person = Person {
        email: typed.email.clone(),
        name: typed.name.clone(),
        language: typed.language.parse().unwrap_or(asker.language),
        grants: vec![grant],
    };
    let visit = coming.visit(&asker.app);
    let invited = account::invite(&visit, &person, &asker.app.portal().public_address, &keeper.author).await?;
    Ok(invited.account.id)
}

/// The asker as somebody who keeps accounts.
pub fn keeper(asker: &Asker, within: Option<String>) -> Keeper<'_> {
    Keeper { store: asker.app.store(), author: Author::Account(owner_id(asker).to_owned()), today: asker.today(), within }
}

/// The field that a failure is about.
pub fn field_of(failure: &Failure) -> &'static str {
    let told = failure.told.key;
    let of = [
        (key::ACCOUNT_NO_EMAIL, "email"),
        (key::ACCOUNT_EMAIL_TAKEN, "email"),
        (key::ACCOUNT_NO_NAME, "name"),
        (key::ACCOUNT_NEEDS_UNIT, "unit"),
        (key::ACCOUNT_NO_DAY, "valid_from"),
        (key::ACCOUNT_DAYS_TURNED, "valid_from"),
    ];
    of.iter().find(|(key, _)| *key == told).map_or("role", |(_, field)| *field)
}

fn above(asker: &Asker) -> Vec<Entry> {
    vec![Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK))]
}

/// The state of an account: word, tone, sign.
pub fn state(asker: &Asker, state: AccountState) -> (String, &'static str, &'static str) {
    let (tone, sign) = match state {
        AccountState::Active => ("ok", "ok"),
        AccountState::Invited => ("info", "info"),
        AccountState::Disabled | AccountState::Erased => ("attention", "lock"),
    };
    (asker.say(labels::account_state(state)), tone, sign)
}

async fn rows(asker: &Asker) -> Result<Vec<Row>, Failure> {
    let store = asker.app.store();
    let mut roles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for kept in store.grants().await? {
        let word = asker.tell(&labels::role(kept.grant.role));
        let words = roles.entry(kept.account).or_default();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let accounts = store.accounts(&AccountQuestion::default()).await?;
    Ok(accounts.into_iter().map(|account| row(asker, account, &roles)).collect())
}

fn row(asker: &Asker, account: Account, roles: &BTreeMap<String, Vec<String>>) -> Row {
    let (state, tone, sign) = state(asker, account.state);
    Row {
        roles: roles.get(&account.id).map(|roles| roles.join(", ")).unwrap_or_default(),
        link: Entry::new(here(asker).step(&account.id), account.name),
        email: account.email.unwrap_or_default(),
        state,
        tone,
        sign,
    }
}

async fn answer(asker: &Asker, typed: &Typed, wrong: Option<Wrong>) -> Answer {
    let fields = Fields::of(asker, wrong.as_ref());
    let heading = asker.say(key::ACCOUNT_INVITE);
    let mut above = above(asker);
    above.push(Entry::new(here(asker), asker.say(key::PORTAL_ACCOUNTS)));
    let partnerships = partnerships(asker).await?;
    let language = |language: Language| Choice {
        value: language.code().to_owned(),
        label: page::own_name(language).to_owned(),
        is_chosen: language.code() == typed.language || (typed.language.is_empty() && language == asker.language),
        ..Choice::default()
    };
    let shown = InvitePage {
        page: Page::of(asker, &heading).unlisted().under(above, &heading),
        title: Title { heading, lead: asker.say(key::ACCOUNT_INVITE_LEAD), ..Title::default() },
        summary: asker.say(key::ACCOUNT_NOT_SAVED),
        errors: fields.errors(),
        action: here(asker).step("new").to_string(),
        email: FormField { value: typed.email.clone(), ..fields.field("email", key::ACCOUNT_EMAIL) },
        name: FormField {
            value: typed.name.clone(),
            hint: asker.say(key::ACCOUNT_NAME_HINT),
            ..fields.field("name", key::ACCOUNT_NAME)
        },
        language: fields.field("language", key::ACCOUNT_LANGUAGE),
        languages: Language::ALL.map(language).into_iter().collect(),
        grant: form(asker, &typed.grant, Some(&partnerships)).wrong(&fields),
        button: asker.say(key::ACCOUNT_INVITE_SEND),
    };
    let status: StatusCode = fields.status();
    Ok((status, page::answer(&shown)?).into_response())
}
