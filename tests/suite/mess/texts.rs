//! Old encodings, and text that means something elsewhere.

use super::Mess;

pub(super) const MESSES: [Mess; 10] = [
    Mess {
        says: "TCVN3 under its font",
        make: |book| {
            // Trần Thị Bình
            book.members()
                .set("B3", "TrÇn ThÞ B×nh")
                .font("B3", ".VnTime");
        },
        finds: &["Đảng viên B3 S26"],
        reads: &[],
    },
    Mess {
        says: "TCVN3 under a font of capitals",
        make: |book| {
            book.members()
                .set("B3", "TrÇn ThÞ B×nh")
                .font("B3", ".VnTimeH");
        },
        finds: &["Đảng viên B3 S26", "Đảng viên B3 S31"],
        reads: &[],
    },
    Mess {
        says: "TCVN3 under a font that does not say so",
        make: |book| {
            // Từ Đức Thọ, with ư at the place of the soft hyphen
            book.members().set("B7", "Tõ §øc Thä");
        },
        finds: &["Đảng viên B7 S26"],
        reads: &[],
    },
    Mess {
        says: "VNI under its font",
        make: |book| {
            // Trần Thị Bình
            book.members()
                .set("B3", "Traàn Thò Bình")
                .font("B3", "VNI-Times");
        },
        finds: &["Đảng viên B3 S26"],
        reads: &[],
    },
    Mess {
        says: "Unicode under an old font",
        make: |book| {
            book.members().font("B3", ".VnTime").font("B4", "VNI-Times");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a letter of Icelandic that looks like Đ",
        make: |book| {
            book.members()
                .set("B7", "Từ \u{d0}ức Thọ")
                .set("B1", "\u{d0}ồng chí");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a foreign name",
        make: |book| {
            book.members().set("E3", "Chủ nhiệm đề tài José Müller");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 28/2/1971, 20/1/1994, 20/1/1995, có mặt, Chủ nhiệm đề tài José Müller, 51.159495",
        ],
    },
    Mess {
        says: "markup and template syntax",
        make: |book| {
            book.members().set("E3", "<b>{{name}}</b> & {{{x}}}");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 28/2/1971, 20/1/1994, 20/1/1995, có mặt, <b>{{name}}</b> & {{{x}}}, 51.159495",
        ],
    },
    Mess {
        says: "a mark that turns the direction of writing",
        make: |book| {
            book.members().set("E3", "Phó \u{202e}Trưởng phòng");
        },
        finds: &["Đảng viên E3 S15"],
        reads: &[],
    },
    Mess {
        says: "a formula typed as text",
        make: |book| {
            book.members().set("E3", "'=1+1");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 28/2/1971, 20/1/1994, 20/1/1995, có mặt, =1+1, 51.159495",
        ],
    },
];
