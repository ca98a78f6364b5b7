//! The desk of a partnership: its registers, what waits in them, and what can be done.

use askama::Template;
use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};
use miedza_store::Question;
use miedza_texts::{Message, key};
use miedza_workflows::partnership::consistency;
use miedza_workflows::{Failure, labels};

use super::mine;
use super::register::{self, GROUPS, address, may_in, rail};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Title};
use crate::frame::{Address, Answer, Asker};

/// A group of registers with how much they hold.
pub struct Group {
    pub heading: String,
    pub registers: Vec<Counted>,
}

/// A register with how much it holds.
pub struct Counted {
    pub link: Entry,
    pub count: String,
}

#[derive(Template)]
#[template(path = "work/desk.html")]
struct DeskPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    findings: Entry,
    groups: Vec<Group>,
}

/// Registers with how much they hold.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn counted(asker: &Asker, kinds: &[Kind], partnership: Option<&str>) -> Result<Vec<Counted>, Failure> {
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
    if asker.may(Verb::Read, Room::Diagnosis, &asker.object).is_ok() {
        ways.push(Entry::new(desk.clone().step("diagnosis"), asker.say(key::DIAGNOSIS_CHAPTERS)));
    }
    if may_in(&asker, Verb::Edit, Kind::Partnerships) {
        ways.push(Entry::new(desk.clone().step("profile"), asker.say(key::WORK_PROFILE)));
    }
    if asker.may(Verb::Read, Room::Log, &asker.object).is_ok() {
        ways.push(Entry::new(desk.step("log"), asker.say(key::WORK_LOG)));
    }
    let findings = asker.tell(&consistency::counted(register::tally(&asker).await?));
    let findings = format!("{} – {findings}", asker.say(key::CONSISTENCY));
    let name = asker.words(partnership, "short_name");
    let mut above = register::above(&asker);
    above.pop();
    page::answer(&DeskPage {
        page: Page::of(&asker, &name).unlisted().under(above, &name).beside(rail(&asker, None).await?),
        title: Title {
            kind: asker.tell(&Message::new(key::WORK_YOUR_ROLES).with("roles", mine::roles(&asker, partnership))),
            heading: name,
            lead: asker.say(key::WORK_DESK_LEAD),
            ..Title::default()
        },
        ways,
        findings: Entry::new(super::consistency::address_of(&asker), findings),
        groups,
    })
}
