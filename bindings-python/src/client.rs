//! The client: calls by name, with plain values.

use std::sync::Arc;
use std::time::Duration;

use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::Value;
use sorakit::api::FileInput;
use sorakit::methods::MethodFn;
use sorakit::{Error, ErrorKind, Job, JobKind, Options, Result};

use crate::blocking::wait;
use crate::completions::Completions;
use crate::error::raise;
use crate::store::PythonStore;
use crate::stream::{self, Stream};
use crate::value::{Given, plain, to_python};

/// One account on one server.
#[pyclass(frozen, module = "sorakit._native")]
pub struct Client {
    client: sorakit::Client,
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (options, store=None, on_event=None))]
    fn new(
        py: Python<'_>,
        options: &Bound<'_, PyDict>,
        store: Option<Py<PyAny>>,
        on_event: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let options = plain(options)?;
        let client = py
            .detach(|| make(options, store))
            .map_err(|error| raise(py, &error))?;
        if let Some(callback) = on_event {
            client.observe(move |event: &sorakit::Event| {
                let event = serde_json::to_value(event).unwrap_or_default();
                Python::attach(|py| {
                    let called =
                        to_python(py, &event).and_then(|event| callback.call1(py, (event,)));
                    if let Err(error) = called {
                        error.write_unraisable(py, Some(callback.bind(py)));
                    }
                });
            });
        }
        Ok(Self { client })
    }

    #[getter]
    fn dialect(&self) -> &'static str {
        self.client.dialect().as_str()
    }

    #[getter]
    fn base_url(&self) -> &str {
        self.client.base_url()
    }

    /// Waits, for ten seconds at most, for a renewal that is under way.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        let client = self.client.clone();
        wait(py, async move { client.close().await })
    }

    /// The same for asyncio: `future` is done when it is.
    fn begin_close(&self, completions: &Completions, future: Py<PyAny>) -> u64 {
        let client = self.client.clone();
        let closing = async move { client.close().await };
        completions.begin(future, closing, |py, ()| Ok(py.None()))
    }

    /// Sets the token of an admin login, or forgets it.
    #[pyo3(signature = (token))]
    fn set_admin_token(&self, token: Option<String>) {
        self.client.set_admin_token(token.map(Into::into));
    }

    /// Makes a call and waits for its result. Fields that are None are left out; `extra` are
    /// further fields, sent as they are.
    #[pyo3(signature = (name, fields, extra=None, timeout=None))]
    fn call<'py>(
        &self,
        name: &str,
        fields: &Bound<'py, PyDict>,
        extra: Option<&Bound<'py, PyAny>>,
        timeout: Option<f64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = fields.py();
        let (call, fields, files) = prepare(name, fields, extra)?;
        let client = self.waiting(py, timeout)?;
        let result = wait(py, call(client, fields, files))?;
        to_python(py, &result.map_err(|error| raise(py, &error))?)
    }

    #[pyo3(signature = (completions, future, name, fields, extra=None, timeout=None))]
    /// Begins a call whose result `future` gets; the number is for `Completions.cancel`.
    fn begin(
        &self,
        completions: &Completions,
        future: Py<PyAny>,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
        timeout: Option<f64>,
    ) -> PyResult<u64> {
        let fields_py = fields.py();
        let (call, fields, files) = prepare(name, fields, extra)?;
        let call = call(self.waiting(fields_py, timeout)?, fields, files);
        Ok(completions.begin(future, call, |py, result| {
            let value = result.map_err(|error| raise(py, &error))?;
            to_python(py, &value).map(Bound::unbind)
        }))
    }

    /// The events of an operation that is answered as a stream, or the items of a list with pages.
    #[pyo3(signature = (name, fields, extra=None))]
    fn events(
        &self,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Stream> {
        let py = fields.py();
        let events =
            sorakit::api::find(name).and_then(|operation| operation.events.or(operation.items));
        let events = events.ok_or_else(|| raise(py, &unknown(name)))?;
        let mut given = Given::default();
        let fields = given.call(fields, extra)?;
        let events = (events.stream)(self.client.clone(), fields, given.files);
        events
            .map(stream::events)
            .map_err(|error| raise(py, &error))
    }

    /// The bytes of the file that an operation is answered with, piece by piece.
    #[pyo3(signature = (name, fields, extra=None))]
    fn content(
        &self,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Stream> {
        let py = fields.py();
        let content = sorakit::api::find(name).and_then(|operation| operation.content);
        let content = content.ok_or_else(|| raise(py, &unknown(name)))?;
        let mut given = Given::default();
        let fields = given.call(fields, extra)?;
        let opening = content(self.client.clone(), fields, given.files);
        Ok(stream::bytes(opening))
    }

    /// A job known by its id alone.
    fn resume<'py>(&self, py: Python<'py>, kind: &str, id: String) -> PyResult<Bound<'py, PyAny>> {
        let kind = match kind {
            "image" => JobKind::Image,
            _ => JobKind::Video,
        };
        let job = Job::new(id, self.client.dialect(), kind);
        to_python(py, &serde_json::to_value(job).unwrap_or_default())
    }

    /// Waits until a job has succeeded; its progress are the job as each poll sees it.
    #[pyo3(signature = (job, timeout=None))]
    fn wait(&self, job: &Bound<'_, PyAny>, timeout: Option<f64>) -> PyResult<Stream> {
        let timeout = duration(job.py(), timeout)?;
        Ok(stream::wait(self.client.clone(), read_job(job)?, timeout))
    }

    /// The job as each poll sees it, until it has ended, well or not.
    fn watch(&self, job: &Bound<'_, PyAny>) -> PyResult<Stream> {
        Ok(stream::watch(&self.client, &read_job(job)?))
    }

    /// Downloads a job's video to a path; its progress are the bytes so far.
    fn download(&self, job: &Bound<'_, PyAny>, path: std::path::PathBuf) -> PyResult<Stream> {
        Ok(stream::download(self.client.clone(), read_job(job)?, path))
    }

    /// The bytes of a job's video, piece by piece, not checked.
    fn open(&self, job: &Bound<'_, PyAny>) -> PyResult<Stream> {
        Ok(stream::open(self.client.clone(), read_job(job)?))
    }
}

