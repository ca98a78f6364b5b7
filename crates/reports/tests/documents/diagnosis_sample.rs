//! Example diagnoses of seven and of twenty-two members: the figures look real and are invented.
//!
//! It is long because every chapter needs figures of its own; it is data to be read from above, no code to find one's way in.

use std::collections::BTreeSet;

use miedza_reports::diagnosis::{
    AgesOf, Answer, Basis, Challenge, ChapterKind, ChapterStudy, Claim, Comment, Commuting, Country, Delimitation, Direction,
    Finding, FindingKind, FlowCount, IndicatorStudy, Mark, Member, PeerGroup, Picture, PlanningDocument, Population,
    ProjectedYear, Question, Score, Source, Study, Survey, Swot, SwotPoint, TableStudy, Whose, YearStudy,
};
use miedza_reports::document::Day;
use miedza_reports::figure::{Association, ClassMap, Map, MapUnit, Palette, Standing};
use miedza_texts::Language;

const NAMES: [&str; 22] = [
    "Kalisz",
    "Ostrów Wielkopolski",
    "Nowe Skalmierzyce",
    "Opatówek",
    "Blizanów",
    "Gołuchów",
    "Przygodzice <#$*@>",
    "Ceków-Kolonia",
    "Brzeziny",
    "Godziesze Wielkie",
    "Koźminek",
    "Lisków",
    "Mycielin",
    "Stawiszyn",
    "Szczytniki",
    "Żelazków",
    "Raszków",
    "Sieroszewice",
    "Odolanów",
    "Sośnie",
    "Konstantynów-Zakrzewo nad Prosną i Swędrnią",
    "Pleszew",
];

/// Chapter, code, name, unit, decimals, direction, formula, first value, change a year, spread of the members.
type Row = (ChapterKind, &'static str, &'static str, &'static str, usize, Direction, &'static str, f64, f64, f64);

