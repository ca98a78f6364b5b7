//! What can go wrong between a document and its bytes.

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The tree could not be handed to the template.
    #[error("the document cannot be handed to the template")]
    Tree(#[from] serde_json::Error),
    /// Pages or a picture could not be made.
    #[error("the pages cannot be set")]
    Typesetting(#[from] miedza_typesetting::Error),
    /// The package of a DOCX file could not be put together.
    #[error("the DOCX package cannot be put together")]
    Package(#[from] zip::result::ZipError),
    /// A part of a DOCX file could not be written.
    #[error("a part of the DOCX package cannot be written")]
    Part(#[from] std::io::Error),
    /// A workbook could not be written, for example for more rows than a sheet holds.
    #[error("the workbook cannot be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
