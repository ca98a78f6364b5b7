//! What the verbs keep, on every engine that is found here.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use miedza_planning::delimitation::{Change, Place, Rule, Run, Verdict};
use miedza_planning::record::{Draft, Kind, Origin, Record, Visibility};
use miedza_planning::values::{Day, Tongue, Translated};
use miedza_store::samples::Engines;
use miedza_store::{Author, JobState, Store};
use miedza_territory::{
    Country, Day as LandDay, Figure, Level, Observations, Period, Provenance, RegisterEdition, RegisterUnit, UnitCode,
    UnitFigures, Value,
};
use miedza_texts::{Language, key};
use serde_json::{Value as Json, json};

use super::{FLOWS, GOLUCHOW, KALISZ, UNITS};
use crate::Kind as FailureKind;
use crate::jobs::{Worker, is_forsaken, refusal};
use crate::lab::certainty::{Wanted, kept};
use crate::lab::{Beginning, Lab, Opened, Pair, Pasting, Wish, compare};

const AUTHOR: Author = Author::Program("test");

fn today() -> Day {
    Day::new(2026, 11, 22).expect("a day")
}

/// A partnership with the demonstration's register, inhabitants and flow table.
struct Office {
    lab: Lab,
    store: Store,
    partnership: Record,
    table: Record,
}

impl Office {
    async fn open(store: &Store) -> Self {
        load_register(store).await;
        let partnership = keep(
            store,
            Kind::Partnerships,
            None,
            json!({
                "slug": "ako", "short_name": words("AKO"), "formal_name": words("Aglomeracja"),
                "legal_form": "agreement", "state": "published", "stage": "delimitation",
            }),
        );
        let partnership = partnership.await;
        let table = flow_table(store, &partnership, FLOWS).await;
        Self { lab: Lab::new(store.clone()), store: store.clone(), partnership, table }
    }

    async fn variant(&self) -> Opened {
        let name = Translated::new(Tongue::Pl, "Wariant 15 %");
        let made = self.lab.begin(&self.partnership, name, Beginning::Empty, &AUTHOR).await.expect("made");
        let opened = self.lab.open(&self.partnership, made, today()).await.expect("opened");
        self.lab.take_table(&self.partnership, opened, &self.table, &AUTHOR).await.expect("the table is read")
    }

    async fn after_run(&self) -> Opened {
        self.lab.change(self.variant().await, Wish::Run(run("0.15")), &AUTHOR).await.expect("the method runs")
    }

    /// The variant as somebody else finds it later, on another node.
    async fn again(&self, opened: &Opened) -> Opened {
        let kept = self.store.record(Kind::Variants, &opened.variant.id).await.expect("an answer").expect("kept");
        Lab::new(self.store.clone()).open(&self.partnership, kept, today()).await.expect("opened")
    }

    async fn resolution(&self, state: &str) -> Record {
        let ours = Some(&self.partnership);
        let body = json!({"name": words("Rada"), "body_kinds": ["partnership_council"]});
        let body = keep(&self.store, Kind::Bodies, ours, body).await;
        let values = json!({"body": body.id, "number": "VII/3", "title": words("Zasięg"), "date": "2026-11-20", "state": state});
        keep(&self.store, Kind::Resolutions, ours, values).await
    }
}

fn words(text: &str) -> Json {
    json!(Translated::new(Tongue::Pl, text))
}

fn run(share: &str) -> Run {
    let parameters = BTreeMap::from([("cores".to_owned(), KALISZ.to_owned()), ("share".to_owned(), share.to_owned())]);
    Run { method: "threshold".into(), parameters, employed_share: Some("0.27".into()), area_of: vec![KALISZ.into()] }
}

async fn keep(store: &Store, kind: Kind, partnership: Option<&Record>, values: Json) -> Record {
    let values = values.as_object().cloned().expect("an object");
    let partnership = partnership.map(|record| record.id.clone());
    let (visibility, origin) = (Visibility::Public, Origin::Own);
    store.create(Draft { kind, partnership, visibility, origin, source: None, values }, &AUTHOR).await.expect("kept")
}

