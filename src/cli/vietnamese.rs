//! The texts of `--help` in Vietnamese; those in English stand in [`super::args`].

use clap::builder::PossibleValue;
use clap::{Arg, Command};

/// A command, one of its arguments, and what it says of it; without an argument, of the
/// command itself; without a command, of every command.
const TEXTS: [(&str, &str, &str); 44] = [
    (
        "",
        "",
        "Lập văn bản đại hội chi bộ từ bảng tính Excel, sau khi kiểm tra bảng tính và xác định người trúng cử",
    ),
    ("", "lang", "Ngôn ngữ của thông báo; không nêu thì theo máy"),
    ("", "color", "Khi nào thì tô màu"),
    ("", "quiet", "Chỉ in các phát hiện"),
    ("", "help", "In hướng dẫn"),
    ("", "version", "In phiên bản"),
    ("", "paths", "Thư mục chứa bảng tính, hoặc từng bảng tính"),
    (
        "build",
        "",
        "Đọc, kiểm tra, tính kết quả và lập mọi văn bản của mọi chi bộ",
    ),
    ("build", "output", "Thư mục ghi văn bản"),
    ("build", "format", "Loại tệp"),
    (
        "build",
        "only",
        "Chỉ lập các loại văn bản này (xem bienban kinds)",
    ),
    ("build", "cell", "Chỉ lập cho chi bộ có tên này"),
    (
        "build",
        "profile",
        "Thể thức: theo ngày của từng văn bản (auto), hoặc một thể thức cho tất cả",
    ),
    (
        "build",
        "templates",
        "Thư mục mẫu thay cho mẫu có sẵn cùng tên (xem bienban templates export)",
    ),
    (
        "build",
        "zip",
        "Ghi thêm mọi văn bản vào một tệp nén; tên tệp phải kết thúc bằng .zip",
    ),
    (
        "build",
        "merge",
        "Ghép thêm mọi văn bản của mỗi chi bộ vào một tệp PDF, ho-so.pdf",
    ),
    (
        "build",
        "jobs",
        "Số chi bộ làm cùng lúc, từ 1 đến 1024; không nêu thì bằng số lõi của máy",
    ),
    (
        "build",
        "force",
        "Lập lại cả những văn bản không có gì thay đổi",
    ),
    ("check", "", "Chỉ ra chỗ sai, ở ô nào"),
    (
        "check",
        "verbose",
        "Nói thêm từng trang tính đã được hiểu thế nào (không dùng với json)",
    ),
    (
        "check",
        "format",
        "Cách in các phát hiện; json được in ra đầu ra chuẩn",
    ),
    (
        "check",
        "annotate",
        "Ghi vào DIR bản sao của mỗi bảng tính, có tô màu và ghi chú ở các ô sai",
    ),
    ("results", "", "Cho biết ai trúng cử và vì sao"),
    (
        "results",
        "format",
        "Cho người đọc (text), hoặc mỗi dòng một đối tượng JSON",
    ),
    (
        "explain",
        "",
        "Cho biết số liệu đã in lấy từ ô nào, theo quy tắc nào",
    ),
    ("explain", "folder", PAPERS),
    (
        "explain",
        "text",
        "Số liệu, tên hoặc ngày, đúng như văn bản in",
    ),
    (
        "explain",
        "paper",
        "Mọi số liệu của văn bản này; có TEXT thì chỉ tìm TEXT trong văn bản này",
    ),
    ("verify", "", "Đối chiếu các tệp với bản kê lúc lập"),
    ("verify", "folder", PAPERS),
    ("kinds", "", "Liệt kê các loại văn bản"),
    (
        "fields",
        "",
        "Liệt kê những gì mẫu của một loại văn bản dùng được, hoặc các phần tử mà mẫu viết ra",
    ),
    ("fields", "kind", "Loại văn bản (xem bienban kinds)"),
    ("fields", "markup", "Các phần tử mà mẫu viết ra"),
    ("templates", "", "Các mẫu văn bản có sẵn"),
    (
        "templates export",
        "",
        "Ghi các mẫu vào thư mục để sửa, rồi dùng lại bằng --templates",
    ),
    (
        "templates export",
        "folder",
        "Thư mục; tệp đã có thì giữ nguyên",
    ),
    (
        "init",
        "",
        "Tạo thư mục để bắt đầu: bảng tính trống và một mẫu đã điền",
    ),
    ("init", "folder", "Thư mục; không ghi đè tệp nào"),
    (
        "completions",
        "",
        "In kịch bản gợi ý lệnh của shell ra đầu ra chuẩn",
    ),
    ("completions", "shell", "Loại shell"),
    ("man", "", "In trang hướng dẫn (man) ra đầu ra chuẩn"),
    (
        "help",
        "",
        "In hướng dẫn của chương trình hoặc của một lệnh",
    ),
    ("help", "command", "Lệnh"),
];

