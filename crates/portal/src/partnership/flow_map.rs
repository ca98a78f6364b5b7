//! The map of flows between the municipalities of a partnership: one slim wedge per flow, as wide as it is strong.

use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use miedza_workflows::partnership::shapes;
use miedza_workflows::territory::{Among, Drawn, Line, drawing_with_lines};

use super::flows::Sheet;
use crate::frame::parts::{MapFigure, Sign};
use crate::frame::{Told, member_map};

/// Most lines that a map can carry and still be read.
const MOST_LINES: usize = 60;
/// Classes of lines, the weakest first.
const LINES: [&str; 5] = ["flow-1", "flow-2", "flow-3", "flow-4", "flow-5"];

/// The map with the strongest flows, or with those of at least so many persons; empty where no land is known.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn figure(sheet: &Sheet<'_>, least: Option<f64>) -> Result<MapFigure, Told> {
    let (desk, matrix) = (sheet.desk, sheet.matrix);
    let (asker, land) = (&desk.asker, &desk.book.land);
    let codes = matrix.units.iter().cloned().collect();
    let Some(shapes) = shapes(asker.app.store(), &codes, &land.around(), None).await? else { return Ok(MapFigure::default()) };
    let all = matrix.strongest();
    let flows: Vec<&Among> = all.iter().filter(|flow| least.is_none_or(|least| flow.persons >= least)).take(MOST_LINES).collect();
    let frames = asker.app.atlas().frames().await?;
    // The strongest lines lie on top.
    let lines: Vec<Line> = (flows.iter().rev())
        .filter_map(|flow| {
            let end = |place: usize| frames.middle(&matrix.units[place]);
            Some(Line { from: end(flow.from)?, to: end(flow.to)?, class: class(flow, &flows), told: sheet.told(flow) })
        })
        .collect();
    let members = desk.book.dossier.members_on(asker.today());
    let marked = member_map::marked(asker, land, &members);
    let drawn: Vec<Drawn> = (land.around().iter().map(outside))
        .chain(matrix.units.iter().map(|code| {
            let found = marked.iter().find(|unit| unit.code == code.as_str());
            Drawn {
                code: code.to_string(),
                class: "member".to_owned(),
                href: desk.unit(code).href,
                told: desk.unit(code).label,
                name: land.name(code).to_owned(),
                is_foremost: found.is_some_and(|unit| unit.is_foremost),
                is_framed: true,
            }
        }))
        .collect();
    let what = desk.say(key::PAGE_FLOWS_MAP);
    let told = Message::new(key::PAGE_FLOWS_MAP_TOLD).with("lines", lines.len()).with("all", all.len());
    let told = desk.tell(&told);
    Ok(MapFigure {
        id: "flow-map".to_owned(),
        svg: drawing_with_lines(&drawn, &shapes, &lines, ("flows", &what, &told)),
        what,
        when: sheet.table.number("year").map(|year| year.to_string()).unwrap_or_default(),
        source: told,
        schematic: if shapes.schematic { desk.say(key::MAP_SCHEMATIC) } else { String::new() },
        legend: legend(sheet, &flows),
        ..MapFigure::default()
    })
}

fn outside(code: &UnitCode) -> Drawn {
    Drawn { code: code.to_string(), class: "outside".to_owned(), ..Drawn::default() }
}

/// Of five classes of equal width between nothing and the strongest flow.
fn class(flow: &Among, flows: &[&Among]) -> &'static str {
    let strongest = flows.first().map_or(1.0, |flow| flow.persons).max(1.0);
    let reached = (1..LINES.len()).zip(&LINES[1..]).rev();
    let step = strongest / 5.0;
    let mut edge = strongest;
    for (_, class) in reached {
        edge -= step;
        if flow.persons > edge {
            return class;
        }
    }
    LINES[0]
}

fn legend(sheet: &Sheet<'_>, flows: &[&Among]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for name in LINES.iter().rev() {
        let of_class: Vec<f64> = flows.iter().filter(|flow| class(flow, flows) == *name).map(|flow| flow.persons).collect();
        let (Some(most), Some(least)) = (of_class.first(), of_class.last()) else { continue };
        let [least, most] = [*least, *most].map(|persons| sheet.persons(persons));
        let label = if least == most { most } else { format!("{least} – {most}") };
        signs.push(Sign { class: name, label });
    }
    signs
}
