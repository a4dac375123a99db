//! Workbooks typed in a test: a clean one, and what a clerk did to it.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::collections::BTreeMap;

/// A clean cell of six members, whose congress elects a secretary: no findings.
const CLEAN: [(&str, &str); 6] = [
    (
        "Thông tin",
        "\
Chi bộ|Ví dụ
Đảng bộ|Đảng bộ Sở Mẫu
Đảng bộ cấp trên|Đảng bộ Khối Mẫu
Nhiệm kỳ|2022-2025
Nhiệm kỳ trước|2020-2022
Ngày đại hội|05/9/2022
Khai mạc|14:00
Bế mạc|17:00
Địa điểm|Phòng họp số 2
Địa danh|Hà Nội
Chủ tịch đại hội|Lê Văn Ánh
Thư ký đại hội|Trần Thị Bình
Bí thư nhiệm kỳ trước|Lê Văn Ánh
Phiếu dự phòng|2",
    ),
    (
        "Đảng viên",
        "\
TT|Họ và tên|Ngày sinh|Giới tính|Chức vụ|Số thẻ|Ngày vào Đảng|Ngày chính thức|Dự đại hội
1|Lê Văn Ánh|27/12/1966|Nam|Trưởng phòng|'51.260986|24/07/1991|24/07/1992|Có mặt
2|Trần Thị Bình|28/02/1971|Nữ|Phó Trưởng phòng|'51.159495|20/01/1994|20/01/1995|Có mặt
3|Cao Công Lộc|21/05/1970|Nam|Chuyên viên|'51.221622|18/02/2004|18/02/2005|Có mặt
4|Tống Mai Trang|16/12/1977|Nữ|Chuyên viên|'51.169200|28/09/2012|28/09/2013|Có mặt
5|Kiều Khánh Xuân|26/08/1978|Nữ|Chuyên viên|'51.215220|19/05/2006|19/05/2007|Có mặt
6|Từ Đức Thọ|19/02/1985|Nam|Chuyên viên|'51.261488|30/04/2014|30/04/2015|Có mặt",
    ),
    (
        "Bầu bí thư",
        "\
Số lượng bầu|1
Phát ra|6
Thu về|6
Hợp lệ|6
Không hợp lệ|0
Trưởng ban kiểm phiếu|Tống Mai Trang
Ủy viên kiểm phiếu|Kiều Khánh Xuân
Kiểm phiếu xong|16:00
TT|Họ và tên|Đồng ý|Không đồng ý|Tỷ lệ|Kết quả
1|Lê Văn Ánh|6|0|'100%|Trúng cử",
    ),
    (
        "Biểu quyết",
        "\
Loại|Cuộc bầu|Nội dung|Tán thành|Không tán thành|Ý kiến khác
Đoàn chủ tịch||Bầu đồng chí Lê Văn Ánh làm Chủ tịch đại hội|6|0|0
Thư ký||Bầu đồng chí Trần Thị Bình làm Thư ký đại hội|6|0|0
Số lượng|Bí thư|Bầu một bí thư|6|0|0
Danh sách bầu cử|Bí thư|Danh sách bầu bí thư|6|0|0
Ban kiểm phiếu|Bí thư|Ban kiểm phiếu 2 đồng chí|6|0|0
Nghị quyết||Nghị quyết Đại hội|6|0|0",
    ),
    (
        "Nghị quyết",
        "\
Phần|Nội dung
Kết quả nhiệm kỳ|Chi bộ hoàn thành nhiệm vụ.
Phương hướng|Xây dựng Chi bộ đoàn kết.
Mục tiêu|Kết nạp một đảng viên.
Nhiệm vụ|Nâng cao chất lượng sinh hoạt.
Tổ chức thực hiện|Chi bộ kiểm tra hằng năm.",
    ),
    (
        "Diễn biến",
        "\
Giờ|Việc|Người|Chức vụ|Nội dung
14:00|Chào cờ|||Chào cờ
|Khai mạc|Lê Văn Ánh|Bí thư|Nêu mục đích của Đại hội
|Báo cáo|Lê Văn Ánh|Bí thư|Báo cáo tổng kết nhiệm kỳ
16:50|Bế mạc|Lê Văn Ánh|Bí thư|Cảm ơn các đại biểu",
    ),
];

/// A workbook of typed sheets.
#[derive(Debug, Clone)]
pub(crate) struct Book {
    tabs: Vec<Tab>,
}

