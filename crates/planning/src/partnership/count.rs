//! Numbers of members that a document or a stated figure gives, against the members that are recorded for that date.
//!
//! "14 municipalities signed in April 2012" without their names is no contradiction of a list that knows one of them for
//! certain: the names are not given, and the page says so. Where some names are given, they and the number ought to fit; a
//! contradiction is told with what is missing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::membership::{MembersOn, Membership, Party, members_on};
use super::reading::{Kept, Reading};
use super::signature::Signature;
use super::words::words;
use crate::record::Kind;
use crate::values::{Currency, Day, Money, PartialDate, Rate, Translated};

words! {
    /// What a stated figure counts.
    Figure of FIGURE {
        /// Members.
        Members = "members",
        /// Inhabitants.
        Population = "population",
        /// Square kilometres.
        AreaKm2 = "area_km2",
        /// Partnerships.
        Partnerships = "partnerships",
        /// Euros allotted, as they were written before amounts named their currency.
        AllocationEur = "allocation_eur",
        /// An amount of money.
        Amount = "amount",
        /// Something else.
        Other = "other",
    }
}

/// A figure that a document states about a partnership.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatedFigure {
    /// What is counted.
    pub figure: Figure,
    /// What exactly.
    pub what: Option<Translated>,
    /// How much.
    pub value: f64,
    /// Of which currency, if it is money.
    pub currency: Option<Currency>,
    /// For which date.
    pub date: Option<PartialDate>,
    /// Id of the document.
    pub document: Option<String>,
    /// How many of the other currency are paid for one, if it was converted.
    pub rate: Option<f64>,
    /// Into which currency.
    pub rate_currency: Option<Currency>,
    /// The day of the rate.
    pub rate_date: Option<Day>,
    /// Who published the rate, and in which table.
    pub rate_source: Option<String>,
    /// Anything else.
    pub note: Option<Translated>,
}

/// An amount in another currency, with what it was converted by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// The amount, to the nearest coin.
    pub money: Money,
    /// How many of its currency are paid for one of the amount that was converted.
    pub rate: f64,
    /// The day of the rate.
    pub day: Day,
}

impl Figure {
    /// The currency that the word itself names.
    #[must_use]
    pub const fn implied_currency(self) -> Option<Currency> {
        match self {
            Self::AllocationEur => Some(Currency::Euro),
            _ => None,
        }
    }

    /// Whether it can be counted in a currency.
    #[must_use]
    pub fn may_be_in(self, currency: Currency) -> bool {
        match self {
            Self::Amount | Self::Other => true,
            _ => self.implied_currency() == Some(currency),
        }
    }
}

impl StatedFigure {
    /// The amount, if it is money.
    #[must_use]
    pub fn money(&self) -> Option<Money> {
        Money::of(self.value, self.currency.or_else(|| self.figure.implied_currency())?)
    }

    /// The amount in another currency, if rate and day are known.
    #[must_use]
    pub fn conversion(&self) -> Option<Conversion> {
        let (rate, currency, day) = (self.rate?, self.rate_currency?, self.rate_date?);
        Some(Conversion { money: self.money()?.converted(Rate::of(rate)?, currency)?, rate, day })
    }
}

impl Reading for StatedFigure {
    const KIND: Kind = Kind::StatedFigures;
}

/// How a stated number of members compares with the recorded ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum CountVerdict {
    /// As many are recorded for certain.
    Equal,
    /// Fewer are certain, and which others are meant is not stated: others are members possibly, or a founding document counts
    /// its signatories and names nobody.
    NamesNotGiven {
        /// How many of the stated are not known by name for certain.
        unnamed: usize,
    },
    /// Fewer are certain, and a founding document counts other than it names: some names are given, so they ought to fit.
    NamedOtherwise {
        /// How many the document names: those who signed it, and members who joined by it.
        named: usize,
        /// How many the two numbers are apart.
        difference: usize,
    },
    /// Fewer are recorded, even counting all that are possible.
    Fewer {
        /// How many are missing.
        missing: usize,
    },
    /// More are recorded for certain.
    More {
        /// How many too many.
        surplus: usize,
    },
}

impl CountVerdict {
    /// How far it is from a fit: a contradiction is farther than names that are not given, a greater one farther still.
    const fn distance(self) -> (bool, usize) {
        match self {
            Self::Equal => (false, 0),
            Self::NamesNotGiven { unnamed } => (false, unnamed),
            Self::NamedOtherwise { difference, .. } => (true, difference),
            Self::Fewer { missing: difference } | Self::More { surplus: difference } => (true, difference),
        }
    }

    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::NamesNotGiven { .. } => "names-not-given",
            Self::NamedOtherwise { .. } => "named-otherwise",
            Self::Fewer { .. } => "fewer",
            Self::More { .. } => "more",
        }
    }
}

