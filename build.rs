//! Lists the rule sets in `src/rules/sets`, so that adding one is adding a file.

use std::path::Path;
use std::{env, fs, io};

const FOLDER: &str = "src/rules/sets";

#[expect(clippy::print_stdout, reason = "a build script speaks to cargo so")]
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut names = Vec::new();
    for entry in fs::read_dir(FOLDER)? {
        let name = entry?.file_name();
        let name = name.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        if name.ends_with(".toml") {
            names.push(name.to_owned());
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
