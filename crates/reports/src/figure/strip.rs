//! Where members and own area stand within the range of their group: one strip for each indicator, each on its own scale.

use miedza_texts::{Language, Message, key};

use super::axis::{Axis, Baseline};
use super::chart::{BAND, EDGE, Ink, LETTERS, LINE, Letters, MEMBER, OWN, PEER, Sheet, WIDTH, cut, figure, known, two_lines};
use super::labels::width;
use crate::markup::{escape, put};

/// A strip: one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip<'a> {
    /// Name of the indicator.
    pub name: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// Decimals of its figures.
    pub decimals: usize,
    /// The own area.
    pub own: Option<f64>,
    /// Least figure of the group.
    pub least: Option<f64>,
    /// First quartile of the group.
    pub lower: Option<f64>,
    /// Median of the group.
    pub median: Option<f64>,
    /// Third quartile of the group.
    pub upper: Option<f64>,
    /// Greatest figure of the group.
    pub greatest: Option<f64>,
    /// Members with their figures.
    pub members: Vec<(&'a str, Option<f64>)>,
}

/// All that a chart of strips shows.
#[derive(Clone, Debug)]
pub struct StripChart<'a> {
    /// Title above the chart.
    pub title: &'a str,
    /// Language of its words and numbers.
    pub language: Language,
    /// The strips, in order.
    pub strips: &'a [Strip<'a>],
}

/// Where figures stand on a strip.
struct Field {
    axis: Axis,
    y: f64,
}

impl Field {
    fn x(&self, value: f64) -> f64 {
        EDGE + 10.0 + (WIDTH - 2.0 * (EDGE + 10.0)) * self.axis.part(value)
    }
}

impl Strip<'_> {
    fn figures(&self) -> impl Iterator<Item = f64> + '_ {
        let group = [self.own, self.least, self.lower, self.median, self.upper, self.greatest];
        group.into_iter().chain(self.members.iter().map(|(_, value)| *value)).filter_map(known)
    }

    /// Everything that is known between two ends, without round steps: nothing is read from the scale but the order.
    fn field(&self, y: f64) -> Option<Field> {
        let mut axis = Axis::around(self.figures(), Baseline::Free, 4.0)?;
        let low = self.figures().fold(f64::INFINITY, f64::min);
        let high = self.figures().fold(f64::NEG_INFINITY, f64::max);
        if high - low > low.abs().max(high.abs()) * 1e-9 {
            axis.ticks = vec![low, high];
        }
        Some(Field { axis, y })
    }
}

