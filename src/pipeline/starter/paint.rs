//! Paints a workbook of the canonical layout: heads with notes, drop-downs, formats,
//! widths, and the values of a sample if there is one. Nothing is protected.

use super::notation::{self, Section};
use crate::import::{Head, Holds, LayoutSheet};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Note, Workbook,
    Worksheet, XlsxError,
};

const NOTES: &str = include_str!("notes.txt");
/// The section of the notes for all tabs that have none of their own.
const ANY_TAB: &str = "*";
/// How the note begins on what must be typed.
const REQUIRED: &str = "Bắt buộc";
/// Rows beside a label that takes several values; more can be inserted.
const LIST_ROWS: usize = 3;
/// Rows of a table that have drop-downs.
const TABLE_ROWS: u32 = 500;
/// Widths, in characters, of the label and the value column.
const LABEL_WIDTHS: [f64; 2] = [38.0, 70.0];
/// The same where a list of names is below them.
const BALLOT_WIDTHS: [f64; 2] = [26.0, 36.0];
/// Excel's numbers for paper sizes.
const A4: u8 = 9;
const A3: u8 = 8;
/// A table with more columns than this is printed across the page.
const UPRIGHT_COLUMNS: usize = 6;
/// A table with more columns than this needs the larger paper.
const A4_COLUMNS: usize = 14;

/// The bytes of a workbook's file.
pub(super) fn render_workbook(
    layout: &[LayoutSheet],
    sample: &[Section],
) -> Result<Vec<u8>, XlsxError> {
    let notes = notation::parse(NOTES);
    let mut book = Workbook::new();
    // a fixed day, so that the bytes are the same every time
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let title = if sample.is_empty() {
        "Bảng tính đại hội chi bộ"
    } else {
        "Mẫu đã điền: người, tên gọi và số liệu đều là giả định"
    };
    let properties = DocProperties::new()
        .set_author("bienban")
        .set_title(title)
        .set_creation_datetime(&created);
    book.set_properties(&properties);
    for sheet in layout {
        let painter = Painter {
            sheet,
            notes: &notes,
            sample: sample.iter().find(|section| section.tab == sheet.tab),
        };
        painter.paint(book.add_worksheet())?;
    }
    book.save_to_buffer()
}

/// The note on a head, from the tab's own section or the common one.
pub(super) fn note_on(notes: &[Section], tab: &str, head: &Head) -> Option<&'static str> {
    let own = notes.iter().filter(|it| tab.starts_with(it.tab));
    let common = notes.iter().filter(|it| it.tab == ANY_TAB);
    own.chain(common).flat_map(|it| it.values(head.name)).next()
}

/// One sheet with what is said of it.
struct Painter<'a> {
    sheet: &'a LayoutSheet,
    notes: &'a [Section],
    sample: Option<&'a Section>,
}

impl Painter<'_> {
    fn paint(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        page.set_name(&self.sheet.tab)?;
        let is_wide = self.sheet.columns.len() > A4_COLUMNS;
        page.set_paper_size(if is_wide { A3 } else { A4 })
            .set_print_fit_to_pages(1, 0)
            .set_print_gridlines(true);
        let row = self.paint_labels(page)?;
        self.paint_table(page, row)?;
        self.set_widths(page)
    }

    /// Paints label and value rows; returns the row where a table may begin.
    fn paint_labels(&self, page: &mut Worksheet) -> Result<u32, XlsxError> {
        let mut row = 0;
        for head in &self.sheet.labels {
            let values: Vec<&str> = self
                .sample
                .map(|sample| sample.values(head.name).collect())
                .unwrap_or_default();
            let least = if head.is_list { LIST_ROWS } else { 1 };
            let first = row;
            self.paint_head(page, (first, 0), head)?;
            for index in 0..values.len().max(least) {
                if index > 0 {
                    page.write_blank(row, 0, &label())?;
                }
                let value = values.get(index).copied().unwrap_or_default();
                paint_value(page, (row, 1), value, &head.holds, true)?;
                row += 1;
            }
            let range = Range {
                column: 1,
                first,
                last: row - 1,
            };
            range.guide(page, &head.holds)?;
        }
        Ok(if row == 0 { 0 } else { row + 1 })
    }

    /// Paints the table; its head stays in view if nothing stands above it.
    fn paint_table(&self, page: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
        let columns = &self.sheet.columns;
        for (column, head) in (0_u16..).zip(columns) {
            self.paint_head(page, (top, column), head)?;
            page.set_column_format(column, &body(&head.holds))?;
            let range = Range {
                column,
                first: top + 1,
                last: top + TABLE_ROWS,
            };
            range.guide(page, &head.holds)?;
        }
        if columns.len() > UPRIGHT_COLUMNS {
            page.set_landscape();
        }
        if top == 0 && !columns.is_empty() {
            let starts_with_number = columns.first().map(|it| &it.holds);
            let names = u16::from(starts_with_number == Some(&Holds::Number)) * 2;
            page.set_freeze_panes(1, names)?;
            page.set_repeat_rows(0, 0)?;
        }
        let rows = self.sample.map(|it| it.rows.as_slice()).unwrap_or_default();
        for (row, values) in (top + 1..).zip(rows) {
            for ((column, head), value) in (0_u16..).zip(columns).zip(values) {
                paint_value(page, (row, column), value, &head.holds, false)?;
            }
        }
        Ok(())
    }

    /// Paints a label or the head of a column, with its note.
    fn paint_head(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        head: &Head,
    ) -> Result<(), XlsxError> {
        let note = note_on(self.notes, &self.sheet.tab, head).unwrap_or_default();
        let is_column = self.sheet.columns.contains(head);
        let format = if is_column { column_head() } else { label() };
        let format = if note.starts_with(REQUIRED) {
            format.set_font_color("#C00000")
        } else {
            format
        };
        page.write_string_with_format(row, column, head.name, &format)?;
        let lines = u32::try_from(note.chars().count() / 40 + 2).unwrap_or(2);
        let note = Note::new(note)
            .set_author("bienban")
            .add_author_prefix(false)
            .set_width(280)
            .set_height(lines * 18);
        page.insert_note(row, column, &note)?;
        Ok(())
    }

    fn set_widths(&self, page: &mut Worksheet) -> Result<(), XlsxError> {
        let columns = &self.sheet.columns;
        let least = match (self.sheet.labels.is_empty(), columns.is_empty()) {
            (true, _) => [0.0, 0.0],
            (false, true) => LABEL_WIDTHS,
            (false, false) => BALLOT_WIDTHS,
        };
        let own = columns.iter().map(|head| width(&head.holds));
        let own = own.chain(std::iter::repeat(0.0));
        let least = least.into_iter().chain(std::iter::repeat(0.0));
        for ((column, own), least) in
            (0_u16..).zip(own).zip(least).take(columns.len().max(2))
        {
            page.set_column_width(column, own.max(least))?;
        }
        Ok(())
    }
}

