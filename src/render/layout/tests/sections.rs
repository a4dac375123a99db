use super::super::sample::{document, drawing_block, of_role, placed};
use super::*;
use crate::document::{
    Align, Ballots, Block, Document, Role, Section, Table, TableCell, TableRole, TableRow,
};
use crate::render::layout::placed::Point;
use crate::render::layout::{Owner, PlacedPicture, Stroke, TagKind};
use proptest::prelude::*;

fn section(is_landscape: bool, is_annex: bool, blocks: Vec<Block>) -> Block {
    Block::Section(Section {
        is_landscape,
        is_annex,
        blocks,
    })
}

fn ballots(count: usize, across: usize, down: usize, blocks: Vec<Block>) -> Document {
    document(vec![Block::Ballots(Ballots {
        count,
        across,
        down,
        blocks,
    })])
}

fn said(text: &str) -> Block {
    of_role(Role::Body, text)
}

/// Artifacts that are text: the number of each page.
fn numbers(placed: &Placed) -> Vec<String> {
    let number = |page: &Page| {
        let found = fragments(page).into_iter();
        let found = found.filter(|it| it.owner == Owner::Artifact);
        found
            .flat_map(|it| it.words.iter().flat_map(|word| &word.glyphs))
            .map(|set| set.source)
            .collect()
    };
    placed.pages.iter().map(number).collect()
}

#[test]
fn a_turned_page_has_the_margins_turned() {
    let turned = section(true, false, vec![said("n")]);
    let placed = placed(&document(vec![said("n"), turned, said("n")]));
    let sizes: Vec<(i32, i32)> = placed
        .pages
        .iter()
        .map(|page| (page.width.to_twips(), page.height.to_twips()))
        .collect();
    let (upright, flat) = ((11906, 16838), (16838, 11906));
    assert_eq!(sizes, [upright, flat, upright]);
    let first = fragments(&placed.pages[1])[0];
    // left is the portrait page's lower margin, 1134, above its left one, 1701
    assert_eq!(first.words[0].x, twips(1134 + 567));
    assert_eq!(first.baseline, twips(1701 + 120 + 288));
}

#[test]
fn turned_pages_count_on_and_an_annex_counts_from_one() {
    let long = || vec![said("n"), Block::PageBreak, said("n")];
    let blocks = [
        long(),
        vec![section(true, false, long()), section(false, true, long())],
        long(),
    ];
    let placed = placed(&document(blocks.concat()));
    // two pages, two turned, an annex of two, and the text goes on from the annex
    assert_eq!(numbers(&placed), ["", "2", "3", "4", "", "2", "3", "4"]);
}

#[test]
fn a_paper_that_begins_with_turned_pages_has_no_empty_page_before() {
    let placed = placed(&document(vec![section(true, false, vec![said("n")])]));
    assert_eq!(placed.pages.len(), 1);
    assert_eq!(numbers(&placed), [""]);
}

#[test]
fn a_picture_stands_in_the_middle_and_is_described() {
    // 40 × 20 pixels of 15 twips
    let placed = placed(&document(vec![drawing_block(40, 20)]));
    let pictures: Vec<&PlacedPicture> = placed.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Picture(picture) => Some(&**picture),
            Item::Text(_) | Item::Rule(_) => None,
        })
        .collect();
    let [picture] = pictures.as_slice() else {
        panic!("{pictures:?}");
    };
    assert_eq!((picture.width, picture.height), (twips(600), twips(300)));
    // (9355 - 600) / 2 = 4377.5
    assert_eq!(picture.at.x, twips(1701 + 4377) + twips(1).half());
    assert_eq!(picture.at.y, twips(1134 + 120));
    let figure = &placed.tags.nodes()[1];
    assert_eq!(figure.kind, TagKind::Figure);
    assert_eq!(figure.alternative.as_deref(), Some("Quang cảnh Đại hội"));
    // the caption follows
    assert_eq!(lines(&placed.pages[0]), ["Hình 1"]);
}

#[test]
fn a_sheet_is_parted_evenly_and_cut_marks_stand_between() {
    let placed = placed(&ballots(4, 2, 2, vec![said("n")]));
    let [page] = placed.pages.as_slice() else {
        panic!("one sheet");
    };
    let ends: Vec<(Point, Point)> = rules(page)
        .into_iter()
        .inspect(|rule| assert_eq!(rule.stroke, Stroke::Dashed))
        .map(|rule| (rule.from, rule.to))
        .collect();
    let point = |x: i32, y: i32| Point {
        x: twips(x),
        y: twips(y),
    };
    // 8 mm, 454 twips, cannot be printed; below also 60 for what formats put there
    let (left, right) = (454, 11906 - 454);
    let (top, bottom) = (454 + 20, 16838 - 454 - 60);
    assert_eq!(
        ends,
        [
            (point(left, 8419), point(right, 8419)),
            (point(5953, top), point(5953, bottom)),
        ]
    );
    // text begins 10 mm, 567 twips, from the edges of each ballot
    let corners: Vec<Point> = fragments(page)
        .into_iter()
        .map(|fragment| Point {
            x: fragment.words[0].x - twips(567),
            y: fragment.baseline - twips(120 + 288),
        })
        .collect();
    assert_eq!(
        corners,
        [
            point(567, 567),
            point(5953 + 567, 567),
            point(567, 8419 + 567),
            point(5953 + 567, 8419 + 567),
        ]
    );
}