impl StripChart<'_> {
    /// The chart as SVG, 480 wide; the same chart gives the same bytes.
    pub fn svg(&self) -> String {
        let mut sheet = Sheet::new(self.language, self.title, "");
        if self.strips.iter().any(|strip| strip.figures().next().is_some()) {
            sheet.note(&self.language.say(&Message::new(key::CHART_STRIP_NOTE)));
        }
        for strip in self.strips {
            self.draw(strip, &mut sheet);
        }
        if self.strips.is_empty() {
            sheet.no_data();
        }
        sheet.finish(&self.description())
    }

    fn draw(&self, strip: &Strip<'_>, sheet: &mut Sheet) {
        sheet.bottom += 22.0;
        let own = known(strip.own).map(|value| cut(&figure(self.language, value, strip.decimals), LETTERS, 140.0));
        let room = WIDTH - 2.0 * EDGE - own.as_ref().map_or(0.0, |own| width(own, LETTERS) * 1.15 + 34.0);
        if let Some(own) = own {
            let left = WIDTH - EDGE - width(&own, LETTERS) * 1.15 - 8.0;
            diamond((left, sheet.bottom - 4.5), 5.0, sheet);
            sheet.write(Letters::new(Ink::Own).bold().anchored("end"), &own, (WIDTH - EDGE, sheet.bottom));
        }
        let name = if strip.unit.is_empty() { strip.name.to_owned() } else { format!("{}\u{a0}({})", strip.name, strip.unit) };
        for (position, line) in two_lines(&name, room * 0.94).iter().enumerate() {
            sheet.bottom += if position == 0 { 0.0 } else { LINE };
            sheet.write(Letters::new(Ink::Words).bold(), line, (EDGE, sheet.bottom));
        }
        let base = sheet.bottom;
        let Some(field) = strip.field(base + 18.0) else {
            sheet.bottom += 4.0;
            let missing = self.language.say(&Message::new(key::CHART_MISSING));
            sheet.note(&missing);
            return;
        };
        draw_group(strip, &field, sheet);
        self.draw_members(strip, &field, sheet);
        draw_own(strip, &field, sheet);
        self.draw_ends(strip, &field, sheet);
        sheet.bottom = field.y + 26.0;
    }

    fn draw_members(&self, strip: &Strip<'_>, field: &Field, sheet: &mut Sheet) {
        for (name, value) in &strip.members {
            let Some(value) = known(*value) else { continue };
            put(
                &mut sheet.out,
                format_args!(
                    "<circle class=\"member-dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4.2\" fill=\"{MEMBER}\" fill-opacity=\".75\" stroke=\"{OWN}\" stroke-width=\"1\"><title>{}: {}</title></circle>\n",
                    field.x(value),
                    field.y,
                    escape(name),
                    figure(self.language, value, strip.decimals),
                ),
            );
        }
    }

    /// Least, median and greatest figure below the strip, as far as they find room.
    fn draw_ends(&self, strip: &Strip<'_>, field: &Field, sheet: &mut Sheet) {
        let told = |value: f64| figure(self.language, value, strip.decimals);
        let base = field.y + 21.0;
        let low = strip.figures().fold(f64::INFINITY, f64::min);
        let high = strip.figures().fold(f64::NEG_INFINITY, f64::max);
        sheet.write(Letters::new(Ink::Quiet), &told(low), (EDGE, base));
        sheet.write(Letters::new(Ink::Quiet).anchored("end"), &told(high), (WIDTH - EDGE, base));
        let Some(median) = known(strip.median) else { return };
        let text = format!("{}: {}", self.language.say(&Message::new(key::CHART_MEDIAN)), told(median));
        let half = width(&text, LETTERS) / 2.0;
        let left = EDGE + width(&told(low), LETTERS) + 10.0 + half;
        let right = WIDTH - EDGE - width(&told(high), LETTERS) - 10.0 - half;
        if left <= right {
            sheet.write(Letters::new(Ink::Peer).anchored("middle"), &text, (field.x(median).clamp(left, right), base));
        }
    }

    /// What the chart shows, for those who do not see it.
    pub fn description(&self) -> String {
        let told = self.strips.iter().map(|strip| {
            let value = |value: Option<f64>| {
                let missing = || self.language.say(&Message::new(key::CHART_MISSING));
                known(value).map_or_else(missing, |value| figure(self.language, value, strip.decimals))
            };
            let message = Message::new(key::CHART_STRIP_DESCRIPTION)
                .with("name", strip.name)
                .with("own", value(strip.own))
                .with("median", value(strip.median));
            self.language.say(&message)
        });
        std::iter::once(format!("{}.", self.title)).chain(told).collect::<Vec<_>>().join(" ")
    }
}

fn draw_group(strip: &Strip<'_>, field: &Field, sheet: &mut Sheet) {
    if let (Some(least), Some(greatest)) = (known(strip.least), known(strip.greatest)) {
        sheet.line(("peer-line", PEER, 1.5), (field.x(least), field.y), (field.x(greatest), field.y));
    }
    if let (Some(lower), Some(upper)) = (known(strip.lower), known(strip.upper)) {
        let (from, to) = (field.x(lower).min(field.x(upper)), field.x(lower).max(field.x(upper)));
        put(
            &mut sheet.out,
            format_args!(
                "<rect class=\"band\" x=\"{from:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"14\" fill=\"{BAND}\" stroke=\"{PEER}\" stroke-width=\".7\"/>\n",
                field.y - 7.0,
                to - from
            ),
        );
    }
    if let Some(median) = known(strip.median) {
        let x = field.x(median);
        sheet.line(("peer-line", PEER, 2.6), (x, field.y - 9.0), (x, field.y + 9.0));
    }
}

fn draw_own(strip: &Strip<'_>, field: &Field, sheet: &mut Sheet) {
    if let Some(own) = known(strip.own) {
        diamond((field.x(own), field.y), 7.5, sheet);
    }
}

/// The sign of the own area.
fn diamond((x, y): (f64, f64), half: f64, sheet: &mut Sheet) {
    put(
        &mut sheet.out,
        format_args!(
            "<path class=\"own\" d=\"M{x:.1} {:.1}l{half} {half}-{half} {half}-{half}-{half}z\" fill=\"{OWN}\" stroke=\"#ffffff\" stroke-width=\"1.2\"/>\n",
            y - half
        ),
    );
}
