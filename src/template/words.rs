//! Numbers, dates and times in the words of official papers.

mod number;

pub(super) use number::{date_in_words, in_words};

use crate::model::{FullDate, Office, PartialDate, PercentBase, Status, TimeOfDay};
use crate::rules::{Invalidity, StepKind, WhyInvalid};

/// A count in running text: two digits at least ("03 đồng chí").
pub(super) fn padded(count: u32) -> String {
    format!("{count:02}")
}

/// `29 tháng 8 năm 2022`: the day padded below 10, the month only for 1 and 2.
///
/// Source: 36-HD/VPTW, on place and date.
pub(super) fn date(date: FullDate) -> String {
    let month = month(date.month());
    format!("{:02} tháng {month} năm {}", date.day(), date.year())
}

/// `05/9/1984`, `9/1984` or `1984`, as far as the date is known; padded in the same way.
pub(super) fn short_date(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month {
            year,
            month: number,
        } => format!("{}/{year}", month(number)),
        PartialDate::Full(date) => {
            format!("{:02}/{}/{}", date.day(), month(date.month()), date.year())
        }
    }
}

/// A month, padded for 1 and 2 only.
fn month(month: u8) -> String {
    match month {
        1..=2 => format!("{month:02}"),
        _ => month.to_string(),
    }
}

/// `29 tháng 8`, before another day of the same year.
pub(super) fn day_and_month(date: FullDate) -> String {
    format!("{:02} tháng {}", date.day(), month(date.month()))
}

/// `08 giờ 30 phút`
pub(super) fn time(time: TimeOfDay) -> String {
    format!("{:02} giờ {:02} phút", time.hour(), time.minute())
}

/// An office in running text.
pub(super) fn office(office: Office) -> &'static str {
    match office {
        Office::Committee => "Chi ủy",
        Office::Secretary => "Bí thư",
        Office::Deputy => "Phó Bí thư",
        Office::Delegates => "đại biểu dự đại hội cấp trên",
    }
}

/// An office at the start of a sentence or a heading.
pub(super) fn office_at_start(it: Office) -> &'static str {
    match it {
        Office::Committee | Office::Secretary | Office::Deputy => office(it),
        Office::Delegates => "Đại biểu dự đại hội cấp trên",
    }
}

/// Those elected to an office, in running text.
pub(super) fn holders(office: Office) -> &'static str {
    match office {
        Office::Committee => "chi ủy viên",
        Office::Secretary => "Bí thư",
        Office::Deputy => "Phó Bí thư",
        Office::Delegates => "đại biểu",
    }
}

/// One of those, at the start of a cell of a table.
pub(super) fn holder_at_start(office: Office) -> &'static str {
    match office {
        Office::Committee => "Chi ủy viên",
        Office::Delegates => "Đại biểu",
        Office::Secretary | Office::Deputy => holders(office),
    }
}

/// "Tình trạng" of a member, in running text.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "đang sinh hoạt",
        Status::Exempt => "được miễn công tác và sinh hoạt",
        Status::Elsewhere => "sinh hoạt tạm thời nơi khác",
        Status::Guest => "sinh hoạt tạm thời tại đây",
        Status::Suspended => "bị đình chỉ sinh hoạt",
        Status::Charged => "bị khởi tố, truy tố, tạm giam",
    }
}

/// The same in a cell of a table.
pub(super) fn status_at_start(status: Status) -> &'static str {
    match status {
        Status::Active => "Đang sinh hoạt",
        Status::Exempt => "Miễn sinh hoạt",
        Status::Elsewhere => "Sinh hoạt tạm thời nơi khác",
        Status::Guest => "Sinh hoạt tạm thời tại đây",
        Status::Suspended => "Đình chỉ sinh hoạt",
        Status::Charged => "Khởi tố, truy tố, tạm giam",
    }
}

