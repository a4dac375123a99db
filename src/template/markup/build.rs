//! The tree of elements to a document: marks, numbers and separators of the form.

use super::inline::{attribute_line, attribute_text, inlines};
use super::node::{Element, Node, parse};
use super::table::table;
use super::{Fault, check};
use crate::document::profile::FormatProfile;
use crate::document::{
    Addressees, Article, Ballots, Block, Document, Heading, Image, Inline, Letterhead,
    Line, List, ListItem, Meta, Paragraph, Picture, Recipients, Role, Run, RunStyle,
    Section, Side, Signature, Signatures,
};
use std::collections::BTreeMap;

/// What the form puts in beside the template's words.
#[derive(Debug)]
pub(in crate::template) struct Build<'a> {
    pub(in crate::template) profile: &'static FormatProfile,
    pub(in crate::template) letterhead: &'a Letterhead,
    /// Each recipient without mark and separator.
    pub(in crate::template) recipients: &'a [Line],
    /// Without the title, which the template writes.
    pub(in crate::template) meta: Meta,
    /// Those that `<img>` can name.
    pub(in crate::template) pictures: &'a BTreeMap<String, Picture>,
}

/// Parses what a template wrote.
pub(in crate::template) fn build(
    text: &str,
    with: &Build<'_>,
) -> Result<Document, Fault> {
    let nodes = parse(text)?;
    let mut builder = Builder {
        with,
        blocks: Vec::new(),
        numbers: Numbers::default(),
        title: Vec::new(),
        annexes: nodes.iter().filter(|node| is_annex(node)).count(),
        annex: None,
    };
    for node in &nodes {
        match node {
            Node::Element(element) => {
                check(element, None)?;
                builder.block(element)?;
            }
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(text) => {
                let reason = format!("chữ đứng ngoài thẻ: {}", text.trim());
                return Err(Fault::malformed(0, reason));
            }
        }
    }
    builder.end_basis();
    Ok(Document {
        meta: Meta {
            title: builder.title.join(" "),
            ..with.meta.clone()
        },
        blocks: builder.blocks,
    })
}

struct Builder<'a> {
    with: &'a Build<'a>,
    blocks: Vec<Block>,
    numbers: Numbers,
    title: Vec<String>,
    /// How many annexes the paper has.
    annexes: usize,
    /// The annex at hand, counted from 1.
    annex: Option<usize>,
}

/// How many headings of each level there were, and how many articles.
#[derive(Clone, Copy, Default)]
struct Numbers {
    headings: [u32; 3],
    articles: u32,
}

fn is_annex(node: &Node) -> bool {
    let element = node.as_element();
    element.is_some_and(|it| it.name == "section" && it.attribute("annex").is_some())
}

