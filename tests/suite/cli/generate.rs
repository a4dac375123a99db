//! Completions and the manual.

use super::{run, run_in};

#[test]
fn each_shell_has_completions_of_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = run_in("en", &["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
        for word in ["build", "check", "results", "annotate", "templates"] {
            assert!(run.out.contains(word), "{shell}: {word}");
        }
        // clap's script for PowerShell knows no values
        let knows_values = shell != "powershell";
        assert_eq!(run.out.contains("party-2026"), knows_values, "{shell}");
    }
    assert_eq!(run(&["completions", "cmd"]).code, 2);
    assert_eq!(run(&["completions"]).code, 2);
}

#[test]
fn the_manual_has_a_section_for_each_command_and_says_global_options_once() {
    let english = run_in("en", &["man"]);
    assert_eq!((english.code, english.err.as_str()), (0, ""));
    let sections: Vec<&str> = english
        .out
        .lines()
        .filter_map(|line| line.strip_prefix(".SH "))
        .collect();
    for section in [
        "NAME",
        "OPTIONS",
        "\"BIENBAN BUILD\"",
        "\"BIENBAN TEMPLATES EXPORT\"",
    ] {
        assert!(sections.contains(&section), "{section}: {sections:?}");
    }
    assert_eq!(english.out.matches("Language of what is said").count(), 1);
    assert!(english.out.contains("Only these kinds of paper"));
    let vietnamese = run(&["man"]).out;
    assert_eq!(vietnamese.matches("Ngôn ngữ của thông báo").count(), 1);
    assert!(vietnamese.contains("Chỉ lập các loại văn bản này"));
}
