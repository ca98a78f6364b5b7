//! The members on any date: with roles, ground, links, since when and from which source; counties; stated numbers.

use askama::Template;
use axum::extract::Query;
use miedza_planning::partnership::counties::{CountyTouched, Cover};
use miedza_planning::partnership::membership::{Doubt, Ground, LinkEvidence};
use miedza_planning::partnership::{MemberRole, Party};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::PartialDate;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use miedza_workflows::partnership::{MemberList, MemberRow, Turn, shapes};
use serde::Deserialize;

use super::counts;
use super::desk::Desk;
use super::sources::{SourceLink, Sources};
use crate::frame::list::{Filter, Listing, SortKey};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, FormField, Heading, KeyFigure, MapFigure, Notice, Title};
use crate::frame::rail::Place;
use crate::frame::units::kind_of_unit;
use crate::frame::{Answer, Asker, land, member_map};

/// Which date is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    on: String,
}

/// A member in the table.
struct Row {
    name: Entry,
    code: String,
    about: String,
    county: String,
    roles: Vec<String>,
    rank: u8,
    ground: String,
    linked: Vec<Entry>,
    evidence: String,
    since: String,
    from: Option<PartialDate>,
    until: Option<PartialDate>,
    basis: Vec<Entry>,
    sources: Vec<SourceLink>,
    source: String,
    doubt: String,
    /// `certain`, `possible` or `beside`, for files.
    certainty: &'static str,
}

impl Row {
    /// What the filter looks into.
    fn words(&self) -> String {
        let linked = self.linked.iter().map(|unit| unit.label.as_str());
        let own = [&self.name.label, &self.code, &self.about, &self.county, &self.ground, &self.since];
        let roles = self.roles.iter().map(String::as_str);
        own.into_iter().map(String::as_str).chain(roles).chain(linked).collect::<Vec<_>>().join(" ")
    }
}

/// A county that the members lie in.
struct CountyRow {
    name: String,
    members: String,
    names: String,
    whole: String,
    takes_part: String,
}

/// A part of the list.
struct Part {
    heading: String,
    lead: String,
    caption: Caption,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "partnership/members.html")]
struct MembersPage {
    page: Page,
    title: Title,
    action: String,
    carried: Vec<(String, String)>,
    date: FormField,
    show: String,
    filter: Filter,
    turns_label: String,
    turns: Vec<Entry>,
    figures: Vec<KeyFigure>,
    counts: Vec<Notice>,
    map: MapFigure,
    headings: Vec<Heading>,
    has_ground: bool,
    list: Vec<Part>,
    empty: String,
    files_label: String,
    files: Vec<Entry>,
    sources: Sources,
    counties_heading: String,
    counties_caption: Caption,
    counties_headings: Vec<Heading>,
    counties: Vec<CountyRow>,
    law: Vec<Notice>,
}

