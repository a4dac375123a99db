//! Papers for tests: minutes as they are in life, and single pieces.

use super::{Item, Owner, Page, Placed, count_pages, lay_out};
use crate::document::profile::ProfileId;
use crate::document::{
    Align, Block, Document, Heading, Image, Inline, Letterhead, Line, List, ListItem,
    Meta, PaperDate, Paragraph, Recipients, Role, Run, RunStyle, Side, Signature,
    Signatures, Table, TableCell, TableRole, TableRow, drawing,
};
use crate::render::flow::{Flow, FlowSection, PageNumbering, Piece, flow};
use crate::render::font::Fonts;
use std::sync::LazyLock;

/// Read once for all tests.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load().unwrap());

/// Minutes of a congress: a head, headings of three levels, a list, a table of 40 rows
/// and signatures.
pub(crate) fn minutes() -> Document {
    let mut blocks = vec![Block::Letterhead(letterhead())];
    blocks.push(of_role(Role::Title, "BIÊN BẢN"));
    blocks.push(of_role(Role::Abstract, "Đại hội Chi bộ ấp Ninh Thạnh Lợi"));
    blocks.push(of_role(Role::Abstract, "nhiệm kỳ 2022 - 2025"));
    blocks.push(of_role(Role::Separator, "-----"));
    blocks.push(heading(1, "I-", "I- PHẦN THỨ NHẤT: KHAI MẠC"));
    for number in 1..=3 {
        let text = format!("{number}. Ổn định tổ chức, giới thiệu đại biểu");
        blocks.push(heading(2, &format!("{number}."), &text));
        for sentence in [OPENING, VOTING, OPENING] {
            blocks.push(of_role(Role::Body, sentence));
        }
    }
    blocks.push(heading(3, "a)", "a) Danh sách Đoàn Chủ tịch"));
    blocks.push(Block::List(List {
        items: vec![
            item(
                "-",
                "Đồng chí Nguyễn Thị Ánh Nguyệt, Bí thư Chi bộ khóa IX;",
            ),
            item("-", VOTING),
            item("-", "Đồng chí Lê Hữu Phước."),
        ],
    }));
    blocks.push(heading(1, "II-", "II- PHẦN THỨ HAI: BẦU CỬ"));
    blocks.push(of_role(Role::Body, VOTING));
    blocks.push(Block::Table(ballots(40)));
    blocks.push(of_role(
        Role::Body,
        "Biên bản kết thúc lúc 11 giờ 30 phút cùng ngày, được đọc lại cho toàn thể Đại hội \
         nghe và thống nhất ký tên.",
    ));
    blocks.push(Block::Signatures(Signatures {
        left: Some(Side::Recipients(Recipients {
            label: words("Nơi nhận:"),
            items: vec![words("- Đảng ủy xã,"), words("- Lưu Chi bộ.")],
        })),
        right: Some(Side::Signature(Signature {
            authority: words("T/M ĐOÀN CHỦ TỊCH"),
            post: None,
            name: Some(words("Nguyễn Thị Ánh Nguyệt")),
        })),
    }));
    document(blocks)
}

const OPENING: &str = "Thực hiện Chỉ thị số 04-CT/ĐU, ngày 15/10/2021 của Ban Thường vụ \
    Đảng ủy xã về việc tổ chức đại hội chi bộ trực thuộc, hôm nay, vào lúc 07 giờ 30 phút, \
    ngày 12 tháng 02 năm 2022, tại Trụ sở sinh hoạt văn hóa ấp, Chi bộ long trọng tổ chức \
    Đại hội với sự có mặt của 24/25 đảng viên, đạt tỷ lệ 96,00%.";

const VOTING: &str = "Đại hội biểu quyết thống nhất số lượng, danh sách bầu cử và giao cho \
    Ban Kiểm phiếu hướng dẫn thể thức bỏ phiếu; số phiếu phát ra 24 phiếu, số phiếu thu về \
    24 phiếu, trong đó có 23 phiếu hợp lệ và 01 phiếu không hợp lệ.";

pub(crate) fn document(blocks: Vec<Block>) -> Document {
    Document {
        meta: Meta {
            title: "Biên bản Đại hội Chi bộ ấp Ninh Thạnh Lợi & <nhiệm kỳ 2022 - 2025>"
                .to_owned(),
            issuer: "Chi bộ ấp Ninh Thạnh Lợi".to_owned(),
            language: "vi-VN".to_owned(),
            date: Some(PaperDate {
                year: 2022,
                month: 2,
                day: 12,
            }),
        },
        blocks,
    }
}

