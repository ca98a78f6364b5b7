//! An indicator: its sentences, its line over the years, its table; and the members of a chapter side by side.

use miedza_texts::{Message, key};

use super::Teller;
use super::study::{ChapterStudy, Direction, IndicatorStudy, Mark, Source, YearStudy};
use crate::document::{Column, ColumnKind, Table};
use crate::figure::{Bar, BarChart, BarOf, LineChart, YearFigures};

/// Years that a table shows; of more it shows the first and the newest.
const YEARS: usize = 6;
/// Indicators that a table of members shows.
const INDICATORS: usize = 4;
/// Members that a chart of bars shows.
const BARS: usize = 30;

/// One figure of a year.
type OfYear = fn(&YearStudy) -> Option<f64>;

impl IndicatorStudy {
    /// Whether there is any figure to tell.
    pub(super) fn has_figures(&self) -> bool {
        self.newest().is_some() || self.has_members()
    }

    fn has_members(&self) -> bool {
        self.member_values.iter().any(Option::is_some)
    }

    /// Its name with the year of the members' figures.
    pub(super) fn name_with_year(&self) -> String {
        self.newest_year().map_or_else(|| self.name.clone(), |year| format!("{}, {year}", self.name))
    }

    /// The sources of the newest year, that of the members' figures.
    pub(super) fn newest_sources(&self) -> Vec<Source> {
        self.newest_year().map_or_else(|| self.sources.clone(), |newest| self.sources_of(|year| year == newest))
    }

    /// The years of the table, in their order.
    fn shown_years(&self) -> Vec<&YearStudy> {
        let mut years: Vec<&YearStudy> = self.years.iter().collect();
        years.sort_by_key(|year| year.year);
        if years.len() > YEARS {
            let tail = years.split_off(years.len() - (YEARS - 1));
            years.truncate(1);
            years.extend(tail);
        }
        years
    }
}

