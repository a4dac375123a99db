//! Format profiles: every number and set phrase of the prescribed form ("thể thức").
//!
//! One file for each form. Renderers look sizes up here; the template stage puts the
//! set phrases in before a document is made. Lengths are whole twips, sizes whole
//! half-points, because both formats take them exactly.

mod heading;
mod party_2018;
mod party_2026;

pub use heading::{HeadingForm, Numerals};

use crate::document::{Align, FontSize, Length, PaperDate};

/// Which form a paper follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProfileId {
    /// 36-HD/VPTW of 03/4/2018.
    Party2018,
    /// 05-HD/VPTW of 27/5/2026.
    Party2026,
}

impl ProfileId {
    /// All forms, oldest first.
    pub const ALL: [Self; 2] = [Self::Party2018, Self::Party2026];

    /// The newest form: it serves while the day of a paper is unknown.
    pub const NEWEST: Self = Self::Party2026;

    /// The form in force on a day.
    ///
    /// Source: 05-HD/VPTW replaces 36-HD/VPTW from its signing on 27/5/2026; the 2018
    /// form also serves older papers, because the program has none before it.
    pub fn on(date: PaperDate) -> Self {
        let from_2026 = PaperDate {
            year: 2026,
            month: 5,
            day: 27,
        };
        if date >= from_2026 {
            Self::Party2026
        } else {
            Self::Party2018
        }
    }

    /// The name users and manifests give it.
    pub fn name(self) -> &'static str {
        self.profile().name
    }

    /// Its numbers and phrases.
    pub fn profile(self) -> &'static FormatProfile {
        match self {
            Self::Party2018 => &party_2018::PROFILE,
            Self::Party2026 => &party_2026::PROFILE,
        }
    }
}

/// Everything a form prescribes, and what offices do where it is silent.
#[derive(Debug, Clone, Copy)]
pub struct FormatProfile {
    /// `party-2018`
    pub name: &'static str,
    /// Paper and margins.
    pub page: PageForm,
    /// The two columns of the head.
    pub letterhead: LetterheadForm,
    /// Blocks at the end.
    pub signatures: SignatureForm,
    /// Tables of data.
    pub table: TableForm,
    /// "Kính gửi".
    pub addressee: AddresseeForm,
    /// Pictures.
    pub image: ImageForm,
    /// Sheets of ballots.
    pub ballot: BallotForm,
    /// Drawn lines.
    pub rule: RuleForm,
    /// Numbers of headings, by level.
    pub headings: [HeadingForm; 3],
    /// Set phrases and marks.
    pub phrases: Phrases,
    /// The look of each kind of paragraph.
    pub style: fn(StyleKey) -> ParagraphStyle,
}

impl FormatProfile {
    /// How headings of a level, 1 to 3, are numbered.
    pub fn heading(&self, level: u8) -> &HeadingForm {
        let [first, second, third] = &self.headings;
        match level {
            1 => first,
            2 => second,
            _ => third,
        }
    }
}

/// Paper and margins, portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageForm {
    /// Width of the paper.
    pub width: Length,
    /// Height of the paper.
    pub height: Length,
    /// Margin above the text.
    pub top: Length,
    /// Margin below the text.
    pub bottom: Length,
    /// Margin left of the text.
    pub left: Length,
    /// Margin right of the text.
    pub right: Length,
    /// From the upper edge of the paper to the page number's line.
    pub header: Length,
}

impl PageForm {
    /// Width of the text between the margins.
    pub const fn text_width(&self) -> Length {
        self.width.less(self.left).less(self.right)
    }

    /// Height of the text between the margins.
    pub const fn text_height(&self) -> Length {
        self.height.less(self.top).less(self.bottom)
    }

    /// The same paper turned a quarter to the left: what is the left margin of the
    /// portrait page, where papers are bound, becomes the upper one.
    #[must_use]
    pub const fn turned(&self) -> Self {
        Self {
            width: self.height,
            height: self.width,
            top: self.left,
            bottom: self.right,
            left: self.bottom,
            right: self.top,
            header: self.header,
        }
    }
}

/// The two columns of the head.
#[derive(Debug, Clone, Copy)]
pub struct LetterheadForm {
    /// Width of the left column; the right one gets the rest.
    pub left: Length,
    /// Width of the left column where the date line is too long for the right one.
    pub left_narrow: Length,
    /// Room that text keeps from the edge of its column.
    pub gutter: Length,
}

/// Blocks at the end.
#[derive(Debug, Clone, Copy)]
pub struct SignatureForm {
    /// Width of the left half; the right one gets the rest.
    pub left: Length,
    /// Room for the signature.
    pub gap: Length,
}

/// Tables of data.
#[derive(Debug, Clone, Copy)]
pub struct TableForm {
    /// Room between a cell's text and its left and right border.
    pub side_padding: Length,
    /// Room between the text before a table and the table, and after it.
    pub around: Length,
}

/// "Kính gửi" with several names: its label left of them.
#[derive(Debug, Clone, Copy)]
pub struct AddresseeForm {
    /// Width of the column of the label, which ends at its right edge.
    pub label: Length,
    /// Room between label and names.
    pub gutter: Length,
}

/// Pictures: as large as fits, none enlarged until its pixels show.
#[derive(Debug, Clone, Copy)]
pub struct ImageForm {
    /// Greatest width.
    pub width: Length,
    /// Greatest height.
    pub height: Length,
    /// Width of a pixel where the picture is not shrunk.
    pub pixel: Length,
}

/// Sheets of ballots. The paper is parted evenly, so that every ballot, once cut, has
/// the same size and the same margins.
#[derive(Debug, Clone, Copy)]
pub struct BallotForm {
    /// Edge of the paper that printers cannot reach; cut marks end there.
    pub edge: Length,
    /// Room between the edges of a ballot and its text.
    pub padding: Length,
    /// Thickness of the cut marks, in eighths of a point.
    pub cut_eighths: u16,
}