const PAPERS: &str = "Thư mục của một lần lập, của một đợt trong đó, hoặc của một chi bộ";

/// What is said of a command, or of an argument of it.
pub(super) fn text(command: &str, argument: &str) -> Option<&'static str> {
    let of = |command: &str| {
        let mut texts = TEXTS.iter();
        texts.find(|it| (it.0, it.1) == (command, argument))
    };
    let own = of(command);
    let found = if argument.is_empty() {
        own
    } else {
        own.or_else(|| of(""))
    };
    found.map(|it| it.2)
}

/// A command and those below it with their texts in Vietnamese; `path` is its name after
/// those above it.
pub(super) fn translate(command: Command, path: &str) -> Command {
    let heading = *command.get_styles().get_usage();
    let template = format!(
        "{{about-with-newline}}\n{heading}Cách dùng:{heading:#} {{usage}}\n\n{{all-args}}"
    );
    command
        .about(text(path, ""))
        .long_about(None)
        .help_template(template)
        .subcommand_help_heading("Lệnh")
        .subcommand_value_name("LỆNH")
        .mut_args(|argument| translate_argument(argument, path))
        .mut_subcommands(|below| {
            let path = format!("{path} {}", below.get_name());
            translate(below, path.trim_start())
        })
}

fn translate_argument(argument: Arg, path: &str) -> Arg {
    let said = text(path, argument.get_id().as_str()).unwrap_or_default();
    let heading = if argument.is_positional() {
        "Đối số"
    } else {
        "Tùy chọn"
    };
    let argument = argument.help_heading(heading);
    if !argument.get_action().takes_values() {
        return argument.help(said);
    }
    let notes = notes(&argument);
    // what clap itself says of values is in English
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    argument.help(format!("{said}{notes}"))
}

/// ` [một trong: docx, pdf; mặc định: docx,pdf]`
fn notes(argument: &Arg) -> String {
    let mut notes = Vec::new();
    let values = argument.get_possible_values();
    // those that are told of elsewhere have a text of their own
    let are_plain = values.iter().all(|value| value.get_help().is_none());
    if are_plain && !values.is_empty() {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        notes.push(format!("một trong: {}", names.join(", ")));
    }
    let default = argument.get_default_values();
    if !default.is_empty() {
        let default: Vec<_> = default.iter().map(|it| it.to_string_lossy()).collect();
        notes.push(format!("mặc định: {}", default.join(",")));
    }
    if notes.is_empty() {
        return String::new();
    }
    format!(" [{}]", notes.join("; "))
}

#[cfg(test)]
mod tests {
    use super::super::args::Arguments;
    use super::*;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    /// Every command and argument: the path, and the argument or nothing.
    fn all(command: &Command, path: &str, found: &mut BTreeSet<(String, String)>) {
        found.insert((path.to_owned(), String::new()));
        for argument in command.get_arguments() {
            let argument = argument.get_id().to_string();
            found.insert((path.to_owned(), argument));
        }
        for below in command.get_subcommands() {
            let path = format!("{path} {}", below.get_name());
            all(below, path.trim_start(), found);
        }
    }

    #[test]
    fn each_command_and_argument_has_a_text_and_each_text_is_used() {
        let mut found = BTreeSet::new();
        all(&Arguments::command(), "", &mut found);
        let without = found.iter().find(|it| text(&it.0, &it.1).is_none());
        assert_eq!(without, None);
        for (command, argument, _) in TEXTS {
            let is_used = found
                .iter()
                .any(|it| it.1 == argument && (it.0 == command || command.is_empty()));
            assert!(is_used, "{command} {argument}");
        }
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        Arguments::command().debug_assert();
        translate(Arguments::command(), "").debug_assert();
    }
}
