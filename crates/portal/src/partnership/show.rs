//! The first screen of a partnership: who, where, what now; then what is known of it, each fact with its source.

use askama::Template;
use miedza_planning::partnership::stage::{Passage, Stage, Step, passages};
use miedza_planning::partnership::{Kept, MembersOn};
use miedza_planning::record::{Kind, Record};
use miedza_territory::UnitCode;
use miedza_texts::key;
use miedza_workflows::partnership::{Ahead, ahead, shapes};

use super::desk::Desk;
use super::figures;
use super::inside::{self, Inside};
use super::nested::{self, Nest};
use super::sources::Sources;
use super::stated::{self, CheckRow, StatedRow};
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, DateEntry, Entry, Fact, Heading, KeyFigure, MapFigure, ThreadStep, Title};
use crate::frame::rail::Place;
use crate::frame::{Address, Answer, Asker, land, member_map, moments};

/// Dates, documents and news on the first screen.
const DATES: usize = 3;
const DOCUMENTS: usize = 5;
const NEWS: usize = 3;

/// A document or a news item in a short list.
struct Short {
    link: Entry,
    about: String,
}

/// A body beside the members.
struct PartnerRow {
    name: String,
    role: Said,
    period: String,
    mark: Mark,
}

/// A line on who pays or supports.
struct FunderRow {
    text: Said,
    website: Option<Fact>,
    mark: Mark,
}

#[derive(Template)]
#[template(path = "partnership/show.html")]
struct ShowPage {
    page: Page,
    title: Title,
    figures: Vec<KeyFigure>,
    figures_source: String,
    map: MapFigure,
    members: Entry,
    thread_label: String,
    thread: Vec<ThreadStep>,
    purpose_heading: String,
    purpose: Said,
    beginning_heading: String,
    beginning: Said,
    mark: Mark,
    dates_heading: String,
    dates: Vec<DateEntry>,
    no_dates: String,
    facts_heading: String,
    facts: Vec<Fact>,
    leaders_label: String,
    leaders: Vec<Entry>,
    themes_heading: String,
    themes: Vec<Entry>,
    nests: Vec<Nest>,
    partners_heading: String,
    partners: Vec<PartnerRow>,
    documents_heading: String,
    documents: Vec<Short>,
    news_heading: String,
    news: Vec<Short>,
    all: String,
    all_documents: String,
    all_news: String,
    stated_heading: String,
    stated_caption: Caption,
    stated_headings: Vec<Heading>,
    stated: Vec<StatedRow>,
    checks_caption: Caption,
    checks_headings: Vec<Heading>,
    checks: Vec<CheckRow>,
    funders_heading: String,
    funders: Vec<FunderRow>,
    sources: Sources,
}

/// The first screen.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let members = desk.book.dossier.members_on(desk.asker.today());
    let marked = member_map::marked(&desk.asker, &desk.book.land, &members);
    let codes = marked.iter().filter_map(|unit| UnitCode::parse(&unit.code).ok()).collect();
    let shapes = shapes(desk.asker.app.store(), &codes, &desk.book.land.around(), None).await?;
    let (what, today) = (desk.say(key::PAGE_MEMBERS_MAP), desk.asker.date(desk.asker.today().into()));
    let map = member_map::figure(&desk.asker, &desk.book.land, &marked, shapes.as_ref(), (&what, &today));
    let map = map.of(land::source(&desk.asker, shapes.as_ref(), None).await?);
    let inside = inside::of(&desk, &members).await?;
    let nests = nested::nests(&desk).await?;
    page::answer(&show_page(&desk, &members, (map, nests), inside.as_ref()))
}

