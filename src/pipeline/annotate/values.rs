//! A copy of a workbook that cannot be changed in place, such as an `.xls` or `.csv`: a
//! new `.xlsx` with the same sheets and values; widths and formats are not known.

use super::list;
use super::marks::{FileMarks, Look, SheetMarks, heads};
use super::xml::Fault;
use crate::diagnostic::{CellRef, Lang};
use crate::import::{ShownSheet, ShownValue};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Note, Url, Workbook, Worksheet,
};

/// Letters of a cell that the format can hold.
const LONGEST: usize = 32_000;

/// A workbook of these sheets with its marks.
pub(super) fn copied(
    sheets: &[ShownSheet],
    marks: &FileMarks,
    lang: Lang,
) -> Result<Vec<u8>, Fault> {
    let mut book = Workbook::new();
    // the same input gives the same bytes
    let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&never));
    let none = SheetMarks::default();
    for (number, sheet) in (1_u32..).zip(sheets) {
        let page = book.add_worksheet();
        if page.set_name(&*sheet.name).is_err() {
            page.set_name(format!("Sheet {number}"))?;
        }
        if sheet.is_hidden && number > 1 {
            page.set_hidden(true);
        }
        let marks = marks.sheets.get(&sheet.index).unwrap_or(&none);
        write(page, sheet, marks)?;
    }
    let names: Vec<&str> = sheets.iter().map(|sheet| &*sheet.name).collect();
    let page = book.add_worksheet();
    page.set_name(list::free_tab(&names, lang))?;
    write_list(page, marks, lang)?;
    Ok(book.save_to_buffer()?)
}

fn write(
    page: &mut Worksheet,
    sheet: &ShownSheet,
    marks: &SheetMarks,
) -> Result<(), Fault> {
    let plain = Format::new();
    let mut blank: Vec<(CellRef, Look)> = Vec::new();
    for (row, looks) in &marks.looks {
        let cells = looks.iter().map(|(column, look)| {
            let cell = CellRef {
                row: *row,
                column: *column,
            };
            (cell, *look)
        });
        blank.extend(cells);
    }
    for (cell, look) in blank {
        page.write_blank(cell.row, u16::try_from(cell.column)?, &back(look))?;
    }
    for (cell, value) in &sheet.cells {
        let look = marks
            .looks
            .get(&cell.row)
            .and_then(|row| row.get(&cell.column));
        let format = look.map_or_else(|| plain.clone(), |look| back(*look));
        let column = u16::try_from(cell.column)?;
        match value {
            ShownValue::Number(number) => {
                page.write_number_with_format(cell.row, column, *number, &format)?;
            }
            ShownValue::Text(text) => {
                let text: String = text.chars().take(LONGEST).collect();
                page.write_string_with_format(cell.row, column, text, &format)?;
            }
        }
    }
    for (cell, text) in &marks.comments {
        let note = Note::new(text.as_str())
            .set_author(super::comments::AUTHOR)
            .add_author_prefix(false)
            .set_width(340)
            .set_height(140);
        page.insert_note(cell.row, u16::try_from(cell.column)?, &note)?;
    }
    Ok(())
}

fn write_list(page: &mut Worksheet, marks: &FileMarks, lang: Lang) -> Result<(), Fault> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, (title, width)) in (0_u16..).zip(heads(lang)) {
        page.set_column_width(column, width)?;
        page.write_string_with_format(0, column, title, &wrapped)?;
    }
    page.set_freeze_panes(1, 0)?;
    page.set_paper_size(9).set_landscape();
    page.set_print_fit_to_pages(1, 0);
    for (number, row) in (1_u32..).zip(&marks.list) {
        for (column, text) in (0_u16..).zip(&row.texts) {
            let format = if column == 0 {
                back(row.look)
            } else {
                wrapped.clone()
            };
            page.write_string_with_format(number, column, text, &format)?;
        }
        if let Some(target) = list::target(row) {
            let shown = row.texts.get(2).cloned().unwrap_or_default();
            let url = Url::new(format!("internal:{target}")).set_text(shown);
            // a link that the format refuses is only not there
            let _ = page.write_url_with_format(number, 2, url, &wrapped);
        }
    }
    if let Some(rest) = list::rest(marks, lang) {
        let number = u32::try_from(marks.list.len())?.saturating_add(1);
        page.write_string(number, 0, rest)?;
    }
    Ok(())
}

fn back(look: Look) -> Format {
    let colour = u32::from_str_radix(look.colour(), 16).unwrap_or(0x00FF_FFFF);
    Format::new().set_background_color(colour)
}
