//! Units through the years, their figures and their shapes.

use miedza_planning::record::Kind;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{BoundarySet, SearchQuestion, Store, Subject, UnitQuestion};
use miedza_territory::{
    Country, Day, Figure, Level, Missing, Observations, Provenance, RegisterEdition, RegisterUnit, UnitCode, UnitFigures, Value,
};

use crate::sample::{author, theme};

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn edition(date: &str, units: &[(&str, &str)]) -> RegisterEdition {
    let mut edition = RegisterEdition::new(Country::Poland, day(date));
    for (text, name) in units {
        let code = code(text);
        let level = match text.len() {
            2 => Level::Region,
            4 => Level::County,
            _ if code.kind().is_some_and(miedza_territory::Kind::is_part) => Level::Part,
            _ => Level::Municipality,
        };
        let parent = match level {
            Level::Region => None,
            Level::County => Some(&text[..2]),
            _ => Some(&text[..4]),
        };
        let (kind, parent, name) = (code.kind(), parent.map(self::code), (*name).to_owned());
        edition.insert(RegisterUnit { country: Country::Poland, code, level, kind, name, parent, is_county_seat: Some(false) });
    }
    edition
}

const OLDER: [(&str, &str); 6] = [
    ("02", "dolnośląskie"),
    ("0221", "wałbrzyski"),
    ("0221011", "Boguszów-Gorce"),
    ("0221042", "Czarny Bór"),
    ("0221053", "Głuszyca"),
    ("0221054", "Głuszyca"),
];
const NEWER: [(&str, &str); 6] = [
    ("02", "dolnośląskie"),
    ("0221", "wałbrzyski"),
    ("0221011", "Boguszów-Gorce"),
    ("0221042", "Czarny Bór nad Leskiem"),
    ("0221053", "Głuszyca"),
    ("0265", "Wałbrzych"),
];

async fn two_editions(store: &Store) {
    store.save_edition(&edition("2025-01-01", &NEWER), "TERC 2025", &author()).await.expect("kept");
    store.save_edition(&edition("2012-01-01", &OLDER), "TERC 2012", &author()).await.expect("kept");
}

async fn names(store: &Store, question: UnitQuestion) -> Vec<String> {
    let units = store.units(&question).await.expect("units");
    assert_eq!(store.count_units(&question).await.expect("a count"), u64::try_from(units.len()).expect("few"));
    units.into_iter().map(|kept| kept.unit.name).collect()
}

#[tokio::test]
async fn units_are_known_on_each_day_in_whatever_order_editions_come() {
    for Sample { store, .. } in Engines::all().await {
        two_editions(&store).await;
        let below = |on: Option<&str>| UnitQuestion { parent: Some(code("0221")), on: on.map(day), ..UnitQuestion::default() };

        assert_eq!(names(&store, below(None)).await, ["Boguszów-Gorce", "Czarny Bór nad Leskiem", "Głuszyca"]);
        let older = ["Boguszów-Gorce", "Czarny Bór", "Głuszyca", "Głuszyca"];
        for on in ["2012-01-01", "2015-12-22", "1999-01-01"] {
            assert_eq!(names(&store, below(Some(on))).await, older, "{on}");
        }
        let states = store.unit_states(&code("0221042")).await.expect("states");
        assert_eq!(states.iter().map(|state| state.valid_to).collect::<Vec<_>>(), [Some(day("2025-01-01")), None]);
        assert_eq!(store.unit(&code("0221042")).await.expect("an answer").as_ref(), states.last());
        let gone = store.unit(&code("0221054")).await.expect("an answer").expect("known");
        assert_eq!((gone.unit.level, gone.valid_to), (Level::Part, Some(day("2025-01-01"))));
        assert_eq!(store.unit(&code("9999999")).await.expect("an answer"), None);
        let spans = store.code_spans(&["0221042", "0221054", "0265", "9999999"].map(code)).await.expect("spans");
        let (first, last) = (Some(day("2025-01-01")), Some(day("2025-01-01")));
        let expected = [("0221042", (None, None)), ("0221054", (None, last)), ("0265", (first, None))];
        assert_eq!(spans.into_iter().collect::<Vec<_>>(), expected.map(|(text, span)| (code(text), span)));
    }
}

