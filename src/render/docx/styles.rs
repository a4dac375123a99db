//! `styles.xml`: one named style for every look of the profile.
//!
//! Written here and not by docx-rs, which has no language, no default styles and an
//! order of its own. The names are those of the form, so that a clerk finds them in
//! Word's list; the ids never change, so that styles can be copied between papers.

use crate::document::Align;
use crate::document::profile::{FormatProfile, ParagraphStyle, StyleKey};

/// The font that the form prescribes; also that of the digits, Latin or not.
const FONTS: &str = r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>"#;

/// What Word takes for granted. Source: ECMA-376 part 1, 17.7.4.17: a document has one
/// default style of each type.
const DEFAULTS: &str = concat!(
    r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
    r#"<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>"#,
    r#"<w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal">"#,
    r#"<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>"#,
    r#"<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>"#,
    r#"<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>"#,
    r#"<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>"#,
    r#"</w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList">"#,
    r#"<w:name w:val="No List"/><w:uiPriority w:val="99"/>"#,
    r#"<w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
);

/// The id of a style; part of the format, never changed.
pub(super) fn id(key: StyleKey) -> &'static str {
    names(key).0
}

/// Where headings stand in Word's outline, counted from zero.
const OUTLINE: [(StyleKey, u8); 5] = [
    (StyleKey::Title, 0),
    (StyleKey::AnnexTitle, 0),
    (StyleKey::Heading1, 1),
    (StyleKey::Heading2, 2),
    (StyleKey::Heading3, 3),
];

/// The level of a style in Word's outline, if it is a heading.
pub(super) fn outline_level(key: StyleKey) -> Option<u8> {
    let found = OUTLINE.iter().find(|(heading, _)| *heading == key);
    found.map(|(_, level)| *level)
}

/// Id and name of a style. No name has a comma: Word would split it.
fn names(key: StyleKey) -> (&'static str, &'static str) {
    match key {
        StyleKey::Superior => ("VBSuperior", "VB Cơ quan cấp trên"),
        StyleKey::Issuer => ("VBIssuer", "VB Cơ quan ban hành"),
        StyleKey::LetterheadMark => ("VBLetterheadMark", "VB Dấu sao"),
        StyleKey::Number => ("VBNumber", "VB Số và ký hiệu"),
        StyleKey::PartyTitle => ("VBPartyTitle", "VB Tiêu đề"),
        StyleKey::PlaceDate => ("VBPlaceDate", "VB Địa danh ngày tháng"),
        StyleKey::Title => ("VBTitle", "VB Tên loại"),
        StyleKey::Abstract => ("VBAbstract", "VB Trích yếu"),
        StyleKey::Separator => ("VBSeparator", "VB Gạch dưới trích yếu"),
        StyleKey::Body => ("VBBody", "VB Nội dung"),
        StyleKey::Basis => ("VBBasis", "VB Căn cứ"),
        StyleKey::Centered => ("VBCentered", "VB Dòng giữa trang"),
        StyleKey::Note => ("VBNote", "VB Ghi chú"),
        StyleKey::Resolve => ("VBResolve", "VB Quyết nghị"),
        StyleKey::Heading1 => ("VBHeading1", "VB Mục I-"),
        StyleKey::Heading2 => ("VBHeading2", "VB Mục 1."),
        StyleKey::Heading3 => ("VBHeading3", "VB Mục a)"),
        StyleKey::Article => ("VBArticle", "VB Điều"),
        StyleKey::Addressee => ("VBAddressee", "VB Kính gửi"),
        StyleKey::AddresseeLabel => ("VBAddresseeLabel", "VB Kính gửi nhiều nơi"),
        StyleKey::AddresseeItem => ("VBAddresseeItem", "VB Kính gửi chi tiết"),
        StyleKey::ListItem => ("VBListItem", "VB Danh sách"),
        StyleKey::TableHead => ("VBTableHead", "VB Đầu bảng"),
        StyleKey::TableCell => ("VBTableCell", "VB Ô bảng"),
        StyleKey::CompactHead => ("VBCompactHead", "VB Đầu bảng chữ nhỏ"),
        StyleKey::CompactCell => ("VBCompactCell", "VB Ô bảng chữ nhỏ"),
        StyleKey::Figure => ("VBFigure", "VB Hình"),
        StyleKey::FigureCaption => ("VBFigureCaption", "VB Chú thích hình"),
        StyleKey::AnnexLabel => ("VBAnnexLabel", "VB Phụ lục"),
        StyleKey::AnnexTitle => ("VBAnnexTitle", "VB Tên phụ lục"),
        StyleKey::AnnexNote => ("VBAnnexNote", "VB Kèm theo"),
        StyleKey::Authority => ("VBAuthority", "VB Quyền hạn ký"),
        StyleKey::Post => ("VBPost", "VB Chức vụ"),
        StyleKey::SignatureGap => ("VBSignatureGap", "VB Chỗ ký"),
        StyleKey::SignerName => ("VBSignerName", "VB Họ tên người ký"),
        StyleKey::RecipientsLabel => ("VBRecipientsLabel", "VB Nơi nhận"),
        StyleKey::Recipient => ("VBRecipient", "VB Nơi nhận chi tiết"),
        StyleKey::PageNumber => ("VBPageNumber", "VB Số trang"),
        StyleKey::Spacer => ("VBSpacer", "VB Khoảng trống"),
        StyleKey::Anchor => ("VBAnchor", "VB Dòng phụ"),
    }
}

