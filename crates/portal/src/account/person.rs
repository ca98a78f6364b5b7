//! One account, for those who keep accounts: its roles, its letters, switching it off and on.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use miedza_planning::rights::{Room, Verb};
use miedza_store::{Account, AccountState};
use miedza_texts::{Key, key};
use miedza_workflows::{Failure, Kind, account};
use serde::Deserialize;

use super::entrance::kept_by_nobody;
use super::people::{field_of, here, keeper, state};
use super::roles::{self, GrantForm, GrantRow, TypedGrant, form, typed_days, typed_grant};
use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, Notice, Title};
use crate::frame::{Address, Answer, Asker, Told};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

const DONE: [(&str, Key); 6] = [
    ("invited", key::ACCOUNT_DONE_INVITED),
    ("disabled", key::ACCOUNT_DONE_DISABLED),
    ("enabled", key::ACCOUNT_DONE_ENABLED),
    ("given", key::ACCOUNT_DONE_GIVEN),
    ("dated", key::ACCOUNT_DONE_DATED),
    ("reset", key::ACCOUNT_DONE_RESET),
];

/// A button that posts.
struct Button {
    action: String,
    label: String,
    class: &'static str,
}

/// A letter that waits because no server of mail is set up.
struct Letter {
    subject: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "account/person.html")]
struct PersonPage {
    page: Page,
    title: Title,
    summary: String,
    errors: Vec<Entry>,
    facts: Vec<Fact>,
    buttons: Vec<Button>,
    letters_label: String,
    letters_hint: String,
    letters: Vec<Letter>,
    roles_label: String,
    roles: Vec<GrantRow>,
    none: String,
    caption: Caption,
    headings: Vec<Heading>,
    may: bool,
    date: String,
    remove: String,
    give_label: String,
    give_action: String,
    grant: GrantForm,
    give: String,
}

/// The page.
pub async fn show(asker: Asker, Path((_, id)): Path<(String, String)>, Query(done): Query<Done>) -> Answer {
    let account = find(&asker, &id).await?;
    let told = DONE.iter().find(|(word, _)| *word == done.done).map(|(_, told)| *told);
    answer(&asker, &account, &TypedGrant::default(), told, None).await
}

/// The account is switched off.
pub async fn disable(asker: Asker, Path((_, id)): Path<(String, String)>) -> Answer {
    keeper(&asker, None).disable(&id).await?;
    Ok(back(&asker, &id, "disabled"))
}

/// The account is switched on again.
pub async fn enable(asker: Asker, Path((_, id)): Path<(String, String)>) -> Answer {
    keeper(&asker, None).enable(&id).await?;
    Ok(back(&asker, &id, "enabled"))
}

/// The invitation is sent again.
pub async fn invite_again(asker: Asker, coming: Coming, Path((_, id)): Path<(String, String)>) -> Answer {
    account::invite_again(&coming.visit(&asker.app), &id, &asker.app.portal().public_address).await?;
    Ok(back(&asker, &id, "invited"))
}

/// A letter for a new password is sent.
pub async fn reset(asker: Asker, coming: Coming, Path((_, id)): Path<(String, String)>) -> Answer {
    let account = find(&asker, &id).await?;
    account::make_reset(&coming.visit(&asker.app), &account, &asker.app.portal().public_address).await?;
    Ok(back(&asker, &id, "reset"))
}

/// A role is given.
pub async fn give(asker: Asker, Path((_, id)): Path<(String, String)>, Form(typed): Form<TypedGrant>) -> Answer {
    let outcome = match typed_grant(&typed) {
        Ok(grant) => keeper(&asker, None).give(&id, grant).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => Ok(back(&asker, &id, "given")),
        Err(failure) => refuse(&asker, &id, &typed, failure).await,
    }
}

/// A role is dated.
pub async fn date(asker: Asker, Path((_, id, grant)): Path<(String, String, String)>, Form(typed): Form<TypedGrant>) -> Answer {
    let outcome = match typed_days(&typed) {
        Ok((from, to)) => keeper(&asker, None).date(&grant, from, to).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => Ok(back(&asker, &id, "dated")),
        Err(failure) => refuse(&asker, &id, &TypedGrant::default(), failure).await,
    }
}

/// A role is removed.
pub async fn remove(asker: Asker, Path((_, id, grant)): Path<(String, String, String)>) -> Answer {
    keeper(&asker, None).remove(&grant).await?;
    Ok(back(&asker, &id, "dated"))
}

async fn find(asker: &Asker, id: &str) -> Result<Account, Told> {
    let found = asker.app.store().account(id).await?.filter(|account| account.state != AccountState::Erased);
    let missing = || Failure { kind: Kind::NotFound, ..Failure::invalid(key::ACCOUNT_NOT_FOUND, key::ACCOUNT_NOT_FOUND_HINT) };
    Ok(found.ok_or_else(missing)?)
}

fn back(asker: &Asker, id: &str, done: &str) -> Response {
    Redirect::to(&here(asker).step(id).ask("done", done).to_string()).into_response()
}

async fn refuse(asker: &Asker, id: &str, typed: &TypedGrant, failure: Failure) -> Answer {
    let account = find(asker, id).await?;
    let wrong = Wrong::at(asker, field_of(&failure), failure)?;
    answer(asker, &account, typed, None, Some(wrong)).await
}

