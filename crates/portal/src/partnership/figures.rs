//! The five figures of the first screen, each with its year and source.

use miedza_planning::partnership::Kept;
use miedza_planning::partnership::MembersOn;
use miedza_planning::partnership::count::{Figure, StatedFigure};
use miedza_planning::partnership::counties::counties;
use miedza_planning::record::Kind;
use miedza_territory::{Level, UnitCode};
use miedza_texts::{Key, Message, key};
use miedza_workflows::partnership::Sum;

use super::desk::Desk;
use crate::frame::parts::KeyFigure;

/// Names of so many counties stand under their number.
const NAMED: usize = 5;

/// The figures.
pub fn of(desk: &Desk, members: &MembersOn) -> Vec<KeyFigure> {
    let land = &desk.book.land;
    let units: Vec<&UnitCode> = members.units().collect();
    let municipalities = || units.iter().copied().filter(|code| land.level(code) == Some(Level::Municipality));
    let population = land.sum(municipalities(), |unit| unit.population.last());
    let area = land.sum(municipalities(), |unit| unit.area_km2.as_ref());
    vec![
        counted(desk, members),
        summed(desk, (key::PAGE_POPULATION, ""), &population, Figure::Population),
        summed(desk, (key::PAGE_AREA, "km²"), &area, Figure::AreaKm2),
        touched(desk, &units),
        KeyFigure {
            label: desk.field(Kind::Partnerships, "stage"),
            value: desk.choice(&desk.book.partnership, "stage"),
            ..KeyFigure::default()
        },
    ]
}

fn counted(desk: &Desk, members: &MembersOn) -> KeyFigure {
    let note =
        if members.possible.is_empty() { String::new() } else { desk.count(key::PAGE_FIGURE_POSSIBLE, members.possible.len()) };
    let value = members.certain.len().to_string();
    KeyFigure { label: desk.say(key::PAGE_MEMBERS), value, note, ..KeyFigure::default() }
}

/// The sum over all municipalities, else what a document states, else that it is not known.
fn summed(desk: &Desk, (label, unit): (Key, &str), sum: &Sum, figure: Figure) -> KeyFigure {
    let label = desk.say(label);
    if sum.is_whole() {
        let (periods, sources) =
            (sum.periods.iter().cloned().collect::<Vec<_>>(), sum.sources.iter().cloned().collect::<Vec<_>>());
        let note = Message::new(key::PAGE_FIGURE_SUMMED)
            .with("units", Message::new(key::COUNT_MUNICIPALITIES).with("count", sum.units))
            .with("period", periods.join(", "))
            .with("source", sources.join(", "));
        let value = desk.asker.language.integer(sum.value);
        return KeyFigure { label, value, unit: unit.to_owned(), note: desk.tell(&note) };
    }
    match newest(desk, figure) {
        Some(stated) => KeyFigure {
            label,
            value: number(desk, stated.value),
            unit: unit.to_owned(),
            note: desk.tell(&Message::new(key::PAGE_FIGURE_STATED).with("date", desk.date(stated.date))),
        },
        None => KeyFigure { label, value: "–".to_owned(), note: desk.say(key::PAGE_NOT_KNOWN), ..KeyFigure::default() },
    }
}

/// The figure that was stated for the newest date.
fn newest(desk: &Desk, figure: Figure) -> Option<&Kept<StatedFigure>> {
    desk.book.dossier.figures.iter().filter(|stated| stated.figure == figure).max_by_key(|stated| stated.date)
}

fn touched(desk: &Desk, units: &[&UnitCode]) -> KeyFigure {
    let land = &desk.book.land;
    let counties = counties(units.iter().copied(), land.places());
    let mut names: Vec<String> = counties.keys().flatten().map(|county| land.name(county).to_owned()).collect();
    names.sort_by(|one, two| desk.asker.language.compare(one, two));
    let value = names.len().to_string();
    let note = if names.len() > NAMED { String::new() } else { names.join(", ") };
    KeyFigure { label: desk.say(key::PAGE_COUNTIES), value, note, ..KeyFigure::default() }
}

/// A number with a fraction only where it has one.
pub fn number(desk: &Desk, value: f64) -> String {
    let decimals = usize::from(value.fract() != 0.0);
    desk.asker.language.number(value, decimals)
}
