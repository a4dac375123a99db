use super::*;
use crate::import::testing::{NONE, at, congress};
use crate::model::TimeOfDay;

fn values(texts: &[Traced<String>]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

#[test]
fn a_value_that_cannot_be_read_is_not_missing_besides() {
    let rows = "Chi bộ|Một\nNgày đại hội|31/9/2022\nKhai mạc|25 giờ\nBế mạc|17 giờ";
    let (congress, findings) = congress(&[("Thông tin", rows)]);
    assert_eq!(findings, ["Thông tin!B2 S08", "Thông tin!B3 S10"]);
    assert_eq!(congress.identity.unreadable, ["Ngày đại hội", "Khai mạc"]);
}

#[test]
fn a_congress_before_the_party_is_no_day() {
    let rows = "Chi bộ|CB Một\nNgày đại hội|9/1/1900";
    let (congress, findings) = congress(&[("Thông tin", rows)]);
    assert_eq!(findings, ["Thông tin!B2 S08"]);
    assert_eq!(congress.identity.date, None);
    assert_eq!(congress.cell.value, "Một");
}

#[test]
fn a_weekday_before_the_date_and_names_with_commas_are_read() {
    let rows = "Chi bộ|Một\nNgày đại hội|Thứ hai, 05/9/2022\n\
        Chủ tịch đại hội|Phan Huy Dương, Lê Mạnh Hoàn";
    let (congress, findings) = congress(&[("Thông tin", rows)]);
    assert_eq!(findings, NONE);
    let date = congress.identity.date.clone().unwrap().value;
    assert_eq!(date, FullDate::new(2022, 9, 5).unwrap());
    let chairs = values(&congress.boards.chairs);
    assert_eq!(chairs, ["Phan Huy Dương", "Lê Mạnh Hoàn"]);
}

#[test]
fn words_that_papers_print_themselves_are_taken_off() {
    let rows = "Chi bộ|Chi bộ Một\nĐảng bộ|Đảng ủy Sở Mẫu\n\
        Nhiệm kỳ|Nhiệm kỳ 2022 – 2025\nLần thứ|lần thứ III\n\
        Địa điểm|Tại phòng họp\nĐịa danh|Hà Nội,\nCăn cứ|Căn cứ Kế hoạch số 1";
    let (congress, _) = congress(&[("Thông tin", rows)]);
    let it = &congress.identity;
    let value = |text: &Option<Traced<String>>| text.clone().unwrap().value;
    assert_eq!(value(&it.organisation), "Sở Mẫu");
    assert_eq!(value(&it.term), "2022-2025");
    assert_eq!(value(&it.ordinal), "III");
    assert_eq!(value(&it.venue), "phòng họp");
    assert_eq!(value(&it.place_name), "Hà Nội");
    assert_eq!(values(&it.basis), ["Kế hoạch số 1"]);
}

#[test]
fn every_label_is_read() {
    let rows = "Chi bộ|Chi bộ Quản lý khuyến công\n\
        Đảng bộ|Đảng bộ Cục Công Thương địa phương\n\
        Đảng bộ cấp trên|Đảng bộ Bộ Công Thương\n\
        Ký hiệu chi bộ|CBKC\nKý hiệu đảng ủy|ĐUC\n\
        Nhiệm kỳ|2022 – 2025\nNhiệm kỳ trước|2020 - 2022\nLần thứ|5\n\
        Ngày đại hội|29/8/2022\nKhai mạc|8:30\nBế mạc|11 giờ 30 phút\n\
        Địa điểm|Phòng 3\nĐịa danh|Hà Nội\n\
        Chủ tịch đại hội|Lê Văn An; Vũ Thị Bình\nThư ký đại hội|Đỗ Chi\n\
        Đại biểu cấp trên|Ngô Quang – Bí thư\nCăn cứ|Kế hoạch 32\n|Kế hoạch 99\n\
        Bí thư nhiệm kỳ trước|Lê Văn An\nChi ủy nhiệm kỳ trước|Lê Văn An\n|Đỗ Chi\n\
        Tổng số đảng viên|18\nChính thức|16\nDự bị|2\nNữ|8\n\
        Cơ sở tính tỷ lệ|hợp lệ\nPhiếu dự phòng|3\nSố bản biên bản|04\n\
        Đoàn chủ tịch ký biên bản kiểm phiếu|x";
    let (congress, findings) = congress(&[("Thông tin", rows)]);
    assert_eq!(findings, NONE);
    assert_eq!(congress.cell.value, "Quản lý khuyến công");
    assert_eq!(at(&congress.cell.place().unwrap()), "Thông tin!B1");
    let it = &congress.identity;
    let text = |it: &Option<Traced<String>>| it.clone().unwrap().value;
    assert_eq!(text(&it.organisation), "Cục Công Thương địa phương");
    assert_eq!(text(&it.higher_organisation), "Bộ Công Thương");
    assert_eq!(text(&it.cell_symbol), "CBKC");
    assert_eq!(text(&it.committee_symbol), "ĐUC");
    assert_eq!(text(&it.term), "2022-2025");
    assert_eq!(text(&it.previous_term), "2020-2022");
    assert_eq!(text(&it.ordinal), "5");
    assert_eq!(
        it.date.clone().unwrap().value,
        FullDate::new(2022, 8, 29).unwrap()
    );
    assert_eq!(
        it.opened.clone().unwrap().value,
        TimeOfDay::new(8, 30).unwrap()
    );
    assert_eq!(
        it.closed.clone().unwrap().value,
        TimeOfDay::new(11, 30).unwrap()
    );
    assert_eq!(text(&it.venue), "Phòng 3");
    assert_eq!(text(&it.place_name), "Hà Nội");
    assert_eq!(values(&it.basis), ["Kế hoạch 32", "Kế hoạch 99"]);
    let totals = &it.totals;
    let people = |it: &Option<Traced<Headcount>>| it.clone().unwrap().value.0;
    assert_eq!(people(&totals.all), 18);
    assert_eq!(people(&totals.official), 16);
    assert_eq!(people(&totals.probationary), 2);
    assert_eq!(people(&totals.women), 8);
    assert_eq!(it.percent_base.clone().unwrap().value, PercentBase::Valid);
    assert_eq!(it.spare_ballots.clone().unwrap().value, Votes(3));
    assert_eq!(it.copies.clone().unwrap().value, Headcount(4));
    assert!(it.presidium_signs_count.as_ref().unwrap().value);
    let boards = &congress.boards;
    assert_eq!(values(&boards.chairs), ["Lê Văn An", "Vũ Thị Bình"]);
    assert_eq!(values(&boards.secretaries), ["Đỗ Chi"]);
    assert_eq!(values(&boards.guests), ["Ngô Quang – Bí thư"]);
    assert_eq!(text(&boards.outgoing_secretary), "Lê Văn An");
    assert_eq!(values(&boards.outgoing_committee), ["Lê Văn An", "Đỗ Chi"]);
}

#[test]
fn people_are_named_without_titles() {
    let rows = "Chi bộ|Một\nChủ tịch đại hội|Đ/c Lê Văn An; VŨ THỊ BÌNH\n\
        Đại biểu cấp trên|Đ/c Ngô Quang – Bí thư Đảng ủy\n\
        |Bà Trần Thị Hoa, Phó Bí thư\nThư ký đại hội|Đỗ Chi";
    let (congress, findings) = congress(&[("Thông tin", rows)]);
    let boards = &congress.boards;
    assert_eq!(values(&boards.chairs), ["Lê Văn An", "Vũ Thị Bình"]);
    let guests = ["Ngô Quang – Bí thư Đảng ủy", "Trần Thị Hoa, Phó Bí thư"];
    assert_eq!(values(&boards.guests), guests);
    let expected = [
        "Thông tin!B2 S31",
        "Thông tin!B2 S31",
        "Thông tin!B3 S31",
        "Thông tin!B4 S31",
    ];
    assert_eq!(findings, expected);
}

#[test]
fn only_the_name_of_the_cell_is_required_and_the_file_lends_it_one() {
    let (congress, findings) = congress(&[("Thông tin", "Chi bộ|\nNhiệm kỳ|2022-2025")]);
    assert_eq!(findings, ["Thông tin!B1 S04"]);
    assert_eq!(congress.cell.value, "a", "the file is a.xlsx");
}

#[test]
fn each_wrong_value_is_a_finding_at_its_cell() {
    let rows = "Chi bộ|Văn phòng\nNgày đại hội|8/2022\nKhai mạc|sáng\n\
        Tổng số đảng viên|mười tám\nCơ sở tính tỷ lệ|tất cả\n\
        Phiếu dự phòng|'-1\nĐịa danh|=#REF!\n\
        Nhiệm kỳ|2022-2025\nNhiệm kỳ|2020-2025";
    let (_, findings) = congress(&[("Thông tin", rows)]);
    let expected = [
        "Thông tin!B2 S08",
        "Thông tin!B3 S10",
        "Thông tin!B4 S07",
        "Thông tin!B5 S09",
        "Thông tin!B6 S07",
        "Thông tin!B7 S11",
        "Thông tin!B9 S16",
    ];
    assert_eq!(findings, expected);
}
