//! `miedza diagnose`: the report of a partnership or of a list of units as a file.

use std::fs;
use std::path::{Path, PathBuf};

use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Question, Store};
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::named::named;
use super::report::{ReportForm, written};
use super::subject::PeerRule;
use super::{Diagnoses, OfPartnership, Subject};
use crate::failure::Failure;
use crate::lab::aside;
use crate::partnership::Book;
use crate::territory::Atlas;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct DiagnoseRequest {
    /// Slug of a partnership.
    pub partnership: Option<String>,
    /// Codes or names of units, apart from each other by commas, semicolons or lines, codes also by spaces; or a file of them.
    pub units: Option<String>,
    /// With whom the area is compared: a word of [`PeerRule`].
    pub peers: Option<String>,
    /// Weights by which the nearest are sought, `population:2;seniors_share:1`; the usual ones where they are not said.
    pub peer_weights: Option<String>,
    /// Name of the area; that of the partnership where it is not said.
    pub title: Option<String>,
    /// The file; its ending says the form.
    pub out: PathBuf,
    /// Whether that file may be replaced.
    pub overwrite: bool,
}

/// What was written.
#[derive(Clone, Debug, Serialize)]
pub struct Diagnosed {
    /// The file.
    pub file: PathBuf,
    /// How many municipalities it is about.
    pub municipalities: usize,
    /// With how many it is compared.
    pub peers: usize,
    /// Indicators with a figure of the area or of a member.
    pub indicators: usize,
    /// The first and the last year with figures.
    pub period: Option<String>,
}

impl Diagnosed {
    /// The answer in words.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let told = Message::new(key::DIAGNOSIS_WRITTEN)
            .with("file", self.file.display().to_string())
            .with("municipalities", self.municipalities)
            .with("peers", self.peers)
            .with("indicators", self.indicators);
        language.say(&told)
    }
}

/// Writes the report.
///
/// # Errors
/// [`Failure`] if it is not told about what, the ending is of no form, the file is there already, or the store does not answer.
pub async fn diagnose(
    store: &Store,
    request: &DiagnoseRequest,
    (today, language): (Day, Language),
) -> Result<Diagnosed, Failure> {
    let ending = request.out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let form = ReportForm::of_ending(ending).ok_or_else(|| {
        Failure::invalid(Message::new(key::DIAGNOSIS_NO_FORM).with("ending", ending), key::DIAGNOSIS_NO_FORM_HINT)
    })?;
    if request.out.exists() && !request.overwrite {
        return Err(Failure::exists(&request.out));
    }
    let diagnoses = Diagnoses::new(store.clone(), Atlas::new(store.clone()));
    let study = match (&request.partnership, &request.units) {
        (Some(slug), None) => {
            let partnership = partnership(store, slug).await?;
            let book = Book::open(store, &partnership, |_| true).await?;
            let diagnosis = published(&book);
            let asked = OfPartnership { book: &book, diagnosis, day: today, language };
            let mut subject = asked.subject(store).await?;
            with_peers(&mut subject, request)?;
            let mut study = diagnoses.study_of_partnership(&asked, subject).await?;
            if let Some(title) = &request.title {
                study.title.clone_from(title);
            }
            study
        }
        (None, Some(units)) => {
            let mut subject = Subject::of_units(store, &named(store, &listed(units)?).await?).await?;
            with_peers(&mut subject, request)?;
            diagnoses.study_of_units(subject, request.title.clone(), (None, language)).await?
        }
        _ => return Err(Failure::invalid(key::DIAGNOSIS_OF_WHAT, key::DIAGNOSIS_OF_WHAT_HINT)),
    };
    let done = Diagnosed {
        file: request.out.clone(),
        municipalities: study.members.len(),
        peers: study.peers.as_ref().map_or(0, |peers| peers.areas),
        indicators: study.chapters.iter().map(|chapter| chapter.indicators.len()).sum(),
        period: study.period.clone(),
    };
    let bytes = aside(move || written(&study, form, language)).await?;
    write(&request.out, &bytes).map_err(|error| Failure::not_written(&request.out, &error))?;
    Ok(done)
}

/// The newest diagnosis that is published.
fn published(book: &Book) -> Option<&Record> {
    let is_published = |diagnosis: &&Record| diagnosis.text("diagnosis_state") == Some("published");
    let all = book.of(Kind::Diagnoses).iter().filter(is_published);
    all.max_by_key(|diagnosis| (diagnosis.created_at.clone(), diagnosis.id.clone()))
}

/// The peers that are asked for; weights ask for the nearest, and for no others.
fn with_peers(subject: &mut Subject, request: &DiagnoseRequest) -> Result<(), Failure> {
    if let Some(word) = &request.peers {
        subject.peers = PeerRule::named(word)?;
    }
    let Some(weights) = &request.peer_weights else { return Ok(()) };
    if request.peers.is_some() && subject.peers != PeerRule::Nearest {
        return Err(Failure::invalid(key::DIAGNOSIS_WEIGHTS_OTHER_RULE, key::DIAGNOSIS_WEIGHTS_OTHER_RULE_HINT));
    }
    *subject = Subject { peers: PeerRule::Nearest, ..subject.clone() }.weighed_by(weights)?;
    Ok(())
}

async fn partnership(store: &Store, slug: &str) -> Result<Record, Failure> {
    if let Some(found) = store.by_slug(Kind::Partnerships, slug).await? {
        return Ok(found);
    }
    let all = store.records(&Question::of(Kind::Partnerships)).await?;
    let known: Vec<&str> = all.iter().filter_map(|partnership| partnership.text("slug")).collect();
    let told = Message::new(key::DIAGNOSIS_NO_PARTNERSHIP).with("slug", slug);
    Err(Failure::invalid(told, Message::new(key::DIAGNOSIS_NO_PARTNERSHIP_HINT).with("known", known.join(", "))))
}

/// A list, or what stands in the file of that name.
fn listed(text: &str) -> Result<String, Failure> {
    let path = Path::new(text.trim());
    if path.is_file() { fs::read_to_string(path).map_err(|error| Failure::not_read(path, &error)) } else { Ok(text.to_owned()) }
}

fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_ask_for_the_nearest_and_for_no_others() {
        let asked = |peers: Option<&str>, weights: &str| {
            let mut subject = Subject::default();
            let request = DiagnoseRequest {
                partnership: None,
                units: None,
                peers: peers.map(ToOwned::to_owned),
                peer_weights: Some(weights.to_owned()),
                title: None,
                out: PathBuf::from("report.pdf"),
                overwrite: false,
            };
            with_peers(&mut subject, &request).map(|()| (subject.peers, subject.peer_weights))
        };
        let nearest = (PeerRule::Nearest, "population:2".to_owned());

        assert_eq!(asked(None, "population: 2").expect("weights"), nearest);
        assert_eq!(asked(Some("nearest"), "population:2").expect("weights"), nearest);
        assert!(asked(Some("country"), "population:2").is_err());
        assert!(asked(None, "nothing:2").is_err());
    }
}
