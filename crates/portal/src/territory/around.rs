//! The land of a unit among its neighbours.

use std::collections::BTreeMap;

use miedza_store::{KeptUnit, UnitQuestion};
use miedza_territory::{Level, UnitCode};
use miedza_texts::{Message, key};
use miedza_workflows::territory::{Drawn, drawing, shapes};

use super::words;
use crate::frame::parts::{Entry, MapFigure, Sign};
use crate::frame::{Address, Asker, Told, land};

/// The municipalities that a unit is or comprises.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn municipalities(asker: &Asker, kept: &KeptUnit) -> Result<Vec<UnitCode>, Told> {
    let mut held = vec![kept.unit.clone()];
    let mut found = Vec::new();
    while let Some(unit) = held.pop() {
        if unit.level == Level::Municipality {
            found.push(unit.code);
            continue;
        }
        let parent = Some(unit.code);
        let below = asker.app.store().units(&UnitQuestion { parent, ..UnitQuestion::default() }).await?;
        held.extend(below.into_iter().map(|kept| kept.unit).filter(|below| below.level != Level::Part));
    }
    Ok(found)
}

/// The map; empty where no land of the unit is known.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn map(asker: &Asker, kept: &KeptUnit) -> Result<MapFigure, Told> {
    let own = municipalities(asker, kept).await?;
    let near: Vec<UnitCode> = asker.app.atlas().frames().await?.near(&own).into_iter().collect();
    // A unit that is gone is drawn as it was.
    let year = kept.valid_to.map(|gone| gone.year() - 1);
    let Some(found) = shapes(asker.app.store(), &near, year).await? else { return Ok(MapFigure::default()) };
    let names = asker.app.store().units_by_code(&near).await?;
    // A unit that is gone is looked for under the code that it has now.
    let is_own = |code: &&UnitCode| code.whatever_kind().iter().any(|name| own.contains(name));
    let (inside, outside): (Vec<&UnitCode>, Vec<&UnitCode>) = near.iter().partition(is_own);
    let is_one = inside.len() == 1;
    let drawn: Vec<Drawn> = (outside.iter().map(|code| unit(asker, &names, code, ("", is_one))))
        .chain(inside.iter().map(|code| unit(asker, &names, code, (if is_one { "member leader" } else { "member" }, true))))
        .collect();
    let what = asker.tell(&Message::new(key::UNIT_MAP).with("name", words::named(asker, kept)));
    let description = asker.tell(&Message::new(key::UNIT_MAP_TOLD).with("own", inside.len()).with("near", outside.len()));
    let mut units: Vec<Entry> = drawn.iter().map(|unit| Entry::new(unit.href.clone(), unit.told.clone())).collect();
    units.sort_by(|one, two| asker.language.compare(&one.label, &two.label));
    Ok(MapFigure {
        id: "map".to_owned(),
        svg: drawing(&drawn, &found, ("unit-map", &what, &description)),
        what,
        source: land::source(asker, Some(&found), year).await?,
        schematic: if found.schematic { asker.say(key::MAP_SCHEMATIC) } else { String::new() },
        list_label: asker.tell(&Message::new(key::UNIT_MAP_LIST).with("count", units.len())),
        units,
        legend: vec![
            Sign { class: if is_one { "member leader" } else { "member" }, label: words::named(asker, kept) },
            Sign { class: "", label: asker.say(key::UNIT_MAP_NEAR) },
        ],
        ..MapFigure::default()
    })
}

fn unit(asker: &Asker, names: &BTreeMap<UnitCode, KeptUnit>, code: &UnitCode, (class, is_framed): (&str, bool)) -> Drawn {
    let kept = names.get(code);
    let name = kept.map_or_else(|| code.to_string(), |kept| kept.unit.name.clone());
    let kind = kept.map(|kept| words::kind(asker, kept)).unwrap_or_default();
    Drawn {
        code: code.to_string(),
        class: class.to_owned(),
        href: Address::unit(asker.language, code.as_str()).into(),
        told: if kind.is_empty() { name.clone() } else { format!("{name}, {kind}") },
        name,
        is_foremost: class.contains("leader"),
        is_framed,
    }
}
