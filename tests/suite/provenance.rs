//! Every count, name, date and percentage of a paper leads back to its cells, and its
//! manifest says so.

use crate::support::{
    BATCH, Folder, SITUATIONS, builder, committee_papers, papers, read,
};
use bienban::diagnostic::Lang;
use bienban::document::{Passage, passages};
use bienban::model::Congress;
use bienban::pipeline::{
    Batch, FigureEntry, Manifest, Store, build_cell, build_committee, rule_words,
};
use bienban::template::Paper;
use calamine::{Data, DataType, Range, Reader, open_workbook_auto};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

/// Numbers in the templates' own words.
const FIXED: [&str; 5] = [
    "theo Điều 11 Điều lệ Đảng",
    "Điều 1",
    "Điều 2",
    "Điều 3",
    "dưới 40 tuổi",
];

/// Rules that make a figure of nothing that a workbook holds.
const OF_NO_CELL: [&str; 2] = [
    "counter of the congress's papers",
    "three copies by default",
];

/// Rules that count sheets, or read their names.
const OF_SHEETS: [&str; 2] = ["counted ballots", "round by the name of the sheet"];

/// The manifests of the sample batch's folders, by folder.
static MANIFESTS: LazyLock<BTreeMap<String, Manifest>> = LazyLock::new(manifests);

/// The papers of a batch, each with the names of the people of its congress.
fn written(batch: &Batch) -> Vec<(Paper, BTreeSet<String>)> {
    let mut all = Vec::new();
    let mut everybody = BTreeSet::new();
    for cell in &batch.cells {
        let mut names = names(&cell.congress);
        let parent = batch.parent.iter();
        let above = parent.flat_map(|it| it.secretary.iter().chain(&it.deputy));
        names.extend(above.flat_map(|it| [it.value.clone(), it.value.to_uppercase()]));
        everybody.extend(names.iter().cloned());
        if cell.facts().is_some() && !cell.report.has_errors() {
            let papers = papers(cell, None).into_iter();
            all.extend(papers.map(|paper| (paper, names.clone())));
        }
    }
    if batch.parent.is_some() {
        let papers = committee_papers(batch, None).into_iter();
        all.extend(papers.map(|paper| (paper, everybody.clone())));
    }
    all
}

/// Everybody and every body that a congress names, also in capitals.
pub(crate) fn names(congress: &Congress) -> BTreeSet<String> {
    let boards = &congress.boards;
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut add = |name: &str| {
        names.insert(name.to_owned());
        names.insert(name.to_uppercase());
    };
    congress.members.iter().for_each(|it| add(&it.name.value));
    let led = boards.chairs.iter().chain(&boards.secretaries);
    let before = boards
        .outgoing_secretary
        .iter()
        .chain(&boards.outgoing_committee);
    led.chain(before).for_each(|it| add(&it.value));
    for guest in &boards.guests {
        let name = guest.value.split(['–', ',', '-']).next().unwrap();
        add(name.trim());
    }
    for ballot in &congress.ballots {
        let board = ballot.board_head.iter().chain(&ballot.board_members);
        let listed = ballot.candidates.iter().map(|one| &one.name);
        board.chain(listed).for_each(|it| add(&it.value));
    }
    let spoke = congress.events.iter().filter_map(|it| it.person.as_ref());
    let signed = congress.pinned.iter().filter_map(|it| it.signer.as_ref());
    spoke.chain(signed).for_each(|it| add(&it.value));
    let own = &congress.identity;
    let bodies = own.organisation.iter().chain(&own.higher_organisation);
    bodies.for_each(|it| add(&it.value));
    add(&congress.cell.value);
    names
}

/// A passage with `▪` for every value that is traced.
fn untraced(passage: &Passage) -> String {
    let (mut before, mut rest) = (String::new(), passage.text.as_str());
    for (_, value) in &passage.traces {
        let (wording, after) = rest.split_once(value.as_str()).unwrap();
        before.push_str(wording);
        before.push('▪');
        rest = after;
    }
    before + rest
}

/// Wording without what it may number: the mark of a heading or of an item, the number of
/// a row, and what the templates' own words name.
fn unnumbered(passage: &Passage, wording: &str) -> String {
    let mut wording = wording.replace('\u{a0}', " ");
    for fixed in FIXED {
        wording = wording.replace(fixed, "");
    }
    let is_row = passage.place.ends_with(", cột 1");
    let rest = wording.trim_start_matches(|it: char| it.is_ascii_digit());
    if rest.starts_with(". ") || (is_row && rest.is_empty()) {
        return rest.to_owned();
    }
    wording
}

