//! Population counted so far and projected onwards, between a low and a high variant.

use miedza_texts::{Language, Message, key};

use super::chart::{Ink, Sheet, figure, known};
use super::years::{EndName, Point, Stroke, Years};

/// What is projected for a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FutureYear {
    /// The year.
    pub year: i32,
    /// The main variant.
    pub middle: Option<f64>,
    /// The low variant.
    pub low: Option<f64>,
    /// The high variant.
    pub high: Option<f64>,
}

/// All that a chart of a projection shows.
#[derive(Clone, Debug)]
pub struct FutureChart<'a> {
    /// Title above the chart.
    pub title: &'a str,
    /// Unit of the figures.
    pub unit: &'a str,
    /// Language of its words and numbers.
    pub language: Language,
    /// Decimals of the figures.
    pub decimals: usize,
    /// Figures that were counted, in the order of the years.
    pub counted: &'a [Point],
    /// Figures that are projected, in the order of the years.
    pub projected: &'a [FutureYear],
}

impl FutureChart<'_> {
    /// The chart as SVG, 480 wide; the same chart gives the same bytes. The projection is dashed, its variants a field.
    pub fn svg(&self) -> String {
        let mut sheet = Sheet::new(self.language, self.title, self.unit);
        let years: Vec<i32> =
            self.counted.iter().map(|(year, _)| *year).chain(self.projected.iter().map(|year| year.year)).collect();
        let projected = self.projected.iter().flat_map(|year| [year.low, year.middle, year.high]);
        let figures: Vec<f64> = self.counted.iter().map(|(_, value)| *value).chain(projected).filter_map(known).collect();
        match Years::new(&sheet, &years, &figures, (&[], self.language)) {
            Some(field) => self.draw(&field, &years, &mut sheet),
            None => sheet.no_data(),
        }
        sheet.finish(&self.description())
    }

    fn draw(&self, field: &Years<'_>, years: &[i32], sheet: &mut Sheet) {
        let joint = self.joint();
        let at_joint = joint.map(|(year, value)| (year, value, value));
        let band = self.projected.iter().map(|year| (year.year, year.low, year.high));
        field.draw_band(at_joint.into_iter().chain(band), sheet);
        field.draw_axes(years, sheet);
        let middle = self.projected.iter().map(|year| (year.year, year.middle));
        field.draw_line(Stroke::Projected, &joint.into_iter().chain(middle).collect::<Vec<Point>>(), sheet);
        field.draw_line(Stroke::Own, self.counted, sheet);
        field.draw_names(self.names(), sheet);
    }

    /// The last counted year, from which the projection starts.
    fn joint(&self) -> Option<Point> {
        let last = self.counted.last().filter(|(_, value)| known(*value).is_some())?;
        self.projected.first().filter(|first| first.year > last.0).map(|_| *last)
    }

    fn names(&self) -> Vec<EndName> {
        let last = |of: fn(&FutureYear) -> Option<f64>| self.projected.iter().rev().find_map(|year| known(of(year)));
        let mut names = Vec::new();
        let ends = [
            (key::CHART_FUTURE_UPPER, last(|year| year.high), Ink::Quiet),
            (key::CHART_FUTURE_MIDDLE, last(|year| year.middle), Ink::Own),
            (key::CHART_FUTURE_LOWER, last(|year| year.low), Ink::Quiet),
        ];
        for (key, value, ink) in ends {
            let Some(value) = value else { continue };
            let told = figure(self.language, value, self.decimals);
            names.push(EndName { text: format!("{told} {}", self.language.say(&Message::new(key))), value, ink });
        }
        if names.is_empty()
            && let Some(value) = self.counted.iter().rev().find_map(|(_, value)| known(*value))
        {
            names.push(EndName { text: figure(self.language, value, self.decimals), value, ink: Ink::Own });
        }
        names
    }

    /// What the chart shows, for those who do not see it.
    pub fn description(&self) -> String {
        let told = |value| figure(self.language, value, self.decimals);
        let counted = self.counted.iter().rev().find_map(|(year, value)| known(*value).map(|value| (*year, value)));
        let future = self.projected.iter().rev().find_map(|year| known(year.middle).map(|value| (year.year, value)));
        let mut sentences = Vec::new();
        if let Some((year, value)) = counted {
            let message = Message::new(key::CHART_FUTURE_DESCRIPTION).with("title", self.title);
            sentences.push(self.language.say(&message.with("year", year.to_string()).with("value", told(value))));
        }
        if let Some((year, value)) = future {
            let message = Message::new(key::CHART_FUTURE_DESCRIPTION_LATER).with("year", year.to_string());
            sentences.push(self.language.say(&message.with("value", told(value))));
        }
        if sentences.is_empty() { self.language.say(&Message::new(key::CHART_NO_DATA)) } else { sentences.join(" ") }
    }
}