/// A stated number of members held against the recorded ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountCheck {
    /// The number stated.
    pub stated: usize,
    /// The date it is stated for.
    pub date: PartialDate,
    /// The day of that date that was compared: the one that fits best.
    pub day: Day,
    /// How many are members for certain on that day.
    pub certain: usize,
    /// How many more are members possibly.
    pub possible: usize,
    /// The record that states it: a document or a stated figure.
    pub of: (Kind, String),
    /// Id of the document, which may be missing for a figure.
    pub document: Option<String>,
    /// How they compare.
    pub verdict: CountVerdict,
}

/// A number of members that some record states.
struct Claim {
    stated: usize,
    date: PartialDate,
    of: (Kind, String),
    document: Option<String>,
    /// How many members a founding document names; `None` for what is no founding document.
    named: Option<usize>,
}

/// Every number of members that a document or a stated figure gives for a date, compared, in the order of dates.
///
/// A number for "April 2012" is met if it fits on any day of that month. A document that says it and the figure that repeats
/// it from that document are one statement.
#[must_use]
pub fn count_checks(
    documents: &[Kept<Document>],
    figures: &[Kept<StatedFigure>],
    signatures: &[Kept<Signature>],
    memberships: &[Kept<Membership>],
) -> Vec<CountCheck> {
    let named = |document: &Kept<Document>| {
        let signed = signatures.iter().filter(|signature| signature.document == document.id);
        // Who joins later on the same document is none of those that it counts.
        let is_of_it = |row: &Membership| {
            let is_later = row.valid_from.zip(document.date).is_some_and(|(from, date)| date.last_day() < from.first_day());
            row.role.is_member() && row.basis.as_ref() == Some(&document.id) && !is_later
        };
        let joined = memberships.iter().filter(|row| is_of_it(row));
        let parties = signed.filter_map(|signature| signature.party()).chain(joined.filter_map(|row| row.party()));
        let parties: BTreeSet<Party> = parties.map(|party| party.lasting()).collect();
        document.document_kind.is_founding().then_some(parties.len())
    };
    let of_documents = documents.iter().filter_map(|document| {
        let stated = usize::try_from(document.stated_member_count?).ok()?;
        let (of, id) = ((Kind::Documents, document.id.clone()), Some(document.id.clone()));
        Some(Claim { stated, date: document.date?, of, document: id, named: named(document) })
    });
    let of_figures = figures.iter().filter(|figure| figure.figure == Figure::Members).filter_map(|figure| {
        let document = documents.iter().find(|document| Some(&document.id) == figure.document.as_ref());
        let (stated, date) = (whole(figure.value)?, figure.date.or_else(|| document?.date)?);
        let named = document.and_then(named);
        let of = (Kind::StatedFigures, figure.id.clone());
        Some(Claim { stated, date, of, document: figure.document.clone(), named })
    });
    let mut checks: Vec<CountCheck> = of_documents.chain(of_figures).map(|claim| compare(claim, memberships)).collect();
    checks.sort_by(|one, two| one.date.cmp(&two.date).then_with(|| one.of.cmp(&two.of)));
    let mut said = BTreeSet::new();
    checks.retain(|check| check.document.is_none() || said.insert((check.date, check.stated, check.document.clone())));
    checks
}

/// The whole number of a value; `None` if it has a fraction or is none.
fn whole(value: f64) -> Option<usize> {
    format!("{value:.6}").strip_suffix(".000000")?.parse().ok()
}

fn compare(claim: Claim, memberships: &[Kept<Membership>]) -> CountCheck {
    let (first, last) = (claim.date.first_day(), claim.date.last_day());
    let turns = memberships.iter().flat_map(|membership| membership.tenure().turns().collect::<Vec<_>>());
    let days: BTreeSet<Day> = turns.filter(|day| (first..=last).contains(day)).chain([first, last]).collect();
    let on = |day: Day| {
        let members = members_on(memberships, day);
        (verdict(&claim, &members), day, members)
    };
    // Of equal verdicts the last day: by then most dates of the period are certain.
    let best = days.into_iter().map(on).reduce(|best, next| if next.0.distance() <= best.0.distance() { next } else { best });
    let (verdict, day, members) = best.unwrap_or_else(|| on(last));
    let (certain, possible) = (members.certain.len(), members.possible.len());
    CountCheck { stated: claim.stated, date: claim.date, day, certain, possible, of: claim.of, document: claim.document, verdict }
}

fn verdict(claim: &Claim, members: &MembersOn) -> CountVerdict {
    let (certain, all) = (members.certain.len(), members.all().count());
    if certain == claim.stated {
        CountVerdict::Equal
    } else if certain > claim.stated {
        CountVerdict::More { surplus: certain - claim.stated }
    } else if let Some(named) = claim.named.filter(|named| *named > 0 && *named != claim.stated) {
        CountVerdict::NamedOtherwise { named, difference: named.abs_diff(claim.stated) }
    } else if all >= claim.stated || claim.named == Some(0) {
        CountVerdict::NamesNotGiven { unnamed: claim.stated - certain }
    } else {
        CountVerdict::Fewer { missing: claim.stated - all }
    }
}

#[cfg(test)]
mod tests;