fn letterhead() -> Letterhead {
    Letterhead {
        superior: vec![words("ĐẢNG BỘ XÃ NINH THẠNH LỢI A")],
        issuer: vec![words("CHI BỘ ẤP NINH THẠNH LỢI")],
        mark: words("*"),
        number: Some(words("Số 03-BB/CB")),
        heading: words("ĐẢNG CỘNG SẢN VIỆT NAM"),
        place_date: Some(words("Ninh Thạnh Lợi A, ngày 12 tháng 02 năm 2022")),
    }
}

fn ballots(rows: usize) -> Table {
    let mut all = vec![row(
        true,
        &["STT", "Họ và tên", "Số phiếu đồng ý", "Tỷ lệ (%)"],
    )];
    for number in 1..=rows {
        let name = if number % 7 == 0 {
            "Nguyễn Hoàng Phương Thảo Nguyên, Phó Trưởng ấp"
        } else {
            "Trần Văn Bảy"
        };
        all.push(row(false, &[&number.to_string(), name, "23/24", "95,83"]));
    }
    Table {
        shares: vec![1, 4, 2, 2],
        role: TableRole::Normal,
        head_rows: 1,
        rows: all,
    }
}

fn row(is_head: bool, texts: &[&str]) -> TableRow {
    let cell = |(column, text): (usize, &&str)| TableCell {
        is_head,
        is_total: false,
        align: if is_head || column != 1 {
            Align::Center
        } else {
            Align::Left
        },
        column_span: 1,
        row_span: 1,
        content: words(text),
    };
    TableRow {
        cells: texts.iter().enumerate().map(cell).collect(),
    }
}

/// A drawing of a size in pixels with a caption.
pub(crate) fn drawing_block(width: u32, height: u32) -> Block {
    Block::Image(Image {
        picture: drawing(width, height),
        alt: "Quang cảnh Đại hội".to_owned(),
        caption: Some(words("Hình 1")),
    })
}

/// Plain text as one run.
pub(crate) fn words(text: &str) -> Line {
    vec![run(text, RunStyle::default())]
}

pub(crate) fn run(text: &str, style: RunStyle) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        style,
        trace: None,
    })
}

pub(crate) fn of_role(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph {
        role,
        content: words(text),
    })
}

pub(crate) fn heading(level: u8, number: &str, text: &str) -> Block {
    Block::Heading(Heading {
        level,
        number: number.to_owned(),
        content: words(text),
    })
}

pub(crate) fn item(mark: &str, text: &str) -> ListItem {
    ListItem {
        mark: mark.to_owned(),
        content: words(text),
    }
}

/// Lays a document out in the form of 2018.
pub(crate) fn placed(document: &Document) -> Placed {
    placed_in(document, ProfileId::Party2018)
}

/// Lays a document out in a form.
pub(crate) fn placed_in(document: &Document, form: ProfileId) -> Placed {
    lay_out(&flow(document, form.profile(), &FONTS), &FONTS)
}

/// How many pages a document has in the form of 2018, without being drawn.
pub(crate) fn counted(document: &Document) -> usize {
    let profile = ProfileId::Party2018.profile();
    count_pages(&flow(document, profile, &FONTS), &FONTS)
}

/// Lays single pieces out in the form of 2018.
pub(crate) fn placed_pieces(pieces: Vec<Piece>) -> Placed {
    let document = document(Vec::new());
    let flow = Flow {
        meta: &document.meta,
        profile: ProfileId::Party2018.profile(),
        sections: vec![FlowSection {
            form: ProfileId::Party2018.profile().page,
            numbering: PageNumbering::FromOne,
            pieces,
        }],
    };
    lay_out(&flow, &FONTS)
}

/// The text of a page line by line, as painted; artifacts left out.
pub(crate) fn lines(page: &Page) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut baseline = None;
    for item in &page.items {
        let Item::Text(fragment) = item else { continue };
        if fragment.owner == Owner::Artifact {
            continue;
        }
        if baseline.replace(fragment.baseline) != Some(fragment.baseline) {
            lines.push(String::new());
        }
        let glyphs = fragment.words.iter().flat_map(|word| &word.glyphs);
        if let Some(line) = lines.last_mut() {
            line.extend(glyphs.map(|set| set.source));
        }
    }
    lines
}
