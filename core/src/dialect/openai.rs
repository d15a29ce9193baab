//! The one interface on the Videos API that OpenAI defined.

mod images;
mod references;

use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Map, Value};

use self::references::References;
use super::adapter::{Adapter, Asked, JobKey, Lists, Outcome};
use super::agreement::{check_aspect_ratio, size};
use super::videos_v1::{SIZES, address, check_character, check_remix, created, listed, observe};
use crate::api::openai::flavours::{Length, Server};
use crate::api::openai::{
    self, CharacterReference, CreateCharacter, CreateVideo, DeleteVideo, Encoding, GenerateVideo,
    GetCharacter, GetContent, GetVideo, ListModels, ListVideos, Order, RemixVideo, Variant,
    VideoPage,
};
use crate::api::videos_v1::{Seconds, check_size, pixels};
use crate::api::{FileInput, Operation};
use crate::client::Client;
use crate::model::{
    Character, CharacterRequest, Dialect, Error, ErrorKind, Feature, Flavour, ImageRequest, Job,
    ModelInfo, Page, PageRequest, Reference, Result, VideoRequest,
};
use crate::options::Options;
use crate::platform::BoxFuture;
use crate::policy::ended::keeps_no_jobs;

/// The features of the dialect: those that one of its flavours offers.
pub(super) const FEATURES: &[Feature] = &[
    Feature::Duration,
    Feature::Orientation,
    Feature::Size,
    Feature::References,
    Feature::Remix,
    Feature::Characters,
    Feature::Variants,
    Feature::Metadata,
    Feature::Seed,
    Feature::NegativePrompt,
    Feature::Steps,
    Feature::Guidance,
    Feature::Fps,
    Feature::Frames,
    Feature::AspectRatio,
    Feature::LastFrame,
    Feature::VideoReferences,
    Feature::AudioReferences,
    Feature::Audio,
    Feature::Enhance,
    Feature::ListVideos,
    Feature::DeleteVideo,
    Feature::CancelVideo,
    Feature::CreateCharacter,
    Feature::GetCharacter,
    Feature::ListModels,
    Feature::GenerateImages,
    Feature::EditImages,
];

pub(super) struct Openai {
    /// The facts about the server.
    server: &'static Server,
    /// The encoding of creations that the caller chose.
    encoding: Option<Encoding>,
}

impl Openai {
    /// Makes the adapter for a server of this flavour, with these options.
    pub(super) fn with(options: &Options, flavour: Option<Flavour>) -> Self {
        Self {
            server: Server::of(flavour.unwrap_or(Flavour::Openai)),
            encoding: options.encoding,
        }
    }

    /// The encoding of creations, which the server has to take.
    fn encoding(&self) -> Result<Encoding> {
        let encoding = self.encoding.unwrap_or_else(|| self.server.encoding());
        match self.server.encodings.contains(&encoding) {
            true => Ok(encoding),
            false => Err(Error::invalid(
                "encoding",
                format!(
                    "a server of the flavour `{}` does not take it: leave the option out",
                    self.server.flavour
                ),
            )),
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
        Box::pin(self.create_video(client, request))
    }

    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome> {
        let video_id = job.key.id.clone();
        Box::pin(async move {
            match self.server.keeps_jobs {
                true => observe(client, Dialect::Openai, GetVideo { video_id }).await,
                false => Err(keeps_no_jobs()),
            }
        })
    }

    fn keeps_jobs(&self) -> bool {
        self.server.keeps_jobs
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

    fn serves_unfinished(&self, _: &Client) -> bool {
        self.server.serves_unfinished
    }

    fn content(&self, client: &Client, id: &str) -> Result<Option<String>> {
        let content = GetContent {
            video_id: id.to_owned(),
            variant: None,
        };
        match self.server.keeps_jobs {
            true => address(client, &content).map(Some),
            false => Ok(None),
        }
    }

    fn output(&self, client: &Client, job: &Job, index: usize) -> Result<Option<String>> {
        let content = GetContent {
            video_id: job.id.clone(),
            // The first goes without: no server but SGLang numbers them.
            variant: (index > 0).then(|| Variant::Other(index.to_string())),
        };
        match self.server.keeps_jobs {
            true => address(client, &content).map(Some),
            false => Ok(None),
        }
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

    // The verb that stops a video deletes one that is done.
    fn cancel<'a>(&'a self, client: &'a Client, id: &'a str) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let video_id = id.to_owned();
            let video = client.call(GetVideo { video_id }).await?;
            let job = video.into_job(Dialect::Openai);
            if job.is_ended() {
                let word = job.status_word.unwrap_or_default();
                let what = format!("the video has ended (`{word}`): there is nothing to stop");
                let error = Error::new(ErrorKind::Conflict, what);
                return Err(error.with_hint("`videos.delete` deletes it."));
            }
            self.delete(client, id).await
        })
    }

    fn create_images<'a>(
        &'a self,
        client: &'a Client,
        request: ImageRequest,
    ) -> BoxFuture<'a, Result<Job>> {
        Box::pin(images::create(self.server, client, request))
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

