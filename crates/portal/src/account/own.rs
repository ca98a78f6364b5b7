//! The own account: what is kept about the person, with a form for everything that can be corrected.

use askama::Template;
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use miedza_planning::account::PASSWORD_LEAST;
use miedza_store::{Account, Identity, Session};
use miedza_texts::{Key, Language, Message, key};
use miedza_workflows::account::{Owner, secret};
use serde::Deserialize;

use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Notice, Title};
use crate::frame::{Address, Answer, Asker, Told, cookies};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// What can just have been done: the word of the address and the sentence.
const DONE: [(&str, Key); 9] = [
    ("corrected", key::ACCOUNT_DONE_CORRECTED),
    ("email-asked", key::ACCOUNT_DONE_EMAIL_ASKED),
    ("email", key::ACCOUNT_DONE_EMAIL),
    ("password", key::ACCOUNT_DONE_PASSWORD),
    ("factor-off", key::ACCOUNT_DONE_FACTOR_OFF),
    ("session", key::ACCOUNT_DONE_SESSION),
    ("sessions", key::ACCOUNT_DONE_SESSIONS),
    ("unlinked", key::ACCOUNT_DONE_UNLINKED),
    ("factor-on", key::ACCOUNT_DONE_FACTOR_ON),
];

struct SessionRow {
    id: String,
    browser: String,
    begun: String,
    seen: String,
    is_this: bool,
}

struct IdentityRow {
    issuer: String,
    since: String,
}

#[derive(Template)]
#[template(path = "account/own.html")]
struct AccountPage {
    page: Page,
    title: Title,
    say: Words,
    errors: Vec<Entry>,
    action: String,
    name: FormField,
    language: FormField,
    languages: Vec<Choice>,
    email: String,
    new_email: FormField,
    email_password: FormField,
    has_password: bool,
    password: Option<FormField>,
    new_password: FormField,
    has_factor: bool,
    codes_left: String,
    factor: Entry,
    factor_password: FormField,
    roles: Vec<String>,
    sessions: Vec<SessionRow>,
    caption: Caption,
    headings: Vec<Heading>,
    identities: Vec<IdentityRow>,
    links: Vec<Entry>,
}

/// The words of the page that stand alone.
struct Words {
    errors: String,
    details: String,
    save: String,
    email: String,
    email_now: String,
    email_send: String,
    password: String,
    password_none: String,
    password_set: String,
    factor: String,
    factor_off: String,
    factor_state: String,
    roles: String,
    roles_none: String,
    sessions: String,
    this_one: String,
    end: String,
    end_others: String,
    identities: String,
    unlink: String,
    data: String,
}

/// The page.
pub async fn show(asker: Asker, coming: Coming, headers: HeaderMap, Query(done): Query<Done>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    let told = DONE.iter().find(|(word, _)| *word == done.done).map(|(_, told)| *told);
    answer(&asker, &owner, &headers, told, None).await
}

/// The owner of the account that asks.
///
/// # Errors
/// [`Told`] if the account is gone.
pub async fn owner<'a>(asker: &'a Asker, coming: &Coming) -> Result<Owner<'a>, Told> {
    Ok(Owner::of(coming.visit(&asker.app), owner_id(asker)).await?)
}

/// Id of the account that asks; empty for a stranger, whom no door of an account lets in.
pub fn owner_id(asker: &Asker) -> &str {
    asker.visitor.account.as_deref().unwrap_or_default()
}

/// Back to the page, which says what was done.
pub fn done(asker: &Asker, what: &str) -> Response {
    Redirect::to(&Address::page(asker.language).step("account").ask("done", what).to_string()).into_response()
}

/// The page with what was wrong.
///
/// # Errors
/// The failure itself, if it is not about what was typed.
pub async fn refuse(
    asker: &Asker,
    owner: &Owner<'_>,
    headers: &HeaderMap,
    field: &'static str,
    failure: miedza_workflows::Failure,
) -> Answer {
    let wrong = Wrong::at(asker, field, failure)?;
    answer(asker, owner, headers, None, Some(wrong)).await
}

