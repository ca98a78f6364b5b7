//! Comments of chapters: kept with the figures that they rest on, so that reckoning anew tells what changed and changes no word.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::fingerprint::Fingerprint;
use miedza_planning::record::{Draft, Kind, Origin, Record, Visibility};
use miedza_planning::values::{Day, Translated};
use miedza_reports::diagnosis::ChapterKind;
use miedza_store::{Author, Change, Question, Store, Write};
use miedza_texts::{Language, key};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::chapters::{Chapter, chapters, word};
use super::ground::Ground;
use crate::failure::Failure;
use crate::labels;

/// Most signs of a comment.
pub const LONGEST: usize = 20_000;

/// What a diagnosis rested on when it was last computed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Number of the newest import at that time.
    #[serde(default)]
    pub import: u32,
    /// The figures of each chapter, by its word.
    #[serde(default)]
    pub chapters: BTreeMap<String, Fingerprint>,
}

impl Snapshot {
    /// Of a record; nothing where it was never computed.
    #[must_use]
    pub fn of(diagnosis: &Record) -> Option<Self> {
        serde_json::from_value(diagnosis.value("snapshot")?.clone()).ok()
    }

    /// Of figures as they are.
    ///
    /// # Errors
    /// [`Failure`] for figures that cannot be reckoned with.
    pub fn now(ground: &Ground) -> Result<Self, Failure> {
        let all = chapters(ground)?;
        let chapters = all.iter().map(|chapter| (word(chapter.kind).to_owned(), chapter.fingerprint())).collect();
        Ok(Self { import: ground.imports.keys().max().copied().unwrap_or(0), chapters })
    }
}

/// Notes what the diagnosis rests on now; comments stay as they are.
///
/// # Errors
/// [`Failure`] if somebody changed the diagnosis meanwhile, or the store cannot keep it.
pub async fn recompute(
    store: &Store,
    (diagnosis, ground): (&Record, &Ground),
    (today, author): (Day, &Author),
) -> Result<Record, Failure> {
    let mut content = diagnosis.content.clone();
    content
        .values
        .insert("snapshot".to_owned(), serde_json::to_value(Snapshot::now(ground)?).map_err(|error| Failure::fault(&error))?);
    content.values.insert("computed_on".to_owned(), json!(today.to_string()));
    Ok(store
        .update(
            Change { kind: Kind::Diagnoses, id: diagnosis.id.clone(), seen_version: diagnosis.version, draft: content },
            author,
        )
        .await?)
}

/// What somebody wrote on a chapter.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    /// The chapter.
    pub chapter: ChapterKind,
    /// The text; an empty one gives the chapter back to the sentences of the program.
    pub text: &'a str,
    /// The version of the comment that was on screen; `None` if there was none.
    pub seen: Option<i64>,
    /// The language of the text.
    pub language: Language,
}

/// Keeps what somebody wrote on a chapter, with the figures that it rests on.
///
/// # Errors
/// [`Failure`] if the text is too long, somebody else changed the comment meanwhile, or the store cannot keep it.
pub async fn keep(
    store: &Store,
    (diagnosis, ground): (&Record, &Ground),
    written: &Written<'_>,
    author: &Author,
) -> Result<(), Failure> {
    let text = written.text.trim().replace("\r\n", "\n");
    if text.chars().count() > LONGEST {
        return Err(Failure::invalid(key::DIAGNOSIS_COMMENT_LONG, key::DIAGNOSIS_COMMENT_LONG_HINT));
    }
    let chapter = word(written.chapter);
    let question = Question::of(Kind::DiagnosisComments).with("diagnosis", diagnosis.id.clone()).with("chapter", chapter);
    let known = store.records(&question).await?.into_iter().next();
    if known.as_ref().map(|known| known.version) != written.seen {
        return Err(Failure {
            kind: crate::failure::Kind::Conflict,
            ..Failure::invalid(key::DIAGNOSIS_COMMENT_CHANGED, key::DIAGNOSIS_COMMENT_CHANGED_HINT)
        });
    }
    let tongue = labels::tongue(written.language);
    let write = match known {
        Some(known) if text.is_empty() => {
            Write::Delete { kind: Kind::DiagnosisComments, id: known.id, seen_version: known.version }
        }
        None if text.is_empty() => return Ok(()),
        known => {
            let words = known.as_ref().and_then(|known| known.words("text"));
            let words = words
                .map_or_else(|| Translated::new(tongue, text.as_str()), |words: Translated| words.with(tongue, text.as_str()));
            let all = chapters(ground)?;
            let found = all.iter().find(|chapter| chapter.kind == written.chapter);
            let fingerprint = found.map(Chapter::fingerprint).unwrap_or_default();
            let values = json!({"diagnosis": diagnosis.id, "chapter": chapter, "text": words, "fingerprint": fingerprint});
            let draft = Draft {
                kind: Kind::DiagnosisComments,
                partnership: diagnosis.content.partnership.clone(),
                visibility: known.as_ref().map_or(diagnosis.content.visibility, |known| known.content.visibility),
                origin: known.as_ref().map_or(Origin::Own, |known| known.content.origin),
                source: known.as_ref().and_then(|known| known.content.source.clone()),
                values: values.as_object().cloned().unwrap_or_default(),
            };
            match known {
                Some(known) => {
                    Write::Update(Change { kind: Kind::DiagnosisComments, id: known.id, seen_version: known.version, draft })
                }
                None => Write::Create { id: None, draft },
            }
        }
    };
    store.save_all(vec![write], author).await?;
    Ok(())
}

/// Whether a diagnosis may be seen by everybody as its comments are kept.
#[must_use]
pub fn is_public(diagnosis: &Record) -> bool {
    diagnosis.content.visibility == Visibility::Public
}