fn show_page(desk: &Desk, members: &MembersOn, (map, nests): (MapFigure, Vec<Nest>), inside: Option<&Inside>) -> ShowPage {
    let record = &desk.book.partnership;
    let mut sources = Sources::new(desk, "source");
    let (figures, figures_source) = figures::of(desk, members, inside);
    let description = desk.words(record, "purpose");
    let page = desk.page(Place::Overview, &desk.name());
    ShowPage {
        page: if description.is_empty() { page } else { page.described(description) },
        title: title(desk),
        figures,
        figures_source,
        map,
        members: Entry::new(desk.address(Place::Members), desk.count(key::PAGE_ALL_MEMBERS, members.certain.len())),
        thread_label: desk.say(key::PAGE_THREAD),
        thread: thread(desk),
        purpose_heading: desk.field(Kind::Partnerships, "purpose"),
        purpose: desk.said(record, "purpose"),
        beginning_heading: desk.field(Kind::Partnerships, "how_it_began"),
        beginning: desk.said(record, "how_it_began"),
        mark: desk.mark(record),
        dates_heading: desk.say(key::PAGE_NEXT_DATES),
        dates: dates(desk),
        no_dates: desk.say(key::PAGE_NO_DATES),
        facts_heading: desk.say(key::PAGE_IN_BRIEF),
        facts: facts(desk),
        leaders_label: desk.say(key::PAGE_LEADER),
        leaders: members.leaders().map(|member| desk.party(&member.party)).collect(),
        themes_heading: desk.field(Kind::Partnerships, "themes"),
        themes: desk.themes(&desk.book.partnership),
        nests,
        partners_heading: desk.say(key::PAGE_PARTNERS),
        partners: partners(desk),
        documents_heading: desk.say(key::PAGE_DOCUMENTS),
        documents: documents(desk),
        news_heading: desk.say(key::PAGE_NEWS),
        news: news(desk),
        all: desk.say(key::PAGE_ALL),
        all_documents: desk.address(Place::Documents).into(),
        all_news: desk.address(Place::News).into(),
        stated_heading: desk.say(key::PAGE_STATED),
        stated_caption: desk.caption("stated", desk.say(key::PAGE_STATED_CAPTION), ""),
        stated_headings: stated::headings(desk),
        stated: stated::rows(desk, &mut sources),
        checks_caption: desk.caption("checks", desk.say(key::PAGE_CHECKS_CAPTION), ""),
        checks_headings: stated::check_headings(desk),
        checks: stated::checks(desk),
        funders_heading: desk.say(key::PORTAL_FUNDERS),
        funders: funders(desk),
        sources,
    }
}

fn title(desk: &Desk) -> Title {
    let record = &desk.book.partnership;
    let (name, formal) = (desk.said(record, "short_name"), desk.words(record, "formal_name"));
    let kind = desk.choice(record, "legal_form");
    Title {
        kind: if kind.is_empty() { desk.say(key::PAGE_PARTNERSHIP) } else { kind },
        lead: if formal == name.text { String::new() } else { formal },
        ..Title::said(&name)
    }
}

/// The stages that are recorded, with the one where the partnership stands.
fn thread(desk: &Desk) -> Vec<ThreadStep> {
    let dossier = &desk.book.dossier;
    let standing = dossier.partnership.stage;
    let recorded = passages(standing, &dossier.steps)
        .into_iter()
        .filter(|(stage, passage, _)| *stage == standing || !matches!(passage, Passage::Ahead | Passage::NotRecorded));
    let step = |(stage, passage, steps): (Stage, Passage, Vec<&Kept<Step>>)| {
        let dates = steps.first().map(|step| desk.period(step.valid_from, step.valid_to));
        let state = match passage {
            _ if stage == standing => "current",
            Passage::Planned | Passage::Ahead => "ahead",
            _ => "done",
        };
        let dates = dates.filter(|dates| !dates.is_empty());
        let is_shown = dates.is_some() || state == "done";
        let note = dates.unwrap_or_else(|| stated::passage_told(desk, passage));
        let href = format!("{}#{}", desk.address(Place::Stages), stage.name());
        ThreadStep { href, label: desk.word(Stage::CHOICES, stage.name()), note, is_shown, state }
    };
    recorded.map(step).collect()
}

