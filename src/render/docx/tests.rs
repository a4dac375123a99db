use super::Writer;
use super::package::{paragraphs, part, part_names, plain_text};
use super::sample::{
    body, bold, docx, markup, markup_of, minutes, paper, paragraph, run, text, votes,
};
use crate::document::profile::{ProfileId, StyleKey};
use crate::document::{Align, Ballots, Block, Image, Length, Role, Section, drawing};
use crate::render::deflate::Deflaters;
use crate::render::flow::{FlowParagraph, Piece, Tag, flow};
use crate::render::font::Fonts;

#[test]
fn the_page_is_that_of_the_form() {
    let xml = markup(&minutes());
    assert!(xml.contains(r#"<w:pgSz w:w="11906" w:h="16838" />"#));
    // 20, 20, 30, 15 and 10 mm: 1133.86, 1133.86, 1700.79, 850.39 and 566.93 twips
    assert!(xml.contains(
        r#"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0" />"#
    ));
}

#[test]
fn later_pages_are_numbered_and_the_first_is_not() {
    let docx = docx(&minutes());
    let xml = part(&docx, "word/document.xml");
    assert!(xml.contains(r#"<w:headerReference w:type="default" r:id="rIdHeader1" />"#));
    assert!(xml.contains(r#"<w:headerReference w:type="first" r:id="rIdHeader2" />"#));
    assert!(xml.contains("<w:titlePg />"));
    let later = part(&docx, "word/header1.xml");
    assert!(later.contains("<w:instrText>PAGE</w:instrText>"));
    assert_eq!(
        paragraphs(&later),
        [("VBPageNumber".to_owned(), "1".to_owned())]
    );
    let first = part(&docx, "word/header2.xml");
    assert_eq!(
        paragraphs(&first),
        [("VBPageNumber".to_owned(), String::new())]
    );
}

#[test]
fn every_paragraph_has_a_style_that_exists() {
    let docx = docx(&minutes());
    let styles = part(&docx, "word/styles.xml");
    for name in ["document", "header1", "header2"] {
        for (style, text) in paragraphs(&part(&docx, &format!("word/{name}.xml"))) {
            let defined = styles.contains(&format!("w:styleId=\"{style}\""));
            assert!(defined, "{style:?} of {text:?}");
        }
    }
}

#[test]
fn a_heading_in_another_style_has_its_level_itself() {
    let mut heading = FlowParagraph::new(StyleKey::Body, text("Điều 1"));
    heading.tag = Tag::Heading(2);
    let plain = FlowParagraph::new(StyleKey::Title, text("BIÊN BẢN"));
    let xml = markup_of(vec![Piece::Paragraph(heading), Piece::Paragraph(plain)]);
    assert!(
        xml.contains(r#"<w:pStyle w:val="VBBody" /><w:outlineLvl w:val="1" /></w:pPr>"#)
    );
    assert!(
        xml.contains(r#"<w:pStyle w:val="VBTitle" /><w:outlineLvl w:val="9" /></w:pPr>"#)
    );
}

#[test]
fn a_paragraph_departs_from_its_style_in_what_it_overrides() {
    let mut loose = FlowParagraph::new(StyleKey::Title, text("BIÊN BẢN"));
    loose.tag = Tag::Heading(1);
    loose.keep_next = Some(false);
    let mut tight = FlowParagraph::new(StyleKey::Body, text("Một"));
    tight.keep_next = Some(true);
    tight.align = Some(Align::Right);
    let mut same = FlowParagraph::new(StyleKey::Body, text("Hai"));
    same.keep_next = Some(false);
    same.align = Some(Align::Justify);
    let xml = markup_of([loose, tight, same].map(Piece::Paragraph).into());
    for properties in [
        r#"<w:pStyle w:val="VBTitle" /><w:keepNext w:val="0"/>"#,
        r#"<w:pStyle w:val="VBBody" /><w:keepNext /><w:keepLines /><w:jc w:val="right" />"#,
        r#"<w:pStyle w:val="VBBody" />"#,
    ] {
        assert!(xml.contains(&format!("<w:pPr>{properties}</w:pPr>")));
    }
}

#[test]
fn marks_that_the_style_has_are_not_repeated() {
    let title = paper(vec![paragraph(Role::Title, vec![run("A", bold())])]);
    assert!(!markup(&title).contains("<w:b />"));
}

#[test]
fn the_line_below_the_title_is_as_long_as_the_title() {
    // right column: 9355 - 4309 (76 mm) = 5046; title 4133: half of the rest is 456,
    // less the slack of 2; 0.75 pt thick, 1 pt below
    assert!(markup(&minutes()).contains(concat!(
        r#"<w:pStyle w:val="VBPartyTitle" /><w:pBdr><w:bottom w:val="single" w:space="1""#,
        r#" w:sz="6" w:color="000000" /></w:pBdr>"#,
        r#"<w:ind w:left="454" w:right="454" w:firstLine="0" /></w:pPr>"#,
    )));
}

#[test]
fn a_line_longer_than_its_column_is_as_wide_as_the_column() {
    let mut ruled = FlowParagraph::new(StyleKey::PartyTitle, text("ĐẢNG"));
    ruled.rule_below = Some(Length::twips(20_000));
    let xml = markup_of(vec![Piece::Paragraph(ruled)]);
    assert!(xml.contains(r#"<w:ind w:left="0" w:right="0" w:firstLine="0" />"#));
}

#[test]
fn what_follows_a_page_break_begins_a_page() {
    let xml = markup(&paper(vec![body("Một"), Block::PageBreak, body("Hai")]));
    let pages: Vec<&str> = xml.split("<w:pageBreakBefore />").collect();
    assert_eq!(pages.len(), 2);
    assert!(pages[0].contains("Một") && pages[1].contains("Hai"));
}

#[test]
fn the_plain_text_is_that_of_the_paper() {
    let text = plain_text(&docx(&minutes()));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..9],
        [
            "ĐẢNG BỘ PHƯỜNG TÂN ĐỊNH",
            "CHI BỘ KHU PHỐ 3",
            "*",
            "Số 05-BB/CB",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Tân Định, ngày 26 tháng 4 năm 2025",
            "BIÊN BẢN",
            "Đại hội Chi bộ Khu phố 3 nhiệm kỳ 2025-2027",
            "-----",
        ]
    );
    assert_eq!(lines.last(), Some(&"Nguyễn Thị Hồng Hạnh"));
}

fn section(is_landscape: bool, is_annex: bool, line: &str) -> Block {
    Block::Section(Section {
        is_landscape,
        is_annex,
        blocks: vec![body(line)],
    })
}

#[test]
fn turned_pages_and_an_annex_are_sections_of_their_own() {
    let xml = markup(&paper(vec![
        body("Một"),
        section(true, false, "Hai"),
        section(false, true, "Ba"),
    ]));
    let sections: Vec<&str> = xml
        .split("<w:sectPr>")
        .skip(1)
        .map(|rest| rest.split("</w:sectPr>").next().unwrap())
        .collect();
    let [first, turned, annex] = sections.as_slice() else {
        panic!("{sections:?}");
    };
    assert!(first.contains("<w:titlePg />") && first.contains(r#"w:start="1""#));
    assert!(
        turned.contains(r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape" />"#)
    );
    assert!(
        turned.contains(r#"w:top="1701" w:right="1134" w:bottom="850" w:left="1134""#)
    );
    // it counts on, and its first page bears its number
    assert!(!turned.contains("titlePg") && !turned.contains("pgNumType"));
    assert!(turned.contains(r#"w:type="default" r:id="rIdHeader1""#));
    assert!(annex.contains("<w:titlePg />") && annex.contains(r#"w:start="1""#));
    // a section begins its page itself
    assert!(!xml.contains("pageBreakBefore"));
    // the last paragraph of a section has its description before its text
    let texts: Vec<&str> = xml.split("<w:sectPr>").collect();
    assert!(texts[1].contains("Một") && texts[2].contains("Hai"));
}

#[test]
fn what_was_written_before_changes_nothing() {
    let papers = [
        minutes(),
        paper(vec![body("Một"), section(true, false, "Hai")]),
        paper(vec![Block::Table(votes(3))]),
    ];
    let fonts = Fonts::load().unwrap();
    let deflaters = Deflaters::default();
    let writer = Writer::new(&deflaters).unwrap();
    for document in papers.iter().chain(papers.iter().rev()) {
        let flow = flow(document, ProfileId::Party2018.profile(), &fonts);
        let written = writer.write(&flow, &deflaters).unwrap();
        assert_eq!(written, docx(document));
    }
}

#[test]
fn ballots_are_rows_of_exact_height_without_numbers() {
    let ballots = Block::Ballots(Ballots {
        count: 5,
        across: 2,
        down: 2,
        blocks: vec![body("Phiếu"), Block::Table(votes(1))],
    });
    let docx = docx(&paper(vec![ballots]));
    let xml = part(&docx, "word/document.xml");
    // four on the first sheet, one on the second
    assert_eq!(xml.matches("Phiếu</w:t>").count(), 5);
    assert_eq!(xml.matches("<w:pageBreakBefore />").count(), 1);
    // half of 16838 is 8419: less 454 and 20 above, less 454 and 60 below
    for height in [8419 - 474, 8419 - 514] {
        let row = format!(r#"<w:trHeight w:val="{height}" w:hRule="exact" />"#);
        assert_eq!(xml.matches(&row).count(), 2, "{row}");
    }
    assert!(xml.contains(r#"<w:insideV w:val="dashed""#));
    assert!(xml.contains(r#"<w:headerReference w:type="default" r:id="rIdHeader3" />"#));
    assert!(!xml.contains("titlePg"));
    let header = part(&docx, "word/header3.xml");
    assert!(!header.contains("PAGE"));
    // head rows of the tables on the ballots repeat, rows of the sheet do not
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 5 * 2);
}

#[test]
fn pictures_are_parts_with_alternative_text() {
    let image = |alt: &str| {
        Block::Image(Image {
            picture: drawing(40, 20),
            alt: alt.to_owned(),
            caption: Some(text("Hình 1")),
        })
    };
    let docx = docx(&paper(vec![image("Đại hội & <cờ>"), image("Hai")]));
    let xml = part(&docx, "word/document.xml");
    // 40 × 20 pixels of 15 twips of 635 units
    assert_eq!(
        xml.matches(r#"<wp:extent cx="381000" cy="190500"/>"#)
            .count(),
        2
    );
    assert!(xml.contains(r#"descr="Đại hội &amp; &lt;cờ&gt;""#));
    assert!(!xml.contains("<w:tab"));
    let names = part_names(&docx);
    let media: Vec<&String> = names.iter().filter(|it| it.contains("media")).collect();
    assert_eq!(media, ["word/media/image1.png"]);
    assert_eq!(xml.matches(r#"r:embed="rIdImage1""#).count(), 2);
    let relations = part(&docx, "word/_rels/document.xml.rels");
    assert!(relations.contains(r#"Target="media/image1.png""#));
}
