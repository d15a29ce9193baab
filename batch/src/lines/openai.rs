//! The lines of OpenAI's batches: `custom_id`, `method`, `url` and `body`.

use serde_json::{Map, Value, json};
use sorakit::text::shown;
use sorakit::{Error, JobKind, Result};

use crate::creation::Creation;

/// The request of a line, without its `custom_id`. Fields of the body that have no name here
/// are sent unchanged.
pub fn creation(mut line: Map<String, Value>) -> Result<Creation> {
    if let Some(method) = line.remove("method")
        && method
            .as_str()
            .is_none_or(|method| !method.eq_ignore_ascii_case("POST"))
    {
        return Err(Error::invalid("method", "must be `POST`"));
    }
    let Some(Value::Object(body)) = line.remove("body") else {
        return Err(Error::invalid("body", "must be an object"));
    };
    let url = line.remove("url");
    let url = url.as_ref().and_then(Value::as_str).unwrap_or_default();
    if let Some(name) = line.keys().next() {
        let what = "a line with a `body` has `custom_id`, `method`, `url` and `output` beside it";
        return Err(Error::invalid(shown(name), what));
    }
    let remixed = url
        .strip_prefix("/v1/videos/")
        .and_then(|rest| rest.strip_suffix("/remix"));
    match (url, remixed) {
        ("/v1/videos", _) => video(body, None),
        (_, Some(id)) => video(body, Some(id)),
        ("/v1/images/generations", _) => image(body),
        _ => Err(Error::invalid(
            "url",
            format!(
                "must be `/v1/videos`, `/v1/videos/ID/remix` or `/v1/images/generations`, not {}",
                shown(&format!("`{url}`"))
            ),
        )),
    }
}

fn video(mut body: Map<String, Value>, remixed: Option<&str>) -> Result<Creation> {
    let mut fields = Map::new();
    if let Some(seconds) = body.remove("seconds") {
        // Text in OpenAI's own form, and a number in others'.
        let number = match &seconds {
            Value::String(text) => text.trim().parse().ok(),
            other => other.as_u64(),
        };
        let number: u64 =
            number.ok_or_else(|| Error::invalid("seconds", "must be a whole number"))?;
        fields.insert("duration".into(), number.into());
    }
    if let Some(address) = address(body.get("input_reference")) {
        fields.insert("references".into(), json!([{ "url": address }]));
        body.remove("input_reference");
    }
    if let Some(id) = remixed {
        fields.insert("remix".into(), id.into());
    }
    take(&mut fields, body, &["prompt", "model", "size"]);
    Creation::read(JobKind::Video, Value::Object(fields))
}

fn image(mut body: Map<String, Value>) -> Result<Creation> {
    let mut fields = Map::new();
    // Servers know further words for it.
    if let Some("standard" | "hd") = body.get("quality").and_then(Value::as_str)
        && let Some(quality) = body.remove("quality")
    {
        fields.insert("quality".into(), quality);
    }
    let names = ["prompt", "model", "size", "style", "n"];
    take(&mut fields, body, &names);
    Creation::read(JobKind::Image, Value::Object(fields))
}

/// Takes the fields that a request has under the same name; all others are sent unchanged.
fn take(fields: &mut Map<String, Value>, body: Map<String, Value>, names: &[&str]) {
    let mut extra = Map::new();
    for (name, value) in body {
        match names.contains(&name.as_str()) {
            true => fields.insert(name, value),
            false => extra.insert(name, value),
        };
    }
    fields.insert("extra".into(), Value::Object(extra));
}

/// The address of an image to start from; a file at the server has none.
fn address(reference: Option<&Value>) -> Option<String> {
    let reference = reference?;
    let text = reference
        .as_str()
        .or_else(|| reference.get("image_url")?.as_str())?;
    let is_address = text.contains("://") || text.starts_with("data:");
    is_address.then(|| text.to_owned())
}
