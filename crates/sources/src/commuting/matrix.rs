//! From rows whose codes are known to the matrix: duplicates refused or added up, parts folded, no-places treated, and
//! what looks like a diagonal judged.
//!
//! All sums are taken in the order of codes, never in the order of rows, so that shuffled rows give the same bytes.

use std::collections::BTreeMap;

use miedza_territory::{Flow, Flows, UnitCode, UnitIx, UnitVec};

use super::diagonal::{self, Within};
use super::no_place::Treatment;
use super::report::{DiagonalState, NoPlaceReport, Tally};
use super::resolve::{Place, Resolved};
use super::rows::Counted;
use super::{Duplicates, Options};
use crate::Error;

/// The matrix and what was tallied on the way.
pub(super) struct Assembled {
    pub(super) flows: Flows,
    pub(super) persons: f64,
    pub(super) zero_rows: usize,
    pub(super) summed_pairs: usize,
    pub(super) left_out_parts: Tally,
    pub(super) no_places: Vec<NoPlaceReport>,
    pub(super) between_parts: BTreeMap<UnitCode, f64>,
    pub(super) diagonal: DiagonalState,
}

/// Where the persons of a pair of codes go.
struct Sorting<'a> {
    resolved: &'a Resolved,
    flows: Vec<Flow>,
    at_home: UnitVec<f64>,
    within: Within,
    left_out_parts: Tally,
    no_places: Vec<NoPlaceReport>,
}

/// Makes the matrix.
pub(super) fn assemble(file: &str, rows: Vec<Counted>, resolved: &Resolved, options: &Options<'_>) -> Result<Assembled, Error> {
    let zero_rows = rows.iter().filter(|row| row.persons == 0.0).count();
    let (rows, summed_pairs) = distinct(file, rows, resolved, options.duplicates)?;
    let persons = rows.iter().map(|row| row.persons).sum();
    let mut sorting = Sorting::new(resolved, rows.len());
    for row in &rows {
        sorting.sort(row);
    }
    drop(rows);
    sorting.finish(file, options, |flows, sorting, verdict| Assembled {
        flows,
        persons,
        zero_rows,
        summed_pairs,
        left_out_parts: sorting.left_out_parts,
        no_places: sorting.no_places,
        between_parts: verdict.apart,
        diagonal: verdict.state,
    })
}

/// One row per pair of codes, in the order of codes; codes that are no place come after all others.
fn distinct(
    file: &str,
    mut rows: Vec<Counted>,
    resolved: &Resolved,
    duplicates: Duplicates,
) -> Result<(Vec<Counted>, usize), Error> {
    let keys: Vec<u32> = resolved.places.iter().map(|place| resolved.key(*place)).collect();
    let key = |number: u32| keys[usize::try_from(number).expect("u32 fits usize")];
    let pair = |row: &Counted| (u64::from(key(row.from)) << 32) | u64::from(key(row.to));
    let order = |a: &Counted, b: &Counted| pair(a).cmp(&pair(b)).then_with(|| a.persons.total_cmp(&b.persons));
    if !rows.is_sorted_by(|a, b| order(a, b).is_le()) {
        rows.sort_unstable_by(|a, b| order(a, b).then_with(|| a.row.cmp(&b.row)));
    }
    let repeated = |two: &&[Counted]| {
        pair(&two[0]) == pair(&two[1]) && !resolved.is_no_place(two[0].from) && !resolved.is_no_place(two[0].to)
    };
    if duplicates == Duplicates::Refuse
        && let Some(two) = rows.windows(2).filter(repeated).min_by_key(|two| two[0].row.max(two[1].row))
    {
        let (first, second) = (two[0].row.min(two[1].row), two[0].row.max(two[1].row));
        let (from, to) = (resolved.code(two[0].from), resolved.code(two[0].to));
        return Err(Error::DuplicatePair { file: file.into(), from, to, first: first.into(), second: second.into() });
    }
    let mut pairs = 0;
    let mut last_summed = None;
    rows.dedup_by(|next, kept| {
        let is_same = pair(next) == pair(kept) && !resolved.is_no_place(kept.from) && !resolved.is_no_place(kept.to);
        if is_same {
            kept.persons += next.persons;
            if last_summed != Some(pair(kept)) {
                (pairs, last_summed) = (pairs + 1, Some(pair(kept)));
            }
        }
        is_same
    });
    Ok((rows, pairs))
}

