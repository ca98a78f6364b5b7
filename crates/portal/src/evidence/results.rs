//! The results of a survey, question by question and municipality by municipality; small counts are hidden on this page for
//! everyone, so that what an office shows to others gives nobody away.

use askama::Template;
use miedza_planning::diagnosis::survey::{AnswerSheet, Asked, CountTable, counted, protected, returned};
use miedza_planning::partnership::evidence::QuestionKind;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use miedza_workflows::evidence::Questionnaire;

use super::survey::{address, facts, may_edit, read};
use crate::frame::desk::Desk;
use crate::frame::list::Listing;
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// A row of a table: a municipality, or all of them.
pub struct Row {
    /// The municipality.
    pub unit: Entry,
    /// Counts, or the word for a hidden one.
    pub cells: Vec<Shown>,
}

/// A count as it is shown.
#[derive(Clone)]
pub struct Shown {
    /// The number or the word.
    pub text: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

/// The table of one question.
pub struct Table {
    /// The question.
    pub heading: String,
    /// Its caption.
    pub caption: Caption,
    /// Municipality, options, all together.
    pub headings: Vec<Heading>,
    /// Municipalities, all of them last.
    pub rows: Vec<Row>,
    /// What is told beside it.
    pub note: String,
}

#[derive(Template)]
#[template(path = "evidence/results.html")]
struct ResultsPage {
    page: Page,
    title: Title,
    facts: Vec<Fact>,
    none: String,
    protection: String,
    tables: Vec<Table>,
    files_label: String,
    files: Vec<Entry>,
}

/// A count in a file.
struct Line {
    question: String,
    unit: String,
    code: String,
    option: String,
    count: Option<u32>,
}

/// The results.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let asked = read(&desk)?;
    let is_shown = asked.is_closed() || may_edit(&desk, &asked);
    let sheets = if is_shown { desk.asker.app.store().answers_to(&asked.record.id).await? } else { Vec::new() };
    let lines = lines(&desk, &asked, &sheets);
    let listing = listing(&desk, &asked);
    if let Some(file) = listing.file(&lines).await? {
        return Ok(file);
    }
    let heading = desk.tell(&Message::new(key::SURVEY_RESULTS_OF).with("title", desk.words(&asked.record, "title")));
    let survey = desk.entry(address(&desk, &asked), &asked.record, "title");
    let none = match (is_shown, sheets.is_empty()) {
        (false, _) => desk.say(key::SURVEY_RESULTS_LATER),
        (true, true) => desk.say(key::SURVEY_RESULTS_NONE),
        _ => String::new(),
    };
    let has_tables = none.is_empty();
    let shown = ResultsPage {
        page: desk.page_below(Place::Surveys, vec![survey], &desk.say(key::SURVEY_RESULTS)),
        title: Title { kind: desk.name(), heading, ..Title::default() },
        facts: facts(&desk, &asked),
        none,
        protection: desk.say(key::SURVEY_PROTECTION),
        tables: if has_tables { tables(&desk, &asked, &sheets) } else { Vec::new() },
        files_label: desk.say(key::LIST_FILES),
        files: if has_tables { listing.files() } else { Vec::new() },
    };
    page::answer(&shown)
}

/// What can be counted: how many answers came in, then each question but those in own words.
fn counts(desk: &Desk, asked: &Questionnaire, sheets: &[AnswerSheet]) -> Vec<(String, Option<Asked>, CountTable)> {
    let question = |(at, question): (usize, &Asked)| {
        let text = Said::text(&desk.asker, Some(&question.text)).text;
        (format!("{}. {text}", at + 1), Some(question.clone()), counted(question, sheets))
    };
    let all = asked.asked.iter().enumerate().filter(|(_, question)| question.kind != QuestionKind::Open);
    let first = (desk.say(key::SURVEY_RETURNED), None, returned(sheets));
    std::iter::once(first).chain(all.map(question)).collect()
}

