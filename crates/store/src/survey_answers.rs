//! Answers to surveys. No account, no name and no address is kept with one; the day, and not the hour.
//!
//! An answer from the web leaves no line in the trail: its moment could be held against a log of visitors. What the office
//! enters from paper and takes away again has its lines, without what was answered.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::survey::{AnswerSheet, Channel, Given};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::writing::{Line, Writing};
use crate::{Author, Error, Store};

/// The word for them in the trail.
const KIND: &str = "survey_answers";
const COLUMNS: &str = "id, unit, channel, \"day\", answers";

/// An answer before it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDraft {
    /// Mark of the form that was filled in; a form that is sent twice is one answer.
    pub form_key: String,
    /// Code of the municipality, if it was said.
    pub unit: Option<String>,
    /// On which day.
    pub day: Day,
    /// By id of the question.
    pub answers: BTreeMap<String, Given>,
}

impl Store {
    /// Keeps an answer that came through the web; `false` if this form was sent before.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn keep_answer(&self, survey: &Record, draft: &AnswerDraft) -> Result<bool, Error> {
        // A random id: one in the order of time would tell who answered before whom.
        let id = Uuid::new_v4().to_string();
        Ok(insert(&id, (survey, draft), Channel::Web)?.run(self.writer()).await? > 0)
    }

    /// Keeps an answer from paper; `false` if this form was sent before.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn enter_answer(&self, survey: &Record, draft: &AnswerDraft, author: &Author) -> Result<bool, Error> {
        let mut writing = self.begin_content(author).await?;
        let id = Uuid::new_v4().to_string();
        if insert(&id, (survey, draft), Channel::Paper)?.run(&writing.tx).await? == 0 {
            return Ok(false);
        }
        writing.note(line(Action::Created, survey, id));
        writing.commit().await?;
        Ok(true)
    }

    /// Takes an answer from paper away for good; `false` if the survey has none of this id from paper.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn remove_answer(&self, survey: &Record, id: &str, author: &Author) -> Result<bool, Error> {
        let mut writing = self.begin_content(author).await?;
        let sql = Sql::new("DELETE FROM survey_answers WHERE survey = $1 AND id = $2 AND channel = $3");
        if sql.with(survey.id.as_str()).with(id).with(Channel::Paper.name()).run(&writing.tx).await? == 0 {
            return Ok(false);
        }
        writing.note(line(Action::Purged, survey, id.to_owned()));
        writing.commit().await?;
        Ok(true)
    }

    /// The answers to a survey, in the order of their days and random ids.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn answers_to(&self, survey: &str) -> Result<Vec<AnswerSheet>, Error> {
        let sql = Sql::new(format!("SELECT {COLUMNS} FROM survey_answers WHERE survey = $1")).with(survey);
        let rows = sql.all(self.reader()).await?;
        let mut sheets = rows.iter().map(sheet).collect::<Result<Vec<_>, _>>()?;
        sheets.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
        Ok(sheets)
    }

    /// Of each survey the units that answers name, with how many; the empty text stands for none.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn answers_by_unit(&self, partnership: &str) -> Result<BTreeMap<String, BTreeMap<String, u64>>, Error> {
        let text = "SELECT a.survey, COALESCE(a.unit, ''), COUNT(*) FROM survey_answers a JOIN surveys s ON s.id = a.survey \
                    WHERE s.partnership = $1 GROUP BY a.survey, COALESCE(a.unit, '')";
        let mut all: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
        for row in &Sql::new(text).with(partnership).all(self.reader()).await? {
            let mut columns = Columns::of(row);
            let (survey, unit): (String, String) = (columns.take()?, columns.take()?);
            let count = u64::try_from(columns.take::<i64>()?).unwrap_or(0);
            all.entry(survey).or_default().insert(unit, count);
        }
        Ok(all)
    }
}

impl Writing<'_> {
    /// Takes the answers away of surveys that go for good.
    pub async fn purge_answers(&self, before: &str) -> Result<(), Error> {
        let text = "DELETE FROM survey_answers WHERE survey IN (SELECT id FROM surveys WHERE deleted_at < $1)";
        Sql::new(text).with(before).run(&self.tx).await?;
        Ok(())
    }
}

fn insert(id: &str, (survey, draft): (&Record, &AnswerDraft), channel: Channel) -> Result<Sql, Error> {
    let answers = serde_json::to_string(&draft.answers);
    let answers = answers.map_err(|fault| Error::Unreadable { what: format!("answers ({fault})") })?;
    let text = format!(
        "INSERT INTO survey_answers ({COLUMNS}, survey, form_key) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (survey, form_key) DO NOTHING"
    );
    let sql = Sql::new(text).with(id).with(draft.unit.clone()).with(channel.name()).with(draft.day.to_string());
    Ok(sql.with(answers).with(survey.id.as_str()).with(draft.form_key.as_str()))
}

fn sheet(row: &QueryResult) -> Result<AnswerSheet, Error> {
    let mut columns = Columns::of(row);
    Ok(AnswerSheet {
        id: columns.take()?,
        unit: columns.take()?,
        channel: columns.word(Channel::parse)?,
        day: columns.word(|day| day.parse().ok())?,
        answers: columns.json()?.unwrap_or_default(),
    })
}

fn line(action: Action, survey: &Record, id: String) -> Line {
    let version = if action == Action::Created { 1 } else { 2 };
    let partnership = survey.content.partnership.clone();
    let about = serde_json::json!({ Kind::Surveys.name(): survey.id });
    let (before, after) = if action == Action::Created { (None, Some(about)) } else { (Some(about), None) };
    Line { action, kind: KIND, record_id: id, partnership, version, before, after }
}
