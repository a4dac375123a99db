//! Where each component of the form stands on the page, and in which face: table 2 of
//! the guidances 36-HD/VPTW and 05-HD/VPTW, numbers worked by hand.

use super::super::sample::{document, heading, of_role, placed_in, words};
use super::*;
use crate::document::profile::ProfileId;
use crate::document::{
    Addressees, Article, Block, Document, FontSize, Letterhead, Recipients, Role, Run,
    RunStyle, Side, Signature, Signatures,
};
use crate::render::font::Face;

// twips: the text is 1701 to 11,056, its middle 6378; the left column of head and end is
// 76 mm = 4309 wide
const LEFT_COLUMN: Place = Place::Axis(3855);
const RIGHT_COLUMN: Place = Place::Axis(8533);
const PAGE: Place = Place::Axis(6378);
const MARGIN: Place = Place::From(1701);
const INDENTED: Place = Place::From(1701 + 567);

/// Where a line stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Centred on so many twips from the left edge of the paper.
    Axis(i32),
    /// Beginning there.
    From(i32),
}

/// A resolution with every component that papers of the form can have.
fn paper() -> Document {
    let bold = Inline::Run(Run {
        text: "Điều 1.".to_owned(),
        style: RunStyle {
            bold: true,
            ..RunStyle::default()
        },
        trace: None,
    });
    let signature = Side::Signature(Signature {
        authority: words("T/M CHI BỘ"),
        post: Some(words("BÍ THƯ")),
        name: Some(words("Nguyễn Văn An")),
    });
    let recipients = Side::Recipients(Recipients {
        label: words("Nơi nhận:"),
        items: vec![words("- Lưu Chi bộ.")],
    });
    document(vec![
        Block::Letterhead(Letterhead {
            superior: vec![words("ĐẢNG BỘ XÃ TIÊN PHONG")],
            issuer: vec![words("CHI BỘ XÓM ĐỊNH")],
            mark: words("*"),
            number: Some(words("Số 05-NQ/CB")),
            heading: words("ĐẢNG CỘNG SẢN VIỆT NAM"),
            place_date: Some(words("Hà Nội, ngày 03 tháng 02 năm 2026")),
        }),
        of_role(Role::Title, "NGHỊ QUYẾT"),
        of_role(Role::Abstract, "về công tác cán bộ"),
        of_role(Role::Separator, "-----"),
        Block::Addressees(Addressees {
            label: words("Kính gửi:"),
            items: vec![words("Đảng ủy xã")],
        }),
        of_role(Role::Basis, "- Căn cứ Điều lệ Đảng,"),
        of_role(Role::Resolve, "QUYẾT NGHỊ:"),
        heading(1, "I-", "I- ĐÁNH GIÁ"),
        heading(2, "1.", "1. Kết quả"),
        heading(3, "a)", "a) Nội dung"),
        of_role(Role::Body, "Đại hội nhất trí."),
        Block::Article(Article {
            number: "Điều 1".to_owned(),
            content: [vec![bold], words(" Chuẩn y.")].concat(),
        }),
        Block::Signatures(Signatures {
            left: Some(recipients),
            right: Some(signature),
        }),
    ])
}

fn text_of(fragment: &Fragment) -> String {
    let glyphs = fragment.words.iter().flat_map(|word| &word.glyphs);
    let text: String = glyphs.map(|set| set.source).collect();
    // spaces that hold are spaces to a reader
    text.replace('\u{a0}', " ")
}

fn find<'a>(page: &'a Page, text: &str) -> &'a Fragment {
    let found = |it: &&&Fragment| text_of(it).trim() == text;
    let all = fragments(page);
    let Some(fragment) = all.iter().find(found) else {
        let texts: Vec<String> = all.iter().map(|it| text_of(it)).collect();
        panic!("{text} not in {texts:?}");
    };
    fragment
}

fn is_near(one: Distance, other: Distance) -> bool {
    // half a point
    (one - other).max(other - one) <= twips(10)
}

