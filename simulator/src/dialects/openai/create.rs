//! Creating videos (wire.md §3.1).

use serde_json::Value;

use super::bodies;
use super::flavour::Flavour;
use super::models::MODELS;
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::references::{IMAGES, check_url, check_url_or_base64};
use crate::dialects::gateway::{jobs, measures};
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};
use crate::media::Video;

/// The fields that OpenAI's documents name.
const FIELDS: [&str; 6] = [
    "prompt",
    "model",
    "seconds",
    "size",
    "input_reference",
    "characters",
];
/// The sizes of `sora-2`, and those that only `sora-2-pro` makes besides.
const SIZES: [&str; 4] = ["720x1280", "1280x720", "1024x1792", "1792x1024"];
/// Longest video of the servers that take any length, in seconds.
const LONGEST_S: i64 = 60;

/// `POST /v1/videos`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let flavour = Flavour::of(call.dialect);
    if flavour == Flavour::VllmOmni && call.content_type() != "multipart/form-data" {
        return Err(Refusal::wrong_value(
            "Content-Type",
            "The body must be multipart/form-data.",
        ));
    }
    let integers: &[&str] = match flavour {
        Flavour::SgLang => &["seconds", "fps", "num_frames"],
        _ => &["fps", "num_frames", "width", "height"],
    };
    let input = Input::read(
        &call,
        Schema {
            integers,
            booleans: &[],
        },
    )?;
    check_references(flavour, &input)?;
    let asked = read(&call, flavour, &input.fields)?;
    if flavour.is_strict() {
        input.only(&FIELDS)?;
        check_characters(&call, &account, &input.fields)?;
    }
    let shown = jobs::create(&call, &account, asked, |random| {
        bodies::new_id(flavour, random)
    })?;
    Ok(Reply::json(bodies::video(&call, &shown)))
}

fn read(call: &Call, flavour: Flavour, fields: &Fields) -> Result<NewJob, Refusal> {
    let prompt = fields.string("prompt")?.to_owned();
    let model = model(flavour, fields)?;
    let (width, height) = size(flavour, fields, &model)?;
    let fps = match fields.get("fps") {
        Some(_) if !flavour.is_strict() => within(fields, "fps", 1, 120)?,
        _ => flavour.fps(),
    };
    let frames = match fields.get("num_frames") {
        Some(_) if !flavour.is_strict() => {
            within(fields, "num_frames", 1, i64::from(*Video::FRAMES.end()))?
        }
        _ => seconds(flavour, fields)? * fps,
    };
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt,
        width,
        height,
        frames,
        fps,
        model,
        variants: 1,
        remix_of: None,
        request: fields.to_value(),
    })
}

fn model(flavour: Flavour, fields: &Fields) -> Result<String, Refusal> {
    let model = if flavour.is_strict() {
        fields.optional_one_of("model", &MODELS)?
    } else if flavour == Flavour::NewApi {
        Some(fields.string("model")?)
    } else {
        fields.optional_text("model")?
    };
    Ok(model.unwrap_or("sora-2").to_owned())
}

fn size(flavour: Flavour, fields: &Fields, model: &str) -> Result<(u32, u32), Refusal> {
    if !flavour.is_strict() {
        let text = fields
            .optional_text("size")?
            .filter(|text| !text.is_empty());
        return measures::size("size", text.unwrap_or("720x1280"));
    }
    let sizes = if model.starts_with("sora-2-pro") {
        &SIZES[..]
    } else {
        &SIZES[..2]
    };
    let size = fields.optional_one_of("size", sizes)?;
    measures::size("size", size.unwrap_or(SIZES[0]))
}

