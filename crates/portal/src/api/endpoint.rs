//! An address of the interface for programs: what may be asked there, in which forms it answers, what stands in the answer.
//!
//! The door, the check of what is asked, the description for programs and the page for people are all made from the same
//! [`Endpoint`], so none of them can say something else than the others.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::http::Uri;
use miedza_planning::rights::Room;
use miedza_planning::values::{Day, PartialDate};
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;

use super::column::Column;
use crate::frame::{About, Address, App, Asker, Doors, Row, Told};

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written {
    /// JSON.
    Json,
    /// Text with commas.
    Csv,
    /// A workbook.
    Xlsx,
    /// Shapes with their properties: RFC 7946.
    GeoJson,
}

impl Written {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
            Self::GeoJson => "GeoJSON",
        }
    }

    /// What it is for a browser.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::GeoJson => "application/geo+json",
        }
    }
}

/// What may stand in a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expects {
    /// Any words of at most 200 characters.
    Words,
    /// A day.
    Day,
    /// A day, a month, a quarter or a year.
    Date,
    /// A whole number within bounds.
    Number(u32, u32),
    /// One word of a list.
    Choice(&'static [&'static str]),
    /// The name of a column, after a `-` for the greatest first.
    Order,
    /// A place in a list, as an earlier answer gave it.
    Cursor,
}

/// A parameter of an address.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What may stand in it.
    pub expects: Expects,
    /// What it does.
    pub about: Key,
}

/// Longest value of a parameter.
const LONGEST: usize = 200;

/// The codes of the languages.
const LANGUAGES: &[&str] = &["pl", "cs", "en"];

/// Which language labels are in; every address takes it.
pub const LANG: Parameter = Parameter { name: "lang", expects: Expects::Choice(LANGUAGES), about: key::API_PARAMETER_LANG };
/// Words that each row must have.
pub const WORDS: Parameter = Parameter { name: "q", expects: Expects::Words, about: key::API_PARAMETER_Q };
/// The order.
pub const SORT: Parameter = Parameter { name: "sort", expects: Expects::Order, about: key::API_PARAMETER_SORT };
/// Rows in one answer.
pub const LIMIT: Parameter = Parameter { name: "limit", expects: Expects::Number(1, 1000), about: key::API_PARAMETER_LIMIT };
/// Where an answer begins.
pub const CURSOR: Parameter = Parameter { name: "cursor", expects: Expects::Cursor, about: key::API_PARAMETER_CURSOR };

/// What an address answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// Many rows.
    List,
    /// One thing.
    One,
    /// Shapes with what is said of them.
    Features,
    /// A document of its own form.
    Document,
}

/// An address of the interface.
pub struct Endpoint {
    /// What the description calls it.
    pub name: &'static str,
    /// What it answers, in a sentence.
    pub summary: Key,
    /// The room of the table of rights.
    pub room: Room,
    /// What the right is asked about.
    pub about: About,
    /// The address in each form.
    pub written: &'static [(Written, &'static str)],
    /// What may be asked, beside [`LANG`].
    pub parameters: &'static [Parameter],
    /// What it answers.
    pub gives: Gives,
    /// What stands in it.
    pub columns: fn() -> Vec<Column>,
    /// What is said about the whole list beside its rows, by name.
    pub told: &'static [(&'static str, Key)],
}

impl Endpoint {
    /// The parameters of a form of the answer: a sheet holds the whole list and turns no pages.
    pub fn parameters(&self, written: Written) -> impl Iterator<Item = Parameter> {
        let turns = matches!(written, Written::Json);
        let own = self.parameters.iter().copied().filter(move |parameter| turns || !matches!(parameter.name, "limit" | "cursor"));
        own.chain([LANG])
    }

    /// The doors of all its forms.
    pub fn open<F, Answering>(&'static self, app: &App, doors: Doors, find: F) -> Doors
    where
        F: Fn(Asker, Asked) -> Answering + Clone + Send + Sync + 'static,
        Answering: Future<Output = Result<super::answer::Found, Told>> + Send,
    {
        self.written.iter().filter(|(_, path)| !is_ending(path)).fold(doors, |doors, (written, path)| {
            let (find, written) = (find.clone(), *written);
            let handler = move |asker: Asker| async move {
                let written = self.asked_form(&asker.uri, written);
                let asked = Asked::of(self, written, &asker.uri)?;
                let found = find(asker.clone(), asked).await?;
                super::answer::answer(&asker, self, written, found).await
            };
            doors.open(app, Row::program(path, self.room, self.about), handler)
        })
    }

    /// Whether an address asks for one page of the list, as JSON does; sheets hold all of it.
    pub fn is_page(&self, uri: &Uri) -> bool {
        self.written.iter().any(|(written, path)| *written == Written::Json && *path == uri.path())
    }

    /// The form that an ending of the last part of the address asks for.
    fn asked_form(&self, uri: &Uri, usual: Written) -> Written {
        let ends = |ending: &str| uri.path().ends_with(ending);
        let other =
            self.written.iter().find(|(_, path)| is_ending(path) && path.rsplit_once('}').is_some_and(|(_, end)| ends(end)));
        other.map_or(usual, |(written, _)| *written)
    }
}

/// Whether an address only adds an ending to a part that names something: such an address has the door of that part.
pub fn is_ending(path: &str) -> bool {
    path.rsplit_once('}').is_some_and(|(_, ending)| ending.starts_with('.'))
}

/// What somebody asked, checked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The form of the answer.
    pub written: Written,
    words: BTreeMap<String, String>,
}

