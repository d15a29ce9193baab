//! Batches.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use futures_util::StreamExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator};
use serde_json::{Value, json};
use sorakit::{Error, ErrorKind, Result};
use sorakit_batch::{Added, PlainBatch};

use crate::client::Client;
use crate::error::raise;
use crate::stream::{self, Stream};
use crate::value::{Given, plain, to_python};

/// A folder of results with its ledger.
#[pyclass(frozen, module = "sorakit._native")]
pub struct Batch {
    /// `None` once it is closed.
    batch: Mutex<Option<Arc<PlainBatch>>>,
}

#[pymethods]
impl Batch {
    #[new]
    fn new(
        py: Python<'_>,
        folder: PathBuf,
        servers: Vec<(String, Py<Client>)>,
        settings: &Bound<'_, PyDict>,
    ) -> PyResult<Self> {
        let settings = plain(settings)?;
        let servers = servers
            .into_iter()
            .map(|(name, client)| (name, client.get().client().clone()));
        let servers = servers.collect();
        let opened = py.detach(|| PlainBatch::open(&folder, servers, settings));
        let batch = opened.map_err(|error| raise(py, &error.on("batch")))?;
        Ok(Self {
            batch: Mutex::new(Some(Arc::new(batch))),
        })
    }

    /// Adds what an iterator gives, and returns what became of it with the errors of lines that
    /// were left out.
    fn add<'py>(
        &self,
        lines: &Bound<'py, PyIterator>,
        options: &Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = lines.py();
        let (batch, options) = (self.batch(py)?, plain(options)?);
        let mut source = Source {
            lines: lines.clone().unbind(),
            raised: None,
        };
        // Free for others between two lines: a check may have to wait for a server.
        let added = py.detach(|| batch.add(source.by_ref(), options));
        match source.raised {
            Some(raised) => Err(raised),
            None => told(py, added),
        }
    }

    /// Adds the requests of a file.
    fn add_file<'py>(
        &self,
        path: PathBuf,
        options: &Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = options.py();
        let (batch, options) = (self.batch(py)?, plain(options)?);
        let added = py.detach(|| batch.add_file(&path, options));
        told(py, added)
    }

    /// What became of each request, as it ends. The batch runs as long as this is read.
    fn run(&self, py: Python<'_>) -> PyResult<Stream> {
        let run = self.batch(py)?.run();
        let run = run.map_err(|error| raise(py, &error.on("batch.run")))?;
        let finished =
            run.map(|finished| Ok(json!(finished.map_err(|error| error.on("batch.run"))?)));
        Ok(stream::events(finished.boxed()))
    }

    /// Sends nothing more.
    fn stop(&self, py: Python<'_>) -> PyResult<()> {
        self.batch(py)?.stop();
        Ok(())
    }

    /// The requests of all runs that have ended.
    fn results<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let batch = self.batch(py)?;
        let results = py.detach(|| batch.results());
        to_python(py, &json!(results.map_err(|error| raise(py, &error))?))
    }

    /// The number of requests in each state.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let batch = self.batch(py)?;
        let counts = py.detach(|| batch.counts());
        to_python(py, &json!(counts.map_err(|error| raise(py, &error))?))
    }

    /// Lets what has failed wait again.
    fn retry_failed(&self, py: Python<'_>) -> PyResult<u64> {
        let batch = self.batch(py)?;
        let waits = py.detach(|| batch.retry_failed());
        waits.map_err(|error| raise(py, &error))
    }

    /// Ends the run, and lets go of the ledger.
    fn close(&self, py: Python<'_>) {
        let batch = self
            .batch
            .lock()
            .unwrap_or_else(|it| it.into_inner())
            .take();
        if let Some(batch) = batch {
            py.detach(|| batch.close());
        }
    }
}

impl Batch {
    fn batch(&self, py: Python<'_>) -> PyResult<Arc<PlainBatch>> {
        let batch = self.batch.lock().unwrap_or_else(|it| it.into_inner());
        batch.clone().ok_or_else(|| {
            let error = Error::new(ErrorKind::Configuration, "the batch is closed");
            raise(py, &error)
        })
    }
}

/// The lines that an iterator gives.
struct Source {
    lines: Py<PyIterator>,
    /// What the iterator raised, which ends it.
    raised: Option<PyErr>,
}

impl Iterator for Source {
    type Item = Result<Value>;

    fn next(&mut self) -> Option<Result<Value>> {
        Python::attach(|py| {
            let line = match self.lines.bind(py).clone().next()? {
                Ok(line) => line,
                Err(raised) => return Some(Err(self.end(raised))),
            };
            let mut given = Given::default();
            Some(match given.read(&line) {
                Ok(_) if !given.files.is_empty() => Err(Error::invalid(
                    "references",
                    "must be paths or addresses: a batch keeps no bytes",
                )),
                Ok(fields) => Ok(fields),
                Err(raised) => Err(self.end(raised)),
            })
        })
    }
}

impl Source {
    fn end(&mut self, raised: PyErr) -> Error {
        self.raised = Some(raised);
        Error::new(ErrorKind::Cancelled, "the lines ended in an exception")
    }
}

fn told<'py>(
    py: Python<'py>,
    added: Result<(Added, Vec<sorakit::ErrorReport>)>,
) -> PyResult<Bound<'py, PyAny>> {
    let (added, refused) = added.map_err(|error| raise(py, &error.on("batch.add")))?;
    let added = json!({
        "new": added.new,
        "known": added.known,
        "invalid": added.invalid,
        "errors": refused,
    });
    to_python(py, &added)
}
