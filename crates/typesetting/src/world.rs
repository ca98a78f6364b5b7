//! The little world that a template sees: its own source, the files handed over with it, the fonts, one fixed day.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source as TemplateText, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use crate::error::Error;
use crate::pdf::Source;

/// Name of the template among the files.
const TEMPLATE: &str = "/template.typ";

/// All that one document may look at.
pub struct Pages {
    library: LazyHash<Library>,
    fonts: &'static FontStore,
    template: TemplateText,
    files: HashMap<FileId, Bytes>,
    day: Datetime,
}

impl Pages {
    /// The world of one source.
    ///
    /// # Errors
    /// [`Error::FileName`] for a name that leads out of the source, [`Error::Day`] for a day that does not exist.
    pub fn new(source: &Source) -> Result<Self, Error> {
        let (year, month, day) = source.day;
        let files = source
            .files
            .iter()
            .map(|(name, bytes)| Ok((file_id(name)?, Bytes::new(bytes.clone()))))
            .collect::<Result<_, Error>>()?;
        Ok(Self {
            library: LazyHash::new(Library::default()),
            fonts: crate::fonts::store(),
            template: TemplateText::new(file_id(TEMPLATE)?, source.template.clone()),
            files,
            day: Datetime::from_ymd(year, month, day).ok_or(Error::Day { year, month, day })?,
        })
    }
}

fn file_id(name: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(name).map_err(|_| Error::FileName(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Pages {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<TemplateText> {
        if id == self.template.id() {
            return Ok(self.template.clone());
        }
        Err(FileError::NotFound(id.get().vpath().get_with_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(id.get().vpath().get_with_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.day)
    }
}
