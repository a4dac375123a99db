//! Facts of "Phiếu bầu cử": what stands on each ballot, and how many are printed.

use super::Source;
use crate::model::{Ballot, BallotId, Office, Traced, Votes, compare_by_given_name};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Phiếu bầu cử". No number, no signature: nothing may tell one ballot from
/// another (regulation on elections, article on the ballot paper).
#[derive(Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts that templates ask for one by one"
)]
pub(in crate::template) struct BallotPaperContext {
    /// The cell's name ("Chi bộ …"), without those words.
    #[serde(rename = "chi_bo")]
    #[schemars(extend("vi" = "Tên chi bộ, không kèm chữ “Chi bộ”."))]
    cell: Slot,
    /// The term, such as `2022-2025`, if it is known.
    #[serde(rename = "nhiem_ky")]
    #[schemars(extend("vi" = "Nhiệm kỳ, như `2022-2025`, nếu đã biết."))]
    term: Option<Slot>,
    /// The day of the congress, if it is known.
    #[serde(rename = "ngay")]
    #[schemars(extend("vi" = "Ngày đại hội, nếu đã biết."))]
    day: Option<Slot>,
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh được bầu: `Chi ủy`, `Bí thư` …"))]
    office: String,
    /// Whether delegates are elected.
    #[serde(rename = "la_dai_bieu")]
    #[schemars(extend("vi" = "Có phải bầu đại biểu dự đại hội cấp trên không."))]
    is_for_delegates: bool,
    /// The round, when it is not the first: `2`.
    #[serde(rename = "lan")]
    #[schemars(extend("vi" = "Lần bầu, khi không phải lần đầu: `2`."))]
    later_round: Option<Slot>,
    /// Whether only those tied stand.
    #[serde(rename = "bau_lai")]
    #[schemars(extend("vi" = "Có phải bầu lại giữa những người bằng phiếu không."))]
    is_revote: bool,
    /// Seats to fill, if the congress has fixed them.
    #[serde(rename = "so_luong")]
    #[schemars(extend("vi" = "Số lượng cần bầu, nếu đại hội đã quyết định."))]
    seats: Option<Slot>,
    /// How many names are on the list.
    #[serde(rename = "so_nguoi_trong_danh_sach")]
    #[schemars(extend("vi" = "Số người trong danh sách bầu cử."))]
    names: Slot,
    /// Whether there is only one name.
    #[serde(rename = "mot_nguoi_trong_danh_sach")]
    #[schemars(extend("vi" = "Danh sách có phải chỉ một người không."))]
    has_one_name: bool,
    /// Whether the ballot has boxes for "Đồng ý" and "Không đồng ý": the list has no
    /// surplus. With surplus the voter strikes names out.
    #[serde(rename = "co_o_dong_y")]
    #[schemars(extend(
        "vi" = "Phiếu có ô “Đồng ý” và “Không đồng ý” không, vì danh sách không có số dư. \
            Có số dư thì người bầu gạch tên."
    ))]
    has_boxes: bool,
    /// The list by given name.
    #[serde(rename = "danh_sach")]
    #[schemars(extend("vi" = "Danh sách bầu cử xếp theo tên."))]
    candidates: Vec<PrintedName>,
    /// How many ballots are printed: one for each official member summoned, and the
    /// spare.
    #[serde(rename = "so_phieu")]
    #[schemars(extend(
        "vi" = "Số phiếu in: mỗi đảng viên chính thức được triệu tập một phiếu, cộng phiếu \
            dự phòng."
    ))]
    count: Slot,
}

/// A name on a ballot.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct PrintedName {
    /// Place on the ballot.
    #[serde(rename = "tt")]
    #[schemars(extend("vi" = "Số thứ tự trên phiếu."))]
    place: String,
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
}

/// "Phiếu dự phòng" where the workbook says nothing.
const SPARE: Votes = Votes(2);

impl Source<'_> {
    /// Facts of the ballots of one sheet.
    pub(in crate::template) fn ballot_papers(
        &mut self,
        id: BallotId,
    ) -> Option<BallotPaperContext> {
        let sheet = self.congress.ballots.iter().find(|sheet| sheet.id == id)?;
        let round = Traced::computed(
            id.round,
            vec![sheet.place.clone()],
            "round by the name of the sheet",
        );
        let mut names: Vec<&Traced<String>> =
            sheet.candidates.iter().map(|one| &one.name).collect();
        names.sort_by(|a, b| compare_by_given_name(&a.value, &b.value));
        let number = sheet.listed();
        let candidates = names.iter().zip(1_u32..).map(|(name, place)| PrintedName {
            place: place.to_string(),
            name: self.person(name),
        });
        let candidates = candidates.collect();
        let own = &self.congress.identity;
        let count = self.ballots_to_print();
        Some(BallotPaperContext {
            cell: self.text(&self.congress.cell),
            term: self.text_if(own.term.as_ref()),
            day: self.day(),
            office: words::office(id.office).to_owned(),
            is_for_delegates: id.office == Office::Delegates,
            later_round: (id.round > 1).then(|| self.traces.show(&round)),
            is_revote: id.is_revote,
            seats: sheet.seats.as_ref().map(|seats| self.count(seats)),
            names: self.count(&number),
            has_one_name: sheet.candidates.len() == 1,
            has_boxes: has_boxes(sheet),
            candidates,
            count: self.traces.show(&count),
        })
    }

    /// One for each official member summoned, and the spare.
    fn ballots_to_print(&self) -> Traced<u32> {
        let summoned = &self.results.turnout.official_summoned;
        let spare = self.congress.identity.spare_ballots.as_ref();
        let cells = summoned.cells().into_iter();
        let cells = cells.chain(spare.iter().flat_map(|spare| spare.cells()));
        let spare = spare.map_or(SPARE, |spare| spare.value);
        let count = summoned.value.0.saturating_add(spare.0);
        let rule = "official members summoned, and the spare";
        Traced::computed(count, cells.collect(), rule)
    }
}

/// Whether the list has no surplus: as the sheet's columns say, else by its length.
fn has_boxes(sheet: &Ballot) -> bool {
    let is_short = sheet.seats.as_ref().is_some_and(|seats| {
        u32::try_from(sheet.candidates.len()).is_ok_and(|names| names <= seats.value.0)
    });
    sheet.asks_against || is_short
}
