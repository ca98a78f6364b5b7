//! A hundred identical requests at once, where exactly one effect is promised.

use std::sync::Arc;

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Grant, Role};
use miedza_store::Question;
use miedza_texts::Language;
use miedza_workflows::account::{Person, Visit, invite};

use crate::asked::{Sent, ask};
use crate::content;
use crate::domain::Openness;
use crate::visitors::{self, Visitor};
use crate::world::{OTHER_UNIT, World};

/// How many at once.
const MANY: usize = 100;

/// A world with somebody who may do everything in it.
struct Race {
    world: World,
    office: Visitor,
    nobody: Visitor,
}

impl Race {
    async fn build() -> Arc<Self> {
        let world = World::build().await;
        let all = visitors::all(&world).await;
        let named = |name: &str| all.iter().find(|visitor| visitor.name == name).expect("a visitor").clone();
        let (office, nobody) = (named("secretary of the portal"), named("stranger"));
        Arc::new(Self { world, office, nobody })
    }

    /// Sends the same many times at once; gives how often each status came.
    async fn send(self: &Arc<Self>, is_nobody: bool, address: &str, sent: &Sent) -> Statuses {
        let mut running = tokio::task::JoinSet::new();
        for _ in 0..MANY {
            let (race, address, sent) = (Arc::clone(self), address.to_owned(), sent.clone());
            running.spawn(async move {
                let who = if is_nobody { &race.nobody } else { &race.office };
                ask(&race.world.router, who, ("POST", &address), &sent).await.status
            });
        }
        let mut statuses = Vec::new();
        while let Some(status) = running.join_next().await {
            statuses.push(status.expect("a request comes to its end"));
        }
        Statuses(statuses)
    }

    fn desk(&self) -> String {
        format!("/en/work/partnerships/{}", self.world.scene(true, Openness::Published).slug)
    }

    /// A record of the published partnership that nothing points to.
    fn record(&self, kind: Kind) -> &Record {
        let of_kind = self.world.scene(true, Openness::Published).of(kind);
        let mut partners = of_kind.filter(|made| made.record.content.visibility == miedza_planning::record::Visibility::Partners);
        &partners.next().expect("a record").record
    }

    async fn version(&self, record: &Record) -> Option<i64> {
        let kept = self.world.store().record(record.kind(), &record.id).await.expect("an answer");
        kept.map(|record| record.version)
    }
}

#[derive(Debug)]
struct Statuses(Vec<StatusCode>);

impl Statuses {
    fn count(&self, status: StatusCode) -> usize {
        self.0.iter().filter(|other| **other == status).count()
    }

    /// One went through, and each of the others was told why not.
    fn assert_one(&self, name: &str, others: &[StatusCode]) {
        let refused: usize = others.iter().map(|other| self.count(*other)).sum();
        assert_eq!((self.count(StatusCode::SEE_OTHER), refused), (1, MANY - 1), "{name}: {:?}", self.tally());
    }

