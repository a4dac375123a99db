//! `ho-so.pdf`: all papers of a cell, in their order, in one PDF file.

use super::batch::Cell;
use super::build::BuildError;
use crate::document::Meta;
use crate::render::{Part, Renderer};
use crate::template::{Paper, PaperKind};

/// The name of the file.
pub(super) const FILE: &str = "ho-so.pdf";
/// What its entry in the manifest says in place of a kind of paper.
pub(super) const KIND: &str = "ho-so";

/// Joins papers; the bytes, and how many pages.
pub(super) fn join(
    renderer: &Renderer,
    cell: &Cell,
    papers: &[Paper],
) -> Result<(Vec<u8>, usize), BuildError> {
    let labels = labels(papers);
    let parts: Vec<Part<'_>> = papers
        .iter()
        .zip(&labels)
        .map(|(paper, label)| Part {
            document: &paper.document,
            profile: paper.profile.profile(),
            label,
        })
        .collect();
    Ok(renderer.merge(&parts, &meta(cell, papers))?)
}

/// `05-`, the number of the paper; of a kind that each ballot has, `04.2-`.
fn labels(papers: &[Paper]) -> Vec<String> {
    let mut labels = Vec::with_capacity(papers.len());
    let mut before: Option<(PaperKind, usize)> = None;
    for paper in papers {
        let kind = paper.id.kind;
        let which = match before {
            Some((same, which)) if same == kind => which + 1,
            Some(_) | None => 1,
        };
        before = Some((kind, which));
        let number = kind.number();
        labels.push(match paper.id.ballot {
            Some(_) => format!("{number:02}.{which}-"),
            None => format!("{number:02}-"),
        });
    }
    labels
}

/// What the file says of itself; its date is that of the first paper that has one.
fn meta(cell: &Cell, papers: &[Paper]) -> Meta {
    let own = &cell.congress.identity;
    let name = &cell.congress.cell.value;
    let of_cell = format!("Hồ sơ Đại hội Chi bộ {name}");
    let title = match &own.term {
        Some(term) => format!("{of_cell}, nhiệm kỳ {}", term.value),
        None => of_cell,
    };
    let mut dates = papers.iter().map(|paper| paper.document.meta.date);
    Meta {
        title,
        issuer: format!("Chi bộ {name}"),
        language: "vi-VN".to_owned(),
        date: dates.find_map(|date| date),
    }
}
