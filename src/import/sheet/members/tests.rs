use super::*;
use crate::import::testing::{NONE, at, congress};
use crate::model::{
    Attendance, FullDate, PartialDate, Sex, SharedText, Standing, Status, Traced,
};

/// A ballot that was counted: from here on the list must say who was there.
const COUNTED: (&str, &str) = (
    "Bầu bí thư",
    "Số lượng bầu|1\nPhát ra|2\nThu về|2\nHợp lệ|2\nKhông hợp lệ|0\n\
     Họ và tên|Đồng ý|Không đồng ý\nLê Văn An|2|0",
);

/// The members of a list before the congress.
fn before(rows: &str) -> (Vec<Member>, Vec<String>) {
    let (congress, findings) = congress(&[("Đảng viên", rows)]);
    (congress.members, findings)
}

/// The members of a list after it.
fn after(rows: &str) -> (Vec<Member>, Vec<String>) {
    let (congress, findings) = congress(&[("Đảng viên", rows), COUNTED]);
    (congress.members, findings)
}

fn attendances(members: &[Member]) -> Vec<Option<Attendance>> {
    members
        .iter()
        .map(|member| member.attendance.as_ref().map(|it| it.value))
        .collect()
}

fn sexes(members: &[Member]) -> Vec<Option<Sex>> {
    members
        .iter()
        .map(|member| member.sex.as_ref().map(|it| it.value))
        .collect()
}

#[test]
fn every_column_is_read() {
    let rows = "TT|Họ và tên|Ngày sinh|Giới tính|Dân tộc|Tôn giáo|Quê quán|Chức vụ|\
        Học vấn|Chuyên môn|Lý luận chính trị|Quản lý nhà nước|Ngoại ngữ|Tin học|Số thẻ|\
        Ngày vào Đảng|Ngày chính thức|Huy hiệu Đảng|Khen thưởng, kỷ luật|Xếp loại|\
        Tình trạng|Dự đại hội|Lý do vắng|Được đồng ý|Ghi chú\n\
        1|Đàm Thị Loan|4/1976|Nữ|Tày|Không|Hà Tĩnh|Trưởng phòng|\
        '12/12|Thạc sĩ|Cao cấp|Chuyên viên|Tiếng Anh|Cơ bản|'051.209|\
        4/7/2010|4/7/2011|30 năm|Bằng khen|Hoàn thành tốt|\
        miễn sinh hoạt|Vắng|Ốm|x|ghi";
    let (members, findings) = before(rows);
    assert_eq!(findings, NONE);
    let it = &members[0];
    let said = |it: Option<&Traced<SharedText>>| it.unwrap().value.to_string();
    assert_eq!(it.name.value, "Đàm Thị Loan");
    assert_eq!(
        it.born.clone().unwrap().value,
        PartialDate::of_month(1976, 4).unwrap()
    );
    assert_eq!(it.sex.clone().unwrap().value, Sex::Female);
    assert_eq!(said(it.ethnic_group.as_ref()), "Tày");
    assert_eq!(said(it.religion.as_ref()), "Không");
    assert_eq!(said(it.home.as_ref()), "Hà Tĩnh");
    assert_eq!(said(it.post.as_ref()), "Trưởng phòng");
    assert_eq!(said(it.schooling.as_deref()), "12/12");
    assert_eq!(said(it.profession.as_deref()), "Thạc sĩ");
    assert_eq!(said(it.political_theory.as_deref()), "Cao cấp");
    assert_eq!(said(it.state_management.as_deref()), "Chuyên viên");
    assert_eq!(said(it.foreign_language.as_deref()), "Tiếng Anh");
    assert_eq!(said(it.computing.as_deref()), "Cơ bản");
    assert_eq!(it.card.as_ref().unwrap().value, "051.209");
    let day = |year| FullDate::new(year, 7, 4).map(PartialDate::Full).unwrap();
    assert_eq!(it.admitted.clone().unwrap().value, day(2010));
    assert_eq!(it.official_since.clone().unwrap().value, day(2011));
    assert_eq!(it.standing.value, Standing::Official);
    assert_eq!(said(it.badge.as_deref()), "30 năm");
    assert_eq!(said(it.honours.as_deref()), "Bằng khen");
    assert_eq!(said(it.grade.as_deref()), "Hoàn thành tốt");
    assert_eq!(it.status.value, Status::Exempt);
    assert_eq!(it.attendance.clone().unwrap().value, Attendance::Absent);
    assert_eq!(
        at(&it.attendance.clone().unwrap().place().unwrap()),
        "Đảng viên!V2"
    );
    assert_eq!(said(it.absence_reason.as_deref()), "Ốm");
    assert!(it.absence_is_accepted());
    assert_eq!(said(it.note.as_deref()), "ghi");
}

