//! The media or character that the text of an answer holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::lenient;
use crate::job::JobKind;

/// What an answer's text holds. Text in none of the known forms holds no media:
/// some gateways answer a mere check of availability (wire.md §1.2).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChatResult {
    /// The media, in the order of the text.
    pub media: Vec<ChatMedia>,
    /// The character that was made.
    pub character: Option<CharacterCard>,
}

/// A video or image in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChatMedia {
    /// What it is.
    pub kind: JobKind,
    /// Where it is: an address, or a data URL.
    pub url: String,
}

/// A character that was made in a chat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CharacterCard {
    /// The name that prompts use, without `@`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub username: Option<String>,
    /// The name that is shown.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub display_name: Option<String>,
    /// The character's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub character_id: Option<String>,
    /// The cameo's id.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub cameo_id: Option<String>,
    /// Its picture.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub profile_asset_url: Option<String>,
    /// Fields that the documents do not name, such as `instruction_set`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ChatResult {
    /// Reads the forms that gateways write: JSON text `{"type": …, "url": …}`,
    /// `<video src=…>` in HTML, images and links in Markdown, and the event
    /// `character_card`.
    pub fn read(text: &str) -> Self {
        let mut result = Self::default();
        if let Ok(value) = serde_json::from_str(text.trim()) {
            result.take(&value);
            return result;
        }
        let mut rest = text;
        while let Some((kind, url, after)) = next_media(rest) {
            result.media.push(ChatMedia { kind, url });
            rest = after;
        }
        for line in text.lines().map(str::trim) {
            if line.starts_with('{')
                && let Ok(value) = serde_json::from_str(line)
            {
                result.take(&value);
            }
        }
        result
    }

    fn take(&mut self, value: &Value) {
        if value.get("event").and_then(Value::as_str) == Some("character_card") {
            let card = value.get("card").unwrap_or(value);
            self.character = serde_json::from_value(card.clone()).ok();
            return;
        }
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        let (kind, url) = match (text("type"), text("video_url"), text("image_url")) {
            ("image", ..) => (JobKind::Image, text("url")),
            ("video", ..) => (JobKind::Video, text("url")),
            (_, "", image) => (JobKind::Image, image),
            (_, video, _) => (JobKind::Video, video),
        };
        if !url.is_empty() {
            self.media.push(ChatMedia {
                kind,
                url: url.to_owned(),
            });
        }
    }
}

/// The first media in HTML or Markdown, and what stands after it.
fn next_media(text: &str) -> Option<(JobKind, String, &str)> {
    let found = [
        html(text, "<video", JobKind::Video),
        html(text, "<img", JobKind::Image),
        markdown(text),
    ];
    found
        .into_iter()
        .flatten()
        .min_by_key(|(at, ..)| *at)
        .map(|(_, kind, url, after)| (kind, url, after))
}

type Found<'a> = (usize, JobKind, String, &'a str);

/// `<video src='…' controls></video>`, or a `<source src="…">` inside it.
fn html<'a>(text: &'a str, tag: &str, kind: JobKind) -> Option<Found<'a>> {
    let at = text.to_ascii_lowercase().find(tag)?;
    let after = &text[at..];
    let source = after.find("src=")?;
    let value = &after[source + "src=".len()..];
    let quote = value.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let (url, rest) = value[1..].split_once(quote)?;
    let url = url.trim().replace("&amp;", "&");
    (!url.is_empty()).then_some((at, kind, url, rest))
}

/// `![alt](url)` is an image, unless it ends in `.mp4`; `[text](url.mp4)` is a video.
fn markdown(text: &str) -> Option<Found<'_>> {
    let mut from = 0;
    while let Some(middle) = text[from..].find("](").map(|at| at + from) {
        let value = &text[middle + 2..];
        let end = value.find(')')?;
        let url = value[..end].trim().split(' ').next().unwrap_or_default();
        let open = text[..middle].rfind('[');
        let image = open.is_some_and(|open| text[..open].ends_with('!'));
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let video = [".mp4", ".mov", ".webm"]
            .iter()
            .any(|end| path.ends_with(end));
        let fetchable = url.starts_with("http") || url.starts_with("data:");
        if fetchable && (image || video) {
            let kind = if video {
                JobKind::Video
            } else {
                JobKind::Image
            };
            return Some((open.unwrap_or(middle), kind, url.to_owned(), &value[end..]));
        }
        from = middle + 2;
    }
    None
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
