//! What both targets do with a file.

use bienban::diagnostic::{Lang, short_line};
use bienban::import::{SourceFile, read_book};
use std::panic;
use std::sync::Once;

/// Reads a file as the program does, and says every finding.
pub fn read(name: &str, bytes: Vec<u8>) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        // libFuzzer's hook aborts at every panic, also at those inside the reader, which
        // the library catches; a panic that nobody catches still ends the process
        let _ = panic::take_hook();
        bienban::import::silence_reader_panics();
    });
    let name = name.into();
    let books = read_book(&[SourceFile { name, bytes }]);
    let mut report = books.report;
    for cell in books.cells {
        report.extend(cell.report);
    }
    for finding in report.sorted().findings() {
        let said = short_line(finding, Lang::Vi);
        assert!(!said.contains(['\0', '\u{1b}']), "{said:?}");
    }
}
