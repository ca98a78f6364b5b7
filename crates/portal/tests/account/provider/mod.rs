//! Signing in through a provider of OpenID Connect: a real one from npm, started here where Node.js is present, and a way to it
//! that can do harm.

mod between;

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::{StatusCode, header};
use miedza_planning::account::{ENTRY_HOLDS, INVITATION_HOLDS, STARTS_OF_PLACE};
use miedza_portal::Portal;
use miedza_store::samples::Engines;
use serde_json::{Value, json};

use self::between::{Between, Manner, is_there, provider};
use crate::house::{ANNA, Answer, Browser, House, KEEPER, PASSWORD, SITE, after, escaped, portal};

/// For how long tokens hold, unless a test is about that.
const HOLDS: u32 = 3600;

fn people() -> Value {
    json!({
        "anna": {"email": "Anna@Gmina.example", "email_verified": true, "name": "Anna Kowal"},
        "ewa": {"email": "anna@gmina.example", "email_verified": true},
        "claim": {"email": "anna@gmina.example", "email_verified": false},
        "stranger": {"email": "stranger@elsewhere.example", "email_verified": true},
        "silent": {"name": "No address"},
    })
}

async fn house(between: &Between) -> House {
    House::with(Engines::sqlite().await, Portal { provider: Some(between.provider(&[])), ..portal() }).await
}

/// A provider with its people and a portal that knows it; `None` where no provider can be started here.
async fn begun() -> Option<(Between, House)> {
    if !is_there() {
        return None;
    }
    let between = Between::start(people(), HOLDS).await;
    let house = house(&between).await;
    Some((between, house))
}

/// A browser as the provider sees it: its cookies by path and name.
struct There {
    calls: reqwest::Client,
    cookies: BTreeMap<(String, String), String>,
}

impl There {
    fn new() -> Self {
        let calls = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
        Self { calls: calls.build().expect("a client"), cookies: BTreeMap::new() }
    }

    /// Where an answer leads.
    async fn ask(&mut self, address: &str, form: Option<&str>) -> String {
        let place = address.splitn(4, '/').nth(3).map(|place| format!("/{place}")).unwrap_or_default();
        let sent = self.cookies.iter().filter(|((path, _), _)| place.starts_with(path));
        let cookies: Vec<String> = sent.map(|((_, name), value)| format!("{name}={value}")).collect();
        let request = match form {
            None => self.calls.get(address),
            Some(form) => {
                let form = form.to_owned();
                self.calls.post(address).header("content-type", "application/x-www-form-urlencoded").body(form)
            }
        };
        let answer = request.header("cookie", cookies.join("; ")).send().await.expect("the provider answers");
        for cookie in answer.headers().get_all("set-cookie") {
            let cookie = cookie.to_str().expect("a cookie");
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            let path = cookie.split("; path=").nth(1).and_then(|rest| rest.split(';').next()).unwrap_or("/");
            let key = (path.to_owned(), name.to_owned());
            if value.is_empty() {
                self.cookies.remove(&key);
            } else {
                self.cookies.insert(key, value.to_owned());
            }
        }
        let to = answer.headers().get("location").map(|to| to.to_str().expect("an address").to_owned());
        match to {
            Some(to) => to,
            None => panic!("{address} leads nowhere: {}", answer.text().await.expect("a page")),
        }
    }

    /// Signs in at the provider; gives the address by which it sends the browser back.
    async fn sign_in(&mut self, issuer: &str, address: &str, login: &str) -> String {
        let login = format!("prompt=login&login={login}&password=anything");
        let mut forms = [login.as_str(), "prompt=consent"].into_iter();
        let mut places = vec![self.ask(address, None).await];
        while places.len() < 12 {
            let to = places.last().cloned().unwrap_or_default();
            if to.starts_with(SITE) {
                return to;
            }
            let place = if to.starts_with('/') { format!("{issuer}{to}") } else { to };
            let form = if place.contains("/interaction/") { forms.next() } else { None };
            places.push(self.ask(&place, form).await);
        }
        panic!("the provider does not send the browser back: {places:?}");
    }
}

