//! Figures of the report on the members attending, worked out by hand.

use super::builder::{cell_of, name, typed};
use crate::support::STATUSES;
use bienban::model::{
    Congress, FullDate, Headcount, Member, PartialDate, Sex, SharedText, Standing,
    Status, Traced,
};
use bienban::rules::{Ages, Band, Breakdown, Group, Share, Statistics};
use proptest::prelude::*;

/// The day of the congress in every case.
fn day() -> FullDate {
    FullDate::new(2022, 8, 29).unwrap()
}

fn full(year: u16, month: u8, day: u8) -> PartialDate {
    PartialDate::Full(FullDate::new(year, month, day).unwrap())
}

fn statistics(congress: &Congress) -> Statistics {
    Statistics::of(congress, Some(day()))
}

/// A cell whose members have these dates of birth, in column C.
fn born(dates: &[Option<PartialDate>]) -> Congress {
    let mut congress = cell_of(dates.len());
    for ((member, date), row) in congress.members.iter_mut().zip(dates).zip(2..) {
        member.born = date.map(|date| typed(date, "Đảng viên", &format!("C{row}")));
    }
    congress
}

/// A cell whose members have these texts in a column.
fn saying(texts: &[&str], tell: fn(&mut Member, Option<Traced<SharedText>>)) -> Congress {
    let mut congress = cell_of(texts.len());
    for ((member, text), row) in congress.members.iter_mut().zip(texts).zip(2..) {
        let text = Some(*text).filter(|text| !text.is_empty());
        let cell = format!("K{row}");
        tell(
            member,
            text.map(|text| typed(text.into(), "Đảng viên", &cell)),
        );
    }
    congress
}

/// `thạc sĩ 2` …, and the number of those of whom nothing is known.
fn shown(breakdown: Option<&Breakdown>) -> (Vec<String>, u32) {
    let breakdown = breakdown.unwrap();
    (groups(&breakdown.groups), breakdown.unknown.value.0)
}

fn groups(groups: &[Group]) -> Vec<String> {
    let shown = |group: &Group| format!("{} {}", group.name.value, group.count.value);
    groups.iter().map(shown).collect()
}

fn bands(ages: &Ages) -> Vec<u32> {
    ages.bands.iter().map(|band| band.count.value.0).collect()
}

fn cells<T>(value: &Traced<T>) -> Vec<String> {
    let places = value.cells().into_iter();
    let ranges = places.filter_map(|place| place.cells);
    ranges.map(|range| range.to_string()).collect()
}

/// On 29/8/2022: born 29/8/1991, 31 on the day; 30/8/1991, 30 still; 8/1981 and 1981,
/// 41 by the year; 1/1/1961, 61; nothing.
/// Bands: 30 | 31 | 41, 41 | – | 61. Average (31 + 30 + 41 + 41 + 61) / 5 = 204 / 5 = 40.8.
#[test]
fn an_age_is_exact_where_the_date_is_full_and_else_by_the_year() {
    let congress = born(&[
        Some(full(1991, 8, 29)),
        Some(full(1991, 8, 30)),
        PartialDate::of_month(1981, 8),
        PartialDate::of_year(1981),
        Some(full(1961, 1, 1)),
        None,
    ]);
    let ages = statistics(&congress).ages.unwrap();
    assert_eq!(bands(&ages), [1, 1, 2, 0, 1]);
    assert_eq!(ages.unknown.value, Headcount(1));
    assert_eq!(ages.average.value.to_string(), "40,8");
    assert_eq!(
        (ages.lowest.years.value, ages.highest.years.value),
        (30, 61)
    );
    let (youngest, year) = &ages.lowest.members[0];
    assert_eq!((youngest.value.as_str(), year.value), (&*name(2), 1991));
    // each figure names the cells it counts
    assert_eq!(cells(&ages.bands[2].count), ["C4:C5"]);
    assert_eq!(cells(&ages.unknown), ["B7"]);
}

/// 30 and 31, 40 and 41 … on either side of each border.
#[test]
fn the_bands_of_ages_have_neither_gap_nor_overlap() {
    let years = [30, 31, 40, 41, 50, 51, 60, 61];
    let dates = years.map(|age| PartialDate::of_year(2022 - age));
    let ages = statistics(&born(&dates)).ages.unwrap();
    assert_eq!(bands(&ages), [1, 2, 2, 2, 1]);
    let border = |band: &Band| (band.from, band.below);
    let borders: Vec<_> = ages.bands.iter().map(border).collect();
    assert_eq!(borders[0], (None, Some(31)));
    assert_eq!(borders[1], (Some(31), Some(41)));
    assert_eq!(borders[4], (Some(61), None));
}

