//! A file that takes everything: what the disk refuses is noted, not told to the writer.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

/// The file of a zip. Its writer, told of a refusal, would try to write the end all the
/// same and complain of it to the user itself.
pub(super) struct Sink<'a> {
    file: BufWriter<File>,
    /// What the disk said first; from then on nothing more is written.
    refused: &'a RefCell<Option<io::Error>>,
    position: u64,
    length: u64,
}

impl<'a> Sink<'a> {
    pub(super) fn new(file: File, refused: &'a RefCell<Option<io::Error>>) -> Self {
        Self {
            file: BufWriter::new(file),
            refused,
            position: 0,
            length: 0,
        }
    }

    /// Waits until everything is on the disk.
    pub(super) fn settle(mut self) {
        self.attempt(BufWriter::flush);
        self.attempt(|file| file.get_ref().sync_all());
    }

    fn attempt<T>(&mut self, step: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) {
        let mut refused = self.refused.borrow_mut();
        if refused.is_none() {
            *refused = step(&mut self.file).err();
        }
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.attempt(|file| file.write_all(bytes));
        let written = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.position = self.position.saturating_add(written);
        self.length = self.length.max(self.position);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt(BufWriter::flush);
        Ok(())
    }
}

impl Seek for Sink<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        let place = place.ok_or(io::ErrorKind::InvalidInput)?;
        if place != self.position {
            self.attempt(|file| file.seek(SeekFrom::Start(place)));
            self.position = place;
        }
        Ok(place)
    }
}
