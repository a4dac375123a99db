//! What is derived from the arguments themselves: completions of shells and the manual.

use super::args::EXPLAIN_USAGE;
use super::usage;
use bienban::diagnostic::Lang;
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;

/// The name that the program is called by.
const NAME: &str = "bienban";

/// The script with which a shell completes the arguments.
pub(super) fn completions(shell: Shell, lang: Lang) -> Vec<u8> {
    let mut script = Vec::new();
    let mut program = with_values(usage::command(lang));
    clap_complete::generate(shell, &mut program, NAME, &mut script);
    script
}

/// Tells the values of every argument, also those that help tells in its own words.
fn with_values(command: Command) -> Command {
    command
        .mut_args(|argument| argument.hide_possible_values(false))
        .mut_subcommands(with_values)
}

/// The manual page (troff): the program, then each of its commands in a section.
///
/// One page for all, since one can be written to standard output and put anywhere.
pub(super) fn manual(lang: Lang) -> Vec<u8> {
    let mut page = Vec::new();
    let mut program = usage::command(lang);
    program.build();
    // a vector takes all that is written
    let written = write_manual(&program, &mut page);
    debug_assert!(written.is_ok());
    page
}

fn write_manual(program: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(program.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    write_commands(program, page)?;
    man.render_version_section(page)
}

/// Describes the commands below a command, and those below each.
fn write_commands(above: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let commands = above.get_subcommands();
    for command in commands.filter(|command| command.get_name() != "help") {
        let name = command.get_bin_name().unwrap_or(command.get_name());
        page.extend_from_slice(format!(".SH \"{}\"\n", name.to_uppercase()).as_bytes());
        let global =
            |id: &clap::Id| ["lang", "color", "quiet", "help"].contains(&id.as_str());
        let ids: Vec<clap::Id> = command
            .get_arguments()
            .map(|argument| argument.get_id().clone())
            .filter(global)
            .collect();
        // said once, of the program
        let own = ids.into_iter().fold(command.clone(), |own, id| {
            own.mut_arg(id, |it| it.hide(true))
        });
        let man = Man::new(own);
        let mut sections = Vec::new();
        if command.get_name() == "explain" {
            sections.extend(synopsis(EXPLAIN_USAGE).bytes());
        } else {
            man.render_synopsis_section(&mut sections)?;
        }
        man.render_description_section(&mut sections)?;
        man.render_options_section(&mut sections)?;
        let sections = String::from_utf8_lossy(&sections).replace(".SH ", ".SS ");
        page.extend_from_slice(sections.as_bytes());
        write_commands(command, page)?;
    }
    Ok(())
}

/// The section of a command whose usage does not follow from its arguments.
fn synopsis(usage: &str) -> String {
    let usage = usage.replace(" [OPTIONS]", "").replace('-', "\\-");
    format!(".SH SYNOPSIS\n{usage}\n")
}
