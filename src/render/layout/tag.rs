//! The tag tree as the paper's pieces come along.

use super::line::Owners;
use super::placed::{Numbering, Owner, TagId, TagKind, TagTree};
use crate::document::Inline;
use crate::document::profile::StyleKey;
use crate::render::flow::{FlowParagraph, Tag};

/// Gives each paragraph its node.
#[derive(Debug)]
pub(super) struct Tagger {
    tree: TagTree,
    /// The part of the paper at hand.
    part: TagId,
    /// The list that the last piece was an item of.
    list: Option<TagId>,
    /// Levels, as the paper counts them, of the headings that are open.
    headings: Vec<u8>,
}

/// What a heading shows in the outline, before its page is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bookmark {
    pub(super) level: u8,
    pub(super) title: String,
}

impl Tagger {
    pub(super) fn new() -> Self {
        Self {
            tree: TagTree::new(),
            part: TagTree::ROOT,
            list: None,
            headings: Vec::new(),
        }
    }

    pub(super) fn into_tree(self) -> TagTree {
        self.tree
    }

    /// The node of a paragraph that stands by itself.
    pub(super) fn owners(&mut self, paragraph: &FlowParagraph) -> Owners {
        if paragraph.tag == Tag::ListItem {
            return self.item(paragraph.mark.as_deref());
        }
        self.list = None;
        let kind = match paragraph.tag {
            Tag::Room => return Owners::both(Owner::Artifact),
            Tag::Heading(level) => TagKind::Heading(self.depth(level).min(6)),
            Tag::Text if paragraph.style == StyleKey::FigureCaption => TagKind::Caption,
            Tag::Text | Tag::ListItem => TagKind::Paragraph,
        };
        Owners::both(Owner::Tag(self.tree.add(kind, self.part)))
    }

    /// Begins a part of the paper; what it returns ends it.
    pub(super) fn enter(&mut self, kind: TagKind) -> TagId {
        self.list = None;
        let part = self.tree.add(kind, self.part);
        std::mem::replace(&mut self.part, part)
    }

    /// Goes back to the part around.
    pub(super) fn leave(&mut self, outer: TagId) {
        self.list = None;
        self.part = outer;
    }

    /// The node of a picture.
    pub(super) fn figure(&mut self, alternative: &str) -> TagId {
        self.list = None;
        let figure = self.tree.add(TagKind::Figure, self.part);
        self.tree.describe(figure, alternative);
        figure
    }

    /// The node of a table.
    pub(super) fn table(&mut self) -> TagId {
        self.list = None;
        self.tree.add(TagKind::Table, self.part)
    }

    fn item(&mut self, mark: Option<&str>) -> Owners {
        let numbering = numbering(mark.unwrap_or_default());
        let (tree, part) = (&mut self.tree, self.part);
        let list = *self
            .list
            .get_or_insert_with(|| tree.add(TagKind::List(numbering), part));
        let item = tree.add(TagKind::ListItem, list);
        let label = mark.map(|_| Owner::Tag(tree.add(TagKind::Label, item)));
        let body = Owner::Tag(tree.add(TagKind::ListBody, item));
        Owners {
            label: label.unwrap_or(body),
            body,
        }
    }

    /// A node inside a table.
    pub(super) fn add(&mut self, kind: TagKind, parent: TagId) -> TagId {
        self.tree.add(kind, parent)
    }

    /// The bookmark of a paragraph that [`Self::owners`] has just seen.
    pub(super) fn bookmark(&self, paragraph: &FlowParagraph) -> Option<Bookmark> {
        matches!(paragraph.tag, Tag::Heading(_)).then(|| Bookmark {
            level: self.level(),
            title: title(&paragraph.content),
        })
    }

    /// How deep a heading lies below the headings that are really there.
    ///
    /// PDF/UA-1 wants levels without gaps on the way down (ISO 14289-1, 7.4.2); a paper
    /// may go from its title straight to `1.`.
    fn depth(&mut self, level: u8) -> u8 {
        self.headings.retain(|open| *open < level);
        self.headings.push(level);
        self.level()
    }

    fn level(&self) -> u8 {
        u8::try_from(self.headings.len()).unwrap_or(u8::MAX)
    }
}

fn numbering(mark: &str) -> Numbering {
    match mark.chars().next() {
        Some(first) if first.is_ascii_digit() => Numbering::Decimal,
        Some(first) if first.is_alphabetic() => Numbering::Letter,
        Some(_) | None => Numbering::Sign,
    }
}

fn title(content: &[Inline]) -> String {
    let mut title = String::new();
    for inline in content {
        match inline {
            // a bookmark has no lines to hold
            Inline::Run(run) => title.push_str(&run.text.replace('\u{a0}', " ")),
            Inline::Blank(_) | Inline::Break => title.push(' '),
        }
    }
    title.trim().to_owned()
}
