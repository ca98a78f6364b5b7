//! Who asks, in which language, about what; handlers take it as an argument after the door has let them in.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Object, Refusal, Room, Verb, Visitor, rights};
use miedza_planning::values::{Day, PartialDate, Tongue, Translated, Wording};
use miedza_texts::{Key, Language, Message};
use miedza_workflows::labels;

use super::app::App;
use super::door;
use super::visitor::SignedIn;

/// The clocks of Poland and of Czechia always show the same.
static CLOCKS: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC));

/// Day and time (`14:05`) of a moment of the store, as the clocks show it.
fn clock(at: &str) -> Option<(Day, String)> {
    let shown = at.parse::<Timestamp>().ok()?.to_zoned_datetime(CLOCKS.clone());
    Some((shown.date().to_string().parse().ok()?, format!("{:02}:{:02}", shown.hour(), shown.minute())))
}

/// Who asks, and what the door found out on the way.
#[derive(Clone)]
pub struct Asker {
    /// What all doors share.
    pub app: App,
    /// Language of the answer.
    pub language: Language,
    /// Address that was asked for.
    pub uri: Uri,
    /// Whose rights count.
    pub visitor: Visitor,
    /// The account behind the visitor; `None` for a stranger.
    pub signed_in: Option<Arc<SignedIn>>,
    /// The partnership that the address names.
    pub partnership: Option<Arc<Record>>,
    /// The record that the address names.
    pub record: Option<Arc<Record>>,
    /// The kind that the address names.
    pub kind: Option<Kind>,
    /// Ids of what the asker made in that partnership, where a role covers own things.
    pub own: Arc<BTreeSet<String>>,
    /// What the right was asked about.
    pub object: Object,
}

impl Asker {
    /// The same asker once signed out: pages are drawn for a stranger.
    #[must_use]
    pub fn signed_out(&self) -> Self {
        Self { visitor: Visitor::default(), signed_in: None, ..self.clone() }
    }

    /// A sentence without arguments in the asker's language.
    #[must_use]
    pub fn say(&self, key: Key) -> String {
        self.language.say(&Message::new(key))
    }

    /// A sentence in the asker's language.
    #[must_use]
    pub fn tell(&self, message: &Message) -> String {
        self.language.say(message)
    }

    /// The language of content that goes with the language of the page.
    #[must_use]
    pub fn tongue(&self) -> Tongue {
        labels::tongue(self.language)
    }

    /// A text in the asker's language, or the original where there is none; empty if there is no text at all.
    ///
    /// For headings and lists; where the text is the content of a page, show [`Translated::wording`] with its mark.
    #[must_use]
    pub fn words(&self, record: &Record, field: &str) -> String {
        let words: Option<Translated> = record.words(field);
        words.as_ref().and_then(|words| words.wording(self.tongue())).map(Wording::text).unwrap_or_default().to_owned()
    }

    /// The time of a figure in words; what is no date stays as it is.
    #[must_use]
    pub fn period(&self, period: &str) -> String {
        period.parse().map_or_else(|_| period.to_owned(), |date| self.date(date))
    }

    /// A date in words, no more precise than it is known.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        labels::date(self.language, date)
    }

    /// Whether the asker may see a record; `partnership` is the one it belongs to. Of another one nothing is seen by its way.
    #[must_use]
    pub fn sees(&self, record: &Record, partnership: Option<&Record>) -> bool {
        let is_elsewhere = |of: &str| partnership.is_none_or(|partnership| partnership.id != of);
        if record.content.partnership.as_deref().is_some_and(is_elsewhere) {
            return false;
        }
        self.may(Verb::Read, record.kind().room(), &self.object_of(record, partnership)).is_ok()
    }

    /// What the right is asked about for a record; `partnership` is the one it belongs to.
    #[must_use]
    pub fn object_of(&self, record: &Record, partnership: Option<&Record>) -> Object {
        let author = self.visitor.account.clone().filter(|_| self.own.contains(&record.id));
        Object { author, ..door::of_record(record, partnership) }
    }

    /// Whether the asker may see the public side of a partnership.
    #[must_use]
    pub fn sees_partnership(&self, partnership: &Record) -> bool {
        self.may(Verb::Read, Room::Partnership, &door::public_side(partnership)).is_ok()
    }

    /// A moment of the store in words: day and time on the clocks of Poland and Czechia.
    #[must_use]
    pub fn moment(&self, at: &str) -> String {
        clock(at).map_or_else(|| at.to_owned(), |(day, time)| format!("{}, {time}", labels::day(self.language, day)))
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Day {
        self.app.today()
    }

    /// Whether the asker may do something else than what the door let in for; menus and buttons are drawn by it.
    ///
    /// # Errors
    /// [`Refusal`] with the nearest reason.
    pub fn may(&self, verb: Verb, room: Room, object: &Object) -> Result<(), Refusal> {
        rights(&self.visitor, verb, room, object, self.today())
    }

    /// The partnership that the address names.
    ///
    /// # Panics
    /// At a door whose row names no partnership.
    #[must_use]
    pub fn the_partnership(&self) -> &Record {
        self.partnership.as_deref().expect("the row of this door names a partnership")
    }

    /// The record that the address names.
    ///
    /// # Panics
    /// At a door whose row names no record.
    #[must_use]
    pub fn the_record(&self) -> &Record {
        self.record.as_deref().expect("the row of this door names a record")
    }

    /// The kind that the address names.
    ///
    /// # Panics
    /// At a door whose row names no kind.
    #[must_use]
    pub fn the_kind(&self) -> Kind {
        self.kind.expect("the row of this door names a kind")
    }

    /// Slug of the partnership that the address names; empty if there is none.
    #[must_use]
    pub fn slug(&self) -> &str {
        self.partnership.as_ref().and_then(|partnership| partnership.text("slug")).unwrap_or_default()
    }
}

impl FromRequestParts<App> for Asker {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_by_the_clocks_of_the_country_in_summer_and_winter() {
        let told = |at: &str| clock(at).map(|(day, time)| format!("{day} {time}"));

        assert_eq!(told("2026-01-15T22:30:00.000000Z").as_deref(), Some("2026-01-15 23:30"));
        assert_eq!(told("2026-07-15T22:30:00.000000Z").as_deref(), Some("2026-07-16 00:30"));
        assert_eq!(told("2026-03-29T01:00:00Z").as_deref(), Some("2026-03-29 03:00"));
        assert_eq!(told("no moment"), None);
    }
}
