//! An import is withdrawn: a page asks once more and says what goes, then it is done.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect};
use miedza_store::ObservationImport;
use miedza_texts::key;
use miedza_workflows::importing;

use super::{above, address, count};
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Fact, Title};
use crate::frame::{Address, Answer, Asker, Told};
use crate::work::register::author;

#[derive(Template)]
#[template(path = "work/observations/withdraw.html")]
struct WithdrawPage {
    page: Page,
    title: Title,
    facts: Vec<Fact>,
    notes: Vec<String>,
    action: String,
    button: String,
    back: Entry,
}

/// What the address of the list says once it is done.
pub const DONE: &str = "withdrawn=yes";

/// Where an import is withdrawn.
pub fn address_of(asker: &Asker, import: u32) -> Address {
    address(asker).step("imports").step(&import.to_string()).step("withdraw")
}

/// The import that an address names, if it holds.
async fn named(asker: &Asker, number: &str) -> Result<ObservationImport, Told> {
    let imports = asker.app.store().observation_imports().await?;
    let is_it = |import: &ObservationImport| import.withdrawn_at.is_none() && import.id.to_string() == *number;
    Ok(imports.into_iter().find(is_it).ok_or_else(unknown_address)?)
}

/// The page that asks once more.
pub async fn ask(asker: Asker, Path((_, number)): Path<(String, String)>) -> Answer {
    let import = named(&asker, &number).await?;
    let heading = asker.say(key::OBSERVATIONS_WITHDRAW);
    let fact = |label, value: String| Fact { label: asker.say(label), value, ..Fact::default() };
    let notes = [key::OBSERVATIONS_WITHDRAW_LATER, key::OBSERVATIONS_WITHDRAW_AGAIN];
    page::answer(&WithdrawPage {
        page: Page::of(&asker, &heading).unlisted().under(above(&asker), &heading),
        title: Title { kind: import.file.clone(), lead: asker.say(key::OBSERVATIONS_WITHDRAW_LEAD), heading, ..Title::default() },
        facts: vec![
            fact(key::OBSERVATIONS_NUMBER, import.id.to_string()),
            fact(key::OBSERVATIONS_PUBLISHER, import.publisher.clone()),
            fact(key::OBSERVATIONS_RETRIEVED, asker.period(&import.retrieved.to_string())),
            fact(key::OBSERVATIONS_NEW, count(&asker, import.changed.saturating_sub(import.revised))),
            fact(key::OBSERVATIONS_REVISED, count(&asker, import.revised)),
        ],
        notes: notes.iter().map(|note| asker.say(*note)).collect(),
        action: address_of(&asker, import.id).into(),
        button: asker.say(key::OBSERVATIONS_WITHDRAW),
        back: Entry::new(address(&asker), asker.say(key::WORK_BACK)),
    })
}

/// It is withdrawn.
pub async fn withdraw(asker: Asker, Path((_, number)): Path<(String, String)>) -> Answer {
    let import = named(&asker, &number).await?;
    importing::withdraw(asker.app.store(), import.id, Some(&author(&asker))).await?;
    Ok(Redirect::to(&format!("{}?{DONE}", address(&asker))).into_response())
}