/// The way of somebody through the provider and back; gives the last answer of the portal.
async fn through(browser: &mut Browser, between: &Between, start: &str, login: &str) -> Answer {
    let go = browser.get(start).await;
    assert_eq!(go.status, StatusCode::SEE_OTHER, "{}", go.text);
    let back = There::new().sign_in(&between.issuer, &go.to, login).await;
    browser.get(&path(&back)).await
}

fn path(back: &str) -> String {
    back.strip_prefix(SITE).unwrap_or_else(|| panic!("back to the portal, not to {back:?}")).to_owned()
}

/// The page to which somebody is led who does not come in.
async fn told(browser: &mut Browser, answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert!(answer.to.contains("/sign-in?told="), "{}", answer.to);
    assert!(!browser.is_in().await);
    browser.get(&answer.to).await.text
}

const START: &str = "/en/sign-in/provider";

#[tokio::test]
async fn somebody_who_has_an_account_comes_in_and_is_known_from_then_on() {
    if !is_there() {
        return;
    }
    let between = Between::start(people(), HOLDS).await;
    let labels = ["pl=Wejdź kontem urzędu"];
    for sample in Engines::all().await {
        let house = House::with(sample, Portal { provider: Some(between.provider(&labels)), ..portal() }).await;
        house.add(ANNA, Some("auditor"), Some(PASSWORD)).await;
        let mut anna = house.browser();
        let page = anna.get("/en/sign-in?to=/en/account").await.text;
        assert!(page.contains("Sign in through 127.0.0.1") && page.contains("/en/sign-in/provider?to="), "{page}");
        assert!(anna.get("/pl/sign-in").await.text.contains("Wejdź kontem urzędu"));

        let came = through(&mut anna, &between, &format!("{START}?to=/en/account"), "anna").await;

        assert_eq!((came.status, came.to.as_str()), (StatusCode::SEE_OTHER, "/en/account"), "{}", came.text);
        assert!(anna.is_in().await && !anna.cookies.contains_key("miedza_entry"));
        assert!(anna.get("/en/account").await.text.contains(&between.issuer), "the tie stands on the own page");
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1, "the owner is told of the tie");
        assert!(letters[0].draft.body.contains("through the sign-in provider"), "{}", letters[0].draft.body);

        // The address may change on either side: the name there counts.
        let id = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account").id;
        let change = miedza_store::AccountChange::Email("other@gmina.example".to_owned());
        house.sample.store.change_account(&id, &[change], &miedza_store::Author::Program("test")).await.expect("changed");
        let mut again = house.browser();
        through(&mut again, &between, START, "anna").await;
        assert!(again.is_in().await);
        assert_eq!(house.letters().await.len(), 1, "told once");
    }
}

#[tokio::test]
async fn somebody_who_is_invited_comes_in_with_the_letter_or_with_the_address_while_the_invitation_holds() {
    if !is_there() {
        return;
    }
    let between = Between::start(people(), HOLDS).await;
    let by_letter = house(&between).await;
    by_letter.add("clerk@gmina.example", None, None).await;
    let link = by_letter.link_to("clerk@gmina.example").await;
    let mut clerk = by_letter.browser();
    assert!(clerk.get(&link).await.text.contains(&format!("{link}/provider")), "the page of the invitation offers it");
    let came = through(&mut clerk, &between, &format!("{link}/provider"), "stranger").await;
    assert_eq!((came.status, came.to.as_str()), (StatusCode::SEE_OTHER, "/en/work"), "{}", came.text);
    assert!(clerk.is_in().await);
    assert_eq!(by_letter.browser().get(&link).await.status, StatusCode::NOT_FOUND, "the letter is used up");
    assert_eq!(by_letter.browser().get(&format!("{link}/provider")).await.status, StatusCode::NOT_FOUND);

    let by_address = house(&between).await;
    by_address.add(ANNA, None, None).await;
    let link = by_address.link_to(ANNA).await;
    let mut anna = by_address.browser();
    through(&mut anna, &between, START, "anna").await;
    assert!(anna.is_in().await);
    assert_eq!(by_address.browser().get(&link).await.status, StatusCode::NOT_FOUND, "the letter is used up");

    let late = house(&between).await;
    late.add(ANNA, None, None).await;
    after(INVITATION_HOLDS + Duration::from_secs(1));
    let mut anna = late.browser();
    // The provider has the true time; the portal believes what was issued just now.
    let answer = through(&mut anna, &between, START, "anna").await;
    assert!(told(&mut anna, &answer).await.contains("could not be believed"), "a clock that is off by weeks is noticed");
}

