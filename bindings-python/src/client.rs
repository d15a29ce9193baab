//! The client: calls by name, with plain values.

use std::time::Duration;

use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use serde_json::Value;
use sorakit::platform::BoxFuture;
use sorakit::{ByteRange, Job, JobKind, Options, Result};
use sorakit_bridge::{Deliverable, Session};

use crate::blocking::wait;
use crate::completions::Completions;
use crate::error::raise;
use crate::held::Held;
use crate::store::PythonStore;
use crate::stream::{self, Stream};
use crate::value::{Given, plain, text, to_python};

/// One account on one server.
#[pyclass(frozen, module = "sorakit._native")]
pub struct Client {
    session: Session,
    /// Python objects that the client holds.
    held: Vec<Held>,
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
        let [store, on_event] = [store, on_event].map(|object| object.map(Held::new));
        let held = store.iter().chain(&on_event).cloned().collect();
        let client = py
            .detach(|| make(options, store))
            .map_err(|error| raise(py, &error))?;
        if let Some(callback) = on_event {
            client.observe(move |event: &sorakit::Event| {
                let event = serde_json::to_value(event).unwrap_or_default();
                Python::attach(|py| {
                    let Some(callback) = callback.get(py) else {
                        return;
                    };
                    let called = to_python(py, &event).and_then(|event| callback.call1((event,)));
                    if let Err(error) = called {
                        error.write_unraisable(py, Some(&callback));
                    }
                });
            });
        }
        Ok(Self {
            session: client.into(),
            held,
        })
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.held.iter().try_for_each(|held| held.visit(&visit))
    }

    fn __clear__(&self) {
        self.held.iter().for_each(Held::clear);
    }

    #[getter]
    fn dialect(&self) -> Option<&'static str> {
        self.client().detected().map(|found| found.dialect.as_str())
    }

    #[getter]
    fn flavour(&self) -> Option<&'static str> {
        self.client()
            .detected()?
            .flavour
            .map(sorakit::Flavour::as_str)
    }

    #[getter]
    fn base_url(&self) -> &str {
        self.client().base_url()
    }

    /// Waits at most ten seconds for a renewal under way.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        let client = self.client().clone();
        wait(py, async move { client.close().await })
    }

    /// The same for asyncio: `future` completes when it is done.
    fn begin_close(&self, completions: &Completions, future: Py<PyAny>) -> u64 {
        let client = self.client().clone();
        let closing = async move { client.close().await };
        completions.begin(future, closing, |py, ()| Ok(py.None()))
    }

    /// Sets the token of an admin login, or forgets it.
    #[pyo3(signature = (token))]
    fn set_admin_token(&self, token: Option<&Bound<'_, PyString>>) -> PyResult<()> {
        let token = token.map(|token| text("token", token)).transpose()?;
        self.client().set_admin_token(token.map(Into::into));
        Ok(())
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
        let call = self.prepare(name, fields, extra, timeout)?;
        let result = wait(py, call)?;
        to_python(py, &result.map_err(|error| raise(py, &error))?)
    }

    #[pyo3(signature = (completions, future, name, fields, extra=None, timeout=None))]
    /// Begins a call whose result goes to `future`; the number is for `Completions.cancel`.
    fn begin(
        &self,
        completions: &Completions,
        future: Py<PyAny>,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
        timeout: Option<f64>,
    ) -> PyResult<u64> {
        let call = self.prepare(name, fields, extra, timeout)?;
        Ok(completions.begin(future, call, |py, result| {
            let value = result.map_err(|error| raise(py, &error))?;
            to_python(py, &value).map(Bound::unbind)
        }))
    }

    /// The events of an operation with a streamed answer, or the items of a paged list.
    #[pyo3(signature = (name, fields, extra=None))]
    fn events(
        &self,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Stream> {
        let py = fields.py();
        let mut given = Given::default();
        let fields = given.call(fields, extra)?;
        let pieces = self.session.pieces(name, fields, &given.files);
        pieces
            .map(stream::events)
            .map_err(|error| raise(py, &error))
    }

    /// The file that an operation is answered with: what is known of it, then its bytes, piece by
    /// piece.
    #[pyo3(signature = (name, fields, extra=None))]
    fn content(
        &self,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Stream> {
        let py = fields.py();
        let mut given = Given::default();
        let fields = given.call(fields, extra)?;
        let opening = self.session.content(name, fields, given.files);
        opening
            .map(stream::bytes)
            .map_err(|error| raise(py, &error))
    }

    /// A job known by its id alone.
    fn resume<'py>(&self, kind: &str, id: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let py = id.py();
        let kind = match kind {
            "image" => JobKind::Image,
            _ => JobKind::Video,
        };
        let job = self.session.resume(kind, text("id", id)?);
        to_python(py, &serde_json::to_value(job).unwrap_or_default())
    }

    /// Waits until a job has succeeded, yielding the job as each poll sees it.
    #[pyo3(signature = (job, timeout=None))]
    fn wait(&self, job: &Bound<'_, PyAny>, timeout: Option<f64>) -> PyResult<Stream> {
        let timeout = duration(job.py(), timeout)?;
        Ok(stream::wait(self.session.clone(), read_job(job)?, timeout))
    }

    /// Yields the job as each poll sees it, until it has ended, well or not.
    fn watch(&self, job: &Bound<'_, PyAny>) -> PyResult<Stream> {
        Ok(stream::watch(&self.session, &read_job(job)?))
    }

    /// Downloads a job's file, or the one at an address, to a path, yielding the bytes so
    /// far.
    #[pyo3(signature = (what, path, index=0))]
    fn download(
        &self,
        what: &Bound<'_, PyAny>,
        path: std::path::PathBuf,
        index: usize,
    ) -> PyResult<Stream> {
        let what = read_what(what)?;
        Ok(stream::download(self.session.clone(), what, path, index))
    }

    /// Yields what is known of a job's file, or of the one at an address, then a range of its
    /// bytes, piece by piece.
    #[pyo3(signature = (what, index=0, start=0, end=None))]
    fn open(
        &self,
        what: &Bound<'_, PyAny>,
        index: usize,
        start: u64,
        end: Option<u64>,
    ) -> PyResult<Stream> {
        let range = ByteRange { start, end };
        let what = read_what(what)?;
        Ok(stream::open(self.session.clone(), what, index, range))
    }
}

