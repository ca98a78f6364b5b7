//! What lies on a desk, on the demonstration figures, and on the Polish matrix of 2016 where the shared data are there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use miedza_planning::delimitation::{Base, Change, History, Limits, Place, Rule, Run, Step, Verdict};
use miedza_sources::units::{Figure, Source, Wanted, open_figures};
use miedza_territory::{Seat, UnitCode, Value};
use miedza_texts::Language;

use super::{FLOWS, GOLUCHOW, KALISZ, UNITS};
use crate::delimitation::{self, BoundaryRequest, EmployedShare, FlowRequest, Request, Summary};
use crate::lab::*;

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

/// What the demonstration knows of its units, as a store would give it.
fn known() -> Known {
    let mut rows = csv::Reader::from_reader(UNITS.as_bytes());
    let unit = |row: csv::StringRecord| KnownUnit {
        county: Some(row[3].to_owned()),
        population: row[5].parse().ok(),
        seat: Some(Seat { x: row[6].parse().expect("degrees"), y: row[7].parse().expect("degrees") }),
        ..KnownUnit::named(code(&row[0]), row[1].to_owned())
    };
    Known { units: rows.records().map(|row| unit(row.expect("a row"))).collect(), boundaries: None }
}

fn table() -> TableFile {
    TableFile { name: "flows.csv".to_owned(), bytes: FLOWS.into(), how: How::default() }
}

fn ground() -> Arc<Ground> {
    Arc::new(Ground::of(&table(), &known()).expect("the demonstration can be read"))
}

fn run(method: &str, parameters: &[(&str, &str)]) -> Run {
    Run {
        method: method.to_owned(),
        parameters: parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        employed_share: Some("0.27".to_owned()),
        area_of: vec![KALISZ.to_owned()],
    }
}

/// A variant that begins with the area of a run around Kalisz.
fn begun(ground: &Arc<Ground>, run: Run) -> History {
    let made = ground.make(&run).expect("the method runs");
    let core = ground.find(KALISZ).expect("Kalisz is in the matrix");
    let units = made.members(&made.areas_of(&[core]));
    History::new(Base::Method { units: units.into_iter().map(|unit| ground.codes[unit].clone()).collect(), run })
}

fn desk(history: History) -> Desk {
    Desk::lay(ground(), history, &[], Limits::default()).expect("the variant fits its ground")
}

fn threshold() -> Desk {
    desk(begun(&ground(), run("threshold", &[("cores", KALISZ), ("share", "0.15")])))
}

/// The summary that the command writes for the same figures.
fn summary(request: &Request) -> Summary {
    delimitation::delimit(request, &|_| ()).expect("the command runs").summary
}

fn request(flows: FlowRequest, method: &str, settings: &[(&str, &str)], out: PathBuf) -> Request {
    Request {
        flows,
        method: Some(method.to_owned()),
        settings: settings.iter().map(|(name, value)| format!("{name}={value}")).collect(),
        criteria: None,
        grid: None,
        units: None,
        register: None,
        boundaries: BoundaryRequest::default(),
        repair: "auto".to_owned(),
        moves: None,
        moves_totals: delimitation::Reckoning::default(),
        reports: Vec::new(),
        title: None,
        sources: Vec::new(),
        date: None,
        language: Language::En,
        out,
        overwrite: false,
    }
}

/// Compares the area of each seat with the figures that the lab gives for the same run.
fn same_figures(ground: &Arc<Ground>, run: &Run, summary: &Summary) {
    let made = ground.make(run).expect("the method runs");
    assert_eq!(made.run.partition.len(), summary.areas.len());
    for area in summary.areas.iter().take(40) {
        let members: BTreeSet<String> = area.members.iter().map(ToString::to_string).collect();
        let run = Run { area_of: vec![area.seat.to_string()], ..run.clone() };
        let history = History::new(Base::Method { run, units: members });
        let desk = Desk::lay(Arc::clone(ground), history, &[], Limits::default()).expect("fits");
        let figures = desk.figures();
        let name = area.seat.to_string();
        assert_eq!(figures.units, area.units, "{name}");
        assert_eq!(figures.population, area.population, "{name}");
        assert_eq!(figures.employed_residents, area.employed_residents, "{name}");
        assert_eq!(figures.jobs, area.jobs, "{name}");
        close(figures.supply_side_self_containment, area.supply_side_self_containment, &name);
        close(figures.demand_side_self_containment, area.demand_side_self_containment, &name);
        let rule = desk.rules().into_iter().find(|finding| finding.rule == Rule::MadeAgain).expect("every rule");
        assert_eq!(rule.verdict, Verdict::Met, "{name}");
    }
}

