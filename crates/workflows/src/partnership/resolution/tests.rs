//! Many hands at once, on every engine that is found here.

use miedza_planning::partnership::effect::EffectRefusal;
use miedza_planning::partnership::resolution::{ResolutionEvent, Votes};
use miedza_planning::record::{Draft, FaultKind, Kind, Origin, Record, Visibility};
use miedza_planning::values::Day;
use miedza_store::samples::Engines;
use miedza_store::{Author, Question, Store};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::*;
use crate::partnership::Book;

const AUTHOR: Author = Author::Program("test");
const PLESZEW: &str = "3020063";

fn today() -> Day {
    Day::new(2026, 11, 22).expect("a day")
}

fn words(text: &str) -> Value {
    json!({"original": "pl", "pl": {"text": text}})
}

/// A partnership with a council, and resolutions of it.
struct Office {
    store: Store,
    partnership: Record,
    council: Record,
}

impl Office {
    async fn open(store: &Store) -> Self {
        let values = json!({"slug": "ako", "short_name": words("AKO"), "formal_name": words("AKO"), "state": "published", "stage": "delimitation"});
        let partnership = keep(store, None, (Kind::Partnerships, values)).await;
        let values = json!({"name": words("Rada"), "body_kinds": ["partnership_council"]});
        let council = keep(store, Some(&partnership), (Kind::Bodies, values)).await;
        Self { store: store.clone(), partnership, council }
    }

    async fn keep(&self, kind: Kind, values: Value) -> Record {
        keep(&self.store, Some(&self.partnership), (kind, values)).await
    }

    async fn resolution(&self, number: &str, effect: Value) -> Record {
        let values = json!({"body": self.council.id, "number": number, "title": words("Uchwała"), "date": "2026-11-20", "state": "adopted"});
        let resolution = self.keep(Kind::Resolutions, values).await;
        let mut effect = effect;
        effect["resolution"] = json!(resolution.id);
        self.keep(Kind::Effects, effect).await;
        resolution
    }

    async fn variant(&self, name: &str) -> Record {
        self.keep(Kind::Variants, json!({"name": words(name), "state": "proposed", "units": ["3061011"]})).await
    }

    async fn mark(&self, resolution: &Record) -> String {
        let book = Book::open(&self.store, &self.partnership, |_| true).await.expect("a book");
        Plan::of(&book, &resolution.id, today()).mark()
    }

    async fn all(&self, kind: Kind) -> Vec<Record> {
        self.store.records(&Question::of(kind).in_partnership(&*self.partnership.id)).await.expect("records")
    }
}

async fn keep(store: &Store, partnership: Option<&Record>, (kind, values): (Kind, Value)) -> Record {
    let Value::Object(values) = values else { panic!("an object: {values}") };
    let partnership = partnership.map(|partnership| partnership.id.clone());
    let draft = Draft { kind, partnership, visibility: Visibility::Public, origin: Origin::Own, source: None, values };
    store.create(draft, &AUTHOR).await.expect("kept")
}

#[tokio::test]
async fn of_many_who_carry_out_at_once_one_does() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let resolution = office.resolution("3/2024", json!({"effect": "admit_member", "unit": PLESZEW})).await;
        let mark = office.mark(&resolution).await;
        let mut hands = JoinSet::new();
        for _ in 0..20 {
            let (store, partnership, id, mark) =
                (office.store.clone(), office.partnership.clone(), resolution.id.clone(), mark.clone());
            hands.spawn(async move {
                carry_out(&store, (&partnership, &id), &mark, (&AUTHOR, today())).await.map(|saved| saved.len())
            });
        }

        let outcomes = hands.join_all().await;

        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(2) | Err(NotCarried::NothingWaits))), "{outcomes:?}");
        assert_eq!(office.all(Kind::Memberships).await.len(), 1);
    }
}

#[tokio::test]
async fn two_resolutions_at_once_do_not_admit_one_unit_twice() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let mut hands = JoinSet::new();
        let mut marked = Vec::new();
        for number in ["3/2024", "4/2024"] {
            let resolution = office.resolution(number, json!({"effect": "admit_member", "unit": PLESZEW})).await;
            marked.push((office.mark(&resolution).await, resolution));
        }
        for (mark, resolution) in marked {
            let (store, partnership) = (office.store.clone(), office.partnership.clone());
            hands.spawn(
                async move { carry_out(&store, (&partnership, &resolution.id), &mark, (&AUTHOR, today())).await.map(drop) },
            );
        }

        let outcomes = hands.join_all().await;

        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        assert!(outcomes.iter().any(|outcome| matches!(outcome, Err(NotCarried::OtherThanShown))), "{outcomes:?}");
        assert_eq!(office.all(Kind::Memberships).await.len(), 1);
    }
}

#[tokio::test]
async fn the_lab_takes_the_effect_that_waits_instead_of_a_second_one() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let (one, two) = (office.variant("21 gmin").await, office.variant("20 gmin").await);
        let resolution = office.resolution("1/2026", json!({"effect": "adopt_variant", "variant": one.id})).await;
        let by = (&office.partnership, resolution.id.as_str());

        let adopted = adopt(&office.store, by, &one, (&AUTHOR, today())).await.expect("adopted");
        let second = adopt(&office.store, by, &two, (&AUTHOR, today())).await.expect_err("one is adopted");

        let effects = office.all(Kind::Effects).await;
        assert_eq!((adopted.text("state"), adopted.text("resolution")), (Some("adopted"), Some(resolution.id.as_str())));
        assert_eq!((effects.len(), effects[0].text("applied_on")), (1, Some("2026-11-22")));
        assert!(matches!(second, NotCarried::Refused(EffectRefusal::AnotherVariantAdopted { .. })), "{second:?}");
    }
}

