//! What was found in the files and done with them, as sentences.

use miedza_sources::boundary::Report as BoundaryReport;
use miedza_sources::commuting::{Meaning, NoPlaceReport, ReadingReport, Treatment};
use miedza_texts::{Key, Message, key};

use super::request::FlowRequest;
use super::summarise::persons_between_parts;
use crate::listing;

/// What is to be told of the flow table.
pub fn reading(report: &ReadingReport) -> Vec<Message> {
    let counted = |key: Key, count: usize| (count > 0).then(|| Message::new(key).with("count", count));
    let mut notes = Vec::new();
    notes.extend(counted(key::NOTE_MODELLED, report.modelled_rows));
    notes.extend(counted(key::NOTE_SUPPRESSED, report.suppressed.len()));
    notes.extend(at_home(report));
    notes.extend(outside(report));
    notes.extend(parts(report));
    notes.extend(codes(report));
    notes.extend(counted(key::NOTE_ZERO_ROWS, report.zero_rows));
    notes.extend(counted(key::NOTE_SUMMED_PAIRS, report.summed_pairs));
    let unknown: Vec<String> = report.unknown_units.iter().map(ToString::to_string).collect();
    notes.extend(listing::note(key::NOTE_UNKNOWN_UNITS, &unknown));
    notes
}

/// Destinations that are no place and count as the place of residence.
pub fn at_home(report: &ReadingReport) -> impl Iterator<Item = Message> {
    let counted = report.no_places.iter().filter(|place| place.treatment == Treatment::AtHome && place.as_destination.rows > 0);
    counted.map(|place| no_place(key::NOTE_NO_PLACE_AT_HOME, place, place.as_destination.persons))
}

/// Codes that were declared to be no place and do not occur.
pub fn unused_no_places(request: &FlowRequest, report: &ReadingReport) -> Vec<Message> {
    let declared = request.no_places.iter().filter_map(|text| text.split_once('=')).map(|(code, _)| code);
    let unused = declared.filter(|code| !report.no_places.iter().any(|place| place.code == *code));
    listing::note(key::NOTE_NO_PLACE_UNUSED, &unused.map(ToOwned::to_owned).collect::<Vec<_>>()).into_iter().collect()
}

fn outside(report: &ReadingReport) -> impl Iterator<Item = Message> {
    let left_out = report.no_places.iter().filter(|place| place.treatment == Treatment::Outside && place.as_destination.rows > 0);
    let origins = report.no_places.iter().filter(|place| place.as_origin.rows > 0);
    left_out
        .map(|place| no_place(key::NOTE_NO_PLACE_OUTSIDE, place, place.as_destination.persons))
        .chain(origins.map(|place| no_place(key::NOTE_NO_PLACE_ORIGIN, place, place.as_origin.persons)))
}

fn no_place(told: Key, place: &NoPlaceReport, persons: f64) -> Message {
    let code = if place.code.is_empty() { "–" } else { &place.code };
    Message::new(told).with("persons", persons).with("code", code).with("meaning", meaning(place.meaning))
}

const fn meaning(meaning: Meaning) -> Key {
    match meaning {
        Meaning::Home => key::MEANING_HOME,
        Meaning::NoFixedPlace => key::MEANING_NO_FIXED_PLACE,
        Meaning::Offshore => key::MEANING_OFFSHORE,
        Meaning::Abroad => key::MEANING_ABROAD,
        Meaning::OtherCountry => key::MEANING_OTHER_COUNTRY,
        Meaning::Unknown => key::MEANING_UNKNOWN,
        Meaning::Total => key::MEANING_TOTAL,
        Meaning::Declared => key::MEANING_DECLARED,
    }
}

fn parts(report: &ReadingReport) -> Vec<Message> {
    let mut notes = Vec::new();
    if report.folded.parts > 0 {
        notes.push(Message::new(key::NOTE_FOLDED).with("parts", report.folded.parts).with("wholes", report.folded.wholes));
    }
    if report.left_out_parts.rows > 0 {
        let left_out = report.left_out_parts;
        notes.push(Message::new(key::NOTE_LEFT_OUT_PARTS).with("rows", left_out.rows).with("persons", left_out.persons));
    }
    if !report.between_parts.is_empty() {
        let persons = persons_between_parts(report);
        notes.push(Message::new(key::NOTE_BETWEEN_PARTS).with("persons", persons).with("units", report.between_parts.len()));
    }
    notes
}

fn codes(report: &ReadingReport) -> Vec<Message> {
    let example = report.padded.example.clone().unwrap_or_default();
    let told = [
        (key::NOTE_PADDED, report.padded.codes),
        (key::NOTE_DOUBTFUL_CODES, report.padded.doubtful),
        (key::NOTE_WITHOUT_KIND, report.without_kind),
    ];
    told.into_iter()
        .filter(|(_, codes)| *codes > 0)
        .map(|(told, codes)| Message::new(told).with("codes", codes).with("example", &example))
        .collect()
}

/// What is to be told of the boundaries.
pub fn boundaries(report: &BoundaryReport) -> Vec<Message> {
    let codes = |codes: &[miedza_territory::UnitCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mended: Vec<String> = report.mended.iter().map(|mended| mended.unit.to_string()).collect();
    [
        listing::note(key::NOTE_WITHOUT_BOUNDARY, &codes(&report.without_boundary)),
        listing::note(key::NOTE_MENDED, &mended),
        listing::note(key::NOTE_DROPPED, &codes(&report.dropped)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
