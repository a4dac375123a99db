//! Ctrl-C: the cells that are being written are finished, no others are begun.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a run that was stopped, as shells have it.
pub(super) const STOPPED: u8 = 130;

/// Whether the run is to end.
static IS_STOPPED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C, and for the system's wish that the program ends. The second time
/// it ends at once; nothing half-written is left in the place of a folder even then.
#[expect(clippy::exit, reason = "somebody who asks twice means now")]
pub(super) fn listen() {
    let listening = ctrlc::set_handler(|| {
        if IS_STOPPED.swap(true, Ordering::Relaxed) {
            exit(i32::from(STOPPED));
        }
    });
    // without it Ctrl-C ends the program at once, which is as safe
    drop(listening);
}

/// Begins nothing more.
pub(super) fn stop() {
    IS_STOPPED.store(true, Ordering::Relaxed);
}

/// Whether nothing more is to be begun.
pub(super) fn is_stopped() -> bool {
    IS_STOPPED.load(Ordering::Relaxed)
}
