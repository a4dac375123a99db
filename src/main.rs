//! The program `bienban`: see the library's documentation.

mod cli;

use std::process::ExitCode;

/// A sheet is many small texts: with the system's allocator a batch costs a fifth more.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