/// Admitted 3/2/1989 and official 3/2/1990: 33 years on the day, not 32. A member on
/// probation is not counted; an official one without a date is unknown.
#[test]
fn the_party_age_counts_from_admission_and_of_official_members() {
    let mut congress = cell_of(3);
    let of = |date, cell| Some(typed(date, "Đảng viên", cell));
    congress.members[0].admitted = of(full(1989, 2, 3), "P2");
    congress.members[0].official_since = of(full(1990, 2, 3), "Q2");
    congress.members[1].admitted = of(full(2022, 5, 1), "P3");
    congress.members[1].standing.value = Standing::Probationary;
    let ages = statistics(&congress).party_ages.unwrap();
    assert_eq!(bands(&ages), [0, 0, 0, 0, 1]);
    assert_eq!(ages.highest.years.value, 33);
    assert_eq!(ages.unknown.value, Headcount(1));
}

/// 29/8/2017 is five years ago to the day, 30/8/2017 not yet; the same at ten.
#[test]
fn a_year_in_the_party_is_full_on_its_day() {
    let mut congress = cell_of(4);
    let dates = [(2017, 29), (2017, 30), (2012, 29), (2012, 30)];
    for (member, (year, day)) in congress.members.iter_mut().zip(dates) {
        member.admitted = Some(typed(full(year, 8, day), "Đảng viên", "P2"));
    }
    let ages = statistics(&congress).party_ages.unwrap();
    assert_eq!(bands(&ages), [1, 2, 1, 0, 0]);
}

#[test]
fn who_has_the_most_years_is_named_with_everybody_who_has_as_many() {
    let dates = [1970, 1970, 1990].map(PartialDate::of_year);
    let ages = statistics(&born(&dates)).ages.unwrap();
    let oldest = ages.highest.members.iter();
    let oldest: Vec<&str> = oldest.map(|(name, _)| name.value.as_str()).collect();
    assert_eq!(oldest, [name(1), name(2)]);
}

#[test]
fn without_any_date_there_are_no_ages() {
    assert!(statistics(&cell_of(3)).ages.is_none());
    let dates = [PartialDate::of_year(1990)];
    assert!(Statistics::of(&born(&dates), None).ages.is_none());
}

/// Guests belong to another cell; the suspended belong to this one.
#[test]
fn the_total_is_of_the_members_of_the_cell() {
    let mut congress = cell_of(6);
    congress.members[0].status.value = Status::Guest;
    congress.members[1].status.value = Status::Suspended;
    congress.members[2].status.value = Status::Exempt;
    congress.members[3].status.value = Status::Elsewhere;
    congress.members[4].standing.value = Standing::Probationary;
    let it = statistics(&congress);
    let counts = [
        &it.all,
        &it.official,
        &it.probationary,
        &it.exempt,
        &it.elsewhere,
        &it.guests,
    ];
    let counts: Vec<u32> = counts.iter().map(|count| count.value.0).collect();
    assert_eq!(counts, [5, 4, 1, 1, 1, 1]);
    assert_eq!(cells(&it.exempt), ["E4"]);
}

#[test]
fn degrees_are_known_in_the_words_of_clerks_and_others_are_kept_as_typed() {
    let texts = [
        "Thạc sĩ Kinh tế",
        "Th.S. Luật",
        "ĐẠI HỌC Luật",
        "CN Kế toán",
        "Kỹ sư điện",
        "TC",
        "PGS.TS Hóa học",
        "Đại học Luật, Thạc sỹ Kinh tế",
        "Tốt nghiệp đại học",
        "Bác sĩ chuyên khoa I",
        "bác  sĩ chuyên khoa I",
        "",
        "–",
    ];
    let congress = saying(&texts, |one, it| one.profession = it.map(Box::new));
    let (groups, unknown) = shown(statistics(&congress).profession.as_ref());
    // tiến sĩ: 7; thạc sĩ: 1, 2, 8; đại học: 3, 4, 5, 9
    let expected = [
        "tiến sĩ 1",
        "thạc sĩ 3",
        "đại học 4",
        "trung cấp 1",
        "Bác sĩ chuyên khoa I 2",
    ];
    assert_eq!(groups, expected);
    assert_eq!(unknown, 2);
}

