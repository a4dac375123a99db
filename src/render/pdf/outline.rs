//! Bookmarks, nested as the headings are and in their order.
//!
//! printpdf's own are flat and sorted by name within a page: `10.` before `2.`.

use super::file::File;
use crate::render::layout::{Distance, OutlineEntry, Page};
use lopdf::{Dictionary, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// A bookmark on its way into the document.
struct Bookmark {
    id: ObjectId,
    /// Bookmarks directly below it.
    children: Vec<ObjectId>,
    /// Bookmarks at any depth below it: all are shown.
    below: i64,
    dictionary: Dictionary,
}

/// Writes the outline; none without headings.
pub(super) fn write(
    file: &mut File,
    entries: &[OutlineEntry],
    pages: &[ObjectId],
    placed: &[Page],
) -> Option<ObjectId> {
    if entries.is_empty() {
        return None;
    }
    let root = file.new_id();
    let mut bookmarks = vec![Bookmark {
        id: root,
        children: Vec::new(),
        below: 0,
        dictionary: dictionary! { "Type" => "Outlines" },
    }];
    // places of the open bookmarks, root first, each with its level
    let mut open: Vec<(usize, u8)> = vec![(0, 0)];
    for entry in entries {
        let id = file.new_id();
        open.retain(|(place, level)| *place == 0 || *level < entry.level);
        let place = bookmarks.len();
        let mut parent = root;
        for (above, _) in &open {
            if let Some(above) = bookmarks.get_mut(*above) {
                above.below += 1;
                parent = above.id;
            }
        }
        let direct = open.last().and_then(|(above, _)| bookmarks.get_mut(*above));
        if let Some(direct) = direct {
            direct.children.push(id);
        }
        bookmarks.push(Bookmark {
            id,
            children: Vec::new(),
            below: 0,
            dictionary: dictionary! {
                "Title" => lopdf::text_string(&entry.title),
                "Parent" => parent,
                "Dest" => destination(entry, pages, placed),
            },
        });
        open.push((place, entry.level));
    }
    link(&mut bookmarks);
    for bookmark in bookmarks {
        file.set(bookmark.id, bookmark.dictionary);
    }
    Some(root)
}

/// Ties each bookmark to its neighbours and to those below it.
fn link(bookmarks: &mut [Bookmark]) {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    for pair in bookmarks.iter().flat_map(|it| it.children.windows(2)) {
        if let [one, next] = pair {
            after.insert(*one, *next);
            before.insert(*next, *one);
        }
    }
    for bookmark in bookmarks {
        if let [first, .., last] | [first @ last] = bookmark.children.as_slice() {
            bookmark.dictionary.set("First", *first);
            bookmark.dictionary.set("Last", *last);
            bookmark.dictionary.set("Count", bookmark.below);
        }
        for (key, siblings) in [("Prev", &before), ("Next", &after)] {
            if let Some(sibling) = siblings.get(&bookmark.id) {
                bookmark.dictionary.set(key, *sibling);
            }
        }
    }
}

/// The heading at the top of the window, at the reader's own scale.
fn destination(entry: &OutlineEntry, pages: &[ObjectId], placed: &[Page]) -> Vec<Object> {
    let page = pages.get(entry.page).copied().unwrap_or_default();
    let height = placed
        .get(entry.page)
        .map_or(Distance::ZERO, |page| Distance::of(page.height));
    let y = super::paint::rounded((height - entry.y).to_points());
    vec![
        Object::Reference(page),
        "XYZ".into(),
        Object::Null,
        Object::Real(y),
        Object::Null,
    ]
}
