//! Files with observations, read in by those who keep data for the whole portal.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::office::{Answer, Office, hidden};

const PAGE: &str = "/en/work/observations";
/// The second row is refused: its value is no number.
const CLEAR: &str = "kod;rok;zmienna;wartość\n3020052;2023;schools;7\n3020052;2024;schools;many\n3020062;2023;schools;5\n";
const UNCLEAR: &str = "gmina;a;b\n3020052;7;2023\n3020062;abc;2023\n";

/// An office that keeps data for the whole portal.
async fn office() -> Office {
    Office::of(Some("office@example.org")).await
}

impl Office {
    /// The form about columns, as it came, with what a person chooses.
    async fn describe(&self, page: &Answer, what: &str) -> Answer {
        let (kept, name) = (hidden(&page.text, "kept"), hidden(&page.text, "name"));
        let chosen = [
            ("kept", kept.as_str()),
            ("name", name.as_str()),
            ("unit", "1"),
            ("shape", "long"),
            ("variable-fixed", "schools"),
            ("period", "3"),
            ("value", "2"),
            ("do", what),
        ];
        self.post(&format!("{PAGE}/columns"), &chosen).await
    }

    /// The variables that are kept beside those of the demonstration.
    async fn variables(&self) -> Vec<String> {
        let kept = self.sample.store.observation_variables().await.expect("variables");
        kept.iter().map(|kept| kept.variable.to_string()).filter(|variable| variable == "own:schools").collect()
    }
}

#[tokio::test]
async fn a_table_that_tells_its_columns_is_read_in_and_its_refused_rows_come_as_a_file() {
    let office = office().await;

    let work = office.get("/en/work").await;
    let read = office.send_file(PAGE, CLEAR, &[("publisher", "Office")]).await;
    let (kept, name) = (hidden(&read.text, "kept"), hidden(&read.text, "name"));
    let refused = office.post(&format!("{PAGE}/refused"), &[("kept", &kept), ("name", &name)]).await;
    let list = office.get(&format!("{PAGE}?q=own%3Aschools")).await;

    assert!(work.text.contains("/en/work/observations\""), "{}", work.text);
    assert_eq!(read.status, StatusCode::OK, "{}", read.text);
    assert!(read.text.contains("own:schools") && read.text.contains("many"), "{}", read.text);
    assert!(refused.text.contains("\n3,many,"), "{}", refused.text);
    assert!(list.text.contains("<code>own:schools</code>") && list.text.contains("sheet.csv"), "{}", list.text);
    assert_eq!(office.variables().await, ["own:schools"]);
}

#[tokio::test]
async fn columns_are_described_on_a_page_before_anything_is_kept_and_the_file_is_sent_once() {
    let office = office().await;

    let asked = office.send_file(PAGE, UNCLEAR, &[]).await;
    let looked = office.describe(&asked, "look").await;
    let before = office.variables().await;
    let imported = office.describe(&looked, "import").await;

    assert!(asked.text.contains("gmina") && asked.text.contains("name=\"variable-fixed\""), "{}", asked.text);
    assert!(looked.text.contains("Rows read: 2; variables: 1; refused: 1"), "{}", looked.text);
    assert!(before.is_empty(), "{before:?}");
    assert_eq!(imported.status, StatusCode::OK, "{}", imported.text);
    assert_eq!(office.variables().await, ["own:schools"]);
}

#[tokio::test]
async fn a_clear_table_is_shown_first_where_a_person_asks_for_it() {
    let office = office().await;

    let shown = office.send_file(PAGE, CLEAR, &[("check", "yes")]).await;

    assert!(shown.text.contains("Rows read: 3; variables: 1; refused: 1"), "{}", shown.text);
    assert!(office.variables().await.is_empty());
}

#[tokio::test]
async fn a_file_that_does_not_tell_its_year_is_kept_and_asked_for_it_in_the_language_of_the_reader() {
    const PAGE: &str = "/pl/work/observations";
    let office = office().await;
    let table = "Identyfikator terytorialny;Nazwa;Powierzchnia w km2;Ludność\n3020052;A;10,5;700\n";

    let asked = office.send_file(PAGE, table, &[("publisher", "Office")]).await;
    let (kept, name) = (hidden(&asked.text, "kept"), hidden(&asked.text, "name"));
    let form = |period: &'static str| {
        [("kept", kept.clone()), ("name", name.clone()), ("publisher", "Office".into()), ("table-period", period.into())]
    };
    let post = async |period: &'static str| {
        let form = form(period);
        let pairs: Vec<(&str, &str)> = form.iter().map(|(name, text)| (*name, text.as_str())).collect();
        office.post(&format!("{PAGE}/lacking"), &pairs).await
    };
    let wrong = post("MMXXII").await;
    let read = post("2022").await;

    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.text);
    assert!(asked.text.contains("autofocus") && asked.text.contains("31 grudnia 2022"), "{}", asked.text);
    assert!(asked.text.contains("value=\"Office\""), "what was typed stays: {}", asked.text);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
    assert!(wrong.text.contains("value=\"MMXXII\"") && wrong.text.contains("aria-invalid"), "{}", wrong.text);
    assert_eq!(read.status, StatusCode::OK, "{}", read.text);
    assert!(read.text.contains("ludność ogółem (stan na 31 XII) (bdl:72305)"), "{}", read.text);
}

