//! One row of a table: borrowed fields, and the number of the row as a person sees it.

/// A row; fields are text whatever the file stores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub(super) number: u64,
    pub(super) text: String,
    pub(super) ends: Vec<usize>,
    pub(super) numbers: Vec<bool>,
}

impl Row {
    /// Line of the text file on which the row begins, or number of the row in its sheet, counted from 1.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// How many fields there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no field at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The field of a column, counted from 0, without the white space around it; empty where the row is shorter.
    #[must_use]
    pub fn field(&self, column: usize) -> &str {
        let Some(&end) = self.ends.get(column) else { return "" };
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        self.text.get(start..end).unwrap_or("").trim()
    }

    /// Whether the file stores the field as a number, not as text, so that leading zeros may be lost.
    #[must_use]
    pub fn is_number(&self, column: usize) -> bool {
        self.numbers.get(column).copied().unwrap_or(false)
    }

    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.field(column))
    }

    /// Whether each field is empty.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.numbers.clear();
    }

    pub(super) fn push(&mut self, text: &str, is_number: bool) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.numbers.push(is_number);
    }
}

/// Something that gives rows one after the other.
pub(super) trait Rows {
    /// Puts the next row into `row`; `false` at the end.
    fn next(&mut self, row: &mut Row) -> Result<bool, crate::Error>;

    /// How the text is written, once known: encoding of a text file.
    fn encoding(&self) -> Option<&'static str> {
        None
    }

    /// Whether a row shorter or longer than the header is a fault: in text it is, in a sheet it is not.
    fn is_strict(&self) -> bool {
        false
    }
}
