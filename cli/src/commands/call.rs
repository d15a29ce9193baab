//! `sorakit call`: one call of any operation, with its fields as JSON.

use std::io::Read;
use std::path::PathBuf;

use serde_json::Value;
use sorakit::api::{find, operations};
use sorakit::text::shell;
use sorakit::{Error, Result};

use crate::connection::Server;
use crate::outcome::{Outcome, Report};
use crate::recording::{self, Recorder};

/// What `call` is told.
#[derive(clap::Args)]
#[command(
    after_help = "The answer is printed as JSON. A field that is a file is given as \
    {\"path\": \"cat.png\"}.\n\n\
    Examples:\n  \
    sorakit call sora.quota.check --simulate\n  \
    sorakit call sora.drafts.list --json '{\"limit\": 5}'"
)]
pub struct Arguments {
    /// The operation's name, as `sorakit operations` lists it.
    operation: String,
    /// Its fields, as a JSON object; `-` reads them from the standard input.
    #[arg(long, value_name = "FIELDS", default_value = "{}")]
    json: String,
    /// A new file that gets what was asked and answered, without secrets: to report a server that
    /// is odd.
    #[arg(long, value_name = "FILE", conflicts_with = "simulate")]
    record: Option<PathBuf>,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments) -> Outcome {
    let operation = find(&arguments.operation).ok_or_else(|| unknown(&arguments.operation))?;
    let fields = fields(&arguments.json)?;
    let recorder = Recorder::default();
    let dialect = operation.meta.dialect;
    let connected = match &arguments.record {
        Some(path) => {
            recording::check(path)?;
            arguments.server.connect_recording(dialect, &recorder)?
        }
        None => arguments.server.connect(Some(dialect))?,
    };
    let client = &connected.client;
    let answer = client.call_described(operation, fields.clone(), &[]).await;
    if let Some(path) = &arguments.record {
        recorder.write(path, client, operation.meta.name, &fields, &answer)?;
        eprintln!(
            "{} holds what was asked and answered; read it before you send it on.",
            shell(&path.to_string_lossy())
        );
    }
    Ok(Report {
        text: String::new(),
        json: answer?,
    })
}

fn fields(text: &str) -> Result<Value> {
    let mut input = String::new();
    let text = match text {
        "-" => {
            std::io::stdin()
                .read_to_string(&mut input)
                .map_err(|error| Error::invalid("json", error.to_string()))?;
            &input
        }
        text => text,
    };
    let read: Result<Value, _> = serde_json::from_str(text);
    read.ok()
        .filter(Value::is_object)
        .ok_or_else(|| Error::invalid("json", "must be a JSON object of the operation's fields"))
}

/// Names what is nearest: the operations of the same dialect.
fn unknown(name: &str) -> Error {
    let dialect = name.split('.').next().unwrap_or_default();
    let near: Vec<_> = operations()
        .map(|operation| operation.meta.name)
        .filter(|known| known.split('.').next() == Some(dialect))
        .collect();
    let what = match near.as_slice() {
        [] => format!("there is no operation `{name}`"),
        near => format!(
            "there is no operation `{name}`; {dialect} has {}",
            near.join(", ")
        ),
    };
    Error::invalid("operation", what).hint("`sorakit operations` lists all of them.")
}
