//! The text of the package: paragraphs with their styles, lists, notes, pictures.

use crate::document::{Block, Document, Fact, Figure, Heading, KeyFigures, List, Note, Run, Sources, Style, Tone};
use crate::markup::{escape, escape_into, put};

/// Width of the text on A4 in twentieths of a point.
pub const TEXT_WIDTH: u32 = 9184;

/// Width of pictures as wide as the text in English metric units: 162 mm.
const PICTURE_WIDTH: u64 = 5_832_000;

/// Dots of a picture as wide as the text; one of fewer dots is narrower.
const PICTURE_DOTS: u64 = 1280;

/// Bookmarks up to this number are those of headings.
const BOOKMARKS: usize = 100_000;

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>\n";

const CLOSE: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1531\" w:right=\"1361\" w:bottom=\"1361\" w:left=\"1361\" w:header=\"794\" w:footer=\"680\" w:gutter=\"0\"/>\
<w:titlePg/></w:sectPr></w:body></w:document>";

/// The main part with what the other parts must know of it.
pub struct Body {
    pub xml: String,
    pub numbered_lists: usize,
}

/// The main part; `sizes` are the sizes of the pictures in dots, in order.
pub fn document(document: &Document, sizes: &[(u32, u32)]) -> Body {
    let mut text = Text {
        document,
        sizes,
        out: OPEN.to_owned(),
        tables: 0,
        figures: 0,
        headings: 0,
        numbered: 0,
        breaks: false,
        is_small: false,
    };
    text.front();
    text.contents();
    for block in &document.blocks {
        text.block(block);
    }
    text.out.push_str(CLOSE);
    Body { xml: text.out, numbered_lists: text.numbered }
}

pub struct Text<'a> {
    pub document: &'a Document,
    sizes: &'a [(u32, u32)],
    pub out: String,
    pub tables: usize,
    figures: usize,
    headings: usize,
    numbered: usize,
    /// Whether the next heading begins a new page.
    breaks: bool,
    /// Whether the letters of the present table are small.
    pub is_small: bool,
}

