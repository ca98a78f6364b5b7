//! Correcting the own account: name, language, address, password, sessions, ties to providers.

use axum::Form;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use axum_extra::extract::CookieJar;
use miedza_texts::{Message, key};
use miedza_workflows::account::{Session, secret};
use serde::Deserialize;

use super::entrance::EntrancePage;
use super::invitation::gone;
use super::own::{done, owner, refuse};
use crate::frame::coming::Coming;
use crate::frame::{Answer, Asker, cookies};

/// Name and language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Details {
    name: String,
    language: String,
}

/// A new address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewEmail {
    email: String,
    email_password: String,
}

/// A new password.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewPassword {
    password: String,
    new_password: String,
}

/// One of several.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    id: String,
    issuer: String,
}

/// Name and language are sent.
pub async fn details(asker: Asker, coming: Coming, headers: HeaderMap, Form(typed): Form<Details>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    let language = typed.language.parse().unwrap_or(asker.language);
    match owner.correct(&typed.name, language).await {
        Ok(()) => Ok(done(&asker, "corrected")),
        Err(failure) => refuse(&asker, &owner, &headers, "name", failure).await,
    }
}

/// A new address is sent.
pub async fn email(asker: Asker, coming: Coming, headers: HeaderMap, Form(typed): Form<NewEmail>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    if let Err(failure) = owner.confirm(&typed.email_password).await {
        return refuse(&asker, &owner, &headers, "email_password", failure).await;
    }
    match owner.ask_email(&typed.email, asker.language, &asker.app.portal().public_address).await {
        Ok(()) => Ok(done(&asker, "email-asked")),
        Err(failure) => refuse(&asker, &owner, &headers, "email", failure).await,
    }
}

/// The page behind the link in the letter to the new address.
pub async fn show_email(asker: Asker, coming: Coming, Path((_, token)): Path<(String, String)>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    let Some(email) = owner.email_by(&token).await? else { return gone(&asker).answer(StatusCode::NOT_FOUND) };
    let page = EntrancePage {
        lead: vec![asker.tell(&Message::new(key::ACCOUNT_EMAIL_CONFIRM_LEAD).with("email", email))],
        button: asker.say(key::ACCOUNT_EMAIL_CONFIRM),
        aside: vec![asker.say(key::ACCOUNT_EMAIL_CONFIRM_ASIDE)],
        ..EntrancePage::of(&asker, asker.say(key::ACCOUNT_NEW_EMAIL))
    };
    page.answer(StatusCode::OK)
}

/// The new address is confirmed.
pub async fn confirm_email(asker: Asker, coming: Coming, Path((_, token)): Path<(String, String)>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    match owner.confirm_email(&token).await? {
        Some(_) => Ok(done(&asker, "email")),
        None => gone(&asker).answer(StatusCode::NOT_FOUND),
    }
}

/// A new password is sent; the session goes on under a new id, all others end.
pub async fn password(asker: Asker, coming: Coming, headers: HeaderMap, Form(typed): Form<NewPassword>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    if let Err(failure) = owner.confirm(&typed.password).await {
        return refuse(&asker, &owner, &headers, "password", failure).await;
    }
    match owner.set_password(&typed.new_password).await {
        Ok(session) => Ok((renewed(&asker, session), done(&asker, "password")).into_response()),
        Err(failure) => refuse(&asker, &owner, &headers, "new_password", failure).await,
    }
}

/// The cookie of the session that goes on under a new id.
pub fn renewed(asker: &Asker, session: Session) -> CookieJar {
    CookieJar::new().add(cookies::session(&asker.app, session.token))
}

/// One session is ended.
pub async fn end_session(asker: Asker, coming: Coming, Form(chosen): Form<Chosen>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    asker.app.store().end_session_of(&owner.account.id, &chosen.id).await?;
    Ok(done(&asker, "session"))
}

/// All sessions but this one are ended.
pub async fn end_other_sessions(asker: Asker, coming: Coming, headers: HeaderMap) -> Answer {
    let owner = owner(&asker, &coming).await?;
    let this = cookies::value(&headers, cookies::SESSION).map(|token| secret::hash_of(&token)).unwrap_or_default();
    asker.app.store().end_other_sessions(&owner.account.id, &this).await?;
    Ok(done(&asker, "sessions"))
}

/// The tie to a provider is cut.
pub async fn unlink(asker: Asker, coming: Coming, Form(chosen): Form<Chosen>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    owner.unlink(&chosen.issuer).await?;
    Ok(done(&asker, "unlinked"))
}
