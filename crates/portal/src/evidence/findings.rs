//! The board of findings: six dimensions, then what rests on findings: SWOT, the tree of problems, challenges.

use askama::Template;
use miedza_planning::partnership::evidence::{Dimension, FindingKind, Quadrant};
use miedza_planning::record::{Choices, Kind, Record};
use miedza_planning::rights::Verb;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};

use super::threads::Threads;
use super::tree::{Tree, tree};
use crate::frame::desk::Desk;
use crate::frame::door::of_partnership;
use crate::frame::list::{Filter, Listing, SortKey};
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::rail::Place;
use crate::frame::{Address, Answer, Asker};

/// A finding on the board.
struct Card {
    id: String,
    name: String,
    statement: Said,
    kind: String,
    strength: String,
    themes: Vec<Entry>,
    units: Vec<Entry>,
    evidence: Vec<Entry>,
    note: Said,
    challenges: Vec<Entry>,
    mark: Mark,
    edit: String,
}

/// The findings of one dimension.
struct Column {
    heading: String,
    cards: Vec<Card>,
}

/// Something that rests on findings.
struct Resting {
    id: String,
    statement: Said,
    findings: Vec<Entry>,
}

/// A field of the SWOT table.
struct Field {
    heading: String,
    items: Vec<Resting>,
}

/// A row of the SWOT table: inside or outside.
struct Side {
    heading: String,
    fields: Vec<Field>,
}

/// A part of the board with its files.
struct Part {
    heading: String,
    files_label: String,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "evidence/findings.html")]
struct FindingsPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    filter: Filter,
    dimension: FormField,
    dimensions: Vec<Choice>,
    kind: FormField,
    kinds: Vec<Choice>,
    empty: String,
    columns: Vec<Column>,
    files_label: String,
    files: Vec<Entry>,
    rests_on: String,
    supports: String,
    themes_label: String,
    about_units: String,
    edit: String,
    swot: Part,
    swot_caption: Caption,
    swot_headings: Vec<Heading>,
    sides: Vec<Side>,
    problems: Part,
    tree: Tree,
    challenges: Part,
    challenge_list: Vec<Resting>,
}

/// The board.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let all = in_order(&desk);
    let threads = Threads::of(&desk, &all);
    let listing = listing(&desk, &threads);
    let part = listing.asked().value("part").and_then(Kind::parse);
    if let Some(kind @ (Kind::SwotItems | Kind::Problems | Kind::Challenges)) = part {
        let records = by_position(&desk, kind);
        if let Some(file) = resting_listing(&desk, kind).file(&records).await? {
            return Ok(file);
        }
    }
    let wanted =
        |name: &str, record: &Record| listing.asked().value(name).is_none_or(|word| record.text(field(name)) == Some(word));
    let fitting: Vec<&Record> =
        all.iter().copied().filter(|record| wanted("dimension", record) && wanted("kind", record)).collect();
    let words = |record: &&Record| format!("{} {}", desk.words(record, "statement"), desk.words(record, "evidence_note"));
    let rows = listing.view(fitting, words);
    if let Some(file) = listing.file(&rows).await? {
        return Ok(file);
    }
    page::answer(&board(&desk, &threads, (&listing, &rows)))
}

/// The field of a filter.
fn field(name: &str) -> &str {
    if name == "kind" { "finding_kind" } else { name }
}

/// Findings by dimension, the strongest first.
fn in_order(desk: &Desk) -> Vec<&Record> {
    miedza_workflows::diagnosis::findings_in_order(&desk.book)
}

fn by_position(desk: &Desk, kind: Kind) -> Vec<&Record> {
    let mut all: Vec<&Record> = desk.book.of(kind).iter().collect();
    all.sort_by_key(|record| (record.number("position").unwrap_or(i64::MAX), record.id.clone()));
    all
}