async fn flow_table(store: &Store, partnership: &Record, flows: &str) -> Record {
    let kept = store.keep_upload(Bytes::from(flows.to_owned())).await.expect("a table of text");
    let file = json!({"file_name": "flows.csv", "sha256": kept.sha256, "media_type": kept.media_type, "bytes": kept.bytes});
    let file = keep(store, Kind::Attachments, Some(partnership), file).await;
    let table = json!({
        "name": words("Dojazdy 2016"), "flow_kind": "commuting", "year": 2016, "country": "pl", "file": file.id,
        "reading": {"employed_share": "0.27"},
    });
    keep(store, Kind::FlowTables, Some(partnership), table).await
}

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

async fn load_register(store: &Store) {
    let day = LandDay::new(2020, 12, 31).expect("a day");
    let mut register = RegisterEdition::new(Country::Poland, day);
    let mut inhabitants = Observations::new();
    let unit = |text: &str, level, name: &str, parent: Option<&str>| RegisterUnit {
        country: Country::Poland,
        code: code(text),
        level,
        kind: None,
        name: name.to_owned(),
        parent: parent.map(code),
        is_county_seat: None,
    };
    for row in csv::Reader::from_reader(UNITS.as_bytes()).records() {
        let row = row.expect("a row");
        let kind = match &row[2] {
            "urban" => '1',
            "rural" => '2',
            _ => '3',
        };
        let (own, county) = (format!("{}{kind}", &row[0]), &row[0][..4]);
        register.insert(unit(county, Level::County, &row[3], None));
        register.insert(unit(&own, Level::Municipality, &row[1], Some(county)));
        inhabitants.insert(code(&own), Value::Known(row[5].parse().expect("inhabitants")));
    }
    store.save_edition(&register, "TERYT", &AUTHOR).await.expect("the register is kept");
    let provenance = Provenance { role: "population".into(), file: "units.csv".into(), sha256: "0".repeat(64), bytes: 1 };
    let figures = UnitFigures {
        country: Country::Poland,
        figure: Figure::Population,
        period: Period::Year(2020),
        values: inhabitants,
        total: None,
        column: "population".into(),
        provenance,
    };
    store.save_figures(&figures, &AUTHOR).await.expect("the figures are kept");
}

#[tokio::test]
async fn a_variant_is_kept_with_every_step_and_found_again_as_it_was() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let begun = office.after_run().await;
        let outside = begun.desk.rows().1.iter().find(|row| row.place == Place::Outside).expect("somebody").code.clone();

        let changed = office.lab.change(begun.clone(), Wish::Change(Change::adding(outside.clone())), &AUTHOR).await;
        let changed = changed.expect("changed");
        let found = office.again(&changed).await;
        let undone = office.lab.change(found.clone(), Wish::Undo, &AUTHOR).await.expect("undone");
        let redone = office.lab.change(undone.clone(), Wish::Redo, &AUTHOR).await.expect("done again");

        assert_eq!(found.desk.figures(), changed.desk.figures());
        assert_eq!(undone.desk.figures(), begun.desk.figures());
        assert_eq!(redone.desk.figures(), changed.desk.figures());
        assert_eq!(redone.variant.list("units").len(), begun.desk.members.len() + 1);
        assert_eq!(redone.variant.text("method"), Some("threshold"));
        assert_eq!(redone.variant.number("data_year"), Some(2016));
        assert!(redone.variant.list("units").contains(&"3061011"), "codes of the register: {:?}", redone.variant.list("units"));
        let figures = crate::lab::kept_figures(&redone.variant).expect("kept with the variant");
        assert_eq!((figures.units, figures.population), (redone.desk.members.len(), redone.desk.figures().population));
        assert!(figures.counties.contains_key("kaliski"), "{:?}", figures.counties);
    }
}

#[tokio::test]
async fn who_was_slower_is_told_and_loses_nothing_of_the_other() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let mine = office.after_run().await;
        let theirs = mine.clone();
        let faster = office.lab.change(theirs, Wish::Change(Change::removing(format!("{KALISZ}1"))), &AUTHOR).await;

        let refused = office.lab.change(mine, Wish::Undo, &AUTHOR).await.expect_err("somebody was faster");

        assert_eq!((refused.kind, refused.told.key), (FailureKind::Conflict, key::STORE_STALE));
        let faster = faster.expect("the faster one is kept");
        assert_eq!(office.again(&faster).await.desk.figures(), faster.desk.figures());
    }
}

