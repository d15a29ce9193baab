//! Characters: made from a video while the caller waits, and searched for.

use base64::Engine as _;

use super::chat::said;
use super::gateway::{is_known_upstream, is_upstream, turns_out_upstream};
use crate::api::FileInput;
use crate::api::sora2api::{
    CreateCharacter, CreateChat, FoundCharacter, SearchCharacters, SearchIntent,
};
use crate::client::Client;
use crate::model::{
    Character, CharacterRequest, Error, ErrorKind, Page, PageRequest, Reference, Result,
};

pub(super) async fn create(client: &Client, request: CharacterRequest) -> Result<Character> {
    // Of a generation only upstream makes one.
    let is_upstream = match request.from_job.as_deref() {
        Some(id) if id.starts_with("gen_") => is_upstream(client).await,
        _ => is_known_upstream(client),
    };
    if is_upstream {
        return by_chat(client, request).await;
    }
    match create_at_characters(client, request.clone()).await {
        Err(error) if turns_out_upstream(client, &error) => by_chat(client, request).await,
        created => created,
    }
}

/// A character of the chat, which takes nothing but what it is made from.
async fn by_chat(client: &Client, request: CharacterRequest) -> Result<Character> {
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
    for (field, given) in [
        ("timestamps", timestamps.is_some()),
        ("username", username.is_some()),
        ("display_name", display_name.is_some()),
        ("instruction_set", instruction_set.is_some()),
        ("safety_instruction_set", safety_instruction_set.is_some()),
        ("visibility", visibility.is_some()),
    ] {
        if given {
            return Err(Error::invalid(
                field,
                "is not offered by this gateway, which makes characters in its chat",
            ));
        }
    }
    let chat = match (video, from_job) {
        (Some(video), _) => {
            let file = client
                .open_file("video", file_of(client, video).await?)
                .await?;
            let bytes = client.read_file("video", file).await?;
            let video = base64::engine::general_purpose::STANDARD.encode(bytes);
            CreateChat {
                video: Some(video),
                ..CreateChat::new("avatar-create", "")
            }
        }
        (None, Some(id)) if id.starts_with("gen_") => CreateChat::new("avatar-create", id),
        (None, Some(_)) => {
            return Err(Error::invalid(
                "from_job",
                "must be the id of a generation, `gen_…`, on this gateway; or give the `video`",
            ));
        }
        (None, None) => return Err(Error::invalid("video", "must be given")),
    };
    let answer = said(client, chat).await?;
    let made = answer.result().character.ok_or_else(|| {
        Error::new(
            ErrorKind::OutcomeUnknown,
            "the chat ended without naming the character",
        )
    })?;
    let raw = serde_json::to_value(&made).unwrap_or_default();
    Ok(Character {
        id: made
            .cameo_id
            .clone()
            .or(made.character_id)
            .unwrap_or_default(),
        cameo_id: made.cameo_id,
        username: made.username,
        display_name: made.display_name,
        profile_picture_url: made.profile_asset_url,
        permalink: None,
        raw,
    })
}

async fn file_of(client: &Client, video: Reference) -> Result<FileInput> {
    match video {
        Reference::File(file) => Ok(file),
        Reference::Url { url } => client.fetch_reference(&url).await,
    }
}

async fn create_at_characters(client: &Client, request: CharacterRequest) -> Result<Character> {
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
        Some(video) => file_of(client, video).await?,
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
