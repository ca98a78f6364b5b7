//! Flow tables: who lives here and works there, as statistical offices publish it.
//!
//! [`read`] makes the matrix of a table and a report of everything that was found and done on the way. Not here: working
//! out a missing diagonal from employed residents or jobs, and anything that a method decides.

mod columns;
mod diagonal;
mod matrix;
mod modelled;
mod no_place;
mod report;
pub(crate) mod resolve;
pub(crate) mod rows;

use std::collections::BTreeSet;
use std::path::Path;

use miedza_territory::{Beyond, Flow, Flows, Provenance, UnitCode, UnitIx, UnitVec, Units};

pub use columns::Columns;
pub use modelled::{COLUMN as STATUS_COLUMN, MODELLED};
pub use no_place::{Meaning, NoPlace, Treatment};
pub use report::{DiagonalState, Folded, NoPlaceReport, Padded, ReadingReport, SuppressedFlow, TableReport, Tally};
pub use rows::unsettled_told;

use self::columns::Places;
use self::resolve::{NotACode, Place, Resolved};
use crate::Error;
use crate::table::{Decimal, Input, Table};
use crate::teryt::Register;

/// What to do with a pair of units that stands in several rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// Name both rows and stop.
    #[default]
    Refuse,
    /// Add up their persons.
    Sum,
}

/// What to do with persons who go from a unit to the same unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DiagonalRule {
    /// Keep a diagonal, keep commuters between parts of one municipality apart; the rule is in the room `diagonal`.
    #[default]
    Auto,
    /// They are the diagonal.
    Keep,
    /// They are no diagonal and stay outside the matrix.
    Apart,
}

/// How to read a flow table. By default everything is told by the table itself.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// Columns, where their names do not tell.
    pub columns: Columns,
    /// Sheet of a workbook; by default the first that has the columns.
    pub sheet: Option<String>,
    /// Decimal sign, where the numbers do not tell.
    pub decimal: Option<Decimal>,
    /// Pairs in several rows.
    pub duplicates: Duplicates,
    /// Persons who stay within their unit.
    pub diagonal: DiagonalRule,
    /// Codes that are no place, beside those that are known.
    pub no_places: Vec<NoPlace>,
    /// The register of the year of the table: it confirms kinds and names codes that it does not hold.
    pub register: Option<&'a Register>,
}

/// A flow table that was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The matrix.
    pub flows: Flows,
    /// What was found and done.
    pub report: ReadingReport,
    /// Which file it was.
    pub provenance: Provenance,
    /// The units all of whose flows the table holds; the others stand in it only as ends of flows of these. `None` where
    /// nobody has said it: then each unit counts as whole.
    pub whole: Option<BTreeSet<UnitCode>>,
}

impl Reading {
    /// The same, of a table that is said to hold all flows of these units, and of others only their flows with them. Codes
    /// that the table does not hold change nothing.
    #[must_use]
    pub fn holding_whole(mut self, codes: impl IntoIterator<Item = UnitCode>) -> Self {
        let units = self.flows.units();
        let own = |code: UnitCode| code.whatever_kind().into_iter().find(|name| units.find(name).is_some());
        self.whole = Some(codes.into_iter().filter_map(own).collect());
        self
    }

    /// Whether any row says that its persons are modelled and were never counted. What rests on such a table must say so.
    #[must_use]
    pub const fn is_modelled(&self) -> bool {
        self.report.modelled_rows > 0
    }

    /// Whether the table holds all flows of a unit, as far as anybody has said.
    #[must_use]
    pub fn is_whole(&self, unit: UnitIx) -> bool {
        self.whole.as_ref().is_none_or(|whole| whole.contains(self.flows.units().code(unit)))
    }

    /// The units that the table holds whole.
    #[must_use]
    pub fn whole_units(&self) -> Units {
        let all = self.flows.units();
        Units::new(all.indices().filter(|&unit| self.is_whole(unit)).map(|unit| all.code(unit).clone()).collect())
    }

    /// The flows among these units; who goes to another one, or to one that the table does not hold whole, goes beyond them.
    #[must_use]
    pub fn among(&self, units: Units) -> Flows {
        let all = self.flows.units();
        let find = |unit: UnitIx| units.find(all.code(unit)).filter(|_| self.is_whole(unit));
        let place: UnitVec<Option<UnitIx>> = all.indices().map(find).collect();
        let mut beyond = UnitVec::filled(units.len(), Beyond::default());
        for unit in all.indices() {
            if let Some(here) = place[unit] {
                let held = self.flows.beyond(unit);
                beyond[here].leaving += held.leaving;
                beyond[here].arriving += held.arriving;
            }
        }
        let mut inside = Vec::new();
        for Flow { from, to, persons } in self.flows.iter() {
            match (place[from], place[to]) {
                (Some(from), Some(to)) => inside.push(Flow { from, to, persons }),
                (Some(from), None) => beyond[from].leaving += persons,
                (None, Some(to)) => beyond[to].arriving += persons,
                (None, None) => {}
            }
        }
        let flows = Flows::new(units, inside).and_then(|flows| flows.with_beyond(beyond));
        flows.expect("a part of a matrix is a matrix")
    }
}

