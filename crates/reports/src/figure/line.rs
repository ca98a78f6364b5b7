//! A line over years: the own area against median and middle half of its group.

use miedza_texts::{Language, Message, key};

use super::chart::{Ink, Sheet, figure, known};
use super::years::{EndName, Point, Stroke, Years};

/// Figures of one year; a missing one is a gap and never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearFigures {
    /// The year.
    pub year: i32,
    /// The own area.
    pub own: Option<f64>,
    /// Median of the group.
    pub median: Option<f64>,
    /// First quartile of the group.
    pub lower: Option<f64>,
    /// Third quartile of the group.
    pub upper: Option<f64>,
}

/// All that a line chart shows.
#[derive(Clone, Debug)]
pub struct LineChart<'a> {
    /// Title above the chart.
    pub title: &'a str,
    /// Unit of the figures, below the title.
    pub unit: &'a str,
    /// Language of its words and numbers.
    pub language: Language,
    /// Decimals of the figures.
    pub decimals: usize,
    /// Name of the own area.
    pub own: &'a str,
    /// The figures, in the order of the years.
    pub years: &'a [YearFigures],
    /// Years from which on the figure is defined anew or counted within other borders.
    pub breaks: &'a [i32],
}

impl LineChart<'_> {
    /// The chart as SVG, 480 wide; the same chart gives the same bytes.
    pub fn svg(&self) -> String {
        let mut sheet = Sheet::new(self.language, self.title, self.unit);
        let years: Vec<i32> = self.years.iter().map(|year| year.year).collect();
        let figures: Vec<f64> =
            self.years.iter().flat_map(|year| [year.own, year.median, year.lower, year.upper]).filter_map(known).collect();
        match Years::new(&sheet, &years, &figures, (self.breaks, self.language)) {
            Some(field) => self.draw(&field, &years, &mut sheet),
            None => sheet.no_data(),
        }
        sheet.finish(&self.description())
    }

    fn draw(&self, field: &Years<'_>, years: &[i32], sheet: &mut Sheet) {
        field.draw_band(self.years.iter().map(|year| (year.year, year.lower, year.upper)), sheet);
        field.draw_axes(years, sheet);
        field.draw_line(Stroke::Peer, &self.points(|year| year.median), sheet);
        field.draw_line(Stroke::Own, &self.points(|year| year.own), sheet);
        field.draw_names(self.names(), sheet);
        let inside: Vec<String> = self.breaks_inside().iter().map(ToString::to_string).collect();
        if !inside.is_empty() {
            sheet.note(&self.language.say(&Message::new(key::CHART_BREAK).with("years", inside.join(", "))));
        }
    }

    fn breaks_inside(&self) -> Vec<i32> {
        let first = self.years.iter().map(|year| year.year).min();
        let last = self.years.iter().map(|year| year.year).max();
        let is_inside = |year: &i32| first.is_some_and(|first| first < *year) && last.is_some_and(|last| *year <= last);
        self.breaks.iter().copied().filter(is_inside).collect()
    }

    fn points(&self, of: impl Fn(&YearFigures) -> Option<f64>) -> Vec<Point> {
        self.years.iter().map(|year| (year.year, of(year))).collect()
    }

    /// Names at the ends: the own area with its last value, the median, the band.
    fn names(&self) -> Vec<EndName> {
        let last = |of: fn(&YearFigures) -> Option<f64>| self.years.iter().rev().find_map(|year| known(of(year)));
        let word = |key| self.language.say(&Message::new(key));
        let mut names = Vec::new();
        if let Some(value) = last(|year| year.own) {
            let text = format!("{} {}", figure(self.language, value, self.decimals), self.own);
            names.push(EndName { text, value, ink: Ink::Own });
        }
        if let Some(value) = last(|year| year.median) {
            let text = format!("{} {}", figure(self.language, value, self.decimals), word(key::CHART_MEDIAN));
            names.push(EndName { text, value, ink: Ink::Peer });
        }
        let upper = |year: &YearFigures| known(year.lower).and(known(year.upper));
        if let Some(value) = last(upper) {
            names.push(EndName { text: word(key::CHART_QUARTILES), value, ink: Ink::Quiet });
        }
        names
    }

    /// What the chart shows, for those who do not see it.
    pub fn description(&self) -> String {
        let known: Vec<(i32, f64)> =
            self.years.iter().filter_map(|year| known(year.own).map(|value| (year.year, value))).collect();
        let (Some(first), Some(last)) = (known.first(), known.last()) else {
            return self.language.say(&Message::new(key::CHART_NO_DATA));
        };
        let told = |value| figure(self.language, value, self.decimals);
        let message = Message::new(key::CHART_LINE_DESCRIPTION)
            .with("title", self.title)
            .with("own", self.own)
            .with("from", told(first.1))
            .with("first", first.0.to_string())
            .with("to", told(last.1))
            .with("last", last.0.to_string());
        self.language.say(&message)
    }
}