impl Resolved {
    /// Orders codes: units by rank, then what is no place.
    fn key(&self, place: Place) -> u32 {
        match place {
            Place::Unit { rank, .. } => rank,
            Place::NoPlace(number) => u32::try_from(self.ranked.len() + number).unwrap_or(u32::MAX),
        }
    }

    /// What a code of the table means, by its number.
    pub(super) fn place(&self, number: u32) -> Place {
        self.places[usize::try_from(number).expect("u32 fits usize")]
    }

    fn is_no_place(&self, number: u32) -> bool {
        matches!(self.place(number), Place::NoPlace(_))
    }

    /// The code as the table has it.
    fn code(&self, number: u32) -> UnitCode {
        let position = usize::try_from(self.key(self.place(number))).unwrap_or(usize::MAX);
        self.ranked.get(position).cloned().expect("asked for units only")
    }
}

impl<'a> Sorting<'a> {
    fn new(resolved: &'a Resolved, rows: usize) -> Self {
        let units = resolved.units.len();
        let no_place = |(code, meaning, treatment): &(String, _, Treatment)| NoPlaceReport {
            code: code.clone(),
            meaning: *meaning,
            treatment: *treatment,
            as_destination: Tally::default(),
            as_origin: Tally::default(),
        };
        Self {
            resolved,
            flows: Vec::with_capacity(rows + units),
            at_home: UnitVec::filled(units, 0.0),
            within: Within::new(units),
            left_out_parts: Tally::default(),
            no_places: resolved.no_places.iter().map(no_place).collect(),
        }
    }

    fn sort(&mut self, row: &Counted) {
        let persons = row.persons;
        match (self.resolved.place(row.from), self.resolved.place(row.to)) {
            (Place::NoPlace(number), _) => self.no_places[number].as_origin.add(persons),
            (Place::Unit { left_out: (true, _), .. }, _) | (_, Place::Unit { left_out: (_, true), .. }) => {
                self.left_out_parts.add(persons);
            }
            (Place::Unit { unit, .. }, Place::NoPlace(number)) => {
                self.no_places[number].as_destination.add(persons);
                if self.no_places[number].treatment == Treatment::AtHome {
                    self.at_home[unit] += persons;
                }
            }
            (Place::Unit { unit: from, rank, .. }, Place::Unit { unit: to, rank: other, .. }) => {
                if from != to {
                    self.flows.push(Flow { from, to, persons });
                } else if rank == other {
                    self.within.same[from] += persons;
                } else {
                    self.within.between_parts[from] += persons;
                }
            }
        }
    }

    fn finish<T>(
        mut self,
        file: &str,
        options: &Options<'_>,
        done: impl FnOnce(Flows, Self, diagonal::Verdict) -> T,
    ) -> Result<T, Error> {
        let mut flows = merged(std::mem::take(&mut self.flows), self.resolved.folded.parts);
        let sends = senders(self.resolved.units.len(), &flows, &self.within);
        let verdict = diagonal::judge(&self.within, &sends, self.resolved, options);
        for unit in self.resolved.units.indices() {
            let persons = verdict.kept[unit] + self.at_home[unit];
            if persons > 0.0 {
                flows.push(Flow { from: unit, to: unit, persons });
            }
        }
        let flows =
            Flows::new(self.resolved.units.clone(), flows).map_err(|source| Error::Flows { file: file.into(), source })?;
        Ok(done(flows, self, verdict))
    }
}

/// Adds up the flows of parts that became one unit; without parts each pair is there once already.
fn merged(mut flows: Vec<Flow>, parts: usize) -> Vec<Flow> {
    if parts == 0 {
        return flows;
    }
    flows.sort_by_key(|flow| (flow.from, flow.to));
    flows.dedup_by(|next, kept| {
        let is_same = (next.from, next.to) == (kept.from, kept.to);
        if is_same {
            kept.persons += next.persons;
        }
        is_same
    });
    flows
}

fn senders(units: usize, flows: &[Flow], within: &Within) -> UnitVec<bool> {
    let mut sends = UnitVec::filled(units, false);
    for flow in flows.iter().filter(|flow| flow.persons > 0.0) {
        sends[flow.from] = true;
    }
    for unit in (0..units).map(UnitIx::new) {
        sends[unit] |= within.same[unit] > 0.0 || within.between_parts[unit] > 0.0;
    }
    sends
}
