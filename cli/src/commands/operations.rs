//! `sorakit operations`: everything that can be called.

use serde_json::{Value, json};
use sorakit::Dialect;
use sorakit_bridge::catalog;

use crate::connection::dialect;
use crate::outcome::{Outcome, Report};

/// What `operations` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit operations --dialect sora\n  \
    sorakit operations --json | jq '.[] | select(.name == \"sora.videos.create\") | .request'")]
pub struct Arguments {
    /// Of this dialect alone.
    #[arg(long, value_name = "NAME", value_parser = dialect())]
    dialect: Option<Dialect>,
    /// Prints a JSON array, with the schemas of requests and answers.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let mut catalog = catalog();
    let mut operations: Vec<Value> = match catalog["operations"].take() {
        Value::Array(operations) => operations,
        _ => Vec::new(),
    };
    if let Some(dialect) = arguments.dialect {
        operations.retain(|operation| operation["dialect"] == dialect.as_str());
    }
    let text = operations.iter().map(line).collect();
    Ok(Report {
        text,
        json: json!(operations),
    })
}

fn line(operation: &Value) -> String {
    let field = |name: &str| operation[name].as_str().unwrap_or_default();
    let doc = field("doc").lines().next().unwrap_or_default();
    let (name, method, path) = (field("name"), field("method"), field("path"));
    format!("{name:<32} {method:<6} {path:<48} {doc}\n")
}
