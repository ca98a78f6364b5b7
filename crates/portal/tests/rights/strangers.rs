//! What somebody without an account can find: by following every link, by guessing every address, by asking every list.
//!
//! Each record has a word of its own in its texts; the words that show anywhere must be those of the published records, no
//! more and no fewer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{Cursor, Read as _};

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record, Visibility};

use crate::asked::{Answered, get};
use crate::cells::say;
use crate::domain::{Openness, Somebody};
use crate::visitors::Visitor;
use crate::world::{CLOSED, Made, Scene, World};

/// Views of one page that are followed: orders, filters, dates.
const VIEWS: usize = 8;
/// Pages at most, so that a maze of links ends.
const PAGES: usize = 20_000;
/// Kinds without a text of their own, or whose texts stand in the workbench only.
const UNSEEN: [Kind; 3] = [Kind::Attendances, Kind::Diagnoses, Kind::DiagnosisComments];

/// Somebody who looks, and what was found so far.
struct Look<'a> {
    world: &'a World,
    stranger: Visitor,
    /// Where a word was first seen.
    seen: BTreeMap<String, String>,
    asked: BTreeSet<String>,
    faults: Vec<String>,
}

impl<'a> Look<'a> {
    fn at(world: &'a World) -> Self {
        let stranger = Visitor { name: "stranger".to_owned(), somebody: Somebody::default(), header: None };
        Self { world, stranger, seen: BTreeMap::new(), asked: BTreeSet::new(), faults: Vec::new() }
    }

    /// Looks at an address once; gives the answer if it is new.
    async fn look(&mut self, address: &str) -> Option<Answered> {
        if !self.asked.insert(address.to_owned()) {
            return None;
        }
        let answer = get(&self.world.router, &self.stranger, address).await;
        if answer.status.is_server_error() {
            self.faults.push(format!("{address} answers {}", answer.status.as_u16()));
        }
        for word in words(&texts(&answer)) {
            self.seen.entry(word).or_insert_with(|| address.to_owned());
        }
        Some(answer)
    }

    /// Follows every link from these addresses on.
    async fn follow(&mut self, from: &[&str]) {
        let mut ahead: VecDeque<String> = from.iter().map(|address| (*address).to_owned()).collect();
        let mut views: BTreeMap<String, usize> = BTreeMap::new();
        while let Some(address) = ahead.pop_front().filter(|_| self.asked.len() < PAGES) {
            let path = address.split('?').next().unwrap_or_default().to_owned();
            let count = views.entry(path).or_default();
            if *count >= VIEWS {
                continue;
            }
            *count += 1;
            let Some(answer) = self.look(&address).await else { continue };
            if answer.status == StatusCode::NOT_FOUND && !address.contains("/account") {
                self.faults.push(format!("a link leads to {address}, which is not there"));
            }
            let to = answer.headers.get("location").and_then(|to| to.to_str().ok()).map(ToOwned::to_owned);
            ahead.extend(links(&answer.text()).into_iter().chain(to).filter(|link| !self.asked.contains(link)));
        }
    }
}

/// The addresses inside the portal that a page names.
fn links(page: &str) -> BTreeSet<String> {
    let mut links = BTreeSet::new();
    for mark in ["href=\"/", "src=\"/", "data-units=\"/", "data-flows=\"/", "action=\"/", "\"next\":\"/", "\"page\":\"/"] {
        for part in page.split(mark).skip(1) {
            let link = part.split(['"', '#']).next().unwrap_or_default();
            links.insert(format!("/{}", link.replace("&amp;", "&").replace("&#38;", "&")));
        }
    }
    links
}

/// All that an answer says, also inside the parts of a workbook or a document.
fn texts(answer: &Answered) -> String {
    let mut said = answer.text();
    if answer.body.starts_with(b"PK") {
        let mut parts = zip::ZipArchive::new(Cursor::new(answer.body.to_vec())).expect("a workbook is an archive");
        for number in 0..parts.len() {
            let mut part = parts.by_index(number).expect("a part");
            let _ = part.read_to_string(&mut said);
        }
    }
    said
}

