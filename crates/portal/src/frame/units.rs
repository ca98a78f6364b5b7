//! Units as people read them: the name, and where several bear it, kind and code beside it.

use miedza_territory::{Kind, Level, UnitCode};
use miedza_texts::{Message, key};
use miedza_workflows::partnership::Land;

use super::asker::Asker;

/// The name of a unit, told apart from others of that name by kind and code; the code where no register names it.
#[must_use]
pub fn unit_name(asker: &Asker, land: &Land, code: &UnitCode) -> String {
    let name = land.name(code);
    if name == code.as_str() {
        return name.to_owned();
    }
    if land.level(code) == Some(Level::County) {
        // Districts of Czechia bear codes of NUTS, counties of Poland are numbers.
        let named = if code.is_numeric() { key::UNIT_NAMED_PL_COUNTY } else { key::UNIT_NAMED_CZ_COUNTY };
        return asker.tell(&Message::new(named).with("name", name));
    }
    if !land.has_namesake(code) {
        return name.to_owned();
    }
    let kind = kind_of_unit(asker, land, code);
    asker.tell(&Message::new(key::PAGE_UNIT_APART).with("name", name).with("kind", kind).with("code", code.as_str()))
}

/// The kind of a unit in words: of a Polish municipality from its code, else its level; empty where neither is known.
#[must_use]
pub fn kind_of_unit(asker: &Asker, land: &Land, code: &UnitCode) -> String {
    let key = match (code.kind(), land.level(code)) {
        (_, Some(Level::County)) => key::PAGE_UNIT_COUNTY,
        (_, Some(Level::Region)) => key::PAGE_UNIT_REGION,
        (Some(Kind::Urban), _) => key::PAGE_UNIT_URBAN,
        (Some(Kind::Rural), _) => key::PAGE_UNIT_RURAL,
        (Some(Kind::UrbanRural), _) => key::PAGE_UNIT_URBAN_RURAL,
        (_, Some(Level::Municipality)) => key::PAGE_UNIT_MUNICIPALITY,
        _ => return String::new(),
    };
    asker.say(key)
}
