//! The one interface on the Videos API that OpenAI defined.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;

use super::adapter::{Adapter, Asked, JobKey, Lists, Outcome};
use super::agreement::size;
use super::videos_v1::{SIZES, address, check_character, check_remix, created, listed, observe};
use crate::api::openai::{
    self, CharacterReference, CreateCharacter, CreateVideo, DeleteVideo, Encoding, GetCharacter,
    GetContent, GetVideo, InputReference, ListModels, ListVideos, Order, RemixVideo, Variant,
};
use crate::api::videos_v1::Seconds;
use crate::api::{FileInput, Operation};
use crate::client::Client;
use crate::model::{
    Character, CharacterRequest, Dialect, Error, ErrorKind, Feature, Job, ModelInfo, Page,
    PageRequest, Reference, Result, VideoRequest,
};
use crate::options::Options;
use crate::platform::BoxFuture;

/// The features of the dialect.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::References,
    Feature::Remix,
    Feature::Characters,
    Feature::ListVideos,
    Feature::DeleteVideo,
    Feature::CreateCharacter,
    Feature::GetCharacter,
    Feature::ListModels,
];

pub(super) struct Openai {
    /// The encoding of creations.
    encoding: Encoding,
}

impl Openai {
    /// Makes the adapter with these options.
    pub(super) fn with(options: &Options) -> Self {
        Self {
            encoding: options.encoding.unwrap_or_default(),
        }
    }
}

/// The longest wait for a list before each job is polled on its own.
const LIST_LIMIT: Duration = Duration::from_secs(10);

/// The most videos in one answer of the list.
const PAGE: u32 = 100;

impl Adapter for Openai {
    fn dialect(&self) -> Dialect {
        Dialect::Openai
    }

    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(create(client, self.encoding, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        let video_id = job.key.id.clone();
        Box::pin(observe(client, Dialect::Openai, GetVideo { video_id }))
    }

    fn lists(&self) -> Lists {
        Lists::Several
    }

    fn observe_all<'a>(
        &'a self,
        client: &'a Client,
        jobs: &'a [Asked],
    ) -> BoxFuture<'a, Result<HashMap<JobKey, Outcome>>> {
        Box::pin(observe_all(client, jobs))
    }

    fn content(&self, client: &Client, id: &str) -> Result<Option<String>> {
        let content = GetContent {
            video_id: id.to_owned(),
            variant: None,
        };
        address(client, &content).map(Some)
    }

    fn output(&self, client: &Client, job: &Job, index: usize) -> Result<Option<String>> {
        let content = GetContent {
            video_id: job.id.clone(),
            // The first goes without: no server but SGLang numbers them.
            variant: (index > 0).then(|| Variant::Other(index.to_string())),
        };
        address(client, &content).map(Some)
    }

    fn list<'a>(
        &'a self,
        client: &'a Client,
        page: PageRequest,
    ) -> BoxFuture<'a, Result<Page<Job>>> {
        Box::pin(async move {
            let videos = client
                .call(ListVideos {
                    after: page.cursor,
                    limit: page.limit,
                    order: Some(Order::Desc),
                })
                .await?;
            Ok(Page {
                next: videos.next(page.limit),
                items: videos
                    .data
                    .into_iter()
                    .map(|video| video.into_job(Dialect::Openai))
                    .collect(),
            })
        })
    }

    fn delete<'a>(&'a self, client: &'a Client, id: &'a str) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let video_id = id.to_owned();
            match client.call(DeleteVideo { video_id }).await?.deleted {
                true => Ok(()),
                false => Err(Error::new(
                    ErrorKind::Conflict,
                    "the server did not delete the video",
                )),
            }
        })
    }

    fn create_character<'a>(
        &'a self,
        client: &'a Client,
        request: CharacterRequest,
    ) -> BoxFuture<'a, Result<Character>> {
        Box::pin(create_character(client, request))
    }

    fn get_character<'a>(
        &'a self,
        client: &'a Client,
        id: &'a str,
    ) -> BoxFuture<'a, Result<Character>> {
        Box::pin(async move {
            let character_id = id.to_owned();
            let get = GetCharacter { character_id };
            let (character, raw) = client.call_for_raw(get).await?;
            Ok(read_character(character, id, raw))
        })
    }

    fn models<'a>(&'a self, client: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        Box::pin(async move {
            let (models, raw) = client.call_for_raw(ListModels {}).await?;
            let models = models.data.into_iter().map(|model| ModelInfo {
                raw: listed(&raw, &model.id),
                id: model.id,
                kind: None,
                model: None,
                size: None,
                orientation: None,
                duration: None,
                description: None,
            });
            Ok(models.collect())
        })
    }
}

