//! The diagnosis of a partnership: whose figures, what stands around them, and what its records say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use miedza_planning::partnership::participation::{StakeholderGroup, by_group};
use miedza_planning::partnership::stage::Stage;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::{Day, Wording};
use miedza_reports::diagnosis::{ChapterKind, Commuting, Delimitation, FlowCount, SectionStudy, Source, Study, Whose};
use miedza_territory::UnitCode;
use miedza_texts::{Language, Message, key};

use super::chapters::{KeptComment, chapters, parse};
use super::cited::cited;
use super::evidence::Reader;
use super::ground::Ground;
use super::report::{ReportForm, written};
use super::study::{Cover, study};
use super::surveys::surveys;
use super::{Diagnoses, Subject, maps, outlook, sections};
use crate::failure::Failure;
use crate::lab::aside;
use crate::labels;
use crate::partnership::{Book, MemberList};
use crate::territory::FlowMatrix;

/// Municipalities in a matrix of commuting.
const MOST_PLACES: usize = 60;

/// A partnership with the diagnosis that is asked for.
#[derive(Clone, Copy)]
pub struct OfPartnership<'a> {
    /// What the reader may see of it.
    pub book: &'a Book,
    /// The record of the diagnosis; `None` for that of its members today.
    pub diagnosis: Option<&'a Record>,
    /// Today.
    pub day: Day,
    /// The language.
    pub language: Language,
}

impl OfPartnership<'_> {
    /// The municipalities: those that the diagnosis names, else the members on its day or today.
    ///
    /// # Errors
    /// [`Failure`] if nobody is a member or the store does not answer.
    pub async fn subject(&self, store: &miedza_store::Store) -> Result<Subject, Failure> {
        let named: Vec<UnitCode> = self
            .diagnosis
            .map(|diagnosis| diagnosis.list("units").into_iter().filter_map(|code| UnitCode::parse(code).ok()).collect())
            .unwrap_or_default();
        let on =
            self.diagnosis.and_then(|diagnosis| diagnosis.text("on_date")).and_then(|day| day.parse().ok()).unwrap_or(self.day);
        let subject = if named.is_empty() {
            Subject::of_members(store, &self.book.dossier, on).await?
        } else {
            Subject::of_units(store, &named).await?
        };
        Ok(self.diagnosis.map_or(subject.clone(), |diagnosis| subject.as_asked(diagnosis)))
    }

    fn words(&self, record: &Record, field: &str) -> String {
        let words = record.words(field);
        words
            .as_ref()
            .and_then(|words| words.wording(labels::tongue(self.language)))
            .map(Wording::text)
            .unwrap_or_default()
            .to_owned()
    }

    /// The name of the partnership.
    #[must_use]
    pub fn area(&self) -> String {
        self.words(&self.book.partnership, "short_name")
    }

    fn cover(&self) -> Cover {
        let title = self.diagnosis.map(|diagnosis| self.words(diagnosis, "title")).filter(|title| !title.is_empty());
        let remark = self.diagnosis.map(|diagnosis| self.words(diagnosis, "note")).filter(|note| !note.is_empty());
        Cover {
            title: title.unwrap_or_else(|| self.language.say(&Message::new(key::DIAGNOSIS_TITLE_OF).with("name", self.area()))),
            area: self.area(),
            author: Some(self.words(&self.book.partnership, "formal_name")),
            day: None,
            remark,
            process: self.process(),
            membership: self.membership(),
            delimitation: self.delimitation(),
            ..Cover::default()
        }
    }

    /// Steps of the diagnosis: what each leads to, and how far it is, and who took part. What the office noted for itself is
    /// not told.
    fn process(&self) -> Vec<String> {
        let steps = self.book.of(Kind::Steps).iter().filter(|step| step.text("stage") == Some("diagnosis"));
        let told = |step: &Record| {
            let outputs = self.words(step, "outputs");
            let choices = step.kind().field("state").and_then(|field| field.shape.choices());
            let state = choices.zip(step.text("state")).map(|(choices, word)| self.language.say(&labels::choice(choices, word)));
            match state {
                Some(state) if !outputs.is_empty() => format!("{outputs} ({state})"),
                _ => outputs,
            }
        };
        steps.map(told).filter(|told| !told.is_empty()).chain(self.took_part()).collect()
    }

    /// The groups that took part in the diagnosis, with their counts.
    fn took_part(&self) -> Option<String> {
        let group = |(group, count): (StakeholderGroup, u64)| {
            let name = labels::choice(StakeholderGroup::CHOICES, group.name());
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            self.language.say(&Message::new(key::PAGE_TOOK_PART_GROUP).with("group", name).with("count", count))
        };
        let groups: Vec<String> = by_group(&self.book.dossier.participations, Stage::Diagnosis).into_iter().map(group).collect();
        let told = || format!("{} {}", self.language.say(&key::PAGE_TOOK_PART.into()), groups.join("; "));
        (!groups.is_empty()).then(told)
    }

    fn membership(&self) -> BTreeMap<String, (String, String)> {
        let say = |message: Message| self.language.say(&message);
        let rows = MemberList::on(self.book, self.day.into()).certain;
        let words = |row: &crate::partnership::MemberRow| {
            let code = row.party.unit()?.to_string();
            let word = |field: &str, value: &str| {
                let choices = Kind::Memberships.field(field).and_then(|field| field.shape.choices());
                choices.map(|choices| say(labels::choice(choices, value))).unwrap_or_default()
            };
            let named = row.memberships.iter().find_map(|membership| membership.text("role"));
            let on = row.memberships.iter().find_map(|membership| membership.text("ground"));
            let role = named.map(|role| word("role", role)).unwrap_or_default();
            Some((code, (role, on.map(|ground| word("ground", ground)).unwrap_or_default())))
        };
        rows.iter().filter_map(words).collect()
    }

    fn delimitation(&self) -> Option<Delimitation> {
        let variant = self.book.of(Kind::Variants).iter().find(|variant| variant.text("state") == Some("adopted"))?;
        let resolution = variant.text("resolution").and_then(|id| self.book.find(Kind::Resolutions, id));
        Some(Delimitation {
            method: variant.text("method").map(|method| self.method(method)).unwrap_or_default(),
            variant: self.words(variant, "name"),
            resolution: resolution.and_then(|resolution| resolution.text("number")).map(ToOwned::to_owned),
            remarks: Vec::new(),
        })
    }

    /// The method in words; a name that the catalogues do not know is told as people wrote it, without marks of a program.
    fn method(&self, method: &str) -> String {
        let found = key::find(&format!("report-method-{}", method.replace('_', "-")));
        found.map_or_else(|| method.replace('_', " "), |key| self.language.say(&Message::new(key)))
    }

    /// The comments of the diagnosis by chapter.
    ///
    /// # Errors
    /// [`Failure`] for figures that cannot be reckoned with.
    pub fn comments(&self, ground: &Ground) -> Result<BTreeMap<miedza_reports::diagnosis::ChapterKind, KeptComment>, Failure> {
        let Some(diagnosis) = self.diagnosis else { return Ok(BTreeMap::new()) };
        let of_diagnosis = |comment: &&Record| comment.text("diagnosis") == Some(diagnosis.id.as_str());
        let all = chapters(ground)?;
        let mut found = BTreeMap::new();
        for comment in self.book.of(Kind::DiagnosisComments).iter().filter(of_diagnosis) {
            let Some(kind) = comment.text("chapter").and_then(parse) else { continue };
            let kept = match all.iter().find(|chapter| chapter.kind == kind) {
                Some(chapter) => chapter.commented(comment, ground, self.language),
                None => KeptComment { text: self.words(comment, "text"), figures_changed: Vec::new() },
            };
            found.insert(kind, kept);
        }
        Ok(found)
    }
}

