//! What users do, in two parts: what has to be there before, and what meets the fault.

use std::path::PathBuf;

use futures_lite::StreamExt as _;
use futures_lite::future::zip;
use sorakit::api::{FileInput, Timestamp};
use sorakit::api::{mirror, skyriff, sora2api};
use sorakit::{
    CharacterRequest, Client, Dialect, Error, ErrorKind, Feature, ImageRequest, Job, PageRequest,
    Reference, Result, VideoRequest,
};

/// Something that a user does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// A first call, which needs an access token.
    Auth,
    /// Beginning a video.
    Create,
    /// Waiting for one.
    Watch,
    /// Beginning a video from an image.
    Upload,
    /// Fetching a finished video.
    Download,
    /// A generation as a chat.
    Chat,
    /// Making a character.
    Cameo,
    /// Listing what there is.
    List,
    /// From the words to the finished video.
    Generate,
    /// From the words to the finished images.
    Images,
    /// Looking for a job whose creation nobody answered.
    Find,
}

/// What was there before.
#[derive(Debug, Clone, Default)]
pub struct Before {
    pub jobs: Vec<Job>,
}

/// What a flow came to.
#[derive(Debug)]
pub struct Acted {
    /// For each thing that was done: the id of the job it was done with, and how it ended.
    pub outcomes: Vec<(Option<String>, Result<()>)>,
    /// The job that was begun.
    pub begun: Option<Job>,
}

impl From<Result<()>> for Acted {
    fn from(outcome: Result<()>) -> Self {
        Self {
            outcomes: vec![(None, outcome)],
            begun: None,
        }
    }
}

impl From<Result<Job>> for Acted {
    fn from(outcome: Result<Job>) -> Self {
        let (outcome, begun) = match outcome {
            Ok(job) => (Ok(()), Some(job)),
            Err(error) => (Err(error), None),
        };
        Self {
            outcomes: vec![(None, outcome)],
            begun,
        }
    }
}

/// A picture of one pixel.
const PICTURE: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0x64, 0xf8, 0xcf, 0x50, 0x0f, 0, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34, 0x7d,
    0x6b, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// What is asked for.
pub const PROMPT: &str = "a cat in the snow";

