use super::*;
use crate::import::Head;
use std::collections::BTreeSet;

const NOTES: &str = include_str!("notes.txt");

fn heads(sheet: &LayoutSheet) -> impl Iterator<Item = &Head> {
    sheet.labels.iter().chain(&sheet.columns)
}

#[test]
fn every_head_has_a_note_and_every_note_a_head() {
    let notes = notation::parse(NOTES);
    let mut used = BTreeSet::new();
    for sheet in cell_layout().iter().chain(&parent_layout()) {
        for head in heads(sheet) {
            let note = paint::note_on(&notes, &sheet.tab, head);
            let note = note.unwrap_or_else(|| panic!("{} {}", sheet.tab, head.name));
            used.insert(note);
        }
    }
    let notes = notes.iter().flat_map(|section| &section.pairs);
    for (name, note) in notes {
        assert!(used.contains(note), "{name}: {note}");
    }
}

/// What a sample says is painted: each label and each cell has its place.
#[test]
fn samples_fit_the_layout() {
    let cases = [
        (SAMPLE_CELL, cell_layout()),
        (SAMPLE_PARENT, parent_layout()),
    ];
    for (text, layout) in cases {
        let said = text.lines().filter(|line| !line.trim().is_empty());
        let said = said.filter(|line| !line.starts_with('#')).count();
        let sections = notation::parse(text);
        let parts = sections.iter().map(|it| 1 + it.pairs.len() + it.rows.len());
        assert_eq!(parts.sum::<usize>(), said, "every line is understood");
        for section in &sections {
            let sheet = layout.iter().find(|sheet| sheet.tab == section.tab);
            let sheet = sheet.unwrap_or_else(|| panic!("{}", section.tab));
            for (label, _) in &section.pairs {
                let head = sheet.labels.iter().find(|head| head.name == *label);
                let head = head.unwrap_or_else(|| panic!("{label}"));
                assert!(
                    head.is_list || section.values(label).count() == 1,
                    "{label}"
                );
            }
            let widest = section.rows.iter().map(Vec::len).max();
            assert!(
                widest.unwrap_or(0) <= sheet.columns.len(),
                "{}",
                section.tab
            );
        }
    }
}

#[test]
fn the_same_bytes_every_time() {
    assert!(starter_files().unwrap() == starter_files().unwrap());
}
