//! Two nodes on one PostgreSQL.

use miedza_store::samples::Engines;
use miedza_workflows::demo;

use crate::portal::{Node, skipped};

const OFFICE: &str = "coordinator.kalisz@example.org";
const DESK: &str = "/en/work/partnerships/aglomeracja-kalisko-ostrowska";
const HISTORY: &str = "/en/partnerships/aglomeracja-kalisko-ostrowska/history";

#[tokio::test]
async fn a_session_begun_on_one_node_holds_on_the_other_until_it_is_ended_on_either() {
    let Some(sample) = Engines::postgres().await else { return skipped("no PostgreSQL") };
    let shown = demo::show(&sample.store).await.expect("the demonstration loads");
    let password = shown.accounts.iter().find(|account| account.email == OFFICE).and_then(|account| account.password.clone());
    let password = password.expect("a new password");
    let node = || Node::start(sample.folder.path(), &sample.place.database, &[], &[]);
    let (mut one, two) = (node(), node());

    let session = one.post("/en/sign-in", "", &[("email", OFFICE), ("password", &password)]).session();
    let elsewhere = two.get(DESK, &session);
    assert_eq!((two.get(DESK, "").status, elsewhere.status), (401, 200));

    // Both have the page ready for strangers; what is saved on one must not stay unseen on the other.
    assert!([&one, &two].iter().all(|node| !node.get(HISTORY, "").text().contains("A new footbridge")));
    let form = [("date", "2024-04"), ("event_kind", "other"), ("title.en", "A new footbridge"), ("visibility", "public")];
    let saved = two.post(&format!("{DESK}/timeline_events/new"), &session, &form);
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!([&one, &two].iter().all(|node| node.get(HISTORY, "").text().contains("A new footbridge")));

    // A node is lost: whoever works goes on at the other, and a new node knows the session too.
    one.kill();
    assert_eq!(two.get(DESK, &session).status, 200);
    let three = node();
    assert_eq!(three.get(DESK, &session).status, 200);

    let ended = three.post("/en/sign-out", &session, &[]);
    assert_eq!((ended.status, two.get(DESK, &session).status), (303, 401), "{}", ended.text());
}
