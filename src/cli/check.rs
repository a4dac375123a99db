//! `check`: what is wrong, and how each sheet was understood.

use super::args::{CheckArguments, FindingFormat};
use super::build::check_papers;
use super::say::Say;
use super::{code_of, read_batches};

/// Checks every batch; the exit code.
pub(super) fn run(arguments: &CheckArguments, say: &Say) -> u8 {
    let format = arguments.format;
    let (mut batches, mut failed) = read_batches(&arguments.inputs, say);
    failed = failed.max(check_papers(&mut batches, say));
    for batch in &batches {
        if format == FindingFormat::Text {
            say.batch_read(batch);
        }
        if arguments.verbose && format != FindingFormat::Json {
            say.understood(batch);
        }
        say.findings(batch.findings(), format);
    }
    if format == FindingFormat::Text && !batches.is_empty() {
        say.count(&batches);
    }
    failed.max(code_of(&batches))
}