/// The whole part for a profile.
pub(super) fn styles(profile: &FormatProfile) -> String {
    let body = (profile.style)(StyleKey::Body).size.to_half_points();
    let named = StyleKey::ALL.iter().zip(1..).map(|(key, place)| {
        let look = (profile.style)(*key);
        style(*key, place, &look)
    });
    let named: Vec<String> = named.collect();
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
            r#"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{body}"/>"#,
            r#"<w:szCs w:val="{body}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>"#,
            r#"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal">"#,
            r#"<w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"#,
            r#"{defaults}{named}</w:styles>"#,
        ),
        fonts = FONTS,
        body = body,
        defaults = DEFAULTS,
        named = named.concat(),
    )
}

/// One style; `place` orders Word's list from the head of a paper to its end.
fn style(key: StyleKey, place: u8, look: &ParagraphStyle) -> String {
    let (id, name) = names(key);
    // what Word sets after the clerk ends a heading
    let next = match outline_level(key) {
        Some(0) if key == StyleKey::Title => {
            format!(r#"<w:next w:val="{}"/>"#, self::id(StyleKey::Abstract))
        }
        Some(_) => format!(r#"<w:next w:val="{}"/>"#, self::id(StyleKey::Body)),
        None => String::new(),
    };
    // the clerk has no use for lines that only take room
    let shown = if matches!(key, StyleKey::Spacer | StyleKey::Anchor) {
        "<w:semiHidden/>"
    } else {
        "<w:qFormat/>"
    };
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}">"#,
            r#"<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{next}"#,
            r#"<w:uiPriority w:val="{place}"/>{shown}"#,
            "<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>",
        ),
        id = id,
        name = name,
        next = next,
        place = place,
        shown = shown,
        paragraph = paragraph_properties(key, look),
        run = run_properties(look),
    )
}

