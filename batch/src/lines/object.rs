//! The request that a line's fields make.

use std::path::{Component, Path, PathBuf};

use serde_json::{Map, Value};
use sorakit::text::shown;
use sorakit::{Error, JobKind, Result};

use super::openai;
use crate::creation::{Creation, Request};

/// The fields of a line that are no part of what is asked for.
pub const NAMES: [&str; 3] = ["custom_id", "output", "kind"];

/// The longest `custom_id`, in characters.
const LONGEST_ID: usize = 500;

/// Reads the fields of a line. `kind` is what it makes if it does not say.
pub fn request(mut fields: Map<String, Value>, kind: JobKind) -> Result<Request> {
    let custom_id = fields.remove("custom_id").map(custom_id).transpose()?;
    let output = fields.remove("output").map(output).transpose()?;
    let creation = match fields.contains_key("body") {
        true => openai::creation(fields)?,
        false => {
            let kind = fields.remove("kind").map_or(Ok(kind), read_kind)?;
            Creation::read(kind, Value::Object(fields))?
        }
    };
    creation.check_alone()?;
    Ok(Request {
        custom_id,
        output,
        creation,
    })
}

fn custom_id(value: Value) -> Result<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Number(number) => number.to_string(),
        _ => return Err(Error::invalid("custom_id", "must be text")),
    };
    match text.trim().is_empty() || text.chars().count() > LONGEST_ID {
        true => Err(Error::invalid(
            "custom_id",
            format!("must be text of 1 to {LONGEST_ID} characters"),
        )),
        false => Ok(text),
    }
}

/// A file below the folder, whoever wrote the line.
fn output(value: Value) -> Result<String> {
    let wrong = |what: &str| Err(Error::invalid("output", what));
    let Value::String(text) = value else {
        return wrong("must be the name of a file");
    };
    let is_inside = Path::new(&text)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !is_inside {
        return wrong("must be a name inside the batch's folder, without `..`");
    }
    let is_file = Path::new(&text).file_name().is_some() && !text.ends_with(['/', '\\']);
    if !is_file || text.contains('\0') {
        return wrong("must be the name of a file");
    }
    // One file has one name.
    let parts = Path::new(&text).components();
    let parts = parts.filter(|part| matches!(part, Component::Normal(_)));
    let path: PathBuf = parts.collect();
    Ok(path.to_string_lossy().into_owned())
}

fn read_kind(value: Value) -> Result<JobKind> {
    match value.as_str() {
        Some("video") => Ok(JobKind::Video),
        Some("image") => Ok(JobKind::Image),
        _ => Err(Error::invalid(
            "kind",
            format!(
                "must be `video` or `image`, not {}",
                shown(&value.to_string())
            ),
        )),
    }
}
