//! Detecting the dialect of a server.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::Value;
use sorakit::Result;

use crate::blocking::wait;
use crate::client::read_options;
use crate::completions::Completions;
use crate::error::raise;
use crate::value::{plain, to_python};

/// Finds out which dialect the server of these options speaks, and why.
#[pyfunction]
pub fn detect<'py>(options: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    let py = options.py();
    let detected = wait(py, detection(plain(options)?))?;
    to_python(py, &detected.map_err(|error| raise(py, &error))?)
}

/// Begins to detect the dialect of the server of these options; `future` gets it.
#[pyfunction]
pub fn begin_detect(
    completions: &Completions,
    future: Py<PyAny>,
    options: &Bound<'_, PyDict>,
) -> PyResult<u64> {
    let detecting = detection(plain(options)?);
    Ok(completions.begin(future, detecting, |py, result| {
        let value = result.map_err(|error| raise(py, &error))?;
        to_python(py, &value).map(Bound::unbind)
    }))
}

async fn detection(options: Value) -> Result<Value> {
    let detection = sorakit::Client::detect(read_options(options)?).await?;
    Ok(serde_json::to_value(detection).unwrap_or_default())
}