#[test]
fn each_component_stands_where_the_table_has_it() {
    use Face::{Bold, Italic, Regular};
    // component of the table, text, points, face, place; from the top down
    #[rustfmt::skip]
    let table = [
        ("1", "ĐẢNG CỘNG SẢN VIỆT NAM", 15, Bold, RIGHT_COLUMN),
        ("2a", "ĐẢNG BỘ XÃ TIÊN PHONG", 14, Regular, LEFT_COLUMN),
        ("2b", "CHI BỘ XÓM ĐỊNH", 14, Bold, LEFT_COLUMN),
        ("2c", "*", 14, Regular, LEFT_COLUMN),
        ("3", "Số 05-NQ/CB", 14, Regular, LEFT_COLUMN),
        ("4", "Hà Nội, ngày 03 tháng 02 năm 2026", 14, Italic, RIGHT_COLUMN),
        ("5a", "NGHỊ QUYẾT", 16, Bold, PAGE),
        ("5b", "về công tác cán bộ", 14, Bold, PAGE),
        ("5b", "-----", 14, Regular, PAGE),
        ("7", "- Căn cứ Điều lệ Đảng,", 14, Regular, INDENTED),
        ("7", "QUYẾT NGHỊ:", 14, Bold, PAGE),
        ("8g", "I- ĐÁNH GIÁ", 14, Bold, INDENTED),
        ("8g", "1. Kết quả", 14, Bold, INDENTED),
        ("8g", "a) Nội dung", 14, Italic, INDENTED),
        ("8", "Đại hội nhất trí.", 14, Regular, INDENTED),
        ("8d", "Điều 1.", 14, Bold, INDENTED),
        ("9a", "T/M CHI BỘ", 14, Bold, RIGHT_COLUMN),
        ("9b", "BÍ THƯ", 14, Regular, RIGHT_COLUMN),
        ("9c", "Nguyễn Văn An", 14, Bold, RIGHT_COLUMN),
        ("10", "Nơi nhận:", 14, Regular, MARGIN),
        ("10", "- Lưu Chi bộ.", 12, Regular, MARGIN),
    ];
    for profile in ProfileId::ALL {
        let placed = placed_in(&paper(), profile);
        let page = &placed.pages[0];
        for (component, text, points, face, place) in table {
            let line = find(page, text);
            let seen = (line.size, line.face);
            assert_eq!(
                seen,
                (FontSize::points(points), face),
                "{component}: {text}"
            );
            let (from, to) = (line.words[0].x, inked_end(line).unwrap());
            let (stands, wanted) = match place {
                Place::Axis(axis) => ((from + to).half(), axis),
                Place::From(edge) => (from, edge),
            };
            assert!(
                is_near(stands, twips(wanted)),
                "{component}: {text}: {stands:?}"
            );
        }
    }
}

#[test]
fn the_components_follow_each_other_down_the_page() {
    let page = &placed_in(&paper(), ProfileId::Party2026).pages[0];
    let at = |text: &str| find(page, text).baseline;
    let down = [
        ["ĐẢNG BỘ XÃ TIÊN PHONG", "CHI BỘ XÓM ĐỊNH"],
        ["CHI BỘ XÓM ĐỊNH", "*"],
        ["*", "Số 05-NQ/CB"],
        [
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Hà Nội, ngày 03 tháng 02 năm 2026",
        ],
        ["Số 05-NQ/CB", "NGHỊ QUYẾT"],
        ["NGHỊ QUYẾT", "về công tác cán bộ"],
        ["về công tác cán bộ", "-----"],
        ["-----", "- Căn cứ Điều lệ Đảng,"],
    ];
    for [above, below] in down {
        assert!(at(above) < at(below), "{above}, {below}");
    }
    // 9a and 10 are level
    assert_eq!(at("T/M CHI BỘ"), at("Nơi nhận:"));
    // 9d: between post and name four lines of 18 points, and the name's own
    assert_eq!(at("Nguyễn Văn An") - at("BÍ THƯ"), twips(5 * 18 * 20));
}

#[test]
fn the_line_below_the_title_is_as_long_as_the_title() {
    for profile in ProfileId::ALL {
        let placed = placed_in(&paper(), profile);
        let page = &placed.pages[0];
        let title = find(page, "ĐẢNG CỘNG SẢN VIỆT NAM");
        let rules = rules(page);
        let line = rules.iter().find(|it| it.from.y > title.baseline).unwrap();
        // measured with the face of Times New Roman: 206.7 points
        assert!(is_near(line.to.x - line.from.x, twips(4133)));
        assert!(is_near(line.from.x, title.words[0].x));
        assert_eq!(line.from.y, line.to.y);
        let date = find(page, "Hà Nội, ngày 03 tháng 02 năm 2026");
        assert!(line.from.y < date.baseline);
    }
}

#[test]
fn the_label_of_an_addressee_is_italic_and_its_name_is_not() {
    let placed = placed_in(&paper(), ProfileId::Party2026);
    let page = &placed.pages[0];
    let (label, name) = (find(page, "Kính gửi:"), find(page, "Đảng ủy xã"));
    assert_eq!((label.face, name.face), (Face::Italic, Face::Regular));
    assert_eq!(label.baseline, name.baseline);
    let middle = (label.words[0].x + inked_end(name).unwrap()).half();
    assert!(is_near(middle, twips(6378)));
}
