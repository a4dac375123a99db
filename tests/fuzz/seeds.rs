//! Writes the first inputs of both targets: small sound workbooks and their parts.
//!
//! `cargo +nightly run --bin seeds` in this folder.

use rust_xlsxwriter::{Format, Formula, Workbook};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

const BETWEEN: &[u8] = b"\n----\n";

fn main() {
    let whole = Path::new("corpus/import");
    let parts = Path::new("corpus/parts");
    fs::create_dir_all(whole).unwrap();
    fs::create_dir_all(parts).unwrap();
    let book = workbook();
    fs::write(whole.join("workbook.xlsx"), &book).unwrap();
    fs::write(parts.join("workbook"), parts_of(&book)).unwrap();
    let csv = "Họ và tên;Ngày sinh\nLê Văn An;5/9/1984\n";
    fs::write(whole.join("table.csv"), format!("c{csv}")).unwrap();
    let page = "<html><table><tr><td rowspan=2>Họ &amp; tên<td>1</table>";
    fs::write(whole.join("page"), page).unwrap();
    fs::write(parts.join("page"), format!("\x05{page}")).unwrap();
    let content = "<office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"Đảng viên\"><table:table-row \
        table:number-rows-repeated=\"2\"><table:table-cell \
        table:number-columns-repeated=\"3\"/><table:table-cell \
        office:value-type=\"string\"><text:p>An</text:p></table:table-cell>\
        <table:covered-table-cell office:value-type=\"date\" \
        office:date-value=\"1984-09-05\"/></table:table-row></table:table>\
        </office:spreadsheet></office:body></office:document-content>";
    fs::write(parts.join("open-document"), format!("\x02{content}")).unwrap();
    for (name, kind, version) in [("excel-97", 3, 6), ("excel-95", 4, 5)] {
        let stream = old_workbook(version);
        fs::write(whole.join(name), &stream).unwrap();
        fs::write(parts.join(name), [&[kind][..], &stream].concat()).unwrap();
    }
    fs::write(parts.join("binary"), binary_workbook()).unwrap();
}

/// A small cell's workbook with dates, formulas, merges and formats.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let info = book.add_worksheet();
    info.set_name("Thông tin").unwrap();
    for (row, (label, value)) in [("Chi bộ", "Hòa Bình"), ("Ngày đại hội", "20/8/2022")]
        .iter()
        .enumerate()
    {
        let row = u32::try_from(row).unwrap();
        info.write_string(row, 0, *label).unwrap();
        info.write_string(row, 1, *value).unwrap();
    }
    let list = book.add_worksheet();
    list.set_name("Đảng viên").unwrap();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    list.merge_range(0, 0, 0, 3, "DANH SÁCH", &Format::new().set_bold())
        .unwrap();
    for (column, header) in ["TT", "Họ và tên", "Ngày sinh", "Tỷ lệ"].iter().enumerate()
    {
        let column = u16::try_from(column).unwrap();
        list.write_string(1, column, *header).unwrap();
    }
    list.write_number(2, 0, 1).unwrap();
    list.write_string(2, 1, "Lê Văn An").unwrap();
    list.write_number_with_format(2, 2, 30_000.5, &date)
        .unwrap();
    list.write_formula(2, 3, Formula::new("=1/2").set_result("0.5"))
        .unwrap();
    let percent = Format::new().set_num_format("0.00%");
    list.write_number_with_format(3, 3, 0.9231, &percent)
        .unwrap();
    book.save_to_buffer().unwrap()
}

/// The parts of a workbook as the target takes them; of its sheets the second.
fn parts_of(book: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut input = vec![0];
    for (index, name) in [
        "xl/worksheets/sheet2.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
    ]
    .iter()
    .enumerate()
    {
        if index > 0 {
            input.extend(BETWEEN);
        }
        archive
            .by_name(name)
            .unwrap()
            .read_to_end(&mut input)
            .unwrap();
    }
    input
}

/// A workbook of Excel 97 or 95 with one sheet of two cells and a shared text.
fn old_workbook(version: u8) -> Vec<u8> {
    let begin = |kind| [9, 8, 8, 0, 0, version, kind, 0, 0, 0, 0, 0];
    let page: &[u8] = if version == 6 {
        &[0x42, 0, 2, 0, 0xB0, 4]
    } else {
        &[0x42, 0, 2, 0, 0xE4, 4]
    };
    let texts = [0xFC, 0, 13, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, b'A', b'n'];
    let style = [0xE0, 0, 4, 0, 0, 0, 14, 0];
    let name: &[u8] = if version == 6 {
        &[1, 0, b'A']
    } else {
        &[1, b'A']
    };
    let before = begin(5).len() + page.len() + texts.len() + style.len();
    let start = u32::try_from(before + 10 + name.len() + 4).unwrap();
    let tab = [
        &[0x85, 0, u8::try_from(6 + name.len()).unwrap(), 0][..],
        &start.to_le_bytes(),
        &[0, 0],
        name,
    ]
    .concat();
    let end = [0x0A, 0, 0, 0];
    let label: &[u8] = if version == 6 {
        &[4, 2, 11, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, b'A', b'n']
    } else {
        &[4, 2, 10, 0, 0, 0, 0, 0, 0, 0, 2, 0, b'A', b'n']
    };
    let small = [0x7E, 2, 10, 0, 1, 0, 1, 0, 0, 0, 0x0E, 0, 0, 0];
    let shared = [0xFD, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let formula = [
        &[6, 0, 22, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF][..],
        &[0; 8],
    ]
    .concat();
    let merged = [0xE5, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0];
    [
        &begin(5)[..],
        page,
        &texts,
        &style,
        &tab,
        &end,
        &begin(16),
        label,
        &small,
        &shared,
        &formula,
        &merged,
        &end,
    ]
    .concat()
}

/// The parts of an `.xlsb` with one row of two cells.
fn binary_workbook() -> Vec<u8> {
    let sheet = [
        &[0x81, 1, 0][..],
        &[0x94, 1, 16],
        &[0; 16],
        &[0x91, 1, 0],
        &[0, 25],
        &[0; 25],
        &[2, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0x0E, 0, 0, 0],
        &[7, 12, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        &[0x92, 1, 0],
        &[0x82, 1, 0],
    ]
    .concat();
    let texts = [
        &[0x9F, 1, 8, 1, 0, 0, 0, 1, 0, 0, 0][..],
        &[0x13, 7, 0, 1, 0, 0, 0, b'A', 0],
        &[0xA0, 1, 0],
    ]
    .concat();
    [&[1][..], &sheet, BETWEEN, &texts].concat()
}
