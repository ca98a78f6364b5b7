//! The two maps of a comparison.

use std::path::Path;

use miedza_delimitation::compare::Comparison as Found;
use miedza_reports::figure::{ComparedArea, ComparedUnit, Comparison, Row, Side};
use miedza_territory::AreaIx;
use miedza_texts::{Message, key};

use super::CompareRequest;
use super::ground::Ground;
use crate::delimitation::land::Land;
use crate::failure::Failure;

/// Numbers of the areas of both sides: assigned pairs have one, what only one side has comes after them.
struct Numbers {
    sides: [Vec<usize>; 2],
}

impl Numbers {
    fn of(found: &Found, ground: &Ground) -> Self {
        let [first, second] = [ground.sides[0].partition.len(), ground.sides[1].partition.len()];
        let left: Vec<usize> = (1..=first).collect();
        let mut right = vec![0; second];
        for (one, other) in &found.assignment {
            right[other.get()] = left[one.get()];
        }
        let mut next = first;
        for number in right.iter_mut().filter(|number| **number == 0) {
            next += 1;
            *number = next;
        }
        Self { sides: [left, right] }
    }

    fn area(&self, side: usize, number: usize) -> Option<AreaIx> {
        self.sides[side].iter().position(|own| *own == number).map(AreaIx::new)
    }
}

/// The drawing; `None` where no land is known.
pub(super) fn picture(request: &CompareRequest, ground: &Ground, found: &Found) -> Result<Option<String>, Failure> {
    if !ground.land.is_known() {
        return Ok(None);
    }
    let dissolved = |side: usize| ground.land.clone().dissolved(&ground.units, &ground.sides[side].partition);
    let lands = [dissolved(0)?, dissolved(1)?];
    let numbers = Numbers::of(found, ground);
    let areas = [areas(ground, (&lands[0], &numbers), 0), areas(ground, (&lands[1], &numbers), 1)];
    let names = [side_name(request, ground, 0), side_name(request, ground, 1)];
    let (units, rows) = (units(ground, found), rows(ground, &numbers));
    let title = title(request, ground);
    let drawing = Comparison {
        title: &title,
        source: &request.sources.join("; "),
        language: request.language,
        is_schematic: ground.land.is_schematic(),
        sides: [Side { name: &names[0], areas: &areas[0] }, Side { name: &names[1], areas: &areas[1] }],
        units: &units,
        rows: &rows,
    };
    Ok(Some(drawing.svg()))
}

/// The title with its marks.
fn title(request: &CompareRequest, ground: &Ground) -> String {
    let title = request.title.clone().unwrap_or_else(|| request.language.say(&key::COMPARE_TITLE.into()));
    let marks = ground.marks.words(request.language);
    if marks.is_empty() { title } else { format!("{title} ({})", marks.join(", ")) }
}

fn areas<'a>(ground: &Ground, (land, numbers): (&'a Land, &Numbers), side: usize) -> Vec<ComparedArea<'a>> {
    let one = |area: AreaIx| Some(ComparedArea { number: numbers.sides[side][area.get()], shape: land.area_shape(area)? });
    ground.sides[side].partition.areas().filter_map(one).collect()
}

fn side_name(request: &CompareRequest, ground: &Ground, side: usize) -> String {
    let (file, other) = if side == 0 { (&request.first, &request.second) } else { (&request.second, &request.first) };
    let file = file_name(file, other);
    let areas = Message::new(key::COUNT_AREAS).with("count", ground.sides[side].partition.len());
    format!("{file} · {}", request.language.say(&areas))
}

/// The name of a file; with its folder where both files have the same.
fn file_name(file: &Path, other: &Path) -> String {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = file.parent().filter(|_| name(file) == name(other)).map(name).filter(|folder| !folder.is_empty());
    folder.map_or_else(|| name(file), |folder| format!("{folder}/{}", name(file)))
}

fn units<'a>(ground: &'a Ground, found: &Found) -> Vec<ComparedUnit<'a>> {
    let one = |unit| {
        let code = ground.units.code(unit).as_str();
        let is_moved = found.changed.binary_search(&unit).is_ok();
        let is_in = [0, 1].map(|side| ground.sides[side].partition.area_of(unit).is_some());
        let shape = ground.land.unit_shape(unit)?;
        Some(ComparedUnit { code, name: ground.name(unit).unwrap_or(code), shape, is_moved, is_in })
    };
    ground.units.indices().filter_map(one).collect()
}

fn rows(ground: &Ground, numbers: &Numbers) -> Vec<Row> {
    let most = numbers.sides.iter().flatten().copied().max().unwrap_or(0);
    let row = |number: usize| {
        let [first, second] = [numbers.area(0, number), numbers.area(1, number)];
        let members = |side: usize, area: Option<AreaIx>| area.map(|area| ground.sides[side].partition.members(area));
        let (left, right) = (members(0, first), members(1, second));
        let name = first.map(|area| ground.area_name(0, area)).or_else(|| second.map(|area| ground.area_name(1, area)));
        Row {
            number,
            name: name.unwrap_or_default(),
            first: left.map(<[_]>::len),
            second: right.map(<[_]>::len),
            is_changed: left != right,
        }
    };
    (1..=most).map(row).collect()
}