impl Client {
    /// The client, with how long a creation is waited for.
    fn waiting(&self, py: Python<'_>, timeout: Option<f64>) -> PyResult<sorakit::Client> {
        let deadline = duration(py, timeout)?;
        Ok(self.client.clone().with_deadline(deadline))
    }
}

fn duration(py: Python<'_>, seconds: Option<f64>) -> PyResult<Option<Duration>> {
    let read = seconds.map(Duration::try_from_secs_f64).transpose();
    read.map_err(|_| {
        let error = Error::invalid("timeout", "must be a number of seconds from 0");
        raise(py, &error)
    })
}

type Prepared = (MethodFn, Value, Vec<FileInput>);

/// What a call needs: the function of its name, its fields, and the files among them.
fn prepare(
    name: &str,
    fields: &Bound<'_, PyDict>,
    extra: Option<&Bound<'_, PyAny>>,
) -> PyResult<Prepared> {
    let call = sorakit::methods::find(name)
        .map(|method| method.call)
        .or_else(|| sorakit::api::find(name).map(|operation| operation.call));
    let call = call.ok_or_else(|| raise(fields.py(), &unknown(name)))?;
    let mut given = Given::default();
    let fields = given.call(fields, extra)?;
    Ok((call, fields, given.files))
}

fn unknown(name: &str) -> Error {
    Error::new(ErrorKind::Unsupported, "there is no such operation").on(name.to_owned())
}

fn read_job(job: &Bound<'_, PyAny>) -> PyResult<Job> {
    serde_json::from_value(plain(job)?).map_err(|error| {
        raise(
            job.py(),
            &Error::invalid("job", format!("is not a job: {error}")),
        )
    })
}

/// A client with these options, completed from the environment, over a store of
/// Python's where there is one.
fn make(options: Value, store: Option<Py<PyAny>>) -> Result<sorakit::Client> {
    let options = read_options(options)?;
    match store {
        Some(store) => sorakit::Client::new_with_store(options, PythonStore(Arc::new(store))),
        None => sorakit::Client::new(options),
    }
}

/// The options of a client, as Python gave them.
pub fn read_options(options: Value) -> Result<Options> {
    serde_json::from_value(options)
        .map_err(|error| Error::new(ErrorKind::InvalidInput, error.to_string()))
}

/// Waits, for ten seconds at most, until every renewal of this process is stored.
#[pyfunction]
pub fn drain(py: Python<'_>) -> bool {
    py.detach(|| sorakit::host::drain(sorakit::host::DRAIN_LIMIT))
}
