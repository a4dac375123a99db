//! Compression: one state for all streams of a file.
//!
//! A new state costs as much as compressing several pages does.

use super::PdfError;
use flate2::{Compress, Compression, FlushCompress, Status};

/// Compresses one stream after the other.
#[derive(Debug)]
pub(super) struct Deflater {
    state: Compress,
}

impl Deflater {
    /// Spends time on making text short.
    pub(super) fn thorough() -> Self {
        Self::of_level(6)
    }

    /// Spends a third of that time; fonts, the largest part of a file, become a
    /// twentieth longer.
    pub(super) fn quick() -> Self {
        Self::of_level(2)
    }

    fn of_level(level: u32) -> Self {
        Self {
            state: Compress::new(Compression::new(level), true),
        }
    }

    /// A stream, compressed; the same bytes whatever came before.
    pub(super) fn deflate(&mut self, bytes: &[u8]) -> Result<Vec<u8>, PdfError> {
        self.state.reset();
        let mut compressed = Vec::with_capacity(bytes.len() / 2 + 64);
        let mut rest = bytes;
        loop {
            let before = self.state.total_in();
            let status = self
                .state
                .compress_vec(rest, &mut compressed, FlushCompress::Finish)
                .map_err(std::io::Error::from)?;
            if status == Status::StreamEnd {
                return Ok(compressed);
            }
            let read = usize::try_from(self.state.total_in() - before);
            rest = read.ok().and_then(|read| rest.get(read..)).unwrap_or(&[]);
            compressed.reserve(bytes.len() / 2 + 64);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Read;

    proptest! {
        #[test]
        fn whatever_is_compressed_comes_out_again(
            streams in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..3000), 1..4),
        ) {
            let mut deflater = Deflater::quick();
            for stream in streams {
                let compressed = deflater.deflate(&stream).unwrap();
                prop_assert_eq!(&Deflater::quick().deflate(&stream).unwrap(), &compressed);
                let mut inflated = Vec::new();
                flate2::read::ZlibDecoder::new(&compressed[..])
                    .read_to_end(&mut inflated)
                    .unwrap();
                prop_assert_eq!(inflated, stream);
            }
        }
    }
}
