use super::*;
use proptest::prelude::*;

/// What a form shows of a number; `=` if it is the number itself.
fn shown(value: f64, code: &str) -> String {
    let shown = Form::new(code).show(value);
    shown.map_or_else(|| "=".to_owned(), String::from)
}

#[test]
fn percentages_and_leading_zeros_are_as_shown() {
    assert_eq!(shown(0.9231, "0.00%"), "92,31%");
    assert_eq!(shown(0.9231, "0%"), "92%");
    assert_eq!(shown(1.0, "0.00%"), "100,00%");
    assert_eq!(shown(0.0, "0.0%"), "0,0%");
    assert_eq!(shown(123.0, "000000"), "000123");
    assert_eq!(shown(1_234_567.0, "000000"), "=", "more digits than places");
    assert_eq!(shown(7.0, "00"), "07");
    assert_eq!(shown(12_345_678.0, "000 000 000"), "012 345 678");
    assert_eq!(shown(51_236_280.0, "00\\-00\\-0000"), "51-23-6280");
}

#[test]
fn decimals_and_thousands_are_written_as_in_vietnam() {
    assert_eq!(shown(4.0, "0.0"), "4,0");
    assert_eq!(shown(4.25, "0.##"), "=");
    assert_eq!(shown(4.256, "0.##"), "4,26");
    assert_eq!(shown(4.0, "0.##"), "=");
    assert_eq!(shown(4.5, "0.0##"), "=");
    assert_eq!(shown(1234.0, "#,##0"), "1.234");
    assert_eq!(shown(999.0, "#,##0"), "=");
    assert_eq!(shown(1_234_567.5, "#,##0.00"), "1.234.567,50");
    assert_eq!(shown(12.0, "000,000"), "000.012");
    assert_eq!(shown(12_345.0, "0,"), "12");
    assert_eq!(shown(0.5, ".00"), ",50");
    assert_eq!(shown(12.5, ".00"), "12,50");
    assert_eq!(shown(25.6, "0"), "26");
    assert_eq!(shown(25.0, "0"), "=");
}

#[test]
fn halves_of_the_decimal_number_go_up() {
    assert_eq!(shown(0.285, "0.00"), "0,29", "0.284999… in binary");
    assert_eq!(shown(1.005, "0.00"), "1,01");
    assert_eq!(shown(0.923_05, "0.00%"), "92,31%");
    assert_eq!(shown(2.5, "0"), "3");
    assert_eq!(shown(99.995, "0.00"), "100,00");
    assert_eq!(shown(0.5, "0"), "1");
    assert_eq!(shown(0.05, "0"), "0");
    assert_eq!(shown(0.004_999, "0.00"), "0,00");
    assert_eq!(shown(1e300, "0.0").len(), 303);
}

#[test]
fn words_of_a_form_stay_as_they_are() {
    assert_eq!(shown(25.0, "0\" phiếu\""), "25 phiếu");
    assert_eq!(shown(1234.0, "#,##0\" tr. đ, v.v.\""), "1.234 tr. đ, v.v.");
    assert_eq!(shown(5.0, "General\" đ/c\""), "5 đ/c");
    assert_eq!(shown(7.0, "\"Số \"00"), "Số 07");
    assert_eq!(shown(1500.0, "#,##0\\ [$₫-42A]"), "1.500 ₫");
    assert_eq!(shown(3.0, "[$-42A]0.0_)"), "3,0");
    assert_eq!(shown(1.0, "\"Đạt\";;\"Không đạt\""), "Đạt");
    assert_eq!(shown(0.0, "\"Đạt\";;\"Không đạt\""), "Không đạt");
}

#[test]
fn each_sign_has_its_section() {
    let accounting = "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)";
    assert_eq!(shown(1500.0, accounting), "1.500");
    assert_eq!(shown(-1500.0, accounting), "(1.500)");
    assert_eq!(shown(0.0, accounting), "-");
    assert_eq!(shown(-5.0, "0.0"), "-5,0");
    assert_eq!(shown(-5.0, "0;[Red]-0"), "=");
    assert_eq!(shown(-0.001, "0.0"), "0,0");
    assert_eq!(shown(150.0, "[>=100]0\" cao\";0\" thấp\""), "150 cao");
    assert_eq!(shown(50.0, "[>=100]0\" cao\";0\" thấp\""), "50 thấp");
}

#[test]
fn what_shows_nothing_or_is_not_understood_is_read_by_its_value() {
    for code in [
        "General",
        "",
        "@",
        ";;;",
        "0;-0;;@",
        "# ?/?",
        "0.00E+00",
        "0.0.0",
        "[DBNum1]0",
        "0;0;0;0;0",
    ] {
        assert_eq!(shown(0.0, code), "=", "{code}");
    }
    assert_eq!(shown(f64::NAN, "0.0"), "=");
    assert_eq!(shown(f64::INFINITY, "0.0"), "=");
    assert_eq!(shown(5.0, &"0".repeat(256)), "=");
    assert_eq!(shown(5.0, &format!("0.{}", "0".repeat(31))), "=");
}

