//! Maps of an indicator: classes of its figures, or classes of local association (LISA) with a sign in each unit.
//!
//! Classes of figures grow darker, or part to both sides of a middle; classes of association differ in colour and bear a
//! sign, so that nothing is told by colour alone. What is missing is hatched. Colours: ColorBrewer (Brewer 2003), which eyes
//! that do not tell red from green can tell apart. Classes of association: Anselin (1995).

use geo_types::Coord;
use miedza_texts::{Key, Language, Message, key};

use super::furniture::{Furniture, LETTERS, LINE};
use super::grid::Grid;
use super::map::{HIGHEST, Map, PADDING, Sheet, WIDTH, draw_schematic_mark};
use super::paint::{BORDER, INK, Pen, path_data, stroke, wrap};
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
        let map = &self.map;
        let grid = map.frame().map(|frame| Grid::fit(frame, WIDTH - 2.0 * PADDING, HIGHEST - 2.0 * PADDING));
        let sheet = grid.map(|grid| Sheet::new(map, grid));
        let title = wrap(map.title, 15.0, WIDTH * 0.96);
        let top = title.iter().fold(10.0, |top, _| top + 20.0);
        let height = sheet.as_ref().map_or(40.0, |sheet| sheet.grid.height + 2.0 * PADDING);
        let (below, bottom) = self.draw_below(sheet.as_ref(), top + height);
        let mut out = String::new();
        map.open(bottom, &self.description(), &mut out);
        for (line, text) in title.iter().enumerate() {
            let y = (0..line).fold(17.0, |y, _| y + 20.0);
            Pen::new(15.0, INK).bold().write(text, Coord { x: 2.0, y }, &mut out);
        }
        put(&mut out, format_args!("<g transform=\"translate(0 {top:.1})\">\n"));
        put(&mut out, format_args!("<rect width=\"{WIDTH}\" height=\"{height:.1}\" fill=\"#ffffff\"/>\n"));
        if let Some(sheet) = &sheet {
            self.draw(sheet, &mut out);
        }
        out.push_str("</g>\n");
        out.push_str(&below);
        out.push_str("</svg>\n");
        out
    }

    fn class(&self, unit: usize) -> Option<usize> {
        self.classes.get(unit).copied().flatten().filter(|class| *class < self.names.len())
    }

    /// Units of a class, or those without one, by position.
    fn members(&self, class: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.map.units.len()).filter(move |unit| self.class(*unit) == class)
    }

    fn draw(&self, sheet: &Sheet, out: &mut String) {
        put(out, format_args!("<g transform=\"translate({PADDING} {PADDING})\" stroke-linejoin=\"round\">\n"));
        out.push_str("<g transform=\"scale(.25)\">\n");
        self.draw_missing(sheet, out);
        for class in 0..self.names.len() {
            let mut data = String::new();
            self.members(Some(class)).for_each(|unit| path_data(&sheet.units[unit], &mut data));
            if !data.is_empty() {
                put(out, format_args!("<path d=\"{data}\" fill=\"{}\"/>\n", self.palette.look(class, self.names.len()).0));
            }
        }
        sheet.draw_units(&self.map, out);
        let mut borders = String::new();
        sheet.areas.iter().for_each(|outline| path_data(outline, &mut borders));
        put(out, format_args!("<path d=\"{borders}\" fill=\"none\" stroke=\"{BORDER}\" stroke-width=\"{}\"/>\n", stroke(1.8)));
        out.push_str("</g>\n");
        self.draw_signs(sheet, out);
        sheet.draw_names(&self.map, out);
        if self.map.is_schematic {
            draw_schematic_mark(self.map.language, out);
        }
        out.push_str("</g>\n");
    }

    fn draw_missing(&self, sheet: &Sheet, out: &mut String) {
        let mut data = String::new();
        self.members(None).for_each(|unit| path_data(&sheet.units[unit], &mut data));
        if !data.is_empty() {
            put(out, format_args!("<path d=\"{data}\" fill=\"#eceeec\"/>\n<path d=\"{data}\" fill=\"url(#map-classes)\"/>\n"));
            out.push_str(
                "<defs><pattern id=\"map-classes\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><path d=\"M4 0V20\" stroke=\"#8d9890\" stroke-width=\"5\"/></pattern></defs>\n",
            );
        }
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

    /// Scale, legend and source below the map, and where they end.
    fn draw_below(&self, sheet: Option<&Sheet>, top: f64) -> (String, f64) {
        let furniture = Furniture {
            map: &self.map,
            top,
            left_out: sheet.map_or(0, |sheet| sheet.left_out),
            pixels_per_km: sheet.map(|sheet| sheet.grid.pixels_per_km),
        };
        let mut out = String::new();
        let mut y = furniture.draw_scale_and_north(&mut out);
        for (class, told) in self.legend() {
            let (fill, sign) = class.map_or(("url(#map-hatch)", ""), |class| self.palette.look(class, self.names.len()));
            put(
                &mut out,
                format_args!(
                    "<rect x=\"2\" y=\"{:.1}\" width=\"37.8\" height=\"11\" fill=\"{fill}\" stroke=\"#5d6b62\" stroke-width=\"0.5\"/>\n",
                    y + 1.0
                ),
            );
            Pen::new(LETTERS, INK).anchored("middle").write(sign, Coord { x: 21.0, y: y + 10.0 }, &mut out);
            for line in wrap(&told, LETTERS, WIDTH - 60.0) {
                Pen::new(LETTERS, INK).write(&line, Coord { x: 48.0, y: y + 10.0 }, &mut out);
                y += LINE;
            }
        }
        let bottom = furniture.draw_source(y + 12.0, &mut out);
        (out, bottom + 4.0)
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
