//! What of a partnership breaks a rule, what of that the office has accepted, and accepting it: for the page, the desk and the
//! terminal alike.

use miedza_planning::partnership::check::{Finding, Rule, Severity, Spot, Standing, Waiver, check, standing};
use miedza_planning::partnership::stage::Stage;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Author, Store};
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::book::Book;
use super::naming::Naming;
use super::sentences;
use crate::failure::{Failure, Kind as FailureKind};
use crate::lab::Kept;
use crate::labels;

/// Most characters of a reason.
const REASON_LENGTH: usize = 2000;
/// Tallies kept in memory.
const TALLIES: usize = 64;

/// A partnership held against the rules.
#[derive(Clone, Debug)]
pub struct Consistency {
    /// All that was judged.
    pub book: Book,
    findings: Vec<Finding>,
    waivers: Vec<Waiver>,
}

/// How many findings wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Those that must be put right.
    pub errors: usize,
    /// Those that should be looked at.
    pub warnings: usize,
    /// Those that are worth knowing.
    pub information: usize,
    /// Those that were accepted with a reason.
    pub waived: usize,
}

impl Consistency {
    /// Judges what `sees` lets through of a partnership.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn judge(store: &Store, partnership: &Record, today: Day, sees: impl Fn(&Record) -> bool) -> Result<Self, Failure> {
        let book = Book::open(store, partnership, sees).await?;
        let waivers = store.waivers_of(&partnership.id).await?;
        let findings = check(&book.dossier, today);
        Ok(Self { book, findings, waivers })
    }

    /// Every finding with how it stands, in the order of rules.
    pub fn judged(&self) -> impl Iterator<Item = (&Finding, Standing<'_>)> {
        self.findings.iter().map(|finding| (finding, standing(finding, &self.waivers)))
    }

    /// How many wait.
    #[must_use]
    pub fn tally(&self) -> Tally {
        tally(self.judged())
    }
}

fn tally<'f>(judged: impl Iterator<Item = (&'f Finding, Standing<'f>)>) -> Tally {
    let mut tally = Tally::default();
    for (finding, standing) in judged {
        let count = match finding.severity {
            _ if !standing.is_open() => &mut tally.waived,
            Severity::Error => &mut tally.errors,
            Severity::Warning => &mut tally.warnings,
            Severity::Information => &mut tally.information,
        };
        *count += 1;
    }
    tally
}

/// What a tally depends on: the partnership, who looks, the newest line of the trail, the day.
type Moment = (String, String, i64, Day);

/// Tallies kept in memory until something changes, since every page of the workbench shows one.
#[derive(Debug)]
pub struct Tallies(Kept<Moment, Tally>);

impl Default for Tallies {
    fn default() -> Self {
        Self(Kept::at_most(TALLIES))
    }
}

impl Tallies {
    /// How many findings wait in a partnership, as far as `sees` lets this account see.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn of(
        &self,
        store: &Store,
        partnership: &Record,
        (account, today): (&str, Day),
        sees: impl Fn(&Record) -> bool,
    ) -> Result<Tally, Failure> {
        let moment = (partnership.id.clone(), account.to_owned(), store.revision().await?, today);
        if let Some(found) = self.0.get(&moment) {
            return Ok(*found);
        }
        let tally = Consistency::judge(store, partnership, today, sees).await?.tally();
        self.0.get_or_make(&moment, || Ok(tally)).map(|kept| *kept)
    }
}

/// A finding that is to be accepted, as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepting {
    /// Which one.
    pub spot: Spot,
    /// Mark of the facts that showed it.
    pub mark: String,
    /// Why.
    pub reason: String,
}

/// Accepts a finding of a partnership with a reason.
///
/// # Errors
/// [`Failure`] if the reason is missing or too long, the rule cannot be waived, or the finding is another one by now.
pub async fn waive(
    store: &Store,
    partnership: &Record,
    accepting: &Accepting,
    (author, today): (&Author, Day),
) -> Result<(), Failure> {
    let reason = accepting.reason.trim();
    if reason.is_empty() {
        return Err(Failure::invalid(key::CONSISTENCY_NO_REASON, key::CONSISTENCY_NO_REASON_HINT));
    }
    if reason.chars().count() > REASON_LENGTH {
        let told = Message::new(key::FAULT_TOO_LONG).with("most", REASON_LENGTH);
        return Err(Failure::invalid(told, key::CONSISTENCY_NO_REASON_HINT));
    }
    let judged = Consistency::judge(store, partnership, today, |_| true).await?;
    let found = judged.findings.iter().find(|finding| finding.spot() == accepting.spot && finding.mark() == accepting.mark);
    let gone = || Failure { kind: FailureKind::Conflict, ..Failure::invalid(key::CONSISTENCY_GONE, key::CONSISTENCY_GONE_HINT) };
    let finding = found.ok_or_else(gone)?;
    if !finding.rule.may_be_waived() {
        let told = Message::new(key::CONSISTENCY_ABSOLUTE).with("rule", finding.rule.id());
        return Err(Failure { kind: FailureKind::Refused, ..Failure::invalid(told, key::CONSISTENCY_ABSOLUTE_HINT) });
    }
    Ok(store.waive(&partnership.id, &accepting.spot, (&accepting.mark, reason), author).await?)
}

/// Accepts a finding no more; one that is not accepted stays as it is.
///
/// # Errors
/// [`Failure`] if the store refuses.
pub async fn unwaive(store: &Store, partnership: &Record, spot: &Spot, author: &Author) -> Result<(), Failure> {
    store.unwaive(&partnership.id, spot, author).await?;
    Ok(())
}

