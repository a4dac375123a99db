//! Names and texts are data everywhere: on paper as typed or a finding, never a path, a
//! piece of markup, a command to the terminal, or the end of the program.

use crate::support::{Folder, builder, docx_text, pdf_text, tree, words};
use bienban::diagnostic::{Lang, is_invisible, json_line, short_line, text_block};
use bienban::pipeline::{
    Batch, BuildOptions, Builder, CellPapers, Format, PaperKind, Store, build_cell,
    read_input,
};
use bienban::template::Templates;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::process::Command;
use zip::write::SimpleFileOptions;

/// Texts that mean something to somebody else, in letters that the font has.
const MEANINGFUL: [&str; 31] = [
    "<b>đậm</b>",
    "</t></si><si>",
    "&amp; &lt; &#60; &nbsp; x",
    "]]> <![CDATA[ x",
    "<!-- chú thích -->",
    "<?xml version=\"1.0\"?>",
    "{{name}}",
    "{{{name}}} {{&name}}",
    "{{#each members}}{{this}}{{/each}}",
    "{{else}} {{/if}} {{!--",
    "\\{{name}}",
    "=1+1",
    "=HYPERLINK(\"http://a.example\")",
    "@SUM(A1:A9)",
    "+cmd|' /C calc'!A1",
    "-2+3",
    "../../../etc/passwd",
    "C:\\Windows\\System32",
    "%PATH% ${HOME} $(id) `id`",
    "CON",
    "NUL.txt",
    "a/b\\c:d*e?f\"g<h>i|j",
    "'; DROP TABLE x; --",
    "(a) [b] \\(c\\) <</Type /Catalog>>",
    "\\u0041 \\x41 \\n %0A",
    "_x0041_ _x000D_x",
    "null",
    "true",
    "# tiêu đề **đậm** _nghiêng_",
    "“nháy” ‘đơn’ — gạch – nối … ½ § ©",
    "e\u{335}x q\u{301}",
];

/// Texts with characters that leave nothing to see, and what is left of them.
const INVISIBLE: [(&str, &str); 6] = [
    ("Lê\u{202E}nA năV", "LênA năV"),
    ("\u{2067}Lê An\u{2069}", "Lê An"),
    ("Trần\u{200D}\u{200C}\u{200B}Bình", "TrầnBình"),
    ("Vũ \u{E000}\u{F8FF}Hà", "Vũ Hà"),
    ("Đỗ\u{FEFF} Mai\u{FE0F}", "Đỗ Mai"),
    ("Cao\u{7F}\u{9B}31m Sơn", "Cao31m Sơn"),
];

/// Texts with characters that the font lacks.
const WITHOUT_GLYPHS: [&str; 4] = ["Lê 😀", "👩\u{200D}👩\u{200D}👧", "漢字", "𝒜\u{337}"];

/// A workbook of six members who elected a secretary; each text is a task of the
/// resolution and a speech.
fn book(cell: &str, secretary: &str, texts: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let mut sheet = |name: &str, rows: Vec<Vec<&str>>| {
        let page = book.add_worksheet();
        page.set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                if let Ok(number) = text.parse::<u32>() {
                    page.write_number(row, column, number).unwrap();
                } else if !text.is_empty() {
                    page.write_string(row, column, text).unwrap();
                }
            }
        }
    };
    let info = "Đảng bộ|Đảng bộ Sở Mẫu\nĐảng bộ cấp trên|Đảng bộ Khối Mẫu\n\
        Nhiệm kỳ|2022-2025\nNhiệm kỳ trước|2020-2022\nNgày đại hội|29/8/2022\n\
        Khai mạc|14 giờ 00 phút\nBế mạc|17 giờ 00 phút\nĐịa điểm|Phòng họp\n\
        Địa danh|Hà Nội\nThư ký đại hội|Trần Thị Bình";
    let mut rows = vec![vec!["Chi bộ", cell], vec!["Chủ tịch đại hội", secretary]];
    rows.extend(typed(info));
    sheet("Thông tin", rows);
    let mut rows = typed("Họ và tên|Ngày sinh|Giới tính|Ngày chính thức|Dự đại hội");
    let names = [
        "Trần Thị Bình",
        "Vũ Văn Cao",
        "Đỗ Thị Dung",
        "Phan Hà",
        "Hồ Văn Em",
    ];
    for name in [secretary].into_iter().chain(names) {
        rows.push(vec![name, "5/9/1984", "Nam", "3/2/2010", "Có mặt"]);
    }
    sheet("Đảng viên", rows);
    let mut rows = typed(
        "Số lượng bầu|1\nPhát ra|6\nThu về|6\nHợp lệ|6\nKhông hợp lệ|0\n\
         Trưởng ban kiểm phiếu|Phan Hà\n\nHọ và tên|Đồng ý|Không đồng ý",
    );
    rows.push(vec![secretary, "6", "0"]);
    sheet("Bầu bí thư", rows);
    let mut rows = typed("Phần|Nội dung\nKết quả nhiệm kỳ|Hoàn thành nhiệm vụ");
    rows.extend(texts.iter().map(|text| vec!["Nhiệm vụ", *text]));
    sheet("Nghị quyết", rows);
    let mut rows = typed("Việc|Người|Nội dung\nKhai mạc|Vũ Văn Cao|");
    rows.extend(
        texts
            .iter()
            .map(|text| vec!["Tham luận", "Vũ Văn Cao", *text]),
    );
    sheet("Diễn biến", rows);
    book.save_to_buffer().unwrap()
}