/// Drawn lines.
#[derive(Debug, Clone, Copy)]
pub struct RuleForm {
    /// Thickness of the line below a title, in eighths of a point.
    pub title_eighths: u16,
    /// Thickness of a table's borders, in eighths of a point.
    pub table_eighths: u16,
    /// Room between a line of text and the line drawn below it, in whole points.
    pub space_points: u16,
}

/// Set phrases and marks.
#[derive(Debug, Clone, Copy)]
pub struct Phrases {
    /// "Tiêu đề".
    pub party_title: &'static str,
    /// Between the issuing body and the number.
    pub letterhead_mark: &'static str,
    /// Below the subject.
    pub abstract_mark: &'static str,
    /// Before the number; without a colon.
    pub number_word: &'static str,
    /// Label of the recipients.
    pub recipients_label: &'static str,
    /// After each recipient but the last.
    pub recipients_separator: &'static str,
    /// After each item of a list but the last.
    pub list_separator: &'static str,
    /// After the last item of a list, or the last recipient.
    pub list_end: &'static str,
    /// Before an item of a list without numbers.
    pub bullet: &'static str,
    /// After each basis but the last.
    pub basis_separator: &'static str,
    /// After the last basis where the text goes on in the next line.
    pub basis_end: &'static str,
    /// After the last basis where a heading, a list or nothing follows.
    pub basis_stop: &'static str,
    /// Before the number of an article.
    pub article_word: &'static str,
    /// After the number of an article.
    pub article_mark: &'static str,
    /// Before those to whom a submission ("tờ trình") goes.
    pub addressee_label: &'static str,
    /// Above the title of an annex.
    pub annex_label: &'static str,
}

/// Every look a paragraph can have; a named style in DOCX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StyleKey {
    /// "Cơ quan cấp trên".
    Superior,
    /// "Cơ quan ban hành".
    Issuer,
    /// The star.
    LetterheadMark,
    /// "Số và ký hiệu".
    Number,
    /// "Tiêu đề".
    PartyTitle,
    /// "Địa danh, ngày tháng".
    PlaceDate,
    /// "Tên loại".
    Title,
    /// "Trích yếu".
    Abstract,
    /// The hyphens.
    Separator,
    /// "Nội dung".
    Body,
    /// "Căn cứ".
    Basis,
    /// A centred line.
    Centered,
    /// A remark.
    Note,
    /// "Quyết nghị".
    Resolve,
    /// `I-`
    Heading1,
    /// `1.`
    Heading2,
    /// `a)`
    Heading3,
    /// "Điều".
    Article,
    /// "Kính gửi", with a single name on its line.
    Addressee,
    /// "Kính gửi", left of several names.
    AddresseeLabel,
    /// One of several names.
    AddresseeItem,
    /// An item of a list.
    ListItem,
    /// Head of a table.
    TableHead,
    /// Cell of a table.
    TableCell,
    /// Head of a compact table.
    CompactHead,
    /// Cell of a compact table.
    CompactCell,
    /// The line that a picture stands on.
    Figure,
    /// "Chú thích ảnh".
    FigureCaption,
    /// `Phụ lục`
    AnnexLabel,
    /// Title of an annex.
    AnnexTitle,
    /// "Kèm theo".
    AnnexNote,
    /// "Quyền hạn ký".
    Authority,
    /// "Chức vụ".
    Post,
    /// Room for the signature.
    SignatureGap,
    /// "Họ tên".
    SignerName,
    /// `Nơi nhận:`
    RecipientsLabel,
    /// A recipient.
    Recipient,
    /// "Số trang".
    PageNumber,
    /// A line that only takes room, as between a table and what follows.
    Spacer,
    /// A line of one point where a format needs a paragraph and the form has none.
    Anchor,
}

impl StyleKey {
    /// Every look, in the order of the list above.
    pub const ALL: [Self; 40] = [
        Self::Superior,
        Self::Issuer,
        Self::LetterheadMark,
        Self::Number,
        Self::PartyTitle,
        Self::PlaceDate,
        Self::Title,
        Self::Abstract,
        Self::Separator,
        Self::Body,
        Self::Basis,
        Self::Centered,
        Self::Note,
        Self::Resolve,
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Article,
        Self::Addressee,
        Self::AddresseeLabel,
        Self::AddresseeItem,
        Self::ListItem,
        Self::TableHead,
        Self::TableCell,
        Self::CompactHead,
        Self::CompactCell,
        Self::Figure,
        Self::FigureCaption,
        Self::AnnexLabel,
        Self::AnnexTitle,
        Self::AnnexNote,
        Self::Authority,
        Self::Post,
        Self::SignatureGap,
        Self::SignerName,
        Self::RecipientsLabel,
        Self::Recipient,
        Self::PageNumber,
        Self::Spacer,
        Self::Anchor,
    ];
}

/// The look of a paragraph. The font is always Times New Roman, black.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks, as in both formats"
)]
pub struct ParagraphStyle {
    /// Size of its letters.
    pub size: FontSize,
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
    /// Underlined throughout.
    pub underline: bool,
    /// Alignment.
    pub align: Align,
    /// Exact pitch of its lines; zero where a picture gives the height.
    pub pitch: Length,
    /// Room before it; none at the top of a page.
    pub before: Length,
    /// Room after it.
    pub after: Length,
    /// Indent of all lines.
    pub left: Length,
    /// Further indent of the first line.
    pub first_line: Length,
    /// Whether it stays on the page of what follows.
    pub keep_next: bool,
}
