//! A field of years: figures over time, with gaps where a year is missing and breaks where the series was defined anew.

use miedza_texts::Language;

use super::axis::{Axis, Baseline};
use super::chart::{AXIS, BAND, EDGE, GRID, Ink, LETTERS, LINE, Letters, OWN, PEER, Sheet, WIDTH, known, two_lines};
use super::labels::width;
use crate::markup::put;

/// Height of the field.
const HEIGHT: f64 = 190.0;
/// Room at the right for the names of the lines.
const NAMES: f64 = 146.0;
/// The share of that room which bold letters fill in plain ones.
const BOLD: f64 = 0.88;
/// Least room between two years below the axis.
const APART: f64 = 46.0;

/// A figure of a year; a missing one is a gap.
pub type Point = (i32, Option<f64>);

/// How a line is drawn.
#[derive(Clone, Copy)]
pub enum Stroke {
    /// The own area: thick, with dots.
    Own,
    /// The same where it is projected and not counted: thick and dashed.
    Projected,
    /// The group: thin and dashed.
    Peer,
}

/// A name that stands at the right end of its line.
pub struct EndName {
    /// The name, perhaps with its value.
    pub text: String,
    /// The figure beside which it stands.
    pub value: f64,
    /// Its colour.
    pub ink: Ink,
}

/// The field with its axes.
pub struct Years<'a> {
    axis: Axis,
    first: f64,
    last: f64,
    left: f64,
    top: f64,
    /// Years from which on a series is defined anew.
    breaks: &'a [i32],
    /// The usual distance of two years.
    step: f64,
    language: Language,
}