#[tokio::test]
async fn reasons_and_numbers_are_those_of_the_language_of_the_reader() {
    let office = office().await;
    let table = "kod;rok;zmienna;wartość\n3020052;2023;schools;1234.5\n3020052;2024;bdl:72305;-5\n3020062;2024;schools;many\n";

    let shown = office.send_file("/pl/work/observations", table, &[("check", "yes")]).await;
    let read = office.send_file("/cs/work/observations", table, &[]).await;

    assert!(shown.text.contains("1\u{202f}234,5") && shown.text.contains("nie jest liczbą"), "{}", shown.text);
    assert!(read.text.contains("tato proměnná záporná být nemůže"), "{}", read.text);
}

#[tokio::test]
async fn an_import_is_withdrawn_after_a_page_has_asked_once_more() {
    let office = office().await;
    office.send_file(PAGE, CLEAR, &[]).await;
    let import = office.sample.store.observation_imports().await.expect("imports").remove(0).id;
    let address = format!("{PAGE}/imports/{import}/withdraw");

    let list = office.get(PAGE).await;
    let asked = office.get(&address).await;
    let before = office.variables().await;
    let done = office.post(&address, &[]).await;
    let again = office.post(&address, &[]).await;

    assert!(list.text.contains(&address), "{}", list.text);
    assert!(asked.status == StatusCode::OK && asked.text.contains("sheet.csv"), "{}", asked.text);
    assert_eq!(before, ["own:schools"], "nothing is done before it is said");
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(again.status, StatusCode::NOT_FOUND, "{}", again.text);
    assert!(office.variables().await.is_empty());
}

#[tokio::test]
async fn an_empty_value_of_an_own_table_takes_the_value_back() {
    let office = office().await;
    office.send_file(PAGE, CLEAR, &[]).await;

    let emptied = office.send_file(PAGE, "kod;rok;zmienna;wartość\n3020052;2023;schools;\n", &[]).await;

    let values = office.get("/api/v1/observations/own/schools?units=3020052").await;
    assert_eq!(emptied.status, StatusCode::OK, "{}", emptied.text);
    assert!(values.text.contains("\"missing_because\":\"not_given\""), "{}", values.text);
    assert!(!values.text.contains("\"value\":7"), "{}", values.text);
}

#[tokio::test]
async fn a_form_about_a_file_that_is_not_there_is_refused() {
    let office = office().await;

    let gone = office.post(&format!("{PAGE}/columns"), &[("kept", &"0".repeat(64)), ("name", "x.csv")]).await;

    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", gone.text);
    assert!(gone.text.contains("no longer here"), "{}", gone.text);
}

#[tokio::test]
async fn who_keeps_data_of_one_partnership_reads_none_in_for_the_whole_portal() {
    let office = Office::of(Some("data.kalisz@example.org")).await;

    let page = office.get(PAGE).await;
    let work = office.get("/en/work").await;

    assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text);
    assert!(!work.text.contains(PAGE), "{}", work.text);
}

#[tokio::test]
async fn what_was_read_in_stands_on_the_page_of_data_and_in_the_interface_with_publisher_and_licence() {
    let office = office().await;
    let about = [("publisher", "Office"), ("licence", "CC0"), ("retrieved", "2026-01-05")];
    office.send_file(PAGE, CLEAR, &about).await;

    let page = office.get("/en/data?q=own%3Aschools").await;
    let list = office.get("/api/v1/observations/variables?q=own:schools").await;
    let values = office.get("/api/v1/observations/own/schools?units=3020052&from=2023&to=2023").await;
    let csv = office.get("/api/v1/observations/own/schools.csv").await;
    let all: Value = serde_json::from_str(&values.text).expect("JSON");
    let unknown = office.get("/api/v1/observations/own/nothing").await;
    let no_unit = office.get("/api/v1/observations/own/schools?units=zzz").await;
    let turned = office.get("/api/v1/observations/own/schools?from=2024&to=2023").await;
    let outside = office.get("/api/v1/observations/own/schools?units=3020052&from=2030").await;

    assert!(page.text.contains("/api/v1/observations/own/schools.csv"), "{}", page.text);
    assert!(list.text.contains("\"licence\":\"CC0\""), "{}", list.text);
    assert_eq!((&all["variable"], &all["total"]), (&json!("own:schools"), &json!(1)), "{all}");
    let [row] = &all["data"].as_array().expect("rows")[..] else { panic!("one row: {all}") };
    assert_eq!((&row["year"], &row["value"], &row["publisher"]), (&json!(2023), &json!(7.0), &json!("Office")), "{row}");
    assert_eq!((&row["missing_because"], &row["retrieved"]), (&Value::Null, &json!("2026-01-05")), "{row}");
    assert!(csv.text.contains(",2023,7,no,,,Office,CC0,2026-01-05"), "{}", csv.text);
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!((no_unit.status, no_unit.text.contains("zzz")), (StatusCode::BAD_REQUEST, true), "{}", no_unit.text);
    assert_eq!((turned.status, turned.text.contains("2024")), (StatusCode::BAD_REQUEST, true), "{}", turned.text);
    assert_eq!(outside.status, StatusCode::OK, "a known unit without a value in these years: {}", outside.text);
}
