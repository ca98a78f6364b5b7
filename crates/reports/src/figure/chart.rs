//! The sheet on which all charts are drawn: title, unit, letters, colours and the frame of the file.
//!
//! A chart is 480 units wide, so that its letters can still be read on a phone of 320. Every stroke bears its colour as an
//! attribute, for PDF, DOCX and mail, and a class of one word (`own`, `peer`, `band`, …) by which the sheet of a page may
//! colour it anew; no attribute carries style, as pages forbid it. There are no ids, so that many charts stand on one page.

use miedza_texts::{Language, Message, key};

use super::labels::width;
use super::paint::{INK, QUIET, wrap};
use crate::markup::{escape, escape_into, put};

/// Width of a chart.
pub const WIDTH: f64 = 480.0;
/// Size of the letters.
pub const LETTERS: f64 = 13.0;
/// Height of a line of letters.
pub const LINE: f64 = 16.0;
/// Room at the edges.
pub const EDGE: f64 = 4.0;

/// The own area: the green of the miedza.
pub const OWN: &str = "#2f6f45";
/// Its members.
pub const MEMBER: &str = "#a9c6b0";
/// The group of comparison.
pub const PEER: &str = "#66736b";
/// The middle half of the group.
pub const BAND: &str = "#dde3dc";
/// Lines behind the drawing.
pub const GRID: &str = "#e1e6df";
/// The line from which bars grow.
pub const AXIS: &str = "#7c8981";

/// Figures of this size and beyond are no figures of a place.
const BEYOND: f64 = 1e300;
/// Figures smaller than this are nothing.
const NOTHING: f64 = 1e-300;
/// Whole numbers from this on are written with a power of ten.
const LONG: f64 = 1e13;

/// What a line of letters is about, by its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Names and values.
    Words,
    /// Axes and notes.
    Quiet,
    /// The own area.
    Own,
    /// The group of comparison.
    Peer,
}

impl Ink {
    const fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Words => ("words", INK),
            Self::Quiet => ("quiet", QUIET),
            Self::Own => ("own", OWN),
            Self::Peer => ("peer", "#55625a"),
        }
    }
}

/// How a line of letters is set.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// Its colour.
    pub ink: Ink,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// Whether it is bold.
    pub is_bold: bool,
}

impl Letters {
    /// Letters that begin at their place.
    pub const fn new(ink: Ink) -> Self {
        Self { ink, anchor: "start", is_bold: false }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    /// The same, centred on their place or ending there.
    pub const fn anchored(self, anchor: &'static str) -> Self {
        Self { anchor, ..self }
    }
}

/// A chart while it is drawn.
pub struct Sheet {
    /// What is drawn so far.
    pub out: String,
    /// Where the next thing begins, from above.
    pub bottom: f64,
    language: Language,
    title: String,
}

impl Sheet {
    /// A sheet with title and unit.
    pub fn new(language: Language, title: &str, unit: &str) -> Self {
        let mut sheet = Self { out: String::new(), bottom: 2.0, language, title: title.to_owned() };
        for line in wrap(title, 15.0, WIDTH - 2.0 * EDGE) {
            sheet.bottom += 18.0;
            let line = cut(&line, 15.0, WIDTH - 2.0 * EDGE);
            sheet.write_sized(Letters::new(Ink::Words).bold(), 15.0, (&line, (EDGE, sheet.bottom - 3.0)));
        }
        if !unit.is_empty() {
            sheet.note(unit);
        }
        sheet.bottom += 4.0;
        sheet
    }

    /// Quiet lines across the whole chart, below what is there.
    pub fn note(&mut self, text: &str) {
        for line in wrap(text, LETTERS, WIDTH - 2.0 * EDGE) {
            self.bottom += LINE;
            let line = cut(&line, LETTERS, WIDTH - 2.0 * EDGE);
            self.write(Letters::new(Ink::Quiet), &line, (EDGE, self.bottom - 3.0));
        }
    }

    /// A line of letters with its base line at a place.
    pub fn write(&mut self, letters: Letters, text: &str, at: (f64, f64)) {
        self.write_sized(letters, LETTERS, (text, at));
    }

