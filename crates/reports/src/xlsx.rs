//! Writes tables as a workbook that Excel, LibreOffice and programs open: typed cells, heads that stay in sight, filters.
//!
//! Texts are written as texts, so that what begins like a formula stays a text; numbers are numbers with the decimals of
//! their column. Which sheets there are and what stands in them is the matter of a report. The same workbook gives the same
//! bytes: it bears the day that it is given and asks no clock.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook as Book, Worksheet, XlsxError,
};

use crate::document::Day;
use crate::error::Error;

/// Most characters of a cell.
const LONGEST: usize = 32_767;
/// Most characters of the name of a sheet.
const NAME: usize = 31;
/// What stands at the end of a text that a cell cannot hold whole.
const CUT: &str = " […]";
/// Widest column in characters; longer texts are wrapped.
const WIDEST: usize = 68;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CellValue {
    /// Nothing, as of a figure that is missing.
    #[default]
    Empty,
    /// A text; never a formula.
    Text(String),
    /// A number, shown with the decimals of its column; what is not finite is missing.
    Number(f64),
    /// A number shown with decimals of its own, whatever its column has.
    Decimal(f64, usize),
    /// A year or another number without marks of thousands.
    Plain(i32),
    /// A day of the calendar.
    Day(Day),
}

impl From<Option<f64>> for CellValue {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl CellValue {
    /// A number with decimals of its own; what is missing is an empty cell.
    pub fn decimal(number: Option<f64>, decimals: usize) -> Self {
        number.map_or(Self::Empty, |number| Self::Decimal(number, decimals))
    }
}

impl From<&String> for CellValue {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&str> for CellValue {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<usize> for CellValue {
    fn from(count: usize) -> Self {
        u32::try_from(count).map_or_else(|_| Self::Text(count.to_string()), |count| Self::Number(count.into()))
    }
}

impl From<Option<usize>> for CellValue {
    fn from(count: Option<usize>) -> Self {
        count.map_or(Self::Empty, Self::from)
    }
}

/// How the numbers of a column are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// As they are.
    #[default]
    General,
    /// With so many decimals and marks of thousands.
    Decimals(u8),
    /// As per cent of a share in 0..=1, with so many decimals.
    PerCent(u8),
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading, with the unit.
    pub title: String,
    /// How its numbers are shown.
    pub shown: Shown,
}

impl Column {
    /// A column whose numbers are shown in a way.
    pub fn new(title: impl Into<String>, shown: Shown) -> Self {
        Self { title: title.into(), shown }
    }
}

/// A sheet: title and notes above, then one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name on the tab; signs that a tab cannot hold are left out, a name that is taken gets a number.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// What must be known to read it.
    pub notes: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<CellValue>>,
    /// Columns at the left that stay in sight.
    pub fixed: u16,
}

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its title, in its properties.
    pub title: String,
    /// Who answers for it.
    pub author: String,
    /// The day it bears.
    pub day: Day,
    /// Its sheets, the sources first.
    pub sheets: Vec<Sheet>,
}

/// The workbook as bytes of an XLSX file.
///
/// # Errors
/// [`Error::Workbook`] if a sheet has more rows or columns than the format can hold.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, Error> {
    let mut book = Book::new();
    let day = moment(workbook.day)?;
    let properties = DocProperties::new().set_title(&workbook.title).set_author(&workbook.author).set_creation_datetime(&day);
    book.set_properties(&properties);
    let looks = Looks::new();
    let mut taken = BTreeSet::new();
    for sheet in &workbook.sheets {
        let name = free_name(&sheet.name, &mut taken);
        let page = book.add_worksheet().set_name(name)?;
        write_sheet(sheet, &looks, page)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The looks of cells.
struct Looks {
    title: Format,
    note: Format,
    head: Format,
    text: Format,
    day: Format,
    /// Numbers with no, one, two … decimals.
    decimals: Vec<Format>,
}

impl Looks {
    fn new() -> Self {
        let green = Color::RGB(0x002F_6F45);
        Self {
            title: Format::new().set_bold().set_font_size(14.0),
            note: Format::new().set_font_color(Color::RGB(0x004C_5A52)),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Bottom)
                .set_background_color(Color::RGB(0x00E6_EEE0))
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(green),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            day: Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top),
            decimals: (0..=6).map(|count| format(Shown::Decimals(count))).collect(),
        }
    }
}

