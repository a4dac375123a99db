use super::*;
use crate::diagnostic::Understood;
use crate::import::testing::{NONE, at, findings, sheet};
use proptest::prelude::*;

static CELL: Name = Name::new("Chi bộ", &[]);
static BASIS: Name = Name::new("Căn cứ", &[]);
static CHAIRS: Name = Name::new("Chủ tịch đại hội", &[]);
static TERM: Name = Name::new("Nhiệm kỳ", &[]);

/// The texts and cells of "Căn cứ" or another label, and the findings.
fn texts(rows: &str, name: &Name) -> (Vec<String>, Vec<String>) {
    let sheet = sheet(rows);
    let mut report = Report::default();
    let known = Names::new([&CELL, &BASIS, &CHAIRS, &TERM]);
    let labels = Labels::read(&sheet, 0..u32::MAX, &known, &mut report);
    let texts = labels
        .texts(name, &mut report)
        .iter()
        .map(|text| format!("{} {}", at(&text.place().unwrap()), text.value))
        .collect();
    labels.one(&CELL, &mut report);
    (texts, findings(report))
}

#[test]
fn a_label_repeats_or_is_continued_or_has_several_values_in_one_cell() {
    let rows = "Căn cứ|một\nCăn cứ|hai\n|ba\n\n|bốn; năm;";
    let expected = [
        "Trang!B1 một",
        "Trang!B2 hai",
        "Trang!B3 ba",
        "Trang!B5 bốn",
        "Trang!B5 năm",
    ];
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, expected);
    assert_eq!(findings, NONE);
}

#[test]
fn labels_may_stand_in_any_column_below_any_title() {
    let rows =
        "ĐẢNG BỘ CỤC|ĐẢNG CỘNG SẢN\n\n||CHỦ TỊCH ĐẠI HỘI:|Lê Văn An\n|||Vũ Thị Bình";
    let (texts, findings) = texts(rows, &CHAIRS);
    assert_eq!(texts, ["Trang!D3 Lê Văn An", "Trang!D4 Vũ Thị Bình"]);
    assert_eq!(findings, NONE);
}

#[test]
fn an_unknown_label_is_a_finding_if_it_has_a_value() {
    let rows = "Chi bộ|Văn phòng\nCăn cứu|một\n|hai\nMàu|\nGhi chú|xanh";
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, NONE);
    assert_eq!(findings, ["Trang!A2 S13", "Trang!A5 S13"]);
}

#[test]
fn a_misspelt_first_label_is_not_taken_for_a_title() {
    let (_, findings) = texts("Chii bộ|Văn phòng\nCăn cứ|một", &BASIS);
    assert_eq!(findings, ["Trang!A1 S13"]);
}

#[test]
fn two_values_of_a_label_that_takes_one_are_a_finding_unless_they_agree() {
    let (_, findings) = texts("Chi bộ|1\nChi bộ|'1", &BASIS);
    assert_eq!(findings, NONE);
    let (_, findings) = texts("Chi bộ|Một\n|Hai", &BASIS);
    assert_eq!(findings, ["Trang!B2 S16"]);
}

#[test]
fn a_value_may_stand_some_columns_beside_its_label() {
    let rows = "Chi bộ||Văn phòng\nCăn cứ||một\n||hai";
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, ["Trang!C2 một", "Trang!C3 hai"]);
    assert_eq!(findings, NONE);
}

#[test]
fn two_pairs_may_stand_side_by_side() {
    let rows = "Chi bộ|Văn phòng||Chủ tịch đại hội|Lê An\n\
        Nhiệm kỳ|||Căn cứ|một\n||||hai\nCăn cứ|ba";
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, ["Trang!E2 một", "Trang!E3 hai", "Trang!B4 ba"]);
    assert_eq!(findings, NONE);
}

#[test]
fn a_label_without_value_does_not_take_the_next_label_for_one() {
    let rows = "Chi bộ||Nhiệm kỳ|\nCăn cứ||Chủ tịch đại hội|An\nNhiệm kỳ|x";
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, NONE);
    assert_eq!(findings, NONE);
}

#[test]
fn a_value_that_is_a_label_elsewhere_stays_a_value() {
    let rows = "Chi bộ|Một\nCăn cứ|Nhiệm kỳ\nNhiệm kỳ|2022";
    assert_eq!(texts(rows, &BASIS).0, ["Trang!B2 Nhiệm kỳ"]);
}

#[test]
fn label_and_value_may_share_a_cell() {
    let rows = "Chi bộ: Văn phòng\n- Căn cứ: Kế hoạch 32: về đại hội\nCăn cứ: một|hai";
    let (texts, findings) = texts(rows, &BASIS);
    let expected = ["Trang!A2 Kế hoạch 32: về đại hội", "Trang!B3 hai"];
    assert_eq!(texts, expected[..1].to_vec(), "the third is a sentence");
    assert_eq!(findings, ["Trang!A3 S13"]);
}

#[test]
fn a_label_may_be_numbered_and_end_in_dots() {
    let rows = "1. Chi bộ:|Một\n2) Căn cứ .......|một\n- Căn cứ:|hai\na. Căn cứ|ba";
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, ["Trang!B2 một", "Trang!B3 hai", "Trang!B4 ba"]);
    assert_eq!(findings, NONE);
}

