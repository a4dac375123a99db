use super::super::sample::{
    document, lines, minutes, of_role, placed, placed_pieces, words,
};
use super::*;
use crate::document::{
    Align, Block, Recipients, Role, Side, Signature, Signatures, Table, TableCell,
    TableRole, TableRow,
};
use crate::render::flow::Tag;
use crate::render::layout::{Owner, TagKind};

/// Lines of 18 points of which a page holds 40: 728.5 / 18 = 40.5.
fn full(count: usize) -> Vec<Piece> {
    let line = || FlowParagraph::new(StyleKey::Number, words("n"));
    (0..count).map(|_| Piece::Paragraph(line())).collect()
}

/// A body paragraph of exactly so many lines, each begun by its number.
fn paragraph_of(count: usize) -> Vec<Inline> {
    let numbers: Vec<Vec<Inline>> = (1..=count).map(|n| words(&n.to_string())).collect();
    numbers.join(&Inline::Break)
}

fn lines_of(pieces: Vec<Piece>) -> Vec<Vec<String>> {
    placed_pieces(pieces).pages.iter().map(lines).collect()
}

#[test]
fn an_empty_paper_has_one_page() {
    assert_eq!(placed_pieces(Vec::new()).pages.len(), 1);
}

#[test]
fn a_page_holds_forty_lines() {
    assert_eq!(placed_pieces(full(40)).pages.len(), 1);
    assert_eq!(placed_pieces(full(41)).pages.len(), 2);
}

#[test]
fn room_before_is_left_out_where_the_text_runs_over() {
    let mut pieces = full(40);
    pieces.push(body("n"));
    let placed = placed_pieces(pieces);
    let first = fragments(&placed.pages[1])[0];
    assert_eq!(first.baseline, twips(1134 + 288));
}

#[test]
fn room_before_stays_after_a_page_break() {
    // so does Word, and LibreOffice: 77.1 points from the edge
    let placed = placed_pieces(vec![body("n"), Piece::PageBreak, body("n")]);
    let first = fragments(&placed.pages[1])[0];
    assert_eq!(first.baseline, twips(1134 + 120 + 288));
}

#[test]
fn the_larger_of_two_distances_parts_paragraphs() {
    // 6 points after the mark, 6 before the text: 6
    let mark = FlowParagraph::new(StyleKey::Separator, words("n"));
    let placed = placed_pieces(vec![Piece::Paragraph(mark), body("n")]);
    let [mark, text] = fragments(&placed.pages[0])[..] else {
        panic!("two lines");
    };
    assert_eq!(text.baseline - mark.baseline, twips(360 + 120));
}

#[test]
fn a_paragraph_leaves_and_takes_at_least_two_lines() {
    let text = |count| {
        let paragraph = FlowParagraph::new(StyleKey::Number, paragraph_of(count));
        Piece::Paragraph(paragraph)
    };
    let split = |before: usize, count| {
        let pages = lines_of(full(before).into_iter().chain([text(count)]).collect());
        (pages[0].len() - before, pages[1].len())
    };
    // room for one line: none stays
    assert_eq!(split(39, 4), (0, 4));
    assert_eq!(split(38, 4), (2, 2));
    // room for three of four: two go over
    assert_eq!(split(37, 4), (2, 2));
    // three lines cannot be parted
    assert_eq!(split(38, 3), (0, 3));
}

#[test]
fn a_heading_goes_over_with_the_text_below_it() {
    let heading = FlowParagraph {
        tag: Tag::Heading(2),
        ..FlowParagraph::new(StyleKey::Heading1, words("I- n"))
    };
    // two lines of room: enough for the heading, not for two lines of text more
    let mut pieces = full(38);
    pieces.push(Piece::Paragraph(heading));
    let text = FlowParagraph::new(StyleKey::Body, paragraph_of(2));
    pieces.push(Piece::Paragraph(text));
    assert_eq!(lines_of(pieces)[1], ["I- n", "1 ", "2"]);
}