const ROWS: [Row; 30] = [
    (
        ChapterKind::Links,
        "bus_departures",
        "Kursy autobusowe na 1000 mieszkańców",
        "kursy",
        1,
        Direction::Stimulant,
        "liczba kursów w dzień roboczy / ludność × 1000",
        6.4,
        0.12,
        3.1,
    ),
    (
        ChapterKind::Demography,
        "population",
        "Ludność ogółem (31 XII)",
        "osoby",
        0,
        Direction::Neutral,
        "stan w dniu 31 grudnia",
        212_400.0,
        -820.0,
        18_000.0,
    ),
    (
        ChapterKind::Demography,
        "seniors_share",
        "Udział osób w wieku 65 lat i więcej",
        "%",
        1,
        Direction::Destimulant,
        "osoby w wieku 65+ / ludność ogółem × 100",
        14.9,
        0.52,
        2.1,
    ),
    (
        ChapterKind::Demography,
        "migration",
        "Saldo migracji na 1000 mieszkańców",
        "osoby",
        1,
        Direction::Stimulant,
        "(zameldowania − wymeldowania) / ludność × 1000",
        -1.2,
        -0.08,
        4.4,
    ),
    (
        ChapterKind::Demography,
        "births",
        "Urodzenia żywe na 1000 mieszkańców",
        "osoby",
        2,
        Direction::Stimulant,
        "urodzenia żywe / ludność × 1000",
        10.3,
        -0.31,
        1.2,
    ),
    (
        ChapterKind::Economy,
        "firms",
        "Podmioty w rejestrze REGON na 1000 mieszkańców w wieku produkcyjnym",
        "podmioty",
        0,
        Direction::Stimulant,
        "podmioty / ludność w wieku produkcyjnym × 1000",
        151.0,
        4.1,
        34.0,
    ),
    (
        ChapterKind::Economy,
        "unemployment",
        "Udział bezrobotnych zarejestrowanych w ludności w wieku produkcyjnym",
        "%",
        1,
        Direction::Destimulant,
        "bezrobotni / ludność w wieku produkcyjnym × 100",
        7.9,
        -0.46,
        1.4,
    ),
    (
        ChapterKind::Economy,
        "wages",
        "Przeciętne miesięczne wynagrodzenie brutto",
        "zł",
        0,
        Direction::Stimulant,
        "wartość podana przez źródło",
        3_212.0,
        398.0,
        420.0,
    ),
    (
        ChapterKind::Economy,
        "employed",
        "Pracujący na 1000 mieszkańców",
        "osoby",
        0,
        Direction::Stimulant,
        "pracujący / ludność × 1000",
        238.0,
        3.2,
        66.0,
    ),
    (
        ChapterKind::Finance,
        "own_revenue",
        "Dochody własne na mieszkańca",
        "zł",
        0,
        Direction::Stimulant,
        "dochody własne / ludność",
        1_740.0,
        214.0,
        380.0,
    ),
    (
        ChapterKind::Finance,
        "capital",
        "Wydatki majątkowe inwestycyjne na mieszkańca",
        "zł",
        0,
        Direction::Stimulant,
        "wydatki inwestycyjne / ludność",
        610.0,
        71.0,
        240.0,
    ),
    (
        ChapterKind::Finance,
        "debt",
        "Zadłużenie w relacji do dochodów",
        "%",
        1,
        Direction::Destimulant,
        "zadłużenie / dochody ogółem × 100",
        31.0,
        -0.4,
        11.0,
    ),
    (
        ChapterKind::Services,
        "kindergarten",
        "Dzieci w wieku 3–5 lat w wychowaniu przedszkolnym",
        "%",
        1,
        Direction::Stimulant,
        "dzieci w przedszkolach / dzieci 3–5 lat × 100",
        71.0,
        1.7,
        8.0,
    ),
    (
        ChapterKind::Services,
        "nursery",
        "Miejsca w żłobkach na 100 dzieci w wieku do 3 lat",
        "miejsca",
        1,
        Direction::Stimulant,
        "miejsca / dzieci do 3 lat × 100",
        6.0,
        1.9,
        5.0,
    ),
    (
        ChapterKind::Services,
        "exam",
        "Wynik egzaminu ósmoklasisty z matematyki",
        "%",
        1,
        Direction::Stimulant,
        "średnia ważona liczbą zdających",
        45.0,
        0.6,
        5.5,
    ),
    (
        ChapterKind::Services,
        "doctors",
        "Porady lekarskie podstawowej opieki na mieszkańca",
        "porady",
        1,
        Direction::Neutral,
        "porady / ludność",
        4.4,
        0.03,
        0.9,
    ),
    (
        ChapterKind::Services,
        "welfare",
        "Beneficjenci pomocy społecznej na 1000 mieszkańców",
        "osoby",
        1,
        Direction::Destimulant,
        "beneficjenci / ludność × 1000",
        61.0,
        -2.9,
        19.0,
    ),
    (
        ChapterKind::Services,
        "library",
        "Wypożyczenia z bibliotek na mieszkańca",
        "woluminy",
        2,
        Direction::Stimulant,
        "wypożyczenia / ludność",
        3.1,
        -0.11,
        0.8,
    ),
    (
        ChapterKind::Housing,
        "dwellings",
        "Mieszkania oddane do użytkowania na 1000 mieszkańców",
        "mieszkania",
        2,
        Direction::Stimulant,
        "mieszkania / ludność × 1000",
        3.4,
        0.14,
        1.1,
    ),
    (
        ChapterKind::Housing,
        "water",
        "Korzystający z wodociągu",
        "%",
        1,
        Direction::Stimulant,
        "korzystający / ludność × 100",
        93.1,
        0.22,
        2.5,
    ),
    (
        ChapterKind::Housing,
        "sewerage",
        "Korzystający z kanalizacji",
        "%",
        1,
        Direction::Stimulant,
        "korzystający / ludność × 100",
        58.0,
        0.9,
        22.0,
    ),
    (
        ChapterKind::Transport,
        "cycle_paths",
        "Ścieżki rowerowe na 10 tys. km²",
        "km",
        0,
        Direction::Stimulant,
        "długość / powierzchnia × 10 000",
        401.0,
        88.0,
        260.0,
    ),
    (
        ChapterKind::Transport,
        "accidents",
        "Wypadki drogowe na 100 tys. mieszkańców",
        "wypadki",
        1,
        Direction::Destimulant,
        "wypadki / ludność × 100 000",
        78.0,
        -2.7,
        21.0,
    ),
    (
        ChapterKind::Environment,
        "waste",
        "Odpady komunalne zebrane selektywnie",
        "%",
        1,
        Direction::Stimulant,
        "odpady selektywne / odpady ogółem × 100",
        21.0,
        2.4,
        6.0,
    ),
    (
        ChapterKind::Environment,
        "forest",
        "Lesistość",
        "%",
        1,
        Direction::Neutral,
        "powierzchnia lasów / powierzchnia × 100",
        22.6,
        0.04,
        9.0,
    ),
    (
        ChapterKind::Environment,
        "protected",
        "Obszary prawnie chronione",
        "%",
        1,
        Direction::Stimulant,
        "powierzchnia chroniona / powierzchnia × 100",
        17.0,
        0.0,
        15.0,
    ),
    (
        ChapterKind::Space,
        "plans",
        "Powierzchnia objęta planami miejscowymi",
        "%",
        1,
        Direction::Stimulant,
        "powierzchnia planów / powierzchnia × 100",
        24.0,
        0.8,
        20.0,
    ),
    (
        ChapterKind::Tourism,
        "nights",
        "Udzielone noclegi na 1000 mieszkańców",
        "noclegi",
        0,
        Direction::Stimulant,
        "noclegi / ludność × 1000",
        402.0,
        17.0,
        220.0,
    ),
    (
        ChapterKind::Cooperation,
        "ngos",
        "Fundacje i stowarzyszenia na 10 tys. mieszkańców",
        "organizacje",
        1,
        Direction::Stimulant,
        "organizacje / ludność × 10 000",
        27.0,
        0.7,
        6.0,
    ),
    (
        ChapterKind::Cooperation,
        "turnout",
        "Frekwencja w wyborach samorządowych",
        "%",
        1,
        Direction::Stimulant,
        "głosujący / uprawnieni × 100",
        47.2,
        0.35,
        4.0,
    ),
];

