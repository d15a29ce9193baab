//! The media or character in the text of an answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::links::{kind_of_url, links};
use super::media::ChatMedia;
use crate::api::lenient;
use crate::model::JobKind;

/// The result in an answer's text. Text in none of the known forms holds no media: some
/// gateways answer a mere availability check (docs/wire/sora2api.md §12.1).
///
/// ```
/// use sorakit::api::chat::ChatResult;
///
/// let result = ChatResult::read("Done! [Download](https://cdn.example/cat.mp4)");
/// assert_eq!(result.media[0].url, "https://cdn.example/cat.mp4");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatResult {
    /// The media, in the order of the text, each once.
    pub media: Vec<ChatMedia>,
    /// The character that was made.
    pub character: Option<CharacterCard>,
}

/// A character that was made in a chat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CharacterCard {
    /// The name that prompts use, without `@`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The display name.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub display_name: Option<String>,
    /// The character's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub character_id: Option<String>,
    /// The cameo's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cameo_id: Option<String>,
    /// The address of its picture.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub profile_asset_url: Option<String>,
    /// Fields that the documents do not name, such as `instruction_set`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChatResult {
    /// Reads every form that gateways write: bare addresses, links in Markdown, tags in
    /// HTML, JSON text such as `{"type": …, "url": …}`, and the event `character_card`.
    /// Takes time linear in the length of the text.
    pub fn read(text: &str) -> Self {
        let mut result = Self::default();
        let block = text.trim().trim_start_matches("```json").trim_matches('`');
        if let Ok(value) = serde_json::from_str(block.trim()) {
            result.take(&value);
            return result;
        }
        // JSON lines are read as such, and the rest as text.
        let mut prose = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let json = line.trim();
            match serde_json::from_str::<Value>(json) {
                Ok(value) if json.starts_with('{') => result.take(&value),
                _ => prose.push_str(line),
            }
        }
        let mut media = links(&prose);
        media.extend(std::mem::take(&mut result.media));
        for one in media {
            result.add(one);
        }
        result
    }

    /// True if nothing was found.
    pub fn is_empty(&self) -> bool {
        self.media.is_empty() && self.character.is_none()
    }

    fn add(&mut self, media: ChatMedia) {
        if !self
            .media
            .iter()
            .rev()
            .take(64)
            .any(|one| one.url == media.url)
        {
            self.media.push(media);
        }
    }

    fn take(&mut self, value: &Value) {
        self.take_inside(value, None, 0);
    }

    /// Collects the media in a value; `hint` comes from the key or the type around it.
    fn take_inside(&mut self, value: &Value, hint: Option<JobKind>, depth: usize) {
        if depth > 8 {
            return;
        }
        match value {
            Value::Array(items) => {
                for item in items {
                    self.take_inside(item, hint, depth + 1);
                }
            }
            Value::Object(fields) => {
                if fields.get("event").and_then(Value::as_str) == Some("character_card") {
                    let card = fields.get("card").unwrap_or(value);
                    self.character = serde_json::from_value(card.clone()).ok();
                    return;
                }
                let stated = fields.get("type").and_then(Value::as_str).and_then(kind_in);
                for (key, inner) in fields {
                    let hint = kind_in(key).or(stated).or(hint);
                    match inner {
                        Value::String(text) if is_address_key(key) => self.take_text(text, hint),
                        Value::String(_) => {}
                        _ if is_other(key) => {}
                        inner => self.take_inside(inner, hint, depth + 1),
                    }
                }
            }
            Value::String(text) => self.take_text(text, hint),
            _ => {}
        }
    }

    fn take_text(&mut self, text: &str, hint: Option<JobKind>) {
        let url = text.trim();
        let fetchable = ["http://", "https://", "data:", "/", "./"]
            .iter()
            .any(|start| {
                url.get(..start.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(start))
            });
        let kind = kind_of_url(url).or(hint);
        if let Some(kind) = kind.filter(|_| fetchable && !url.contains(char::is_whitespace)) {
            self.add(ChatMedia {
                kind,
                url: url.to_owned(),
            });
        }
    }
}

/// The kind of media that a key or a type announces.
fn kind_in(word: &str) -> Option<JobKind> {
    let word = word.to_ascii_lowercase();
    if word.contains("video") {
        Some(JobKind::Video)
    } else if word.contains("image") {
        Some(JobKind::Image)
    } else {
        None
    }
}

/// True if a key holds media, and not a still of it or something else.
fn is_address_key(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    !is_other(&key)
        && [
            "url", "uri", "src", "href", "link", "output", "video", "image", "content", "file",
        ]
        .iter()
        .any(|word| key.contains(word))
}

fn is_other(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    [
        "thumb",
        "poster",
        "cover",
        "preview",
        "profile",
        "avatar",
        "icon",
        "permalink",
        "input",
    ]
    .iter()
    .any(|word| key.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn media(text: &str) -> Vec<(JobKind, String)> {
        let result = ChatResult::read(text);
        result
            .media
            .into_iter()
            .map(|media| (media.kind, media.url))
            .collect()
    }

    #[test]
    fn every_form_of_media_is_read() {
        use JobKind::{Image, Video};
        for (text, kind, url) in [
            (
                r#"{"type":"video","url":"https://a/v.mp4"}"#,
                Video,
                "https://a/v.mp4",
            ),
            (
                r#" {"type":"image","url":"https://a/i.png"} "#,
                Image,
                "https://a/i.png",
            ),
            (
                r#"{"video_url":"https://a/v.mp4"}"#,
                Video,
                "https://a/v.mp4",
            ),
            (
                "```html\n<video src='https://a/v.mp4?x=1&amp;y=2' controls></video>\n```",
                Video,
                "https://a/v.mp4?x=1&y=2",
            ),
            (
                "<video controls><source src=\"https://a/v\" type=\"video/mp4\"></video>",
                Video,
                "https://a/v",
            ),
            (
                "![Generated Image](https://a/i.png)",
                Image,
                "https://a/i.png",
            ),
            (
                "![x](data:image/png;base64,AA==)",
                Image,
                "data:image/png;base64,AA==",
            ),
            (
                "done: [download](https://a/v.mp4?sig=1)",
                Video,
                "https://a/v.mp4?sig=1",
            ),
        ] {
            assert_eq!(media(text), [(kind, url.to_owned())], "{text}");
        }
    }

    #[test]
    fn several_media_keep_their_order() {
        let text =
            "![a](https://a/1.png)\n<video src='https://a/2'></video>\n![b](https://a/3.png)";
        let urls: Vec<_> = media(text).into_iter().map(|(_, url)| url).collect();
        assert_eq!(urls, ["https://a/1.png", "https://a/2", "https://a/3.png"]);
    }

    #[test]
    fn plain_text_is_no_media() {
        for text in [
            "",
            "All tokens are available for video generation. Please use stream: true.",
            "see [the page](https://a/page)",
            "<video src=",
            "![x](",
            "42",
        ] {
            assert!(media(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_character_card_is_read_before_other_text() {
        let text = "{\"event\":\"character_card\",\"card\":{\"username\":\"my_cat\",\
            \"cameo_id\":\"ch_1\",\"public\":true}}\n角色创建成功，角色名@my_cat";
        let card = ChatResult::read(text).character.unwrap();
        assert_eq!(card.username.as_deref(), Some("my_cat"));
        assert_eq!(card.extra["public"], true);
    }
}
