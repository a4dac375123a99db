//! What papers and findings say, read by people before it was accepted.

use crate::support::{BATCH, SITUATIONS, findings, papers, read};
use bienban::document::passages;
use bienban::pipeline::{Cell, ProfileId, results_text};
use std::fmt::Write as _;

/// The text of a cell's papers, passage by passage.
fn text_of(cell: &Cell, profile: ProfileId) -> String {
    let mut text = String::new();
    for paper in papers(cell, Some(profile)) {
        writeln!(text, "═══ {}", paper.id.file_stem()).unwrap();
        for passage in passages(&paper.document) {
            writeln!(text, "[{}] {}", passage.place, passage.text).unwrap();
        }
    }
    text
}

#[test]
fn the_papers_of_the_sample_batch_say_what_was_read() {
    for cell in read(BATCH).cells {
        insta::with_settings!({ description => cell.name.clone(), omit_expression => true }, {
            let name = format!("batch-{}", cell.folder);
            insta::assert_snapshot!(name, text_of(&cell, ProfileId::Party2018));
        });
    }
}

/// One paper of each kind and office under the form of 2026. Read beside the same cell's
/// papers of 2018: "Kính trình" of the submission and `;` after recipients differ, and
/// nothing else; the last line of each basis ends with a comma in both, as the issuing
/// body's own sentence follows it.
#[test]
fn the_papers_of_a_sample_cell_say_what_was_read_in_the_form_of_2026() {
    let batch = read(BATCH);
    let cell = &batch.cells[0];
    insta::with_settings!({ description => cell.name.clone(), omit_expression => true }, {
        let text = text_of(cell, ProfileId::Party2026);
        insta::assert_snapshot!("batch-2026", text);
    });
}

#[test]
fn the_papers_of_each_situation_say_what_was_read() {
    for cell in read(SITUATIONS).cells {
        if cell.report.has_errors() || papers(&cell, None).is_empty() {
            continue;
        }
        let file = cell.sources[0].file.trim_end_matches(".xlsx").to_owned();
        insta::with_settings!({ description => cell.name.clone(), omit_expression => true }, {
            let name = format!("situation-{file}");
            insta::assert_snapshot!(name, text_of(&cell, ProfileId::Party2018));
        });
    }
}

#[test]
fn the_situations_are_found_and_judged_as_their_readme_says() {
    let batch = read(SITUATIONS);
    let mut text = findings(&batch).join("\n");
    for cell in &batch.cells {
        if let Some(results) = &cell.results {
            let lines = results_text(&cell.name, results, bienban::diagnostic::Lang::Vi);
            text = format!("{text}\n\n{}", lines.join("\n"));
        }
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("situations", text);
    });
}

#[test]
fn the_sample_batch_has_no_findings() {
    assert_eq!(findings(&read(BATCH)), Vec::<String>::new());
}
