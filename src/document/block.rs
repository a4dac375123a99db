//! The blocks a paper is made of, from its letterhead to its signatures.

use crate::document::{Ballots, Image, Section, Table};

/// A whole paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What file properties say of it.
    pub meta: Meta,
    /// Its content, top to bottom.
    pub blocks: Vec<Block>,
}

/// What a file's properties say of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Type and subject in one line.
    pub title: String,
    /// The body that issues it.
    pub issuer: String,
    /// Language tag, `vi-VN`.
    pub language: String,
    /// The paper's date; also the date of the file, so that no clock is read.
    pub date: Option<PaperDate>,
}

/// A calendar date, year, month, day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperDate {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// One block of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The head of the form: issuing body and number left, Party title and date right.
    Letterhead(Letterhead),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading with its number already in it.
    Heading(Heading),
    /// An article ("Điều") with its number already in it.
    Article(Article),
    /// To whom the paper is submitted ("Kính gửi", "Kính trình").
    Addressees(Addressees),
    /// A list with its marks and separators already in it.
    List(List),
    /// A table of data.
    Table(Table),
    /// A picture with its caption.
    Image(Image),
    /// Blocks that stand level with each other at the end.
    Signatures(Signatures),
    /// What follows begins a page.
    PageBreak,
    /// Pages of their own: turned, or an annex.
    Section(Section),
    /// The same ballot many times, to be cut apart.
    Ballots(Ballots),
}

/// A line that stands alone, such as the name of a body.
pub type Line = Vec<Inline>;

/// The head of the form. Every line may be too long for its column and is then
/// broken, balanced, by the renderers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The body above ("cơ quan cấp trên").
    pub superior: Vec<Line>,
    /// The issuing body ("cơ quan ban hành").
    pub issuer: Vec<Line>,
    /// The mark between the issuing body and the number.
    pub mark: Line,
    /// Number and symbol ("số và ký hiệu"); none on a paper without number.
    pub number: Option<Line>,
    /// The Party's title ("tiêu đề"); the rule below it is as long as its text.
    pub heading: Line,
    /// Place and date ("địa danh, ngày tháng").
    pub place_date: Option<Line>,
}

/// What a paragraph is, not how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Type of paper ("tên loại").
    Title,
    /// Subject ("trích yếu").
    Abstract,
    /// The mark below the subject.
    Separator,
    /// Running text.
    Body,
    /// What the paper rests on ("căn cứ").
    Basis,
    /// A centred line.
    Centered,
    /// A remark in small type.
    Note,
    /// The word of command of a resolution or decision ("quyết nghị").
    Resolve,
    /// `Phụ lục`, with its number where there are several.
    AnnexLabel,
    /// What an annex is.
    AnnexTitle,
    /// With which paper an annex goes ("kèm theo").
    AnnexNote,
}

/// Text of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// Its text.
    pub content: Vec<Inline>,
}

/// A heading of level 1 (`I-`), 2 (`1.`) or 3 (`a)`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1, 2 or 3.
    pub level: u8,
    /// The number as printed, also in `content`; names the place of a figure.
    pub number: String,
    /// Number and text.
    pub content: Vec<Inline>,
}

/// An article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Word and number, such as `Điều 1`, also in `content`; names the place of a figure.
    pub number: String,
    /// Word, number and text.
    pub content: Vec<Inline>,
}

/// To whom the paper is submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressees {
    /// `Kính gửi:`
    pub label: Line,
    /// One, which stands on the line of the label; or several, each with its mark and
    /// separator.
    pub items: Vec<Line>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Its items, in order.
    pub items: Vec<ListItem>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// The mark before it, such as `-` or `1.`, without the space that follows.
    pub mark: String,
    /// Its text with the separator of the form at its end.
    pub content: Vec<Inline>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text of one style.
    Run(Run),
    /// Room for the hand, in widths of a space.
    Blank(u16),
    /// The line ends here.
    Break,
}

impl Inline {
    /// Its text, if it is of text.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Run(run) => Some(&run.text),
            Self::Blank(_) | Self::Break => None,
        }
    }
}

/// Text of one style and one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// NFC, free of control characters.
    pub text: String,
    /// How it differs from its paragraph.
    pub style: RunStyle,
    /// The traced value it prints, if it is one.
    pub trace: Option<TraceId>,
}

/// How a run differs from its paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent marks of the markup: <b> <i> <u> <keep>"
)]
pub struct RunStyle {
    /// `<b>`
    pub bold: bool,
    /// `<i>`
    pub italic: bool,
    /// `<u>`
    pub underline: bool,
    /// `<keep>`: not broken over lines.
    pub keep: bool,
}

/// Names a traced value; only the pipeline knows which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TraceId(pub u32);

/// Two blocks level with each other at the end of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatures {
    /// Left half.
    pub left: Option<Side>,
    /// Right half.
    pub right: Option<Side>,
}

/// One half of the end of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// Somebody signs here.
    Signature(Signature),
    /// Who gets the paper ("Nơi nhận").
    Recipients(Recipients),
}

/// A signature block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// For whom ("quyền hạn ký"), such as `T/M ĐOÀN CHỦ TỊCH`, or the caption itself.
    pub authority: Line,
    /// Post ("chức vụ"), if the form prints one.
    pub post: Option<Line>,
    /// The name, below room for the signature; none leaves room for the hand.
    pub name: Option<Line>,
}

/// Who gets the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipients {
    /// `Nơi nhận:`
    pub label: Line,
    /// Each with its mark and separator.
    pub items: Vec<Line>,
}
