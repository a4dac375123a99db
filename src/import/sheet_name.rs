//! Which sheet a tab's name means, and how rounds of a ballot are written.

use super::text::{Name, Names, fold};
use crate::model::{BallotId, Office};
use std::sync::LazyLock;

/// A kind of sheet that the contract knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SheetKind {
    /// "Thông tin"
    Info,
    /// "Đảng viên"
    Members,
    /// "Bầu …"
    Ballot(BallotId),
    /// "Biểu quyết"
    Motions,
    /// "Nghị quyết"
    Resolution,
    /// "Diễn biến"
    Events,
    /// "Đánh giá"
    Assessment,
    /// "Văn bản"
    Pinned,
    /// "Đảng bộ": only the parent's workbook has it.
    Parent,
    /// "Chi bộ": the parent's list of cells.
    Cells,
    /// "Hình ảnh"
    Photographs,
    /// "Bầu cử": the ballots of all cells.
    AllBallots,
    /// "Ứng cử viên": the lists of all these ballots.
    AllCandidates,
}

/// What a book is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BookKind {
    /// One cell's congress.
    Cell,
    /// The parent committee.
    Parent,
    /// All cells, and perhaps their parent.
    Whole,
}

/// Rounds beyond this are years or slips ("Bầu chi ủy 2020").
const MOST_ROUNDS: u32 = 20;

static SHEETS: [(Name, SheetKind); 12] = [
    (
        Name::new(
            "Thông tin",
            &[
                "Thông tin chung",
                "TT chung",
                "Thông tin đại hội",
                "Thông tin chi bộ",
            ],
        ),
        SheetKind::Info,
    ),
    (
        Name::new(
            "Đảng viên",
            &[
                "Danh sách đảng viên",
                "DS đảng viên",
                "Danh sách ĐV",
                "DSĐV",
                "ĐV",
                "Danh sách đảng viên dự đại hội",
                "Đảng viên dự đại hội",
            ],
        ),
        SheetKind::Members,
    ),
    (
        Name::new("Biểu quyết", &["Kết quả biểu quyết"]),
        SheetKind::Motions,
    ),
    (
        Name::new("Nghị quyết", &["Nghị quyết đại hội"]),
        SheetKind::Resolution,
    ),
    (
        Name::new("Diễn biến", &["Diễn biến đại hội"]),
        SheetKind::Events,
    ),
    (
        Name::new("Đánh giá", &["Đánh giá chung", "Nhận xét, đánh giá"]),
        SheetKind::Assessment,
    ),
    (Name::new("Văn bản", &[]), SheetKind::Pinned),
    (Name::new("Đảng bộ", &[]), SheetKind::Parent),
    (
        Name::new("Chi bộ", &["Danh sách chi bộ", "Các chi bộ"]),
        SheetKind::Cells,
    ),
    (Name::new("Hình ảnh", &["Ảnh"]), SheetKind::Photographs),
    (
        Name::new("Bầu cử", &["Các cuộc bầu", "Kết quả bầu cử"]),
        SheetKind::AllBallots,
    ),
    (
        Name::new(
            "Ứng cử viên",
            &["Danh sách ứng cử viên", "Danh sách bầu cử"],
        ),
        SheetKind::AllCandidates,
    ),
];

static BALLOTS: [Name; 4] = [
    Name::new(
        "Bầu chi ủy",
        &[
            "Bầu cử chi ủy",
            "Bầu ban chi ủy",
            "Bầu BCH chi bộ",
            "BCU",
            "Kiểm phiếu chi ủy",
            "Kiểm phiếu bầu chi ủy",
            "KP chi ủy",
            "Kết quả bầu chi ủy",
        ],
    ),
    Name::new(
        "Bầu bí thư",
        &[
            "Bầu cử bí thư",
            "Bầu BT",
            "Kiểm phiếu bí thư",
            "Kiểm phiếu bầu bí thư",
            "KP bí thư",
            "Kết quả bầu bí thư",
        ],
    ),
    Name::new(
        "Bầu phó bí thư",
        &[
            "Bầu cử phó bí thư",
            "Bầu PBT",
            "Kiểm phiếu phó bí thư",
            "Kiểm phiếu bầu phó bí thư",
            "KP phó bí thư",
            "Kết quả bầu phó bí thư",
        ],
    ),
    Name::new(
        "Bầu đại biểu",
        &[
            "Bầu cử đại biểu",
            "Bầu đoàn đại biểu",
            "Kiểm phiếu đại biểu",
            "Kiểm phiếu bầu đại biểu",
            "KP đại biểu",
            "Kết quả bầu đại biểu",
        ],
    ),
];

