//! The built program as a whole: accounts over real HTTP and real mail, sessions that outlive it, and a log without secrets.

use std::time::{SystemTime, UNIX_EPOCH};

use totp_rs::{Algorithm, Secret, TOTP};

use super::support::Place;
use super::visitor::{Mailbox, Served, Visitor};

const ANNA: &str = "anna@gmina.example";
const PASSWORD: &str = "zielona-miedza-nad-rzeka";
const SECOND: &str = "miedza-po-drugiej-stronie";
const OF_MAIL: &str = "haslo-serwera-poczty";
const OF_PROVIDER: &str = "sekret-dostawcy-tozsamosci";
const CODE: &str = "code-of-the-provider-8c1f";

fn field(page: &str, name: &str) -> String {
    let start = page.find(&format!("name=\"{name}\" value=\"")).expect("the field is there");
    page[start..].split('"').nth(3).expect("a value").to_owned()
}

fn shown(page: &str) -> Vec<String> {
    page.split("<code>").skip(1).filter_map(|rest| rest.split('<').next()).map(ToOwned::to_owned).collect()
}

fn code_of(secret: &str) -> String {
    let bytes = Secret::Encoded(secret.to_owned()).to_bytes().expect("a secret");
    let app = TOTP::new(Algorithm::SHA1, 6, 1, 30, bytes, None, String::new()).expect("an app");
    app.generate(SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs())
}

/// The letter, and everything that is done with links, passwords, codes and tokens; gives every secret on the way.
fn live(place: &Place, served: &Served, mailbox: &Mailbox) -> (Visitor, Vec<String>) {
    let mut secrets: Vec<String> = [PASSWORD, SECOND, OF_MAIL, OF_PROVIDER, CODE].map(ToOwned::to_owned).to_vec();
    let data = place.path("data").display().to_string();
    let site = format!("http://{}", served.listen);
    let add = ["user", "add", ANNA, "--role", "administrator", "--data", &data, "--public-address", &site, "--lang", "en"];
    let told = place.run(&add).succeeded().answer;
    let invitation = mailbox.link(ANNA, "/en/invitation/");
    assert!(told.contains(&invitation), "the terminal tells the link of the letter: {told}");
    let mut anna = served.visitor();
    let accepted = anna.post(&invitation, &[("name", "Anna"), ("password", PASSWORD)]);
    assert_eq!((accepted.status, accepted.to.as_str()), (303, "/en/work"), "{}", accepted.text);
    assert_eq!(served.visitor().get(&invitation).status, 404, "works once");
    secrets.push(anna.cookies["miedza_session"].clone());

    let made = anna.post("/en/account/tokens", &[("name", "x"), ("scope", "portal:read"), ("days", "7"), ("password", PASSWORD)]);
    let token = shown(&made.text).first().expect("a token").clone();
    assert_eq!(served.visitor().get_with("/api/v1/partnerships", &token).status, 200);
    assert_eq!(served.visitor().get_with("/api/v1/partnerships", "miedza_0123456789abcdef").status, 401);
    secrets.extend([token, "miedza_0123456789abcdef".to_owned()]);

    anna.post("/en/account/email", &[("email", "new@gmina.example"), ("email_password", PASSWORD)]);
    secrets.push(mailbox.link("new@gmina.example", "/en/account/email/"));
    let secret = field(&anna.get("/en/account/second-factor").text, "secret");
    let form = [("secret", secret.as_str()), ("code", &code_of(&secret)), ("password", PASSWORD)];
    let on = anna.post("/en/account/second-factor", &form);
    assert_eq!(shown(&on.text).len(), 10, "{}", on.text);
    secrets.extend(shown(&on.text));
    secrets.push(secret);

    served.visitor().post("/en/reset", &[("email", ANNA)]);
    let reset = mailbox.link(ANNA, "/en/reset/");
    let mut reader = served.visitor();
    assert_eq!(reader.post(&reset, &[("password", SECOND)]).to, "/en/sign-in/code");
    secrets.push(reader.cookies["miedza_entry"].clone());
    let recovery = secrets.iter().find(|secret| secret.len() == 14).expect("a code").clone();
    assert_eq!(reader.post("/en/sign-in/code", &[("code", &recovery)]).status, 303);
    assert_eq!(served.visitor().post("/en/sign-in", &[("email", ANNA), ("password", PASSWORD)]).status, 422);
    mailbox.letter(ANNA, "was changed");

    assert_eq!(served.visitor().get("/en/sign-in/provider").to, "/en/sign-in?told=down");
    served.visitor().get(&format!("/sign-in/provider?code={CODE}&state={CODE}"));
    served.visitor().get(&format!("/en/nowhere/{CODE}?password={PASSWORD}"));
    secrets.extend([invitation, reset].map(|link| link.rsplit('/').next().unwrap_or_default().to_owned()));
    secrets.push(reader.cookies["miedza_session"].clone());
    (reader, secrets)
}

#[test]
fn accounts_work_through_mail_and_outlive_the_program_whose_log_holds_no_secret() {
    for (form, level) in [("text", "warn,miedza::requests=info"), ("json", "trace")] {
        let (place, mailbox) = (Place::new(), Mailbox::open());
        let smtp = format!("smtp://office:{OF_MAIL}@{}", mailbox.address);
        let issuer = ["--oidc-issuer", "http://127.0.0.1:9", "--oidc-client", "miedza"];
        let further = [&["--smtp", &*smtp, "--mail-from", "office@partnership.example", "--log", form][..], &issuer].concat();
        let variables = [("RUST_LOG", level), ("MIEDZA_OIDC_SECRET", OF_PROVIDER)];
        let served = Served::start(&place, &further, &variables);

        let (reader, secrets) = live(&place, &served, &mailbox);
        let said = served.end();
        let served = Served::start(&place, &further, &variables);
        let mut reader = reader.at(&served);
        let own = reader.get("/en/account");
        let said = said + &served.end();

        assert_eq!(own.status, 200, "the session outlives the program");
        assert!(said.contains("/{lang}/invitation/{token}") && said.contains("/sign-in/provider"), "it was logged: {said}");
        for secret in secrets {
            assert!(!said.contains(&secret), "{secret} stands in the log at {level}");
        }
        for link in ["/en/reset/", "/en/invitation/", "/en/account/email/"] {
            assert!(!said.contains(link), "a link {link} stands in the log at {level}");
        }
        if level != "trace" {
            assert!(!said.contains(ANNA), "an address of a person stands in the log");
        }
    }
}

#[test]
fn a_letter_that_cannot_be_sent_does_not_come_into_the_log_of_a_service() {
    let place = Place::new();
    let served = Served::start(&place, &[], &[]);
    let data = place.path("data").display().to_string();
    let told = place.run(&["user", "add", ANNA, "--data", &data, "--lang", "en"]).succeeded().answer;
    let link = told.lines().find(|line| line.contains("/invitation/")).expect("a link").to_owned();

    served.wait_for("a letter waits, since no server of mail is set up");
    let said = served.end();

    assert!(!said.contains(&link) && !said.contains(ANNA), "{said}");
}