impl Asked {
    /// What an address asks.
    ///
    /// # Errors
    /// [`Failure`] for a parameter that is not known here, given twice, or has a value that it cannot have.
    pub fn of(endpoint: &Endpoint, written: Written, uri: &Uri) -> Result<Self, Failure> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).map_err(|_| unreadable())?;
        let mut asked = BTreeMap::new();
        for (name, value) in pairs {
            let known = endpoint.parameters(written).find(|parameter| parameter.name == name);
            let Some(parameter) = known else { return Err(unknown(endpoint, written, &name)) };
            if !fits(&parameter, &value, endpoint) {
                return Err(unfit(&parameter, &value));
            }
            if asked.insert(name, value).is_some() {
                return Err(Failure::invalid(Message::new(key::API_TWICE).with("name", parameter.name), key::API_TWICE_HINT));
            }
        }
        Ok(Self { written, words: asked })
    }

    /// The value of a parameter.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.words.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// A day.
    pub fn day(&self, name: &str) -> Option<Day> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    /// A day, a month, a quarter or a year.
    pub fn date(&self, name: &str) -> Option<PartialDate> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    /// A number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    /// The address of the same question with another place to begin.
    pub fn at(&self, path: &str, cursor: &str) -> String {
        let others = self.words.iter().filter(|(name, _)| *name != "cursor");
        let address = others.fold(Address::at(path), |address, (name, value)| address.ask(name, value));
        address.ask("cursor", cursor).into()
    }
}

fn fits(parameter: &Parameter, value: &str, endpoint: &Endpoint) -> bool {
    match parameter.expects {
        Expects::Words => value.chars().count() <= LONGEST && !value.chars().any(char::is_control),
        Expects::Day => value.parse::<Day>().is_ok(),
        Expects::Date => value.parse::<PartialDate>().is_ok(),
        Expects::Number(least, most) => value.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number)),
        Expects::Choice(words) => words.contains(&value),
        Expects::Order => {
            let name = value.strip_prefix('-').unwrap_or(value);
            (endpoint.columns)().iter().any(|column| column.name == name)
        }
        Expects::Cursor => super::paging::Cursor::parse(value).is_some(),
    }
}

fn unreadable() -> Failure {
    Failure::invalid(key::API_UNREADABLE, key::API_UNREADABLE_HINT)
}

fn unknown(endpoint: &Endpoint, written: Written, name: &str) -> Failure {
    let allowed: Vec<&str> = endpoint.parameters(written).map(|parameter| parameter.name).collect();
    let told = Message::new(key::API_UNKNOWN_PARAMETER).with("name", shown(name));
    Failure::invalid(told, Message::new(key::API_UNKNOWN_PARAMETER_HINT).with("names", allowed.join(", ")))
}

fn unfit(parameter: &Parameter, value: &str) -> Failure {
    let told = Message::new(key::API_UNFIT).with("name", parameter.name).with("value", shown(value));
    let hint = match parameter.expects {
        Expects::Words => Message::new(key::API_EXPECTS_WORDS).with("most", LONGEST),
        Expects::Day => key::API_EXPECTS_DAY.into(),
        Expects::Date => key::API_EXPECTS_DATE.into(),
        Expects::Number(least, most) => {
            Message::new(key::API_EXPECTS_NUMBER).with("least", least.to_string()).with("most", most.to_string())
        }
        Expects::Choice(words) => Message::new(key::API_EXPECTS_CHOICE).with("words", words.join(", ")),
        Expects::Order => key::API_EXPECTS_ORDER.into(),
        Expects::Cursor => key::API_EXPECTS_CURSOR.into(),
    };
    Failure::invalid(told, hint)
}

/// The beginning of what somebody wrote, without signs that a terminal would obey.
fn shown(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).take(60).collect()
}
