//! What was typed, understood; else what is wrong with it, in the language of the user.

use super::args::Arguments;
use super::{CLEAN, FAILED, say, vietnamese};
use bienban::diagnostic::{Lang, name_invisible};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, Error, FromArgMatches};
use std::ffi::OsString;
use std::path::Path;

/// The commands and their arguments, described in a language.
pub(super) fn command(lang: Lang) -> Command {
    let command = Arguments::command();
    match lang {
        Lang::Vi => vietnamese::translate(command, ""),
        Lang::En => command,
    }
}

/// The language that is asked for, or the system's.
pub(super) fn lang(words: &[OsString]) -> Lang {
    asked_lang(words).unwrap_or_else(system_lang)
}

/// What was typed; the exit code where nothing is to be done, because help was asked for
/// or something is wrong.
pub(super) fn read(words: Vec<OsString>, lang: Lang) -> Result<Arguments, u8> {
    let matches = command(lang).try_get_matches_from(words);
    let arguments = matches.and_then(|it| Arguments::from_arg_matches(&it));
    arguments.map_err(|error| tell(&error, lang))
}

/// `help`, as `--help` of the command; the exit code.
pub(super) fn help(commands: Vec<String>, lang: Lang) -> u8 {
    let mut words = vec!["bienban".to_owned()];
    words.extend(commands);
    words.push("--help".to_owned());
    let asked = command(lang).try_get_matches_from(words);
    asked.map_or_else(|error| tell(&error, lang), |_| CLEAN)
}

/// What follows the last `--lang`, even where something else is wrong.
fn asked_lang(words: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = words.iter().map_while(|word| word.to_str()).collect();
    let mut words = words.into_iter().take_while(|word| *word != "--");
    let mut asked = None;
    while let Some(word) = words.next() {
        let value = if word == "--lang" {
            words.next()
        } else {
            word.strip_prefix("--lang=")
        };
        match value.map(str::to_ascii_lowercase).as_deref() {
            Some("vi") => asked = Some(Lang::Vi),
            Some("en") => asked = Some(Lang::En),
            Some(_) | None => {}
        }
    }
    asked
}

/// Vietnamese unless the system speaks another language.
fn system_lang() -> Lang {
    let locale = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
    match language {
        "" | "vi" | "c" | "posix" => Lang::Vi,
        _ => Lang::En,
    }
}

/// Prints help, or says what is wrong; the exit code.
fn tell(error: &Error, lang: Lang) -> u8 {
    let told = match lang {
        Lang::Vi => in_vietnamese(error),
        Lang::En => error.render().ansi().to_string(),
    };
    let told = told.trim_end();
    if error.use_stderr() {
        say::error_line(told);
        FAILED
    } else {
        say::out(told);
        CLEAN
    }
}

fn in_vietnamese(error: &Error) -> String {
    let Some(problem) = problem(error) else {
        // help and version, of which only this word is clap's
        let text = error.render().ansi().to_string();
        return text.replace("[OPTIONS]", "[TÙY CHỌN]");
    };
    let mut lines = vec![format!("lỗi: {problem}")];
    lines.extend(hints(error).into_iter().map(|hint| format!("  {hint}")));
    if let Some(usage) = said(error, ContextKind::Usage) {
        let usage = usage.replace("[OPTIONS]", "[TÙY CHỌN]");
        lines.push(usage.replacen("Usage:", "Cách dùng:", 1));
    }
    lines.push("Xem hướng dẫn: thêm --help".to_owned());
    name_invisible(&lines.join("\n"))
}

/// What clap says of an error beside its kind.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is open; the rest are no words"
)]
fn said(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
    .filter(|text| !text.is_empty())
}

/// What is wrong, in one line; none if nothing is.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is open; of the rest none is met with these arguments"
)]
fn problem(error: &Error) -> Option<String> {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = said(error, ContextKind::InvalidSubcommand)?;
            format!("không có lệnh “{command}”")
        }
        ErrorKind::MissingSubcommand => "thiếu lệnh".to_owned(),
        ErrorKind::UnknownArgument => {
            format!("không có tùy chọn hoặc đối số “{}”", argument?)
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu {}", argument?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match value {
            Some(value) => format!("“{value}” không dùng được cho {}", argument?),
            None => format!("{} cần một giá trị", argument?),
        },
        ErrorKind::TooManyValues => {
            format!("{} không nhận giá trị “{}”", argument?, value?)
        }
        ErrorKind::ArgumentConflict => {
            let argument = argument?;
            match said(error, ContextKind::PriorArg) {
                Some(other) if other != argument => {
                    format!("{argument} không dùng cùng với {other}")
                }
                _ => format!("{argument} chỉ dùng được một lần"),
            }
        }
        ErrorKind::InvalidUtf8 => "đối số có ký tự không phải Unicode".to_owned(),
        _ => return None,
    })
}

/// What would be right, or was perhaps meant.
fn hints(error: &Error) -> Vec<String> {
    let mut hints = Vec::new();
    let choices = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    if let Some(names) = choices.into_iter().find_map(|kind| said(error, kind)) {
        hints.push(format!("một trong: {names}"));
    }
    let meant = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::SuggestedSubcommand,
    ];
    if let Some(names) = meant.into_iter().find_map(|kind| said(error, kind)) {
        hints.push(format!("có phải {names}?"));
    }
    if error.kind() == ErrorKind::ValueValidation {
        hints.extend(meaning(error));
    }
    let command = said(error, ContextKind::InvalidSubcommand);
    if let Some(path) = command.filter(|path| Path::new(path).exists()) {
        hints.push(format!("muốn lập văn bản từ đó: bienban build \"{path}\""));
    }
    hints
}

/// What an option of `build` takes; no other command has one whose value can be wrong in
/// such a way.
fn meaning(error: &Error) -> Option<String> {
    let argument = said(error, ContextKind::InvalidArg)?;
    let name = argument.strip_prefix("--")?.split(' ').next()?;
    let text = vietnamese::text("build", name)?;
    Some(format!("{argument}: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Option<Lang> {
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
        asked_lang(&words)
    }

    #[test]
    fn the_language_is_found_wherever_it_stands_and_whatever_else_is_wrong() {
        assert_eq!(asked(&["bienban", "--lang", "en", "x"]), Some(Lang::En));
        assert_eq!(
            asked(&["bienban", "x", "--nope", "--lang=VI"]),
            Some(Lang::Vi)
        );
        let twice = ["bienban", "--lang", "vi", "kinds", "--lang", "en"];
        assert_eq!(asked(&twice), Some(Lang::En));
        assert_eq!(asked(&["bienban", "--lang"]), None);
        assert_eq!(asked(&["bienban", "--lang", "fr"]), None);
        assert_eq!(
            asked(&["bienban", "explain", "out", "--", "--lang=en"]),
            None
        );
    }
}
