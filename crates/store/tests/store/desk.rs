//! What the workbench keeps beside records: drafts of forms, accepted findings, changes that rest on a whole partnership.

use std::collections::BTreeMap;
use std::time::Duration;

use miedza_planning::partnership::check::Spot;
use miedza_planning::record::Kind;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{
    AccountChange, Action, AuditQuestion, AuditVerdict, Error, FormName, Moment, NewAccount, Store, Typed, Write,
};

use crate::sample::{author, draft, partnership, theme};

async fn account(store: &Store, id: &str) -> String {
    let new = NewAccount {
        id: id.to_owned(),
        email: format!("{id}@example.org"),
        name: id.to_owned(),
        language: "pl".to_owned(),
        grants: Vec::new(),
        changes: vec![AccountChange::Enabled],
        invitation: None,
    };
    store.create_account(&new, &author()).await.expect("an account");
    id.to_owned()
}

fn form() -> FormName {
    FormName {
        form: "documents/p/new".to_owned(),
        partnership: Some("p".to_owned()),
        kind: "documents".to_owned(),
        record_id: None,
    }
}

fn typed(entries: &[(&str, &[&str])]) -> Typed {
    let now = Moment::now();
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let entries = entries.iter().map(|(name, all)| ((*name).to_owned(), texts(all))).collect();
    Typed { name: form(), seen_version: 0, entries, now, expires_at: now.plus(Duration::from_hours(1)) }
}

#[tokio::test]
async fn a_form_is_kept_entry_by_entry_for_its_owner_until_its_time_is_over() {
    for Sample { store, .. } in Engines::all().await {
        let (anna, jan) = (account(&store, "anna").await, account(&store, "jan").await);
        let revision = store.revision().await.expect("a revision");

        store.keep_form_draft(&anna, &typed(&[("title.pl", &["Statut „żółć”\0"]), ("themes", &["", "a"])])).await.expect("kept");
        store.keep_form_draft(&anna, &typed(&[("date", &["2024-04"]), ("themes", &["b"])])).await.expect("kept");

        let now = Moment::now();
        let found = store.form_draft(&anna, &form().form, now).await.expect("an answer").expect("a draft");
        let expected = [("date", vec!["2024-04"]), ("themes", vec!["b"]), ("title.pl", vec!["Statut „żółć”"])];
        let expected: BTreeMap<_, Vec<_>> =
            expected.into_iter().map(|(name, texts)| (name.to_owned(), texts.into_iter().map(str::to_owned).collect())).collect();
        assert_eq!((found.entries, found.name), (expected, form()), "{:?}", store.engine());
        assert_eq!(store.form_draft(&jan, &form().form, now).await.expect("an answer"), None);
        assert_eq!(store.form_drafts_of(&anna, now).await.expect("drafts").len(), 1);
        assert_eq!(store.revision().await.expect("a revision"), revision, "a draft is no content");

        let later = now.plus(Duration::from_hours(2));
        assert_eq!(store.form_draft(&anna, &form().form, later).await.expect("an answer"), None);
        assert!(store.clear_ended(later, (later, later)).await.expect("cleared") >= 1);
        assert!(!store.drop_form_draft(&anna, &form().form).await.expect("an answer"));
    }
}

#[tokio::test]
async fn two_tabs_lose_no_entry_of_each_other_and_drafts_go_with_the_account() {
    for Sample { store, .. } in Engines::all().await {
        let anna = account(&store, "anna").await;
        let tabs = (0..10).map(|tab| {
            let (store, anna) = (store.clone(), anna.clone());
            async move { store.keep_form_draft(&anna, &typed(&[(&format!("field-{tab}"), &["typed"])])).await }
        });

        for kept in futures_util::future::join_all(tabs).await {
            kept.expect("kept");
        }

        let found = store.form_draft(&anna, &form().form, Moment::now()).await.expect("an answer").expect("a draft");
        assert_eq!(found.entries.len(), 10, "{:?}", store.engine());
        store.change_account(&anna, &[AccountChange::Erased], &author()).await.expect("erased");
        assert_eq!(store.form_drafts_of(&anna, Moment::now()).await.expect("drafts"), []);
    }
}

#[tokio::test]
async fn a_waiver_has_one_place_and_every_change_of_it_a_line() {
    for Sample { store, .. } in Engines::all().await {
        let ours = store.create(partnership("a"), &author()).await.expect("kept");
        let spot = Spot {
            rule: "PAR-001".to_owned(),
            case: "fewer".to_owned(),
            kind: Kind::Documents,
            record_id: "d".to_owned(),
            party: String::new(),
        };

        store.waive(&ours.id, &spot, ("mark", "Two withdrew"), &author()).await.expect("waived");
        store.waive(&ours.id, &spot, ("other mark", "Three withdrew"), &author()).await.expect("waived again");
        let waivers = store.waivers_of(&ours.id).await.expect("waivers");
        let is_gone = store.unwaive(&ours.id, &spot, &author()).await.expect("an answer");
        let again = store.unwaive(&ours.id, &spot, &author()).await.expect("an answer");

        assert_eq!(waivers.len(), 1);
        assert_eq!((waivers[0].reason.as_str(), waivers[0].mark.as_str()), ("Three withdrew", "other mark"));
        assert_eq!(waivers[0].waived_by, author().account().map(str::to_owned));
        assert!(is_gone && !again);
        let question = AuditQuestion { kind: Some("waivers".to_owned()), ..AuditQuestion::default() };
        let lines = store.audit(&question).await.expect("lines");
        let actions: Vec<Action> = lines.iter().map(|line| line.action).collect();
        assert_eq!(actions, [Action::Deleted, Action::Updated, Action::Created]);
        assert!(lines.iter().all(|line| line.partnership.as_deref() == Some(&*ours.id)));
        assert!(matches!(store.verify_audit().await, Ok(AuditVerdict::Whole { .. })));
    }
}

#[tokio::test]
async fn what_rests_on_a_partnership_is_not_written_over_a_change_in_it() {
    for Sample { store, .. } in Engines::all().await {
        let ours = store.create(partnership("a"), &author()).await.expect("kept");
        let other = store.create(partnership("b"), &author()).await.expect("kept");
        let member = |of: &str, unit: &str| {
            let values = serde_json::json!({"unit": unit, "role": "member"});
            vec![Write::Create { id: None, draft: draft(Kind::Memberships, Some(of), values) }]
        };

        let seen = store.revision_of(&ours.id).await.expect("a revision");
        store.save_all(member(&other.id, "0221011"), &author()).await.expect("kept elsewhere");
        store.create(theme("water", "Woda"), &author()).await.expect("kept for all");
        let first = store.save_all_since((&ours.id, seen), member(&ours.id, "0221011"), &author()).await;
        let second = store.save_all_since((&ours.id, seen), member(&ours.id, "0221021"), &author()).await;

        assert_eq!(first.expect("nothing changed here").len(), 1);
        assert!(matches!(second, Err(Error::Overtaken { .. })), "{second:?}");
    }
}
