//! What those who may do really brings about, where the right depends on what is sent: the own things, translations, sheets.

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record, Visibility};
use miedza_store::Question;

use crate::asked::{Sent, ask, get};
use crate::domain::Openness;
use crate::visitors::{self, Visitor};
use crate::world::{OTHER_UNIT, OWN_UNIT, Scene, World};

/// A world with all who act in it.
struct Stage {
    world: World,
    visitors: Vec<Visitor>,
}

impl Stage {
    async fn build() -> Self {
        let world = World::build().await;
        let visitors = visitors::all(&world).await;
        Self { world, visitors }
    }

    fn who(&self, role: &str) -> &Visitor {
        let name = format!("{role} of the own partnerships");
        self.visitors.iter().find(|visitor| visitor.name == name).expect("a visitor")
    }

    fn scene(&self) -> &Scene {
        self.world.scene(true, Openness::Published)
    }

    async fn post(&self, role: &str, step: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
        let address = format!("/en/work/partnerships/{}/{step}", self.scene().slug);
        let answer = ask(&self.world.router, self.who(role), ("POST", &address), &Sent::form(form)).await;
        let to = answer.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
        (answer.status, to.split('?').next().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned())
    }

    async fn record(&self, kind: Kind, id: &str) -> Record {
        self.world.store().record(kind, id).await.expect("an answer").expect("it is there")
    }
}

#[tokio::test]
async fn who_owns_what_they_make_changes_it_and_nobody_elses() {
    let stage = Stage::build().await;
    let news = [("title.en", "A fair"), ("date", "2024-05-01"), ("visibility", "partners")];

    let (made, id) = stage.post("ngo_editor", "news/new", &news).await;
    let address = format!("news/{id}");
    let (changed, _) = stage.post("ngo_editor", &address, &[("seen-version", "1"), ("source", "own")]).await;
    let (foreign, _) = stage.post("cross_border_editor", &address, &[("seen-version", "2"), ("source", "theirs")]).await;
    let (public, _) = stage.post("ngo_editor", &address, &[("seen-version", "2"), ("visibility", "public")]).await;
    let (deleted, _) = stage.post("ngo_editor", &format!("{address}/delete"), &[("seen-version", "2")]).await;

    assert_eq!((made, changed, deleted), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!((foreign, public), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn those_with_own_things_only_find_their_way_to_them() {
    let stage = Stage::build().await;

    let mine = get(&stage.world.router, stage.who("ngo_editor"), "/en/work").await.text();
    let list = get(&stage.world.router, stage.who("ngo_editor"), "/en/work/partnerships/a-internal/news").await.text();
    let steward = get(&stage.world.router, stage.who("data_steward"), "/en/work").await.text();

    assert!(mine.contains("/en/work/partnerships/a-internal/news\""), "{mine}");
    assert!(list.contains("a-internal-by-ngo_editor-news") && !list.contains("a-internal-by-cross_border_editor-news"), "{list}");
    assert!(steward.contains("/en/work/partnerships/a-internal/area\""), "{steward}");
}

#[tokio::test]
async fn a_member_of_a_working_group_works_on_the_own_variant() {
    let stage = Stage::build().await;

    let (begun, id) = stage.post("working_group_member", "area", &[("name", "Ours")]).await;
    let step = [("seen-version", "1"), ("add", OWN_UNIT)];
    let (changed, _) = stage.post("working_group_member", &format!("area/{id}/change"), &step).await;
    let other = stage.scene().public(Kind::Variants).record.id.clone();
    let (foreign, _) = stage.post("working_group_member", &format!("area/{other}/change"), &step).await;

    assert_eq!((begun, changed, foreign), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER, StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_translator_changes_translations_and_nothing_else() {
    let stage = Stage::build().await;
    let news = stage.scene().public(Kind::News).record.clone();
    let address = format!("news/{}", news.id);

    let (original, _) = stage.post("translator", &address, &[("seen-version", "1"), ("title.pl", "Inaczej")]).await;
    let (date, _) =
        stage.post("translator", &address, &[("seen-version", "1"), ("title.cs", "Jinak"), ("date", "2021-01-01")]).await;
    let (translated, _) = stage.post("translator", &address, &[("seen-version", "1"), ("title.cs", "Jinak")]).await;
    let after = stage.record(Kind::News, &news.id).await;

    assert_eq!((original, date, translated), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN, StatusCode::SEE_OTHER));
    assert_eq!(
        after.words("title").and_then(|title| title.text(miedza_planning::values::Tongue::Cs).map(ToOwned::to_owned)),
        Some("Jinak".to_owned())
    );
    assert_eq!(after.text("date"), news.text("date"));
}

#[tokio::test]
async fn a_sheet_takes_nothing_from_another_unit_and_nothing_from_what_is_decided() {
    let stage = Stage::build().await;
    let scene = stage.scene();
    let of_other = scene.of(Kind::Memberships).find(|made| made.record.text("unit") == Some(OTHER_UNIT)).expect("a member");
    let decided = scene.of(Kind::Variants).find(|made| made.thing.is_decided).expect("a variant");
    let taken = format!("id,version,visibility,unit\n{},1,partners,{OWN_UNIT}\n", of_other.record.id);
    let changed = format!("id,version,visibility,source\n{},1,partners,changed\n", decided.record.id);
    let sheets = [("municipality_editor", "memberships", taken), ("secretary", "variants", changed)];

    for (role, register, sheet) in sheets {
        let address = format!("/en/work/partnerships/{}/{register}/import", scene.slug);
        let sent = Sent::File("sheet.csv", sheet);
        let answer = ask(&stage.world.router, stage.who(role), ("POST", &address), &sent).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role}");
    }
    assert_eq!(stage.record(Kind::Memberships, &of_other.record.id).await.version, 1);
    assert_eq!(stage.record(Kind::Variants, &decided.record.id).await.version, 1);
}

#[tokio::test]
async fn an_older_version_publishes_nothing_for_those_who_may_not_publish() {
    let stage = Stage::build().await;
    let own = stage
        .scene()
        .of(Kind::Memberships)
        .find(|made| made.record.text("unit") == Some(OWN_UNIT) && made.record.content.visibility == Visibility::Public);
    let own = &own.expect("a member").record;
    let address = format!("memberships/{}", own.id);

    let (hidden, _) = stage.post("municipality_editor", &address, &[("seen-version", "1"), ("visibility", "partners")]).await;
    let (back, _) = stage.post("municipality_editor", &format!("{address}/take-back"), &[("version", "1")]).await;
    let (office, _) = stage.post("secretary", &format!("{address}/take-back"), &[("version", "1")]).await;

    assert_eq!((hidden, back, office), (StatusCode::SEE_OTHER, StatusCode::FORBIDDEN, StatusCode::SEE_OTHER));
}

#[tokio::test]
async fn registers_of_partnerships_found_no_partnership() {
    let stage = Stage::build().await;
    let before = stage.world.store().count(&Question::of(Kind::Partnerships)).await.expect("a count");
    let mut content = stage.scene().public(Kind::Partnerships).record.content.clone();
    content.values.insert("slug".to_owned(), "sneaked-in".into());
    let form = Sent::Form(crate::content::form(&content));

    for role in ["secretary", "municipality_editor", "working_group_member"] {
        let address = format!("/en/work/partnerships/{}/partnerships/new", stage.scene().slug);
        let answer = ask(&stage.world.router, stage.who(role), ("POST", &address), &form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role}");
    }
    assert_eq!(stage.world.store().count(&Question::of(Kind::Partnerships)).await.expect("a count"), before);
}
