//! How a closed list of words becomes a type: one variant per word, the word written beside it.
//!
//! A function cannot make an enum, hence the one macro of this room. A test compares every such type with the list of
//! [`crate::record`] that forms offer.

/// Declares the type of a closed list.
macro_rules! words {
    ($(#[$about:meta])* $name:ident of $list:ident { $($(#[$says:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$says])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The list that forms offer.
            pub const CHOICES: $crate::record::Choices = $crate::record::choices::$list;

            /// The word in the store.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// What a word in the store means; `None` for a word of another list.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

pub(crate) use words;
