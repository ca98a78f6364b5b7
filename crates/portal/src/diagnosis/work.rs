//! Diagnoses in the workbench: which are kept, what each chapter says, comments of one's own, reckoning anew.

use askama::Template;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Room, Verb};
use miedza_store::Author;
use miedza_texts::{Message, key};
use miedza_workflows::diagnosis::chapters::{Chapter, every_chapter, missing, parse, word};
use miedza_workflows::diagnosis::comments::{Snapshot, Written, keep, recompute as compute};
use miedza_workflows::diagnosis::{ReportForm, words};
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::area::Area;
use super::chosen::Chosen;
use super::suggested::{Suggested, suggested};
use crate::frame::door::of_partnership;
use crate::frame::failure::{status, unknown_address};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, FormField, Heading, Notice, Title};
use crate::frame::{Address, Answer, Asker};

/// The diagnoses of a partnership in the workbench.
pub fn address(asker: &Asker) -> Address {
    Address::partnership_work(asker.language, asker.slug()).step("diagnosis")
}

/// Whether somebody works on the diagnosis of the partnership.
pub fn may_work(asker: &Asker) -> bool {
    let Some(partnership) = asker.partnership.as_deref() else { return false };
    asker.signed_in.is_some() && asker.may(Verb::Read, Room::Diagnosis, &of_partnership(partnership)).is_ok()
}

fn author(asker: &Asker) -> Author {
    asker.visitor.account.clone().map_or(Author::Program("portal"), Author::Account)
}

/// A diagnosis in the list.
struct Kept {
    link: Entry,
    state: String,
    units: String,
    computed: String,
}

#[derive(Template)]
#[template(path = "diagnosis/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    empty: String,
    caption: Caption,
    headings: Vec<Heading>,
    kept: Vec<Kept>,
}

/// The diagnoses that are kept.
pub async fn list(asker: Asker) -> Answer {
    use miedza_store::Question;
    let partnership = asker.the_partnership();
    let mut all = asker.app.store().records(&Question::of(Kind::Diagnoses).in_partnership(&partnership.id)).await?;
    all.retain(|diagnosis| asker.sees(diagnosis, Some(partnership)));
    let heading = asker.say(key::DIAGNOSIS_CHAPTERS);
    let desk = Address::partnership_work(asker.language, asker.slug());
    let name = asker.words(partnership, "short_name");
    let way =
        vec![Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK)), Entry::new(desk.clone(), name.clone())];
    let kept = |diagnosis: &Record| Kept {
        link: Entry::new(address(&asker).step(&diagnosis.id), asker.words(diagnosis, "title")),
        state: choice(&asker, diagnosis, "diagnosis_state"),
        units: match diagnosis.list("units").len() {
            0 => asker.say(key::DIAGNOSIS_ALL_MEMBERS),
            count => asker.tell(&Message::new(key::COUNT_UNITS).with("count", count)),
        },
        computed: diagnosis.date("computed_on").map(|day| asker.date(day)).unwrap_or_default(),
    };
    page::answer(&ListPage {
        page: Page::of(&asker, &heading).unlisted().under(way, &heading),
        title: Title { kind: name, heading, lead: asker.say(key::DIAGNOSIS_WORK_LEAD), ..Title::default() },
        ways: vec![
            Entry::new(desk.clone().step("diagnoses").step("new"), asker.tell(&labels::create(Kind::Diagnoses))),
            Entry::new(Address::partnership(asker.language, asker.slug()).step("diagnosis"), asker.say(key::DIAGNOSIS_PUBLIC)),
        ],
        empty: asker.say(key::DIAGNOSIS_NONE_KEPT),
        caption: Caption::new("diagnoses", asker.tell(&labels::kind(Kind::Diagnoses))),
        headings: vec![
            Heading::words(asker.tell(&labels::field(Kind::Diagnoses, "title"))),
            Heading::words(asker.tell(&labels::field(Kind::Diagnoses, "diagnosis_state"))),
            Heading::words(asker.tell(&labels::field(Kind::Diagnoses, "units"))),
            Heading::words(asker.tell(&labels::field(Kind::Diagnoses, "computed_on"))),
        ],
        kept: all.iter().map(kept).collect(),
    })
}

fn choice(asker: &Asker, record: &Record, field: &str) -> String {
    let choices = record.kind().field(field).and_then(|field| field.shape.choices());
    choices.zip(record.text(field)).map(|(choices, word)| asker.tell(&labels::choice(choices, word))).unwrap_or_default()
}

/// A chapter with its comment.
struct ChapterPart {
    id: String,
    heading: String,
    automatic: Vec<String>,
    automatic_label: String,
    changed: String,
    edited: String,
    action: String,
    chapter: &'static str,
    seen: String,
    comment: FormField,
}