impl Client {
    pub fn client(&self) -> &sorakit::Client {
        self.session.client()
    }

    /// Prepares a call with its fields, the files among them, and the deadline of a
    /// creation.
    fn prepare(
        &self,
        name: &str,
        fields: &Bound<'_, PyDict>,
        extra: Option<&Bound<'_, PyAny>>,
        timeout: Option<f64>,
    ) -> PyResult<BoxFuture<'static, Result<Value>>> {
        let py = fields.py();
        let deadline = duration(py, timeout)?;
        let session = Session::from(self.client().clone().with_deadline(deadline));
        let mut given = Given::default();
        let fields = given.call(fields, extra)?;
        let call = session.call(name, fields, given.files);
        call.map_err(|error| raise(py, &error))
    }
}

fn duration(py: Python<'_>, seconds: Option<f64>) -> PyResult<Option<Duration>> {
    sorakit::seconds("timeout", seconds).map_err(|error| raise(py, &error))
}

fn read_job(job: &Bound<'_, PyAny>) -> PyResult<Job> {
    sorakit::api::read_as("job", plain(job)?).map_err(|error| raise(job.py(), &error))
}

fn read_what(what: &Bound<'_, PyAny>) -> PyResult<Deliverable> {
    match what.extract::<String>() {
        Ok(url) => Ok(Deliverable::Address(url)),
        Err(_) => Ok(Deliverable::Job(Box::new(read_job(what)?))),
    }
}

/// Makes a client with these options, completed from the environment, over Python's
/// store if there is one.
fn make(options: Value, store: Option<Held>) -> Result<sorakit::Client> {
    let options = read_options(options)?;
    match store {
        Some(store) => sorakit::Client::new_with_store(options, PythonStore(store)),
        None => sorakit::Client::new(options),
    }
}

/// Reads the options of a client, as Python gave them.
pub fn read_options(options: Value) -> Result<Options> {
    sorakit::api::read_as("options", options)
}

/// Refuses a download target that cannot be written.
#[pyfunction]
pub fn check_target(py: Python<'_>, path: std::path::PathBuf) -> PyResult<()> {
    let checked = py.detach(|| sorakit::check_target(&path));
    checked.map_err(|error| raise(py, &error.on("check_target")))
}

/// Waits at most ten seconds until every renewal of this process is stored.
#[pyfunction]
pub fn drain(py: Python<'_>) -> bool {
    py.detach(|| sorakit::host::drain(sorakit::host::DRAIN_LIMIT))
}