async fn answer(asker: &Asker, account: &Account, typed: &TypedGrant, told: Option<Key>, wrong: Option<Wrong>) -> Answer {
    let fields = Fields::of(asker, wrong.as_ref());
    let may = asker.may(Verb::Administer, Room::Accounts, &asker.object).is_ok();
    let here = here(asker).step(&account.id);
    let heading = account.name.clone();
    let start = Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK));
    let above = vec![start, Entry::new(super::people::here(asker), asker.say(key::PORTAL_ACCOUNTS))];
    let mut frame = Page::of(asker, &heading).unlisted().under(above, &heading);
    if let Some(told) = told {
        frame = frame.telling(Notice { kind: "success", title: asker.say(told), ..Notice::default() });
    }
    let partnerships = roles::partnerships(asker).await?;
    let shown = PersonPage {
        page: frame,
        title: Title { kind: asker.say(key::ACCOUNT_ONE), heading, ..Title::default() },
        summary: asker.say(key::ACCOUNT_NOT_SAVED),
        errors: fields.errors(),
        facts: facts(asker, account),
        buttons: if may { buttons(asker, account, &here) } else { Vec::new() },
        letters_label: asker.say(key::ACCOUNT_LETTERS),
        letters_hint: asker.say(key::ACCOUNT_LETTERS_HINT),
        letters: if may { letters(asker, account).await? } else { Vec::new() },
        roles_label: asker.say(key::ACCOUNT_ROLES),
        roles: grants(asker, account, &here).await?,
        none: asker.say(key::ACCOUNT_ROLES_NONE_YET),
        caption: Caption::new("roles", asker.say(key::ACCOUNT_ROLES)),
        headings: headings(asker, may),
        may,
        date: asker.say(key::ACCOUNT_DATE_ROLE),
        remove: asker.say(key::ACCOUNT_REMOVE_ROLE),
        give_label: asker.say(key::ACCOUNT_GIVE_ROLE),
        give_action: here.step("roles").to_string(),
        grant: form(asker, typed, Some(&partnerships)).wrong(&fields),
        give: asker.say(key::ACCOUNT_GIVE_ROLE),
    };
    let status: StatusCode = fields.status();
    Ok(kept_by_nobody((status, page::answer(&shown)?).into_response()))
}

fn facts(asker: &Asker, account: &Account) -> Vec<Fact> {
    let fact = |label, value: String| Fact { label: asker.say(label), value, ..Fact::default() };
    let yes_or_no = |is_so| asker.say(if is_so { key::ACCOUNT_YES } else { key::ACCOUNT_NO });
    vec![
        fact(key::ACCOUNT_EMAIL, account.email.clone().unwrap_or_default()),
        fact(key::ACCOUNT_STATE, state(asker, account.state).0),
        fact(key::ACCOUNT_FACTOR, yes_or_no(account.has_second_factor)),
        fact(key::ACCOUNT_MADE, asker.moment(&account.created_at)),
    ]
}

fn buttons(asker: &Asker, account: &Account, here: &Address) -> Vec<Button> {
    let button =
        |step: &str, label, class| Button { action: here.clone().step(step).to_string(), label: asker.say(label), class };
    match account.state {
        AccountState::Invited => {
            vec![button("invite", key::ACCOUNT_INVITE_AGAIN, ""), button("disable", key::ACCOUNT_DISABLE, "danger")]
        }
        AccountState::Active => {
            vec![button("reset", key::ACCOUNT_SEND_RESET, ""), button("disable", key::ACCOUNT_DISABLE, "danger")]
        }
        AccountState::Disabled => vec![button("enable", key::ACCOUNT_ENABLE, "")],
        AccountState::Erased => Vec::new(),
    }
}

async fn letters(asker: &Asker, account: &Account) -> Result<Vec<Letter>, Told> {
    if asker.app.portal().post.is_some() {
        return Ok(Vec::new());
    }
    let mut letters = Vec::new();
    for purpose in ["invite", "reset"] {
        // Only the newest holds a link that works.
        let waiting = asker.app.store().waiting_mails(&format!("{purpose}:{}:", account.id)).await?;
        letters.extend(waiting.into_iter().take(1).map(|mail| Letter {
            subject: mail.draft.subject,
            lines: mail.draft.body.lines().filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect(),
        }));
    }
    Ok(letters)
}

async fn grants(asker: &Asker, account: &Account, here: &Address) -> Result<Vec<GrantRow>, Told> {
    let mut rows = Vec::new();
    for kept in asker.app.store().grants_of(&account.id).await? {
        let words = roles::in_words(asker, &kept.grant).await?;
        let action = here.clone().step("roles").step(&kept.id).to_string();
        rows.push(roles::row(asker, &kept, action, words, Vec::new()));
    }
    Ok(rows)
}

fn headings(asker: &Asker, may: bool) -> Vec<Heading> {
    let mut headings = vec![Heading::words(asker.say(key::ACCOUNT_ROLE))];
    if may {
        headings.push(Heading::words(asker.say(key::ACCOUNT_DAYS)));
    }
    headings
}
