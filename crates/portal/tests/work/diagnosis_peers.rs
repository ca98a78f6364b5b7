//! An area held against its peers through the doors: structure, an index of one's own choice, marginalisation, inequality by group.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use miedza_planning::record::Kind;
use serde_json::Value;

use crate::office::{DESK, Office};

const WALCZ: &str = "partnerships/powiat-walecki/diagnosis";
/// The town of Wałcz and the rural municipality around it.
const TWO: &str = "units=3217011+3217052";

/// The cells of a file that a row of this beginning has, as numbers.
fn numbers(file: &str, begins: &str) -> Vec<f64> {
    let row = file.lines().find(|line| line.starts_with(begins)).unwrap_or_else(|| panic!("no row {begins} in {file}"));
    row.split(',').filter_map(|cell| cell.parse().ok()).collect()
}

fn assert_near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len(), "{found:?} instead of {expected:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
    }
}

/// Unemployed women and men of two members and of one peer: a reference of 100 and 100, then of 116 and 80.
async fn with_unemployed(office: &Office) {
    let rows = [("3217011", [10, 14], [6, 6]), ("3217052", [20, 22], [4, 2]), ("3217043", [70, 80], [90, 72])];
    let mut table = "unit;variable;year;value\n".to_owned();
    for (unit, women, men) in rows {
        for (variable, values) in [("bdl:10515", women), ("bdl:33484", men)] {
            for (year, value) in [2019, 2023].into_iter().zip(values) {
                table.push_str(&format!("{unit};{variable};{year};{value}\n"));
            }
        }
    }
    office.import(&table).await;
}

#[tokio::test]
async fn quotients_and_the_three_components_of_a_change_are_as_worked_out_by_hand() {
    let office = Office::of(None).await;
    with_unemployed(&office).await;
    let asked = format!("{TWO}&set=unemployed&year=2023&base=2019");

    let page = office.get(&format!("/en/diagnosis/structure?{asked}")).await;
    let csv = office.get(&format!("/en/diagnosis/structure/export/csv?{asked}")).await;
    let json = office.get(&format!("/en/diagnosis/structure/export/json?{asked}")).await;
    let (xlsx, bytes) = office.file(&format!("/en/diagnosis/structure/export/xlsx?{asked}")).await;

    assert_eq!((page.status, csv.status, json.status, xlsx), (StatusCode::OK, StatusCode::OK, StatusCode::OK, StatusCode::OK));
    assert_eq!(&bytes[..2], b"PK");
    // Area, its share, reference, its share, quotient; before, change = growth + mix + rest; years.
    let women = [36.0, 3600.0 / 44.0, 116.0, 11_600.0 / 196.0, 36.0 / 44.0 * 196.0 / 116.0];
    let men = [8.0, 800.0 / 44.0, 80.0, 8_000.0 / 196.0, 8.0 / 44.0 * 196.0 / 80.0];
    // The reference goes from 200 to 196: -2 %; its women grow by 16 %, its men shrink by 20 %.
    assert_near(&numbers(&csv.text, "women,"), &[&women[..], &[30.0, 6.0, -0.6, 5.4, 1.2, 2023.0, 2019.0]].concat());
    assert_near(&numbers(&csv.text, "men,"), &[&men[..], &[10.0, -2.0, -0.2, -1.8, 0.0, 2023.0, 2019.0]].concat());
    // The sums of the page: 40, 44, and 4 = -0.8 + 3.6 + 1.2.
    let foot = page.text.rsplit("<tfoot>").next().expect("a foot");
    for cell in [">40<", ">44<", ">+4.0<", ">−0.8<", ">+3.6<", ">+1.2<"] {
        assert!(foot.contains(cell), "{cell} in {foot}");
    }
    assert!(page.text.contains("Left out of the reference") && page.text.contains("<svg"), "{}", page.text);
    let json: Value = serde_json::from_str(&json.text).expect("JSON");
    assert_eq!((&json["about"]["set"], &json["data"][0]["part"]), (&"unemployed".into(), &"women".into()));
}

#[tokio::test]
async fn a_structure_that_nobody_has_counts_for_tells_what_is_needed() {
    let office = Office::of(None).await;

    let page = office.get("/en/diagnosis/structure?units=500496").await;
    let one_year = office.get(&format!("/en/{WALCZ}/structure?set=age")).await;
    let file = office.get("/en/diagnosis/structure/export/csv?units=500496&set=firms").await;

    assert_eq!((page.status, one_year.status), (StatusCode::OK, StatusCode::OK));
    let is_shown = page.text.contains("bdl:74105") || page.text.contains("Population by age");
    assert!(is_shown, "{}", page.text);
    assert!(one_year.text.contains("in one year only"), "{}", one_year.text);
    assert_eq!(file.status, StatusCode::UNPROCESSABLE_ENTITY, "another set does not take its place: {}", file.text);
}