/// A number between −1 and 1 that looks like chance and is the same everywhere.
fn wobble(seed: usize) -> f64 {
    let mixed = (seed * 7_919 + 104_729) % 2_003;
    f64::from(u32::try_from(mixed).expect("a small number")) / 1_001.0 - 1.0
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("a small number"))
}

fn source(dataset: &str, period: &str) -> Source {
    Source {
        publisher: "Główny Urząd Statystyczny".to_owned(),
        dataset: dataset.to_owned(),
        period: period.to_owned(),
        years: BTreeSet::new(),
        retrieved: Some(Day { year: 2026, month: 11, day: 12 }),
        licence: "CC BY 4.0".to_owned(),
        sha256: Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned()),
    }
}

fn bank() -> Source {
    source("Bank Danych Lokalnych", "2014–2024")
}

fn members(count: usize) -> Vec<Member> {
    let member = |(position, name): (usize, &&str)| Member {
        code: format!("30{:02}0{}2", position % 20 + 1, position % 9 + 1),
        name: (*name).to_owned(),
        county: if position % 3 == 0 { "kaliski" } else { "ostrowski" }.to_owned(),
        role: if position == 0 { "lider" } else { "partner" }.to_owned(),
        ground: if position < 2 { "rdzeń" } else { "powiązania funkcjonalne" }.to_owned(),
        population: (position != 5)
            .then(|| whole(9_000.0 + 4_000.0 * wobble(position) + if position == 0 { 88_000.0 } else { 0.0 })),
        area_km2: Some(110.0 + 60.0 * wobble(position + 50)),
    };
    NAMES.iter().take(count).enumerate().map(member).collect()
}