/// Cells below each other that hold the same.
struct Range {
    column: u16,
    first: u32,
    last: u32,
}

impl Range {
    /// Gives the cells their drop-down. Other words can still be typed: far more is
    /// understood than is offered.
    fn guide(&self, page: &mut Worksheet, holds: &Holds) -> Result<(), XlsxError> {
        let (column, first, last) = (self.column, self.first, self.last);
        let (rule, message) = match holds {
            Holds::Choice(words) => (
                DataValidation::new().allow_list_strings(words)?,
                "Chữ này không có trong danh sách. Vẫn dùng?",
            ),
            Holds::Mark => (
                DataValidation::new().allow_list_strings(&["x"])?,
                "Ô này để trống hoặc ghi x. Vẫn dùng?",
            ),
            Holds::Count => {
                let rule = DataValidationRule::GreaterThanOrEqualTo(0);
                let rule = DataValidation::new().allow_whole_number(rule);
                (rule, "Ô này cần một số nguyên, từ 0 trở lên. Vẫn dùng?")
            }
            Holds::Number => return Ok(()),
            Holds::Words | Holds::Sentence | Holds::Date | Holds::Time | Holds::Share => {
                // "1984" and "2" are meant as they stand
                let kind = IgnoreError::NumberStoredAsText;
                page.ignore_error_range(first, column, last, column, kind)?;
                return Ok(());
            }
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("bienban")?
            .set_error_message(message)?;
        page.add_data_validation(first, column, last, column, &rule)?;
        Ok(())
    }
}

fn paint_value(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: &str,
    holds: &Holds,
    is_beside_label: bool,
) -> Result<(), XlsxError> {
    let mut format = body(holds);
    if is_beside_label {
        format = format
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Left);
    } else if value.is_empty() {
        return Ok(());
    }
    let is_count = matches!(holds, Holds::Count | Holds::Number);
    match value.parse::<u32>() {
        Ok(number) if is_count => {
            page.write_number_with_format(row, column, number, &format)?
        }
        _ if value.is_empty() => page.write_blank(row, column, &format)?,
        _ => page.write_string_with_format(row, column, value, &format)?,
    };
    Ok(())
}

fn plain() -> Format {
    Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(12)
        .set_align(FormatAlign::Top)
}

fn label() -> Format {
    plain()
        .set_bold()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
}

fn column_head() -> Format {
    label()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color("#DDEBF7")
}

/// The format of a value. Dates, shares and all words are text, so that an Excel set to
/// another country does not swap day and month or take a decimal comma for a thousand.
fn body(holds: &Holds) -> Format {
    let format = plain().set_text_wrap();
    match holds {
        Holds::Count | Holds::Number => {
            format.set_num_format("0").set_align(FormatAlign::Center)
        }
        Holds::Date | Holds::Time | Holds::Share | Holds::Mark => {
            format.set_num_format("@").set_align(FormatAlign::Center)
        }
        Holds::Words | Holds::Sentence | Holds::Choice(_) => format.set_num_format("@"),
    }
}

/// The width of a column, in characters.
fn width(holds: &Holds) -> f64 {
    match holds {
        Holds::Number => 6.0,
        Holds::Words => 18.0,
        Holds::Sentence => 64.0,
        Holds::Date => 13.0,
        Holds::Time => 16.0,
        Holds::Count | Holds::Share | Holds::Mark => 12.0,
        Holds::Choice(words) => {
            let longest = words.iter().map(|word| word.chars().count()).max();
            let longest = u32::try_from(longest.unwrap_or(0)).unwrap_or(0);
            f64::from(longest.clamp(9, 30)) + 3.0
        }
    }
}
