//! Pictures that both formats can print as they are.
//!
//! A photograph comes as a camera or a clerk made it: turned by a mark in the file, with
//! colours beside red, green and blue, with holes, far larger than any print. Here it
//! becomes upright, opaque sRGB of eight bits, no finer than a page needs, without what
//! cameras write beside the picture (place, time, device). The same bytes always give
//! the same picture.

use crate::document::Line;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{
    CompressionType, FilterType as PngFilter, PngDecoder, PngEncoder,
};
use image::imageops::{self, FilterType};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, Limits, RgbImage,
};
use std::fmt::{self, Debug, Formatter};
use std::io::Cursor;
use std::sync::Arc;
use thiserror::Error;

/// A picture on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// What is seen.
    pub picture: Picture,
    /// What it shows, for readers that do not see it.
    pub alt: String,
    /// The line below it.
    pub caption: Option<Line>,
}

/// A picture ready to be put into a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// How its bytes are to be read.
    pub format: PictureFormat,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// A whole file of the format: three channels of eight bits.
    pub bytes: Arc<[u8]>,
}

/// How the bytes of a picture are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureFormat {
    /// Photographs.
    Jpeg,
    /// Drawings.
    Png,
}

/// A file that is no picture which can be printed.
#[derive(Debug, Error)]
pub enum PictureError {
    /// Neither JPEG nor PNG.
    #[error("neither JPEG nor PNG")]
    Format,
    /// Broken, or larger than any photograph.
    #[error(transparent)]
    Broken(#[from] image::ImageError),
}

/// Pixels on either side: 300 to the inch on the width of an A4 page.
const MOST_PIXELS: u32 = 2480;
/// Pixels on either side of what is read at all.
const MOST_READ: u32 = 20_000;
/// Bytes of memory for reading one picture.
const MOST_MEMORY: u64 = 1 << 30;
/// Of JPEG; differences cannot be seen in print.
const QUALITY: u8 = 90;

impl Picture {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// When it is neither JPEG nor PNG, broken, or too large.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        let format = if bytes.starts_with(&[0xff, 0xd8]) {
            PictureFormat::Jpeg
        } else if bytes.starts_with(b"\x89PNG") {
            PictureFormat::Png
        } else {
            return Err(PictureError::Format);
        };
        let mut limits = Limits::default();
        limits.max_image_width = Some(MOST_READ);
        limits.max_image_height = Some(MOST_READ);
        limits.max_alloc = Some(MOST_MEMORY);
        let decoded = match format {
            PictureFormat::Jpeg => decode(JpegDecoder::new(Cursor::new(bytes))?, limits)?,
            PictureFormat::Png => decode(
                PngDecoder::with_limits(Cursor::new(bytes), limits.clone())?,
                limits,
            )?,
        };
        Ok(Self::write(format, &opaque(decoded))?)
    }

    fn write(format: PictureFormat, pixels: &RgbImage) -> image::ImageResult<Self> {
        let (width, height) = pixels.dimensions();
        let mut bytes = Vec::new();
        let colour = ExtendedColorType::Rgb8;
        match format {
            PictureFormat::Jpeg => JpegEncoder::new_with_quality(&mut bytes, QUALITY)
                .write_image(pixels.as_raw(), width, height, colour)?,
            PictureFormat::Png => PngEncoder::new_with_quality(
                &mut bytes,
                CompressionType::Default,
                PngFilter::Adaptive,
            )
            .write_image(pixels.as_raw(), width, height, colour)?,
        }
        Ok(Self {
            format,
            width,
            height,
            bytes: bytes.into(),
        })
    }
}

