//! The own data: seen, corrected, taken along, erased.

use axum::http::{StatusCode, header};
use miedza_planning::account::NEW_EMAIL_HOLDS;
use miedza_store::AuditVerdict;
use serde_json::Value;

use crate::house::{ANNA, House, KEEPER, OTHER, PASSWORD, after};

const NEW: &str = "anna.zdroj@gmina.example";

#[tokio::test]
async fn the_own_data_are_taken_along_without_a_secret() {
    for house in House::on_each().await {
        house.add(ANNA, Some("auditor"), Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;

        let file = anna.get("/en/account/data.json").await;
        let data: Value = serde_json::from_str(&file.text).expect("JSON");

        assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"miedza-account.json\"");
        assert_eq!(data["account"]["email"], ANNA);
        assert_eq!(data["roles"][0]["role"], "auditor");
        assert_eq!(data["sessions"].as_array().map(Vec::len), Some(1));
        assert!(!file.text.contains("argon2") && !file.text.contains(&anna.cookies["miedza_session"]), "{}", file.text);
        assert_eq!(house.browser().get("/en/account/data.json").await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn name_and_language_are_corrected() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;

        let empty = anna.post("/en/account", &[("name", "  "), ("language", "pl")]).await;
        let done = anna.post("/en/account", &[("name", "Anna Zdrój"), ("language", "cs")]).await;

        assert_eq!((empty.status, done.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::SEE_OTHER));
        let account = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account");
        assert_eq!((account.name.as_str(), account.language.as_str()), ("Anna Zdrój", "cs"));
        assert!(anna.get(&done.to).await.text.contains("Name and language are saved"));
    }
}

#[tokio::test]
async fn a_new_address_counts_once_its_letter_is_answered() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;
        let wrong = anna.post("/en/account/email", &[("email", NEW), ("email_password", OTHER)]).await;
        assert_eq!((wrong.status, house.count_to(NEW).await), (StatusCode::UNPROCESSABLE_ENTITY, 0));

        let asked = anna.post("/en/account/email", &[("email", NEW), ("email_password", PASSWORD)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        let link = house.link_to(NEW).await;
        assert_eq!(house.browser().sign_in(NEW, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not yet");
        assert_eq!(house.browser().get(&link).await.status, StatusCode::UNAUTHORIZED, "only while signed in");
        let another = house.browser_of(KEEPER).await.post(&link, &[]).await;
        assert_eq!(another.status, StatusCode::NOT_FOUND, "the link is of one account");
        let confirmed = anna.post(&link, &[]).await;

        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.text);
        assert_eq!(house.browser().sign_in(NEW, PASSWORD).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.browser().sign_in(ANNA, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = house.letters().await;
        assert!(told[0].draft.recipient == ANNA && told[0].draft.body.contains("another e-mail address"), "{told:?}");
        assert_eq!(anna.get(&link).await.status, StatusCode::NOT_FOUND, "used up");

        anna.post("/en/account/email", &[("email", KEEPER), ("email_password", PASSWORD)]).await;
        let taken = anna.post(&house.link_to(KEEPER).await, &[]).await;
        assert_eq!(taken.status, StatusCode::CONFLICT, "{}", taken.text);
        anna.post("/en/account/email", &[("email", ANNA), ("email_password", PASSWORD)]).await;
        let link = house.link_to(ANNA).await;
        after(NEW_EMAIL_HOLDS + NEW_EMAIL_HOLDS / 24);
        assert_eq!(anna.post(&link, &[]).await.status, StatusCode::NOT_FOUND, "a day is over");
    }
}

#[tokio::test]
async fn an_erased_account_leaves_a_number_and_nothing_else() {
    for house in House::on_each().await {
        house.add(ANNA, Some("auditor"), Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;
        anna.post("/en/account/email", &[("email", NEW), ("email_password", PASSWORD)]).await;
        let id = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account").id;

        let wrong = anna.post("/en/account/erase", &[("password", OTHER)]).await;
        let page = anna.get("/en/account/erase").await;
        let erased = anna.post("/en/account/erase", &[("password", PASSWORD)]).await;

        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.text.contains("password-error"), "{}", wrong.text);
        assert!(page.text.contains("What goes") && page.text.contains("What stays"), "{}", page.text);
        assert_eq!(erased.status, StatusCode::SEE_OTHER, "{}", erased.text);
        assert!(!anna.is_in().await);
        assert_eq!(anna.sign_in(ANNA, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for personal in [ANNA, NEW, "Anna Kowal"] {
            assert!(!house.holds(personal).await, "{personal} is left");
        }
        let account = house.sample.store.account(&id).await.expect("an answer").expect("its number");
        assert_eq!((account.email, account.name.as_str()), (None, ""));
        let trail = house.sample.store.verify_audit().await.expect("an answer");
        assert!(matches!(trail, AuditVerdict::Whole { .. }), "the trail holds: {trail:?}");
        house.add(ANNA, None, Some(PASSWORD)).await;
        assert!(house.browser_of(ANNA).await.is_in().await, "the address is free for another account");
    }
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let house = House::on_a_file().await;
    let mut keeper = house.browser_of(KEEPER).await;

    let refused = keeper.post("/en/account/erase", &[("password", PASSWORD)]).await;

    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("The last administrator of the portal stays"), "{}", refused.text);
    assert!(keeper.is_in().await);
}