async fn create(client: &Client, encoding: Encoding, request: VideoRequest) -> Result<Job> {
    if request.remix.is_some() {
        check_remix(&request, &[])?;
    }
    let VideoRequest {
        prompt,
        model,
        duration,
        orientation,
        size: pixels,
        quality: _,
        style: _,
        references,
        storyboard: _,
        remix,
        characters,
        watermark: _,
        private: _,
        n: _,
        title: _,
        cameo_replacements: _,
        audio_caption: _,
        audio_transcript: _,
        video_caption: _,
        metadata: _,
        character_url: _,
        character_timestamps: _,
        character_from_task: _,
        character_create: _,
        extra,
    } = request;
    if let Some(video_id) = remix {
        let remix = RemixVideo {
            video_id,
            prompt,
            extra,
        };
        let video = client.call(remix).await?;
        return Ok(created(client, Dialect::Openai, video));
    }
    let mut video = CreateVideo {
        size: size(pixels, orientation, SIZES)?,
        prompt,
        model,
        seconds: duration.map(|seconds| match encoding {
            Encoding::Multipart => Seconds::from(seconds),
            // Dynamo and SGLang want a number.
            Encoding::Json => Seconds::Number(seconds),
        }),
        encoding,
        characters: characters
            .into_iter()
            .map(|id| CharacterReference { id })
            .collect(),
        extra,
        ..CreateVideo::default()
    };
    // A server's own form of a known field takes precedence.
    if let Some(seconds) = video.extra.shift_remove("seconds") {
        let read = serde_json::from_value(seconds.clone()).map_err(|_| {
            let what = format!(
                "is {seconds}, which cannot be sent: give `duration` in whole seconds, or whole \
                 seconds as a number or a text"
            );
            Error::invalid("extra.seconds", what)
        })?;
        video.seconds = Some(read);
    }
    // Before an image is fetched for nothing.
    video.check()?;
    video.input_reference = match references.as_slice() {
        [] => None,
        [reference] => Some(reference_for(client, encoding, reference).await?),
        _ => return Err(Error::invalid("references", "at most one is taken")),
    };
    let (video, _) = client.call_for_job(video).await?;
    Ok(created(client, Dialect::Openai, video))
}

/// A file in a form; in JSON an address or a data URL, as text.
async fn reference_for(
    client: &Client,
    encoding: Encoding,
    reference: &Reference,
) -> Result<InputReference> {
    Ok(match (encoding, reference) {
        (Encoding::Multipart, _) => InputReference::File(client.open_image(reference).await?),
        (Encoding::Json, Reference::Url { url }) => InputReference::Text(url.clone()),
        (Encoding::Json, Reference::File(_)) => {
            let file = client.open_image(reference).await?;
            InputReference::Text(client.data_url("references", file).await?)
        }
    })
}

/// Polls the newest videos. One that is not among them has to be polled by its id.
async fn observe_all(client: &Client, jobs: &[Asked]) -> Result<HashMap<JobKey, Outcome>> {
    let list = ListVideos {
        limit: Some(PAGE),
        order: Some(Order::Desc),
        ..ListVideos::default()
    };
    let limit = client.inner.timeout.min(LIST_LIMIT);
    let listed = client.within(limit, client.call(list)).await;
    let late = || Error::new(ErrorKind::Timeout, "the list is not answered in time");
    let videos = listed.unwrap_or_else(|| Err(late()))?.data.into_iter();
    let seen = videos.filter_map(|video| {
        let job = jobs.iter().find(|job| job.key.id == video.id)?;
        Some((
            job.key.clone(),
            Ok(Some(video.into_job(Dialect::Openai).into())),
        ))
    });
    Ok(seen.collect())
}

async fn create_character(client: &Client, request: CharacterRequest) -> Result<Character> {
    check_character(&request, true)?;
    if request.timestamps.is_some() {
        return Err(Error::invalid(
            "timestamps",
            "are not offered by the dialect `openai`: give a video of the stretch alone",
        ));
    }
    let name = request
        .display_name
        .or(request.username)
        .ok_or_else(|| Error::invalid("display_name", "is required by the dialect `openai`"))?;
    let video = match (&request.video, request.from_job) {
        (Some(video), _) => client.open_video(video).await?,
        (None, Some(video_id)) => finished_video(client, video_id).await?,
        (None, None) => return Err(Error::invalid("video", "give either `video` or `from_job`")),
    };
    let create = CreateCharacter { name, video };
    let (character, raw) = client.call_for_raw(create).await?;
    if character.id.is_none() {
        return Err(Error::new(
            ErrorKind::UnexpectedResponse,
            "the server answered no id for the character",
        ));
    }
    Ok(read_character(character, "", raw))
}

/// Fetches a finished job's video, to be sent back as a file.
async fn finished_video(client: &Client, video_id: String) -> Result<FileInput> {
    let filename = format!("{video_id}.mp4");
    let content = GetContent {
        video_id,
        variant: None,
    };
    let content = client.call(content).await?;
    match (content.data, content.url) {
        (Some(bytes), _) => Ok(FileInput::bytes(bytes, filename)),
        (None, Some(url)) => client.open_video(&Reference::Url { url }).await,
        (None, None) => Err(Error::new(
            ErrorKind::UnexpectedResponse,
            "the server answered neither a video nor its address",
        )),
    }
}

fn read_character(character: openai::Character, id: &str, raw: Value) -> Character {
    Character {
        id: character.id.unwrap_or_else(|| id.to_owned()),
        display_name: character.name,
        raw,
        ..Character::default()
    }
}
