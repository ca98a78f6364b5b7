//! The page: the meeting with its agenda, attendance, resolutions and minutes, each with what was typed or is kept.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use miedza_planning::partnership::Kept;
use miedza_planning::partnership::body::{Assembly, decide};
use miedza_planning::partnership::meeting::{Meeting, Turnout, turnout};
use miedza_planning::record::{Kind, Record};
use miedza_store::FormDraft;
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use miedza_workflows::partnership::sitting::{Conflict, EntryFault};
use miedza_workflows::partnership::{Book, Naming, sentences};
use miedza_workflows::record::{Entered, form_called};
use serde::Deserialize;

use super::rows::{self, AgendaRow, Attendance, ResolutionRow};
use super::{FORM, address};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Choice, Entry, FormField, Notice, Title};
use crate::frame::{Address, Answer, Asker, Told};
use crate::work::draft::{self, DraftDoor, DraftNote};
use crate::work::register::{self, Register};

#[derive(Template)]
#[template(path = "work/meeting.html")]
struct MeetingPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    quorum: Notice,
    errors_title: String,
    errors: Vec<Entry>,
    draft: Option<DraftNote>,
    door: DraftDoor,
    action: String,
    version: String,
    state: FormField,
    states: Vec<Choice>,
    lines: Vec<FormField>,
    agenda_heading: String,
    agenda_hint: String,
    agenda_caption: crate::frame::parts::Caption,
    agenda_headings: Vec<crate::frame::parts::Heading>,
    agenda: Vec<AgendaRow>,
    attendance: Attendance,
    resolutions_heading: String,
    resolutions: Vec<ResolutionRow>,
    minutes: FormField,
    save: String,
    back: Entry,
    file_action: String,
    file_label: String,
    file_hint: String,
    file_act: String,
}

/// What is shown beside what is kept: what was refused, and what was typed.
#[derive(Debug, Default)]
pub struct Shown {
    /// Told above the page.
    pub notices: Vec<Notice>,
    /// Status of the answer; 200 where none is set.
    pub status: Option<StatusCode>,
    /// What was typed.
    pub typed: Entered,
    /// What is wrong with it.
    pub faults: Vec<EntryFault>,
    /// What somebody else changed meanwhile.
    pub conflicts: Vec<Conflict>,
    /// Ids of resolutions whose vote may be recorded as adopted nonetheless.
    pub lacking: Vec<String>,
    /// The draft that the page shows.
    pub draft: Option<FormDraft>,
}

/// What stands after an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
}

/// A meeting with all that is known around it.
pub struct Desk<'a> {
    pub asker: &'a Asker,
    pub book: Book,
    pub meeting: Kept<Meeting>,
    pub shown: Shown,
}

impl<'a> Desk<'a> {
    async fn open(asker: &'a Asker, shown: Shown) -> Result<Self, Told> {
        let partnership = asker.the_partnership();
        let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
        let book = Book::open(asker.app.store(), partnership, sees).await?;
        let meeting = book.dossier.meetings.iter().find(|found| found.id == asker.the_record().id).cloned();
        let meeting = meeting.ok_or_else(crate::frame::failure::unknown_address)?;
        Ok(Self { asker, book, meeting, shown })
    }

    /// How things are called here.
    pub fn naming(&self) -> Naming<'_> {
        Naming { book: &self.book, language: self.asker.language }
    }

    /// What was typed into an entry, or what is kept.
    pub fn value(&self, entry: &str, kept: &str) -> String {
        self.shown.typed.one(entry).unwrap_or(kept).to_owned()
    }

    /// What is wrong with an entry, in words; empty if nothing is.
    pub fn fault(&self, entry: &str) -> String {
        let fault = self.shown.faults.iter().find(|fault| fault.entry == entry);
        fault.map(|fault| self.asker.tell(&labels::fault(fault.kind, &fault.fault))).unwrap_or_default()
    }

    /// What somebody else has put in the place of a piece, in words; empty if nobody has.
    pub fn now(&self, prefix: &str, told: impl Fn(&Record) -> String) -> String {
        let conflict = self.shown.conflicts.iter().find(|conflict| conflict.prefix == prefix);
        let text = conflict.map(|conflict| told(&conflict.now));
        text.map(|text| self.asker.tell(&Message::new(key::SITTING_NOW).with("text", text))).unwrap_or_default()
    }

    /// The version of a piece that a form carries: the one that was on screen, unless both are shown by now.
    pub fn version(&self, prefix: &str, kept: Option<&Record>) -> String {
        let now = kept.map(|record| record.version.to_string()).unwrap_or_default();
        let is_shown = self.shown.conflicts.iter().any(|conflict| conflict.prefix == prefix);
        if is_shown { now } else { self.value(&format!("{prefix}-version"), &now) }
    }

    /// The label of a field.
    pub fn field(&self, kind: Kind, name: &str) -> String {
        self.asker.tell(&labels::field(kind, name))
    }

    fn form_field(&self, (name, label): (&str, String), kept: &str) -> FormField {
        FormField {
            error: self.fault(name),
            value: self.value(name, kept),
            optional: self.asker.say(key::WORK_OPTIONAL),
            hint: self.now("", |record| record.text(name).unwrap_or_default().to_owned()),
            name: name.to_owned(),
            label,
        }
    }
}

