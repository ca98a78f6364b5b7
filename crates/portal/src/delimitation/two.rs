//! Two variants compared: figures side by side, measures of agreement, what changes sides, and two maps of the same frame.

use askama::Template;
use miedza_planning::record::Record;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Compared, Matched, Measures, Moved, Opened, Pair, Picture, Side, Whole, compare, tell, two_maps};

use super::all::Chooser;
use super::form::{self, for_asker, name};
use super::sides::{place, units};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, MapFigure, Sign, Title};
use crate::frame::{Address, Answer, Asker};

/// So many units that change their area are listed at most; the file of the interface for programs has all.
const MOST_CHANGED: usize = 300;

/// A row of words and numbers.
pub struct TextRow {
    head: String,
    cells: Vec<String>,
}

/// The partitions of both methods over all units.
struct WholePart {
    heading: String,
    lead: String,
    measures: MeasureTable,
    facts: Vec<Fact>,
    maps: Vec<MapFigure>,
    matches_caption: Caption,
    matches_headings: Vec<Heading>,
    matches: Vec<TextRow>,
    changed_caption: Caption,
    changed_headings: Vec<Heading>,
    changed: Vec<TextRow>,
}

/// Measures of agreement.
pub struct MeasureTable {
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<TextRow>,
}

#[derive(Template)]
#[template(path = "delimitation/two.html")]
struct TwoPage {
    page: Page,
    title: Title,
    back: Entry,
    chooser: Option<Chooser>,
    variants: Vec<Entry>,
    figures_caption: Caption,
    figures_headings: Vec<Heading>,
    figures: Vec<TextRow>,
    measures: MeasureTable,
    facts: Vec<Fact>,
    maps: Vec<MapFigure>,
    lists: Vec<(String, Vec<Entry>)>,
    both: (String, Vec<Entry>),
    none: String,
    whole: Option<WholePart>,
}

/// The page of two variants.
pub async fn answer(asker: &Asker, page: Page, variants: [&Record; 2], (chooser, here): (Option<Chooser>, Address)) -> Answer {
    let lab = asker.app.lab();
    let mut opened = Vec::new();
    for variant in variants {
        let variant = lab.open(asker.the_partnership(), variant.clone(), asker.today()).await?;
        opened.push(for_asker(asker, variant));
    }
    let [one, other] = <[Opened; 2]>::try_from(opened).map_err(|_| crate::frame::failure::unknown_address())?;
    let language = asker.language;
    let titles = [name(asker, &one.variant), name(asker, &other.variant)];
    // Outlines of all areas of a large ground take a moment: others are answered meanwhile.
    let (first, second, named) = (one.desk.clone(), other.desk.clone(), titles.clone());
    let drawn = tokio::task::spawn_blocking(move || {
        let titles = [named[0].as_str(), named[1].as_str()];
        let pair = Pair::of(&first, &second);
        let whole = pair.and_then(|pair| Some((pair.whole()?, pair.maps(titles, language))));
        (two_maps([&first, &second], titles, language), whole)
    });
    let (maps, whole) = drawn.await.map_err(|broken| Failure::fault(&broken))?;
    let compared = compare(&one.desk, &other.desk);
    let two = Two { asker, opened: [&one, &other], titles };
    let mut page = page;
    let modelled = [&one, &other].into_iter().find_map(|opened| form::modelled(asker, &opened.desk));
    page.notices.extend(modelled);
    let heading = asker.tell(&Message::new(key::LAB_SIDE_BY_SIDE).with("one", &two.titles[0]).with("other", &two.titles[1]));
    page::answer(&TwoPage {
        page,
        title: Title {
            kind: asker.words(asker.the_partnership(), "short_name"),
            lead: asker.tell(&lead(&compared)),
            heading,
            ..Title::default()
        },
        back: Entry::new(here, asker.say(key::LAB_COMPARE)),
        chooser,
        variants: [&one, &other].map(|opened| Entry::new(place(asker, &opened.variant), name(asker, &opened.variant))).to_vec(),
        figures_caption: two.caption("figures", key::LAB_CHAPTER_FIGURES),
        figures_headings: two.headings(key::LAB_COLUMN_FIGURE),
        figures: two.figures(),
        measures: two.measures("measures", compared.by_units.as_ref(), compared.by_residents.as_ref()),
        facts: two.facts(&compared),
        maps: two.maps(maps, "area"),
        lists: two.lists(&compared),
        both: two.both(&compared),
        none: asker.say(key::LAB_NONE),
        // One area each is the pair that stands above already.
        whole: whole.filter(|(whole, _)| whole.areas.iter().any(|areas| *areas > 1)).map(|(whole, maps)| two.whole(&whole, maps)),
    })
}

