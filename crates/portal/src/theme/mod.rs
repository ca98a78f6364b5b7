//! The controlled list of themes: all of them as a tree, and of each what is about it or about a theme within it.

mod list;
mod show;

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::identity::Theme;
use miedza_planning::partnership::{Kept, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_planning::values::Wording;
use miedza_store::Question;
use miedza_workflows::Failure;

use crate::frame::{About, Address, App, Asker, Doors, Row, Told};

/// The doors of themes.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let page = |path| Row::page(path, Room::Partnership, About::Public);
    doors.open(app, page("/{lang}/themes"), list::show).open(app, page("/{lang}/themes/{theme}"), show::show)
}

/// Kinds of records that name themes, in the order of the page.
const ABOUT: [Kind; 5] = [Kind::Partnerships, Kind::Bodies, Kind::TimelineEvents, Kind::Meetings, Kind::News];

/// All themes, and whatever the asker may see that names any.
struct Shelf {
    themes: Vec<Kept<Theme>>,
    partnerships: BTreeMap<String, Record>,
    about: Vec<Record>,
}

impl Shelf {
    async fn of(asker: &Asker) -> Result<Self, Told> {
        let store = asker.app.store();
        let mut themes = store.records(&Question::of(Kind::Themes)).await?;
        themes.retain(|theme| asker.sees(theme, None));
        let themes = read_all(&themes).map_err(|error| Failure::fault(&error))?;
        let mut partnerships = store.records(&Question::of(Kind::Partnerships)).await?;
        partnerships.retain(|partnership| asker.sees_partnership(partnership));
        let partnerships: BTreeMap<String, Record> =
            partnerships.into_iter().map(|partnership| (partnership.id.clone(), partnership)).collect();
        let mut about: Vec<Record> = Vec::new();
        for kind in ABOUT {
            let named = |record: &Record| !record.list("themes").is_empty();
            let records: Vec<Record> = match kind {
                Kind::Partnerships => partnerships.values().cloned().collect(),
                _ => store.records(&Question::of(kind)).await?,
            };
            let sees = |record: &Record| match record.content.partnership.as_deref() {
                None => true,
                Some(id) => partnerships.get(id).is_some_and(|owner| asker.sees(record, Some(owner))),
            };
            about.extend(records.into_iter().filter(|record| named(record) && sees(record)));
        }
        Ok(Self { themes, partnerships, about })
    }

    /// What names one of these themes.
    fn naming<'a>(&'a self, kind: Kind, themes: &'a BTreeSet<String>) -> impl Iterator<Item = &'a Record> {
        let names = |record: &&Record| record.list("themes").iter().any(|theme| themes.contains(*theme));
        self.about.iter().filter(move |record| record.kind() == kind).filter(names)
    }
}

fn name(asker: &Asker, theme: &Theme) -> String {
    theme.name.wording(asker.tongue()).map(Wording::text).unwrap_or_default().to_owned()
}

fn address(asker: &Asker, theme: &Theme) -> Address {
    Address::page(asker.language).step("themes").step(&theme.slug)
}
