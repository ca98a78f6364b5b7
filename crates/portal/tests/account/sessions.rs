//! Sessions: a new id at each sign-in, good on every node and after a restart, ended at once.

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use miedza_planning::account::{SESSION_HOLDS, SESSION_RESTS};
use miedza_portal::App;
use miedza_store::Store;

use crate::house::{ANNA, Browser, House, KEEPER, OTHER, PASSWORD, after, hidden, portal};

const SESSION: &str = "miedza_session";
const HOUR: Duration = Duration::from_hours(1);

#[tokio::test]
async fn each_sign_in_has_a_new_id_and_ends_the_one_before() {
    for house in House::on_each().await {
        let mut browser = house.browser();
        // Somebody else has put a cookie of their own choice into the browser.
        browser.cookies.insert(SESSION.to_owned(), "0".repeat(64));

        browser.sign_in(KEEPER, PASSWORD).await;
        let first = browser.cookies[SESSION].clone();
        let mut copied = browser.clone();
        browser.sign_in(KEEPER, PASSWORD).await;

        assert!(first != "0".repeat(64) && browser.cookies[SESSION] != first);
        assert!(browser.is_in().await && !copied.is_in().await);
        assert!(!house.holds(&browser.cookies[SESSION]).await, "of the cookie only a hash is kept");
    }
}

#[tokio::test]
async fn a_session_holds_on_another_node_and_after_a_restart() {
    for house in House::on_each().await {
        let mut browser = house.browser_of(KEEPER).await;
        let other = Store::open(&house.sample.place).await.expect("a second node");
        let mut there = Browser::of(&App::new(other.clone(), portal()));
        there.cookies.clone_from(&browser.cookies);

        assert!(there.is_in().await);
        let out = there.post("/en/sign-out", &[]).await;
        assert_eq!(out.status, StatusCode::SEE_OTHER);
        assert!(!browser.is_in().await, "signed out there, out here");
        other.close().await;
    }
}

#[tokio::test]
async fn a_session_ends_when_it_rests_and_when_it_is_old() {
    for house in House::on_each().await {
        let mut resting = house.browser_of(KEEPER).await;
        let mut used = house.browser_of(KEEPER).await;

        let (mut passed, almost) = (Duration::ZERO, SESSION_RESTS.saturating_sub(HOUR));
        while passed + almost < SESSION_HOLDS {
            after(almost);
            passed += almost;
            assert!(used.is_in().await, "after {passed:?}");
            if passed > SESSION_RESTS {
                assert!(!resting.is_in().await, "not used for {passed:?}");
            }
        }
        after(SESSION_HOLDS.saturating_sub(passed) + HOUR);

        let asked = used.get("/en/account").await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        assert!(asked.text.contains("/en/sign-in?to="), "{}", asked.text);
    }
}

#[tokio::test]
async fn one_session_or_all_others_are_ended_from_the_own_page() {
    for house in House::on_each().await {
        let mut here = house.browser_of(KEEPER).await;
        let (mut one, mut two) = (house.browser_of(KEEPER).await, house.browser_of(KEEPER).await);
        let page = here.get("/en/account").await.text;
        assert_eq!(page.matches("sessions/end\"").count(), 2, "{page}");

        let ended = here.post("/en/account/sessions/end", &[("id", &hidden(&page, "id"))]).await;
        let left = [one.is_in().await, two.is_in().await].into_iter().filter(|is_in| *is_in).count();
        assert_eq!((ended.status, left), (StatusCode::SEE_OTHER, 1));

        here.post("/en/account/sessions/end-others", &[]).await;
        assert!(here.is_in().await && !one.is_in().await && !two.is_in().await);
    }
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_this_one_goes_on_under_a_new_id() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let (mut here, mut elsewhere) = (house.browser_of(ANNA).await, house.browser_of(ANNA).await);
        let before = here.cookies[SESSION].clone();

        let wrong = here.post("/en/account/password", &[("password", OTHER), ("new_password", OTHER)]).await;
        let short = here.post("/en/account/password", &[("password", PASSWORD), ("new_password", "anna")]).await;
        let changed = here.post("/en/account/password", &[("password", PASSWORD), ("new_password", OTHER)]).await;

        assert_eq!((wrong.status, short.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
        assert!(wrong.text.contains("password-error") && short.text.contains("new_password-error"), "{}", short.text);
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
        assert!(here.cookies[SESSION] != before && here.is_in().await && !elsewhere.is_in().await);
        assert_eq!(house.count_to(ANNA).await, 1, "the owner is told");
        assert!(!house.holds(OTHER).await && !house.holds(PASSWORD).await);
    }
}

#[tokio::test]
async fn an_account_that_is_switched_off_is_out_at_once() {
    for house in House::on_each().await {
        house.add(ANNA, Some("auditor"), Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;
        let mut keeper = house.browser_of(KEEPER).await;
        let id = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account").id;

        let off = keeper.post(&format!("/en/work/accounts/{id}/disable"), &[]).await;

        assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.text);
        assert!(!anna.is_in().await);
        let refused = anna.sign_in(ANNA, PASSWORD).await;
        let wrong = anna.sign_in("nobody@gmina.example", PASSWORD).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.text.replace(ANNA, ""), wrong.text.replace("nobody@gmina.example", ""), "which of them is not told");

        keeper.post(&format!("/en/work/accounts/{id}/enable"), &[]).await;
        assert!(!anna.is_in().await, "what has ended does not come back");
        assert_eq!(anna.sign_in(ANNA, PASSWORD).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn pages_of_somebody_who_signed_in_are_kept_by_nobody() {
    let house = House::on_a_file().await;
    let mut keeper = house.browser_of(KEEPER).await;

    for address in ["/en/account", "/en/account/tokens", "/en/account/second-factor", "/en/work/accounts", "/en"] {
        let page = keeper.get(address).await;
        assert_eq!(
            (page.status, &page.headers[header::CACHE_CONTROL]),
            (StatusCode::OK, &HeaderValue::from_static("no-store")),
            "{address}"
        );
    }
}