#[derive(Template)]
#[template(path = "diagnosis/work.html")]
struct WorkPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    files_label: String,
    files: Vec<Entry>,
    recompute_action: String,
    recompute: String,
    computed: String,
    revised: String,
    may_edit: bool,
    save: String,
    chapters: Vec<ChapterPart>,
    empty: String,
    suggested_heading: String,
    suggested_lead: String,
    suggested: Vec<Suggested>,
    new_finding: Option<Entry>,
}

/// A diagnosis with the comments of its chapters.
pub async fn show(asker: Asker) -> Answer {
    let diagnosis = asker.the_record().clone();
    let area = Area::of_partnership(asker, Chosen::default(), Some(diagnosis)).await?;
    shown(&area, None).await
}

/// What was typed and refused.
struct Refused<'a> {
    sent: &'a CommentSent,
    failure: &'a Failure,
}

async fn shown(area: &Area, refused: Option<Refused<'_>>) -> Answer {
    let asker = &area.asker;
    let Some(diagnosis) = &area.diagnosis else { return Err(unknown_address().into()) };
    let heading = asker.words(diagnosis, "title");
    let here = address(asker).step(&diagnosis.id);
    let way = vec![
        Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK)),
        Entry::new(Address::partnership_work(asker.language, asker.slug()), area.name()),
        Entry::new(address(asker), asker.say(key::DIAGNOSIS_CHAPTERS)),
    ];
    let mut page = Page::of(asker, &heading).unlisted().under(way, &heading);
    page.notices.extend(refused.as_ref().map(|refused| notice(asker, refused.failure)));
    let object = asker.object_of(diagnosis, asker.partnership.as_deref()).inside();
    let may_edit = asker.may(Verb::Edit, Room::Diagnosis, &object).is_ok();
    let form = may_edit.then(|| Address::partnership_work(asker.language, asker.slug()).step("findings").step("new"));
    let all = every_chapter(&area.ground)?;
    let parts: Vec<ChapterPart> =
        all.iter().map(|chapter| part(area, (chapter, &here), refused.as_ref().map(|refused| refused.sent))).collect();
    let edit = Address::partnership_work(asker.language, asker.slug()).step("diagnoses").step(&diagnosis.id);
    let answer = page::answer(&WorkPage {
        page,
        title: Title { kind: area.name(), heading, lead: asker.say(key::DIAGNOSIS_COMMENTS_LEAD), ..Title::default() },
        ways: vec![
            Entry::new(area.address(), asker.say(key::DIAGNOSIS_PUBLIC)),
            Entry::new(edit, asker.say(key::DIAGNOSIS_SETTINGS)),
        ],
        files_label: asker.say(key::DIAGNOSIS_REPORT),
        files: ReportForm::ALL
            .into_iter()
            .map(|form| Entry::new(here.clone().step("report").step(form.ending()), form.ending().to_uppercase()))
            .collect(),
        recompute_action: here.clone().step("recompute").into(),
        recompute: asker.say(key::DIAGNOSIS_RECOMPUTE),
        computed: computed(area, diagnosis),
        revised: revised(area, diagnosis).await?,
        may_edit,
        save: asker.say(key::DIAGNOSIS_COMMENT_SAVE),
        empty: if all.iter().all(|chapter| chapter.said.is_empty()) {
            area.say(key::DIAGNOSIS_NO_FIGURES)
        } else {
            String::new()
        },
        chapters: parts,
        suggested_heading: asker.say(key::DIAGNOSIS_SUGGESTED),
        suggested_lead: asker.say(key::DIAGNOSIS_SUGGESTED_LEAD),
        suggested: suggested(area, &all, form.as_ref())?,
        new_finding: form.map(|form| Entry::new(form, asker.tell(&labels::create(Kind::Findings)))),
    })?;
    let mut answer = answer.into_response();
    if let Some(refused) = refused {
        *answer.status_mut() = status(refused.failure.kind);
    }
    Ok(answer)
}

fn notice(asker: &Asker, failure: &Failure) -> Notice {
    Notice {
        kind: "refusal",
        title: asker.tell(&failure.told),
        text: failure.hint.as_ref().map(|hint| asker.tell(hint)).unwrap_or_default(),
        ways: Vec::new(),
    }
}

fn computed(area: &Area, diagnosis: &Record) -> String {
    match diagnosis.date("computed_on") {
        Some(day) => area.tell(&Message::new(key::DIAGNOSIS_COMPUTED).with("day", area.asker.date(day))),
        None => area.say(key::DIAGNOSIS_NOT_COMPUTED),
    }
}