fn tables(desk: &Desk, asked: &Questionnaire, sheets: &[AnswerSheet]) -> Vec<Table> {
    let period = desk.period(asked.record.date("valid_from"), asked.record.date("valid_to"));
    let table = |(at, (heading, question, counts)): (usize, (String, Option<Asked>, CountTable))| Table {
        caption: Caption::new(format!("counts-{at}"), heading.clone()).at(period.clone()),
        headings: headings(desk, question.as_ref(), &counts),
        rows: rows(desk, &counts),
        note: match question.map(|question| question.kind) {
            Some(QuestionKind::Multiple) => desk.say(key::SURVEY_SEVERAL_NOTE),
            Some(QuestionKind::Scale) => desk.say(key::SURVEY_SCALE),
            _ => String::new(),
        },
        heading,
    };
    counts(desk, asked, sheets).into_iter().enumerate().map(table).collect()
}

/// The words of an option; the one column of the first table is that of answers.
fn option(desk: &Desk, question: Option<&Asked>, option: &str) -> String {
    question.map_or_else(|| desk.say(key::SURVEY_ANSWER_COUNT), |question| question.option(option, desk.asker.tongue()))
}

fn headings(desk: &Desk, question: Option<&Asked>, counts: &CountTable) -> Vec<Heading> {
    let options = counts.columns.iter().map(|name| Heading::number(option(desk, question, name), ""));
    let total = counts.adds_up.then(|| Heading::number(desk.say(key::SURVEY_TOTAL), ""));
    [Heading::words(desk.say(key::SURVEY_MUNICIPALITY))].into_iter().chain(options).chain(total).collect()
}

/// The name of a municipality, or that none was said.
pub fn place(desk: &Desk, unit: Option<&str>) -> Entry {
    match unit.map(UnitCode::parse) {
        Some(Ok(code)) => desk.unit(&code),
        _ => Entry::new("", desk.say(key::SURVEY_UNIT_UNSAID)),
    }
}

fn rows(desk: &Desk, counts: &CountTable) -> Vec<Row> {
    let shown = protected(counts);
    let cell = |count: Option<u32>| Shown {
        text: count.map_or_else(|| desk.say(key::SURVEY_HIDDEN), |count| desk.asker.language.integer(f64::from(count))),
        is_hidden: count.is_none(),
    };
    let of = |unit: Entry, cells: &[Option<u32>], total: Option<u32>| Row {
        unit,
        cells: cells.iter().copied().chain(counts.adds_up.then_some(total)).map(cell).collect(),
    };
    let all = counts.rows.iter().zip(&shown.cells).zip(&shown.row_totals);
    let last = of(Entry::new("", desk.say(key::SURVEY_ALL_UNITS)), &shown.column_totals, shown.total);
    all.map(|((unit, cells), total)| of(place(desk, unit.as_deref()), cells, *total)).chain([last]).collect()
}

/// Every count that is shown, one per line.
fn lines(desk: &Desk, asked: &Questionnaire, sheets: &[AnswerSheet]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (heading, question, counts) in counts(desk, asked, sheets) {
        let shown = protected(&counts);
        let total = (desk.say(key::SURVEY_ALL_UNITS), String::new(), &shown.column_totals);
        let units = counts.rows.iter().zip(&shown.cells);
        let units = units.map(|(unit, cells)| (place(desk, unit.as_deref()).label, unit.clone().unwrap_or_default(), cells));
        for (unit, code, cells) in units.chain([total]) {
            for (name, count) in counts.columns.iter().zip(cells) {
                let option = option(desk, question.as_ref(), name);
                lines.push(Line { question: heading.clone(), unit: unit.clone(), code: code.clone(), option, count: *count });
            }
        }
    }
    lines
}

fn listing<'a>(desk: &'a Desk, asked: &Questionnaire) -> Listing<'a, Line> {
    let period = desk.period(asked.record.date("valid_from"), asked.record.date("valid_to"));
    Listing::of(&desk.asker, "")
        .unseen("question", desk.say(key::SURVEY_QUESTION), |line: &Line| line.question.clone())
        .unseen("period", desk.say(key::SURVEY_PERIOD), move |_| period.clone())
        .unseen("municipality", desk.say(key::SURVEY_MUNICIPALITY), |line| line.unit.clone())
        .unseen("code", desk.say(key::REVIEWS_UNIT_CODE), |line| line.code.clone())
        .unseen("option", desk.say(key::SURVEY_OPTION), |line| line.option.clone())
        .unseen("answers", desk.say(key::SURVEY_ANSWER_COUNT), |line| line.count.map(f64::from))
        .unseen("hidden", desk.say(key::SURVEY_HIDDEN), |line| line.count.is_none().then_some("yes"))
        .as_files(format!("survey-{}", asked.record.id))
}
