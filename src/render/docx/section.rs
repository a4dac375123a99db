//! Sections: pages of one form, with their headers and numbers.

use super::normalise::{Extras, MarkupError, normalise};
use super::styles;
use super::unsigned;
use crate::document::profile::{PageForm, StyleKey};
use crate::render::flow::{FlowSection, PageNumbering};
use docx_rs::{
    Docx, Header, HeaderReference, PageMargin, PageNum, PageNumType, PageOrientationType,
    PageSize, Paragraph, SectionProperty,
};

/// The header of numbered pages, of first pages, and of pages without number, in the
/// order of [`headers`].
const NUMBERED: &str = "rIdHeader1";
const FIRST: &str = "rIdHeader2";
const EMPTY: &str = "rIdHeader3";

/// The headers of numbered pages, of first pages, and of pages without number.
pub(super) fn headers() -> Result<Vec<Vec<u8>>, MarkupError> {
    let number = || Paragraph::new().style(styles::id(StyleKey::PageNumber));
    let numbered = Header::new().add_paragraph(number().add_page_num(PageNum::new()));
    let first = Header::new().add_paragraph(number());
    let built = Docx::new().header(numbered).first_header(first).build();
    let nothing = Extras::default();
    let headers = built.headers.iter();
    let headers = headers.map(|header| normalise(header, &nothing));
    let mut headers = headers.collect::<Result<Vec<_>, _>>()?;
    headers.push(empty_header());
    Ok(headers)
}

/// The header of pages without number; it takes no room.
fn empty_header() -> Vec<u8> {
    let style = styles::id(StyleKey::Anchor);
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:hdr>"#,
        ),
        style = style,
    )
    .into_bytes()
}

/// Describes the pages of the last section.
pub(super) fn close(last: &mut SectionProperty, section: &FlowSection) {
    let own = property(section);
    last.page_size = own.page_size;
    last.page_margin = own.page_margin;
    last.title_pg = own.title_pg;
    last.page_num_type = own.page_num_type;
    last.header_reference = own.header_reference;
    last.first_header_reference = own.first_header_reference;
}

/// The pages of a section.
pub(super) fn property(section: &FlowSection) -> SectionProperty {
    let form = &section.form;
    let mut size = PageSize::new().size(unsigned(form.width), unsigned(form.height));
    if form.width > form.height {
        size = size.orient(PageOrientationType::Landscape);
    }
    let mut property = SectionProperty::new()
        .page_size(size)
        .page_margin(margins(form));
    let header = |id: &str| Some(HeaderReference::new("default", id));
    match section.numbering {
        PageNumbering::FromOne => {
            property.header_reference = header(NUMBERED);
            property.first_header_reference = Some(HeaderReference::new("first", FIRST));
            property.title_pg = true;
            property.page_num_type = Some(PageNumType::new().start(1));
        }
        PageNumbering::Continued => property.header_reference = header(NUMBERED),
        PageNumbering::Absent => property.header_reference = header(EMPTY),
    }
    property
}

/// The form gives no place for a footer; Word wants one, and it stays empty.
fn margins(page: &PageForm) -> PageMargin {
    PageMargin {
        top: page.top.to_twips(),
        bottom: page.bottom.to_twips(),
        left: page.left.to_twips(),
        right: page.right.to_twips(),
        header: page.header.to_twips(),
        footer: page.header.to_twips(),
        gutter: 0,
    }
}
