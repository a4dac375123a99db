//! Who is named beside a label, and who signs below a list.

use super::Mess;

pub(super) const MESSES: [Mess; 12] = [
    Mess {
        says: "two people joined by a word where one heads the counting board",
        make: |book| {
            book.ballot().set("B6", "Tống Mai Trang và Cao Công Lộc");
        },
        finds: &["Bầu bí thư B6 S16"],
        reads: &[],
    },
    Mess {
        says: "two people joined by a comma where one was secretary",
        make: |book| {
            book.info().set("B13", "Lê Văn Ánh, Trần Thị Bình");
        },
        finds: &["Thông tin B13 S16"],
        reads: &[],
    },
    Mess {
        says: "two people parted by a semicolon where one heads the counting board",
        make: |book| {
            book.ballot().set("B6", "Tống Mai Trang; Cao Công Lộc");
        },
        finds: &["Bầu bí thư B6 S16"],
        reads: &[],
    },
    Mess {
        says: "a second person beside the head of the counting board",
        make: |book| {
            book.ballot().set("C6", "Cao Công Lộc");
        },
        finds: &["Bầu bí thư C6 S16"],
        reads: &[],
    },
    Mess {
        says: "two who led, joined by a word",
        make: |book| {
            book.info().set("B11", "Lê Văn Ánh và Cao Công Lộc");
        },
        finds: &[],
        reads: &["chi bộ Ví dụ, 5/9/2022, 14:00 Lê Văn Ánh, Cao Công Lộc, Trần Thị Bình"],
    },
    Mess {
        says: "three who kept the minutes, side by side",
        make: |book| {
            book.info()
                .set("C12", "Cao Công Lộc")
                .set("D12", "Từ Đức Thọ");
        },
        finds: &[],
        reads: &[
            "chi bộ Ví dụ, 5/9/2022, 14:00 Lê Văn Ánh, Trần Thị Bình, Cao Công Lộc, Từ Đức Thọ",
        ],
    },
    Mess {
        says: "posts and notes beside those who led",
        make: |book| {
            book.info()
                .set("C11", "Bí thư chi bộ")
                .set("C12", "Chuyên viên")
                .set("C6", "(thứ hai)");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "one signature below the members",
        make: |book| {
            book.members().append("|BÍ THƯ CHI BỘ\n\n|Lê Văn Ánh");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "who made the list, just below it",
        make: |book| {
            book.members().append("|Người lập bảng\n|Tống Mai Trang");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "one signature below the candidates",
        make: |book| {
            book.ballot()
                .append("|TRƯỞNG BAN KIỂM PHIẾU\n|Tống Mai Trang");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "members who left, and after them another section",
        make: |book| {
            book.members()
                .insert_rows(5, "II. Đảng viên từ trần\n|Lý Văn Mất|1/2/1930\nIII. Tổ 2")
                .insert_rows(2, "I. Tổ 1");
        },
        finds: &["Đảng viên A6 S34"],
        reads: &[],
    },
    Mess {
        says: "members who left, at the end",
        make: |book| {
            book.members().append(
                "Đảng viên đã chuyển sinh hoạt đảng:\n7|Lý Văn Đi|1/2/1980|Nam\n8|Lý Thị Đi|1/2/1981|Nữ",
            );
        },
        finds: &["Đảng viên A8 S34"],
        reads: &[],
    },
];
