use super::*;
use crate::model::TimeOfDay;
use proptest::prelude::*;

fn text(text: &str) -> RawValue {
    RawValue::Text(text.into())
}

fn day(year: u16, month: u8, day: u8) -> PartialDate {
    FullDate::new(year, month, day)
        .map(PartialDate::Full)
        .unwrap()
}

fn date(typed: &str) -> Option<PartialDate> {
    parse_date(&text(typed)).ok()
}

fn fault_of(typed: &str) -> DateFault {
    parse_date(&text(typed)).unwrap_err()
}

#[test]
fn a_full_date_is_read_in_each_way_of_writing_it() {
    for typed in [
        "05/09/1984",
        "5/9/1984",
        "05/9/1984",
        "5.9.1984",
        "05-09-1984",
        "5 - 9 - 1984",
        "5–9–1984",
        "5/9-1984",
        "5,9,1984",
        "5 9 1984",
        " 05 / 9 / 1984 ",
        "05/9/1984.",
        "ngày 05 tháng 9 năm 1984",
        "Ngày 05 tháng 9 năm 1984.",
        "05 tháng 9 năm 1984",
        "5 tháng 9, 1984",
        "ngày 05/9/1984",
        "Sinh ngày 05/9/1984",
        "Sinh ngày: 05/9/1984",
        "ngày mùng 5 tháng 9 năm 1984",
        "1984-09-05",
        "1984-09-05 00:00:00",
        "1984-09-05T00:00:00",
        "05/09/1984 0:00:00",
    ] {
        assert_eq!(date(typed), Some(day(1984, 9, 5)), "{typed}");
    }
    assert_eq!(date("ngày 5 tháng Tư năm 1984"), Some(day(1984, 4, 5)));
}

#[test]
fn a_date_is_as_full_as_it_was_typed() {
    for typed in [
        "9/1984",
        "09.1984",
        "9-1984",
        "tháng 9 năm 1984",
        "Tháng 9/1984",
        "tháng 09 - 1984",
        "Sinh tháng 9 năm 1984",
    ] {
        assert_eq!(date(typed), PartialDate::of_month(1984, 9), "{typed}");
    }
    for typed in [
        "1984",
        "năm 1984",
        "sinh năm 1984",
        "Sinh năm: 1984",
        "1984.",
    ] {
        assert_eq!(date(typed), PartialDate::of_year(1984), "{typed}");
    }
}

#[test]
fn what_is_not_said_is_not_invented() {
    for typed in [
        "31/02/1984",
        "29/02/2022",
        "13/1984",
        "1899",
        "...",
        "…/…/…",
        "…/9/1984",
        "../../1984",
        "5//1984",
        "5/ /1984",
        "ngày … tháng 9 năm 1984",
        "ngày tháng 9 năm 1984",
        "ngày 9 năm 1984",
        "tháng năm 1984",
        "không rõ",
        "chưa rõ",
        "?",
        "1984?",
        "khoảng 1984",
        "-1984",
        "1984 (âm lịch)",
        "05091984",
        "0/9/1984",
        "5/9/19844",
        "-",
        "",
        "1/1/2000 08:30",
    ] {
        assert_eq!(fault_of(typed), DateFault::Unreadable, "{typed}");
    }
}

#[test]
fn a_year_of_two_digits_and_none_at_all_are_told_apart() {
    assert_eq!(fault_of("5/9/84"), DateFault::ShortYear, "1984 or 2084");
    assert_eq!(fault_of("9/84"), DateFault::ShortYear);
    assert_eq!(fault_of("ngày 5 tháng 9 năm 84"), DateFault::ShortYear);
    assert_eq!(fault_of("05/9"), DateFault::NoYear);
}

