//! `sora.cameos.*`: the cameo from which a character is made (`docs/wire/sora.md` §8.1, §8.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Done;
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Error, Result, Visibility};

/// Reads the progress of the processing of a character's video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetCameoProgress {
    /// The cameo, `cameo_…`.
    pub cameo_id: String,
}

/// The progress of the processing of a character's video.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct CameoProgress {
    /// `processing`, `completed` or `failed`; real servers leave it `null`, or write `finalized`.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status: Option<String>,
    /// `Completed`, which real servers write instead of a status.
    #[serde(default, deserialize_with = "lenient::optional_text")]
    pub status_message: Option<String>,
    /// A suggestion for the display name.
    #[serde(default)]
    pub display_name_hint: Option<String>,
    /// A suggestion for the user name.
    #[serde(default)]
    pub username_hint: Option<String>,
    /// The address of a picture taken from the video.
    #[serde(default)]
    pub profile_asset_url: Option<String>,
    /// A description of the character: text, or a list of texts.
    #[serde(default)]
    pub instruction_set_hint: Option<Value>,
    /// The instructions, as real servers give them: a list.
    #[serde(default)]
    pub instruction_set: Option<Value>,
    /// The stage of the processing, from whichever field tells it: see [`stage`](Self::stage).
    #[serde(default)]
    pub stage: CameoStage,
    /// The time at which the video was uploaded.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The stage of the processing of a character's video.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CameoStage {
    /// The processing is under way.
    #[default]
    Processing,
    /// The processing is done, and the character can be finalized.
    Ready,
    /// The cameo has already been made a character.
    Finalized,
    /// The processing failed.
    Failed,
}

impl CameoProgress {
    /// The stage of the processing, from whichever field tells it (`docs/wire/sora.md` §8.1):
    /// the status, the message `Completed`, or the presence of a picture.
    pub fn stage(&self) -> CameoStage {
        let is = |text: &Option<String>, word: &str| {
            text.as_deref()
                .is_some_and(|text| text.trim().eq_ignore_ascii_case(word))
        };
        let picture = self
            .profile_asset_url
            .as_deref()
            .is_some_and(|url| !url.is_empty());
        if is(&self.status, "failed") || is(&self.status, "error") {
            CameoStage::Failed
        } else if is(&self.status, "finalized") {
            CameoStage::Finalized
        } else if is(&self.status, "completed") || is(&self.status_message, "completed") || picture
        {
            CameoStage::Ready
        } else {
            CameoStage::Processing
        }
    }
}

/// Instructions for a character, as real clients send them: `{"value":
/// [{"type": "text", "value": "…"}]}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InstructionSet {
    /// The instructions.
    pub value: Vec<Instruction>,
}

/// One instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Instruction {
    /// `text`.
    #[serde(rename = "type", default = "text")]
    pub kind: String,
    /// The instruction in words.
    pub value: String,
}

fn text() -> String {
    "text".into()
}

impl InstructionSet {
    /// One instruction in words.
    pub fn text(words: impl Into<String>) -> Self {
        Self {
            value: vec![Instruction {
                kind: text(),
                value: words.into(),
            }],
        }
    }
}

/// Changes who may use a character, or how it behaves. Fields that are not given stay unchanged.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateCameo {
    /// The cameo, `cameo_…`.
    pub cameo_id: String,
    /// The people who may use the character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
    /// Instructions for the character's behaviour. Not in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction_set: Option<InstructionSet>,
    /// Instructions about things the character must not do. Not in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_instruction_set: Option<InstructionSet>,
}

impl Operation for GetCameoProgress {
    type Output = CameoProgress;

    const META: Meta = Meta::get(
        "sora.cameos.progress",
        Dialect::Sora,
        "/project_y/cameos/in_progress/{cameo_id}",
    )
    .source("docs/wire/sora.md §8.1");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<CameoProgress> {
        let mut value = reply.value()?;
        if let Some(fields) = value.as_object_mut() {
            fields.remove("stage");
        }
        let mut progress: CameoProgress = reply.read(value)?;
        progress.stage = progress.stage();
        Ok(progress)
    }
}

impl Operation for UpdateCameo {
    type Output = Done;

    // Setting the same values twice is harmless.
    const META: Meta = Meta::post(
        "sora.cameos.update",
        Dialect::Sora,
        "/project_y/cameos/by_id/{cameo_id}/update_v2",
    )
    .repeatable()
    .source("docs/wire/sora.md §8.3");

    fn check(&self) -> Result<()> {
        let nothing = self.visibility.is_none()
            && self.instruction_set.is_none()
            && self.safety_instruction_set.is_none();
        if nothing {
            return Err(Error::invalid(
                "visibility",
                "give `visibility` (`public` or `private`) or an instruction set",
            ));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Done> {
        Done::read(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_an_end_is_seen() {
        for (text, stage) in [
            (r#"{"status": "processing"}"#, CameoStage::Processing),
            (r#"{"status": null}"#, CameoStage::Processing),
            (r#"{"status": "completed"}"#, CameoStage::Ready),
            (
                r#"{"status": null, "status_message": "Completed"}"#,
                CameoStage::Ready,
            ),
            (
                r#"{"status": "processing", "profile_asset_url": "https://x"}"#,
                CameoStage::Ready,
            ),
            (
                r#"{"status": "finalized", "status_message": "Completed"}"#,
                CameoStage::Finalized,
            ),
            (
                r#"{"status": "failed", "profile_asset_url": "https://x"}"#,
                CameoStage::Failed,
            ),
        ] {
            let progress: CameoProgress = serde_json::from_str(text).unwrap();
            assert_eq!(progress.stage(), stage, "{text}");
        }
    }
}
