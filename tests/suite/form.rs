//! The form, component by component: every paper of a cell and of its committee against
//! table 2 of the guidances 36-HD/VPTW and 05-HD/VPTW, in both profiles.
//!
//! Sizes, case and marks are copied from the table by hand; where they stand on the page
//! is tested beside the layout.

use crate::support::{BATCH, committee_papers, papers, read};
use bienban::document::profile::{FormatProfile, ProfileId, StyleKey};
use bienban::document::{
    Align, Block, FontSize, Inline, Length, Letterhead, Paragraph, Recipients, Role,
    Side, Signature,
};
use bienban::template::Paper;

/// What the two guidances say differently.
struct Marks {
    recipients: char,
    addressee: &'static str,
}

const FORMS: [(ProfileId, Marks); 2] = [
    (
        ProfileId::Party2018,
        Marks {
            recipients: ',',
            addressee: "Kính gửi:",
        },
    ),
    (
        ProfileId::Party2026,
        Marks {
            recipients: ';',
            addressee: "Kính trình:",
        },
    ),
];

#[test]
fn each_component_has_the_size_and_face_of_the_table() {
    use Align::{Center, Justify, Left, Right};
    use StyleKey as Key;
    // key, size in points, marks (Bold, Italic, Underlined), place in its column
    #[rustfmt::skip]
    let table = [
        (Key::PartyTitle, 15, "B", Center),      // 1
        (Key::Superior, 14, "", Center),         // 2a
        (Key::Issuer, 14, "B", Center),          // 2b
        (Key::LetterheadMark, 14, "", Center),   // 2c
        (Key::Number, 14, "", Center),           // 3
        (Key::PlaceDate, 14, "I", Center),       // 4
        (Key::Title, 16, "B", Center),           // 5a: 15-16
        (Key::Abstract, 14, "B", Center),        // 5b: 14-15
        (Key::Separator, 14, "", Center),        // 5b
        (Key::Addressee, 14, "", Center),        // 6: its label is italic in the line
        (Key::AddresseeLabel, 14, "I", Right),   // 6
        (Key::AddresseeItem, 14, "", Left),      // 6
        (Key::Basis, 14, "", Justify),           // 7: upright
        (Key::Body, 14, "", Justify),            // 8
        (Key::ListItem, 14, "", Justify),        // 8
        (Key::Article, 14, "", Justify),         // 8d: its label is bold in the line
        (Key::Heading1, 14, "B", Left),          // 8g
        (Key::Heading2, 14, "B", Left),          // 8g
        (Key::Heading3, 14, "I", Left),          // 8g
        (Key::Authority, 14, "B", Center),       // 9a
        (Key::Post, 14, "", Center),             // 9b: not bold
        (Key::SignerName, 14, "B", Center),      // 9c
        (Key::RecipientsLabel, 14, "U", Left),   // 10
        (Key::Recipient, 12, "", Left),          // 10
        (Key::AnnexLabel, 14, "B", Center),      // 18
        (Key::AnnexTitle, 14, "B", Center),      // 18
        (Key::PageNumber, 14, "", Center),       // 19
    ];
    for (id, _) in FORMS {
        for (key, points, marks, align) in table {
            let style = (id.profile().style)(key);
            let seen: String = [
                (style.bold, 'B'),
                (style.italic, 'I'),
                (style.underline, 'U'),
            ]
            .iter()
            .filter_map(|(is_set, mark)| is_set.then_some(*mark))
            .collect();
            let found = (style.size, &*seen, style.align);
            let wanted = (FontSize::points(points), marks, align);
            assert_eq!(found, wanted, "{key:?} of {}", id.name());
        }
    }
}

