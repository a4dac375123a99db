//! The parts of a workbook file: those that are not changed stay as they are packed.

use super::xml::{Fault, Walk, attribute, escaped, odd, with_child};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Where relationships of the format live.
const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships";
/// Where their types live.
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Bytes of all parts that are read, when unpacked; the import has not looked at all of
/// them.
const UNPACKED: u64 = 200 << 20;

/// A workbook file that is being changed.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    changed: BTreeMap<String, String>,
    /// Bytes of the parts read so far.
    read: BTreeMap<String, u64>,
    limit: u64,
}

/// A part that another one names.
#[derive(Debug, Clone)]
pub(super) struct Related {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `comments`.
    pub(super) kind: String,
    /// Its name in the package.
    pub(super) part: String,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        Ok(Self {
            archive: ZipArchive::new(Cursor::new(bytes))?,
            changed: BTreeMap::new(),
            read: BTreeMap::new(),
            limit: UNPACKED,
        })
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.changed.contains_key(part) || self.archive.index_for_name(part).is_some()
    }

    /// The text of a part.
    pub(super) fn text(&mut self, part: &str) -> Result<String, Fault> {
        if let Some(text) = self.changed.get(part) {
            return Ok(text.clone());
        }
        let mut text = String::new();
        let others = self.read.iter().filter(|(other, _)| *other != part);
        let taken: u64 = others.map(|(_, size)| size).sum();
        let left = self.limit.saturating_sub(taken);
        let file = self.archive.by_name(part)?;
        file.take(left.saturating_add(1))
            .read_to_string(&mut text)?;
        let size = u64::try_from(text.len())?;
        if size > left {
            return Err(odd("parts beyond the limit"));
        }
        self.read.insert(part.to_owned(), size);
        Ok(text)
    }

    pub(super) fn put(&mut self, part: &str, text: String) {
        self.changed.insert(part.to_owned(), text);
    }

    /// The parts that a part names; outside links are left out.
    pub(super) fn related(&mut self, part: &str) -> Result<Vec<Related>, Fault> {
        let rels = rels_of(part);
        let mut all = Vec::new();
        if !self.has(&rels) {
            return Ok(all);
        }
        let text = self.text(&rels)?;
        let mut walk = Walk::new(&text);
        while let Some(piece) = walk.next()? {
            let Some(tag) = piece.begins("Relationship") else {
                continue;
            };
            let is_outside =
                attribute(tag, "TargetMode").is_some_and(|it| it == "External");
            let (id, kind) = (attribute(tag, "Id"), attribute(tag, "Type"));
            if let (false, Some(id), Some(kind), Some(target)) =
                (is_outside, id, kind, attribute(tag, "Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let part = resolved(part, &target);
                all.push(Related { id, kind, part });
            }
        }
        Ok(all)
    }

    /// Names a part from another one; the new relationship.
    pub(super) fn relate(
        &mut self,
        from: &str,
        kind: &str,
        target: &str,
    ) -> Result<String, Fault> {
        let rels = rels_of(from);
        let text = if self.has(&rels) {
            self.text(&rels)?
        } else {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
                 <Relationships xmlns=\"{RELATIONSHIPS}\"/>"
            )
        };
        let free = (1..).map(|number| format!("rIdBienban{number}"));
        let id = free
            .into_iter()
            .find(|id| !text.contains(&format!("\"{id}\"")));
        let id = id.ok_or_else(|| odd("no free name"))?;
        let text = with_child(&text, "Relationships", |prefix| {
            format!(
                "<{prefix}Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" \
                 Target=\"{}\"/>",
                escaped(target)
            )
        })?;
        self.put(&rels, text);
        Ok(id)
    }

    /// Says what kind of content a new part has.
    pub(super) fn declare(&mut self, part: &str, kind: &str) -> Result<(), Fault> {
        self.add_type(&format!(
            "Override PartName=\"/{part}\" ContentType=\"{kind}\"/>"
        ))
    }

    /// Says what kind of content an ending means, unless that is said.
    pub(super) fn declare_ending(
        &mut self,
        ending: &str,
        kind: &str,
    ) -> Result<(), Fault> {
        let types = self.text(CONTENT_TYPES)?;
        let mut walk = Walk::new(&types);
        while let Some(piece) = walk.next()? {
            let tag = piece.begins("Default");
            let said = tag.and_then(|tag| attribute(tag, "Extension"));
            if said.is_some_and(|it| it.eq_ignore_ascii_case(ending)) {
                return Ok(());
            }
        }
        self.add_type(&format!(
            "Default Extension=\"{ending}\" ContentType=\"{kind}\"/>"
        ))
    }

    fn add_type(&mut self, tag: &str) -> Result<(), Fault> {
        let types = self.text(CONTENT_TYPES)?;
        let types = with_child(&types, "Types", |prefix| format!("<{prefix}{tag}"))?;
        self.put(CONTENT_TYPES, types);
        Ok(())
    }

    /// A name that no part has yet: `start`, a number, `end`.
    pub(super) fn free_name(&self, start: &str, end: &str) -> String {
        let mut number = 1_u32;
        while self.has(&format!("{start}{number}{end}")) {
            number = number.saturating_add(1);
        }
        format!("{start}{number}{end}")
    }

    /// The file; parts keep their order, new ones follow.
    pub(super) fn packed(mut self) -> Result<Vec<u8>, Fault> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index)?;
            let name = part.name().to_owned();
            if let Some(text) = self.changed.remove(&name) {
                drop(part);
                out.start_file(name, options)?;
                out.write_all(text.as_bytes())?;
            } else {
                out.raw_copy_file(part)?;
            }
        }
        for (name, text) in self.changed {
            out.start_file(name, options)?;
            out.write_all(text.as_bytes())?;
        }
        Ok(out.finish()?.into_inner())
    }
}

/// The part that says what kind of content each part has.
pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// `xl/workbook.xml` has its relationships in `xl/_rels/workbook.xml.rels`.
fn rels_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The part that a target means, seen from a part.
fn resolved(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            name => folders.push(name),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_together_are_read_up_to_the_limit() {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        for part in ["a", "b", "c"] {
            file.start_file(part, SimpleFileOptions::default()).unwrap();
            file.write_all(&[b' '; 400]).unwrap();
        }
        let bytes = file.finish().unwrap().into_inner();
        let mut package = Package::open(&bytes).unwrap();
        package.limit = 1000;
        assert!(package.text("a").is_ok());
        assert!(package.text("b").is_ok());
        assert!(package.text("a").is_ok(), "the same once more");
        assert!(package.text("c").is_err());
    }
}
