//! Compression: states that are used again, for the streams of both formats.
//!
//! A new state costs as much as compressing several pages does.

use super::pool::Pool;
use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use std::io;

/// Fast: a page becomes a sixth longer than at the level that is usual, in a third of
/// the time.
const LEVEL: u32 = 2;

/// States for everybody who writes a paper at the same time.
pub(super) type Deflaters = Pool<Deflater>;

/// Compresses one stream after the other.
#[derive(Debug)]
pub(super) struct Deflater {
    state: Compress,
}

impl Default for Deflater {
    fn default() -> Self {
        Self {
            state: Compress::new(Compression::new(LEVEL), true),
        }
    }
}

impl Deflater {
    /// A stream, compressed in the format of zlib; the same bytes whatever came before.
    ///
    /// # Errors
    ///
    /// A fault of the crate that compresses.
    pub(super) fn deflate(&mut self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        self.state.reset();
        let mut compressed = Vec::with_capacity(bytes.len() / 2 + 64);
        let mut rest = bytes;
        loop {
            let before = self.state.total_in();
            let status =
                self.state
                    .compress_vec(rest, &mut compressed, FlushCompress::Finish)?;
            if status == Status::StreamEnd {
                return Ok(compressed);
            }
            let read = usize::try_from(self.state.total_in() - before);
            rest = read.ok().and_then(|read| rest.get(read..)).unwrap_or(&[]);
            compressed.reserve(bytes.len() / 2 + 64);
        }
    }
}

/// The sum by which zip files find damage.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
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
            let deflaters = Deflaters::default();
            for stream in streams {
                let compressed = deflaters.lend(|it| it.deflate(&stream)).unwrap();
                prop_assert_eq!(&Deflater::default().deflate(&stream).unwrap(), &compressed);
                let mut inflated = Vec::new();
                flate2::read::ZlibDecoder::new(&compressed[..])
                    .read_to_end(&mut inflated)
                    .unwrap();
                prop_assert_eq!(inflated, stream);
            }
        }
    }
}