#[test]
fn an_empty_official_date_means_probationary_and_names_the_empty_cell() {
    let (members, findings) =
        before("Họ tên|Năm sinh|Ngày chính thức|Tình trạng\nAn|1990||");
    assert_eq!(findings, NONE);
    assert_eq!(members[0].standing.value, Standing::Probationary);
    assert_eq!(at(&members[0].standing.place().unwrap()), "Đảng viên!C2");
    assert_eq!(members[0].status.value, Status::Active);
    assert_eq!(at(&members[0].status.place().unwrap()), "Đảng viên!D2");
}

#[test]
fn without_the_column_of_official_dates_nobody_is_said_to_be_probationary() {
    let (members, findings) = before("Họ tên|Năm sinh\nAn|1990");
    assert_eq!(findings, NONE);
    assert_eq!(members[0].standing.value, Standing::Official);
    assert_eq!(at(&members[0].standing.place().unwrap()), "Đảng viên!A2");
    assert_eq!(members[0].attendance, None);
}

#[test]
fn one_bad_cell_does_not_hide_the_others() {
    let rows = "Họ và tên|Ngày sinh|Giới tính|Tình trạng|Ngày vào Đảng|Được đồng ý\n\
        An|31/02/1984|Na|ở nhà|mới đây|có lẽ\n\
        |1985\nBình|";
    let (members, findings) = before(rows);
    assert_eq!(members.len(), 2);
    assert_eq!(members[0].born, None);
    let expected = [
        "Đảng viên!B2 S08",
        "Đảng viên!C2 S09",
        "Đảng viên!D2 S09",
        "Đảng viên!E2 S08",
        "Đảng viên!F2 S09",
        "Đảng viên!A3 S06",
        "Đảng viên!B4 S06",
    ];
    assert_eq!(findings, expected);
}

#[test]
fn a_list_without_birth_dates_or_without_rows_is_a_finding() {
    assert_eq!(before("Họ tên|Chức vụ\nAn|Phó").1, ["Đảng viên S05"]);
    assert_eq!(before("Họ tên|Ngày sinh").1, ["Đảng viên S24"]);
    assert_eq!(before("Tên|Sinh\nAn|1984").1, ["Đảng viên S05"]);
}

#[test]
fn sex_is_an_x_under_women() {
    let rows = "Họ tên|Năm sinh|Nữ\nAn|1984|\nBình|1985|x\nChi|1986|Nữ";
    let (members, findings) = before(rows);
    assert_eq!(findings, NONE);
    let expected = [Some(Sex::Male), Some(Sex::Female), Some(Sex::Female)];
    assert_eq!(sexes(&members), expected);
    assert_eq!(
        at(&members[0].sex.clone().unwrap().place().unwrap()),
        "Đảng viên!C2"
    );
}

#[test]
fn the_birth_date_may_stand_under_the_sex() {
    let rows =
        "Họ tên|Nam|Nữ\nAn|5/9/1984|\nBình||1985\nChi||\nDũng|1986|1986\nÉn||31/2/1990";
    let (members, findings) = before(rows);
    let years: Vec<Option<u16>> = members
        .iter()
        .map(|member| member.born.as_ref().map(|born| born.value.year()))
        .collect();
    assert_eq!(years, [Some(1984), Some(1985), None, None, None]);
    let expected = [
        Some(Sex::Male),
        Some(Sex::Female),
        None,
        None,
        Some(Sex::Female),
    ];
    assert_eq!(sexes(&members), expected);
    let expected = ["Đảng viên!B4 S06", "Đảng viên!B5 S35", "Đảng viên!C6 S08"];
    assert_eq!(findings, expected);
}

