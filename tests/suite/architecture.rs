//! The data flow is the architecture: checked against the source text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which stages a stage may name beside itself.
fn allowed(stage: &str) -> Option<&'static [&'static str]> {
    Some(match stage {
        "diagnostic" | "document" => &[],
        "model" => &["diagnostic"],
        "import" | "rules" => &["diagnostic", "model"],
        "template" => &["diagnostic", "document", "model", "rules"],
        "render" => &["diagnostic", "document"],
        "pipeline" => &[
            "diagnostic",
            "document",
            "import",
            "model",
            "render",
            "rules",
            "template",
        ],
        "cli" => &["diagnostic", "pipeline"],
        _ => return None,
    })
}

/// Outside crates and the places that may name them.
const DOORS: &[(&str, &[&str])] = &[
    ("calamine", &["src/import/workbook"]),
    ("memchr", &["src/import/workbook"]),
    (
        "handlebars",
        &[
            "src/template/compile.rs",
            "src/template/engine.rs",
            "src/template/keys.rs",
        ],
    ),
    ("schemars", &["src/template/"]),
    (
        "quick_xml",
        &[
            "src/template/markup/node.rs",
            "src/render/docx/",
            "src/import/workbook/",
            "src/pipeline/annotate/",
        ],
    ),
    ("image", &["src/document/picture.rs"]),
    ("docx_rs", &["src/render/docx/"]),
    (
        "zip",
        &[
            "src/render/docx/",
            "src/import/workbook",
            "src/pipeline/annotate/package.rs",
            "src/pipeline/bundle.rs",
        ],
    ),
    ("cfb", &["src/import/workbook/guard/"]),
    ("encoding_rs", &["src/import/workbook/guard/text.rs"]),
    ("csv", &["src/import/workbook/delimited.rs"]),
    ("html5gum", &["src/import/workbook/web_page.rs"]),
    // tests of the import build their workbooks with it
    (
        "rust_xlsxwriter",
        &[
            "src/pipeline/annotate/",
            "src/pipeline/starter/",
            "src/import/",
        ],
    ),
    ("printpdf", &["src/render/pdf/"]),
    ("lopdf", &["src/render/pdf/"]),
    ("subsetter", &["src/render/pdf/"]),
    (
        "flate2",
        &["src/render/deflate.rs", "src/render/pdf/tests.rs"],
    ),
    (
        "ttf_parser",
        &["src/render/font.rs", "src/render/pdf/unhinted.rs"],
    ),
    ("mimalloc", &["src/main.rs"]),
    ("sha2", &["src/pipeline/hash.rs"]),
    ("strsim", &["src/diagnostic/nearest.rs"]),
    ("unicode_width", &["src/diagnostic/understood.rs"]),
    ("time", &["src/model/date.rs"]),
    ("toml", &["src/rules/ruleset/"]),
    ("rayon", &["src/pipeline/survey", "src/cli"]),
    ("rustix", &["src/pipeline/store/"]),
    ("ctrlc", &["src/cli/build/"]),
    ("clap", &["src/cli"]),
    ("clap_complete", &["src/cli"]),
    ("clap_mangen", &["src/cli/generate.rs"]),
    ("indicatif", &["src/cli"]),
    ("anstream", &["src/cli"]),
    ("anstyle", &["src/cli"]),
    ("sys_locale", &["src/cli"]),
];

