//! Lists the rule sets in `src/rules/sets`, so that adding one is adding a file.

use std::ffi::OsStr;
use std::path::Path;
use std::{env, fs, io};

const FOLDER: &str = "src/rules/sets";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut names = Vec::new();
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "toml") {
            let name = path.file_name().and_then(OsStr::to_str);
            names.push(name.ok_or(io::ErrorKind::InvalidFilename)?.to_owned());
        }
    }
    names.sort();
    let root = r#"env!("CARGO_MANIFEST_DIR")"#;
    let files = names.iter().map(|name| {
        format!("({name:?}, include_str!(concat!({root}, \"/{FOLDER}/{name}\"))),\n")
    });
    let list = format!("[\n{}]\n", files.collect::<String>());
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("rule_sets.rs"), list)
}
