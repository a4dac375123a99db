//! The parts of the package, in their order.
//!
//! docx-rs would pack a comments part that nothing refers to, settings for East Asian
//! text and properties without title. What is the same in every paper is in
//! [`constant`](super::constant). Order and times are fixed, so that the same paper
//! always has the same bytes.

use super::constant::{
    APPLICATION, CONTENT_TYPES, DOCUMENT_RELATIONS, FONT_TABLE, PACKAGE_RELATIONS,
    SETTINGS, THEME,
};
use super::container::Container;
use super::picture::{part_name, relation};
use super::text::printable;
use crate::document::{Meta, Picture};
use crate::render::deflate::Deflater;
use quick_xml::escape::escape;
use std::io;

/// A package but for what only one paper has: what it says of itself, and its text.
#[derive(Debug)]
pub(super) struct Base(Container);

impl Base {
    /// Packs what papers of a form share; Word and checkers want the content types first.
    ///
    /// `headers` are those of later pages, of the first, and of pages without number:
    /// `rIdHeader1`, `2`, `3`. Pictures stand in the order of their parts.
    pub(super) fn pack(
        styles: &str,
        headers: &[Vec<u8>],
        pictures: &[Picture],
        deflater: &mut Deflater,
    ) -> io::Result<Self> {
        let mut container = Container::default();
        let mut add = |name: &str, part: &[u8]| container.add(name, part, deflater);
        add("[Content_Types].xml", CONTENT_TYPES.as_bytes())?;
        add("_rels/.rels", PACKAGE_RELATIONS.as_bytes())?;
        add("docProps/app.xml", APPLICATION.as_bytes())?;
        let relations = document_relations(pictures);
        add("word/_rels/document.xml.rels", relations.as_bytes())?;
        add("word/fontTable.xml", FONT_TABLE.as_bytes())?;
        for (header, number) in headers.iter().zip(1..) {
            add(&format!("word/header{number}.xml"), header)?;
        }
        for (place, picture) in pictures.iter().enumerate() {
            let name = format!("word/{}", part_name(place, picture));
            add(&name, &picture.bytes)?;
        }
        add("word/settings.xml", SETTINGS.as_bytes())?;
        add("word/styles.xml", styles.as_bytes())?;
        add("word/theme/theme1.xml", THEME.as_bytes())?;
        Ok(Self(container))
    }

    /// The package of a paper.
    pub(super) fn complete(
        &self,
        document: &[u8],
        meta: &Meta,
        deflater: &mut Deflater,
    ) -> io::Result<Vec<u8>> {
        let mut container = self.0.with_room(2048 + document.len() / 4);
        let properties = core_properties(meta);
        container.add_short("docProps/core.xml", properties.as_bytes())?;
        container.add("word/document.xml", document, deflater)?;
        container.finish()
    }
}

/// What a document refers to: the parts of every one, and its own pictures.
fn document_relations(pictures: &[Picture]) -> String {
    let picture = |(place, picture): (usize, &Picture)| {
        format!(
            concat!(
                r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/"#,
                r#"officeDocument/2006/relationships/image" Target="{target}"/>"#,
            ),
            id = relation(place),
            target = part_name(place, picture),
        )
    };
    let own: String = pictures.iter().enumerate().map(picture).collect();
    format!("{DOCUMENT_RELATIONS}{own}</Relationships>")
}

/// `core.xml`; the paper's date is that of the file, or the first day of Unix time
/// where it has none, because no clock is read.
fn core_properties(meta: &Meta) -> String {
    let text = |text: &str| {
        let printed: String = text.chars().filter_map(printable).collect();
        escape(printed).into_owned()
    };
    let date = meta.date.map_or_else(
        || "1970-01-01".to_owned(),
        |date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
    );
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
            r#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/""#,
            r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#,
            r#"<dc:title>{title}</dc:title><dc:creator>{issuer}</dc:creator>"#,
            r#"<cp:lastModifiedBy>{issuer}</cp:lastModifiedBy><cp:revision>1</cp:revision>"#,
            r#"<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>"#,
            r#"<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:modified>"#,
            r#"<dc:language>{language}</dc:language></cp:coreProperties>"#,
        ),
        title = text(&meta.title),
        issuer = text(&meta.issuer),
        language = text(&meta.language),
        date = date,
    )
}

#[cfg(test)]
pub(crate) use reading::{paragraphs, part, part_names, plain_text};

#[cfg(test)]
mod reading {
    //! Reads a package back, by other means than it was written.

