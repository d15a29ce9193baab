//! The one interface on the Sora2API gateway.

mod account;
mod admin;
mod characters;
mod chat;
mod gateway;
mod images;
mod log;
mod models;
mod options;
mod prompts;
mod streams;
mod videos;

use super::adapter::{Adapter, Asked, JobKey, Outcome};
use crate::api::sora::Invite;
use crate::api::sora2api::ListModels;
use crate::client::Client;
use crate::model::{
    AccountQuota, Character, CharacterRequest, Dialect, EnhanceRequest, Feature, ImageRequest, Job,
    ModelInfo, Page, PageRequest, Result, VideoRequest,
};
use crate::platform::BoxFuture;

pub(super) use gateway::Sora2api;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::Style,
    Feature::References,
    Feature::Storyboard,
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

/// The features of the upstream gateway.
pub(super) const UPSTREAM_FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::Style,
    Feature::References,
    Feature::Storyboard,
    Feature::Remix,
    Feature::GenerateImages,
    Feature::EditImages,
    Feature::CreateCharacter,
    Feature::EnhancePrompt,
    Feature::Quota,
    Feature::ListModels,
];

impl Adapter for Sora2api {
    fn dialect(&self) -> Dialect {
        Dialect::Sora2api
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(videos::create(self, client, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        Box::pin(videos::observe(self, client, job))
    }

    fn ended<'a>(&'a self, _: &'a Client, key: &'a JobKey) -> BoxFuture<'a, ()> {
        Box::pin(self.streams.ended(key))
    }

    fn content(&self, client: &Client, id: &str) -> Result<Option<String>> {
        videos::content(client, id)
    }

    fn create_images<'a>(
        &'a self,
        client: &'a Client,
        request: ImageRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(images::create(self, client, request))
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
        Box::pin(prompts::enhance(client, request))
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
