//! Many cells: side by side as one after the other, and read twice as read once.

use crate::fixtures::workbooks;
use crate::support::{Folder, tree};
use std::fs;
use std::process::Command;

#[test]
fn any_number_of_jobs_gives_the_same_files_and_says_the_same() {
    let place = Folder::new();
    let input = place.join("vao");
    fs::create_dir(&input).unwrap();
    for (name, bytes) in workbooks::many(7).unwrap() {
        fs::write(input.join(name), bytes).unwrap();
    }
    let runs = ["1", "4"].map(|jobs| {
        let out = place.join(&format!("ra-{jobs}"));
        let run = Command::new(env!("CARGO_BIN_EXE_bienban"))
            .args(["--lang", "vi", "--color", "never", "build"])
            .args([&input, std::path::Path::new("-o"), &out])
            .args(["--jobs", jobs, "--format", "docx"])
            .output()
            .unwrap();
        let said = String::from_utf8(run.stdout).unwrap();
        assert_eq!(String::from_utf8(run.stderr).unwrap(), "");
        assert!(run.status.success());
        (tree(&out), said.replace(out.to_str().unwrap(), "ra"))
    });
    assert_eq!(runs[0].1, runs[1].1);
    assert!(runs[0].0 == runs[1].0);
    let folders = runs[0]
        .0
        .keys()
        .filter(|name| name.ends_with("/manifest.json"));
    assert_eq!(folders.count(), 7);
}
