//! The values of one variable and unit in a few bytes: a country has tens of millions of them.
//!
//! Values stand one after the other in the order of their periods. Each begins with a byte that says what follows:
//!
//! | bits | meaning |
//! | --- | --- |
//! | 0–2 | state: known, estimated, suppressed, not given, not applicable |
//! | 3 | two bytes of notes follow, the lower one first |
//! | 4 | the period is a day, not a year |
//! | 5 | the number of the import follows; without it, it is that of the value before |
//! | 6 | the number has at most four decimals and follows as a whole number; else eight bytes of IEEE 754 follow |
//! | 7 | the period is the year after the one before and does not follow |
//!
//! Then, as far as they are there: period, notes, import, number. Whole numbers are written in groups of seven bits, the
//! lowest first (LEB128). A year of counts takes three to five bytes.

use miedza_planning::diagnosis::Cell;
use miedza_territory::{Day, Missing, Notes, Period, Value};

use crate::Error;

const NOTES: u8 = 1 << 3;
const DAY: u8 = 1 << 4;
const IMPORT: u8 = 1 << 5;
const WHOLE: u8 = 1 << 6;
const NEXT_YEAR: u8 = 1 << 7;
/// Powers of ten for numbers with 0 to 4 decimals.
const SCALES: [f64; 5] = [1.0, 10.0, 100.0, 1_000.0, 10_000.0];
/// Whole numbers up to here are exact as floats.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// Values in the order of their periods, each period once.
pub type Cells = Vec<(Period, Cell)>;

/// Packs values that are in the order of their periods.
pub fn pack(cells: &[(Period, Cell)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(cells.len() * 5);
    let mut before: Option<(Period, u32)> = None;
    for (period, cell) in cells {
        pack_one(&mut bytes, *period, cell, before);
        before = Some((*period, cell.import));
    }
    bytes
}

fn pack_one(bytes: &mut Vec<u8>, period: Period, cell: &Cell, before: Option<(Period, u32)>) {
    let (state, number) = taken_apart(cell.value);
    let whole = number.and_then(whole);
    let is_next =
        matches!((before, period), (Some((Period::Year(last), _)), Period::Year(year)) if last.checked_add(1) == Some(year));
    let is_same_import = before.is_some_and(|(_, import)| import == cell.import);
    let mut head = state;
    for (flag, is_set) in [
        (NOTES, !cell.notes.is_empty()),
        (DAY, period.day().is_some()),
        (IMPORT, !is_same_import),
        (WHOLE, whole.is_some()),
        (NEXT_YEAR, is_next),
    ] {
        head |= if is_set { flag } else { 0 };
    }
    bytes.push(head);
    match period {
        Period::Year(_) if is_next => {}
        Period::Year(year) => put(bytes, u64::from(year)),
        Period::Day(day) => put(bytes, (u64::from(day.year()) * 16 + u64::from(day.month())) * 32 + u64::from(day.of_month())),
    }
    if !cell.notes.is_empty() {
        bytes.extend_from_slice(&cell.notes.bits().to_le_bytes());
    }
    if !is_same_import {
        put(bytes, u64::from(cell.import));
    }
    match (whole, number) {
        (Some(whole), _) => put(bytes, whole),
        (None, Some(number)) => bytes.extend_from_slice(&number.to_bits().to_le_bytes()),
        (None, None) => {}
    }
}

const fn taken_apart(value: Value) -> (u8, Option<f64>) {
    match value {
        Value::Known(number) => (0, Some(number)),
        Value::Estimated(number) => (1, Some(number)),
        Value::Missing(Missing::Suppressed) => (2, None),
        Value::Missing(Missing::NotGiven) => (3, None),
        Value::Missing(Missing::NotApplicable) => (4, None),
    }
}

/// A number with few decimals as one whole number: its digits with their sign, times five, plus the count of decimals.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and small"
)]
fn whole(number: f64) -> Option<u64> {
    if number.to_bits() == (-0.0_f64).to_bits() {
        return None;
    }
    SCALES.iter().zip(0_u64..).find_map(|(scale, decimals)| {
        let digits = (number * scale).round();
        let is_exact = digits.abs() < LARGEST && (digits / scale).to_bits() == number.to_bits();
        is_exact.then(|| {
            let signed = digits as i64;
            let zigzag = ((signed << 1) ^ (signed >> 63)) as u64;
            zigzag * 5 + decimals
        })
    })
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "it was written by `whole`")]
fn unwhole(packed: u64) -> Option<f64> {
    let (zigzag, decimals) = (packed / 5, usize::try_from(packed % 5).ok()?);
    let signed = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
    Some(signed as f64 / SCALES.get(decimals)?)
}

fn put(bytes: &mut Vec<u8>, mut number: u64) {
    loop {
        let group = u8::try_from(number & 0x7F).unwrap_or(0);
        number >>= 7;
        if number == 0 {
            bytes.push(group);
            return;
        }
        bytes.push(group | 0x80);
    }
}

