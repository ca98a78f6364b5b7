//! The accounts with a role in one partnership, for those who keep accounts there.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use miedza_planning::rights::{Room, Verb};
use miedza_store::AccountState;
use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::account::{self, Person};
use serde::Deserialize;

use super::people::{field_of, keeper};
use super::roles::{self, GrantForm, GrantRow, TypedGrant, form, typed_days, typed_grant};
use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, FormField, Heading, Notice, Title};
use crate::frame::{Address, Answer, Asker, Told};

/// Whether something was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// Somebody to be given a role here.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    email: String,
    name: String,
    #[serde(flatten)]
    grant: TypedGrant,
}

#[derive(Template)]
#[template(path = "account/in_partnership.html")]
struct InPartnershipPage {
    page: Page,
    title: Title,
    summary: String,
    errors: Vec<Entry>,
    roles: Vec<GrantRow>,
    none: String,
    caption: Caption,
    headings: Vec<Heading>,
    may: bool,
    date: String,
    remove: String,
    give_label: String,
    action: String,
    email: FormField,
    name: FormField,
    grant: GrantForm,
    give: String,
}

/// The page.
pub async fn show(asker: Asker, Query(done): Query<Done>) -> Answer {
    let told = (done.done == "saved").then(|| asker.say(key::ACCOUNT_DONE_DATED));
    answer(&asker, &Typed::default(), told, None).await
}

/// A role is given, by the address of an account or of somebody who is invited.
pub async fn give(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    match give_typed(&asker, &coming, &typed).await {
        Ok(()) => Ok(back(&asker)),
        Err(failure) => refuse(&asker, &typed, failure).await,
    }
}

/// A role is dated.
pub async fn date(asker: Asker, Path((_, _, grant)): Path<(String, String, String)>, Form(typed): Form<TypedGrant>) -> Answer {
    let outcome = match typed_days(&typed) {
        Ok((from, to)) => keeper(&asker, Some(asker.the_partnership().id.clone())).date(&grant, from, to).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => Ok(back(&asker)),
        Err(failure) => refuse(&asker, &Typed::default(), failure).await,
    }
}

/// A role is removed.
pub async fn remove(asker: Asker, Path((_, _, grant)): Path<(String, String, String)>) -> Answer {
    keeper(&asker, Some(asker.the_partnership().id.clone())).remove(&grant).await?;
    Ok(back(&asker))
}

async fn give_typed(asker: &Asker, coming: &Coming, typed: &Typed) -> Result<(), Failure> {
    let here = asker.the_partnership().id.clone();
    let grant = typed_grant(&typed.grant.clone().within(&here))?;
    let keeper = keeper(asker, Some(here));
    match account::account_of(asker.app.store(), &typed.email).await {
        Ok(account) => keeper.give(&account.id, grant).await,
        Err(failure) if failure.told.key == key::ACCOUNT_NOT_FOUND => {
            keeper.check(&grant)?;
            let person =
                Person { email: typed.email.clone(), name: typed.name.clone(), language: asker.language, grants: vec![grant] };
            let visit = coming.visit(&asker.app);
            account::invite(&visit, &person, &asker.app.portal().public_address, &keeper.author).await.map(drop)
        }
        Err(failure) => Err(failure),
    }
}

fn here(asker: &Asker) -> Address {
    Address::partnership_work(asker.language, asker.slug()).step("accounts")
}

fn back(asker: &Asker) -> Response {
    Redirect::to(&here(asker).ask("done", "saved").to_string()).into_response()
}

async fn refuse(asker: &Asker, typed: &Typed, failure: Failure) -> Answer {
    let wrong = Wrong::at(asker, field_of(&failure), failure)?;
    answer(asker, typed, None, Some(wrong)).await
}

async fn answer(asker: &Asker, typed: &Typed, told: Option<String>, wrong: Option<Wrong>) -> Answer {
    let fields = Fields::of(asker, wrong.as_ref());
    let may = asker.may(Verb::Administer, Room::Accounts, &asker.object).is_ok();
    let heading = asker.say(key::PORTAL_ACCOUNTS);
    let desk = Address::partnership_work(asker.language, asker.slug());
    let above = vec![
        Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK)),
        Entry::new(desk, asker.words(asker.the_partnership(), "short_name")),
    ];
    let mut frame = Page::of(asker, &heading).unlisted().under(above, &heading);
    if let Some(title) = told {
        frame = frame.telling(Notice { kind: "success", title, ..Notice::default() });
    }
    let headings = [Some(key::ACCOUNT_NAME), Some(key::ACCOUNT_ROLE), may.then_some(key::ACCOUNT_DAYS)];
    let shown = InPartnershipPage {
        page: frame,
        title: Title { heading, lead: asker.say(key::ACCOUNT_HERE_LEAD), ..Title::default() },
        summary: asker.say(key::ACCOUNT_NOT_SAVED),
        errors: fields.errors(),
        roles: grants(asker).await?,
        none: asker.say(key::ACCOUNT_ROLES_NONE_HERE),
        caption: Caption::new("roles", asker.say(key::ACCOUNT_ROLES)),
        headings: headings.into_iter().flatten().map(|heading| Heading::words(asker.say(heading))).collect(),
        may,
        date: asker.say(key::ACCOUNT_DATE_ROLE),
        remove: asker.say(key::ACCOUNT_REMOVE_ROLE),
        give_label: asker.say(key::ACCOUNT_GIVE_ROLE),
        action: here(asker).to_string(),
        email: FormField { value: typed.email.clone(), ..fields.field("email", key::ACCOUNT_EMAIL) },
        name: FormField {
            value: typed.name.clone(),
            hint: asker.say(key::ACCOUNT_NAME_HERE_HINT),
            optional: asker.say(key::ACCOUNT_OPTIONAL),
            ..fields.field("name", key::ACCOUNT_NAME)
        },
        grant: form(asker, &typed.grant, None).wrong(&fields),
        give: asker.say(key::ACCOUNT_GIVE_ROLE),
    };
    let status: StatusCode = fields.status();
    Ok((status, page::answer(&shown)?).into_response())
}

async fn grants(asker: &Asker) -> Result<Vec<GrantRow>, Told> {
    let store = asker.app.store();
    let mut rows = Vec::new();
    for kept in store.grants_in(&asker.the_partnership().id).await? {
        let Some(account) = store.account(&kept.account).await? else { continue };
        let state = super::people::state(asker, account.state).0;
        let name = if account.state == AccountState::Active { account.name } else { format!("{} ({state})", account.name) };
        let words = roles::in_words(asker, &kept.grant).await?;
        let action = here(asker).step(&kept.id).to_string();
        rows.push(roles::row(asker, &kept, action, name, vec![words]));
    }
    Ok(rows)
}