/// A sheet of it. Words become what Excel makes of them: `15` a number, `29/8/2022` a
/// date, `8:30` a time, `=6` a formula with that result; after `'` everything is text.
#[derive(Debug, Clone)]
pub(crate) struct Tab {
    name: String,
    rows: Vec<Vec<String>>,
    merged: Vec<String>,
    forms: BTreeMap<String, &'static str>,
    fonts: BTreeMap<String, &'static str>,
    is_hidden: bool,
}

impl Book {
    /// The clean cell.
    pub(crate) fn clean() -> Self {
        let mut book = Self { tabs: Vec::new() };
        for (name, rows) in CLEAN {
            book.add(name, rows);
        }
        book
    }

    /// A workbook of nothing yet.
    pub(crate) fn empty() -> Self {
        Self { tabs: Vec::new() }
    }

    /// A further sheet.
    pub(crate) fn add(&mut self, name: &str, rows: &str) -> &mut Tab {
        self.tabs.push(Tab {
            name: name.to_owned(),
            rows: rows
                .lines()
                .map(|row| row.split('|').map(str::to_owned).collect())
                .collect(),
            merged: Vec::new(),
            forms: BTreeMap::new(),
            fonts: BTreeMap::new(),
            is_hidden: false,
        });
        self.tabs.last_mut().unwrap()
    }

    /// A sheet by its name.
    pub(crate) fn tab(&mut self, name: &str) -> &mut Tab {
        self.tabs.iter_mut().find(|tab| tab.name == name).unwrap()
    }

    /// The list of members.
    pub(crate) fn members(&mut self) -> &mut Tab {
        self.tab("Đảng viên")
    }

    /// The ballot.
    pub(crate) fn ballot(&mut self) -> &mut Tab {
        self.tab("Bầu bí thư")
    }

    /// The labels.
    pub(crate) fn info(&mut self) -> &mut Tab {
        self.tab("Thông tin")
    }

    /// Takes a sheet out.
    pub(crate) fn remove(&mut self, name: &str) -> Tab {
        let at = self.tabs.iter().position(|tab| tab.name == name).unwrap();
        self.tabs.remove(at)
    }

    /// As an `.xlsx` file.
    pub(crate) fn xlsx(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for tab in &self.tabs {
            let page = book.add_worksheet();
            page.set_name(&tab.name).unwrap();
            page.set_hidden(tab.is_hidden);
            tab.write(page);
        }
        book.save_to_buffer().unwrap()
    }
}

impl Tab {
    /// Types a word into a cell.
    pub(crate) fn set(&mut self, cell: &str, word: &str) -> &mut Self {
        let (row, column) = place(cell);
        let (row, column) = (row as usize, usize::from(column));
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        if self.rows[row].len() <= column {
            self.rows[row].resize(column + 1, String::new());
        }
        word.clone_into(&mut self.rows[row][column]);
        self
    }

    /// Inserts rows above a row, counted from one as Excel counts.
    pub(crate) fn insert_rows(&mut self, above: usize, rows: &str) -> &mut Self {
        let new = rows
            .lines()
            .map(|row| row.split('|').map(str::to_owned).collect::<Vec<_>>());
        self.rows.splice(above - 1..above - 1, new);
        self
    }

    /// Takes a row out, counted from one.
    pub(crate) fn remove_row(&mut self, row: usize) -> &mut Self {
        self.rows.remove(row - 1);
        self
    }

    /// Appends rows.
    pub(crate) fn append(&mut self, rows: &str) -> &mut Self {
        self.insert_rows(self.rows.len() + 1, rows)
    }

    /// Inserts a column before a column's letter, with words from the first row on.
    pub(crate) fn insert_column(&mut self, before: &str, words: &[&str]) -> &mut Self {
        let column = usize::from(place(&format!("{before}1")).1);
        for (at, row) in self.rows.iter_mut().enumerate() {
            if row.len() < column {
                row.resize(column, String::new());
            }
            row.insert(column, words.get(at).unwrap_or(&"").to_string());
        }
        self
    }

    /// Moves every cell down and to the right.
    pub(crate) fn shift(&mut self, rows: usize, columns: usize) -> &mut Self {
        for row in &mut self.rows {
            row.splice(0..0, vec![String::new(); columns]);
        }
        self.rows.splice(0..0, vec![Vec::new(); rows]);
        self
    }

