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
use super::inside::Inside;
use crate::frame::parts::KeyFigure;

/// Names of so many counties stand under their number.
const NAMED: usize = 5;

/// The figures with their sources in one line, which may be empty. Where it is not known how many commuters stay inside, the
/// counties stand in this place.
pub fn of(desk: &Desk, members: &MembersOn, inside: Option<&Inside>) -> (Vec<KeyFigure>, String) {
    let land = &desk.book.land;
    let units: Vec<&UnitCode> = members.units().collect();
    let municipalities = || units.iter().copied().filter(|code| land.level(code) == Some(Level::Municipality));
    let population = land.sum(municipalities(), |unit| unit.population.last());
    let area = land.sum(municipalities(), |unit| unit.area_km2.as_ref());
    let figures = vec![
        counted(desk, members),
        summed(desk, (key::PAGE_POPULATION, ""), &population, Figure::Population),
        summed(desk, (key::PAGE_AREA, "km²"), &area, Figure::AreaKm2),
        inside.map_or_else(|| touched(desk, &units), |inside| kept(desk, inside)),
        KeyFigure {
            label: desk.field(Kind::Partnerships, "stage"),
            value: desk.choice(&desk.book.partnership, "stage"),
            ..KeyFigure::default()
        },
    ];
    (figures, sources(desk, [(key::PAGE_POPULATION, &population), (key::PAGE_AREA, &area)]))
}

/// Who published the figures that were summed.
fn sources(desk: &Desk, sums: [(Key, &Sum); 2]) -> String {
    let named = sums.into_iter().filter(|(_, sum)| sum.is_whole()).map(|(label, sum)| {
        let sources = sum.sources.iter().cloned().collect::<Vec<_>>().join(", ");
        desk.tell(&Message::new(key::PAGE_FIGURE_SOURCE).with("figure", desk.say(label)).with("source", sources))
    });
    named.collect::<Vec<_>>().join(" ")
}

fn kept(desk: &Desk, inside: &Inside) -> KeyFigure {
    let year = inside.year.map(|year| year.to_string()).unwrap_or_default();
    let parts = [inside.variant.clone(), year].into_iter().filter(|part| !part.is_empty());
    KeyFigure {
        label: desk.say(key::PAGE_COMMUTING_INSIDE),
        value: desk.asker.language.share(inside.share, 1),
        note: parts.collect::<Vec<_>>().join(", "),
        ..KeyFigure::default()
    }
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
        let periods: Vec<String> = sum.periods.iter().map(|period| desk.asker.period(period)).collect();
        let note = Message::new(key::PAGE_FIGURE_SUMMED)
            .with("units", Message::new(key::COUNT_MUNICIPALITIES).with("count", sum.units))
            .with("period", periods.join(", "));
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
