//! Tokens for programs: what they may do, until when; shown once, revoked with one press.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::Form;
use miedza_planning::account::TOKEN_DAYS;
use miedza_planning::rights::{Room, Scope};
use miedza_store::{ApiToken, Moment};
use miedza_texts::{Message, key};
use miedza_workflows::account::{self, Wanted, scope_word, scopes_of};
use miedza_workflows::labels;
use serde::Deserialize;
use time::OffsetDateTime;

use super::entrance::kept_by_nobody;
use super::own::{confirm, owner};
use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// For how many days a token may be asked for.
const DAYS: [u16; 4] = [7, 30, 90, TOKEN_DAYS];

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    scope: Vec<String>,
    days: Option<u16>,
    password: String,
}

/// One of several.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    id: String,
}

/// A token in the table.
struct Row {
    id: String,
    name: String,
    scopes: String,
    ends: String,
    is_ended: bool,
    used: String,
}

/// What may be asked for in one room.
struct Group {
    label: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "account/tokens.html")]
struct TokensPage {
    page: Page,
    title: Title,
    made: String,
    made_label: String,
    made_hint: String,
    summary: String,
    errors: Vec<Entry>,
    rows: Vec<Row>,
    none: String,
    caption: Caption,
    headings: Vec<Heading>,
    ended: String,
    revoke: String,
    new: String,
    action: String,
    name: FormField,
    scopes: FormField,
    groups: Vec<Group>,
    nothing: String,
    days: FormField,
    day_choices: Vec<Choice>,
    has_password: bool,
    password: FormField,
    button: String,
}

/// The page.
pub async fn show(asker: Asker, coming: Coming) -> Answer {
    answer(&asker, &coming, &Typed::default(), String::new(), None).await
}

/// A token is asked for.
pub async fn make(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    // A token outlives the session: whoever finds an open screen must not make one.
    if let Err(failure) = owner.confirm(&typed.password).await {
        let wrong = Wrong::at(&asker, "password", failure)?;
        return answer(&asker, &coming, &typed, String::new(), Some(wrong)).await;
    }
    let wanted = Wanted { name: typed.name.clone(), scopes: typed.scope.clone(), days: typed.days.unwrap_or(DAYS[1]) };
    match account::make_token(&owner.visit, &owner.account.id, &asker.visitor.grants, &wanted).await {
        Ok(token) => answer(&asker, &coming, &Typed::default(), token, None).await,
        Err(failure) => {
            let field = if failure.told.key == key::ACCOUNT_TOKEN_NO_NAME { "name" } else { "scope" };
            let wrong = Wrong::at(&asker, field, failure)?;
            answer(&asker, &coming, &typed, String::new(), Some(wrong)).await
        }
    }
}

/// A token is revoked.
pub async fn revoke(asker: Asker, coming: Coming, Form(chosen): Form<Chosen>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    account::revoke_token(&owner.visit, &owner.account.id, &chosen.id).await?;
    Ok(Redirect::to(&here(&asker).to_string()).into_response())
}

fn here(asker: &Asker) -> Address {
    Address::page(asker.language).step("account").step("tokens")
}

