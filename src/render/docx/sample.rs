//! Papers made by hand, as the templates will make them, and what becomes of them.

use super::Writer;
use super::package::part;
use crate::document::profile::ProfileId;
use crate::document::{
    Align, Block, Document, Heading, Inline, Letterhead, Line, List, ListItem, Meta,
    PaperDate, Paragraph, Recipients, Role, Run, RunStyle, Side, Signature, Signatures,
    Table, TableCell, TableRole, TableRow,
};
use crate::render::deflate::Deflaters;
use crate::render::flow::{Flow, FlowSection, PageNumbering, Piece, flow};
use crate::render::font::Fonts;

/// Text without marks.
pub(super) fn text(text: &str) -> Line {
    vec![run(text, RunStyle::default())]
}

pub(super) fn run(text: &str, style: RunStyle) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        style,
        trace: None,
    })
}

pub(super) fn bold() -> RunStyle {
    RunStyle {
        bold: true,
        ..RunStyle::default()
    }
}

pub(super) fn keep() -> RunStyle {
    RunStyle {
        keep: true,
        ..RunStyle::default()
    }
}

pub(super) fn paragraph(role: Role, content: Line) -> Block {
    Block::Paragraph(Paragraph { role, content })
}

pub(super) fn body(line: &str) -> Block {
    paragraph(Role::Body, text(line))
}

pub(super) fn cell(line: &str, align: Align) -> TableCell {
    TableCell {
        is_head: false,
        is_total: false,
        align,
        column_span: 1,
        row_span: 1,
        content: text(line),
    }
}

fn head(line: &str, column_span: usize, row_span: usize) -> TableCell {
    TableCell {
        is_head: true,
        column_span,
        row_span,
        ..cell(line, Align::Center)
    }
}

/// A paper of the given blocks.
pub(super) fn paper(blocks: Vec<Block>) -> Document {
    Document {
        meta: Meta {
            title: "Biên bản Đại hội Chi bộ Khu phố 3 & 4".to_owned(),
            issuer: "Chi bộ Khu phố 3".to_owned(),
            language: "vi-VN".to_owned(),
            date: Some(PaperDate {
                year: 2025,
                month: 4,
                day: 26,
            }),
        },
        blocks,
    }
}

/// Minutes of a congress: three pages and more, with everything a paper can have.
pub(super) fn minutes() -> Document {
    let mut blocks = vec![
        Block::Letterhead(letterhead()),
        paragraph(Role::Title, text("BIÊN BẢN")),
        paragraph(
            Role::Abstract,
            text("Đại hội Chi bộ Khu phố 3 nhiệm kỳ 2025-2027"),
        ),
        paragraph(Role::Separator, text("-----")),
        paragraph(
            Role::Basis,
            text(
                "Căn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng;",
            ),
        ),
        heading(1, "I-", "KHAI MẠC"),
    ];
    blocks.extend((0..4).flat_map(|_| opening()));
    blocks.push(heading(1, "II-", "BẦU CỬ"));
    blocks.push(heading(2, "1.", "Kết quả kiểm phiếu"));
    blocks.push(heading(3, "a)", "Bầu Chi ủy, gồm các đồng chí:"));
    blocks.push(list());
    blocks.push(Block::Table(votes(40)));
    blocks.push(body("Đại hội bế mạc vào hồi 11 giờ 30 phút cùng ngày."));
    blocks.push(signatures());
    paper(blocks)
}

fn letterhead() -> Letterhead {
    Letterhead {
        superior: vec![text("ĐẢNG BỘ PHƯỜNG TÂN ĐỊNH")],
        issuer: vec![text("CHI BỘ KHU PHỐ 3")],
        mark: text("*"),
        number: Some(text("Số 05-BB/CB")),
        heading: text("ĐẢNG CỘNG SẢN VIỆT NAM"),
        place_date: Some(text("Tân Định, ngày 26 tháng 4 năm 2025")),
    }
}

fn heading(level: u8, number: &str, line: &str) -> Block {
    Block::Heading(Heading {
        level,
        number: number.to_owned(),
        content: text(&format!("{number} {line}")),
    })
}

