//! The total below the list of members, and what it says of some of them: M10.
//!
//! Only warnings: the total may as well be of another day than the list.

use super::List;
use super::sex::{MEN, WOMEN};
use crate::diagnostic::{FootOf, MemberFault, Problem, Report};
use crate::import::table::Table;
use crate::model::{Member, Sex, Standing, Traced};

/// Says whether the total below the list, or a number of women or of those on probation
/// in it, is another than its rows. Members of other cells may be in it or not.
pub(super) fn report_foot(table: &Table<'_>, list: &List<'_, '_>, report: &mut Report) {
    let Some(total) = table.total() else {
        return;
    };
    let read = || list.members.iter();
    let rows = list.rows.len() + list.nameless.len();
    let guests = read().filter(|member| !member.belongs_here()).count();
    if let Some(typed) = total.people() {
        let counts = [rows.saturating_sub(guests), rows];
        compare(FootOf::Rows, &typed, counts, report);
    }
    // of a row that was not read nobody knows
    if !list.nameless.is_empty() {
        return;
    }
    for (what, word) in PARTS {
        if !is_told(what, &list.members) {
            continue;
        }
        let column = match what {
            FootOf::Women => total.count(&WOMEN),
            FootOf::Men => total.count(&MEN),
            FootOf::Rows | FootOf::Official | FootOf::Probationary => None,
        };
        let told = total.cells().find_map(|cell| {
            let number = number_of(&cell.shown(), word)?;
            Some(cell.traced(number))
        });
        let is_one = |member: &&Member| is_part(what, member);
        let own = read().filter(|member| member.belongs_here());
        let counts = [own.filter(is_one).count(), read().filter(is_one).count()];
        for typed in column.iter().chain(&told) {
            compare(what, typed, counts, report);
        }
    }
}

/// What a total says of some members, in its words.
const PARTS: [(FootOf, &str); 4] = [
    (FootOf::Women, "nữ"),
    (FootOf::Men, "nam"),
    (FootOf::Official, "chính thức"),
    (FootOf::Probationary, "dự bị"),
];

fn is_part(what: FootOf, member: &Member) -> bool {
    let is_of = |sex| member.sex.as_ref().is_some_and(|it| it.value == sex);
    match what {
        FootOf::Rows => true,
        FootOf::Women => is_of(Sex::Female),
        FootOf::Men => is_of(Sex::Male),
        FootOf::Official => member.standing.value == Standing::Official,
        FootOf::Probationary => member.standing.value == Standing::Probationary,
    }
}

/// Whether the list tells it of everybody.
fn is_told(what: FootOf, members: &[Member]) -> bool {
    let mut read = members.iter();
    match what {
        FootOf::Rows => true,
        FootOf::Women | FootOf::Men => read.all(|member| member.sex.is_some()),
        // who is official has a day of it; without any the column is empty
        FootOf::Official | FootOf::Probationary => {
            read.any(|member| member.official_since.is_some())
        }
    }
}

/// Compares with the count without members of other cells and with them.
fn compare(what: FootOf, typed: &Traced<u32>, counts: [usize; 2], report: &mut Report) {
    let is_meant = |count: &usize| usize::try_from(typed.value) == Ok(*count);
    if counts.iter().any(is_meant) {
        return;
    }
    let [own, _] = counts;
    if let Some(place) = typed.place() {
        let fault = MemberFault::FootDiffers {
            what,
            typed: typed.value,
            counted: u32::try_from(own).unwrap_or(u32::MAX),
        };
        report.add(place, Problem::Member(fault));
    }
}

/// The number that stands next to a word: "nữ: 08", "nữ có 08 đồng chí", "08 đồng chí
/// nữ". With numbers on both sides nobody knows which is meant.
fn number_of(text: &str, word: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let mut found = lower.match_indices(word).filter(|(at, _)| {
        let (before, after) = lower.split_at_checked(*at).unwrap_or_default();
        let after = after.strip_prefix(word).unwrap_or_default();
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    });
    let (at, _) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let (before, after) = lower.split_at_checked(at)?;
    let after = number_after(after.strip_prefix(word)?);
    match (number_before(before), after) {
        (Some(number), None) | (None, Some(number)) => Some(number),
        _ => None,
    }
}

