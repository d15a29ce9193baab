//! The simulator, in this process.

use std::sync::Mutex;
use std::time::Duration;

use napi_derive::napi;
use serde::Deserialize;
use sorakit_simulator::{Rule, Shapes, Simulator};

use crate::failure::{read, reject, write};

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    port: u16,
    speed: Option<f64>,
    stepped: bool,
    seed: Option<u64>,
    shapes: Option<Shapes>,
}

/// A running simulator.
#[napi]
pub struct NativeSimulator {
    simulator: Mutex<Option<Simulator>>,
}

#[napi]
impl NativeSimulator {
    /// Starts one on loopback, with settings as JSON.
    #[napi(constructor)]
    pub fn new(settings: String) -> napi::Result<Self> {
        let settings: Settings = read("simulator", &settings)?;
        let mut builder = Simulator::builder().port(settings.port);
        if let Some(speed) = settings.speed {
            builder = builder.speed(speed);
        }
        if settings.stepped {
            builder = builder.stepped();
        }
        if let Some(seed) = settings.seed {
            builder = builder.seed(seed);
        }
        if let Some(shapes) = settings.shapes {
            builder = builder.shapes(shapes);
        }
        let simulator = builder.start().map_err(|error| {
            let what = format!("the simulator cannot be started: {error}");
            reject(sorakit::Error::new(sorakit::ErrorKind::Configuration, what))
        })?;
        Ok(Self {
            simulator: Mutex::new(Some(simulator)),
        })
    }

    /// The address of the main origin.
    #[napi]
    pub fn url(&self) -> napi::Result<String> {
        self.with(|simulator| simulator.url().to_owned())
    }

    /// The base URL of a dialect.
    #[napi]
    pub fn base_url(&self, dialect: String) -> napi::Result<String> {
        self.with(|simulator| simulator.base_url(&dialect))
    }

    /// The first account's credentials, as JSON.
    #[napi]
    pub fn credentials(&self) -> napi::Result<String> {
        self.with(|simulator| write(&simulator.credentials()))
    }

    /// Moves the clock forward, by seconds.
    #[napi]
    pub fn advance(&self, seconds: f64) -> napi::Result<()> {
        let duration = Duration::try_from_secs_f64(seconds).unwrap_or_default();
        self.with(|simulator| simulator.advance(duration))
    }

    /// Adds a fault, given as JSON; answers with its number.
    #[napi]
    pub fn add_fault(&self, rule: String) -> napi::Result<f64> {
        let rule: Rule = read("fault", &rule)?;
        self.with(|simulator| simulator.add_fault(rule) as f64)
    }

    /// Removes all faults.
    #[napi]
    pub fn clear_faults(&self) -> napi::Result<()> {
        self.with(Simulator::clear_faults)
    }

    /// Every request so far, as JSON.
    #[napi]
    pub fn journal(&self) -> napi::Result<String> {
        self.with(|simulator| write(&simulator.journal()))
    }

    /// Stops it. Its ports are closed when this returns; a second time does nothing.
    #[napi]
    pub fn stop(&self) {
        let simulator = self.lock().take();
        drop(simulator);
    }

    fn with<T>(&self, read: impl FnOnce(&Simulator) -> T) -> napi::Result<T> {
        match &*self.lock() {
            Some(simulator) => Ok(read(simulator)),
            None => Err(reject(sorakit::Error::new(
                sorakit::ErrorKind::Configuration,
                "the simulator was stopped",
            ))),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Simulator>> {
        self.simulator
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}
