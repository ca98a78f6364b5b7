//! Writes a document as one HTML page that needs nothing else: no script, no other file, no other host.
//!
//! Landmarks, one first heading, a link past the title, tables with captions and scopes, drawings with title and
//! description inside; light and dark by the reader's choice, and a style for paper.

use crate::document::{
    Block, Column, ColumnKind, Document, Fact, Figure, Heading, KeyFigures, List, Note, Run, Sources, Style, Table, Tone,
};
use crate::markup::{escape, escape_into, put};

/// The look of the page.
const STYLE: &str = include_str!("../templates/document.css");

/// Tables with more rows than this get striped rows.
const LONG: usize = 10;

/// The document as a page of HTML in UTF-8.
pub fn write(document: &Document) -> String {
    let mut page = Page { document, out: String::new(), tables: 0, figures: 0, headings: 0, breaks: false };
    page.head();
    page.front();
    page.contents();
    page.out.push_str("<main id=\"text\">\n");
    for block in &document.blocks {
        page.block(block);
    }
    page.out.push_str("</main>\n<footer>");
    escape_into(&document.kind, &mut page.out);
    page.out.push_str(" · ");
    escape_into(&document.title, &mut page.out);
    page.out.push_str("</footer>\n</body>\n</html>\n");
    page.out
}

struct Page<'a> {
    document: &'a Document,
    out: String,
    tables: usize,
    figures: usize,
    headings: usize,
    /// Whether the next heading begins a new page on paper.
    breaks: bool,
}

