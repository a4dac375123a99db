//! Pictures in the line of their paragraph.
//!
//! docx-rs numbers pictures from a counter of the process and has no alternative text,
//! so their markup is written here.

use super::text::printable;
use crate::document::{Length, Picture, PictureFormat};
use crate::render::flow::FlowPicture;
use quick_xml::escape::escape;

/// A picture where it is seen.
#[derive(Debug)]
pub(super) struct Drawing {
    /// Its place among the parts.
    place: usize,
    /// Different for each drawing of the document.
    number: usize,
    alt: String,
    width: Length,
    height: Length,
}

/// The name of a picture's part below `word/`.
pub(super) fn part_name(place: usize, picture: &Picture) -> String {
    let ending = match picture.format {
        PictureFormat::Jpeg => "jpeg",
        PictureFormat::Png => "png",
    };
    format!("media/image{}.{ending}", place + 1)
}

/// The name of a picture among the relations of the document.
pub(super) fn relation(place: usize) -> String {
    format!("rIdImage{}", place + 1)
}

impl Drawing {
    pub(super) fn new(picture: &FlowPicture, place: usize, number: usize) -> Self {
        Self {
            place,
            number,
            alt: picture.alt.clone(),
            width: picture.width,
            height: picture.height,
        }
    }

    /// `w:drawing`; a twip is 635 units of DrawingML.
    pub(super) fn markup(&self) -> String {
        let units = |length: Length| i64::from(length.to_twips()) * 635;
        let alt: String = self.alt.chars().filter_map(printable).collect();
        format!(
            concat!(
                r#"<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">"#,
                r#"<wp:extent cx="{width}" cy="{height}"/>"#,
                r#"<wp:docPr id="{number}" name="Hình {number}" descr="{alt}"/>"#,
                r#"<wp:cNvGraphicFramePr>"#,
                r#"<a:graphicFrameLocks xmlns:a="{main}" noChangeAspect="1"/>"#,
                r#"</wp:cNvGraphicFramePr>"#,
                r#"<a:graphic xmlns:a="{main}"><a:graphicData uri="{pic}">"#,
                r#"<pic:pic xmlns:pic="{pic}"><pic:nvPicPr>"#,
                r#"<pic:cNvPr id="{number}" name="Hình {number}" descr="{alt}"/>"#,
                r#"<pic:cNvPicPr/></pic:nvPicPr>"#,
                r#"<pic:blipFill><a:blip r:embed="{relation}"/>"#,
                r#"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
                r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/>"#,
                r#"<a:ext cx="{width}" cy="{height}"/></a:xfrm>"#,
                r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>"#,
                r#"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"#,
            ),
            main = "http://schemas.openxmlformats.org/drawingml/2006/main",
            pic = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            width = units(self.width),
            height = units(self.height),
            number = self.number,
            alt = escape(alt),
            relation = relation(self.place),
        )
    }
}
