//! What holds for every paper.

use super::super::sample::{
    counted, document, drawing_block, item, lines, of_role, placed, run,
};
use super::*;
use crate::document::{
    Align, Block, Document, Heading, List, Paragraph, Role, RunStyle, Table, TableCell,
    TableRole, TableRow,
};
use crate::render::layout::Owner;
use proptest::prelude::*;

fn any_style() -> impl Strategy<Value = RunStyle> {
    any::<[bool; 4]>().prop_map(|[bold, italic, underline, keep]| RunStyle {
        bold,
        italic,
        underline,
        keep: keep && bold,
    })
}

/// Words, hyphens, spaces of both kinds, words wider than any column.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "([a-zăâđêôơưếệ]{1,7}[ /\u{a0}\u{2011}-]{1,2}){1,60}",
        1 => "[A-ZĐƠƯ]{1,150}",
        1 => " {0,5}",
    ]
}

fn any_line() -> impl Strategy<Value = Vec<Inline>> {
    let inline = prop_oneof![
        12 => (any_text(), any_style()).prop_map(|(text, style)| run(&text, style)),
        1 => (0_u16..60).prop_map(Inline::Blank),
        1 => Just(Inline::Break),
    ];
    prop::collection::vec(inline, 0..4)
}

fn any_block() -> impl Strategy<Value = Block> {
    let role = prop::sample::select(vec![
        Role::Title,
        Role::Abstract,
        Role::Separator,
        Role::Body,
        Role::Note,
        Role::Centered,
    ]);
    let paragraph = |(role, content)| Block::Paragraph(Paragraph { role, content });
    let heading = |(level, content)| {
        Block::Heading(Heading {
            level,
            number: String::new(),
            content,
        })
    };
    let list = |texts: Vec<String>| {
        Block::List(List {
            items: texts.iter().map(|text| item("-", text)).collect(),
        })
    };
    prop_oneof![
        8 => (role, any_line()).prop_map(paragraph),
        3 => (1_u8..=3, any_line()).prop_map(heading),
        2 => prop::collection::vec(any_text(), 1..5).prop_map(list),
        2 => any_table().prop_map(Block::Table),
        1 => Just(Block::PageBreak),
    ]
}

/// Tables whose body cells begin with a mark found nowhere else.
fn any_table() -> impl Strategy<Value = Table> {
    let text = prop_oneof![4 => "[a-zđê ]{0,30}", 1 => "([a-zđê]{1,8} ){0,250}"];
    let texts = prop::collection::vec(text, 1..50);
    (texts, any::<bool>()).prop_map(|(texts, is_compact)| {
        let cell = |is_head, text: String| TableCell {
            is_head,
            is_total: false,
            align: Align::Center,
            column_span: 1,
            row_span: 1,
            content: vec![run(&text, RunStyle::default())],
        };
        let row = |is_head, texts: [String; 2]| TableRow {
            cells: texts.map(|text| cell(is_head, text)).into(),
        };
        let head = row(true, ["ĐẦU".to_owned(), "CỘT".to_owned()]);
        let body = texts
            .into_iter()
            .map(|text| row(false, ["#".to_owned(), text]));
        Table {
            shares: vec![1, 6],
            role: if is_compact {
                TableRole::Compact
            } else {
                TableRole::Normal
            },
            head_rows: 1,
            rows: [head].into_iter().chain(body).collect(),
        }
    })
}

fn any_document() -> impl Strategy<Value = Document> {
    prop::collection::vec(any_block(), 0..12).prop_map(document)
}

/// A document in which something is seen of every paragraph at its start.
///
/// An empty paragraph is what follows its heading too, as Word has it, but leaves no
/// trace on the page.
fn any_document_to_be_seen() -> impl Strategy<Value = Document> {
    any_document().prop_map(|mut document| {
        for block in &mut document.blocks {
            if let Block::Paragraph(paragraph) = block {
                paragraph.content.insert(0, run("đ", RunStyle::default()));
            }
        }
        document
    })
}

/// The text of a line of inlines as it is set.
fn set_text(content: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Run(run) => run.text.clone(),
        Inline::Blank(spaces) => "\u{a0}".repeat(usize::from(*spaces)),
        Inline::Break => " ".to_owned(),
    };
    content.iter().map(text).collect()
}

fn count(placed: &Placed, is_artifact: bool, wanted: &str) -> Vec<usize> {
    let of_page = |page: &Page| {
        let all = fragments(page).into_iter();
        all.filter(|it| (it.owner == Owner::Artifact) == is_artifact)
            .filter(|it| {
                let glyphs = it.words.iter().flat_map(|word| &word.glyphs);
                glyphs.map(|set| set.source).eq(wanted.chars())
            })
            .count()
    };
    placed.pages.iter().map(of_page).collect()
}

