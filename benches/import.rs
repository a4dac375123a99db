//! What reading a large workbook costs, side by side with calamine alone.
//!
//! `cargo bench --bench import` prints times of this machine; only their ratios mean
//! something.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot set up must fail"
)]

use bienban::import::{SourceFile, read_book};
use calamine::{Reader, Xlsx};
use criterion::{Criterion, criterion_group, criterion_main};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use std::hint::black_box;
use std::io::Cursor;
use std::slice;

const ROWS: u32 = 100_000;
const SURNAMES: [&str; 6] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"];
const MIDDLES: [&str; 7] = ["Văn", "Thị", "Đức", "Minh", "Hồng", "Quốc", "Thu"];
const NAMES: [&str; 8] = ["An", "Bình", "Cường", "Dũng", "Hạnh", "Lan", "Sơn", "Ước"];
const HEADERS: [&str; 10] = [
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Dân tộc",
    "Tôn giáo",
    "Ngày vào Đảng",
    "Ngày chính thức",
    "Chức vụ",
    "Số thẻ",
];

fn pick<'a>(words: &[&'a str], number: u32) -> &'a str {
    words
        .iter()
        .cycle()
        .nth(usize::try_from(number).unwrap() % words.len())
        .unwrap()
}

/// A name of three words; they come again after some thousand rows.
fn name(row: u32) -> String {
    let (surname, middle) = (pick(&SURNAMES, row), pick(&MIDDLES, row / 6));
    let (second, last) = (pick(&NAMES, row / 42), pick(&NAMES, row / 336));
    format!("{surname} {middle} {second} {last}")
}

fn write_date(page: &mut Worksheet, row: u32, column: u16, year: u32, form: &Format) {
    let part = |number: u32| u8::try_from(number % 12 + 1).unwrap();
    let year = u16::try_from(year).unwrap();
    let date = ExcelDateTime::from_ymd(year, part(row), part(row / 12)).unwrap();
    page.write_datetime_with_format(row, column, &date, form)
        .unwrap();
}

/// A sheet of this many members in ten columns.
fn workbook(tab: &str, headers: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let form = Format::new().set_num_format("dd/mm/yyyy");
    let page = book.add_worksheet();
    page.set_name(tab).unwrap();
    for (column, header) in (0..).zip(headers) {
        page.write_string(0, column, *header).unwrap();
    }
    for row in 1..=ROWS {
        page.write_number(row, 0, row).unwrap();
        page.write_string(row, 1, name(row)).unwrap();
        write_date(page, row, 2, 1950 + row % 40, &form);
        page.write_string(row, 3, pick(&["Nam", "Nữ"], row))
            .unwrap();
        page.write_string(row, 4, pick(&["Kinh", "Tày", "Nùng"], row))
            .unwrap();
        page.write_string(row, 5, "Không").unwrap();
        write_date(page, row, 6, 2000 + row % 15, &form);
        write_date(page, row, 7, 2001 + row % 15, &form);
        page.write_string(row, 8, pick(&["Đảng viên", "Chi ủy viên"], row / 9))
            .unwrap();
        page.write_number(row, 9, 51_000_000 + row).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn calamine_alone(bytes: &[u8]) {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let tabs = book.sheet_names();
    black_box(book.worksheet_range(tabs.first().unwrap()).unwrap());
}

fn ours(file: &SourceFile) {
    black_box(read_book(slice::from_ref(file)));
}

fn file(bytes: Vec<u8>) -> SourceFile {
    let name = "a.xlsx".into();
    SourceFile { name, bytes }
}

fn import(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import: 100,000 rows of ten cells");
    group.sample_size(10);
    let members = file(workbook("Đảng viên", &HEADERS));
    group.bench_function("calamine alone", |bencher| {
        bencher.iter(|| calamine_alone(&members.bytes));
    });
    // the same cells on a sheet of no known kind: read and put aside
    let unknown = file(workbook("Trang tính", &[]));
    group.bench_function("raw cells", |bencher| bencher.iter(|| ours(&unknown)));
    group.bench_function("members with all their facts", |bencher| {
        bencher.iter(|| ours(&members));
    });
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