impl SheetKind {
    /// The kind that a tab's name means, perhaps behind a number: `02_Đảng viên`.
    pub(super) fn parse(tab: &str) -> Option<Self> {
        let is_number = |it: char| it.is_ascii_digit() || !it.is_alphanumeric();
        Self::parse_bare(tab).or_else(|| {
            let bare = tab.trim_start_matches(is_number);
            Self::parse_bare(bare)
        })
    }

    fn parse_bare(tab: &str) -> Option<Self> {
        static NAMES: LazyLock<Names> =
            LazyLock::new(|| Names::new(SHEETS.iter().map(|(name, _)| name)));
        let Some(found) = NAMES.find(tab) else {
            return parse_ballot(tab).map(Self::Ballot);
        };
        let (_, kind) = SHEETS.iter().find(|(name, _)| name == found)?;
        Some(*kind)
    }

    /// The name on its tab.
    pub(super) fn tab(self) -> String {
        if let Self::Ballot(id) = self {
            return ballot_tab(id);
        }
        SHEETS
            .iter()
            .find(|(_, kind)| *kind == self)
            .map(|(name, _)| name.canonical.to_owned())
            .unwrap_or_default()
    }

    /// Whether it belongs to a kind of book.
    pub(super) fn is_of(self, book: BookKind) -> bool {
        match self {
            Self::Assessment | Self::Pinned => true,
            Self::Parent | Self::Cells | Self::Photographs => book != BookKind::Cell,
            Self::Info
            | Self::Members
            | Self::Motions
            | Self::Resolution
            | Self::Events => book != BookKind::Parent,
            Self::Ballot(_) => book == BookKind::Cell,
            Self::AllBallots | Self::AllCandidates => book == BookKind::Whole,
        }
    }
}

/// The sheet that a misspelt tab looks like.
pub(super) fn nearest(tab: &str, book: BookKind) -> Option<String> {
    let ballots = BALLOTS.iter().filter(|_| book == BookKind::Cell);
    let others = SHEETS
        .iter()
        .filter(|(_, kind)| kind.is_of(book))
        .map(|(name, _)| name);
    Names::new(others.chain(ballots)).nearest(tab)
}

/// `Bầu chi ủy`, `Bầu chi ủy (lần 2)`, `Bầu chi ủy (lần 2, bầu lại)`.
fn parse_ballot(tab: &str) -> Option<BallotId> {
    let key = fold(tab);
    let (office, round) =
        Office::ALL
            .into_iter()
            .zip(&BALLOTS)
            .find_map(|(office, name)| {
                let spellings = name.synonyms.iter().chain([&name.canonical]);
                let rest = spellings.filter_map(|it| key.strip_prefix(&fold(it)));
                Some((office, rest.min_by_key(|rest| rest.len())?.to_owned()))
            })?;
    // Excel names a copy so: no word says that it is a round
    let is_copy =
        tab.trim_end().ends_with(')') && round.bytes().all(|byte| byte.is_ascii_digit());
    let (round, is_revote) = if round.is_empty() {
        (1, false)
    } else if is_copy {
        return None;
    } else {
        parse_round(&round)?
    };
    Some(BallotId {
        office,
        round,
        is_revote,
    })
}

fn ballot_tab(id: BallotId) -> String {
    let office = id.office.label();
    let round = (id.round > 1).then(|| format!("lần {}", id.round));
    let revote = id.is_revote.then(|| "bầu lại".to_owned());
    let parts: Vec<String> = round.into_iter().chain(revote).collect();
    if parts.is_empty() {
        format!("Bầu {office}")
    } else {
        format!("Bầu {office} ({})", parts.join(", "))
    }
}

