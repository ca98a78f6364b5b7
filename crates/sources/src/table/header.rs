//! Which row of a table names its columns, and which column is which.
//!
//! Names are compared without case, accents and punctuation. A catalogue, kept as data beside the code that asks, lists for
//! each role the names in five languages; the explicit (`kod_origin`) come before the plain (`from`) and these before
//! names that only contain the right words (`Kod gminy miejsca zamieszkania`).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A column that a person named, or numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// By its name in the header.
    Name(String),
    /// By its place, counted from 1.
    Number(usize),
}

impl From<&str> for Column {
    fn from(text: &str) -> Self {
        match text.trim().parse() {
            Ok(number) if number > 0 => Self::Number(number),
            _ => Self::Name(text.into()),
        }
    }
}

impl FromStr for Column {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

/// Why a row is not the header that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A role has no column; `found` others have one.
    Missing {
        /// What the column is for.
        role: &'static str,
        /// The option that names it.
        option: String,
        /// How many roles were found.
        found: usize,
    },
    /// Several columns could play a role.
    Ambiguous {
        /// What the column is for.
        role: &'static str,
        /// The option that names it.
        option: String,
        /// The columns, counted from 0.
        columns: Vec<usize>,
        /// How many roles were found.
        found: usize,
    },
}

impl Lack {
    /// How near the row came to a header.
    pub(super) const fn nearness(&self) -> usize {
        match self {
            Self::Missing { found, .. } => *found * 2,
            Self::Ambiguous { found, .. } => *found * 2 + 1,
        }
    }
}

/// What plays a role in a header: none, one or several columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// No column.
    None,
    /// One column, counted from 0.
    One(usize),
    /// Several columns, counted from 0.
    Several(Vec<usize>),
}

impl From<Vec<usize>> for Found {
    fn from(columns: Vec<usize>) -> Self {
        match columns[..] {
            [] => Self::None,
            [one] => Self::One(one),
            _ => Self::Several(columns),
        }
    }
}

/// Names of columns by role: one line per name, `role;rank;name`. A name with `+` lists
/// beginnings of words that must all occur, and after `!` such as must not.
pub struct Catalogue(&'static str);

impl Catalogue {
    /// The catalogue in a data file.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self(text)
    }

    /// The columns of a header that play a role, by the best rank at which any does.
    #[must_use]
    pub fn find(&self, role: &str, header: &[String]) -> Found {
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        for rank in ["1", "2", "3", "4"] {
            let names: Vec<&str> = self.names(role, rank).collect();
            let plays = |column: &usize| names.iter().any(|name| matches(name, &folded[*column]));
            let columns: Vec<usize> = (0..folded.len()).filter(plays).collect();
            if !columns.is_empty() {
                return columns.into();
            }
        }
        Found::None
    }

    fn names(&self, role: &str, rank: &str) -> impl Iterator<Item = &'static str> {
        self.0.lines().filter_map(move |line| {
            let mut parts = line.splitn(3, ';');
            let is_asked = parts.next() == Some(role) && parts.next() == Some(rank);
            is_asked.then(|| parts.next()).flatten()
        })
    }
}

impl Column {
    /// The columns of a header that a person meant: the number, the very name, or the names with all its words.
    /// A number beyond the last column may be a name, `2016` for instance.
    #[must_use]
    pub fn find(&self, header: &[String]) -> Found {
        match self {
            Self::Number(number) if *number <= header.len() => Found::One(number - 1),
            Self::Number(number) => find_name(&number.to_string(), header),
            Self::Name(name) => find_name(name, header),
        }
    }
}

fn find_name(name: &str, header: &[String]) -> Found {
    let verbatim: Vec<usize> = (0..header.len()).filter(|&column| header[column].trim() == name.trim()).collect();
    if !verbatim.is_empty() {
        return verbatim.into();
    }
    let wanted = fold(name);
    let same: Vec<usize> = (0..header.len()).filter(|&column| fold(&header[column]) == wanted).collect();
    if !same.is_empty() || wanted.is_empty() {
        return same.into();
    }
    let holds = |title: &String| {
        let title = fold(title);
        wanted.split(' ').all(|word| title.split(' ').any(|other| other == word))
    };
    (0..header.len()).filter(|&column| holds(&header[column])).collect::<Vec<_>>().into()
}

/// Whether a folded name is what an entry of the catalogue says.
fn matches(entry: &str, folded: &str) -> bool {
    if !entry.contains('+') {
        return entry == folded;
    }
    let begins = |stem: &str| folded.split(' ').any(|word| word.starts_with(stem));
    entry
        .split('+')
        .filter(|stem| !stem.is_empty())
        .all(|stem| stem.strip_prefix('!').map_or_else(|| begins(stem), |not| !begins(not)))
}

/// A name without case, accents and punctuation, words parted by one space.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(text) => folded.push_str(text),
            None if letter.is_alphanumeric() => folded.push(letter),
            None if folded.ends_with(' ') || folded.is_empty() || is_combining(letter) => {}
            None => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

const fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ą' | 'á' | 'à' | 'â' | 'ä' | 'ă' | 'ã' | 'å' => "a",
        'ć' | 'č' | 'ç' => "c",
        'ď' | 'đ' => "d",
        'ę' | 'é' | 'è' | 'ê' | 'ë' | 'ě' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ł' | 'ľ' | 'ĺ' => "l",
        'ń' | 'ň' | 'ñ' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'ő' | 'õ' => "o",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ť' | 'ţ' => "t",
        'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn names_are_compared_without_case_accents_and_punctuation() {
        let cases =
            [("KOD_Origin", "kod origin"), ("  Skąd? ", "skad"), ("Größe (m²)", "grosse m²"), ("Počet\nosob", "pocet osob")];
        for (name, expected) in cases {
            assert_eq!(fold(name), expected, "{name}");
        }
    }

    #[test]
    fn the_best_rank_wins_and_words_may_be_forbidden() {
        let catalogue = Catalogue::new("origin;1;kod origin\norigin;2;origin\norigin;3;kod+zamieszk+!nazw");

        let cases: [(&[&str], Found); 4] = [
            (&["origin", "kod_origin"], Found::One(1)),
            (&["Kod gminy zamieszkania", "Kod i nazwa zamieszkania"], Found::One(0)),
            (&["origin", "Origin"], Found::Several(vec![0, 1])),
            (&["a", "b"], Found::None),
        ];
        for (names, expected) in cases {
            assert_eq!(catalogue.find("origin", &header(names)), expected, "{names:?}");
        }
    }

    #[test]
    fn a_person_names_a_column_by_number_by_name_or_by_some_of_its_words() {
        let names = header(&["Kod", "ogółem;2016;[osoba]", "ogółem;2017;[osoba]"]);

        assert_eq!(Column::from("2").find(&names), Found::One(1));
        assert_eq!(Column::from("9").find(&names), Found::None);
        assert_eq!(Column::from("ogolem 2017 osoba").find(&names), Found::One(2));
        assert_eq!(Column::from("ogółem;2016").find(&names), Found::One(1));
        assert_eq!(Column::from("ogółem").find(&names), Found::Several(vec![1, 2]));
    }
}
