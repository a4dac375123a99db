//! Where a table is and which of its rows are rows.

use super::Mess;

pub(super) const MESSES: [Mess; 26] = [
    Mess {
        says: "a letterhead, a title and a filter above the table",
        make: |book| {
            book.members().insert_rows(
                1,
                "\
ĐẢNG BỘ SỞ MẪU||||ĐẢNG CỘNG SẢN VIỆT NAM
CHI BỘ VÍ DỤ||||Hà Nội, ngày … tháng … năm 2022
*
DANH SÁCH ĐẢNG VIÊN ĐANG QUẢN LÝ
Chi bộ:||Tuổi Đảng:
",
            );
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a table that starts at D7",
        make: |book| {
            book.members().shift(6, 3);
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a row of column numbers with a hole",
        make: |book| {
            book.members().insert_rows(2, "1|2|3|4|5|6|7|9|10");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "two header rows, merged down and across",
        make: |book| {
            book.members()
                .insert_rows(1, "TT|Họ và tên|Ngày sinh|Giới tính|Chức vụ|Số thẻ|NGÀY|")
                .set("I1", "Dự đại hội")
                .set("A2", "")
                .set("B2", "")
                .set("C2", "")
                .set("D2", "")
                .set("E2", "")
                .set("F2", "")
                .set("G2", "Vào Đảng")
                .set("H2", "Chính thức")
                .set("I2", "")
                .merge("A1:A2")
                .merge("B1:B2")
                .merge("C1:C2")
                .merge("D1:D2")
                .merge("E1:E2")
                .merge("F1:F2")
                .merge("G1:H1")
                .merge("I1:I2");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "birth dates under Nam and Nữ, which stand under one merged header",
        make: |book| {
            book.members()
                .insert_rows(
                    1,
                    "TT|Họ và tên|Ngày, tháng, năm sinh||Chức vụ|Số thẻ|Ngày vào Đảng|Ngày chính thức|Dự đại hội",
                )
                .set("C2", "Nam")
                .set("D2", "Nữ");
            for column in ["A", "B", "E", "F", "G", "H", "I"] {
                book.members().set(&format!("{column}2"), "");
                book.members().merge(&format!("{column}1:{column}2"));
            }
            book.members()
                .merge("C1:D1")
                .set("D3", "")
                .set("D4", "28/02/1971")
                .set("C4", "")
                .set("D5", "")
                .set("D6", "16/12/1977")
                .set("C6", "")
                .set("D7", "26/08/1978")
                .set("C7", "")
                .set("D8", "");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "headers with line breaks, in capitals, without accents",
        make: |book| {
            book.members()
                .set("A1", "S\nT\nT")
                .set("B1", "HỌ VÀ\nTÊN")
                .set("C1", "Ngày, tháng,\n năm sinh")
                .set("E1", "CHUC VU")
                .set("H1", "Ngày\nchính\nthức");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "columns in another order",
        make: |book| {
            book.members()
                .insert_column(
                    "A",
                    &[
                        "Dự ĐH",
                        "Có mặt",
                        "Có mặt",
                        "Có mặt",
                        "Có mặt",
                        "Có mặt",
                        "Có mặt",
                    ],
                )
                .set("J1", "");
            for row in 2..=7 {
                book.members().set(&format!("J{row}"), "");
            }
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a column that nobody knows",
        make: |book| {
            book.members().insert_column("C", &["Màu mắt", "nâu"]);
        },
        finds: &["Đảng viên C1 S13"],
        reads: &[],
    },
    Mess {
        says: "a header that is nearly right",
        make: |book| {
            book.members().set("C1", "Ngày sih");
        },
        finds: &["Đảng viên S05"],
        reads: &[
            "Lê Văn Ánh, nam, ?, 24/7/1991, 24/7/1992, có mặt, Trưởng phòng, 51.260986",
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
            "Cao Công Lộc, nam, ?, 18/2/2004, 18/2/2005, có mặt, Chuyên viên, 51.221622",
            "Tống Mai Trang, nữ, ?, 28/9/2012, 28/9/2013, có mặt, Chuyên viên, 51.169200",
            "Kiều Khánh Xuân, nữ, ?, 19/5/2006, 19/5/2007, có mặt, Chuyên viên, 51.215220",
            "Từ Đức Thọ, nam, ?, 30/4/2014, 30/4/2015, có mặt, Chuyên viên, 51.261488",
        ],
    },
    Mess {
        says: "one column twice",
        make: |book| {
            book.members()
                .insert_column("D", &["NGÀY SINH", "1/1/1970"]);
        },
        finds: &["Đảng viên D1 S16"],
        reads: &[],
    },
    Mess {
        says: "empty rows and an empty column in between",
        make: |book| {
            book.members()
                .insert_column("C", &[])
                .insert_rows(6, "\n")
                .insert_rows(3, "\n");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "heads of sections inside the table",
        make: |book| {
            book.members()
                .insert_rows(5, "II. Tổ 2: 3 đồng chí")
                .insert_rows(2, "|I. Tổ 1")
                .merge("A6:I6")
                .merge("B2:I2");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a total below the table",
        make: |book| {
            book.members().append("|Tổng cộng: 6 đồng chí");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a total, a note, a date and two signatures below the table",
        make: |book| {
            book.members().append(
                "\
Danh sách này có 06 đồng chí./.

Ghi chú: số thẻ theo sổ
||||||Hà Nội, ngày 01 tháng 9 năm 2022
|NGƯỜI LẬP|||||T/M CHI BỘ
||||||BÍ THƯ



|Trần Thị Bình|||||Lê Văn Ánh",
            );
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a member below a gap and a heading",
        make: |book| {
            book.members().insert_rows(7, "\n");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a member without a name",
        make: |book| {
            book.members().set("B4", "");
        },
        // a sixth of those who voted is not on the list
        finds: &[
            "Đảng viên B4 S06",
            "Bầu bí thư B2 V01",
            "Biểu quyết D2:D7 V29",
        ],
        reads: &[],
    },
    Mess {
        says: "the header once more, as on a second printed page",
        make: |book| {
            book.members().insert_rows(
                5,
                "TT|Họ và tên|Ngày sinh|Giới tính|Chức vụ|Số thẻ|Ngày vào Đảng|Ngày chính thức|Dự đại hội",
            );
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "one post merged over several rows",
        make: |book| {
            book.members()
                .set("E5", "")
                .set("E6", "")
                .set("E7", "")
                .merge("E4:E7");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "ditto marks",
        make: |book| {
            book.members()
                .set("E5", "//")
                .set("E6", "-nt-")
                .set("E7", "như trên");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a ditto mark with nothing above it",
        make: |book| {
            book.members().set("E2", "//");
        },
        finds: &["Đảng viên E2 S33"],
        reads: &[
            "Lê Văn Ánh, nam, 27/12/1966, 24/7/1991, 24/7/1992, có mặt, ?, 51.260986",
        ],
    },
    Mess {
        says: "rows with nothing but a number",
        make: |book| {
            book.members().append("7\n8\n9");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a scribble beside the table",
        make: |book| {
            book.members().set("M4", "hỏi lại anh Lộc");
        },
        finds: &["Đảng viên M4 S13"],
        reads: &[],
    },
    Mess {
        says: "a list without any row",
        make: |book| {
            for _ in 0..6 {
                book.members().remove_row(2);
            }
        },
        finds: &["Đảng viên S24"],
        reads: &[],
    },
    Mess {
        says: "synonyms in the headers",
        make: |book| {
            book.members()
                .set("A1", "Số TT")
                .set("B1", "Họ và tên khai sinh")
                .set("C1", "Năm sinh")
                .set("E1", "Chức vụ hiện nay")
                .set("F1", "Số thẻ đảng viên")
                .set("G1", "Ngày kết nạp")
                .set("H1", "Chính thức")
                .set("I1", "Điểm danh");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a column with figures and no header",
        make: |book| {
            book.members()
                .insert_column("E", &["", "12/12", "10/10", "", "12/12"]);
        },
        finds: &["Đảng viên E2:E5 S13"],
        reads: &[],
    },
    Mess {
        says: "a header in bold words above a group",
        make: |book| {
            book.members()
                .insert_rows(1, "|||||||TRÌNH ĐỘ ĐẢNG|")
                .merge("G1:H1")
                .set("G1", "THỜI GIAN")
                .set("H1", "");
        },
        finds: &[],
        reads: &[],
    },
];
