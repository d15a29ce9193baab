//! Images to start from (`docs/wire/openai.md` §2.2).

use serde_json::Value;

use super::flavour::Flavour;
use crate::dialects::gateway::input::Input;
use crate::dialects::gateway::references::{IMAGES, check_url, check_url_or_base64};
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::exchange::Fields;

/// An image to start from: a file with a name and a media type, or what the
/// flavour takes in its place.
pub fn check(flavour: Flavour, input: &Input) -> Result<(), Refusal> {
    if let Some(file) = input.file("input_reference")? {
        match flavour {
            // A video goes in the image's place.
            Flavour::SgLang => file.file_type(&[&IMAGES[..], &[FileType::Mp4]].concat())?,
            _ => file.file_type(&IMAGES)?,
        };
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
        Flavour::VllmOmni => {
            if fields.has("input_reference") {
                let message =
                    "`input_reference` must be a file; an address goes into `image_reference`.";
                return Err(Refusal::wrong_value("input_reference", message));
            }
            match fields.get("image_reference") {
                // The first and the last frame.
                Some(Value::Array(_)) => Ok(()),
                _ => check_reference_object(fields, "image_reference"),
            }
        }
        Flavour::Dynamo => {
            fields.optional_object("nvext")?;
            let image = fields.optional_text("input_reference")?;
            image.map_or(Ok(()), |image| {
                check_url_or_base64("input_reference", image, &IMAGES)
            })
        }
        Flavour::Unsloth => {
            if let Some(text) = fields.optional_text("input_reference")?
                && !text.starts_with("data:image/")
            {
                let message = "Remote input_reference URLs are not fetched; send the image as a file upload or a base64 data URL.";
                return Err(Refusal::wrong_value("input_reference", message));
            }
            Ok(())
        }
        Flavour::LocalAi => Ok(()),
        // A path on the server, or an address.
        Flavour::SgLang | Flavour::FastVideo => {
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