/// Reads a flow table from disk.
///
/// # Errors
/// [`Error`], see [`read`].
pub fn open(path: &Path, options: &Options<'_>) -> Result<Reading, Error> {
    read(Input::open(path)?, options)
}

/// Reads a flow table.
///
/// # Errors
/// [`Error`] if the file is no table, lacks a column, a row counts no persons, or a pair stands in two rows.
pub fn read(input: Input, options: &Options<'_>) -> Result<Reading, Error> {
    let provenance = input.provenance("flows");
    let (mut table, places) = Table::find(input, options.sheet.as_deref(), |header| options.columns.find(header))?;
    options.columns.mend_header(&mut table, &places);
    let mut rows = rows::read(&mut table, &places, options.decimal)?;
    let table_report = table_report(&table, &places);
    let resolved = resolve::resolve(&rows, &options.no_places, options.register)
        .map_err(|fault| not_a_code(&table, &places, &rows, fault))?;
    drop(table);
    let counted = std::mem::take(&mut rows.counted);
    let counted_rows = counted.len();
    let assembled = matrix::assemble(&provenance.file, counted, &resolved, options)?;
    let (origin_only, destination_only) = one_sided(&assembled.flows);
    let report = ReadingReport {
        table: table_report,
        rows: counted_rows + rows.uncounted.len(),
        counted_rows,
        persons: assembled.persons,
        persons_in_matrix: assembled.flows.total(),
        zero_rows: assembled.zero_rows,
        notes: rows.notes,
        modelled_rows: rows.modelled,
        code_system: resolved.system,
        suppressed: suppressed(&rows, &resolved),
        unknown_units: unknown(&resolved, options.register),
        padded: resolved.padded,
        without_kind: resolved.without_kind,
        folded: resolved.folded,
        left_out_parts: assembled.left_out_parts,
        between_parts: assembled.between_parts,
        no_places: assembled.no_places,
        summed_pairs: assembled.summed_pairs,
        diagonal: assembled.diagonal,
        origin_only,
        destination_only,
    };
    Ok(Reading { flows: assembled.flows, report, provenance, whole: None })
}

fn table_report(table: &Table, places: &Places) -> TableReport {
    let name = |column| table.column_name(column).into();
    TableReport {
        format: table.format(),
        sheet: table.sheet().map(Into::into),
        encoding: table.encoding(),
        header_row: table.header_row(),
        origin: name(places.origin),
        destination: name(places.destination),
        persons: name(places.persons),
    }
}

fn not_a_code(table: &Table, places: &Places, rows: &rows::Rows, NotACode(number, source): NotACode) -> Error {
    let counted = rows.counted.iter().map(|row| (row.row, row.from, row.to));
    let uncounted = rows.uncounted.iter().map(|row| (row.row, row.from, row.to));
    let first = counted.chain(uncounted).filter(|(_, from, to)| [*from, *to].contains(&number)).min();
    let (row, from, _) = first.unwrap_or((0, 0, 0));
    let column = table.column_name(if from == number { places.origin } else { places.destination });
    Error::NotACode { file: table.file().into(), row: row.into(), column, source }
}

fn one_sided(flows: &Flows) -> (usize, usize) {
    let units = flows.units();
    let only = |one: fn(&Flows, _) -> f64, other: fn(&Flows, _) -> f64| {
        units.indices().filter(|unit| one(flows, *unit) > 0.0 && other(flows, *unit) <= 0.0).count()
    };
    (only(Flows::residents, Flows::jobs), only(Flows::jobs, Flows::residents))
}

fn suppressed(rows: &rows::Rows, resolved: &Resolved) -> Vec<SuppressedFlow> {
    let code = |number| match resolved.place(number) {
        Place::Unit { unit, .. } => resolved.units.code(unit).to_string(),
        Place::NoPlace(_) => rows.codes.text(number).to_string(),
    };
    let flow = |row: &rows::Uncounted| SuppressedFlow {
        row: row.row,
        from: code(row.from),
        to: code(row.to),
        reason: row.reason,
        mark: row.mark.to_string(),
    };
    rows.uncounted.iter().map(flow).collect()
}

fn unknown(resolved: &Resolved, register: Option<&Register>) -> Vec<UnitCode> {
    register.map_or_else(Vec::new, |register| register.unknown(&resolved.units))
}
