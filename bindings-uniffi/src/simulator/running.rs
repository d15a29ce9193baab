//! The running simulator.

use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sorakit::api::read_as;
use sorakit::{Error, ErrorKind, Result};
use sorakit_simulator::{AccountSpec, Rule, SentinelSettings, Shapes, Simulator};

/// A simulator that runs.
pub struct Running(Simulator);

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

impl Running {
    /// Starts it with these settings.
    pub fn start(settings: Value) -> Result<Self> {
        let settings: Settings = read_as("simulator", settings)?;
        let mut builder = Simulator::builder().port(settings.port);
        if let Some(speed) = settings.speed {
            builder = builder.speed(at_least_zero("speed", speed)?);
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
        let started = builder.start().map_err(|error| {
            let what = format!("the simulator cannot be started: {error}");
            Error::new(ErrorKind::Configuration, what)
        });
        started.map(Self)
    }

    /// Answers a question, or does what it is told.
    pub fn ask(&self, what: &str, given: Value) -> Result<Value> {
        let simulator = &self.0;
        match what {
            "url" => return Ok(simulator.url().into()),
            "control_token" => return Ok(simulator.control_token().into()),
            "base_url" => {
                let dialect: String = read(what, given)?;
                return Ok(simulator.base_url(&dialect).into());
            }
            "credentials" => return Ok(value(simulator.credentials())),
            "add_account" => {
                let account: AccountSpec = read_as("account", given)?;
                return Ok(value(simulator.add_account(account).1));
            }
            "add_fault" => {
                let rule: Rule = read_as("fault", given)?;
                return Ok(json!(simulator.add_fault(rule)));
            }
            "journal" => {
                let operation: Option<String> = read(what, given)?;
                return Ok(match operation {
                    Some(operation) => value(simulator.requests_of(&operation)),
                    None => value(simulator.journal()),
                });
            }
            "advance" => {
                let seconds = at_least_zero("seconds", read(what, given)?)?;
                simulator
                    .advance(Duration::try_from_secs_f64(seconds).map_err(|_| number("seconds"))?);
            }
            "set_speed" => simulator.set_speed(at_least_zero("speed", read(what, given)?)?),
            "clear_faults" => simulator.clear_faults(),
            "clear_journal" => simulator.clear_journal(),
            // As a fault of sorakit's own would, to see what becomes of it.
            "panic" => panic!("it was asked to"),
            _ => {
                return Err(Error::invalid(
                    "what",
                    format!("the simulator knows no `{what}`"),
                ));
            }
        }
        Ok(Value::Null)
    }
}

fn read<T: DeserializeOwned>(what: &str, given: Value) -> Result<T> {
    read_as(what, given)
}

fn value(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn at_least_zero(field: &str, number: f64) -> Result<f64> {
    match number.is_finite() && number >= 0.0 {
        true => Ok(number),
        false => Err(self::number(field)),
    }
}

fn number(field: &str) -> Error {
    Error::invalid(field, "must be a number from 0")
}
