//! A portal with two times four partnerships, one of each in each state, and with records of every kind that each of the
//! three circles may see; beside them the demonstration.

use std::collections::BTreeMap;

use axum::Router;
use bytes::Bytes;
use miedza_planning::record::{Draft, Kind, Record, Visibility};
use miedza_planning::rights::Role;
use miedza_portal::{App, Portal, routes};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Author, Store, Write};
use serde_json::json;

use crate::content::{self, Making};
use crate::domain::{Openness, Thing};

/// The unit of those who write for one.
pub const OWN_UNIT: &str = "0265011";
/// Another unit.
pub const OTHER_UNIT: &str = "0221011";
/// Roles that own what they make.
pub const MAKERS: [Role; 4] = [Role::MunicipalityEditor, Role::NgoEditor, Role::WorkingGroupMember, Role::CrossBorderEditor];

/// A record that was made for the test.
#[derive(Clone, Debug)]
pub struct Made {
    pub record: Record,
    pub thing: Thing,
    /// The word in its texts.
    pub word: String,
}

/// A partnership with its records.
#[derive(Clone, Debug)]
pub struct Scene {
    pub id: String,
    pub slug: String,
    pub openness: Openness,
    pub is_own: bool,
    pub made: Vec<Made>,
    /// Deleted records that cannot come back, because they point to what is deleted too.
    pub stuck: Vec<Record>,
    /// Deleted records that can come back.
    pub deleted: Vec<Record>,
}

impl Scene {
    /// The records of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Made> {
        self.made.iter().filter(move |made| made.record.kind() == kind)
    }

    /// The record of a kind that everyone may see.
    pub fn public(&self, kind: Kind) -> &Made {
        let mut all = self.of(kind);
        all.find(|made| made.record.content.visibility == Visibility::Public).expect("each kind has its public record")
    }

    /// What its rights are asked about from inside.
    pub fn inside(&self) -> Thing {
        Thing { partnership: Some(self.id.clone()), openness: self.openness, seen_by: Visibility::Partners, ..Thing::public() }
    }

    /// What its rights are asked about from outside.
    pub fn outside(&self) -> Thing {
        Thing { seen_by: Visibility::Public, ..self.inside() }
    }
}

/// All that the test is about.
pub struct World {
    pub sample: Sample,
    pub app: App,
    pub router: Router,
    pub scenes: Vec<Scene>,
    /// Records of the whole portal.
    pub shared: Vec<Made>,
    /// Ids of accounts that own what they made, by role.
    pub makers: BTreeMap<Role, String>,
    words: usize,
}

impl World {
    /// Builds it; `makers` are the accounts that own things.
    pub async fn build() -> Self {
        let sample = Engines::sqlite().await;
        miedza_workflows::demo::load(&sample.store).await.expect("the demonstration loads");
        let app = App::new(sample.store.clone(), Portal::default());
        let router = routes::router(&app);
        let makers = crate::visitors::makers(&sample.store).await;
        let mut world = Self { sample, app, router, scenes: Vec::new(), shared: Vec::new(), makers, words: 0 };
        world.share().await;
        for is_own in [true, false] {
            for openness in Openness::ALL {
                let scene = world.set(is_own, openness, Visibility::Public).await;
                world.scenes.push(scene);
            }
        }
        world
    }

    /// A published partnership that only those inside may see.
    pub async fn hidden(&mut self) -> Scene {
        self.set(false, Openness::Published, Visibility::Partners).await
    }

    pub fn store(&self) -> &Store {
        &self.sample.store
    }

    /// The scene of a state, the own one or the other one.
    pub fn scene(&self, is_own: bool, openness: Openness) -> &Scene {
        self.scenes.iter().find(|scene| scene.is_own == is_own && scene.openness == openness).expect("each has its scene")
    }

    /// Records of the whole portal of a kind.
    pub fn shared(&self, kind: Kind) -> impl Iterator<Item = &Made> {
        self.shared.iter().filter(move |made| made.record.kind() == kind)
    }

    /// A word that stands nowhere else.
    pub fn word(&mut self) -> String {
        self.words += 1;
        format!("zqw{:04}k", self.words)
    }

