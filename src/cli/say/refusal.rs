//! What it means that the system refuses something, and what to do about it.

use bienban::diagnostic::Lang;
use bienban::pipeline::Obstacle;
use std::io::{self, ErrorKind};

/// What the system was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// To read what is there.
    Read,
    /// To write where the option says, as in `-o`; none where an argument says it.
    Write(Option<&'static str>),
}

/// What the system means, for the faults that a clerk meets.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is open; other faults are told in the system's words"
)]
pub(super) fn meaning(error: &io::Error, task: Task, lang: Lang) -> Option<&'static str> {
    if is_in_use(error) {
        return Some(lang.pick(
            "một chương trình khác đang mở tệp này",
            "another program has the file open",
        ));
    }
    if let Some(obstacle) = Obstacle::of(error) {
        return Some(in_the_way(obstacle, lang));
    }
    let (vi, en) = match error.kind() {
        ErrorKind::NotFound => {
            ("không có thư mục hoặc tệp này", "no such folder or file")
        }
        ErrorKind::PermissionDenied => ("không có quyền", "permission denied"),
        ErrorKind::StorageFull => ("đĩa đã đầy", "the disk is full"),
        ErrorKind::QuotaExceeded => {
            ("đã hết dung lượng được cấp", "the quota is used up")
        }
        ErrorKind::FileTooLarge => (
            "tệp vượt quá cỡ cho phép",
            "the file is larger than allowed",
        ),
        ErrorKind::WouldBlock => (
            "một lần chạy khác đang ghi vào thư mục này",
            "another run is writing into this folder",
        ),
        ErrorKind::InvalidData => (
            "tệp bị thay đổi trong khi đang đọc; hãy chạy lại",
            "the file was changed while it was read; run again",
        ),
        ErrorKind::ReadOnlyFilesystem => ("chỉ đọc được, không ghi được", "read-only"),
        ErrorKind::NotADirectory if task == Task::Read => (
            "đây là một tệp, không phải thư mục",
            "this is a file, not a folder",
        ),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => (
            "đã có một tệp trùng tên với thư mục cần tạo; đổi tên tệp ấy",
            "a file has the name of the folder to be made; rename it",
        ),
        ErrorKind::IsADirectory => (
            "đây là một thư mục, không phải tệp",
            "this is a folder, not a file",
        ),
        ErrorKind::Unsupported => (
            "không chép được, vì không phải tệp thường; chuyển nó ra khỏi thư mục này",
            "cannot be copied, since it is no plain file; move it out of this folder",
        ),
        ErrorKind::InvalidFilename => (
            "tên quá dài hoặc có ký tự không dùng được",
            "the name is too long, or has characters that it must not have",
        ),
        _ => return None,
    };
    Some(lang.pick(vi, en))
}

/// What the program found in the way, and what to do about it.
fn in_the_way(obstacle: Obstacle, lang: Lang) -> &'static str {
    let (vi, en) = match obstacle {
        Obstacle::LostLink => (
            "trong đường dẫn này có liên kết không dẫn tới đâu; kết nối ổ đĩa mà liên kết chỉ tới, hoặc xóa liên kết ấy",
            "a link on this path leads nowhere; connect the drive that it points to, or delete the link",
        ),
        Obstacle::LinkedFolder => (
            "đây là liên kết tới một thư mục khác, bienban không thay; xóa liên kết, hoặc ghi cả đợt vào nơi ấy bằng -o",
            "this is a link to another folder, which bienban does not replace; delete the link, or write the whole batch there with -o",
        ),
        Obstacle::DamagedManifest => (
            "tệp bị hỏng, nên không biết văn bản nào trong thư mục đã bị sửa; xóa tệp ấy rồi chạy lại: bản cũ nào khác bản mới sẽ được giữ bên cạnh",
            "the file is damaged, so nobody can tell which papers were edited; delete it and run again: what differs from a new paper will be kept beside it",
        ),
        Obstacle::DamagedIndex => (
            "tệp bị hỏng hoặc không do bienban ghi, nên chưa ghi gì: ghi đè thì mất những gì trong đó; chọn nơi khác bằng -o, hoặc xóa tệp ấy rồi chạy lại cho mọi chi bộ (không có --cell, --only)",
            "the file is damaged or not bienban's, so nothing was written: what it says would be lost; choose another place with -o, or delete it and run again for all cells (without --cell and --only)",
        ),
        Obstacle::FolderOfCell => (
            "đây là thư mục văn bản của một chi bộ, nên chưa ghi gì; với -o hãy nêu thư mục chứa nó",
            "this is the folder of one cell's papers, so nothing was written; give -o the folder around it",
        ),
    };
    lang.pick(vi, en)
}