/// Sewerage and unemployment of three members.
async fn with_two_indicators(office: &Office) {
    let rows = [("3217011", 80, 4), ("3217052", 50, 12), ("3217043", 40, 8)];
    let lines = rows.map(|(unit, sewerage, rate)| format!("{unit};bdl:79130;2022;{sewerage}\n{unit};bdl:60270;2022;{rate}\n"));
    office.import(&format!("unit;variable;year;value\n{}", lines.concat())).await;
}

const THREE: &str = "units=3217011+3217052+3217043&indicator=sewerage_share&indicator=unemployment_rate&year=2022";

#[tokio::test]
async fn an_index_of_ones_own_choice_is_as_worked_out_by_hand_and_stands_in_the_address() {
    let office = Office::of(None).await;
    with_two_indicators(&office).await;
    // Sewerage 1, 1/4, 0; unemployment, of which less is better, 1, 0, 1/2.
    let cases = [("1", [1.0, 0.125, 0.25], [1.0, 3.0, 2.0]), ("3", [1.0, 0.1875, 0.125], [1.0, 2.0, 3.0])];

    for (weight, indices, ranks) in cases {
        let asked = format!("{THREE}&weight-sewerage_share={weight}&method=weighted_mean");
        let page = office.get(&format!("/en/diagnosis/index?{asked}")).await;
        let csv = office.get(&format!("/en/diagnosis/index/export/csv?{asked}")).await;

        assert_eq!((page.status, csv.status), (StatusCode::OK, StatusCode::OK), "{}", page.text);
        for ((unit, index), rank) in ["3217011", "3217052", "3217043"].into_iter().zip(indices).zip(ranks) {
            let found = numbers(&csv.text, &format!("{unit},"));
            assert_near(&found[1..4], &[2022.0, rank, index]);
        }
        assert!(page.text.contains("Less is better, so turned: "), "{}", page.text);
        assert!(page.text.contains("drawn anew 1,000 times"), "{}", page.text);
        // In the order of the catalogue, where infrastructure comes after the labour market.
        let link = format!("indicator=sewerage_share&amp;weight-sewerage_share={weight}&amp;method=weighted_mean");
        assert!(page.text.replace("&#38;", "&amp;").contains(&link), "the link to a file holds the choice: {}", page.text);
    }
}

