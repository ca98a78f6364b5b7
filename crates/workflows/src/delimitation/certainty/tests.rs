//! The whole study on files: six municipalities by hand, and the Polish matrix of 2016.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use miedza_texts::Language;

use super::*;
use crate::delimitation::{BoundaryRequest, EmployedShare, FlowRequest, Reckoning, Request, Source};

const TWO_TOWNS: &str = "from,to,persons
1,1,900\n1,4,40\n2,2,60\n2,1,140\n3,3,50\n3,1,100\n3,2,10\n4,4,700\n4,1,30\n5,5,80\n5,4,120\n6,6,45\n6,1,40\n6,4,35\n";

const SEATS: &str = "code,name,population,lon,lat
1,Jeden,2400,18.10,51.70\n2,Dwa,520,18.20,51.75\n3,Trzy,410,18.00,51.75\n4,Cztery,1900,18.60,51.70\n5,Pięć,500,18.70,51.65\n6,Sześć,300,18.35,51.68\n";

fn request(flows: FlowRequest, out: &Path, settings: &[&str]) -> CertaintyRequest {
    let delimitation = Request {
        flows: FlowRequest { diagonal: "auto".to_owned(), ..flows },
        method: None,
        settings: settings.iter().map(|&setting| setting.to_owned()).collect(),
        criteria: None,
        grid: None,
        units: None,
        register: None,
        boundaries: BoundaryRequest { rule: "queen".to_owned(), ..BoundaryRequest::default() },
        repair: "auto".to_owned(),
        moves: None,
        moves_totals: Reckoning::default(),
        reports: Vec::new(),
        title: None,
        sources: Vec::new(),
        date: None,
        language: Language::En,
        out: out.to_owned(),
        overwrite: true,
    };
    CertaintyRequest {
        delimitation,
        replicates: 200,
        seed: 1,
        draw: "poisson".to_owned(),
        consensus: "medoid".to_owned(),
        limit: 0.8,
        suppressed: Vec::new(),
        sweeps: Vec::new(),
    }
}

/// A folder with the six municipalities, and what is asked of them.
fn two_towns(further: &str) -> (tempfile::TempDir, CertaintyRequest) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("flows.csv"), format!("{TWO_TOWNS}{further}")).expect("written");
    fs::write(folder.path().join("units.csv"), SEATS).expect("written");
    let flows = FlowRequest { file: folder.path().join("flows.csv"), ..FlowRequest::default() };
    let mut request = request(flows, &folder.path().join("result"), &["min_size=100", "target_size=500"]);
    request.delimitation.units = Some(folder.path().join("units.csv"));
    (folder, request)
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let named = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("text"))
    };
    entries.map(named).collect()
}

fn in_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads").install(work)
}

#[test]
fn the_unit_between_two_towns_is_on_the_edge_and_the_map_shows_it() {
    let (folder, request) = two_towns("");

    let certain = certainty(&request, &|_| {}).expect("fits");

    let edges: Vec<&str> = certain.summary.edge_units.iter().map(|row| row.unit.as_str()).collect();
    assert_eq!(edges, ["6"]);
    // About 61 of 100 draws leave it with its town; five standard errors of 200 draws are 0.17.
    assert!((0.44..0.78).contains(&certain.summary.edge_units[0].certainty));
    assert!(certain.told(Language::En).contains("1 of 6 units stay"), "{}", certain.told(Language::En));
    let files = files(&folder.path().join("result"));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["areas.csv", "certainty.csv", "certainty.geojson", "certainty.svg", "consensus.csv", "summary.json"]);
    assert_eq!(files["certainty.csv"].lines().nth(1), Some("1,1,1,,,false,0,0,schematic cells"));
    assert!(files["certainty.svg"].contains("50% to below 80%: 1 unit"), "{}", files["certainty.svg"]);
    assert_eq!(files["areas.csv"], "unit,area\n1,1\n2,1\n3,1\n4,4\n5,4\n6,4\n");
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let written = |threads| {
        let (folder, mut request) = two_towns("");
        request.sweeps = vec!["min_size=50,100,200".to_owned()];
        in_threads(threads, || certainty(&request, &|_| {})).expect("fits");
        files(&folder.path().join("result"))
    };

    let alone = written(1);

    assert_eq!(alone.len(), 8);
    assert_eq!(alone, written(3));
}

#[test]
fn a_suppressed_flow_is_drawn_only_inside_the_range_that_is_given() {
    // 5 hides a flow to 1. Up to 9 persons change nothing; from 300 on 5 goes with 1.
    let (_folder, mut request) = two_towns("5,1,*\n");
    let certainty_of_5 = |request: &CertaintyRequest| {
        let certain = certainty(request, &|_| {}).expect("fits");
        let five = certain.summary.edge_units.iter().find(|row| row.unit.as_str() == "5").map(|row| row.certainty);
        (five, certain.summary.drawn.suppressed, certain.summary.suppressed_left_out)
    };

    assert_eq!(certainty_of_5(&request), (None, 0, 1));
    request.suppressed = vec!["1-9".to_owned()];
    assert_eq!(certainty_of_5(&request), (None, 1, 0));
    request.suppressed = vec!["1-9".to_owned(), "*=300-400".to_owned()];
    assert_eq!(certainty_of_5(&request), (Some(0.0), 1, 0));
}

