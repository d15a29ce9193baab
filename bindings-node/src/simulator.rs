//! The simulator, in this process.

use std::sync::Mutex;
use std::time::Duration;

use napi_derive::napi;
use serde::Deserialize;
use sorakit_simulator::{AccountSpec, Rule, SentinelSettings, Shapes, Simulator};

use crate::failure::{read, reject, write};

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    port: u16,
    speed: Option<f64>,
    stepped: bool,
    seed: Option<u64>,
    shapes: Option<Shapes>,
    difficulty: Option<String>,
    account: Option<AccountSpec>,
}

/// A running simulator.
#[napi]
pub struct NativeSimulator {
    simulator: Mutex<Option<Simulator>>,
}

#[napi]
impl NativeSimulator {
    /// Starts one on loopback, with settings as JSON.
    #[napi(constructor, catch_unwind)]
    pub fn new(settings: String) -> napi::Result<Self> {
        let settings: Settings = read("simulator", &settings)?;
        let mut builder = Simulator::builder().port(settings.port);
        if let Some(speed) = settings.speed {
            if !(speed.is_finite() && speed >= 0.0) {
                return Err(not_a_number("speed"));
            }
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
        if let Some(difficulty) = settings.difficulty {
            builder = builder.sentinel(SentinelSettings {
                difficulty,
                ..SentinelSettings::default()
            });
        }
        if let Some(account) = settings.account {
            builder = builder.first_run_account(account);
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
    #[napi(catch_unwind)]
    pub fn url(&self) -> napi::Result<String> {
        self.with(|simulator| simulator.url().to_owned())
    }

    /// The token of the control surface.
    #[napi]
    pub fn control_token(&self) -> napi::Result<String> {
        self.with(|simulator| simulator.control_token().to_owned())
    }

    /// The base URL of a dialect.
    #[napi(catch_unwind)]
    pub fn base_url(&self, dialect: String) -> napi::Result<String> {
        self.with(|simulator| simulator.base_url(&dialect))
    }

    /// The first account's credentials, as JSON.
    #[napi(catch_unwind)]
    pub fn credentials(&self) -> napi::Result<String> {
        self.with(|simulator| write(&simulator.credentials()))
    }

    /// Adds an account, given as JSON; returns its credentials, as JSON.
    #[napi(catch_unwind)]
    pub fn add_account(&self, spec: String) -> napi::Result<String> {
        let spec: AccountSpec = read("account", &spec)?;
        self.with(|simulator| write(&simulator.add_account(spec).1))
    }

    /// Moves the clock forward, by seconds.
    #[napi(catch_unwind)]
    pub fn advance(&self, seconds: f64) -> napi::Result<()> {
        let duration = Duration::try_from_secs_f64(seconds).map_err(|_| not_a_number("seconds"))?;
        self.with(|simulator| simulator.advance(duration))
    }

    /// Sets the number of simulated seconds per real second.
    #[napi(catch_unwind)]
    pub fn set_speed(&self, speed: f64) -> napi::Result<()> {
        if !(speed.is_finite() && speed >= 0.0) {
            return Err(not_a_number("speed"));
        }
        self.with(|simulator| simulator.set_speed(speed))
    }

    /// Adds a fault, given as JSON; returns its number.
    #[napi(catch_unwind)]
    pub fn add_fault(&self, rule: String) -> napi::Result<f64> {
        let rule: Rule = read("fault", &rule)?;
        self.with(|simulator| simulator.add_fault(rule) as f64)
    }

    /// Removes all faults.
    #[napi(catch_unwind)]
    pub fn clear_faults(&self) -> napi::Result<()> {
        self.with(Simulator::clear_faults)
    }

    /// Every request so far, or those of one operation, as JSON.
    #[napi(catch_unwind)]
    pub fn journal(&self, operation: Option<String>) -> napi::Result<String> {
        self.with(|simulator| match &operation {
            Some(operation) => write(&simulator.requests_of(operation)),
            None => write(&simulator.journal()),
        })
    }

    /// Forgets the requests so far.
    #[napi(catch_unwind)]
    pub fn clear_journal(&self) -> napi::Result<()> {
        self.with(Simulator::clear_journal)
    }

    /// Stops it. Its ports are closed when this returns; calling it again does nothing.
    #[napi(catch_unwind)]
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

fn not_a_number(field: &str) -> napi::Error {
    reject(sorakit::Error::invalid(field, "must be a number from 0"))
}