fn close(one: Option<f64>, other: Option<f64>, name: &str) {
    let (one, other) = (one.expect(name), other.expect(name));
    assert!((one - other).abs() < 1e-12, "{name}: {one} and {other}");
}

#[test]
fn figures_are_those_of_the_command_for_the_same_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("flows.csv"), FLOWS).expect("written");
    std::fs::write(folder.path().join("units.csv"), UNITS).expect("written");
    let flows = FlowRequest {
        file: folder.path().join("flows.csv"),
        employed_share: Some(EmployedShare::Same(0.27)),
        diagonal: "auto".to_owned(),
        ..FlowRequest::default()
    };
    let cases: [(&str, &[(&str, &str)]); 3] = [
        ("travel_to_work", &[("preset", "ons_2011")]),
        ("threshold", &[("cores", "306101,301701"), ("share", "0.15")]),
        ("functional_urban_area", &[("cores", "306101"), ("commuting", "0.1")]),
    ];
    for (method, settings) in cases {
        let request = Request {
            units: Some(folder.path().join("units.csv")),
            ..request(flows.clone(), method, settings, folder.path().join(method))
        };
        same_figures(&ground(), &run(method, settings), &summary(&request));
    }
}

#[test]
fn a_unit_put_in_changes_the_figures_and_undo_brings_them_back() {
    let desk_before = threshold();
    let outside = desk_before.rows().1.iter().find(|row| row.place == Place::Outside).expect("somebody is outside").code.clone();

    let changed = desk_before.history.clone().with(Step::Change(Change::adding(outside.clone())));
    let desk_after = desk(changed.clone());
    let desk_undone = desk(changed.clone().undo().expect("one step"));
    let desk_redone = desk(changed.undo().and_then(History::redo).expect("one step"));

    assert_eq!(desk_after.figures().units, desk_before.figures().units + 1);
    assert!(desk_after.figures().commuters_inside > desk_before.figures().commuters_inside);
    assert_eq!(desk_undone.figures(), desk_before.figures());
    assert_eq!(desk_redone.figures(), desk_after.figures());
    let unit = desk_after.ground.find(&outside).expect("in the matrix");
    assert_eq!(desk_after.place(unit), Place::Added);
}

#[test]
fn codes_of_the_register_and_of_the_matrix_are_the_same_units() {
    let mut known = known();
    known.units.iter_mut().for_each(|unit| unit.code = code(&format!("{}1", unit.code)));
    let ground = Arc::new(Ground::of(&table(), &known).expect("read"));

    let listed = Base::List { units: BTreeSet::from([KALISZ.to_owned(), format!("{GOLUCHOW}2"), "999999".to_owned()]) };
    let desk = Desk::lay(Arc::clone(&ground), History::new(listed), &[], Limits::default()).expect("fits");

    assert_eq!(desk.codes(&desk.members), ["3020051", "3061011"]);
    assert_eq!(desk.strangers, ["999999"]);
    assert_eq!(desk.figures().units, 3);
    assert_eq!(desk.figures().population, None, "a unit without a figure leaves the sum open");
    let run = ground.make(&run("threshold", &[("cores", "3061011")])).expect("cores of the register are understood");
    assert_eq!(run.run.partition.len(), 1);
}

#[test]
fn a_pasted_list_is_read_whatever_stands_between_the_codes() {
    let ground = ground();
    let same = "306101; 3020052\tGołuchów\n„301701”,306101";

    let pasted = read_pasted(&ground, same);
    let names = read_pasted(&ground, "Kalisz\nGOLUCHÓW\nOstrów Wielkopolski, Atlantyda 7, 999999");

    assert_eq!(pasted.units, BTreeSet::from(["301701", "302005", "306101"].map(ToOwned::to_owned)));
    assert_eq!((pasted.repeated.len(), pasted.unknown.len()), (1, 0));
    assert!(names.units.contains(KALISZ) && names.units.contains(GOLUCHOW), "{names:?}");
    assert_eq!(names.several.len(), 1, "two units are called Ostrów Wielkopolski: {names:?}");
    assert_eq!(names.unknown, ["Atlantyda 7", "999999"]);
}

