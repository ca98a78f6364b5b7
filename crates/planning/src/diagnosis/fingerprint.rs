//! What a comment rests on: the figures under it as they were shown when it was written.
//!
//! A comment that somebody has edited is kept when the figures are reckoned anew, and the page tells which of them changed.
//! Figures are compared as they are shown, so that noise beyond the last digit changes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::claims::Claim;
use super::indicator::Measure;
use super::position::UnitValue;

/// The figures that a comment rests on.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fingerprint {
    figures: Vec<Figure>,
}

/// One figure under a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Code of the indicator.
    pub indicator: String,
    /// What the figure is.
    pub role: Role,
    /// The year.
    pub year: u16,
    /// As shown, with a point and without separators; the code of a member before it where one is named.
    pub shown: String,
}

/// What a figure is under a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The figure of the area.
    Level,
    /// The median of the group.
    Median,
    /// The rank of the area and how many have one.
    Rank,
    /// The earlier figure.
    Earlier,
    /// The member that is best.
    Strongest,
    /// The member at the other end.
    Weakest,
    /// The figure that all members share.
    Alike,
    /// Change per year.
    PerYear,
    /// The year of a break of the line.
    Break,
    /// How many members lack their value.
    Missing,
    /// The year of a break in the series.
    NotComparable,
    /// That there is none.
    NoData,
}

/// A figure that is no longer what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Code of the indicator.
    pub indicator: String,
    /// What the figure is.
    pub role: Role,
    /// What it was; `None` if it was not there.
    pub old: Option<Dated>,
    /// What it is; `None` if it is no longer there.
    pub new: Option<Dated>,
}

/// A figure as shown, with its year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The year.
    pub year: u16,
    /// As shown.
    pub shown: String,
}

impl Fingerprint {
    /// That of the claims of some indicators; in which order these come does not matter.
    #[must_use]
    pub fn of<'a>(claims: impl IntoIterator<Item = (&'a Measure, &'a [Claim])>) -> Self {
        let of_indicator = |(measure, claims): (&'a Measure, &'a [Claim])| {
            claims.iter().flat_map(|claim| figures(measure, claim)).collect::<Vec<_>>()
        };
        let mut figures: Vec<Figure> = claims.into_iter().flat_map(of_indicator).collect();
        figures.sort_by(|one, other| (&one.indicator, one.role).cmp(&(&other.indicator, other.role)));
        // The level stands in several claims, always with the same value.
        figures.dedup();
        Self { figures }
    }

    /// The figures, by indicator and by what they are.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    fn by_role(&self) -> BTreeMap<(&str, Role), Dated> {
        let dated = |figure: &Figure| Dated { year: figure.year, shown: figure.shown.clone() };
        self.figures.iter().map(|figure| ((figure.indicator.as_str(), figure.role), dated(figure))).collect()
    }
}

/// The figures that are not what they were, by indicator and by what they are; nothing if a comment still holds.
#[must_use]
pub fn changed(old: &Fingerprint, new: &Fingerprint) -> Vec<Changed> {
    let (old, new) = (old.by_role(), new.by_role());
    let mut roles: Vec<(&str, Role)> = old.keys().chain(new.keys()).copied().collect();
    roles.sort_unstable();
    roles.dedup();
    let change = |role: (&str, Role)| {
        let (old, new) = (old.get(&role).cloned(), new.get(&role).cloned());
        (old != new).then(|| Changed { indicator: role.0.to_owned(), role: role.1, old, new })
    };
    roles.into_iter().filter_map(change).collect()
}