/// Official words of which some hold together.
fn any_official_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "đồng chí Ân",
        "01 phiếu",
        "98,5 %",
        "ngày 05",
        "số 12-NQ/ĐH",
        "Điều 3",
        "T/M",
        "2022-2025",
        "05/9/2022",
        "biểu quyết",
        "chi bộ",
        "và",
        "tán thành",
    ]);
    prop::collection::vec(word, 1..80).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_begins_with_what_holds_to_the_word_before(text in any_official_text()) {
        let placed = placed(&document(vec![of_role(Role::Body, &text)]));
        let all: Vec<String> = placed.pages.iter().flat_map(lines).collect();
        for line in &all[1..] {
            let parted = [
                "Ân", "phiếu", "%", "05 ", "12-NQ/ĐH", "NQ/ĐH", "ĐH", "3 ", "M ", "2025",
                "/", "-", "9/2022",
            ];
            prop_assert!(!parted.iter().any(|it| line.starts_with(it)), "{line}");
        }
        let joined = all.concat().replace('\u{a0}', " ");
        prop_assert_eq!(joined, text);
    }

    #[test]
    fn no_picture_stands_outside_its_page(
        width in 1_u32..4000,
        height in 1_u32..4000,
        before in 0_usize..40,
    ) {
        let text = vec![of_role(Role::Body, "n"); before];
        let placed = placed(&document([text, vec![drawing_block(width, height)]].concat()));
        let pictures = placed.pages.iter().flat_map(|page| &page.items).filter_map(|it| {
            match it {
                Item::Picture(picture) => Some(picture),
                Item::Text(_) | Item::Rule(_) => None,
            }
        });
        let mut count = 0;
        for picture in pictures {
            count += 1;
            prop_assert!(picture.at.x >= twips(1701));
            prop_assert!(picture.at.x + picture.width <= twips(11906 - 850));
            prop_assert!(picture.at.y >= twips(1134));
            prop_assert!(picture.at.y + picture.height <= twips(16838 - 1134));
        }
        prop_assert_eq!(count, 1);
    }

    /// But for what is rounded where it is measured: a twelfth of a twip each glyph, half
    /// a twip each piece.
    #[test]
    fn no_line_is_wider_than_its_column(content in any_line(), width in 300_i32..9000) {
        let inlines = content.len();
        for page in &in_column(width, content).pages {
            for fragment in fragments(page) {
                let on_line = fragments(page)
                    .into_iter()
                    .filter(|it| it.baseline == fragment.baseline)
                    .flat_map(|it| &it.words)
                    .flat_map(|it| &it.glyphs);
                let [mut glyphs, mut pieces] = [0, inlines + 1];
                for set in on_line {
                    glyphs += 1;
                    let may_hold = [' ', '-', '\u{a0}', '\u{2011}'].contains(&set.source);
                    pieces += if may_hold { 2 } else { 0 };
                }
                let rounded = twips(1).share(glyphs, 12) + twips(1).share(pieces, 2);
                if fragment.owner != Owner::Artifact {
                    prop_assert!(fragment.words[0].x >= twips(1701));
                    let end = inked_end(fragment);
                    prop_assert!(end <= Some(twips(1701 + width) + rounded), "{end:?}");
                }
            }
        }
    }

    #[test]
    fn the_lines_of_a_paragraph_joined_give_the_paragraph(
        content in any_line(),
        width in 1_i32..9000,
    ) {
        let joined: String = in_column(width, content.clone())
            .pages
            .iter()
            .flat_map(lines)
            .collect();
        prop_assert_eq!(joined, set_text(&content));
    }

    #[test]
    fn pages_are_counted_as_they_are_laid_out(document in any_document()) {
        prop_assert_eq!(counted(&document), placed(&document).pages.len());
    }

    #[test]
    fn nothing_stands_outside_its_page(document in any_document()) {
        for page in &placed(&document).pages {
            let (width, height) = (Distance::of(page.width), Distance::of(page.height));
            for fragment in fragments(page) {
                prop_assert!(fragment.words[0].x >= Distance::ZERO);
                prop_assert!(inked_end(fragment) <= Some(width));
                prop_assert!(fragment.baseline > Distance::ZERO);
                prop_assert!(fragment.baseline < height);
            }
            for rule in rules(page) {
                for point in [rule.from, rule.to] {
                    prop_assert!(point.x >= Distance::ZERO && point.x <= width);
                    prop_assert!(point.y >= Distance::ZERO && point.y <= height);
                }
            }
        }
    }

    #[test]
    fn text_stays_between_the_margins_of_its_page(document in any_document()) {
        for page in &placed(&document).pages {
            for fragment in fragments(page) {
                let is_number = fragment.baseline < twips(1134);
                prop_assert!(is_number || fragment.baseline <= twips(16838 - 1134));
            }
        }
    }

    #[test]
    fn every_row_is_placed_once_and_every_page_of_a_table_has_its_head(
        table in any_table(),
    ) {
        let rows = table.rows.len() - 1;
        let placed = placed(&document(vec![Block::Table(table)]));
        prop_assert_eq!(count(&placed, false, "#").iter().sum::<usize>(), rows);
        let read = count(&placed, false, "ĐẦU");
        let seen = count(&placed, true, "ĐẦU");
        for (page, (read, seen)) in read.into_iter().zip(seen).enumerate() {
            prop_assert_eq!((read, seen), if page == 0 { (1, 0) } else { (0, 1) });
        }
    }

    #[test]
    fn a_heading_never_ends_a_page(document in any_document_to_be_seen()) {
        let placed = placed(&document);
        for entry in &placed.outline {
            let page = &placed.pages[entry.page];
            let last = fragments(page)
                .into_iter()
                .filter(|it| it.owner != Owner::Artifact)
                .map(|it| it.baseline)
                .max();
            let is_last_page = entry.page + 1 == placed.pages.len();
            let next_is_forced = document.blocks.contains(&Block::PageBreak);
            prop_assert!(
                is_last_page || next_is_forced || last > Some(entry.y + twips(400)),
                "{entry:?}"
            );
        }
    }
}