fn whole(value: f64) -> f64 {
    value.round()
}

fn indicator(position: usize, row: &Row, members: usize) -> IndicatorStudy {
    let (_, code, name, unit, decimals, direction, formula, first, change, spread) = *row;
    let years = (2014..=2024).zip(0_usize..).map(|(year, step)| {
        let value = first + change * number(step) + spread * 0.1 * wobble(position * 31 + step);
        let median = first * 0.96 + change * 0.8 * number(step) + spread * 0.05 * wobble(position * 17 + step);
        YearStudy {
            year,
            value: (position % 7 != 3 || step != 4).then_some(value),
            mark: if step == 10 && position.is_multiple_of(5) { Mark::Preliminary } else { Mark::Final },
            median: Some(median),
            lower: Some(median - spread * 0.5),
            upper: Some(median + spread * 0.6),
        }
    });
    let years: Vec<YearStudy> = years.collect();
    let last = first + change * 10.0;
    let member = |member: usize| {
        let scale = if code == "population" { number(members).recip() } else { 1.0 };
        let value = last * scale + spread * wobble(position * 101 + member * 13) * if code == "population" { 0.3 } else { 1.0 };
        ((position + member) % 11 != 7).then_some(value)
    };
    let member_values: Vec<Option<f64>> = (0..members).map(member).collect();
    let missing = member_values.iter().filter(|value| value.is_none()).count();
    IndicatorStudy {
        code: code.to_owned(),
        name: name.to_owned(),
        unit: unit.to_owned(),
        decimals,
        direction,
        formula: formula.to_owned(),
        breaks: if position % 9 == 6 { vec![2018] } else { Vec::new() },
        least: Some(last - spread * 1.6),
        greatest: Some(last + spread * 1.7),
        rank: Some(position + 3),
        ranked: Some(41),
        member_values,
        missing,
        missing_share: (missing > 0).then(|| number(missing) / number(members)),
        member_years: Vec::new(),
        claim_sources: Vec::new(),
        claims: vec![
            format!("„{name}”: zmiana w latach 2014–2024 była wyraźna i trwała."),
            format!("„{name}”: miejsce {} na 41 w grupie porównawczej.", position + 3),
        ],
        sources: vec![bank()],
        years,
    }
}

fn chapters(members: usize) -> Vec<ChapterStudy> {
    let mut chapters: Vec<ChapterStudy> = Vec::new();
    for (position, row) in ROWS.iter().enumerate() {
        if chapters.last().is_none_or(|chapter| chapter.kind != row.0) {
            chapters.push(ChapterStudy { kind: row.0, ..ChapterStudy::default() });
        }
        let chapter = chapters.last_mut().expect("one was pushed");
        chapter.indicators.push(indicator(position, row, members));
    }
    let demography = chapters.iter_mut().find(|chapter| chapter.kind == ChapterKind::Demography).expect("it is there");
    demography.comment = Some(Comment {
        text: "Obszar się wyludnia i starzeje, a odpływ młodych osób z miast do gmin podmiejskich nie równoważy ubytku \
               naturalnego.\n\nNajszybciej ubywa mieszkańców w rdzeniu obszaru."
            .to_owned(),
        is_edited: true,
        figures_changed: vec!["Saldo migracji na 1000 mieszkańców".to_owned()],
    });
    demography.indicators.push(IndicatorStudy { name: "Przeciętne trwanie życia".to_owned(), ..IndicatorStudy::default() });
    let links = chapters.iter_mut().find(|chapter| chapter.kind == ChapterKind::Links).expect("it is there");
    links.tables.push(TableStudy {
        caption: "Uczniowie szkół ponadpodstawowych spoza gminy".to_owned(),
        columns: vec![("Gmina".to_owned(), String::new()), ("Uczniowie".to_owned(), "osoby".to_owned())],
        rows: vec![vec!["Kalisz".to_owned(), "3 410".to_owned()], vec!["Ostrów Wielkopolski".to_owned()]],
        sources: vec![source("System Informacji Oświatowej", "2023")],
    });
    chapters
}

