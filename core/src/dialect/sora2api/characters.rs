//! Characters: made from a video while the caller waits, and searched for.

use crate::api::sora2api::{CreateCharacter, FoundCharacter, SearchCharacters, SearchIntent};
use crate::client::Client;
use crate::model::{Character, CharacterRequest, Error, Page, PageRequest, Reference, Result};

pub(super) async fn create(client: &Client, request: CharacterRequest) -> Result<Character> {
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
    if from_job.is_some() {
        return Err(Error::invalid(
            "from_job",
            "is not offered by the gateway: give the `video`",
        ));
    }
    if visibility.is_some() {
        return Err(Error::invalid(
            "visibility",
            "is not offered when a character is made; an admin can set it later",
        ));
    }
    let video = match video {
        Some(Reference::File(file)) => file,
        Some(Reference::Url { url }) => client.fetch_reference(&url).await?,
        None => return Err(Error::invalid("video", "must be given")),
    };
    let (made, raw) = client
        .call_for_raw(CreateCharacter {
            video: Some(video),
            timestamps: timestamps.map(|(start, end)| format!("{start},{end}")),
            username,
            display_name,
            instruction_set,
            safety_instruction_set,
            ..CreateCharacter::default()
        })
        .await?;
    Ok(Character {
        // The one id that prompts and searches know it by, too.
        id: made.data.cameo_id.clone().or(made.id).unwrap_or_default(),
        cameo_id: made.data.cameo_id,
        username: made.data.username,
        display_name: made.data.display_name,
        profile_picture_url: None,
        permalink: None,
        raw,
    })
}

/// Searches; the gateway answers with one page.
pub(super) async fn search(
    client: &Client,
    username: &str,
    page: PageRequest,
) -> Result<Page<Character>> {
    if page.cursor.is_some() {
        return Err(Error::invalid(
            "cursor",
            "is not offered by the gateway, whose searches have one page",
        ));
    }
    let found = client
        .call(SearchCharacters {
            username: username.to_owned(),
            intent: Some(SearchIntent::Cameo),
            token_id: None,
            limit: page.limit,
        })
        .await?;
    Ok(Page {
        items: found.results.into_iter().map(character).collect(),
        next: None,
    })
}

fn character(found: FoundCharacter) -> Character {
    let raw = serde_json::to_value(&found).unwrap_or_default();
    // `<@ch_xxx>`, as prompts write it.
    let cameo_id = found
        .token
        .map(|token| token.trim_matches(['<', '@', '>']).to_owned());
    Character {
        id: cameo_id.clone().or(found.user_id).unwrap_or_default(),
        cameo_id,
        username: found.username,
        display_name: found.display_name,
        profile_picture_url: found.profile_picture_url,
        permalink: None,
        raw,
    }
}
