//! From when to when something holds, where both ends are known only as precisely as a source states them.
//!
//! "October 2013" as a beginning means some day of that month: surely begun on its last day, possibly on its first. A
//! beginning that nobody states is possible on every day and certain only from the day on which a dated document says that
//! it holds ([`Tenure::known_by`]). Both ends belong to the tenure: the last day is the last one on which it holds.

use crate::values::{Day, PartialDate};

/// How sure it is that something holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It does not hold.
    No,
    /// It may hold; what is known does not decide it.
    Possible,
    /// It holds.
    Certain,
}

/// From when to when something holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tenure {
    /// Its first day; `None` if nobody states it.
    pub from: Option<PartialDate>,
    /// When a document says that it holds; counts only while `from` is not stated.
    pub known_by: Option<PartialDate>,
    /// Its last day; `None` if it has not ended as far as is known.
    pub to: Option<PartialDate>,
}

impl Tenure {
    /// A tenure between two dates, both as precise as they are known.
    #[must_use]
    pub const fn new(from: Option<PartialDate>, to: Option<PartialDate>) -> Self {
        Self { from, known_by: None, to }
    }

    /// The same, with the date of the document that says that it holds.
    #[must_use]
    pub const fn known_by(self, date: Option<PartialDate>) -> Self {
        Self { known_by: date, ..self }
    }

    /// Whether it holds on this day.
    #[must_use]
    pub fn on(&self, day: Day) -> Certainty {
        self.begun(day).min(self.not_ended(day))
    }

    /// Whether it holds on this day, where a beginning that nobody states counts as long ago.
    #[must_use]
    pub fn unless_ended(&self, day: Day) -> Certainty {
        if self.from.is_none() { self.not_ended(day) } else { self.on(day) }
    }

    fn begun(&self, day: Day) -> Certainty {
        let surely = self.surely_begun_on().is_some_and(|first| first <= day);
        if surely {
            return Certainty::Certain;
        }
        if self.from.is_none_or(|from| from.first_day() <= day) { Certainty::Possible } else { Certainty::No }
    }

    fn not_ended(&self, day: Day) -> Certainty {
        match self.to {
            Some(to) if to.last_day() < day => Certainty::No,
            Some(to) if to.first_day() < day => Certainty::Possible,
            _ => Certainty::Certain,
        }
    }

    /// The day from which on it has surely begun; `None` if no date is known.
    #[must_use]
    pub fn surely_begun_on(&self) -> Option<Day> {
        self.from.or(self.known_by).map(PartialDate::last_day)
    }

    /// Whether the two surely share a day.
    #[must_use]
    pub fn surely_overlaps(&self, other: &Self) -> bool {
        let holds_until = |tenure: &Self, day: Day| tenure.to.is_none_or(|to| to.first_day() >= day);
        match (self.surely_begun_on(), other.surely_begun_on()) {
            (Some(one), Some(two)) => {
                let later = one.max(two);
                holds_until(self, later) && holds_until(other, later)
            }
            // Whenever they began, what never ended goes on together.
            _ => self.to.is_none() && other.to.is_none(),
        }
    }

    /// The days on which the answer of [`Self::on`] may change, in no order.
    pub fn turns(&self) -> impl Iterator<Item = Day> {
        let begins = self.from.map(PartialDate::first_day).into_iter().chain(self.surely_begun_on());
        let ends = self.to.into_iter().flat_map(|to| [to.first_day().next(), to.last_day().next()]);
        begins.chain(ends)
    }
}

#[cfg(test)]
mod tests {
    use Certainty::{Certain, No, Possible};

    use super::*;

    fn date(text: &str) -> Option<PartialDate> {
        (!text.is_empty()).then(|| text.parse().expect("a date of the test"))
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day of the test")
    }

    #[test]
    fn a_tenure_is_as_sure_as_its_dates_are_precise() {
        let cases = [
            ("before the month of its beginning", "2013-10", "", "2013-09-30", No),
            ("on the first day of that month", "2013-10", "", "2013-10-01", Possible),
            ("a day before its last", "2013-10", "", "2013-10-30", Possible),
            ("on its last day", "2013-10", "", "2013-10-31", Certain),
            ("in the year of its beginning", "2011", "", "2011-07-01", Possible),
            ("a year later", "2011", "", "2012-01-01", Certain),
            ("on the day of its beginning", "2020-10-19", "", "2020-10-19", Certain),
            ("a day before", "2020-10-19", "", "2020-10-18", No),
            ("beginning not stated", "", "", "2012-04-17", Possible),
            ("beginning not stated, ended", "", "2012-03", "2012-04-01", No),
            ("on its last day", "2010", "2012-03-05", "2012-03-05", Certain),
            ("a day after", "2010", "2012-03-05", "2012-03-06", No),
            ("on the first day of the month of its end", "2010", "2012-03", "2012-03-01", Certain),
            ("later in that month", "2010", "2012-03", "2012-03-02", Possible),
            ("begun and ended in one year", "2012", "2012", "2012-06-01", Possible),
        ];
        for (name, from, to, on, expected) in cases {
            assert_eq!(Tenure::new(date(from), date(to)).on(day(on)), expected, "{name}: {from}..{to} on {on}");
        }
    }

    #[test]
    fn a_dated_document_makes_an_undated_beginning_certain_from_then_on() {
        let tenure = Tenure::new(None, None).known_by(date("2015-12-22"));

        assert_eq!(tenure.on(day("2012-04-17")), Possible);
        assert_eq!(tenure.on(day("2015-12-22")), Certain);
    }

    #[test]
    fn a_stated_beginning_goes_before_the_document() {
        let tenure = Tenure::new(date("2016-01-01"), None).known_by(date("2015-12-22"));

        assert_eq!(tenure.on(day("2015-12-31")), No);
    }

    #[test]
    fn overlaps_are_told_only_where_they_are_sure() {
        let cases = [
            ("apart", ("2010", "2011-12-31"), ("2012-01-01", ""), false),
            ("one day together", ("2010", "2012-01-01"), ("2012-01-01", ""), true),
            ("perhaps in one month", ("2010", "2012-01"), ("2012-01", ""), false),
            ("one inside the other", ("2010", ""), ("2012", "2013"), true),
            ("both without any date", ("", ""), ("", ""), true),
            ("an undated one that ended", ("", "2011"), ("2012", ""), false),
        ];
        for (name, one, two, expected) in cases {
            let (one, two) = (Tenure::new(date(one.0), date(one.1)), Tenure::new(date(two.0), date(two.1)));

            assert_eq!(one.surely_overlaps(&two), expected, "{name}");
            assert_eq!(two.surely_overlaps(&one), expected, "{name}, the other way round");
        }
    }
}
