//! The one interface on the Sora2API gateway.

mod account;
mod admin;
mod characters;
mod chat;
mod images;
mod models;
mod options;
mod videos;

use super::adapter::{Adapter, Asked, Outcome};
use crate::api::sora::Invite;
use crate::api::sora2api::{EnhancePrompt, Expansion, ListModels};
use crate::client::Client;
use crate::model::{
    AccountQuota, Character, CharacterRequest, Dialect, EnhanceRequest, Error, ExpansionLevel,
    Feature, ImageRequest, Job, ModelInfo, Page, PageRequest, Result, VideoRequest,
};
use crate::platform::BoxFuture;

pub use admin::is_other_flavour;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::Style,
    Feature::References,
    Feature::Remix,
    Feature::Metadata,
    Feature::GenerateImages,
    Feature::EditImages,
    Feature::CreateCharacter,
    Feature::SearchCharacters,
    Feature::EnhancePrompt,
    Feature::Quota,
    Feature::Invites,
    Feature::ListModels,
];

pub(super) struct Sora2api;

impl Adapter for Sora2api {
    fn dialect(&self) -> Dialect {
        Dialect::Sora2api
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(videos::create(client, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        Box::pin(videos::observe(client, job))
    }

    fn content(&self, client: &Client, id: &str) -> Result<Option<String>> {
        videos::content(client, id).map(Some)
    }

    fn create_images<'a>(
        &'a self,
        client: &'a Client,
        request: ImageRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(images::create(client, request))
    }

    fn create_character<'a>(
        &'a self,
        client: &'a Client,
        request: CharacterRequest,
    ) -> BoxFuture<'a, Result<Character>> {
        Box::pin(characters::create(client, request))
    }

    fn search_characters<'a>(
        &'a self,
        client: &'a Client,
        username: &'a str,
        page: PageRequest,
    ) -> BoxFuture<'a, Result<Page<Character>>> {
        Box::pin(characters::search(client, username, page))
    }

    fn enhance<'a>(
        &'a self,
        client: &'a Client,
        request: EnhanceRequest,
    ) -> BoxFuture<'a, Result<String>> {
        Box::pin(enhance(client, request))
    }

    fn quota<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<AccountQuota>> {
        Box::pin(account::quota(client))
    }

    fn invites<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<Invite>> {
        Box::pin(account::invites(client))
    }

    fn models<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        Box::pin(async move {
            let models = client.call(ListModels {}).await?;
            Ok(models.data.into_iter().map(models::describe).collect())
        })
    }
}

async fn enhance(client: &Client, request: EnhanceRequest) -> Result<String> {
    if let Some(seconds) = request.duration
        && !matches!(seconds, 10 | 15)
    {
        return Err(Error::invalid(
            "duration",
            format!("must be 10 or 15 seconds, not {seconds}"),
        ));
    }
    let operation = EnhancePrompt {
        prompt: request.prompt,
        expansion_level: Some(match request.level.unwrap_or_default() {
            ExpansionLevel::Short => Expansion::Short,
            ExpansionLevel::Medium => Expansion::Medium,
            ExpansionLevel::Long => Expansion::Long,
        }),
        duration_s: request.duration,
        token_id: None,
    };
    Ok(client.call(operation).await?.enhanced_prompt)
}
