//! Several placed papers as one file: the pages, bookmarks and tags of each in order.
//!
//! They are joined before anything is written, so that the file is an archive like that
//! of one paper: one structure tree, one set of fonts, one XMP packet.

use crate::render::layout::{Distance, OutlineEntry, Placed};
use lopdf::{Dictionary, Object, dictionary};

/// A paper among those that are joined.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) placed: Placed,
    /// What its bookmark says.
    pub(crate) title: &'a str,
    /// What the label of each of its pages begins with.
    pub(crate) label: &'a str,
}

/// Joins papers; what they are together, and the labels of their pages.
pub(super) fn joined(parts: Vec<Part<'_>>) -> (Placed, Dictionary) {
    let mut all = Placed::empty();
    let mut labels: Vec<Object> = Vec::with_capacity(parts.len() * 2);
    for part in parts {
        let first = all.pages.len();
        labels.push(Object::Integer(i64::try_from(first).unwrap_or(i64::MAX)));
        labels.push(label(part.label));
        let outline = bookmarks(&part.placed.outline, part.title, first);
        all.append(part.placed);
        all.outline.extend(outline);
    }
    (all, dictionary! { "Nums" => labels })
}

/// Pages are counted from 1 in each paper: `05-1`, `05-2`.
///
/// Source: ISO 32000-1, 12.4.2.
fn label(start: &str) -> Object {
    Object::Dictionary(dictionary! {
        "Type" => "PageLabel",
        "S" => "D",
        "P" => lopdf::text_string(start),
        "St" => 1,
    })
}

/// The bookmark of a paper, and below it those of its headings.
///
/// What is printed as its title, on ballots many times, is the paper's bookmark already;
/// what stands beside the title, as an annex does, comes below.
fn bookmarks(own: &[OutlineEntry], title: &str, first: usize) -> Vec<OutlineEntry> {
    let mut all = vec![OutlineEntry {
        level: 1,
        title: title.to_owned(),
        page: first,
        y: Distance::ZERO,
    }];
    let title = title.to_lowercase();
    let mut is_deeper = true;
    for entry in own {
        if entry.level == 1 {
            is_deeper = !title.starts_with(&entry.title.to_lowercase());
            if !is_deeper {
                continue;
            }
        }
        all.push(OutlineEntry {
            level: entry.level + u8::from(is_deeper),
            title: entry.title.clone(),
            page: first + entry.page,
            y: entry.y,
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::tests::writer;
    use super::*;
    use crate::render::deflate::Deflaters;
    use crate::render::layout::sample::{minutes, placed};
    use lopdf::Document;

    fn merged() -> Vec<u8> {
        let paper = minutes();
        let part = |title, label| Part {
            placed: placed(&paper),
            title,
            label,
        };
        let parts = vec![part("Biên bản một", "05-"), part("Biên bản hai", "06-")];
        writer()
            .write_merged(parts, &paper.meta, &Deflaters::default())
            .unwrap()
    }

    fn dictionary<'a>(
        file: &'a Document,
        of: &'a Dictionary,
        key: &str,
    ) -> &'a Dictionary {
        of.get_deref(key.as_bytes(), file)
            .unwrap()
            .as_dict()
            .unwrap()
    }

    #[test]
    fn the_same_papers_give_the_same_bytes() {
        assert_eq!(merged(), merged());
    }

    #[test]
    fn pages_bookmarks_and_tags_of_both_are_there_in_order() {
        let file = Document::load_mem(&merged()).unwrap();
        let each = placed(&minutes()).pages.len();
        assert_eq!(file.get_pages().len(), 2 * each);
        let catalog = file.catalog().unwrap();
        let outline = dictionary(&file, catalog, "Outlines");
        let first = dictionary(&file, outline, "First");
        let second = dictionary(&file, first, "Next");
        for (bookmark, title) in [(first, "Biên bản một"), (second, "Biên bản hai")]
        {
            let said =
                lopdf::decode_text_string(bookmark.get(b"Title").unwrap()).unwrap();
            assert_eq!(said, title);
        }
        assert!(!second.has(b"Next"));
        let tree = dictionary(&file, catalog, "StructTreeRoot");
        let [document] = tree.get(b"K").unwrap().as_array().unwrap().as_slice() else {
            panic!("one root");
        };
        let document = file.dereference(document).unwrap().1.as_dict().unwrap();
        let parts = document.get(b"K").unwrap().as_array().unwrap();
        assert_eq!(parts.len(), 2);
        for part in parts {
            let part = file.dereference(part).unwrap().1.as_dict().unwrap();
            assert_eq!(part.get(b"S").unwrap().as_name().unwrap(), b"Part");
        }
        let labels = dictionary(&file, catalog, "PageLabels");
        let numbers = labels.get(b"Nums").unwrap().as_array().unwrap();
        let starts: Vec<i64> =
            numbers.iter().step_by(2).flat_map(Object::as_i64).collect();
        assert_eq!(starts, [0, i64::try_from(each).unwrap()]);
    }

    #[test]
    fn a_title_that_ballots_repeat_is_one_bookmark_and_an_annex_another() {
        let entry = |level, title: &str, page| OutlineEntry {
            level,
            title: title.to_owned(),
            page,
            y: Distance::ZERO,
        };
        let ballots = [entry(1, "PHIẾU BẦU", 0), entry(1, "PHIẾU BẦU", 1)];
        let expected = [entry(1, "Phiếu bầu Chi ủy", 3)];
        assert_eq!(bookmarks(&ballots, "Phiếu bầu Chi ủy", 3), expected);
        let report = [
            entry(1, "BÁO CÁO", 0),
            entry(2, "I-", 0),
            entry(1, "PHỤ LỤC", 2),
            entry(2, "1.", 2),
        ];
        let expected = [
            entry(1, "Báo cáo", 5),
            entry(2, "I-", 5),
            entry(2, "PHỤ LỤC", 7),
            entry(3, "1.", 7),
        ];
        assert_eq!(bookmarks(&report, "Báo cáo", 5), expected);
        let untitled = [entry(1, "I-", 0)];
        let expected = [entry(1, "Tin", 0), entry(2, "I-", 0)];
        assert_eq!(bookmarks(&untitled, "Tin", 0), expected);
    }
}