#[tokio::test]
async fn what_was_carried_out_comes_back_as_it_was_and_can_be_done_again() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let member = office.keep(Kind::Memberships, json!({"unit": PLESZEW, "role": "member", "valid_from": "2012"})).await;
        let effect = json!({"effect": "end_membership", "unit": PLESZEW, "valid_from": "2027-01-01"});
        let resolution = office.resolution("5/2026", effect).await;
        let carry = async || {
            let mark = office.mark(&resolution).await;
            carry_out(&office.store, (&office.partnership, &resolution.id), &mark, (&AUTHOR, today())).await.expect("carried out")
        };

        carry().await;
        let ended = office.all(Kind::Memberships).await.remove(0);
        let effect = office.all(Kind::Effects).await.remove(0);
        take_back(&office.store, &office.partnership, &effect.id, &AUTHOR).await.expect("taken back");
        let again = office.all(Kind::Memberships).await.remove(0);
        let twice = take_back(&office.store, &office.partnership, &effect.id, &AUTHOR).await;
        carry().await;

        assert_eq!(ended.text("valid_to"), Some("2026-12-31"));
        assert_eq!((again.content, again.version), (member.content, 3));
        assert!(matches!(twice, Err(NotTakenBack::NotCarriedOut)), "{twice:?}");
        assert_eq!(office.all(Kind::Memberships).await[0].text("valid_to"), Some("2026-12-31"));
    }
}

#[tokio::test]
async fn an_undated_resolution_is_not_adopted_before_it_has_a_date() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let values = json!({"body": office.council.id, "number": "7", "title": words("Uchwała"), "state": "draft"});
    let draft = office.keep(Kind::Resolutions, values).await;
    let wanted = |date: Option<&str>| Vote {
        event: ResolutionEvent::Adopt,
        votes: Votes { for_: Some(5), ..Votes::default() },
        date: date.map(|date| date.parse().expect("a date")),
        is_confirmed: false,
    };

    let undated = vote(&office.store, (&office.partnership, &draft), &wanted(None), &AUTHOR).await;
    let dated = vote(&office.store, (&office.partnership, &draft), &wanted(Some("2026-11")), &AUTHOR).await.expect("adopted");
    let stale = vote(&office.store, (&office.partnership, &draft), &wanted(None), &AUTHOR).await;

    assert!(matches!(&undated, Err(NotVoted::Faults(faults)) if faults[0].field == "date"), "{undated:?}");
    assert_eq!((dated.text("state"), dated.text("date")), (Some("adopted"), Some("2026-11")));
    let votes = ["votes_for", "votes_against", "votes_abstained"].map(|field| dated.number(field));
    assert_eq!(votes, [Some(5), None, None], "what nobody counted is not there, never 0");
    assert!(matches!(stale, Err(NotVoted::Stale)), "{stale:?}");
}

#[tokio::test]
async fn a_vote_that_cannot_be_or_does_not_carry_is_not_recorded() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let values = json!({"name": words("Zespół"), "body_kinds": ["working_group"]});
    let group = office.keep(Kind::Bodies, values).await;
    let values = json!({"body": group.id, "title": words("Spotkanie"), "date": "2026-05-05", "state": "held"});
    let meeting = office.keep(Kind::Meetings, values).await;
    for unit in ["0265011", "0221011", "0221021"] {
        let values = json!({"body": group.id, "unit": unit, "seat_role": "member", "valid_from": "2026"});
        let seat = office.keep(Kind::Seats, values).await;
        let values = json!({"meeting": meeting.id, "seat": seat.id, "presence": "present"});
        office.keep(Kind::Attendances, values).await;
    }
    let values = json!({"body": group.id, "meeting": meeting.id, "number": "1", "title": words("Uchwała"), "state": "draft"});
    let draft = office.keep(Kind::Resolutions, values).await;
    let try_with = async |event, counted: [Option<u32>; 3]| {
        let [for_, against, abstained] = counted;
        let wanted = Vote { event, votes: Votes { for_, against, abstained }, date: None, is_confirmed: false };
        vote(&office.store, (&office.partnership, &draft), &wanted, &AUTHOR).await
    };
    let impossible = |votes| FaultKind::MoreVotesThanPresent { votes, present: 3 };

    for (counted, votes) in [([Some(3), Some(1), None], 4), ([Some(5), None, None], 5)] {
        for event in [ResolutionEvent::Adopt, ResolutionEvent::Reject] {
            let refused = try_with(event, counted).await;
            assert!(matches!(&refused, Err(NotVoted::Faults(faults)) if faults[0].kind == impossible(votes)), "{refused:?}");
        }
    }
    for counted in [[Some(1), Some(2), None], [Some(0), Some(0), Some(3)], [None; 3]] {
        let refused = try_with(ResolutionEvent::Adopt, counted).await;
        assert!(matches!(refused, Err(NotVoted::Lacks(_))), "{counted:?}: {refused:?}");
    }
    let adopted = try_with(ResolutionEvent::Adopt, [Some(2), Some(1), None]).await.expect("adopted");
    assert_eq!((adopted.text("state"), adopted.number("votes_abstained")), (Some("adopted"), None));
}