/// "TC" is a school in one column and a course in the other; "chuyên viên chính" is not
/// "chuyên viên".
#[test]
fn each_column_has_its_own_words() {
    let theory = [
        "CN",
        "Cao cấp LLCT",
        "TC",
        "sơ cấp",
        "Chưa",
        "Đang học cao cấp",
    ];
    let congress = saying(&theory, |one, it| one.political_theory = it.map(Box::new));
    let (groups, _) = shown(statistics(&congress).political_theory.as_ref());
    let expected = [
        "cử nhân 1",
        "cao cấp 1",
        "trung cấp 1",
        "sơ cấp 1",
        "chưa qua đào tạo 1",
        "Đang học cao cấp 1",
    ];
    assert_eq!(groups, expected);
    let management = ["Chuyên viên", "Chuyên viên chính", "CVC", "CVCC"];
    let congress = saying(&management, |one, it| {
        one.state_management = it.map(Box::new);
    });
    let (groups, _) = shown(statistics(&congress).state_management.as_ref());
    let expected = [
        "chuyên viên cao cấp 1",
        "chuyên viên chính 2",
        "chuyên viên 1",
    ];
    assert_eq!(groups, expected);
    let grades = [
        "HTTNV",
        "Hoàn thành tốt nhiệm vụ",
        "Hoàn thành nhiệm vụ",
        "Tốt",
        "",
    ];
    let congress = saying(&grades, |one, it| one.grade = it.map(Box::new));
    let (groups, unknown) = shown(statistics(&congress).grades.as_ref());
    let expected = ["hoàn thành tốt nhiệm vụ 3", "hoàn thành nhiệm vụ 1"];
    assert_eq!(
        (groups.as_slice(), unknown),
        (&expected.map(str::to_owned)[..], 1)
    );
}

fn share(share: Option<&Share>) -> (u32, Vec<String>, u32) {
    let share = share.unwrap();
    let (count, unknown) = (share.count.value.0, share.unknown.value.0);
    (count, groups(&share.groups), unknown)
}

#[test]
fn a_minority_is_every_group_but_the_kinh() {
    let texts = ["Kinh", "KINH", "Tày", "tày", "Dao", ""];
    let congress = saying(&texts, |one, it| one.ethnic_group = it);
    let (count, groups, unknown) = share(statistics(&congress).minorities.as_ref());
    assert_eq!((count, unknown), (3, 1));
    assert_eq!(groups, ["Tày 2", "Dao 1"]);
}

#[test]
fn without_a_religion_is_who_says_so_and_who_says_nothing() {
    let texts = ["Không", "Công giáo", "", "K"];
    let congress = saying(&texts, |one, it| one.religion = it);
    let (count, groups, unknown) = share(statistics(&congress).religions.as_ref());
    assert_eq!((count, unknown), (1, 0));
    assert_eq!(groups, ["Công giáo 1"]);
    let nobody = saying(&["Không", ""], |one, it| one.religion = it);
    assert_eq!(share(statistics(&nobody).religions.as_ref()).0, 0);
    let unsaid = saying(&["", ""], |one, it| one.religion = it);
    assert!(statistics(&unsaid).religions.is_none());
}

#[test]
fn a_badge_is_read_from_its_years_and_never_made_of_a_date() {
    let texts = [
        "45 năm",
        "Huy hiệu 30 năm tuổi Đảng",
        "30",
        "30 năm, 40 năm",
        "40năm (03/02/2020)",
        "19/5/2030",
        "35 năm",
        "không",
        "",
    ];
    let congress = saying(&texts, |one, it| one.badge = it.map(Box::new));
    let (count, groups, unknown) = share(statistics(&congress).badges.as_ref());
    assert_eq!((count, unknown), (7, 0));
    let expected = [
        "45 năm 1",
        "40 năm 2",
        "30 năm 2",
        "19/5/2030 1",
        "35 năm 1",
    ];
    assert_eq!(groups, expected);
}

