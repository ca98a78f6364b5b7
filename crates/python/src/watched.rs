//! Long work that lets other threads of Python run, and that Ctrl-C ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

/// How often Python is asked whether somebody wants the work to end.
const LOOK: Duration = Duration::from_millis(50);

/// Does work in a thread of its own, which looks now and then whether it is to stop.
///
/// # Errors
/// What Python raises for a signal, such as `KeyboardInterrupt`.
pub fn watched<T: Send>(py: Python<'_>, work: impl FnOnce(&AtomicBool) -> T + Send) -> PyResult<T> {
    let (stop, asker) = (AtomicBool::new(false), thread::current());
    thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let done = work(&stop);
            asker.unpark();
            done
        });
        let mut signal = Ok(());
        while signal.is_ok() && !worker.is_finished() {
            py.detach(|| thread::park_timeout(LOOK));
            signal = py.check_signals();
        }
        stop.store(signal.is_err(), Ordering::Relaxed);
        let done = py.detach(|| worker.join());
        signal.map(|()| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