/// Values that imports replaced since the diagnosis was computed.
async fn revised(area: &Area, diagnosis: &Record) -> Result<String, Failure> {
    let Some(snapshot) = Snapshot::of(diagnosis) else { return Ok(String::new()) };
    let variables: Vec<_> = area.ground.block.variables().cloned().collect();
    let found = area.asker.app.store().revisions_after(snapshot.import, &variables, &area.ground.subject.members).await?;
    if found.is_empty() {
        return Ok(String::new());
    }
    Ok(area.tell(&Message::new(key::DIAGNOSIS_REVISED).with("count", found.len())))
}

fn part(area: &Area, (chapter, here): (&Chapter<'_>, &Address), sent: Option<&CommentSent>) -> ChapterPart {
    let language = area.language();
    let name = word(chapter.kind);
    let comment = area.book.as_ref().zip(area.diagnosis.as_ref()).and_then(|(book, diagnosis)| {
        let is_its =
            |comment: &&Record| comment.text("diagnosis") == Some(diagnosis.id.as_str()) && comment.text("chapter") == Some(name);
        book.of(Kind::DiagnosisComments).iter().find(is_its)
    });
    let kept = comment.map(|comment| chapter.commented(comment, &area.ground, language));
    let automatic = chapter.automatic(&area.ground, language);
    let typed = sent.filter(|sent| sent.chapter == name);
    let changed = kept
        .as_ref()
        .filter(|kept| !kept.figures_changed.is_empty())
        .map(|kept| area.tell(&Message::new(key::DIAGNOSIS_FIGURES_CHANGED).with("names", kept.figures_changed.join("; "))));
    ChapterPart {
        id: format!("chapter-{name}"),
        heading: chapter_name(area, name),
        automatic: if automatic.is_empty() {
            Some(missing(chapter.kind, language)).filter(|told| !told.is_empty()).into_iter().collect()
        } else {
            automatic.split("\n\n").map(ToOwned::to_owned).collect()
        },
        automatic_label: area.say(key::DIAGNOSIS_AUTOMATIC),
        changed: changed.unwrap_or_default(),
        edited: if kept.is_some() { area.say(key::DIAGNOSIS_EDITED) } else { String::new() },
        action: here.clone().step("comment").into(),
        chapter: name,
        seen: typed
            .map(|sent| sent.seen.clone())
            .or_else(|| comment.map(|comment| comment.version.to_string()))
            .unwrap_or_default(),
        comment: FormField {
            name: format!("text-{name}"),
            label: area.say(key::DIAGNOSIS_COMMENT),
            hint: area.say(key::DIAGNOSIS_COMMENT_HINT),
            value: typed.map(|sent| sent.text.clone()).or_else(|| kept.map(|kept| kept.text)).unwrap_or(automatic),
            optional: " ".to_owned(),
            ..FormField::default()
        },
    }
}

/// The name of a chapter.
fn chapter_name(area: &Area, name: &str) -> String {
    let name = match name {
        "civil_society" => "cooperation",
        "surveys" => "survey",
        other => other,
    };
    let found = key::find(&format!("diagnosis-report-chapter-{}", name.replace('_', "-")));
    found.map_or_else(|| words::area(name, area.language()), |key| area.say(key))
}

/// What a form of a comment sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CommentSent {
    chapter: String,
    text: String,
    seen: String,
}

/// Keeps a comment.
pub async fn comment(asker: Asker, Form(sent): Form<CommentSent>) -> Answer {
    let diagnosis = asker.the_record().clone();
    let area = Area::of_partnership(asker, Chosen::default(), Some(diagnosis.clone())).await?;
    let chapter = parse(&sent.chapter).ok_or_else(unknown_address)?;
    let written = Written { chapter, text: &sent.text, seen: sent.seen.parse().ok(), language: area.language() };
    let kept = keep(area.asker.app.store(), (&diagnosis, &area.ground), &written, &author(&area.asker)).await;
    match kept {
        Ok(()) => {
            let here = address(&area.asker).step(&diagnosis.id);
            Ok(Redirect::to(&format!("{here}#chapter-{}", word(chapter))).into_response())
        }
        Err(failure) => shown(&area, Some(Refused { sent: &sent, failure: &failure })).await,
    }
}

/// Reckons anew what the diagnosis rests on.
pub async fn recompute(asker: Asker) -> Answer {
    let diagnosis = asker.the_record().clone();
    let area = Area::of_partnership(asker, Chosen::default(), Some(diagnosis.clone())).await?;
    let asker = &area.asker;
    compute(asker.app.store(), (&diagnosis, &area.ground), (asker.today(), &author(asker))).await?;
    Ok(Redirect::to(&address(asker).step(&diagnosis.id).to_string()).into_response())
}
