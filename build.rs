//! Lists the rule sets in `src/rules/sets`, so that adding one is adding a file, and names
//! the sources that the program is built from, so that papers which another program made
//! are known as such.

use std::ffi::OsStr;
use std::path::Path;
use std::{env, fs, io};

const FOLDER: &str = "src/rules/sets";
/// What the papers depend on.
const SOURCES: [&str; 3] = ["src", "templates", "Cargo.lock"];

fn main() -> io::Result<()> {
    list_rule_sets()?;
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hash);
    }
    println!("cargo::rustc-env=BIENBAN_SOURCES={hash:016x}");
    Ok(())
}

fn list_rule_sets() -> io::Result<()> {
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

/// Adds a file, or all files of a folder in the order of their names.
fn add(path: &Path, hash: &mut u64) {
    if let Ok(entries) = fs::read_dir(path) {
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            add(&path, hash);
        }
    } else if let Ok(bytes) = fs::read(path) {
        for byte in bytes {
            // FNV-1a
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