impl Text<'_> {
    fn front(&mut self) {
        let document = self.document;
        self.paragraph("Kind", &[Run::plain(&document.kind)]);
        self.paragraph("Title", &[Run::plain(&document.title)]);
        if !document.subtitle.is_empty() {
            self.paragraph("Subtitle", &[Run::plain(&document.subtitle)]);
        }
        self.paragraph("Strip", &[]);
        self.facts(&document.facts);
    }

    /// The chapters as links; page numbers are left to the office program.
    fn contents(&mut self) {
        self.paragraph("ContentsHeading", &[Run::plain(&self.document.words.contents)]);
        let headings = self.document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        });
        for (position, heading) in headings.enumerate().filter(|(_, heading)| heading.level == 1) {
            let (anchor, text) = (position + 1, escape(&title(heading)));
            put(
                &mut self.out,
                format_args!(
                    "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:hyperlink w:anchor=\"part{anchor}\" w:history=\"1\"><w:r><w:t>{text}</w:t></w:r>\
                     <w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF part{anchor} \\h </w:instrText></w:r>\
                     <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>–</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:hyperlink></w:p>\n"
                ),
            );
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph("Normal", &paragraph.runs),
            Block::List(list) => self.list(list),
            Block::Note(note) => self.note(note),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Facts(facts) => self.facts(&facts.facts),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Sources(sources) => self.sources(sources),
            Block::PageBreak => self.breaks = true,
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.headings += 1;
        let (level, number) = (heading.level.clamp(1, 3), self.headings);
        let page = if std::mem::take(&mut self.breaks) { "<w:pageBreakBefore/>" } else { "" };
        put(
            &mut self.out,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/>{page}</w:pPr><w:bookmarkStart w:id=\"{number}\" w:name=\"part{number}\"/>"
            ),
        );
        self.runs(&[Run::plain(title(heading))]);
        put(&mut self.out, format_args!("<w:bookmarkEnd w:id=\"{number}\"/></w:p>\n"));
    }

    pub fn paragraph(&mut self, style: &str, runs: &[Run]) {
        put(&mut self.out, format_args!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"));
        self.runs(runs);
        self.out.push_str("</w:p>\n");
    }

    pub fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let properties = match run.style {
                Style::Plain => "",
                Style::Strong => "<w:rPr><w:b/></w:rPr>",
                Style::Emphasis => "<w:rPr><w:i/></w:rPr>",
                Style::Code => "<w:rPr><w:rStyle w:val=\"Code\"/></w:rPr>",
                Style::Source => {
                    self.reference(&escape(&run.text));
                    continue;
                }
            };
            put(&mut self.out, format_args!("<w:r>{properties}<w:t xml:space=\"preserve\">"));
            escape_into(&run.text, &mut self.out);
            self.out.push_str("</w:t></w:r>");
        }
    }

    /// The number of a source as a link to its entry.
    fn reference(&mut self, number: &str) {
        put(
            &mut self.out,
            format_args!(
                "<w:hyperlink w:anchor=\"source{number}\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t>[{number}]</w:t></w:r></w:hyperlink>"
            ),
        );
    }

    /// The list of sources; bookmarks are numbered behind those of the headings.
    fn sources(&mut self, sources: &Sources) {
        for entry in &sources.entries {
            let (number, id) = (entry.number, entry.number + BOOKMARKS);
            put(
                &mut self.out,
                format_args!(
                    "<w:p><w:pPr><w:pStyle w:val=\"Source\"/></w:pPr><w:bookmarkStart w:id=\"{id}\" w:name=\"source{number}\"/>\
                     <w:r><w:t>[{number}]</w:t></w:r><w:bookmarkEnd w:id=\"{id}\"/><w:r><w:tab/></w:r>"
                ),
            );
            self.runs(&entry.runs);
            self.out.push_str("</w:p>\n");
        }
    }

    fn list(&mut self, list: &List) {
        let number = if list.is_numbered { self.numbered + 2 } else { 1 };
        self.numbered += usize::from(list.is_numbered);
        for item in &list.items {
            put(
                &mut self.out,
                format_args!(
                    "<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr>"
                ),
            );
            self.runs(item);
            self.out.push_str("</w:p>\n");
        }
    }

    fn note(&mut self, note: &Note) {
        let (title, text) = if note.tone == Tone::Doubt { ("DoubtTitle", "DoubtText") } else { ("NoteTitle", "NoteText") };
        self.paragraph(title, &[Run::plain(&note.title)]);
        self.paragraph(text, &note.runs);
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            self.out.push_str(
                "<w:p><w:pPr><w:pStyle w:val=\"Fact\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FactTerm\"/></w:rPr><w:t>",
            );
            escape_into(&fact.term, &mut self.out);
            self.out.push_str("</w:t></w:r><w:r><w:tab/></w:r>");
            self.runs(&fact.runs);
            self.out.push_str("</w:p>\n");
        }
    }

    fn key_figures(&mut self, figures: &KeyFigures) {
        for line in figures.figures.chunks(3) {
            self.key_line(line);
        }
        self.paragraph("TableNote", &[]);
    }

    /// A caption with a field, so that an office program can number and list it.
    pub fn caption(&mut self, word: &str, sequence: (&str, usize), text: &str) {
        let (name, number) = sequence;
        let keep = if name == "Table" { "<w:keepNext/>" } else { "" };
        put(
            &mut self.out,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/>{keep}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{} </w:t></w:r>\
                 <w:fldSimple w:instr=\" SEQ {name} \\* ARABIC \"><w:r><w:rPr><w:b/></w:rPr><w:t>{number}</w:t></w:r></w:fldSimple>\
                 <w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">. </w:t></w:r>",
                escape(word)
            ),
        );
        self.runs(&[Run::plain(text)]);
        self.out.push_str("</w:p>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        let (width, height) = self.sizes.get(self.figures).copied().unwrap_or((1, 1));
        self.figures += 1;
        let number = self.figures;
        let wide = PICTURE_WIDTH * u64::from(width).clamp(1, PICTURE_DOTS) / PICTURE_DOTS;
        let high = wide * u64::from(height) / u64::from(width.max(1));
        let description = escape(&figure.description);
        let extent = format!("cx=\"{wide}\" cy=\"{high}\"");
        put(
            &mut self.out,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {extent}/>\
                 <wp:docPr id=\"{number}\" name=\"figure{number}\" descr=\"{description}\"/>\
                 <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
                 <pic:cNvPr id=\"{number}\" name=\"figure{number}.png\" descr=\"{description}\"/><pic:cNvPicPr/></pic:nvPicPr>\
                 <pic:blipFill><a:blip r:embed=\"figure{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
                 <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>\
                 </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n"
            ),
        );
        let word = &self.document.words.figure;
        self.caption(word, ("Figure", number), &figure.caption);
    }
}

/// A heading with its number.
fn title(heading: &Heading) -> String {
    if heading.number.is_empty() { heading.text.clone() } else { format!("{} {}", heading.number, heading.text) }
}
