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
async fn a_damaged_file_is_told_as_such_and_what_was_typed_stays() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;

    let damaged = office.send_file(&format!("{DESK}/upload"), "%PDF-1.7 and no end", &[]).await;
    let page = office.send_file(&format!("{DESK}/upload"), "<!doctype html><p>", &[]).await;

    assert_eq!((damaged.status, page.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert!(damaged.text.contains("begins as application/pdf and is not whole"), "{}", damaged.text);
    assert!(page.text.contains("Files of this kind are not taken"), "{}", page.text);
}
