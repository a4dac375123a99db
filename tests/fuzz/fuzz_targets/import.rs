//! Any bytes as a workbook.

#![no_main]

mod read;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // the first byte picks the ending, which should not matter
    let (name, bytes) = match bytes.split_first() {
        Some((b'c', rest)) => ("Hoa Binh/Dang vien.csv", rest),
        _ => ("a.xls", bytes),
    };
    read::read(name, bytes.to_vec());
});
