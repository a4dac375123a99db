//! The figures of a manifest that is being made: held as what they come from, since as
//! they are written those of a committee's papers would fill the memory.

use super::{CellEntry, FigureEntry, PlaceEntry, cell_entry};
use crate::document::each_line;
use crate::model::Origin;
use crate::template::Paper;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::convert::Infallible;
use std::mem::take;
use std::sync::Arc;

/// The traced values that the papers of a folder print.
#[derive(Debug, Default)]
pub struct Figures(Vec<Figure>);

/// A value in one place, or as a manifest already tells it.
#[derive(Debug)]
enum Figure {
    Printed(Printed),
    Written(Box<FigureEntry>),
}

/// A value where a paper prints it.
#[derive(Debug)]
struct Printed {
    text: Box<str>,
    origin: Origin,
    paper: Arc<str>,
    /// The how-manyth traced value of the paper it is, from 1.
    order: usize,
    place: Arc<str>,
}

impl Figures {
    /// Adds every traced value that a paper prints.
    pub(in crate::pipeline) fn add(&mut self, paper: &Paper) {
        let stem: Arc<str> = paper.id.file_stem().into();
        // nearly all are printed once
        self.0.reserve_exact(paper.traces.len());
        let mut order = 0;
        each_line(&paper.document, &mut |line| {
            let mut place: Option<Arc<str>> = None;
            for (trace, text) in line.traces() {
                order += 1;
                let Some(origin) = paper.traces.origin(trace) else {
                    continue;
                };
                let place = place.get_or_insert_with(|| line.place().into());
                self.0.push(Figure::Printed(Printed {
                    text: text.into(),
                    origin: origin.clone(),
                    paper: Arc::clone(&stem),
                    order,
                    place: Arc::clone(place),
                }));
            }
        });
    }

    /// Adds a figure of an older manifest.
    pub(in crate::pipeline) fn keep(&mut self, figure: FigureEntry) {
        self.0.push(Figure::Written(Box::new(figure)));
    }

    pub(in crate::pipeline) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts those that rest on one cell beside each other, in the order of these cells:
    /// so few need to be compared whole at a time.
    pub(in crate::pipeline) fn sort(&mut self) {
        self.0.sort_by_cached_key(Figure::first);
    }

    /// Hands over each figure as a manifest tells it.
    pub fn each(&self, each: &mut dyn FnMut(FigureEntry)) {
        let told = self.try_each::<Infallible>(&mut |figure| {
            each(figure);
            Ok(())
        });
        let Ok(()) = told;
    }

    /// The same until one cannot be told.
    fn try_each<E>(
        &self,
        each: &mut dyn FnMut(FigureEntry) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut first = None;
        let mut same: Vec<FigureEntry> = Vec::new();
        for figure in &self.0 {
            let entry = figure.entry();
            if entry.cells.first() != first.as_ref() {
                first = entry.cells.first().cloned();
                merged(take(&mut same)).try_for_each(&mut *each)?;
            }
            same.push(entry);
        }
        merged(same).try_for_each(each)
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        self.try_each(&mut |figure| list.serialize_element(&figure))?;
        list.end()
    }
}

impl Figure {
    /// The first of its cells.
    fn first(&self) -> Option<CellEntry> {
        match self {
            Self::Printed(printed) => printed.origin.first().map(cell_entry),
            Self::Written(figure) => figure.cells.first().cloned(),
        }
    }

    fn entry(&self) -> FigureEntry {
        match self {
            Self::Printed(printed) => printed.entry(),
            Self::Written(figure) => FigureEntry::clone(figure),
        }
    }
}

impl Printed {
    fn entry(&self) -> FigureEntry {
        let at = PlaceEntry {
            paper: Arc::clone(&self.paper),
            order: self.order,
            place: Arc::clone(&self.place),
        };
        FigureEntry {
            text: self.text.to_string(),
            at: vec![at],
            cells: self.origin.cells().into_iter().map(cell_entry).collect(),
            rule: Cow::Borrowed(self.origin.rule()),
        }
    }
}

/// Figures in one order; those that are one, as they stand in several places, as one.
fn merged(mut figures: Vec<FigureEntry>) -> impl Iterator<Item = FigureEntry> {
    figures
        .sort_by(|a, b| (&a.cells, &a.rule, &a.text).cmp(&(&b.cells, &b.rule, &b.text)));
    // of several papers, or of cells that have one name
    figures.dedup_by(|more, kept| {
        let is_same = (&more.cells, &more.rule, &more.text)
            == (&kept.cells, &kept.rule, &kept.text);
        if is_same {
            kept.at.append(&mut more.at);
        }
        is_same
    });
    figures.into_iter().map(|mut figure| {
        figure.at.sort();
        // twice in one paragraph is one place
        figure
            .at
            .dedup_by(|a, b| (&a.paper, &a.place) == (&b.paper, &b.place));
        figure
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str, cells: &[&str], at: (&str, usize, &str)) -> FigureEntry {
        let cell = |cell: &&str| CellEntry {
            file: "a.xlsx".into(),
            sheet: Some("Đảng viên".into()),
            cell: Some((*cell).to_owned()),
        };
        FigureEntry {
            text: text.to_owned(),
            at: vec![PlaceEntry {
                paper: at.0.into(),
                order: at.1,
                place: at.2.into(),
            }],
            cells: cells.iter().map(cell).collect(),
            rule: "as typed".into(),
        }
    }

    #[test]
    fn figures_are_told_in_the_order_of_their_cells_and_each_once() {
        let mut figures = Figures::default();
        assert!(figures.is_empty());
        for (text, cells, at) in [
            ("7", ["B4", "C2"].as_slice(), ("b", 3, "đoạn 3")),
            ("26", &["B4"], ("b", 2, "đoạn 2")),
            ("25", &["B4"], ("b", 1, "đoạn 1")),
            ("26", &["B4"], ("a", 8, "đoạn 1")),
            ("26", &["B4"], ("a", 7, "đoạn 1")),
            ("9", &["B12"], ("a", 4, "đoạn 1")),
            ("nothing", &[], ("b", 9, "đoạn 1")),
            ("8", &["B4", "B9"], ("b", 5, "đoạn 1")),
        ] {
            figures.keep(figure(text, cells, at));
        }
        figures.sort();
        let mut told = Vec::new();
        figures.each(&mut |figure| {
            let at = figure.at.iter().map(|at| (at.paper.to_string(), at.order));
            told.push((figure.text.clone(), at.collect::<Vec<_>>()));
        });
        let at = |paper: &str, order| (paper.to_owned(), order);
        let expected = [
            ("nothing".to_owned(), vec![at("b", 9)]),
            // by their letters, `B12` is before `B4`
            ("9".to_owned(), vec![at("a", 4)]),
            ("25".to_owned(), vec![at("b", 1)]),
            // twice in one paragraph is one place
            ("26".to_owned(), vec![at("a", 7), at("b", 2)]),
            // `B4` alone, then with `B9`, then with `C2`
            ("8".to_owned(), vec![at("b", 5)]),
            ("7".to_owned(), vec![at("b", 3)]),
        ];
        assert_eq!(told, expected);
    }
}