    fn tally(&self) -> std::collections::BTreeMap<u16, usize> {
        let mut tally = std::collections::BTreeMap::new();
        for status in &self.0 {
            *tally.entry(status.as_u16()).or_default() += 1;
        }
        tally
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_hundred_equal_changes_one_is_made() {
    let race = Race::build().await;
    let record = race.record(Kind::TimelineEvents).clone();
    let address = format!("{}/timeline_events/{}", race.desk(), record.id);

    let change = Sent::form(&[("seen-version", "1"), ("source", "changed")]);
    race.send(false, &address, &change).await.assert_one("a change", &[StatusCode::CONFLICT]);
    assert_eq!(race.version(&record).await, Some(2));

    let delete = Sent::form(&[("seen-version", "2")]);
    let gone = [StatusCode::CONFLICT, StatusCode::NOT_FOUND];
    race.send(false, &format!("{address}/delete"), &delete).await.assert_one("a deletion", &gone);
    assert_eq!(race.version(&record).await, None);

    let back = format!("{}/timeline_events/undelete/{}", race.desk(), record.id);
    let statuses = race.send(false, &back, &Sent::form(&[])).await;
    let heard = statuses.count(StatusCode::SEE_OTHER) + statuses.count(StatusCode::NOT_FOUND);
    assert_eq!(heard, MANY, "{:?}", statuses.tally());
    // Brought back once: the version grew by one for the deletion and by one for this.
    assert_eq!(race.version(&record).await, Some(4));

    let statuses = race.send(false, &format!("{address}/take-back"), &Sent::form(&[("version", "1")])).await;
    assert_eq!(statuses.count(StatusCode::INTERNAL_SERVER_ERROR), 0, "{:?}", statuses.tally());
    assert_eq!(race.version(&record).await, Some(5));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_hundred_equal_steps_in_the_lab_one_is_made_and_one_adoption() {
    let race = Race::build().await;
    let store = race.world.store();
    let scene = race.world.scene(true, Openness::Published);
    let author = miedza_store::Author::Program("test");
    // Only one variant of a partnership may be adopted.
    for decided in scene.of(Kind::Variants).filter(|made| made.thing.is_decided) {
        store.delete(Kind::Variants, &decided.record.id, 1, &author).await.expect("it goes");
    }
    let resolution = scene.public(Kind::Resolutions).record.clone();
    let mut carried = resolution.content.clone();
    carried.values.insert("state".to_owned(), "adopted".into());
    let change = miedza_store::Change { kind: Kind::Resolutions, id: resolution.id.clone(), seen_version: 1, draft: carried };
    store.update(change, &author).await.expect("it is carried");
    let variant = race.record(Kind::Variants).clone();
    let lab = format!("{}/area/{}", race.desk(), variant.id);

    let step = Sent::form(&[("seen-version", "1"), ("add", OTHER_UNIT)]);
    race.send(false, &format!("{lab}/change"), &step).await.assert_one("a step", &[StatusCode::CONFLICT]);
    assert_eq!(race.version(&variant).await, Some(2));

    let adopt = Sent::form(&[("seen-version", "2"), ("resolution", &resolution.id)]);
    let closed = [StatusCode::CONFLICT, StatusCode::FORBIDDEN];
    race.send(false, &format!("{lab}/adopt"), &adopt).await.assert_one("an adoption", &closed);
    let question = Question::of(Kind::Effects).with("variant", variant.id.as_str());
    assert_eq!(store.count(&question).await.expect("a count"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_is_taken_once_and_a_partnership_founded_once() {
    let race = Race::build().await;
    let record = race.record(Kind::News).clone();
    let row = format!("id,version,visibility,source\n{},1,partners,from a sheet\n", record.id);

    let statuses = race.send(false, &format!("{}/news/import", race.desk()), &Sent::File("sheet.csv", row)).await;
    assert_eq!(statuses.count(StatusCode::INTERNAL_SERVER_ERROR), 0, "{:?}", statuses.tally());
    assert_eq!(race.version(&record).await, Some(2));

    let mut founded = race.world.scene(true, Openness::Internal).public(Kind::Partnerships).record.content.clone();
    founded.values.insert("slug".to_owned(), "founded-once".into());
    let form = Sent::Form(content::form(&founded));
    let taken = [StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY];
    race.send(false, "/en/work/new-partnership", &form).await.assert_one("a partnership", &taken);

    let answers = Question::of(Kind::Partnerships).with("slug", "founded-once");
    assert_eq!(race.world.store().count(&answers).await.expect("a count"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_is_accepted_once() {
    let race = Race::build().await;
    let visit = Visit::of_program(race.world.store());
    let grant = Grant { role: Role::Expert, partnership: None, unit: None, valid_from: None, valid_to: None };
    let person = Person {
        email: "invited@example.org".to_owned(),
        name: "Invited".to_owned(),
        language: Language::En,
        grants: vec![grant],
    };
    let author = miedza_store::Author::Program("test");
    let invited = invite(&visit, &person, "http://portal.example", &author).await.expect("an invitation");
    let address = invited.link.replacen("http://portal.example", "", 1);

    let form = Sent::form(&[("name", "Invited"), ("password", "a long and good password 7")]);
    race.send(true, &address, &form).await.assert_one("an invitation", &[StatusCode::NOT_FOUND]);

    let sessions = race.world.store().sessions_of(&invited.account.id, miedza_store::Moment::now()).await.expect("sessions");
    assert_eq!(sessions.len(), 1);
}