#[test]
fn the_page_and_its_text_have_the_measures_of_the_guidance() {
    for (id, _) in FORMS {
        let FormatProfile { page, style, .. } = id.profile();
        // section 1: A4; 20, 20, 30, 15 mm; page number 10 mm from the edge, in twips
        let sides = [page.width, page.height, page.top, page.bottom];
        let more = [page.left, page.right, page.header];
        assert_eq!(sides.map(Length::to_twips), [11_906, 16_838, 1134, 1134]);
        assert_eq!(more.map(Length::to_twips), [1701, 850, 567]);
        // 8: lines exactly 18 to 22 pt, 6 pt between paragraphs, first line 10 mm in
        let body = style(StyleKey::Body);
        assert_eq!(body.pitch.to_twips(), 18 * 20);
        assert_eq!(body.before.to_twips(), 6 * 20);
        assert_eq!(body.first_line.to_twips(), 567);
        // 9d: four lines for the signature
        let gap = style(StyleKey::SignatureGap).pitch;
        assert_eq!(gap.to_twips(), 4 * 18 * 20);
    }
}

/// What is not as the table has it, each with its paper.
struct Faults {
    paper: String,
    found: Vec<String>,
}

impl Faults {
    fn check(&mut self, is_right: bool, component: &str, text: &str) {
        if !is_right {
            self.found
                .push(format!("{}: {component}: {text}", self.paper));
        }
    }
}

#[test]
fn every_paper_has_the_words_and_marks_of_its_components() {
    let batch = read(BATCH);
    for (id, marks) in FORMS {
        let mut faults = Faults {
            paper: String::new(),
            found: Vec::new(),
        };
        let cells = batch.cells.iter().flat_map(|cell| papers(cell, Some(id)));
        let all: Vec<Paper> = cells.chain(committee_papers(&batch, Some(id))).collect();
        for paper in &all {
            faults.paper = format!("{} {}", id.name(), paper.id.file_stem());
            let kind = paper.id.kind.number();
            let blocks = flat(&paper.document.blocks);
            let head = blocks.iter().find_map(|block| match block {
                Block::Letterhead(head) => Some(head),
                _ => None,
            });
            match head {
                // a ballot bears no number, and a news item is no paper of the form
                _ if [3, 12].contains(&kind) => continue,
                Some(head) => letterhead(head, kind, &mut faults),
                None => faults.check(false, "2", "no letterhead"),
            }
            for (place, block) in blocks.iter().enumerate() {
                let next = blocks.get(place + 1).copied();
                component(block, next, &marks, &mut faults);
            }
            faults.check(!ends_in_one_line(&blocks), "9", "one line below a table");
            let has_addressee =
                blocks.iter().any(|it| matches!(it, Block::Addressees(_)));
            faults.check(has_addressee == (kind == 9), "6", "addressee");
        }
        assert!(all.len() > 80, "{}", all.len());
        assert_eq!(faults.found, Vec::<String>::new());
    }
}

/// The blocks with those of sections in place of the sections.
fn flat(blocks: &[Block]) -> Vec<&Block> {
    fn inside(block: &Block) -> Vec<&Block> {
        if let Block::Section(section) = block {
            flat(&section.blocks)
        } else {
            vec![block]
        }
    }
    blocks.iter().flat_map(inside).collect()
}

/// Whether a paper ends in a table and one paragraph: with signatures below, a row would
/// have to leave the table for them, and LibreOffice takes none from its further pages.
fn ends_in_one_line(blocks: &[&Block]) -> bool {
    let is_signed = |block: &&&Block| matches!(block, Block::Signatures(_));
    let mut end = blocks.iter().rev().skip_while(is_signed);
    let is_text = |block: Option<&&Block>| matches!(block, Some(Block::Paragraph(one)) if one.role == Role::Body);
    is_text(end.next()) && matches!(end.next(), Some(Block::Table(_)))
}

fn text(line: &[Inline]) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Run(run) => run.text.clone(),
        Inline::Blank(width) => "_".repeat(usize::from(*width)),
        Inline::Break => " ".to_owned(),
    };
    line.iter().map(piece).collect()
}