#[test]
fn areas_outside_of_what_was_drawn_are_told_loudly() {
    // 4 and 1 hide thousands of each other's commuters: one area in each replicate, two where these count as nobody.
    let (_folder, mut request) = two_towns("");
    fs::write(&request.delimitation.flows.file, TWO_TOWNS.replace("4,1,30", "4,1,*").replace("1,4,40", "1,4,*"))
        .expect("written");
    let notes = |request: &CertaintyRequest| {
        let certain = certainty(request, &|_| {}).expect("fits");
        certain.notes.iter().map(|note| Language::En.say(note)).collect::<Vec<_>>().join("\n")
    };

    assert!(!notes(&request).contains("outside of what was drawn"));
    request.suppressed = vec!["#=1-4".to_owned()];
    let unused = notes(&request);
    assert!(unused.contains("had no effect") && !unused.contains("without a range"), "{unused}");
    request.suppressed = vec!["4000-5000".to_owned()];
    let told = notes(&request);
    assert!(told.contains("2 of them, 1 to 1 in the replicates, since they count suppressed flows as nobody"), "{told}");
}

#[test]
fn units_and_areas_on_the_screen_are_called_by_name() {
    let (_folder, request) = two_towns("");

    let told = certainty(&request, &|_| {}).expect("fits").told(Language::En);

    assert!(told.contains("Sześć (6)") && told.contains("Cztery") && told.contains("Jeden"), "{told}");
}

#[test]
fn a_sweep_tells_each_combination() {
    let (folder, mut request) = two_towns("");
    request.sweeps = vec!["target_size=50:500:225".to_owned()];

    let certain = certainty(&request, &|_| {}).expect("fits");

    assert_eq!(certain.summary.sweep.as_ref().map(|sweep| (sweep.combinations, sweep.refused)), Some((3, 1)));
    let table = &files(&folder.path().join("result"))["sweep.csv"];
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "target_size,areas,inside_share,plateau,refused,variation_to_next_target_size");
    assert!(lines[1].starts_with("50,,,,\"target_size is 50, and it must be above min_size, which is 100\""), "{table}");
    assert!(lines[2].starts_with("275,") && lines[3].starts_with("500,2,0.953"), "{table}");
}

#[test]
fn what_cannot_be_drawn_or_swept_is_refused() {
    type Spoil = fn(&mut CertaintyRequest);
    let wrong: [(Spoil, &str); 7] = [
        (|request| request.suppressed = vec!["*=1-4".to_owned(), "*=2-9".to_owned()], "*=1-4 and *=2-9 contradict each other"),
        (|request| request.suppressed = vec!["9-1".to_owned()], "9-1 is no range of persons"),
        (|request| request.sweeps = vec!["min_size".to_owned()], "the parameter min_size cannot be used"),
        (|request| request.sweeps = vec!["min_sise=1,2".to_owned()], "the parameter min_sise=1,2 cannot be used"),
        (|request| request.replicates = 0, "--replicates is 0"),
        (|request| request.limit = 2.0, "--limit is 2"),
        (
            |request| request.sweeps = vec!["min_size=1:200:1".to_owned(), "target_size=201:300:1".to_owned()],
            "the sweep has 20,000 combinations",
        ),
    ];
    for (spoil, told) in wrong {
        let (folder, mut request) = two_towns("");
        spoil(&mut request);

        let failure = certainty(&request, &|_| {}).expect_err(told);

        assert_eq!(Language::En.say(&failure.told), told);
        assert!(failure.hint.is_some() && !folder.path().join("result").exists(), "{told}");
    }
}

#[test]
fn poland_is_told_with_the_estimated_diagonal_worked_out_again() {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let above = || Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1).map(|folder| folder.join("shared/data"));
    let Some(data) = given.or_else(|| above().find(|folder| folder.is_dir())) else {
        eprintln!("skipped: no shared data");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let population = data.join("pl-statistics/bdl_P2137_population_by_age_gmina_2020.csv.gz");
    let flows = FlowRequest {
        file: data.join("pl-commuting-2016/flows.csv.gz"),
        population: Some(Source::from_argument(&format!("{}:ogółem", population.display()))),
        employed_share: Some(EmployedShare::Same(0.27)),
        ..FlowRequest::default()
    };
    let mut request = request(flows, &folder.path().join("result"), &[]);
    request.delimitation.boundaries.file = Some(data.join("pl-boundaries/gminas.geojson.gz"));
    request.replicates = 20;

    let certain = certainty(&request, &|_| {}).expect("fits");

    assert_eq!(certain.summary.drawn.diagonal, "rest");
    assert_eq!((certain.summary.units, certain.summary.areas.len()), (2478, 952));
    let edges = certain.summary.edge_units.len();
    assert!((50..1200).contains(&edges), "{edges}");
}
