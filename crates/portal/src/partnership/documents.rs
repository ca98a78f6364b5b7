//! Documents: the list, and one document with who signed it, what it states, and its file.

use askama::Template;
use miedza_planning::partnership::count::CountCheck;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::PartialDate;
use miedza_texts::{Message, key};

use super::counts;
use super::desk::Desk;
use super::sources::{SourceLink, Sources};
use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::marks::{Mark, Said};
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, Notice, Title};
use crate::frame::rail::Place;
use crate::frame::{Address, Answer, Asker};

/// A document in the list.
struct Row {
    link: Entry,
    subject: Said,
    kind: String,
    date: String,
    doubtful: String,
    state: String,
    stated: String,
    file: Entry,
    sources: Vec<SourceLink>,
}

#[derive(Template)]
#[template(path = "partnership/documents.html")]
struct DocumentsPage {
    page: Page,
    title: Title,
    filter: Filter,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    foot: Foot,
    empty: String,
    sources: Sources,
}

/// Who signed, on one date.
struct Signed {
    iso: String,
    date: String,
    count: String,
    parties: Vec<Signatory>,
}

struct Signatory {
    who: Entry,
    office: Said,
    note: Said,
}

#[derive(Template)]
#[template(path = "partnership/document.html")]
struct DocumentPage {
    page: Page,
    title: Title,
    subject: Said,
    doubt: Notice,
    facts: Vec<Fact>,
    file: Entry,
    file_about: String,
    counts: Vec<Notice>,
    signatures_heading: String,
    signatures: Vec<Signed>,
    no_signatures: String,
    effects_heading: String,
    effects: Vec<Entry>,
    events_heading: String,
    events: Vec<Entry>,
    mark: Mark,
}

/// The list of documents.
pub async fn list(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let mut sources = Sources::new(&desk, "source");
    let words = |record: &&Record| {
        let parts = [desk.words(record, "title"), desk.words(record, "subject"), desk.choice(record, "document_kind")];
        parts.join(" ")
    };
    let heading = |name| Heading::words(desk.field(Kind::Documents, name));
    let listing = Listing::of(&desk.asker, "-date")
        .column("title", heading("title"), |record: &&Record| SortKey::from(desk.words(record, "title")))
        .unseen("subject", heading("subject").label, |record| desk.words(record, "subject"))
        .column("kind", heading("document_kind"), |record: &&Record| SortKey::from(desk.choice(record, "document_kind")))
        .column("date", heading("date"), |record: &&Record| SortKey::from(record.date("date")))
        .column("state", heading("state"), |record: &&Record| SortKey::from(desk.choice(record, "state")))
        .plain(Heading::number(heading("stated_member_count").label, ""))
        .plain(heading("file"))
        .plain(Heading::words(desk.say(key::PAGE_SOURCE)))
        .unseen("stated_member_count", heading("stated_member_count").label, |record| {
            record.value("stated_member_count").map(ToString::to_string)
        })
        .unseen("file", heading("file").label, |record| file_name(&desk, record))
        .unseen("website", heading("website").label, |record| record.text("website"))
        .unseen("source", desk.say(key::PAGE_SOURCE), |record| record.content.source.as_deref())
        .as_files(format!("documents-{}", desk.asker.slug()));
    let records: Vec<&Record> = desk.book.of(Kind::Documents).iter().collect();
    let records = listing.view(records, words);
    if let Some(file) = listing.file(&records).await? {
        return Ok(file);
    }
    let shown = listing.cut(records);
    let rows = shown.rows.iter().map(|record| row(&desk, record, &mut sources)).collect();
    let heading = desk.say(key::PAGE_DOCUMENTS);
    let caption = desk.caption("documents", heading.clone(), "");
    let lead = desk.count(key::PAGE_COUNT_DOCUMENTS, shown.total);
    page::answer(&DocumentsPage {
        page: desk.page(Place::Documents, &heading),
        title: Title { kind: desk.name(), heading, lead, ..Title::default() },
        filter: shown.filter,
        caption,
        headings: shown.headings,
        rows,
        foot: shown.foot,
        empty: desk.say(key::PAGE_DOCUMENTS_NONE),
        sources,
    })
}

fn row(desk: &Desk, record: &Record, sources: &mut Sources) -> Row {
    let is_doubtful = record.value("doubtful").and_then(serde_json::Value::as_bool) == Some(true);
    Row {
        link: desk.entry(desk.address_of("documents", &record.id), record, "title"),
        subject: desk.said(record, "subject"),
        kind: desk.choice(record, "document_kind"),
        date: desk.date(record.date("date")),
        doubtful: if is_doubtful { desk.say(key::PAGE_DATE_DOUBTFUL) } else { String::new() },
        state: desk.choice(record, "state"),
        stated: record.number("stated_member_count").map(|count| count.to_string()).unwrap_or_default(),
        file: file(desk, record).0,
        sources: sources.of(desk, [record]),
    }
}

/// The name of the file of a document, if the asker may see it.
fn file_name<'a>(desk: &'a Desk, document: &Record) -> Option<&'a str> {
    document.text("file").and_then(|id| desk.book.find(Kind::Attachments, id))?.text("file_name")
}

/// The file of a document with what is known of it; empty if there is none.
fn file(desk: &Desk, document: &Record) -> (Entry, String) {
    let Some(file) = document.text("file").and_then(|id| desk.book.find(Kind::Attachments, id)) else {
        return (Entry::default(), String::new());
    };
    let name = file.text("file_name").unwrap_or_default();
    let kilobytes = file.number("bytes").map_or(0, |bytes| (bytes + 1023) / 1024);
    let size = Message::new(key::PAGE_FILE_SIZE).with("kilobytes", f64::from(i32::try_from(kilobytes).unwrap_or(i32::MAX)));
    let about = [
        name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default(),
        desk.tell(&size),
        desk.choice(file, "language"),
        file.text("licence").unwrap_or_default().to_owned(),
        desk.date(file.date("date")),
    ];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let label = desk.tell(&Message::new(key::PAGE_DOWNLOAD).with("name", name));
    (Entry::new(desk.address_of("files", &file.id), label), about)
}

