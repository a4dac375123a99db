//! `party-2018`: Hướng dẫn 36-HD/VPTW of 03/4/2018 under Quy định 66-QĐ/TW.
//!
//! Numbers in brackets are the components of the guidance's layout table. Where it
//! prescribes a range or nothing, the value is the customary one and the comment says
//! so.

use super::{
    AddresseeForm, BallotForm, FormatProfile, HeadingForm, ImageForm, LetterheadForm,
    Numerals, PageForm, ParagraphStyle, Phrases, RuleForm, SignatureForm, StyleKey,
    TableForm,
};
use crate::document::{Align, FontSize, Length};

/// The form of 2018.
pub(super) const PROFILE: FormatProfile = FormatProfile {
    name: "party-2018",
    page: PAGE,
    letterhead: LetterheadForm {
        // custom: 76 + 89 mm hold every line of the head but the longest dates
        left: Length::millimetres(76),
        left_narrow: Length::millimetres(60),
        gutter: Length::millimetres(2),
    },
    signatures: SignatureForm {
        // custom: halves of the text width, so that both axes match the head's
        left: Length::millimetres(76),
        // custom: four lines of body pitch
        gap: Length::points(72),
    },
    table: TableForm {
        side_padding: Length::points(4),
        around: Length::points(6),
    },
    addressee: AddresseeForm {
        // custom: the names begin near the middle of the page
        label: Length::millimetres(55),
        gutter: Length::millimetres(2),
    },
    image: ImageForm {
        // custom: two photographs with their captions on a page
        width: Length::millimetres(140),
        height: Length::millimetres(95),
        // 96 to the inch
        pixel: Length::twips(15),
    },
    ballot: BallotForm {
        // custom: what office printers leave white
        edge: Length::millimetres(8),
        padding: Length::millimetres(10),
        cut_eighths: 4,
    },
    rule: RuleForm {
        // custom: the form asks for a solid line, not for a thickness; 0.75 pt
        title_eighths: 6,
        table_eighths: 4,
        space_points: 1,
    },
    // (8g) free structure by the Party's habit: I- in capitals, 1. and a)
    headings: [
        HeadingForm {
            numerals: Numerals::Roman,
            mark: "-",
            is_upper_case: true,
        },
        HeadingForm {
            numerals: Numerals::Arabic,
            mark: ".",
            is_upper_case: false,
        },
        HeadingForm {
            numerals: Numerals::Letter,
            mark: ")",
            is_upper_case: false,
        },
    ],
    phrases: PHRASES,
    style,
};

/// A4; margins 20, 20, 30, 15 mm; page number 10 mm from the upper edge.
pub(super) const PAGE: PageForm = PageForm {
    width: Length::twips(11_906),
    height: Length::twips(16_838),
    top: Length::millimetres(20),
    bottom: Length::millimetres(20),
    left: Length::millimetres(30),
    right: Length::millimetres(15),
    header: Length::millimetres(10),
};

/// Marks of the form.
pub(super) const PHRASES: Phrases = Phrases {
    party_title: "ĐẢNG CỘNG SẢN VIỆT NAM", // (1)
    letterhead_mark: "*",                  // (2)
    abstract_mark: "-----",                // (5b): five hyphens, not a drawn line
    number_word: "Số",                     // (3): no colon
    recipients_label: "Nơi nhận:",         // (9)
    recipients_separator: ",",             // (9): changed to ";" in 2026
    list_separator: ";",
    list_end: ".",
    bullet: "-",
    basis_separator: ";",
    basis_end: ",", // the issuing sentence follows directly
    basis_stop: ",",
    article_word: "Điều",
    article_mark: ".",
    addressee_label: "Kính gửi:", // changed to "Kính trình:" in 2026
    annex_label: "Phụ lục",
};

/// Text, before it is placed: 14 pt, exactly 18 pt from line to line, not indented.
const PLAIN: ParagraphStyle = ParagraphStyle {
    size: FontSize::points(14),
    bold: false,
    italic: false,
    underline: false,
    align: Align::Left,
    pitch: Length::points(18),
    before: Length::ZERO,
    after: Length::ZERO,
    left: Length::ZERO,
    first_line: Length::ZERO,
    keep_next: false,
};

const CENTERED: ParagraphStyle = ParagraphStyle {
    align: Align::Center,
    ..PLAIN
};

const CENTERED_BOLD: ParagraphStyle = ParagraphStyle {
    bold: true,
    ..CENTERED
};

/// "Nội dung" (6): justified, first line 10 mm, at least 6 pt between paragraphs.
const BODY: ParagraphStyle = ParagraphStyle {
    align: Align::Justify,
    before: Length::points(6),
    first_line: Length::millimetres(10),
    ..PLAIN
};

/// Flush left, so that a heading of two lines is not spread.
const HEADING: ParagraphStyle = ParagraphStyle {
    align: Align::Left,
    bold: true,
    keep_next: true,
    ..BODY
};

/// Custom: tables one point smaller than the body, so that names stay on one line.
const CELL: ParagraphStyle = ParagraphStyle {
    size: FontSize::points(13),
    pitch: Length::points(17),
    before: Length::points(2),
    after: Length::points(2),
    ..PLAIN
};

const COMPACT_CELL: ParagraphStyle = ParagraphStyle {
    size: FontSize::points(11),
    pitch: Length::points(14),
    ..CELL
};