fn listing<'a>(desk: &'a Desk, threads: &'a Threads) -> Listing<'a, &'a Record> {
    let label = |name| desk.field(Kind::Findings, name);
    let dimension = |record: &&Record| Dimension::ALL.iter().position(|one| record.text("dimension") == Some(one.name()));
    let named = |entries: Vec<Entry>| entries.into_iter().map(|entry| entry.label).collect::<Vec<_>>().join("; ");
    Listing::of(&desk.asker, "dimension")
        .unseen("finding", desk.say(key::FINDING), |record: &&Record| threads.name(&record.id))
        .column("dimension", Heading::words(label("dimension")), move |record| {
            dimension(record).map_or(SortKey::Missing, SortKey::from)
        })
        .told(|record| desk.choice(record, "dimension"))
        .unseen("kind", label("finding_kind"), |record| desk.choice(record, "finding_kind"))
        .unseen("statement", label("statement"), |record| desk.words(record, "statement"))
        .unseen("strength", label("strength"), |record| record.number("strength").map(|strength| strength.to_string()))
        .unseen("themes", label("themes"), move |record| named(desk.themes(record)))
        .unseen("units", label("units"), |record| record.list("units").join("; "))
        .unseen("indicators", label("indicators"), |record| record.list("indicators").join("; "))
        .unseen("evidence", desk.say(key::FINDING_RESTS_ON).trim_end_matches(':'), move |record| named(threads.evidence(record)))
        .unseen("evidence_note", label("evidence_note"), |record| desk.words(record, "evidence_note"))
        .unseen("challenges", desk.say(key::FINDING_SUPPORTS).trim_end_matches(':'), move |record| named(threads.above(record)))
        .unseen("source", desk.say(key::PAGE_SOURCE), |record| record.content.source.as_deref())
        .filtered_by(&["dimension", "kind"])
        .as_files(format!("findings-{}", desk.asker.slug()))
}

/// What rests on findings, as a list that goes out in files.
fn resting_listing(desk: &Desk, kind: Kind) -> Listing<'_, &Record> {
    let label = move |name| desk.field(kind, name);
    let statements = |record: &Record, name: &str, of: Kind| {
        let ids = record.list(name).into_iter().chain(record.text(name));
        let found = ids.filter_map(|id| desk.book.find(of, id)).map(|other| desk.words(other, "statement"));
        found.collect::<Vec<_>>().join("; ")
    };
    let listing =
        Listing::of(&desk.asker, "").unseen("statement", label("statement"), |record: &&Record| desk.words(record, "statement"));
    let listing = match kind {
        Kind::SwotItems => listing.unseen("quadrant", label("quadrant"), |record| desk.choice(record, "quadrant")),
        Kind::Problems => listing
            .unseen("problem_role", label("problem_role"), |record| desk.choice(record, "problem_role"))
            .unseen("parent_problem", label("parent_problem"), move |record| {
                statements(record, "parent_problem", Kind::Problems)
            }),
        _ => listing,
    };
    listing
        .unseen("findings", label("findings"), move |record| statements(record, "findings", Kind::Findings))
        .unseen("source", desk.say(key::PAGE_SOURCE), |record| record.content.source.as_deref())
        .as_files(format!("{}-{}", kind.name(), desk.asker.slug()))
}

fn board(desk: &Desk, threads: &Threads, (listing, rows): (&Listing<&Record>, &[&Record])) -> FindingsPage {
    let heading = desk.say(key::PAGE_FINDINGS);
    let may_edit = desk.asker.may(Verb::Edit, Kind::Findings.room(), &of_partnership(&desk.book.partnership)).is_ok();
    let column = |dimension: &Dimension| Column {
        heading: desk.word(Dimension::CHOICES, dimension.name()),
        cards: rows
            .iter()
            .filter(|record| record.text("dimension") == Some(dimension.name()))
            .map(|record| card(desk, threads, record, may_edit))
            .collect(),
    };
    let columns: Vec<Column> = Dimension::ALL.iter().map(column).filter(|column| !column.cards.is_empty()).collect();
    let problems = by_position(desk, Kind::Problems);
    FindingsPage {
        page: desk.page(Place::Findings, &heading),
        title: Title { kind: desk.name(), heading, lead: desk.say(key::FINDINGS_LEAD), ..Title::default() },
        ways: ways(desk, may_edit),
        filter: listing.filter(),
        dimension: select(desk, "dimension", "dimension"),
        dimensions: choices(desk, Dimension::CHOICES, listing.asked().value("dimension")),
        kind: select(desk, "kind", "finding_kind"),
        kinds: choices(desk, FindingKind::CHOICES, listing.asked().value("kind")),
        empty: desk.say(key::FINDINGS_NONE),
        columns,
        files_label: desk.say(key::LIST_FILES),
        files: listing.files(),
        rests_on: desk.say(key::FINDING_RESTS_ON),
        supports: desk.say(key::FINDING_SUPPORTS),
        themes_label: desk.field(Kind::Findings, "themes"),
        about_units: desk.say(key::FINDING_UNITS),
        edit: desk.say(key::FINDING_EDIT),
        swot: part(desk, Kind::SwotItems),
        swot_caption: desk.caption("swot-table", desk.say(key::SWOT_CAPTION), ""),
        swot_headings: [key::SWOT_SIDE, key::SWOT_HELPFUL, key::SWOT_HARMFUL].map(|key| Heading::words(desk.say(key))).to_vec(),
        sides: sides(desk, threads),
        problems: part(desk, Kind::Problems),
        tree: tree(desk, threads, &problems),
        challenges: part(desk, Kind::Challenges),
        challenge_list: by_position(desk, Kind::Challenges).into_iter().map(|record| resting(desk, threads, record)).collect(),
    }
}

