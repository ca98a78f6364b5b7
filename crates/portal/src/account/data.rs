//! The own data: taken along as a file, or erased, with a word on what stays.

use askama::Template;
use axum::Form;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::CookieJar;
use miedza_texts::key;
use serde::Deserialize;

use super::entrance::kept_by_nobody;
use super::own::{confirm, owner};
use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, FormField, Title};
use crate::frame::{Address, Answer, Asker, cookies};

/// What confirms it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    password: String,
}

#[derive(Template)]
#[template(path = "account/erase.html")]
struct ErasePage {
    page: Page,
    title: Title,
    summary: String,
    errors: Vec<Entry>,
    goes_label: String,
    goes: Vec<String>,
    stays_label: String,
    stays: Vec<String>,
    action: String,
    has_password: bool,
    password: FormField,
    button: String,
    back: Entry,
}

/// Everything that is kept about the person, as JSON.
pub async fn download(asker: Asker, coming: Coming) -> Answer {
    let data = owner(&asker, &coming).await?.data().await?;
    let text = serde_json::to_string_pretty(&data).map_err(|error| miedza_workflows::Failure::fault(&error))?;
    let mut answer = kept_by_nobody(text.into_response());
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"miedza-account.json\""));
    Ok(answer)
}

/// The page that asks once more.
pub async fn ask(asker: Asker, coming: Coming) -> Answer {
    answer(&asker, &coming, None).await
}

/// The account is erased.
pub async fn erase(asker: Asker, coming: Coming, Form(typed): Form<Confirmed>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    let outcome = match owner.confirm(&typed.password).await {
        Ok(()) => owner.erase(asker.today()).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => {
            let jar = CookieJar::new().add(cookies::gone(&asker.app, cookies::SESSION));
            Ok((jar, Redirect::to(&Address::page(asker.language).to_string())).into_response())
        }
        Err(failure) => {
            let wrong = Wrong::at(&asker, "password", failure)?;
            answer(&asker, &coming, Some(wrong)).await
        }
    }
}

async fn answer(asker: &Asker, coming: &Coming, wrong: Option<Wrong>) -> Answer {
    let owner = owner(asker, coming).await?;
    let fields = Fields::of(asker, wrong.as_ref());
    let heading = asker.say(key::ACCOUNT_ERASE);
    let own = Address::page(asker.language).step("account");
    let say = |keys: &[miedza_texts::Key]| keys.iter().map(|key| asker.say(*key)).collect();
    let shown = ErasePage {
        page: Page::of(asker, &heading).unlisted().under(vec![Entry::new(own.clone(), asker.say(key::PORTAL_ACCOUNT))], &heading),
        title: Title { heading, lead: asker.say(key::ACCOUNT_ERASE_LEAD), ..Title::default() },
        summary: asker.say(key::ACCOUNT_NOT_SAVED),
        errors: fields.errors(),
        goes_label: asker.say(key::ACCOUNT_ERASE_GOES),
        goes: say(&[key::ACCOUNT_ERASE_GOES_PERSON, key::ACCOUNT_ERASE_GOES_ROLES, key::ACCOUNT_ERASE_GOES_ACCESS]),
        stays_label: asker.say(key::ACCOUNT_ERASE_STAYS),
        stays: say(&[key::ACCOUNT_ERASE_STAYS_TRAIL, key::ACCOUNT_ERASE_STAYS_TEXTS, key::ACCOUNT_ERASE_STAYS_MINUTES]),
        action: own.clone().step("erase").to_string(),
        has_password: owner.account.has_password,
        password: confirm(asker, &owner.account, &fields, "password"),
        button: asker.say(key::ACCOUNT_ERASE_BUTTON),
        back: Entry::new(own, asker.say(key::ACCOUNT_ERASE_BACK)),
    };
    Ok((fields.status(), page::answer(&shown)?).into_response())
}