fn number_after(text: &str) -> Option<u32> {
    let mut rest = text.trim_start_matches([' ', ':', '=']);
    for word in ["có", "là", "gồm"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    let digits = rest.trim_start_matches(|it: char| it.is_ascii_digit());
    rest.strip_suffix(digits)?.parse().ok()
}

fn number_before(text: &str) -> Option<u32> {
    let mut rest = text.trim_end();
    for word in ["đảng viên", "đồng chí", "đ/c", "người", "là"] {
        rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
    }
    let head = rest.trim_end_matches(|it: char| it.is_ascii_digit());
    rest.strip_prefix(head)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number_of;
    use crate::import::testing::{NONE, congress, found_in_members as found};

    #[test]
    fn a_number_is_of_the_word_beside_it() {
        let women = |text| number_of(text, "nữ");
        assert_eq!(women("Tổng cộng: 25 đồng chí (nữ: 08)"), Some(8));
        assert_eq!(
            women("Tổng cộng: 25 đồng chí; trong đó nữ 8, nam 17"),
            Some(8)
        );
        assert_eq!(
            women("Danh sách này có 25 đồng chí, có 08 đồng chí nữ."),
            Some(8)
        );
        assert_eq!(women("nữ có 08 đồng chí"), Some(8));
        assert_eq!(women("08 nữ 17 nam"), None, "before or after");
        assert_eq!(women("Tổng cộng: 25 nữa"), None);
        assert_eq!(women("Tổng cộng: 25 đồng chí"), None);
        assert_eq!(women("nữ 8; nữ dân tộc 1"), None);
        assert_eq!(number_of("23 chính thức, 2 dự bị", "dự bị"), Some(2));
    }

    /// An is a woman, Bình and Chi are men; Chi is on probation.
    #[test]
    fn what_the_total_says_of_some_is_compared_too() {
        let with = |foot: &str| {
            let rows = format!(
                "TT|Họ và tên|Ngày sinh|Nữ|Ngày chính thức\n1|An|1984|x|2010\n\
                 2|Bình|1985||2011\n3|Chi|1986||\n{foot}"
            );
            congress(&[("Thông tin", "Chi bộ|Một"), ("Đảng viên", &rows)]).1
        };
        for foot in [
            "Tổng cộng|3||1",
            "|Tổng cộng: 3 đồng chí (nữ 01, nam 02)",
            "Tổng cộng: 3 đồng chí, trong đó 2 chính thức, 1 dự bị",
        ] {
            assert_eq!(with(foot), NONE, "{foot}");
        }
        assert_eq!(with("Tổng cộng|3||2"), ["Đảng viên!D5 M10"]);
        let two = with("|Tổng cộng: 3 đồng chí (nữ 02, nam 02)");
        assert_eq!(two, ["Đảng viên!B5 M10"]);
        let none = with("|Tổng cộng: 3 đồng chí, dự bị 0");
        assert_eq!(none, ["Đảng viên!B5 M10"]);
    }

    #[test]
    fn the_total_below_the_list_is_the_number_of_its_rows() {
        let with = |foot: &str| found(&format!("1|An|1984\n2|Bình|1985\n{foot}"));
        for foot in [
            "Tổng cộng: 2 đồng chí",
            "Tổng cộng|02",
            "Danh sách này có 2 đồng chí./.",
            "Tổng số: 02 (hai) đồng chí",
            "Tổng số đảng viên nữ: 1",
            "Cộng trang: 1",
            "Tổng cộng",
        ] {
            assert_eq!(with(foot), NONE, "{foot}");
        }
        for foot in [
            "Tổng cộng: 3 đồng chí",
            "Danh sách này có 3 đồng chí./.",
            "Tổng số: 03 (ba) đồng chí",
        ] {
            assert_eq!(with(foot), ["Đảng viên!A4 M10"], "{foot}");
        }
        assert_eq!(with("Tổng cộng|3 đồng chí"), ["Đảng viên!B4 M10"]);
    }

    #[test]
    fn members_of_other_cells_are_in_the_total_or_not() {
        let rows = "1|An|1984|\n2|Bình|1985|Sinh hoạt tạm thời tại đây\n";
        for total in [1, 2] {
            assert_eq!(found(&format!("{rows}Tổng cộng: {total} đồng chí")), NONE);
        }
        let three = found(&format!("{rows}Tổng cộng: 3 đồng chí"));
        assert_eq!(three, ["Đảng viên!A4 M10"]);
    }

    #[test]
    fn with_several_totals_none_is_compared() {
        let rows = "1|An|1984\nTổng cộng: 1 đồng chí\n1|Bình|1985\nTổng cộng: 1 đồng chí";
        assert_eq!(found(rows), NONE);
    }
}
