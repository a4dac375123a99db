//! Panics of the reader: caught, and said in a finding only.

use crate::diagnostic::Found;
use crate::import::workbook::Refusal;
use std::cell::Cell;
use std::panic::{self, UnwindSafe, catch_unwind};

thread_local! {
    /// Whether this thread is inside the reader.
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// Runs the reader; a panic inside it on a broken file is one unreadable file, not the
/// end of the run.
pub(in crate::import::workbook) fn without_panic<T>(
    read: impl FnOnce() -> Result<T, Refusal> + UnwindSafe,
) -> Result<T, Refusal> {
    let before = IS_READING.replace(true);
    let result = catch_unwind(read);
    IS_READING.set(before);
    result.unwrap_or_else(|_| {
        Err(Refusal::Alien {
            found: Found::Damaged,
            reason: None,
        })
    })
}

/// Lets panics that are caught while a workbook is read print nothing.
///
/// A broken workbook may make the library panic that reads it. The panic is caught and
/// becomes a finding, but before that the program's panic hook prints it. This puts a
/// hook before the one in place which keeps silent then, and calls it otherwise. For a
/// program to call once, at its start; a library has no business with hooks.
pub fn silence_reader_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !IS_READING.get() {
            before(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// How often a thread of this name panicked aloud.
    static HEARD: AtomicU32 = AtomicU32::new(0);
    const NAME: &str = "heard";

    #[test]
    fn a_panic_is_silent_inside_the_reader_only() {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if std::thread::current().name() == Some(NAME) {
                HEARD.fetch_add(1, Ordering::SeqCst);
            } else {
                before(info);
            }
        }));
        silence_reader_panics();
        let thread = std::thread::Builder::new().name(NAME.to_owned());
        let heard = thread
            .spawn(|| {
                let read = without_panic(|| -> Result<(), Refusal> { panic!("broken") });
                assert!(read.is_err());
                let inside = HEARD.load(Ordering::SeqCst);
                let _ = catch_unwind(|| panic!("elsewhere"));
                (inside, HEARD.load(Ordering::SeqCst))
            })
            .unwrap()
            .join()
            .unwrap();
        assert_eq!(heard, (0, 1));
    }
}