/// The nearest dates ahead.
fn dates(desk: &Desk) -> Vec<DateEntry> {
    let today = desk.asker.today();
    let records = [Kind::Meetings, Kind::Steps, Kind::Calls].into_iter().flat_map(|kind| desk.book.of(kind));
    let mut coming: Vec<_> = records.filter_map(|record| ahead(record, today)).collect();
    coming.sort_by(|one, two| one.date.cmp(&two.date).then_with(|| one.what.id.cmp(&two.what.id)));
    coming.truncate(DATES);
    let entry = |coming: Ahead| {
        let what = &coming.what;
        let (href, label) = match what.kind() {
            Kind::Meetings => (desk.address_of("meetings", &what.id).to_string(), desk.words(what, "title")),
            Kind::Calls => (call_address(desk, what), desk.words(what, "subject")),
            _ => (desk.address(Place::Stages).to_string(), desk.choice(what, "stage")),
        };
        let place = what.text("place").unwrap_or_default().to_owned();
        DateEntry { iso: moments::iso(coming.date), date: desk.asker.date(coming.date), href, label, place }
    };
    coming.into_iter().map(entry).collect()
}

fn call_address(desk: &Desk, call: &Record) -> String {
    Address::page(desk.asker.language).step("calls").step(call.text("slug").unwrap_or(&call.id)).into()
}

fn facts(desk: &Desk) -> Vec<Fact> {
    let record = &desk.book.partnership;
    let parent = record.text("parent_organisation").map(|id| desk.organisation(id));
    let parent = parent.and_then(|name| desk.fact(desk.field(Kind::Partnerships, "parent_organisation"), name));
    let stage = desk.fact_of(record, "stage").map(|fact| Fact { href: desk.address(Place::Stages).into(), ..fact });
    let fields = ["legal_form", "founded", "dissolved", "seat", "register_number"];
    let facts = fields.into_iter().map(|field| desk.fact_of(record, field));
    [parent, stage].into_iter().chain(facts).chain([desk.website(record)]).flatten().collect()
}

fn partners(desk: &Desk) -> Vec<PartnerRow> {
    let row = |record: &Record| PartnerRow {
        name: desk.organisation(record.text("organisation").unwrap_or_default()),
        role: desk.said(record, "partner_role"),
        period: desk.period(record.date("valid_from"), record.date("valid_to")),
        mark: desk.mark(record),
    };
    let mut rows: Vec<PartnerRow> = desk.book.of(Kind::InstitutionalPartners).iter().map(row).collect();
    rows.sort_by(|one, two| desk.asker.language.compare(&one.name, &two.name));
    rows
}

fn documents(desk: &Desk) -> Vec<Short> {
    let mut documents: Vec<&Record> = desk.book.of(Kind::Documents).iter().collect();
    documents.sort_by_key(|document| std::cmp::Reverse(document.date("date")));
    documents.truncate(DOCUMENTS);
    let short = |document: &Record| {
        let about = [desk.choice(document, "document_kind"), desk.date(document.date("date"))];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Short { link: desk.entry(desk.address_of("documents", &document.id), document, "title"), about }
    };
    documents.into_iter().map(short).collect()
}

fn news(desk: &Desk) -> Vec<Short> {
    let mut news: Vec<&Record> = desk.book.of(Kind::News).iter().collect();
    news.sort_by_key(|item| std::cmp::Reverse(item.date("date")));
    news.truncate(NEWS);
    let short = |item: &Record| Short {
        link: desk.entry(desk.address_of("news", &item.id), item, "title"),
        about: desk.date(item.date("date")),
    };
    news.into_iter().map(short).collect()
}

fn funders(desk: &Desk) -> Vec<FunderRow> {
    let mut lines: Vec<&Record> = desk.book.of(Kind::FunderLines).iter().collect();
    lines.sort_by_key(|line| line.number("position"));
    let row = |line: &Record| FunderRow { text: desk.said(line, "text"), website: desk.website(line), mark: desk.mark(line) };
    lines.into_iter().map(row).collect()
}