#[tokio::test]
async fn a_pasted_list_takes_the_place_of_the_units_and_names_what_it_did_not_know() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let begun = office.after_run().await;

    let text = format!("{KALISZ}\n{GOLUCHOW}2\n999999");
    let (pasted, said) = office.lab.paste(begun.clone(), &text, Pasting::Instead, &AUTHOR).await.expect("two units");
    let (fewer, _) = office.lab.paste(pasted.clone(), GOLUCHOW, Pasting::TakeOut, &AUTHOR).await.expect("one unit");
    let refused = office.lab.paste(fewer.clone(), "Atlantyda", Pasting::PutIn, &AUTHOR).await.expect_err("no unit");
    let undone = office.lab.change(fewer.clone(), Wish::Undo, &AUTHOR).await.expect("one step back");

    assert_eq!(pasted.variant.list("units"), ["3020052", "3061011"]);
    assert_eq!(said.unknown, ["999999"]);
    assert_eq!(fewer.variant.list("units"), ["3061011"]);
    assert_eq!(refused.told.key, key::LAB_FAILURE_PASTE);
    assert_eq!(undone.variant.list("units"), ["3020052", "3061011"]);
    assert_eq!(pasted.variant.text("method"), Some("list"));
}

#[tokio::test]
async fn a_resolution_adopts_a_variant_which_then_changes_no_more() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let opened = office.after_run().await;
        let draft = office.resolution("draft").await;
        let refused =
            office.lab.adopt(&office.partnership, (&opened, &draft), (&AUTHOR, today())).await.expect_err("nobody has voted");
        let carried = office.resolution("adopted").await;

        office.lab.adopt(&office.partnership, (&opened, &carried), (&AUTHOR, today())).await.expect("carried");
        let frozen = office.again(&opened).await;
        let unchanged = office.lab.change(frozen.clone(), Wish::Undo, &AUTHOR).await.expect_err("frozen");

        assert_eq!(refused.told.key, key::LAB_FAILURE_NOT_CARRIED);
        assert_eq!((unchanged.kind, unchanged.told.key), (FailureKind::Refused, key::LAB_FAILURE_FROZEN));
        assert!(miedza_texts::Language::Pl.say(&unchanged.told).contains("VII/3"));
        assert_eq!(frozen.variant.text("state"), Some("adopted"));
        let effects = office.store.records(&miedza_store::Question::of(Kind::Effects)).await.expect("an answer");
        assert_eq!((effects.len(), effects[0].text("applied_on")), (1, Some("2026-11-22")));

        let other = office.after_run().await;
        let second =
            office.lab.adopt(&office.partnership, (&other, &carried), (&AUTHOR, today())).await.expect_err("one is adopted");
        assert_eq!(second.told.key, key::LAB_FAILURE_ANOTHER_ADOPTED);
    }
}

#[tokio::test]
async fn an_empty_field_means_around_the_cores_and_where_there_are_none_it_is_told() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let opened = office.variant().await;
    let around_nothing = Run { area_of: Vec::new(), ..run("0.15") };
    let nowhere = Run { area_of: vec!["9999999".into()], ..run("0.15") };

    let named = office.lab.change(opened.clone(), Wish::Run(nowhere), &AUTHOR).await.expect_err("no such unit");
    let ran = office.lab.change(opened, Wish::Run(around_nothing), &AUTHOR).await.expect("around the cores");

    assert_eq!(named.told.key, key::LAB_FAILURE_AROUND_UNKNOWN);
    assert_eq!(ran.desk.base().run().map(|run| run.area_of.clone()), Some(vec![KALISZ.to_owned()]));
    assert_eq!(ran.desk.codes(&ran.desk.members), office.after_run().await.desk.codes(&ran.desk.members));
}