#[test]
fn why_says_who_put_a_unit_in_and_where_its_commuters_go() {
    let desk = threshold();
    let unit = desk.ground.find(GOLUCHOW).expect("in the matrix");
    let removed = self::desk(desk.history.clone().with(Step::Change(Change::removing(GOLUCHOW))));

    let english = desk.why(unit, Language::En);
    let polish = removed.why(unit, Language::Pl);

    assert!(english.contains("Gołuchów (302005) joins the area of Kalisz (306101)"), "{english}");
    assert!(english.contains("of its employed residents (estimated) work there"), "{english}");
    assert!(english.contains("of those who commute from it to another municipality go to this area"), "{english}");
    assert!(polish.starts_with("wyłączona ręcznie; ") && polish.contains("jedzie do tego obszaru"), "{polish}");
    assert!(!removed.why(unit, Language::Cs).is_empty());
}

#[test]
fn a_core_of_several_units_is_named_whole_with_the_largest_flow() {
    let cores = format!("{KALISZ}+301701");
    let whole = |method: &str, parameters: &[(&str, &str)], language| {
        let desk = desk(begun(&ground(), run(method, parameters)));
        desk.why(desk.ground.find(GOLUCHOW).expect("in the matrix"), language)
    };

    let urban = whole("functional_urban_area", &[("cores", &cores)], Language::En);
    let leavers = whole("threshold", &[("cores", &cores), ("denominator", "out_commuters")], Language::En);
    let polish = whole("threshold", &[("cores", &cores)], Language::Pl);

    // 514 go to Kalisz and 47 to Ostrów Wielkopolski.
    let together = "joins the area of the cores Ostrów Wielkopolski (301701) and Kalisz (306101) together";
    let persons = "of its employed residents (estimated) work there (561 persons, most of them with Kalisz (306101): 514)";
    assert!(urban.contains(together) && urban.contains(persons), "{urban}");
    assert!(leavers.contains("of those of its residents who commute to another municipality work there"), "{leavers}");
    assert!(polish.contains("jej pracujących mieszkańców (szacunek) pracuje tam"), "{polish}");
    assert!(polish.contains("rdzeniami są razem Ostrów Wielkopolski (301701) i Kalisz (306101)"), "{polish}");
}

#[test]
fn a_rule_and_a_row_give_the_same_share_of_the_same_whole() {
    let desk = threshold();

    let rule = desk.rules().into_iter().find(|finding| finding.rule == Rule::CommuterShare).expect("every rule");

    let lowest = desk.rows().0.iter().filter_map(|row| row.core_share).fold(f64::INFINITY, f64::min);
    close(rule.figure, Some(lowest), "the lowest share");
    assert!(tell::finding(&desk, &rule, Language::En).rule.contains("of its employed residents (estimated)"));
}

#[test]
fn who_leaves_for_units_that_the_table_does_not_hold_whole_is_counted_as_leaving() {
    let flows = "origin,destination,persons\n306101,302005,30\n306101,146501,50\n302005,306101,20\n264401,302005,7\n";
    let how = How { whole_units: vec!["306101".to_owned(), "302005".to_owned()], ..How::default() };
    let file = TableFile { name: "flows.csv".to_owned(), bytes: flows.into(), how };
    let mut known = known();
    known.units.push(KnownUnit::named(code("1465011"), "Warszawa".to_owned()));
    let ground = Arc::new(Ground::of(&file, &known).expect("read"));
    let listed = Base::List { units: BTreeSet::from([KALISZ.to_owned(), GOLUCHOW.to_owned()]) };

    let desk = Desk::lay(Arc::clone(&ground), History::new(listed), &[], Limits::default()).expect("fits");

    let figures = desk.figures();
    assert_eq!((figures.commuters_inside, figures.leaving, figures.arriving), (Some(50.0), Some(50.0), Some(7.0)));
    let kalisz = desk.rows().0.into_iter().find(|row| row.code == KALISZ).expect("in");
    assert_eq!((kalisz.out_commuters, kalisz.share_to_area), (Some(80.0), Some(0.375)));
    assert_eq!(kalisz.strongest, Some(("Warszawa".to_owned(), 0.625)));
    let run = ground.make(&run("threshold", &[("cores", KALISZ), ("share", "0.01")])).expect("the method runs");
    let warsaw = ground.find("1465011").expect("of the register");
    assert_eq!(run.run.partition.area_of(warsaw), None, "a unit that the table holds in part joins nothing");
    let residents = run.matrix.flows.residents(ground.find(KALISZ).expect("in the matrix"));
    let expected = desk.population(ground.find(KALISZ).expect("in the matrix")).expect("known") * 0.27;
    assert!((residents - expected.round()).abs() < 1e-9, "who leaves for elsewhere is among the residents: {residents}");
}

