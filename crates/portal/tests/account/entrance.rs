//! Invitations, new passwords, and what the way in tells.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use miedza_planning::account::{INVITATION_HOLDS, RESET_HOLDS};

use crate::house::{ANNA, House, KEEPER, OTHER, PASSWORD, SITE, after, escaped, path};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test]
async fn an_invitation_opens_an_account_once() {
    for house in House::on_each().await {
        let told = house.add(ANNA, Some("auditor"), None).await;
        let link = house.link_to(ANNA).await;
        let mut anna = house.browser();

        let page = anna.get(&link).await;
        let short = anna.post(&link, &[("name", "Anna Zdrój"), ("password", "krótkie")]).await;
        let accepted = anna.post(&link, &[("name", "Anna Zdrój"), ("password", PASSWORD)]).await;

        assert_eq!(path(&told), link, "the terminal tells the link of the letter");
        assert!(page.status == StatusCode::OK && page.text.contains("Accept the invitation"), "{}", page.text);
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.text.contains("value=\"Anna Zdrój\"") && short.text.contains("fewer than 12"), "{}", short.text);
        assert_eq!((accepted.status, accepted.to.as_str()), (StatusCode::SEE_OTHER, "/en/work"), "{}", accepted.text);
        let cookie = accepted.headers[header::SET_COOKIE].to_str().expect("a cookie");
        assert!(["HttpOnly", "SameSite=Lax", "Secure", "Path=/"].iter().all(|mark| cookie.contains(mark)), "{cookie}");
        let own = anna.get("/en/account").await;
        assert!(own.text.contains("Anna Zdrój") && own.text.contains("auditor, whole portal"), "{}", own.text);

        let mut second = house.browser();
        let gone = second.get(&link).await;
        let taken = second.post(&link, &[("name", "Ewa"), ("password", OTHER)]).await;
        assert_eq!((gone.status, taken.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert!(gone.text.contains("works no more") && gone.text.contains("/en/reset"), "{}", gone.text);
    }
}

#[tokio::test]
async fn an_invitation_that_ran_out_is_not_revived_by_a_new_password() {
    for house in House::on_each().await {
        house.add(ANNA, None, None).await;
        let link = house.link_to(ANNA).await;
        let mut browser = house.browser();

        after(INVITATION_HOLDS.saturating_sub(SECOND + SECOND));
        assert_eq!(browser.get(&link).await.status, StatusCode::OK, "until the last second");
        after(SECOND + SECOND + SECOND);
        let late = browser.post(&link, &[("name", "Anna"), ("password", PASSWORD)]).await;
        let asked = browser.post("/en/reset", &[("email", ANNA)]).await;

        assert_eq!((late.status, asked.status), (StatusCode::NOT_FOUND, StatusCode::OK));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1, "no letter but the invitation");
        let crossed = browser.get(&link.replace("/invitation/", "/reset/")).await;
        assert_eq!(crossed.status, StatusCode::NOT_FOUND, "a token is for one purpose");
        assert_eq!(browser.sign_in(ANNA, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let mut keeper = house.browser_of(KEEPER).await;
        let account = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account").id;
        let again = keeper.post(&format!("/en/work/accounts/{account}/invite"), &[]).await;
        let anew = house.link_to(ANNA).await;
        assert!(again.status == StatusCode::SEE_OTHER && anew != link, "{}", again.text);
        let accepted = browser.post(&anew, &[("name", "Anna"), ("password", PASSWORD)]).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text);
    }
}

#[tokio::test]
async fn a_new_password_by_mail_tells_nobody_who_has_an_account() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        house.add("invited@gmina.example", None, None).await;
        house.add("off@gmina.example", None, Some(PASSWORD)).await;
        let off = house.sample.store.account_by_email("off@gmina.example").await.expect("an answer").expect("the account").id;
        let mut keeper = house.browser_of(KEEPER).await;
        keeper.post(&format!("/en/work/accounts/{off}/disable"), &[]).await;
        let before = house.letters().await.len();

        let mut told = Vec::new();
        for email in [ANNA, "invited@gmina.example", "off@gmina.example", "nobody@gmina.example", "no address"] {
            let answer = house.browser().post("/en/reset", &[("email", email)]).await;
            told.push((answer.status, answer.text));
        }

        assert!(told.iter().all(|answer| *answer == told[0]), "each gets the same page");
        let letters = house.letters().await;
        assert_eq!((letters.len(), letters[0].draft.recipient.as_str()), (before + 1, ANNA));
    }
}

#[tokio::test]
async fn a_new_password_is_set_once_and_ends_every_session() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let mut elsewhere = house.browser_of(ANNA).await;
        let mut browser = house.browser();
        browser.post("/en/reset", &[("email", ANNA)]).await;
        let link = house.link_to(ANNA).await;

        let simple = browser.post(&link, &[("password", "aaaaaaaaaaaaaaa")]).await;
        let set = browser.post(&link, &[("password", OTHER)]).await;

        assert_eq!(simple.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text);
        assert!(browser.is_in().await && !elsewhere.is_in().await);
        assert_eq!(browser.get(&link).await.status, StatusCode::NOT_FOUND, "used up");
        assert_eq!(house.browser().sign_in(ANNA, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.browser().sign_in(ANNA, OTHER).await.status, StatusCode::SEE_OTHER);
        let letters = house.letters().await;
        assert!(letters[0].draft.body.contains("password of your account was changed"), "{}", letters[0].draft.body);

        house.browser().post("/en/reset", &[("email", ANNA)]).await;
        let first = house.link_to(ANNA).await;
        house.browser().post("/en/reset", &[("email", ANNA)]).await;
        let second = house.link_to(ANNA).await;
        assert_eq!(browser.get(&first).await.status, StatusCode::NOT_FOUND, "only the newest letter works");
        after(RESET_HOLDS + SECOND);
        assert_eq!(browser.get(&second).await.status, StatusCode::NOT_FOUND, "two hours are over");
    }
}

#[tokio::test]
async fn forms_of_other_sites_are_refused_and_the_way_back_leads_to_no_other_host() {
    let house = House::on_a_file().await;
    let mut browser = house.browser();
    let form = |origin: &str| {
        let request = Request::post("/en/sign-in").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.header(header::HOST, "partnership.example").header(header::ORIGIN, origin);
        request
            .body(Body::from(format!("email={}&password={}&to=//evil.example", escaped(KEEPER), escaped(PASSWORD))))
            .expect("a request")
    };

    let foreign = browser.send(form("https://evil.example")).await;
    let own = browser.send(form(SITE)).await;

    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert_eq!((own.status, own.to.as_str()), (StatusCode::SEE_OTHER, "/en/work"), "{}", own.text);
}