impl<'a> Years<'a> {
    /// A field for years and figures below what the sheet already bears; `None` where there is no figure.
    pub fn new(sheet: &Sheet, years: &[i32], figures: &[f64], (breaks, language): (&'a [i32], Language)) -> Option<Self> {
        let axis = Axis::around(figures.iter().copied(), Baseline::Free, 4.0)?;
        let widest = axis.ticks.iter().map(|tick| width(&axis.told(*tick, language), LETTERS)).fold(0.0, f64::max);
        let (first, last) = (years.iter().min().copied()?, years.iter().max().copied()?);
        let mut sorted: Vec<f64> = years.iter().copied().map(f64::from).collect();
        sorted.sort_by(f64::total_cmp);
        let steps = sorted.windows(2).map(|pair| pair[1] - pair[0]).filter(|step| *step > 0.0);
        Some(Self {
            axis,
            first: f64::from(first),
            last: f64::from(last),
            left: EDGE + widest + 8.0,
            top: sheet.bottom + 10.0,
            breaks,
            step: steps.fold(f64::INFINITY, f64::min),
            language,
        })
    }

    const fn right() -> f64 {
        WIDTH - NAMES
    }

    fn x(&self, year: i32) -> f64 {
        if self.last <= self.first {
            return f64::midpoint(self.left, Self::right());
        }
        self.left + (Self::right() - self.left) * (f64::from(year) - self.first) / (self.last - self.first)
    }

    fn y(&self, value: f64) -> f64 {
        self.top + HEIGHT * (1.0 - self.axis.part(value))
    }

    /// Lines behind, steps at the left, years below.
    pub fn draw_axes(&self, years: &[i32], sheet: &mut Sheet) {
        for tick in &self.axis.ticks {
            let y = self.y(*tick);
            sheet.line(("grid", GRID, 1.0), (self.left, y), (Self::right(), y));
            let told = self.axis.told(*tick, self.language);
            sheet.write(Letters::new(Ink::Quiet).anchored("end"), &told, (self.left - 6.0, y + 4.5));
        }
        let base = self.top + HEIGHT + 4.0;
        for year in self.shown(years) {
            let x = self.x(year);
            sheet.line(("axis", AXIS, 1.0), (x, base), (x, base + 4.0));
            sheet.write(Letters::new(Ink::Quiet).anchored("middle"), &year.to_string(), (x, base + 17.0));
        }
        for year in self.breaks.iter().filter(|year| self.first < f64::from(**year) && f64::from(**year) <= self.last) {
            let x = self.x(*year) - (Self::right() - self.left) * self.step / (self.last - self.first) / 2.0;
            put(
                &mut sheet.out,
                format_args!(
                    "<path class=\"axis\" d=\"M{x:.1} {:.1}V{:.1}\" fill=\"none\" stroke=\"{AXIS}\" stroke-width=\"1.5\" stroke-dasharray=\"2 3\"/>\n",
                    self.top - 4.0,
                    base
                ),
            );
        }
        sheet.bottom = base + 22.0;
    }

    /// Years that are written: the first, the last, and as many between as find room.
    fn shown(&self, years: &[i32]) -> Vec<i32> {
        let mut sorted = years.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let Some(last) = sorted.pop() else { return Vec::new() };
        let mut shown: Vec<i32> = Vec::new();
        for year in sorted {
            let is_free = shown.last().is_none_or(|before| self.x(year) - self.x(*before) >= APART);
            if is_free && self.x(last) - self.x(year) >= APART {
                shown.push(year);
            }
        }
        shown.push(last);
        shown
    }

    /// Years with figures that follow each other without gap or break.
    fn runs<T: Copy>(&self, points: impl Iterator<Item = (i32, Option<T>)>) -> Vec<Vec<(i32, T)>> {
        let mut runs: Vec<Vec<(i32, T)>> = Vec::new();
        let mut before: Option<i32> = None;
        for (year, value) in points {
            let Some(value) = value else {
                before = None;
                continue;
            };
            let is_next = before.is_some_and(|before| {
                let is_broken = self.breaks.iter().any(|new| before < *new && *new <= year);
                !is_broken && f64::from(year) - f64::from(before) <= self.step
            });
            match runs.last_mut().filter(|_| is_next) {
                Some(run) => run.push((year, value)),
                None => runs.push(vec![(year, value)]),
            }
            before = Some(year);
        }
        runs
    }

    /// A line through figures; where a year is missing or the series breaks, so does the line.
    pub fn draw_line(&self, stroke: Stroke, points: &[Point], sheet: &mut Sheet) {
        let (class, colour, look) = match stroke {
            Stroke::Own => ("own-line", OWN, "stroke-width=\"3\""),
            Stroke::Projected => ("own-line", OWN, "stroke-width=\"3\" stroke-dasharray=\"7 4\""),
            Stroke::Peer => ("peer-line", PEER, "stroke-width=\"1.8\" stroke-dasharray=\"5 3\""),
        };
        for run in self.runs(points.iter().map(|(year, value)| (*year, known(*value)))) {
            if run.len() > 1 {
                let data = self.path(run.iter().copied());
                put(
                    &mut sheet.out,
                    format_args!(
                        "<path class=\"{class}\" d=\"{data}\" fill=\"none\" stroke=\"{colour}\" {look} stroke-linejoin=\"round\"/>\n"
                    ),
                );
            }
            let dot = match stroke {
                Stroke::Own => ("own", 3.2),
                Stroke::Projected if run.len() > 1 => continue,
                Stroke::Projected => ("own", 3.2),
                Stroke::Peer if run.len() > 1 => continue,
                Stroke::Peer => ("peer", 2.4),
            };
            for (year, value) in run {
                let (x, y) = (self.x(year), self.y(value));
                put(
                    &mut sheet.out,
                    format_args!("<circle class=\"{}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{}\" fill=\"{colour}\"/>\n", dot.0, dot.1),
                );
            }
        }
    }

    /// The field between lower and upper figures.
    pub fn draw_band(&self, points: impl Iterator<Item = (i32, Option<f64>, Option<f64>)>, sheet: &mut Sheet) {
        let both = points.map(|(year, low, high)| (year, known(low).zip(known(high))));
        for run in self.runs(both) {
            let data = if let [(year, (low, high))] = run[..] {
                let (x, low, high) = (self.x(year), self.y(low), self.y(high));
                format!("M{:.1} {low:.1}H{:.1}V{high:.1}H{:.1}z", x - 4.0, x + 4.0, x - 4.0)
            } else {
                let upper = run.iter().map(|(year, (_, high))| (*year, *high));
                let lower = run.iter().rev().map(|(year, (low, _))| (*year, *low));
                format!("{}z", self.path(upper.chain(lower)))
            };
            put(&mut sheet.out, format_args!("<path class=\"band\" d=\"{data}\" fill=\"{BAND}\"/>\n"));
        }
    }

    fn path(&self, points: impl Iterator<Item = (i32, f64)>) -> String {
        let mut data = String::new();
        for (position, (year, value)) in points.enumerate() {
            let sign = if position == 0 { 'M' } else { 'L' };
            put(&mut data, format_args!("{sign}{:.1} {:.1}", self.x(year), self.y(value)));
        }
        data
    }

    /// Names beside the ends of their lines, none over another.
    pub fn draw_names(&self, names: Vec<EndName>, sheet: &mut Sheet) {
        // Bold letters are wider than those that widths are reckoned with.
        let widest = |ink: Ink| (NAMES - 12.0 - EDGE) * if ink == Ink::Own { BOLD } else { 1.0 };
        let wanted = names.into_iter().map(|name| (self.y(name.value), two_lines(&name.text, widest(name.ink)), name.ink));
        let mut wanted: Vec<(f64, Vec<String>, Ink)> = wanted.collect();
        wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
        let height = |lines: &[String]| lines.iter().fold(2.0, |height, _| height + LINE);
        let all: f64 = wanted.iter().map(|(_, lines, _)| height(lines)).sum();
        let mut next = f64::NEG_INFINITY;
        let mut room = all;
        for (y, lines, ink) in wanted {
            let lowest = self.top + HEIGHT + 12.0 - room;
            let top = (y - height(&lines) / 2.0).min(lowest).max(next).max(self.top - 8.0);
            for (position, line) in lines.iter().enumerate() {
                let below = (0..position).fold(top + 13.0, |y, _| y + LINE);
                let letters = Letters::new(ink);
                let letters = if ink == Ink::Own { letters.bold() } else { letters };
                sheet.write(letters, line, (Self::right() + 10.0, below));
            }
            next = top + height(&lines);
            room -= height(&lines);
        }
    }
}
