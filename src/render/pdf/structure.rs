//! The tag tree as a structure tree.
//!
//! Source: ISO 32000-1, 14.7 and 14.8.

use super::file::{File, put_integer, put_object, put_reference};
use super::paint::Painted;
use crate::render::layout::{
    Distance, Item, Numbering, Placed, PlacedPicture, Scope, Span, TagId, TagKind,
    TagNode,
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
#[derive(Debug, Clone, Copy)]
enum Kid {
    Element(ObjectId),
    /// Marked content, by its number on the element's page.
    Content(u32),
    /// Marked content on another page.
    ContentOf(ObjectId, u32),
}

/// What an element is made of, while it is being collected.
#[derive(Debug)]
struct Element {
    id: ObjectId,
    /// The page of its first piece of content.
    page: Option<ObjectId>,
}

impl Element {
    /// A number suffices on the element's own page.
    fn content(&mut self, page: ObjectId, number: u32) -> Kid {
        let own = *self.page.get_or_insert(page);
        if own == page {
            Kid::Content(number)
        } else {
            Kid::ContentOf(page, number)
        }
    }
}

/// What all elements hold, in one list: a table of thousands of rows has hundreds of
/// thousands of elements, and nearly each holds one thing.
#[derive(Debug, Default)]
struct Kids(Vec<(TagId, Kid)>);

impl Kids {
    fn add(&mut self, of: TagId, kid: Kid) {
        self.0.push((of, kid));
    }

    /// Those of each element that holds any, in the order of the elements.
    fn by_element(&mut self) -> impl Iterator<Item = &[(TagId, Kid)]> {
        // what an element holds stays in its order
        self.0.sort_by_key(|(of, _)| *of);
        self.0.chunk_by(|(one, _), (other, _)| one == other)
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
    let mut kids = Kids::default();
    for node in nodes {
        let id = file.new_id();
        if let Some(parent) = node.parent {
            kids.add(parent, Kid::Element(id));
        }
        elements.push(Element { id, page: None });
    }
    let back = file.new_id();
    file.put(back, |bytes| {
        bytes.extend_from_slice(b"<</Nums[");
        for (key, (page, Painted { marks, .. })) in pages.iter().zip(painted).enumerate()
        {
            put_count(bytes, key);
            bytes.push(b'[');
            for (number, owner) in (0..).zip(marks) {
                if let Some(element) = elements.get_mut(owner.index()) {
                    kids.add(*owner, element.content(*page, number));
                    put_reference(bytes, element.id);
                    bytes.push(b' ');
                }
            }
            bytes.push(b']');
        }
        bytes.extend_from_slice(b"]>>");
    });
    let mut boxes = boxes(placed);
    let mut kids = kids.by_element().peekable();
    for (index, (node, element)) in nodes.iter().zip(&elements).enumerate() {
        let is_own = |kids: &&[(TagId, Kid)]| {
            kids.first().is_some_and(|(of, _)| of.index() == index)
        };
        let kids = kids.next_if(is_own).unwrap_or_default();
        let parent = node.parent.and_then(|id| elements.get(id.index()));
        let parent = parent.map_or(root, |parent| parent.id);
        let place = (node.kind == TagKind::Figure).then(|| boxes.next());
        file.put(element.id, |bytes| {
            put_element(bytes, node, (element, kids), parent, place.flatten());
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
            Item::Picture(picture) => Some((Distance::of(page.height), &**picture)),
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
    (element, kids): (&Element, &[(TagId, Kid)]),
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
    match kids {
        [] => {}
        [(_, only)] => {
            bytes.extend_from_slice(b"/K ");
            put_kid(bytes, *only);
        }
        kids => {
            bytes.extend_from_slice(b"/K[");
            for (_, kid) in kids {
                put_kid(bytes, *kid);
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

fn put_kid(bytes: &mut Vec<u8>, kid: Kid) {
    match kid {
        Kid::Element(id) => put_reference(bytes, id),
        Kid::Content(number) => put_integer(bytes, i64::from(number)),
        Kid::ContentOf(page, number) => {
            bytes.extend_from_slice(b"<</Type/MCR/Pg ");
            put_reference(bytes, page);
            bytes.extend_from_slice(b"/MCID ");
            put_integer(bytes, i64::from(number));
            bytes.extend_from_slice(b">>");
        }
    }
}

fn put_count(bytes: &mut Vec<u8>, count: usize) {
    put_integer(bytes, i64::try_from(count).unwrap_or(i64::MAX));
}