fn lead(compared: &Compared) -> Message {
    Message::new(key::LAB_TWO_LEAD)
        .with("both", compared.both.len())
        .with("first", compared.only_first.len())
        .with("second", compared.only_second.len())
}

/// Two variants before somebody.
struct Two<'a> {
    asker: &'a Asker,
    opened: [&'a Opened; 2],
    titles: [String; 2],
}

impl Two<'_> {
    fn say(&self, key: Key) -> String {
        self.asker.say(key)
    }

    fn caption(&self, id: &str, what: Key) -> Caption {
        Caption::new(id, self.say(what))
    }

    fn headings(&self, first: Key) -> Vec<Heading> {
        let mut headings = vec![Heading::words(self.say(first))];
        headings.extend(self.titles.iter().map(|title| Heading::number(title.clone(), "")));
        headings
    }

    fn figures(&self) -> Vec<TextRow> {
        let told = self.opened.map(|opened| tell::figures(&opened.desk.figures(), self.asker.language));
        let [one, other] = told;
        one.into_iter().zip(other).map(|((head, first), (_, second))| TextRow { head, cells: vec![first, second] }).collect()
    }

    fn measures(&self, id: &str, by_units: Option<&Measures>, by_residents: Option<&Measures>) -> MeasureTable {
        let row = |head: Key, of: fn(&Measures) -> Option<f64>| TextRow {
            head: self.say(head),
            cells: [by_units, by_residents].map(|measures| self.asker.language.optional(measures.and_then(of), 3)).to_vec(),
        };
        MeasureTable {
            caption: self.caption(id, key::LAB_MEASURES),
            headings: vec![
                Heading::words(self.say(key::COMPARE_MEASURE)),
                Heading::number(self.say(key::COMPARE_BY_UNITS), ""),
                Heading::number(self.say(key::COMPARE_BY_RESIDENTS), ""),
            ],
            rows: vec![
                row(key::COMPARE_ADJUSTED_RAND, |measures| measures.adjusted_rand),
                row(key::COMPARE_NMI, |measures| Some(measures.normalised_mutual_information)),
                row(key::COMPARE_VI, |measures| Some(measures.variation_of_information)),
            ],
        }
    }

    fn facts(&self, compared: &Compared) -> Vec<Fact> {
        let share = |share| self.asker.language.optional_share(share, 1);
        let mut facts = vec![
            self.fact(key::LAB_AGREE_UNITS, share(compared.jaccard)),
            self.fact(key::LAB_AGREE_POPULATION, share(compared.jaccard_by_population)),
        ];
        facts.extend(self.moved(&compared.moved));
        facts
    }

    fn fact(&self, label: Key, value: String) -> Fact {
        Fact { label: self.say(label), value, href: String::new() }
    }

    /// What changes sides: a number with its share.
    fn moved(&self, moved: &Moved) -> Vec<Fact> {
        let language = self.asker.language;
        let told = |number: Option<f64>, share: Option<f64>| match share {
            Some(share) => format!("{} ({})", language.optional(number, 0), language.share(share, 1)),
            None => language.optional(number, 0),
        };
        vec![
            self.fact(key::LAB_MOVED_UNITS, told(Some(miedza_territory::count(moved.units)), moved.units_share)),
            self.fact(key::LAB_MOVED_POPULATION, told(moved.population, moved.population_share)),
            self.fact(key::LAB_MOVED_JOBS, told(moved.jobs, moved.jobs_share)),
        ]
    }

    fn maps(&self, pictures: [Picture; 2], id: &str) -> Vec<MapFigure> {
        let sides = [Side::Both, Side::OnlyHere, Side::OnlyThere];
        let legend: Vec<Sign> = sides.iter().map(|side| Sign { class: side.class(), label: self.say(side.word()) }).collect();
        self.figures_of(pictures, (id, &legend))
    }

    fn figures_of(&self, pictures: [Picture; 2], (id, legend): (&str, &[Sign])) -> Vec<MapFigure> {
        let figure = |(side, picture): (usize, Picture)| MapFigure {
            id: format!("{id}-{side}"),
            svg: picture.svg,
            what: self.titles[side].clone(),
            source: form::source(self.asker, self.opened[side].table.as_ref()),
            schematic: if picture.is_schematic { self.say(key::MAP_SCHEMATIC) } else { String::new() },
            legend: legend.to_vec(),
            ..MapFigure::default()
        };
        pictures.into_iter().enumerate().filter(|(_, picture)| !picture.svg.is_empty()).map(figure).collect()
    }

    fn lists(&self, compared: &Compared) -> Vec<(String, Vec<Entry>)> {
        let only = |of: usize, codes: &[String]| {
            let told = Message::new(key::LAB_ONLY_IN).with("variant", &self.titles[of]).with("count", codes.len());
            (self.asker.tell(&told), units(self.asker, codes, &self.opened[of].desk))
        };
        vec![only(0, &compared.only_first), only(1, &compared.only_second)]
    }

    fn both(&self, compared: &Compared) -> (String, Vec<Entry>) {
        let told = Message::new(key::LAB_IN_BOTH).with("count", compared.both.len());
        (self.asker.tell(&told), units(self.asker, &compared.both, &self.opened[0].desk))
    }

    /// The areas of both methods over all units.
    fn whole(&self, whole: &Whole, maps: [Picture; 2]) -> WholePart {
        let language = self.asker.language;
        let told = Message::new(key::LAB_WHOLE_LEAD)
            .with("units", whole.compared)
            .with("first", whole.areas[0])
            .with("second", whole.areas[1]);
        let matched = |matched: &Matched| TextRow {
            head: matched.first.clone(),
            cells: vec![
                matched.second.clone(),
                language.share(matched.jaccard, 0),
                language.share(matched.moved_out, 0),
                language.share(matched.moved_in, 0),
            ],
        };
        let words = |key: Key| Heading::words(self.say(key));
        let number = |key: Key| Heading::number(self.say(key), "");
        let mut matches: Vec<&Matched> = whole.matches.iter().collect();
        matches
            .sort_by(|one, other| one.jaccard.total_cmp(&other.jaccard).then_with(|| language.compare(&one.first, &other.first)));
        WholePart {
            heading: self.say(key::LAB_WHOLE),
            lead: self.asker.tell(&told),
            measures: self.measures("whole-measures", Some(&whole.by_units), whole.by_residents.as_ref()),
            facts: self.moved(&whole.moved),
            maps: self.figures_of(maps, ("whole", &[Sign { class: "edge", label: self.say(key::LAB_SIDE_MOVED) }])),
            matches_caption: self.caption("matches", key::LAB_MATCHES),
            matches_headings: vec![
                Heading::words(self.titles[0].clone()),
                Heading::words(self.titles[1].clone()),
                number(key::LAB_COLUMN_JACCARD),
                number(key::LAB_COLUMN_MOVED_OUT),
                number(key::LAB_COLUMN_MOVED_IN),
            ],
            matches: matches.into_iter().map(matched).collect(),
            changed_caption: self.caption("changed", key::LAB_CHANGED_UNITS),
            changed_headings: vec![
                words(key::LAB_COLUMN_UNIT),
                Heading::words(self.titles[0].clone()),
                Heading::words(self.titles[1].clone()),
            ],
            changed: whole
                .changed
                .iter()
                .take(MOST_CHANGED)
                .map(|changed| TextRow { head: changed.name.clone(), cells: vec![changed.from.clone(), changed.to.clone()] })
                .collect(),
        }
    }
}
