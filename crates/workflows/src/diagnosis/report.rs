//! The diagnostic report as a file.

use miedza_reports::diagnosis::{Study, document, workbook};
use miedza_reports::{docx, html, pdf, xlsx};
use miedza_texts::Language;

use crate::failure::Failure;

/// The form of a report, by the ending of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    /// For print and archive.
    Pdf,
    /// To write on.
    Docx,
    /// For browsers.
    Html,
    /// Figures only.
    Xlsx,
}

impl ReportForm {
    /// All, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Docx, Self::Html, Self::Xlsx];

    /// The ending of its file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The form of an ending.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.ending().eq_ignore_ascii_case(ending))
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Html => "text/html; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// The bytes of a report.
///
/// # Errors
/// [`Failure`] if it cannot be set.
pub fn written(study: &Study, form: ReportForm, language: Language) -> Result<Vec<u8>, Failure> {
    let bytes = match form {
        ReportForm::Pdf => pdf::write(&document(study, language)),
        ReportForm::Docx => docx::write(&document(study, language)),
        ReportForm::Html => return Ok(html::write(&document(study, language)).into_bytes()),
        ReportForm::Xlsx => xlsx::write(&workbook(study, language)),
    };
    bytes.map_err(|error| Failure::report(&error))
}
