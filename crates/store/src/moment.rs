//! A moment as it is kept: RFC 3339 in UTC with whole microseconds, so that texts sort as times do on both engines.

use std::fmt;
use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment; its text is always 27 characters long, `2026-03-01T09:30:00.000000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// This moment, rounded down to a microsecond.
    #[must_use]
    pub fn now() -> Self {
        Self::from(OffsetDateTime::now_utc())
    }

    /// The moment that a kept text names; `None` for another text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        Some(Self(moment.to_offset(time::UtcOffset::UTC)))
    }

    /// The moment so many seconds after 1970; the first moment of 1970 for what no calendar holds.
    #[must_use]
    pub fn at_unix_seconds(seconds: i64) -> Self {
        Self(OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH))
    }

    /// So much later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.checked_add(time::Duration::try_from(span).unwrap_or(time::Duration::MAX)).unwrap_or(self.0))
    }

    /// So much earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.checked_sub(time::Duration::try_from(span).unwrap_or(time::Duration::MAX)).unwrap_or(self.0))
    }

    /// Seconds since 1970.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.0.unix_timestamp()
    }
}

impl From<OffsetDateTime> for Moment {
    /// Rounded down to a microsecond.
    fn from(at: OffsetDateTime) -> Self {
        let at = at.to_offset(time::UtcOffset::UTC);
        Self(at.replace_microsecond(at.microsecond()).unwrap_or(at))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.0;
        write!(f, "{:04}-{:02}-{:02}T", at.year(), u8::from(at.month()), at.day())?;
        write!(f, "{:02}:{:02}:{:02}.{:06}Z", at.hour(), at.minute(), at.second(), at.microsecond())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_moments_sort_as_the_moments_do() {
        let now = Moment::now();
        let later = now.plus(Duration::from_micros(1));

        assert!(now < later && now.to_string() < later.to_string());
        assert_eq!(now.to_string().len(), 27);
        assert_eq!(Moment::parse(&now.to_string()), Some(now));
        assert_eq!(later.minus(Duration::from_micros(1)), now);
    }
}