#[test]
fn every_stage_names_only_the_stages_before_it() {
    let faults: Vec<String> = code_lines()
        .flat_map(|line| {
            let stage = stage_of(&line.path);
            let names = line.names_after("crate::").into_iter();
            let names = names.chain(line.names_after("bienban::"));
            let forbidden = names.filter(|name| {
                let may = allowed(&stage);
                allowed(name).is_some()
                    && *name != stage
                    && may.is_some_and(|may| !may.contains(&name.as_str()))
            });
            let shown = line.shown();
            forbidden
                .map(|name| format!("{shown}: {stage} must not name {name}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn stages_are_imported_one_line_each() {
    let grouped = code_lines().filter(|line| line.text.contains("use crate::{"));
    let shown: Vec<String> = grouped.map(|line| line.shown()).collect();
    assert!(
        shown.is_empty(),
        "one `use` for each stage:\n{}",
        shown.join("\n")
    );
}

#[test]
fn every_outside_crate_is_named_behind_its_door() {
    let faults: Vec<String> = code_lines()
        .filter_map(|line| {
            let path = line.path.to_string_lossy().into_owned();
            let (name, doors) = DOORS.iter().find(|(name, doors)| {
                line.names_crate(name) && !doors.iter().any(|door| path.starts_with(door))
            })?;
            Some(format!(
                "{}: {name} belongs in {}",
                line.shown(),
                doors.join(", ")
            ))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_door_is_used() {
    let mut used: BTreeMap<&str, bool> = DOORS.iter().map(|(n, _)| (*n, false)).collect();
    for line in code_lines() {
        for (name, is_used) in &mut used {
            *is_used |= line.names_crate(name);
        }
    }
    let unused: Vec<&&str> = used
        .iter()
        .filter(|(_, it)| !**it)
        .map(|(n, _)| n)
        .collect();
    assert!(unused.is_empty(), "no code names {unused:?}");
}

/// Votes are whole numbers: what counts, what decides and what they are kept in.
#[test]
fn no_float_is_named_where_votes_are_counted() {
    let counts = |line: &Line| {
        ["src/rules", "src/model"]
            .iter()
            .any(|stage| line.path.starts_with(stage))
    };
    let floats: Vec<String> = code_lines()
        .filter(counts)
        .filter(|line| {
            let mut words = line.text.split(|c| !is_word(c));
            words.any(|word| word.ends_with("f32") || word.ends_with("f64"))
        })
        .map(|line| line.shown())
        .collect();
    assert!(floats.is_empty(), "\n{}", floats.join("\n"));
    // and the compiler refuses arithmetic whose types are not named
    let rules = fs::read_to_string("src/rules/mod.rs").unwrap();
    assert!(rules.contains("#![deny(\n    clippy::float_arithmetic,"));
}

#[test]
fn a_release_stops_at_a_number_that_wraps() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let release = manifest.split("[profile.release]").nth(1).unwrap();
    let release = release.split("\n[").next().unwrap();
    let is_set = |line: &str| line.starts_with("overflow-checks = true");
    assert!(release.lines().any(is_set));
}

/// A line of code under `src`; comments are left out.
struct Line {
    path: PathBuf,
    number: usize,
    text: String,
}

impl Line {
    fn shown(&self) -> String {
        format!("{}:{}", self.path.display(), self.number)
    }

    /// The names that follow a path's beginning.
    fn names_after(&self, start: &str) -> Vec<String> {
        let mut names = Vec::new();
        for (at, _) in self.text.match_indices(start) {
            let before = self.text[..at].chars().next_back();
            if before.is_none_or(|c| !is_word(c) && c != ':') {
                let rest = &self.text[at + start.len()..];
                names.push(rest.chars().take_while(|c| is_word(*c)).collect());
            }
        }
        names
    }

    fn names_crate(&self, name: &str) -> bool {
        !self.names_after(&format!("{name}::")).is_empty()
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn code_lines() -> impl Iterator<Item = Line> {
    let mut paths = Vec::new();
    collect(Path::new("src"), &mut paths);
    paths.sort();
    assert!(paths.len() > 40, "the sources are where the test looks");
    paths.into_iter().flat_map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<Line> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| Line {
                path: path.clone(),
                number: index + 1,
                text: line.to_owned(),
            })
            .collect();
        lines
    })
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// `src/render/pdf/paint.rs` is of `render`, `src/cli.rs` of `cli`.
fn stage_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside.iter().next().unwrap().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}