/// A round ("Lần"): `2`, `bầu lại`, `2, bầu lại`; also `lần 2`, `lần thứ hai`.
pub(super) fn parse_round(text: &str) -> Option<(u32, bool)> {
    let key = fold(text);
    let revote = fold("bầu lại");
    let (number, is_revote) = match key.strip_suffix(&revote) {
        Some(number) => (number, true),
        None => (key.as_str(), false),
    };
    if number.is_empty() {
        return is_revote.then_some((1, true));
    }
    let bare = number.strip_prefix("lan").unwrap_or(number);
    let bare = bare.strip_prefix("vong").unwrap_or(bare);
    let bare = bare.strip_prefix("thu").unwrap_or(bare);
    // a numeral alone may be the end of another word
    let in_words = || match bare {
        _ if bare == number => None,
        "nhat" | "mot" | "dau" => Some(1),
        "hai" => Some(2),
        "ba" => Some(3),
        "bon" | "tu" => Some(4),
        _ => None,
    };
    let round: u32 = bare.parse().ok().or_else(in_words)?;
    (1..=MOST_ROUNDS)
        .contains(&round)
        .then_some((round, is_revote))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(office: Office, round: u32, is_revote: bool) -> BallotId {
        BallotId {
            office,
            round,
            is_revote,
        }
    }

    #[test]
    fn a_tab_is_known_whatever_its_case_accents_and_spaces() {
        let kind = SheetKind::parse;
        assert_eq!(kind("ĐẢNG VIÊN "), Some(SheetKind::Members));
        assert_eq!(kind("dang bo"), Some(SheetKind::Parent));
        assert_eq!(
            kind("Nghi\u{323} quye\u{302}\u{301}t"),
            Some(SheetKind::Resolution)
        );
        assert_eq!(kind("Sheet1"), None);
    }

    #[test]
    fn a_ballots_tab_names_office_round_and_revote() {
        let ballot = |tab| SheetKind::parse(tab);
        let expect =
            |office, round, revote| Some(SheetKind::Ballot(id(office, round, revote)));
        assert_eq!(ballot("Bầu chi ủy"), expect(Office::Committee, 1, false));
        assert_eq!(ballot("Bầu bí thư"), expect(Office::Secretary, 1, false));
        assert_eq!(ballot("Bầu phó bí thư"), expect(Office::Deputy, 1, false));
        let second = ballot("Bầu đại biểu (lần 2)");
        assert_eq!(second, expect(Office::Delegates, 2, false));
        let tied = ballot("Bầu chi uỷ (bầu lại)");
        assert_eq!(tied, expect(Office::Committee, 1, true));
        let both = ballot("Bầu chi ủy (lần 2, bầu lại)");
        assert_eq!(both, expect(Office::Committee, 2, true));
        assert_eq!(ballot("Bầu chi ủy (2)"), None, "a copy");
        assert_eq!(ballot("Bầu chi ủy (lần 0)"), None);
    }

    #[test]
    fn a_round_may_be_written_in_words() {
        let ballot = |tab| SheetKind::parse(tab);
        let expect =
            |round, revote| Some(SheetKind::Ballot(id(Office::Committee, round, revote)));
        assert_eq!(ballot("Bầu chi uy lan hai"), expect(2, false));
        assert_eq!(ballot("Bầu chi ủy (lần thứ ba)"), expect(3, false));
        assert_eq!(ballot("Bầu chi ủy (lần thứ tư)"), expect(4, false));
        assert_eq!(ballot("Bầu chi ủy lần đầu"), expect(1, false));
        assert_eq!(ballot("Bầu chi ủy (lần hai, bầu lại)"), expect(2, true));
        assert_eq!(ballot("Bầu chi ủy hai"), None, "of what?");
        assert_eq!(ballot("Bầu chi ủy (lần chót)"), None);
    }

    #[test]
    fn clerks_own_names_and_numbers_of_tabs_are_known() {
        let kind = SheetKind::parse;
        let ballot = |office, round| Some(SheetKind::Ballot(id(office, round, false)));
        assert_eq!(kind("1. Thông tin"), Some(SheetKind::Info));
        assert_eq!(kind("TT chung"), Some(SheetKind::Info));
        assert_eq!(kind("02_Đảng viên"), Some(SheetKind::Members));
        assert_eq!(kind("DS ĐV"), Some(SheetKind::Members));
        assert_eq!(kind("Kiểm phiếu chi ủy"), ballot(Office::Committee, 1));
        assert_eq!(kind("BCU lần 2"), ballot(Office::Committee, 2));
        assert_eq!(kind("3) Bầu cử bí thư"), ballot(Office::Secretary, 1));
        assert_eq!(kind("Bầu PBT (vòng 2)"), ballot(Office::Deputy, 2));
        assert_eq!(kind("Danh sách"), None, "of whom?");
        assert_eq!(kind("2022"), None);
    }

    #[test]
    fn a_misspelt_tab_is_recognised_as_near_to_one_of_its_own_kind_of_workbook() {
        let near = |tab, book| nearest(tab, book);
        let (cell, parent) = (BookKind::Cell, BookKind::Parent);
        assert_eq!(near("Đảng viênn", cell).as_deref(), Some("Đảng viên"));
        assert_eq!(near("Bầu chi uy 2020", cell), None);
        assert_eq!(near("Sheet1", cell), None);
        assert_eq!(near("Hình anh 2", parent).as_deref(), Some("Hình ảnh"));
        assert_eq!(near("Hình anh 2", cell), None);
        let whole = near("Ứng cử viênn", BookKind::Whole);
        assert_eq!(whole.as_deref(), Some("Ứng cử viên"));
    }

    proptest! {
        #[test]
        fn a_ballots_own_tab_is_read_back(
            office in prop::sample::select(Office::ALL.to_vec()),
            round in 1..=MOST_ROUNDS,
            is_revote: bool,
        ) {
            let kind = SheetKind::Ballot(id(office, round, is_revote));
            prop_assert_eq!(SheetKind::parse(&kind.tab()), Some(kind));
        }
    }
}
