//! What is sent to the desk of one partnership cannot reach into another: not by ids in forms, in sheets or in questions.

use axum::http::StatusCode;
use miedza_planning::record::Kind;
use miedza_store::Question;

use crate::asked::{Sent, ask, get};
use crate::content;
use crate::domain::Openness;
use crate::strangers::words;
use crate::visitors::{self, Visitor};
use crate::world::{CLOSED, Scene, World};

/// A world with the office of its own partnerships, which has no role in the others.
struct Neighbours {
    world: World,
    office: Visitor,
}

impl Neighbours {
    async fn build() -> Self {
        let world = World::build().await;
        let all = visitors::all(&world).await;
        let named = |visitor: &&Visitor| visitor.name == "secretary of the own partnerships";
        let office = all.iter().find(named).expect("the office").clone();
        Self { world, office }
    }

    fn own(&self) -> &Scene {
        self.world.scene(true, Openness::Published)
    }

    fn other(&self) -> &Scene {
        self.world.scene(false, Openness::Internal)
    }

    fn desk(&self, step: &str) -> String {
        format!("/en/work/partnerships/{}/{step}", self.own().slug)
    }

    async fn post(&self, step: &str, sent: &Sent) -> (StatusCode, String) {
        let answer = ask(&self.world.router, &self.office, ("POST", &self.desk(step)), sent).await;
        (answer.status, answer.text())
    }

    async fn revision(&self) -> i64 {
        self.world.store().revision().await.expect("a revision")
    }
}

#[tokio::test]
async fn what_a_form_names_of_another_partnership_is_not_there() {
    let near = Neighbours::build().await;
    let other = near.other();
    let (document, variant) = (&other.public(Kind::Documents).record.id, &near.own().public(Kind::Variants).record);
    let mut signature = near.own().public(Kind::Signatures).record.content.clone();
    signature.values.insert("document".to_owned(), document.as_str().into());
    let seen = variant.version.to_string();
    let tries = [
        ("a link", "signatures/new".to_owned(), Sent::Form(content::form(&signature))),
        (
            "a sheet",
            "documents/import".to_owned(),
            Sent::File("sheet.csv", format!("id,version,visibility,source\n{document},1,public,taken\n")),
        ),
        (
            "a resolution",
            format!("area/{}/adopt", variant.id),
            Sent::form(&[("seen-version", &seen), ("resolution", &other.public(Kind::Resolutions).record.id)]),
        ),
        (
            "a table",
            format!("area/{}/table", variant.id),
            Sent::form(&[("seen-version", &seen), ("table", &other.public(Kind::FlowTables).record.id)]),
        ),
        (
            "another partnership",
            "partnerships/new".to_owned(),
            Sent::Form(content::form(&other.public(Kind::Partnerships).record.content)),
        ),
        ("a record", format!("documents/{document}"), Sent::form(&[("seen-version", "1"), ("source", "taken")])),
        ("a deletion", format!("documents/{document}/delete"), Sent::form(&[("seen-version", "1")])),
    ];
    let before = near.revision().await;

    for (name, step, sent) in &tries {
        let (status, page) = near.post(step, sent).await;

        assert!(status.is_client_error(), "{name}: {status}");
        assert_eq!(near.revision().await, before, "{name}");
        let closed = &other.public(Kind::Documents).word;
        assert!(!words(&page).contains(closed), "{name} shows what is not theirs");
    }
}

#[tokio::test]
async fn a_variant_of_another_partnership_is_no_beginning() {
    let near = Neighbours::build().await;
    let theirs = &near.other().public(Kind::Variants).record.id;

    let sent = Sent::form(&[("name", "Taken"), ("from", theirs)]);
    let (status, _) = near.post("area", &sent).await;

    assert_eq!(status, StatusCode::SEE_OTHER);
    let question = Question::of(Kind::Variants).in_partnership(near.own().id.as_str());
    let variants = near.world.store().records(&question).await.expect("variants");
    let taken = variants.iter().filter(|variant| variant.created_at > near.own().public(Kind::Variants).record.created_at);
    let taken: Vec<_> = taken.filter(|variant| variant.id.len() == 36).collect();
    assert_eq!(taken.len(), 1);
    assert!(taken[0].list("units").is_empty(), "{:?}", taken[0].list("units"));
}

#[tokio::test]
async fn lists_and_search_show_the_own_side_of_what_is_closed_and_no_other() {
    let near = Neighbours::build().await;
    let mut closed = near.world.scenes.iter().filter(|scene| !scene.is_own).flat_map(|scene| &scene.made);
    let theirs: std::collections::BTreeSet<String> = closed
        .by_ref()
        .filter(|made| {
            let is_open = matches!(made.thing.openness, Openness::Published | Openness::Archived);
            !is_open || made.record.content.visibility != miedza_planning::record::Visibility::Public
        })
        .map(|made| made.word.clone())
        .collect();
    let lists = ["/api/v1/partnerships", "/api/v1/members", "/api/v1/calls", "/en/partnerships", "/en/calls", "/en/work"];
    let mut seen = std::collections::BTreeSet::new();

    for list in lists {
        for question in [String::new(), format!("?q={CLOSED}")] {
            let answer = get(&near.world.router, &near.office, &format!("{list}{question}")).await;
            seen.extend(words(&answer.text()));
        }
    }
    for page in 0..40 {
        let address = format!("/en/search?q={CLOSED}&page={page}");
        seen.extend(words(&get(&near.world.router, &near.office, &address).await.text()));
    }

    let own = near.own().of(Kind::Documents).filter(|made| seen.contains(&made.word)).count();
    assert!(own > 0, "the office finds its own");
    let strange: Vec<&String> = seen.intersection(&theirs).collect();
    assert!(strange.is_empty(), "{strange:?}");
}
