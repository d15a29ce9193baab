//! The simulator, in this process.

use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyAny;
use serde_json::Value;
use sorakit_simulator::{AccountSpec, Rule, SentinelSettings, Shapes};

use crate::value::{plain, to_python};

/// A running simulator. It stops when it is closed or dropped.
#[pyclass(frozen, module = "sorakit._native")]
pub struct Simulator {
    running: Mutex<Option<sorakit_simulator::Simulator>>,
}

#[pymethods]
impl Simulator {
    #[new]
    #[pyo3(signature = (*, port=0, speed=1.0, seed=0, shapes="observed", difficulty=None, account=None))]
    fn new(
        py: Python<'_>,
        port: u16,
        speed: f64,
        seed: u64,
        shapes: &str,
        difficulty: Option<String>,
        account: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut builder = sorakit_simulator::Simulator::builder()
            .port(port)
            .speed(at_least_zero("speed", speed)?)
            .seed(seed)
            .shapes(read_shapes(shapes)?);
        if let Some(difficulty) = difficulty {
            builder = builder.sentinel(SentinelSettings {
                difficulty,
                ..SentinelSettings::default()
            });
        }
        if let Some(account) = account {
            builder = builder.first_run_account(read_account(account)?);
        }
        let started = py.detach(|| builder.start());
        Ok(Self {
            running: Mutex::new(Some(
                started.map_err(|error| PyOSError::new_err(error.to_string()))?,
            )),
        })
    }

    #[getter]
    fn url(&self) -> PyResult<String> {
        self.with(|simulator| simulator.url().to_owned())
    }

    #[getter]
    fn control_token(&self) -> PyResult<String> {
        self.with(|simulator| simulator.control_token().to_owned())
    }

    fn base_url(&self, dialect: &str) -> PyResult<String> {
        self.with(|simulator| simulator.base_url(dialect))
    }

    fn credentials<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let credentials = self.with(|simulator| simulator.credentials())?;
        to_python(py, &serde_json::to_value(credentials).unwrap_or_default())
    }

    /// Adds an account, and returns its credentials.
    fn add_account<'py>(&self, account: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let spec = read_account(account)?;
        let (_, credentials) = self.with(|simulator| simulator.add_account(spec))?;
        to_python(
            account.py(),
            &serde_json::to_value(credentials).unwrap_or_default(),
        )
    }

    fn advance(&self, seconds: f64) -> PyResult<()> {
        let duration = Duration::try_from_secs_f64(seconds)
            .map_err(|_| PyValueError::new_err("seconds must be a number from 0"))?;
        self.with(|simulator| simulator.advance(duration))
    }

    fn set_speed(&self, speed: f64) -> PyResult<()> {
        let speed = at_least_zero("speed", speed)?;
        self.with(|simulator| simulator.set_speed(speed))
    }

    fn set_shapes(&self, shapes: &str) -> PyResult<()> {
        let shapes = read_shapes(shapes)?;
        self.with(|simulator| simulator.set_shapes(shapes))
    }

    fn add_fault(&self, rule: &Bound<'_, PyAny>) -> PyResult<u64> {
        let rule: Rule = sorakit::api::read_as("rule", plain(rule)?)
            .map_err(|error| PyValueError::new_err(format!("not a rule: {}", error.reason())))?;
        self.with(|simulator| simulator.add_fault(rule))
    }

    fn clear_faults(&self) -> PyResult<()> {
        self.with(sorakit_simulator::Simulator::clear_faults)
    }

    #[pyo3(signature = (operation=None))]
    fn journal<'py>(
        &self,
        py: Python<'py>,
        operation: Option<&str>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let entries = self.with(|simulator| match operation {
            Some(operation) => simulator.requests_of(operation),
            None => simulator.journal(),
        })?;
        to_python(py, &serde_json::to_value(entries).unwrap_or_default())
    }

    fn clear_journal(&self) -> PyResult<()> {
        self.with(sorakit_simulator::Simulator::clear_journal)
    }

    /// Stops the simulator: its ports are closed when this returns.
    fn close(&self, py: Python<'_>) {
        let running = self.lock().take();
        py.detach(|| drop(running));
    }
}

impl Simulator {
    fn lock(&self) -> MutexGuard<'_, Option<sorakit_simulator::Simulator>> {
        self.running
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }

    fn with<T>(&self, act: impl FnOnce(&sorakit_simulator::Simulator) -> T) -> PyResult<T> {
        match &*self.lock() {
            Some(simulator) => Ok(act(simulator)),
            None => Err(PyRuntimeError::new_err("the simulator is closed")),
        }
    }
}

fn at_least_zero(name: &str, number: f64) -> PyResult<f64> {
    match number.is_finite() && number >= 0.0 {
        true => Ok(number),
        false => Err(PyValueError::new_err(format!(
            "{name} must be a number from 0"
        ))),
    }
}

fn read_shapes(name: &str) -> PyResult<Shapes> {
    serde_json::from_value(Value::from(name))
        .map_err(|_| PyValueError::new_err("shapes must be \"documented\" or \"observed\""))
}

/// Reads an account's specification, in the words of the control surface.
fn read_account(object: &Bound<'_, PyAny>) -> PyResult<AccountSpec> {
    sorakit::api::read_as("account", plain(object)?)
        .map_err(|error| PyValueError::new_err(format!("not an account: {}", error.reason())))
}
