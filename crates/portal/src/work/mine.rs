//! My work: what waits for whoever asks, until when and why for them; the next dates; the own partnerships and shared registers.

use std::collections::BTreeSet;

use askama::Template;
use miedza_planning::partnership::waiting::Waiting;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Object, Room, Verb};
use miedza_planning::values::PartialDate;
use miedza_store::{FormDraft, Moment, Question};
use miedza_texts::{Message, key};
use miedza_workflows::partnership::{Ahead, InTray};
use miedza_workflows::record::Names;
use miedza_workflows::{Failure, labels};

use super::desk::{Group, counted};
use super::register::SHARED;
use super::{consistency, draft, meeting, observations};
use crate::frame::door::of_partnership;
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, DateEntry, Entry, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// Dates ahead that are shown.
const DATES: usize = 8;

/// A partnership in which the asker has a role.
struct Own {
    link: Entry,
    formal_name: String,
    roles: String,
}

/// Something that waits.
struct Row {
    what: Entry,
    place: String,
    until: String,
    iso: String,
    why: String,
    /// What is due at once comes first.
    order: Option<PartialDate>,
}

#[derive(Template)]
#[template(path = "work/mine.html")]
struct MinePage {
    page: Page,
    title: Title,
    waiting_heading: String,
    nothing: String,
    caption: Caption,
    headings: Vec<Heading>,
    waiting: Vec<Row>,
    dates_heading: String,
    dates: Vec<DateEntry>,
    own_heading: String,
    own: Vec<Own>,
    none: String,
    shared: Option<Group>,
    found: Option<Entry>,
    observations: Option<Entry>,
}

/// The page.
pub async fn show(asker: Asker) -> Answer {
    let partnerships = own_partnerships(&asker).await?;
    let (mut waiting, mut dates) = (drafts(&asker, &partnerships).await?, Vec::new());
    for partnership in partnerships.iter().filter(|partnership| has_role_in(&asker, partnership)) {
        let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
        let tray = InTray::of(asker.app.store(), partnership, asker.today(), sees).await?;
        if may_mend(&asker, partnership) {
            waiting.extend(findings(&asker, partnership).await?);
            waiting.extend(tray.waits.iter().map(|(waits, about)| row(&asker, partnership, waits, about)));
        }
        dates.extend(tray.ahead.into_iter().map(|ahead| (ahead.date, date(&asker, partnership, &ahead))));
    }
    waiting.sort_by_key(|row| row.order);
    dates.sort_by_key(|(date, _)| *date);
    let shared = shared(&asker).await?;
    page::answer(&mine_page(&asker, (waiting, dates), &partnerships, shared))
}

fn mine_page(
    asker: &Asker,
    (waiting, dates): (Vec<Row>, Vec<(PartialDate, DateEntry)>),
    partnerships: &[Record],
    shared: Option<Group>,
) -> MinePage {
    let heading = asker.say(key::PORTAL_MY_WORK);
    let may_found = asker.may(Verb::Create, Room::Partnership, &Object::private()).is_ok();
    let words = [key::MINE_WHAT, key::MINE_WHERE, key::MINE_UNTIL, key::MINE_WHY];
    let own = partnerships.iter().map(|partnership| Own {
        link: Entry::new(
            way_in(asker, partnership).unwrap_or_else(|| Address::work(asker.language)),
            asker.words(partnership, "short_name"),
        ),
        formal_name: asker.words(partnership, "formal_name"),
        roles: asker.tell(&Message::new(key::WORK_YOUR_ROLES).with("roles", roles(asker, partnership))),
    });
    MinePage {
        page: Page::of(asker, &heading).unlisted().under(Vec::new(), &heading),
        title: Title { heading, lead: asker.say(key::WORK_MINE_LEAD), ..Title::default() },
        waiting_heading: asker.say(key::MINE_WAITING),
        nothing: if waiting.is_empty() { asker.say(key::MINE_NOTHING) } else { String::new() },
        caption: Caption::new("waiting", asker.say(key::MINE_WAITING)),
        headings: words.map(|word| Heading::words(asker.say(word))).to_vec(),
        waiting,
        dates_heading: asker.say(key::MINE_DATES),
        dates: dates.into_iter().map(|(_, entry)| entry).take(DATES).collect(),
        own_heading: asker.say(key::MINE_PARTNERSHIPS),
        own: own.collect(),
        none: asker.say(key::WORK_NO_ROLES),
        shared,
        found: may_found
            .then(|| Entry::new(Address::work(asker.language).step("new-partnership"), asker.say(key::WORK_NEW_PARTNERSHIP))),
        observations: observations::way_in(asker),
    }
}