/// The words of the records in a text.
pub fn words(text: &str) -> BTreeSet<String> {
    let is_whole = |word: &str| word.len() == 8 && word.ends_with('k') && word[3..7].bytes().all(|sign| sign.is_ascii_digit());
    let begin = text.match_indices("zqw").filter_map(|(place, _)| text.get(place..place + 8));
    begin.filter(|word| is_whole(word)).map(ToOwned::to_owned).collect()
}

/// Every address that a record could be found under.
fn guesses(record: &Record, slugs: &[String]) -> Vec<String> {
    let id = &record.id;
    let mut guesses = Vec::new();
    for slug in slugs {
        for kind in ["documents", "bodies", "meetings", "resolutions", "news", "files", "surveys"] {
            guesses.push(format!("/en/partnerships/{slug}/{kind}/{id}"));
        }
        guesses.push(format!("/en/partnerships/{slug}/surveys/{id}/results"));
        guesses.push(format!("/en/work/partnerships/{slug}/surveys/{id}/answers"));
        for ending in ["csv", "geojson", "gpkg", "svg", "html", "docx"] {
            guesses.push(format!("/en/partnerships/{slug}/area/{id}/export/{ending}"));
        }
        guesses.push(format!("/en/partnerships/{slug}/area?variant={id}&beside={id}"));
        for ending in ["", ".geojson"] {
            guesses.push(format!("/api/v1/partnerships/{slug}/variants/{id}{ending}"));
        }
        let register = format!("/en/work/partnerships/{slug}/{}", record.kind());
        guesses.extend([format!("{register}/{id}"), format!("{register}/{id}/history"), register]);
        guesses.extend(["", "/partition", "/partition/csv"].map(|end| format!("/en/work/partnerships/{slug}/area/{id}{end}")));
    }
    guesses.extend([format!("/en/calls/{id}"), format!("/en/files/{id}"), format!("/en/work/shared/{}/{id}", record.kind())]);
    if let Some(slug) = record.text("slug") {
        guesses.extend([format!("/en/calls/{slug}"), format!("/en/partnerships/{slug}"), format!("/api/v1/partnerships/{slug}")]);
        guesses.push(format!("/en/explore?place={slug}"));
        guesses.push(format!("/en/explore/units.geojson?place={slug}"));
        guesses.push(format!("/api/v1/partnerships?theme={slug}"));
        guesses.push(format!("/en/partnerships?theme={slug}"));
    }
    guesses
}

/// Every list that can be asked for words, with these.
fn searches(words: &str, slugs: &[String]) -> Vec<String> {
    let mut searches = Vec::new();
    for language in ["pl", "cs", "en"] {
        for page in ["search", "partnerships", "calls", "units"] {
            searches.push(format!("/{language}/{page}?q={words}"));
            searches.extend((1..8).map(|turn| format!("/{language}/{page}?q={words}&page={turn}")));
            searches.push(format!("/{language}/{page}?q={words}&file=json&sort=name"));
        }
    }
    for list in ["partnerships", "units", "calls", "themes", "members"] {
        for ending in ["", ".csv", ".xlsx", ".geojson"] {
            searches.push(format!("/api/v1/{list}{ending}?q={words}"));
        }
    }
    for slug in slugs {
        for list in ["members", "timeline", "variants", "documents", "bodies", "meetings", "resolutions", "news"] {
            searches.push(format!("/api/v1/partnerships/{slug}/{list}?q={words}"));
        }
        for list in ["members", "history", "documents", "bodies", "news", "findings", "reviews", "surveys"] {
            searches.push(format!("/en/partnerships/{slug}/{list}?q={words}"));
        }
    }
    searches
}