#[test]
fn ballots_are_as_many_as_asked_for_and_bear_no_number() {
    let placed = placed(&ballots(7, 2, 2, vec![said("n")]));
    let counts: Vec<usize> = placed.pages.iter().map(|page| lines(page).len()).collect();
    // two beside each other stand on one line
    assert_eq!(counts, [2, 2]);
    let all: usize = placed.pages.iter().map(|page| fragments(page).len()).sum();
    assert_eq!(all, 7);
    assert_eq!(numbers(&placed), ["", ""]);
    let parts = placed.tags.nodes().iter();
    let parts = parts.filter(|node| node.kind == TagKind::Division);
    assert_eq!(parts.count(), 7);
}

#[test]
fn high_ballots_stand_fewer_below_each_other() {
    // 20 lines of 360 and 120 between: 9600 twips are more than half a sheet
    let high = vec![said("n"); 20];
    let placed_high = placed(&ballots(2, 1, 2, high));
    assert_eq!(placed_high.pages.len(), 2);
    let higher = vec![said("n"); 40];
    let placed_higher = placed(&ballots(2, 2, 2, higher));
    // no sheet holds one: each begins a page of its own, without marks
    assert_eq!(placed_higher.pages.len(), 4);
    assert!(
        placed_higher
            .pages
            .iter()
            .all(|page| rules(page).is_empty())
    );
    assert_eq!(numbers(&placed_higher), ["", "", "", ""]);
}

fn any_ballot() -> impl Strategy<Value = Vec<Block>> {
    let text = "([a-zđê]{1,7} ){0,30}";
    let names = prop::collection::vec("([A-ZĐ][a-zê]{1,6} ){1,4}", 1..9);
    (text, names).prop_map(|(text, names)| {
        let cell = |text: &str| TableCell {
            is_head: false,
            is_total: false,
            align: Align::Left,
            column_span: 1,
            row_span: 1,
            content: words(text),
        };
        let row = |name: &String| TableRow {
            cells: vec![cell("1"), cell(name)],
        };
        let table = Table {
            shares: vec![1, 5],
            role: TableRole::Normal,
            head_rows: 0,
            rows: names.iter().map(row).collect(),
        };
        vec![
            of_role(Role::Title, "PHIẾU BẦU CỬ"),
            said(&text),
            Block::Table(table),
        ]
    })
}

/// What stands on a ballot, from its upper left corner.
fn marks(page: &Page, corner: Point, size: Point) -> Vec<(Distance, Distance, String)> {
    let is_inside = |at: Point| {
        let (x, y) = (at.x - corner.x, at.y - corner.y);
        (x >= Distance::ZERO && x < size.x && y >= Distance::ZERO && y < size.y)
            .then_some((x, y))
    };
    let mark = |item: &Item| match item {
        Item::Text(fragment) => {
            let (x, y) = is_inside(Point {
                x: fragment.words[0].x,
                y: fragment.baseline,
            })?;
            let glyphs = fragment.words.iter().flat_map(|word| &word.glyphs);
            Some((x, y, glyphs.map(|set| set.source).collect()))
        }
        Item::Rule(rule) if rule.stroke == Stroke::Solid => {
            let (x, y) = is_inside(rule.from)?;
            Some((x, y, format!("{:?}", rule.to.x - rule.from.x)))
        }
        Item::Rule(_) | Item::Picture(_) => None,
    };
    page.items.iter().filter_map(mark).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_tells_one_ballot_from_another(
        blocks in any_ballot(),
        count in 1_usize..12,
        across in 1_usize..=3,
        down in 1_usize..=4,
    ) {
        let placed = placed(&ballots(count, across, down, blocks));
        let on_first = rules(&placed.pages[0]);
        // so many cut marks are level as rows are below the first
        let is_cut = |rule: &&&Rule| rule.stroke == Stroke::Dashed;
        let level = on_first.iter().filter(is_cut).filter(|it| it.from.y == it.to.y);
        let rows = i32::try_from(level.count() + 1).unwrap();
        let columns = i32::try_from(across).unwrap();
        let mut seen = Vec::new();
        for page in &placed.pages {
            for row in 0..rows {
                for column in 0..columns {
                    let cut = |whole: i32, number: i32, parts: i32| twips(whole * number / parts);
                    let corner = Point {
                        x: cut(11906, column, columns),
                        y: cut(16838, row, rows),
                    };
                    let next = Point {
                        x: cut(11906, column + 1, columns),
                        y: cut(16838, row + 1, rows),
                    };
                    let size = Point { x: next.x - corner.x, y: next.y - corner.y };
                    let found = marks(page, corner, size);
                    if !found.is_empty() {
                        seen.push(found);
                    }
                }
            }
        }
        prop_assert_eq!(seen.len(), count);
        prop_assert!(seen.windows(2).all(|pair| pair[0] == pair[1]));
    }
}