/// The figures of one claim.
fn figures(measure: &Measure, claim: &Claim) -> Vec<Figure> {
    let text = |value: f64| format!("{:.*}", usize::from(measure.decimals()), measure.rounded(value));
    let member = |end: &UnitValue| format!("{} {}", end.unit, text(end.value));
    let found = match claim {
        Claim::Level { year, value } => vec![(Role::Level, *year, text(*value))],
        Claim::AgainstGroup { year, value, median, rank, of, .. } => vec![
            (Role::Level, *year, text(*value)),
            (Role::Median, *year, text(*median)),
            (Role::Rank, *year, format!("{rank}/{of}")),
        ],
        Claim::Change { from_year, from, to_year, to, .. } => {
            vec![(Role::Level, *to_year, text(*to)), (Role::Earlier, *from_year, text(*from))]
        }
        Claim::Spread { year, strongest, weakest } => {
            vec![(Role::Strongest, *year, member(strongest)), (Role::Weakest, *year, member(weakest))]
        }
        Claim::Alike { year, value, known, of } => vec![(Role::Alike, *year, format!("{} {known}/{of}", text(*value)))],
        // One digit more than the figure itself: change per year is small.
        Claim::Trend { to_year, per_year, .. } => {
            vec![(Role::PerYear, *to_year, format!("{:.*}", usize::from(measure.decimals()) + 1, per_year))]
        }
        Claim::Break { year } => vec![(Role::Break, *year, String::new())],
        Claim::Missing { year, missing, of, .. } => vec![(Role::Missing, *year, format!("{missing}/{of}"))],
        Claim::NotComparable { year, .. } => vec![(Role::NotComparable, *year, String::new())],
        Claim::NoData => vec![(Role::NoData, 0, String::new())],
    };
    let figure = |(role, year, shown)| Figure { indicator: measure.code.clone(), role, year, shown };
    found.into_iter().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::claims::Stands;
    use crate::diagnosis::samples::catalogue;

    fn measure() -> Measure {
        catalogue().indicator("births_per_1000").expect("an indicator").measure()
    }

    fn against(value: f64, median: f64, rank: usize) -> Claim {
        Claim::AgainstGroup { year: 2022, value, median, stands: Stands::Above, rank, of: 30, better: Some(true) }
    }

    fn of(claims: &[Claim]) -> Fingerprint {
        Fingerprint::of([(&measure(), claims)])
    }

    #[test]
    fn noise_beyond_the_last_digit_changes_nothing_and_each_change_is_named() {
        let old = of(&[Claim::Level { year: 2022, value: 8.04 }, against(8.04, 7.5, 3)]);
        let noise = of(&[Claim::Level { year: 2022, value: 8.01 }, against(8.01, 7.51, 3)]);
        let new = of(&[Claim::Level { year: 2022, value: 8.04 }, against(8.04, 7.6, 3), Claim::Break { year: 2015 }]);

        assert_eq!(changed(&old, &noise), []);
        let dated = |shown: &str, year| Some(Dated { year, shown: shown.to_owned() });
        let change = |role, old, new| Changed { indicator: "births_per_1000".to_owned(), role, old, new };
        let expected = [change(Role::Median, dated("7.5", 2022), dated("7.6", 2022)), change(Role::Break, None, dated("", 2015))];
        assert_eq!(changed(&old, &new), expected);
        assert_eq!(changed(&new, &old).len(), 2);
    }

    #[test]
    fn a_newer_year_is_a_change_even_where_the_figure_is_the_same() {
        let at = |year| of(&[Claim::Level { year, value: 8.0 }]);

        let found = changed(&at(2022), &at(2023));

        assert!(matches!(&found[..], [Changed { role: Role::Level, .. }]), "{found:?}");
        assert_eq!(changed(&Fingerprint::default(), &at(2022)).len(), 1);
    }

    #[test]
    fn a_fingerprint_survives_being_kept_and_writes_no_minus_before_0() {
        let found = of(&[Claim::Level { year: 2022, value: -0.01 }, against(-0.01, 1.0 / 3.0, 9)]);

        let kept = serde_json::to_string(&found).expect("plain data");

        assert_eq!(serde_json::from_str::<Fingerprint>(&kept).expect("it was kept"), found);
        assert_eq!(found.figures().iter().map(|figure| figure.shown.as_str()).collect::<Vec<_>>(), ["0.0", "0.3", "9/30"]);
    }
}