impl Diagnoses {
    /// What the report of a partnership tells.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer or figures cannot be reckoned with.
    pub async fn study_of_partnership(&self, asked: &OfPartnership<'_>, subject: Subject) -> Result<Study, Failure> {
        let ground = self.ground(&subject).await?;
        let commuting = self.commuting(asked, &ground).await?;
        let mut evidence = Reader { book: asked.book, ground: &ground, language: asked.language }.read();
        evidence.surveys = surveys(self.store(), asked.book, (asked.day, asked.language)).await?;
        let cover = Cover { commuting, evidence, comments: asked.comments(&ground)?, ..asked.cover() };
        self.study(&ground, cover, asked.language).await
    }

    /// The report of a partnership as a file.
    ///
    /// # Errors
    /// [`Failure`] as for [`Self::study_of_partnership`], and if it cannot be set.
    pub async fn report_of_partnership(
        &self,
        asked: &OfPartnership<'_>,
        subject: Subject,
        form: ReportForm,
    ) -> Result<Vec<u8>, Failure> {
        let (study, language) = (self.study_of_partnership(asked, subject).await?, asked.language);
        aside(move || written(&study, form, language)).await
    }

    /// The report of a list of units as a file.
    ///
    /// # Errors
    /// [`Failure`] as for [`Self::study_of_units`], and if it cannot be set.
    pub async fn report_of_units(
        &self,
        subject: Subject,
        title: Option<String>,
        (form, language): (ReportForm, Language),
    ) -> Result<Vec<u8>, Failure> {
        let study = self.study_of_units(subject, title, (None, language)).await?;
        aside(move || written(&study, form, language)).await
    }

