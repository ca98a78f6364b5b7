//! Bars in the order of their figures: members, the own area, the median of the group.

use miedza_texts::{Language, Message, key};

use super::axis::{Axis, Baseline};
use super::chart::{
    AXIS, EDGE, Ink, LETTERS, LINE, Letters, MEMBER, OWN, PEER, Sheet, WIDTH, count, cut, figure, known, two_lines,
};
use super::labels::width;
use crate::markup::{escape, put};

/// Room for names.
const NAMES: f64 = 148.0;
/// Height of a bar.
const BAR: f64 = 15.0;

/// Whose figure a bar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarOf {
    /// A member of the partnership.
    #[default]
    Member,
    /// The whole own area.
    Area,
    /// Another area of the group.
    Peer,
}

/// A bar.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar<'a> {
    /// Whose name it bears.
    pub name: &'a str,
    /// Its figure; a missing one has no bar.
    pub value: Option<f64>,
    /// Whose figure it is.
    pub of: BarOf,
}

/// All that a chart of bars shows.
#[derive(Clone, Debug)]
pub struct BarChart<'a> {
    /// Title above the chart.
    pub title: &'a str,
    /// Unit of the figures, below the title.
    pub unit: &'a str,
    /// Language of its words and numbers.
    pub language: Language,
    /// Decimals of the figures.
    pub decimals: usize,
    /// The bars, in any order: the greatest figure is drawn first, missing ones last.
    pub bars: &'a [Bar<'a>],
    /// Median of the group, a line across the bars.
    pub median: Option<f64>,
}

/// Where figures stand on the sheet.
struct Field {
    axis: Axis,
    left: f64,
    right: f64,
}

impl Field {
    fn x(&self, value: f64) -> f64 {
        self.left + (self.right - self.left) * self.axis.part(value)
    }
}

