//! What the file says of itself, twice: as XMP and as the older information dictionary.
//!
//! Both must agree (ISO 19005-2, 6.6.3), so both are written here from the same values.

use crate::document::{Meta, PaperDate};
use lopdf::{Dictionary, Object, dictionary};

/// Names the program in both; a constant of the build, not of the machine.
const PROGRAM: &str = concat!("bienban ", env!("CARGO_PKG_VERSION"));

/// Dates a paper without a date, so that no clock is read.
const EPOCH: PaperDate = PaperDate {
    year: 1970,
    month: 1,
    day: 1,
};

/// The information dictionary.
pub(super) fn info(meta: &Meta) -> Dictionary {
    let PaperDate { year, month, day } = meta.date.unwrap_or(EPOCH);
    let date = Object::string_literal(format!("D:{year:04}{month:02}{day:02}000000Z"));
    dictionary! {
        "Title" => lopdf::text_string(&meta.title),
        "Author" => lopdf::text_string(&meta.issuer),
        "Creator" => lopdf::text_string(PROGRAM),
        "Producer" => lopdf::text_string(PROGRAM),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// The XMP packet.
///
/// PDF/UA's own schema has to be described, because PDF/A knows only its own (ISO
/// 19005-2, 6.6.2.3).
pub(super) fn xmp(meta: &Meta) -> String {
    let PaperDate { year, month, day } = meta.date.unwrap_or(EPOCH);
    let date = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let title = escaped(&meta.title);
    let issuer = escaped(&meta.issuer);
    let language = escaped(&meta.language);
    format!(
        r#"<?xpacket begin="{begin}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{issuer}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<pdf:Producer>{PROGRAM}</pdf:Producer>
</rdf:Description>
{UA_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        begin = '\u{feff}',
    )
}

const UA_SCHEMA: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

/// Text as XML takes it; characters that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_with_marks_of_xml_stays_text() {
        assert_eq!(escaped("A & B <\u{1}C>"), "A &amp; B &lt;C&gt;");
    }

    #[test]
    fn a_paper_without_a_date_is_dated_1970() {
        let meta = Meta {
            title: String::new(),
            issuer: String::new(),
            language: "vi-VN".to_owned(),
            date: None,
        };
        assert!(xmp(&meta).contains("<xmp:CreateDate>1970-01-01T00:00:00Z<"));
    }
}
