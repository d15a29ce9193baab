//! A character in the making, as a plain value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Visibility;

/// What a character is to be. What is absent is as the server suggests it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CameoPlan {
    /// The user name, without `@`.
    pub username: Option<String>,
    /// The name that is shown.
    pub display_name: Option<String>,
    /// How it behaves, in words.
    pub instruction_set: Option<String>,
    /// What it must not do, in words.
    pub safety_instruction_set: Option<String>,
    /// Who may use it; when absent, the server's default stays.
    pub visibility: Option<Visibility>,
}

/// How far a character is: a plain value that can be stored, and gone on with
/// in another process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cameo {
    /// The cameo's id.
    pub cameo_id: String,
    /// What it is to be.
    pub plan: CameoPlan,
    /// What comes next.
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

/// What comes next for a cameo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CameoStep {
    /// Its video is being processed.
    Process,
    /// Its picture is to be fetched and uploaded again.
    Picture,
    /// It is to be finalized.
    Finalize,
    /// Finalizing was asked for, and it is unknown whether it was done.
    Verify,
    /// It is to be made public or private.
    Publish,
    /// Nothing: it is a character.
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
