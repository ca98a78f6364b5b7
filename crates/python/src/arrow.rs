//! The Arrow PyCapsule interface, both ways: columns of any data frame without a copy and without its library.
//!
//! The only file here with unsafe code of our own: one pointer is taken over as the interface says.

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchIterator};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::fault::Fault;

const STREAM: &std::ffi::CStr = c"arrow_array_stream";

/// Whether an object hands over its columns this way.
pub fn speaks(object: &Bound<'_, PyAny>) -> bool {
    object.hasattr("__arrow_c_stream__").unwrap_or(false)
}

/// The batches of a data frame.
pub fn import(object: &Bound<'_, PyAny>) -> Result<Vec<RecordBatch>, Fault> {
    let capsule = object.call_method0("__arrow_c_stream__")?.cast_into::<PyCapsule>().map_err(PyErr::from)?;
    let pointer = capsule.pointer_checked(Some(STREAM))?;
    // SAFETY: a capsule of this name holds an `ArrowArrayStream`; `from_raw` moves it out and leaves a released one, so that
    // the capsule frees nothing a second time.
    #[expect(unsafe_code, reason = "the interface hands over a pointer")]
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    let unreadable = |error| Fault::input(format!("the columns cannot be read: {error}"));
    let reader = RecordBatchStreamReader::try_new(stream).map_err(unreadable)?;
    reader.collect::<Result<_, _>>().map_err(unreadable)
}

/// A batch as a capsule that any data frame library takes over.
pub fn export(py: Python<'_>, batch: RecordBatch) -> PyResult<Bound<'_, PyCapsule>> {
    let schema = batch.schema();
    let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], schema)));
    PyCapsule::new_with_value(py, stream, STREAM)
}