/// Reads packed values again.
///
/// # Errors
/// [`Error::Unreadable`] if the bytes were not written here.
pub fn unpack(bytes: &[u8]) -> Result<Cells, Error> {
    let mut cells = Cells::new();
    for_each(bytes, |period, cell| cells.push((period, cell)))?;
    Ok(cells)
}

/// Calls a function for each packed value, in the order of periods.
///
/// # Errors
/// [`Error::Unreadable`] if the bytes were not written here.
pub fn for_each(bytes: &[u8], mut with: impl FnMut(Period, Cell)) -> Result<(), Error> {
    let mut rest = Rest(bytes);
    let mut before: Option<(Period, u32)> = None;
    while !rest.0.is_empty() {
        let (period, cell) = rest.cell(before).ok_or_else(|| Error::Unreadable { what: "packed observations".to_owned() })?;
        before = Some((period, cell.import));
        with(period, cell);
    }
    Ok(())
}

/// Bytes that were not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn cell(&mut self, before: Option<(Period, u32)>) -> Option<(Period, Cell)> {
        let [head] = self.take()?;
        let period = match (head & NEXT_YEAR != 0, head & DAY != 0, before) {
            (true, _, Some((Period::Year(last), _))) => Period::Year(last.checked_add(1)?),
            (true, ..) => return None,
            (false, false, _) => Period::Year(u16::try_from(self.number()?).ok()?),
            (false, true, _) => self.day()?,
        };
        let notes = if head & NOTES == 0 { Notes::NONE } else { Notes::from_bits(u16::from_le_bytes(self.take()?)) };
        let import = if head & IMPORT == 0 { before?.1 } else { u32::try_from(self.number()?).ok()? };
        let value = match head & 0b111 {
            0 => Value::Known(self.value(head)?),
            1 => Value::Estimated(self.value(head)?),
            2 => Value::Missing(Missing::Suppressed),
            3 => Value::Missing(Missing::NotGiven),
            4 => Value::Missing(Missing::NotApplicable),
            _ => return None,
        };
        Some((period, Cell { value, notes, import }))
    }

    fn day(&mut self) -> Option<Period> {
        let number = self.number()?;
        let (year, month, day) = (number / 512, number / 32 % 16, number % 32);
        Day::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).map(Period::Day)
    }

    fn value(&mut self, head: u8) -> Option<f64> {
        if head & WHOLE == 0 { Some(f64::from_bits(u64::from_le_bytes(self.take()?))) } else { unwhole(self.number()?) }
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let [byte] = self.take()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::Note;

    use super::*;

    fn cell(value: Value, notes: &[Note], import: u32) -> Cell {
        Cell { value, notes: Notes::of(notes), import }
    }

    #[test]
    fn what_was_packed_comes_out_again() {
        let numbers =
            [0.0, -0.0, 17.0, -3.0, 0.1, 4.35, 1_234.567_8, 0.000_01, 1e300, -2.5e-9, 9_007_199_254_740_993.0, 1.0 / 3.0, 86.6];
        let mut cells: Cells =
            numbers.iter().zip(1_990..).map(|(number, year)| (Period::Year(year), cell(Value::Known(*number), &[], 3))).collect();
        cells.push((Period::Year(2010), cell(Value::Estimated(7.0), &[Note::Preliminary, Note::BreakInSeries], 4)));
        cells.push((Period::Year(2011), cell(Value::Missing(Missing::Suppressed), &[Note::NotDisclosed], 4)));
        cells.push((Period::Year(2013), cell(Value::Missing(Missing::NotGiven), &[], 300)));
        cells.push((Period::Day(Day::new(2024, 12, 31).expect("a day")), cell(Value::Missing(Missing::NotApplicable), &[], 300)));
        cells.push((Period::Day(Day::new(2025, 6, 30).expect("a day")), cell(Value::Known(41_000.0), &[], 2)));

        let found = unpack(&pack(&cells)).expect("it was packed here");

        assert_eq!(found, cells);
        assert_eq!(found[1].1.value.number().map(f64::to_bits), Some((-0.0_f64).to_bits()), "the sign of 0 stays");
    }

    #[test]
    fn a_year_of_counts_takes_few_bytes() {
        let cells: Cells = (2000..2030).map(|year| (Period::Year(year), cell(Value::Known(12_345.0), &[], 1))).collect();

        assert!(pack(&cells).len() <= 30 * 5 + 4, "{}", pack(&cells).len());
    }

    #[test]
    fn bytes_that_were_not_written_here_are_refused() {
        let whole = pack(&[(Period::Year(2020), cell(Value::Known(0.3), &[Note::Preliminary], 9))]);
        for end in 1..whole.len() {
            assert!(unpack(&whole[..end]).is_err(), "cut at {end}");
        }
        for bytes in [&[0x80_u8][..], &[0x07, 0x01], &[0xFF; 40], &[IMPORT, 0xE4, 0x0F, 1]] {
            assert!(unpack(bytes).is_err(), "{bytes:?}");
        }
    }
}
