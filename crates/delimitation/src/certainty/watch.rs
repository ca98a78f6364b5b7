//! Somebody who watches long work: told how far it is, and free to stop it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Somebody who watches long work.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Told how many of how many pieces are done, from any thread, not always in order.
    pub tell: &'a (dyn Fn(usize, usize) + Sync),
    /// Whether the work is to end now; nothing is given back then.
    pub stop: &'a AtomicBool,
}

static NEVER: AtomicBool = AtomicBool::new(false);

impl Watch<'_> {
    /// Nobody watches.
    #[must_use]
    pub fn nobody() -> Self {
        Self { tell: &|_, _| {}, stop: &NEVER }
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Pieces of work done so far.
pub(super) struct Progress<'a> {
    watch: &'a Watch<'a>,
    done: AtomicUsize,
    of: usize,
}

impl<'a> Progress<'a> {
    pub const fn new(watch: &'a Watch<'a>, of: usize) -> Self {
        Self { watch, done: AtomicUsize::new(0), of }
    }

    /// Does a piece, unless the work is to end.
    pub fn piece<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        if self.watch.is_stopped() {
            return None;
        }
        let made = work();
        (self.watch.tell)(self.done.fetch_add(1, Ordering::Relaxed) + 1, self.of);
        Some(made)
    }
}
