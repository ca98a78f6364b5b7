//! What is not translated is shown in its own language, named for those who listen, and marked for those who look.

use miedza_planning::record::Kind;

use crate::office::{DESK, Office};

#[tokio::test]
async fn a_text_without_translation_is_shown_in_polish_and_says_so() {
    let mut office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let body = office.records(Kind::Bodies).await.remove(0);
    let form = [
        ("body", body.id.as_str()),
        ("title.pl", "Zebranie nad rzeką"),
        ("date", "2027-05-01"),
        ("state", "planned"),
        ("visibility", "public"),
    ];
    let made = office.post(&format!("{DESK}/meetings/new"), &form).await;
    let id = made.to.split(['/', '?']).rev().nth(1).expect("an id").to_owned();
    let public = "/partnerships/aglomeracja-kalisko-ostrowska";
    office.cookie.clear();

    let page = office.get(&format!("/cs{public}/meetings/{id}")).await.text;
    let list = office.get(&format!("/en{public}/bodies/{}", body.id)).await.text;
    let own = office.get(&format!("/pl{public}/meetings/{id}")).await.text;

    assert!(page.contains("<h1 lang=\"pl\">Zebranie nad rzeką</h1>") && page.contains("jen polsky"), "{page}");
    assert!(page.contains("<span aria-current=\"page\" lang=\"pl\">Zebranie nad rzeką</span>"), "{page}");
    assert!(list.contains(" lang=\"pl\">Zebranie nad rzeką</a>"), "{list}");
    assert!(own.contains("<h1>Zebranie nad rzeką</h1>"), "{own}");
}
