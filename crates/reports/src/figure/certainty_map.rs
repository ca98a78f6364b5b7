//! The map of certainty: each unit in the class of its certainty, areas by their borders.
//!
//! The less certain, the darker and the denser the pattern: plain, dots, lines, crossed lines. So the classes can be told
//! apart in print without colour and by those who do not see colours. Units of no area are grey.

use geo_types::Coord;
use miedza_texts::{Argument, Message, key};

use super::furniture::{Furniture, LETTERS, LINE};
use super::map::{Map, Sheet, Standing, WIDTH};
use super::paint::{BORDER, INK, Pen, path_data, stroke, wrap};
use super::plate::{self, Plate};
use crate::markup::put;

/// All that a map of certainty shows.
#[derive(Clone, Debug)]
pub struct CertaintyMap<'a> {
    /// Areas and units; of how units stand only those of no area are told apart.
    pub map: Map<'a>,
    /// Certainty of each unit, in the order of the units of the map, 0 to 1.
    pub certainty: &'a [f64],
    /// Certainty below which a unit is on the edge.
    pub limit: f64,
    /// How many replicates were drawn.
    pub replicates: usize,
}

/// Above this a unit is as good as certain, below half it is more often elsewhere.
const BOUNDS: [f64; 2] = [0.95, 0.5];

/// Fill and pattern of a class, the most certain first: light to dark, nothing to crossed lines. Patterns are in cells of
/// the grid, 20 wide.
const CLASSES: [(&str, &str); 4] = [
    ("#f4f6ef", ""),
    ("#cfe0ea", "<circle cx=\"5\" cy=\"5\" r=\"2.4\"/><circle cx=\"15\" cy=\"15\" r=\"2.4\"/>"),
    ("#f0c08a", "<path d=\"M0 20L20 0\" stroke-width=\"3\"/>"),
    ("#c8674a", "<path d=\"M0 20L20 0M0 0L20 20\" stroke-width=\"3\"/>"),
];

impl CertaintyMap<'_> {
    /// The map as SVG, 640 pixels wide and at most some 900 high; the same map gives the same bytes.
    pub fn svg(&self) -> String {
        plate::svg(self)
    }

    fn draw_classes(&self, sheet: &Sheet, out: &mut String) {
        for (class, (fill, pattern)) in CLASSES.iter().enumerate() {
            let mut data = String::new();
            for place in self.members(class) {
                path_data(&sheet.units[place], &mut data);
            }
            if data.is_empty() {
                continue;
            }
            put(out, format_args!("<path d=\"{data}\" fill=\"{fill}\"/>\n"));
            if !pattern.is_empty() {
                put(out, format_args!("<path d=\"{data}\" fill=\"url(#certainty-{class})\"/>\n"));
            }
        }
    }

    /// Bounds between the classes, from the most certain down; at most three.
    fn bounds(&self) -> Vec<f64> {
        let mut bounds = vec![BOUNDS[0], self.limit, BOUNDS[1]];
        bounds.sort_by(|one, other| other.total_cmp(one));
        bounds.dedup();
        bounds.retain(|bound| *bound > 0.0);
        bounds
    }

    fn class(&self, certainty: f64) -> usize {
        self.bounds().iter().filter(|bound| certainty < **bound).count()
    }

    /// Units of an area in a class, by position.
    fn members(&self, class: usize) -> impl Iterator<Item = usize> + '_ {
        let units = self.map.units.iter().zip(self.certainty).enumerate();
        let inside = units.filter(|(_, (unit, _))| unit.standing != Standing::Unassigned);
        inside.filter(move |(_, (_, certainty))| self.class(**certainty) == class).map(|(place, _)| place)
    }

    /// What the map shows, for those who do not see it.
    pub fn description(&self) -> String {
        let count = |key, count: usize| Message::new(key).with("count", count);
        let told = Message::new(key::MAP_CERTAINTY_DESCRIPTION)
            .with("areas", count(key::COUNT_AREAS, self.map.areas.len()))
            .with("units", count(key::COUNT_UNITS, self.map.units.len()))
            .with("replicates", self.replicates);
        let classes: Vec<String> = self.class_names().into_iter().map(|(_, name)| name).collect();
        format!("{} {}.", self.map.language.say(&told), classes.join("; "))
    }

    /// The classes that have units, in words.
    fn class_names(&self) -> Vec<(usize, String)> {
        let bounds = self.bounds();
        let named = (0..=bounds.len()).filter_map(|class| {
            let units = self.members(class).count();
            (units > 0).then(|| (class, self.class_name(&bounds, class, units)))
        });
        named.collect()
    }

    fn class_name(&self, bounds: &[f64], class: usize, units: usize) -> String {
        let share = |bound: f64| Argument::Share(bound, 0);
        let told = match (bounds.get(class), class.checked_sub(1).map(|above| bounds[above])) {
            (Some(&low), None) => Message::new(key::MAP_CERTAINTY_FROM).with("low", share(low)),
            (Some(&low), Some(high)) => {
                Message::new(key::MAP_CERTAINTY_BETWEEN).with("low", share(low)).with("high", share(high))
            }
            (None, above) => Message::new(key::MAP_CERTAINTY_BELOW).with("high", share(above.unwrap_or(1.0))),
        };
        self.map.language.say(&told.with("count", Message::new(key::COUNT_UNITS).with("count", units)))
    }
}

