//! Charts as drawings: well formed, described, without text outside and without numbers that are none, whatever the figures.

use miedza_reports::figure::{
    Association, Bar, BarChart, BarOf, ClassMap, FutureChart, FutureYear, LineChart, Map, MapUnit, Palette, Pyramid, PyramidSide,
    Standing, Strip, StripChart, YearFigures,
};
use miedza_texts::Language;
use proptest::prelude::*;

/// Width of letters at least, by class.
fn least_width(text: &str, size: f64) -> f64 {
    let narrow = |letter: char| "ijlfrtIí.,:;'|ł ()".contains(letter) || letter.is_whitespace();
    text.chars().map(|letter| if narrow(letter) { 0.2 } else { 0.45 }).sum::<f64>() * size
}

/// Panics where a drawing is not sound.
fn assert_sound(svg: &str) {
    let drawing = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    let root = drawing.root_element();
    let attribute = |node: roxmltree::Node<'_, '_>, name: &str| -> f64 {
        node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} of {node:?}"))
    };
    let (width, height) = (attribute(root, "width"), attribute(root, "height"));
    for name in ["title", "desc"] {
        let child = root.children().find(|node| node.has_tag_name(name));
        assert!(child.is_some_and(|node| node.text().is_some_and(|text| !text.trim().is_empty())), "{name}\n{svg}");
    }
    for node in root.descendants() {
        let is_number = |value: &str| !value.contains("NaN") && !value.contains("inf");
        assert!(node.attributes().all(|attribute| is_number(attribute.value())), "{node:?}");
    }
    for text in root.descendants().filter(|node| node.has_tag_name("text")) {
        let (x, y, size) = (attribute(text, "x"), attribute(text, "y"), attribute(text, "font-size"));
        let wide = least_width(text.text().unwrap_or_default(), size);
        let left = match text.attribute("text-anchor") {
            Some("middle") => x - wide / 2.0,
            Some("end") => x - wide,
            _ => x,
        };
        assert!(left >= -0.5 && left + wide <= width + 0.5, "{:?} from {left} to {} in\n{svg}", text.text(), left + wide);
        assert!((5.0..=height).contains(&y), "{:?} at {y} of {height}", text.text());
        assert!(size >= 13.0, "letters of {size} cannot be read at 320 px");
    }
}

fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        2 => Just(None),
        4 => (-1e4..1e6).prop_map(Some),
        1 => any::<f64>().prop_map(Some),
        1 => Just(Some(0.0)),
        1 => Just(Some(f64::MAX)),
        1 => Just(Some(f64::MIN_POSITIVE / 4.0)),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[A-ZŁa-zęó-]{0,70}", "[A-Z][a-zę]{2,12}( [a-zó<&>\"']{1,14}){0,6}"]
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::Pl), Just(Language::Cs), Just(Language::En)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_sound_whatever_its_figures(
        title in name(), own in name(), language in language(), decimals in 0_usize..4,
        figures in prop::collection::vec((1990_i32..2030, [value(), value(), value(), value()]), 0..14),
        breaks in prop::collection::vec(1985_i32..2035, 0..3),
    ) {
        let mut years: Vec<YearFigures> = figures
            .into_iter()
            .map(|(year, [own, median, lower, upper])| YearFigures { year, own, median, lower, upper })
            .collect();
        years.sort_by_key(|year| year.year);
        let chart = LineChart { title: &format!("x{title}"), unit: "zł", language, decimals, own: &own, years: &years, breaks: &breaks };

        assert_sound(&chart.svg());
        prop_assert_eq!(chart.svg(), chart.svg());
    }

    #[test]
    fn bars_are_sound_whatever_their_figures(
        title in name(), language in language(), decimals in 0_usize..4, median in value(),
        figures in prop::collection::vec((name(), value()), 0..25),
    ) {
        let bars: Vec<Bar<'_>> = figures.iter().map(|(name, value)| Bar { name, value: *value, of: BarOf::Member }).collect();

        assert_sound(&BarChart { title: &format!("x{title}"), unit: "", language, decimals, bars: &bars, median }.svg());
    }

    #[test]
    fn a_pyramid_is_sound_whatever_its_figures(
        language in language(), sides in 0_usize..3,
        figures in prop::collection::vec((name(), [value(), value()]), 0..20),
    ) {
        let ages: Vec<&str> = figures.iter().map(|(name, _)| name.as_str()).collect();
        let today: Vec<Option<f64>> = figures.iter().map(|(_, [today, _])| *today).collect();
        let later: Vec<Option<f64>> = figures.iter().map(|(_, [_, later])| *later).collect();
        let side = PyramidSide { name: "kobiety", today: &today, later: &later };
        let sides = vec![side; sides];

        assert_sound(&Pyramid { title: "x", unit: "osoby", language, today: "2024", later: "2040", ages: &ages, sides: &sides }.svg());
    }

    #[test]
    fn a_projection_is_sound_whatever_its_figures(
        language in language(),
        counted in prop::collection::vec(value(), 0..12), projected in prop::collection::vec([value(), value(), value()], 0..17),
    ) {
        let counted: Vec<(i32, Option<f64>)> = (2013..).zip(counted).collect();
        let projected: Vec<FutureYear> =
            (2025..).zip(projected).map(|(year, [middle, low, high])| FutureYear { year, middle, low, high }).collect();

        assert_sound(&FutureChart { title: "x", unit: "osoby", language, decimals: 0, counted: &counted, projected: &projected }.svg());
    }

    #[test]
    fn strips_are_sound_whatever_their_figures(
        language in language(), strips in prop::collection::vec((name(), [value(), value(), value(), value(), value(), value()]), 0..9),
        members in prop::collection::vec(value(), 0..23),
    ) {
        let strips: Vec<Strip<'_>> = strips
            .iter()
            .map(|(name, [own, least, lower, median, upper, greatest])| Strip {
                name,
                unit: "%",
                decimals: 1,
                own: *own,
                least: *least,
                lower: *lower,
                median: *median,
                upper: *upper,
                greatest: *greatest,
                members: members.iter().map(|value| ("a & b", *value)).collect(),
            })
            .collect();

        assert_sound(&StripChart { title: "x", language, strips: &strips }.svg());
    }
}

