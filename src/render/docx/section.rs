//! Sections: pages of one form, with their headers and numbers.

use super::normalise::{MarkupError, normalise};
use super::stencil::Form;
use super::{styles, unsigned};
use crate::document::profile::{PageForm, StyleKey};
use crate::render::flow::PageNumbering;
use docx_rs::{
    BuildXML, Docx, Header, HeaderReference, PageMargin, PageNum, PageNumType,
    PageOrientationType, PageSize, Paragraph, SectionProperty,
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
    let headers = built.headers.iter().map(|header| normalise(header));
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

/// The pages of a section.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SectionForm {
    pub(super) page: PageForm,
    pub(super) numbering: PageNumbering,
}

impl Form for SectionForm {
    /// It has no content.
    const END: &'static str = "";

    fn built(&self) -> Vec<u8> {
        let page = &self.page;
        let mut size = PageSize::new().size(unsigned(page.width), unsigned(page.height));
        if page.width > page.height {
            size = size.orient(PageOrientationType::Landscape);
        }
        let mut property = SectionProperty::new()
            .page_size(size)
            .page_margin(margins(page));
        let header = |id: &str| Some(HeaderReference::new("default", id));
        match self.numbering {
            PageNumbering::FromOne => {
                property.header_reference = header(NUMBERED);
                let first = HeaderReference::new("first", FIRST);
                property.first_header_reference = Some(first);
                property.title_pg = true;
                property.page_num_type = Some(PageNumType::new().start(1));
            }
            PageNumbering::Continued => property.header_reference = header(NUMBERED),
            PageNumbering::Absent => property.header_reference = header(EMPTY),
        }
        property.build()
    }
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