#[tokio::test]
async fn an_invitation_that_ran_out_is_not_revived_by_the_provider() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, None).await;
    house.sample.behind_its_back("UPDATE one_time_tokens SET expires_at = 0").await.expect("it ran out");
    let mut anna = house.browser();

    let answer = through(&mut anna, &between, START, "anna").await;

    assert!(told(&mut anna, &answer).await.contains("Your invitation has run out"));
}

#[tokio::test]
async fn whoever_is_not_known_or_not_vouched_for_is_told_what_to_do() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    let cases = [
        ("stranger", "Nobody here has the e-mail address", "invitation to that address"),
        ("claim", "does not confirm an e-mail address", "Confirm your address there"),
        ("silent", "does not confirm an e-mail address", "Confirm your address there"),
    ];
    for (login, what, way_out) in cases {
        let mut browser = house.browser();
        let answer = through(&mut browser, &between, &format!("{START}?to=/en/account"), login).await;
        let page = told(&mut browser, &answer).await;
        assert!(page.contains(what) && page.contains(way_out), "{login}: {page}");
        assert!(page.contains("name=\"to\" value=\"/en/account\""), "where they wanted to go is not lost: {page}");
    }

    let mut anna = house.browser();
    through(&mut anna, &between, START, "anna").await;
    let mut ewa = house.browser();
    let answer = through(&mut ewa, &between, START, "ewa").await;
    let page = told(&mut ewa, &answer).await;
    assert!(page.contains("does not belong to that account"), "an address that passed on to somebody else opens nothing: {page}");

    let id = house.sample.store.account_by_email(ANNA).await.expect("an answer").expect("the account").id;
    house.browser_of(KEEPER).await.post(&format!("/en/work/accounts/{id}/disable"), &[]).await;
    assert!(!anna.is_in().await);
    let answer = through(&mut anna, &between, START, "anna").await;
    assert!(told(&mut anna, &answer).await.contains("Your account is switched off"));
}

#[tokio::test]
async fn a_code_from_the_device_is_asked_after_the_provider_as_well() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    crate::second_factor::switch_on(&mut house.browser_of(ANNA).await).await;
    let mut anna = house.browser();

    let came = through(&mut anna, &between, START, "anna").await;

    assert_eq!((came.status, came.to.as_str()), (StatusCode::SEE_OTHER, "/en/sign-in/code"));
    assert!(!anna.is_in().await);
}

#[tokio::test]
async fn an_answer_that_was_tampered_with_opens_nothing() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    let cases = [
        (Manner::Forges, "could not be believed"),
        (Manner::Unsigns, "could not be believed"),
        (Manner::Withholds, "could not be believed"),
        (Manner::Floods, "could not be believed"),
        (Manner::IsDown, "The provider does not answer"),
    ];
    for (manner, what) in cases {
        let mut anna = house.browser();
        let go = anna.get(START).await;
        let back = There::new().sign_in(&between.issuer, &go.to, "anna").await;
        between.behave(manner);
        let answer = anna.get(&path(&back)).await;
        between.behave(Manner::Honest);
        let page = told(&mut anna, &answer).await;
        assert!(page.contains(what), "{manner:?}: {page}");
    }
    assert_eq!(house.sample.texts("SELECT subject FROM identities").await.expect("rows"), Vec::<String>::new());
}