/// The members on a date.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let desk = Desk::open(asker).await?;
    let today = PartialDate::Day(desk.asker.today());
    let typed = asked.on.trim();
    let wanted = if typed.is_empty() { Ok(today) } else { typed.parse::<PartialDate>() };
    let error =
        if wanted.is_err() { desk.tell(&Message::new(key::PAGE_DATE_UNREADABLE).with("text", typed)) } else { String::new() };
    let date = wanted.unwrap_or(today);
    let list = MemberList::on(&desk.book, date);
    let mut sources = Sources::new(&desk, "source");
    let has_ground = list.certain.iter().chain(&list.possible).chain(&list.beside).any(|row| row.ground.is_some());
    let listing = listing(&desk, has_ground).as_files(format!("members-{}-{date}", desk.asker.slug()));
    let parts = parts(&desk, &list, &mut sources);
    let parts = parts.into_iter().map(|(about, rows)| (about, listing.view(rows, Row::words))).collect::<Vec<_>>();
    if listing.asked().file.is_some() {
        let rows: Vec<Row> = parts.into_iter().flat_map(|(_, rows)| rows).collect();
        return Ok(listing.file(&rows).await?.unwrap_or_default());
    }
    let marked = member_map::marked(&desk.asker, &desk.book.land, &desk.book.dossier.members_in(list.date));
    let codes = marked.iter().filter_map(|unit| UnitCode::parse(&unit.code).ok()).collect();
    let year = u16::try_from(list.day.year()).ok();
    let shapes = shapes(desk.asker.app.store(), &codes, &desk.book.land.around(), year).await?;
    let on = desk.asker.date(date);
    let what = desk.say(key::PAGE_MEMBERS_MAP);
    let map = member_map::figure(&desk.asker, &desk.book.land, &marked, shapes.as_ref(), (&what, &on));
    let map = map.of(land::source(&desk.asker, shapes.as_ref(), year).await?);
    let field = FormField {
        name: "on".to_owned(),
        label: desk.say(key::PAGE_DATE_ASKED),
        hint: desk.say(key::PAGE_DATE_HINT),
        error,
        value: if typed.is_empty() { desk.asker.today().to_string() } else { typed.to_owned() },
        optional: " ".to_owned(),
    };
    let shown = members_page(&desk, &list, map, field);
    page::answer(&MembersPage {
        carried: listing.asked().but(&["on"]),
        filter: listing.filter(),
        headings: listing.headings(),
        files: listing.files(),
        has_ground,
        empty: if listing.asked().words.is_empty() { shown.empty } else { desk.say(key::LIST_NONE) },
        list: parts.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(about, rows)| about.with(&desk, rows)).collect(),
        sources,
        ..shown
    })
}

/// The columns of the table, and what else stands in files.
fn listing(desk: &Desk, has_ground: bool) -> Listing<'_, Row> {
    let words = |key| Heading::words(desk.say(key));
    let listing = Listing::of(&desk.asker, "role")
        .column("name", words(key::PAGE_MEMBER), |row: &Row| SortKey::from(&row.name.label))
        .unseen("code", desk.say(key::UNIT_CODE), |row| row.code.clone())
        .unseen("kind", desk.say(key::UNIT_KIND), |row| row.about.split(" · ").next().map(ToOwned::to_owned))
        .column("county", words(key::PAGE_COUNTY), |row: &Row| SortKey::from(&row.county))
        // Leaders stand first.
        .column("role", words(key::PAGE_ROLE), |row: &Row| SortKey::from(usize::from(row.rank)))
        .told(|row| row.roles.join("; "));
    let listing = if has_ground {
        listing.column("ground", words(key::PAGE_GROUND), |row: &Row| SortKey::from(&row.ground)).unseen(
            "linked_to",
            desk.field(Kind::Memberships, "linked_to"),
            |row| row.linked.iter().map(|unit| unit.label.clone()).collect::<Vec<_>>().join("; "),
        )
    } else {
        listing
    };
    listing
        .column("since", words(key::PAGE_MEMBER_SINCE), |row: &Row| SortKey::from(row.from))
        .plain(words(key::PAGE_SOURCE))
        .unseen("until", desk.field(Kind::Memberships, "valid_to"), |row| row.until.map(|date| date.to_string()))
        .unseen("certainty", desk.say(key::API_COLUMN_CERTAINTY), |row| row.certainty)
        .unseen("doubt", desk.field(Kind::TimelineEvents, "doubt"), |row| row.doubt.clone())
        .unseen("source", desk.say(key::PAGE_SOURCE), |row| row.source.clone())
}

