//! The first pages after signing in: own partnerships, and the desk of one of them.

use std::collections::BTreeSet;

use askama::Template;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Object, Room, Verb};
use miedza_store::Question;
use miedza_texts::{Message, key};
use miedza_workflows::{Failure, labels};

use super::register::{self, GROUPS, SHARED, address, may_in, rail};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Title};
use crate::frame::{Address, Answer, Asker};

/// A group of registers with how much they hold.
struct Group {
    heading: String,
    registers: Vec<Counted>,
}

struct Counted {
    link: Entry,
    count: String,
}

/// A partnership in which the asker has a role.
struct Own {
    link: Entry,
    formal_name: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "work/mine.html")]
struct MinePage {
    page: Page,
    title: Title,
    own: Vec<Own>,
    none: String,
    shared: Option<Group>,
    found: Option<Entry>,
}

#[derive(Template)]
#[template(path = "work/desk.html")]
struct DeskPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    groups: Vec<Group>,
}

async fn counted(asker: &Asker, kinds: &[Kind], partnership: Option<&str>) -> Result<Vec<Counted>, Failure> {
    let mut registers = Vec::new();
    for kind in kinds {
        let mut question = Question::of(*kind);
        question.partnership = partnership.map(ToOwned::to_owned);
        let count = asker.app.store().count(&question).await?;
        registers.push(Counted {
            link: Entry::new(address(asker, *kind), asker.tell(&labels::kind(*kind))),
            count: asker.tell(&Message::new(key::WORK_COUNT).with("count", usize::try_from(count).unwrap_or(usize::MAX))),
        });
    }
    Ok(registers)
}

fn roles(asker: &Asker, partnership: &Record) -> String {
    let here = |of: &Option<String>| of.as_deref().is_none_or(|of| of == partnership.id);
    let roles: BTreeSet<String> = (asker.visitor.grants.iter().filter(|grant| here(&grant.partnership)))
        .map(|grant| asker.tell(&labels::role(grant.role)))
        .collect();
    let roles = roles.into_iter().collect::<Vec<_>>().join(", ");
    asker.tell(&Message::new(key::WORK_YOUR_ROLES).with("roles", roles))
}

/// The partnerships in which the asker has a role, and the shared registers.
pub async fn mine(asker: Asker) -> Answer {
    let mut partnerships = asker.app.store().records(&Question::of(Kind::Partnerships)).await?;
    let sees = |partnership: &Record| {
        let object = crate::frame::door::of_partnership(partnership);
        asker.may(Verb::Read, Room::Partnership, &object).is_ok()
    };
    partnerships.retain(sees);
    partnerships.sort_by(|one, two| asker.language.compare(&asker.words(one, "short_name"), &asker.words(two, "short_name")));
    let own = partnerships.iter().map(|partnership| Own {
        link: Entry::new(
            Address::partnership_work(asker.language, partnership.text("slug").unwrap_or_default()),
            asker.words(partnership, "short_name"),
        ),
        formal_name: asker.words(partnership, "formal_name"),
        roles: roles(&asker, partnership),
    });
    let own = own.collect();
    let may_read_shared = asker.may(Verb::Edit, Room::Partnership, &Object::private()).is_ok();
    let shared = if may_read_shared {
        Some(Group { heading: asker.say(key::WORK_SHARED), registers: counted(&asker, &SHARED, None).await? })
    } else {
        None
    };
    let may_found = asker.may(Verb::Create, Room::Partnership, &Object::private()).is_ok();
    let heading = asker.say(key::PORTAL_MY_WORK);
    page::answer(&MinePage {
        page: Page::of(&asker, &heading).unlisted().under(Vec::new(), &heading),
        title: Title { heading, lead: asker.say(key::WORK_MINE_LEAD), ..Title::default() },
        own,
        none: asker.say(key::WORK_NO_ROLES),
        shared,
        found: may_found
            .then(|| Entry::new(Address::work(asker.language).step("new-partnership"), asker.say(key::WORK_NEW_PARTNERSHIP))),
    })
}

/// The desk of a partnership: its registers and what can be done.
pub async fn partnership(asker: Asker) -> Answer {
    let partnership = asker.the_partnership();
    let mut groups = Vec::new();
    for (word, kinds) in GROUPS {
        let registers = counted(&asker, kinds, Some(&partnership.id)).await?;
        groups.push(Group { heading: asker.say(word), registers });
    }
    let desk = Address::partnership_work(asker.language, asker.slug());
    let mut ways = vec![Entry::new(Address::partnership(asker.language, asker.slug()), asker.say(key::WORK_PUBLIC_PAGE))];
    ways.push(Entry::new(desk.clone().step("area"), asker.say(key::LAB_VARIANTS)));
    if may_in(&asker, Verb::Edit, Kind::Partnerships) {
        ways.push(Entry::new(desk.clone().step("profile"), asker.say(key::WORK_PROFILE)));
    }
    if asker.may(Verb::Read, Room::Log, &asker.object).is_ok() {
        ways.push(Entry::new(desk.step("log"), asker.say(key::WORK_LOG)));
    }
    let name = asker.words(partnership, "short_name");
    let mut above = register::above(&asker);
    above.pop();
    page::answer(&DeskPage {
        page: Page::of(&asker, &name).unlisted().under(above, &name).beside(rail(&asker, None)),
        title: Title {
            kind: roles(&asker, partnership),
            heading: name,
            lead: asker.say(key::WORK_DESK_LEAD),
            ..Title::default()
        },
        ways,
        groups,
    })
}