/// What to do; none where what it means says it, or nobody knows a remedy.
pub(super) fn remedy(error: &io::Error, task: Task, lang: Lang) -> Option<String> {
    if is_in_use(error) {
        let close = lang.pick(
            "đóng tệp đang mở trong Word, Excel hoặc chương trình xem PDF, rồi chạy lại",
            "close the file that is open in Word, Excel or a PDF viewer, and run again",
        );
        return Some(format!("{close}{}", untouched(task, lang)));
    }
    let Task::Write(option) = task else {
        return remedy_of_reading(error, lang).map(str::to_owned);
    };
    let other = match (option, lang) {
        (Some(option), Lang::Vi) => format!("chọn nơi khác bằng {option}"),
        (Some(option), Lang::En) => format!("choose another place with {option}"),
        (None, _) => lang.pick("chọn nơi khác", "choose another place").into(),
    };
    Some(match (error.kind(), lang) {
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, _) => {
            let room = lang.pick("giải phóng chỗ trống hoặc", "make room or");
            let again = lang.pick("rồi chạy lại", "and run again");
            format!("{room} {other}, {again}{}", untouched(task, lang))
        }
        (ErrorKind::PermissionDenied, Lang::Vi) => format!(
            "xin quyền ghi vào thư mục này hoặc {other}; trên Windows, đóng cả tệp đang mở trong Word"
        ),
        (ErrorKind::PermissionDenied, Lang::En) => format!(
            "ask for the right to write there or {other}; on Windows, also close files open in Word"
        ),
        (
            ErrorKind::ReadOnlyFilesystem
            | ErrorKind::NotFound
            | ErrorKind::IsADirectory
            | ErrorKind::InvalidFilename,
            _,
        ) => other,
        (ErrorKind::WouldBlock, Lang::Vi) => "đợi lần chạy kia xong rồi chạy lại".into(),
        (ErrorKind::WouldBlock, Lang::En) => {
            "wait until that run ends, and run again".into()
        }
        _ => return None,
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is open; for other faults nobody knows a remedy"
)]
fn remedy_of_reading(error: &io::Error, lang: Lang) -> Option<&'static str> {
    let (vi, en) = match error.kind() {
        ErrorKind::NotFound => (
            "kiểm tra lại đường dẫn; đường dẫn có dấu cách thì đặt trong ngoặc kép",
            "check the path; put one that has spaces in quotes",
        ),
        ErrorKind::PermissionDenied => (
            "xin quyền đọc, hoặc chép vào một thư mục của mình",
            "ask for the right to read it, or copy it into a folder of your own",
        ),
        _ => return None,
    };
    Some(lang.pick(vi, en))
}

/// What is said of papers that were to be replaced.
fn untouched(task: Task, lang: Lang) -> &'static str {
    match task {
        Task::Write(Some(_)) => {
            lang.pick("; bản cũ còn nguyên", "; what was there is untouched")
        }
        Task::Write(None) | Task::Read => "",
    }
}

/// Whether another program has a file open: Windows then refuses to move it, and the
/// folder around it.
fn is_in_use(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION
    let is_violation = |code| matches!(code, 32 | 33);
    cfg!(windows) && error.raw_os_error().is_some_and(is_violation)
        || error.kind() == ErrorKind::ResourceBusy
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Faults that a clerk meets while papers are written.
    const FAULTS: [ErrorKind; 9] = [
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::WouldBlock,
        ErrorKind::ResourceBusy,
        ErrorKind::NotFound,
        ErrorKind::IsADirectory,
        ErrorKind::InvalidFilename,
    ];

    #[test]
    fn what_keeps_papers_from_being_written_is_named_with_what_to_do() {
        for kind in FAULTS {
            let error = io::Error::from(kind);
            for lang in [Lang::Vi, Lang::En] {
                let task = Task::Write(Some("-o"));
                assert!(meaning(&error, task, lang).is_some(), "{kind:?}");
                let what = remedy(&error, task, lang);
                assert!(what.is_some_and(|it| !it.contains("  ")), "{kind:?}");
            }
        }
    }

    #[test]
    fn a_file_that_is_open_elsewhere_is_to_be_closed() {
        let busy = io::Error::from(ErrorKind::ResourceBusy);
        let task = Task::Write(Some("-o"));
        assert_eq!(
            meaning(&busy, task, Lang::En),
            Some("another program has the file open")
        );
        let told = remedy(&busy, task, Lang::Vi).unwrap();
        assert!(told.starts_with("đóng tệp đang mở trong Word"), "{told}");
        assert!(told.ends_with("bản cũ còn nguyên"), "{told}");
    }

    #[test]
    fn the_same_fault_means_another_thing_to_a_reader() {
        let error = io::Error::from(ErrorKind::NotADirectory);
        let told = |task| meaning(&error, task, Lang::En).unwrap();
        assert_eq!(told(Task::Read), "this is a file, not a folder");
        assert!(told(Task::Write(None)).starts_with("a file has the name"));
    }

    #[test]
    fn the_option_that_chose_the_place_is_named() {
        let full = io::Error::from(ErrorKind::StorageFull);
        let told = remedy(&full, Task::Write(Some("--zip")), Lang::En).unwrap();
        assert_eq!(
            told,
            "make room or choose another place with --zip, and run again; what was there is untouched"
        );
        let told = remedy(&full, Task::Write(None), Lang::En).unwrap();
        assert_eq!(told, "make room or choose another place, and run again");
    }
}