/// Two men, a woman, one of whom it is not said.
#[test]
fn who_is_neither_man_nor_woman_on_the_list_is_said_apart() {
    let mut congress = cell_of(4);
    let sexes = [Some(Sex::Male), Some(Sex::Female), None, Some(Sex::Male)];
    for (member, sex) in congress.members.iter_mut().zip(sexes) {
        member.sex = sex.map(|sex| typed(sex, "Đảng viên", "D2"));
    }
    let (groups, unknown) = shown(statistics(&congress).sexes.as_ref());
    assert_eq!((groups, unknown), (vec!["nam 2".into(), "nữ 1".into()], 1));
}

/// Posts stand in the order of the list, which goes by rank.
#[test]
fn posts_are_counted_as_typed() {
    let texts = ["Trưởng phòng", "Chuyên viên", "chuyên viên", "Lái xe", ""];
    let congress = saying(&texts, |one, it| one.post = it);
    let (groups, unknown) = shown(statistics(&congress).posts.as_ref());
    assert_eq!(groups, ["Trưởng phòng 1", "Chuyên viên 2", "Lái xe 1"]);
    assert_eq!(unknown, 1);
}

const WORDS: [&str; 14] = [
    "",
    "–",
    "Thạc sĩ",
    "ĐH",
    "CN Luật",
    "CC",
    "trung cấp",
    "12/12",
    "Kinh",
    "Tày",
    "Không",
    "45 năm",
    "HTTNV",
    "Đang học",
];

/// A member by chance: status, probation, year and month of birth and admission, words.
type Row = (
    usize,
    bool,
    Option<(u16, u8)>,
    Option<(u16, u8)>,
    [usize; 4],
);

fn by_chance(rows: &[Row]) -> Congress {
    let mut congress = cell_of(rows.len());
    for (member, (status, is_probationary, born, admitted, words)) in
        congress.members.iter_mut().zip(rows)
    {
        member.status.value = STATUSES[*status];
        if *is_probationary {
            member.standing.value = Standing::Probationary;
        }
        let date = |date: &Option<(u16, u8)>| {
            let (year, day) = (*date)?;
            let date = FullDate::new(year, 8, day)
                .map_or(PartialDate::Year(year), PartialDate::Full);
            Some(typed(date, "Đảng viên", "C2"))
        };
        (member.born, member.admitted) = (date(born), date(admitted));
        let word = |at: usize| {
            let word = Some(WORDS[words[at]]).filter(|word| !word.is_empty());
            word.map(|word| typed(word.into(), "Đảng viên", "K2"))
        };
        (member.profession, member.post) = (word(0).map(Box::new), word(1));
        (member.ethnic_group, member.grade) = (word(2), word(3).map(Box::new));
    }
    congress
}

fn closes(breakdown: Option<&Breakdown>, total: u32) -> bool {
    breakdown.is_none_or(|it| {
        let known: u32 = it.groups.iter().map(|group| group.count.value.0).sum();
        known + it.unknown.value.0 == total
    })
}

fn ages_close(ages: Option<&Ages>, total: u32) -> bool {
    ages.is_none_or(|it| {
        let is_within = it.lowest.years.value <= it.highest.years.value;
        is_within && bands(it).iter().sum::<u32>() + it.unknown.value.0 == total
    })
}

proptest! {
    #[test]
    fn every_breakdown_closes(
        rows in prop::collection::vec(
            (
                0..6_usize,
                any::<bool>(),
                prop::option::of((1930_u16..2030, 0_u8..35)),
                prop::option::of((1930_u16..2030, 0_u8..35)),
                prop::array::uniform4(0..14_usize),
            ),
            0..40,
        )
    ) {
        let congress = by_chance(&rows);
        let it = statistics(&congress);
        let (all, official) = (it.all.value.0, it.official.value.0);
        prop_assert_eq!(all, official + it.probationary.value.0);
        prop_assert!(closes(it.profession.as_ref(), all));
        prop_assert!(closes(it.posts.as_ref(), all));
        prop_assert!(closes(it.grades.as_ref(), all));
        prop_assert!(ages_close(it.ages.as_ref(), all));
        prop_assert!(ages_close(it.party_ages.as_ref(), official));
        if let Some(minorities) = &it.minorities {
            let sum: u32 = minorities.groups.iter().map(|group| group.count.value.0).sum();
            prop_assert_eq!(sum, minorities.count.value.0);
            prop_assert!(sum + minorities.unknown.value.0 <= all);
        }
    }
}
