//! Maps of an indicator: classes of its figures, or classes of local association (LISA) with a sign in each unit.
//!
//! Classes of figures grow darker, or part to both sides of a middle; classes of association differ in colour and bear a
//! sign, so that nothing is told by colour alone. What is missing is hatched. Colours: ColorBrewer (Brewer 2003), which eyes
//! that do not tell red from green can tell apart. Classes of association: Anselin (1995).

use geo_types::Coord;
use miedza_texts::{Key, Language, Message, key};

use super::furniture::{Furniture, LETTERS, LINE};
use super::map::{Map, Named, Sheet, WIDTH, draw_hatched};
use super::paint::{BORDER, INK, Pen, path_data, stroke, wrap};
use super::plate::{self, Plate};
use crate::markup::put;

/// Which colours the classes have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// From light to dark (YlGn).
    #[default]
    Sequential,
    /// From brown over pale to blue-green (BrBG), with signs on both sides of the middle.
    Diverging,
    /// The five classes of [`Association`], in their order.
    Association,
}

/// Classes of local association: a unit and those around it, both against the mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Association {
    /// High among high.
    HighHigh,
    /// Low among low.
    LowLow,
    /// High among low.
    HighLow,
    /// Low among high.
    LowHigh,
    /// No more alike or unlike than chance would have it.
    None,
}

impl Association {
    /// All classes, in the order in which the legend lists them.
    pub const ALL: [Self; 5] = [Self::HighHigh, Self::LowLow, Self::HighLow, Self::LowHigh, Self::None];

    /// Position of the class in a [`ClassMap`] of [`Palette::Association`].
    pub const fn class(self) -> usize {
        match self {
            Self::HighHigh => 0,
            Self::LowLow => 1,
            Self::HighLow => 2,
            Self::LowHigh => 3,
            Self::None => 4,
        }
    }

    /// The class in words.
    pub fn told(self, language: Language) -> String {
        const KEYS: [Key; 5] = [
            key::CHART_ASSOCIATION_HIGH_HIGH,
            key::CHART_ASSOCIATION_LOW_LOW,
            key::CHART_ASSOCIATION_HIGH_LOW,
            key::CHART_ASSOCIATION_LOW_HIGH,
            key::CHART_ASSOCIATION_NONE,
        ];
        language.say(&Message::new(KEYS[self.class()]))
    }
}

const SEQUENTIAL: [&str; 7] = ["#ffffe5", "#e3f4b5", "#b9e08f", "#7fc578", "#3fa55a", "#1f7a41", "#00472a"];
const DIVERGING: [&str; 7] = ["#8c510a", "#d8b365", "#f6e8c3", "#f5f5f5", "#c7eae5", "#5ab4ac", "#01665e"];
const ASSOCIATION: [(&str, &str); 5] =
    [("#d7513f", "++"), ("#4a8fc0", "−−"), ("#f6b799", "+−"), ("#a9cfe5", "−+"), ("#f4f4f1", "")];

impl Palette {
    /// Colour and sign of a class of so many.
    fn look(self, class: usize, of: usize) -> (&'static str, &'static str) {
        let spread = |colours: [&'static str; 7]| colours[if of > 1 { (class * 6 / (of - 1)).min(6) } else { 3 }];
        match self {
            Self::Sequential => (spread(SEQUENTIAL), ""),
            Self::Diverging if class * 2 + 1 < of => (spread(DIVERGING), "−"),
            Self::Diverging if class * 2 + 1 > of => (spread(DIVERGING), "+"),
            Self::Diverging => (spread(DIVERGING), ""),
            Self::Association => ASSOCIATION[class.min(4)],
        }
    }
}

/// All that a map of classes shows.
#[derive(Clone, Debug)]
pub struct ClassMap<'a> {
    /// Units, and areas as outlines over them; how units stand to areas is not told.
    pub map: Map<'a>,
    /// Class of each unit, in the order of the units of the map; `None` where the figure is missing.
    pub classes: &'a [Option<usize>],
    /// Names of the classes, the lowest first; at most seven, for [`Palette::Association`] five.
    pub names: &'a [String],
    /// The colours.
    pub palette: Palette,
}

