//! The page with the form of a record: its fields, what is wrong with them, the draft, and which languages lack a text.

use askama::Template;
use miedza_planning::record::{Kind, is_agreed, is_said_by_a_file};
use miedza_planning::rights::Verb;
use miedza_store::FormDraft;
use miedza_texts::{Message, key};
use miedza_workflows::{Failure, labels};

use super::blocks::{Block, Filled, Language, blocks, languages, targets};
use super::draft::{DraftDoor, DraftNote};
use super::register::{above, rail};
use super::subject::Subject;
use crate::frame::Address;
use crate::frame::page::Page;
use crate::frame::parts::{Entry, Notice, Title};

/// The page.
#[derive(Template)]
#[template(path = "work/edit.html")]
pub struct FormPage {
    /// The frame.
    pub page: Page,
    title: Title,
    errors_title: String,
    errors: Vec<Entry>,
    draft: Option<DraftNote>,
    door: DraftDoor,
    languages: Vec<String>,
    blocks: Vec<Block>,
    version: String,
    may_edit: bool,
    save: String,
    back: Entry,
    delete: Option<Entry>,
    ways: Vec<Entry>,
    upload: bool,
    file_label: String,
    file_hint: String,
    action: String,
}

/// What a form is filled with beside its entries.
#[derive(Clone, Copy, Default)]
pub struct Begun<'a> {
    /// The draft that it shows.
    pub draft: Option<&'a FormDraft>,
    /// The version that was on screen when it was typed; that of the record where nothing was typed.
    pub seen_version: Option<i64>,
}

impl Subject<'_> {
    /// The page with this form.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn page(&self, filled: &Filled<'_>, begun: Begun<'_>) -> Result<FormPage, Failure> {
        let asker = self.register.asker;
        let heading = self.name().await?;
        let targets = targets(asker, self.register.kind).await?;
        let errors = filled.faults.iter().map(|fault| {
            let label = asker.tell(&filled.of.label(&fault.field));
            Entry::new(format!("#{}", fault.field), format!("{label}: {}", asker.tell(&filled.of.fault(fault))))
        });
        let upload = self.register.kind == Kind::Attachments && self.before.is_none();
        let changed = self.before.map(|record| super::history::changed(asker, record)).unwrap_or_default();
        let may_edit = self.may_edit();
        let delete =
            self.before.filter(|_| may_edit && !self.is_profile()).map(|record| self.register.record(&record.id).step("delete"));
        let kept_version = self.before.map(|record| record.version);
        let mut page = self.frame(&heading).await?;
        if self.is_decided() {
            let (title, text) = (asker.say(key::WORK_DECIDED), asker.say(key::WORK_DECIDED_HINT));
            page.notices.push(Notice { kind: "info", title, text, ..Notice::default() });
        }
        Ok(FormPage {
            page: if may_edit { page.with_island("form-draft") } else { page },
            title: Title { kind: asker.tell(&labels::kind_one(self.register.kind)), heading, changed, ..Title::default() },
            errors_title: asker.say(key::WORK_ERRORS),
            errors: errors.collect(),
            draft: begun.draft.map(|draft| DraftNote::of(asker, draft, kept_version, &self.address())),
            door: DraftDoor::of(asker, &self.address()),
            languages: told_languages(asker, &languages(filled)),
            blocks: blocks(asker, filled, &targets).into_iter().filter(|block| self.may_change(block)).collect(),
            version: begun.seen_version.or(kept_version).map(|version| version.to_string()).unwrap_or_default(),
            save: asker.say(if upload { key::WORK_UPLOAD } else { key::WORK_SAVE }),
            back: Entry::new(self.back.clone(), asker.say(key::WORK_BACK)),
            delete: delete.map(|href| Entry::new(href, asker.say(key::WORK_DELETE))),
            ways: self.ways(),
            file_label: asker.say(key::WORK_FILE),
            file_hint: asker.say(key::WORK_UPLOAD_HINT),
            action: if upload { upload_address(asker).into() } else { self.address().into() },
            upload,
            may_edit: may_edit || self.may_translate(),
        })
    }

    /// Whether a part of the form may be changed by who sees it: translations by those who translate; who sees it and its
    /// translations of what was decided; of a member what was not agreed between the members. Those who only read are shown
    /// everything.
    fn may_change(&self, block: &Block) -> bool {
        let Some(record) = self.before else { return true };
        let name = block.field().name.as_str();
        let may_publish = self.register.may(Verb::Publish, Some(record));
        if self.may_edit() {
            let is_kept_back = is_agreed(record.kind(), name) && !may_publish;
            return !is_kept_back && !is_said_by_a_file(record.kind(), name);
        }
        let is_translated = matches!(block, Block::Translated { .. });
        !self.may_translate() || is_translated || (self.is_decided() && name == "visibility" && may_publish)
    }

    async fn frame(&self, heading: &str) -> Result<Page, Failure> {
        let asker = self.register.asker;
        if !self.is_profile() {
            return self.register.page(heading, Vec::new()).await;
        }
        let page = Page::of(asker, heading).unlisted().under(above(asker), heading);
        Ok(if asker.partnership.is_some() { page.beside(rail(asker, None).await?) } else { page })
    }
}

/// How many texts each language lacks, and how many are out of date; nothing where all is well.
fn told_languages(asker: &crate::frame::Asker, languages: &[Language]) -> Vec<String> {
    let of = |count: &dyn Fn(&Language) -> usize, key| {
        let lacking = languages.iter().filter(|language| count(language) > 0);
        let told: Vec<String> = lacking
            .map(|language| {
                let message = Message::new(key::DRAFT_IN_LANGUAGE).with("language", &language.name);
                asker.tell(&message.with("count", count(language)))
            })
            .collect();
        (!told.is_empty()).then(|| asker.tell(&Message::new(key).with("languages", told.join(", "))))
    };
    let missing = of(&|language| language.missing, key::DRAFT_MISSING);
    let outdated = of(&|language| language.outdated, key::DRAFT_OUTDATED);
    missing.into_iter().chain(outdated).collect()
}

/// Where a new file is sent.
fn upload_address(asker: &crate::frame::Asker) -> Address {
    match &asker.partnership {
        Some(_) => Address::partnership_work(asker.language, asker.slug()),
        None => Address::work(asker.language).step("shared"),
    }
    .step("upload")
}