impl Flow {
    /// Those that meet every fault; the others are made of these.
    pub const ALL: &'static [Self] = &[
        Self::Auth,
        Self::Create,
        Self::Watch,
        Self::Upload,
        Self::Download,
        Self::Chat,
        Self::Cameo,
        Self::List,
    ];

    /// All of them.
    pub const EVERY: &'static [Self] = &[
        Self::Auth,
        Self::Create,
        Self::Watch,
        Self::Upload,
        Self::Download,
        Self::Chat,
        Self::Cameo,
        Self::List,
        Self::Generate,
        Self::Images,
        Self::Find,
    ];

    /// Whether a dialect has it.
    pub fn is_offered(self, dialect: Dialect) -> bool {
        match self {
            Self::Create | Self::Watch | Self::Upload | Self::Download | Self::Generate => true,
            Self::Auth => dialect == Dialect::Sora,
            Self::Chat => matches!(
                dialect,
                Dialect::Sora2api | Dialect::Mirror | Dialect::Skyriff
            ),
            Self::Cameo => dialect.offers(Feature::CreateCharacter),
            Self::List => matches!(dialect, Dialect::Sora | Dialect::Sora2api | Dialect::Openai),
            // Of `openai` some flavours make them, which the simulator serves elsewhere.
            Self::Images => dialect != Dialect::Openai && dialect.offers(Feature::GenerateImages),
            Self::Find => dialect.offers(Feature::ListVideos),
        }
    }

    /// Whether a job is begun, before or in it, and what becomes of that matters.
    pub fn has_job(self) -> bool {
        matches!(self, Self::Create | Self::Watch | Self::Upload | Self::Chat)
    }

    /// How many jobs it makes.
    pub fn makes(self) -> usize {
        let makes = matches!(
            self,
            Self::Create | Self::Upload | Self::Chat | Self::Generate | Self::Images
        );
        usize::from(makes)
    }

    /// Whether it only reads.
    pub fn only_reads(self) -> bool {
        matches!(self, Self::Auth | Self::Watch | Self::Download | Self::List)
    }

    /// What has to be there before the fault. Two jobs are waited for, so that a list
    /// serves both where there is one; the first is made of `prompt`.
    pub async fn before(self, client: &Client, prompt: &str) -> Result<Before> {
        let videos = client.videos();
        let jobs = match self {
            Self::Watch => vec![
                videos.create(VideoRequest::new(prompt)).await?,
                videos.create(VideoRequest::new(PROMPT)).await?,
            ],
            Self::Download => vec![videos.generate(VideoRequest::new(prompt)).await?],
            Self::Find => vec![videos.create(VideoRequest::new(prompt)).await?],
            _ => Vec::new(),
        };
        Ok(Before { jobs })
    }

    /// What meets the fault. Downloads go to `target`; `video` shows a character.
    pub async fn act(
        self,
        client: &Client,
        before: Before,
        prompt: &str,
        target: PathBuf,
        video: &'static [u8],
    ) -> Acted {
        let request = VideoRequest::new(prompt);
        match self {
            Self::Auth => client.account().quota().await.map(drop).into(),
            Self::Create => client.videos().create(request).await.into(),
            Self::Upload => {
                let picture = FileInput::bytes(PICTURE, "picture.png");
                let request = VideoRequest {
                    references: vec![Reference::from(picture)],
                    ..request
                };
                client.videos().create(request).await.into()
            }
            Self::Watch => {
                let (videos, [one, other]) = (client.videos(), [&before.jobs[0], &before.jobs[1]]);
                let waits = zip(videos.wait(one), videos.wait(other)).await;
                let outcomes = [(one, waits.0), (other, waits.1)].into_iter();
                let outcomes =
                    outcomes.map(|(job, waited)| (Some(job.id.clone()), waited.map(drop)));
                Acted {
                    outcomes: outcomes.collect(),
                    begun: None,
                }
            }
            Self::Download => {
                let job = &before.jobs[0];
                let downloaded = client.videos().download(job, target).await;
                Acted {
                    outcomes: vec![(Some(job.id.clone()), downloaded.map(drop))],
                    begun: None,
                }
            }
            Self::Cameo => {
                let request = CharacterRequest {
                    video: Some(FileInput::bytes(video, "cat.mp4").into()),
                    display_name: (client.dialect() == Dialect::Openai).then(|| "Cat".into()),
                    ..CharacterRequest::default()
                };
                client.characters().create(request).await.map(drop).into()
            }
            Self::List if client.dialect() == Dialect::Sora2api => {
                client.models().list().await.map(drop).into()
            }
            Self::List => {
                let listed = client.videos().list(PageRequest::default()).await;
                listed.map(drop).into()
            }
            Self::Chat => chat(client, prompt).await.into(),
            Self::Generate => client.videos().generate(request).await.into(),
            Self::Images => {
                let images = client.images().generate(ImageRequest::new(prompt)).await;
                images.map(drop).into()
            }
            Self::Find => {
                let found = client
                    .videos()
                    .find(&request, Timestamp::from_secs(0))
                    .await;
                let found = found.and_then(|found| {
                    found.ok_or_else(|| Error::new(ErrorKind::NotFound, "the job is not found"))
                });
                found.map(drop).into()
            }
        }
    }
}

/// A generation as a chat, to its end.
pub async fn chat(client: &Client, prompt: &str) -> Result<()> {
    match client.dialect() {
        Dialect::Sora2api => {
            let chat = sora2api::CreateChat::new("sora-video-landscape-10s", prompt);
            ended(client.stream(chat)).await
        }
        Dialect::Mirror => {
            let chat = asked::<mirror::CompleteChat>("sora_video2", prompt);
            ended(client.stream(chat)).await
        }
        _ => {
            let chat = asked::<skyriff::CompleteChat>("sora2-landscape", prompt);
            ended(client.stream(chat)).await
        }
    }
}

fn asked<T: serde::de::DeserializeOwned>(model: &str, prompt: &str) -> T {
    let messages = serde_json::json!([{"role": "user", "content": prompt}]);
    let chat = serde_json::json!({"model": model, "messages": messages, "stream": true});
    serde_json::from_value(chat).expect("a chat")
}

async fn ended<T>(mut events: sorakit::EventStream<T>) -> Result<()> {
    while let Some(event) = events.next().await {
        event?;
    }
    Ok(())
}
