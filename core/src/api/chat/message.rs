//! The messages of a chat request.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Error, Result};

/// A message of a chat.
///
/// ```
/// use sorakit::api::chat::{ChatMessage, ChatPart};
///
/// let text = ChatMessage::user("a cat in the snow");
/// let with_image = ChatMessage::parts([
///     ChatPart::text("make it move"),
///     ChatPart::image("data:image/png;base64,iVBORw0KGgo="),
/// ]);
/// # let _ = (text, with_image);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChatMessage {
    /// The role of the speaker: `user`, `system` or `assistant`.
    #[serde(default = "user")]
    pub role: String,
    /// The content.
    pub content: ChatContent,
}

/// The content of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ChatContent {
    /// Text alone.
    Text(String),
    /// Text, images and videos.
    Parts(Vec<ChatPart>),
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ChatPart {
    /// Text.
    Text {
        /// The text.
        text: String,
    },
    /// An image.
    ImageUrl {
        /// The location of the image.
        image_url: ChatUrl,
    },
    /// A video.
    VideoUrl {
        /// The location of the video.
        video_url: ChatUrl,
    },
}

/// The location of an image or video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChatUrl {
    /// `https://…` or `data:<type>;base64,…`.
    pub url: String,
}

fn user() -> String {
    "user".into()
}

impl ChatMessage {
    /// Makes a user's message from text.
    pub fn user(text: impl Into<String>) -> Self {
        Self {
            role: user(),
            content: ChatContent::Text(text.into()),
        }
    }

    /// Makes a user's message from parts.
    pub fn parts(parts: impl IntoIterator<Item = ChatPart>) -> Self {
        Self {
            role: user(),
            content: ChatContent::Parts(parts.into_iter().collect()),
        }
    }

    /// The images and videos, as addresses or data URLs.
    pub fn urls(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = match &self.content {
            ChatContent::Text(_) => &[][..],
            ChatContent::Parts(parts) => parts,
        };
        parts.iter().filter_map(|part| match part {
            ChatPart::Text { .. } => None,
            ChatPart::ImageUrl { image_url } => Some(("image_url", image_url.url.as_str())),
            ChatPart::VideoUrl { video_url } => Some(("video_url", video_url.url.as_str())),
        })
    }
}

impl ChatPart {
    /// Makes a text part.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// Makes an image part from an address or a data URL.
    pub fn image(url: impl Into<String>) -> Self {
        Self::ImageUrl {
            image_url: ChatUrl { url: url.into() },
        }
    }

    /// Makes a video part from an address or a data URL.
    pub fn video(url: impl Into<String>) -> Self {
        Self::VideoUrl {
            video_url: ChatUrl { url: url.into() },
        }
    }
}

/// Refuses messages that no gateway can answer: none at all, an unknown role, parts
/// without content, invalid addresses.
pub fn check_messages(messages: &[ChatMessage]) -> Result<()> {
    if messages.is_empty() {
        return Err(Error::invalid("messages", "must hold at least one message"));
    }
    for message in messages {
        if !matches!(message.role.as_str(), "user" | "system" | "assistant") {
            return Err(Error::invalid(
                "messages",
                format!(
                    "a role must be user, system or assistant, not `{}`",
                    message.role
                ),
            ));
        }
        if matches!(&message.content, ChatContent::Parts(parts) if parts.is_empty()) {
            return Err(Error::invalid("messages", "a message must not be empty"));
        }
        for (field, url) in message.urls() {
            let known = ["https://", "http://", "data:"];
            if !known.iter().any(|scheme| url.starts_with(scheme)) {
                return Err(Error::invalid(
                    field,
                    "must be an address (https://…) or a data URL (data:…;base64,…)",
                ));
            }
        }
    }
    Ok(())
}
