//! The file that is made for the reader, looked into while it is written.

use std::cell::RefCell;
use std::io::{self, Cursor, Seek, SeekFrom, Write};
use std::rc::Rc;

/// A file in memory that its writer and whoever checks it share.
#[derive(Debug, Clone)]
pub(super) struct Fresh(Rc<RefCell<Cursor<Vec<u8>>>>);

impl Fresh {
    /// An empty file with room for so many bytes.
    pub(super) fn with_capacity(room: usize) -> Self {
        let bytes = Vec::with_capacity(room);
        Self(Rc::new(RefCell::new(Cursor::new(bytes))))
    }

    /// The bytes so far.
    pub(super) fn len(&self) -> usize {
        self.0.borrow().get_ref().len()
    }

    /// Looks at the bytes from a place on.
    pub(super) fn look<T>(&self, start: usize, look: impl FnOnce(&[u8]) -> T) -> T {
        let file = self.0.borrow();
        look(file.get_ref().get(start..).unwrap_or_default())
    }

    /// The whole file; nobody else writes to it any more.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.take().into_inner()
    }
}

impl Write for Fresh {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Fresh {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.borrow_mut().seek(to)
    }
}