/// The page of a meeting, with the draft that the asker has begun.
pub async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    let mut shown = Shown::default();
    if let Some(at) = draft::at(&asker, form(&asker)) {
        shown.draft = at.begun().await?;
    }
    if let Some(draft) = &shown.draft {
        shown.typed = Entered::from(draft.entries.clone());
        let seen = draft.seen_version.to_string();
        shown.typed = std::mem::take(&mut shown.typed).with("seen-version", &seen);
    }
    let done = match after.done.as_str() {
        "saved" => Some(key::SITTING_SAVED),
        "file" => Some(key::SITTING_FILE_ADDED),
        _ => None,
    };
    let told = done.map(|title| Notice { kind: "success", title: asker.say(title), ..Notice::default() });
    shown.notices.extend(told.or_else(|| draft::done(&asker, &after.done)));
    answer(&asker, shown).await
}

/// The name under which drafts of this page are kept.
pub fn form(asker: &Asker) -> miedza_store::FormName {
    form_called(FORM, Some(&asker.the_partnership().id), Some(&asker.the_record().id))
}

/// The page with what is to be told and what was typed.
pub async fn answer(asker: &Asker, shown: Shown) -> Answer {
    let status = shown.status.unwrap_or(StatusCode::OK);
    let desk = Desk::open(asker, shown).await?;
    Ok((status, page::answer(&meeting_page(&desk).await?)?).into_response())
}

async fn meeting_page(desk: &Desk<'_>) -> Result<MeetingPage, Told> {
    let (asker, record) = (desk.asker, desk.asker.the_record());
    let heading = asker.words(record, "title");
    let register = Register { asker, kind: Kind::Meetings };
    let above = vec![Entry::new(register.record(&record.id), heading.clone())];
    let mut page = register.page(&asker.say(key::SITTING), above).await?.with_island("form-draft");
    page.notices.extend(desk.shown.notices.clone());
    let when = [asker.date(desk.meeting.date), desk.meeting.time.clone().unwrap_or_default()];
    let here = address(asker, &record.id);
    let note = desk.shown.draft.as_ref().map(|draft| DraftNote::of(asker, draft, Some(record.version), &here));
    let minutes = format!("minutes.{}", asker.tongue().code());
    Ok(MeetingPage {
        page,
        title: Title {
            kind: format!("{} · {}", desk.naming().title(Kind::Bodies, &desk.meeting.body), when.join(" ").trim()),
            lead: asker.say(key::SITTING_LEAD),
            heading,
            ..Title::default()
        },
        ways: ways(desk),
        quorum: quorum(desk),
        errors_title: asker.say(key::WORK_ERRORS),
        errors: errors(desk),
        draft: note,
        door: DraftDoor::of(asker, &here),
        action: here.to_string(),
        version: desk.value("seen-version", &record.version.to_string()),
        state: desk.form_field(("state", desk.field(Kind::Meetings, "state")), record.text("state").unwrap_or_default()),
        states: rows::states(desk),
        lines: ["time", "place"]
            .map(|name| desk.form_field((name, desk.field(Kind::Meetings, name)), record.text(name).unwrap_or_default()))
            .to_vec(),
        agenda_heading: asker.say(key::PAGE_AGENDA),
        agenda_hint: asker.say(key::SITTING_AGENDA_HINT),
        agenda_caption: rows::caption("agenda", asker.say(key::PAGE_AGENDA)),
        agenda_headings: rows::headings(asker, &[key::SITTING_ORDER, key::SITTING_ITEM, key::SITTING_REMOVE]),
        agenda: rows::agenda(desk),
        attendance: rows::attendance(desk),
        resolutions_heading: asker.say(key::PAGE_RESOLUTIONS),
        resolutions: rows::resolutions(desk),
        minutes: minutes_field(desk, &minutes),
        save: asker.say(key::WORK_SAVE),
        back: Entry::new(register::address(asker, Kind::Meetings), asker.say(key::WORK_BACK)),
        file_action: here.step("minutes").into(),
        file_label: asker.say(key::SITTING_FILE),
        file_hint: file_hint(desk),
        file_act: asker.say(key::SITTING_FILE_ACT),
    })
}