/// A finding in the answer of the terminal.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Id of the rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The stage in which the rule is due.
    pub stage: &'static str,
    /// What is found.
    pub message: String,
    /// What the rule asks for.
    pub statement: String,
    /// The record that it is about.
    pub subject: Subject,
    /// The field to look at first; empty if there is none.
    pub field: &'static str,
    /// Whether it was accepted.
    pub is_waived: bool,
    /// Why it was accepted, also if that holds no more.
    pub waiver_reason: Option<String>,
}

/// A record.
#[derive(Clone, Debug, Serialize)]
pub struct Subject {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The answer of the terminal.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Address of the partnership.
    pub partnership: String,
    /// Its name.
    pub name: String,
    /// The only stage whose rules were judged; all if there is none.
    pub stage: Option<&'static str>,
    /// How many findings there are.
    #[serde(flatten)]
    pub tally: Tally,
    /// The findings, the gravest first.
    pub findings: Vec<Line>,
}

/// Holds a partnership against the rules, or those of one stage.
///
/// # Errors
/// [`Failure`] if there is no such partnership or stage.
pub async fn report(
    store: &Store,
    slug: &str,
    stage: Option<&str>,
    (today, language): (Day, Language),
) -> Result<Report, Failure> {
    let stage = stage.map(stage_of).transpose()?;
    let partnership = store.by_slug(Kind::Partnerships, slug).await?.ok_or_else(|| unknown(slug))?;
    let judged = Consistency::judge(store, &partnership, today, |_| true).await?;
    let naming = Naming { book: &judged.book, language };
    let wanted = |rule: Rule| stage.is_none_or(|stage| rule.stage() == stage);
    let found: Vec<(&Finding, Standing)> = judged.judged().filter(|(finding, _)| wanted(finding.rule)).collect();
    let mut findings: Vec<Line> = found.iter().map(|(finding, standing)| line(finding, *standing, &naming)).collect();
    findings.sort_by_key(|line| line.severity);
    Ok(Report {
        partnership: partnership.text("slug").unwrap_or(slug).to_owned(),
        name: naming.name(&partnership),
        stage: stage.map(Stage::name),
        tally: tally(found.into_iter()),
        findings,
    })
}

fn stage_of(name: &str) -> Result<Stage, Failure> {
    let found = Stage::ALL.iter().copied().find(|stage| stage.name() == name || stage.name().replace('_', "-") == name);
    let stages = Stage::ALL.iter().map(|stage| stage.name()).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| {
        let told = Message::new(key::CONSISTENCY_NO_STAGE).with("stage", name);
        Failure::invalid(told, Message::new(key::CONSISTENCY_NO_STAGE_HINT).with("stages", stages))
    })
}

fn unknown(slug: &str) -> Failure {
    let told = Message::new(key::CONSISTENCY_NO_PARTNERSHIP).with("slug", slug);
    Failure { kind: FailureKind::NotFound, ..Failure::invalid(told, key::CONSISTENCY_NO_PARTNERSHIP_HINT) }
}

fn line(finding: &Finding, standing: Standing, naming: &Naming) -> Line {
    let language = naming.language;
    let (kind, id) = finding.subject.clone();
    Line {
        rule: finding.rule.id(),
        severity: finding.severity,
        stage: finding.rule.stage().name(),
        message: naming.telling(|teller| language.say(&sentences::finding(finding, teller))),
        statement: language.say(&sentences::rule(finding.rule)),
        field: finding.mend().field,
        is_waived: !standing.is_open(),
        waiver_reason: match standing {
            Standing::Open => None,
            Standing::Waived(waiver) | Standing::Lapsed(waiver) => Some(waiver.reason.clone()),
        },
        subject: Subject { kind, name: naming.title(kind, &id), id },
    }
}

impl Report {
    /// The report in words.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let say = |message: Message| language.say(&message);
        let mut lines = vec![self.name.clone(), say(counted(self.tally))];
        for severity in Severity::ALL {
            let of_it: Vec<&Line> = self.findings.iter().filter(|line| line.severity == severity).collect();
            if !of_it.is_empty() {
                lines.push(String::new());
                lines.push(say(Message::new(sentences::severity(severity))).to_uppercase());
            }
            for line in of_it {
                lines.push(format!("{}  {}", line.rule, line.message));
                lines.push(format!("         {}: {}", say(labels::kind_one(line.subject.kind)), line.subject.name));
                if let Some(reason) = &line.waiver_reason {
                    let key = if line.is_waived { key::CONSISTENCY_WAIVED } else { key::CONSISTENCY_LAPSED };
                    lines.push(format!("         {}", say(Message::new(key).with("reason", reason))));
                }
            }
        }
        lines.join("\n")
    }

    /// The failure that the terminal ends with if an error waits.
    ///
    /// # Errors
    /// [`Failure`] with the number of errors.
    pub fn outcome(&self) -> Result<(), Failure> {
        if self.tally.errors == 0 {
            return Ok(());
        }
        Err(Failure::invalid(Message::new(key::CONSISTENCY_FAILS).with("count", self.tally.errors), key::CONSISTENCY_FAILS_HINT))
    }
}

/// How many findings wait, in a sentence.
#[must_use]
pub fn counted(tally: Tally) -> Message {
    let message = Message::new(key::CONSISTENCY_COUNTED).with("errors", tally.errors).with("warnings", tally.warnings);
    message.with("information", tally.information).with("waived", tally.waived)
}
