//! The pyramid of ages: today as bars, a later year as an outline over them; one sex or two, the youngest below.

use miedza_texts::{Language, Message, key};

use super::axis::{Axis, Baseline};
use super::chart::{EDGE, GRID, Ink, LETTERS, Letters, MEMBER, OWN, Sheet, WIDTH, count, cut, figure, known};
use super::labels::width;
use super::paint::INK;
use crate::markup::{escape, put};

/// Height of an age group.
const ROW: f64 = 15.0;

/// One side of the pyramid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PyramidSide<'a> {
    /// Whose ages they are: "women", "men", or empty for all.
    pub name: &'a str,
    /// Persons today, by age group.
    pub today: &'a [Option<f64>],
    /// Persons in the later year, by age group; empty without a projection.
    pub later: &'a [Option<f64>],
}

/// All that a pyramid shows.
#[derive(Clone, Debug)]
pub struct Pyramid<'a> {
    /// Title above the chart.
    pub title: &'a str,
    /// Unit of the figures.
    pub unit: &'a str,
    /// Language of its words and numbers.
    pub language: Language,
    /// What is called today, for example "2024".
    pub today: &'a str,
    /// The later year; empty without a projection.
    pub later: &'a str,
    /// Names of the age groups, the youngest first.
    pub ages: &'a [&'a str],
    /// One side, drawn to the right, or two, the first drawn to the left; more are not drawn.
    pub sides: &'a [PyramidSide<'a>],
}

/// One side on the sheet: where it begins and which way it grows.
struct Field<'a> {
    axis: &'a Axis,
    from: f64,
    to: f64,
    top: f64,
    rows: f64,
}

impl Field<'_> {
    fn x(&self, value: f64) -> f64 {
        self.from + (self.to - self.from) * self.axis.part(value)
    }

    /// Upper edge of an age group.
    fn y(&self, age: usize) -> f64 {
        self.top + (self.rows - 1.0 - count(age)) * ROW
    }
}

