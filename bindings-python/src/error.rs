//! Errors of the core as Python exceptions.

use std::error::Error as _;

use pyo3::exceptions::{PyConnectionError, PyOSError, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use sorakit::host::TransportError;
use sorakit::{Error, ErrorKind};

/// The exception of an error: the class of its kind, with its fields and its cause.
pub fn raise(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).unwrap_or_else(|failed| failed)
}

fn exception(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    static CLASSES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    let classes = CLASSES.get_or_try_init(py, || {
        let classes = py.import("sorakit.errors")?.getattr("BY_KIND")?;
        classes
            .cast_into::<PyDict>()
            .map(Bound::unbind)
            .map_err(PyErr::from)
    })?;
    let report = error.report();
    let class = classes
        .bind(py)
        .get_item(report.kind.as_str())?
        .ok_or_else(|| PyRuntimeError::new_err(report.message.clone()))?;
    let fields = PyDict::new(py);
    fields.set_item("operation", &report.operation)?;
    fields.set_item("code", &report.code)?;
    fields.set_item("status", report.status)?;
    fields.set_item("request_id", &report.request_id)?;
    fields.set_item("retry_after", report.retry_after)?;
    fields.set_item("retryable", report.retryable)?;
    fields.set_item("field", &report.field)?;
    fields.set_item("job_id", &report.job_id)?;
    let raised = PyErr::from_value(class.call((&report.message,), Some(&fields))?);
    if let Some(cause) = cause(py, error) {
        raised.set_cause(py, Some(cause));
    }
    Ok(raised)
}

/// The error's cause, as the matching Python exception.
fn cause(py: Python<'_>, error: &Error) -> Option<PyErr> {
    let source = error.source()?;
    if let Some(error) = source.downcast_ref::<Error>() {
        return Some(raise(py, error));
    }
    if let Some(error) = source.downcast_ref::<PyErr>() {
        return Some(error.clone_ref(py));
    }
    if let Some(error) = source.downcast_ref::<std::io::Error>() {
        return Some(match (from_python(py, error), error.raw_os_error()) {
            (Some(raised), _) => raised,
            (None, Some(number)) => PyOSError::new_err((number, error.to_string())),
            (None, None) => PyOSError::new_err(error.to_string()),
        });
    }
    if let Some(error) = source.downcast_ref::<TransportError>() {
        return Some(PyConnectionError::new_err(error.to_string()));
    }
    Some(PyRuntimeError::new_err(source.to_string()))
}

/// The exception that a file object raised while it was read.
fn from_python(py: Python<'_>, error: &std::io::Error) -> Option<PyErr> {
    let raised = error.get_ref()?.downcast_ref::<PyErr>()?;
    Some(raised.clone_ref(py))
}

/// The error of a Python callback, such as a credential store's.
pub fn of_python(kind: ErrorKind, what: &str, error: PyErr) -> Error {
    // The message may hold what the store keeps, so it is left to the cause.
    let name = Python::attach(|py| error.get_type(py).name().map(|name| name.to_string()));
    let name = name.unwrap_or_else(|_| "an exception".into());
    Error::new(kind, format!("{what} raised {name}")).caused_by(error)
}
