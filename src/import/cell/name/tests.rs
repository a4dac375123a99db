use super::*;
use proptest::prelude::*;

/// Names of every kind that are right as they are.
const CORRECT: [&str; 49] = [
    "Nguyễn Văn An",
    "Lê Thị Ánh Nguyệt",
    "An",
    "Y",
    "Y Moan",
    "Y Moan Ênuôl",
    "H'Hen Niê",
    "H’Hen Niê",
    "K'Brêu",
    "Rơ Châm H'Yéo",
    "Ksor Phước",
    "Kpă Klơng",
    "A Lăng Thanh",
    "Lò Thị Mai",
    "Giàng A Sính",
    "Vừ A Dính",
    "Đồng Chí Thanh",
    "Đồng Chí Thanh Bình",
    "Đồng Văn Khuyên",
    "Ông Ích Khiêm",
    "Ông Văn Huyên",
    "Ông Lê Anh",
    "Bà Văn Ông",
    "Bà Huyện",
    "Anh Đức",
    "Anh Thơ",
    "Anh Nguyễn",
    "Chị Út",
    "Tiến Sĩ",
    "Tiến Sỹ Hùng",
    "Bác Sĩ Minh",
    "Công Tằng Tôn Nữ Thị Ninh",
    "Tôn Thất Tùng",
    "Nguyễn-Phúc Bửu Lộc",
    "Nguyễn Văn An (Ba An)",
    "Nguyễn Văn An (A)",
    "Nguyễn Văn An (B)",
    "Nguyễn Văn A",
    "Trần Bá Quý",
    "Ô Thị Lan",
    "Âu Dương Thị Ổn",
    "Đặng Thị Út Em",
    "Thạch Thị Sa Rươne",
    "Lý Tiểu Long",
    "Nguyễn Hoàng Phương Ngọc Minh Anh",
    "Maria Nguyễn Thị Lan",
    "nguyễn văn an",
    "NGUYỄN Văn An",
    "…",
];

#[test]
fn a_correct_name_is_never_changed() {
    for name in CORRECT {
        assert_eq!(tidy(name), None, "{name}");
    }
}

#[test]
fn what_is_no_name_is_taken_off() {
    for typed in [
        "Đ/c Nguyễn Văn An",
        "đ/c: Nguyễn Văn An",
        "Đ/C. Nguyễn Văn An",
        "Đ.c Nguyễn Văn An",
        "Đ.c. Nguyễn Văn An",
        "đc Nguyễn Văn An",
        "Đ/chí Nguyễn Văn An",
        "Đồng chí Nguyễn Văn An",
        "đồng chí Nguyễn Văn An",
        "Đồng chí: Nguyễn Văn An",
        "Đồng Chí Nguyễn Văn An",
        "Ông Nguyễn Văn An",
        "Bà: Nguyễn Văn An",
        "Ô. Nguyễn Văn An",
        "ông Nguyễn Văn An",
        "Anh Nguyễn Văn An",
        "ThS. Nguyễn Văn An",
        "ThS.Nguyễn Văn An",
        "Ths Nguyễn Văn An",
        "Th.S Nguyễn Văn An",
        "TS. Nguyễn Văn An",
        "PGS.TS. Nguyễn Văn An",
        "GS. TS Nguyễn Văn An",
        "BS.CKI Nguyễn Văn An",
        "BSCKII. Nguyễn Văn An",
        "Thạc sĩ Nguyễn Văn An",
        "Đ/c ThS. Nguyễn Văn An",
        "1. Nguyễn Văn An",
        "12) Nguyễn Văn An",
        "1.Đ/c Nguyễn Văn An",
        "- Nguyễn Văn An",
        "Nguyễn Văn An,",
        "Nguyễn Văn An.",
        "Nguyễn Văn An;",
        "Nguyễn Văn An ./.",
        "NGUYỄN VĂN AN",
        "ĐỒNG CHÍ NGUYỄN VĂN AN",
        "ĐC NGUYỄN VĂN AN",
        "TS NGUYỄN VĂN AN",
    ] {
        assert_eq!(tidy(typed).as_deref(), Some("Nguyễn Văn An"), "{typed}");
    }
    assert_eq!(tidy("Đ/c Loan").as_deref(), Some("Loan"));
    assert_eq!(tidy("Đồng chí Lê An").as_deref(), Some("Lê An"));
    assert_eq!(tidy("Ông Chu Tiến Nam").as_deref(), Some("Chu Tiến Nam"));
    assert_eq!(tidy("Ông CHU TIẾN NAM").as_deref(), Some("Chu Tiến Nam"));
    assert_eq!(tidy("bà Loan").as_deref(), Some("Loan"));
    assert_eq!(tidy("Ông Lê Văn An").as_deref(), Some("Lê Văn An"));
}

#[test]
fn capitals_stay_where_a_syllable_begins() {
    let tidied = [
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("K’BRÊ", "K’Brê"),
        ("Y MOAN ÊNUÔL", "Y Moan Ênuôl"),
        ("NGUYỄN-PHÚC ĐẶNG ƯỚC", "Nguyễn-Phúc Đặng Ước"),
        ("NGUYỄN VĂN AN (BA AN)", "Nguyễn Văn An (BA AN)"),
        ("NGUYỄN VĂN AN II", "Nguyễn Văn An II"),
        ("AN", "An"),
    ];
    for (typed, name) in tidied {
        assert_eq!(tidy(typed).as_deref(), Some(name), "{typed}");
    }
}

#[test]
fn a_text_without_a_name_stays() {
    for typed in ["", "1.", "Đ/c", "...", "12", "Ông", "- -"] {
        assert_eq!(tidy(typed), None, "{typed}");
    }
}

#[test]
fn a_guest_has_a_name_and_a_post() {
    let guest = "Đ/c Ngô Quang – Bí thư";
    assert_eq!(split_guest(guest), ("Đ/c Ngô Quang", " – Bí thư"));
    assert_eq!(split_guest("Ngô Quang"), ("Ngô Quang", ""));
    assert_eq!(split_guest("Ngô Quang, Bí thư"), ("Ngô Quang", ", Bí thư"));
}

proptest! {
    #[test]
    fn no_content_makes_it_panic(text: String, signs in "[Đđ/cts. 1()'-]{0,16}") {
        let _ = (tidy(&text), tidy(&signs), split_guest(&text));
    }

    #[test]
    fn capitals_and_a_title_are_undone(
        name in prop::sample::select(vec![
            "Nguyễn Văn An", "Trần Thị Ổn", "H'Hen Niê", "Lò A Sính", "Đỗ Ước",
        ]),
        title in prop::sample::select(vec!["Đ/c ", "ThS. ", "1. ", "đồng chí ", "TS.", ""]),
    ) {
        let typed = format!("{title}{}", name.to_uppercase());
        prop_assert_eq!(tidy(&typed), Some(name.to_owned()));
    }
}
