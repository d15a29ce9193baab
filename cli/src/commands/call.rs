//! `sorakit call`: one call of any operation, with its fields as JSON.

use std::io::Read;

use serde_json::Value;
use sorakit::api::{find, operations};
use sorakit::{Error, Result};

use crate::connection::Server;
use crate::outcome::{Outcome, Report};

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
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments) -> Outcome {
    let operation = find(&arguments.operation).ok_or_else(|| unknown(&arguments.operation))?;
    let fields = fields(&arguments.json)?;
    let connected = arguments.server.connect(Some(operation.meta.dialect))?;
    let answer = (operation.call)(connected.client.clone(), fields, Vec::new()).await?;
    Ok(Report {
        text: String::new(),
        json: answer,
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