#[test]
fn once_a_ballot_was_counted_standing_and_attendance_must_be_there() {
    let (_, findings) = after("Họ tên|Ngày sinh\nLê Văn An|1984");
    assert_eq!(findings, ["Đảng viên S05", "Đảng viên S05"]);
}

#[test]
fn in_a_column_of_words_an_empty_attendance_was_forgotten() {
    let rows = "Họ tên|Năm sinh|Ngày chính thức|Tình trạng|Dự đại hội\n\
        An|1984|2010||Có mặt\nBình|1985|2010||vắng một phần\nChi|1986|2010||\n\
        Dũng|1987|2010||\nGiang|1988|2010|sinh hoạt tạm thời tại đây|\nHà|1989|2010||V";
    let (members, findings) = after(rows);
    let expected = [
        Some(Attendance::Present),
        Some(Attendance::Partly),
        None,
        None,
        None,
        None,
    ];
    assert_eq!(attendances(&members), expected);
    assert_eq!(findings, ["Đảng viên!E4:E5 S06", "Đảng viên!E7 S09"]);
}

#[test]
fn in_a_column_of_marks_an_empty_attendance_means_absent() {
    let rows = "Họ tên|Năm sinh|Ngày chính thức|Tình trạng|Dự đại hội\n\
        An|1984|2010||x\nBình|1985|2010||\nChi|1986|2010|SHTT tại đây|";
    let (members, findings) = after(rows);
    assert_eq!(findings, NONE);
    let expected = [Some(Attendance::Present), Some(Attendance::Absent), None];
    assert_eq!(attendances(&members), expected);
    let absent = members[1].attendance.clone().unwrap();
    assert_eq!(at(&absent.place().unwrap()), "Đảng viên!E3");
}

#[test]
fn an_attendance_nobody_filled_in_is_forgotten_and_not_absence_of_all() {
    let rows =
        "Họ tên|Năm sinh|Ngày chính thức|Dự đại hội\nAn|1984|2010|\nBình|1985|2010|";
    assert_eq!(after(rows).1, ["Đảng viên!D2:D3 S06"]);
    assert_eq!(before(rows).1, NONE, "before the congress it is right");
}

#[test]
fn who_is_official_only_after_the_congress_is_probationary_at_it() {
    // on the day itself, and within a month or year that may be before it, official
    let rows = "Họ tên|Năm sinh|Ngày chính thức\nAn|1984|30/8/2022\n\
        Bình|1985|29/8/2022\nChi|1986|9/2022\nDũng|1987|8/2022\nGiang|1988|2023\n\
        Hà|1989|2022";
    let standings = |info: &str| {
        let (congress, findings) = congress(&[("Thông tin", info), ("Đảng viên", rows)]);
        assert_eq!(findings, NONE);
        let members = congress.members.iter();
        members.map(|it| it.standing.value).collect::<Vec<_>>()
    };
    let (official, probationary) = (Standing::Official, Standing::Probationary);
    let expected = [
        probationary,
        official,
        probationary,
        official,
        probationary,
        official,
    ];
    let dated = "Chi bộ|Văn phòng\nNgày đại hội|29/8/2022";
    assert_eq!(standings(dated), expected);
    assert_eq!(standings("Chi bộ|Văn phòng"), [official; 6]);
}

/// "Ngày vào Đảng", "Ngày chính thức" and standing of each member.
fn standing_dates(rows: &str) -> (Vec<String>, Vec<String>) {
    let (members, findings) = before(rows);
    let year = |date: &Option<Traced<PartialDate>>| {
        date.as_ref().map_or(0, |date| date.value.year())
    };
    let shown = members.iter().map(|it| {
        let (admitted, official) = (year(&it.admitted), year(&it.official_since));
        format!("{admitted} {official} {:?}", it.standing.value)
    });
    (shown.collect(), findings)
}

