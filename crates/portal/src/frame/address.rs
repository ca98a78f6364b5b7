//! Addresses of pages, written in one place, so that a link cannot drift from its door.

use std::fmt::{self, Write as _};

use miedza_texts::Language;

/// An address inside the portal, built from parts that are escaped.
///
/// ```
/// use miedza_portal::frame::Address;
/// use miedza_texts::Language;
///
/// let address = Address::page(Language::Pl).step("partnerships").step("a b").ask("on", "2015-12-22");
/// assert_eq!(address.to_string(), "/pl/partnerships/a%20b?on=2015-12-22");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    path: String,
    asked: String,
}

fn escape(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            into.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(into, "%{byte:02X}");
        }
    }
}

impl Address {
    /// The start page of a language.
    #[must_use]
    pub fn page(language: Language) -> Self {
        Self { path: format!("/{language}"), asked: String::new() }
    }

    /// An address that is escaped already, without a question: the path of a request.
    #[must_use]
    pub fn at(path: &str) -> Self {
        Self { path: path.to_owned(), asked: String::new() }
    }

    /// The workbench of a language.
    #[must_use]
    pub fn work(language: Language) -> Self {
        Self::page(language).step("work")
    }

    /// The public page of a partnership.
    #[must_use]
    pub fn partnership(language: Language, slug: &str) -> Self {
        Self::page(language).step("partnerships").step(slug)
    }

    /// The workbench of a partnership.
    #[must_use]
    pub fn partnership_work(language: Language, slug: &str) -> Self {
        Self::work(language).step("partnerships").step(slug)
    }

    /// The page of a territorial unit.
    #[must_use]
    pub fn unit(language: Language, code: &str) -> Self {
        Self::page(language).step("units").step(code)
    }

    /// One step further.
    #[must_use]
    pub fn step(mut self, part: &str) -> Self {
        self.path.push('/');
        escape(part, &mut self.path);
        self
    }

    /// With a question: `?name=value`.
    #[must_use]
    pub fn ask(mut self, name: &str, value: &str) -> Self {
        self.asked.push(if self.asked.is_empty() { '?' } else { '&' });
        escape(name, &mut self.asked);
        self.asked.push('=');
        escape(value, &mut self.asked);
        self
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.path, self.asked)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}
