//! The committed workbooks are the ones that the generator writes.

use crate::support::tree;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

#[path = "../../fixtures/make/workbooks/mod.rs"]
pub(crate) mod workbooks;

/// Compared part by part: deflate may pack differently from one version to the next.
#[test]
fn the_committed_workbooks_are_as_generated() {
    let committed = tree(Path::new("fixtures"));
    let generated = workbooks::all().unwrap();
    assert!(generated.len() >= 20, "all workbooks are generated");
    for (name, bytes) in &generated {
        let there = committed
            .get(name)
            .unwrap_or_else(|| panic!("{name} is not committed"));
        assert!(
            parts(there) == parts(bytes),
            "{name}: run the example make-fixtures"
        );
    }
    let books = committed.keys().filter(|name| name.ends_with(".xlsx"));
    for name in books {
        let is_generated = generated.iter().any(|(other, _)| other == name);
        assert!(is_generated, "{name} is committed and not generated");
    }
}

fn parts(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    names
        .into_iter()
        .map(|name| {
            let mut bytes = Vec::new();
            archive
                .by_name(&name)
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            (name, bytes)
        })
        .collect()
}
