//! A new password by mail. The answer is the same for every address, and comes before anything is looked up.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use miedza_texts::key;
use miedza_workflows::Kind;
use miedza_workflows::account::{self, Aim};
use serde::Deserialize;

use super::entrance::{EntranceField, EntrancePage};
use super::invitation::{gone, new_password};
use super::sign_in;
use crate::frame::coming::Coming;
use crate::frame::parts::Entry;
use crate::frame::{Address, Answer, Asker};

/// Whose password.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    email: String,
}

/// The new password.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TypedPassword {
    password: String,
}

/// The page that asks for the address.
pub async fn ask(asker: Asker) -> Answer {
    ask_form(&asker).answer(StatusCode::OK)
}

/// The address is sent.
pub async fn send(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    if let Some(seconds) = account::may_ask_reset(&coming.visit(&asker.app)).await? {
        return ask_form(&asker).too_often(&asker, seconds);
    }
    let app = asker.app.clone();
    // What is looked up takes its time after the answer, so that the time does not tell who has an account.
    tokio::spawn(async move {
        let visit = coming.visit(&app);
        if let Err(failure) = account::send_reset(&visit, &typed.email, &app.portal().public_address).await {
            tracing::error!(told = failure.told.key.name(), causes = ?failure.causes, "a letter for a new password was not made");
        }
    });
    let page = EntrancePage {
        lead: vec![asker.say(key::ACCOUNT_RESET_SENT_LEAD), asker.say(key::ACCOUNT_RESET_SENT_HINT)],
        links: vec![Entry::new(Address::page(asker.language).step("sign-in"), asker.say(key::PORTAL_SIGN_IN))],
        ..EntrancePage::of(&asker, asker.say(key::ACCOUNT_RESET_SENT))
    };
    page.answer(StatusCode::OK)
}

/// The page that asks for the new password.
pub async fn show(asker: Asker, coming: Coming, Path((_, token)): Path<(String, String)>) -> Answer {
    match account::reset_by(&coming.visit(&asker.app), &token).await? {
        Some(_) => set_form(&asker, String::new()).answer(StatusCode::OK),
        None => gone(&asker).answer(StatusCode::NOT_FOUND),
    }
}

/// The new password is sent; whoever set it signs in with it, by the code as well if one is asked.
pub async fn set(
    asker: Asker,
    coming: Coming,
    Path((_, token)): Path<(String, String)>,
    Form(typed): Form<TypedPassword>,
) -> Answer {
    let visit = coming.visit(&asker.app);
    match account::reset(&visit, &token, &typed.password).await {
        Ok(Some(account)) => sign_in::answer(&asker, account::enter(&visit, &account, Aim::default()).await?, "", gone),
        Ok(None) => gone(&asker).answer(StatusCode::NOT_FOUND),
        Err(failure) if failure.kind == Kind::Invalid => {
            set_form(&asker, asker.tell(&failure.told)).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(failure) => Err(failure.into()),
    }
}

fn ask_form(asker: &Asker) -> EntrancePage {
    EntrancePage {
        lead: vec![asker.say(key::ACCOUNT_RESET_LEAD)],
        fields: vec![EntranceField::new("email", asker.say(key::ACCOUNT_EMAIL), "email", "username")],
        button: asker.say(key::ACCOUNT_RESET_SEND),
        links: vec![Entry::new(Address::page(asker.language).step("sign-in"), asker.say(key::PORTAL_SIGN_IN))],
        ..EntrancePage::of(asker, asker.say(key::ACCOUNT_RESET))
    }
}

fn set_form(asker: &Asker, wrong: String) -> EntrancePage {
    EntrancePage {
        lead: vec![asker.say(key::ACCOUNT_RESET_SET_LEAD)],
        fields: vec![new_password(asker, wrong)],
        button: asker.say(key::ACCOUNT_RESET_SET),
        ..EntrancePage::of(asker, asker.say(key::ACCOUNT_RESET))
    }
}