#[test]
fn two_dates_in_a_cell_are_told_apart() {
    let two = Ok(Dates::Two(day(2009, 9, 5), day(2010, 9, 5)));
    for typed in [
        "05/9/2009\n05/9/2010",
        "05/9/2009; 05/9/2010",
        "05/9/2009 - 05/9/2010",
        "05/9/2009 05/9/2010",
        "05/9/2009 / 05/9/2010",
        "05/9/2009, 05/9/2010",
        "05/9/2009 (05/9/2010)",
        "05/9/2009 và 05/9/2010",
        "DB: 05/9/2009; CT: 05/9/2010",
        "KN 05/9/2009, CT 05/9/2010",
        "05/9/2009 (DB) 05/9/2010 (CT)",
        "vào: 5.9.2009\nchính thức: 5.9.2010",
        "2009-09-05\n2010-09-05",
        "05-09-2009-05-09-2010",
    ] {
        assert_eq!(parse_dates(&text(typed)), two, "{typed}");
        assert_eq!(fault_of(typed), DateFault::Several, "{typed}");
    }
    let years = parse_dates(&text("2009\n2010"));
    let year = |year| PartialDate::of_year(year).unwrap();
    assert_eq!(years, Ok(Dates::Two(year(2009), year(2010))));
    for typed in [
        "2009-2010",
        "05/9/2009, ../9/2010",
        "../9/2009\n05/9/2010",
        "05/9/2009 /  /2010",
        "05/9/2009 chuyển đến 05/9/2010",
        "5/9/2009; 6/9/2010; 7/9/2011",
    ] {
        let read = parse_dates(&text(typed));
        assert_eq!(read, Err(DateFault::Unreadable), "{typed}");
    }
}

#[test]
fn a_number_is_a_year_or_perhaps_a_date_that_lost_its_form() {
    let number = |value: f64| parse_date(&RawValue::Number(value.into()));
    assert_eq!(number(1984.0).ok(), PartialDate::of_year(1984));
    assert_eq!(number(9.1984).ok(), PartialDate::of_month(1984, 9));
    let serial = |day: &str| {
        Err(DateFault::Serial {
            day: day.to_owned(),
        })
    };
    assert_eq!(number(30_742.0), serial("01/03/1984"));
    assert_eq!(number(44_802.354), serial("29/08/2022"));
    for no in [25.0, 1.0, -5.0, 1e300, f64::NAN, 5_091_984.0, 0.5] {
        assert_eq!(number(no), Err(DateFault::Unreadable), "{no}");
    }
}

#[test]
fn of_a_date_of_excel_only_what_it_shows_is_read() {
    let moment = |shows| {
        parse_date(&RawValue::Moment(Moment {
            date: FullDate::new(1984, 9, 1),
            time: TimeOfDay::new(0, 0).unwrap(),
            shows,
        }))
    };
    assert_eq!(moment(DateParts::Full), Ok(day(1984, 9, 1)));
    assert_eq!(
        moment(DateParts::MonthYear).ok(),
        PartialDate::of_month(1984, 9)
    );
    assert_eq!(moment(DateParts::Year).ok(), PartialDate::of_year(1984));
    assert_eq!(moment(DateParts::NoYear), Err(DateFault::NoYear));
}

proptest! {
    #[test]
    fn any_full_date_is_read_back(
        year in 1900u16..=2199,
        month in 1u8..=12,
        day in 1u8..=31,
        first in prop::sample::select(vec!["/", ".", "-", ",", " ", " / ", " tháng "]),
        second in prop::sample::select(vec!["/", ".", "-", ",", " ", "- ", " năm "]),
    ) {
        let expected = FullDate::new(year, month, day).map(PartialDate::Full);
        for typed in [
            format!("{day}{first}{month}{second}{year}"),
            format!("{day:02}{first}{month:02}{second}{year}"),
            format!("ngày {day}{first}{month:02}{second}{year}"),
            format!("{year}-{month:02}-{day:02}"),
        ] {
            prop_assert_eq!(date(&typed), expected, "{}", typed);
        }
    }

    #[test]
    fn a_date_seen_at_a_glance_is_the_date_read_part_by_part(
        typed in "[0-9]{0,3}[/.]?[0-9+]{0,3}/?[0-9]{0,5}/?",
    ) {
        if let Some(date) = plain(&typed) {
            prop_assert_eq!(one(&typed), Some(date), "{}", typed);
        }
    }

    #[test]
    fn any_month_and_year_is_read_back(
        year in 1900u16..=2199,
        month in 1u8..=12,
        sign in prop::sample::select(vec!["/", ".", "-", ",", " ", " năm "]),
    ) {
        let expected = PartialDate::of_month(year, month);
        prop_assert_eq!(date(&format!("{month}{sign}{year}")), expected);
        prop_assert_eq!(date(&format!("tháng {month:02}{sign}{year}")), expected);
    }

    #[test]
    fn no_content_makes_it_panic(
        typed: String,
        signs in "[0-9 ./;\n()a-dđâă:-]{0,24}",
        value: f64,
    ) {
        let _ = parse_dates(&text(&typed));
        let _ = parse_dates(&text(&signs));
        let _ = parse_dates(&RawValue::Number(value.into()));
    }
}
