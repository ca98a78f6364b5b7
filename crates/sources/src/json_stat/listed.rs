//! Values or statuses as JSON-stat lists them: each in order, some by position, or one for all.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::StrDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::Error;
use super::dataset::MOST_CELLS;

/// What stands in the cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Listed<T> {
    /// The same in each cell.
    All(T),
    /// One for each cell, in order.
    Each(Vec<Option<T>>),
    /// By position; in order of position once it is checked.
    Some(Vec<(usize, T)>),
}

/// A list as it stands in the file.
pub(super) struct Unchecked<T> {
    listed: Listed<T>,
    /// The first key that is no position.
    stranger: Option<String>,
}

impl<T> Listed<T> {
    /// What stands in the cell at this position.
    pub(super) fn get(&self, position: usize) -> Option<&T> {
        match self {
            Self::All(one) => Some(one),
            Self::Each(list) => list.get(position).and_then(Option::as_ref),
            Self::Some(entries) => {
                let at = entries.binary_search_by_key(&position, |(position, _)| *position).ok()?;
                entries.get(at).map(|(_, entry)| entry)
            }
        }
    }

    /// Turns each entry into another one; `turn` is given its position.
    pub(super) fn try_map<U, E>(self, mut turn: impl FnMut(usize, T) -> Result<U, E>) -> Result<Listed<U>, E> {
        Ok(match self {
            Self::All(one) => Listed::All(turn(0, one)?),
            Self::Each(list) => {
                let turned = list.into_iter().enumerate().map(|(at, entry)| entry.map(|entry| turn(at, entry)).transpose());
                Listed::Each(turned.collect::<Result<_, E>>()?)
            }
            Self::Some(entries) => {
                let turned = entries.into_iter().map(|(at, entry)| Ok((at, turn(at, entry)?)));
                Listed::Some(turned.collect::<Result<_, E>>()?)
            }
        })
    }
}

impl<T> Unchecked<T> {
    /// Whether one entry stands for all.
    pub(super) const fn is_for_all(&self) -> bool {
        matches!(self.listed, Listed::All(_))
    }

    /// A list of one entry stands for all cells, as statuses of version 1.x may.
    pub(super) fn one_for_all(self) -> Self {
        let listed = match self.listed {
            Listed::Each(mut list) if list.len() == 1 => {
                list.pop().flatten().map_or_else(|| Listed::Some(Vec::new()), Listed::All)
            }
            listed => listed,
        };
        Self { listed, ..self }
    }

    /// The list, if it fits a cube of so many cells.
    pub(super) fn checked(self, file: &str, member: &'static str, cells: usize) -> Result<Listed<T>, Error> {
        let refused =
            |key: String, what: String| Error::Position { file: file.into(), member, key: key.into(), what: what.into() };
        if let Some(key) = self.stranger {
            return Err(refused(key, "which is no position of a cell".into()));
        }
        match self.listed {
            Listed::Each(list) if list.len() != cells => {
                Err(Error::Length { file: file.into(), member, found: list.len(), cells })
            }
            Listed::Some(mut entries) => {
                entries.sort_by_key(|(position, _)| *position);
                if let Some((last, _)) = entries.last().filter(|(last, _)| *last >= cells) {
                    return Err(refused(last.to_string(), format!("the cube has {cells} cells, counted from 0")));
                }
                match entries.windows(2).find(|pair| pair[0].0 == pair[1].0) {
                    Some(pair) => Err(refused(pair[0].0.to_string(), "twice".into())),
                    None => Ok(Listed::Some(entries)),
                }
            }
            listed => Ok(listed),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Unchecked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
    type Value = Unchecked<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, an object by position or one text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        // A status is an owned text, so that a borrow of the file is not needed.
        let one = T::deserialize(StrDeserializer::<E>::new(text))?;
        Ok(Unchecked { listed: Listed::All(one), stranger: None })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut each = Vec::new();
        while let Some(entry) = list.next_element()? {
            refuse_beyond(each.len())?;
            each.push(entry);
        }
        Ok(Unchecked { listed: Listed::Each(each), stranger: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut some, mut stranger) = (Vec::new(), None);
        while let Some((key, entry)) = map.next_entry::<String, Option<T>>()? {
            refuse_beyond(some.len())?;
            match (position(&key), entry) {
                (Some(position), Some(entry)) => some.push((position, entry)),
                (Some(_), None) => {}
                (None, _) => drop(stranger.get_or_insert(key)),
            }
        }
        Ok(Unchecked { listed: Listed::Some(some), stranger })
    }
}

fn refuse_beyond<E: serde::de::Error>(length: usize) -> Result<(), E> {
    if length < MOST_CELLS { Ok(()) } else { Err(E::custom(format!("more than {MOST_CELLS} cells are listed"))) }
}

/// A position as it is written in a key: digits, without leading zeros.
fn position(key: &str) -> Option<usize> {
    let is_written_so = key.bytes().all(|byte| byte.is_ascii_digit()) && (key == "0" || !key.starts_with('0'));
    key.parse().ok().filter(|_| is_written_so)
}