#[tokio::test]
async fn an_edition_that_is_there_changes_nothing_and_another_one_of_its_day_replaces_it() {
    for Sample { store, .. } in Engines::all().await {
        two_editions(&store).await;
        let revision = store.revision().await.expect("a revision");

        let again = store.save_edition(&edition("2025-01-01", &NEWER), "TERC 2025", &author()).await.expect("kept");
        assert!(!again.is_new);
        assert_eq!(store.revision().await.expect("a revision"), revision);
        let other = store.save_edition(&edition("2025-01-01", &OLDER), "TERC 2025, mended", &author()).await.expect("kept");

        assert!(other.is_new && other.changed > 0);
        let editions = store.editions().await.expect("editions");
        assert_eq!(
            editions.iter().map(|edition| edition.source.as_str()).collect::<Vec<_>>(),
            ["TERC 2012", "TERC 2025, mended"]
        );
        assert_eq!(store.unit_states(&code("0221042")).await.expect("states").len(), 1);
        assert!(store.unit(&code("0265")).await.expect("an answer").is_none());
    }
}

#[tokio::test]
async fn what_happened_between_editions_is_told() {
    for Sample { store, .. } in Engines::all().await {
        two_editions(&store).await;

        let renamed = store.successions(&code("0221042")).await.expect("successions");
        let new = store.successions(&code("0265")).await.expect("successions");

        assert_eq!(renamed.iter().map(|one| one.reason.word()).collect::<Vec<_>>(), ["renamed"]);
        assert_eq!(renamed[0].old_name.as_deref(), Some("Czarny Bór"));
        assert_eq!((new[0].reason.word(), &new[0].old_code, new[0].by), ("new", &None, day("2025-01-01")));
    }
}

#[tokio::test]
async fn units_are_found_by_name_and_code_beside_records() {
    for Sample { store, .. } in Engines::all().await {
        two_editions(&store).await;
        store.create(theme("walbrzych", "Wałbrzych i okolice"), &author()).await.expect("kept");
        let ask = async |words: &str| {
            let question = SearchQuestion { words: words.to_owned(), ..SearchQuestion::default() };
            store.search(&question).await.expect("hits").into_iter().map(|hit| (hit.subject, hit.id)).collect::<Vec<_>>()
        };

        assert!(ask("walbrzych").await.contains(&(Subject::Unit, "0265".to_owned())));
        assert!(ask("walbrzych").await.iter().any(|(subject, _)| *subject == Subject::Record(Kind::Themes)));
        assert_eq!(ask("022104").await, [(Subject::Unit, "0221042".to_owned())]);
        assert_eq!(ask("lesk czarny").await, [(Subject::Unit, "0221042".to_owned())]);
        assert_eq!(ask("gluszyca").await, [(Subject::Unit, "0221053".to_owned())]);
        store.rebuild_search().await.expect("made anew");
        assert_eq!(ask("gluszyca").await, [(Subject::Unit, "0221053".to_owned())]);
        let named = UnitQuestion { name: Some("GŁU".to_owned()), level: Some(Level::Municipality), ..UnitQuestion::default() };
        assert_eq!(names(&store, named).await, ["Głuszyca"]);
        let all = store.units_by_code(&[code("0221042"), code("0221054"), code("1")]).await.expect("units");
        assert_eq!(all.len(), 2);
        assert_eq!(all[&code("0221042")].unit.name, "Czarny Bór nad Leskiem");
    }
}

pub fn population(period: &str, value: Value) -> UnitFigures {
    let mut values = Observations::new();
    values.insert(code("0265011"), value);
    UnitFigures {
        country: Country::Poland,
        figure: Figure::Population,
        period: period.parse().expect("a period"),
        values,
        total: Some(Value::Known(38_000_000.0)),
        column: "ogółem".to_owned(),
        provenance: Provenance {
            role: "population".to_owned(),
            file: format!("ludnosc_{period}.xlsx"),
            sha256: "0".repeat(64),
            bytes: 10,
        },
    }
}

