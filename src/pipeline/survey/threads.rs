//! Threads of its own for one part of the work, so that what they keep for themselves goes
//! with them.

use rayon::ThreadPoolBuilder;
use std::thread;

/// Less than this leaves little behind; the threads of the program do it as cheaply.
const LARGE: usize = 100;
/// As much as the first thread of a program has.
const STACK: usize = 8 << 20;

/// Does a part of the work, of so many pieces, on as many threads as the program has.
///
/// A thread keeps the memory that it let go for what it asks for next, and another one
/// cannot have it. Of thousands of cells that would be as much as all that is in use.
pub(super) fn apart<T: Send>(pieces: usize, work: impl FnOnce() -> T + Send) -> T {
    if pieces < LARGE {
        return work();
    }
    let mut threads = Vec::new();
    let pool = ThreadPoolBuilder::new()
        .num_threads(rayon::current_num_threads())
        .spawn_handler(|one| {
            let thread = thread::Builder::new().stack_size(STACK);
            threads.push(thread.spawn(|| one.run())?);
            Ok(())
        })
        .build();
    let Ok(pool) = pool else {
        return work(); // on those of the program
    };
    let done = pool.install(work);
    drop(pool);
    for thread in threads {
        // one that fails has told so where its work was waited for
        let _ = thread.join();
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::*;

    #[test]
    fn work_apart_is_done_side_by_side_by_other_threads() {
        let own = thread::current().id();
        let count = || {
            (0..1000_u32)
                .into_par_iter()
                .filter(|it| it % 3 == 0)
                .count()
        };
        let done = apart(LARGE, || (thread::current().id(), count()));
        assert_ne!(done.0, own);
        assert_eq!(done.1, 334); // 0, 3, …, 999
        let done = apart(LARGE - 1, || (thread::current().id(), count()));
        assert_eq!(done, (own, 334));
    }
}
