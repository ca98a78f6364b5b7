//! Codes after the password: switched on with the device in hand, asked for, limited, used once, switched off.

use std::time::Duration;

use axum::http::StatusCode;
use miedza_planning::account::{CODES, ENTRY_HOLDS};
use totp_rs::{Algorithm, Secret, TOTP};

use crate::house::{ANNA, Answer, Browser, House, OTHER, PASSWORD, after, clock, hidden};

const PAGE: &str = "/en/account/second-factor";
const CODE: &str = "/en/sign-in/code";
const STEP: Duration = Duration::from_secs(30);

/// What the app on the phone shows now.
fn code_of(secret: &str) -> String {
    let secret = Secret::Encoded(secret.to_owned()).to_bytes().expect("a secret");
    let app = TOTP::new(Algorithm::SHA1, 6, 1, 30, secret, None, String::new()).expect("an app");
    app.generate(u64::try_from(clock().unix_timestamp()).expect("after 1970"))
}

fn recovery_codes(page: &Answer) -> Vec<String> {
    page.text.split("<code>").skip(1).filter_map(|rest| rest.split('<').next()).map(ToOwned::to_owned).collect()
}

/// Switches codes on; gives the secret and the codes for a lost device.
pub async fn switch_on(browser: &mut Browser) -> (String, Vec<String>) {
    let page = browser.get(PAGE).await;
    let secret = hidden(&page.text, "secret");
    let form = [("secret", secret.as_str()), ("code", &code_of(&secret)), ("password", PASSWORD)];
    let on = browser.post(PAGE, &form).await;
    assert_eq!(on.status, StatusCode::OK, "{}", on.text);
    (secret, recovery_codes(&on))
}

#[tokio::test]
async fn codes_are_switched_on_with_the_device_and_the_password_in_hand() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let (mut anna, mut elsewhere) = (house.browser_of(ANNA).await, house.browser_of(ANNA).await);
        let page = anna.get(PAGE).await;
        let secret = hidden(&page.text, "secret");
        let code = code_of(&secret);

        assert!(page.text.contains("<svg class=\"qr\"") && page.text.contains(&secret[..4]), "{}", page.text);
        let wrong = anna.post(PAGE, &[("secret", &secret), ("code", &code), ("password", OTHER)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("password-error") && hidden(&wrong.text, "secret") == secret, "{}", wrong.text);
        let wrong = anna.post(PAGE, &[("secret", &secret), ("code", "000000"), ("password", PASSWORD)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("code-error") && hidden(&wrong.text, "secret") == secret, "{}", wrong.text);

        let on = anna.post(PAGE, &[("secret", &secret), ("code", &code), ("password", PASSWORD)]).await;

        assert_eq!((on.status, recovery_codes(&on).len()), (StatusCode::OK, 10), "{}", on.text);
        assert!(anna.is_in().await && !elsewhere.is_in().await);
        assert!(anna.get("/en/account").await.text.contains("10 codes for a lost device are left"));
        assert_eq!(house.count_to(ANNA).await, 1, "the owner is told");
        for code in recovery_codes(&on) {
            assert!(!house.holds(&code).await, "of a code only a hash is kept");
        }
    }
}

#[tokio::test]
async fn the_password_alone_opens_nothing_and_a_code_opens_once() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let (secret, recovery) = switch_on(&mut house.browser_of(ANNA).await).await;
        after(STEP + STEP);
        let mut anna = house.browser();

        let first = anna.sign_in(ANNA, PASSWORD).await;
        assert_eq!((first.status, first.to.as_str()), (StatusCode::SEE_OTHER, CODE));
        assert!(!anna.is_in().await && !anna.cookies.contains_key("miedza_session"));
        let code = code_of(&secret);
        let wrong = anna.post(CODE, &[("code", "123456")]).await;
        let right = anna.post(CODE, &[("code", &code)]).await;
        assert_eq!((wrong.status, right.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::SEE_OTHER), "{}", right.text);
        assert!(anna.is_in().await);

        let mut thief = house.browser();
        thief.sign_in(ANNA, PASSWORD).await;
        assert_eq!(thief.post(CODE, &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a code is used once");

        let mut lost = house.browser();
        lost.sign_in(ANNA, PASSWORD).await;
        let typed = recovery[0].to_uppercase().replace('-', " ");
        assert_eq!(lost.post(CODE, &[("code", &typed)]).await.status, StatusCode::SEE_OTHER);
        let mut again = house.browser();
        again.sign_in(ANNA, PASSWORD).await;
        assert_eq!(again.post(CODE, &[("code", &typed)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(lost.get("/en/account").await.text.contains("9 codes for a lost device are left"));
    }
}

#[tokio::test]
async fn wrong_codes_are_limited_and_the_way_to_the_code_ends() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let (secret, _) = switch_on(&mut house.browser_of(ANNA).await).await;
        after(STEP + STEP);
        let mut guesser = house.browser();
        guesser.sign_in(ANNA, PASSWORD).await;
        for _ in 0..CODES.most {
            assert_eq!(guesser.post(CODE, &[("code", "000000")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        guesser.sign_in(ANNA, PASSWORD).await;
        let waiting = guesser.post(CODE, &[("code", &code_of(&secret))]).await;
        assert_eq!(waiting.status, StatusCode::TOO_MANY_REQUESTS, "a new start gives no new guesses");

        after(Duration::from_secs(CODES.seconds.unsigned_abs()));
        let mut slow = house.browser();
        slow.sign_in(ANNA, PASSWORD).await;
        after(ENTRY_HOLDS + STEP);
        let late = slow.post(CODE, &[("code", &code_of(&secret))]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("more than ten minutes"), "{}", late.text);
        slow.sign_in(ANNA, PASSWORD).await;
        assert_eq!(slow.post(CODE, &[("code", &code_of(&secret))]).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_new_password_by_mail_does_not_go_round_the_code() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let (secret, _) = switch_on(&mut house.browser_of(ANNA).await).await;
        after(STEP + STEP);
        let mut reader = house.browser();
        reader.post("/en/reset", &[("email", ANNA)]).await;
        let link = house.link_to(ANNA).await;

        let set = reader.post(&link, &[("password", OTHER)]).await;

        assert_eq!((set.status, set.to.as_str()), (StatusCode::SEE_OTHER, CODE));
        assert!(!reader.is_in().await);
        assert_eq!(reader.post(CODE, &[("code", &code_of(&secret))]).await.status, StatusCode::SEE_OTHER);
        assert!(reader.is_in().await);
    }
}

#[tokio::test]
async fn codes_are_switched_off_with_the_password() {
    for house in House::on_each().await {
        house.add(ANNA, None, Some(PASSWORD)).await;
        let mut anna = house.browser_of(ANNA).await;
        switch_on(&mut anna).await;

        let wrong = anna.post(&format!("{PAGE}/off"), &[("factor_password", OTHER)]).await;
        let off = anna.post(&format!("{PAGE}/off"), &[("factor_password", PASSWORD)]).await;

        assert_eq!((wrong.status, off.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::SEE_OTHER));
        let straight = house.browser().sign_in(ANNA, PASSWORD).await;
        assert_eq!((straight.status, straight.to.as_str()), (StatusCode::SEE_OTHER, "/en/work"));
    }
}