fn typed(rows: &str) -> Vec<Vec<&str>> {
    rows.lines().map(|row| row.split('|').collect()).collect()
}

/// The workbook with a text of one of its parts replaced.
fn patched(book: &[u8], part: &str, old: &str, new: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let mut text = String::new();
        let mut file = archive.by_name(&name).unwrap();
        file.read_to_string(&mut text).unwrap();
        if name == part {
            assert!(text.contains(old), "{old} is in {part}: {text}");
            text = text.replace(old, new);
        }
        let options = SimpleFileOptions::default();
        writer.start_file(&name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn batch_of(book: &[u8]) -> Batch {
    let folder = Folder::new();
    fs::write(folder.join("a.xlsx"), book).unwrap();
    Batch::read(&read_input(&folder.path()).unwrap())
}

/// The papers, if there are any, and the findings by code and cell.
fn build(book: &[u8]) -> (Option<CellPapers>, Vec<String>) {
    let mut batch = batch_of(book);
    let papers = batch
        .cells
        .first_mut()
        .map(|cell| builder().make(cell).unwrap());
    assert_told_on_one_line(&batch);
    let findings = batch.findings().map(|it| {
        let cells = it.place.cells.map(|it| it.to_string());
        let sheet = it.place.sheet.as_ref().map(|it| it.name.to_string());
        format!(
            "{} {}!{}",
            it.code(),
            sheet.unwrap_or_default(),
            cells.unwrap_or_default()
        )
    });
    (papers.flatten(), findings.collect())
}

/// Whatever a cell holds, a finding is one line and cannot command a terminal.
fn assert_told_on_one_line(batch: &Batch) {
    for finding in batch.findings() {
        for lang in [Lang::Vi, Lang::En] {
            let line = short_line(finding, lang);
            assert!(!line.chars().any(is_commanding), "{line:?}");
            let line = json_line(finding, lang);
            assert!(!line.chars().any(is_commanding), "{line:?}");
            let _: serde_json::Value = serde_json::from_str(&line).unwrap();
            for (_, piece) in text_block(finding, lang) {
                let line = piece.trim_end_matches('\n');
                assert!(!line.chars().any(is_commanding), "{line:?}");
            }
        }
    }
}

fn is_commanding(character: char) -> bool {
    is_invisible(character)
        || (character.is_whitespace() && !matches!(character, ' ' | '\u{A0}'))
}

/// Whether a paper has a text, wherever its lines break.
fn has(paper: &str, text: &str) -> bool {
    let solid = |text: &str| words(text).concat();
    solid(paper).contains(&solid(text))
}

fn assert_in_papers(papers: &CellPapers, texts: &[&str]) {
    let mut count = 0;
    for (name, bytes) in &papers.files {
        if !name.starts_with("05-") && !name.starts_with("06-") {
            continue;
        }
        let paper = match name.rsplit_once('.').unwrap().1 {
            "pdf" => pdf_text(bytes),
            _ => docx_text(bytes),
        };
        for text in texts {
            assert!(has(&paper, text), "{text:?} in {name}: {paper}");
        }
        count += 1;
    }
    assert_eq!(count, 4, "minutes and resolution in both formats");
}

#[test]
fn a_text_that_means_something_to_others_is_printed_as_typed() {
    let (papers, findings) = build(&book("Một", "Lê Văn An", &MEANINGFUL));
    let papers = papers.unwrap_or_else(|| panic!("{findings:?}"));
    assert_in_papers(&papers, &MEANINGFUL);
    assert!(
        findings
            .iter()
            .all(|it| it.starts_with('S') || it.starts_with('V'))
    );
}

#[test]
fn a_character_that_leaves_nothing_to_see_is_told_and_the_rest_printed() {
    let typed = INVISIBLE.map(|(typed, _)| typed);
    let (papers, findings) = build(&book("Một", "Lê Văn An", &typed));
    let papers = papers.unwrap_or_else(|| panic!("{findings:?}"));
    assert_in_papers(&papers, &INVISIBLE.map(|(_, left)| left));
    assert!(
        findings
            .iter()
            .any(|it| it.starts_with("S15 Nghị quyết!B3")),
        "{findings:?}"
    );
}

#[test]
fn a_character_that_the_font_lacks_is_an_error_at_its_cell() {
    for (index, text) in WITHOUT_GLYPHS.iter().enumerate() {
        let (papers, findings) = build(&book("Một", "Lê Văn An", &[text]));
        assert!(papers.is_none(), "{text}");
        let is_at = |it: &String| it.starts_with("P01") && it.ends_with('3');
        assert!(findings.iter().any(is_at), "{index} {findings:?}");
    }
}

#[test]
fn a_name_that_means_something_to_others_is_printed_as_typed() {
    for name in ["{{name}} <i>", "=1+1", "&lt;An&gt; ]]>", "CON"] {
        let (papers, findings) = build(&book(name, name, &["Việc"]));
        let papers = papers.unwrap_or_else(|| panic!("{name}: {findings:?}"));
        assert_in_papers(&papers, &[name]);
    }
}

/// Names of cells that would be paths, devices, or no names at all.
const CELL_NAMES: [&str; 20] = [
    "../../x",
    "..",
    "/etc/passwd",
    "C:\\x",
    "\\\\may-chu\\thu-muc",
    "a/b",
    "CON",
    "NUL.txt",
    "com1 .",
    "Cuối...",
    " - ",
    "😀",
    "漢字",
    "\u{202E}txt.exe",
    "manifest.json",
    ".bienban-moi-x",
    "dang-bo",
    "Văn\u{200B} phòng",
    "%2e%2e%2f",
    "~",
];

#[test]
fn a_cell_of_any_name_has_a_safe_folder_of_its_own_below_the_output() {
    let (input, outside) = (Folder::new(), Folder::new());
    let long = "Rất dài ".repeat(40);
    let controls = "Nhiều\ndòng\u{1}\u{1B}[31m";
    let names = CELL_NAMES.into_iter().chain([long.as_str(), controls]);
    for (index, name) in names.enumerate() {
        // Excel's own writer refuses some of these
        let bytes = book("TÊN CHI BỘ", "Lê Văn An", &["Việc"]);
        let name = name
            .replace('\u{1}', "_x0001_")
            .replace('\u{1B}', "_x001B_");
        let shared = "xl/sharedStrings.xml";
        let bytes = patched(&bytes, shared, "TÊN CHI BỘ", &name);
        fs::write(input.join(&format!("{index:02}.xlsx")), bytes).unwrap();
    }
    let mut batch = Batch::read(&read_input(&input.path()).unwrap());
    assert_told_on_one_line(&batch);
    assert_eq!(batch.cells.len(), CELL_NAMES.len() + 2);
    let options = BuildOptions {
        formats: vec![Format::Docx],
        only: vec![PaperKind::Resolution],
        profile: None,
        merge: false,
    };
    let builder = Builder::new(Templates::built_in().unwrap(), options).unwrap();
    let out = outside.join("ra");
    let store = Store::open(&out).unwrap();
    let mut folders = BTreeSet::new();
    for cell in &mut batch.cells {
        assert!(is_safe(&cell.folder), "{:?}", cell.folder);
        assert!(folders.insert(cell.folder.clone()), "{} twice", cell.folder);
        build_cell(&builder, &store, cell, None).unwrap();
    }
    for path in tree(&outside.path()).keys() {
        let mut parts = path.split('/');
        assert_eq!(parts.next(), Some("ra"), "{path}");
        assert!(folders.contains(parts.next().unwrap()), "{path}");
    }
}

/// Lower-case ASCII, short, and no device of Windows.
fn is_safe(folder: &str) -> bool {
    let devices = ["con", "prn", "aux", "nul", "com1", "lpt1", "dang-bo"];
    let is_plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    !folder.is_empty()
        && folder.len() <= 70
        && folder.chars().all(is_plain)
        && !devices.contains(&folder)
}

#[test]
fn a_sheet_of_any_name_is_a_finding_and_no_more() {
    let names = [
        "../../x",
        "CON",
        "&lt;b&gt;",
        "{{name}}",
        "=1+1",
        "a&#10;b",
        "&#x202E;x",
        "😀",
        "]]&gt;",
        "C:\\x",
        "'",
    ];
    let long = "dài ".repeat(100);
    for name in names.into_iter().chain([long.as_str(), ""]) {
        let bytes = book("Một", "Lê Văn An", &["Việc"]);
        let old = "name=\"Diễn biến\"";
        let new = format!("name=\"{name}\"");
        let (papers, findings) = build(&patched(&bytes, "xl/workbook.xml", old, &new));
        assert!(papers.is_some(), "{name:?}: {findings:?}");
        assert!(!findings.is_empty(), "{name:?} is told");
    }
}

#[test]
fn xml_that_names_no_character_is_refused_or_read_without_it() {
    for odd in [
        "&#xD800;",
        "&#xDFFF;x",
        "&#0;",
        "&#xFFFF;",
        "&#x110000;",
        "&khong;",
    ] {
        let bytes = book("Một", "Lê Văn An", &["VIỆC LẠ"]);
        let bytes = patched(&bytes, "xl/sharedStrings.xml", "VIỆC LẠ", odd);
        let (papers, findings) = build(&bytes);
        assert!(!findings.is_empty() || papers.is_some(), "{odd}");
        if let Some(papers) = papers {
            assert!(
                findings.iter().any(|it| it.ends_with('3')),
                "{odd}: {findings:?}"
            );
            assert_in_papers(&papers, &["Lê Văn An"]);
        }
    }
}

#[test]
fn a_word_without_end_and_a_cell_without_end_are_printed_whole() {
    let word = "dàirất".repeat(833);
    let text = "Một câu rất dài. ".repeat(6_000);
    let bytes = book("Một", "Lê Văn An", &[&word, "ĐOẠN DÀI"]);
    let bytes = patched(&bytes, "xl/sharedStrings.xml", "ĐOẠN DÀI", text.trim());
    let (papers, findings) = build(&bytes);
    let papers = papers.unwrap_or_else(|| panic!("{findings:?}"));
    assert_in_papers(&papers, &[&word, &text]);
}

#[test]
fn the_program_tells_of_hostile_workbooks_and_ends_with_zero_or_one() {
    let folder = Folder::new();
    let input = folder.join("va\u{202E}o\u{1B}[31m");
    fs::create_dir(&input).unwrap();
    let texts: Vec<&str> = INVISIBLE
        .iter()
        .map(|(typed, _)| *typed)
        .chain(MEANINGFUL)
        .chain(WITHOUT_GLYPHS)
        .collect();
    let bytes = book("../../\u{202E}x", "\u{2067}=1+1", &texts);
    fs::write(input.join("te\u{202E}p\n.xlsx"), &bytes).unwrap();
    let dates = patched(
        &bytes,
        "xl/sharedStrings.xml",
        "5/9/1984",
        "5/9&#x202E;/&#10;x",
    );
    fs::write(input.join("hai.xlsx"), dates).unwrap();
    let input = input.to_str().unwrap();
    let out = folder.join("ra");
    let out = out.to_str().unwrap();
    let runs: [&[&str]; 4] = [
        &["check", input],
        &["check", input, "--format", "short"],
        &["check", input, "--format", "json"],
        &["build", input, "-o", out],
    ];
    for arguments in runs {
        let run = Command::new(env!("CARGO_BIN_EXE_bienban"))
            .args(["--lang", "vi", "--color", "never"])
            .args(arguments)
            .output()
            .unwrap();
        let code = run.status.code();
        assert!(matches!(code, Some(0 | 1)), "{arguments:?}: {code:?}");
        for said in [run.stdout, run.stderr] {
            let said = String::from_utf8(said).unwrap();
            for line in said.lines() {
                assert!(!line.chars().any(is_commanding), "{arguments:?}: {line:?}");
            }
        }
    }
    let entries: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        entries.len(),
        2,
        "nothing beside input and output: {entries:?}"
    );
}
