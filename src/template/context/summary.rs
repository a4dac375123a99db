//! Facts of "Báo cáo tổng hợp kết quả đại hội các chi bộ".

use super::batch::BatchNames;
use super::personnel::PersonnelContext;
use super::signature::{COMMITTEE, SignatureContext};
use super::{BatchSource, Signer};
use crate::model::{Congress, Headcount, Office, PartialDate, PercentBase, Traced};
use crate::rules::{BallotResult, Results, Summary, ranked};
use crate::template::{PaperId, Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Báo cáo tổng hợp kết quả đại hội các chi bộ".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct SummaryContext {
    #[serde(flatten)]
    names: BatchNames,
    /// Members of the cells.
    #[serde(rename = "tong_dang_vien")]
    #[schemars(extend("vi" = "Tổng số đảng viên của các chi bộ."))]
    members: Slot,
    /// "Chính thức" among them.
    #[serde(rename = "tong_chinh_thuc")]
    #[schemars(extend("vi" = "Trong đó số đảng viên chính thức."))]
    official: Slot,
    /// "Dự bị" among them, if any.
    #[serde(rename = "tong_du_bi")]
    #[schemars(extend("vi" = "Trong đó số đảng viên dự bị, nếu có."))]
    probationary: Option<Slot>,
    /// Whether anything is known of what the congresses heard and carried.
    #[serde(rename = "co_noi_dung")]
    #[schemars(extend("vi" = "Có biết các đại hội nghe gì, thông qua gì không."))]
    has_content: bool,
    /// How the committee directed the congresses.
    #[serde(rename = "chi_dao")]
    #[schemars(extend("vi" = "Công tác lãnh đạo, chỉ đạo của đảng ủy."))]
    direction: Vec<Slot>,
    /// Those elected, in figures.
    #[serde(rename = "nhan_su")]
    #[schemars(extend("vi" = "Số liệu về những người trúng cử."))]
    personnel: Option<PersonnelContext>,
    /// Strengths.
    #[serde(rename = "uu_diem")]
    #[schemars(extend("vi" = "Ưu điểm."))]
    strengths: Vec<Slot>,
    /// Shortcomings.
    #[serde(rename = "han_che")]
    #[schemars(extend("vi" = "Hạn chế."))]
    shortcomings: Vec<Slot>,
    /// Lessons.
    #[serde(rename = "kinh_nghiem")]
    #[schemars(extend("vi" = "Kinh nghiệm."))]
    lessons: Vec<Slot>,
    /// Whether any of the three is said.
    #[serde(rename = "co_danh_gia")]
    #[schemars(extend("vi" = "Có nêu ưu điểm, hạn chế hoặc kinh nghiệm không."))]
    is_assessed: bool,
    /// What is asked of the committee above.
    #[serde(rename = "kien_nghi")]
    #[schemars(extend("vi" = "Kiến nghị với cấp trên."))]
    proposals: Vec<Slot>,
    /// The report's number with its symbol, if it is known.
    #[serde(rename = "so_bao_cao")]
    #[schemars(extend("vi" = "Số và ký hiệu báo cáo, nếu biết."))]
    number: Option<Slot>,
    /// The symbol alone: `-BC/ĐU`.
    #[serde(rename = "ky_hieu")]
    #[schemars(extend("vi" = "Riêng ký hiệu báo cáo: `-BC/ĐU`."))]
    symbol: String,
    /// The report's date, if it is known: `16 tháng 9 năm 2022`.
    #[serde(rename = "ngay_bao_cao")]
    #[schemars(extend("vi" = "Ngày báo cáo, nếu biết: `16 tháng 9 năm 2022`."))]
    day: Option<Slot>,
    /// The year of the last congress, for a date left to the hand.
    #[serde(rename = "nam")]
    #[schemars(extend("vi" = "Năm của đại hội cuối cùng, khi ngày để viết tay."))]
    year: Slot,
    /// The cells, in the order of the committee's list.
    #[serde(rename = "cac_chi_bo")]
    #[schemars(extend("vi" = "Các chi bộ, theo danh sách của đảng ủy."))]
    rows: Vec<CellRow>,
    /// Their sums.
    #[serde(rename = "cong")]
    #[schemars(extend("vi" = "Hàng tổng số."))]
    total: Counts,
    /// What percentages of votes are of; none if the cells print different ones.
    #[serde(rename = "co_so_ty_le")]
    #[schemars(extend(
        "vi" = "Tỷ lệ phiếu so với số nào; không có nếu các chi bộ tính khác nhau."
    ))]
    percent_of: Option<String>,
    /// Who signs.
    #[serde(rename = "ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signature: SignatureContext,
}