/// The look of each kind of paragraph in 2018.
#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a table, one row a component of the form"
)]
pub(super) fn style(key: StyleKey) -> ParagraphStyle {
    match key {
        // (2) capitals, 14: the body above regular, the issuing body bold; the star
        StyleKey::Superior | StyleKey::LetterheadMark => CENTERED,
        StyleKey::Issuer => CENTERED_BOLD,
        // (3) 14 regular
        StyleKey::Number => CENTERED,
        // (1) 15 bold
        StyleKey::PartyTitle => ParagraphStyle {
            size: FontSize::points(15),
            ..CENTERED_BOLD
        },
        // (4) 14 italic, below the line of (1)
        StyleKey::PlaceDate => ParagraphStyle {
            italic: true,
            before: Length::points(6),
            ..CENTERED
        },
        // (5a) 15–16 bold; 24 pt above it by custom
        StyleKey::Title => ParagraphStyle {
            size: FontSize::points(16),
            pitch: Length::points(20),
            before: Length::points(24),
            keep_next: true,
            ..CENTERED_BOLD
        },
        // (5b) 14–15 bold
        StyleKey::Abstract => ParagraphStyle {
            keep_next: true,
            ..CENTERED_BOLD
        },
        StyleKey::Separator => ParagraphStyle {
            after: Length::points(6),
            keep_next: true,
            ..CENTERED
        },
        // (6) "căn cứ" is upright, its own paragraph
        StyleKey::Body | StyleKey::Basis | StyleKey::ListItem => BODY,
        StyleKey::Centered => ParagraphStyle {
            before: Length::points(6),
            ..CENTERED
        },
        StyleKey::Note => ParagraphStyle {
            size: FontSize::points(12),
            pitch: Length::points(15),
            italic: true,
            ..BODY
        },
        // custom: 14 bold, centred
        StyleKey::Resolve => ParagraphStyle {
            before: Length::points(6),
            keep_next: true,
            ..CENTERED_BOLD
        },
        StyleKey::Heading1 | StyleKey::Heading2 => HEADING,
        StyleKey::Heading3 => ParagraphStyle {
            bold: false,
            italic: true,
            ..HEADING
        },
        // the label is bold, the text regular
        StyleKey::Article => BODY,
        // label 14 italic, names 14 upright
        StyleKey::Addressee => ParagraphStyle {
            before: Length::points(6),
            after: Length::points(6),
            ..CENTERED
        },
        StyleKey::AddresseeLabel => ParagraphStyle {
            italic: true,
            align: Align::Right,
            before: Length::points(6),
            ..PLAIN
        },
        StyleKey::AddresseeItem => ParagraphStyle {
            before: Length::points(6),
            ..PLAIN
        },
        // as high as the picture
        StyleKey::Figure => ParagraphStyle {
            size: FontSize::points(1),
            pitch: Length::ZERO,
            before: Length::points(6),
            keep_next: true,
            ..CENTERED
        },
        // custom
        StyleKey::FigureCaption => ParagraphStyle {
            size: FontSize::points(13),
            pitch: Length::points(17),
            italic: true,
            before: Length::points(3),
            after: Length::points(6),
            ..CENTERED
        },
        // (18) sizes are not prescribed: those of a subject
        StyleKey::AnnexLabel | StyleKey::AnnexTitle => ParagraphStyle {
            keep_next: true,
            ..CENTERED_BOLD
        },
        StyleKey::AnnexNote => ParagraphStyle {
            italic: true,
            after: Length::points(6),
            keep_next: true,
            ..CENTERED
        },
        StyleKey::TableHead => table_head(CELL),
        StyleKey::TableCell => CELL,
        StyleKey::CompactHead => table_head(COMPACT_CELL),
        StyleKey::CompactCell => COMPACT_CELL,
        // (7a) capitals, 14 bold; (7c) 14 bold
        StyleKey::Authority => ParagraphStyle {
            before: Length::points(6),
            keep_next: true,
            ..CENTERED_BOLD
        },
        StyleKey::SignerName => ParagraphStyle {
            keep_next: true,
            ..CENTERED_BOLD
        },
        // (7b) capitals, 14 regular
        StyleKey::Post => ParagraphStyle {
            keep_next: true,
            ..CENTERED
        },
        StyleKey::SignatureGap => ParagraphStyle {
            pitch: PROFILE.signatures.gap,
            keep_next: true,
            ..CENTERED
        },
        // (9a) 14 underlined; items 12
        StyleKey::RecipientsLabel => ParagraphStyle {
            before: Length::points(6),
            underline: true,
            keep_next: true,
            ..PLAIN
        },
        StyleKey::Recipient => ParagraphStyle {
            size: FontSize::points(12),
            pitch: Length::points(15),
            keep_next: true,
            ..PLAIN
        },
        // 14 upright, centred
        StyleKey::PageNumber => CENTERED,
        StyleKey::Spacer => ParagraphStyle {
            size: FontSize::points(1),
            pitch: PROFILE.table.around,
            ..PLAIN
        },
        StyleKey::Anchor => ParagraphStyle {
            size: FontSize::points(1),
            pitch: Length::points(1),
            ..PLAIN
        },
    }
}

const fn table_head(cell: ParagraphStyle) -> ParagraphStyle {
    ParagraphStyle {
        bold: true,
        align: Align::Center,
        keep_next: true,
        ..cell
    }
}
