//! Quyết định 244-QĐ/TW of 09/6/2014, in force until 190-QĐ/TW.
//!
//! Uncertain: of its two guidances only excerpts were read, so nothing is decided by
//! them; the regulation before it was not read at all.

use super::{BasisLine, CARRYING_OUT_24, RuleSet, STATUTES};

/// The regulation of 2014.
pub(super) const RULES: RuleSet = RuleSet {
    id: "244-QD/TW",
    number: "244-QĐ/TW",
    from: (2014, 6, 9),
    base_clause: "Điều 32, khoản 2",
    basis: &[
        STATUTES,
        BasisLine {
            text: "Quy định số 29-QĐ/TW, ngày 25/7/2016 của Ban Chấp hành Trung ương \
                   về thi hành Điều lệ Đảng",
            from: (2016, 7, 25),
            until: Some((2021, 7, 30)),
        },
        CARRYING_OUT_24,
        BasisLine {
            text: "Quyết định số 244-QĐ/TW, ngày 09/6/2014 của Ban Chấp hành Trung ương \
                   về Quy chế bầu cử trong Đảng",
            from: (2014, 6, 9),
            until: None,
        },
    ],
    guidance: &[
        BasisLine {
            text: "Hướng dẫn số 04-HD/TW, ngày 06/10/2014",
            from: (2014, 10, 6),
            until: Some((2020, 3, 20)),
        },
        BasisLine {
            text: "Hướng dẫn số 03-HD/TW, ngày 20/3/2020",
            from: (2020, 3, 20),
            until: None,
        },
    ],
};
