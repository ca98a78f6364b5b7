//! Partnerships through the doors, as visitors read them: flows, variants, roles, partnerships inside one another,
//! eligibility, themes, supporters; and the declaration by which barriers are reported.

use std::net::SocketAddr;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use miedza_planning::portal::Topic;
use miedza_planning::record::{Draft, Kind, Origin, Visibility};
use miedza_portal::{App, Portal, routes};
use miedza_store::Author;
use miedza_store::samples::{Engines, Sample};
use miedza_workflows::saying;
use serde_json::{Value, json};
use tower::ServiceExt as _;

const AUTHOR: Author = Author::Program("test");

/// A portal with the demonstration.
struct Site {
    sample: Sample,
    app: App,
}

impl Site {
    async fn new() -> Self {
        let sample = Engines::sqlite().await;
        miedza_workflows::demo::load(&sample.store).await.expect("the demonstration loads");
        let app = App::new(sample.store.clone(), Portal::default());
        Self { sample, app }
    }

    async fn answer(&self, mut request: Request<Body>) -> (StatusCode, String) {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
        let answer = routes::router(&self.app).oneshot(request).await.expect("an answer");
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    async fn page(&self, address: &str) -> String {
        let (status, text) = self.answer(Request::get(address).body(Body::empty()).expect("a request")).await;
        assert_eq!(status, StatusCode::OK, "{address}: {text}");
        text
    }

    async fn sent(&self, address: &str, form: &'static str) -> (StatusCode, String) {
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.answer(request.body(Body::from(form)).expect("a request")).await
    }

    /// Keeps a public record; gives its id.
    async fn keep(&self, kind: Kind, partnership: Option<&str>, values: Value) -> String {
        let draft = Draft {
            kind,
            partnership: partnership.map(ToOwned::to_owned),
            visibility: Visibility::Public,
            origin: Origin::Invented,
            source: None,
            values: values.as_object().cloned().unwrap_or_default(),
        };
        self.sample.store.create(draft, &AUTHOR).await.expect("kept").id
    }

    async fn id_of(&self, kind: Kind, slug: &str) -> String {
        self.sample.store.by_slug(kind, slug).await.expect("an answer").expect("it is there").id
    }

    /// The office says something anew.
    async fn say(&self, topic: Topic, values: Value) {
        let mut said = saying::said(&self.sample.store, topic).await.expect("read");
        said.values = values.as_object().cloned().unwrap_or_default();
        saying::say(&self.sample.store, topic, said, &AUTHOR).await.expect("said");
    }
}

fn english(text: &str) -> Value {
    json!({"original": "en", "en": {"text": text}})
}

/// A partnership that no demonstration knows.
async fn new_partnership(site: &Site, slug: &str, further: Value) -> String {
    let mut values = json!({
        "slug": slug, "short_name": english(slug), "formal_name": english(slug), "state": "published", "stage": "initiation",
    });
    for (name, value) in further.as_object().into_iter().flatten() {
        values[name] = value.clone();
    }
    site.keep(Kind::Partnerships, None, values).await
}

#[tokio::test]
async fn flows_between_members_stand_in_a_matrix_and_on_a_map() {
    let site = Site::new().await;

    for language in ["pl", "cs", "en"] {
        let page = site.page(&format!("/{language}/partnerships/aglomeracja-walbrzyska/flows")).await;
        assert!(page.contains("<table class=\"table compact matrix\">") && page.contains("class=\"flow flow-"), "{page}");
        // Twenty-two municipalities, each with a row, and a cell of its own for those who stay in it.
        assert!(page.matches("<tr><th scope=\"row\"><a href=\"").count() >= 22, "{page}");
    }
    let page = site.page("/en/partnerships/aglomeracja-walbrzyska/flows?least=1000").await;
    assert!(page.contains("value=\"1000\""), "{page}");
}

#[tokio::test]
async fn shares_of_the_demonstration_are_those_of_the_national_table() {
    let site = Site::new().await;
    let area = "/en/partnerships/aglomeracja-kalisko-ostrowska";

    for path in [format!("{area}/flows"), format!("{area}/area")] {
        let page = site.page(&path).await;
        for figure in ["24,225", "6,667", "3,753", "78.4"] {
            assert!(page.contains(figure), "{path}: {figure}");
        }
    }
}

#[tokio::test]
async fn a_partnership_without_flows_says_what_will_stand_there() {
    let site = Site::new().await;
    new_partnership(&site, "new-one", json!({})).await;

    let page = site.page("/en/partnerships/new-one/flows").await;

    assert!(page.contains("The office has not loaded a table of flows so far."), "{page}");
}

#[tokio::test]
async fn variants_stand_side_by_side_with_the_decision_that_adopted_one() {
    let site = Site::new().await;

    let page = site.page("/en/partnerships/aglomeracja-kalisko-ostrowska/area").await;

    assert!(page.contains("Municipalities from which at least 15% of the employed commute"), "{page}");
    assert!(page.contains("/resolutions#") || page.contains("/resolutions/"), "{page}");
}

#[tokio::test]
async fn all_variants_stand_in_one_table_that_goes_out_as_files_and_any_two_are_compared() {
    let site = Site::new().await;
    let all = "/partnerships/aglomeracja-kalisko-ostrowska/area/compare";

    let page = site.page(&format!("/pl{all}")).await;
    let table = site.page(&format!("/en{all}?file=csv")).await;
    let rows: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    // Variants whose source names no municipality cannot be compared.
    let named = rows[1..].iter().filter(|row| !row.contains("does not name the municipalities."));
    let ids: Vec<&str> = named.filter_map(|row| row.split(',').next()).collect();

    assert!(page.contains("name=\"one\"") && page.contains("name=\"other\""), "{page}");
    assert!(
        rows[0].starts_with("id,name,state,resolution,method,parameters,criteria,data_year,flows,unit_count,units,"),
        "{}",
        rows[0]
    );
    assert!(ids.len() >= 2, "{table}");
    for language in ["pl", "cs", "en"] {
        let two = site.page(&format!("/{language}{all}?one={}&other={}", ids[0], ids[1])).await;
        assert_eq!(two.matches("<svg class=\"map\"").count(), 2, "{two}");
        assert!(two.contains("id=\"measures\"") && two.contains("id=\"figures\""), "{two}");
    }
    let address = format!("/api/v1/partnerships/aglomeracja-kalisko-ostrowska/variants/{}/compared?with={}", ids[0], ids[1]);
    let answer: Value = serde_json::from_str(&site.page(&address).await).expect("JSON");
    let compared = &answer["data"];
    assert_eq!(compared["one"]["id"], ids[0]);
    assert!(compared["both"].as_array().is_some_and(|units| !units.is_empty()), "{compared}");
}

#[tokio::test]
async fn every_method_has_a_page_with_its_steps_and_usual_values() {
    let site = Site::new().await;

    for language in ["pl", "cs", "en"] {
        let list = site.page(&format!("/{language}/methods")).await;
        let methods: Vec<&str> = miedza_workflows::lab::parameters::methods().collect();
        for method in methods {
            assert!(list.contains(&format!("/{language}/methods/{method}\"")), "{method}: {list}");
            let page = site.page(&format!("/{language}/methods/{method}")).await;
            assert!(page.contains("<ol class=\"steps\">") && page.contains("id=\"parameters\""), "{page}");
        }
    }
    let (status, _) = site.answer(Request::get("/pl/methods/astrology").body(Body::empty()).expect("a request")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_partnership_inside_another_is_told_on_both_pages() {
    let site = Site::new().await;
    let above = new_partnership(&site, "the-wider-one", json!({})).await;
    let below = new_partnership(&site, "the-inner-one", json!({"parent_partnership": above})).await;
    for (partnership, units) in [(&above, &["0265011", "0219033"][..]), (&below, &["0265011"][..])] {
        for unit in units {
            site.keep(Kind::Memberships, Some(partnership), json!({"unit": unit, "role": "member"})).await;
        }
    }

    let wide = site.page("/en/partnerships/the-wider-one").await;
    let narrow = site.page("/en/partnerships/the-inner-one").await;

    assert!(wide.contains("Partnerships that work inside it") && wide.contains(">the-inner-one</a>"), "{wide}");
    assert!(narrow.contains("Works inside the partnership") && narrow.contains(">the-wider-one</a>"), "{narrow}");
    assert!(wide.contains("Members of both: 1; here 2, there 1."), "{wide}");
}

#[tokio::test]
async fn every_role_of_a_member_has_its_own_time() {
    let site = Site::new().await;
    let id = new_partnership(&site, "two-roles", json!({})).await;
    for (role, from) in [("member", "2015-03-01"), ("leader", "2019-05")] {
        site.keep(Kind::Memberships, Some(&id), json!({"unit": "0265011", "role": role, "valid_from": from})).await;
    }

    let page = site.page("/en/partnerships/two-roles/members?on=2020-01-01").await;

    assert!(page.contains("2015") && page.contains("2019"), "{page}");
    assert_eq!(page.matches(">Wałbrzych</a>").count(), 1, "one row for both roles: {page}");
}

#[tokio::test]
async fn a_unit_that_changed_its_kind_is_named_and_found_under_its_old_code() {
    let site = Site::new().await;
    let id = new_partnership(&site, "old-codes", json!({})).await;
    // The register of the demonstration has Koźminek as an urban-rural municipality, 3007053.
    site.keep(Kind::Memberships, Some(&id), json!({"unit": "3007052", "role": "member", "valid_from": "2013"})).await;

    let page = site.page("/en/partnerships/old-codes/members").await;
    let (status, _) = site.answer(Request::get("/en/units/3007052").body(Body::empty()).expect("a request")).await;

    assert!(page.contains(">Koźminek</a>") && page.contains("kaliski"), "{page}");
    assert_eq!(status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_small_county_town_is_worked_out_for_the_year_that_is_asked_for() {
    let site = Site::new().await;

    let walcz = site.page("/en/units/3217011").await;
    let tuczno = site.page("/pl/units/3217043").await;

    assert!(walcz.contains("Small county town") && walcz.contains("population 23,780 in 2022"), "{walcz}");
    assert!(walcz.contains("not met") && walcz.contains("seat of a county"), "{walcz}");
    // The county has one seat, so the other towns of it are none.
    assert!(tuczno.contains("Małe miasto powiatowe") && tuczno.contains("nie jest siedzibą powiatu"), "{tuczno}");
}

#[tokio::test]
async fn conditions_of_a_call_are_checked_for_a_partnership_that_does_not_answer_it() {
    let site = Site::new().await;
    let id = new_partnership(&site, "newcomers", json!({})).await;
    for unit in ["2417112", "0265011"] {
        site.keep(Kind::Memberships, Some(&id), json!({"unit": unit, "role": "member"})).await;
    }

    let page = site.page("/en/calls/cwd-pilot?partnership=newcomers").await;

    assert!(page.contains("on the list “") && page.contains("not a functionally linked member"), "{page}");
    assert!(page.contains("Rajcza") && page.contains("Wałbrzych (urban municipality, 0265011)"), "{page}");
}

#[tokio::test]
async fn a_theme_gathers_what_its_sub_themes_are_about() {
    let site = Site::new().await;
    let theme = site.id_of(Kind::Themes, "kindergartens").await;
    let id = new_partnership(&site, "the-little-ones", json!({"themes": [theme]})).await;
    site.keep(
        Kind::News,
        Some(&id),
        json!({"title": english("A new room"), "body": english("It opens."), "date": "2026-03-01", "themes": [theme]}),
    )
    .await;

    let list = site.page("/en/partnerships?theme=care-and-education").await;
    let shown = site.page("/en/themes/care-and-education").await;

    assert!(list.contains(">the-little-ones</a>") && !list.contains("opole-olomouc\">"), "{list}");
    assert!(shown.contains(">the-little-ones</a>") && shown.contains(">A new room</a>"), "{shown}");
    assert!(shown.contains("/themes/kindergartens\""), "{shown}");
}

#[tokio::test]
async fn who_supports_the_portal_stands_at_the_foot_of_every_page() {
    let site = Site::new().await;
    assert!(!site.page("/en").await.contains("class=\"funders\""));

    site.keep(Kind::FunderLines, None, json!({"text": english("Paid for by the region"), "website": "https://example.org/"}))
        .await;

    for address in ["/en", "/en/units", "/en/partnerships/opole-olomouc"] {
        let page = site.page(address).await;
        assert!(page.contains("<a href=\"https://example.org/\">Paid for by the region</a>"), "{address}: {page}");
    }
}

/// An office that said what the law asks it to say.
async fn office(site: &Site, law: &str) {
    site.say(Topic::Office, json!({"name": english("The office"), "email": "office@example.org"})).await;
    let said = json!({
        "law": law, "status": "partial", "not_accessible": english("- old scans"), "published_on": "2026-03-31",
        "rebuilt_on": "2026-03-31", "prepared_on": "2026-03-31", "reviewed_on": "2026-03-31", "assessed_by": "self",
    });
    site.say(Topic::Accessibility, said).await;
}

#[tokio::test]
async fn the_declaration_follows_the_act_of_the_country() {
    let site = Site::new().await;
    office(&site, "pl_2019").await;

    let polish = site.page("/pl/accessibility").await;
    office(&site, "cz_2019").await;
    let czech = site.page("/cs/accessibility").await;

    for id in [
        "deklaracja",
        "wstep",
        "podmiot",
        "url",
        "data-publikacja",
        "data-aktualizacja",
        "status",
        "tresci-niedostepne",
        "data-sporzadzenie",
        "data-przeglad",
        "kontakt",
        "email",
        "procedura",
        "architektura",
        "aplikacje",
    ] {
        assert!(polish.contains(&format!("id=\"a11y-{id}\"")), "{id}: {polish}");
    }
    assert!(polish.contains("4 kwietnia 2019") && !polish.contains("99/2019"), "{polish}");
    assert!(czech.contains("99/2019") && !czech.contains("bip.brpo.gov.pl"), "{czech}");
}

#[tokio::test]
async fn a_barrier_is_reported_without_an_account_and_becomes_one_letter() {
    let site = Site::new().await;
    let form = "what=The+map+cannot+be+read.&page=%2Fpl%2Fexplore&answer=me%40example.org";
    let (status, refused) = site.sent("/en/accessibility/report", form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "no office, no letter: {refused}");
    office(&site, "pl_2019").await;

    let (empty, again) = site.sent("/en/accessibility/report", "what=+&page=%2Fpl%2Fexplore").await;
    let sent = [site.sent("/en/accessibility/report", form).await, site.sent("/en/accessibility/report", form).await];
    let mut often = StatusCode::OK;
    for _ in 0..10 {
        often = site.sent("/en/accessibility/report", form).await.0;
    }

    assert!(empty == StatusCode::UNPROCESSABLE_ENTITY && again.contains("value=\"/pl/explore\""), "{again}");
    for (status, page) in sent {
        assert!(status == StatusCode::OK && page.contains("The report is kept"), "{page}");
    }
    assert_eq!(often, StatusCode::TOO_MANY_REQUESTS);
    let letters = site.sample.store.waiting_mails("barrier:").await.expect("letters");
    let told: Vec<_> = letters.iter().map(|letter| letter.draft.recipient.as_str()).collect();
    assert_eq!(told, ["office@example.org"]);
}