/// Text at OpenAI's, a number at SGLang's.
fn seconds(flavour: Flavour, fields: &Fields) -> Result<u32, Refusal> {
    match flavour {
        Flavour::OpenAi | Flavour::LiteLlm => {
            let text = fields.optional_one_of("seconds", &["4", "8", "12"])?;
            Ok(text.and_then(|text| text.parse().ok()).unwrap_or(4))
        }
        Flavour::SgLang if fields.get("seconds").is_some() => {
            within(fields, "seconds", 1, LONGEST_S)
        }
        Flavour::SgLang => Ok(4),
        Flavour::VllmOmni | Flavour::NewApi => match fields.optional_text("seconds")? {
            None => Ok(4),
            Some(text) => {
                let seconds = text
                    .parse()
                    .ok()
                    .filter(|it| (1..=LONGEST_S).contains(&i64::from(*it)));
                seconds.ok_or_else(|| {
                    let message =
                        format!("`seconds` is \"{text}\"; accepted: \"1\" to \"{LONGEST_S}\".");
                    Refusal::wrong_value("seconds", message)
                })
            }
        },
    }
}

fn within(fields: &Fields, name: &str, least: i64, most: i64) -> Result<u32, Refusal> {
    let number = fields.integer(name)?;
    let fits = (least..=most)
        .contains(&number)
        .then(|| u32::try_from(number).ok());
    fits.flatten().ok_or_else(|| {
        let message = format!("`{name}` is {number}; accepted: {least} to {most}.");
        Refusal::wrong_value(name, message)
    })
}

/// An image to start from: a file with a name and a media type, or what the
/// flavour takes in its place.
fn check_references(flavour: Flavour, input: &Input) -> Result<(), Refusal> {
    if let Some(file) = input.file("input_reference")? {
        file.file_type(&IMAGES)?;
    }
    let fields = &input.fields;
    match flavour {
        Flavour::OpenAi | Flavour::LiteLlm => match fields.get("input_reference") {
            None => Ok(()),
            Some(Value::String(_)) => {
                let message = "`input_reference` must be a file with a file name and a media type, or an object with `image_url` or `file_id`.";
                Err(Refusal::wrong_value("input_reference", message))
            }
            Some(_) => check_reference_object(fields, "input_reference"),
        },
        Flavour::VllmOmni => match fields.optional_text("image_reference")? {
            None => Ok(()),
            Some(text) => {
                let value: Value = serde_json::from_str(text)
                    .map_err(|_| Refusal::wrong_type("image_reference", "a JSON object"))?;
                let object = serde_json::json!({"image_reference": value});
                check_reference_object(&Fields::of(object, "")?, "image_reference")
            }
        },
        // A path on the server, or an address.
        Flavour::SgLang => {
            fields.optional_text("input_reference")?;
            let url = fields.optional_text("reference_url")?;
            url.map_or(Ok(()), |url| check_url("reference_url", url, &IMAGES))
        }
        Flavour::NewApi => {
            for name in ["input_reference", "image"] {
                if let Some(text) = fields.optional_text(name)? {
                    check_url_or_base64(name, text, &IMAGES)?;
                }
            }
            for text in fields.strings("images")? {
                check_url_or_base64("images", text, &IMAGES)?;
            }
            Ok(())
        }
    }
}

/// Either `{image_url}` or `{file_id}`.
fn check_reference_object(fields: &Fields, name: &str) -> Result<(), Refusal> {
    let Some(object) = fields.optional_object(name)? else {
        return Ok(());
    };
    object.only(&["image_url", "file_id"])?;
    match (
        object.optional_text("image_url")?,
        object.optional_text("file_id")?,
    ) {
        (Some(url), None) => check_url(&object.path("image_url"), url, &IMAGES),
        (None, Some(_)) => Ok(()),
        _ => {
            let message = format!("`{name}` must have either `image_url` or `file_id`.");
            Err(Refusal::wrong_value(name, message))
        }
    }
}

fn check_characters(call: &Call, account: &str, fields: &Fields) -> Result<(), Refusal> {
    use crate::dialects::gateway::characters;
    for item in fields.objects("characters")? {
        let id = item.string("id")?;
        if characters::find(call, account, id).is_none() {
            let message = format!("`{}`: there is no character {id}.", item.path("id"));
            return Err(Refusal::wrong_value(&item.path("id"), message));
        }
    }
    Ok(())
}