impl Teller<'_> {
    pub(super) fn indicator(&mut self, indicator: &IndicatorStudy, has_comment: bool) {
        self.named_section(&indicator.name);
        if !has_comment {
            let sources = if indicator.claim_sources.is_empty() { &indicator.sources } else { &indicator.claim_sources };
            self.say_of(indicator.claims.join(" "), sources);
        }
        if indicator.years.iter().filter(|year| year.value.is_some()).count() > 1 {
            self.line(indicator);
        }
        if !indicator.years.is_empty() {
            let table = self.year_table(indicator);
            self.table(table);
        } else if has_comment || indicator.claims.is_empty() {
            let note = self.indicator_note(indicator);
            self.document.say(note);
        }
    }

    fn line(&mut self, indicator: &IndicatorStudy) {
        let mut years: Vec<YearFigures> = indicator
            .years
            .iter()
            .map(|year| YearFigures {
                year: year.year,
                own: year.value,
                median: year.median,
                lower: year.lower,
                upper: year.upper,
            })
            .collect();
        years.sort_by_key(|year| year.year);
        let own = self.own_area();
        let chart = LineChart {
            title: &indicator.name,
            unit: &indicator.unit,
            language: self.language,
            decimals: indicator.decimals,
            own: &own,
            years: &years,
            breaks: &indicator.breaks,
        };
        let (svg, description) = (chart.svg(), chart.description());
        let caption = self.with(key::DIAGNOSIS_REPORT_LINE_CAPTION, "name", self.caption(indicator));
        self.figure(svg, description, (caption, &indicator.sources));
    }

    /// Name with unit.
    fn caption(&self, indicator: &IndicatorStudy) -> String {
        if indicator.unit.is_empty() {
            return indicator.name.clone();
        }
        let message = Message::new(key::DIAGNOSIS_REPORT_WITH_UNIT).with("name", &indicator.name).with("unit", &indicator.unit);
        self.language.say(&message)
    }

    fn year_table(&self, indicator: &IndicatorStudy) -> Table {
        let years = indicator.shown_years();
        let mut columns = vec![self.text_column(key::DIAGNOSIS_REPORT_COLUMN_WHAT, 30)];
        columns.extend(years.iter().map(|year| Column {
            title: if indicator.breaks.contains(&year.year) { format!("{}*", year.year) } else { year.year.to_string() },
            unit: String::new(),
            kind: ColumnKind::Number,
            width: 13,
        }));
        let row = |name: String, of: &dyn Fn(&YearStudy) -> String| -> Vec<String> {
            std::iter::once(name).chain(years.iter().map(|year| of(year))).collect()
        };
        let number = |value: Option<f64>| self.number(value, indicator.decimals);
        let mut rows = vec![row(self.own_area(), &|year| self.marked(year, indicator.decimals))];
        let group: [(_, OfYear); 3] = [
            (key::DIAGNOSIS_REPORT_ROW_MEDIAN, |year| year.median),
            (key::DIAGNOSIS_REPORT_ROW_LOWER, |year| year.lower),
            (key::DIAGNOSIS_REPORT_ROW_UPPER, |year| year.upper),
        ];
        for (key, of) in group {
            if years.iter().any(|year| of(year).is_some()) {
                rows.push(row(self.word(key), &|year| number(of(year))));
            }
        }
        let note = self.indicator_note(indicator);
        Table { caption: self.caption(indicator), columns, rows, totals: None, note }
    }

    /// A figure of the area with its mark.
    fn marked(&self, year: &YearStudy, decimals: usize) -> String {
        let number = self.number(year.value, decimals);
        let mark = match year.mark {
            Mark::Preliminary => key::DIAGNOSIS_REPORT_MARK_PRELIMINARY,
            Mark::Estimated => key::DIAGNOSIS_REPORT_MARK_ESTIMATED,
            Mark::Final => return number,
        };
        if year.value.is_none() { number } else { format!("{number}\u{a0}{}", self.word(mark)) }
    }

    /// What must be known to read the figures: place, what is missing, breaks, how it is reckoned, sources.
    fn indicator_note(&self, indicator: &IndicatorStudy) -> String {
        let mut sentences = Vec::new();
        if let (Some(rank), Some(ranked)) = (indicator.rank, indicator.ranked) {
            let message = Message::new(key::DIAGNOSIS_REPORT_RANK).with("rank", rank).with("of", ranked);
            sentences.push(self.language.say(&message));
        }
        match indicator.direction {
            Direction::Stimulant => sentences.push(self.word(key::DIAGNOSIS_REPORT_STIMULANT)),
            Direction::Destimulant => sentences.push(self.word(key::DIAGNOSIS_REPORT_DESTIMULANT)),
            Direction::Neutral => {}
        }
        sentences.extend(self.missing(indicator));
        // A break of years that the table does not show would explain a mark that nobody sees.
        let is_marked = |year: &&i32| indicator.shown_years().iter().any(|shown| shown.year == **year);
        let years: Vec<String> = indicator.breaks.iter().filter(is_marked).map(ToString::to_string).collect();
        if !years.is_empty() {
            sentences.push(self.with(key::DIAGNOSIS_REPORT_BREAKS, "years", years.join(", ")));
        }
        if indicator.years.len() > YEARS {
            sentences.push(self.word(key::DIAGNOSIS_REPORT_ALL_YEARS));
        }
        if !indicator.formula.is_empty() {
            let formula = indicator.formula.trim_end_matches('.');
            sentences.push(self.with(key::DIAGNOSIS_REPORT_FORMULA, "formula", formula));
        }
        let shown: Vec<i32> = indicator.shown_years().iter().map(|year| year.year).collect();
        let is_shown = |year: i32| shown.is_empty() || shown.contains(&year);
        sentences.push(self.note(&indicator.sources_of(is_shown)));
        sentences.retain(|sentence| !sentence.is_empty());
        sentences.join(" ")
    }

    fn missing(&self, indicator: &IndicatorStudy) -> Option<String> {
        let all = self.study.members.len().max(indicator.member_values.len());
        if indicator.missing == 0 {
            return None;
        }
        let count = Message::new(key::DIAGNOSIS_REPORT_MISSING_MEMBERS).with("missing", indicator.missing).with("all", all);
        let told = self.language.say(&count);
        Some(match indicator.missing_share {
            Some(share) => {
                let share = Message::new(key::DIAGNOSIS_REPORT_MISSING_SHARE).with("share", self.language.share(share, 1));
                format!("{told} {}", self.language.say(&share))
            }
            None => told,
        })
    }

    /// The members of a chapter: bars of its first indicator, then tables of all.
    pub(super) fn members(&mut self, chapter: &ChapterStudy) {
        let of_members: Vec<&IndicatorStudy> = chapter.indicators.iter().filter(|indicator| indicator.has_members()).collect();
        let Some(first) = of_members.first().filter(|_| !self.study.members.is_empty()) else { return };
        self.section(key::DIAGNOSIS_REPORT_MEMBERS);
        if self.study.members.len() <= BARS {
            self.bars(first);
        }
        for indicators in of_members.chunks(INDICATORS) {
            let table = self.members_table(indicators);
            self.table(table);
        }
    }

    fn bars(&mut self, indicator: &IndicatorStudy) {
        let study = self.study;
        let members = study.members.iter().zip(indicator.member_values.iter().chain(std::iter::repeat(&None)));
        let mut bars: Vec<Bar<'_>> =
            members.map(|(member, value)| Bar { name: &member.name, value: *value, of: BarOf::Member }).collect();
        let newest = indicator.newest();
        let name = self.own_area();
        let own = Bar { name: &name, value: newest.and_then(|year| year.value), of: BarOf::Area };
        // The sum of an area beside its members would dwarf them; a rate stands among them.
        let is_among = own.value.is_some_and(|own| indicator.member_values.iter().flatten().any(|value| *value >= own));
        bars.extend(is_among.then_some(own));
        let title = indicator.name_with_year();
        let chart = BarChart {
            title: &title,
            unit: &indicator.unit,
            language: self.language,
            decimals: indicator.decimals,
            bars: &bars,
            median: newest.and_then(|year| year.median).filter(|_| is_among),
        };
        let (svg, description) = (chart.svg(), chart.description());
        let caption = self.with(key::DIAGNOSIS_REPORT_MEMBERS_CHART, "name", self.caption(indicator));
        self.figure(svg, description, (caption, &indicator.newest_sources()));
    }

    fn members_table(&self, indicators: &[&IndicatorStudy]) -> Table {
        let study = self.study;
        let mut columns = vec![self.text_column(key::DIAGNOSIS_REPORT_COLUMN_MEMBER, 26)];
        columns.extend(indicators.iter().map(|indicator| Column {
            title: indicator.name_with_year(),
            unit: indicator.unit.clone(),
            kind: ColumnKind::Number,
            width: 18,
        }));
        let row = |(position, member): (usize, &super::Member)| -> Vec<String> {
            let value = |indicator: &&IndicatorStudy| {
                self.number(indicator.member_values.get(position).copied().flatten(), indicator.decimals)
            };
            std::iter::once(member.name.clone()).chain(indicators.iter().map(value)).collect()
        };
        let own = |indicator: &&IndicatorStudy| {
            indicator.newest().map_or_else(|| self.number(None, 0), |year| self.marked(year, indicator.decimals))
        };
        let totals = std::iter::once(self.own_area()).chain(indicators.iter().map(own)).collect();
        let sources: Vec<Source> = indicators.iter().flat_map(|indicator| indicator.newest_sources()).collect();
        let legend = self.word(key::REPORT_LEGEND_MISSING);
        Table {
            caption: self.word(key::DIAGNOSIS_REPORT_MEMBERS_TABLE),
            columns,
            rows: study.members.iter().enumerate().map(row).collect(),
            totals: Some(totals),
            note: format!("{legend} {}", self.note(&sources)).trim().to_owned(),
        }
    }
}
