//! The main job on the demonstration figures: two real areas, all outputs of both.
//!
//! The figures are part of the program, so it needs no file of the repository. What they are and who published them says
//! `demo/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use miedza_texts::{Language, Message, key};
use serde::Serialize;

use crate::Tell;
use crate::delimitation::{self, BoundaryRequest, EmployedShare, FlowRequest, Format, Request};
use crate::failure::Failure;

/// Share of inhabitants in paid employment: an assumption of the demonstration, no published figure.
const EMPLOYED_SHARE: f64 = 0.27;

/// The sizes that suit areas of a country's regions; the smaller ones of the default leave many single municipalities.
const PRESET: &str = "preset=ons_2011";

/// A demonstration area with its figures.
struct Figures {
    slug: &'static str,
    name: &'static str,
    flows: &'static str,
    units: &'static str,
}

const AREAS: [Figures; 2] = [
    Figures {
        slug: "kalisz-ostrow",
        name: "Kalisz – Ostrów Wielkopolski",
        flows: include_str!("../../../../demo/kalisz-ostrow/flows.csv"),
        units: include_str!("../../../../demo/kalisz-ostrow/units.csv"),
    },
    Figures {
        slug: "walbrzych",
        name: "Wałbrzych",
        flows: include_str!("../../../../demo/walbrzych/flows.csv"),
        units: include_str!("../../../../demo/walbrzych/units.csv"),
    },
];

/// What the demonstration came to.
#[derive(Debug)]
pub struct Shown {
    /// One entry per area.
    pub summary: Vec<ShownArea>,
}

/// An area of the demonstration.
#[derive(Debug, Serialize)]
pub struct ShownArea {
    /// Its name.
    pub name: &'static str,
    /// Folder of its results.
    pub folder: PathBuf,
    /// Files in it.
    pub files: Vec<String>,
    /// How many functional areas were found.
    pub areas: usize,
    /// Among how many units.
    pub units: usize,
}

impl Shown {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        let mut lines = Vec::new();
        for area in &self.summary {
            let told = Message::new(key::DEMO_TOLD).with("name", area.name).with("areas", area.areas).with("units", area.units);
            lines.push(language.say(&told));
            lines.extend(area.files.iter().map(|file| format!("  {}", area.folder.join(file).display())));
        }
        lines.join("\n")
    }
}

/// Delimits every demonstration area below a folder; earlier results there are replaced.
///
/// # Errors
/// [`Failure`] if the folder cannot be written.
pub fn demo(folder: &Path, language: Language, tell: Tell) -> Result<Shown, Failure> {
    let input = folder.join("input");
    let mut summary = Vec::new();
    for area in &AREAS {
        let place = input.join(area.slug);
        write_figures(&place, area).map_err(|error| Failure::not_written(&place, &error))?;
        let request = request(folder, &place, area, language);
        let done = delimitation::delimit(&request, tell)?;
        summary.push(ShownArea {
            name: area.name,
            files: files(&request.out),
            folder: request.out,
            areas: done.summary.counts.areas,
            units: done.summary.counts.units,
        });
    }
    Ok(Shown { summary })
}

fn write_figures(place: &Path, area: &Figures) -> std::io::Result<()> {
    fs::create_dir_all(place)?;
    fs::write(place.join("flows.csv"), area.flows)?;
    fs::write(place.join("units.csv"), area.units)
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    files
}

fn request(folder: &Path, place: &Path, area: &Figures, language: Language) -> Request {
    Request {
        flows: FlowRequest {
            file: place.join("flows.csv"),
            diagonal: "auto".to_owned(),
            employed_share: Some(EmployedShare::Same(EMPLOYED_SHARE)),
            ..FlowRequest::default()
        },
        method: None,
        settings: vec![PRESET.to_owned()],
        units: Some(place.join("units.csv")),
        register: None,
        boundaries: BoundaryRequest { rule: "queen".to_owned(), ..BoundaryRequest::default() },
        repair: "none".to_owned(),
        moves: None,
        reports: vec![Format::Pdf, Format::Html, Format::Docx],
        title: Some(area.name.to_owned()),
        sources: ["GUS, Przepływy ludności związane z zatrudnieniem w 2016 r.", "GUS, BDL P2137 (2020)", "GUGiK, PRG (2019)"]
            .map(ToOwned::to_owned)
            .to_vec(),
        date: None,
        language,
        out: folder.join(area.slug),
        overwrite: true,
    }
}
