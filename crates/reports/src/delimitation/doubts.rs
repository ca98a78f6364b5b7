//! The chapter on what is doubtful: one section for each kind, with its units named.

use miedza_texts::{Key, Language, Message, key};

use super::Teller;
use super::study::{AreaRow, EdgeUnit};
use crate::document::{Block, Note, Run, Table, Tone};

impl Teller<'_> {
    /// How many kinds of doubtful points there are.
    pub(super) fn doubt_kinds(&self) -> usize {
        let doubts = &self.study.doubts;
        [
            doubts.suppressed_flows > 0 || doubts.threshold.is_some(),
            !doubts.missing_units.is_empty(),
            !doubts.cut_diagonals.is_empty(),
            !doubts.edge_units.is_empty(),
            !doubts.unassigned.is_empty(),
            self.scattered().next().is_some(),
            self.failing().next().is_some(),
            !doubts.others.is_empty(),
        ]
        .into_iter()
        .filter(|is_there| *is_there)
        .count()
    }

    pub(super) fn doubts(&mut self) {
        self.document.chapter(self.word(key::REPORT_CHAPTER_DOUBTS));
        if self.doubt_kinds() == 0 {
            self.document.say(self.word(key::REPORT_DOUBTS_NONE));
            return;
        }
        self.document.say(self.word(key::REPORT_DOUBTS_LEAD));
        self.suppressed();
        self.missing();
        self.cut();
        self.edges();
        self.unassigned();
        self.pieces();
        self.misses();
        self.others();
    }

    fn doubt(&mut self, title: Key, text: String) {
        let title = self.word(title);
        self.document.push(Block::Note(Note { tone: Tone::Doubt, title, runs: vec![Run::plain(text)] }));
    }

    fn suppressed(&mut self) {
        let doubts = &self.study.doubts;
        let mut sentences = Vec::new();
        if doubts.suppressed_flows > 0 {
            sentences.push(self.with(key::REPORT_DOUBT_SUPPRESSED_TEXT, "count", doubts.suppressed_flows));
        }
        if let Some(persons) = doubts.suppressed_persons_at_most {
            sentences.push(self.with(key::REPORT_DOUBT_SUPPRESSED_MOST, "persons", persons));
        }
        if let Some(threshold) = doubts.threshold {
            sentences.push(self.with(key::REPORT_DOUBT_THRESHOLD_TEXT, "threshold", threshold));
        }
        if !sentences.is_empty() {
            self.doubt(key::REPORT_DOUBT_SUPPRESSED, sentences.join(" "));
        }
    }

    fn missing(&mut self) {
        let units = &self.study.doubts.missing_units;
        if !units.is_empty() {
            self.doubt(key::REPORT_DOUBT_MISSING, self.word(key::REPORT_DOUBT_MISSING_TEXT));
            self.document.points(units.iter().map(|(code, name)| named(code, name)));
        }
    }

    fn cut(&mut self) {
        let cuts = &self.study.doubts.cut_diagonals;
        if cuts.is_empty() {
            return;
        }
        self.doubt(key::REPORT_DOUBT_CUT, self.word(key::REPORT_DOUBT_CUT_TEXT));
        let mut columns = self.unit_columns();
        columns.push(self.column(key::REPORT_COLUMN_GIVEN, Some(key::REPORT_UNIT_PERSONS), 16));
        columns.push(self.column(key::REPORT_COLUMN_LEAVING, Some(key::REPORT_UNIT_PERSONS), 16));
        let number = |number| self.language.integer(number);
        let rows =
            cuts.iter().map(|cut| vec![cut.code.clone(), cut.name.clone(), number(cut.given), number(cut.moving)]).collect();
        self.table(key::REPORT_DOUBT_CUT_CAPTION, Table { columns, rows, ..Table::default() });
    }

    fn edges(&mut self) {
        let edges = &self.study.doubts.edge_units;
        if edges.is_empty() {
            return;
        }
        self.doubt(key::REPORT_DOUBT_EDGE, self.word(key::REPORT_DOUBT_EDGE_TEXT));
        let mut columns = self.unit_columns();
        columns.push(self.column(key::REPORT_COLUMN_AREA, None, 18));
        columns.push(self.column(key::REPORT_COLUMN_OWN_SHARE, Some(key::REPORT_UNIT_SHARE), 14));
        columns.push(self.column(key::REPORT_COLUMN_OTHER_AREA, None, 18));
        columns.push(self.column(key::REPORT_COLUMN_OTHER_SHARE, Some(key::REPORT_UNIT_SHARE), 14));
        columns.push(self.column(key::REPORT_COLUMN_MARGIN, Some(key::REPORT_UNIT_POINTS), 12));
        let rows = edges.iter().map(|edge| self.edge_row(edge)).collect();
        let note = self.legend(&[key::REPORT_LEGEND_MARGIN]);
        self.table(key::REPORT_DOUBT_EDGE_CAPTION, Table { columns, rows, note, ..Table::default() });
    }

    fn edge_row(&self, edge: &EdgeUnit) -> Vec<String> {
        let margin = edge.own_share.zip(edge.other_share).map(|(own, other)| own - other);
        vec![
            edge.code.clone(),
            edge.name.clone(),
            self.area(edge.area),
            self.share(edge.own_share),
            self.area(edge.other),
            self.share(edge.other_share),
            self.share(margin),
        ]
    }

    fn unassigned(&mut self) {
        let units = &self.study.doubts.unassigned;
        if units.is_empty() {
            return;
        }
        self.doubt(key::REPORT_DOUBT_UNASSIGNED, self.word(key::REPORT_DOUBT_UNASSIGNED_TEXT));
        let mut columns = self.unit_columns();
        columns.push(self.column(key::REPORT_COLUMN_REASON, None, 60));
        let said = |reason: &Option<Message>| said(self.language, reason.as_ref());
        let rows = units.iter().map(|unit| vec![unit.code.clone(), unit.name.clone(), said(&unit.reason)]).collect();
        self.table(key::REPORT_DOUBT_UNASSIGNED_CAPTION, Table { columns, rows, ..Table::default() });
    }

    fn scattered(&self) -> impl Iterator<Item = &AreaRow> {
        self.study.areas.iter().filter(|area| area.pieces.is_some_and(|pieces| pieces > 1))
    }

    fn pieces(&mut self) {
        let points: Vec<String> = self
            .scattered()
            .map(|area| {
                let pieces = area.pieces.unwrap_or_default();
                let message = Message::new(key::REPORT_DOUBT_PIECES_ITEM).with("area", &area.label).with("pieces", pieces);
                self.language.say(&message)
            })
            .collect();
        if !points.is_empty() {
            self.doubt(key::REPORT_DOUBT_PIECES, self.word(key::REPORT_DOUBT_PIECES_TEXT));
            self.document.points(points);
        }
    }

    fn failing(&self) -> impl Iterator<Item = &AreaRow> {
        self.study.areas.iter().filter(|area| area.meets_target == Some(false))
    }

    fn misses(&mut self) {
        let rows: Vec<Vec<String>> = self
            .failing()
            .map(|area| {
                vec![
                    area.label.clone(),
                    self.number(area.employed, 0),
                    self.share(area.supply_side),
                    self.share(area.demand_side),
                    self.number(area.validity, 3),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        self.doubt(key::REPORT_DOUBT_FAILING, self.word(key::REPORT_DOUBT_FAILING_TEXT));
        let columns = vec![
            self.column(key::REPORT_COLUMN_AREA, None, 30),
            self.column(key::REPORT_COLUMN_EMPLOYED, Some(key::REPORT_UNIT_PERSONS), 18),
            self.column(key::REPORT_COLUMN_SUPPLY, Some(key::REPORT_UNIT_SHARE), 20),
            self.column(key::REPORT_COLUMN_DEMAND, Some(key::REPORT_UNIT_SHARE), 20),
            self.column(key::REPORT_COLUMN_VALIDITY, Some(key::REPORT_UNIT_QUOTIENT), 14),
        ];
        self.table(key::REPORT_DOUBT_FAILING_CAPTION, Table { columns, rows, ..Table::default() });
    }

    fn others(&mut self) {
        let points: Vec<String> = self.study.doubts.others.iter().map(|remark| self.language.say(remark)).collect();
        if !points.is_empty() {
            self.document.section(self.word(key::REPORT_DOUBT_OTHER));
            self.document.points(points);
        }
    }

    fn unit_columns(&self) -> Vec<crate::document::Column> {
        vec![self.column(key::REPORT_COLUMN_CODE, None, 14), self.column(key::REPORT_COLUMN_UNIT, None, 22)]
    }

    fn table(&mut self, caption: Key, table: Table) {
        let caption = self.caption(caption);
        self.document.push(Block::Table(Table { caption, ..table }));
    }
}

fn named(code: &str, name: &str) -> String {
    if name.is_empty() { code.to_owned() } else { format!("{name} ({code})") }
}

fn said(language: Language, reason: Option<&Message>) -> String {
    reason.map_or_else(|| language.optional(None, 0), |reason| language.say(reason))
}