/// Reads the pixels, upright and no finer than needed.
fn decode(
    mut decoder: impl ImageDecoder,
    limits: Limits,
) -> image::ImageResult<DynamicImage> {
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    let (width, height) = (picture.width(), picture.height());
    if width > MOST_PIXELS || height > MOST_PIXELS {
        picture = picture.resize(MOST_PIXELS, MOST_PIXELS, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// Puts a picture with holes on white paper.
fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let (width, height) = (picture.width(), picture.height());
    let white = image::Rgba([u8::MAX; 4]);
    let mut paper = image::RgbaImage::from_pixel(width, height, white);
    imageops::overlay(&mut paper, &picture.into_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper).into_rgb8()
}

impl Debug for Picture {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (format, width, height) = (self.format, self.width, self.height);
        write!(f, "Picture({format:?}, {width} × {height})")
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};

    /// A drawing, half of it a hole.
    fn with_hole(width: u32, height: u32) -> Vec<u8> {
        let pixel = |x, _| {
            let alpha = if x < width / 2 { 0 } else { u8::MAX };
            Rgba([10, 200, 30, alpha])
        };
        let pixels = RgbaImage::from_fn(width, height, pixel);
        let mut file = Vec::new();
        let colour = ExtendedColorType::Rgba8;
        PngEncoder::new(&mut file)
            .write_image(pixels.as_raw(), width, height, colour)
            .unwrap();
        file
    }

    /// A photograph with the mark of cameras that says how it is to be turned.
    fn turned_photograph() -> Vec<u8> {
        let pixels = RgbImage::from_pixel(30, 20, image::Rgb([200, 100, 50]));
        let mut file = Vec::new();
        JpegEncoder::new(&mut file)
            .write_image(pixels.as_raw(), 30, 20, ExtendedColorType::Rgb8)
            .unwrap();
        // TIFF header, one entry: tag 0x0112, short, one value, 6 (a quarter to the right)
        let exif =
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mark = [&[0xff, 0xe1][..], &length, exif].concat();
        [&file[..2], &mark, &file[2..]].concat()
    }

    /// A drawing for tests of other modules.
    pub(crate) fn drawing(width: u32, height: u32) -> Picture {
        Picture::read(&with_hole(width, height)).unwrap()
    }

    /// A photograph for tests of other modules.
    pub(crate) fn photograph() -> Picture {
        Picture::read(&turned_photograph()).unwrap()
    }

    #[test]
    fn holes_are_white_paper() {
        let picture = drawing(4, 2);
        assert_eq!(
            (picture.format, picture.width, picture.height),
            (PictureFormat::Png, 4, 2)
        );
        let back = image::load_from_memory(&picture.bytes).unwrap();
        assert_eq!(back.color(), image::ColorType::Rgb8);
        let back = back.into_rgb8();
        assert_eq!(back.get_pixel(0, 0).0, [255, 255, 255]);
        assert_eq!(back.get_pixel(3, 1).0, [10, 200, 30]);
    }

    #[test]
    fn a_photograph_is_turned_upright_and_keeps_nothing_of_the_camera() {
        let picture = photograph();
        assert_eq!((picture.width, picture.height), (20, 30));
        assert_eq!(picture.format, PictureFormat::Jpeg);
        let has_camera = picture.bytes.windows(4).any(|window| window == b"Exif");
        assert!(!has_camera);
    }

    #[test]
    fn a_picture_is_no_finer_than_a_page_needs() {
        let picture = drawing(4960, 10);
        assert_eq!((picture.width, picture.height), (2480, 5));
    }

    #[test]
    fn the_same_file_gives_the_same_picture() {
        assert_eq!(photograph(), photograph());
        assert_eq!(drawing(8, 8), drawing(8, 8));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = with_hole(40, 40);
        assert!(matches!(
            Picture::read(b"GIF89a"),
            Err(PictureError::Format)
        ));
        assert!(matches!(Picture::read(b""), Err(PictureError::Format)));
        let broken = Picture::read(&whole[..whole.len() / 2]);
        assert!(matches!(broken, Err(PictureError::Broken(_))));
        // wider than any photograph: 100 000 in the header
        let mut wide = whole;
        wide[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
        assert!(matches!(Picture::read(&wide), Err(PictureError::Broken(_))));
    }
}