#[test]
fn two_dates_in_a_cell_are_admission_and_official_date() {
    let rows = "Họ tên|Năm sinh|Ngày vào Đảng|Ngày chính thức\n\
        An|1984|'5/9/2009; 5/9/2010|\nBình|1985|'5/9/2009 5/9/2010|5/9/2010\n\
        Chi|1986|'5/9/2009 - 5/9/2010|6/9/2010\nDũng|1987|5/9/2009|–";
    let (read, findings) = standing_dates(rows);
    let expected = [
        "2009 2010 Official",
        "2009 2010 Official",
        "2009 2010 Official",
        "2009 0 Probationary",
    ];
    assert_eq!(read, expected);
    assert_eq!(findings, ["Đảng viên!D4 S16"], "two official dates");
}

#[test]
fn one_column_may_hold_both_dates_of_every_member() {
    for header in ["Ngày vào Đảng", "Ngày vào Đảng, chính thức"] {
        let rows = format!(
            "Họ tên|Năm sinh|{header}|Dự đại hội\n\
            An|1984|'5/9/2009; 5/9/2010|x\nBình|1985|'5/9/2009 5/9/2010|x"
        );
        let (read, findings) = standing_dates(&rows);
        let expected = ["2009 2010 Official", "2009 2010 Official"];
        assert_eq!(read, expected, "{header}");
        assert_eq!(findings, NONE);
        assert_eq!(after(&rows).1, NONE, "no column is missed");
    }
    let rows = "Họ tên|Năm sinh|Ngày vào Đảng\n\
        An|1984|'5/9/2009; 5/9/2010\nBình|1985|5/9/2021";
    let expected = ["2009 2010 Official", "2021 0 Probationary"];
    assert_eq!(standing_dates(rows).0, expected);
}

#[test]
fn one_date_in_a_column_of_both_is_the_admission() {
    let rows = "Họ tên|Năm sinh|Ngày vào Đảng, chính thức|Dự đại hội\n\
        An|1984|'5/9/2009; 5/9/2010|x\nBình|1985|5/9/2021|x\nChi|1986|5/9/2022|x";
    let (read, findings) = standing_dates(rows);
    let expected = [
        "2009 2010 Official",
        "2021 0 Probationary",
        "2022 0 Probationary",
    ];
    assert_eq!(read, expected);
    assert_eq!(findings, NONE);
}

#[test]
fn a_word_may_say_that_nobody_is_official_yet() {
    let rows = "Họ tên|Năm sinh|Ngày vào Đảng|Ngày chính thức\n\
        An|1984|5/9/2021|Dự bị\nBình|1985|5/9/2021|chưa";
    let (read, findings) = standing_dates(rows);
    assert_eq!(read, ["2021 0 Probationary", "2021 0 Probationary"]);
    assert_eq!(findings, NONE);
}

#[test]
fn nobody_is_born_when_excel_begins_or_after_the_congress() {
    let info = "Chi bộ|Văn phòng\nNgày đại hội|29/8/2022";
    let rows = "Họ tên|Ngày sinh\nAn|1/1/1900\nBình|5/9/2035\nChi|1930";
    let (congress, findings) = congress(&[("Thông tin", info), ("Đảng viên", rows)]);
    assert_eq!(findings, ["Đảng viên!B2 S08", "Đảng viên!B3 S08"]);
    assert_eq!(congress.members[1].born, None);
}

#[test]
fn two_dates_elsewhere_are_a_finding() {
    let rows = "Họ tên|Ngày sinh|Ngày vào Đảng|Ngày chính thức\n\
        An|'5/9/1984; 6/9/1984|5/9/2009|'5/9/2010; 6/9/2010";
    let (_, findings) = before(rows);
    assert_eq!(findings, ["Đảng viên!B2 S08", "Đảng viên!D2 S08"]);
}