fn commuting(members: usize) -> Commuting {
    let count = |from: usize, to: usize| match (from * 5 + to) % 13 {
        4 => FlowCount::Suppressed,
        9 => FlowCount::Missing,
        _ => FlowCount::Counted(whole(420.0 + 400.0 * wobble(from * 29 + to)) + if to == 0 { 900.0 } else { 0.0 }),
    };
    Commuting {
        name: "Dojazdy do pracy".to_owned(),
        period: "2021".to_owned(),
        places: NAMES.iter().take(members).map(|name| (*name).to_owned()).collect(),
        persons: (0..members).map(|from| (0..members).map(|to| count(from, to)).collect()).collect(),
        inside: Some(61_212.0),
        leaving: Some(12_840.0),
        arriving: Some(9_411.0),
        kept_share: None,
        self_containment: Some(0.826),
        claims: vec!["Cztery z pięciu pracujących osób, które mieszkają w obszarze, w nim także pracują.".to_owned()],
        sources: vec![source("Narodowy Spis Powszechny: macierz dojazdów do pracy", "2021")],
    }
}

fn population() -> Population {
    let groups = [
        "0–4", "5–9", "10–14", "15–19", "20–24", "25–29", "30–34", "35–39", "40–44", "45–49", "50–54", "55–59", "60–64", "65–69",
        "70–74", "75–79", "80–84", "85+",
    ];
    let persons = |seed: usize, slope: f64| -> Vec<Option<f64>> {
        (0..groups.len())
            .map(|age| {
                let far = (number(age) - 8.0).abs();
                Some(whole((7_200.0 - far * 480.0 + slope * number(age) + 300.0 * wobble(seed + age)).max(600.0)))
            })
            .collect()
    };
    Population {
        counted: (2014..=2024).zip(0_usize..).map(|(year, step)| (year, Some(212_400.0 - 820.0 * number(step)))).collect(),
        projected: (2025..=2040)
            .zip(1_usize..)
            .map(|(year, step)| ProjectedYear {
                year,
                middle: Some(204_200.0 - 1_310.0 * number(step)),
                low: Some(204_200.0 - 1_820.0 * number(step)),
                high: Some(204_200.0 - 760.0 * number(step)),
            })
            .collect(),
        assumptions: vec![
            "Dzietność wzrasta do 1,35 dziecka na kobietę w 2040 r.".to_owned(),
            "Saldo migracji pozostaje na średnim poziomie z lat 2019–2024.".to_owned(),
        ],
        ages_today: "2024".to_owned(),
        ages_later: "2040".to_owned(),
        age_groups: groups.map(str::to_owned).to_vec(),
        ages: vec![
            AgesOf { name: "mężczyźni".to_owned(), today: persons(1, -60.0), later: persons(7, 40.0) },
            AgesOf { name: "kobiety".to_owned(), today: persons(3, -20.0), later: persons(11, 90.0) },
        ],
        sources: vec![bank(), source("Prognoza ludności na lata 2023–2040", "2023")],
    }
}

fn surveys() -> Vec<Survey> {
    let answer = |text: &str, persons: Option<usize>| Answer {
        text: text.to_owned(),
        persons,
        share: persons.map(|persons| number(persons) / 512.0),
    };
    vec![Survey {
        name: "Ankieta mieszkańców".to_owned(),
        period: "kwiecień–maj 2026".to_owned(),
        respondents: Some(512),
        method: "Ankieta internetowa bez losowania: odpowiedzi nie można przenosić na wszystkich mieszkańców.".to_owned(),
        questions: vec![Question {
            text: "Co najbardziej utrudnia życie w Pani lub Pana gminie?".to_owned(),
            answered: Some(512),
            answers: vec![
                answer("Brak transportu publicznego", Some(231)),
                answer("Dostęp do lekarza", Some(174)),
                answer("Jakość powietrza", Some(98)),
                answer("Inne", None),
            ],
        }],
        sources: vec![source("Ankieta partnerstwa", "2026")],
    }]
}