#[tokio::test]
async fn figures_are_kept_by_their_time_and_a_missing_one_stays_missing() {
    for Sample { store, .. } in Engines::all().await {
        let missing = Value::Missing(Missing::Suppressed);
        let first = Value::Known(119_955.0);
        for (period, value) in [("2014", Value::Estimated(0.1 + 0.2)), ("2012-12-31", first), ("2013", missing)] {
            store.save_figures(&population(period, value), &author()).await.expect("kept");
        }
        store.save_figures(&population("2012-12-31", Value::Known(119_954.0)), &author()).await.expect("mended");

        let found = store.figures(&[code("0265011"), code("0221042")], Figure::Population).await.expect("figures");

        let told: Vec<_> = found.iter().map(|kept| (kept.period.to_string(), kept.value)).collect();
        let expected = [("2012-12-31", Value::Known(119_954.0)), ("2013", missing), ("2014", Value::Estimated(0.1 + 0.2))];
        assert_eq!(told, expected.map(|(period, value)| (period.to_owned(), value)));
        assert_eq!(found[1].file, "ludnosc_2013.xlsx");
        assert_eq!(store.figures_of_unit(&code("0265011")).await.expect("figures"), found);
        assert_eq!(store.figures(&[], Figure::Population).await.expect("none"), []);
        let sets = store.figure_sets().await.expect("sets");
        assert_eq!(sets.iter().map(|set| (set.period.year(), set.units)).collect::<Vec<_>>(), [(2012, 1), (2013, 1), (2014, 1)]);
        assert_eq!(sets[0].total, Some(Value::Known(38_000_000.0)));
    }
}

#[tokio::test]
async fn the_boundaries_that_fit_a_year_best_answer_for_it() {
    for Sample { store, .. } in Engines::all().await {
        let set = |year: u16, is_schematic| BoundarySet {
            id: format!("pl-municipality-{year}-{is_schematic}"),
            country: Country::Poland,
            level: Level::Municipality,
            year,
            name: format!("Gminy {year}"),
            source: "PRG".to_owned(),
            licence: None,
            is_schematic,
        };
        let shape = |text: &str, byte: u8| (code(text), vec![0, byte, 255]);
        let save = async |set: BoundarySet, shapes: &[(UnitCode, Vec<u8>)]| {
            store.save_boundaries(&set, shapes, &author()).await.expect("kept");
        };
        save(set(2015, false), &[shape("0221042", 15)]).await;
        save(set(2020, false), &[shape("0221042", 20), shape("0221011", 20)]).await;
        save(set(2020, false), &[shape("0221042", 21), shape("0221011", 21)]).await;
        save(set(2018, true), &[shape("0221042", 18), shape("0221053", 18)]).await;
        let ask = async |year| {
            let codes = [code("0221042"), code("0221011"), code("0221053"), code("9999999")];
            let shapes = store.boundaries(&codes, year).await.expect("shapes");
            shapes.into_iter().map(|shape| (shape.code.to_string(), shape.wkb[1])).collect::<Vec<_>>()
        };
        let told =
            |bytes: [u8; 3]| ["0221011", "0221042", "0221053"].map(str::to_owned).into_iter().zip(bytes).collect::<Vec<_>>();

        assert_eq!(ask(2019).await, told([21, 15, 18]));
        assert_eq!(ask(2024).await, told([21, 21, 18]));
        assert_eq!(ask(2010).await, told([21, 15, 18]));
        let kinds = store.boundaries(&[code("0221013"), code("0221012"), code("0221043")], 2024).await.expect("shapes");
        let kinds: Vec<_> = kinds.into_iter().map(|shape| (shape.code.to_string(), shape.wkb[1])).collect();
        assert_eq!(kinds, [("0221013".to_owned(), 21), ("0221043".to_owned(), 21)], "the same land, once");
        let answering = store.sets_answering(&[code("0221043"), code("0221053")], 2015).await.expect("sets");
        assert_eq!(answering.iter().map(|set| set.year).collect::<Vec<_>>(), [2015, 2018]);
        // Czarny Bór as a town: the land is that of the village, and before the cell that was drawn for the town.
        save(set(2025, true), &[shape("0221041", 25)]).await;
        let town = store.boundaries(&[code("0221041")], 2024).await.expect("shapes");
        assert_eq!(town.iter().map(|shape| (shape.code.as_str(), shape.wkb[1])).collect::<Vec<_>>(), [("0221041", 21)]);
        assert_eq!(store.boundary_sets().await.expect("sets").len(), 4);
        assert_eq!(store.shapes_of_set("pl-municipality-2015-false").await.expect("shapes").len(), 1);
    }
}
