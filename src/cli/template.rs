//! `fields` and `templates`: for those who change templates.

use super::args::{FieldsArguments, TemplatesCommand};
use super::say::{self, Say, Task};
use super::{CLEAN, FAILED};
use bienban::pipeline::{
    Templates, TemplatesError, export_templates, fields, markup_elements, read_templates,
};
use std::path::Path;

/// Says what templates may use.
pub(super) fn tell(arguments: &FieldsArguments, say: &Say) {
    let lang = say.lang();
    let rows: Vec<[String; 3]> = match &arguments.kind {
        Some(kind) => fields(kind.0, lang)
            .into_iter()
            .map(|field| {
                let mark = if field.is_optional { "?" } else { "" };
                let kind = format!("{}{mark}", field.kind.name(lang));
                [field.path, kind, field.meaning]
            })
            .collect(),
        None => markup_elements(lang)
            .into_iter()
            .map(|it| [it.name, it.attributes, it.meaning.to_owned()])
            .collect(),
    };
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let (first, second) = (width(0), width(1).min(48));
    for [name, kind, meaning] in &rows {
        say::out(&format!("{name:first$}  {kind:second$}  {meaning}"));
    }
}

/// Writes the built-in templates; the exit code.
pub(super) fn run(command: &TemplatesCommand, say: &Say) -> u8 {
    let TemplatesCommand::Export { folder } = command;
    let lang = say.lang();
    match export_templates(folder) {
        Ok(exported) => {
            let folder = folder.display();
            let written = exported.written;
            let what = lang.pick("mẫu đã ghi vào", "templates written to");
            say.note(&format!("{written} {what} {folder}"));
            let kept =
                lang.pick("đã có, giữ nguyên", "is there already and stays as it is");
            for name in &exported.kept {
                say.note(&format!("  {name}: {kept}"));
            }
            CLEAN
        }
        Err(error) => {
            say::refusal(&error, &[], Task::Write(None), lang);
            FAILED
        }
    }
}

/// The templates to write papers with.
pub(super) fn chosen(folder: Option<&Path>, say: &Say) -> Result<Templates, u8> {
    let read = match folder {
        Some(folder) => read_templates(folder),
        None => Templates::built_in().map_err(TemplatesError::Faults),
    };
    read.map_err(|error| {
        match error {
            TemplatesError::Faults(findings) => say.findings_aside(findings.iter()),
            TemplatesError::Input(error) => {
                let what = say.lang().pick("không đọc được", "cannot read");
                say::failure(what, &error, Task::Read, say.lang());
            }
        }
        FAILED
    })
}