fn minutes_field(desk: &Desk, name: &str) -> FormField {
    let texts = desk.asker.the_record().words("minutes");
    let kept = texts.as_ref().and_then(|texts| texts.text(desk.asker.tongue())).unwrap_or_default();
    let mut field = desk.form_field((name, desk.field(Kind::Meetings, "minutes")), kept);
    if kept.is_empty() {
        field.hint = rows::in_other_language(desk, texts.as_ref());
    }
    field
}

fn file_hint(desk: &Desk) -> String {
    let file = desk.meeting.minutes_file.as_ref().and_then(|id| desk.book.find(Kind::Attachments, id));
    let there = file.map(|file| {
        let name = file.text("file_name").unwrap_or_default();
        desk.asker.tell(&Message::new(key::SITTING_FILE_THERE).with("name", name))
    });
    [there.unwrap_or_default(), desk.asker.say(key::WORK_UPLOAD_HINT)].join(" ").trim().to_owned()
}

fn ways(desk: &Desk) -> Vec<Entry> {
    let asker = desk.asker;
    let record = register::address(asker, Kind::Meetings).step(&desk.meeting.id);
    let public = Address::partnership(asker.language, asker.slug()).step("meetings").step(&desk.meeting.id);
    vec![Entry::new(record, asker.say(key::DECISION_RECORD)), Entry::new(public, asker.say(key::DECISION_PUBLIC))]
}

/// How many seats with a vote are taken, and whether that is enough.
fn quorum(desk: &Desk) -> Notice {
    let (asker, dossier, meeting) = (desk.asker, &desk.book.dossier, &desk.meeting);
    let of = (meeting.body.as_str(), Some(meeting.id.as_str()));
    let turnout = turnout(&dossier.seats, &dossier.attendances, of, meeting.date.last_day());
    let rule = dossier.bodies.iter().find(|body| body.id == meeting.body).map(|body| body.voting_rule()).unwrap_or_default();
    let decision = decide(rule, Assembly::from(turnout));
    let kind = match decision.has_quorum {
        Some(true) => "success",
        Some(false) => "attention",
        None => "info",
    };
    let message = match turnout.present {
        Some(present) => Message::new(key::SITTING_PRESENT).with("present", f64::from(present)),
        None => Message::new(key::SITTING_PRESENT_UNKNOWN),
    };
    let seats = seats_told(asker, turnout);
    let told = asker.say(sentences::quorum(decision.has_quorum));
    let text = decision.reasons.first().filter(|_| decision.has_quorum.is_none_or(|has| !has));
    Notice {
        kind,
        title: format!("{} – {}: {told}", asker.tell(&message.with("seats", seats)), asker.say(key::PAGE_QUORUM_LABEL)),
        text: text.map(|reason| asker.tell(&sentences::vote(*reason))).unwrap_or_default(),
        ways: Vec::new(),
    }
}

/// How many seats with a vote there are; as long as nobody's attendance is recorded, with those that are there possibly.
fn seats_told(asker: &Asker, turnout: Turnout) -> String {
    let seats = asker.language.integer(f64::from(turnout.seats));
    if turnout.possible == 0 || turnout.present.is_some() {
        return seats;
    }
    let message = Message::new(key::SITTING_SEATS_POSSIBLE).with("seats", f64::from(turnout.seats));
    asker.tell(&message.with("possible", f64::from(turnout.possible)))
}

fn errors(desk: &Desk) -> Vec<Entry> {
    let of = |fault: &EntryFault| {
        let label = desk.field(fault.kind, &fault.fault.field);
        Entry::new(format!("#{}", fault.entry), format!("{label}: {}", desk.fault(&fault.entry)))
    };
    desk.shown.faults.iter().map(of).collect()
}