#[tokio::test]
async fn an_area_across_a_border_keeps_its_units_on_the_table_of_one_country() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let day = LandDay::new(2020, 12, 31).expect("a day");
    let mut register = RegisterEdition::new(Country::Czechia, day);
    register.insert(RegisterUnit {
        country: Country::Czechia,
        code: code("500496"),
        level: Level::Municipality,
        kind: None,
        name: "Olomouc".to_owned(),
        parent: None,
        is_county_seat: None,
    });
    sample.store.save_edition(&register, "ČSÚ", &AUTHOR).await.expect("the register is kept");
    let provenance = Provenance { role: "population".into(), file: "cz.csv".into(), sha256: "1".repeat(64), bytes: 1 };
    let figures = UnitFigures {
        country: Country::Czechia,
        figure: Figure::Population,
        period: Period::Year(2020),
        values: [(code("500496"), Value::Known(100_000.0))].into_iter().fold(Observations::new(), |mut all, (code, value)| {
            all.insert(code, value);
            all
        }),
        total: None,
        column: "population".into(),
        provenance,
    };
    sample.store.save_figures(&figures, &AUTHOR).await.expect("the figures are kept");
    let values = json!({"name": words("Przez granicę"), "state": "proposed", "units": [format!("{KALISZ}1"), "500496"]});
    let variant = keep(&sample.store, Kind::Variants, Some(&office.partnership), values).await;
    let opened = office.lab.open(&office.partnership, variant, today()).await.expect("opened");

    let taken = office.lab.take_table(&office.partnership, opened, &office.table, &AUTHOR).await.expect("the table is read");
    let (_, pasted) = office.lab.paste(taken.clone(), "500496", Pasting::PutIn, &AUTHOR).await.expect("it is known here");

    let figures = taken.desk.figures();
    assert_eq!((taken.desk.members.len(), taken.desk.strangers.len(), figures.without_flows), (2, 0, 1));
    assert!(figures.population.is_some_and(|persons| persons > 190_000.0), "{:?}", figures.population);
    assert_eq!((pasted.units.len(), pasted.new), (1, 0));
}

#[tokio::test]
async fn a_pasted_list_counts_what_is_new() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let begun = office.variant().await;
    let (one, first) = office.lab.paste(begun, &format!("{KALISZ}1"), Pasting::PutIn, &AUTHOR).await.expect("one unit");

    let text = format!("{KALISZ}1\n{GOLUCHOW}2\n{GOLUCHOW}2");
    let (_, second) = office.lab.paste(one, &text, Pasting::PutIn, &AUTHOR).await.expect("two units");

    assert_eq!((first.new, first.units.len(), first.is_plain()), (1, 1, true));
    assert_eq!((second.new, second.units.len(), second.repeated.len(), second.is_plain()), (1, 2, 1, false));
}

#[tokio::test]
async fn a_table_that_cannot_be_read_changes_nothing() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let opened = office.after_run().await;
    let broken = flow_table(&office.store, &office.partnership, "origin,destination,persons\n306101,302005,many\n").await;

    let refused = office.lab.take_table(&office.partnership, opened.clone(), &broken, &AUTHOR).await.expect_err("no number");

    assert_eq!(refused.kind, FailureKind::Invalid);
    let kept = office.again(&opened).await.variant;
    assert_eq!((kept.version, kept.text("flow_table")), (opened.variant.version, opened.variant.text("flow_table")));
}

#[tokio::test]
async fn a_variant_without_any_flows_stands_on_its_register() {
    let sample = Engines::sqlite().await;
    load_register(&sample.store).await;
    let partnership = json!({
        "slug": "ako", "short_name": words("AKO"), "formal_name": words("AKO"), "state": "draft", "stage": "initiation",
        "legal_form": "agreement",
    });
    let partnership = keep(&sample.store, Kind::Partnerships, None, partnership).await;
    let values = json!({"name": words("Lista"), "state": "proposed", "units": ["3061011", "3020052"]});
    let variant = keep(&sample.store, Kind::Variants, Some(&partnership), values).await;
    let lab = Lab::new(sample.store.clone());

    let opened = lab.open(&partnership, variant, today()).await.expect("opened");
    let refused = lab.change(opened.clone(), Wish::Run(run("0.15")), &AUTHOR).await.expect_err("no flows");

    let figures = opened.desk.figures();
    assert_eq!((figures.units, figures.commuters_inside, figures.kept_share), (2, None, None));
    assert!(figures.population.is_some_and(|persons| persons > 90_000.0));
    assert_eq!(refused.told.key, key::LAB_FAILURE_NO_FLOWS);
    let open = opened.desk.rules().into_iter().find(|finding| finding.rule == Rule::MadeAgain).expect("every rule");
    assert_eq!(open.verdict, Verdict::Open);
}