/// One document.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let record = desk.asker.the_record().clone();
    page::answer(&document_page(&desk, &record))
}

fn document_page(desk: &Desk, record: &Record) -> DocumentPage {
    let heading = desk.said(record, "title");
    let (file, file_about) = file(desk, record);
    let is_ours = |check: &CountCheck| check.document.as_deref() == Some(&record.id);
    let checks = desk.book.dossier.count_checks();
    let is_doubtful = record.value("doubtful").and_then(serde_json::Value::as_bool) == Some(true);
    let doubt = if is_doubtful { desk.say(key::PAGE_DATE_DOUBTFUL) } else { String::new() };
    DocumentPage {
        page: desk.page_of(Place::Documents, Vec::new(), &heading),
        title: Title { kind: desk.choice(record, "document_kind"), ..Title::said(&heading) },
        subject: desk.said(record, "subject"),
        doubt: Notice { kind: "attention", title: doubt, text: desk.words(record, "doubt"), ways: Vec::new() },
        facts: facts(desk, record),
        file,
        file_about,
        counts: checks.iter().filter(|check| is_ours(check)).map(|check| counts::notice(desk, check)).collect(),
        signatures_heading: desk.say(key::PAGE_SIGNATURES),
        signatures: signatures(desk, record),
        no_signatures: if is_signed(record) { desk.say(key::PAGE_SIGNATURES_NONE) } else { String::new() },
        effects_heading: desk.say(key::PAGE_ADOPTED_BY),
        effects: effects(desk, record),
        events_heading: desk.say(key::PAGE_STANDS_ON_IT),
        events: based(desk, record),
        mark: desk.mark(record),
    }
}

/// Whether documents of its kind are signed.
fn is_signed(record: &Record) -> bool {
    let signed = ["declaration", "letter_of_intent", "agreement", "statute", "annex", "zit_agreement", "cross_border_agreement"];
    record.text("document_kind").is_some_and(|kind| signed.contains(&kind))
}

fn facts(desk: &Desk, record: &Record) -> Vec<Fact> {
    let period = match (record.number("period_from"), record.number("period_to")) {
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(year), None) | (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    };
    let before = ["date", "place", "state", "legal_form", "edition"];
    let after = ["horizon", "duration", "notice_period", "stated_member_count"];
    let before = before.into_iter().map(|field| desk.fact_of(record, field));
    let after = after.into_iter().map(|field| desk.fact_of(record, field));
    before
        .chain([desk.fact(desk.say(key::PAGE_PERIOD_OF), period)])
        .chain(after)
        .chain([desk.website(record)])
        .flatten()
        .collect()
}

/// Signatures by date, the earliest first; those without a date of their own have that of the document.
fn signatures(desk: &Desk, record: &Record) -> Vec<Signed> {
    let mut by_date: std::collections::BTreeMap<Option<PartialDate>, Vec<Signatory>> = std::collections::BTreeMap::new();
    for signature in desk.book.of(Kind::Signatures).iter().filter(|signature| signature.text("document") == Some(&record.id)) {
        let signatory = Signatory {
            who: desk.party_of(signature),
            office: desk.said(signature, "signed_as"),
            note: desk.said(signature, "note"),
        };
        by_date.entry(signature.date("date").or(record.date("date"))).or_default().push(signatory);
    }
    let signed = |(date, mut parties): (Option<PartialDate>, Vec<Signatory>)| {
        parties.sort_by(|one, two| desk.asker.language.compare(&one.who.label, &two.who.label));
        Signed {
            iso: date.map(iso).unwrap_or_default(),
            date: date.map_or_else(|| desk.say(key::PAGE_DATE_NOT_STATED), |date| desk.asker.date(date)),
            count: desk.count(key::PAGE_COUNT_SIGNATURES, parties.len()),
            parties,
        }
    };
    by_date.into_iter().map(signed).collect()
}

/// Resolutions that adopted it.
fn effects(desk: &Desk, record: &Record) -> Vec<Entry> {
    let effects = desk.book.of(Kind::Effects).iter().filter(|effect| effect.text("document") == Some(&record.id));
    let resolutions = effects.filter_map(|effect| desk.book.find(Kind::Resolutions, effect.text("resolution")?));
    let entry = |resolution: &Record| {
        let label = format!("{} {}", resolution.text("number").unwrap_or_default(), desk.words(resolution, "title"));
        Entry::new(desk.address_of("resolutions", &resolution.id), label)
    };
    resolutions.map(entry).collect()
}

/// What stands on it: members that joined by it, answers to calls.
fn based(desk: &Desk, record: &Record) -> Vec<Entry> {
    let members = desk.book.of(Kind::Memberships).iter().filter(|membership| membership.text("basis") == Some(&record.id));
    let mut members: Vec<Entry> = members.map(|membership| desk.party_of(membership)).collect();
    members.sort_by(|one, two| desk.asker.language.compare(&one.label, &two.label));
    let answers = desk.book.of(Kind::CallAnswers).iter().filter(|answer| answer.text("document") == Some(&record.id));
    let answer = |answer: &Record| {
        let call = desk.book.find(Kind::Calls, answer.text("call")?)?;
        let address = Address::page(desk.asker.language).step("calls").step(call.text("slug")?);
        Some(Entry::new(address, desk.words(call, "subject")))
    };
    members.into_iter().chain(answers.filter_map(answer)).collect()
}