impl Builder<'_> {
    fn block(&mut self, element: &Element) -> Result<(), Fault> {
        let phrases = &self.with.profile.phrases;
        let content = || inlines(&element.children);
        match element.name.as_str() {
            "letterhead" => {
                let letterhead = self.with.letterhead.clone();
                self.blocks.push(Block::Letterhead(letterhead));
            }
            "title" if self.annex.is_some() => {
                self.paragraph(Role::AnnexTitle, upper_case(content()));
            }
            "abstract" if self.annex.is_some() => {
                self.paragraph(Role::AnnexNote, content());
            }
            "title" => self.head(Role::Title, content()),
            "abstract" => {
                self.head(Role::Abstract, content());
                self.paragraph(Role::Separator, line(phrases.abstract_mark));
            }
            "p" => self.text(element.attribute("role"), content()),
            "h1" => self.heading(1, content()),
            "h2" => self.heading(2, content()),
            "h3" => self.heading(3, content()),
            "article" => self.article(content()),
            "addressee" => self.addressees(element),
            "ul" | "ol" => self.list(element),
            "table" => {
                let table = table(element)?;
                self.blocks.push(Block::Table(table));
            }
            "signatures" => {
                let signatures = self.signatures(element);
                // a paper may go to nobody and be signed by nobody
                if signatures.left.is_some() || signatures.right.is_some() {
                    self.blocks.push(Block::Signatures(signatures));
                }
            }
            "page-break" => self.blocks.push(Block::PageBreak),
            "img" => {
                let image = self.image(element)?;
                self.blocks.push(Block::Image(image));
            }
            "section" => self.section(element)?,
            "ballots" => self.ballots(element)?,
            name => {
                let reason = format!("<{name}> không đứng riêng");
                return Err(Fault::malformed(element.at, reason));
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, role: Role, content: Line) {
        self.blocks
            .push(Block::Paragraph(Paragraph { role, content }));
    }

    /// Type or subject; the type is set in capitals (36-HD/VPTW, component 5a).
    fn head(&mut self, role: Role, content: Line) {
        self.title.push(plain(&content));
        let content = if role == Role::Title {
            upper_case(content)
        } else {
            content
        };
        self.paragraph(role, content);
    }

    fn text(&mut self, role: Option<&str>, content: Line) {
        let role = match role {
            Some("basis") => Role::Basis,
            Some("centered") => Role::Centered,
            Some("note") => Role::Note,
            Some("resolve") => Role::Resolve,
            _ => Role::Body,
        };
        if role == Role::Basis {
            let phrases = &self.with.profile.phrases;
            let mut marked = line(&format!("{} ", phrases.bullet));
            marked.extend(ended(content, phrases.basis_separator));
            self.paragraph(role, marked);
        } else {
            self.end_basis_with(self.with.profile.phrases.basis_end);
            self.paragraph(role, content);
        }
    }

    /// The last of the bases ends with another mark than those before it; a paragraph
    /// goes on with their sentence.
    fn end_basis(&mut self) {
        self.end_basis_with(self.with.profile.phrases.basis_stop);
    }

    fn end_basis_with(&mut self, end: &str) {
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut()
            && last.role == Role::Basis
        {
            last.content = ended(std::mem::take(&mut last.content), end);
        }
    }

    fn heading(&mut self, level: u8, content: Line) {
        self.end_basis();
        let index = usize::from(level) - 1;
        for (place, number) in self.numbers.headings.iter_mut().enumerate() {
            match place.cmp(&index) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *number += 1,
                std::cmp::Ordering::Greater => *number = 0,
            }
        }
        let count = self
            .numbers
            .headings
            .get(index)
            .copied()
            .unwrap_or_default();
        let form = self.with.profile.heading(level);
        let number = form.number(count);
        let mut numbered = line(&format!("{number} "));
        if form.is_upper_case {
            numbered.extend(upper_case(content));
        } else {
            numbered.extend(content);
        }
        self.blocks.push(Block::Heading(Heading {
            level,
            number,
            content: numbered,
        }));
    }

    /// An article; only its word and number are bold (36-HD/VPTW, component 8d).
    fn article(&mut self, content: Line) {
        self.end_basis();
        self.numbers.articles += 1;
        // clauses below it are numbered from 1 again
        let [_, below @ ..] = &mut self.numbers.headings;
        below.fill(0);
        let phrases = &self.with.profile.phrases;
        let number = format!("{} {}", phrases.article_word, self.numbers.articles);
        let label = Inline::Run(Run {
            text: format!("{number}{}", phrases.article_mark),
            style: RunStyle {
                bold: true,
                keep: true,
                ..RunStyle::default()
            },
            trace: None,
        });
        let content = [vec![label], line(" "), content].concat();
        let article = Article { number, content };
        self.blocks.push(Block::Article(article));
    }

    /// One name stays on the line of the label, as it is; several are a list.
    fn addressees(&mut self, element: &Element) {
        let phrases = &self.with.profile.phrases;
        let names = element.elements().map(|name| inlines(&name.children));
        let names: Vec<Line> = names.collect();
        let items = if names.len() == 1 {
            names
        } else {
            self.marked(names, phrases.recipients_separator)
        };
        if !items.is_empty() {
            self.blocks.push(Block::Addressees(Addressees {
                label: line(phrases.addressee_label),
                items,
            }));
        }
    }

    /// Lines with the mark of the form before each and a separator after.
    fn marked(&self, lines: Vec<Line>, separator: &str) -> Vec<Line> {
        let phrases = &self.with.profile.phrases;
        let bullet = line(&format!("{} ", phrases.bullet));
        separated(lines, separator, phrases.list_end)
            .map(|line| [bullet.clone(), line].concat())
            .collect()
    }

    fn list(&mut self, element: &Element) {
        self.end_basis();
        let phrases = &self.with.profile.phrases;
        let lines = element.elements().map(|item| inlines(&item.children));
        let lines = separated(lines.collect(), phrases.list_separator, phrases.list_end);
        let items = lines.zip(1..).map(|(content, number)| ListItem {
            mark: if element.name == "ol" {
                format!("{number}.")
            } else {
                phrases.bullet.to_owned()
            },
            content,
        });
        let list = List {
            items: items.collect(),
        };
        if !list.items.is_empty() {
            self.blocks.push(Block::List(list));
        }
    }

    fn image(&mut self, element: &Element) -> Result<Image, Fault> {
        self.end_basis();
        let text = |name| element.attribute(name).map(attribute_text);
        let source = text("src").unwrap_or_default();
        let alt = text("alt").unwrap_or_default();
        let Some(picture) = self.with.pictures.get(&source) else {
            let known = self.with.pictures.keys().map(String::as_str);
            return Err(Fault::unknown(element.at, &source, known));
        };
        if alt.trim().is_empty() {
            return Err(Fault::malformed(element.at, "<img> cần alt có chữ"));
        }
        Ok(Image {
            picture: picture.clone(),
            alt,
            caption: element
                .attribute("caption")
                .map(attribute_line)
                .filter(|caption| !caption.is_empty()),
        })
    }

    /// Pages of their own; an annex numbers its headings itself.
    fn section(&mut self, element: &Element) -> Result<(), Fault> {
        self.end_basis();
        let is_annex = element.attribute("annex").is_some();
        let outer = (self.numbers, self.annex);
        let around = std::mem::take(&mut self.blocks);
        if is_annex {
            self.numbers = Numbers::default();
            let before = around.iter().filter(
                |block| matches!(block, Block::Section(section) if section.is_annex),
            );
            let number = before.count() + 1;
            self.annex = Some(number);
            let word = self.with.profile.phrases.annex_label;
            let label = if self.annexes > 1 {
                format!("{word} {number}")
            } else {
                word.to_owned()
            };
            self.paragraph(Role::AnnexLabel, line(&label));
        }
        self.inner(element)?;
        let blocks = std::mem::replace(&mut self.blocks, around);
        if is_annex {
            (self.numbers, self.annex) = outer;
        }
        self.blocks.push(Block::Section(Section {
            is_landscape: element.attribute("landscape").is_some(),
            is_annex,
            blocks,
        }));
        Ok(())
    }

    fn ballots(&mut self, element: &Element) -> Result<(), Fault> {
        self.end_basis();
        let number = |name: &str| {
            let value = element.attribute(name).map(attribute_text);
            let value = value.and_then(|text| text.parse().ok());
            value.unwrap_or(1_usize).max(1)
        };
        let around = std::mem::take(&mut self.blocks);
        self.inner(element)?;
        let blocks = std::mem::replace(&mut self.blocks, around);
        self.blocks.push(Block::Ballots(Ballots {
            count: number("count"),
            across: number("across"),
            down: number("down"),
            blocks,
        }));
        Ok(())
    }

    fn inner(&mut self, element: &Element) -> Result<(), Fault> {
        element.elements().try_for_each(|inner| self.block(inner))?;
        self.end_basis();
        Ok(())
    }

    fn signatures(&mut self, element: &Element) -> Signatures {
        self.end_basis();
        let mut signatures = Signatures {
            left: None,
            right: None,
        };
        for side in element.elements() {
            let is_left = side.attribute("side") != Some("right");
            if side.name == "recipients" {
                signatures.left = self.recipients().map(Side::Recipients);
                continue;
            }
            let text = |name: &str| side.attribute(name).map(attribute_line);
            let signature = Side::Signature(Signature {
                authority: text("for").unwrap_or_default(),
                post: text("post"),
                name: text("name"),
            });
            if is_left {
                signatures.left = Some(signature);
            } else {
                signatures.right = Some(signature);
            }
        }
        signatures
    }

    fn recipients(&self) -> Option<Recipients> {
        let phrases = &self.with.profile.phrases;
        let names = self.with.recipients.to_vec();
        (!names.is_empty()).then(|| Recipients {
            label: line(phrases.recipients_label),
            items: self.marked(names, phrases.recipients_separator),
        })
    }
}

