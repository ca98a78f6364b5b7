//! Search over everything that is kept: records by their words, units by their names and codes.
//!
//! One table of folded words serves both engines ([`fold()`]); SQLite finds in it by FTS5, PostgreSQL by `tsvector`. What is
//! asked for are the beginnings of words, all of them, in any order; names weigh more than texts.

mod fold;
mod index;

use miedza_planning::record::Kind;

pub use fold::{Folding, Words, fold};
pub use index::{Entry, keep, of_records};

use crate::sql::{Columns, Sql};
use crate::{Author, Engine, Error, Question, Store};

/// The name under which units are kept among the entries.
pub const UNITS: &str = "units";

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A record of this kind.
    Record(Kind),
    /// A unit of a register.
    Unit,
}

impl Subject {
    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record(kind) => kind.name(),
            Self::Unit => UNITS,
        }
    }

    /// The subject of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if name == UNITS { Some(Self::Unit) } else { Kind::parse(name).map(Self::Record) }
    }
}

/// How far the asker sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// What is public, in partnerships that are published.
    #[default]
    Public,
    /// Beside that everything in these partnerships; the rights are asked again for each hit.
    PublicAnd(Vec<String>),
    /// Everything; the rights are asked again for each hit.
    Everything,
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuestion {
    /// Words as people type them.
    pub words: String,
    /// Only these; empty for all.
    pub subjects: Vec<Subject>,
    /// Only in this partnership.
    pub partnership: Option<String>,
    /// How far the asker sees.
    pub sight: Sight,
    /// At most so many; 0 for 20.
    pub limit: u32,
    /// How many of the best are left out, for further pages.
    pub offset: u32,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub subject: Subject,
    /// Id of the record, or code of the unit.
    pub id: String,
    /// Partnership that it belongs to.
    pub partnership: Option<String>,
}

impl Store {
    /// What fits the words, the best first; nothing for no words.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn search(&self, question: &SearchQuestion) -> Result<Vec<Hit>, Error> {
        let asked = Folding::new().asked(&question.words);
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = match self.engine() {
            Engine::Sqlite => in_sqlite(&asked),
            Engine::Postgres => in_postgres(&asked),
        };
        narrow(&mut sql, question);
        let limit = if question.limit == 0 { 20 } else { question.limit };
        sql.push(&best_first(&asked)).push(" LIMIT ").bind(i64::from(limit));
        sql.push(" OFFSET ").bind(i64::from(question.offset));
        let rows = sql.all(self.reader()).await?;
        rows.iter()
            .map(|row| {
                let mut columns = Columns::of(row);
                Ok(Hit { subject: columns.word(Subject::parse)?, id: columns.take()?, partnership: columns.take()? })
            })
            .collect()
    }

    /// Makes all entries anew, which hold nothing that is not kept elsewhere: after a restore, or when words are folded in another way.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn rebuild_search(&self) -> Result<(), Error> {
        let author = Author::Program("search");
        let writing = self.begin_content(&author).await?;
        Sql::new("DELETE FROM search_entries").run(&writing.tx).await?;
        for kind in Kind::ALL {
            of_records(&writing.tx, &self.records(&Question::of(kind)).await?).await?;
        }
        writing.find_all_units().await?;
        writing.commit().await
    }
}

const COLUMNS: &str = "SELECT e.kind, e.record_id, e.partnership";

fn in_sqlite(asked: &[fold::Asked]) -> Sql {
    let mut sql = Sql::new(format!(
        "{COLUMNS}, bm25(search_words, 10.0, 1.0) AS score FROM search_words \
         JOIN search_entries e ON e.entry = search_words.rowid LEFT JOIN partnerships p ON p.id = e.partnership \
         WHERE search_words MATCH "
    ));
    sql.bind(expression(asked, "AND", "OR", |word| format!("\"{word}\"*"), |stem| format!("\"{stem}\"")));
    sql
}

fn in_postgres(asked: &[fold::Asked]) -> Sql {
    let text = expression(asked, "&", "|", |word| format!("'{word}':*"), |stem| format!("'{stem}'"));
    let mut sql = Sql::new(format!("{COLUMNS}, -ts_rank(e.words, q.words) AS score FROM to_tsquery('simple', "));
    sql.bind(text);
    sql.push(") AS q (words), search_entries e LEFT JOIN partnerships p ON p.id = e.partnership WHERE e.words @@ q.words");
    sql
}

/// All words, each by its beginning or by one of its stems; folded words hold letters and digits only.
fn expression(
    asked: &[fold::Asked],
    and: &str,
    or: &str,
    beginning: impl Fn(&str) -> String,
    whole: impl Fn(&str) -> String,
) -> String {
    let alternatives = asked.iter().map(|asked| {
        // One letter begins half of all words.
        let word = if asked.word.chars().count() > 1 { beginning(&asked.word) } else { whole(&asked.word) };
        let all: Vec<String> = std::iter::once(word).chain(asked.stems.iter().map(|stem| whole(stem))).collect();
        format!("({})", all.join(&format!(" {or} ")))
    });
    alternatives.collect::<Vec<_>>().join(&format!(" {and} "))
}

/// Names with all words whole come first, then names with a word that begins so, then what only says it; partnerships before
/// units before all else, short names before long ones. Folded words hold letters and digits only.
fn best_first(asked: &[fold::Asked]) -> String {
    let stands = |end: &str| {
        let words = asked.iter().map(|asked| format!("' ' || e.name_text || ' ' LIKE '% {}{end}%'", asked.word));
        words.collect::<Vec<_>>().join(" AND ")
    };
    let (whole, begun) = (stands(" "), stands(""));
    format!(
        " ORDER BY CASE WHEN {whole} THEN 0 WHEN {begun} THEN 1 ELSE 2 END, \
         CASE e.kind WHEN 'partnerships' THEN 0 WHEN '{UNITS}' THEN 1 ELSE 2 END, \
         CASE WHEN {begun} THEN LENGTH(e.name_text) ELSE 0 END, score, e.kind, e.record_id"
    )
}

/// What the asker wants and may see.
fn narrow(sql: &mut Sql, question: &SearchQuestion) {
    if !question.subjects.is_empty() {
        sql.push(" AND e.kind IN (").bind_all(question.subjects.iter().map(|subject| subject.name())).push(")");
    }
    if let Some(partnership) = &question.partnership {
        sql.push(" AND e.partnership = ").bind(partnership.as_str());
    }
    if question.sight == Sight::Everything {
        return;
    }
    sql.push(
        " AND ((e.visibility = 'public' AND (e.partnership IS NULL OR (p.state IN ('published', 'archived') \
         AND p.visibility = 'public' AND p.deleted_at IS NULL)))",
    );
    if let Sight::PublicAnd(partnerships) = &question.sight
        && !partnerships.is_empty()
    {
        sql.push(" OR e.partnership IN (").bind_all(partnerships.iter().map(String::as_str)).push(")");
    }
    sql.push(")");
}