#[tokio::test]
async fn a_run_that_is_a_job_is_done_once_however_often_it_is_taken() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let opened = office.variant().await;
        let id = office.lab.queue_run(&opened, run("0.15"), &AUTHOR, today()).await.expect("queued");
        let worker = Worker::new(office.store.clone(), office.lab.clone());

        let taken = [worker.take_one().await.expect("an answer"), worker.take_one().await.expect("an answer")];
        let again = office.lab.queue_run(&opened, run("0.15"), &AUTHOR, today()).await.expect("queued");
        worker.take_one().await.expect("an answer");

        let job = office.store.job(&id).await.expect("an answer").expect("kept");
        let kept = office.again(&opened).await;
        assert_eq!((taken, job.state), ([true, false], JobState::Done));
        assert!(kept.desk.members.len() > 5 && kept.desk.history.steps().len() == 1, "{:?}", kept.desk.history);
        let second = office.store.job(&again).await.expect("an answer").expect("kept");
        assert_eq!((second.state, second.result), (JobState::Done, job.result));
    }
}

#[tokio::test]
async fn a_job_whose_node_gives_no_sign_of_life_waits_to_be_taken_up_again() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let id = office.lab.queue_run(&office.variant().await, run("0.15"), &AUTHOR, today()).await.expect("queued");
    let now = async || office.store.job(&id).await.expect("an answer").expect("kept");
    let waiting = now().await;

    office.store.take_job("gone", Duration::from_secs(2)).await.expect("an answer").expect("a job");
    let silent = now().await;
    office.store.renew_job(&id, "gone", Duration::from_secs(12), (0.3, "job-running")).await.expect("an answer");

    assert_eq!([&waiting, &silent, &now().await].map(is_forsaken), [false, true, false]);
}

#[tokio::test]
async fn a_job_that_cannot_be_done_says_why_in_every_language() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let opened = office.variant().await;
    let asked = Run { parameters: BTreeMap::from([("share".to_owned(), "15".to_owned())]), ..run("") };
    let id = office.lab.queue_run(&opened, asked, &AUTHOR, today()).await.expect("queued");

    Worker::new(office.store.clone(), office.lab.clone()).take_one().await.expect("an answer");

    let job = office.store.job(&id).await.expect("an answer").expect("kept");
    assert_eq!(job.state, JobState::Failed);
    for language in Language::ALL {
        let (told, hint) = refusal(&job, language).expect("the reason is kept");
        assert!(told.contains("15"), "{told}");
        assert!(!hint.is_empty(), "{language}");
    }
}

#[tokio::test]
async fn a_new_variant_begins_with_another_with_an_area_of_its_method_or_with_the_members_on_a_day() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let from = office.after_run().await;
    let member = json!({"unit": format!("{KALISZ}1"), "role": "leader", "valid_from": "2020-01-01", "valid_to": "2021-12-31"});
    keep(&office.store, Kind::Memberships, Some(&office.partnership), member).await;
    let name = || Translated::new(Tongue::Pl, "Nowy");
    let begin = |beginning| office.lab.begin(&office.partnership, name(), beginning, &AUTHOR);

    let copied = begin(Beginning::Variant(&from.variant)).await.expect("a copy");
    let area = begin(Beginning::Area(&from, KALISZ)).await.expect("an area");
    let on_a_day = begin(Beginning::Members(Day::new(2020, 5, 1).expect("a day"))).await.expect("a member");
    let later = begin(Beginning::Members(today())).await.expect_err("nobody is a member any more");

    assert_eq!(copied.list("units"), from.variant.list("units"));
    assert_eq!(area.list("units"), from.variant.list("units"));
    let area = office.lab.open(&office.partnership, area, today()).await.expect("opened");
    assert_eq!(area.desk.base().run().map(|run| run.method.as_str()), Some("threshold"));
    assert!(area.desk.made.is_some(), "it rests on the method, not on a list");
    assert_eq!(on_a_day.list("units"), [format!("{KALISZ}1")]);
    assert_eq!(later.told.key, key::LAB_FAILURE_NO_MEMBERS);
}