fn members_page(desk: &Desk, list: &MemberList, map: MapFigure, date: FormField) -> MembersPage {
    let on = desk.asker.date(list.date);
    let heading = desk.tell(&Message::new(key::PAGE_MEMBERS_ON).with("date", on));
    let page = desk.page(Place::Members, &desk.say(key::PAGE_MEMBERS));
    MembersPage {
        page,
        title: Title {
            kind: desk.name(),
            heading,
            lead: lead(desk, (list.certain.len(), list.possible.len())),
            ..Title::default()
        },
        action: desk.address(Place::Members).into(),
        carried: Vec::new(),
        filter: Filter::default(),
        show: desk.say(key::PAGE_DATE_SHOW),
        date,
        turns_label: desk.say(key::PAGE_TURNS),
        turns: list.turns.iter().map(|turn| turn_entry(desk, turn, list)).collect(),
        figures: figures(desk, list),
        counts: list.counts.iter().map(|check| counts::notice(desk, check)).collect(),
        map,
        headings: Vec::new(),
        has_ground: false,
        list: Vec::new(),
        empty: desk.say(key::PAGE_MEMBERS_NONE),
        files_label: desk.say(key::LIST_FILES),
        files: Vec::new(),
        sources: Sources::new(desk, "source"),
        counties_heading: desk.say(key::PAGE_COUNTIES),
        counties_caption: desk.caption("counties", desk.say(key::PAGE_COUNTIES_CAPTION), desk.asker.date(list.date)),
        counties_headings: vec![
            Heading::words(desk.say(key::PAGE_COUNTY)),
            Heading::number(desk.say(key::PAGE_COUNTY_COUNT), ""),
            Heading::words(desk.say(key::PAGE_COUNTY_MEMBERS)),
            Heading::words(desk.say(key::PAGE_COUNTY_WHOLE)),
            Heading::words(desk.say(key::PAGE_COUNTY_TAKES_PART)),
        ],
        counties: counties(desk, list),
        law: list.covers.iter().filter(|cover| cover.lacks_its_county()).map(|cover| lacking(desk, cover)).collect(),
    }
}

fn lead(desk: &Desk, (certain, possible): (usize, usize)) -> String {
    let members = desk.count(key::PAGE_COUNT_MEMBERS, certain);
    if possible == 0 {
        return members;
    }
    desk.tell(&Message::new(key::PAGE_AND_POSSIBLE).with("members", members).with("count", possible))
}