#[test]
fn a_dash_says_that_there_is_none() {
    let rows = "Họ tên|Ngày sinh|Tôn giáo|Ngày vào Đảng|Ngày chính thức\n\
        An|1984|-|–|-\nBình|-|Không|5/9/2009|5/9/2010";
    let (members, findings) = before(rows);
    assert_eq!(findings, ["Đảng viên!B3 S08"], "everybody was born");
    assert_eq!(members[0].religion, None);
    assert_eq!(members[0].admitted, None);
    assert_eq!(members[0].standing.value, Standing::Probationary);
    assert_eq!(&*members[1].religion.clone().unwrap().value, "Không");
}

#[test]
fn the_sex_is_what_the_word_says_under_any_header() {
    let rows = "Họ tên|Năm sinh|Nữ\nAn|1984|Nam\nBình|1985|+\nChi|1986|☑\n\
        Dũng|1987|1\nGiang|1988|-\nHà|1989|chưa rõ";
    let (members, findings) = before(rows);
    let (male, female) = (Some(Sex::Male), Some(Sex::Female));
    let expected = [male, female, female, female, male, None];
    assert_eq!(sexes(&members), expected);
    assert_eq!(findings, ["Đảng viên!C7 S09"]);
    let rows = "Họ tên|Năm sinh|Giới tính\nAn|1984|NAM\nBình|1985|nu\nChi|1986|N";
    let (members, findings) = before(rows);
    assert_eq!(sexes(&members), [male, female, None]);
    assert_eq!(findings, ["Đảng viên!C4 S09"]);
    let rows = "Họ tên|Năm sinh|Nam|Nữ\nAn|1984|x|\nBình|1985||x";
    let (members, findings) = before(rows);
    assert_eq!(sexes(&members), [male, female]);
    assert_eq!(findings, NONE);
}

#[test]
fn a_code_that_may_mean_two_things_is_a_finding() {
    let rows = "Họ tên|Năm sinh|Tình trạng\nAn|1984|ĐSH\nBình|1985|MSH\nChi|1986|SHT";
    let (members, findings) = before(rows);
    assert_eq!(members[1].status.value, Status::Exempt);
    assert_eq!(findings, ["Đảng viên!C4 S09"], "here or elsewhere");
    let rows = "Họ tên|Năm sinh|Dự đại hội\nAn|1984|C\nBình|1985|V\nChi|1986|vắng CLD";
    let (members, findings) = before(rows);
    let expected = [Some(Attendance::Present), None, Some(Attendance::Absent)];
    assert_eq!(attendances(&members), expected);
    assert_eq!(findings, ["Đảng viên!C3 S09"], "a tick or absence");
}

/// Names with their cells.
fn names(rows: &str) -> (Vec<String>, Vec<String>) {
    let (members, findings) = before(rows);
    let names = members.iter();
    let names = names.map(|it| format!("{} {}", it.name.value, at(&it.name.cells()[0])));
    (names.collect(), findings)
}

#[test]
fn a_name_may_stand_in_two_columns() {
    let rows = "TT|Họ đệm|Tên|Năm sinh\n1|Lê Văn|An|1984\n2||Y|1985";
    let (read, findings) = names(rows);
    assert_eq!(read, ["Lê Văn An Đảng viên!B2:C2", "Y Đảng viên!C3"]);
    assert_eq!(findings, NONE);
    let (read, findings) = names("Họ và tên đệm|Tên|Năm sinh\nĐ/c LÊ VĂN|AN|1984");
    assert_eq!(read, ["Lê Văn An Đảng viên!A2:B2"]);
    assert_eq!(findings, ["Đảng viên!A2:B2 S31"]);
}

#[test]
fn what_is_no_name_is_left_out_and_said() {
    let rows = "Họ tên|Năm sinh\nĐ/c  LÊ VĂN AN|1984\nÔng Ích Khiêm|1985";
    let (read, findings) = names(rows);
    assert_eq!(
        read,
        ["Lê Văn An Đảng viên!A2", "Ông Ích Khiêm Đảng viên!A3"]
    );
    assert_eq!(findings, ["Đảng viên!A2 S31"]);
}