/// What somebody who edits can add at once.
fn ways(desk: &Desk, may_edit: bool) -> Vec<Entry> {
    let work = Address::partnership_work(desk.asker.language, desk.asker.slug());
    let kinds = [Kind::Findings, Kind::SwotItems, Kind::Problems, Kind::Challenges];
    let way =
        |kind: Kind| Entry::new(work.clone().step(kind.name()).step("new"), desk.tell(&miedza_workflows::labels::create(kind)));
    kinds.into_iter().filter(|_| may_edit).map(way).collect()
}

fn card(desk: &Desk, threads: &Threads, record: &Record, may_edit: bool) -> Card {
    let strength = record.number("strength").and_then(|strength| usize::try_from(strength).ok());
    let unit = |code: &str| UnitCode::parse(code).ok().map(|code| desk.unit(&code));
    let work = Address::partnership_work(desk.asker.language, desk.asker.slug()).step(Kind::Findings.name()).step(&record.id);
    Card {
        id: record.id.clone(),
        name: threads.name(&record.id),
        statement: desk.said(record, "statement"),
        kind: desk.choice(record, "finding_kind"),
        strength: strength
            .map(|strength| desk.tell(&Message::new(key::FINDING_STRENGTH).with("strength", strength)))
            .unwrap_or_default(),
        themes: desk.themes(record),
        units: record.list("units").into_iter().filter_map(unit).collect(),
        evidence: threads.evidence(record),
        note: desk.said(record, "evidence_note"),
        challenges: threads.above(record),
        mark: desk.mark(record),
        edit: if may_edit { work.into() } else { String::new() },
    }
}

fn resting(desk: &Desk, threads: &Threads, record: &Record) -> Resting {
    Resting { id: record.id.clone(), statement: desk.said(record, "statement"), findings: threads.below(record) }
}

fn sides(desk: &Desk, threads: &Threads) -> Vec<Side> {
    let items = by_position(desk, Kind::SwotItems);
    if items.is_empty() {
        return Vec::new();
    }
    let field = |quadrant: Quadrant| Field {
        heading: desk.word(Quadrant::CHOICES, quadrant.name()),
        items: items
            .iter()
            .filter(|record| record.text("quadrant") == Some(quadrant.name()))
            .map(|record| resting(desk, threads, record))
            .collect(),
    };
    let side = |heading, fields: [Quadrant; 2]| Side { heading: desk.say(heading), fields: fields.map(field).into() };
    vec![
        side(key::SWOT_INSIDE, [Quadrant::Strength, Quadrant::Weakness]),
        side(key::SWOT_OUTSIDE, [Quadrant::Opportunity, Quadrant::Threat]),
    ]
}

fn part(desk: &Desk, kind: Kind) -> Part {
    let address = |ending: &str| desk.address(Place::Findings).ask("part", kind.name()).ask("file", ending);
    let files = ["csv", "xlsx", "json"].map(|ending| Entry::new(address(ending), ending.to_uppercase()));
    Part {
        heading: desk.tell(&miedza_workflows::labels::kind(kind)),
        files_label: desk.say(key::LIST_FILES),
        files: if desk.book.of(kind).is_empty() { Vec::new() } else { files.into() },
    }
}

fn select(desk: &Desk, name: &str, field: &str) -> FormField {
    FormField {
        name: name.to_owned(),
        label: desk.field(Kind::Findings, field),
        optional: " ".to_owned(),
        ..FormField::default()
    }
}

fn choices(desk: &Desk, list: Choices, chosen: Option<&str>) -> Vec<Choice> {
    let all = Choice { label: desk.say(key::PAGE_ALL_KINDS), is_chosen: chosen.is_none(), ..Choice::default() };
    let words = list.words.iter().map(|word| Choice {
        value: (*word).to_owned(),
        label: desk.word(list, word),
        is_chosen: chosen == Some(*word),
        ..Choice::default()
    });
    std::iter::once(all).chain(words).collect()
}