async fn answer(asker: &Asker, owner: &Owner<'_>, headers: &HeaderMap, told: Option<Key>, wrong: Option<Wrong>) -> Answer {
    let fields = Fields::of(asker, wrong.as_ref());
    let shown = page_of(asker, owner, headers, &fields).await?;
    let shown = match told {
        Some(told) => shown.telling(Notice { kind: "success", title: asker.say(told), ..Notice::default() }),
        None => shown,
    };
    Ok((fields.status(), page::answer(&shown)?).into_response())
}

impl AccountPage {
    fn telling(mut self, notice: Notice) -> Self {
        self.page = self.page.telling(notice);
        self
    }
}

async fn page_of(asker: &Asker, owner: &Owner<'_>, headers: &HeaderMap, fields: &Fields<'_>) -> Result<AccountPage, Told> {
    let (store, account) = (asker.app.store(), &owner.account);
    let sessions = store.sessions_of(&account.id, owner.visit.now).await?;
    let identities = store.identities_of(&account.id).await?;
    let codes = usize::try_from(store.recovery_codes_left(&account.id).await?).unwrap_or_default();
    let this = cookies::value(headers, cookies::SESSION).map(|token| secret::hash_of(&token)).unwrap_or_default();
    let heading = asker.say(key::PORTAL_ACCOUNT);
    let own = Address::page(asker.language).step("account");
    let start = Address::work(asker.language);
    Ok(AccountPage {
        page: Page::of(asker, &heading).unlisted().under(vec![Entry::new(start, asker.say(key::PORTAL_MY_WORK))], &heading),
        title: Title { heading, lead: asker.say(key::ACCOUNT_OWN_LEAD), ..Title::default() },
        say: words(asker, account),
        errors: fields.errors(),
        action: own.to_string(),
        name: FormField {
            value: account.name.clone(),
            hint: asker.say(key::ACCOUNT_NAME_HINT),
            ..fields.field("name", key::ACCOUNT_NAME)
        },
        language: fields.field("language", key::ACCOUNT_LANGUAGE),
        languages: languages(account),
        email: account.email.clone().unwrap_or_default(),
        new_email: fields.field("email", key::ACCOUNT_NEW_EMAIL),
        email_password: confirm(asker, account, fields, "email_password"),
        has_password: account.has_password,
        password: account.has_password.then(|| fields.field("password", key::ACCOUNT_PASSWORD_NOW)),
        new_password: FormField {
            hint: asker.tell(&Message::new(key::ACCOUNT_PASSWORD_HINT).with("least", PASSWORD_LEAST)),
            ..fields.field("new_password", key::ACCOUNT_NEW_PASSWORD)
        },
        has_factor: account.has_second_factor,
        codes_left: asker.tell(&Message::new(key::ACCOUNT_FACTOR_CODES_LEFT).with("count", codes)),
        factor: Entry::new(own.clone().step("second-factor"), asker.say(key::ACCOUNT_FACTOR_TURN_ON)),
        factor_password: confirm(asker, account, fields, "factor_password"),
        roles: roles(asker).await?,
        sessions: sessions.into_iter().map(|session| row(asker, session, &this)).collect(),
        caption: Caption::new("sessions", asker.say(key::ACCOUNT_SESSIONS_CAPTION)),
        headings: session_headings(asker),
        identities: identities.into_iter().map(|identity| identity_row(asker, identity)).collect(),
        links: links(asker, &own),
    })
}

/// The field by which a change is confirmed: the password, or the address where there is none.
pub fn confirm(asker: &Asker, account: &Account, fields: &Fields<'_>, name: &str) -> FormField {
    if account.has_password {
        return fields.field(name, key::ACCOUNT_PASSWORD_NOW);
    }
    FormField { hint: asker.say(key::ACCOUNT_CONFIRM_EMAIL_WRONG_HINT), ..fields.field(name, key::ACCOUNT_EMAIL) }
}