fn scores() -> Vec<Score> {
    let names = [
        ("Społeczny", ""),
        ("", "Demografia"),
        ("", "Edukacja"),
        ("Gospodarczy", ""),
        ("", "Rynek pracy"),
        ("Środowiskowo-przestrzenny", ""),
    ];
    let score = |(position, (dimension, area)): (usize, &(&str, &str))| Score {
        dimension: (*dimension).to_owned(),
        area: (*area).to_owned(),
        value: (position != 2).then_some(51.0 + 14.0 * wobble(position)),
        median: Some(50.0),
        rank: (position != 2).then_some(position + 11),
        ranked: (position != 2).then_some(41),
        coverage: Some(if position == 2 { 0.0 } else { 0.92 }),
    };
    names.iter().enumerate().map(score).collect()
}

fn findings() -> Vec<Finding> {
    let finding = |code: &str, dimension: &str, kind, text: &str| Finding {
        code: code.to_owned(),
        dimension: dimension.to_owned(),
        kind,
        text: text.to_owned(),
        evidence: vec!["Udział osób w wieku 65 lat i więcej: 20,1% (2024).".to_owned()],
        sources: vec![bank()],
    };
    vec![
        finding("U1", "Wymiar społeczny", FindingKind::Barrier, "Obszar starzeje się szybciej niż grupa porównawcza."),
        finding("U2", "Wymiar gospodarczy", FindingKind::Potential, "Przedsiębiorczość rośnie we wszystkich gminach."),
        finding("U3", "Wymiar społeczny", FindingKind::Observation, "Opieka przedszkolna jest dostępna, lecz nierówno."),
    ]
}

fn swot() -> Swot {
    let point = |text: &str, findings: &[&str]| SwotPoint {
        text: text.to_owned(),
        findings: findings.iter().map(|code| (*code).to_owned()).collect(),
    };
    Swot {
        strengths: vec![point("Silny rynek pracy rdzenia.", &["U2"])],
        weaknesses: vec![point("Szybkie starzenie się ludności.", &["U1", "U3"])],
        opportunities: vec![point("Nowa linia kolejowa.", &[])],
        threats: Vec::new(),
    }
}

/// A drawing of the annex.
fn picture() -> Picture {
    Picture {
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 200\" width=\"640\" height=\"200\" role=\"img\"><title>Mapa</title>\
              <rect width=\"640\" height=\"200\" fill=\"#e6eee0\"/><path d=\"M60 40h200v120h-200zM260 40h160v120h-160z\" fill=\"#a9c6b0\" stroke=\"#2f6f45\"/></svg>"
            .to_owned(),
        description: "Mapa schematyczna: dwie gminy obok siebie.".to_owned(),
        caption: "Członkowie partnerstwa".to_owned(),
        sources: vec![source("Państwowy Rejestr Granic", "2024")],
    }
}

/// Cells in rows of five, some of them without a figure: one map of values, one of association.
fn annex_maps(count: usize) -> Vec<Picture> {
    let cell = |position: usize| {
        let (x, y) = (17.5 + 0.2 * number(position % 5), 51.5 + 0.13 * number(position / 5));
        let corners = vec![(x, y), (x + 0.2, y + 0.02), (x + 0.2, y + 0.15), (x, y + 0.13), (x, y)];
        geo_types::MultiPolygon(vec![geo_types::Polygon::new(geo_types::LineString::from(corners), Vec::new())])
    };
    let shapes: Vec<geo_types::MultiPolygon<f64>> = (0..count).map(cell).collect();
    let unit = |(shape, name)| MapUnit { code: "3000000", name, shape, standing: Standing::Inside };
    let units: Vec<MapUnit<'_>> = shapes.iter().zip(NAMES).map(unit).collect();
    let picture = |title: &str, palette: Palette, names: Vec<String>| {
        let map = Map {
            title,
            source: "Główny Urząd Statystyczny, Bank Danych Lokalnych, 2024",
            language: Language::Pl,
            is_schematic: true,
            areas: &[],
            units: &units,
            neighbours: None,
        };
        let classes: Vec<Option<usize>> =
            (0..count).map(|unit| (unit % 11 != 7).then_some((unit * 3 + unit / 5) % names.len())).collect();
        let map = ClassMap { map, classes: &classes, names: &names, palette };
        Picture { svg: map.svg(), description: map.description(), caption: title.to_owned(), sources: vec![bank()] }
    };
    let values = ["do 12", "12–16", "16–20", "20–24", "24 i więcej"].map(str::to_owned).to_vec();
    let association = Association::ALL.iter().map(|class| class.told(Language::Pl)).collect();
    vec![
        picture("Udział osób w wieku 65 lat i więcej, 2024 (%)", Palette::Sequential, values.clone()),
        picture("Zmiana liczby ludności, 2014–2024 (%)", Palette::Diverging, values),
        picture("Skupienia wartości: udział osób w wieku 65 lat i więcej, 2024", Palette::Association, association),
    ]
}

