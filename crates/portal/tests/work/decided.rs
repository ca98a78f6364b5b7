//! What a resolution decided: its content stays, who sees it and in which languages may change.

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record, Visibility};

use crate::office::{Answer, DESK, Office};

const PUBLIC: &str = "/en/partnerships/aglomeracja-kalisko-ostrowska/area";

impl Office {
    async fn adopted_variant(&self) -> Record {
        let variants = self.records(Kind::Variants).await;
        variants.into_iter().find(|variant| variant.text("state") == Some("adopted")).expect("one is adopted")
    }

    async fn change(&self, variant: &Record, form: &[(&str, &str)]) -> Answer {
        let version = variant.version.to_string();
        let form: Vec<(&str, &str)> = form.iter().copied().chain([("seen-version", version.as_str())]).collect();
        self.post(&format!("{DESK}/variants/{}", variant.id), &form).await
    }
}

#[tokio::test]
async fn an_adopted_variant_is_hidden_shown_and_translated_but_its_content_stays() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let variant = office.adopted_variant().await;
    let stranger = Office::of(None).await;
    assert!(stranger.get(PUBLIC).await.text.contains("Extent adopted by resolution"));

    let content = office.change(&variant, &[("data_year", "2011")]).await;
    let hidden = office.change(&variant, &[("visibility", "partners")]).await;
    let variant = office.adopted_variant().await;
    let lab = office.get(&format!("{DESK}/area/{}", variant.id)).await.text;
    let form = office.get(&format!("{DESK}/variants/{}", variant.id)).await.text;
    let both = office.change(&variant, &[("visibility", "public"), ("source", "another")]).await;
    let shown = office.change(&variant, &[("visibility", "public"), ("name.cs", "Přijatý rozsah")]).await;
    let after = office.adopted_variant().await;

    assert_eq!((content.status, both.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
    assert_eq!((hidden.status, shown.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{}", shown.text);
    assert_eq!(variant.content.visibility, Visibility::Partners);
    assert!(lab.contains("Not everyone sees this adopted variant yet"), "{lab}");
    assert!(form.contains("name=\"visibility\"") && !form.contains("name=\"data_year\""), "{form}");
    assert_eq!((after.content.visibility, after.version), (Visibility::Public, variant.version + 1));
}

#[tokio::test]
async fn a_damaged_file_is_told_as_such_and_so_is_one_of_a_kind_that_is_not_kept() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;

    let damaged = office.send_file(&format!("{DESK}/upload"), "%PDF-1.7 and no end", &[]).await;
    let page = office.send_file(&format!("{DESK}/upload"), "<!doctype html><p>", &[]).await;

    assert_eq!((damaged.status, page.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert!(damaged.text.contains("begins as application/pdf and is not whole"), "{}", damaged.text);
    assert!(page.text.contains("Files of this kind are not taken"), "{}", page.text);
}

#[tokio::test]
async fn what_a_file_is_cannot_be_typed() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let sent = office.send_file(&format!("{DESK}/upload"), "unit;persons\n3061011;12\n", &[("visibility", "partners")]).await;
    let id = sent.to.split(['/', '?']).rev().nth(1).expect("an id").to_owned();
    let other = "0".repeat(64);

    let address = format!("{DESK}/attachments/{id}");
    let changed = office.post(&address, &[("seen-version", "1"), ("sha256", &other)]).await;
    let named = office.post(&address, &[("seen-version", "1"), ("file_name", "commuting.csv")]).await;
    let form = office.get(&address).await.text;
    let made = office
        .post(
            &format!("{DESK}/attachments/new"),
            &[("file_name", "a.csv"), ("sha256", &other), ("media_type", "text/csv"), ("bytes", "3")],
        )
        .await;

    assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(changed.text.contains("The file says this of itself"), "{}", changed.text);
    assert_eq!((named.status, made.status), (StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY), "{}", made.text);
    assert!(!form.contains("name=\"sha256\"") && form.contains("name=\"file_name\""), "{form}");
}

#[tokio::test]
async fn a_municipality_changes_of_its_membership_only_what_was_not_agreed() {
    let office = Office::of(Some("goluchow@example.org")).await;
    let members = office.records(Kind::Memberships).await;
    let own = members.iter().find(|member| member.text("unit") == Some("3020052")).expect("it is a member");
    let address = format!("{DESK}/memberships/{}", own.id);
    let version = own.version.to_string();

    let form = office.get(&address).await.text;
    let mut refused = Vec::new();
    for (name, value) in [("role", "leader"), ("vote_weight", "99"), ("valid_from", "2001-01-01")] {
        refused.push(office.post(&address, &[("seen-version", version.as_str()), (name, value)]).await.status);
    }
    let noted = office.post(&address, &[("seen-version", version.as_str()), ("note.pl", "Kontakt: sekretariat")]).await;

    assert_eq!(refused, [StatusCode::FORBIDDEN; 3]);
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.text);
    assert!(!form.contains("name=\"role\"") && form.contains("name=\"note.pl\""), "{form}");
}

#[tokio::test]
async fn what_the_server_refuses_itself_has_a_page_in_the_language_and_a_problem_for_programs() {
    let office = Office::of(None).await;

    let slash = office.get("/pl/").await;
    let deep = office.get("/cs/partnerships/?stage=diagnosis").await;
    let foreign = office.get("//evil.example/").await;
    let method = office.post("/pl/partnerships", &[]).await;
    let program = office.post("/api/v1/partnerships", &[]).await;
    let large = office.post("/cs/sign-in", &[("email", &"a".repeat(3 << 20))]).await;

    assert_eq!((slash.status, slash.to.as_str()), (StatusCode::PERMANENT_REDIRECT, "/pl"));
    assert_eq!(deep.to, "/cs/partnerships?stage=diagnosis");
    assert!(!foreign.to.contains("evil"), "{}", foreign.to);
    assert_eq!(method.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(
        method.text.contains("Pod tym adresem tak się nie da") && method.text.contains("/pl/partnerships"),
        "{}",
        method.text
    );
    assert_eq!(program.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(program.text.contains("\"status\":405"), "{}", program.text);
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.text.contains("Najednou bylo odesláno příliš mnoho"), "{}", large.text);
}