impl Page<'_> {
    fn head(&mut self) {
        let document = self.document;
        put(&mut self.out, format_args!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n", escape(&document.language)));
        self.out.push_str("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        put(&mut self.out, format_args!("<title>{} – {}</title>\n", escape(&document.title), escape(&document.kind)));
        put(&mut self.out, format_args!("<meta name=\"description\" content=\"{}\">\n", escape(&document.description)));
        if let Some(author) = &document.author {
            put(&mut self.out, format_args!("<meta name=\"author\" content=\"{}\">\n", escape(author)));
        }
        put(&mut self.out, format_args!("<style>\n{STYLE}</style>\n</head>\n<body>\n"));
        put(&mut self.out, format_args!("<a class=\"skip\" href=\"#text\">{}</a>\n", escape(&document.words.skip)));
    }

    fn front(&mut self) {
        let document = self.document;
        put(&mut self.out, format_args!("<header>\n<p class=\"kind\">{}</p>\n", escape(&document.kind)));
        put(&mut self.out, format_args!("<h1>{}</h1>\n", escape(&document.title)));
        if !document.subtitle.is_empty() {
            put(&mut self.out, format_args!("<p class=\"subtitle\">{}</p>\n", escape(&document.subtitle)));
        }
        self.out.push_str("</header>\n<div class=\"front\">\n");
        self.facts(&document.facts);
        self.out.push_str("</div>\n");
    }

    fn contents(&mut self) {
        let chapters = self.document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        });
        put(&mut self.out, format_args!("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">"));
        escape_into(&self.document.words.contents, &mut self.out);
        self.out.push_str("</h2>\n<ol>\n");
        for (position, heading) in chapters.enumerate().filter(|(_, heading)| heading.level == 1) {
            let text = escape(&heading.text);
            put(
                &mut self.out,
                format_args!("<li><a href=\"#part-{}\">{} {text}</a></li>\n", position + 1, escape(&heading.number)),
            );
        }
        self.out.push_str("</ol>\n</nav>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => {
                self.out.push_str("<p>");
                self.runs(&paragraph.runs);
                self.out.push_str("</p>\n");
            }
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
        let level = heading.level.clamp(1, 4) + 1;
        let class = if std::mem::take(&mut self.breaks) { " class=\"page\"" } else { "" };
        put(&mut self.out, format_args!("<h{level} id=\"part-{}\"{class}>", self.headings));
        if !heading.number.is_empty() {
            put(&mut self.out, format_args!("<span class=\"number\">{}</span> ", escape(&heading.number)));
        }
        escape_into(&heading.text, &mut self.out);
        put(&mut self.out, format_args!("</h{level}>\n"));
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let tag = match run.style {
                Style::Plain => None,
                Style::Strong => Some("strong"),
                Style::Emphasis => Some("em"),
                Style::Code => Some("code"),
                Style::Source => {
                    let number = escape(&run.text);
                    put(&mut self.out, format_args!("<a class=\"source\" href=\"#source-{number}\">[{number}]</a>"));
                    continue;
                }
            };
            let text = escape(&run.text);
            match tag {
                Some(tag) => put(&mut self.out, format_args!("<{tag}>{text}</{tag}>")),
                None => self.out.push_str(&text),
            }
        }
    }

    fn list(&mut self, list: &List) {
        let tag = if list.is_numbered { "ol" } else { "ul" };
        put(&mut self.out, format_args!("<{tag}>\n"));
        for item in &list.items {
            self.out.push_str("<li>");
            self.runs(item);
            self.out.push_str("</li>\n");
        }
        put(&mut self.out, format_args!("</{tag}>\n"));
    }

    fn note(&mut self, note: &Note) {
        let class = match note.tone {
            Tone::Remark => "remark",
            Tone::Estimated => "estimated",
            Tone::Schematic => "schematic",
            Tone::Doubt => "doubt",
        };
        put(&mut self.out, format_args!("<div class=\"note {class}\" role=\"note\">\n<p class=\"note-title\">"));
        escape_into(&note.title, &mut self.out);
        self.out.push_str("</p>\n<p>");
        self.runs(&note.runs);
        self.out.push_str("</p>\n</div>\n");
    }

    fn key_figures(&mut self, figures: &KeyFigures) {
        self.out.push_str("<dl class=\"key\">\n");
        for figure in &figures.figures {
            let (label, value) = (escape(&figure.label), escape(&figure.value));
            put(&mut self.out, format_args!("<div><dt>{label}</dt><dd>{value}</dd></div>\n"));
        }
        self.out.push_str("</dl>\n");
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.out.push_str("<dl class=\"facts\">\n");
        for fact in facts {
            put(&mut self.out, format_args!("<div><dt>{}</dt><dd>", escape(&fact.term)));
            self.runs(&fact.runs);
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
    }

    fn sources(&mut self, sources: &Sources) {
        self.out.push_str("<dl class=\"facts sources\">\n");
        for entry in &sources.entries {
            let number = entry.number;
            put(&mut self.out, format_args!("<div id=\"source-{number}\"><dt>[{number}]</dt><dd>"));
            self.runs(&entry.runs);
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let (number, word) = (self.tables, escape(&self.document.words.table));
        let class = if table.rows.len() > LONG { " class=\"long\"" } else { "" };
        put(
            &mut self.out,
            format_args!(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"table-{number}\">\n<table{class}>\n"
            ),
        );
        put(
            &mut self.out,
            format_args!(
                "<caption id=\"table-{number}\"><strong>{word} {number}.</strong> {}</caption>\n",
                escape(&table.caption)
            ),
        );
        self.out.push_str("<thead><tr>");
        for column in &table.columns {
            self.column_head(column);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.row(&table.columns, row);
        }
        self.out.push_str("</tbody>\n");
        if let Some(totals) = &table.totals {
            self.out.push_str("<tfoot>\n");
            self.row(&table.columns, totals);
            self.out.push_str("</tfoot>\n");
        }
        self.out.push_str("</table>\n</div>\n");
        if !table.note.is_empty() {
            put(&mut self.out, format_args!("<p class=\"table-note\">{}</p>\n", escape(&table.note)));
        }
    }

    fn column_head(&mut self, column: &Column) {
        let class = if column.kind == ColumnKind::Number { " class=\"n\"" } else { "" };
        put(&mut self.out, format_args!("<th scope=\"col\"{class}>{}", escape(&column.title)));
        if !column.unit.is_empty() {
            put(&mut self.out, format_args!(" <span class=\"unit\">{}</span>", escape(&column.unit)));
        }
        self.out.push_str("</th>");
    }

    fn row(&mut self, columns: &[Column], row: &[String]) {
        self.out.push_str("<tr>");
        for (position, (cell, column)) in row.iter().zip(columns).enumerate() {
            let class = if column.kind == ColumnKind::Number { " class=\"n\"" } else { "" };
            let (open, close) = if position == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            put(&mut self.out, format_args!("<{open}{class}>"));
            escape_into(cell, &mut self.out);
            put(&mut self.out, format_args!("</{close}>"));
        }
        self.out.push_str("</tr>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        self.figures += 1;
        let (number, word) = (self.figures, escape(&self.document.words.figure));
        self.out.push_str("<figure>\n");
        self.out.push_str(&apart(&figure.svg, number));
        put(
            &mut self.out,
            format_args!("<figcaption><strong>{word} {number}.</strong> {}</figcaption>\n</figure>\n", escape(&figure.caption)),
        );
    }
}

/// The drawing with names of its own, as all drawings of a page share one space of names. The first keeps its names.
fn apart(svg: &str, number: usize) -> String {
    if number == 1 {
        return svg.to_owned();
    }
    let own = format!("map{number}-");
    svg.replace("id=\"map-", &format!("id=\"{own}"))
        .replace("#map-", &format!("#{own}"))
        .replace("labelledby=\"map-title map-description\"", &format!("labelledby=\"{own}title {own}description\""))
}