#[test]
fn a_form_may_add_words_to_a_text() {
    let text = |code: &str| Form::new(code).show_text("An");
    assert_eq!(text("\"Đ/c \"@").as_deref(), Some("Đ/c An"));
    assert_eq!(text("0;0;0;@\" (nữ)\"").as_deref(), Some("An (nữ)"));
    for code in [
        "@",
        "General",
        "0",
        "_(@_)",
        "#,##0_);_(@_)",
        ";;;",
        "0\" phiếu\"",
    ] {
        assert_eq!(text(code), None, "{code}");
    }
}

#[test]
fn a_date_shows_the_parts_that_its_form_names() {
    use DateParts::{Full, MonthYear, NoYear, Year};
    let parts = [
        ("dd/mm/yyyy", Full),
        ("d-mmm-yy", Full),
        ("mm-dd-yy", Full),
        ("[$-42A]dd mmmm yyyy;@", Full),
        ("[$-F800]dddd, mmmm dd, yyyy", Full),
        ("\"ngày\" dd \"tháng\" mm \"năm\" yyyy", Full),
        ("\\n\\g\\à\\y dd/mm/yy", Full),
        ("mm/yyyy", MonthYear),
        ("mmm-yy", MonthYear),
        ("\"tháng\" m/yyyy", MonthYear),
        ("yyyy", Year),
        ("[Red]yyyy", Year),
        ("d-mmm", NoYear),
        ("dd/mm", NoYear),
        ("mmmm", NoYear),
        ("dddd", NoYear),
    ];
    for (code, expected) in parts {
        let Form::Moment(form) = Form::new(code) else {
            panic!("{code}");
        };
        assert_eq!(
            (form.date, form.has_time),
            (Some(expected), false),
            "{code}"
        );
    }
}

#[test]
fn a_time_is_told_from_a_date() {
    let form = |code: &str| {
        let Form::Moment(form) = Form::new(code) else {
            panic!("{code}");
        };
        (form.date, form.has_time, form.is_elapsed)
    };
    for code in [
        "h:mm",
        "hh:mm:ss",
        "h:mm AM/PM",
        "mm:ss",
        "mmss.0",
        "hh\" giờ \"mm",
    ] {
        assert_eq!(form(code), (None, true, false), "{code}");
    }
    assert_eq!(form("[h]:mm:ss"), (None, true, true));
    assert_eq!(form("[mm]:ss"), (None, true, true));
    let both = (Some(DateParts::Full), true, false);
    assert_eq!(form("m/d/yy h:mm"), both);
    assert_eq!(form("hh:mm dd/mm/yyyy"), both);
}

proptest! {
    #[test]
    fn a_whole_number_has_its_digits(number in any::<u32>(), part in 1_u32..16) {
        let value = f64::from(number);
        prop_assert_eq!(general(value), number.to_string());
        let signed = if number == 0 { "0".to_owned() } else { format!("-{number}") };
        prop_assert_eq!(general(0.0 - value), signed);
        let fraction = f64::from(number % 1000) + f64::from(part) / 16.0;
        let expected = format!("{fraction}").replace('.', ",");
        prop_assert_eq!(general(fraction), expected);
    }

    #[test]
    fn beyond_thirty_two_bits_a_whole_number_has_its_digits_too(more in 0_u32..9) {
        let value = 4_294_967_292.0 + f64::from(more);
        prop_assert_eq!(general(value), (4_294_967_292_u64 + u64::from(more)).to_string());
    }

    #[test]
    fn no_form_makes_a_number_panic(
        code in r#"[0#?.,%;"\\_*@ /dmyhsGA<>=$\[\]E+à-]{0,16}"#,
        value: f64,
    ) {
        let form = Form::new(&code);
        for value in [value, 0.0, -12_345.678, 0.9231, 1e300] {
            let _ = form.show(value);
        }
        let _ = form.show_text("An");
    }

    #[test]
    fn a_whole_number_in_places_is_itself_with_zeros(number in 0u32..) {
        let expected = format!("{number:012}");
        prop_assert_eq!(shown(number.into(), "000000000000"), expected);
    }

    #[test]
    fn parted_thousands_are_the_number_without_points(number in 1000u32..) {
        let shown = shown(number.into(), "#,##0");
        prop_assert_eq!(shown.replace('.', ""), number.to_string());
        let groups: Vec<&str> = shown.split('.').collect();
        prop_assert!(groups.iter().skip(1).all(|group| group.len() == 3));
        prop_assert!((1..=3).contains(&groups[0].len()));
    }
}
