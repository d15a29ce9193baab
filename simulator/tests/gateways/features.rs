//! The table of features says what is so: what a dialect offers works there,
//! and what it lacks is refused before anything is sent.

use sorakit::api::FileInput;
use sorakit::api::sora::{CreatePost, ListDrafts};
use sorakit::{
    CharacterRequest, Client, Dialect, EnhanceRequest, ErrorKind, Feature, ImageRequest, Options,
    Orientation, PageRequest, Quality, Reference, Result, Shot, VideoRequest,
};
use sorakit_simulator::dialects::sora2api::{ADMIN_PASSWORD, ADMIN_USERNAME};
use sorakit_simulator::media::Video;
use sorakit_simulator::{Credentials, Shapes, Simulator};

use crate::setup::{png, pro, run};

/// Where a video of a character is, which no request of these fetches.
const CAT_AT: &str = "https://cdn.example/cat.mp4";

#[test]
fn every_feature_works_where_it_is_offered_and_is_refused_elsewhere() {
    let mut wrong = Vec::new();
    for shapes in [Shapes::Documented, Shapes::Observed] {
        for dialect in Dialect::ALL {
            // An account may not make as many videos as all of them take.
            let simulator = Simulator::builder().shapes(shapes).speed(3000.0);
            let simulator = simulator.first_run_account(pro()).start().unwrap();
            let (_, other) = simulator.add_account(pro());
            let friend = client(&simulator, *dialect, other);
            let client = client(&simulator, *dialect, simulator.credentials());
            for feature in Feature::ALL {
                let before = simulator.journal().len();
                let used = run(use_it(&client, &friend, *feature));
                let sent = simulator.journal().len() - before;
                let name = feature.as_str();
                match (client.offers(*feature), used) {
                    // Some servers have no list of their models.
                    (true, Ok(())) if sent > 0 || *feature == Feature::ListModels => {}
                    (false, Err(error)) if error.kind() == ErrorKind::Unsupported && sent == 0 => {
                        assert_eq!(error.field(), Some(name), "{dialect}: {error}");
                    }
                    (offered, used) => wrong.push(format!(
                        "{dialect} {shapes:?}: `{name}`, offered: {offered}, {sent} sent: {used:?}"
                    )),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn client(simulator: &Simulator, dialect: Dialect, credentials: Credentials) -> Client {
    let links_token = credentials.api_key.clone();
    let (path, key) = match dialect {
        Dialect::Sora => ("/backend".to_owned(), credentials.access_token),
        Dialect::Mirror => ("/mirror/sora".to_owned(), credentials.api_key),
        other => (format!("/{other}"), credentials.api_key),
    };
    Client::new(Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}{path}", simulator.url())),
        links_url: Some(simulator.url().into()),
        links_token: Some(links_token.into()),
        api_key: Some(key.into()),
        poll_interval: Some(0.02),
        grace: Some(1.5),
        max_retries: Some(0),
        ..Options::default()
    })
    .unwrap()
}

/// Uses a feature as somebody would who knows what the dialect takes.
async fn use_it(client: &Client, friend: &Client, feature: Feature) -> Result<()> {
    let dialect = client.dialect();
    let mut request = VideoRequest::new("a cat in the snow");
    match feature {
        Feature::Duration => {
            request.duration = Some(if dialect == Dialect::Openai { 8 } else { 10 })
        }
        Feature::Orientation => request.orientation = Some(Orientation::Landscape),
        Feature::Size => {
            request.size = Some(match dialect {
                Dialect::Sora => "small".into(),
                _ => "1280x720".into(),
            });
        }
        Feature::Quality => request.quality = Some(Quality::Standard),
        Feature::Style => request.style = Some("anime".into()),
        Feature::References => request.references = vec![png().into()],
        Feature::Storyboard => {
            let shot = |scene: &str| Shot {
                duration: 5.0,
                scene: scene.into(),
            };
            request.storyboard = vec![shot("a cat sits"), shot("a cat jumps")];
        }
        Feature::Remix => request.remix = Some(finished(client, feature).await?),
        Feature::Characters => request.characters = vec![character(client, feature).await?],
        Feature::Watermark => request.watermark = Some(false),
        Feature::Private => request.private = Some(true),
        Feature::Variants => request.n = Some(2),
        Feature::Title => request.title = Some("A cat".into()),
        Feature::CameoReplacements => {
            let made = character(client, feature).await?;
            request.cameo_replacements = [(made.clone(), made.into())].into_iter().collect();
        }
        Feature::AudioCaption => request.audio_caption = Some("wind".into()),
        Feature::AudioTranscript => request.audio_transcript = Some("miaow".into()),
        Feature::VideoCaption => request.video_caption = Some("a cat".into()),
        Feature::Metadata => {
            request.metadata = [("mine".to_owned(), "1".into())].into_iter().collect()
        }
        Feature::CharacterUrl => request.character_url = Some(Reference::url(CAT_AT)),
        Feature::CharacterTimestamps => {
            if dialect.offers(feature) {
                request.character_url = Some(Reference::url(CAT_AT));
            }
            request.character_timestamps = Some((0.0, 3.0));
        }
        Feature::CharacterFromTask => {
            request.character_from_task = Some(finished(client, feature).await?);
        }
        Feature::CharacterCreate => {
            request.character_create = Some(true);
        }
        Feature::Seed => request.seed = Some(7),
        Feature::NegativePrompt => request.negative_prompt = Some("dogs".into()),
        Feature::Steps => request.steps = Some(20),
        Feature::Guidance => request.guidance = Some(5.0),
        Feature::Fps => request.fps = Some(24.0),
        Feature::Frames => request.frames = Some(81),
        Feature::AspectRatio => request.aspect_ratio = Some("16:9".into()),
        Feature::LastFrame => request.last_frame = Some(png().into()),
        Feature::VideoReferences => request.video_references = vec![Reference::url(CAT_AT)],
        Feature::AudioReferences => request.audio_references = vec![Reference::url(CAT_AT)],
        Feature::Audio => request.audio = Some(false),
        Feature::Enhance => request.enhance = Some(true),
        other => return call(client, friend, other).await,
    }
    let job = client.videos().generate(request).await?;
    assert!(job.video.is_some(), "{dialect}");
    Ok(())
}

/// The features that are methods of their own.
async fn call(client: &Client, friend: &Client, feature: Feature) -> Result<()> {
    let (videos, images, characters) = (client.videos(), client.images(), client.characters());
    let page = PageRequest::default();
    match feature {
        Feature::ListVideos => drop(videos.list(page).await?),
        Feature::CancelVideo => videos.cancel("any").await?,
        Feature::DeleteVideo => videos.delete(&finished(client, feature).await?).await?,
        Feature::GenerateImages => {
            let made = images.generate(ImageRequest::new("a cat")).await?;
            assert!(!made.images.is_empty());
        }
        Feature::EditImages => {
            let request = ImageRequest {
                references: vec![png().into()],
                ..ImageRequest::new("in oil")
            };
            assert!(!images.edit(request).await?.images.is_empty());
        }
        Feature::CreateCharacter => drop(character(client, feature).await?),
        Feature::GetCharacter => {
            characters.get(&character(client, feature).await?).await?;
        }
        Feature::SearchCharacters => drop(characters.search("cat", page).await?),
        Feature::DeleteCharacter => {
            characters
                .delete(&character(client, feature).await?)
                .await?;
        }
        Feature::EnhancePrompt => {
            let request = EnhanceRequest {
                prompt: "a cat".into(),
                ..EnhanceRequest::default()
            };
            assert!(!client.prompts().enhance(request).await?.is_empty());
        }
        Feature::GetImages => {
            let id = match client.dialect().offers(feature) {
                true => images.create(ImageRequest::new("a cat")).await?.id,
                false => "any".into(),
            };
            assert_eq!(images.get(&id).await?.id, id);
        }
        Feature::PublishVideo => drop(videos.publish(&draft(client, feature).await?, "").await?),
        Feature::UnpublishVideo => {
            let id = match client.dialect().offers(feature) {
                true => videos.publish(&draft(client, feature).await?, "").await?.id,
                false => "any".into(),
            };
            videos.unpublish(&id).await?;
        }
        Feature::LinkVideo => {
            let link = videos.link(&finished(client, feature).await?).await?;
            assert!(!link.url.is_empty());
        }
        Feature::Quota => {
            if client.dialect() == Dialect::Sora2api {
                // The gateway tells it to its admin alone.
                client
                    .admin_login(ADMIN_USERNAME, ADMIN_PASSWORD.into())
                    .await?;
            }
            drop(client.account().quota().await?);
        }
        Feature::Me => drop(client.account().me().await?),
        Feature::Subscriptions => drop(client.account().subscriptions().await?),
        Feature::Invites => drop(client.account().invites().await?),
        Feature::AcceptInvite => {
            let code = match client.dialect().offers(feature) {
                true => friend
                    .account()
                    .invites()
                    .await?
                    .invite_code
                    .unwrap_or_default(),
                false => "any".into(),
            };
            drop(client.account().accept_invite(code).await?);
        }
        Feature::UsernameAvailable => {
            assert!(client.account().username_available("mossy.cat").await?);
        }
        Feature::Username => {
            drop(client.account().username(Some("mossy.cat".into())).await?);
        }
        Feature::Bootstrap => client.account().bootstrap().await?,
        Feature::ListModels => assert!(!client.models().list().await?.is_empty()),
        other => unreachable!("{} is an option of a creation", other.as_str()),
    }
    Ok(())
}

/// The id of a video that is not published, where the feature that needs one is offered.
async fn draft(client: &Client, feature: Feature) -> Result<String> {
    match client.dialect().offers(feature) {
        true => Ok(client
            .videos()
            .generate(VideoRequest::new("a cat"))
            .await?
            .id),
        false => Ok("any".into()),
    }
}

/// The id of a finished video, where the feature that needs one is offered.
async fn finished(client: &Client, feature: Feature) -> Result<String> {
    if !client.dialect().offers(feature) {
        return Ok("any".into());
    }
    let made = client.videos().generate(VideoRequest::new("a cat")).await?;
    if client.dialect() != Dialect::Sora {
        return Ok(made.id);
    }
    // What is remixed there is a post: a draft that was published.
    let drafts = client.call(ListDrafts::default()).await?;
    let post = CreatePost::of(drafts.items[0].id.clone());
    Ok(client.call(post).await?.post.id)
}

/// The id of a character, where the feature that needs one is offered.
async fn character(client: &Client, feature: Feature) -> Result<String> {
    let dialect = client.dialect();
    if !dialect.offers(feature) && feature != Feature::CreateCharacter {
        return Ok("any".into());
    }
    let from_job = match dialect {
        Dialect::Mirror | Dialect::Relay => Some(finished(client, feature).await?),
        _ => None,
    };
    let video = Video {
        width: 64,
        height: 64,
        frames: 120,
        fps: 30,
        seed: 1,
    };
    let file = FileInput::bytes(video.to_mp4(), "me.mp4");
    let request = CharacterRequest {
        video: from_job.is_none().then(|| Reference::File(file)),
        from_job,
        timestamps: (dialect != Dialect::Openai).then_some((0.0, 3.0)),
        display_name: (dialect == Dialect::Openai).then(|| "Mossy".into()),
        ..CharacterRequest::default()
    };
    Ok(client.characters().create(request).await?.id)
}
