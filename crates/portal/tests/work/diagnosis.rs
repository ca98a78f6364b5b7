//! A diagnosis through the doors: pages and files of a partnership and of an area of one's own, comments that outlast new figures.

use axum::body::to_bytes;
use axum::http::{Request, StatusCode};
use miedza_planning::record::{Kind, Record};
use miedza_store::Author;
use miedza_territory::Day;
use miedza_workflows::importing::{About, keep_observations};
use serde_json::Value;

use crate::office::{DESK, Office};

const KALISZ: &str = "coordinator.kalisz@example.org";
const PUBLIC: &str = "/en/partnerships/aglomeracja-kalisko-ostrowska/diagnosis";
const WALCZ: &str = "/en/partnerships/powiat-walecki/diagnosis";

impl Office {
    async fn diagnosis(&self) -> Record {
        self.records(Kind::Diagnoses).await.into_iter().next().expect("the demonstration holds a diagnosis")
    }

    /// Brings in a table that somebody typed.
    pub async fn import(&self, table: &str) {
        let about = About::received(Day::new(2026, 11, 1).expect("a day"));
        let file = ("typed.csv".to_owned(), table.as_bytes().to_vec().into());
        keep_observations(&self.sample.store, file, &about, &Author::Program("test")).await.expect("it is a table");
    }

    pub async fn file(&self, address: &str) -> (StatusCode, Vec<u8>) {
        let answer = self.call(Request::get(address).body(axum::body::Body::empty()).expect("a request")).await;
        let status = answer.status();
        (status, to_bytes(answer.into_body(), 32 << 20).await.expect("a body").to_vec())
    }
}

#[tokio::test]
async fn figures_of_the_area_are_those_that_follow_from_its_members() {
    let office = Office::of(None).await;

    let dashboard = office.get(WALCZ).await;
    let page = office.get(&format!("{WALCZ}/registered_unemployed")).await;
    let list: Value =
        serde_json::from_str(&office.get(&format!("{WALCZ}/registered_unemployed/export/json")).await.text).expect("JSON");
    let csv = office.get(&format!("{WALCZ}/registered_unemployed/export/csv")).await.text;

    assert_eq!((dashboard.status, page.status), (StatusCode::OK, StatusCode::OK), "{}", dashboard.text);
    assert!(dashboard.text.contains("Registered unemployed") && dashboard.text.contains("<svg"), "{}", dashboard.text);
    // GUS, P1944: powiat wałecki in 2003 and in 2024, the sums of its five municipalities.
    let county =
        include_str!("../../../../demo/figures/registered-unemployed.csv").lines().find(|line| line.starts_with("3217,"));
    let published: Vec<&str> = county.expect("the county has a row").split(',').collect();
    let area: Vec<&str> = csv.lines().filter_map(|line| line.strip_prefix("area,,")).collect();
    assert_eq!(area.first().copied(), Some(format!("2003,{},", published[1]).as_str()), "{csv}");
    assert_eq!(area.last().copied(), Some(format!("2024,{},", published[22]).as_str()), "{csv}");
    assert_eq!(list["municipalities"].as_array().map(Vec::len), Some(5));
    assert!(list["sources"][0]["publisher"].as_str().is_some_and(|publisher| publisher.contains("GUS")), "{}", list["sources"]);
}

