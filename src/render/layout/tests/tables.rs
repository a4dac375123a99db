use super::super::sample::{lines, minutes, placed, placed_pieces, words};
use super::*;
use crate::render::layout::placed::Point;
use crate::render::layout::{Owner, Scope, Span, TagKind};

const HALF: i32 = 5; // half of a border of 0.5 points, in twips

fn level(y: i32, from: i32, to: i32) -> (Point, Point) {
    let point = |x| Point {
        x: twips(x),
        y: twips(y),
    };
    (point(from), point(to))
}

fn ends(page: &Page) -> Vec<(Point, Point)> {
    rules(page)
        .iter()
        .map(|rule| (rule.from, rule.to))
        .collect()
}

fn spanning(columns: usize, rows: usize, text: &str) -> GridCell {
    GridCell {
        column_span: columns,
        row_span: rows,
        ..text_cell(text)
    }
}

#[test]
fn rows_are_as_high_as_their_text_and_one_border() {
    let rows = vec![vec![text_cell("một")], vec![text_cell("hai")]];
    let placed =
        placed_pieces(vec![grid(GridPurpose::Data, &[2000], 0, rows), body("ba")]);
    let page = &placed.pages[0];
    let baselines: Vec<Distance> = fragments(page).iter().map(|it| it.baseline).collect();
    // border 10, room 40, four fifths of 340 twips; rows of 10 + 40 + 340 + 40; after
    // the last border, the body: LibreOffice has 90.8 and 112.3 below a line at 74.7
    assert_eq!(
        baselines,
        [
            twips(1134 + 10 + 40 + 272),
            twips(1134 + 430 + 10 + 40 + 272),
            twips(1134 + 860 + 10 + 120 + 288),
        ]
    );
    // text stands one padding of 80 twips from the grid's line
    assert_eq!(fragments(page)[0].words[0].x, twips(1701 + 80));
}

#[test]
fn each_border_is_drawn_once() {
    let rows = vec![
        vec![text_cell("a"), text_cell("b")],
        vec![text_cell("c"), text_cell("d")],
    ];
    let placed = placed_pieces(vec![grid(GridPurpose::Data, &[1000, 2000], 0, rows)]);
    let (left, right) = (1701 - HALF, 1701 + 3000 + HALF);
    let y = |row: i32| 1134 + HALF + row * 430;
    let upright = |x: i32| {
        let point = |y| Point {
            x: twips(x),
            y: twips(y),
        };
        (point(y(0) - HALF), point(y(2) + HALF))
    };
    assert_eq!(
        ends(&placed.pages[0]),
        [
            level(y(0), left, right),
            level(y(1), left, right),
            level(y(2), left, right),
            upright(1701),
            upright(2701),
            upright(4701),
        ]
    );
}

#[test]
fn no_border_crosses_a_cell_that_covers_others() {
    let rows = vec![
        vec![spanning(1, 2, "a"), spanning(2, 1, "b")],
        vec![text_cell("c"), text_cell("d")],
    ];
    let columns = [1000, 1000, 1000];
    let placed = placed_pieces(vec![grid(GridPurpose::Data, &columns, 0, rows)]);
    let page = &placed.pages[0];
    let y = 1134 + HALF + 430;
    // between the rows only from the second column on
    assert!(ends(page).contains(&level(y, 2701 - HALF, 4701 + HALF)));
    assert!(!ends(page).contains(&level(y, 1701 - HALF, 4701 + HALF)));
    // between the second and the third column only in the second row
    let short = ends(page)
        .into_iter()
        .find(|(from, _)| from.x == twips(3701))
        .unwrap();
    assert_eq!(short.0.y, twips(y - HALF));
    // "a" in the middle of both rows: 420 + 10 + 420 twips less 420, halved
    let baseline = fragments(page)[0].baseline;
    assert_eq!(baseline, twips(1134 + 10 + 215 + 40 + 272));
}

#[test]
fn a_covering_cell_makes_its_last_row_grow() {
    let high = GridCell {
        row_span: 2,
        ..cell(vec![
            FlowParagraph::new(StyleKey::TableCell, words("1")),
            FlowParagraph::new(StyleKey::TableCell, words("2")),
            FlowParagraph::new(StyleKey::TableCell, words("3")),
        ])
    };
    let rows = vec![vec![high, text_cell("a")], vec![text_cell("b")]];
    let placed = placed_pieces(vec![grid(GridPurpose::Data, &[1000, 1000], 0, rows)]);
    let bottom = ends(&placed.pages[0]).iter().map(|(from, _)| from.y).max();
    // three lines of 340 and the larger of 40 and 40 between them: 40 + 3 × 340 + 2 × 40
    // + 40 = 1180; with the borders above and below 1200
    assert_eq!(bottom, Some(twips(1134 + 1200 - HALF)));
}

#[test]
fn a_head_is_repeated_on_each_page_and_read_once() {
    let placed = placed(&minutes());
    let heads = |page: &Page, is_artifact: bool| {
        let owner = |it: &&&Fragment| (it.owner == Owner::Artifact) == is_artifact;
        let begins = |it: &&&Fragment| {
            let glyphs = it.words.iter().flat_map(|word| &word.glyphs);
            glyphs.map(|set| set.source).collect::<String>() == "STT"
        };
        fragments(page).iter().filter(owner).filter(begins).count()
    };
    let read: Vec<usize> = placed.pages.iter().map(|page| heads(page, false)).collect();
    let seen: Vec<usize> = placed.pages.iter().map(|page| heads(page, true)).collect();
    assert_eq!(read, [0, 1, 0, 0]);
    assert_eq!(seen, [0, 0, 1, 1]);
}