/// What is measured of papers.
#[derive(Default)]
pub(crate) struct Coverage {
    pub(crate) papers: usize,
    /// Traced values, and those of them that have a digit.
    pub(crate) values: usize,
    pub(crate) numbers: usize,
    /// Passages with a number or a name that is not traced.
    pub(crate) untraced: Vec<String>,
    /// How often each rule made a value.
    pub(crate) rules: BTreeMap<&'static str, usize>,
    /// Values that name no cell although their rule has some.
    pub(crate) of_no_cell: Vec<String>,
}

impl Coverage {
    pub(crate) fn add(&mut self, paper: &Paper, names: &BTreeSet<String>) {
        self.papers += 1;
        let stem = paper.id.file_stem();
        let has_digit = |text: &str| text.contains(char::is_numeric);
        for passage in passages(&paper.document) {
            let wording = untraced(&passage);
            let name = names.iter().find(|name| wording.contains(name.as_str()));
            if has_digit(&unnumbered(&passage, &wording)) || name.is_some() {
                self.untraced
                    .push(format!("{stem}, {}: {wording}", passage.place));
            }
            for (trace, text) in &passage.traces {
                self.values += 1;
                self.numbers += usize::from(has_digit(text));
                let origin = paper.traces.origin(*trace).unwrap();
                let rule = origin.rule();
                *self.rules.entry(rule).or_default() += 1;
                let is_of_sheets = OF_SHEETS.contains(&rule);
                let is_whole = origin.cells().iter().any(|it| it.cells.is_none());
                let is_of_none = origin.cells().is_empty() && !OF_NO_CELL.contains(&rule);
                if is_of_none || (is_whole && !is_of_sheets) {
                    let place = &passage.place;
                    self.of_no_cell
                        .push(format!("{stem}, {place}: {text} by {rule}"));
                }
            }
        }
    }

    /// Nothing is untraced, and every value has cells and a rule with words.
    pub(crate) fn assert_whole(&self) {
        let shown =
            |faults: &[String]| format!("{}:\n{}", faults.len(), faults.join("\n"));
        assert!(self.untraced.is_empty(), "{}", shown(&self.untraced));
        assert!(self.of_no_cell.is_empty(), "{}", shown(&self.of_no_cell));
        let wordless = self
            .rules
            .keys()
            .filter(|it| rule_words(it, Lang::Vi) == **it);
        assert_eq!(wordless.collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}

#[test]
fn every_number_and_name_of_every_paper_outside_fixed_wording_is_traced_to_cells() {
    let mut coverage = Coverage::default();
    for batch in [BATCH, "fixtures/tat-ca-trong-mot", SITUATIONS] {
        for (paper, names) in written(&read(batch)) {
            coverage.add(&paper, &names);
        }
    }
    coverage.assert_whole();
    let Coverage {
        papers,
        values,
        numbers,
        ..
    } = coverage;
    assert!(papers > 250, "only {papers} papers");
    assert!(
        values > 14_000 && numbers > 9_000,
        "only {values} values, {numbers} numbers"
    );
    assert!(coverage.rules.len() >= 60, "{}", coverage.rules.len());
}

fn manifests() -> BTreeMap<String, Manifest> {
    let out = Folder::new();
    let root = &out.path();
    let (builder, store) = (builder(), Store::open(root).unwrap());
    let mut batch = read(BATCH);
    for cell in &mut batch.cells {
        build_cell(&builder, &store, cell, None).unwrap();
    }
    build_committee(&builder, &store, &mut batch, None).unwrap();
    let mut manifests = BTreeMap::new();
    for folder in fs::read_dir(root).unwrap() {
        let folder = folder.unwrap();
        let text = fs::read(folder.path().join("manifest.json")).unwrap();
        let name = folder.file_name().into_string().unwrap();
        manifests.insert(name, serde_json::from_slice(&text).unwrap());
    }
    manifests
}

#[test]
fn the_manifest_has_an_entry_for_every_traced_value_in_the_order_of_the_paper() {
    assert_eq!(MANIFESTS.len(), 7);
    let batch = read(BATCH);
    let mut compared = 0;
    let of_cells = batch
        .cells
        .iter()
        .map(|it| (it.folder.clone(), papers(it, None)));
    let of_parent = ("dang-bo".to_owned(), committee_papers(&batch, None));
    for (folder, papers) in of_cells.chain([of_parent]) {
        let figures = &MANIFESTS[&folder].figures;
        for paper in papers {
            let stem = paper.id.file_stem();
            let mut entries: Vec<(usize, &str, &str)> = Vec::new();
            for figure in figures {
                let own = figure.at.iter().filter(|at| *at.paper == *stem);
                entries.extend(own.map(|at| (at.order, &*at.place, &*figure.text)));
            }
            entries.sort_unstable();
            let entries: Vec<_> =
                entries.into_iter().map(|(_, at, it)| (at, it)).collect();
            let passages = passages(&paper.document);
            let mut printed: Vec<(&str, &str)> = Vec::new();
            for passage in &passages {
                let first = printed.len();
                for (_, text) in &passage.traces {
                    let value = (passage.place.as_str(), text.as_str());
                    // the same value twice in one passage is one entry
                    if !printed[first..].contains(&value) {
                        printed.push(value);
                    }
                }
            }
            let mut known = BTreeSet::new();
            let entries = entries.into_iter().filter(|it| known.insert(*it));
            let mut known = BTreeSet::new();
            let printed = printed.into_iter().filter(|it| known.insert(*it));
            let (entries, printed): (Vec<_>, Vec<_>) =
                (entries.collect(), printed.collect());
            assert_eq!(entries, printed, "{folder}/{stem}");
            compared += 1;
        }
    }
    assert_eq!(compared, 86);
}

/// The workbooks of the sample batch as calamine reads them.
fn sheets() -> BTreeMap<(String, String), Range<Data>> {
    let mut sheets = BTreeMap::new();
    for entry in fs::read_dir(BATCH).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "xlsx") {
            continue;
        }
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut book = open_workbook_auto(&path).unwrap();
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).unwrap();
            sheets.insert((file.clone(), name), range);
        }
    }
    sheets
}

