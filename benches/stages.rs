//! What each stage costs on the sample batch, and the whole of it.
//!
//! `cargo bench` prints times of this machine; only their ratios mean something.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot set up must fail"
)]

use bienban::diagnostic::Report;
use bienban::import::read_book;
use bienban::pipeline::{
    Batch, BuildOptions, Builder, Format, Store, Templates, build_cell, read_input,
};
use bienban::render::Renderer;
use bienban::rules::judge;
use bienban::template::{Paper, write_paper};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;

const BATCH: &str = "fixtures/dai-hoi-2022";

fn papers(batch: &Batch, templates: &Templates) -> Vec<Paper> {
    let mut papers = Vec::new();
    for cell in &batch.cells {
        let facts = cell.facts().unwrap();
        for id in facts.papers() {
            let paper = write_paper(templates, facts, id, None);
            papers.extend(paper.unwrap());
        }
    }
    papers
}

fn stages(criterion: &mut Criterion) {
    let files = read_input(Path::new(BATCH)).unwrap();
    let batch = Batch::read(&files);
    let templates = Templates::built_in().unwrap();
    let papers = papers(&batch, &templates);
    criterion.bench_function("import: seven workbooks", |bencher| {
        bencher.iter(|| {
            for book in &files.books {
                black_box(read_book(book));
            }
        });
    });
    criterion.bench_function("rules: six cells", |bencher| {
        bencher.iter(|| {
            for cell in &batch.cells {
                black_box(judge(&cell.congress, &mut Report::default()));
            }
        });
    });
    criterion.bench_function("template: compile and check", |bencher| {
        bencher.iter(|| black_box(Templates::built_in().unwrap()));
    });
    criterion.bench_function("template: 30 papers", |bencher| {
        bencher.iter(|| black_box(self::papers(&batch, &templates)));
    });
    rendering(criterion, &papers);
}

/// 200 papers of two to five pages; what is printed as elements are pages.
fn rendering(criterion: &mut Criterion, papers: &[Paper]) {
    let write = |renderer: &Renderer, paper: &Paper, formats: &[Format]| {
        let profile = paper.profile.profile();
        renderer.render(&paper.document, profile, formats).unwrap()
    };
    let renderer = Renderer::new().unwrap();
    let pages = |paper: &&Paper| write(&renderer, paper, &[]).pages;
    let middling = papers.iter().filter(|it| (2..=5).contains(&pages(it)));
    let batch: Vec<&Paper> = middling.cycle().take(200).collect();
    let pages: usize = batch.iter().map(pages).sum();
    let mut group = criterion.benchmark_group("render: 200 papers");
    group.sample_size(10);
    group.throughput(Throughput::Elements(u64::try_from(pages).unwrap()));
    for format in Format::ALL {
        group.bench_function(format.extension(), |bencher| {
            bencher.iter(|| {
                // made once for a batch, so its cost is theirs
                let renderer = Renderer::new().unwrap();
                for paper in &batch {
                    black_box(write(&renderer, paper, &[format]));
                }
            });
        });
    }
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let options = BuildOptions {
        formats: Format::ALL.to_vec(),
        only: Vec::new(),
        profile: None,
        merge: false,
    };
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(20);
    group.bench_function("six cells, both formats, from and to the disk", |bencher| {
        let mut run = 0_u32;
        bencher.iter(|| {
            run += 1;
            let templates = Templates::built_in().unwrap();
            let builder = Builder::new(templates, options.clone()).unwrap();
            let files = read_input(Path::new(BATCH)).unwrap();
            let mut batch = Batch::read(&files);
            let store = Store::open(&folder.path().join(run.to_string())).unwrap();
            for cell in &mut batch.cells {
                black_box(build_cell(&builder, &store, cell, None).unwrap());
            }
        });
    });
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