fn line(years: &[YearFigures], breaks: &[i32]) -> String {
    LineChart { title: "x", unit: "%", language: Language::En, decimals: 1, own: "A", years, breaks }.svg()
}

fn own(year: i32, own: Option<f64>) -> YearFigures {
    YearFigures { year, own, ..YearFigures::default() }
}

/// Lines of the own area in a drawing, each with its corners.
fn own_lines(svg: &str) -> Vec<usize> {
    let drawing = roxmltree::Document::parse(svg).expect("well-formed XML");
    let lines = drawing.descendants().filter(|node| node.attribute("class") == Some("own-line"));
    lines.map(|node| node.attribute("d").expect("a path").matches(['M', 'L']).count()).collect()
}

#[test]
fn a_missing_year_is_a_gap_whether_it_is_empty_or_left_out() {
    let empty = [own(2019, Some(1.0)), own(2020, Some(2.0)), own(2021, None), own(2022, Some(3.0)), own(2023, Some(2.0))];
    let left_out = [empty[0], empty[1], empty[3], empty[4]];

    assert_eq!(own_lines(&line(&empty, &[])), [2, 2]);
    assert_eq!(own_lines(&line(&left_out, &[])), [2, 2]);
}

#[test]
fn a_census_every_ten_years_is_a_line() {
    assert_eq!(own_lines(&line(&[own(2001, Some(1.0)), own(2011, Some(2.0)), own(2021, Some(3.0))], &[])), [3]);
}

#[test]
fn a_line_breaks_where_the_series_does_and_says_so() {
    let years = [own(2019, Some(1.0)), own(2020, Some(2.0)), own(2021, Some(9.0)), own(2022, Some(8.0))];

    let svg = line(&years, &[2021]);

    assert_eq!(own_lines(&svg), [2, 2]);
    assert!(svg.contains("(2021)"), "{svg}");
    assert_eq!(own_lines(&line(&years, &[])), [4]);
}

#[test]
fn one_year_is_a_dot_and_no_year_is_a_sentence() {
    let svg = line(&[own(2024, Some(5.0))], &[]);

    assert!(own_lines(&svg).is_empty() && svg.contains("<circle class=\"own\""), "{svg}");
    assert!(line(&[own(2024, None)], &[]).contains("There is no data to draw."));
}

#[test]
fn bars_grow_from_zero_to_both_sides_in_the_order_of_their_figures() {
    let bars = [("low", Some(-10.0)), ("none", None), ("high", Some(30.0)), ("middle", Some(10.0))];
    let bars = bars.map(|(name, value)| Bar { name, value, of: BarOf::Member });

    let svg = BarChart { title: "x", unit: "", language: Language::En, decimals: 0, bars: &bars, median: None }.svg();

    let drawing = roxmltree::Document::parse(&svg).expect("well-formed XML");
    let of = |name: &str| -> Vec<f64> {
        let bars = drawing.descendants().filter(|node| node.attribute("class") == Some("member"));
        bars.map(|node| node.attribute(name).and_then(|value| value.parse().ok()).expect("a number")).collect()
    };
    let (x, wide) = (of("x"), of("width"));
    assert_eq!(x.len(), 3, "a missing figure has no bar");
    assert!((wide[0] - 3.0 * wide[1]).abs() < 0.2 && (wide[1] - wide[2]).abs() < 0.2, "{wide:?}");
    assert!((x[2] + wide[2] - x[0]).abs() < 0.2, "the negative bar ends where the others begin");
}

#[test]
fn a_map_of_association_tells_its_classes_without_colour_and_hatches_what_is_missing() {
    let square = |x: f64| {
        geo_types::MultiPolygon(vec![geo_types::Polygon::new(
            geo_types::LineString::from(vec![(x, 50.0), (x + 1.0, 50.0), (x + 1.0, 51.0), (x, 51.0), (x, 50.0)]),
            Vec::new(),
        )])
    };
    let shapes: Vec<_> = [18.0, 19.0, 20.0].map(square).to_vec();
    let units: Vec<MapUnit<'_>> =
        shapes.iter().map(|shape| MapUnit { code: "1", name: "<A>", shape, standing: Standing::Inside }).collect();
    let map =
        Map { title: "x", source: "", language: Language::En, is_schematic: false, areas: &[], units: &units, neighbours: None };
    let names: Vec<String> = Association::ALL.iter().map(|class| class.told(Language::En)).collect();
    let classes = [Some(Association::HighHigh.class()), Some(Association::None.class()), None];

    let svg = ClassMap { map, classes: &classes, names: &names, palette: Palette::Association }.svg();

    assert!(roxmltree::Document::parse(&svg).is_ok());
    assert!(svg.contains(">++</text>") && svg.contains("url(#map-hatch-grid)") && svg.contains("no data: 1 unit"), "{svg}");
    assert!(!svg.contains("<A>"));
}
