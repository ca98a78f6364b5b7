//! The form of a record: new, changed, deleted, brought back; a stale form becomes a merge page.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use miedza_planning::record::{Draft, Fault, Kind, Record, Visibility};
use miedza_planning::rights::Verb;
use miedza_store::Author;
use miedza_texts::{Message, key};
use miedza_workflows::record::{self as records, Entered, Names, NotSaved, Saving};
use miedza_workflows::{Failure, Kind as FailureKind, labels};
use serde::Deserialize;

use super::blocks::{Block, Filled, blocks, targets};
use super::register::{Register, author};
use super::{list, merge};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Title};
use crate::frame::{Address, Answer, Asker};

/// The name of the entry that carries the version on screen.
pub const VERSION: &str = "seen-version";

#[derive(Template)]
#[template(path = "work/edit.html")]
struct EditPage {
    page: Page,
    title: Title,
    errors_title: String,
    errors: Vec<Entry>,
    blocks: Vec<Block>,
    version: String,
    may_edit: bool,
    save: String,
    back: Entry,
    delete: Option<Entry>,
    history: Option<Entry>,
    upload: bool,
    file_label: String,
    file_hint: String,
    action: String,
}

/// What the form of a record is about.
struct Subject<'a> {
    register: Register<'a>,
    before: Option<&'a Record>,
    back: Address,
}

/// What stands after an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
}

impl<'a> Subject<'a> {
    fn of(asker: &'a Asker) -> Self {
        let register = Register::of(asker);
        let back = register.address();
        Self { register, before: asker.record.as_deref(), back }
    }

    /// The partnership's own record.
    fn profile(asker: &'a Asker) -> Self {
        let register = Register { asker, kind: Kind::Partnerships };
        let back = match &asker.partnership {
            Some(_) => Address::partnership_work(asker.language, asker.slug()),
            None => Address::work(asker.language),
        };
        Self { register, before: asker.partnership.as_deref(), back }
    }

    fn partnership(&self) -> Option<&'a str> {
        if self.register.kind == Kind::Partnerships { None } else { self.register.partnership() }
    }

    fn empty(&self) -> Draft {
        records::draft_of(self.register.kind, self.partnership(), &Entered::default(), None, self.register.asker.tongue())
    }

    fn may_edit(&self) -> bool {
        match self.before {
            Some(_) if self.register.kind == Kind::Partnerships => true,
            before => self.register.may(if before.is_some() { Verb::Edit } else { Verb::Create }, before),
        }
    }

    fn is_profile(&self) -> bool {
        self.register.kind == Kind::Partnerships
    }

    async fn name(&self) -> Result<String, Failure> {
        let asker = self.register.asker;
        if self.is_profile() && asker.partnership.is_some() {
            return Ok(asker.say(key::WORK_PROFILE));
        }
        let Some(record) = self.before else {
            let told = Message::new(key::WORK_CREATE).with("kind", labels::kind_one(self.register.kind));
            return Ok(asker.tell(&told));
        };
        let names = Names::around(asker.app.store(), std::slice::from_ref(record), asker.language).await?;
        Ok(names.name(record, asker.language))
    }

    async fn page(&self, filled: &Filled<'_>) -> Result<EditPage, Failure> {
        let asker = self.register.asker;
        let heading = self.name().await?;
        let targets = targets(asker, self.register.kind).await?;
        let errors = filled.faults.iter().map(|fault| {
            let label = asker.tell(&filled.of.label(&fault.field));
            Entry::new(format!("#{}", fault.field), format!("{label}: {}", asker.tell(&filled.of.fault(fault))))
        });
        let upload = self.register.kind == Kind::Attachments && self.before.is_none();
        let here = self.before.map(|record| self.register.record(&record.id));
        let own = |step: &str| here.clone().filter(|_| !self.is_profile()).map(|here| here.step(step));
        let changed = match self.before {
            Some(record) => super::history::changed(asker, record),
            None => String::new(),
        };
        let may_edit = self.may_edit();
        let desk = Address::partnership_work(asker.language, asker.slug());
        Ok(EditPage {
            page: if self.is_profile() {
                let above = super::register::above(asker);
                let page = Page::of(asker, &heading).unlisted().under(above, &heading);
                if asker.partnership.is_some() { page.beside(super::register::rail(asker, None)) } else { page }
            } else {
                self.register.page(&heading, Vec::new())
            },
            title: Title { kind: asker.tell(&labels::kind_one(self.register.kind)), heading, changed, ..Title::default() },
            errors_title: asker.say(key::WORK_ERRORS),
            errors: errors.collect(),
            blocks: blocks(asker, filled, &targets),
            version: self.before.map(|record| record.version.to_string()).unwrap_or_default(),
            save: asker.say(if upload { key::WORK_UPLOAD } else { key::WORK_SAVE }),
            back: Entry::new(self.back.clone(), asker.say(key::WORK_BACK)),
            delete: own("delete").filter(|_| may_edit).map(|href| Entry::new(href, asker.say(key::WORK_DELETE))),
            history: own("history").map(|href| Entry::new(href, asker.say(key::WORK_HISTORY))),
            file_label: asker.say(key::WORK_FILE),
            file_hint: asker.say(key::WORK_UPLOAD_HINT),
            action: if upload && asker.partnership.is_some() { desk.step("upload").into() } else { String::new() },
            upload,
            may_edit,
        })
    }

    async fn again(&self, draft: &Draft, entered: &Entered, faults: &[Fault]) -> Answer {
        let shown = self.page(&Filled::typed(draft, entered, faults)).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page::answer(&shown)).into_response())
    }

    async fn save(self, entered: Entered) -> Answer {
        let asker = self.register.asker;
        let entered = self.before.map_or_else(|| entered.clone(), |current| merge::settled(&entered, current));
        let draft = records::draft_of(self.register.kind, self.partnership(), &entered, self.before, asker.tongue());
        self.may_save(&draft)?;
        let seen = entered.one(VERSION).and_then(|version| version.parse().ok());
        let before = self.before.map(|record| (record.clone(), seen.unwrap_or(0)));
        let saved = records::save(asker.app.store(), Saving { before, draft: draft.clone() }, &author(asker)).await;
        match saved {
            Ok(record) => Ok(self.answer_saved(&record)),
            Err(NotSaved::Faults(faults)) => self.again(&draft, &entered, &faults).await,
            Err(NotSaved::Stale(current)) => merge::show(&self.register, &current, &draft).await,
            Err(NotSaved::Failure(failure)) => Err(failure.into()),
        }
    }

    /// Whether what was typed stays within the asker's rights: the own unit, and publishing.
    pub fn may_save(&self, draft: &Draft) -> Result<(), Failure> {
        let asker = self.register.asker;
        if self.is_profile() {
            return Ok(());
        }
        let mut object = asker.object.clone();
        object.unit = draft.values.get("unit").and_then(serde_json::Value::as_str).map(ToOwned::to_owned);
        let verb = if self.before.is_some() { Verb::Edit } else { Verb::Create };
        asker.may(verb, self.register.kind.room(), &object).map_err(crate::frame::failure::refused)?;
        let was_public = self.before.is_some_and(|record| record.content.visibility == Visibility::Public);
        if draft.visibility == Visibility::Public && !was_public {
            asker.may(Verb::Publish, self.register.kind.room(), &object).map_err(|_| Failure {
                kind: FailureKind::Refused,
                told: key::WORK_PUBLISH_REFUSED.into(),
                hint: Some(key::WORK_PUBLISH_REFUSED_HINT.into()),
                causes: Vec::new(),
            })?;
        }
        Ok(())
    }

    fn answer_saved(&self, record: &Record) -> Response {
        let asker = self.register.asker;
        let to = if self.is_profile() {
            Address::partnership_work(asker.language, record.text("slug").unwrap_or_default())
        } else {
            self.register.record(&record.id)
        };
        Redirect::to(&to.ask("done", "saved").to_string()).into_response()
    }
}