async fn answer(asker: &Asker, coming: &Coming, typed: &Typed, made: String, wrong: Option<Wrong>) -> Answer {
    let owner = owner(asker, coming).await?;
    let tokens = asker.app.store().api_tokens_of(&owner.account.id).await?;
    let fields = Fields::of(asker, wrong.as_ref());
    let heading = asker.say(key::ACCOUNT_TOKENS);
    let above = vec![Entry::new(Address::page(asker.language).step("account"), asker.say(key::PORTAL_ACCOUNT))];
    let headings = [key::ACCOUNT_TOKEN_NAME, key::ACCOUNT_TOKEN_SCOPES, key::ACCOUNT_TOKEN_ENDS, key::ACCOUNT_TOKEN_USED];
    let headings = headings.into_iter().chain([key::ACCOUNT_TOKEN_STATE]);
    let shown = TokensPage {
        page: Page::of(asker, &heading).unlisted().under(above, &heading),
        title: Title { heading, lead: asker.say(key::ACCOUNT_TOKENS_LEAD), ..Title::default() },
        made,
        made_label: asker.say(key::ACCOUNT_TOKEN_MADE),
        made_hint: asker.say(key::ACCOUNT_TOKEN_MADE_HINT),
        summary: asker.say(key::ACCOUNT_NOT_SAVED),
        errors: fields.errors(),
        rows: tokens.into_iter().map(|token| row(asker, token, owner.visit.now)).collect(),
        none: asker.say(key::ACCOUNT_TOKENS_NONE),
        caption: Caption::new("tokens", asker.say(key::ACCOUNT_TOKENS)),
        headings: headings.map(|heading| Heading::words(asker.say(heading))).collect(),
        ended: asker.say(key::ACCOUNT_TOKEN_ENDED),
        revoke: asker.say(key::ACCOUNT_TOKEN_REVOKE),
        new: asker.say(key::ACCOUNT_TOKEN_NEW),
        action: here(asker).to_string(),
        name: FormField {
            value: typed.name.clone(),
            hint: asker.say(key::ACCOUNT_TOKEN_NO_NAME_HINT),
            ..fields.field("name", key::ACCOUNT_TOKEN_NAME)
        },
        scopes: fields.field("scope", key::ACCOUNT_TOKEN_SCOPES),
        groups: groups(asker, &typed.scope),
        nothing: asker.say(key::ACCOUNT_TOKEN_NOTHING),
        days: fields.field("days", key::ACCOUNT_TOKEN_DAYS),
        day_choices: day_choices(asker, typed.days),
        has_password: owner.account.has_password,
        password: confirm(asker, &owner.account, &fields, "password"),
        button: asker.say(key::ACCOUNT_TOKEN_MAKE),
    };
    Ok(kept_by_nobody((fields.status(), page::answer(&shown)?).into_response()))
}

fn row(asker: &Asker, token: ApiToken, now: Moment) -> Row {
    let scopes: Vec<String> = token.scopes.iter().map(|scope| in_words(asker, *scope)).collect();
    let ends = token.expires_at.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok()).map(Moment::from);
    Row {
        id: token.id,
        name: token.name,
        scopes: scopes.join("; "),
        ends: ends.map(|at| asker.moment(&at.to_string())).unwrap_or_default(),
        is_ended: ends.is_some_and(|at| at <= now),
        used: token.last_used_at.map_or_else(|| asker.say(key::ACCOUNT_TOKEN_UNUSED), |at| asker.moment(&at)),
    }
}

fn in_words(asker: &Asker, scope: Scope) -> String {
    format!("{}: {}", asker.tell(&labels::room(scope.room)), asker.tell(&labels::verb(scope.verb)))
}

fn groups(asker: &Asker, chosen: &[String]) -> Vec<Group> {
    let scopes = scopes_of(&asker.visitor.grants);
    let choice = |scope: &Scope| Choice {
        value: scope_word(*scope),
        label: asker.tell(&labels::verb(scope.verb)),
        is_chosen: chosen.contains(&scope_word(*scope)),
        ..Choice::default()
    };
    let group = |room: Room| Group {
        label: asker.tell(&labels::room(room)),
        choices: scopes.iter().filter(|scope| scope.room == room).map(choice).collect(),
    };
    Room::ALL.into_iter().map(group).filter(|group| !group.choices.is_empty()).collect()
}

fn day_choices(asker: &Asker, chosen: Option<u16>) -> Vec<Choice> {
    let choice = |days: u16| Choice {
        value: days.to_string(),
        label: asker.tell(&Message::new(key::ACCOUNT_TOKEN_DAYS_CHOICE).with("days", usize::from(days))),
        is_chosen: days == chosen.unwrap_or(DAYS[1]),
        ..Choice::default()
    };
    DAYS.map(choice).into_iter().collect()
}
