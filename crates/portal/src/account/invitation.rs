//! Accepting an invitation: name, password, in.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use miedza_planning::account::PASSWORD_LEAST;
use miedza_texts::{Message, key};
use miedza_workflows::account::{self, Aim};
use miedza_workflows::{Failure, Kind};
use serde::Deserialize;

use super::entrance::{EntranceField, EntrancePage};
use super::{provider, sign_in};
use crate::frame::coming::Coming;
use crate::frame::parts::Entry;
use crate::frame::{Address, Answer, Asker};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    password: String,
}

/// The page.
pub async fn show(asker: Asker, coming: Coming, Path((_, token)): Path<(String, String)>) -> Answer {
    match account::invited_by(&coming.visit(&asker.app), &token).await? {
        Some(account) => form(&asker, &token, &account.name, None).answer(StatusCode::OK),
        None => gone(&asker).answer(StatusCode::NOT_FOUND),
    }
}

/// The invitation is accepted.
pub async fn accept(asker: Asker, coming: Coming, Path((_, token)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let visit = coming.visit(&asker.app);
    match account::accept(&visit, &token, &typed.name, &typed.password).await {
        Ok(Some(account)) => sign_in::answer(&asker, account::enter(&visit, &account, Aim::default()).await?, "", gone),
        Ok(None) => gone(&asker).answer(StatusCode::NOT_FOUND),
        Err(failure) if failure.kind == Kind::Invalid => {
            form(&asker, &token, &typed.name, Some(&failure)).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// The form; what is wrong stands at its field.
fn form(asker: &Asker, token: &str, name: &str, wrong: Option<&Failure>) -> EntrancePage {
    let is_name = |failure: &Failure| failure.told.key == key::ACCOUNT_NO_NAME;
    let told = |of_name: bool| wrong.filter(|failure| is_name(failure) == of_name).map(|failure| asker.tell(&failure.told));
    let name_field = EntranceField::new("name", asker.say(key::ACCOUNT_NAME), "text", "name")
        .hinted(asker.say(key::ACCOUNT_NAME_HINT))
        .typed(name)
        .wrong(told(true).unwrap_or_default());
    EntrancePage {
        lead: vec![asker.say(key::ACCOUNT_INVITATION_LEAD)],
        fields: vec![name_field, new_password(asker, told(false).unwrap_or_default())],
        button: asker.say(key::ACCOUNT_INVITATION_ACCEPT),
        other: provider::button(asker, Address::page(asker.language).step("invitation").step(token).step("provider")),
        ..EntrancePage::of(asker, asker.say(key::ACCOUNT_INVITATION))
    }
}

/// The field of a new password.
pub fn new_password(asker: &Asker, wrong: String) -> EntranceField {
    EntranceField::new("password", asker.say(key::ACCOUNT_NEW_PASSWORD), "password", "new-password")
        .hinted(asker.tell(&Message::new(key::ACCOUNT_PASSWORD_HINT).with("least", PASSWORD_LEAST)))
        .wrong(wrong)
}

/// A link that works no more, and the ways on.
pub fn gone(asker: &Asker) -> EntrancePage {
    let start = Address::page(asker.language);
    EntrancePage {
        lead: vec![asker.say(key::ACCOUNT_LINK_GONE_HINT)],
        links: vec![
            Entry::new(start.clone().step("sign-in"), asker.say(key::PORTAL_SIGN_IN)),
            Entry::new(start.step("reset"), asker.say(key::ACCOUNT_FORGOTTEN)),
        ],
        ..EntrancePage::of(asker, asker.say(key::ACCOUNT_LINK_GONE))
    }
}