impl Pyramid<'_> {
    /// The pyramid as SVG, 480 wide; the same pyramid gives the same bytes. What is missing has no bar.
    pub fn svg(&self) -> String {
        let mut sheet = Sheet::new(self.language, self.title, &self.subtitle());
        match Axis::around(self.all(), Baseline::Zero, 3.0) {
            Some(axis) => self.draw(&axis, &mut sheet),
            None => sheet.no_data(),
        }
        sheet.finish(&self.description())
    }

    fn shown(&self) -> &[PyramidSide<'_>] {
        &self.sides[..self.sides.len().min(2)]
    }

    /// Persons of all sides; a number below zero is none.
    fn all(&self) -> impl Iterator<Item = f64> + '_ {
        let figures = self.shown().iter().flat_map(|side| side.today.iter().chain(side.later).take(2 * self.ages.len()));
        figures.filter_map(|value| persons(*value))
    }

    fn subtitle(&self) -> String {
        let mut signs = Message::new(key::CHART_PYRAMID_TODAY).with("today", self.today);
        if !self.later.is_empty() {
            signs = Message::new(key::CHART_PYRAMID_BOTH).with("today", self.today).with("later", self.later);
        }
        let signs = self.language.say(&signs);
        if self.unit.is_empty() { signs } else { format!("{} · {signs}", self.unit) }
    }

    fn draw(&self, axis: &Axis, sheet: &mut Sheet) {
        let widest = self.ages.iter().map(|age| width(age, LETTERS)).fold(0.0, f64::max).min(110.0);
        let names = (widest + 14.0).max(20.0);
        let is_double = self.shown().len() == 2;
        let left = if is_double { (WIDTH - names) / 2.0 } else { EDGE + names };
        let right = if is_double { f64::midpoint(WIDTH, names) } else { EDGE + names };
        // The last number of an axis stands half outside of it.
        let overhang = axis.ticks.last().map_or(0.0, |tick| width(&axis.told(*tick, self.language), LETTERS) / 2.0).min(90.0);
        let top = if is_double { sheet.bottom + 18.0 } else { sheet.bottom };
        for (position, side) in self.shown().iter().enumerate() {
            let is_left = is_double && position == 0;
            let (from, to) = if is_left { (left, EDGE + overhang) } else { (right, WIDTH - EDGE - overhang) };
            let field = Field { axis, from, to, top, rows: count(self.ages.len()) };
            if is_double {
                let (at, anchor) = if is_left { (left - 4.0, "end") } else { (right + 4.0, "start") };
                let name = cut(side.name, LETTERS, 180.0);
                sheet.write(Letters::new(Ink::Words).bold().anchored(anchor), &name, (at, top - 5.0));
            }
            self.draw_side(side, &field, sheet);
        }
        let middle = if is_double { WIDTH / 2.0 } else { EDGE + names / 2.0 };
        for (age, name) in self.ages.iter().enumerate() {
            let y = top + (count(self.ages.len()) - 1.0 - count(age)) * ROW + 11.5;
            sheet.write(Letters::new(Ink::Quiet).anchored("middle"), &cut(name, LETTERS, 112.0), (middle, y));
        }
        sheet.bottom = top + count(self.ages.len()) * ROW + 22.0;
    }

    fn draw_side(&self, side: &PyramidSide<'_>, field: &Field<'_>, sheet: &mut Sheet) {
        let base = field.top + field.rows * ROW;
        let mut last: Option<f64> = None;
        for tick in &field.axis.ticks {
            let x = field.x(*tick);
            sheet.line(("grid", GRID, 1.0), (x, field.top), (x, base + 3.0));
            let told = field.axis.told(*tick, self.language);
            let wide = width(&told, LETTERS) + 6.0;
            if last.is_none_or(|last| (x - last).abs() >= wide) {
                sheet.write(Letters::new(Ink::Quiet).anchored("middle"), &told, (x, base + 16.0));
                last = Some(x);
            }
        }
        for (age, name) in self.ages.iter().enumerate() {
            let Some(value) = side.today.get(age).copied().and_then(persons) else { continue };
            let (x, y) = (field.x(value), field.y(age));
            put(
                &mut sheet.out,
                format_args!(
                    "<rect class=\"member\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{MEMBER}\" stroke=\"{OWN}\" stroke-width=\".6\"><title>{} {}: {}</title></rect>\n",
                    x.min(field.from),
                    y + 1.0,
                    (x - field.from).abs(),
                    ROW - 2.0,
                    escape(side.name),
                    escape(name),
                    figure(self.language, value, 0),
                ),
            );
        }
        draw_later(side, field, sheet);
    }

    /// What the pyramid shows, for those who do not see it.
    pub fn description(&self) -> String {
        if self.all().next().is_none() {
            return self.language.say(&Message::new(key::CHART_NO_DATA));
        }
        let of = |later: bool| -> f64 {
            let sides = self.shown().iter().flat_map(|side| if later { side.later } else { side.today });
            sides.filter_map(|value| persons(*value)).sum()
        };
        let message = Message::new(key::CHART_PYRAMID_DESCRIPTION)
            .with("title", self.title)
            .with("groups", self.ages.len())
            .with("today", self.today)
            .with("persons", figure(self.language, of(false), 0));
        let mut told = self.language.say(&message);
        if !self.later.is_empty() {
            let message = Message::new(key::CHART_PYRAMID_DESCRIPTION_LATER)
                .with("later", self.later)
                .with("persons", figure(self.language, of(true), 0));
            told = format!("{told} {}", self.language.say(&message));
        }
        told
    }
}

/// The outline of the later year; a missing age group interrupts it.
fn draw_later(side: &PyramidSide<'_>, field: &Field<'_>, sheet: &mut Sheet) {
    let mut data = String::new();
    let mut is_drawing = false;
    let rows = side.today.len().max(side.later.len());
    for age in 0..rows {
        let value = side.later.get(age).copied().and_then(persons).filter(|_| count(age) < field.rows);
        let Some(value) = value else {
            is_drawing = false;
            continue;
        };
        let (x, y) = (field.x(value), field.y(age));
        if is_drawing {
            put(&mut data, format_args!("H{x:.1}V{y:.1}"));
        } else {
            put(&mut data, format_args!("M{x:.1} {:.1}V{y:.1}", y + ROW));
        }
        is_drawing = true;
    }
    if !data.is_empty() {
        put(
            &mut sheet.out,
            format_args!("<path class=\"words-line\" d=\"{data}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.8\"/>\n"),
        );
    }
}

/// A number of persons; below zero there are none.
fn persons(value: Option<f64>) -> Option<f64> {
    known(value).filter(|value| *value >= 0.0)
}