#[test]
fn a_head_goes_over_with_its_first_row() {
    let line = || {
        let paragraph = FlowParagraph::new(StyleKey::Number, words("n"));
        Piece::Paragraph(paragraph)
    };
    let rows = vec![vec![text_cell("đầu")], vec![text_cell("một")]];
    // 728.5 - 38 × 18 = 44.5 points of room; two rows need 2 × 21.5 + 0.5 = 43.5
    let pages = |count: usize, rows: &Vec<Vec<GridCell>>| {
        let table = grid(GridPurpose::Data, &[2000], 1, rows.clone());
        let pieces = (0..count).map(|_| line()).chain([table]).collect();
        placed_pieces(pieces).pages.len()
    };
    assert_eq!(pages(38, &rows), 1);
    let placed_after_39 = pages(39, &rows);
    assert_eq!(placed_after_39, 2);
}

#[test]
fn a_row_higher_than_a_page_is_parted_between_its_lines() {
    let text: Vec<String> = (1..=100).map(|number| number.to_string()).collect();
    let paragraphs = text
        .iter()
        .map(|number| FlowParagraph::new(StyleKey::TableCell, words(number)));
    let rows = vec![vec![text_cell("đầu")], vec![cell(paragraphs.collect())]];
    let placed = placed_pieces(vec![grid(GridPurpose::Data, &[2000], 1, rows)]);
    let found: Vec<String> = placed.pages.iter().flat_map(lines).collect();
    assert_eq!(found[0], "đầu");
    assert_eq!(found[1..], text);
    assert!(placed.pages.len() > 2);
}

#[test]
fn cells_are_tagged_with_what_they_head_and_cover() {
    let head = GridCell {
        is_head: true,
        ..spanning(2, 1, "đầu")
    };
    let side = GridCell {
        is_head: true,
        ..text_cell("bên")
    };
    let rows = vec![vec![head], vec![side, text_cell("n")]];
    let placed = placed_pieces(vec![grid(GridPurpose::Data, &[1000, 1000], 1, rows)]);
    let one = Span {
        columns: 1,
        rows: 1,
    };
    let two = Span { columns: 2, ..one };
    let kinds: Vec<TagKind> = placed.tags.nodes().iter().map(|node| node.kind).collect();
    assert_eq!(
        kinds,
        [
            TagKind::Document,
            TagKind::Table,
            TagKind::Row,
            TagKind::HeadCell(Scope::Column, two),
            TagKind::Row,
            TagKind::HeadCell(Scope::Row, one),
            TagKind::DataCell(one),
        ]
    );
}

#[test]
fn a_layout_grid_is_no_table() {
    let rows = vec![vec![text_cell("a"), text_cell("b")]];
    let placed = placed_pieces(vec![grid(GridPurpose::Layout, &[1000, 1000], 0, rows)]);
    assert!(rules(&placed.pages[0]).is_empty());
    let kinds: Vec<TagKind> = placed.tags.nodes().iter().map(|node| node.kind).collect();
    assert_eq!(
        kinds,
        [TagKind::Document, TagKind::Paragraph, TagKind::Paragraph]
    );
}

#[test]
fn a_grid_that_does_not_add_up_loses_no_text() {
    let rows = vec![
        vec![spanning(9, 9, "a"), text_cell("b"), text_cell("c")],
        vec![text_cell("d")],
        vec![],
    ];
    for columns in [&[1000, 1000][..], &[0], &[]] {
        let piece = grid(GridPurpose::Data, columns, 7, rows.clone());
        let placed = placed_pieces(vec![piece]);
        let mut found: Vec<char> = lines(&placed.pages[0]).concat().chars().collect();
        found.sort_unstable();
        assert_eq!(found, ['a', 'b', 'c', 'd']);
    }
}

#[test]
fn every_page_of_a_long_table_is_ruled_like_the_others() {
    let rows = vec![vec![text_cell("a"), text_cell("b")]; 400];
    let placed = placed_pieces(vec![grid(GridPurpose::Data, &[1000, 1000], 1, rows)]);
    // 14570 twips hold a head and 32 rows of 430
    assert_eq!(placed.pages.len(), 13);
    let texts = placed.pages.iter().map(|page| lines(page).len());
    assert_eq!(texts.sum::<usize>(), 400);
    let baselines = |page: &Page| -> Vec<Distance> {
        fragments(page).iter().map(|it| it.baseline).collect()
    };
    let [_, first, further @ .., _] = placed.pages.as_slice() else {
        panic!("few pages");
    };
    for page in further {
        assert_eq!(ends(page), ends(first));
        // with the number of the page, which may have two digits
        assert_eq!(baselines(page), baselines(first));
    }
}

#[test]
fn a_cell_deep_in_a_long_table_still_covers_its_rows() {
    for above in 90..=110 {
        let mut rows = vec![vec![text_cell("x"), text_cell("y")]; 150];
        rows[above] = vec![spanning(1, 4, "a"), text_cell("y")];
        for row in &mut rows[above + 1..above + 4] {
            *row = vec![text_cell("y")];
        }
        let placed = placed_pieces(vec![grid(GridPurpose::Data, &[1000, 1000], 0, rows)]);
        let levels = placed.pages.iter().flat_map(ends);
        let levels = levels.filter(|(from, to)| from.y == to.y);
        // between the four rows only from the second column on
        let short = levels.filter(|(from, _)| from.x == twips(2701 - HALF));
        assert_eq!(short.count(), 3, "below {above} rows");
        let texts = placed.pages.iter().flat_map(lines).collect::<String>();
        assert_eq!(texts.matches('y').count(), 150);
        assert_eq!(texts.matches('x').count(), 146);
    }
}