/// Every list without a question, in every form.
fn lists(slugs: &[String]) -> Vec<String> {
    let mut lists = Vec::new();
    for ending in ["", ".csv", ".xlsx", ".geojson"] {
        for list in ["partnerships", "units", "calls", "themes", "members"] {
            lists.push(format!("/api/v1/{list}{ending}"));
        }
        for slug in slugs {
            for list in ["", "/members", "/timeline", "/variants", "/documents", "/bodies", "/meetings", "/resolutions", "/news"]
            {
                lists.push(format!("/api/v1/partnerships/{slug}{list}{ending}"));
            }
            lists.push(format!("/api/v1/partnerships/{slug}/area{ending}"));
        }
    }
    let files = ["csv", "xlsx", "json"];
    for slug in slugs {
        for part in ["swot_items", "problems", "challenges"] {
            lists.push(format!("/en/partnerships/{slug}/findings?part={part}&file=json"));
        }
        let evidence = ["findings", "reviews", "surveys"];
        for list in ["members", "history", "documents", "bodies", "news", "stages", "area"].into_iter().chain(evidence) {
            lists.push(format!("/en/partnerships/{slug}/{list}"));
            lists.extend(files.map(|file| format!("/en/partnerships/{slug}/{list}?file={file}")));
        }
    }
    for list in ["partnerships", "calls", "units", "search"] {
        lists.extend(files.map(|file| format!("/en/{list}?file={file}")));
    }
    let units = ["0265011", "0221011"];
    lists.extend(units.iter().flat_map(|code| [format!("/en/units/{code}"), format!("/api/v1/units/{code}")]));
    lists
}

fn is_public(made: &Made, scene: Option<&Scene>) -> bool {
    let is_open = scene.is_none_or(|scene| matches!(scene.openness, Openness::Published | Openness::Archived));
    is_open && made.record.content.visibility == Visibility::Public
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_finds_what_is_published_and_nothing_else() {
    let mut world = World::build().await;
    let hidden = world.hidden().await;
    let mut slugs: Vec<String> = world.scenes.iter().map(|scene| scene.slug.clone()).collect();
    slugs.push(hidden.slug.clone());
    let mut look = Look::at(&world);

    look.follow(&["/pl", "/cs", "/en", "/api/v1"]).await;
    let followed = look.asked.len();
    for address in lists(&slugs).into_iter().chain(searches(CLOSED, &slugs)) {
        look.look(&address).await;
    }
    let of_scenes = world.scenes.iter().chain([&hidden]).flat_map(|scene| scene.made.iter().map(move |made| (made, Some(scene))));
    let all: Vec<(&Made, Option<&Scene>)> = of_scenes.chain(world.shared.iter().map(|made| (made, None))).collect();
    for (made, scene) in &all {
        let own: Vec<String> = match scene {
            // Also by the address of another partnership.
            Some(scene) => vec![scene.slug.clone(), "a-published".to_owned()],
            None => vec!["a-published".to_owned()],
        };
        for address in guesses(&made.record, &own) {
            look.look(&address).await;
        }
    }
    let deleted =
        world.scenes.iter().flat_map(|scene| scene.deleted.iter().chain(&scene.stuck).map(move |record| (record, scene)));
    for (record, scene) in deleted {
        for address in guesses(record, std::slice::from_ref(&scene.slug)) {
            look.look(&address).await;
        }
    }

    say(&format!("{} addresses, {followed} of them by links; {} words seen", look.asked.len(), look.seen.len()));
    let is_hidden = |scene: Option<&Scene>| scene.is_some_and(|scene| scene.slug == hidden.slug);
    let mut faults = look.faults.clone();
    let mut known = BTreeSet::new();
    for (made, scene) in &all {
        known.insert(made.word.clone());
        let is_public = is_public(made, *scene) && !is_hidden(*scene);
        let is_silent = UNSEEN.contains(&made.record.kind());
        match look.seen.get(&made.word) {
            Some(address) if !is_public => faults.push(format!("{} shows at {address}", made.record.id)),
            None if is_public && !is_silent => faults.push(format!("{} is published and shows nowhere", made.record.id)),
            _ => {}
        }
    }
    let foreign = look.seen.iter().filter(|(word, _)| !known.contains(*word));
    faults.extend(foreign.map(|(word, address)| format!("{word}, of a deleted record, shows at {address}")));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
