//! `init`: where a clerk begins.

use super::say::{self, Say, Task};
use super::{CLEAN, FAILED};
use bienban::diagnostic::Lang;
use bienban::pipeline::{StarterError, write_starter};
use std::path::Path;

/// Writes the starter folder; the exit code.
pub(super) fn run(folder: &Path, say: &Say) -> u8 {
    let lang = say.lang();
    match write_starter(folder) {
        Ok(_) => {
            for line in lines(folder, lang) {
                say.note(&line);
            }
            CLEAN
        }
        Err(StarterError::Exists(path)) => {
            let what = lang.pick(
                "đã có, nên không ghi gì (không ghi đè); chọn thư mục khác hoặc đổi tên",
                "is there already, so nothing was written; choose another folder or rename it",
            );
            say::error_line(&format!("{}: {what}", path.display()));
            FAILED
        }
        Err(StarterError::Disk(error)) => {
            say::refusal(&error, &[], Task::Write(None), lang);
            FAILED
        }
        Err(error @ StarterError::Workbook(_)) => {
            let what = lang.pick("không ghi được", "cannot write");
            say::failure(what, &error, Task::Write(None), lang);
            FAILED
        }
    }
}

/// What was written, and what to do with it.
fn lines(folder: &Path, lang: Lang) -> [String; 5] {
    let folder = folder.display();
    match lang {
        Lang::Vi => [
            format!("Đã tạo trong {folder}:"),
            "  dang-bo.xlsx                 bảng tính của đảng ủy".to_owned(),
            "  chi-bo.xlsx                  bảng tính của một chi bộ: chép cho mỗi chi bộ một tệp".to_owned(),
            "  mau-da-dien/dai-hoi-mau/     mẫu đã điền để xem; người và số liệu là giả định".to_owned(),
            format!("Trang nào không dùng thì để trống. Điền xong: bienban check {folder}"),
        ],
        Lang::En => [
            format!("Made in {folder}:"),
            "  dang-bo.xlsx                 the committee's workbook".to_owned(),
            "  chi-bo.xlsx                  a cell's workbook: make a copy for each cell".to_owned(),
            "  mau-da-dien/dai-hoi-mau/     a filled sample to look at; people and figures are invented".to_owned(),
            format!("Sheets that are not needed stay empty. When filled in: bienban check {folder}"),
        ],
    }
}
