//! Places in a list: where an answer begins, and for which state of the store that place was given out.

/// A place in a list; opaque for those who read the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Revision of the store that the list was read at.
    pub revision: i64,
    /// Rows before the place.
    pub offset: u32,
}

impl Cursor {
    /// The place that a text names.
    pub fn parse(text: &str) -> Option<Self> {
        let (revision, offset) = text.split_once('.')?;
        Some(Self { revision: i64::from_str_radix(revision, 16).ok()?, offset: u32::from_str_radix(offset, 16).ok()? })
            .filter(|cursor| cursor.revision >= 0)
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:x}.{:x}", self.revision, self.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_from_its_text_and_nothing_else_is_one() {
        let cursor = Cursor { revision: 5_000, offset: 200 };
        assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        for text in ["", "1", "-1.2", "1.-2", "1.2.3", "x.y", "99999999999999999999.1"] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
    }
}