    /// What the report of a list of units tells.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer or figures cannot be reckoned with.
    pub async fn study_of_units(
        &self,
        subject: Subject,
        title: Option<String>,
        (day, language): (Option<miedza_territory::Day>, Language),
    ) -> Result<Study, Failure> {
        let ground = self.ground(&subject).await?;
        let title = title.filter(|title| !title.trim().is_empty());
        let area = title.clone().unwrap_or_default();
        let title = title
            .unwrap_or_else(|| language.say(&Message::new(key::DIAGNOSIS_TITLE_OWN).with("count", ground.subject.members.len())));
        self.study(&ground, Cover { title, whose: Whose::Own, area, day, ..Cover::default() }, language).await
    }

    async fn study(&self, ground: &Arc<Ground>, cover: Cover, language: Language) -> Result<Study, Failure> {
        let found = self.outlook(ground).await?;
        let population = found.as_ref().as_ref().ok().map(|outlook| outlook::population(ground, outlook, language));
        let land = maps::land(self.store(), ground, language).await?;
        let map = |code: &str| {
            ground
                .indicator(code)
                .zip(land.as_ref())
                .and_then(|(indicator, land)| maps::picture(ground, indicator, land, language))
        };
        let cover = Cover { population, map: map("population"), ..cover };
        let mut study = study(ground, cover, language)?;
        for chapter in &mut study.chapters {
            let mapped = chapter.indicators.iter().filter(|indicator| MAPPED.contains(&indicator.code.as_str()));
            chapter.figures.extend(mapped.filter_map(|indicator| map(&indicator.code)));
        }
        if let Some(found) = sections::inequality(ground, language)? {
            sections::add(&mut study.chapters, ChapterKind::Position, found);
        }
        if let Some(found) = self.neighbours(ground, language).await? {
            sections::add(&mut study.chapters, ChapterKind::Space, found);
        }
        Ok(study)
    }

    /// How alike neighbours are, by the first indicator of which it can be told.
    async fn neighbours(&self, ground: &Arc<Ground>, language: Language) -> Result<Option<SectionStudy>, Failure> {
        for code in sections::IN_SPACE {
            let found = self.association(ground, code).await?;
            let Ok(found) = found.as_ref() else { continue };
            let around = self.surroundings(ground).await?;
            let land = match around.land.clone() {
                Some(shapes) => Some(maps::Land::of(self.store(), shapes, language).await?),
                None => None,
            };
            return Ok(sections::space(ground, (found, land.as_ref()), language));
        }
        Ok(None)
    }

    /// Commuting among the municipalities by the newest table that speaks of them.
    async fn commuting(&self, asked: &OfPartnership<'_>, ground: &Ground) -> Result<Option<Commuting>, Failure> {
        let mut tables: Vec<&Record> = asked.book.of(Kind::FlowTables).iter().collect();
        tables.retain(|table| table.text("flow_kind").is_none_or(|kind| kind == "commuting"));
        tables.sort_by_key(|table| {
            (table.content.partnership.is_none(), std::cmp::Reverse(table.number("year")), table.id.clone())
        });
        let units: BTreeSet<UnitCode> = ground.subject.members.iter().cloned().collect();
        for table in tables {
            let Ok(reading) = self.atlas.reading(table).await else { continue };
            let matrix = FlowMatrix::of(&reading, &units);
            if matrix.units.len() > 1 && matrix.units.len() <= MOST_PLACES {
                return Ok(Some(self.told(asked, ground, (table, &matrix))));
            }
        }
        Ok(None)
    }

    #[expect(clippy::unused_self, reason = "reads as the others do")]
    fn told(&self, asked: &OfPartnership<'_>, ground: &Ground, (table, matrix): (&Record, &FlowMatrix)) -> Commuting {
        let cell = |from: usize, to: usize| match matrix.persons[from][to] {
            Some(persons) => FlowCount::Counted(persons),
            None if matrix.hidden.contains(&(from, to)) => FlowCount::Suppressed,
            None => FlowCount::Missing,
        };
        let places = 0..matrix.units.len();
        let year = table.number("year").map(|year| year.to_string()).unwrap_or_default();
        Commuting {
            name: asked.words(table, "name"),
            period: year.clone(),
            places: matrix.units.iter().map(|code| ground.name(code)).collect(),
            persons: places.clone().map(|from| places.clone().map(|to| cell(from, to)).collect()).collect(),
            inside: Some(matrix.among()),
            leaving: Some(matrix.leaving.iter().sum()),
            arriving: Some(matrix.arriving.iter().sum()),
            self_containment: matrix.self_containment(),
            kept_share: matrix.kept_share(),
            claims: Vec::new(),
            sources: vec![Source {
                publisher: cited(table.text("publisher").unwrap_or_default(), asked.language),
                dataset: asked.words(table, "name"),
                period: year,
                licence: cited(table.text("licence").unwrap_or_default(), asked.language),
                ..Source::default()
            }],
        }
    }
}

/// Indicators that the report shows on a map of their own.
const MAPPED: [&str; 4] = ["seniors_share", "unemployed_per_1000", "net_migration_per_1000", "own_revenue_per_inhabitant"];
