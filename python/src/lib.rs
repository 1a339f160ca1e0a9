//! The native half of the Python package `faktum`: texts come in and answers go out as Arrow columns.

mod answer;
mod batch;
mod column;
mod extractor;
mod flat;
mod gather;
mod input;
mod item;
mod pool;
mod reader;
mod table;

use pyo3::prelude::*;

/// What `faktum` is made of; use that.
#[pymodule]
mod _native {
    use pyo3::exceptions::PyValueError;
    use pyo3::prelude::*;
    use pyo3_arrow::input::AnyRecordBatch;

    #[pymodule_export]
    use crate::extractor::Extractor;
    use crate::flat;
    #[pymodule_export]
    use crate::table::{Schema, Table};

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");

    /// The facts of answers, one row each.
    #[pyfunction]
    fn facts(py: Python<'_>, answers: AnyRecordBatch) -> PyResult<Table> {
        let batches = answers.into_reader()?;
        py.detach(|| {
            let read: Result<Vec<_>, _> = batches.map(|batch| flat::facts(&batch?)).collect();
            let read = read.map_err(|error| PyValueError::new_err(error.to_string()))?;
            let schema = match read.first() {
                Some(batch) => batch.schema(),
                None => flat::schema().map_err(|error| PyValueError::new_err(error.to_string()))?,
            };
            Ok(Table::new(read, schema))
        })
    }
}