fn words(asker: &Asker, account: &Account) -> Words {
    let state = if account.has_second_factor { key::ACCOUNT_FACTOR_ON } else { key::ACCOUNT_FACTOR_IS_OFF };
    Words {
        errors: asker.say(key::ACCOUNT_NOT_SAVED),
        details: asker.say(key::ACCOUNT_DETAILS),
        save: asker.say(key::ACCOUNT_SAVE_DETAILS),
        email: asker.say(key::ACCOUNT_EMAIL),
        email_now: asker.say(key::ACCOUNT_EMAIL_NOW),
        email_send: asker.say(key::ACCOUNT_EMAIL_SEND),
        password: asker.say(key::ACCOUNT_PASSWORD),
        password_none: asker.say(key::ACCOUNT_PASSWORD_NONE),
        password_set: asker.say(key::ACCOUNT_PASSWORD_CHANGE),
        factor: asker.say(key::ACCOUNT_FACTOR),
        factor_off: asker.say(key::ACCOUNT_FACTOR_TURN_OFF),
        factor_state: asker.say(state),
        roles: asker.say(key::ACCOUNT_ROLES),
        roles_none: asker.say(key::ACCOUNT_ROLES_NONE),
        sessions: asker.say(key::ACCOUNT_SESSIONS),
        this_one: asker.say(key::ACCOUNT_SESSION_THIS),
        end: asker.say(key::ACCOUNT_SESSION_END),
        end_others: asker.say(key::ACCOUNT_SESSIONS_END),
        identities: asker.say(key::ACCOUNT_IDENTITIES),
        unlink: asker.say(key::ACCOUNT_UNLINK),
        data: asker.say(key::ACCOUNT_DATA),
    }
}

fn languages(account: &Account) -> Vec<Choice> {
    let choice = |language: Language| Choice {
        value: language.code().to_owned(),
        label: page::own_name(language).to_owned(),
        is_chosen: account.language == language.code(),
        ..Choice::default()
    };
    Language::ALL.map(choice).into_iter().collect()
}

/// The roles in words, each with its place and its days.
async fn roles(asker: &Asker) -> Result<Vec<String>, Told> {
    let mut roles = Vec::new();
    for grant in &asker.visitor.grants {
        roles.push(super::roles::in_words(asker, grant).await?);
    }
    Ok(roles)
}

fn row(asker: &Asker, session: Session, this: &str) -> SessionRow {
    let browser = session.data.get("browser").and_then(|browser| browser.as_str()).unwrap_or_default();
    let browser = if browser.is_empty() { asker.say(key::ACCOUNT_BROWSER_UNKNOWN) } else { browser.to_owned() };
    SessionRow {
        browser,
        begun: asker.moment(&session.created_at),
        seen: asker.moment(&session.last_seen),
        is_this: session.id == this,
        id: session.id,
    }
}

fn session_headings(asker: &Asker) -> Vec<Heading> {
    let headings = [key::ACCOUNT_BROWSER, key::ACCOUNT_SESSION_BEGUN, key::ACCOUNT_SESSION_SEEN, key::ACCOUNT_SESSION_STATE];
    headings.map(|heading| Heading::words(asker.say(heading))).into_iter().collect()
}

fn identity_row(asker: &Asker, identity: Identity) -> IdentityRow {
    let since = asker.moment(&identity.created_at);
    IdentityRow { since: asker.tell(&Message::new(key::ACCOUNT_IDENTITY_SINCE).with("date", since)), issuer: identity.issuer }
}

fn links(asker: &Asker, own: &Address) -> Vec<Entry> {
    let links = [("tokens", key::ACCOUNT_TOKENS), ("data.json", key::ACCOUNT_DATA_DOWNLOAD), ("erase", key::ACCOUNT_ERASE)];
    links.map(|(step, label)| Entry::new(own.clone().step(step), asker.say(label))).into_iter().collect()
}