impl Openai {
    async fn create_video(&self, client: &Client, request: VideoRequest) -> Result<Job> {
        if request.remix.is_some() {
            check_remix(&request, &[])?;
        }
        let encoding = self.encoding()?;
        let VideoRequest {
            prompt,
            model,
            duration,
            orientation,
            size: asked,
            quality: _,
            style: _,
            references,
            storyboard: _,
            remix,
            characters,
            watermark: _,
            private: _,
            n,
            title: _,
            cameo_replacements: _,
            audio_caption: _,
            audio_transcript: _,
            video_caption: _,
            metadata,
            character_url: _,
            character_timestamps: _,
            character_from_task: _,
            character_create: _,
            seed,
            negative_prompt,
            steps,
            guidance,
            fps,
            frames,
            aspect_ratio,
            last_frame,
            video_references,
            audio_references,
            audio,
            enhance,
            mut extra,
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
        if !metadata.is_empty() {
            extra.insert("metadata".into(), metadata.into());
        }
        for (name, value) in &extra {
            self.server
                .check_range(name, value, &format!("extra.{name}"))?;
        }
        if encoding == Encoding::Multipart {
            check_form(&extra)?;
        }
        check_aspect_ratio(aspect_ratio.as_deref(), asked.as_deref(), orientation)?;
        // Proportions say the orientation, and leave the size to the model.
        let size = size(asked, orientation.filter(|_| aspect_ratio.is_none()), SIZES)?;
        for (option, value) in [
            (Feature::Variants, n.filter(|n| *n != 1).map(Value::from)),
            (Feature::Seed, seed.map(Value::from)),
            (Feature::NegativePrompt, negative_prompt.map(Value::from)),
            (Feature::Steps, steps.map(Value::from)),
            (Feature::Guidance, guidance.map(number)),
            (Feature::Fps, fps.map(number)),
            (Feature::Frames, frames.map(Value::from)),
            (Feature::AspectRatio, aspect_ratio.map(Value::from)),
            (Feature::Audio, audio.map(Value::from)),
            (Feature::Enhance, enhance.map(Value::from)),
        ] {
            if let Some(value) = value {
                let field = self.server.field(option);
                self.server.check_range(field, &value, option.as_str())?;
                extra.insert(field.to_owned(), value);
            }
        }
        let references = References {
            images: references,
            last_frame,
            videos: video_references,
            sounds: audio_references,
        };
        references.check(self.server, encoding)?;
        let model = match model {
            None if self.server.needs_model => Some(self.only_model(client).await?),
            model => model,
        };
        if self.server.is_direct {
            let video = GenerateVideo {
                model: model.unwrap_or_default(),
                prompt,
                extra,
                ..GenerateVideo::default()
            };
            return self.generate(client, video, size, references).await;
        }
        let mut video = CreateVideo {
            size,
            prompt,
            model,
            seconds: duration.map(|seconds| match (encoding, self.server.length) {
                (Encoding::Json, Length::Number) => Seconds::Number(seconds),
                _ => Seconds::from(seconds),
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
                    "is {seconds}, which cannot be sent: give `duration` in whole seconds, or \
                     whole seconds as a number or a text"
                );
                Error::invalid("extra.seconds", what)
            })?;
            video.seconds = Some(read);
        }
        video.extra = self.server.put(video.extra);
        // Before an image is fetched for nothing.
        video.check()?;
        video.input_reference = references
            .put(client, self.server, encoding, &mut video.extra)
            .await?;
        let (video, _) = client.call_for_job(video).await?;
        let mut job = created(client, Dialect::Openai, video);
        job.resumable = self.server.keeps_jobs;
        Ok(job)
    }