#[test]
fn a_letterhead_is_no_label() {
    let rows = "ĐẢNG BỘ CỤC|||ĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ MỘT|||Hà Nội, ngày 5\n\
        Chi bộ|Một\nCăn cứ|một";
    let (texts, findings) = texts(rows, &BASIS);
    assert_eq!(texts, ["Trang!B4 một"]);
    assert_eq!(findings, NONE);
}

#[test]
fn every_label_is_noted_with_what_it_was_taken_for() {
    let sheet = sheet("Chi bộ:|Một\nMàu|xanh");
    let mut report = Report::default();
    let known = Names::new([&CELL]);
    Labels::read(&sheet, 0..u32::MAX, &known, &mut report);
    let label = |label: &str, read_as: Option<&str>| Understood::Label {
        label: label.into(),
        read_as: read_as.map(str::to_owned),
    };
    let noted: Vec<&Understood> = report.notes().iter().map(|it| &it.what).collect();
    assert_eq!(
        noted,
        [&label("Chi bộ:", Some("Chi bộ")), &label("Màu", None)]
    );
}

#[test]
fn values_below_and_beside_a_label_and_the_title_are_noted() {
    let sheet = sheet("ĐẠI HỘI CHI BỘ\nChủ tịch đại hội|Lê An|Vũ Bình\n|Đỗ Chi|Bí thư");
    let mut report = Report::default();
    let known = Names::new([&CELL, &CHAIRS]);
    let labels = Labels::read(&sheet, 0..u32::MAX, &known, &mut report);
    let noted = report.notes().iter().map(|note| {
        let text = match &note.what {
            Understood::Label { read_as, .. } => read_as.clone().unwrap_or_default(),
            Understood::Rows { why, text } => format!("{why:?} {text}"),
            Understood::Sheet { .. } | Understood::Header | Understood::Column { .. } => {
                format!("{:?}", note.what)
            }
        };
        format!("{} {text}", at(&note.place))
    });
    let expected = [
        "Trang!A1 Title ĐẠI HỘI CHI BỘ",
        "Trang!A2 Chủ tịch đại hội",
        "Trang!C2 Chủ tịch đại hội",
        "Trang!B3 Chủ tịch đại hội",
    ];
    assert_eq!(noted.collect::<Vec<_>>(), expected);
    let mut report = Report::default();
    let names = labels.names(&CHAIRS, &mut report);
    let names: Vec<&str> = names.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(names, ["Lê An", "Vũ Bình", "Đỗ Chi"]);
    assert_eq!(findings(report), NONE);
}

#[test]
fn a_label_for_one_person_takes_no_second_one() {
    for (rows, found) in [
        ("Chủ tịch đại hội|Lê Văn An và Vũ Thị Bình", "Trang!B1 S16"),
        ("Chủ tịch đại hội|Lê Văn An, Vũ Thị Bình", "Trang!B1 S16"),
        ("Chủ tịch đại hội|Lê Văn An; Vũ Thị Bình", "Trang!B1 S16"),
        ("Chủ tịch đại hội|Lê Văn An|Vũ Thị Bình", "Trang!C1 S16"),
    ] {
        let sheet = sheet(rows);
        let mut report = Report::default();
        let known = Names::new([&CELL, &CHAIRS]);
        let labels = Labels::read(&sheet, 0..u32::MAX, &known, &mut report);
        let name = labels.name(&CHAIRS, &mut report).unwrap().value;
        assert_eq!(name, "Lê Văn An", "{rows}");
        assert_eq!(findings(report), [found], "{rows}");
    }
    for post in ["Bí thư chi bộ", "(thứ hai)", "Phòng Tổ Chức", "x", "12"] {
        let sheet = sheet(&format!("Chủ tịch đại hội|Lê Văn An|{post}"));
        let mut report = Report::default();
        let known = Names::new([&CELL, &CHAIRS]);
        let labels = Labels::read(&sheet, 0..u32::MAX, &known, &mut report);
        labels.name(&CHAIRS, &mut report);
        assert_eq!(labels.names(&CHAIRS, &mut report).len(), 1, "{post}");
        assert_eq!(findings(report), NONE, "{post}");
    }
}

proptest! {
    #[test]
    fn any_sheet_is_read_without_panic(
        cells in prop::collection::vec(
            prop::sample::select(vec!["", "|", "\n", "Chi bộ", "Căn cứ:", "1. Chi bộ: x", "x", "7", ":"]),
            0..40,
        )
    ) {
        let sheet = sheet(&format!("x|{}", cells.concat()));
        Labels::read(&sheet, 0..u32::MAX, &Names::new([&CELL, &BASIS]), &mut Report::default());
    }
}

#[test]
fn a_title_beside_a_title_is_signed_below_and_no_value() {
    for rows in [
        "Chi bộ|Văn phòng\n\nTRƯỞNG BAN KIỂM PHIẾU||CHỦ TỊCH ĐẠI HỘI\n\nLê An||Vũ Bình",
        "Chi bộ|Văn phòng\n\nChủ tịch đại hội||Thư ký đại hội\nLê An||Vũ Bình",
    ] {
        let (texts, findings) = texts(rows, &CHAIRS);
        assert_eq!(texts, NONE, "{rows}");
        assert_eq!(findings, NONE, "{rows}");
    }
}
