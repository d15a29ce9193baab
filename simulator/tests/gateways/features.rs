//! The table of features says what is so: what a dialect offers works there,
//! and what it lacks is refused before anything is sent.

use sorakit::api::FileInput;
use sorakit::api::sora::{CreatePost, ListDrafts};
use sorakit::{
    CharacterRequest, Client, Dialect, EnhanceRequest, ErrorKind, Feature, ImageRequest, Options,
    Orientation, PageRequest, Quality, Reference, Result, Shot, VideoRequest,
};
use sorakit_simulator::media::Video;
use sorakit_simulator::{Shapes, Simulator};

use crate::setup::{png, run};

#[test]
fn every_feature_works_where_it_is_offered_and_is_refused_elsewhere() {
    let mut wrong = Vec::new();
    for shapes in [Shapes::Documented, Shapes::Observed] {
        for dialect in Dialect::ALL {
            // An account may not make as many videos as all of them take.
            let simulator = Simulator::builder().shapes(shapes).speed(3000.0);
            let simulator = simulator.start().unwrap();
            let client = client(&simulator, *dialect);
            for feature in Feature::ALL {
                let before = simulator.journal().len();
                let used = run(use_it(&client, *feature));
                let sent = simulator.journal().len() - before;
                let name = feature.as_str();
                match (dialect.offers(*feature), used) {
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

fn client(simulator: &Simulator, dialect: Dialect) -> Client {
    let credentials = simulator.credentials();
    let (path, key) = match dialect {
        Dialect::Sora => ("/backend".to_owned(), credentials.access_token),
        Dialect::Mirror => ("/mirror/sora".to_owned(), credentials.api_key),
        other => (format!("/{other}"), credentials.api_key),
    };
    Client::new(Options {
        dialect: Some(dialect),
        base_url: Some(format!("{}{path}", simulator.url())),
        links_url: Some(simulator.url().into()),
        api_key: Some(key.into()),
        poll_interval: Some(0.02),
        grace: Some(1.5),
        max_retries: Some(0),
        ..Options::default()
    })
    .unwrap()
}

/// Uses a feature as somebody would who knows what the dialect takes.
async fn use_it(client: &Client, feature: Feature) -> Result<()> {
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
        other => return call(client, other).await,
    }
    let job = client.videos().generate(request).await?;
    assert!(job.video.is_some(), "{dialect}");
    Ok(())
}

/// The features that are methods of their own.
async fn call(client: &Client, feature: Feature) -> Result<()> {
    let (videos, images, characters) = (client.videos(), client.images(), client.characters());
    let page = PageRequest::default();
    match feature {
        Feature::ListVideos => drop(videos.list(page).await?),
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
        Feature::Quota => drop(client.account().quota().await?),
        Feature::ListModels => assert!(!client.models().list().await?.is_empty()),
        other => unreachable!("{} is an option of a creation", other.as_str()),
    }
    Ok(())
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