#[test]
fn units_without_flows_stay_units_and_only_their_flows_are_unknown() {
    let flows = "origin,destination,persons\n306101,301701,30\n";
    let file = TableFile { name: "flows.csv".to_owned(), bytes: flows.into(), how: How::default() };
    let ground = Arc::new(Ground::of(&file, &known()).expect("read"));
    let listed = Base::List { units: BTreeSet::from([KALISZ.to_owned(), GOLUCHOW.to_owned()]) };

    let desk = Desk::lay(Arc::clone(&ground), History::new(listed), &[], Limits::default()).expect("fits");

    let figures = desk.figures();
    assert_eq!((figures.units, figures.without_flows, desk.strangers.len()), (2, 1, 0));
    assert!(figures.population.is_some_and(|persons| persons > 90_000.0) && figures.pieces.is_some());
    let village = desk.rows().0.into_iter().find(|row| row.code == GOLUCHOW).expect("in");
    assert_eq!((village.out_commuters, village.share_to_area, village.touches), (None, None, Some(true)));
    let why = desk.why(ground.find(GOLUCHOW).expect("of the register"), Language::En);
    assert!(why.contains("the flow table does not hold its flows"), "{why}");
    let geojson = export(&desk, Export::Geojson, &Cover::default(), Language::En).expect("shapes are known");
    assert!(String::from_utf8(geojson).expect("text").contains(GOLUCHOW));
}

#[test]
fn parts_of_municipalities_and_kinds_that_do_not_exist_are_told_and_not_taken() {
    let mut known = known();
    known.units.iter_mut().for_each(|unit| unit.code = code(&format!("{}2", unit.code)));
    let nysa = known.units.iter_mut().find(|unit| unit.code.as_str() == "3017032").expect("a municipality");
    nysa.code = code("3017033");
    let ground = Arc::new(Ground::of(&table(), &known).expect("read"));

    let pasted = read_pasted(&ground, "3017034, 3020054\n3020059\n3020051 3020052 3061012 999999");

    assert_eq!(pasted.parts, [("3017034".to_owned(), "3017033".to_owned())]);
    let no_kind = ["3020054", "3020059"].map(|written| (written.to_owned(), "3020052".to_owned()));
    assert_eq!(pasted.no_kind, no_kind);
    assert_eq!(pasted.other_kind, [("3020051".to_owned(), "3020052".to_owned())]);
    assert_eq!(pasted.units, BTreeSet::from(["3020052", "3061012"].map(ToOwned::to_owned)));
    assert_eq!(pasted.repeated, BTreeSet::from(["3020052".to_owned()]));
    assert_eq!(pasted.unknown, ["999999"]);
}

#[test]
fn a_unit_far_away_breaks_the_rule_of_one_piece_and_is_named() {
    let desk = threshold();
    let far = desk.ground.units().indices().rfind(|&unit| desk.touches(unit) == Some(false)).expect("somebody is far away");
    let far_code = desk.code(far).to_owned();

    let apart = self::desk(desk.history.clone().with(Step::Change(Change::adding(far_code.clone()))));

    let found: BTreeMap<Rule, Verdict> = apart.rules().iter().map(|finding| (finding.rule, finding.verdict)).collect();
    assert_eq!((found[&Rule::Contiguous], found[&Rule::NeighboursInside]), (Verdict::Broken, Verdict::Broken));
    assert_eq!(apart.figures().pieces.expect("cells touch").last(), Some(&vec![far_code.clone()]));
    assert!(apart.rows().0.iter().any(|row| row.is_apart && row.code == far_code));
    let told = apart.rules().iter().map(|finding| tell::finding(&apart, finding, Language::En).figure).collect::<Vec<_>>();
    assert!(told[0].contains(&apart.ground.names().short(far)), "{told:?}");
}

