//! The paper as plain text, passage by passage: for tests, and to name places.

use crate::document::{Block, Document, Heading, Inline, Side, TraceId};

/// A piece of text that a reader would call one paragraph, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands, in the words of the form: `II.1, đoạn 2`, `bảng 1, hàng 2, cột 3`.
    pub place: String,
    /// Its text; a line break inside is one space.
    pub text: String,
    /// The traced values printed in it, in order, each with its text.
    pub traces: Vec<(TraceId, String)>,
}

/// All passages of a paper, top to bottom, as both formats print them; what stands on
/// ballots only once.
pub fn passages(document: &Document) -> Vec<Passage> {
    let mut passages = Vec::new();
    each_line(document, &mut |line| passages.push(line.passage()));
    passages
}

/// Looks at each line of a paper, in the order of its passages.
pub(crate) fn each_line(document: &Document, look: &mut dyn FnMut(&PlacedLine<'_>)) {
    let mut walk = Walk {
        look,
        numbers: Vec::new(),
        paragraph: 0,
        table: 0,
    };
    for block in &document.blocks {
        walk.block(block);
    }
}

/// A line of a paper where it stands.
#[derive(Debug)]
pub(crate) struct PlacedLine<'a> {
    spot: Spot<'a>,
    /// The mark of a list item; its text follows.
    mark: &'a str,
    pub(crate) content: &'a [Inline],
}

/// Where a line stands.
#[derive(Debug)]
enum Spot<'a> {
    Named(&'a str),
    /// Below headings of these numbers.
    Heading(&'a [&'a str]),
    Paragraph(&'a [&'a str], usize),
    Cell {
        table: usize,
        row: usize,
        column: usize,
    },
}

impl PlacedLine<'_> {
    /// Where it stands, in the words of the form.
    pub(crate) fn place(&self) -> String {
        match self.spot {
            Spot::Named(name) => name.to_owned(),
            Spot::Heading(numbers) => numbers.join("."),
            Spot::Paragraph([], count) => format!("đoạn {count}"),
            Spot::Paragraph(numbers, count) => {
                format!("{}, đoạn {count}", numbers.join("."))
            }
            Spot::Cell { table, row, column } => {
                format!("bảng {table}, hàng {row}, cột {column}")
            }
        }
    }

    /// The traced values printed in it, in order, each with its text.
    pub(crate) fn traces(&self) -> impl Iterator<Item = (TraceId, &str)> {
        self.content.iter().filter_map(|inline| match inline {
            Inline::Run(run) => run.trace.map(|trace| (trace, run.text.as_str())),
            Inline::Blank(_) | Inline::Break => None,
        })
    }

    pub(crate) fn passage(&self) -> Passage {
        let mut text = String::new();
        if !self.mark.is_empty() {
            text.extend([self.mark, " "]);
        }
        for inline in self.content {
            match inline {
                Inline::Run(run) => text.push_str(&run.text),
                Inline::Blank(width) => {
                    text.extend((0..*width).map(|_| '\u{a0}'));
                }
                Inline::Break => text.push(' '),
            }
        }
        let traces = self.traces().map(|(trace, text)| (trace, text.to_owned()));
        Passage {
            place: self.place(),
            text,
            traces: traces.collect(),
        }
    }
}

struct Walk<'a, 'look> {
    look: &'look mut dyn FnMut(&PlacedLine<'_>),
    /// Numbers of the headings above, by level.
    numbers: Vec<&'a str>,
    paragraph: usize,
    table: usize,
}

impl<'a> Walk<'a, '_> {
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Letterhead(head) => {
                let lines = head
                    .superior
                    .iter()
                    .chain(&head.issuer)
                    .chain([&head.mark])
                    .chain(&head.number)
                    .chain([&head.heading])
                    .chain(&head.place_date);
                for line in lines {
                    self.named("tiêu đề", line);
                }
            }
            Block::Paragraph(paragraph) => self.paragraph("", &paragraph.content),
            Block::Heading(heading) => self.heading(heading),
            Block::Article(article) => {
                self.numbers = vec![&article.number];
                self.paragraph = 0;
                self.named(&article.number, &article.content);
            }
            Block::Addressees(addressees) => {
                let lines = [&addressees.label].into_iter().chain(&addressees.items);
                lines.for_each(|line| self.named("kính gửi", line));
            }
            Block::List(list) => {
                for item in &list.items {
                    self.paragraph(&item.mark, &item.content);
                }
            }
            Block::Table(table) => {
                self.table += 1;
                for (row, cells) in (1..).zip(&table.rows) {
                    for (column, cell) in (1..).zip(&cells.cells) {
                        let table = self.table;
                        let spot = Spot::Cell { table, row, column };
                        self.line(spot, "", &cell.content);
                    }
                }
            }
            Block::Image(image) => {
                if let Some(caption) = &image.caption {
                    self.named("chú thích ảnh", caption);
                }
            }
            Block::Signatures(signatures) => {
                for side in [&signatures.left, &signatures.right].into_iter().flatten() {
                    self.side(side);
                }
            }
            Block::PageBreak => {}
            Block::Section(section) => {
                let outer = std::mem::take(&mut self.numbers);
                section.blocks.iter().for_each(|block| self.block(block));
                self.numbers = outer;
            }
            Block::Ballots(ballots) => {
                ballots.blocks.iter().for_each(|block| self.block(block));
            }
        }
    }

    fn heading(&mut self, heading: &'a Heading) {
        self.numbers.truncate(usize::from(heading.level) - 1);
        let number = heading.number.trim_end_matches(['.', '-', ')']);
        self.numbers.push(number);
        self.paragraph = 0;
        let numbers = std::mem::take(&mut self.numbers);
        self.line(Spot::Heading(&numbers), "", &heading.content);
        self.numbers = numbers;
    }

    fn paragraph(&mut self, mark: &str, content: &[Inline]) {
        self.paragraph += 1;
        let numbers = std::mem::take(&mut self.numbers);
        let spot = Spot::Paragraph(&numbers, self.paragraph);
        self.line(spot, mark, content);
        self.numbers = numbers;
    }

    fn side(&mut self, side: &Side) {
        match side {
            Side::Signature(signature) => {
                let lines = [&signature.authority]
                    .into_iter()
                    .chain(&signature.post)
                    .chain(&signature.name);
                for line in lines {
                    self.named("chữ ký", line);
                }
            }
            Side::Recipients(recipients) => {
                self.named("nơi nhận", &recipients.label);
                for item in &recipients.items {
                    self.named("nơi nhận", item);
                }
            }
        }
    }

    fn named(&mut self, name: &str, content: &[Inline]) {
        self.line(Spot::Named(name), "", content);
    }

    fn line(&mut self, spot: Spot<'_>, mark: &str, content: &[Inline]) {
        (self.look)(&PlacedLine {
            spot,
            mark,
            content,
        });
    }
}