/// One cell.
#[derive(Debug, Serialize, JsonSchema)]
struct CellRow {
    /// Place in the table.
    #[serde(rename = "tt")]
    #[schemars(extend("vi" = "Số thứ tự trong bảng."))]
    place: String,
    /// Its name, without the words "Chi bộ".
    #[serde(rename = "chi_bo")]
    #[schemars(extend("vi" = "Tên chi bộ, không kèm chữ “Chi bộ”."))]
    cell: Slot,
    /// The day of its congress: `29/8/2022`.
    #[serde(rename = "ngay")]
    #[schemars(extend("vi" = "Ngày đại hội: `29/8/2022`."))]
    day: Slot,
    #[serde(flatten)]
    counts: Counts,
    /// Those elected to its committee, the most votes first.
    #[serde(rename = "cac_chi_uy_vien")]
    #[schemars(extend("vi" = "Chi ủy viên, từ nhiều phiếu xuống ít phiếu."))]
    committee: Vec<Voted>,
    /// Its secretary.
    #[serde(rename = "cac_bi_thu")]
    #[schemars(extend("vi" = "Bí thư."))]
    secretary: Vec<Voted>,
    /// Its deputy secretary.
    #[serde(rename = "cac_pho_bi_thu")]
    #[schemars(extend("vi" = "Phó bí thư."))]
    deputy: Vec<Voted>,
    /// What is remarkable: seats left open, further ballots.
    #[serde(rename = "ghi_chu")]
    #[schemars(extend("vi" = "Điều cần ghi chú: còn thiếu người, bầu nhiều lần."))]
    notes: Vec<Slot>,
}

/// What is counted, in one cell or in all.
#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    /// Members.
    #[serde(rename = "dang_vien")]
    #[schemars(extend("vi" = "Số đảng viên."))]
    members: Slot,
    /// "Chính thức" among them.
    #[serde(rename = "chinh_thuc")]
    #[schemars(extend("vi" = "Trong đó số đảng viên chính thức."))]
    official: Slot,
    /// "Dự bị" among them.
    #[serde(rename = "du_bi")]
    #[schemars(extend("vi" = "Trong đó số đảng viên dự bị."))]
    probationary: Slot,
    /// Members who attended.
    #[serde(rename = "du")]
    #[schemars(extend("vi" = "Số đảng viên dự đại hội."))]
    present: Slot,
    /// Their share in those summoned, in percent.
    #[serde(rename = "ty_le_du")]
    #[schemars(extend("vi" = "Tỷ lệ % dự đại hội so với số được triệu tập."))]
    present_percent: Option<Slot>,
    /// Seats of the committee, if one was elected.
    #[serde(rename = "so_luong_chi_uy")]
    #[schemars(extend("vi" = "Số lượng chi ủy cần bầu, nếu có bầu chi ủy."))]
    seats: Option<Slot>,
    /// Names on the list of its first ballot.
    #[serde(rename = "so_nguoi_trong_danh_sach")]
    #[schemars(extend("vi" = "Số người trong danh sách bầu chi ủy lần đầu."))]
    listed: Option<Slot>,
    /// Those elected to committees, if any.
    #[serde(rename = "so_chi_uy")]
    #[schemars(extend("vi" = "Số chi ủy viên trúng cử, nếu có."))]
    committee: Option<Slot>,
    /// Secretaries elected, if any.
    #[serde(rename = "so_bi_thu")]
    #[schemars(extend("vi" = "Số bí thư trúng cử, nếu có."))]
    secretaries: Option<Slot>,
    /// Deputies elected, if any.
    #[serde(rename = "so_pho_bi_thu")]
    #[schemars(extend("vi" = "Số phó bí thư trúng cử, nếu có."))]
    deputies: Option<Slot>,
    /// Women among the elected, where it is known.
    #[serde(rename = "so_nu")]
    #[schemars(extend("vi" = "Số nữ trúng cử, nếu biết."))]
    women: Option<Slot>,
    /// Re-elected, where it is known.
    #[serde(rename = "so_tai_cu")]
    #[schemars(extend("vi" = "Số người tái cử, nếu biết."))]
    reelected: Option<Slot>,
}