#[tokio::test]
async fn the_report_comes_in_every_form_and_language() {
    let office = Office::of(None).await;
    let begins: [(&str, &[u8]); 4] = [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")];

    for language in ["pl", "cs", "en"] {
        for (ending, begin) in begins {
            let address = format!("/{language}/partnerships/powiat-walecki/diagnosis/report/{ending}");
            let (status, bytes) = office.file(&address).await;

            assert_eq!(status, StatusCode::OK, "{address}");
            let start: Vec<u8> = bytes.iter().take(begin.len()).map(u8::to_ascii_lowercase).collect();
            assert_eq!(start, begin.to_ascii_lowercase(), "{address}");
        }
    }
    assert_eq!(office.file(&format!("{WALCZ}/report/doc")).await.0, StatusCode::NOT_FOUND);
    let (_, once) = office.file(&format!("{WALCZ}/report/docx")).await;
    let (_, again) = office.file(&format!("{WALCZ}/report/docx")).await;
    assert!(once == again, "the same figures give the same bytes");
}

#[tokio::test]
async fn anybody_names_municipalities_and_has_their_diagnosis_or_is_told_what_is_wrong() {
    let office = Office::of(None).await;

    let form = office.get("/en/diagnosis").await;
    let shown = office.get("/en/diagnosis?name=Lakes&units=3217011+321705%0A3217033").await;
    let county = office.get("/en/diagnosis?units=3217").await;
    let unknown = office.get("/en/diagnosis?units=9999999").await;
    let one = office.get("/en/diagnosis/indicators/seniors_share?units=3217011,3217052").await;
    let (report, bytes) = office.file("/en/diagnosis/report/docx?units=3217&name=Lakes").await;

    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text.contains("<textarea"), "{}", form.text);
    assert!(shown.text.contains("Lakes") && shown.text.contains("Public statistics of 3"), "{}", shown.text);
    assert!(county.text.contains("Public statistics of 5"), "{}", county.text);
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text.contains("9999999"), "what was typed stays: {}", unknown.text);
    assert_eq!(one.status, StatusCode::OK, "{}", one.text);
    assert_eq!((report, &bytes[..2]), (StatusCode::OK, b"PK".as_slice()));
}

#[tokio::test]
async fn what_somebody_types_is_taken_whole_or_refused_with_the_entry_and_never_read_as_a_file() {
    let office = Office::of(None).await;
    let tried = |units: &str| format!("/en/diagnosis?units={}", units.replace(' ', "+").replace('ł', "%C5%82"));
    let taken = [
        ("3217 3217011", "Public statistics of 5"),
        ("3217011 Wałcz, Tuczno", "Public statistics of 2"),
        ("32", "Public statistics of"),
        ("mirosławiec", "Public statistics of 1"),
    ];
    for (units, expected) in taken {
        let page = office.get(&tried(units)).await;
        assert!(page.status == StatusCode::OK && page.text.contains(expected), "{units}: {}", page.text);
    }
    let refused = [
        ("3217011 Tuczno", "not of “Tuczno”"),
        ("Wałcz", "Several units are called"),
        ("Nowhere at all", "Nowhere at all"),
        ("Cargo.toml", "Cargo.toml"),
        ("3217011 3217052 Wałcz", "3217011 3217052"),
    ];
    for (units, expected) in refused {
        let page = office.get(&tried(units)).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.text.contains(expected), "{units}: {}", page.text);
        assert!(!page.text.contains("[package]"), "no file is read");
    }
    let peers = office.get("/en/diagnosis?units=3217&peers=xx").await;
    assert!(peers.status == StatusCode::UNPROCESSABLE_ENTITY && peers.text.contains("counties_around"), "{}", peers.text);
}

#[tokio::test]
async fn a_comment_is_kept_when_figures_change_and_the_page_tells_which() {
    let office = Office::of(Some(KALISZ)).await;
    let diagnosis = office.diagnosis().await;
    let page = format!("{DESK}/diagnosis/{}", diagnosis.id);
    let comment = [("chapter", "economy"), ("text", "Work has come back to the towns."), ("seen", "")];

    let before = office.get(&page).await;
    let saved = office.post(&format!("{page}/comment"), &comment).await;
    let computed = office.post(&format!("{page}/recompute"), &[]).await;
    let kept = office.get(&page).await;
    office.import("unit;variable;year;value\n3007012;bdl:10514;2024;9999\n").await;
    let changed = office.get(&page).await;
    let again = office.post(&format!("{page}/recompute"), &[]).await;
    let after = office.get(&page).await;
    let (_, report) = office.file(&format!("{page}/report/html")).await;

    assert_eq!(before.status, StatusCode::OK, "{}", before.text);
    assert!(before.text.contains("id=\"chapter-economy\""), "{}", before.text);
    assert_eq!([saved.status, computed.status, again.status], [StatusCode::SEE_OTHER; 3], "{}", saved.text);
    for page in [&kept, &changed, &after] {
        assert!(page.text.contains("Work has come back to the towns."), "{}", page.text);
    }
    assert!(!kept.text.contains("figures changed since"), "{}", kept.text);
    assert!(changed.text.contains("The figures changed since this was written: Registered unemployed"), "{}", changed.text);
    assert!(changed.text.contains("Values revised since: 1."), "{}", changed.text);
    assert!(!after.text.contains("Values revised since"), "{}", after.text);
    let report = String::from_utf8(report).expect("text");
    assert!(report.contains("Work has come back to the towns."), "the comment stands in the report");
}

