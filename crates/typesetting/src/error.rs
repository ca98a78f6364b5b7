//! What can go wrong between a template and its pages.

/// Why no pages or no picture could be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The template asks for something that cannot be set.
    #[error("the template cannot be set: {}", .0.join("; "))]
    Template(Vec<String>),
    /// The pages break a rule of the standards for accessible and lasting documents.
    #[error("the pages break a rule of PDF/UA-1 or PDF/A-2a: {}", .0.join("; "))]
    Standard(Vec<String>),
    /// A file of the source has a name that is no path inside the source.
    #[error("the file name {0} is no path inside the source")]
    FileName(String),
    /// The day of the source is no day of the calendar.
    #[error("{year}-{month}-{day} is no day of the calendar")]
    Day {
        /// The year as given.
        year: i32,
        /// The month as given.
        month: u8,
        /// The day as given.
        day: u8,
    },
    /// The picture is no SVG that can be read.
    #[error("the picture is no readable SVG: {0}")]
    Picture(String),
    /// The picture would have no pixel or far too many.
    #[error("the picture would be {width} by {height} pixels")]
    PictureSize {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}