#[tokio::test]
async fn an_answer_counts_for_one_sign_in_in_one_browser() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    let stale = "begun too long ago, in another window, or is over";

    // The answer of one browser in another: somebody is to be let into a stranger's account.
    let mut attacker = house.browser();
    let go = attacker.get(START).await;
    let back = There::new().sign_in(&between.issuer, &go.to, "anna").await;
    let mut victim = house.browser();
    let answer = victim.get(&path(&back)).await;
    let page = told(&mut victim, &answer).await;
    assert!(page.contains(stale), "{page}");
    victim.get(START).await;
    let answer = victim.get(&path(&back)).await;
    let page = told(&mut victim, &answer).await;
    assert!(page.contains(stale), "begun there as well, but with another state: {page}");

    // Another nonce, another challenge, another state than were sent.
    let swaps = [("nonce=", "could not be believed"), ("code_challenge=", stale), ("state=", stale)];
    for (what, expected) in swaps {
        let mut anna = house.browser();
        let go = anna.get(START).await;
        let place = go.to.find(what).expect("it is sent") + what.len();
        let sign = if go.to[place..].starts_with('A') { "B" } else { "A" };
        let swapped = format!("{}{sign}{}", &go.to[..place], &go.to[place + 1..]);
        let back = There::new().sign_in(&between.issuer, &swapped, "anna").await;
        let answer = anna.get(&path(&back)).await;
        assert!(told(&mut anna, &answer).await.contains(expected), "{what}");
    }

    // Used twice, used late, used after another provider spoke.
    let mut anna = house.browser();
    let go = anna.get(START).await;
    let back = path(&There::new().sign_in(&between.issuer, &go.to, "anna").await);
    let other = back.replace(&escaped_for_address(&between.issuer), &escaped_for_address("https://evil.example"));
    assert_ne!(other, back, "the provider says who it is");
    let entry = anna.cookies.clone();
    assert_eq!(anna.get(&back).await.to, "/en/work");
    let mut again = house.browser();
    again.cookies = entry;
    let answer = again.get(&back).await;
    assert!(told(&mut again, &answer).await.contains(stale), "used once");
    let mut anna = house.browser();
    let go = anna.get(START).await;
    let back = path(&There::new().sign_in(&between.issuer, &go.to, "anna").await);
    let other = back.replace(&escaped_for_address(&between.issuer), &escaped_for_address("https://evil.example"));
    let answer = anna.get(&other).await;
    assert!(told(&mut anna, &answer).await.contains("could not be believed"), "another provider speaks");
    let go = anna.get(START).await;
    let back = path(&There::new().sign_in(&between.issuer, &go.to, "anna").await);
    after(ENTRY_HOLDS + Duration::from_secs(1));
    let answer = anna.get(&back).await;
    assert!(told(&mut anna, &answer).await.contains(stale), "ten minutes are over");
}

fn escaped_for_address(text: &str) -> String {
    text.replace(':', "%3A").replace('/', "%2F")
}

#[tokio::test]
async fn clocks_may_differ_by_two_minutes_and_no_more() {
    if !is_there() {
        return;
    }
    let between = Between::start(people(), 1).await;
    for (minutes, is_in) in [(1, true), (4, false)] {
        let house = house(&between).await;
        house.add(ANNA, None, Some(PASSWORD)).await;
        let mut anna = house.browser();
        let go = anna.get(START).await;
        let back = path(&There::new().sign_in(&between.issuer, &go.to, "anna").await);
        after(Duration::from_mins(minutes));

        let answer = anna.get(&back).await;

        assert_eq!(anna.is_in().await, is_in, "{minutes} minutes after a token of one second: {}", answer.to);
        assert!(is_in || answer.to.contains("told=not-believed"), "{}", answer.to);
    }
}

