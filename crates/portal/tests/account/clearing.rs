//! What is promised to go goes while the portal is served: a real server, its clock moved by a month.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use miedza_planning::record::{Draft, Kind, Origin, Visibility};
use miedza_portal::{App, serve};
use miedza_store::{Author, Carrier, JobDraft, MailDraft, Moment, TryAgain};
use serde_json::{Value, json};

use crate::house::{ANNA, House, KEEPER, PASSWORD, after, portal};

const DAY: Duration = Duration::from_hours(24);

fn letter(key: &str) -> MailDraft {
    let text = |text: &str| text.to_owned();
    MailDraft { key: text(key), recipient: text(ANNA), subject: text("Subject"), body: text("Body"), language: text("en") }
}

fn theme() -> Draft {
    let Value::Object(values) = json!({"slug": "water", "name": {"original": "en", "en": {"text": "Water"}}}) else {
        panic!("an object")
    };
    let (visibility, origin) = (Visibility::Public, Origin::Own);
    Draft { kind: Kind::Themes, partnership: None, visibility, origin, source: None, values }
}

/// How much is left of each thing that should go.
async fn left(house: &House) -> Vec<String> {
    let questions = [
        ("sessions", "SELECT id FROM sessions"),
        ("tokens of letters", "SELECT hash FROM one_time_tokens"),
        ("attempts", "SELECT \"key\" FROM login_attempts WHERE attempts > 0"),
        ("addresses of letters", "SELECT recipient FROM mails WHERE recipient <> '' AND \"key\" IN ('sent', 'failed')"),
        ("letters that wait", "SELECT id FROM mails WHERE state = 'queued'"),
        ("jobs", "SELECT id FROM jobs"),
        ("deleted entries", "SELECT id FROM themes WHERE deleted_at IS NOT NULL"),
    ];
    let mut left = Vec::new();
    for (what, question) in questions {
        if !house.sample.texts(question).await.expect("rows").is_empty() {
            left.push(what.to_owned());
        }
    }
    left
}

/// Something of each kind that ends.
async fn leave_traces(house: &House) {
    let store = &house.sample.store;
    house.add(ANNA, None, None).await;
    house.browser_of(KEEPER).await;
    house.browser().sign_in(ANNA, PASSWORD).await;
    let author = Author::Program("test");
    for key in ["sent", "failed"] {
        store.queue_mail(&letter(key)).await.expect("kept");
    }
    let carrier = Carrier { node: "one", now: Moment::now() };
    for mail in store.next_mails(carrier, 9, DAY).await.expect("letters") {
        match mail.draft.key.as_str() {
            "sent" => drop(store.mail_sent(carrier, &mail.id).await.expect("noted")),
            "failed" => store.mail_failed(carrier, &mail, ("no", TryAgain::Never)).await.expect("noted"),
            _ => {}
        }
    }
    let job = JobDraft { kind: "delimit".to_owned(), input: json!({}), account: None, partnership: None };
    store.queue_job(&job).await.expect("queued");
    let taken = store.take_job("one", DAY).await.expect("an answer").expect("a job");
    store.finish_job(&taken.id, "one", Ok(&json!(null))).await.expect("done");
    let theme = store.create(theme(), &author).await.expect("kept");
    store.delete(Kind::Themes, &theme.id, theme.version, &author).await.expect("deleted");
}

/// Serves for a moment, as the program does.
async fn serve_a_moment(house: &House, until: impl AsyncFn() -> bool) {
    let app = App::new(house.sample.store.clone(), portal());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let serving = tokio::spawn(async move {
        let stopped = async move { drop(stopped.await) };
        serve(app, address, |_| {}, stopped).await
    });
    for _ in 0..200 {
        if until().await {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    drop(stop);
    serving.await.expect("it ends").expect("it was served");
}

#[tokio::test]
async fn a_running_portal_keeps_its_promises_of_a_month() {
    for house in House::on_each().await {
        leave_traces(&house).await;
        let all = left(&house).await;
        assert_eq!(all.len(), 7, "{all:?}");

        after(DAY * 29);
        let promised = ["addresses of letters", "jobs", "deleted entries"];
        serve_a_moment(&house, async || left(&house).await == promised).await;
        assert_eq!(left(&house).await, promised, "these are promised for 30 days");

        after(DAY * 2);
        serve_a_moment(&house, async || left(&house).await.is_empty()).await;
        assert_eq!(left(&house).await, Vec::<String>::new());
        assert!(!house.holds("Subject").await, "nothing is left of a letter but that it was sent");
    }
}
