//! A paper on its skeleton, as an archive that assistive technology can read.
//!
//! Source: ISO 19005-2 (PDF/A-2), level A; ISO 14289-1 (PDF/UA-1).

use super::skeleton::Skeleton;
use super::subset::fingerprint;
use super::{PdfError, metadata, outline, paint, structure};
use crate::document::{Length, Meta};
use crate::render::deflate::Deflater;
use crate::render::layout::{Page, Placed};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};

/// The file of a paper; of several, with the labels of their pages.
pub(super) fn file(
    skeleton: &Skeleton,
    mut placed: Placed,
    meta: &Meta,
    labels: Option<Dictionary>,
    deflater: &mut Deflater,
) -> Result<Vec<u8>, PdfError> {
    let painted = paint::paint(&mut placed, &skeleton.subsets, deflater)?;
    let elements = placed.tags.nodes().len();
    let mut file = skeleton.file.with_room(8192 + elements * 256);
    let pages: Vec<ObjectId> = placed.pages.iter().map(|_| file.new_id()).collect();
    let root = structure::write(&mut file, &placed, &pages, &painted);
    let outline = outline::write(&mut file, &placed.outline, &pages, &placed.pages);
    let mut print = skeleton.fingerprint;
    for (number, (page, painted)) in placed.pages.iter().zip(painted).enumerate() {
        let content = &painted.content.content;
        print = print.rotate_left(1) ^ fingerprint(content.iter().copied());
        let content = file.add(painted.content);
        if let Some(id) = pages.get(number) {
            file.set(*id, described(skeleton, page, number, content));
        }
    }
    let tree = tree(skeleton, &pages);
    file.set(skeleton.pages.0, tree);
    let xmp = metadata::xmp(meta);
    let id = identifier(print, &xmp);
    // not compressed: readers that know nothing of PDF look for it (ISO 19005-2, 6.6.2)
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let xmp = file.add(Stream::new(kind, xmp.into_bytes()));
    let mut catalog = skeleton.catalog.1.clone();
    catalog.set(
        "PageMode",
        if outline.is_some() {
            "UseOutlines"
        } else {
            "UseNone"
        },
    );
    catalog.set("Metadata", xmp);
    catalog.set("Lang", lopdf::text_string(&meta.language));
    catalog.set("StructTreeRoot", root);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if let Some(labels) = labels {
        catalog.set("PageLabels", labels);
    }
    file.set(skeleton.catalog.0, catalog);
    let info = file.add(metadata::info(meta));
    Ok(file.finish(dictionary! {
        "Root" => skeleton.catalog.0,
        "Info" => info,
        "ID" => vec![id.clone(), id],
    }))
}

/// A page with its size and content.
fn described(
    skeleton: &Skeleton,
    page: &Page,
    number: usize,
    content: ObjectId,
) -> Dictionary {
    let edge = |length: Length| Object::Real(paint::rounded(length.to_points()));
    let mut dictionary = skeleton.page.clone();
    let paper = vec![0.into(), 0.into(), edge(page.width), edge(page.height)];
    dictionary.set("MediaBox", paper);
    dictionary.set("Contents", content);
    dictionary.set("StructParents", structure::integer(number));
    // the order of the structure is the order of the tab key
    dictionary.set("Tabs", "S");
    dictionary
}

/// The pages in their order.
fn tree(skeleton: &Skeleton, pages: &[ObjectId]) -> Dictionary {
    let mut tree = skeleton.pages.1.clone();
    let kids: Vec<Object> = pages.iter().map(|id| Object::Reference(*id)).collect();
    tree.set("Count", structure::integer(kids.len()));
    tree.set("Kids", kids);
    tree
}

/// The identifier of the file, drawn from what it shows, where fonts and pictures have
/// names drawn from their own content, and from what it says of itself.
fn identifier(content: u64, xmp: &str) -> Object {
    let about = fingerprint(xmp.bytes());
    let both = [content.to_be_bytes(), about.to_be_bytes()].concat();
    Object::String(both, StringFormat::Hexadecimal)
}
