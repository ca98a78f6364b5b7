//! Pages put together: the opening of the first, the members of all, one closing.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::{Error, parse};

/// Writes the members of all pages into one document; how many there are.
///
/// # Errors
/// [`Error::NotAPage`] if a page is damaged, [`Error::Nothing`] if none holds a member, [`Error::NotWritten`] if the pages
/// cannot be read or the document not written.
pub fn join<'a>(pages: impl IntoIterator<Item = &'a Path>, to: &Path) -> Result<usize, Error> {
    let told = |path: &Path, source| Error::NotWritten { path: path.to_owned(), source };
    let not_written = |source| told(to, source);
    let mut document = BufWriter::new(File::create(to).map_err(not_written)?);
    let (mut root, mut members) = (None, 0);
    for path in pages {
        let bytes = std::fs::read(path).map_err(|source| told(path, source))?;
        let page = parse(&bytes)?;
        if root.is_none() {
            document.write_all(&bytes[..page.opening]).map_err(not_written)?;
            root = Some(page.root);
        }
        for member in page.members {
            document.write_all(&bytes[member]).and_then(|()| document.write_all(b"\n")).map_err(not_written)?;
            members += 1;
        }
    }
    let root = root.filter(|_| members > 0).ok_or(Error::Nothing)?;
    write!(document, "</{root}>").and_then(|()| document.flush()).map_err(not_written)?;
    Ok(members)
}