fn is_upper(text: &str) -> bool {
    text == text.to_uppercase()
}

/// Components 1 to 4.
fn letterhead(head: &Letterhead, kind: u8, faults: &mut Faults) {
    let title = text(&head.heading);
    faults.check(title == "ĐẢNG CỘNG SẢN VIỆT NAM", "1", &title);
    for line in head.superior.iter().chain(&head.issuer) {
        let line = text(line);
        faults.check(is_upper(&line), "2", &line);
    }
    faults.check(!head.issuer.is_empty(), "2b", "no issuing body");
    faults.check(text(&head.mark) == "*", "2c", &text(&head.mark));
    let has_number = ![2, 7].contains(&kind);
    faults.check(head.number.is_some() == has_number, "3", "number");
    if let Some(number) = &head.number {
        let number = text(number);
        faults.check(is_number(&number), "3", &number);
    }
    let date = head.place_date.as_ref().map(|line| text(line));
    let is_date = date.as_deref().is_some_and(is_place_and_date);
    faults.check(is_date, "4", &format!("{date:?}"));
}

/// `Số 05-NQ/ĐH`: no colon, no space inside, two digits at least or room for the hand.
fn is_number(number: &str) -> bool {
    let Some((digits, symbol)) = number
        .strip_prefix("Số ")
        .and_then(|number| number.split_once('-'))
    else {
        return false;
    };
    let Some((kind, body)) = symbol.split_once('/') else {
        return false;
    };
    let is_hand = !digits.is_empty() && digits.bytes().all(|it| it == b'_');
    let is_typed = digits.len() >= 2 && digits.bytes().all(|it| it.is_ascii_digit());
    (is_hand || is_typed)
        && ["BB", "NQ", "QĐ", "BC", "TTr"].contains(&kind)
        && ["ĐH", "CB", "ĐU", "ĐUC"].contains(&body)
}

/// `Hà Nội, ngày 05 tháng 9 năm 2022`: the day padded, the month only for 1 and 2.
fn is_place_and_date(line: &str) -> bool {
    let Some((place, date)) = line.split_once(", ") else {
        return false;
    };
    let words: Vec<&str> = date.split_whitespace().collect();
    let ["ngày", day, "tháng", month, "năm", year] = words.as_slice() else {
        return false;
    };
    let is_hand = |text: &str| !text.is_empty() && text.bytes().all(|it| it == b'_');
    let is_day = day.len() == 2 && day.parse::<u8>().is_ok_and(|it| it <= 31);
    let is_month = month.parse::<u8>().is_ok_and(|it| it <= 12)
        && month.len()
            == if matches!(*month, "01" | "02") {
                2
            } else {
                month.trim_start_matches('0').len()
            };
    !place.is_empty()
        && ((is_day && is_month) || (is_hand(day) && is_hand(month)))
        && year.len() == 4
}

/// Components 5 to 10, and 18.
fn component(block: &Block, next: Option<&Block>, marks: &Marks, faults: &mut Faults) {
    match block {
        Block::Paragraph(one) => paragraph(one, next, faults),
        Block::Heading(heading) => {
            let number = match heading.level {
                1 => heading.number.strip_suffix('-'),
                2 => heading.number.strip_suffix('.'),
                _ => heading.number.strip_suffix(')'),
            };
            let is_counted = number.is_some_and(|it| match heading.level {
                1 => it.chars().all(|it| "IVX".contains(it)),
                2 => it.bytes().all(|it| it.is_ascii_digit()),
                _ => it.chars().all(char::is_lowercase),
            });
            let content = text(&heading.content);
            let has_case = heading.level > 1 || is_upper(&content);
            faults.check(is_counted && has_case, "8g", &content);
        }
        Block::Article(article) => {
            let content = text(&article.content);
            let label = format!("{}. ", article.number);
            let is_bold = matches!(article.content.first(), Some(Inline::Run(run))
                if run.style.bold && run.text.trim_end() == label.trim_end());
            let is_right =
                article.number.starts_with("Điều ") && content.starts_with(&label);
            faults.check(is_right && is_bold, "8d", &content);
        }
        Block::Addressees(addressees) => {
            let label = text(&addressees.label);
            faults.check(label == marks.addressee, "6", &label);
        }
        Block::Signatures(signatures) => {
            let sides = [(&signatures.left, true), (&signatures.right, false)];
            for (side, is_left) in sides {
                match side {
                    Some(Side::Signature(one)) => signature(one, faults),
                    Some(Side::Recipients(one)) => {
                        recipients(one, is_left, marks, faults);
                    }
                    None => {}
                }
            }
        }
        _ => {}
    }
}