fn figures(desk: &Desk, list: &MemberList) -> Vec<KeyFigure> {
    let number = |count: usize| desk.asker.language.integer(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    let figure = |key, count: usize| KeyFigure { label: desk.say(key), value: number(count), ..KeyFigure::default() };
    let mut figures = vec![figure(key::PAGE_MEMBERS, list.certain.len())];
    if !list.possible.is_empty() {
        figures.push(figure(key::PAGE_POSSIBLE_MEMBERS, list.possible.len()));
    }
    if !list.beside.is_empty() {
        figures.push(figure(key::PAGE_BESIDE, list.beside.len()));
    }
    figures.push(figure(key::PAGE_COUNTIES, list.counties.keys().flatten().count()));
    if let [check] = list.counts.as_slice() {
        figures.push(KeyFigure { note: desk.asker.date(check.date), ..figure(key::PAGE_STATED_MEMBERS, check.stated) });
    }
    figures
}

fn turn_entry(desk: &Desk, turn: &Turn, list: &MemberList) -> Entry {
    let members = desk.book.dossier.members_in(turn.date);
    let members = lead(desk, (members.certain.len(), members.possible.len()));
    let label = Message::new(key::PAGE_TURN).with("date", desk.asker.date(turn.date)).with("members", members);
    let href = desk.address(Place::Members).ask("on", &turn.date.to_string());
    Entry::new(href, desk.tell(&label)).current_if(turn.date == list.date)
}

/// What stands over a part of the list, whatever of it fits the filter.
struct About {
    id: &'static str,
    heading: miedza_texts::Key,
    lead: miedza_texts::Key,
    on: String,
}

impl About {
    fn with(self, desk: &Desk, rows: Vec<Row>) -> Part {
        let heading = desk.count(self.heading, rows.len());
        Part { lead: desk.say(self.lead), caption: desk.caption(self.id, heading.clone(), self.on), heading, rows }
    }
}

/// The parts of the list: those who are members, those who may be, those beside; each by name.
fn parts(desk: &Desk, list: &MemberList, sources: &mut Sources) -> Vec<(About, Vec<Row>)> {
    let all = [
        (&list.certain, ("members", "certain"), key::PAGE_MEMBERS_CERTAIN, key::PAGE_MEMBERS_CERTAIN_LEAD),
        (&list.possible, ("possible", "possible"), key::PAGE_MEMBERS_POSSIBLE, key::PAGE_MEMBERS_POSSIBLE_LEAD),
        (&list.beside, ("beside", "beside"), key::PAGE_MEMBERS_BESIDE, key::PAGE_MEMBERS_BESIDE_LEAD),
    ];
    let mut parts = Vec::new();
    for (members, (id, certainty), heading, lead) in all {
        let of_member = |member| Row { certainty, ..row(desk, member, sources) };
        let mut rows: Vec<Row> = members.iter().map(of_member).collect();
        rows.sort_by(|one, two| desk.asker.language.compare(&one.name.label, &two.name.label));
        parts.push((About { id, heading, lead, on: desk.asker.date(list.date) }, rows));
    }
    parts
}

fn row(desk: &Desk, member: &MemberRow, sources: &mut Sources) -> Row {
    let land = &desk.book.land;
    let code = member.party.unit();
    let about = code.map(|code| {
        let kind = kind_of_unit(&desk.asker, land, code);
        if kind.is_empty() { code.as_str().to_owned() } else { format!("{kind} · {code}") }
    });
    let kind_of_organisation = || match &member.party {
        Party::Organisation(id) => desk.book.find(Kind::Organisations, id).map(|found| desk.choice(found, "actor_kind")),
        Party::Unit(_) => None,
    };
    let county = code.and_then(|code| land.places().county(code).filter(|county| county != code));
    let name = match &member.party {
        Party::Unit(code) => Entry::new(desk.unit(code).href, land.name(code)),
        Party::Organisation(_) => desk.party(&member.party),
    };
    let said = member.memberships.iter().filter_map(|record| record.content.source.as_deref());
    let evidence: Vec<String> =
        (member.link_evidence.iter()).map(|evidence| desk.word(LinkEvidence::CHOICES, evidence.name())).collect();
    Row {
        name,
        code: code.map(ToString::to_string).unwrap_or_default(),
        about: about.or_else(kind_of_organisation).unwrap_or_default(),
        county: county.map(|county| land.name(&county).to_owned()).unwrap_or_default(),
        roles: roles(desk, member),
        rank: rank(member),
        ground: member.ground.map(|ground| desk.word(Ground::CHOICES, ground.name())).unwrap_or_default(),
        linked: member.linked_to.iter().map(|code| desk.unit(code)).collect(),
        evidence: evidence.join(", "),
        since: since(desk, member),
        from: member.since,
        until: member.until,
        source: said.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("; "),
        certainty: "",
        basis: member.basis.iter().map(|id| desk.document(Some(id))).filter(|entry| !entry.label.is_empty()).collect(),
        sources: sources.of(desk, &member.memberships),
        doubt: member.doubts.first().map(|doubt| doubt_told(desk, *doubt)).unwrap_or_default(),
    }
}

/// The roles, leader and initiator first; "member" only where it is the whole. Of several each says since when, and one that
/// is not certain says so.
fn roles(desk: &Desk, member: &MemberRow) -> Vec<String> {
    let is_more = member.roles.iter().any(|(role, _)| matches!(role, MemberRole::Leader | MemberRole::Initiator));
    let mut shown: Vec<(MemberRole, bool)> = member.roles.clone();
    shown.retain(|(role, _)| !is_more || *role != MemberRole::Member);
    shown.sort_by_key(|(role, is_certain)| (*role != MemberRole::Leader, *role, !is_certain));
    shown.dedup_by_key(|(role, _)| *role);
    let is_one = shown.len() == 1;
    let told = |(role, is_certain): (MemberRole, bool)| {
        let word = desk.word(MemberRole::CHOICES, role.name());
        if is_one {
            return word;
        }
        let record = member.memberships.iter().find(|record| record.text("role") == Some(role.name()));
        let when = record.map(|record| held(desk, record)).unwrap_or_default();
        let key = if is_certain { key::PAGE_ROLE_HELD } else { key::PAGE_ROLE_POSSIBLY_HELD };
        desk.tell(&Message::new(key).with("role", word).with("when", when))
    };
    shown.into_iter().map(told).collect()
}

/// Since when a membership holds, as far as it is stated.
fn held(desk: &Desk, record: &Record) -> String {
    let (from, known) = (record.date("valid_from"), record.date("known_on"));
    match (from, known) {
        (Some(from), _) => desk.period(Some(from), record.date("valid_to")),
        (None, Some(known)) => desk.tell(&Message::new(key::PAGE_KNOWN_ON).with("date", desk.asker.date(known))),
        (None, None) => desk.say(key::PAGE_SINCE_NOT_STATED),
    }
}

fn rank(member: &MemberRow) -> u8 {
    let is = |wanted| member.roles.iter().any(|(role, _)| *role == wanted);
    match (is(MemberRole::Leader), is(MemberRole::Initiator)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}

fn since(desk: &Desk, member: &MemberRow) -> String {
    let (message, date) = match (member.since, member.known_on) {
        (Some(since), _) => return desk.period(Some(since), member.until),
        (None, Some(known)) => (key::PAGE_KNOWN_ON, desk.asker.date(known)),
        (None, None) => (key::PAGE_SINCE_NOT_STATED, String::new()),
    };
    desk.tell(&Message::new(message).with("date", date))
}

fn doubt_told(desk: &Desk, doubt: Doubt) -> String {
    let (key, date) = match doubt {
        Doubt::BeginningNotStated => (key::PAGE_DOUBT_BEGINNING, String::new()),
        Doubt::BeginningImprecise(date) => (key::PAGE_DOUBT_BEGINNING_IN, desk.asker.date(date)),
        Doubt::NotAllOfIt(date) => (key::PAGE_DOUBT_NOT_ALL, desk.asker.date(date)),
        Doubt::EndImprecise(date) => (key::PAGE_DOUBT_END_IN, desk.asker.date(date)),
    };
    desk.tell(&Message::new(key).with("date", date))
}

fn counties(desk: &Desk, list: &MemberList) -> Vec<CountyRow> {
    let mut rows: Vec<CountyRow> =
        list.counties.iter().map(|(county, touched)| county_row(desk, county.as_ref(), touched, &list.covers)).collect();
    rows.sort_by(|one, two| desk.asker.language.compare(&one.name, &two.name));
    rows
}

fn county_row(desk: &Desk, county: Option<&UnitCode>, touched: &CountyTouched, covers: &[Cover]) -> CountyRow {
    let land = &desk.book.land;
    let cover = covers.iter().find(|cover| Some(&cover.county) == county);
    let whole = match cover {
        Some(cover) if cover.is_city => desk.say(key::PAGE_COUNTY_CITY),
        Some(cover) if cover.is_whole() => desk.say(key::PAGE_YES),
        Some(cover) => desk.count(key::PAGE_COUNTY_LACKS, cover.missing.len()),
        None => desk.say(key::PAGE_NOT_KNOWN),
    };
    let mut names: Vec<String> = touched.municipalities.iter().map(|code| desk.unit(code).label).collect();
    names.sort_by(|one, two| desk.asker.language.compare(one, two));
    CountyRow {
        name: county.map_or_else(|| desk.say(key::PAGE_COUNTY_UNKNOWN), |code| land.name(code).to_owned()),
        members: touched.municipalities.len().to_string(),
        names: names.join(", "),
        whole,
        takes_part: desk.say(if touched.takes_part { key::PAGE_YES } else { key::PAGE_NO }),
    }
}

fn lacking(desk: &Desk, cover: &Cover) -> Notice {
    let name = desk.book.land.name(&cover.county).to_owned();
    Notice {
        kind: "info",
        title: desk.tell(&Message::new(key::PAGE_COUNTY_NEEDED).with("name", name)),
        text: desk.say(key::PAGE_COUNTY_NEEDED_LAW),
        ways: Vec::new(),
    }
}
