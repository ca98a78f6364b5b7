//! From a template and its files to a PDF that is tagged for readers (PDF/UA-1) and fit for the archive (PDF/A-2a).

use std::collections::BTreeMap;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::error::Error;
use crate::world::Pages;

/// Documents after which the compiler forgets what it has not used since.
const MEMORY: usize = 4;

/// A template with all that it may read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The template's text. It is written by us and holds nothing that people typed.
    pub template: String,
    /// Files that the template reads, by absolute name (`/data.json`, `/map.svg`); the text of people stands here.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What makes this document itself, for example its title with the hashes of its data; becomes the identifier.
    pub identity: String,
    /// Year, month and day that the document bears; the program asks no clock.
    pub day: (i32, u8, u8),
}

/// Sets the pages of a source.
///
/// The same source gives the same bytes.
///
/// # Errors
/// [`Error::Template`] when the template or a file of it cannot be set, [`Error::Standard`] when the pages would not be
/// accessible (a picture without a description, a document without title), [`Error::FileName`] and [`Error::Day`].
pub fn pdf(source: &Source) -> Result<Vec<u8>, Error> {
    let world = Pages::new(source)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    let document = compiled.output.map_err(|faults| Error::Template(messages(&faults)));
    let bytes = document.and_then(|document| {
        let options = options(source)?;
        typst_pdf::pdf(&document, &options).map_err(|faults| Error::Standard(messages(&faults)))
    });
    typst::comemo::evict(MEMORY);
    bytes
}

fn options(source: &Source) -> Result<PdfOptions, Error> {
    let (year, month, day) = source.day;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|fault| Error::Standard(vec![fault.message().to_string()]))?;
    Ok(PdfOptions {
        ident: Smart::Custom(source.identity.clone()),
        creator: Smart::Custom(Some("Miedza".to_owned())),
        timestamp: Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

/// The messages of the compiler with their hints.
fn messages(faults: &[SourceDiagnostic]) -> Vec<String> {
    faults
        .iter()
        .map(|fault| {
            let hints: Vec<&str> = fault.hints.iter().map(|hint| hint.v.as_str()).collect();
            if hints.is_empty() { fault.message.to_string() } else { format!("{} ({})", fault.message, hints.join("; ")) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(body: &str) -> Source {
        let template = format!("#set document(title: \"Próba\")\n#set text(lang: \"pl\", font: \"Lato\")\n{body}");
        Source { template, identity: "proba".to_owned(), day: (2026, 11, 22), ..Source::default() }
    }

    #[test]
    fn the_same_source_gives_the_same_bytes() {
        let source = source("= Zażółć gęślą jaźń\nPříliš žluťoučký kůň");

        let first = pdf(&source).expect("a good template");
        let second = pdf(&source).expect("a good template");

        assert!(first == second && first.starts_with(b"%PDF-"));
    }

    #[test]
    fn text_of_people_is_data_and_never_markup() {
        let mut source = source("#let data = json(\"/data.json\")\n#data.name");
        source.files.insert("/data.json".to_owned(), br##"{"name": "#panic() $x$ *a* @b <c>"}"##.to_vec());

        assert!(pdf(&source).is_ok());
    }

    #[test]
    fn a_picture_without_description_is_refused() {
        let mut source = source("#image(\"/map.svg\")");
        source.files.insert(
            "/map.svg".to_owned(),
            br#"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="5"/></svg>"#.to_vec(),
        );

        assert!(matches!(pdf(&source), Err(Error::Standard(_))));
    }

    #[test]
    fn a_fault_of_the_template_is_told() {
        let fault = pdf(&source("#nothing-of-this-name")).expect_err("an unknown name");

        assert!(fault.to_string().contains("unknown variable"), "{fault}");
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        let source = Source { day: (2026, 2, 30), ..source("x") };

        assert!(matches!(pdf(&source), Err(Error::Day { day: 30, .. })));
    }
}