/// `U12` as row and column, from 0.
fn position(cell: &str) -> Option<(u32, u32)> {
    let letters = cell.trim_end_matches(|it: char| it.is_ascii_digit());
    let row: u32 = cell[letters.len()..].parse().ok()?;
    let column = letters
        .bytes()
        .fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    Some((row - 1, column - 1))
}

/// Whether a text says what a cell holds: the same number, or words of the cell.
fn says(text: &str, cell: &Data) -> Option<bool> {
    let plain = |text: &str| {
        let letters = text.to_lowercase();
        letters
            .chars()
            .filter(|it| it.is_alphanumeric())
            .collect::<String>()
    };
    match cell {
        Data::Int(_) | Data::Float(_) => {
            // a paper parts thousands with dots, and decimals with a comma
            let number: f64 = text.replace('.', "").replace(',', ".").parse().ok()?;
            Some((number - cell.to_string().parse::<f64>().unwrap()).abs() < 1e-9)
        }
        Data::String(typed) => {
            let (typed, text) = (plain(typed), plain(text));
            Some(typed.contains(&text) || text.contains(&typed))
        }
        Data::DateTime(_) => {
            let held = cell.as_datetime()?.to_string();
            Some(numbers(text).is_subset(&numbers(&held)))
        }
        _ => None,
    }
}

/// The numbers of a text, without padding.
fn numbers(text: &str) -> BTreeSet<u32> {
    let parts = text.split(|it: char| !it.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

#[test]
fn a_typed_value_is_what_stands_in_the_cell_that_its_entry_names() {
    let sheets = sheets();
    let (mut same, mut other, mut faults) = (0, 0, Vec::new());
    for (folder, manifest) in MANIFESTS.iter() {
        let typed = manifest.figures.iter().filter(|it| it.rule == "as typed");
        for FigureEntry { text, cells, .. } in typed {
            let [cell] = cells.as_slice() else { continue };
            let sheet = (&*cell.file, cell.sheet.as_deref().unwrap());
            let sheet = (sheet.0.to_owned(), sheet.1.to_owned());
            let address = cell.cell.as_deref().unwrap();
            let Some(position) = position(address) else {
                continue;
            };
            let held = sheets[&sheet].get_value(position).unwrap();
            match says(text, held) {
                Some(true) => same += 1,
                Some(false) => {
                    faults.push(format!("{folder}: {text} ≠ {held} in {cell:?}"));
                }
                None => other += 1,
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{}:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(
        same > 1_000 && other < same / 50,
        "{same} compared, {other} not"
    );
}
