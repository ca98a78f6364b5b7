//! Editions of a register as intervals, and intervals as editions; no database here.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Day, RegisterEdition, RegisterUnit, UnitCode};

/// A unit as a run of editions shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptUnit {
    /// The unit.
    pub unit: RegisterUnit,
    /// Day of the first edition that shows it so; how long it was so before that, no edition says.
    pub valid_from: Day,
    /// Day of the first edition that does not show it so any more; `None` if the last one does.
    pub valid_to: Option<Day>,
}

impl KeptUnit {
    /// Whether the edition of this day shows the unit so.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

/// The editions of a country that stand behind its intervals.
pub fn editions(kept: &[KeptUnit], days: &BTreeSet<Day>, country: miedza_territory::Country) -> BTreeMap<Day, RegisterEdition> {
    let edition = |day: Day| {
        let mut edition = RegisterEdition::new(country, day);
        for unit in kept.iter().filter(|unit| unit.holds_on(day)) {
            edition.insert(unit.unit.clone());
        }
        (day, edition)
    };
    days.iter().copied().map(edition).collect()
}

/// The intervals of editions, by code and beginning.
pub fn intervals(editions: &BTreeMap<Day, RegisterEdition>) -> BTreeMap<(UnitCode, Day), KeptUnit> {
    let mut closed = BTreeMap::new();
    let mut open: BTreeMap<UnitCode, KeptUnit> = BTreeMap::new();
    for (day, edition) in editions {
        let (same, other): (BTreeMap<_, _>, BTreeMap<_, _>) =
            open.into_iter().partition(|(code, kept)| edition.find(code) == Some(&kept.unit));
        open = same;
        for (code, kept) in other {
            closed.insert((code, kept.valid_from), KeptUnit { valid_to: Some(*day), ..kept });
        }
        for unit in edition.units() {
            let new = || KeptUnit { unit: unit.clone(), valid_from: *day, valid_to: None };
            open.entry(unit.code.clone()).or_insert_with(new);
        }
    }
    closed.extend(open.into_iter().map(|(code, kept)| ((code, kept.valid_from), kept)));
    closed
}

#[cfg(test)]
mod tests {
    use miedza_territory::{Country, Level};

    use super::*;

    fn edition(day: &str, units: &[(&str, &str)]) -> (Day, RegisterEdition) {
        let day: Day = day.parse().expect("a day");
        let mut edition = RegisterEdition::new(Country::Poland, day);
        for (code, name) in units {
            let code = UnitCode::parse(code).expect("a code");
            let (kind, parent, name) = (code.kind(), None, (*name).to_owned());
            let (country, level) = (Country::Poland, Level::Municipality);
            edition.insert(RegisterUnit { country, code, level, kind, name, parent, is_county_seat: None });
        }
        (day, edition)
    }

    #[test]
    fn editions_become_intervals_and_editions_again() {
        let given = BTreeMap::from([
            edition("2020-01-01", &[("0206011", "A"), ("0206022", "B"), ("0206032", "C")]),
            edition("2021-01-01", &[("0206011", "A"), ("0206022", "B nowe")]),
            edition("2022-01-01", &[("0206011", "A"), ("0206022", "B nowe"), ("0206032", "C")]),
        ]);

        let kept = intervals(&given);

        let told: Vec<_> =
            kept.values().map(|kept| (kept.unit.name.as_str(), kept.valid_from.year(), kept.valid_to.map(Day::year))).collect();
        let expected =
            [("A", 2020, None), ("B", 2020, Some(2021)), ("B nowe", 2021, None), ("C", 2020, Some(2021)), ("C", 2022, None)];
        assert_eq!(told, expected);
        let kept: Vec<_> = kept.into_values().collect();
        assert_eq!(editions(&kept, &given.keys().copied().collect(), Country::Poland), given);
    }
}