    fn write_sized(&mut self, letters: Letters, size: f64, (text, (x, y)): (&str, (f64, f64))) {
        let (class, fill) = letters.ink.look();
        let (anchor, bold) = (letters.anchor, if letters.is_bold { " font-weight=\"bold\"" } else { "" });
        put(
            &mut self.out,
            format_args!(
                "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{fill}\" text-anchor=\"{anchor}\"{bold}>"
            ),
        );
        escape_into(text, &mut self.out);
        self.out.push_str("</text>\n");
    }

    /// A straight line.
    pub fn line(&mut self, (class, stroke, width): (&str, &str, f64), from: (f64, f64), to: (f64, f64)) {
        put(
            &mut self.out,
            format_args!(
                "<path class=\"{class}\" d=\"M{:.1} {:.1}L{:.1} {:.1}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>\n",
                from.0, from.1, to.0, to.1
            ),
        );
    }

    /// The sentence that stands where there is nothing to draw.
    pub fn no_data(&mut self) {
        let text = self.language.say(&Message::new(key::CHART_NO_DATA));
        self.bottom += 4.0;
        self.note(&text);
        self.bottom += 4.0;
    }

    /// The finished file; the description tells the chart to those who do not see it.
    pub fn finish(self, description: &str) -> String {
        let (language, height) = (self.language.code(), libm::ceil(self.bottom + 4.0));
        let mut file = String::with_capacity(self.out.len() + 600);
        put(
            &mut file,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" \
                 height=\"{height:.0}\" role=\"img\" xml:lang=\"{language}\" font-family=\"Lato, 'Segoe UI', 'Noto Sans', sans-serif\">\n"
            ),
        );
        put(&mut file, format_args!("<title>{}</title>\n<desc>{}</desc>\n", escape(&self.title), escape(description)));
        put(&mut file, format_args!("<rect class=\"ground\" width=\"{WIDTH}\" height=\"{height:.0}\" fill=\"#ffffff\"/>\n"));
        file.push_str(&self.out);
        file.push_str("</svg>\n");
        file
    }
}

/// A figure that can be drawn; what is no finite number is missing, what is next to nothing is zero.
pub fn known(value: Option<f64>) -> Option<f64> {
    let value = value.filter(|value| value.is_finite() && value.abs() < BEYOND)?;
    Some(if value.abs() < NOTHING { 0.0 } else { value })
}

/// A figure in letters, with a power of ten where it would be too long to read.
pub fn figure(language: Language, value: f64, decimals: usize) -> String {
    if value.abs() < LONG {
        return language.number(value, decimals);
    }
    let power = libm::floor(libm::log10(value.abs()));
    format!("{}·10^{power}", language.number(value / libm::pow(10.0, power), 1))
}

/// How many of something, as a number to draw with.
pub fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

/// A line of letters that is no wider than so much; what does not fit gives way to an ellipsis.
pub fn cut(text: &str, size: f64, widest: f64) -> String {
    if width(text, size) <= widest {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        short.push(letter);
        if width(&short, size) + width("…", size) > widest {
            short.pop();
            break;
        }
    }
    format!("{}…", short.trim_end())
}

/// A name in at most two lines.
pub fn two_lines(text: &str, widest: f64) -> Vec<String> {
    let lines = wrap(text, LETTERS, (widest - 1.0) / 0.88);
    let mut shown: Vec<String> = lines.iter().take(2).map(|line| cut(line, LETTERS, widest)).collect();
    if let (true, Some(last)) = (lines.len() > 2, shown.last_mut()) {
        *last = cut(&format!("{last} {}", lines[2]), LETTERS, widest.min(width(last, LETTERS) + width("…", LETTERS)));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_give_way_to_an_ellipsis() {
        assert_eq!(cut("Kalisz", 10.0, 100.0), "Kalisz");
        assert!(cut("Konstantynopolitanczykowianeczka", 10.0, 60.0).ends_with('…'));
        assert!(width(&cut("Konstantynopolitanczykowianeczka", 10.0, 60.0), 10.0) <= 60.0);
    }

    #[test]
    fn figures_too_long_to_read_get_a_power_of_ten() {
        assert_eq!(figure(Language::Pl, 1234.5, 1), "1\u{202f}234,5");
        assert_eq!(figure(Language::Pl, -2.5e200, 0), "−2,5·10^200");
    }
}
