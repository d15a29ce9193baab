//! The one character request as native steps (`docs/wire/sora.md` §8).

use serde_json::Value;

use super::cameo::{Cameo, CameoPlan};
use super::cameos::Cameos;
use super::observe;
use crate::api::sora::{SearchProfiles, UserProfile};
use crate::client::Client;
use crate::dialect::adapter::Asked;
use crate::model::{
    Character, CharacterRequest, Dialect, Error, ErrorKind, Job, JobKind, JobStatus, Page,
    PageRequest, Result,
};

pub(super) async fn create(client: &Client, request: CharacterRequest) -> Result<Character> {
    let cameos = Cameos::new(client);
    let CharacterRequest {
        video,
        from_job,
        timestamps,
        username,
        display_name,
        instruction_set,
        safety_instruction_set,
        visibility,
    } = request;
    let timestamps = timestamps.unwrap_or((0.0, 3.0));
    let plan = CameoPlan {
        username,
        display_name,
        instruction_set,
        safety_instruction_set,
        visibility,
    };
    let mut cameo = match (&video, &from_job) {
        (Some(video), _) => {
            let file = client.open_reference("video", video).await?;
            cameos.begin(file, timestamps, plan).await?
        }
        (None, Some(job)) => {
            let generation = generation_of(client, job).await?;
            cameos
                .begin_from_generation(generation, timestamps, plan)
                .await?
        }
        (None, None) => return Err(Error::invalid("video", "give either `video` or `from_job`")),
    };
    cameos.finish(&mut cameo).await?;
    Ok(from_cameo(cameo))
}

/// The generation of a job: a job may be known by its task.
pub(super) async fn generation_of(client: &Client, id: &str) -> Result<String> {
    if id.starts_with("gen_") {
        return Ok(id.to_owned());
    }
    let job = Job::new(id, Dialect::Sora, JobKind::Video);
    let seen = observe::observe(client, &Asked::anywhere(&job)).await?;
    seen.map(|seen| seen.job)
        .filter(|job| job.status == JobStatus::Succeeded)
        .map(|job| job.id)
        .ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                "the drafts hold no finished video of this job",
            )
            .with_job(id)
        })
}

fn from_cameo(cameo: Cameo) -> Character {
    Character {
        raw: serde_json::to_value(&cameo).unwrap_or_default(),
        id: cameo.character_id.unwrap_or_default(),
        cameo_id: Some(cameo.cameo_id),
        username: cameo.username,
        display_name: cameo.display_name,
        profile_picture_url: cameo.picture_url,
        permalink: None,
    }
}

pub(super) async fn search(
    client: &Client,
    username: &str,
    page: PageRequest,
) -> Result<Page<Character>> {
    let found = client
        .call(SearchProfiles {
            username: username.to_owned(),
            intent: Some("cameo".into()),
            limit: page.limit,
            cursor: page.cursor,
        })
        .await?;
    Ok(Page {
        items: found
            .items
            .into_iter()
            .map(|mention| from_profile(mention.profile))
            .collect(),
        next: found.cursor,
    })
}

fn from_profile(profile: UserProfile) -> Character {
    let raw = serde_json::to_value(&profile).unwrap_or(Value::Null);
    Character {
        id: profile.character_id.or(profile.user_id).unwrap_or_default(),
        cameo_id: profile.cameo_id,
        username: profile.username,
        display_name: profile.display_name,
        profile_picture_url: profile.profile_picture_url,
        permalink: profile.permalink,
        raw,
    }
}