#[tokio::test]
async fn new_keys_of_the_provider_are_taken_over() {
    let Some((mut between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    through(&mut house.browser(), &between, START, "anna").await;
    between.restart();
    after(Duration::from_secs(61));
    let mut anna = house.browser();

    let came = through(&mut anna, &between, START, "anna").await;

    assert_eq!(came.to, "/en/work", "{}", came.text);
    assert!(anna.is_in().await);
}

#[tokio::test]
async fn whoever_signs_out_is_shown_the_way_out_of_the_provider() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    let mut anna = house.browser();
    through(&mut anna, &between, START, "anna").await;

    let out = anna.post("/en/sign-out", &[]).await;

    assert_eq!(out.status, StatusCode::OK);
    assert!(!anna.is_in().await);
    assert!(out.text.contains("You are signed out here"), "{}", out.text);
    assert!(out.text.contains(&format!("{}/session/end?client_id=miedza", between.issuer)), "{}", out.text);
    assert!(out.text.contains(&escaped_for_address(&format!("{SITE}/"))), "the way back is sent along: {}", out.text);
    let mut other = house.browser_of(ANNA).await;
    let plain = other.post("/en/sign-out", &[]).await;
    assert_eq!((plain.status, plain.to.as_str()), (StatusCode::SEE_OTHER, "/en"), "by the password there is one way out");
}

#[tokio::test]
async fn a_tie_is_cut_on_the_own_page_where_a_password_is_left() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, None).await;
    house.link_to(ANNA).await;
    let mut anna = house.browser();
    through(&mut anna, &between, START, "anna").await;
    let refused = anna.post("/en/account/unlink", &[("issuer", &between.issuer)]).await;
    assert!(refused.text.contains("This is the only way into your account"), "{}", refused.text);

    let mut reader = house.browser();
    reader.post("/en/reset", &[("email", ANNA)]).await;
    let link = house.link_to(ANNA).await;
    reader.post(&link, &[("password", PASSWORD)]).await;
    let cut = reader.post("/en/account/unlink", &[("issuer", &between.issuer)]).await;

    assert_eq!(cut.status, StatusCode::SEE_OTHER, "{}", cut.text);
    assert_eq!(house.sample.texts("SELECT subject FROM identities").await.expect("rows"), Vec::<String>::new());
}

#[tokio::test]
async fn somebody_who_breaks_off_there_is_told_so_here_and_in_their_language() {
    let Some((_between, house)) = begun().await else { return };
    let mut anna = house.browser();
    let go = anna.get("/pl/sign-in/provider").await;
    let state = go.to.split("state=").nth(1).and_then(|rest| rest.split('&').next()).expect("a state").to_owned();

    let answer = anna.get(&format!("/sign-in/provider?error=access_denied&state={state}")).await;

    assert!(answer.to.starts_with("/pl/sign-in"), "{}", answer.to);
    assert!(told(&mut anna, &answer).await.contains("Logowanie u dostawcy zostało przerwane"));
}

#[tokio::test]
async fn a_provider_that_is_down_leaves_the_way_by_password() {
    let house = House::with(Engines::sqlite().await, Portal { provider: Some(provider("http://127.0.0.1:9", &[])), ..portal() });
    let house = house.await;
    let mut browser = house.browser();

    let answer = browser.get(START).await;

    let page = told(&mut browser, &answer).await;
    assert!(page.contains("The provider does not answer") && page.contains("name=\"password\""), "{page}");
    assert_eq!(browser.sign_in(KEEPER, PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn without_a_provider_there_is_no_way_through_one() {
    let house = House::on_a_file().await;
    let mut browser = house.browser();

    assert!(!browser.get("/en/sign-in").await.text.contains("/sign-in/provider"));
    for address in [START, "/sign-in/provider?code=x&state=y"] {
        assert_eq!(browser.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn one_place_begins_no_more_sign_ins_than_an_office_needs() {
    let Some((_between, house)) = begun().await else { return };
    let mut browser = house.browser();
    for count in 0..STARTS_OF_PLACE.most {
        assert_eq!(browser.get(START).await.status, StatusCode::SEE_OTHER, "{count}");
    }

    let waiting = browser.get(START).await;

    assert_eq!(waiting.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(waiting.headers.contains_key(header::RETRY_AFTER));
}

#[tokio::test]
async fn a_way_back_to_another_host_is_not_taken() {
    let Some((between, house)) = begun().await else { return };
    house.add(ANNA, None, Some(PASSWORD)).await;
    let mut anna = house.browser();

    let came = through(&mut anna, &between, &format!("{START}?to={}", escaped("//evil.example")), "anna").await;

    assert_eq!(came.to, "/en/work");
}