#[tokio::test]
async fn two_variants_of_one_area_say_what_moves_and_their_methods_are_compared_over_all_units() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let wide = office.after_run().await;
    let narrow = office.lab.change(office.variant().await, Wish::Run(run("0.4")), &AUTHOR).await.expect("the method runs");

    let compared = compare(&wide.desk, &narrow.desk);
    let same = compare(&wide.desk, &wide.desk);
    let whole = Pair::of(&wide.desk, &narrow.desk).and_then(|pair| pair.whole()).expect("both rest on a method");

    assert!(!compared.only_first.is_empty() && compared.only_second.is_empty(), "{compared:?}");
    let moved: f64 = compared.only_first.iter().filter_map(|code| wide.desk.population(wide.desk.ground.find(code)?)).sum();
    assert_eq!((compared.moved.units, compared.moved.population), (compared.only_first.len(), Some(moved)));
    assert!(compared.moved.jobs.is_some_and(|jobs| jobs > 0.0));
    assert_eq!((same.moved.units, same.jaccard, same.moved.population_share), (0, Some(1.0), Some(0.0)));
    assert_eq!(same.by_units.and_then(|measures| measures.adjusted_rand), Some(1.0));
    assert!(whole.areas[0] > 0 && whole.compared > 0 && !whole.matches.is_empty());
}

#[tokio::test]
async fn the_certainty_of_a_boundary_is_drawn_by_a_worker_and_is_out_of_date_when_the_method_changes() {
    for sample in Engines::all().await {
        let office = Office::open(&sample.store).await;
        let begun = office.after_run().await;
        let wanted = Wanted { replicates: 20, ..Wanted::default() };
        let job = office.lab.queue_certainty(&begun, wanted.clone(), (&AUTHOR, today())).await.expect("queued");

        let worker = Worker::new(office.store.clone(), office.lab.clone());
        assert!(worker.take_one().await.expect("an answer"));

        let done = office.store.job(&job).await.expect("an answer").expect("kept");
        assert_eq!(done.state, JobState::Done, "{:?}", done.result);
        let found = office.again(&begun).await;
        let sure = kept(&found.variant).expect("kept with the variant");
        let hash = office.lab.table_hash(&found).await.expect("an answer");
        assert!(sure.is_current(&found, &hash) && !hash.is_empty());
        assert_eq!((sure.drawn.replicates, sure.drawn.seed), (20, wanted.seed));
        let seat = sure.of(&format!("{KALISZ}1")).expect("the core");
        assert_eq!((seat.certainty.to_bits(), seat.is_own, seat.is_edge), (1.0_f64.to_bits(), true, false));
        for code in found.variant.list("units") {
            assert!(sure.of(code).is_some_and(|unit| (0.0..=1.0).contains(&unit.certainty)), "{code}");
        }

        let again = office.lab.queue_certainty(&found, wanted, (&AUTHOR, today())).await.expect("queued");
        assert!(worker.take_one().await.expect("an answer"));
        assert!(office.store.job(&again).await.expect("an answer").is_some_and(|job| job.state == JobState::Done));
        let found = office.again(&found).await;
        assert_eq!(kept(&found.variant), Some(sure.clone()), "the same seed draws the same");

        let other = office.lab.change(found, Wish::Run(run("0.3")), &AUTHOR).await.expect("the method runs");
        assert!(!kept(&other.variant).expect("still there").is_current(&other, &hash));
    }
}

#[tokio::test]
async fn nothing_is_drawn_for_a_mere_list_and_what_does_not_fit_is_refused() {
    let sample = Engines::sqlite().await;
    let office = Office::open(&sample.store).await;
    let listed = office.variant().await;
    let run = office.after_run().await;
    let many = Wanted { replicates: 1_000_000, ..Wanted::default() };

    let refused = office.lab.queue_certainty(&listed, Wanted::default(), (&AUTHOR, today())).await.expect_err("no method");
    let too_many = office.lab.queue_certainty(&run, many, (&AUTHOR, today())).await.expect_err("too many");

    assert_eq!(refused.told.key, key::LAB_CERTAINTY_NO_METHOD);
    assert_eq!(too_many.told.key, key::LAB_CERTAINTY_FAILURE_RANGE);
}
