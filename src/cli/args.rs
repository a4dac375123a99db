//! What can be typed.

use bienban::pipeline::{Format, PaperKind, ProfileId};
use clap::builder::PossibleValue;
use clap::{ArgAction, ArgGroup, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;
use std::sync::LazyLock;

/// Writes the papers of party-cell congresses from their workbooks
///
/// Checks the workbooks, says who is elected, and writes the papers.
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of what is said (the system's)
    // read before all else, to say in it what is wrong with the rest
    #[arg(long, global = true, value_name = "LANG", ignore_case = true)]
    pub(crate) lang: Option<LangArgument>,
    #[command(flatten)]
    pub(crate) color: colorchoice_clap::Color,
    /// Print findings only
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Print version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read, check, count, write every paper of every cell
    Build(BuildArguments),
    /// Say what is wrong, and in which cell
    Check(CheckArguments),
    /// Say who is elected, and why
    Results {
        #[command(flatten)]
        inputs: Inputs,
        /// For people, or one JSON object a line
        #[arg(long, value_enum, ignore_case = true, default_value_t = ResultFormat::Text)]
        format: ResultFormat,
    },
    /// Say which cells and which rule a printed figure comes from
    Explain(ExplainArguments),
    /// Say whether the files are still those that were written
    Verify {
        /// The folder of a run, of one of its batches, or of one cell
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// List the papers
    Kinds,
    /// List what a template of a paper may use, or the markup of all
    Fields(FieldsArguments),
    /// The built-in templates
    Templates {
        #[command(subcommand)]
        command: TemplatesCommand,
    },
    /// Write a folder to start from: empty workbooks and a filled sample
    Init {
        /// The folder; nothing in it is written over
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Write to standard output what a shell completes the arguments with
    Completions {
        /// The shell
        #[arg(value_enum, value_name = "SHELL")]
        shell: Shell,
    },
    /// Write the manual page to standard output
    Man,
    /// Print help of the program or of a command
    Help {
        /// The command
        #[arg(value_name = "COMMAND")]
        command: Vec<String>,
    },
}

/// Options of `fields`.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct FieldsArguments {
    /// The kind of paper (see `kinds`)
    #[arg(value_enum, value_name = "KIND")]
    pub(crate) kind: Option<KindArgument>,
    /// The elements that templates write
    #[arg(long)]
    pub(crate) markup: bool,
}

/// How `explain` is called, as it is typed.
pub(crate) const EXPLAIN_USAGE: &str =
    "bienban explain <DIR> [TEXT] [--paper FILE] [OPTIONS]";

/// Options of `explain`.
#[derive(Debug, Args)]
#[command(
    group(ArgGroup::new("asked").args(["text", "paper"]).required(true).multiple(true)),
    // clap would name what is asked for before the folder
    override_usage = EXPLAIN_USAGE
)]
pub(crate) struct ExplainArguments {
    /// The folder of a run, of one of its batches, or of one cell
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// A figure, a name or a date as a paper prints it
    #[arg(value_name = "TEXT")]
    pub(crate) text: Option<String>,
    /// Every figure of this paper, or TEXT only where this paper prints it
    #[arg(long, value_name = "FILE")]
    pub(crate) paper: Option<String>,
}

/// What to do with the templates.
#[derive(Debug, Subcommand)]
pub(crate) enum TemplatesCommand {
    /// Write them into a folder, to be changed and passed back with --templates
    Export {
        /// The folder; files that are there stay as they are
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// Batches.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Folders of workbooks, or single workbooks
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) paths: Vec<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Also say how each sheet was understood (not with json)
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// How findings are printed; json goes to standard output
    #[arg(long, value_enum, ignore_case = true, default_value_t = FindingFormat::Text)]
    pub(crate) format: FindingFormat,
    /// Write a copy of each workbook into DIR, with a colour and a comment at each
    /// faulty cell
    #[arg(long, value_name = "DIR")]
    pub(crate) annotate: Option<PathBuf>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Where the papers go
    #[arg(short, long, value_name = "DIR", default_value = "out")]
    pub(crate) output: PathBuf,
    /// Formats
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        value_delimiter = ',',
        default_values_t = [FormatArgument::Docx, FormatArgument::Pdf]
    )]
    pub(crate) format: Vec<FormatArgument>,
    /// Only these kinds of paper (see `kinds`)
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        value_delimiter = ',',
        value_name = "KIND"
    )]
    pub(crate) only: Vec<KindArgument>,
    /// Only the cell of this name
    #[arg(long, value_name = "NAME")]
    pub(crate) cell: Option<String>,
    /// The form: of each paper's date, or one for all
    #[arg(long, value_enum, ignore_case = true, default_value_t = ProfileArgument::Auto)]
    pub(crate) profile: ProfileArgument,
    /// Templates that replace built-in ones of the same name (see `templates export`)
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    /// Also put all papers of the run into one zip file
    #[arg(long, value_name = "FILE", value_parser = zip_file)]
    pub(crate) zip: Option<PathBuf>,
    /// Also join all papers of a cell into one PDF file, `ho-so.pdf`
    #[arg(long)]
    pub(crate) merge: bool,
    /// How many cells are worked on side by side (as many as there are cores)
    #[arg(
        long,
        value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..=1024)
    )]
    pub(crate) jobs: Option<u16>,
    /// Make every paper anew, also those that are up to date
    #[arg(long)]
    pub(crate) force: bool,
}

/// A name that nothing but a zip file has: an older one is replaced.
fn zip_file(text: &str) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(text);
    let ending = path.extension().unwrap_or_default();
    if ending.eq_ignore_ascii_case("zip") {
        Ok(path)
    } else {
        Err("the name of the file must end in .zip")
    }
}

/// `--lang`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArgument {
    Vi,
    En,
}

/// `check --format`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingFormat {
    Text,
    Short,
    Json,
}

/// `results --format`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResultFormat {
    Text,
    Json,
}

/// `build --format`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArgument {
    Docx,
    Pdf,
}

impl From<FormatArgument> for Format {
    fn from(format: FormatArgument) -> Self {
        match format {
            FormatArgument::Docx => Self::Docx,
            FormatArgument::Pdf => Self::Pdf,
        }
    }
}

/// `build --profile`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProfileArgument {
    Auto,
    #[value(name = "party-2018")]
    Party2018,
    #[value(name = "party-2026")]
    Party2026,
}

impl ProfileArgument {
    /// The form, or none for that of each paper's date.
    pub(crate) fn chosen(self) -> Option<ProfileId> {
        match self {
            Self::Auto => None,
            Self::Party2018 => Some(ProfileId::Party2018),
            Self::Party2026 => Some(ProfileId::Party2026),
        }
    }
}

/// `build --only`: the slugs of the kinds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KindArgument(pub(crate) PaperKind);

impl ValueEnum for KindArgument {
    fn value_variants<'a>() -> &'a [Self] {
        static KINDS: LazyLock<Vec<KindArgument>> =
            LazyLock::new(|| PaperKind::ALL.into_iter().map(KindArgument).collect());
        &KINDS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.slug()).help(self.0.title()))
    }
}
