//! What papers of the same fonts share: the beginning of the file, as bytes, and what
//! printpdf says of a page and of the whole, to be filled in for each paper.

use super::PdfError;
use super::file::{File, compressed};
use super::subset::{Subset, fingerprint};
use crate::render::deflate::Deflater;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions, XObject, XObjectId};

/// The colours of the output: sRGB, 736 bytes.
const SRGB: &[u8] = include_bytes!("../../../templates/srgb-v2-magic.icc");
/// Capital letters of Liberation Serif are 1341 of 2048 high; printpdf gives the ascent.
const CAP_HEIGHT: i64 = 655;

/// A file with its fonts, colours and pictures.
#[derive(Debug)]
pub(super) struct Skeleton {
    pub(super) subsets: Vec<Subset>,
    pub(super) file: File,
    /// Drawn from the names of the fonts, which are drawn from their glyphs.
    pub(super) fingerprint: u64,
    pub(super) catalog: (ObjectId, Dictionary),
    /// The root of the pages.
    pub(super) pages: (ObjectId, Dictionary),
    /// Any page, without size and content.
    pub(super) page: Dictionary,
}

impl Skeleton {
    /// Has printpdf describe fonts and pictures.
    pub(super) fn new(
        subsets: Vec<Subset>,
        pictures: impl Iterator<Item = (XObjectId, XObject)>,
        deflater: &mut Deflater,
    ) -> Result<Self, PdfError> {
        let mut document = described(&subsets, pictures)?;
        drop_empty_resources(&mut document);
        complete_fonts(&mut document, &subsets)?;
        let intent = output_intent(&mut document);
        // what each paper has of its own
        let info = document.trailer.get(b"Info")?.as_reference()?;
        document.objects.remove(&info);
        let root = document.trailer.get(b"Root")?.as_reference()?;
        let mut catalog = take(&mut document, root)?;
        let tree = catalog.get(b"Pages")?.as_reference()?;
        let pages = take(&mut document, tree)?;
        let kids = pages.get(b"Kids")?.as_array()?;
        let first = kids.first().unwrap_or(&Object::Null).as_reference()?;
        let mut page = take(&mut document, first)?;
        document
            .objects
            .remove(&page.get(b"Contents")?.as_reference()?);
        for key in [&b"MediaBox"[..], b"TrimBox", b"CropBox", b"Annots"] {
            page.remove(key);
        }
        catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        let preferences = dictionary! { "DisplayDocTitle" => true };
        catalog.set("ViewerPreferences", preferences);
        for object in document.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                *stream = compressed(
                    std::mem::take(&mut stream.dict),
                    std::mem::take(&mut stream.content),
                    deflater,
                )?;
            }
        }
        let names: Vec<String> = subsets.iter().map(Subset::base_font).collect();
        Ok(Self {
            subsets,
            file: File::of(document.objects, &[root, tree]),
            fingerprint: fingerprint(names.iter().flat_map(|name| name.bytes())),
            catalog: (root, catalog),
            pages: (tree, pages),
            page,
        })
    }
}

/// A page on which every glyph stands, so that printpdf describes the fonts.
fn described(
    subsets: &[Subset],
    pictures: impl Iterator<Item = (XObjectId, XObject)>,
) -> Result<Document, PdfError> {
    let mut paper = PdfDocument::new("");
    for subset in subsets {
        let (id, font) = subset.embedded()?;
        paper.resources.fonts.map.insert(id, font);
    }
    paper.resources.xobjects.map.extend(pictures);
    let specimen = subsets.iter().flat_map(Subset::specimen).collect();
    paper.with_pages(vec![PdfPage::new(Mm(0.0), Mm(0.0), specimen)]);
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    Ok(paper.to_lopdf_document(&options, &mut Vec::new()))
}

fn take(document: &mut Document, id: ObjectId) -> Result<Dictionary, PdfError> {
    let object = document.objects.remove(&id).unwrap_or(Object::Null);
    Ok(object.as_dict()?.clone())
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
fn complete_fonts(document: &mut Document, subsets: &[Subset]) -> Result<(), PdfError> {
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
        let is_it = |subset: &&Subset| subset.base_font().as_bytes() == name;
        if let Some(subset) = subsets.iter().find(is_it) {
            let widths = subset.widths().into_iter().map(Object::Real);
            font.set("W", vec![1.into(), Object::Array(widths.collect())]);
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
