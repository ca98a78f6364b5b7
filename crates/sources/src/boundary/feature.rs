//! What every reader of boundaries hands on: features with their attributes, not yet known as units.

use geo_types::LineString;

/// Polygons as lists of rings, the outer ring first; rings may be unclosed and run either way.
pub(super) type Rings = Vec<Vec<LineString<f64>>>;

/// One layer of a file, coordinates as the file has them.
#[derive(Default, Debug)]
pub(super) struct Features {
    /// Name of the layer, where the file names layers.
    pub layer: Option<String>,
    /// Names of the attributes.
    pub columns: Vec<String>,
    /// Features that have polygons.
    pub rows: Vec<Feature>,
    /// How many features there are, those without polygons included.
    pub count: usize,
    /// What the features without polygons were, the first kinds found.
    pub others: Vec<String>,
    /// What the file says of its coordinate system.
    pub declared: Option<String>,
    /// Whether coordinates without a declared system are degrees by the rule of the format.
    pub degrees_by_rule: bool,
}

/// One feature with land.
#[derive(Debug)]
pub(super) struct Feature {
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// Its attributes, by column; shorter than the columns where the last ones are missing.
    pub cells: Vec<Option<Cell>>,
    /// Its land.
    pub land: Rings,
}

/// An attribute of a feature.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Whole(i64),
    Real(f64),
}

impl Cell {
    /// The attribute as text: numbers that are whole without `.0`.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Whole(number) => number.to_string(),
            Self::Real(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
            Self::Real(number) => number.to_string(),
        }
    }
}

impl Features {
    /// The position of a column, which is added where it is new.
    pub fn column(&mut self, name: &str) -> usize {
        self.columns.iter().position(|known| known == name).unwrap_or_else(|| {
            self.columns.push(name.to_owned());
            self.columns.len() - 1
        })
    }

    /// Takes note of a feature without polygons.
    pub fn note_other(&mut self, kind: &str) {
        if self.others.len() < 5 && !self.others.iter().any(|known| known == kind) {
            self.others.push(kind.to_owned());
        }
    }
}

/// The layer to read: the one that was named, else the one whose number of features is closest to the wanted one.
pub(super) fn choose<'a>(
    layers: &'a [(String, usize)],
    named: Option<&str>,
    wanted: Option<usize>,
) -> Result<Option<&'a str>, String> {
    if let Some(named) = named {
        let found = layers.iter().find(|(name, _)| name.eq_ignore_ascii_case(named));
        let known = || layers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        return found.map(|(name, _)| Some(name.as_str())).ok_or_else(known);
    }
    let away = |features: usize| wanted.map_or(0, |wanted| features.abs_diff(wanted));
    Ok(layers
        .iter()
        .filter(|(_, features)| *features > 0)
        .min_by_key(|(_, features)| away(*features))
        .map(|(name, _)| name.as_str()))
}