impl Plate for CertaintyMap<'_> {
    fn map(&self) -> &Map<'_> {
        &self.map
    }

    fn told(&self) -> String {
        self.description()
    }

    fn draw_patterns(&self, out: &mut String) {
        patterns(out);
    }

    fn draw_cells(&self, sheet: &Sheet, out: &mut String) {
        sheet.draw_unassigned(&self.map, out);
        self.draw_classes(sheet, out);
        sheet.draw_units(&self.map, out);
        draw_borders(sheet, out);
    }

    fn draw_legend(&self, _furniture: &Furniture<'_>, top: f64, out: &mut String) -> f64 {
        let say = |key| self.map.language.say(&Message::new(key));
        let mut y = top;
        for (class, name) in self.class_names() {
            draw_swatch(class, y, out);
            y = write_line(&name, y, out);
        }
        let unassigned = self.map.count(Standing::Unassigned);
        if unassigned > 0 {
            swatch(y, "url(#map-hatch)", out);
            let count = Message::new(key::COUNT_UNITS).with("count", unassigned);
            y = write_line(&self.map.language.say(&Message::new(key::MAP_LEGEND_UNASSIGNED).with("count", count)), y, out);
        }
        put(out, format_args!("<path d=\"M2 {:.1}h37.8\" stroke=\"{BORDER}\" stroke-width=\"1.5\"/>\n", y + 6.5));
        y = write_line(&say(key::MAP_LEGEND_AREA_BORDER), y, out);
        if self.map.areas.iter().any(|area| area.seat.is_some()) {
            put(out, format_args!("<circle cx=\"21\" cy=\"{:.1}\" r=\"2.8\" fill=\"{INK}\"/>\n", y + 6.5));
            y = write_line(&say(key::MAP_LEGEND_SEAT), y, out);
        }
        y
    }
}

/// The patterns in cells of the grid, and the same in pixels for the legend.
fn patterns(out: &mut String) {
    out.push_str("<defs>\n");
    for (class, (fill, pattern)) in CLASSES.iter().enumerate().filter(|(_, (_, pattern))| !pattern.is_empty()) {
        let ink = format!("fill=\"{INK}\" stroke=\"{INK}\" stroke-opacity=\".75\" stroke-width=\"0\"");
        put(
            out,
            format_args!(
                "<pattern id=\"certainty-{class}\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\"><g {ink}>{pattern}</g></pattern>\n\
                 <pattern id=\"certainty-legend-{class}\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"scale(.25)\"><rect width=\"20\" height=\"20\" fill=\"{fill}\"/><g {ink}>{pattern}</g></pattern>\n"
            ),
        );
    }
    out.push_str("</defs>\n");
}

fn draw_borders(sheet: &Sheet, out: &mut String) {
    let width = stroke(if sheet.areas.len() > 150 { 0.9 } else { 1.5 });
    let mut data = String::new();
    sheet.areas.iter().for_each(|outline| path_data(outline, &mut data));
    put(out, format_args!("<path d=\"{data}\" fill=\"none\" stroke=\"{BORDER}\" stroke-width=\"{width}\"/>\n"));
}

