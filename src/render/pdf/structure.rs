//! The tag tree as a structure tree.
//!
//! Source: ISO 32000-1, 14.7 and 14.8.

use super::file::{File, put_integer, put_object, put_reference};
use super::paint::Painted;
use crate::render::layout::{
    Distance, Item, Numbering, Placed, PlacedPicture, Scope, Span, TagKind, TagNode,
};
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// The structure type of a node.
pub(super) fn role(kind: TagKind) -> &'static str {
    match kind {
        TagKind::Document => "Document",
        TagKind::Part => "Part",
        TagKind::Division => "Div",
        TagKind::Paragraph => "P",
        TagKind::Figure => "Figure",
        TagKind::Caption => "Caption",
        TagKind::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
        TagKind::List(_) => "L",
        TagKind::ListItem => "LI",
        TagKind::Label => "Lbl",
        TagKind::ListBody => "LBody",
        TagKind::Table => "Table",
        TagKind::Row => "TR",
        TagKind::HeadCell(..) => "TH",
        TagKind::DataCell(_) => "TD",
    }
}

fn attributes(kind: TagKind) -> Option<Dictionary> {
    match kind {
        TagKind::List(numbering) => Some(dictionary! {
            "O" => "List",
            "ListNumbering" => match numbering {
                Numbering::Sign => "Disc",
                Numbering::Decimal => "Decimal",
                Numbering::Letter => "LowerAlpha",
            },
        }),
        TagKind::HeadCell(scope, span) => {
            let mut attributes = dictionary! {
                "O" => "Table",
                "Scope" => match scope {
                    Scope::Column => "Column",
                    Scope::Row => "Row",
                },
            };
            set_span(&mut attributes, span);
            Some(attributes)
        }
        TagKind::DataCell(span) if span.columns > 1 || span.rows > 1 => {
            let mut attributes = dictionary! { "O" => "Table" };
            set_span(&mut attributes, span);
            Some(attributes)
        }
        TagKind::Document
        | TagKind::Part
        | TagKind::Division
        | TagKind::Paragraph
        | TagKind::Figure
        | TagKind::Caption
        | TagKind::Heading(_)
        | TagKind::ListItem
        | TagKind::Label
        | TagKind::ListBody
        | TagKind::Table
        | TagKind::Row
        | TagKind::DataCell(_) => None,
    }
}

fn set_span(attributes: &mut Dictionary, span: Span) {
    for (key, cells) in [("ColSpan", span.columns), ("RowSpan", span.rows)] {
        if cells > 1 {
            attributes.set(key, integer(cells));
        }
    }
}

/// A count as an object.
pub(super) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// What an element holds.
#[derive(Debug)]
enum Kid {
    Element(ObjectId),
    /// Marked content, by its number on the element's page.
    Content(usize),
    /// Marked content on another page.
    ContentOf(ObjectId, usize),
}

/// What an element is made of, while it is being collected.
#[derive(Debug)]
struct Element {
    id: ObjectId,
    kids: Vec<Kid>,
    /// The page of its first piece of content.
    page: Option<ObjectId>,
}

impl Element {
    /// A number suffices on the element's own page.
    fn content(&mut self, page: ObjectId, number: usize) {
        let own = *self.page.get_or_insert(page);
        self.kids.push(if own == page {
            Kid::Content(number)
        } else {
            Kid::ContentOf(page, number)
        });
    }
}