    async fn share(&mut self) {
        let kinds: Vec<Kind> =
            Kind::ALL.into_iter().filter(|kind| !kind.is_of_partnership() && *kind != Kind::Partnerships).collect();
        let mut making = Plan::new(&BTreeMap::new(), true);
        for visibility in [Visibility::Public, Visibility::Partners, Visibility::Private] {
            for kind in &kinds {
                self.plan(&mut making, (*kind, None, visibility), ("shared", OWN_UNIT)).await;
            }
        }
        let thing = |draft: &Draft| Thing {
            openness: Openness::Published,
            seen_by: draft.visibility,
            unit: unit_of(draft),
            ..Thing::kept()
        };
        self.shared = self.keep(making, &Author::Program("test"), thing).await;
    }

    async fn set(&mut self, is_own: bool, openness: Openness, shown: Visibility) -> Scene {
        let place = if shown == Visibility::Public { openness.word() } else { "hidden" };
        let slug = format!("{}-{place}", if is_own { "a" } else { "b" });
        let id = format!("id-{slug}");
        let is_open = shown == Visibility::Public && matches!(openness, Openness::Published | Openness::Archived);
        let mut making = Plan::new(&BTreeMap::new(), is_open);
        for made in self.shared.iter().filter(|made| made.record.content.visibility == Visibility::Public) {
            making.targets.insert(made.record.kind(), made.record.id.clone());
        }
        self.plan(&mut making, (Kind::Partnerships, None, Visibility::Public), (&slug, OWN_UNIT)).await;
        if let Some(Write::Create { draft, .. }) = making.writes.last_mut() {
            draft.values.insert("slug".to_owned(), json!(slug));
            draft.values.insert("state".to_owned(), json!(openness.word()));
            draft.visibility = shown;
        }
        let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.may_be_of_partnership()).collect();
        for visibility in [Visibility::Public, Visibility::Partners, Visibility::Private] {
            for kind in &kinds {
                self.plan(&mut making, (*kind, Some(&id), visibility), (&slug, OWN_UNIT)).await;
            }
        }
        for kind in kinds.iter().filter(|kind| kind.field("unit").is_some()) {
            self.plan(&mut making, (*kind, Some(&id), Visibility::Partners), (&format!("{slug}-other"), OTHER_UNIT)).await;
        }
        for visibility in [Visibility::Public, Visibility::Partners] {
            self.plan(&mut making, (Kind::Variants, Some(&id), visibility), (&format!("{slug}-decided"), OWN_UNIT)).await;
            let resolution = making.targets.get(&Kind::Resolutions).cloned();
            if let Some(Write::Create { draft, .. }) = making.writes.last_mut() {
                draft.values.insert("state".to_owned(), json!("adopted"));
                draft.values.insert("resolution".to_owned(), json!(resolution));
            }
        }
        let thing = |draft: &Draft| Thing {
            partnership: Some(id.clone()),
            openness,
            seen_by: draft.visibility,
            unit: unit_of(draft),
            maker: None,
            is_decided: draft.values.get("state") == Some(&json!("adopted")) && draft.kind == Kind::Variants,
        };
        let targets = making.targets.clone();
        let mut made = self.keep(making, &Author::Program("test"), thing).await;
        if is_own {
            made.extend(self.made_by_makers(&id, &slug, &targets, openness).await);
        }
        let (stuck, deleted) = self.deleted(&id, &slug, &targets).await;
        Scene { id, slug, openness, is_own, made, stuck, deleted }
    }

    /// What those made who own what they make: a news item and a figure each.
    async fn made_by_makers(&mut self, id: &str, slug: &str, targets: &BTreeMap<Kind, String>, openness: Openness) -> Vec<Made> {
        let mut all = Vec::new();
        for (role, account) in self.makers.clone() {
            let mut making = Plan::new(targets, false);
            for kind in [Kind::News, Kind::StatedFigures] {
                let name = format!("{slug}-by-{}", role.name());
                self.plan(&mut making, (kind, Some(id), Visibility::Partners), (&name, OWN_UNIT)).await;
            }
            let thing = |draft: &Draft| Thing {
                partnership: Some(id.to_owned()),
                openness,
                seen_by: draft.visibility,
                unit: None,
                maker: Some(account.clone()),
                is_decided: false,
            };
            all.extend(self.keep(making, &Author::Account(account.clone()), thing).await);
        }
        all
    }

    /// One record of each room that can come back, and one that cannot.
    async fn deleted(&mut self, id: &str, slug: &str, targets: &BTreeMap<Kind, String>) -> (Vec<Record>, Vec<Record>) {
        let author = Author::Program("test");
        let mut making = Plan::new(targets, false);
        let gone = [Kind::Documents, Kind::Attachments];
        for kind in gone {
            self.plan(&mut making, (kind, Some(id), Visibility::Public), (&format!("{slug}-gone"), OWN_UNIT)).await;
        }
        let held = [Kind::Signatures, Kind::StatedFigures, Kind::FunderLines];
        for kind in held {
            self.plan(&mut making, (kind, Some(id), Visibility::Public), (&format!("{slug}-stuck"), OWN_UNIT)).await;
        }
        // What comes after points to the records of the scene again.
        making.targets.clone_from(targets);
        for kind in held {
            self.plan(&mut making, (kind, Some(id), Visibility::Public), (&format!("{slug}-deleted"), OWN_UNIT)).await;
        }
        let made = self.keep(making, &author, |_| Thing::kept()).await;
        let (gone, held): (Vec<Made>, Vec<Made>) = made.into_iter().partition(|made| made.record.id.contains("-gone"));
        let delete = |made: &Made| Write::Delete { kind: made.record.kind(), id: made.record.id.clone(), seen_version: 1 };
        self.store().save_all(held.iter().map(delete).collect(), &author).await.expect("they are deleted");
        self.store().save_all(gone.iter().map(delete).collect(), &author).await.expect("they are deleted");
        let records = held.into_iter().map(|made| made.record);
        records.partition(|record| record.id.contains("-stuck"))
    }

    async fn plan(
        &mut self,
        making: &mut Plan,
        (kind, partnership, visibility): (Kind, Option<&str>, Visibility),
        (name, unit): (&str, &str),
    ) {
        let word = self.word();
        let file = match kind {
            Kind::Attachments => {
                let content = Bytes::from(format!("name,value\n{word},1\n"));
                Some(self.store().keep_upload(content).await.expect("a file is kept"))
            }
            _ => None,
        };
        let (targets, file) = (&making.targets, file.as_ref());
        let wanted =
            Making { kind, partnership, visibility, word: &word, handle: making.handle(visibility), unit, targets, file };
        let draft = content::draft(&wanted);
        let id = if kind == Kind::Partnerships { format!("id-{name}") } else { format!("{name}-{kind}-{}", visibility.name()) };
        if visibility == Visibility::Public {
            making.targets.insert(kind, id.clone());
        }
        making.made.push(word);
        making.writes.push(Write::Create { id: Some(id), draft });
    }

    async fn keep(&self, making: Plan, author: &Author, thing: impl Fn(&Draft) -> Thing) -> Vec<Made> {
        let records = self.store().save_all(making.writes, author).await.expect("the records are kept");
        let pairs = records.into_iter().zip(making.made);
        pairs
            .map(|(record, word)| Made { thing: thing(&record.content), record, word })
            .filter(|made| made.record.kind() != Kind::Partnerships || made.record.id.starts_with("id-"))
            .collect()
    }
}

/// Records that are kept together.
struct Plan {
    targets: BTreeMap<Kind, String>,
    writes: Vec<Write>,
    made: Vec<String>,
    /// Whether what everyone may see of it is seen by everyone.
    is_open: bool,
}

/// A word that every record has which strangers must not find, and one of those that they may.
pub const CLOSED: &str = "hndlclosed";
const OPEN: &str = "hndlopen";

impl Plan {
    fn new(targets: &BTreeMap<Kind, String>, is_open: bool) -> Self {
        Self { targets: targets.clone(), writes: Vec::new(), made: Vec::new(), is_open }
    }

    fn handle(&self, visibility: Visibility) -> &'static str {
        if self.is_open && visibility == Visibility::Public { OPEN } else { CLOSED }
    }
}

fn unit_of(draft: &Draft) -> Option<String> {
    draft.values.get("unit").and_then(|unit| unit.as_str()).map(ToOwned::to_owned)
}