fn draw_swatch(class: usize, y: f64, out: &mut String) {
    let (fill, pattern) = CLASSES[class.min(CLASSES.len() - 1)];
    if pattern.is_empty() {
        swatch(y, fill, out);
    } else {
        swatch(y, &format!("url(#certainty-legend-{class})"), out);
    }
}

fn swatch(y: f64, fill: &str, out: &mut String) {
    put(
        out,
        format_args!(
            "<rect x=\"2\" y=\"{:.1}\" width=\"37.8\" height=\"11\" fill=\"{fill}\" stroke=\"#5d6b62\" stroke-width=\"0.5\"/>\n",
            y + 1.0
        ),
    );
}

fn write_line(text: &str, y: f64, out: &mut String) -> f64 {
    let lines = wrap(text, LETTERS, WIDTH - 60.0);
    for (line, words) in lines.iter().enumerate() {
        let below = (0..line).fold(y + 10.0, |y, _| y + LINE);
        Pen::new(LETTERS, INK).write(words, Coord { x: 48.0, y: below }, out);
    }
    lines.iter().fold(y + 4.0, |y, _| y + LINE)
}

#[cfg(test)]
mod tests {
    use geo_types::{MultiPolygon, polygon};
    use miedza_texts::Language;

    use super::super::map::{MapArea, MapUnit};
    use super::*;

    fn square(west: f64) -> MultiPolygon<f64> {
        let (x, y) = (west, 51.0);
        MultiPolygon(vec![polygon![(x: x, y: y), (x: x + 0.1, y: y), (x: x + 0.1, y: y + 0.1), (x: x, y: y + 0.1)]])
    }

    fn drawn(certainty: &[f64], limit: f64) -> String {
        let shapes: Vec<MultiPolygon<f64>> =
            (0..certainty.len()).map(|place| square(18.0 + 0.1 * f64::from(u8::try_from(place).expect("few")))).collect();
        let unit = |shape| MapUnit { code: "1", name: "Jeden", shape, standing: Standing::Inside };
        let units: Vec<MapUnit<'_>> = shapes.iter().map(unit).collect();
        let areas = [MapArea { label: "Jeden", shape: &shapes[0], seat: None, weight: 1.0 }];
        let map = Map {
            title: "Title",
            source: "",
            language: Language::En,
            is_schematic: false,
            areas: &areas,
            units: &units,
            neighbours: None,
        };
        CertaintyMap { map, certainty, limit, replicates: 100 }.svg()
    }

    #[test]
    fn each_class_has_its_pattern_and_its_line_in_the_legend() {
        let svg = drawn(&[1.0, 0.95, 0.94, 0.8, 0.79, 0.5, 0.49, 0.0], 0.8);

        for class in 1..4 {
            assert_eq!(svg.matches(&format!("url(#certainty-{class})")).count(), 1, "class {class}");
            assert_eq!(svg.matches(&format!("url(#certainty-legend-{class})")).count(), 1, "class {class}");
        }
        for told in
            ["certainty of 95% or more: 2 units", "80% to below 95%: 2 units", "50% to below 80%: 2 units", "below 50%: 2 units"]
        {
            assert_eq!(svg.matches(told).count(), 2, "{told} in description and legend of {svg}");
        }
    }

    #[test]
    fn classes_without_units_are_not_explained() {
        let svg = drawn(&[1.0, 0.3], 0.8);

        assert!(!svg.contains("80% to below 95%") && svg.contains("below 50%: 1 unit"), "{svg}");
    }

    #[test]
    fn limits_at_the_ends_leave_fewer_classes() {
        for (limit, classes) in [(0.8, 4), (0.95, 3), (0.5, 3), (0.0, 3), (0.99, 4), (1.0, 4)] {
            let map = Map {
                title: "",
                source: "",
                language: Language::En,
                is_schematic: false,
                areas: &[],
                units: &[],
                neighbours: None,
            };
            let map = CertaintyMap { map, certainty: &[], limit, replicates: 1 };
            assert_eq!(map.bounds().len() + 1, classes, "{limit}");
        }
    }
}