    /// Makes a video at a server that answers when it is done, at an address of its own.
    async fn generate(
        &self,
        client: &Client,
        mut video: GenerateVideo,
        size: Option<String>,
        references: References,
    ) -> Result<Job> {
        if let Some(size) = size {
            check_size("size", &size)?;
            (video.width, video.height) = pixels(&size).unzip();
        }
        video.extra = self.server.put(video.extra);
        video.check()?;
        [video.start_image, video.end_image, video.audio] = references.in_base64(client).await?;
        let (video, _) = client.call_for_job(video).await?;
        let mut job = created(client, Dialect::Openai, video);
        job.resumable = self.server.keeps_jobs;
        Ok(job)
    }

    /// The server's model, where it wants one to be named and has only one.
    async fn only_model(&self, client: &Client) -> Result<String> {
        let models = client.call(ListModels {}).await?.data;
        if let [model] = models.as_slice() {
            return Ok(model.id.clone());
        }
        let names: Vec<_> = models.iter().take(10).map(|model| &*model.id).collect();
        let more = if models.len() > names.len() {
            ", …"
        } else {
            ""
        };
        let which = match names.is_empty() {
            true => "none".to_owned(),
            false => names.join(", "),
        };
        let what = format!(
            "is required by a server of the flavour `{}`, which lists {which}{more}",
            self.server.flavour
        );
        Err(Error::invalid("model", what))
    }
}

/// A number as servers want it: without a fraction where it has none.
fn number(value: f64) -> Value {
    match value.fract() == 0.0 && value.abs() < 1e15 {
        true => (value as i64).into(),
        false => value.into(),
    }
}

/// Reads the list, newest first, for as long as each page shows one of the jobs that no page
/// showed before: it costs one request, and saves one for every job on it.
async fn observe_all(client: &Client, jobs: &[Asked]) -> Result<HashMap<JobKey, Outcome>> {
    let mut missing: HashMap<&str, &JobKey> =
        jobs.iter().map(|job| (&*job.key.id, &job.key)).collect();
    let mut seen = HashMap::new();
    let mut after = None;
    loop {
        let page = match page(client, after).await {
            Ok(page) => page,
            Err(error) if seen.is_empty() => return Err(error),
            Err(error) => {
                // Each of the others waits as long as the server asks.
                if error.retry_after().is_some_and(|asked| !asked.is_zero()) {
                    let others = missing.into_values();
                    seen.extend(others.map(|key| (key.clone(), Err(error.clone()))));
                }
                return Ok(seen);
            }
        };
        let before = seen.len();
        after = page.next(Some(PAGE));
        for video in page.data {
            let Some(key) = missing.remove(&*video.id) else {
                continue;
            };
            let job = video.into_job(Dialect::Openai);
            // An item that says nothing of the job's state is none to go by.
            if job.status_word.is_some() || job.status.is_ended() {
                seen.insert(key.clone(), Ok(Some(job.into())));
            }
        }
        if seen.len() == before || missing.is_empty() || after.is_none() {
            return Ok(seen);
        }
    }
}

/// A page of the list, within the time that is worth waiting for it.
async fn page(client: &Client, after: Option<String>) -> Result<VideoPage> {
    let list = ListVideos {
        after,
        limit: Some(PAGE),
        order: Some(Order::Desc),
    };
    let limit = client.inner.timeout.min(LIST_LIMIT);
    let listed = client.within(limit, client.call(list)).await;
    let late = || Error::new(ErrorKind::Timeout, "the list is not answered in time");
    listed.unwrap_or_else(|| Err(late()))
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

/// Refuses what a form has no way to say, and would leave out.
fn check_form(extra: &Map<String, Value>) -> Result<()> {
    for (name, value) in extra {
        let what = match value {
            Value::Null => "null",
            Value::Array(items) if items.is_empty() => "an empty list",
            _ => continue,
        };
        return Err(Error::invalid(
            format!("extra.{name}"),
            format!(
                "is {what}, which a form cannot say: leave it out, or set `encoding` to `json`"
            ),
        ));
    }
    Ok(())
}