    use quick_xml::Reader;
    use quick_xml::events::Event;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    /// The text of one part of a package.
    pub(crate) fn part(docx: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
        let mut text = String::new();
        let mut part = archive.by_name(name).unwrap();
        part.read_to_string(&mut text).unwrap();
        text
    }

    /// The names of all parts, in the order of the package.
    pub(crate) fn part_names(docx: &[u8]) -> Vec<String> {
        let archive = ZipArchive::new(Cursor::new(docx)).unwrap();
        archive.file_names().map(str::to_owned).collect()
    }

    /// The text of the body, one line for each paragraph that has any: a no-break hyphen
    /// is a hyphen, a line break inside a paragraph a space.
    pub(crate) fn plain_text(docx: &[u8]) -> String {
        let document = part(docx, "word/document.xml");
        let paragraphs = paragraphs(&document);
        let said = paragraphs.iter().map(|(_, text)| text.as_str());
        let lines: Vec<&str> = said.filter(|text| !text.is_empty()).collect();
        lines.join("\n")
    }

    /// Style and text of each paragraph of a part.
    pub(crate) fn paragraphs(xml: &str) -> Vec<(String, String)> {
        let mut reader = Reader::from_str(xml);
        let mut paragraphs: Vec<(String, String)> = Vec::new();
        let mut is_text = false;
        loop {
            let event = reader.read_event().unwrap();
            if let Event::Start(tag) = &event {
                is_text = tag.name().as_ref() == b"w:t";
                if tag.name().as_ref() == b"w:p" {
                    paragraphs.push((String::new(), String::new()));
                }
            }
            let last = paragraphs.last_mut();
            match (event, last) {
                (Event::Eof, _) => return paragraphs,
                (Event::End(_), _) => is_text = false,
                (Event::Empty(tag), Some((style, text))) => match tag.name().as_ref() {
                    b"w:pStyle" => {
                        let value = tag.try_get_attribute("w:val").unwrap().unwrap();
                        *style = String::from_utf8(value.value.into_owned()).unwrap();
                    }
                    b"w:noBreakHyphen" => text.push('-'),
                    b"w:br" => text.push(' '),
                    _ => {}
                },
                (Event::Text(piece), Some((_, text))) if is_text => {
                    text.push_str(&piece.decode().unwrap());
                }
                (Event::GeneralRef(name), Some((_, text))) if is_text => {
                    let entity = name.decode().unwrap();
                    let value = match name.resolve_char_ref().unwrap() {
                        Some(character) => character.to_string(),
                        None => quick_xml::escape::resolve_predefined_entity(&entity)
                            .unwrap()
                            .to_owned(),
                    };
                    text.push_str(&value);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{docx, minutes};
    use super::{part, part_names};

    #[test]
    fn every_relation_of_the_document_has_its_part() {
        let docx = docx(&minutes());
        let relations = part(&docx, "word/_rels/document.xml.rels");
        let names = part_names(&docx);
        for target in relations.split("Target=\"").skip(1) {
            let target = target.split('"').next().unwrap();
            assert!(names.contains(&format!("word/{target}")), "{target}");
        }
        for id in part(&docx, "word/document.xml").split("r:id=\"").skip(1) {
            let id = id.split('"').next().unwrap();
            assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
        }
        let types = part(&docx, "[Content_Types].xml");
        for typed in types.split("PartName=\"/").skip(1) {
            let name = typed.split('"').next().unwrap();
            assert!(names.iter().any(|other| other == name), "{name}");
        }
        assert!(!types.contains("comments"));
    }

    #[test]
    fn properties_name_the_paper_its_issuer_and_its_date() {
        let xml = part(&docx(&minutes()), "docProps/core.xml");
        assert!(
            xml.contains(
                "<dc:title>Biên bản Đại hội Chi bộ Khu phố 3 &amp; 4</dc:title>"
            )
        );
        assert!(xml.contains("<dc:creator>Chi bộ Khu phố 3</dc:creator>"));
        assert!(xml.contains("<dc:language>vi-VN</dc:language>"));
        assert_eq!(xml.matches(">2025-04-26T00:00:00Z<").count(), 2);
    }

    #[test]
    fn a_paper_without_date_is_of_the_first_day_of_unix() {
        let mut document = minutes();
        document.meta.date = None;
        document.meta.title = "A\u{0}B\nC".to_owned();
        let xml = part(&docx(&document), "docProps/core.xml");
        assert_eq!(xml.matches(">1970-01-01T00:00:00Z<").count(), 2);
        assert!(xml.contains("<dc:title>AB C</dc:title>"));
    }

    #[test]
    fn the_same_paper_gives_the_same_bytes() {
        assert_eq!(docx(&minutes()), docx(&minutes()));
    }
}
