//! What is asked in a chat.

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
    /// Who speaks: `user`, `system` or `assistant`.
    #[serde(default = "user")]
    pub role: String,
    /// What is said.
    pub content: ChatContent,
}

/// What a message says.
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
        /// Where it is.
        image_url: ChatUrl,
    },
    /// A video.
    VideoUrl {
        /// Where it is.
        video_url: ChatUrl,
    },
}

/// Where an image or video is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChatUrl {
    /// `https://…` or `data:<type>;base64,…`.
    pub url: String,
}

fn user() -> String {
    "user".into()
}

impl ChatMessage {
    /// What the user says, as text.
    pub fn user(text: impl Into<String>) -> Self {
        Self {
            role: user(),
            content: ChatContent::Text(text.into()),
        }
    }

    /// What the user says, in parts.
    pub fn parts(parts: impl IntoIterator<Item = ChatPart>) -> Self {
        Self {
            role: user(),
            content: ChatContent::Parts(parts.into_iter().collect()),
        }
    }

    /// Its images and videos, as addresses or data URLs.
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
    /// A part of text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// An image: an address or a data URL.
    pub fn image(url: impl Into<String>) -> Self {
        Self::ImageUrl {
            image_url: ChatUrl { url: url.into() },
        }
    }

    /// A video: an address or a data URL.
    pub fn video(url: impl Into<String>) -> Self {
        Self::VideoUrl {
            video_url: ChatUrl { url: url.into() },
        }
    }
}

/// Refuses messages that no gateway can answer: none at all, a role that is not
/// one, parts without content, addresses that are none.
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