/// A rich diagnosis of so many members, at most twenty-two.
pub fn study(count: usize) -> Study {
    let text = str::to_owned;
    Study {
        whose: Whose::Partnership,
        problems: Vec::new(),
        title: text("Diagnoza obszaru funkcjonalnego Aglomeracji Kalisko-Ostrowskiej"),
        subtitle: Some(text("Wersja do konsultacji")),
        area: text("Aglomeracja Kalisko-Ostrowska"),
        author: Some(text("Biuro partnerstwa")),
        day: Some(Day { year: 2026, month: 11, day: 22 }),
        period: Some(text("2014–2024")),
        remark: Some(text("Liczby w tym raporcie są przykładowe i niczego nie opisują.")),
        basis: Basis {
            country: Country::Poland,
            process: vec![
                text("Uchwała nr VII/52/2026 o przystąpieniu do sporządzenia strategii ponadlokalnej."),
                text("Warsztat diagnostyczny w dniu 14 października 2026 r."),
            ],
        },
        members: members(count),
        map: Some(picture()),
        delimitation: Some(Delimitation {
            method: text("Obszary dojazdów do pracy"),
            variant: text("Wariant B z 22 gminami"),
            resolution: Some(text("nr VI/41/2026 z 3 września 2026 r.")),
            remarks: vec![text("Gmina Sośnie należy do obszaru na własny wniosek.")],
        }),
        peers: Some(PeerGroup {
            name: text("miejskie obszary funkcjonalne ośrodków regionalnych"),
            choice: text("Grupę wybrano według liczby ludności i roli rdzenia."),
            areas: 41,
        }),
        limits: vec![text("Macierz dojazdów pochodzi ze spisu z 2021 r. i nie obejmuje pracy zdalnej.")],
        key_figures: Vec::new(),
        telling: findings().iter().map(|finding| Claim { text: finding.text.clone(), sources: vec![bank()] }).collect(),
        chapters: chapters(count),
        commuting: Some(commuting(count)),
        population: Some(population()),
        surveys: surveys(),
        scores: scores(),
        swot: Some(swot()),
        findings: findings(),
        challenges: vec![
            Challenge {
                code: text("W1"),
                text: text("Zatrzymać młode osoby w obszarze."),
                findings: vec![text("U1"), text("U2")],
            },
            Challenge { code: text("W2"), text: text("Wyrównać dostęp do opieki nad dziećmi."), findings: vec![text("U3")] },
        ],
        planning_documents: vec![PlanningDocument {
            owner: text("Kalisz"),
            name: text("Studium uwarunkowań i kierunków zagospodarowania"),
            adopted: text("2019"),
            conclusion: text("Rezerwy terenów mieszkaniowych przekraczają zapotrzebowanie z prognozy ludności."),
        }],
        conclusions: vec![text("Strategia powinna wspólnie zaplanować transport publiczny całego obszaru.")],
        annex_figures: annex_maps(count),
        sources: vec![bank()],
        program: text("Miedza 0.1.0"),
    }
}
