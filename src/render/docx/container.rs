//! The zip file around parts that are compressed already.
//!
//! The zip crate makes a new state for each part that it compresses and takes no part
//! that is compressed, which costs as much as all the rest of a paper.
//!
//! Source: APPNOTE.TXT 6.3.10, 4.3 and 4.4.

use crate::render::deflate::{Deflater, checksum};
use std::io;

/// What a reader has to know: folders and "deflate".
const VERSION: u16 = 20;
/// Written on Unix, whatever the system: attributes are those of a file for all to read.
const MADE_BY: u16 = (3 << 8) | VERSION;
const ATTRIBUTES: u32 = 0o100_644 << 16;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// 1980-01-01, the first day that zip knows.
const DAY: u16 = (1 << 5) | 1;

/// Parts in their order, and the directory that comes behind them.
#[derive(Debug, Clone, Default)]
pub(super) struct Container {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Container {
    /// Adds a part; names are of ASCII.
    ///
    /// # Errors
    ///
    /// When there are too many parts or too large ones for this kind of file.
    pub(super) fn add(
        &mut self,
        name: &str,
        part: &[u8],
        deflater: &mut Deflater,
    ) -> io::Result<()> {
        let zlib = deflater.deflate(part)?;
        // two bytes of head and four of a sum are of zlib alone
        let packed = zlib.get(2..zlib.len().saturating_sub(4)).unwrap_or(&[]);
        self.put(name, part, DEFLATED, packed)
    }

    /// Adds a part as it is: for a short one, to compress it costs as much as for a page.
    ///
    /// # Errors
    ///
    /// As for [`Self::add`].
    pub(super) fn add_short(&mut self, name: &str, part: &[u8]) -> io::Result<()> {
        self.put(name, part, STORED, part)
    }

    fn put(
        &mut self,
        name: &str,
        part: &[u8],
        method: u16,
        packed: &[u8],
    ) -> io::Result<()> {
        let place = size(self.bytes.len())?;
        let mut described = Vec::with_capacity(26);
        for number in [VERSION, 0, method, 0, DAY] {
            described.extend(number.to_le_bytes());
        }
        for number in [checksum(part), size(packed.len())?, size(part.len())?] {
            described.extend(number.to_le_bytes());
        }
        let length = u16::try_from(name.len()).map_err(|_| too_large())?;
        described.extend(length.to_le_bytes());
        described.extend([0, 0]); // nothing extra
        self.bytes.extend_from_slice(b"PK\x03\x04");
        self.bytes.extend_from_slice(&described);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(packed);
        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend(MADE_BY.to_le_bytes());
        self.directory.extend_from_slice(&described);
        self.directory.extend([0; 6]); // no comment, first disk, no text
        self.directory.extend(ATTRIBUTES.to_le_bytes());
        self.directory.extend(place.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count = self.count.checked_add(1).ok_or_else(too_large)?;
        Ok(())
    }

    /// The same parts, with room for more bytes.
    pub(super) fn with_room(&self, more: usize) -> Self {
        let mut bytes =
            Vec::with_capacity(self.bytes.len() + self.directory.len() + more);
        bytes.extend_from_slice(&self.bytes);
        Self {
            bytes,
            directory: self.directory.clone(),
            count: self.count,
        }
    }

    /// The whole file.
    ///
    /// # Errors
    ///
    /// When it is too large for this kind of file.
    pub(super) fn finish(mut self) -> io::Result<Vec<u8>> {
        let place = size(self.bytes.len())?;
        let length = size(self.directory.len())?;
        self.bytes.append(&mut self.directory);
        self.bytes.extend_from_slice(b"PK\x05\x06");
        for number in [0, 0, self.count, self.count] {
            self.bytes.extend(number.to_le_bytes());
        }
        for number in [length, place] {
            self.bytes.extend(number.to_le_bytes());
        }
        self.bytes.extend([0, 0]); // no comment
        Ok(self.bytes)
    }
}

fn size(length: usize) -> io::Result<u32> {
    u32::try_from(length).map_err(|_| too_large())
}

fn too_large() -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    proptest! {
        #[test]
        fn another_program_reads_the_parts_back(
            parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..400), 0..5),
        ) {
            let mut deflater = Deflater::default();
            let mut container = Container::default();
            for (number, part) in parts.iter().enumerate() {
                let name = format!("word/part{number}.xml");
                if number == 1 {
                    container.add_short(&name, part).unwrap();
                } else {
                    container.add(&name, part, &mut deflater).unwrap();
                }
            }
            let bytes = container.with_room(9).finish().unwrap();
            prop_assert_eq!(&bytes, &container.finish().unwrap());
            let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
            prop_assert_eq!(archive.len(), parts.len());
            for (number, part) in parts.iter().enumerate() {
                let mut entry = archive.by_index(number).unwrap();
                prop_assert_eq!(entry.name(), format!("word/part{number}.xml"));
                prop_assert_eq!(entry.unix_mode(), Some(0o100_644));
                let mut back = Vec::new();
                entry.read_to_end(&mut back).unwrap();
                prop_assert_eq!(&back, part);
            }
        }
    }
}
