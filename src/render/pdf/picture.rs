//! Pictures as image objects, without decoding them again.
//!
//! PDF reads the data of JPEG as it is, and those of PNG too: both are deflated rows,
//! each with the filter that it was written with.

use super::subset::fingerprint;
use crate::document::{Picture, PictureFormat};
use crate::render::layout::{Item, Placed};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};
use std::collections::BTreeMap;

/// The name of a picture among a page's resources, drawn from its bytes.
pub(super) fn resource(picture: &Picture) -> XObjectId {
    let print = fingerprint(picture.bytes.iter().copied());
    XObjectId(format!("P{print:016x}"))
}

/// The pictures of a paper, each once.
pub(super) fn pictures(placed: &Placed) -> impl Iterator<Item = (XObjectId, XObject)> {
    let items = placed.pages.iter().flat_map(|page| &page.items);
    let pictures = items.filter_map(|item| match item {
        Item::Picture(placed) => Some((resource(&placed.picture), &placed.picture)),
        Item::Text(_) | Item::Rule(_) => None,
    });
    let once: Vec<(XObjectId, &Picture)> = pictures.fold(Vec::new(), |mut once, one| {
        if !once.iter().any(|(id, _)| *id == one.0) {
            once.push(one);
        }
        once
    });
    once.into_iter().map(|(id, picture)| (id, object(picture)))
}

fn object(picture: &Picture) -> XObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict: BTreeMap<String, DictItem> = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(picture.width))),
        ("Height", DictItem::Int(i64::from(picture.height))),
        ("ColorSpace", name("DeviceRGB")),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), value))
    .collect();
    let content = match picture.format {
        PictureFormat::Jpeg => {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
            picture.bytes.to_vec()
        }
        PictureFormat::Png => {
            dict.insert("Filter".to_owned(), name("FlateDecode"));
            let columns = i64::from(picture.width);
            let rows = [("Predictor", 15), ("Colors", 3), ("Columns", columns)];
            let rows = rows.map(|(key, value)| (key.to_owned(), DictItem::Int(value)));
            let parameters = DictItem::Dict { map: rows.into() };
            dict.insert("DecodeParms".to_owned(), parameters);
            deflated_rows(&picture.bytes)
        }
    };
    XObject::External(ExternalXObject {
        stream: ExternalStream {
            dict,
            content,
            compress: false,
        },
        width: None,
        height: None,
        dpi: None,
    })
}

/// The data of a PNG file: its chunks of type `IDAT`, joined.
///
/// Source: ISO/IEC 15948, 5.3: after eight bytes of signature, each chunk is its length,
/// its type, its data and a checksum.
fn deflated_rows(file: &[u8]) -> Vec<u8> {
    let mut data = Vec::with_capacity(file.len());
    let mut rest = file.get(8..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let Some((kind, after)) = after.split_first_chunk::<4>() else {
            break;
        };
        let Some((chunk, after)) = after.split_at_checked(length) else {
            break;
        };
        if kind == b"IDAT" {
            data.extend_from_slice(chunk);
        }
        rest = after.get(4..).unwrap_or_default();
    }
    data
}
