//! Signing in by password and code, and out again.

use axum::Form;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;
use miedza_texts::key;
use miedza_workflows::account::{self, Entrance, Session};
use serde::Deserialize;

use super::entrance::{EntranceField, EntrancePage};
use super::{again, provider, way_back};
use crate::frame::coming::Coming;
use crate::frame::parts::Entry;
use crate::frame::{Address, Answer, Asker, cookies};

/// Where to go afterwards, and what is told first.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// An own address.
    pub to: String,
    /// Why the way through the provider led here.
    told: String,
}

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    email: String,
    password: String,
    to: String,
    /// What was typed into the form that the session ended over.
    typed: String,
}

/// The code that is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TypedCode {
    code: String,
    typed: String,
}

/// The page.
pub async fn show(asker: Asker, Query(wanted): Query<Wanted>) -> Answer {
    if asker.signed_in.is_some() {
        return Ok(Redirect::to(&way_back::after(&asker, &wanted.to)).into_response());
    }
    let page = form(&asker, &wanted.to);
    let page = match provider::told(&asker, &wanted.told) {
        Some((title, text)) => page.telling("refusal", title, text),
        None => page,
    };
    page.answer(StatusCode::OK)
}

/// The form is sent.
pub async fn sign_in(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    let to = way_back::own(&typed.to).unwrap_or_default();
    let visit = coming.visit(&asker.app);
    let entrance = account::sign_in(&visit, &typed.email, typed.password.clone(), to).await?;
    answer(&asker, entrance, &typed.typed, |asker| {
        let title = asker.say(key::ACCOUNT_SIGN_IN_WRONG);
        typed_form(asker, &typed).telling("refusal", title, asker.say(key::ACCOUNT_SIGN_IN_WRONG_HINT))
    })
}

/// The page that asks for the code.
pub async fn show_code(asker: Asker) -> Answer {
    code_form(&asker, "").answer(StatusCode::OK)
}

/// The code is sent.
pub async fn send_code(asker: Asker, coming: Coming, headers: HeaderMap, Form(typed): Form<TypedCode>) -> Answer {
    let token = cookies::value(&headers, cookies::ENTRY).unwrap_or_default();
    let entrance = account::take_second_step(&coming.visit(&asker.app), &token, &typed.code).await?;
    answer(&asker, entrance, &typed.typed, |asker| {
        let title = asker.say(key::ACCOUNT_CODE_WRONG);
        code_form(asker, &typed.typed).telling("refusal", title, asker.say(key::ACCOUNT_CODE_WRONG_HINT))
    })
}

/// Out.
pub async fn sign_out(asker: Asker, coming: Coming, headers: HeaderMap) -> Answer {
    let visit = coming.visit(&asker.app);
    let jar = CookieJar::new().add(cookies::gone(&asker.app, cookies::SESSION));
    let through = match cookies::value(&headers, cookies::SESSION) {
        Some(token) => account::sign_out(&visit, &token).await?,
        None => None,
    };
    if let (Some(through), Some(provider)) = (through, &asker.app.portal().provider)
        && let Some(there) = provider.way_out(&visit, &through).await
        && let Some(page) = provider::signed_out(&asker.signed_out(), there)
    {
        return Ok((jar, page.answer(StatusCode::OK)?).into_response());
    }
    let start = Address::page(asker.language).to_string();
    Ok((jar, Redirect::to(&start)).into_response())
}

/// What comes of an attempt, as an answer; `form` is the form once more, `typed` what was typed elsewhere before.
///
/// # Errors
/// A fault of the program if the template cannot be filled.
pub fn answer(asker: &Asker, entrance: Entrance, typed: &str, form: impl Fn(&Asker) -> EntrancePage) -> Answer {
    match entrance {
        Entrance::Session(session) if typed.is_empty() => Ok(let_in(asker, session)),
        Entrance::Session(session) => again::answer(asker, session, typed),
        Entrance::SecondStep(token) => {
            let jar = CookieJar::new().add(cookies::entry(&asker.app, token));
            if !typed.is_empty() {
                return Ok((jar, code_form(asker, typed).answer(StatusCode::OK)?).into_response());
            }
            let code = Address::page(asker.language).step("sign-in").step("code").to_string();
            Ok((jar, Redirect::to(&code)).into_response())
        }
        Entrance::Wrong => form(asker).answer(StatusCode::UNPROCESSABLE_ENTITY),
        Entrance::TooOften(seconds) => {
            let mut page = form(asker);
            page.page.notices.clear();
            page.too_often(asker, seconds)
        }
    }
}

/// Sends somebody who signed in on the way.
pub fn let_in(asker: &Asker, session: Session) -> Response {
    let to = way_back::after(asker, &session.to);
    let jar = CookieJar::new().add(cookies::session(&asker.app, session.token)).add(cookies::gone(&asker.app, cookies::ENTRY));
    (jar, Redirect::to(&to)).into_response()
}

/// The form before anything is typed.
pub fn form(asker: &Asker, to: &str) -> EntrancePage {
    typed_form(asker, &Typed { to: to.to_owned(), ..Typed::default() })
}

fn typed_form(asker: &Asker, typed: &Typed) -> EntrancePage {
    let sign_in = Address::page(asker.language).step("sign-in");
    let reset = Address::page(asker.language).step("reset");
    EntrancePage {
        action: sign_in.to_string(),
        fields: vec![
            EntranceField::new("email", asker.say(key::ACCOUNT_EMAIL), "email", "username").typed(&typed.email),
            EntranceField::new("password", asker.say(key::ACCOUNT_PASSWORD), "password", "current-password"),
        ],
        hidden: way_back::own(&typed.to).map(|to| ("to", to.to_owned())).into_iter().chain(carried(&typed.typed)).collect(),
        button: asker.say(key::PORTAL_SIGN_IN),
        other: provider::sign_in_button(asker, way_back::own(&typed.to).unwrap_or_default()),
        links: vec![Entry::new(reset, asker.say(key::ACCOUNT_FORGOTTEN))],
        ..EntrancePage::of(asker, asker.say(key::PORTAL_SIGN_IN))
    }
}

/// What was typed elsewhere, carried along.
fn carried(typed: &str) -> Option<(&'static str, String)> {
    (!typed.is_empty()).then(|| ("typed", typed.to_owned()))
}

fn code_form(asker: &Asker, typed: &str) -> EntrancePage {
    let sign_in = Address::page(asker.language).step("sign-in");
    EntrancePage {
        action: sign_in.clone().step("code").to_string(),
        hidden: carried(typed).into_iter().collect(),
        fields: vec![
            EntranceField::new("code", asker.say(key::ACCOUNT_CODE), "text", "one-time-code")
                .hinted(asker.say(key::ACCOUNT_CODE_HINT)),
        ],
        button: asker.say(key::PORTAL_SIGN_IN),
        links: vec![Entry::new(sign_in, asker.say(key::ACCOUNT_SIGN_IN_AGAIN))],
        ..EntrancePage::of(asker, asker.say(key::ACCOUNT_CODE_HEADING))
    }
}