/// Why members are not in the base, after a number.
pub(super) fn step(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Official => "đảng viên chính thức",
        StepKind::Suspended => "bị đình chỉ sinh hoạt",
        StepKind::Charged => "bị khởi tố, truy tố, tạm giam",
        StepKind::Elsewhere => "sinh hoạt tạm thời nơi khác",
        StepKind::ExemptAbsent => "được miễn công tác và sinh hoạt, không dự đại hội",
        StepKind::AbsentAccepted => "vắng mặt có lý do được cấp ủy triệu tập đồng ý",
    }
}

/// Why ballots are invalid.
pub(super) fn invalidity(it: &Invalidity) -> String {
    let why = why_invalid(&it.why);
    match it.ballots {
        Some(ballots) => format!("{} phiếu {}", padded(ballots.0), inside(why)),
        None => why.to_owned(),
    }
}

/// A reason as it goes on after "phiếu": with a small letter, unless its first word is an
/// abbreviation, and without that word at its beginning.
fn inside(why: &str) -> String {
    let why = small(why.trim_end_matches(['.', ';', ' ']));
    why.strip_prefix("phiếu ").unwrap_or(&why).to_owned()
}

fn small(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or_default();
    let is_abbreviation = word.chars().skip(1).any(char::is_uppercase);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !is_abbreviation => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// Why a ballot is invalid, after "phiếu"; in results as on papers.
pub fn why_invalid(why: &WhyInvalid) -> &str {
    match why {
        WhyInvalid::Stated(reason) => reason,
        WhyInvalid::Unstated => "không hợp lệ",
        WhyInvalid::OverSeats => "bầu quá số lượng quy định",
        WhyInvalid::Nobody => "không bầu ai",
        WhyInvalid::BothBoxes => "đánh dấu cả hai ô",
        WhyInvalid::NeitherBox => "không đánh dấu ô nào",
    }
}

/// What a percentage is of, in the head of its column.
pub(super) fn percent_base(base: PercentBase) -> &'static str {
    match base {
        PercentBase::Official => "so với đảng viên chính thức",
        PercentBase::Valid => "so với số phiếu hợp lệ",
        PercentBase::Present => "so với đảng viên chính thức có mặt",
        PercentBase::Summoned => "so với đảng viên chính thức được triệu tập",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Votes;

    #[test]
    fn each_reason_goes_on_after_the_number_of_ballots() {
        let said = |why: WhyInvalid| {
            invalidity(&Invalidity {
                ballots: Some(Votes(1)),
                why,
            })
        };
        let stated = |why: &str| said(WhyInvalid::Stated(why.to_owned()));
        assert_eq!(
            said(WhyInvalid::OverSeats),
            "01 phiếu bầu quá số lượng quy định"
        );
        assert_eq!(stated("Có viết thêm."), "01 phiếu có viết thêm");
        assert_eq!(stated("Phiếu bị rách"), "01 phiếu bị rách");
        assert_eq!(stated("BKP không đóng dấu"), "01 phiếu BKP không đóng dấu");
        assert_eq!(stated("Để trống"), "01 phiếu để trống");
    }

    #[test]
    fn days_are_padded_below_ten_and_months_only_for_one_and_two() {
        let shown = |year, month, day| date(FullDate::new(year, month, day).unwrap());
        assert_eq!(shown(2022, 9, 5), "05 tháng 9 năm 2022");
        assert_eq!(shown(2026, 2, 3), "03 tháng 02 năm 2026");
        assert_eq!(shown(2022, 10, 29), "29 tháng 10 năm 2022");
        let day = |year, month, day| {
            short_date(PartialDate::Full(FullDate::new(year, month, day).unwrap()))
        };
        assert_eq!(day(1984, 9, 5), "05/9/1984");
        assert_eq!(day(1984, 2, 15), "15/02/1984");
        let april = PartialDate::of_month(1976, 4).unwrap();
        assert_eq!(short_date(april), "4/1976");
        assert_eq!(short_date(PartialDate::Year(1952)), "1952");
        let day = FullDate::new(2022, 9, 5).unwrap();
        assert_eq!(day_and_month(day), "05 tháng 9");
    }
}