#[test]
fn variants_side_by_side_name_what_only_one_has() {
    let (wide, narrow) = (
        desk(begun(&ground(), run("threshold", &[("cores", KALISZ), ("share", "0.1")]))),
        desk(begun(&ground(), run("threshold", &[("cores", KALISZ), ("share", "0.25")]))),
    );

    let compared = compare(&wide, &narrow);
    let rows = side_by_side(&[&wide, &narrow], Language::Pl);

    assert!(!compared.only_first.is_empty() && compared.only_second.is_empty());
    assert_eq!(compared.only_first.len() + compared.both.len(), wide.members.len());
    let share = compared.jaccard.expect("units on both sides");
    assert!((share - miedza_territory::count(narrow.members.len()) / miedza_territory::count(wide.members.len())).abs() < 1e-12);
    assert_eq!(rows.len(), wide.members.len());
    assert_eq!(rows[0].is_in, [true, true]);
    assert_eq!(rows.last().map(|row| row.is_in.clone()), Some(vec![true, false]));
    let both: Vec<&str> = rows.iter().filter(|row| row.variants() == 2).map(|row| row.name.as_str()).collect();
    assert!(both.is_sorted_by(|one, two| Language::Pl.compare(one, two).is_le()), "{both:?}");
}

#[test]
fn every_export_of_a_variant_holds_its_units() {
    let desk = threshold();
    let cover = Cover { title: "Wariant 15 %".to_owned(), sources: vec!["GUS 2016".to_owned()], ..Cover::default() };

    for format in Export::ALL {
        let bytes = export(&desk, format, &cover, Language::Pl).expect("it can be made");
        assert!(!bytes.is_empty(), "{format:?}");
        if matches!(format, Export::Csv | Export::Geojson) {
            let text = String::from_utf8(bytes).expect("text");
            let again = read_pasted(&desk.ground, &text);
            assert!(desk.codes(&desk.members).iter().all(|code| again.units.contains(code)), "{format:?}");
        }
    }
    assert_eq!(file_name(&cover.title, Export::Csv), "wariant-15.csv");
}

#[test]
fn a_variant_without_units_cannot_be_saved_and_is_told_why() {
    let empty = desk(History::new(Base::Empty));

    let refused = export(&empty, Export::Csv, &Cover::default(), Language::En).expect_err("nothing is in");

    assert_eq!(refused.kind, crate::Kind::Invalid);
    assert!(refused.hint.is_some());
    assert_eq!(empty.figures().population, None);
}

#[test]
fn a_method_that_needs_those_who_stay_says_what_to_enter() {
    let asked = Run { employed_share: None, ..run("travel_to_work", &[]) };

    let refused = ground().make(&asked).expect_err("the matrix has no diagonal");

    assert_eq!(refused.hint.map(|hint| hint.key), Some(miedza_texts::key::LAB_HINT_DIAGONAL));
}

#[test]
fn each_unit_of_the_map_leads_to_its_row() {
    let desk = threshold();

    let picture = desk.map("Kalisz", Language::Pl);

    let (inside, around) = desk.rows();
    assert!(picture.is_schematic && picture.description.contains("Schematyczne"));
    for row in inside.iter().chain(&around) {
        assert!(picture.svg.contains(&format!("href=\"#unit-{}\"", row.code)), "{}", row.name);
    }
}

fn shared(path: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("MIEDZA_SHARED_DATA").map_or_else(beside, PathBuf::from);
    let file = folder.join(path);
    if !file.exists() {
        eprintln!("skipped: no shared data");
        return None;
    }
    Some(file)
}

#[test]
fn the_polish_matrix_gives_the_figures_of_the_command() {
    let Some(flows) = shared("pl-commuting-2016/flows.csv.gz") else { return };
    let Some(population) = shared("pl-statistics/bdl_P2425_population_2023.csv.gz") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let figures = open_figures(&population, &Wanted::new(Figure::Population)).expect("a figure");
    let unit = |(code, value): (&UnitCode, Value)| KnownUnit {
        county: code.as_str().get(..4).map(ToOwned::to_owned),
        population: value.number(),
        ..KnownUnit::named(code.clone(), figures.names.get(code).cloned().unwrap_or_default())
    };
    let known = Known { units: figures.observations.iter().map(unit).collect(), boundaries: None };
    let file = TableFile { name: "flows.csv.gz".into(), bytes: std::fs::read(&flows).expect("read"), how: How::default() };
    let ground = Arc::new(Ground::of(&file, &known).expect("the matrix can be read"));
    let settings = [("min_size", "3500"), ("target_size", "25000")];
    let request = FlowRequest {
        file: flows,
        population: Some(Source::from_argument(&population.display().to_string())),
        employed_share: Some(EmployedShare::Same(0.27)),
        diagonal: "auto".to_owned(),
        ..FlowRequest::default()
    };
    let summary = summary(&self::request(request, "travel_to_work", &settings, folder.path().join("out")));

    same_figures(&ground, &run("travel_to_work", &settings), &summary);
}