fn write_sheet(sheet: &Sheet, looks: &Looks, page: &mut Worksheet) -> Result<(), XlsxError> {
    let mut row = 0;
    page.write_string_with_format(row, 0, fitting(&sheet.title), &looks.title)?;
    for note in &sheet.notes {
        row += 1;
        page.write_string_with_format(row, 0, fitting(note), &looks.note)?;
    }
    let head = row + 2;
    page.set_row_height(head, 32)?;
    let formats: Vec<Format> = sheet.columns.iter().map(|column| format(column.shown)).collect();
    for (number, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(head, number, fitting(&column.title), &looks.head)?;
        page.set_column_width(number, width(sheet, usize::from(number)))?;
    }
    for (number, cells) in (head + 1..).zip(&sheet.rows) {
        for ((column, cell), format) in (0_u16..).zip(cells).zip(&formats) {
            write_cell((number, column), cell, (format, looks), page)?;
        }
    }
    page.set_freeze_panes(head + 1, sheet.fixed)?;
    if let (Some(last), Ok(rows)) = (sheet.columns.len().checked_sub(1), u32::try_from(sheet.rows.len())) {
        page.autofilter(head, 0, head.saturating_add(rows), u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(head, head)?;
    Ok(())
}

fn write_cell(
    (row, column): (u32, u16),
    cell: &CellValue,
    (format, looks): (&Format, &Looks),
    page: &mut Worksheet,
) -> Result<(), XlsxError> {
    match cell {
        CellValue::Text(text) if !text.is_empty() => {
            page.write_string_with_format(row, column, fitting(text), &looks.text)?;
        }
        CellValue::Number(number) if number.is_finite() => {
            page.write_number_with_format(row, column, *number, format)?;
        }
        CellValue::Decimal(number, decimals) if number.is_finite() => {
            let format = &looks.decimals[(*decimals).min(looks.decimals.len() - 1)];
            page.write_number_with_format(row, column, *number, format)?;
        }
        CellValue::Plain(number) => {
            page.write_number_with_format(row, column, *number, &looks.text)?;
        }
        CellValue::Day(day) => {
            page.write_datetime_with_format(row, column, &moment(*day)?, &looks.day)?;
        }
        CellValue::Text(_) | CellValue::Number(_) | CellValue::Decimal(..) | CellValue::Empty => {}
    }
    Ok(())
}

/// A day as the workbook knows it; one that is in no calendar or before 1900 is the first day of archives.
fn moment(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year).unwrap_or(1970);
    ExcelDateTime::from_ymd(year, day.month, day.day).or_else(|_| ExcelDateTime::from_ymd(1970, 1, 1))
}

fn format(shown: Shown) -> Format {
    let decimals = |count: u8| if count == 0 { String::new() } else { format!(".{}", "0".repeat(count.into())) };
    let top = Format::new().set_align(FormatAlign::Top);
    match shown {
        Shown::General => top,
        Shown::Decimals(count) => top.set_num_format(format!("#,##0{}", decimals(count))),
        Shown::PerCent(count) => top.set_num_format(format!("0{}%", decimals(count))),
    }
}

/// Width of a column in characters: what its head and its texts need.
fn width(sheet: &Sheet, column: usize) -> f64 {
    let of_cell = |row: &Vec<CellValue>| match row.get(column) {
        Some(CellValue::Text(text)) => text.chars().count(),
        Some(CellValue::Number(_) | CellValue::Decimal(..) | CellValue::Day(_)) => 11,
        _ => 0,
    };
    let head = sheet.columns.get(column).map_or(0, |column| column.title.chars().count().div_ceil(2).max(8));
    let needed = sheet.rows.iter().map(of_cell).max().unwrap_or(0).max(head) + 2;
    u32::try_from(needed.min(WIDEST)).map_or(20.0, f64::from)
}

/// A text that a cell can hold.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut room = LONGEST - CUT.encode_utf16().count();
    let begin: String = text
        .chars()
        .take_while(|letter| {
            let fits = room >= letter.len_utf16();
            room = room.saturating_sub(letter.len_utf16());
            fits
        })
        .collect();
    begin + CUT
}

