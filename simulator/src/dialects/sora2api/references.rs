//! Pictures and videos that a request brings along or points to.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::access::Sent;
use super::gateway::Gateway;
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::engine::world::World;
use crate::exchange::{Fields, Part};

const IMAGES: [FileType; 4] = [FileType::Png, FileType::Jpeg, FileType::Webp, FileType::Gif];

/// `text`, the member `name`, must be an image as Base64 or as a data URL.
pub fn check_image(name: &str, text: &str) -> Result<(), Refusal> {
    check(name, &decode(name, text)?, &IMAGES)
}

/// `text`, the member `name`, must be an MP4 video as Base64 or as a data URL.
pub fn check_video(name: &str, text: &str) -> Result<(), Refusal> {
    check(name, &decode(name, text)?, &[FileType::Mp4])
}

/// The file must be an image and say what kind.
pub fn check_image_file(part: &Part) -> Result<(), Refusal> {
    check(&part.name, &part.content, &IMAGES)?;
    check_media_type(part)
}

/// The file must be an MP4 video and say so.
pub fn check_video_file(part: &Part) -> Result<(), Refusal> {
    check(&part.name, &part.content, &[FileType::Mp4])?;
    check_media_type(part)
}

/// References of the Images interface: one or many, each a URL, a data URL or
/// `{url}` in JSON, or files in a form. How many there are.
pub fn count_images(sent: &Sent, names: &[&str]) -> Result<usize, Refusal> {
    let mut count = 0;
    for name in names {
        match sent.fields.get(name) {
            None => {}
            Some(Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    check_reference(&format!("{name}[{index}]"), item)?;
                    count += 1;
                }
            }
            Some(item) => {
                check_reference(name, item)?;
                count += 1;
            }
        }
        for part in &sent.files.parts {
            if part.name == *name || part.name.strip_suffix("[]") == Some(name) {
                sent.files.file(&part.name)?;
                check_image_file(part)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

fn check_reference(path: &str, item: &Value) -> Result<(), Refusal> {
    let object;
    let url = match item {
        Value::String(url) => url.as_str(),
        Value::Object(_) => {
            object = Fields::of(item.clone(), path)?;
            object.string("url")?
        }
        _ => {
            let expected = "a URL, a data URL, or an object with `url`";
            return Err(Refusal::wrong_type(path, expected));
        }
    };
    if url.starts_with("data:") {
        return check_image(path, url);
    }
    let remote = url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if remote {
        return Ok(());
    }
    let message = format!("`{path}` is neither an http(s) URL nor a data URL.");
    Err(Refusal::wrong_value(path, message))
}

/// What a remix is made from: the id or link of a post, or the id of a video
/// of this gateway.
pub fn remix_source(
    gateway: &Gateway,
    world: &World,
    name: &str,
    text: &str,
) -> Result<String, Refusal> {
    let id = post_id(text).unwrap_or(text);
    if world.posts.get(id).is_some() || gateway.videos.contains_key(id) {
        return Ok(id.to_owned());
    }
    let message = format!("`{name}`: there is no post or video {text}.");
    Err(Refusal::wrong_value(name, message))
}

/// The id of a post, `s_` and 32 hexadecimal digits, in `text`.
pub fn post_id(text: &str) -> Option<&str> {
    text.match_indices("s_").find_map(|(at, _)| {
        let id = text.get(at..at + 34)?;
        let is_id = id[2..].chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
        is_id.then_some(id)
    })
}

/// `value` with its long texts, such as files in Base64, replaced by a note.
pub fn outline(value: &Value) -> Value {
    match value {
        Value::String(text) if text.len() > 4096 => {
            Value::String(format!("<{} characters>", text.len()))
        }
        Value::Array(items) => items.iter().map(outline).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), outline(value)))
            .collect(),
        _ => value.clone(),
    }
}

fn decode(name: &str, text: &str) -> Result<Vec<u8>, Refusal> {
    let encoded = match text.strip_prefix("data:") {
        None => text,
        Some(rest) => rest.split_once(";base64,").map_or("", |(_, data)| data),
    };
    BASE64_STANDARD
        .decode(encoded.trim())
        .ok()
        .filter(|content| !content.is_empty())
        .ok_or_else(|| {
            let message = format!("`{name}` must be Base64 or a data URL with Base64.");
            Refusal::wrong_value(name, message)
        })
}

fn check(name: &str, content: &[u8], accepted: &[FileType]) -> Result<(), Refusal> {
    if FileType::of(content).is_some_and(|found| accepted.contains(&found)) {
        return Ok(());
    }
    let accepted: Vec<_> = accepted.iter().map(|kind| kind.media_type()).collect();
    let message = format!(
        "`{name}` is not of an accepted type: {}.",
        accepted.join(", ")
    );
    Err(Refusal::wrong_value(name, message))
}

fn check_media_type(part: &Part) -> Result<(), Refusal> {
    let found = FileType::of(&part.content).map_or("", FileType::media_type);
    let stated = part.media_type.as_deref().unwrap_or_default();
    if stated == found {
        return Ok(());
    }
    let message = format!("`{}` is stated to be {stated} but is {found}.", part.name);
    Err(Refusal::wrong_value(&part.name, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_post_is_found_in_a_link() {
        let id = "s_68e3a06dcd888191b150971da152c1f5";
        assert_eq!(
            post_id(&format!("remix https://sora.chatgpt.com/p/{id}?x")),
            Some(id)
        );
        assert_eq!(post_id("cats_and_dogs"), None);
    }
}
