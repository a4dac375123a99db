//! Papers by chance as files, for `.ci/alike` to compare their two formats.

use super::lengthened::{lengthen, lengthened};
use super::whole::whole;
use crate::rules::oracle::chance::Chance;
use crate::support::{BATCH, committee_papers, read, templates};
use bienban::diagnostic::Report;
use bienban::model::Congress;
use bienban::pipeline::{Batch, Format, PaperKind, ProfileId};
use bienban::render::Renderer;
use bienban::rules::judge;
use bienban::template::{Facts, Paper, Templates, write_paper};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many papers; of each kind about as many.
const PAPERS: usize = 200;
/// So many papers lie in one folder: LibreOffice is started for each.
const IN_A_FOLDER: usize = 50;

/// Run with a folder: `BIENBAN_ALIKE=… cargo test papers_by_chance -- --ignored`, then
/// `.ci/alike` with the same folder. `BIENBAN_ALIKE_SEED` gives other papers: the first
/// of the numbers that congresses are made from.
#[test]
#[ignore = "writes files for .ci/alike"]
#[expect(
    clippy::disallowed_methods,
    reason = "its folder and its seed are told by the environment"
)]
fn papers_by_chance_are_written_for_comparing() {
    let folder = PathBuf::from(std::env::var("BIENBAN_ALIKE").unwrap());
    let first = std::env::var("BIENBAN_ALIKE_SEED").map_or(0, |it| it.parse().unwrap());
    let templates = templates();
    let renderer = Renderer::new().unwrap();
    let mut batch = read(BATCH);
    let mut seen: BTreeMap<PaperKind, usize> =
        PaperKind::ALL.into_iter().map(|kind| (kind, 0)).collect();
    let mut written = 0;
    for seed in first.. {
        let whole = whole(seed);
        if whole.answer.turnout[1] * 3 < whole.answer.turnout[0] * 2 {
            continue;
        }
        let congress = lengthened(&whole, seed);
        // only what is rarest so far
        let fewest = seen.values().min().copied().unwrap();
        let is_rare = |kind: PaperKind| seen[&kind] == fewest;
        let mut papers = papers(&congress, &templates, seed, is_rare);
        if PaperKind::ALL
            .into_iter()
            .any(|it| it.is_of_batch() && is_rare(it))
        {
            papers.extend(committee(&mut batch, congress, seed));
        }
        for paper in papers {
            let count = seen.get_mut(&paper.id.kind).unwrap();
            if *count > fewest || !renderer.missing_glyphs(&paper.document).is_empty() {
                continue;
            }
            *count += 1;
            let inner = folder.join(format!("{}", written / IN_A_FOLDER));
            write(&renderer, &paper, &inner, seed);
            written += 1;
            if written == PAPERS {
                return;
            }
        }
    }
}

/// The form of either year, by chance.
fn profile(seed: u64) -> ProfileId {
    if seed.is_multiple_of(2) {
        ProfileId::Party2018
    } else {
        ProfileId::Party2026
    }
}

fn papers(
    congress: &Congress,
    templates: &Templates,
    seed: u64,
    is_rare: impl Fn(PaperKind) -> bool,
) -> Vec<Paper> {
    let results = judge(congress, &mut Report::default()).unwrap();
    let facts = Facts {
        congress,
        results: &results,
        parent: None,
    };
    let papers = facts.papers().into_iter().filter(|id| is_rare(id.kind));
    papers
        .filter_map(|id| write_paper(templates, facts, id, Some(profile(seed))).unwrap())
        .collect()
}

/// The committee's papers after one more of its cells has held another congress.
fn committee(batch: &mut Batch, congress: Congress, seed: u64) -> Vec<Paper> {
    let place = usize::try_from(seed).unwrap() % batch.cells.len();
    let cell = &mut batch.cells[place];
    let name = cell.congress.cell.clone();
    cell.congress = Congress {
        cell: name,
        ..congress
    };
    cell.results = judge(&cell.congress, &mut Report::default());
    let parent = batch.parent.clone();
    if let Some(parent) = &mut batch.parent {
        let mut chance = Chance::of(seed);
        for one in &mut Arc::make_mut(parent).assessments {
            lengthen(&mut one.text, 60, &mut chance);
        }
    }
    let papers = committee_papers(batch, Some(profile(seed)));
    batch.parent = parent;
    papers
}

fn write(renderer: &Renderer, paper: &Paper, folder: &Path, seed: u64) {
    std::fs::create_dir_all(folder).unwrap();
    let profile = paper.profile.profile();
    let done = renderer
        .render(&paper.document, profile, &Format::ALL)
        .unwrap();
    for (format, bytes) in done.files {
        let stem = paper.id.file_stem();
        let name = format!("{stem}-{seed}.{}", format.extension());
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}