/// A name for a tab that no other tab has.
fn free_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let clean: String = wanted.chars().filter(|sign| !r"[]:*?/\'".contains(*sign) && !sign.is_control()).collect();
    let clean = clean.trim();
    for number in 1_u32.. {
        let tail = if number == 1 && !clean.is_empty() { String::new() } else { format!(" {number}") };
        let room = NAME - tail.chars().count();
        let mut begin = String::new();
        for letter in clean.chars() {
            if begin.encode_utf16().count() + letter.len_utf16() > room {
                break;
            }
            begin.push(letter);
        }
        let name = format!("{begin}{tail}").trim().to_owned();
        // Excel keeps this name for itself.
        if name.to_lowercase() != "history" && taken.insert(name.to_lowercase()) {
            return name;
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn book() -> Workbook {
        Workbook {
            title: "Diagnoza".to_owned(),
            author: String::new(),
            day: Day { year: 2026, month: 11, day: 22 },
            sheets: vec![
                Sheet {
                    name: "Gminy [a/b]".to_owned(),
                    title: "Gminy".to_owned(),
                    notes: vec!["=1+1".to_owned()],
                    columns: vec![Column::new("Nazwa", Shown::General), Column::new("Udział", Shown::PerCent(1))],
                    rows: vec![
                        vec!["=cmd|'/c calc'!A1".into(), CellValue::Number(0.125)],
                        vec!["@SUM(A1)".into(), CellValue::Number(f64::NAN)],
                        vec![CellValue::Day(Day { year: 2024, month: 2, day: 29 }), CellValue::Plain(2024)],
                    ],
                    fixed: 1,
                },
                Sheet { name: "gminy ab".to_owned(), ..Sheet::default() },
                Sheet::default(),
            ],
        }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
        let mut text = String::new();
        package.by_name(name).expect("the part is there").read_to_string(&mut text).expect("text");
        text
    }

    #[test]
    fn what_begins_like_a_formula_stays_a_text_and_what_is_missing_stays_empty() {
        let bytes = write(&book()).expect("a good workbook");

        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>"), "{sheet}");
        assert!(part(&bytes, "xl/sharedStrings.xml").contains("=cmd|"));
        assert!(sheet.contains("<v>0.125</v>") && !sheet.contains("NaN") && !sheet.contains("#NUM"), "{sheet}");
        assert!(sheet.contains("<autoFilter") && sheet.contains("state=\"frozen\""), "{sheet}");
    }

    #[test]
    fn names_of_tabs_are_clean_and_differ_in_more_than_case() {
        let bytes = write(&book()).expect("a good workbook");

        let names = part(&bytes, "xl/workbook.xml");
        assert!(names.contains("name=\"Gminy ab\"") && names.contains("name=\"gminy ab 2\""), "{names}");
    }

    #[test]
    fn the_same_workbook_gives_the_same_bytes() {
        let write = || write(&book()).expect("a good workbook");

        assert!(write() == write());
        assert!(part(&write(), "docProps/core.xml").contains("2026-11-22T00:00:00Z"));
    }

    #[test]
    fn a_text_longer_than_a_cell_ends_with_a_sign() {
        let text = fitting(&"ł".repeat(LONGEST + 5));

        assert_eq!(text.chars().count(), LONGEST);
        assert!(text.ends_with(CUT));
    }

    #[test]
    fn a_workbook_without_sheets_is_still_a_workbook() {
        assert!(!write(&Workbook::default()).expect("an empty workbook").is_empty());
    }
}