#[test]
fn the_end_of_the_text_goes_over_with_the_signatures() {
    let text = FlowParagraph {
        keep_next: Some(true),
        ..FlowParagraph::new(StyleKey::Number, paragraph_of(5))
    };
    let name = FlowParagraph::new(StyleKey::SignerName, words("Ánh"));
    let row = vec![vec![cell(vec![
        FlowParagraph::room(StyleKey::SignatureGap),
        name,
    ])]];
    // 72 and 18 points do not fit below 33 + 5 lines
    let mut pieces = full(33);
    pieces.push(Piece::Paragraph(text));
    pieces.push(grid(GridPurpose::Layout, &[4000], 0, row));
    // the paragraph goes over whole, as LibreOffice and "keep lines" in Word have it
    assert_eq!(lines_of(pieces)[1], ["1 ", "2 ", "3 ", "4 ", "5", "Ánh"]);
}

#[test]
fn room_at_the_end_is_worth_a_page_only_with_what_it_stays_with() {
    // 40 lines leave 8.5 points; the room is 12 points high
    let ends = |keeps| {
        let spacer = || FlowParagraph {
            keep_next: Some(keeps),
            ..FlowParagraph::room(StyleKey::Spacer)
        };
        let line = FlowParagraph {
            keep_next: Some(keeps),
            ..FlowParagraph::new(StyleKey::Number, words("n"))
        };
        let mut pieces = full(39);
        pieces.extend([line, spacer(), spacer()].map(Piece::Paragraph));
        let pages = lines_of(pieces);
        pages.iter().map(Vec::len).collect::<Vec<_>>()
    };
    assert_eq!(ends(true), [39, 1]);
    assert_eq!(ends(false), [40]);
}

#[test]
fn a_page_break_begins_one_page_however_often_it_is_asked_for() {
    let pieces = vec![
        Piece::PageBreak,
        body("một"),
        Piece::PageBreak,
        Piece::PageBreak,
        body("hai"),
        Piece::PageBreak,
    ];
    assert_eq!(lines_of(pieces), [["một"], ["hai"]]);
}

#[test]
fn room_at_the_end_makes_no_page() {
    let mut pieces = full(40);
    let gap = FlowParagraph::room(StyleKey::SignatureGap);
    pieces.push(Piece::Paragraph(gap));
    assert_eq!(placed_pieces(pieces).pages.len(), 1);
}

#[test]
fn pages_after_the_first_are_numbered_as_artifacts() {
    let placed = placed_pieces(full(81));
    let numbers: Vec<(usize, Distance, char)> = placed
        .pages
        .iter()
        .enumerate()
        .flat_map(|(page, one)| fragments(one).into_iter().map(move |text| (page, text)))
        .filter(|(_, text)| text.owner == Owner::Artifact)
        .map(|(page, text)| (page, text.baseline, text.words[0].glyphs[0].source))
        .collect();
    // 567 twips and four fifths of 360: LibreOffice has it at 42.8 points
    let y = twips(567 + 288);
    assert_eq!(numbers, [(1, y, '2'), (2, y, '3')]);
}

#[test]
fn headings_are_listed_with_their_places_and_without_gaps() {
    let placed = placed(&minutes());
    let entries: Vec<(u8, &str, usize)> = placed
        .outline
        .iter()
        .map(|entry| (entry.level, entry.title.as_str(), entry.page))
        .collect();
    assert_eq!(
        entries,
        [
            (1, "BIÊN BẢN", 0),
            (2, "I- PHẦN THỨ NHẤT: KHAI MẠC", 0),
            (3, "1. Ổn định tổ chức, giới thiệu đại biểu", 0),
            (3, "2. Ổn định tổ chức, giới thiệu đại biểu", 0),
            (3, "3. Ổn định tổ chức, giới thiệu đại biểu", 1),
            (4, "a) Danh sách Đoàn Chủ tịch", 1),
            (2, "II- PHẦN THỨ HAI: BẦU CỬ", 1),
        ]
    );
}

#[test]
fn a_paper_that_skips_levels_is_tagged_without_gaps() {
    let heading = |level| {
        Piece::Paragraph(FlowParagraph {
            tag: Tag::Heading(level),
            ..FlowParagraph::new(StyleKey::Heading2, words("n"))
        })
    };
    let placed = placed_pieces([1, 3, 3, 4, 2, 3].map(heading).into());
    let mut levels = Vec::new();
    for node in placed.tags.nodes() {
        if let TagKind::Heading(level) = node.kind {
            levels.push(level);
        }
    }
    assert_eq!(levels, [1, 2, 2, 3, 2, 3]);
}