/// Where the asker's work in a partnership begins: its desk, for some roles its area or its news; `None` without a role there.
fn way_in(asker: &Asker, partnership: &Record) -> Option<Address> {
    let desk = Address::partnership_work(asker.language, partnership.text("slug").unwrap_or_default());
    let here = of_partnership(partnership);
    let own = Object { author: asker.visitor.account.clone(), ..here.clone() };
    let may = |room, object| asker.may(Verb::Read, room, object).is_ok();
    let ways = [
        (may(Room::Partnership, &here), desk.clone()),
        (may(Room::Diagnosis, &here), desk.clone().step("area")),
        (may(Room::Events, &own), desk.clone().step(Kind::News.name())),
        (may(Room::Accounts, &here), desk.clone().step("accounts")),
        (may(Room::Log, &here), desk.step("log")),
    ];
    ways.into_iter().find(|(is_open, _)| *is_open).map(|(_, way)| way)
}

fn desk(asker: &Asker, partnership: &Record) -> Address {
    Address::partnership_work(asker.language, partnership.text("slug").unwrap_or_default())
}

/// The partnerships whose workbench the asker may see, by name.
async fn own_partnerships(asker: &Asker) -> Result<Vec<Record>, Failure> {
    let mut partnerships = asker.app.store().records(&Question::of(Kind::Partnerships)).await?;
    partnerships.retain(|partnership| way_in(asker, partnership).is_some());
    partnerships.sort_by(|one, two| asker.language.compare(&asker.words(one, "short_name"), &asker.words(two, "short_name")));
    Ok(partnerships)
}

/// Whether a role was given for this very partnership: who keeps the whole portal is not meant by what waits in one.
fn has_role_in(asker: &Asker, partnership: &Record) -> bool {
    asker.visitor.grants.iter().any(|grant| grant.partnership.as_deref() == Some(&*partnership.id))
}

fn may_mend(asker: &Asker, partnership: &Record) -> bool {
    asker.may(Verb::Edit, Room::Partnership, &of_partnership(partnership)).is_ok()
}

/// The roles of the asker in a partnership, in one line.
pub fn roles(asker: &Asker, partnership: &Record) -> String {
    let here = |of: &Option<String>| of.as_deref().is_none_or(|of| of == partnership.id);
    let grants = asker.visitor.grants.iter().filter(|grant| here(&grant.partnership));
    let roles: BTreeSet<String> = grants.map(|grant| asker.tell(&labels::role(grant.role))).collect();
    roles.into_iter().collect::<Vec<_>>().join(", ")
}

async fn shared(asker: &Asker) -> Result<Option<Group>, Failure> {
    if asker.may(Verb::Edit, Room::Partnership, &Object::private()).is_err() {
        return Ok(None);
    }
    Ok(Some(Group { heading: asker.say(key::WORK_SHARED), registers: counted(asker, &SHARED, None).await? }))
}

fn by_role(asker: &Asker, partnership: &Record) -> String {
    asker.tell(&Message::new(key::MINE_WHY_ROLES).with("roles", roles(asker, partnership)))
}

/// What the rules find in a partnership, if there is anything to mend.
async fn findings(asker: &Asker, partnership: &Record) -> Result<Option<Row>, Failure> {
    let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
    let account = asker.visitor.account.as_deref().unwrap_or_default();
    let tally = asker.app.tallies().of(asker.app.store(), partnership, (account, asker.today()), sees).await?;
    if tally.errors + tally.warnings == 0 {
        return Ok(None);
    }
    let told = Message::new(key::MINE_FINDINGS).with("errors", tally.errors).with("warnings", tally.warnings);
    Ok(Some(Row {
        what: Entry::new(desk(asker, partnership).step(consistency::STEP), asker.tell(&told)),
        place: asker.words(partnership, "short_name"),
        until: asker.say(key::MINE_NO_DATE),
        iso: String::new(),
        why: by_role(asker, partnership),
        order: Some(PartialDate::Year(9999)),
    }))
}

fn row(asker: &Asker, partnership: &Record, waits: &Waiting, about: &Record) -> Row {
    let desk = desk(asker, partnership);
    let titled = |key| Message::new(key).with("title", asker.words(about, "title"));
    let numbered = |key| Message::new(key).with("number", about.text("number").unwrap_or_default());
    let sitting = || meeting::address_in(&desk, &about.id);
    let decision = || desk.clone().step("resolutions").step(&about.id).step("decision");
    let (href, told) = match waits {
        Waiting::Agenda { .. } => (sitting(), titled(key::MINE_AGENDA)),
        Waiting::Record { .. } => (sitting(), titled(key::MINE_RECORD)),
        Waiting::Vote { .. } => (decision(), numbered(key::MINE_VOTE)),
        Waiting::Effects { count, .. } => (decision(), numbered(key::MINE_EFFECTS).with("count", *count)),
        Waiting::Answer { answer, .. } => {
            let told = Message::new(key::MINE_ANSWER).with("title", asker.words(about, "subject"));
            (desk.clone().step("call_answers").step(answer), told)
        }
    };
    let until = waits.until();
    Row {
        what: Entry::new(href, asker.tell(&told)),
        place: asker.words(partnership, "short_name"),
        until: until.map_or_else(|| asker.say(key::MINE_OVERDUE), |date| asker.date(date)),
        iso: until.map(iso).unwrap_or_default(),
        why: by_role(asker, partnership),
        order: until,
    }
}

