//! Sheets and labels in other layouts than the canonical one.

use super::Mess;
use super::book::{Book, Tab};

/// Puts single ballots, all of them for the one name, in the place of counts.
fn make_matrix<'b>(book: &'b mut Book, header: &str) -> &'b mut Tab {
    let ballot = book.ballot();
    for row in [10, 9, 5, 4, 3] {
        ballot.remove_row(row);
    }
    ballot.append(header).append("1|Lê Văn Ánh|Đ|Đ|Đ|Đ|Đ|Đ")
}

pub(super) const MESSES: [Mess; 22] = [
    Mess {
        says: "tabs with numbers in front",
        make: |book| {
            book.info().rename("1. Thông tin");
            book.members().rename("02_ĐẢNG VIÊN");
            book.ballot().rename("3 - Bầu Bí thư");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a list of members on Sheet1",
        make: |book| {
            book.members().rename("Sheet1");
        },
        finds: &["Sheet1 S29"],
        reads: &[],
    },
    Mess {
        says: "a ballot on Sheet3, named by its title",
        make: |book| {
            book.ballot()
                .insert_rows(1, "KẾT QUẢ KIỂM PHIẾU BẦU BÍ THƯ")
                .rename("Sheet3");
        },
        finds: &["Sheet3 S29"],
        reads: &[],
    },
    Mess {
        says: "a scratch sheet",
        make: |book| {
            book.add("Nháp", "gọi điện\n0");
        },
        finds: &["Nháp S12"],
        reads: &[],
    },
    Mess {
        says: "an empty sheet",
        make: |book| {
            book.add("Sheet2", "");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a tab that is nearly right",
        make: |book| {
            book.tab("Diễn biến").rename("Diễn biếnn");
        },
        finds: &["S03", "Diễn biếnn S12"],
        reads: &[],
    },
    Mess {
        says: "a hidden sheet",
        make: |book| {
            book.tab("Nghị quyết").hide();
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "labels with numbers, colons and an empty column beside them",
        make: |book| {
            book.info()
                .insert_column("B", &[])
                .set("A1", "1. Chi bộ:")
                .set("A6", "2. Ngày đại hội :")
                .set("A9", "- Địa điểm:");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "label and value in one cell",
        make: |book| {
            book.info()
                .set("A1", "Chi bộ: Ví dụ")
                .set("B1", "")
                .set("A9", "Địa điểm: Phòng họp số 2")
                .set("B9", "");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "two pairs of label and value in a row",
        make: |book| {
            book.info()
                .set("D1", "Ngày đại hội")
                .set("E1", "05/9/2022")
                .remove_row(6);
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a title above the labels",
        make: |book| {
            book.info()
                .insert_rows(1, "THÔNG TIN ĐẠI HỘI CHI BỘ\n(do chi ủy lập)");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a label that nobody knows",
        make: |book| {
            book.info().append("Màu cờ|đỏ");
        },
        finds: &["Thông tin A15 S13"],
        reads: &[],
    },
    Mess {
        says: "a label that is missing",
        make: |book| {
            book.ballot().remove_row(4);
        },
        finds: &["Bầu bí thư S04"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ ? không 0: Lê Văn Ánh 6-0 100%"],
    },
    Mess {
        says: "the figures of the count below its list",
        make: |book| {
            let ballot = book.ballot();
            for _ in 0..8 {
                ballot.remove_row(1);
            }
            ballot.append(
                "\n\
Số lượng bầu|1
Số phiếu phát ra|6
Thu vào|6
Số phiếu hợp lệ|6
Số phiếu không hợp lệ|0
Trưởng ban kiểm phiếu|Tống Mai Trang
Ủy viên kiểm phiếu|Kiều Khánh Xuân
Kiểm phiếu xong|16:00",
            );
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "the figures of the count beside its list",
        make: |book| {
            let ballot = book.ballot();
            for _ in 0..8 {
                ballot.remove_row(1);
            }
            let figures = [
                ("Số lượng bầu", "1"),
                ("Phát ra:", "6"),
                ("Thu về:", "6"),
                ("Hợp lệ", "6"),
                ("Không hợp lệ", "0"),
                ("Trưởng ban", "Tống Mai Trang"),
                ("Ủy viên", "Kiều Khánh Xuân"),
                ("Kiểm phiếu xong", "16:00"),
            ];
            for (row, (label, value)) in (1..).zip(figures) {
                ballot.set(&format!("H{row}"), label);
                ballot.set(&format!("I{row}"), value);
            }
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a copy of a ballot's sheet, as Excel names it",
        make: |book| {
            let mut copy = book.remove("Bầu bí thư");
            book.add("Bầu bí thư", "").clone_from(&copy);
            copy.rename("Bầu bí thư (2)");
            book.add("Bầu bí thư (2)", "").clone_from(&copy);
        },
        finds: &["Bầu bí thư (2) S12"],
        reads: &[],
    },
    Mess {
        says: "a ballot that is still to be held",
        make: |book| {
            book.add("Bầu phó bí thư", "Họ và tên|Đồng ý\nCao Công Lộc");
        },
        finds: &[],
        reads: &["bầu phó bí thư 1/? phát ? thu ? hợp lệ ? không ?: Cao Công Lộc ?-? ?"],
    },
    Mess {
        says: "single ballots instead of counts",
        make: |book| {
            make_matrix(book, "TT|Họ và tên|P1|P2|P3|P4|P5|P6");
        },
        finds: &[],
        reads: &["bầu bí thư 1/1 phát 6 thu ? hợp lệ ? không ?: Lê Văn Ánh ?-? ?"],
    },
    Mess {
        says: "single ballots headed by numbers alone",
        make: |book| {
            make_matrix(book, "TT|Họ và tên|1|2|3|4|5|6");
        },
        finds: &[],
        reads: &["bầu bí thư 1/1 phát 6 thu ? hợp lệ ? không ?: Lê Văn Ánh ?-? ?"],
    },
    Mess {
        says: "single ballots headed by numbers under a merged header",
        make: |book| {
            make_matrix(book, "TT|Họ và tên|Phiếu số\n||1|2|3|4|5|6")
                .merge("A6:A7")
                .merge("B6:B7")
                .merge("C6:H6");
        },
        finds: &[],
        reads: &["bầu bí thư 1/1 phát 6 thu ? hợp lệ ? không ?: Lê Văn Ánh ?-? ?"],
    },
    Mess {
        says: "a ballot headed by a number, with a word for a mark",
        make: |book| {
            make_matrix(book, "TT|Họ và tên|1|2|3|4|5|6").set("D7", "rồi");
        },
        finds: &["Bầu bí thư D7 S09"],
        reads: &["bầu bí thư 1/1 phát 6 thu ? hợp lệ ? không ?: Lê Văn Ánh ?-? ?"],
    },
    Mess {
        says: "a word instead of a number",
        make: |book| {
            book.ballot().set("B1", "một");
        },
        finds: &["Bầu bí thư B1 S07"],
        reads: &["bầu bí thư 1/? phát 6 thu 6 hợp lệ 6 không 0: Lê Văn Ánh 6-0 100%"],
    },
];
