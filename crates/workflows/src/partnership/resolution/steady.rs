//! Writing what rests on all that a partnership holds: read, decided, and written only if nothing changed meanwhile.

use miedza_planning::record::{Draft, Kind, Record, Values};
use miedza_store::{Author, Change as Rewrite, Error, Store, Write};

use crate::failure::Failure;
use crate::partnership::Book;

/// How often it is begun anew because others write in the same partnership.
const TRIES: usize = 50;

/// Reads all of a partnership, decides what to write and writes it; if anything of the partnership changed meanwhile, it is
/// read and decided anew.
///
/// # Errors
/// What `decide` says, or the store.
pub async fn write<E: From<Error> + From<Failure>>(
    store: &Store,
    partnership: &Record,
    author: &Author,
    decide: impl Fn(&Book) -> Result<Vec<Write>, E>,
) -> Result<Vec<Record>, E> {
    for _ in 0..TRIES {
        let revision = store.revision_of(&partnership.id).await?;
        let book = Book::open(store, partnership, |_| true).await?;
        let writes = decide(&book)?;
        match store.save_all_since((&partnership.id, revision), writes, author).await {
            Err(Error::Overtaken { .. }) => {}
            outcome => return Ok(outcome?),
        }
    }
    Err(Error::Busy.into())
}

/// New values of a record of the book; a value that is null is taken out.
///
/// # Errors
/// [`Error::NotFound`] if it is not there.
pub fn rewrite(book: &Book, (kind, id): (Kind, &str), values: Values) -> Result<Rewrite, Error> {
    let record = book.find(kind, id).ok_or_else(|| Error::NotFound { kind, id: id.to_owned() })?;
    let mut draft: Draft = record.content.clone();
    draft.values.extend(values);
    draft.values.retain(|_, value| !value.is_null());
    Ok(Rewrite { kind, id: id.to_owned(), seen_version: record.version, draft })
}