/// Lines with a mark at the end of each, another at the end of the last.
fn separated<'a>(
    lines: Vec<Line>,
    separator: &'a str,
    end: &'a str,
) -> impl Iterator<Item = Line> + 'a {
    let count = lines.len();
    lines.into_iter().zip(1..).map(move |(line, number)| {
        let mark = if number == count { end } else { separator };
        ended(line, mark)
    })
}

/// A set phrase.
fn line(text: &str) -> Line {
    vec![Inline::Run(Run {
        text: text.to_owned(),
        style: RunStyle::default(),
        trace: None,
    })]
}

fn upper_case(line: Line) -> Line {
    let raise = |inline| match inline {
        Inline::Run(run) => Inline::Run(Run {
            text: run.text.to_uppercase(),
            ..run
        }),
        Inline::Blank(_) | Inline::Break => inline,
    };
    line.into_iter().map(raise).collect()
}

fn plain(content: &[Inline]) -> String {
    let texts = content.iter().map(|inline| inline.text().unwrap_or(" "));
    texts.collect()
}

/// Ends a line with a mark, in place of the one that its text may end with.
fn ended(mut content: Line, mark: &str) -> Line {
    if let Some(Inline::Run(last)) = content.last_mut() {
        let kept = last.text.trim_end_matches(['.', ';', ',']).len();
        last.text.truncate(kept);
        if last.trace.is_none() && last.style == RunStyle::default() {
            last.text.push_str(mark);
            return content;
        }
    }
    content.extend(line(mark));
    content
}
