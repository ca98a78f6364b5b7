//! Municipalities on a map in classes of one figure; where peers stand beside members, the members have a thick outline.

use std::collections::BTreeSet;

use miedza_territory::{Boundaries, UnitCode};
use miedza_texts::key;
use miedza_workflows::territory::{Class, Drawn, class_of, classes, drawing};

use super::area::Area;
use crate::frame::parts::{MapFigure, Sign};
use crate::frame::{Told, land};

/// Classes of a map by their number.
const CLASSES: [&str; 8] = ["missing", "class-1", "class-2", "class-3", "class-4", "class-5", "class-6", "class-7"];

/// What a map shows.
pub struct Classed<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What the figure is.
    pub what: String,
    /// Of which year.
    pub year: u16,
    /// Units with their values, members first.
    pub values: Vec<(UnitCode, Option<f64>)>,
    /// A value in words.
    pub told: &'a (dyn Fn(f64) -> String + Sync),
}

impl Classed<'_> {
    /// The map; empty where no land is known.
    ///
    /// # Errors
    /// [`Told`] if the store cannot be read.
    pub async fn map(&self, area: &Area, ground: Option<&Boundaries>) -> Result<MapFigure, Told> {
        let Some(ground) = ground else { return Ok(MapFigure::default()) };
        let scale = classes(self.values.iter().filter_map(|(_, value)| *value));
        let members: BTreeSet<&UnitCode> = area.ground.subject.members.iter().collect();
        let has_peers = self.values.iter().any(|(unit, _)| !members.contains(unit));
        // Whoever is drawn last lies on top: members, whose outline is thick.
        let drawn: Vec<Drawn> = self
            .values
            .iter()
            .rev()
            .map(|(unit, value)| self.drawn(area, (unit, *value), (&scale, has_peers && members.contains(unit))))
            .collect();
        let drawing_id = format!("{}-drawing", self.id);
        Ok(MapFigure {
            id: self.id.to_owned(),
            svg: drawing(&drawn, ground, (&drawing_id, &self.what, &self.what)),
            what: self.what.clone(),
            when: self.year.to_string(),
            source: land::source(&area.asker, Some(ground), None).await?,
            schematic: if ground.schematic { area.say(key::MAP_SCHEMATIC) } else { String::new() },
            legend: self.legend(area, &scale, has_peers),
            ..MapFigure::default()
        })
    }

    fn drawn(&self, area: &Area, (unit, value): (&UnitCode, Option<f64>), (scale, is_own): (&[Class], bool)) -> Drawn {
        let class = value.and_then(|value| class_of(scale, value)).unwrap_or(0).min(CLASSES.len() - 1);
        let name = area.ground.name(unit);
        let told = value.map_or_else(|| area.say(key::DIAGNOSIS_NO_VALUE), self.told);
        Drawn {
            code: unit.to_string(),
            class: format!("{}{}", CLASSES[class], if is_own { " own" } else { "" }),
            href: String::new(),
            told: format!("{name}: {told}"),
            name,
            is_foremost: false,
            is_framed: true,
        }
    }

    fn legend(&self, area: &Area, scale: &[Class], has_peers: bool) -> Vec<Sign> {
        let label = |class: &Class| match ((self.told)(class.least), (self.told)(class.greatest)) {
            (least, greatest) if least == greatest => least,
            (least, greatest) => format!("{least} – {greatest}"),
        };
        let sign =
            |(number, class): (usize, &Class)| Sign { class: CLASSES[(number + 1).min(CLASSES.len() - 1)], label: label(class) };
        let is_missing = self.values.iter().any(|(_, value)| value.is_none());
        let missing = is_missing.then(|| Sign { class: CLASSES[0], label: area.say(key::DIAGNOSIS_NO_VALUE) });
        let own = has_peers.then(|| Sign { class: "own", label: area.say(key::DIAGNOSIS_OUTLINED) });
        scale.iter().enumerate().map(sign).chain(missing).chain(own).collect()
    }
}
