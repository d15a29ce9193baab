//! A character in the making, as a plain value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Visibility;

/// The plan of a character. For absent fields the server's suggestions are used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CameoPlan {
    /// The user name, without `@`.
    pub username: Option<String>,
    /// The name that is shown.
    pub display_name: Option<String>,
    /// The character's behaviour, in words.
    pub instruction_set: Option<String>,
    /// The behaviour to avoid, in words.
    pub safety_instruction_set: Option<String>,
    /// The people who may use it; when absent, the server's default stays.
    pub visibility: Option<Visibility>,
}

/// The state of a character in the making: a plain value that can be stored, and resumed
/// in another process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cameo {
    /// The cameo's id.
    pub cameo_id: String,
    /// The plan of the character.
    pub plan: CameoPlan,
    /// The next step.
    pub step: CameoStep,
    /// The picture that the server took from the video.
    pub picture_url: Option<String>,
    /// The picture as it was uploaded again.
    pub asset_pointer: Option<String>,
    /// The user name that the character gets.
    pub username: Option<String>,
    /// The shown name that the character gets.
    pub display_name: Option<String>,
    /// The character's id, once it is finalized.
    pub character_id: Option<String>,
}

/// The next step of a cameo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CameoStep {
    /// The video is being processed.
    Process,
    /// Fetch the picture and upload it again.
    Picture,
    /// Finalize the character.
    Finalize,
    /// Find out if finalizing, which was requested, was done.
    Verify,
    /// Make the character public or private.
    Publish,
    /// Nothing: the character is complete.
    Done,
}

impl Cameo {
    /// A cameo whose video has just been uploaded.
    pub fn new(cameo_id: impl Into<String>, plan: CameoPlan) -> Self {
        Self {
            cameo_id: cameo_id.into(),
            plan,
            step: CameoStep::Process,
            picture_url: None,
            asset_pointer: None,
            username: None,
            display_name: None,
            character_id: None,
        }
    }

    pub(super) fn finalized(&mut self, character_id: String) {
        self.character_id = Some(character_id);
        self.step = match self.plan.visibility {
            Some(_) => CameoStep::Publish,
            None => CameoStep::Done,
        };
    }
}
