//! An operation's fields as a multipart form.

use serde_json::Value;

use crate::api::fields::plain_text;
use crate::api::{Body, Context, Operation, Part};
use crate::model::Result;

/// The request of an operation as a form: its fields as text, then its files.
/// The path's parameters are in the path alone.
pub(crate) fn form<O: Operation>(
    operation: &O,
    context: &Context<'_>,
    files: Vec<Part>,
) -> Result<http::Request<Body>> {
    let mut parts = text_parts(operation);
    parts.extend(files);
    context.form(operation, parts)
}

/// The text parts of a form: scalars as they are, lists of scalars under
/// `name[]`, everything else as JSON. `null` is left out, and so are files,
/// which operations do not serialise.
pub(crate) fn text_parts<O: Operation>(operation: &O) -> Vec<Part> {
    let Ok(Value::Object(fields)) = serde_json::to_value(operation) else {
        return Vec::new();
    };
    let mut parts = Vec::with_capacity(fields.len());
    for (name, value) in fields {
        if O::META.path.contains(&format!("{{{name}}}")) {
            continue;
        }
        match &value {
            Value::Array(items) if !items.iter().any(is_nested) => {
                let texts = items.iter().filter_map(plain_text);
                parts.extend(texts.map(|text| Part::text(format!("{name}[]"), text)));
            }
            _ => parts.extend(plain_text(&value).map(|text| Part::text(name, text))),
        }
    }
    parts
}

fn is_nested(value: &Value) -> bool {
    value.is_array() || value.is_object()
}