fn date(asker: &Asker, partnership: &Record, ahead: &Ahead) -> DateEntry {
    let (record, desk) = (&ahead.what, desk(asker, partnership));
    let (key, title, href) = match record.kind() {
        Kind::Calls => {
            let page = Address::page(asker.language).step("calls").step(record.text("slug").unwrap_or_default());
            (key::MINE_CLOSES, asker.words(record, "subject"), page)
        }
        Kind::Steps => {
            let stage = miedza_planning::partnership::stage::Stage::CHOICES;
            let title = asker.tell(&labels::choice(stage, record.text("stage").unwrap_or_default()));
            (key::MINE_STEP, title, desk.step("steps").step(&record.id))
        }
        _ => (key::MINE_MEETING, asker.words(record, "title"), meeting::address_in(&desk, &record.id)),
    };
    DateEntry {
        iso: iso(ahead.date),
        date: asker.date(ahead.date),
        href: href.into(),
        label: asker.tell(&Message::new(key).with("title", title)),
        place: asker.words(partnership, "short_name"),
    }
}

/// The forms that the asker has begun and not saved.
async fn drafts(asker: &Asker, partnerships: &[Record]) -> Result<Vec<Row>, Failure> {
    let Some(account) = asker.visitor.account.as_deref() else { return Ok(Vec::new()) };
    let store = asker.app.store();
    let mut rows = Vec::new();
    for draft in store.form_drafts_of(account, Moment::from(asker.app.now())).await? {
        let name = &draft.name;
        let partnership = partnerships.iter().find(|partnership| name.partnership.as_deref() == Some(&*partnership.id));
        let kind = Kind::parse(&name.kind).unwrap_or(Kind::Meetings);
        let record = match &name.record_id {
            Some(id) => match store.record(kind, id).await? {
                // What was deleted can be brought back, and its draft with it.
                None => continue,
                found => found,
            },
            None => None,
        };
        if name.partnership.is_some() && partnership.is_none() {
            continue;
        }
        rows.push(draft_row(asker, (&draft, kind), (partnership, record.as_ref())).await?);
    }
    Ok(rows)
}

async fn draft_row(
    asker: &Asker,
    (draft, kind): (&FormDraft, Kind),
    (partnership, record): (Option<&Record>, Option<&Record>),
) -> Result<Row, Failure> {
    let title = match record {
        Some(record) => {
            let names = Names::around(asker.app.store(), std::slice::from_ref(record), asker.language).await?;
            format!("{}: {}", asker.tell(&labels::kind_one(kind)), names.name(record, asker.language))
        }
        None => asker.tell(&labels::create(kind)),
    };
    let until = draft::until(asker, draft);
    let expires = Moment::at_unix_seconds(draft.expires_at).to_string();
    let why = Message::new(key::MINE_WHY_DRAFT).with("when", asker.moment(&draft.saved_at));
    Ok(Row {
        what: Entry::new(
            draft_address(asker, (draft, kind), partnership),
            asker.tell(&Message::new(key::MINE_DRAFT).with("title", title)),
        ),
        place: partnership.map(|partnership| asker.words(partnership, "short_name")).unwrap_or_default(),
        until: asker.tell(&Message::new(key::MINE_KEPT_UNTIL).with("date", until)),
        iso: expires.get(..10).unwrap_or_default().to_owned(),
        why: asker.tell(&why),
        order: expires.get(..10).and_then(|day| day.parse().ok()),
    })
}

/// The form that a draft belongs to.
fn draft_address(asker: &Asker, (draft, kind): (&FormDraft, Kind), partnership: Option<&Record>) -> Address {
    let record = draft.name.record_id.as_deref();
    let work = Address::work(asker.language);
    match (kind, partnership, record) {
        (Kind::Partnerships, Some(partnership), _) => desk(asker, partnership).step("profile"),
        (Kind::Partnerships, None, _) => work.step("new-partnership"),
        (_, Some(partnership), Some(id)) if draft.name.kind == meeting::FORM => {
            meeting::address_in(&desk(asker, partnership), id)
        }
        (_, Some(partnership), record) => desk(asker, partnership).step(kind.name()).step(record.unwrap_or("new")),
        (_, None, record) => work.step("shared").step(kind.name()).step(record.unwrap_or("new")),
    }
}
