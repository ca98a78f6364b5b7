//! What is typed about a file: its time, its subject, who published it. The form asks it once, and every later form carries it.

use bytes::Bytes;
use miedza_texts::{Key, key};
use miedza_workflows::Failure;
use miedza_workflows::importing::{About, Described};
use miedza_workflows::record::Entered;

use crate::frame::Asker;
use crate::frame::parts::FormField;

/// A field of the form.
pub struct Asked {
    name: &'static str,
    label: Key,
    hint: Key,
}

/// All of them, in the order of the form.
pub const FIELDS: [Asked; 6] = [
    Asked { name: "table-period", label: key::OBSERVATIONS_PERIOD, hint: key::OBSERVATIONS_PERIOD_HINT },
    Asked { name: "publisher", label: key::OBSERVATIONS_PUBLISHER, hint: key::OBSERVATIONS_PUBLISHER_HINT },
    Asked { name: "licence", label: key::OBSERVATIONS_LICENCE, hint: key::OBSERVATIONS_LICENCE_HINT },
    Asked { name: "retrieved", label: key::OBSERVATIONS_RETRIEVED, hint: key::OBSERVATIONS_RETRIEVED_HINT },
    Asked { name: "subject", label: key::OBSERVATIONS_SUBJECT, hint: key::OBSERVATIONS_SUBJECT_HINT },
    Asked { name: "word", label: key::OBSERVATIONS_WORD, hint: key::OBSERVATIONS_WORD_HINT },
];

/// The fields with what was typed.
pub fn fields(asker: &Asker) -> Vec<FormField> {
    let field = |asked: &Asked| FormField {
        name: asked.name.to_owned(),
        label: asker.say(asked.label),
        hint: asker.say(asked.hint),
        optional: asker.say(key::WORK_OPTIONAL),
        ..FormField::default()
    };
    FIELDS.iter().map(field).collect()
}

/// What was typed about a file; received today where no day is given.
///
/// # Errors
/// [`Failure`] if the time or the day is none.
pub fn about(asker: &Asker, entered: &Entered) -> Result<About, Failure> {
    let given = |name: &str| entered.one(name).filter(|text| !text.is_empty());
    let owned = |name: &str| given(name).map(ToOwned::to_owned);
    let today = asker.today().to_string();
    let described = Described { source: owned("publisher"), licence: owned("licence") };
    let told = (given("retrieved").unwrap_or(&today), given("table-period"));
    let about = About::told(told, (owned("subject"), owned("word")), described)?;
    Ok(About { mapping: given("mapping").and_then(|mapping| serde_json::from_str(mapping).ok()), ..about })
}

/// What was typed, to be carried along unseen.
pub fn carried(entered: &Entered) -> Vec<(String, String)> {
    let typed = |asked: &Asked| Some((asked.name.to_owned(), entered.one(asked.name)?.to_owned()));
    FIELDS.iter().filter_map(typed).collect()
}

/// A file that lies in the store under its hash until it is read in.
pub struct Waiting {
    /// Its name.
    pub name: String,
    /// Its hash, by which the next form names it.
    pub sha256: String,
    /// Its content.
    pub bytes: Bytes,
}

impl Waiting {
    /// Keeps a file that was sent.
    ///
    /// # Errors
    /// [`Failure`] if it may not be kept.
    pub async fn keep(asker: &Asker, (name, bytes): (String, Bytes)) -> Result<Self, Failure> {
        let sha256 = asker.app.store().keep_upload(bytes.clone()).await?.sha256;
        Ok(Self { name, sha256, bytes })
    }

    /// The file that a form names.
    ///
    /// # Errors
    /// [`Failure`] if it is not there.
    pub async fn named(asker: &Asker, entered: &Entered) -> Result<Self, Failure> {
        let sha256 = entered.one("kept").unwrap_or_default().to_owned();
        let bytes = asker.app.store().upload(&sha256).await?;
        let bytes = bytes.ok_or_else(|| Failure::invalid(key::OBSERVATIONS_GONE, key::OBSERVATIONS_GONE_HINT))?;
        Ok(Self { name: plain_name(entered.one("name").unwrap_or_default()), sha256, bytes })
    }

    /// Name and content, as they are read.
    pub fn file(&self) -> (String, Bytes) {
        (self.name.clone(), self.bytes.clone())
    }

    /// The entries by which the next form names it.
    pub fn carried(&self) -> Vec<(String, String)> {
        vec![("kept".to_owned(), self.sha256.clone()), ("name".to_owned(), self.name.clone())]
    }
}

/// The name of a file without the folders that a browser may put before it.
pub fn plain_name(name: &str) -> String {
    let plain: String =
        name.rsplit(['/', '\\']).next().unwrap_or_default().chars().filter(|sign| !sign.is_control()).take(200).collect();
    if plain.is_empty() { "file".to_owned() } else { plain }
}
