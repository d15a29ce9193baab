//! The one interface on the native web backend.

mod account;
mod cameo;
mod cameos;
mod characters;
mod create;
mod images;
mod observe;
mod options;
mod publication;
mod references;

use std::collections::HashMap;

use super::adapter::{Adapter, Asked, JobKey, Lists, NEWEST, Outcome};
use crate::api::sora::{
    AcceptedInvite, GetInvite, GetMe, Invite, ListDrafts, ListPending, ListSubscriptions, Me,
    Subscriptions, Username,
};
use crate::client::Client;
use crate::model::{
    AccountQuota, Character, CharacterRequest, Dialect, EnhanceRequest, Feature, ImageRequest, Job,
    MediaLink, ModelInfo, Page, PageRequest, Result, VideoRequest,
};
use crate::platform::BoxFuture;

pub use cameo::{Cameo, CameoPlan, CameoStep};
pub use cameos::Cameos;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::Quality,
    Feature::Style,
    Feature::References,
    Feature::Storyboard,
    Feature::Remix,
    Feature::Characters,
    Feature::Title,
    Feature::CameoReplacements,
    Feature::AudioCaption,
    Feature::AudioTranscript,
    Feature::VideoCaption,
    Feature::Metadata,
    Feature::ListVideos,
    Feature::PublishVideo,
    Feature::UnpublishVideo,
    Feature::LinkVideo,
    Feature::GenerateImages,
    Feature::EditImages,
    Feature::GetImages,
    Feature::CreateCharacter,
    Feature::SearchCharacters,
    Feature::DeleteCharacter,
    Feature::EnhancePrompt,
    Feature::Quota,
    Feature::Me,
    Feature::Subscriptions,
    Feature::Invites,
    Feature::AcceptInvite,
    Feature::UsernameAvailable,
    Feature::Username,
    Feature::Bootstrap,
    Feature::ListModels,
];

pub(super) struct Sora;

impl Adapter for Sora {
    fn dialect(&self) -> Dialect {
        Dialect::Sora
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(create::create(client, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        Box::pin(async move {
            match publication::is_post(&job.key.id) {
                true => publication::observe(client, &job.key.id).await,
                false => observe::observe(client, job).await,
            }
        })
    }

    fn lists(&self) -> Lists {
        Lists::Always
    }

    fn observe_all<'a>(
        &'a self,
        client: &'a Client,
        jobs: &'a [Asked],
    ) -> BoxFuture<'a, Result<HashMap<JobKey, Outcome>>> {
        Box::pin(async move { Ok(observe::observe_all(client, jobs).await) })
    }

    fn list<'a>(
        &'a self,
        client: &'a Client,
        page: PageRequest,
    ) -> BoxFuture<'a, Result<Page<Job>>> {
        Box::pin(list(client, page))
    }

    fn newest<'a>(
        &'a self,
        client: &'a Client,
        cursor: Option<String>,
    ) -> BoxFuture<'a, Result<Page<Job>>> {
        Box::pin(newest(client, cursor))
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

    fn delete_character<'a>(
        &'a self,
        client: &'a Client,
        id: &'a str,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move { Cameos::new(client).delete(id).await.map(|_| ()) })
    }

    fn enhance<'a>(
        &'a self,
        client: &'a Client,
        request: EnhanceRequest,
    ) -> BoxFuture<'a, Result<String>> {
        Box::pin(account::enhance(client, request))
    }

    fn quota<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<AccountQuota>> {
        Box::pin(account::quota(client))
    }

    fn publish<'a>(
        &'a self,
        client: &'a Client,
        id: &'a str,
        text: String,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(publication::publish(client, id, text))
    }

    fn unpublish<'a>(&'a self, client: &'a Client, id: &'a str) -> BoxFuture<'a, Result<()>> {
        Box::pin(publication::unpublish(client, id))
    }

    fn link<'a>(&'a self, client: &'a Client, id: &'a str) -> BoxFuture<'a, Result<MediaLink>> {
        Box::pin(publication::link(client, id))
    }

    fn me<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<Me>> {
        Box::pin(client.call(GetMe {}))
    }

    fn subscriptions<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<Subscriptions>> {
        Box::pin(client.call(ListSubscriptions {}))
    }

    fn invites<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<Invite>> {
        Box::pin(client.call(GetInvite {}))
    }

    fn accept_invite<'a>(
        &'a self,
        client: &'a Client,
        code: String,
    ) -> BoxFuture<'a, Result<AcceptedInvite>> {
        Box::pin(account::accept_invite(client, code))
    }

    fn username_available<'a>(
        &'a self,
        client: &'a Client,
        name: String,
    ) -> BoxFuture<'a, Result<bool>> {
        Box::pin(account::username_available(client, name))
    }

    fn username<'a>(
        &'a self,
        client: &'a Client,
        name: Option<String>,
    ) -> BoxFuture<'a, Result<Username>> {
        Box::pin(account::username(client, name))
    }

    fn bootstrap<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<()>> {
        Box::pin(account::bootstrap(client))
    }

    fn models<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        Box::pin(async { Ok(account::models()) })
    }
}

async fn list(client: &Client, page: PageRequest) -> Result<Page<Job>> {
    let drafts = client
        .call(ListDrafts {
            limit: page.limit,
            cursor: page.cursor,
        })
        .await?;
    Ok(Page {
        items: drafts.items.into_iter().map(observe::from_draft).collect(),
        next: drafts.cursor,
    })
}

/// The jobs in progress, and the newest drafts under the ids of their tasks; from `cursor` on,
/// older drafts.
async fn newest(client: &Client, cursor: Option<String>) -> Result<Page<Job>> {
    let pending = match cursor {
        None => client.call(ListPending {}).await?,
        Some(_) => Vec::new(),
    };
    let drafts = client
        .call(ListDrafts {
            limit: Some(NEWEST),
            cursor,
        })
        .await?;
    let next = drafts.cursor;
    let drafts = drafts.items.into_iter().map(|draft| {
        let task_id = draft.task_id.clone();
        let mut job = observe::from_draft(draft);
        job.id = task_id.unwrap_or(job.id);
        job
    });
    let pending = pending.into_iter().map(observe::from_pending);
    Ok(Page {
        items: pending.chain(drafts).collect(),
        next,
    })
}