/// The empty form of a register.
pub async fn new(asker: Asker) -> Answer {
    let subject = Subject::of(&asker);
    let draft = subject.empty();
    page::answer(&subject.page(&Filled::of(&draft)).await?)
}

/// Saves a new record.
pub async fn create(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::of(&asker).save(Entered::new(pairs)).await
}

/// The form of a record.
pub async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    let subject = Subject::of(&asker);
    let mut shown = subject.page(&Filled::of(&asker.the_record().content)).await?;
    shown.page.notices.extend(list::done(&asker, &after.done));
    page::answer(&shown)
}

/// Saves a change.
pub async fn save(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::of(&asker).save(Entered::new(pairs)).await
}

/// The form of the partnership itself.
pub async fn profile(asker: Asker) -> Answer {
    let subject = Subject::profile(&asker);
    page::answer(&subject.page(&Filled::of(&asker.the_partnership().content)).await?)
}

/// Saves the partnership itself.
pub async fn save_profile(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::profile(&asker).save(Entered::new(pairs)).await
}

/// The form of a partnership to be founded.
pub async fn found(asker: Asker) -> Answer {
    let subject = Subject::profile(&asker);
    let draft = subject.empty();
    page::answer(&subject.page(&Filled::of(&draft)).await?)
}

/// Founds a partnership.
pub async fn save_found(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::profile(&asker).save(Entered::new(pairs)).await
}

/// The version that was on screen when something was asked for.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// The version.
    #[serde(rename = "seen-version")]
    pub version: i64,
}

/// Deletes a record; it can be brought back.
pub async fn delete(asker: Asker, Form(seen): Form<Seen>) -> Answer {
    let register = Register::of(&asker);
    records::delete(asker.app.store(), asker.the_record(), seen.version, &author(&asker)).await?;
    Ok(Redirect::to(&register.address().ask("done", "deleted").to_string()).into_response())
}

/// Brings a deleted record back.
pub async fn undelete(asker: Asker, Path(path): Path<std::collections::BTreeMap<String, String>>) -> Answer {
    let register = Register::of(&asker);
    let id = path.get("id").map(String::as_str).unwrap_or_default();
    let who: Author = author(&asker);
    let mut deleted = asker.app.store().records(&register.question().deleted().with_ids([id])).await?;
    deleted.retain(|record| register.may(Verb::Edit, Some(record)));
    if deleted.is_empty() {
        return Err(crate::frame::failure::unknown_address().into());
    }
    asker.app.store().undelete(register.kind, id, &who).await?;
    Ok(Redirect::to(&register.record(id).ask("done", "undeleted").to_string()).into_response())
}