/// Writes the structure tree and its way back from the pages; returns its root.
pub(super) fn write(
    file: &mut File,
    placed: &Placed,
    pages: &[ObjectId],
    painted: &[Painted],
) -> ObjectId {
    let nodes = placed.tags.nodes();
    let root = file.new_id();
    let mut elements: Vec<Element> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let element = Element {
            id: file.new_id(),
            kids: Vec::new(),
            page: None,
        };
        let parent = node.parent.and_then(|id| elements.get_mut(id.index()));
        if let Some(parent) = parent {
            parent.kids.push(Kid::Element(element.id));
        }
        elements.push(element);
    }
    let back = file.new_id();
    file.put(back, |bytes| {
        bytes.extend_from_slice(b"<</Nums[");
        for (key, (page, Painted { marks, .. })) in pages.iter().zip(painted).enumerate()
        {
            put_count(bytes, key);
            bytes.push(b'[');
            for (number, owner) in marks.iter().enumerate() {
                if let Some(element) = elements.get_mut(owner.index()) {
                    element.content(*page, number);
                    put_reference(bytes, element.id);
                    bytes.push(b' ');
                }
            }
            bytes.push(b']');
        }
        bytes.extend_from_slice(b"]>>");
    });
    let mut boxes = boxes(placed);
    for (node, element) in nodes.iter().zip(&elements) {
        let parent = node.parent.and_then(|id| elements.get(id.index()));
        let parent = parent.map_or(root, |parent| parent.id);
        let place = (node.kind == TagKind::Figure).then(|| boxes.next());
        file.put(element.id, |bytes| {
            put_element(bytes, node, element, parent, place.flatten());
        });
    }
    let first = elements
        .first()
        .map(|element| Object::Reference(element.id));
    file.set(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => Vec::from_iter(first),
            "ParentTree" => back,
            "ParentTreeNextKey" => integer(pages.len()),
        },
    );
    root
}

/// Where each picture stands, in the order of their nodes.
///
/// Source: ISO 32000-1, 14.8.5.4.3: a figure says which part of the page it fills.
fn boxes(placed: &Placed) -> impl Iterator<Item = Dictionary> {
    let pictures = placed.pages.iter().flat_map(|page| {
        page.items.iter().filter_map(|item| match item {
            Item::Picture(picture) => Some((Distance::of(page.height), picture)),
            Item::Text(_) | Item::Rule(_) => None,
        })
    });
    let place = |(page, picture): (Distance, &PlacedPicture)| {
        let (left, top) = (picture.at.x, page - picture.at.y);
        let corners = [left, top - picture.height, left + picture.width, top];
        let corners =
            corners.map(|corner| Object::Real(super::paint::rounded(corner.to_points())));
        dictionary! {
            "O" => "Layout",
            "Placement" => "Block",
            "BBox" => corners.to_vec(),
        }
    };
    pictures.map(place)
}

/// A figure has its place as attribute, other elements what their kind has.
fn put_element(
    bytes: &mut Vec<u8>,
    node: &TagNode,
    element: &Element,
    parent: ObjectId,
    place: Option<Dictionary>,
) {
    bytes.extend_from_slice(b"<</Type/StructElem/S/");
    bytes.extend_from_slice(role(node.kind).as_bytes());
    bytes.extend_from_slice(b"/P ");
    put_reference(bytes, parent);
    if let Some(page) = element.page {
        bytes.extend_from_slice(b"/Pg ");
        put_reference(bytes, page);
    }
    match element.kids.as_slice() {
        [] => {}
        [only] => {
            bytes.extend_from_slice(b"/K ");
            put_kid(bytes, only);
        }
        kids => {
            bytes.extend_from_slice(b"/K[");
            for kid in kids {
                put_kid(bytes, kid);
                bytes.push(b' ');
            }
            bytes.push(b']');
        }
    }
    if let Some(attributes) = place.or_else(|| attributes(node.kind)) {
        bytes.extend_from_slice(b"/A");
        put_object(bytes, &Object::Dictionary(attributes));
    }
    if let Some(alternative) = &node.alternative {
        bytes.extend_from_slice(b"/Alt");
        put_object(bytes, &lopdf::text_string(alternative));
    }
    bytes.extend_from_slice(b">>");
}

fn put_kid(bytes: &mut Vec<u8>, kid: &Kid) {
    match kid {
        Kid::Element(id) => put_reference(bytes, *id),
        Kid::Content(number) => put_count(bytes, *number),
        Kid::ContentOf(page, number) => {
            bytes.extend_from_slice(b"<</Type/MCR/Pg ");
            put_reference(bytes, *page);
            bytes.extend_from_slice(b"/MCID ");
            put_count(bytes, *number);
            bytes.extend_from_slice(b">>");
        }
    }
}

fn put_count(bytes: &mut Vec<u8>, count: usize) {
    put_integer(bytes, i64::try_from(count).unwrap_or(i64::MAX));
}
