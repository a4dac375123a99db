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
    let mut walk = Walk::default();
    for block in &document.blocks {
        walk.block(block);
    }
    walk.passages
}

#[derive(Default)]
struct Walk {
    passages: Vec<Passage>,
    /// Numbers of the headings above, by level.
    numbers: Vec<String>,
    paragraph: usize,
    table: usize,
}

impl Walk {
    fn block(&mut self, block: &Block) {
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
                    self.push("tiêu đề", line);
                }
            }
            Block::Paragraph(paragraph) => self.paragraph("", &paragraph.content),
            Block::Heading(heading) => self.heading(heading),
            Block::Article(article) => {
                self.numbers = vec![article.number.clone()];
                self.paragraph = 0;
                self.push(&article.number, &article.content);
            }
            Block::Addressees(addressees) => {
                let lines = [&addressees.label].into_iter().chain(&addressees.items);
                lines.for_each(|line| self.push("kính gửi", line));
            }
            Block::List(list) => {
                for item in &list.items {
                    self.paragraph(&item.mark, &item.content);
                }
            }
            Block::Table(table) => {
                self.table += 1;
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, cell) in cells.cells.iter().enumerate() {
                        let (table, row, column) = (self.table, row + 1, column + 1);
                        let place = format!("bảng {table}, hàng {row}, cột {column}");
                        self.push(&place, &cell.content);
                    }
                }
            }
            Block::Image(image) => {
                if let Some(caption) = &image.caption {
                    self.push("chú thích ảnh", caption);
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

    fn heading(&mut self, heading: &Heading) {
        self.numbers.truncate(usize::from(heading.level) - 1);
        let number = heading.number.trim_end_matches(['.', '-', ')']).to_owned();
        self.numbers.push(number);
        self.paragraph = 0;
        let place = self.numbers.join(".");
        self.push(&place, &heading.content);
    }

    fn paragraph(&mut self, mark: &str, content: &[Inline]) {
        self.paragraph += 1;
        let within = self.numbers.join(".");
        let place = match within.as_str() {
            "" => format!("đoạn {}", self.paragraph),
            _ => format!("{within}, đoạn {}", self.paragraph),
        };
        self.push(&place, content);
        if let (Some(passage), false) = (self.passages.last_mut(), mark.is_empty()) {
            passage.text = format!("{mark} {}", passage.text);
        }
    }

    fn side(&mut self, side: &Side) {
        match side {
            Side::Signature(signature) => {
                let lines = [&signature.authority]
                    .into_iter()
                    .chain(&signature.post)
                    .chain(&signature.name);
                for line in lines {
                    self.push("chữ ký", line);
                }
            }
            Side::Recipients(recipients) => {
                self.push("nơi nhận", &recipients.label);
                for item in &recipients.items {
                    self.push("nơi nhận", item);
                }
            }
        }
    }

    fn push(&mut self, place: &str, content: &[Inline]) {
        let mut passage = Passage {
            place: place.to_owned(),
            text: String::new(),
            traces: Vec::new(),
        };
        for inline in content {
            match inline {
                Inline::Run(run) => {
                    passage.text.push_str(&run.text);
                    if let Some(trace) = run.trace {
                        passage.traces.push((trace, run.text.clone()));
                    }
                }
                Inline::Blank(width) => {
                    let room = "\u{a0}".repeat(usize::from(*width));
                    passage.text.push_str(&room);
                }
                Inline::Break => passage.text.push(' '),
            }
        }
        self.passages.push(passage);
    }
}
