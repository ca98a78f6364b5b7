//! The way in through a provider: there, back, and what is told when it leads nowhere.
//!
//! The way there is a link and no form, since pages let forms go to this portal only.

use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::CookieJar;
use miedza_texts::{Message, key};
use miedza_workflows::account::provider::{Answer as Answered, Provider, Refused, Start, Wanted as Aimed};
use miedza_workflows::{Failure, labels};

use super::entrance::EntrancePage;
use super::invitation::gone;
use super::sign_in::{self, Wanted};
use super::way_back;
use crate::frame::coming::Coming;
use crate::frame::failure::unknown_address;
use crate::frame::parts::Entry;
use crate::frame::{Address, Answer, Asker, cookies};

/// The button, where there is a provider.
pub fn button(asker: &Asker, address: Address) -> Option<Entry> {
    let provider = asker.app.portal().provider.as_ref()?;
    let usual = || asker.tell(&Message::new(key::ACCOUNT_PROVIDER_SIGN_IN).with("host", provider.host()));
    let label = provider.label(asker.language).map_or_else(usual, ToOwned::to_owned);
    Some(Entry::new(address, label))
}

/// The button of the page that signs in.
pub fn sign_in_button(asker: &Asker, to: &str) -> Option<Entry> {
    let address = Address::page(asker.language).step("sign-in").step("provider");
    button(asker, if to.is_empty() { address } else { address.ask("to", to) })
}

/// What is told of a word of the address; nothing if it is none.
pub fn told(asker: &Asker, word: &str) -> Option<(String, String)> {
    let (told, hint) = labels::provider_refused(Refused::parse(word)?);
    Some((asker.say(told), asker.say(hint)))
}

/// To the provider.
pub async fn go(asker: Asker, coming: Coming, Query(wanted): Query<Wanted>) -> Answer {
    let to = way_back::own(&wanted.to).unwrap_or_default().to_owned();
    let aimed = Aimed { to: to.clone(), language: asker.language.code().to_owned(), invitation: None };
    let start = provider(&asker)?.begin(&coming.visit(&asker.app), aimed).await?;
    begun(&asker, start, &to)
}

/// To the provider, to accept an invitation by what it says.
pub async fn accept(asker: Asker, coming: Coming, Path((_, token)): Path<(String, String)>) -> Answer {
    match provider(&asker)?.accept(&coming.visit(&asker.app), &token, asker.language).await? {
        Some(start) => begun(&asker, start, ""),
        None => gone(&asker).answer(StatusCode::NOT_FOUND),
    }
}

/// Back from the provider.
pub async fn come_back(asker: Asker, coming: Coming, headers: HeaderMap, Query(answered): Query<Answered>) -> Answer {
    let token = cookies::value(&headers, cookies::ENTRY).unwrap_or_default();
    let end = provider(&asker)?.finish(&coming.visit(&asker.app), &token, &answered).await?;
    // The address has no language; it was begun in one.
    let language = end.wanted.language.parse().unwrap_or(asker.language);
    let asker = Asker { language, ..asker };
    match end.came {
        Ok(entrance) => sign_in::answer(&asker, entrance, "", gone),
        Err(refused) => Ok(refuse(&asker, refused, &end.wanted.to)),
    }
}

fn provider(asker: &Asker) -> Result<&Provider, Failure> {
    asker.app.portal().provider.as_ref().ok_or_else(unknown_address)
}

fn begun(asker: &Asker, start: Start, to: &str) -> Answer {
    match start {
        Start::Go { token, address } => {
            let jar = CookieJar::new().add(cookies::entry(&asker.app, token));
            Ok((jar, Redirect::to(&address)).into_response())
        }
        Start::TooOften(seconds) => sign_in::form(asker, to).too_often(asker, seconds),
        Start::Refused(refused) => Ok(refuse(asker, refused, to)),
    }
}

/// Back to the page that signs in, which says why.
fn refuse(asker: &Asker, refused: Refused, to: &str) -> axum::response::Response {
    let address = Address::page(asker.language).step("sign-in").ask("told", refused.name());
    let address = if to.is_empty() { address } else { address.ask("to", to) };
    Redirect::to(&address.to_string()).into_response()
}

/// The page of somebody who signed out here and may want to sign out there.
pub fn signed_out(asker: &Asker, there: String) -> Option<EntrancePage> {
    let host = asker.app.portal().provider.as_ref()?.host();
    Some(EntrancePage {
        lead: vec![asker.say(key::ACCOUNT_SIGNED_OUT_LEAD)],
        other: Some(Entry::new(there, asker.tell(&Message::new(key::ACCOUNT_SIGNED_OUT_THERE).with("host", host)))),
        links: vec![Entry::new(Address::page(asker.language), asker.say(key::PORTAL_NAME))],
        ..EntrancePage::of(asker, asker.say(key::ACCOUNT_SIGNED_OUT))
    })
}