/// Somebody elected, with the votes that decided it.
#[derive(Debug, Serialize, JsonSchema)]
struct Voted {
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// Votes for.
    #[serde(rename = "so_phieu")]
    #[schemars(extend("vi" = "Số phiếu bầu."))]
    votes: Slot,
    /// What the percentage is of.
    #[serde(rename = "tren")]
    #[schemars(extend("vi" = "Số dùng để tính tỷ lệ."))]
    out_of: Slot,
    /// Share of the votes in percent; none where more voted than the base counts.
    #[serde(rename = "ty_le")]
    #[schemars(extend(
        "vi" = "Tỷ lệ phiếu, tính bằng %; không có khi số người bầu nhiều hơn số làm \
            căn cứ."
    ))]
    percent: Option<Slot>,
}

impl BatchSource<'_> {
    /// Facts of the report.
    pub(super) fn summary_paper(
        &mut self,
        id: PaperId,
        signer: Signer<'_>,
    ) -> Option<SummaryContext> {
        let names = self.names()?;
        let pinned = self.facts.pinned(id);
        let strengths = self.assessed("Ưu điểm");
        let shortcomings = self.assessed("Hạn chế");
        let lessons = self.assessed("Kinh nghiệm");
        let last_day = self.summary.last_day.clone()?;
        let year = last_day.value.year().to_string();
        let all = self.summary.clone();
        let parent = Some(self.facts.parent);
        Some(SummaryContext {
            has_content: names.has_content(),
            names,
            members: self.traces.count(&all.members),
            official: self.traces.count(&all.official),
            probationary: self.traces.count_if_any(&all.probationary),
            direction: self.assessed("Chỉ đạo"),
            personnel: self.personnel(),
            is_assessed: !(strengths.is_empty()
                && shortcomings.is_empty()
                && lessons.is_empty()),
            strengths,
            shortcomings,
            lessons,
            proposals: self.assessed("Kiến nghị"),
            number: self.traces.pinned_number(pinned, &self.symbol),
            symbol: self.symbol.clone(),
            day: self.traces.pinned_day(pinned),
            year: self.traces.slot(&last_day, year),
            rows: self.cell_rows()?,
            total: self.counts(&all),
            percent_of: self.percent_of().map(str::to_owned),
            signature: self.traces.committee_leader(COMMITTEE, parent, signer),
        })
    }

    fn cell_rows(&mut self) -> Option<Vec<CellRow>> {
        let cells = self.cells().iter().zip(1..);
        cells
            .map(|(cell, place)| self.cell_row(*cell, place))
            .collect()
    }

    fn cell_row(&mut self, cell: (&Congress, &Results), place: u32) -> Option<CellRow> {
        let (congress, results) = cell;
        let day = congress.identity.date.as_ref()?;
        Some(CellRow {
            place: place.to_string(),
            cell: self.traces.show(&congress.cell),
            day: self
                .traces
                .slot(day, words::short_date(PartialDate::Full(day.value))),
            counts: self.counts(&Summary::of(&[cell])),
            committee: self.voted(cell, Office::Committee),
            secretary: self.voted(cell, Office::Secretary),
            deputy: self.voted(cell, Office::Deputy),
            notes: self.notes(results),
        })
    }

    fn counts(&mut self, sums: &Summary) -> Counts {
        let office = |office| sums.office(office);
        let elected = |it| office(it).map(|sum| &sum.elected);
        let some = [Office::Committee, Office::Secretary, Office::Deputy].map(elected);
        let [committee, secretaries, deputies] =
            some.map(|count| count.and_then(|count| self.traces.count_if_any(count)));
        let leaders = &sums.leaders;
        let women = leaders.women.as_ref();
        let reelected = leaders.reelected.as_ref();
        Counts {
            members: self.traces.show(&sums.members),
            official: self.traces.show(&sums.official),
            probationary: self.traces.show(&sums.probationary),
            present: self.traces.show(&sums.present),
            present_percent: self.traces.percent(&sums.present, &sums.summoned),
            seats: office(Office::Committee).map(|sum| self.traces.show(&sum.seats)),
            listed: office(Office::Committee).map(|sum| self.traces.show(&sum.listed)),
            committee,
            secretaries,
            deputies,
            women: women.map(|portion| self.traces.show(&portion.count)),
            reelected: reelected.map(|portion| self.traces.show(&portion.count)),
        }
    }

    /// Those elected to an office, ballot by ballot, most votes first.
    fn voted(
        &mut self,
        (congress, results): (&Congress, &Results),
        office: Office,
    ) -> Vec<Voted> {
        let ballots = results.ballots.iter().filter(|it| it.id.office == office);
        let mut rows = Vec::new();
        for ballot in ballots {
            for one in ranked(ballot, false) {
                let whole = ballot.percent_base.as_ref();
                let Some((votes, (_, whole))) = one.votes.as_ref().zip(whole) else {
                    continue;
                };
                rows.push(Voted {
                    name: self.traces.person(congress, &one.name),
                    votes: self.traces.show(votes),
                    out_of: self.traces.show(whole),
                    percent: one.percent.as_ref().map(|it| self.traces.show(it)),
                });
            }
        }
        rows
    }

    /// Seats that stayed open, offices that took several ballots, no committee.
    fn notes(&mut self, results: &Results) -> Vec<Slot> {
        let mut notes = Vec::new();
        let offices = results.offices.iter().filter(|it| it.office.is_ratified());
        for office in offices {
            let holder = words::holders(office.office);
            let of_office = |it: &&BallotResult| it.id.office == office.office;
            let ballots: Vec<_> = results.ballots.iter().filter(of_office).collect();
            if ballots.len() > 1 {
                let cells = ballots.iter().map(|ballot| ballot.place.clone()).collect();
                let count = Headcount::of(ballots.len());
                let count = Traced::computed(count, cells, "counted ballots");
                let times = words::padded(count.value.0);
                let text = format!("Bầu {} {times} lần", words::office(office.office));
                notes.push(self.traces.slot(&count, text));
            }
            if let Some(open) = office.open_seats().filter(|open| open.value.0 > 0) {
                let open_seats = words::padded(open.value.0);
                let text = format!("Còn thiếu {open_seats} {holder}");
                notes.push(self.traces.slot(&open, text));
            }
        }
        notes
    }

    /// What percentages of votes are of, if it is the same in all cells.
    fn percent_of(&self) -> Option<&'static str> {
        let ballots = self
            .cells()
            .iter()
            .flat_map(|(_, results)| &results.ballots);
        let mut bases = ballots.filter_map(|it| Some(it.percent_base.as_ref()?.0));
        let first: PercentBase = bases.next()?;
        bases
            .all(|base| base == first)
            .then(|| words::percent_base(first))
    }
}