    /// Merges cells, such as `A1:C1`.
    pub(crate) fn merge(&mut self, range: &str) -> &mut Self {
        self.merged.push(range.to_owned());
        self
    }

    /// Gives a cell a number format.
    pub(crate) fn form(&mut self, cell: &str, form: &'static str) -> &mut Self {
        self.forms.insert(cell.to_owned(), form);
        self
    }

    /// Gives a cell a font.
    pub(crate) fn font(&mut self, cell: &str, font: &'static str) -> &mut Self {
        self.fonts.insert(cell.to_owned(), font);
        self
    }

    /// Renames the tab.
    pub(crate) fn rename(&mut self, name: &str) -> &mut Self {
        name.clone_into(&mut self.name);
        self
    }

    /// Hides the tab.
    pub(crate) fn hide(&mut self) -> &mut Self {
        self.is_hidden = true;
        self
    }

    /// Its rows as text with a separator.
    pub(crate) fn delimited(&self, separator: &str) -> String {
        let plain = |word: &String| word.trim_start_matches('\'').to_owned();
        let rows = self.rows.iter().map(|row| {
            let words: Vec<String> = row.iter().map(plain).collect();
            words.join(separator)
        });
        rows.collect::<Vec<_>>().join("\r\n")
    }

    fn write(&self, page: &mut Worksheet) {
        for range in &self.merged {
            let (first, last) = range.split_once(':').unwrap();
            let ((top, left), (bottom, right)) = (place(first), place(last));
            page.merge_range(top, left, bottom, right, "", &Format::new())
                .unwrap();
        }
        for (row, words) in (0..).zip(&self.rows) {
            for (column, word) in (0..).zip(words) {
                let cell = name(row, column);
                let mut format = Format::new();
                if let Some(font) = self.fonts.get(&cell) {
                    format = format.set_font_name(*font);
                }
                let form = self.forms.get(&cell).copied();
                write(page, (row, column), word, &format, form);
            }
        }
    }
}

fn write(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    word: &str,
    format: &Format,
    form: Option<&'static str>,
) {
    let formed =
        |usual: &'static str| format.clone().set_num_format(form.unwrap_or(usual));
    if word.is_empty() {
        return;
    }
    if let Some(text) = word.strip_prefix('\'') {
        page.write_string_with_format(row, column, text, format)
            .unwrap();
    } else if let Some(result) = word.strip_prefix('=') {
        let formula = Formula::new("=A1").set_result(result);
        page.write_formula_with_format(row, column, formula, &formed("General"))
            .unwrap();
    } else if let Ok(number) = word.parse::<f64>() {
        page.write_number_with_format(row, column, number, &formed("General"))
            .unwrap();
    } else if let Some(date) = date(word) {
        page.write_datetime_with_format(row, column, &date, &formed("dd/mm/yyyy"))
            .unwrap();
    } else if let Some(time) = time(word) {
        page.write_datetime_with_format(row, column, &time, &formed("hh:mm"))
            .unwrap();
    } else {
        page.write_string_with_format(row, column, word, format)
            .unwrap();
    }
}

fn date(word: &str) -> Option<ExcelDateTime> {
    let parts: Vec<u16> = word.split('/').map_while(|it| it.parse().ok()).collect();
    match parts.as_slice() {
        [day, month, year] if word.matches('/').count() == 2 => {
            let (month, day) = (u8::try_from(*month).ok()?, u8::try_from(*day).ok()?);
            ExcelDateTime::from_ymd(*year, month, day).ok()
        }
        _ => None,
    }
}

fn time(word: &str) -> Option<ExcelDateTime> {
    let (hour, minute) = word.split_once(':')?;
    ExcelDateTime::from_hms(hour.parse().ok()?, minute.parse::<u8>().ok()?, 0).ok()
}

/// Row and column of a cell such as `D5`, counted from zero.
fn place(cell: &str) -> (u32, u16) {
    let letters = cell.trim_end_matches(|it: char| it.is_ascii_digit());
    let column = letters
        .bytes()
        .fold(0, |sum, letter| sum * 26 + u16::from(letter - b'A') + 1);
    let row: u32 = cell[letters.len()..].parse().unwrap();
    (row - 1, column - 1)
}

/// The name of a cell among the first 26 columns.
fn name(row: u32, column: u16) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap());
    format!("{letter}{}", row + 1)
}
