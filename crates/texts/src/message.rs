//! A sentence before its language is known: which one, and what is filled in.

/// Key of a sentence in the catalogues; only [`key`] makes them, so each exists in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub(crate) &'static str);

impl Key {
    /// The key as the catalogues write it.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// The key of each sentence, made from the catalogues when the crate is built.
pub mod key {
    use super::Key;

    include!(concat!(env!("OUT_DIR"), "/keys.rs"));

    /// The key with this name; `None` if no catalogue has it.
    pub fn find(name: &str) -> Option<Key> {
        ALL.binary_search_by(|key| key.0.cmp(name)).ok().map(|position| ALL[position])
    }
}

/// What is filled into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A name, a code, a file: shown as it is.
    Text(String),
    /// A number with so many decimals; chooses plural forms.
    Number(f64, usize),
    /// A share in 0..=1, shown in per cent with so many decimals.
    Share(f64, usize),
    /// A sentence or word of the catalogues, in the same language.
    Message(Box<Message>),
}

/// A sentence of the catalogues with its arguments.
///
/// ```
/// use miedza_texts::{Language, Message, key};
///
/// let message = Message::new(key::COUNT_AREAS).with("count", 22_usize);
///
/// assert_eq!(Language::Pl.say(&message), "22 obszary");
/// assert_eq!(Language::En.say(&message), "22 areas");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Which sentence.
    pub key: Key,
    /// What is filled in, by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// A sentence without arguments so far.
    pub const fn new(key: Key) -> Self {
        Self { key, arguments: Vec::new() }
    }

    /// Fills an argument in.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        Self::new(key)
    }
}

impl Argument {
    /// A number with the decimals that it has, at most ten.
    pub fn exact(number: f64) -> Self {
        Self::Number(number, crate::number::decimals(number))
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<f64> for Argument {
    fn from(number: f64) -> Self {
        Self::Number(number, 0)
    }
}

impl From<usize> for Argument {
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts in sentences stay far below 2^53")]
    fn from(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<Key> for Argument {
    fn from(key: Key) -> Self {
        Self::Message(Box::new(Message::new(key)))
    }
}