fn opening() -> Vec<Block> {
    let summons = vec![
        run("Triệu tập theo ", RunStyle::default()),
        run("Kế hoạch số 12-KH/ĐU", keep()),
        run(", có mặt ", RunStyle::default()),
        run("27/30", bold()),
        run(
            " đảng viên chính thức, đạt 90% so với số được triệu tập và/hoặc mời dự; vắng 03 đồng chí có lý do (đi công tác xa, khám chữa bệnh theo giấy hẹn), không có đồng chí nào vắng không lý do.",
            RunStyle::default(),
        ),
    ];
    vec![
        body(
            "Hôm nay, vào hồi 8 giờ 00 phút, ngày 26 tháng 4 năm 2025, tại Hội trường Khu phố 3, Chi bộ Khu phố 3 tiến hành Đại hội nhiệm kỳ 2025-2027 theo Chỉ thị số 35-CT/TW, ngày 14/6/2024 của Bộ Chính trị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.",
        ),
        paragraph(Role::Body, summons),
        body(
            "Đại hội đã nghe đồng chí Bí thư Chi bộ trình bày báo cáo tổng kết nhiệm kỳ 2022-2025, phương hướng, nhiệm vụ nhiệm kỳ 2025-2027; báo cáo kiểm điểm của Chi ủy; ý kiến thảo luận của các đồng chí đảng viên và ý kiến chỉ đạo của đại diện Đảng ủy phường “Tân Định”.",
        ),
    ]
}

fn list() -> Block {
    let items = [
        "Nguyễn Thị Hồng Hạnh, Bí thư Chi bộ;",
        "Trần Văn Bình;",
        "Lê Hoàng Anh.",
    ];
    Block::List(List {
        items: items
            .into_iter()
            .map(|item| ListItem {
                mark: "-".to_owned(),
                content: text(item),
            })
            .collect(),
    })
}

/// A table with two head rows, spans both ways, and a row of totals.
pub(super) fn votes(rows: usize) -> Table {
    let mut all = vec![
        TableRow {
            cells: vec![
                head("TT", 1, 2),
                head("Họ và tên", 1, 2),
                head("Số phiếu", 2, 1),
                head("Ghi chú", 1, 2),
            ],
        },
        TableRow {
            cells: vec![head("Đồng ý", 1, 1), head("Tỷ lệ (%)", 1, 1)],
        },
    ];
    all.extend((1..=rows).map(|row| TableRow {
        cells: vec![
            cell(&row.to_string(), Align::Center),
            cell("Nguyễn Thị Hồng Hạnh", Align::Left),
            cell("27/30", Align::Right),
            cell("90,00", Align::Right),
            cell("", Align::Left),
        ],
    }));
    let total = TableCell {
        is_total: true,
        column_span: 2,
        ..cell("Cộng", Align::Left)
    };
    let rest = ["1080", "", ""].map(|line| cell(line, Align::Right));
    all.push(TableRow {
        cells: [total].into_iter().chain(rest).collect(),
    });
    Table {
        shares: vec![1, 4, 2, 2, 2],
        role: TableRole::Normal,
        head_rows: 2,
        rows: all,
    }
}

fn signatures() -> Block {
    let recipients = Recipients {
        label: text("Nơi nhận:"),
        items: vec![text("- Đảng ủy phường,"), text("- Lưu Chi bộ.")],
    };
    let signature = Signature {
        authority: text("T/M ĐOÀN CHỦ TỊCH"),
        post: Some(text("CHỦ TỊCH")),
        name: Some(text("Nguyễn Thị Hồng Hạnh")),
    };
    Block::Signatures(Signatures {
        left: Some(Side::Recipients(recipients)),
        right: Some(Side::Signature(signature)),
    })
}

/// A paper as DOCX, in the form of 2018.
pub(super) fn docx(document: &Document) -> Vec<u8> {
    let fonts = Fonts::load().unwrap();
    written(&flow(document, ProfileId::Party2018.profile(), &fonts))
}

fn written(flow: &Flow<'_>) -> Vec<u8> {
    let deflaters = Deflaters::default();
    let writer = Writer::new(&deflaters).unwrap();
    writer.write(flow, &deflaters).unwrap()
}

/// `document.xml` of a paper.
pub(super) fn markup(document: &Document) -> String {
    part(&docx(document), "word/document.xml")
}

/// `document.xml` of pieces that no paper has.
pub(super) fn markup_of(pieces: Vec<Piece>) -> String {
    let document = paper(Vec::new());
    let flow = Flow {
        meta: &document.meta,
        profile: ProfileId::Party2018.profile(),
        sections: vec![FlowSection {
            form: ProfileId::Party2018.profile().page,
            numbering: PageNumbering::FromOne,
            pieces,
        }],
    };
    part(&written(&flow), "word/document.xml")
}