fn signed(blocks: Vec<Block>) -> Placed {
    let signature = Side::Signature(Signature {
        authority: words("T/M CHI BỘ"),
        post: None,
        name: Some(words("Nguyễn Thị Ánh Nguyệt")),
    });
    let recipients = Side::Recipients(Recipients {
        label: words("Nơi nhận:"),
        items: vec![words("- Lưu Chi bộ.")],
    });
    let block = |side| {
        Block::Signatures(Signatures {
            left: None,
            right: Some(side),
        })
    };
    let signatures = vec![block(signature), block(recipients)];
    placed(&document([blocks, signatures].concat()))
}

/// The lines before the signatures on the page that they stand on, and whether both
/// blocks stand there.
fn before_signatures(placed: &Placed) -> (usize, bool) {
    let mut pages = placed.pages.iter().map(lines);
    let page = pages
        .find(|page| page.iter().any(|line| line.contains("T/M CHI BỘ")))
        .unwrap();
    let before = page.iter().take_while(|line| !line.contains("T/M CHI BỘ"));
    (before.count(), page.iter().any(|line| line.contains("Lưu")))
}

#[test]
fn two_lines_of_text_go_over_with_the_signatures() {
    // 24 points each: a page holds 30
    for count in 2..=31 {
        let placed = signed(vec![of_role(Role::Body, "n"); count]);
        let (before, has_both) = before_signatures(&placed);
        assert!(before >= 2 && has_both, "{count}: {before}");
        // two, and no more than that
        assert!(placed.pages.len() == 1 || before == 2, "{count}: {before}");
    }
    let long = "nhiệm kỳ ".repeat(9);
    for count in 1..=15 {
        let placed = signed(vec![of_role(Role::Body, &long); count]);
        let (before, has_both) = before_signatures(&placed);
        assert!(before >= 2 && has_both, "{count}: {before}");
        assert!(placed.pages.len() == 1 || before == 2, "{count}: {before}");
    }
}

/// A table of so many rows of one cell.
fn table_of(rows: usize) -> Block {
    let cell = TableCell {
        is_head: false,
        is_total: false,
        align: Align::Left,
        column_span: 1,
        row_span: 1,
        content: words("hàng"),
    };
    let row = TableRow { cells: vec![cell] };
    Block::Table(Table {
        shares: vec![1],
        role: TableRole::Normal,
        head_rows: 0,
        rows: vec![row; rows],
    })
}

#[test]
fn the_last_row_of_a_table_and_a_line_go_over_with_the_signatures() {
    for count in 1..=40 {
        let placed = signed(vec![table_of(count), of_role(Role::Body, "n")]);
        let (before, has_both) = before_signatures(&placed);
        assert!(before >= 2 && has_both, "{count}: {before}");
    }
}

#[test]
fn high_rows_may_stand_alone_on_a_page() {
    // twenty lines of text and two rows are more than a page of 30 such lines
    let mut table = table_of(4);
    if let Block::Table(table) = &mut table {
        for row in &mut table.rows {
            row.cells[0].content = words(&"hàng ".repeat(200));
        }
    }
    let text = vec![of_role(Role::Body, "n"); 15];
    let placed = placed(&document([text, vec![table]].concat()));
    let first = lines(&placed.pages[0]);
    assert!(first.last().unwrap().contains("hàng"), "{first:?}");
}

#[test]
fn text_below_a_row_as_high_as_a_page_still_goes_with_the_signatures() {
    for count in 1..=40 {
        let mut table = table_of(1);
        if let Block::Table(table) = &mut table {
            let line = words("hàng");
            table.rows[0].cells[0].content = vec![line; count].join(&Inline::Break);
        }
        let placed = signed(vec![table, of_role(Role::Body, "n")]);
        let (before, has_both) = before_signatures(&placed);
        // the line, the row above it as long as a page holds all of them
        assert!(before >= 1 && has_both, "{count}: {before}");
        assert!(before == 1 || before == count + 1, "{count}: {before}");
    }
}

#[test]
fn neither_the_first_nor_the_last_row_of_a_table_stands_alone_on_a_page() {
    let is_row = |line: &&String| *line == "hàng";
    for before in 20..=31 {
        for count in 4..=40 {
            let text = vec![of_role(Role::Body, "n"); before];
            let placed = placed(&document([text, vec![table_of(count)]].concat()));
            let parts: Vec<usize> = placed
                .pages
                .iter()
                .map(|page| lines(page).iter().filter(is_row).count())
                .filter(|rows| *rows > 0)
                .collect();
            assert!(!parts.contains(&1), "{before}, {count}: {parts:?}");
        }
    }
}