#[tokio::test]
async fn a_chapter_without_figures_takes_a_comment_and_says_what_would_fill_it() {
    let office = Office::of(Some(KALISZ)).await;
    let diagnosis = office.diagnosis().await;
    let page = format!("{DESK}/diagnosis/{}", diagnosis.id);
    let comment = [("chapter", "tourism"), ("text", "Lakes and the old railway."), ("seen", "")];

    let before = office.get(&page).await;
    let saved = office.post(&format!("{page}/comment"), &comment).await;
    let kept = office.get(&page).await;
    let (_, report) = office.file(&format!("{page}/report/html")).await;

    assert!(before.text.contains("id=\"chapter-tourism\""), "{}", before.text);
    assert!(before.text.contains("This chapter has no data yet"), "{}", before.text);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(kept.text.contains("Lakes and the old railway."), "{}", kept.text);
    let report = String::from_utf8(report).expect("text");
    assert!(report.contains("Lakes and the old railway."), "the comment stands in the report");
}

#[tokio::test]
async fn a_comment_that_somebody_else_changed_is_not_overwritten_and_what_was_typed_stays() {
    let office = Office::of(Some(KALISZ)).await;
    let diagnosis = office.diagnosis().await;
    let address = format!("{DESK}/diagnosis/{}/comment", diagnosis.id);
    office.post(&address, &[("chapter", "demography"), ("text", "First."), ("seen", "")]).await;

    let second = office.post(&address, &[("chapter", "demography"), ("text", "Second."), ("seen", "")]).await;
    let long = "ą".repeat(20_001);
    let too_long = office.post(&address, &[("chapter", "demography"), ("text", &long), ("seen", "1")]).await;
    let emptied = office.post(&address, &[("chapter", "demography"), ("text", " "), ("seen", "1")]).await;

    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text.contains("Second."), "{}", second.text);
    assert_eq!((too_long.status, emptied.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::SEE_OTHER));
    assert_eq!(office.records(Kind::DiagnosisComments).await.len(), 0);
}

#[tokio::test]
async fn a_stranger_reads_what_is_published_and_writes_nothing() {
    let office = Office::of(None).await;
    let diagnosis = office.diagnosis().await;
    let page = format!("{DESK}/diagnosis/{}", diagnosis.id);

    let read = office.get(PUBLIC).await;
    let bench = office.get(&page).await;
    let comment = office.post(&format!("{page}/comment"), &[("chapter", "economy"), ("text", "x")]).await;
    let anew = office.post(&format!("{page}/recompute"), &[]).await;

    assert_eq!(read.status, StatusCode::OK);
    assert!(
        [bench.status, comment.status, anew.status].iter().all(|status| !status.is_success()),
        "{bench:?}",
        bench = bench.status
    );
    assert_eq!(office.records(Kind::DiagnosisComments).await.len(), 0);
}

#[tokio::test]
async fn a_table_of_ones_own_is_kept_once_and_what_is_wrong_in_it_is_told() {
    let office = Office::of(None).await;
    let table = "kod;zmienna;rok;wartość\n3217011;bdl:59;2023;210\n3217023;bdl:59;2023;?x\nWałcz;bdl:59;2023;9\n".to_owned();
    let about = About::received(Day::new(2026, 11, 1).expect("a day"));
    let keep = || {
        let file = ("births.csv".to_owned(), table.clone().into_bytes().into());
        let (store, about) = (office.sample.store.clone(), about.clone());
        async move { keep_observations(&store, file, &about, &Author::Program("test")).await.expect("it is a table") }
    };

    let first = keep().await;
    let again = keep().await;

    assert_eq!((first.values, first.new, first.revised), (1, 1, 0), "{first:?}");
    assert_eq!(first.refusals.iter().map(|refusal| refusal.line).collect::<Vec<_>>(), [3, 4], "{first:?}");
    assert_eq!((again.new, again.revised), (0, 0));
    let page = office.get(&format!("{WALCZ}/live_births")).await;
    assert!(page.text.contains("210"), "{}", page.text);
}