impl ClassMap<'_> {
    /// The map as SVG, 640 wide and at most some 900 high; the same map gives the same bytes.
    pub fn svg(&self) -> String {
        plate::svg(self)
    }

    fn class(&self, unit: usize) -> Option<usize> {
        self.classes.get(unit).copied().flatten().filter(|class| *class < self.names.len())
    }

    /// Units of a class, or those without one, by position.
    fn members(&self, class: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.map.units.len()).filter(move |unit| self.class(*unit) == class)
    }

    fn draw_missing(&self, sheet: &Sheet, out: &mut String) {
        let mut data = String::new();
        self.members(None).for_each(|unit| path_data(&sheet.units[unit], &mut data));
        draw_hatched(&data, out);
    }

    fn draw_classes(&self, sheet: &Sheet, out: &mut String) {
        for class in 0..self.names.len() {
            let mut data = String::new();
            self.members(Some(class)).for_each(|unit| path_data(&sheet.units[unit], &mut data));
            if !data.is_empty() {
                put(out, format_args!("<path d=\"{data}\" fill=\"{}\"/>\n", self.palette.look(class, self.names.len()).0));
            }
        }
    }

    /// Classes with units, the highest first, and what is missing.
    fn legend(&self) -> Vec<(Option<usize>, String)> {
        let count = |units: usize| Message::new(key::COUNT_UNITS).with("count", units);
        let told = |name: &str, class: Option<usize>| {
            let units = self.members(class).count();
            let message = Message::new(key::CHART_CLASS).with("name", name).with("count", count(units));
            (units > 0).then(|| (class, self.map.language.say(&message)))
        };
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        if self.palette != Palette::Association {
            order.reverse();
        }
        let missing = self.map.language.say(&Message::new(key::CHART_MISSING));
        order.into_iter().filter_map(|class| told(&self.names[class], Some(class))).chain(told(&missing, None)).collect()
    }

    /// What the map shows, for those who do not see it.
    pub fn description(&self) -> String {
        let classes: Vec<String> = self.legend().into_iter().map(|(_, told)| told).collect();
        let message = Message::new(key::CHART_CLASS_DESCRIPTION)
            .with("units", Message::new(key::COUNT_UNITS).with("count", self.map.units.len()))
            .with("classes", classes.join("; "));
        self.map.language.say(&message)
    }
}

impl Plate for ClassMap<'_> {
    const NAMED: Named = Named::Units;
    // Two maps of a report find room on a page.
    const HIGHEST: f64 = 330.0;

    fn map(&self) -> &Map<'_> {
        &self.map
    }

    fn told(&self) -> String {
        self.description()
    }

    fn draw_cells(&self, sheet: &Sheet, out: &mut String) {
        self.draw_missing(sheet, out);
        self.draw_classes(sheet, out);
        sheet.draw_units(&self.map, out);
        let mut borders = String::new();
        sheet.areas.iter().for_each(|outline| path_data(outline, &mut borders));
        put(out, format_args!("<path d=\"{borders}\" fill=\"none\" stroke=\"{BORDER}\" stroke-width=\"{}\"/>\n", stroke(1.8)));
    }

    /// The sign of its class in each unit that is large enough for it.
    fn draw_signs(&self, sheet: &Sheet, out: &mut String) {
        out.push_str("<g stroke=\"#ffffff\" stroke-width=\"3.2\" paint-order=\"stroke\" stroke-linejoin=\"round\">\n");
        for class in 0..self.names.len() {
            let (_, sign) = self.palette.look(class, self.names.len());
            for unit in self.members(Some(class)).filter(|_| !sign.is_empty()) {
                let Some((middle, _)) = sheet.units[unit].middle().filter(|(_, extent)| *extent > 320.0) else { continue };
                Pen::new(14.0, INK).bold().anchored("middle").write(sign, Coord { x: middle.x, y: middle.y + 5.0 }, out);
            }
        }
        out.push_str("</g>\n");
    }

    fn draw_legend(&self, _furniture: &Furniture<'_>, top: f64, out: &mut String) -> f64 {
        let mut y = top;
        for (class, told) in self.legend() {
            let (fill, sign) = class.map_or(("url(#map-hatch)", ""), |class| self.palette.look(class, self.names.len()));
            put(
                out,
                format_args!(
                    "<rect x=\"2\" y=\"{:.1}\" width=\"37.8\" height=\"11\" fill=\"{fill}\" stroke=\"#5d6b62\" stroke-width=\"0.5\"/>\n",
                    y + 1.0
                ),
            );
            Pen::new(LETTERS, INK).anchored("middle").write(sign, Coord { x: 21.0, y: y + 10.0 }, out);
            for line in wrap(&told, LETTERS, WIDTH - 60.0) {
                Pen::new(LETTERS, INK).write(&line, Coord { x: 48.0, y: y + 10.0 }, out);
                y += LINE;
            }
        }
        y + 6.0
    }
}