fn paragraph(one: &Paragraph, next: Option<&Block>, faults: &mut Faults) {
    let content = text(&one.content);
    let is_basis = |block: Option<&Block>| matches!(block, Some(Block::Paragraph(next)) if next.role == Role::Basis);
    match one.role {
        Role::Title => faults.check(is_upper(&content), "5a", &content),
        Role::Abstract => {
            let first = content.chars().next();
            let is_lower = first.is_some_and(char::is_lowercase);
            // a subject that begins with the congress's name keeps its capital
            let is_right = is_lower || content.starts_with("Đại hội ");
            faults.check(is_right, "5b", &content);
        }
        Role::Separator => faults.check(content == "-----", "5b", &content),
        Role::Basis => {
            let end = if is_basis(next) { ';' } else { ',' };
            let is_right = content.starts_with("- ") && content.ends_with(end);
            faults.check(is_right, "7", &content);
        }
        Role::Body => faults.check(!content.ends_with("./."), "8", &content),
        Role::AnnexLabel => faults.check(content == "Phụ lục", "18", &content),
        Role::AnnexTitle => faults.check(is_upper(&content), "18", &content),
        Role::Centered | Role::Note | Role::Resolve | Role::AnnexNote => {}
    }
}

/// Component 9: `T/M` with a slash, or the post that the congress elected itself; the
/// post without the body's name; the name as people write it.
fn signature(one: &Signature, faults: &mut Faults) {
    const POSTS: [&str; 6] = [
        "BÍ THƯ",
        "PHÓ BÍ THƯ",
        "TRƯỞNG BAN",
        "TRƯỞNG ĐOÀN",
        "CHỦ TỊCH ĐẠI HỘI",
        "THƯ KÝ ĐẠI HỘI",
    ];
    let authority = text(&one.authority);
    let is_known = authority.starts_with("T/M ") || POSTS.contains(&&*authority);
    faults.check(is_known && is_upper(&authority), "9a", &authority);
    if let Some(post) = &one.post {
        let post = text(post);
        faults.check(POSTS.contains(&&*post), "9b", &post);
    }
    if let Some(name) = &one.name {
        let name = text(name);
        let is_name = name
            .split(' ')
            .all(|word| word.chars().next().is_some_and(char::is_uppercase));
        faults.check(is_name && !is_upper(&name), "9c", &name);
    }
}

/// Component 10: left, each line with its mark, the last one "Lưu …" without a colon.
fn recipients(one: &Recipients, is_left: bool, marks: &Marks, faults: &mut Faults) {
    let label = text(&one.label);
    faults.check(label == "Nơi nhận:" && is_left, "10", &label);
    let items: Vec<String> = one.items.iter().map(|item| text(item)).collect();
    let Some((last, others)) = items.split_last() else {
        faults.check(false, "10", "nobody gets it");
        return;
    };
    for item in others {
        let is_right = item.starts_with("- ") && item.ends_with(marks.recipients);
        faults.check(is_right, "10", item);
    }
    let is_kept =
        last.starts_with("- Lưu ") && last.ends_with('.') && !last.contains(':');
    faults.check(is_kept && !last.contains("VT"), "10", last);
}
