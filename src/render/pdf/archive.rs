//! What printpdf's document lacks to be an archive that assistive technology can read.
//!
//! Source: ISO 19005-2 (PDF/A-2), level A; ISO 14289-1 (PDF/UA-1).

use super::deflate::Deflater;
use super::paint::Painted;
use super::subset::{Widths, fingerprint};
use super::{PdfError, metadata, outline, structure};
use crate::document::Meta;
use crate::render::layout::{Page, Placed};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

/// The colours of the output: sRGB, 736 bytes.
const SRGB: &[u8] = include_bytes!("../../../templates/srgb-v2-magic.icc");

/// Capital letters of Liberation Serif are 1341 of 2048 high; printpdf gives the ascent.
const CAP_HEIGHT: i64 = 655;

/// Completes a document.
pub(super) fn complete(
    document: &mut Document,
    placed: &Placed,
    meta: &Meta,
    painted: Vec<Painted>,
    widths: &[Widths],
) -> Result<(), PdfError> {
    "1.7".clone_into(&mut document.version);
    // four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2)
    document.binary_mark = vec![0xe2, 0xe3, 0xcf, 0xd3];
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let root = structure::write(document, placed, &pages, &painted)?;
    let xmp = metadata::xmp(meta);
    identify(document, &painted, widths, &xmp);
    for ((id, page), painted) in pages.iter().zip(&placed.pages).zip(painted) {
        complete_page(document, *id, page, painted.content)?;
    }
    drop_empty_resources(document);
    complete_fonts(document, widths)?;

    let mut stream = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp.into_bytes(),
    );
    // readers that know nothing of PDF look for it (ISO 19005-2, 6.6.2)
    stream.allows_compression = false;
    let metadata = document.add_object(stream);
    let intent = output_intent(document);
    let outline = outline::write(document, &placed.outline, &pages, &placed.pages);
    let info = document.trailer.get(b"Info")?.as_reference()?;
    document.set_object(info, metadata::info(meta));

    let catalog = document.catalog_mut()?;
    let mode = if outline.is_some() {
        "UseOutlines"
    } else {
        "UseNone"
    };
    catalog.set("PageMode", mode);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Lang", lopdf::text_string(&meta.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", root);
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    Ok(())
}

/// Gives a page its content and its exact size, and takes away what says nothing.
fn complete_page(
    document: &mut Document,
    id: ObjectId,
    page: &Page,
    content: Vec<u8>,
) -> Result<(), PdfError> {
    let edge = |length: crate::document::Length| {
        Object::Real(super::paint::rounded(length.to_points()))
    };
    let dictionary = document.get_dictionary_mut(id)?;
    let paper = vec![0.into(), 0.into(), edge(page.width), edge(page.height)];
    dictionary.set("MediaBox", paper);
    for key in [&b"TrimBox"[..], b"CropBox", b"Annots"] {
        dictionary.remove(key);
    }
    let stream = dictionary.get(b"Contents")?.as_reference()?;
    let stream = document.get_object_mut(stream)?.as_stream_mut()?;
    stream.set_content(content);
    Ok(())
}

/// printpdf gives every page empty dictionaries of images, states and shadings.
fn drop_empty_resources(document: &mut Document) {
    let is_empty =
        |object: &Object| matches!(object, Object::Dictionary(it) if it.is_empty());
    let empty: Vec<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| is_empty(object))
        .map(|(id, _)| *id)
        .collect();
    for object in document.objects.values_mut() {
        let Object::Dictionary(dictionary) = object else {
            continue;
        };
        for key in [&b"XObject"[..], b"ExtGState", b"Shading"] {
            let target = dictionary.get(key).and_then(Object::as_reference);
            if target.is_ok_and(|target| empty.contains(&target)) {
                dictionary.remove(key);
            }
        }
    }
    document.objects.retain(|id, _| !empty.contains(id));
}

/// Widths of glyphs without printpdf's rounding, and the height of capitals.
fn complete_fonts(document: &mut Document, widths: &[Widths]) -> Result<(), PdfError> {
    for object in document.objects.values_mut() {
        let Object::Dictionary(font) = object else {
            continue;
        };
        if font.has_type(b"FontDescriptor") {
            font.set("CapHeight", CAP_HEIGHT);
            continue;
        }
        let Ok(descendants) = font.get_mut(b"DescendantFonts") else {
            continue;
        };
        let Some(Object::Dictionary(font)) = descendants.as_array_mut()?.first_mut()
        else {
            continue;
        };
        let name = font.get(b"BaseFont")?.as_name()?;
        let of_font = widths.iter().find(|one| one.base_font.as_bytes() == name);
        if let Some(of_font) = of_font {
            let list = of_font.widths.iter().map(|width| Object::Real(*width));
            font.set("W", vec![1.into(), Object::Array(list.collect())]);
        }
    }
    Ok(())
}

/// The profile is too short to be worth compressing.
fn output_intent(document: &mut Document) -> Dictionary {
    let mut profile = Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec());
    profile.allows_compression = false;
    let profile = document.add_object(profile);
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => profile,
    }
}

/// Replaces the random identifier of the file by one drawn from what it shows: the
/// content of its pages, where fonts and pictures have names drawn from their own
/// content, and what it says of itself.
fn identify(document: &mut Document, painted: &[Painted], widths: &[Widths], xmp: &str) {
    let fonts = widths.iter().flat_map(|font| font.base_font.bytes());
    let pages = painted.iter().flat_map(|page| &page.content).copied();
    let content = fingerprint(fonts.chain(pages)).to_be_bytes();
    let about = fingerprint(xmp.bytes()).to_be_bytes();
    let id = Object::String([content, about].concat(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
}

/// The file.
pub(super) fn bytes(mut document: Document) -> Result<Vec<u8>, PdfError> {
    let (mut of_text, mut of_fonts) = (Deflater::thorough(), Deflater::quick());
    let mut size = 0;
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            size += 100;
            continue;
        };
        if stream.allows_compression && !stream.dict.has(b"Filter") {
            let is_font = stream.dict.has(b"Length1");
            let deflater = if is_font { &mut of_fonts } else { &mut of_text };
            compress(stream, deflater)?;
        }
        size += stream.content.len();
    }
    let mut bytes = Vec::with_capacity(size);
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Compresses a stream.
///
/// Readers that look for the end of a damaged stream take a line feed or a carriage
/// return at its end for the line end that follows it; a filler avoids both.
fn compress(stream: &mut Stream, deflater: &mut Deflater) -> Result<(), PdfError> {
    let mut compressed = deflater.deflate(&stream.content)?;
    while let Some(b'\r' | b'\n') = compressed.last() {
        // the last byte comes from the sum of all bytes, so noughts would not change it;
        // text may end with spaces, and nothing looks behind the tables of a font
        stream.content.extend([b' '; 4]);
        if stream.dict.has(b"Length1") {
            let length = i64::try_from(stream.content.len()).unwrap_or(i64::MAX);
            stream.dict.set("Length1", length);
        }
        compressed = deflater.deflate(&stream.content)?;
    }
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(compressed);
    Ok(())
}
