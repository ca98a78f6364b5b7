//! What a page of the service holds: where its members stand, which they are, and how many there are in all.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Error;

/// A page of features.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Where the beginning of the document ends: behind the opening of its root.
    pub opening: usize,
    /// Name of the root as it is written.
    pub root: String,
    /// Where the members stand, in bytes.
    pub members: Vec<Range<usize>>,
    /// The identifiers of the features (`gml:id`), as far as they have one.
    pub ids: Vec<String>,
    /// How many features fit the question, on all pages; `None` if the service does not count.
    pub matched: Option<u64>,
}

/// Reads a page.
///
/// # Errors
/// [`Error::Report`] if the service refuses the question, [`Error::NotAPage`] if the document is damaged or something else.
pub fn parse(bytes: &[u8]) -> Result<Page, Error> {
    let not_a_page = |what: String| Error::NotAPage { what: what.into() };
    let mut reader = Reader::from_reader(bytes);
    reader.config_mut().expand_empty_elements = true;
    let (mut page, mut depth, mut buffer) = (Page::default(), 0_usize, Vec::new());
    // Where the member begins that is open.
    let mut begin = None;
    loop {
        let before = position(&reader);
        let event = reader.read_event_into(&mut buffer).map_err(|error| not_a_page(error.to_string()))?;
        match event {
            Event::Start(element) => {
                match depth {
                    0 => page.open(&element, position(&reader), bytes)?,
                    1 => begin = (local(element.name().0) == "member").then_some(before),
                    2 if begin.is_some() => page.ids.extend(attribute(&element, "id")),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    page.members.extend(begin.take().map(|begin| begin..position(&reader)));
                }
            }
            Event::Eof if depth == 0 && page.opening > 0 => return Ok(page),
            Event::Eof => return Err(not_a_page("it is cut off".into())),
            _ => {}
        }
        buffer.clear();
    }
}

impl Page {
    /// Takes the root of the document.
    fn open(&mut self, element: &BytesStart<'_>, behind: usize, bytes: &[u8]) -> Result<(), Error> {
        match local(element.name().0) {
            "FeatureCollection" => {
                self.root = element.name().0.to_owned();
                self.matched = attribute(element, "numberMatched").and_then(|count| count.parse().ok());
                self.opening = behind;
                Ok(())
            }
            "ExceptionReport" | "ServiceExceptionReport" => Err(Error::Report { said: said(bytes) }),
            other => Err(Error::NotAPage { what: format!("its root is {other}").into() }),
        }
    }
}

/// The words of a report, without marks.
fn said(bytes: &[u8]) -> Box<str> {
    let (mut reader, mut words, mut buffer) = (Reader::from_reader(bytes), Vec::new(), Vec::new());
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Text(text) => words.push(text.xml10_content().trim().to_owned()),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    words.retain(|word| !word.is_empty());
    words.join(" ").chars().take(300).collect::<String>().into()
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

fn attribute(element: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| local(attribute.key.0) == wanted)?;
    Some(found.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_members_and_how_many_there_are() {
        let text = "<?xml version='1.0'?><wfs:FeatureCollection numberMatched=\"3\" xmlns:wfs='w'>\
                    <wfs:boundedBy><x gml:id='b'/></wfs:boundedBy>\
                    <wfs:member><ms:A gml:id=\"A.1\"><b/></ms:A></wfs:member><wfs:member><ms:A gml:id=\"A.2\"/></wfs:member>\
                    </wfs:FeatureCollection>";

        let page = parse(text.as_bytes()).expect("a page");

        let members: Vec<&str> = page.members.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(
            members,
            ["<wfs:member><ms:A gml:id=\"A.1\"><b/></ms:A></wfs:member>", "<wfs:member><ms:A gml:id=\"A.2\"/></wfs:member>"]
        );
        assert_eq!((page.matched, page.ids), (Some(3), vec!["A.1".to_owned(), "A.2".to_owned()]));
        assert!(text[..page.opening].ends_with("xmlns:wfs='w'>"));
    }

    #[test]
    fn a_report_is_told_in_its_words_and_other_documents_are_no_page() {
        let report = "<ows:ExceptionReport><ows:Exception><ows:ExceptionText>Unknown layer</ows:ExceptionText></ows:Exception>\
                      </ows:ExceptionReport>";
        assert!(matches!(parse(report.as_bytes()), Err(Error::Report { said }) if &*said == "Unknown layer"));
        for text in ["", "x", "<a/>", "<wfs:FeatureCollection><wfs:member>", "{}"] {
            assert!(matches!(parse(text.as_bytes()), Err(Error::NotAPage { .. })), "{text}");
        }
    }
}
