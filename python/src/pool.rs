//! The threads that share the pieces of a batch.

use std::process;
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// A pool of threads that are started when they are first needed.
pub struct Pool {
    threads: usize,
    /// With the process that started them: a forked one has none of them.
    started: Mutex<Option<(u32, Arc<ThreadPool>)>>,
}

impl Pool {
    pub fn new(threads: usize) -> Pool {
        Pool { threads, started: Mutex::new(None) }
    }

    /// The pool; `None` where the caller's thread is the only one.
    pub fn get(&self) -> PyResult<Option<Arc<ThreadPool>>> {
        if self.threads <= 1 {
            return Ok(None);
        }
        let mut started = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        match started.take() {
            Some((process, pool)) if process == process::id() => {
                return Ok(Some(started.insert((process, pool)).1.clone()));
            }
            // Ending it would wait for threads that are not there.
            Some((_, pool)) => std::mem::forget(pool),
            None => {}
        }
        let name = |at| format!("faktum-{at}");
        let pool = ThreadPoolBuilder::new().num_threads(self.threads).thread_name(name).build();
        let pool = Arc::new(pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))?);
        Ok(Some(started.insert((process::id(), pool)).1.clone()))
    }
}
