//! Tokens for programs: made with scopes, shown once, used, refused outside them, revoked, ended.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::house::{ANNA, Answer, Browser, House, KEEPER, OTHER, PASSWORD, after, hidden};

const PAGE: &str = "/en/account/tokens";

fn shown(page: &Answer) -> String {
    let start = page.text.find("<code>miedza_").expect("a token is shown");
    page.text[start + 6..].split('<').next().expect("a token").to_owned()
}

/// A program asks with a token.
async fn ask(house: &House, token: &str, address: &str) -> Answer {
    let request = Request::get(address).header(header::AUTHORIZATION, format!("Bearer {token}"));
    house.browser().send(request.body(Body::empty()).expect("a request")).await
}

async fn make(browser: &mut Browser, scopes: &[&str]) -> Answer {
    let mut form = vec![("name", "nightly export"), ("days", "30"), ("password", PASSWORD)];
    form.extend(scopes.iter().map(|scope| ("scope", *scope)));
    browser.post(PAGE, &form).await
}

#[tokio::test]
async fn a_token_does_what_its_scopes_say_until_it_is_revoked() {
    for house in House::on_each().await {
        let mut keeper = house.browser_of(KEEPER).await;
        let made = make(&mut keeper, &["accounts:administer", "portal:read"]).await;
        let token = shown(&made);
        let narrow = shown(&make(&mut keeper, &["portal:read"]).await);

        assert_eq!(made.status, StatusCode::OK, "{}", made.text);
        assert!(!keeper.get(PAGE).await.text.contains(&token), "shown once");
        assert!(!house.holds(&token).await, "only its hash is kept");
        assert_eq!(ask(&house, &token, "/api/v1/partnerships").await.status, StatusCode::OK);
        let figures = ask(&house, &token, "/metrics").await;
        assert!(figures.status == StatusCode::OK && figures.text.contains("miedza_sessions"), "{}", figures.text);
        let refused = ask(&house, &narrow, "/metrics").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
        assert_eq!(ask(&house, &token, "/en/account").await.status, StatusCode::FORBIDDEN, "never the own account");

        let page = keeper.get(PAGE).await.text;
        assert!(page.contains("nightly export"), "{page}");
        // The newest stands first: that is the narrow one.
        let second = page[page.find("name=\"id\"").expect("a token") + 10..].to_owned();
        let revoked = keeper.post(&format!("{PAGE}/revoke"), &[("id", &hidden(&second, "id"))]).await;
        assert_eq!(revoked.status, StatusCode::SEE_OTHER);
        let unknown = ask(&house, &token, "/api/v1/partnerships").await;
        assert_eq!(unknown.status, StatusCode::UNAUTHORIZED, "{}", unknown.text);
        assert_eq!(ask(&house, &narrow, "/api/v1/partnerships").await.status, StatusCode::OK);
        assert_eq!(ask(&house, "miedza_made-up", "/api/v1/partnerships").await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_token_ends_with_its_days_and_with_its_account() {
    for house in House::on_each().await {
        house.add(ANNA, Some("auditor"), Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;
        let made = make(&mut anna, &["log:read"]).await;
        let token = shown(&made);
        assert_eq!(ask(&house, &token, "/api/v1/partnerships").await.status, StatusCode::OK);

        after(Duration::from_hours(30 * 24 + 1));
        assert_eq!(ask(&house, &token, "/api/v1/partnerships").await.status, StatusCode::UNAUTHORIZED);
        let mut anna = house.browser_of(ANNA).await;
        assert!(anna.get(PAGE).await.text.contains("ended"));

        let token = shown(&make(&mut anna, &["log:read"]).await);
        let id = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account").id;
        house.browser_of(KEEPER).await.post(&format!("/en/work/accounts/{id}/disable"), &[]).await;
        assert_eq!(ask(&house, &token, "/api/v1/partnerships").await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_token_asks_for_the_password_for_a_name_and_for_no_more_than_the_own_roles() {
    for house in House::on_each().await {
        house.add(ANNA, Some("auditor"), Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;
        let form = |password: &'static str, name: &'static str, scope: &'static str| {
            [("name", name), ("days", "30"), ("scope", scope), ("password", password)]
        };
        let cases = [
            (form(OTHER, "export", "log:read"), "password-error"),
            (form(PASSWORD, " ", "log:read"), "name-error"),
            (form(PASSWORD, "export", "accounts:administer"), "scope-error"),
            (form(PASSWORD, "export", "own:edit"), "scope-error"),
        ];
        for (form, place) in cases {
            let refused = anna.post(PAGE, &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
            assert!(refused.text.contains(place) && !refused.text.contains("<code>miedza_"), "{}", refused.text);
        }
        let kept = anna.post(PAGE, &form(OTHER, "my export", "log:read")).await.text;
        assert!(kept.contains("value=\"my export\"") && kept.contains("value=\"log:read\" checked"), "{kept}");
    }
}
