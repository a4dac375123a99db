//! A reader that ends before it has read everything many times.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

/// How often the bytes of a file are read: an honest one needs each part once or twice,
/// a hostile one has a thousand tabs that all mean one sheet.
const TIMES: usize = 4;

/// Bytes that can be read a few times over, then no more.
#[derive(Debug)]
pub(in crate::import::workbook) struct Metered<'a> {
    bytes: Cursor<&'a [u8]>,
    left: usize,
}

impl<'a> Metered<'a> {
    pub(in crate::import::workbook) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cursor::new(bytes),
            left: bytes.len().saturating_mul(TIMES).saturating_add(1 << 20),
        }
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read)
            .ok_or_else(|| io::Error::other("it names its parts again and again"))?;
        Ok(read)
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}