#[tokio::test]
async fn every_method_makes_an_index_and_a_wrong_weight_is_told_at_its_field() {
    let office = Office::of(None).await;
    with_two_indicators(&office).await;

    for method in ["weighted_mean", "hellwig", "perkal", "topsis"] {
        let page = office.get(&format!("/en/diagnosis/index?{THREE}&method={method}")).await;
        assert!(page.status == StatusCode::OK && page.text.contains("Municipalities with an index: 3 of"), "{}", page.text);
    }
    let wrong = office.get(&format!("/en/diagnosis/index?{THREE}&weight-sewerage_share=much")).await;
    let nothing = office.get(&format!("/en/diagnosis/index?{THREE}&weight-sewerage_share=0&weight-unemployment_rate=0")).await;
    let file = office.get(&format!("/en/diagnosis/index/export/csv?{THREE}&weight-sewerage_share=-1")).await;

    assert!(wrong.text.contains("value=\"much\"") && wrong.text.contains("aria-invalid=\"true\""), "{}", wrong.text);
    assert!(wrong.text.contains("A weight is a number from 0 to 1,000."), "{}", wrong.text);
    assert!(nothing.text.contains("At least one weight must be above 0."), "{}", nothing.text);
    assert_eq!(file.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_profile_is_shown_as_own_work_beside_the_lists_with_their_dates() {
    let office = Office::of(None).await;

    let page = office.get(&format!("/en/{WALCZ}/marginalisation")).await;
    let json = office.get(&format!("/en/{WALCZ}/marginalisation/export/json")).await;

    assert_eq!((page.status, json.status), (StatusCode::OK, StatusCode::OK), "{}", page.text);
    assert!(page.text.contains("The profile is own work."), "{}", page.text);
    let json: Value = serde_json::from_str(&json.text).expect("JSON");
    assert_eq!(json["about"]["origin"], "own_work");
    // The town has more inhabitants than a small county town may have; the other towns are no seats.
    assert!(page.text.contains("population 23,780 in 2022") && page.text.contains("not the seat of a county"), "{}", page.text);
    assert!(page.text.contains("no list imported") || page.text.contains("on the list: "), "{}", page.text);
}

#[tokio::test]
async fn inequality_is_parted_by_the_groups_that_the_reader_chooses() {
    let office = Office::of(None).await;

    // One county in one voivodeship; a town, a rural municipality, and three that are both.
    for (groups, count) in [("county", 1), ("region", 1), ("country", 1), ("kind", 3)] {
        let page = office.get(&format!("/en/{WALCZ}/compare?groups={groups}")).await;

        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains(&format!("groups: {count}")), "{groups}: {}", page.text);
    }
}

/// Types of the two municipalities and of two others.
const TYPES: &str = "teryt;functional_type;source;year\n3217011;D. ośrodki ponadlokalne;S&K;2016\n3217052;G. intensywne rolnictwo;S&K;2016\n\
                     3217043;G. intensywne rolnictwo;S&K;2016\n3217033;K. obszary leśne;S&K;2016\n";

#[tokio::test]
async fn peers_of_the_same_functional_type_come_from_an_imported_list() {
    let office = Office::of(None).await;
    let asked = "units=3217052&peers=same_type";

    let before = office.get(&format!("/en/diagnosis/peers?{asked}")).await;
    office.import(TYPES).await;
    let page = office.get(&format!("/en/diagnosis/peers?{asked}")).await;
    let csv = office.get(&format!("/en/diagnosis/peers/export/csv?{asked}")).await;

    assert_eq!(before.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(before.text.contains("functional_type, source, year"), "{}", before.text);
    assert_eq!((page.status, csv.status), (StatusCode::OK, StatusCode::OK), "{}", page.text);
    assert!(page.text.contains("List of types: S&#38;K, 2016. Types of the area: G. intensywne rolnictwo."), "{}", page.text);
    let units: Vec<&str> = csv.text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(units, ["3217043"]);

    // A newer edition of the same list takes the former type back.
    office
        .import(
            "teryt;functional_type;source;year\n3217043;K. obszary leśne;S&K;2016\n3217033;G. intensywne rolnictwo;S&K;2016\n",
        )
        .await;
    let csv = office.get(&format!("/en/diagnosis/peers/export/csv?{asked}")).await;
    let units: Vec<&str> = csv.text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(units, ["3217033"]);
}

#[tokio::test]
async fn a_word_of_an_address_that_has_no_meaning_is_told() {
    let anybody = Office::of(None).await;
    let asked = [
        "peers?indicator=zzz",
        "index?indicator=zzz",
        "index?method=zzz",
        "index/export/csv?indicator=zzz",
        "types?indicator=zzz",
        "types?types=99",
        "compare?part=zzz",
        "compare?groups=zzz",
        "structure?set=zzz",
    ];
    for words in asked {
        let page = anybody.get(&format!("/en/diagnosis/{words}&units=3217052")).await;

        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.text.contains("has no meaning here") && page.text.contains("These can be given"), "{words}: {}", page.text);
    }
}

#[tokio::test]
async fn the_nearest_are_sought_by_weights_of_ones_own_that_every_page_carries() {
    let office = Office::of(None).await;
    let sent = "/en/diagnosis/peers?units=3217052&indicator=population&weight-population=2";

    let form = office.get("/en/diagnosis/peers?units=3217052").await;
    let answer = office.call(Request::get(sent).body(Body::empty()).expect("a request")).await;
    let to = answer.headers()["location"].to_str().expect("an address").to_owned();
    let page = office.get(&to).await;
    let first = office.get("/en/diagnosis?units=3217052&peers=nearest&weights=population:2").await;
    let wrong = office.get("/en/diagnosis/peers?units=3217052&indicator=population&weight-population=much").await;
    let unknown = office.get("/en/diagnosis?units=3217052&peers=nearest&weights=nothing:1").await;

    assert_eq!((form.status, answer.status()), (StatusCode::OK, StatusCode::SEE_OTHER), "{}", form.text);
    assert!(to.contains("peers=nearest") && to.contains("weights=population"), "{to}");
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("by these indicators and weights: Population (31 December) (2)"), "{}", page.text);
    assert!(first.text.contains("by these indicators and weights: Population (31 December) (2)"), "{}", first.text);
    assert!(wrong.status == StatusCode::OK && wrong.text.contains("A weight is a number from 0 to 1,000."), "{}", wrong.text);
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text.contains("There is no indicator nothing"), "{}", unknown.text);
}

#[tokio::test]
async fn a_suggestion_leads_to_a_finding_that_is_filled_in() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let diagnosis =
        office.records(Kind::Diagnoses).await.into_iter().find(|one| one.text("diagnosis_state") == Some("published"));
    let id = diagnosis.expect("the demonstration holds a diagnosis").id;

    let page = office.get(&format!("{DESK}/diagnosis/{id}")).await;
    let way = page
        .text
        .split("href=\"")
        .find(|part| part.contains("/findings/new?") && part.contains("finding_kind="))
        .expect("a suggestion");
    let address = way.split('"').next().expect("an address").replace("&#38;", "&").replace("&amp;", "&");
    let form = office.get(&address).await;

    assert_eq!(form.status, StatusCode::OK);
    let code = address.rsplit("indicators=").next().expect("an indicator");
    assert!(
        form.text.contains(&format!(">{code}</textarea>")) || form.text.contains(&format!("value=\"{code}\"")),
        "{}",
        form.text
    );
    let statement = form.text.split("name=\"statement.en\"").nth(1).and_then(|rest| rest.split('>').next()).expect("a statement");
    assert_eq!(statement.matches('“').count(), 1, "the statement names its indicator once: {statement}");
}
