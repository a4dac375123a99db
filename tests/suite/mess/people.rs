//! Names and sexes.

use super::Mess;
use super::book::Tab;

/// Parts the given names off into a column of their own, which has no header.
fn part_names(members: &mut Tab) -> &mut Tab {
    members
        .insert_column("C", &["", "Ánh", "Bình", "Lộc", "Trang", "Xuân", "Thọ"])
        .set("B2", "Lê Văn")
        .set("B3", "Trần Thị")
        .set("B4", "Cao Công")
        .set("B5", "Tống Mai")
        .set("B6", "Kiều Khánh")
        .set("B7", "Từ Đức")
}

pub(super) const MESSES: [Mess; 17] = [
    Mess {
        says: "double and no-break spaces in a name",
        make: |book| {
            book.members().set("B3", " Trần  Thị\u{a0}Bình ");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a name in decomposed Unicode",
        make: |book| {
            book.members()
                .set("B3", "Tra\u{302}\u{300}n Thi\u{323} Bi\u{300}nh");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a name whose marks stand in the wrong order",
        make: |book| {
            book.members().set("B3", "Tra\u{300}\u{302}n Thị Bình");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "an invisible character in a name",
        make: |book| {
            book.members().set("B3", "Trần Thị\u{200b} Bình");
        },
        finds: &["Đảng viên B3 S15"],
        reads: &[],
    },
    Mess {
        says: "a title before a name",
        make: |book| {
            book.members().set("B3", "Đ/c Trần Thị Bình");
        },
        finds: &["Đảng viên B3 S31"],
        reads: &[],
    },
    Mess {
        says: "all names in capitals",
        make: |book| {
            book.members()
                .set("B2", "LÊ VĂN ÁNH")
                .set("B3", "TRẦN THỊ BÌNH")
                .set("B4", "CAO CÔNG LỘC")
                .set("B5", "TỐNG MAI TRANG")
                .set("B6", "KIỀU KHÁNH XUÂN")
                .set("B7", "TỪ ĐỨC THỌ");
        },
        finds: &["Đảng viên B2:B7 S31"],
        reads: &[],
    },
    Mess {
        says: "a degree before a name",
        make: |book| {
            book.members().set("B3", "ThS. Trần Thị Bình");
        },
        finds: &["Đảng viên B3 S31"],
        reads: &[],
    },
    Mess {
        says: "family and given name in two columns",
        make: |book| {
            part_names(book.members())
                .set("B1", "Họ đệm")
                .set("C1", "Tên");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "one header merged over family and given name",
        make: |book| {
            part_names(book.members()).merge("B1:C1");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "one header over family and given name, not merged",
        make: |book| {
            part_names(book.members());
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "the birth date under Nam and under Nữ",
        make: |book| {
            book.members()
                .set("C1", "Nam")
                .set("D1", "Nữ")
                .set("D2", "")
                .set("C3", "")
                .set("D3", "28/02/1971")
                .set("D4", "21/05/1970")
                .set("C5", "")
                .set("D5", "16/12/1977")
                .set("C6", "")
                .set("D6", "26/08/1978")
                .set("D7", "");
        },
        finds: &["Đảng viên C4 S35"],
        reads: &[
            "Cao Công Lộc, ?, ?, 18/2/2004, 18/2/2005, có mặt, Chuyên viên, 51.221622",
        ],
    },
    Mess {
        says: "an x for women",
        make: |book| {
            book.members()
                .set("D1", "Nữ")
                .set("D2", "")
                .set("D3", "x")
                .set("D4", "")
                .set("D5", "X")
                .set("D6", "'1")
                .set("D7", "");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "birth dates under the sex",
        make: |book| {
            book.members()
                .set("C1", "Nam")
                .set("D1", "Nữ")
                .set("D2", "")
                .set("D3", "28/02/1971")
                .set("C3", "")
                .set("D4", "")
                .set("D5", "16/12/1977")
                .set("C5", "")
                .set("D6", "26/08/1978")
                .set("C6", "")
                .set("D7", "");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a sex without accents and one that is none",
        make: |book| {
            book.members().set("D3", "nu").set("D4", "Nma");
        },
        finds: &["Đảng viên D4 S09"],
        reads: &[
            "Cao Công Lộc, ?, 21/5/1970, 18/2/2004, 18/2/2005, có mặt, Chuyên viên, 51.221622",
        ],
    },
    Mess {
        says: "x for who was there, nothing for who was not",
        make: |book| {
            for row in 2..=6 {
                book.members().set(&format!("I{row}"), "x");
            }
            book.members().set("I7", "");
            book.ballot()
                .set("B2", "5")
                .set("B3", "5")
                .set("B4", "5")
                .set("C10", "5")
                .set("E10", "83,33%");
            for row in 2..=7 {
                book.tab("Biểu quyết").set(&format!("D{row}"), "5");
            }
        },
        // no reason for the absence
        finds: &["S19"],
        reads: &[
            "Từ Đức Thọ, nam, 19/2/1985, 30/4/2014, 30/4/2015, vắng, Chuyên viên, 51.261488",
            "bầu bí thư 1/1 phát 5 thu 5 hợp lệ 5 không 0: Lê Văn Ánh 5-0 83,33%",
            "biểu quyết Bầu đồng chí Lê Văn Ánh làm Chủ tịch đại hội Some(Votes(5))",
            "biểu quyết Bầu đồng chí Trần Thị Bình làm Thư ký đại hội Some(Votes(5))",
            "biểu quyết Bầu một bí thư Some(Votes(5))",
            "biểu quyết Danh sách bầu bí thư Some(Votes(5))",
            "biểu quyết Ban kiểm phiếu 2 đồng chí Some(Votes(5))",
            "biểu quyết Nghị quyết Đại hội Some(Votes(5))",
        ],
    },
    Mess {
        says: "a candidate with a title and one column for both words",
        make: |book| {
            book.ballot().set("B10", "Đồng chí Lê Văn Ánh");
        },
        finds: &["Bầu bí thư B10 S31"],
        reads: &[],
    },
    Mess {
        says: "a name that two members bear, told apart by a letter",
        make: |book| {
            book.members()
                .set("B3", "Trần Thị Bình (A)")
                .set("B5", "Trần Thị Bình (B)");
            book.info().set("B12", "Trần Thị Bình (A)");
            book.ballot().set("B6", "Trần Thị Bình (B)");
        },
        finds: &[],
        reads: &[
            "chi bộ Ví dụ, 5/9/2022, 14:00 Lê Văn Ánh, Trần Thị Bình (A)",
            "Trần Thị Bình (A), nữ, 28/2/1971, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
            "Trần Thị Bình (B), nữ, 16/12/1977, 28/9/2012, 28/9/2013, có mặt, Chuyên viên, 51.169200",
        ],
    },
];