/// In the order of `CT_PPrBase`; lengths are twips as in the profile.
fn paragraph_properties(key: StyleKey, look: &ParagraphStyle) -> String {
    let keep_next = if look.keep_next {
        "<w:keepNext/><w:keepLines/>"
    } else {
        ""
    };
    let align = match look.align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "both",
    };
    let first_line = look.first_line.to_twips();
    let first_line = match first_line {
        0.. => format!(r#"w:firstLine="{first_line}""#),
        _ => format!(r#"w:hanging="{}""#, first_line.unsigned_abs()),
    };
    let (pitch, rule) = match look.pitch.to_twips() {
        // one line, as high as what stands on it
        0 => (240, "auto"),
        pitch => (pitch, "exact"),
    };
    let level =
        outline_level(key).map(|level| format!(r#"<w:outlineLvl w:val="{level}"/>"#));
    format!(
        concat!(
            r#"{keep_next}<w:widowControl/><w:spacing w:before="{before}" w:after="{after}""#,
            r#" w:line="{pitch}" w:lineRule="{rule}"/>"#,
            r#"<w:ind w:left="{left}" {first_line}/><w:jc w:val="{align}"/>{level}"#,
        ),
        keep_next = keep_next,
        before = look.before.to_twips(),
        after = look.after.to_twips(),
        pitch = pitch,
        rule = rule,
        left = look.left.to_twips(),
        first_line = first_line,
        align = align,
        level = level.unwrap_or_default(),
    )
}

/// In the order of `EG_RPrBase`; sizes are half-points as in the profile.
fn run_properties(look: &ParagraphStyle) -> String {
    let size = look.size.to_half_points();
    let mark = |is_set, mark: &'static str| if is_set { mark } else { "" };
    format!(
        r#"{bold}{italic}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{underline}"#,
        bold = mark(look.bold, "<w:b/><w:bCs/>"),
        italic = mark(look.italic, "<w:i/><w:iCs/>"),
        underline = mark(look.underline, r#"<w:u w:val="single"/>"#),
    )
}

#[cfg(test)]
mod tests {
    use super::super::package::part;
    use super::super::sample::{docx, markup, minutes};
    use super::*;

    fn style_markup(id: &str) -> String {
        let xml = part(&docx(&minutes()), "word/styles.xml");
        let start = format!(r#"w:styleId="{id}""#);
        let style = xml.split("<w:style ").find(|style| style.contains(&start));
        style.unwrap().to_owned()
    }

    #[test]
    fn every_look_is_a_style_of_its_own() {
        let xml = part(&docx(&minutes()), "word/styles.xml");
        for key in StyleKey::ALL {
            let id = format!(r#"w:styleId="{}""#, id(key));
            assert_eq!(xml.matches(&id).count(), 1, "{key:?}");
        }
        // 40 looks, Normal, and three that Word takes for granted
        assert_eq!(xml.matches("<w:style ").count(), 44);
        let names = xml.split("<w:name w:val=\"").skip(1);
        let names: Vec<&str> =
            names.map(|rest| rest.split('"').next().unwrap()).collect();
        for (place, name) in names.iter().enumerate() {
            assert!(!name.contains(','), "Word splits {name:?}");
            assert!(!names[..place].contains(name), "{name:?} twice");
        }
    }

    #[test]
    fn body_text_is_justified_with_exact_lines() {
        // 14 pt; 18 pt from line to line; 6 pt before; first line 10 mm = 566.93 twips
        assert!(style_markup("VBBody").contains(concat!(
            "<w:pPr><w:widowControl/>",
            r#"<w:spacing w:before="120" w:after="0" w:line="360" w:lineRule="exact"/>"#,
            r#"<w:ind w:left="0" w:firstLine="567"/><w:jc w:val="both"/></w:pPr>"#,
            r#"<w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>"#,
        )));
    }

    #[test]
    fn headings_have_a_level_and_stay_with_what_follows() {
        let levels = [
            ("VBTitle", 0),
            ("VBHeading1", 1),
            ("VBHeading2", 2),
            ("VBHeading3", 3),
        ];
        for (id, level) in levels {
            let style = style_markup(id);
            assert!(style.contains("<w:pPr><w:keepNext/><w:keepLines/>"), "{id}");
            assert!(style.contains(&format!(r#"<w:outlineLvl w:val="{level}"/>"#)));
        }
        assert!(
            !markup(&minutes()).contains("outlineLvl"),
            "not a second time"
        );
    }

    #[test]
    fn the_font_is_times_new_roman_and_the_language_vietnamese() {
        let docx = docx(&minutes());
        let styles = part(&docx, "word/styles.xml");
        assert!(styles.contains(concat!(
            r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman""#,
            r#" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>"#
        )));
        assert!(styles.contains(r#"<w:lang w:val="vi-VN" "#));
        assert!(!part(&docx, "word/document.xml").contains("w:rFonts"));
        let settings = part(&docx, "word/settings.xml");
        assert!(settings.contains(r#"<w:themeFontLang w:val="vi-VN"/>"#));
        assert!(settings.contains(
            r#"w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>"#
        ));
    }
}