impl BarChart<'_> {
    /// The chart as SVG, 480 wide; the same chart gives the same bytes. Bars grow from zero, also to the left.
    pub fn svg(&self) -> String {
        let mut sheet = Sheet::new(self.language, self.title, self.unit);
        let figures: Vec<f64> = self.bars.iter().filter_map(|bar| known(bar.value)).collect();
        let all = figures.iter().copied().chain(known(self.median));
        match Axis::around(all, Baseline::Zero, 4.0).filter(|_| !figures.is_empty()) {
            Some(axis) => self.draw(&self.field(axis), &mut sheet),
            None => sheet.no_data(),
        }
        sheet.finish(&self.description())
    }

    /// The field, with room for the figures at both ends.
    fn field(&self, axis: Axis) -> Field {
        let widest = |is_below: bool| {
            let of = self.bars.iter().filter_map(|bar| known(bar.value)).filter(|value| (*value < 0.0) == is_below);
            of.map(|value| width(&self.told(value), LETTERS) + 8.0).fold(if is_below { 0.0 } else { 8.0 }, f64::max).min(130.0)
        };
        Field { axis, left: EDGE + NAMES + 8.0 + widest(true), right: WIDTH - EDGE - widest(false) }
    }

    fn told(&self, value: f64) -> String {
        figure(self.language, value, self.decimals)
    }

    fn in_order(&self) -> Vec<&Bar<'_>> {
        let mut order: Vec<&Bar<'_>> = self.bars.iter().collect();
        let rank = |bar: &Bar<'_>| known(bar.value).unwrap_or(f64::NEG_INFINITY);
        order.sort_by(|one, other| rank(other).total_cmp(&rank(one)).then_with(|| one.name.cmp(other.name)));
        order
    }

    fn draw(&self, field: &Field, sheet: &mut Sheet) {
        let median = known(self.median).map(|median| (field.x(median), median));
        if let Some((x, median)) = median {
            sheet.bottom += LINE;
            let told = format!("{}: {}", self.language.say(&Message::new(key::CHART_MEDIAN)), self.told(median));
            let half = width(&told, LETTERS) / 2.0;
            let x = x.min(WIDTH - EDGE - half).max(EDGE + half);
            sheet.write(Letters::new(Ink::Peer).anchored("middle"), &told, (x, sheet.bottom - 3.0));
        }
        let top = sheet.bottom + 3.0;
        sheet.bottom = top;
        let order = self.in_order();
        let bottom = order.iter().map(|bar| row_height(bar)).fold(top, |bottom, height| bottom + height);
        if let Some((x, _)) = median {
            // Below the bars, so that no figure is crossed out.
            put(
                &mut sheet.out,
                format_args!(
                    "<path class=\"peer-line\" d=\"M{x:.1} {:.1}V{bottom:.1}\" fill=\"none\" stroke=\"{PEER}\" stroke-width=\"1.8\" stroke-dasharray=\"5 3\"/>\n",
                    top - 2.0
                ),
            );
        }
        for bar in order {
            self.draw_bar(bar, field, sheet);
        }
        let zero = field.x(0.0);
        sheet.line(("axis", AXIS, 1.2), (zero, top - 2.0), (zero, bottom));
    }

    fn draw_bar(&self, bar: &Bar<'_>, field: &Field, sheet: &mut Sheet) {
        let lines = two_lines(bar.name, NAMES);
        let height = row_height(bar);
        let middle = sheet.bottom + height / 2.0;
        let is_own = bar.of == BarOf::Area;
        let name = Letters::new(if is_own { Ink::Own } else { Ink::Words }).anchored("end");
        let name = if is_own { name.bold() } else { name };
        for (position, line) in lines.iter().enumerate() {
            let y = middle + 4.5 + (count(position) - (count(lines.len()) - 1.0) / 2.0) * 14.0;
            sheet.write(name, line, (EDGE + NAMES, y));
        }
        if let Some(value) = known(bar.value) {
            self.draw_value((bar, value), middle, field, sheet);
        } else {
            let missing = self.language.say(&Message::new(key::CHART_MISSING));
            let missing = cut(&missing, LETTERS, WIDTH - EDGE - field.x(0.0) - 5.0);
            sheet.write(Letters::new(Ink::Quiet), &missing, (field.x(0.0) + 5.0, middle + 4.5));
        }
        sheet.bottom += height;
    }

    fn draw_value(&self, (bar, value): (&Bar<'_>, f64), middle: f64, field: &Field, sheet: &mut Sheet) {
        let (class, fill) = match bar.of {
            BarOf::Area => ("own", OWN),
            BarOf::Member => ("member", MEMBER),
            BarOf::Peer => ("peer", "#b7c0b9"),
        };
        let (zero, end) = (field.x(0.0), field.x(value));
        let told = self.told(value);
        put(
            &mut sheet.out,
            format_args!(
                "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{BAR}\" fill=\"{fill}\"><title>{}: {told}</title></rect>\n",
                zero.min(end),
                middle - BAR / 2.0,
                (end - zero).abs(),
                escape(bar.name),
            ),
        );
        let letters = Letters::new(if bar.of == BarOf::Area { Ink::Own } else { Ink::Words });
        let letters = if bar.of == BarOf::Area { letters.bold() } else { letters };
        let wide = width(&told, LETTERS);
        let left = if value < 0.0 { end - 4.0 - wide } else { end + 4.0 };
        let is_crossed = known(self.median).map(|median| field.x(median)).is_some_and(|x| left < x && x < left + wide);
        if is_crossed {
            // The line of the median gives way to the figure.
            put(
                &mut sheet.out,
                format_args!(
                    "<rect class=\"ground\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{BAR}\" fill=\"#ffffff\"/>\n",
                    middle - BAR / 2.0
                ),
            );
        }
        if value < 0.0 {
            sheet.write(letters.anchored("end"), &told, (end - 4.0, middle + 4.5));
        } else {
            sheet.write(letters, &told, (end + 4.0, middle + 4.5));
        }
    }

    /// What the chart shows, for those who do not see it.
    pub fn description(&self) -> String {
        let order = self.in_order();
        let known: Vec<(&str, f64)> = order.iter().filter_map(|bar| known(bar.value).map(|value| (bar.name, value))).collect();
        let (Some(first), Some(last)) = (known.first(), known.last()) else {
            return self.language.say(&Message::new(key::CHART_NO_DATA));
        };
        let message = Message::new(key::CHART_BARS_DESCRIPTION)
            .with("title", self.title)
            .with("highest", first.0)
            .with("most", self.told(first.1))
            .with("lowest", last.0)
            .with("least", self.told(last.1))
            .with("missing", order.len() - known.len());
        self.language.say(&message)
    }
}

/// Height of a bar with its name and the room around it.
fn row_height(bar: &Bar<'_>) -> f64 {
    (count(two_lines(bar.name, NAMES).len()) * 14.0 + 6.0).max(BAR + 6.0)
}
