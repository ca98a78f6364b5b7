//! Codes after the password: a square of dots for the app, the secret as text, a first code, the codes for a lost device.

use std::fmt::Write as _;

use askama::Template;
use axum::Form;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::account::{Owner, second_factor};
use qrcode::{Color, EcLevel, QrCode};
use serde::Deserialize;

use super::correct::renewed;
use super::entrance::kept_by_nobody;
use super::own::{confirm, done, owner, refuse};
use super::wrong::{Fields, Wrong};
use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, FormField, Title};
use crate::frame::{Address, Answer, Asker};

/// Signs of the secret that are read at once.
const GROUP: usize = 4;
/// White fields around the square, as its standard has them.
const MARGIN: usize = 4;

/// The secret, the first code, and what confirms them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    secret: String,
    code: String,
    password: String,
}

/// What confirms that the codes end.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    factor_password: String,
}

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct FactorPage {
    page: Page,
    title: Title,
    summary: String,
    errors: Vec<Entry>,
    steps: Vec<String>,
    drawing: String,
    secret_label: String,
    secret_shown: String,
    action: String,
    secret: String,
    code: FormField,
    has_password: bool,
    password: FormField,
    button: String,
}

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct CodesPage {
    page: Page,
    title: Title,
    codes: Vec<String>,
    back: Entry,
}

/// The page.
pub async fn show(asker: Asker, coming: Coming) -> Answer {
    let owner = owner(&asker, &coming).await?;
    answer(&asker, &owner, second_factor::new_secret()?, None)
}

/// The first code is sent.
pub async fn begin(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    if !second_factor::is_secret(&typed.secret) {
        return answer(&asker, &owner, second_factor::new_secret()?, None);
    }
    // Whoever finds an open screen must not shut its owner out.
    if let Err(failure) = owner.confirm(&typed.password).await {
        let wrong = Wrong::at(&asker, "password", failure)?;
        return answer(&asker, &owner, typed.secret, Some(wrong));
    }
    match owner.begin_second_factor(&typed.secret, &typed.code).await {
        Ok((session, codes)) => {
            let heading = asker.say(key::ACCOUNT_FACTOR_CODES);
            let shown = CodesPage {
                page: Page::of(&asker, &heading).unlisted().under(above(&asker), &heading),
                title: Title { heading, lead: asker.say(key::ACCOUNT_FACTOR_CODES_LEAD), ..Title::default() },
                codes,
                back: Entry::new(
                    Address::page(asker.language).step("account").ask("done", "factor-on"),
                    asker.say(key::ACCOUNT_FACTOR_CODES_KEPT),
                ),
            };
            Ok(kept_by_nobody((renewed(&asker, session), page::answer(&shown)?).into_response()))
        }
        Err(failure) => {
            let wrong = Wrong::at(&asker, "code", failure)?;
            answer(&asker, &owner, typed.secret, Some(wrong))
        }
    }
}

/// The codes end.
pub async fn end(asker: Asker, coming: Coming, headers: HeaderMap, Form(typed): Form<Confirmed>) -> Answer {
    let owner = owner(&asker, &coming).await?;
    if let Err(failure) = owner.confirm(&typed.factor_password).await {
        return refuse(&asker, &owner, &headers, "factor_password", failure).await;
    }
    owner.end_second_factor().await?;
    Ok(done(&asker, "factor-off"))
}

fn above(asker: &Asker) -> Vec<Entry> {
    vec![Entry::new(Address::page(asker.language).step("account"), asker.say(key::PORTAL_ACCOUNT))]
}

fn answer(asker: &Asker, owner: &Owner<'_>, secret: String, wrong: Option<Wrong>) -> Answer {
    let fields = Fields::of(asker, wrong.as_ref());
    let email = owner.account.email.as_deref().unwrap_or_default();
    let address = second_factor::address(&secret, &asker.say(key::PORTAL_NAME), email)?;
    let heading = asker.say(key::ACCOUNT_FACTOR);
    let steps = [key::ACCOUNT_FACTOR_STEP_APP, key::ACCOUNT_FACTOR_STEP_READ, key::ACCOUNT_FACTOR_STEP_CODE];
    let shown = FactorPage {
        page: Page::of(asker, &heading).unlisted().under(above(asker), &heading),
        title: Title { heading, lead: asker.say(key::ACCOUNT_FACTOR_LEAD), ..Title::default() },
        summary: asker.say(key::ACCOUNT_NOT_SAVED),
        errors: fields.errors(),
        steps: steps.map(|step| asker.say(step)).into_iter().collect(),
        drawing: square(&address, &asker.say(key::ACCOUNT_FACTOR_SQUARE))?,
        secret_label: asker.say(key::ACCOUNT_FACTOR_SECRET),
        secret_shown: in_groups(&secret),
        action: Address::page(asker.language).step("account").step("second-factor").to_string(),
        code: fields.field("code", key::ACCOUNT_CODE),
        has_password: owner.account.has_password,
        password: confirm(asker, &owner.account, &fields, "password"),
        button: asker.say(key::ACCOUNT_FACTOR_TURN_ON),
        secret,
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(kept_by_nobody((status, page::answer(&shown)?).into_response()))
}

fn in_groups(secret: &str) -> String {
    let signs: Vec<char> = secret.chars().collect();
    signs.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The square of dots, drawn without any style, since pages allow none.
fn square(text: &str, label: &str) -> Result<String, Failure> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|error| Failure::fault(&error))?;
    let width = code.width();
    let mut dots = String::new();
    for (at, colour) in code.to_colors().iter().enumerate() {
        if *colour == Color::Dark {
            // Writing into a string cannot fail.
            let _ = write!(dots, "M{} {}h1v1h-1z", at % width + MARGIN, at / width + MARGIN);
        }
    }
    let side = width + 2 * MARGIN;
    Ok(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{label}\" shape-rendering=\"crispEdges\">\
         <path d=\"{dots}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_needs_no_style_and_no_other_host() {
        let drawing = square("otpauth://totp/Miedza:anna?secret=GEZDGNBV", "Kod").expect("a square");

        assert!(drawing.starts_with("<svg ") && drawing.matches("h1v1h-1z").count() > 200, "{drawing}");
        assert!(!drawing.contains("style") && !drawing.contains("http"), "{drawing}");
    }

    #[test]
    fn a_secret_is_read_in_groups() {
        assert_eq!(in_groups("GEZDGNBVGY3TQOJQ"), "GEZD GNBV GY3T QOJQ");
    }
}
