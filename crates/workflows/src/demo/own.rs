//! Whether a store is the demonstration's own: what an office keeps is never mixed with it and never emptied.
//!
//! The demonstration leaves a mark when it is first loaded. A store with the mark is its own as long as only its accounts
//! are there and only it and its accounts made the records; a store without the mark is its own only while it is empty.

use std::collections::BTreeSet;

use miedza_planning::record::Kind as RecordKind;
use miedza_store::{AccountQuestion, AuditQuestion, Author, Store};
use miedza_texts::{Message, key};
use serde_json::Value;

use crate::failure::{Failure, Kind};
use crate::listing;

/// The setting that is the mark.
const MARK: &str = "demonstration";
/// The hand that the trail names.
pub const AUTHOR: Author = Author::Program("demo");
/// How the trail writes it.
const MAKER: &str = "program:demo";

/// Leaves the mark.
pub async fn mark(store: &Store) -> Result<(), Failure> {
    Ok(store.set_setting(MARK, &Value::Bool(true), &AUTHOR).await?)
}

/// Refuses a store that holds anything that is not of the demonstration.
///
/// # Errors
/// [`Failure`] with what is there.
pub async fn refuse_others(store: &Store) -> Result<(), Failure> {
    let causes = others(store).await?;
    if causes.is_empty() {
        return Ok(());
    }
    Err(Failure { kind: Kind::Conflict, causes, ..Failure::invalid(key::DEMO_OTHERS, key::DEMO_OTHERS_HINT) })
}

/// What is there that is not of the demonstration.
async fn others(store: &Store) -> Result<Vec<Message>, Failure> {
    let accounts = store.accounts(&AccountQuestion::default()).await?;
    if accounts.is_empty() && store.revision().await? == 0 {
        return Ok(Vec::new());
    }
    let own = made_accounts(store).await?;
    let foreign: Vec<String> = accounts
        .iter()
        .filter(|account| !own.contains(&account.id))
        .map(|account| account.email.clone().unwrap_or_else(|| account.id.clone()))
        .collect();
    let hands: BTreeSet<String> = own.iter().map(|id| format!("account:{id}")).chain([MAKER.to_owned()]).collect();
    let mut records = Vec::new();
    for (kind, author, count) in store.makers().await? {
        if RecordKind::parse(&kind).is_some() && !hands.contains(&author) {
            records.push(format!("{kind} ({count})"));
        }
    }
    let mut causes = Vec::new();
    if store.setting(MARK).await?.is_none() {
        causes.push(key::DEMO_OTHERS_UNMARKED.into());
    }
    causes.extend(listing::note(key::DEMO_OTHERS_ACCOUNTS, &foreign));
    causes.extend(listing::note(key::DEMO_OTHERS_RECORDS, &records));
    Ok(causes)
}

/// Ids of the accounts that the demonstration made.
async fn made_accounts(store: &Store) -> Result<BTreeSet<String>, Failure> {
    let (kind, author) = (Some("accounts".to_owned()), Some(MAKER.to_owned()));
    let lines = store.audit(&AuditQuestion { kind, author, limit: u32::MAX, ..AuditQuestion::default() }).await?;
    Ok(lines.into_iter().map(|line| line.record_id).collect())
}

#[cfg(test)]
mod tests {
    use miedza_planning::record::{Draft, Origin, Visibility};
    use miedza_store::samples::Engines;
    use miedza_store::{AccountChange, Change, NewAccount, Question};
    use serde_json::json;

    use super::super::{reset, show};
    use super::*;

    fn theme(slug: &str) -> Draft {
        let name = json!({"original": "pl", "pl": {"text": "Woda"}});
        let Value::Object(values) = json!({"slug": slug, "name": name}) else { panic!("an object") };
        let (visibility, origin) = (Visibility::Public, Origin::Own);
        Draft { kind: RecordKind::Themes, partnership: None, visibility, origin, source: None, values }
    }

    async fn account(store: &Store) {
        let new = NewAccount {
            id: "anna".to_owned(),
            email: "anna@gmina.example".to_owned(),
            name: "Anna".to_owned(),
            language: "pl".to_owned(),
            grants: Vec::new(),
            changes: vec![AccountChange::Enabled],
            invitation: None,
        };
        store.create_account(&new, &Author::Program("terminal")).await.expect("an account");
    }

    fn tells(refused: &Failure, key: miedza_texts::Key) -> bool {
        refused.kind == Kind::Conflict && refused.causes.iter().any(|cause| cause.key == key)
    }

    #[tokio::test]
    async fn what_an_office_keeps_is_neither_filled_nor_emptied() {
        for sample in Engines::all().await {
            let store = &sample.store;
            account(store).await;
            store.create(theme("own"), &Author::Account("anna".to_owned())).await.expect("kept");
            let revision = store.revision().await.expect("a revision");

            for refused in [show(store).await.map(drop), reset(store).await] {
                let refused = refused.expect_err("refused");
                assert!(tells(&refused, key::DEMO_OTHERS_UNMARKED), "{refused:?}");
                assert!(tells(&refused, key::DEMO_OTHERS_ACCOUNTS) && tells(&refused, key::DEMO_OTHERS_RECORDS), "{refused:?}");
            }

            assert_eq!(store.revision().await.expect("a revision"), revision);
        }
    }

    #[tokio::test]
    async fn a_demonstration_is_emptied_with_what_its_accounts_did_and_loaded_anew() {
        for sample in Engines::all().await {
            let store = &sample.store;
            let first = show(store).await.expect("it loads");
            let mark = store.account_by_email("office@example.org").await.expect("an answer").expect("an account");
            let news = store.records(&Question::of(RecordKind::Themes)).await.expect("themes").remove(0);
            let mut draft = news.content.clone();
            draft.source = Some("changed".to_owned());
            let change = Change { kind: RecordKind::Themes, id: news.id.clone(), seen_version: news.version, draft };
            store.update(change, &Author::Account("somebody".to_owned())).await.expect("an edit of its record");
            store.create(theme("own"), &Author::Account(mark.id)).await.expect("made by its account");

            assert_eq!(show(store).await.expect("as often as one likes").created, 0);
            reset(store).await.expect("emptied");

            assert_eq!(store.revision().await.expect("a revision"), 0);
            assert_eq!(show(store).await.expect("it loads again").created, first.created);
        }
    }

    #[tokio::test]
    async fn a_demonstration_in_which_an_office_began_to_work_is_left_alone() {
        for sample in Engines::all().await {
            let store = &sample.store;
            show(store).await.expect("it loads");
            account(store).await;

            let refused = reset(store).await.expect_err("refused");

            assert!(tells(&refused, key::DEMO_OTHERS_ACCOUNTS) && refused.causes.len() == 1, "{refused:?}");
            assert!(store.verify(&|_| ()).await.expect("a verdict").is_whole());
        }
    }
}
