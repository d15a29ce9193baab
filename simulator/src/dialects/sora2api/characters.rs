//! Characters from videos (`docs/wire/sora2api.md` §5.1).

use http::StatusCode;
use serde_json::{Value, json};

use super::access::{Client, Sent, client};
use super::gateway::{CharacterEntry, open};
use super::{models, references};
use crate::dialects::sora::usernames;
use crate::engine::characters::{Cameo, Character};
use crate::engine::jobs::JobKind;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

const OPTIONS: [&str; 5] = [
    "timestamps",
    "username",
    "display_name",
    "instruction_set",
    "safety_instruction_set",
];

/// How a character is to be.
#[derive(Debug, Clone)]
pub struct Options {
    timestamps: (f64, f64),
    username: Option<String>,
    display_name: Option<String>,
    instruction_set: Value,
    safety_instruction_set: Value,
    /// The file says that making it is to go wrong.
    fails: bool,
}

impl Options {
    /// Reads the members that a request and `character_options` share.
    pub fn read(fields: &Fields) -> Result<Self, Refusal> {
        let text = |name: &str| {
            let text = fields.optional_text(name)?.filter(|text| !text.is_empty());
            Ok::<_, Refusal>(text.map(str::to_owned))
        };
        let set = |name: &str| Ok::<_, Refusal>(text(name)?.map_or(Value::Null, Value::from));
        Ok(Self {
            timestamps: timestamps(&text("timestamps")?.unwrap_or_else(|| "0,3".into()))?,
            username: text("username")?,
            display_name: text("display_name")?,
            instruction_set: set("instruction_set")?,
            safety_instruction_set: set("safety_instruction_set")?,
            fails: false,
        })
    }

    /// Those of a chat request.
    pub fn of_chat(call: &Call, fields: &Fields) -> Result<Self, Refusal> {
        match fields.optional_object("character_options")? {
            None => Self::read(&Fields::of(json!({}), "character_options")?),
            Some(options) => {
                if !call.observed() {
                    options.only(&OPTIONS)?;
                }
                Self::read(&options)
            }
        }
    }
}

/// `POST /v1/characters`; the answer comes when the video has been worked on.
pub async fn create(call: Call) -> Answer {
    let client = client(&call)?;
    let sent = Sent::read(&call)?;
    let mut known = vec!["model", "video", "video_base64"];
    known.extend(OPTIONS);
    sent.only(&call, &known)?;
    let model = sent
        .fields
        .optional_text("model")?
        .unwrap_or("sora-video-10s");
    if !models::makes_characters(&call, model) {
        let message = format!("Model {model} is not a video model");
        return Err(Refusal::wrong_value("model", message));
    }
    let mut options = Options::read(&sent.fields)?;
    options.fails = check_video(&sent)?;
    let made = make(&call, &client, options).await?;
    Ok(Reply::json(json!({
        "id": made.id,
        "object": "character",
        "created": made.created_at.as_second(),
        "model": model,
        "data": {
            "cameo_id": made.cameo,
            "username": made.username,
            "display_name": made.display_name,
            "message": "Character created successfully",
        },
    })))
}

/// One video: a file, or Base64 as `video` or `video_base64`. Whether its file
/// name asks for trouble.
fn check_video(sent: &Sent) -> Result<bool, Refusal> {
    let file = sent.file("video")?;
    let texts: Vec<_> = ["video", "video_base64"]
        .into_iter()
        .filter(|name| sent.fields.get(name).is_some())
        .collect();
    match (file, texts.as_slice()) {
        (Some(file), []) => {
            references::check_video_file(file)?;
            let name = file.file_name.as_deref().unwrap_or_default();
            Ok(name.contains("simulate:"))
        }
        (None, [name]) => {
            references::check_video(name, sent.fields.text(name)?)?;
            Ok(false)
        }
        _ => {
            let message = "Send one video: `video` as a file, or `video_base64`.";
            Err(Refusal::wrong_value("video", message))
        }
    }
}

/// Makes a character and waits until it is ready.
pub async fn make(call: &Call, client: &Client, options: Options) -> Result<Character, Refusal> {
    let (token_id, cameo) = open(call, |gateway, world| {
        if let Some(username) = &options.username {
            let fields = Fields::of(json!({"username": username}), "")?;
            usernames::read(world, &fields, "")?;
        }
        let now = call.engine.clock.now();
        let only = client.account.as_deref();
        let token_id = gateway
            .pool
            .choose(world, &gateway.settings, JobKind::Video, only, now)?;
        let account = super::tasks::account(gateway, token_id)?;
        call.note_account(&account);
        let cameo = Cameo {
            id: format!("ch_{}", world.random.hex(32)),
            account,
            created_at: now,
            timestamps: options.timestamps,
            fails: options.fails,
            character: None,
        };
        world
            .characters
            .cameos
            .insert(cameo.id.clone(), cameo.clone());
        Ok::<_, Refusal>((token_id, cameo))
    })?;
    call.engine.clock.sleep_until(cameo.done_at()).await;
    finalize(call, token_id, cameo, options)
}

fn finalize(
    call: &Call,
    token_id: u64,
    cameo: Cameo,
    options: Options,
) -> Result<Character, Refusal> {
    let now = call.engine.clock.now();
    let request = json!({
        "timestamps": [options.timestamps.0, options.timestamps.1],
        "username": options.username,
        "display_name": options.display_name,
    });
    let operation = "character_creation";
    open(call, |gateway, world| {
        if cameo.fails {
            let message = "Character creation failed: no face was found in the video.";
            let outcome = Err((500, message.to_owned()));
            gateway
                .log
                .note(now, Some(token_id), operation, &request, outcome);
            let mut refusal = Refusal::of("internal_error").message(message);
            refusal.status = StatusCode::INTERNAL_SERVER_ERROR;
            return Err(refusal);
        }
        let tail = &cameo.id[cameo.id.len() - 6..];
        let character = Character {
            id: format!("char_{}", world.random.hex(32)),
            cameo: cameo.id.clone(),
            account: cameo.account.clone(),
            username: options
                .username
                .unwrap_or_else(|| format!("simulated.{tail}")),
            display_name: options
                .display_name
                .unwrap_or_else(|| "Simulated Character".into()),
            profile_asset_pointer: String::new(),
            instruction_set: options.instruction_set,
            safety_instruction_set: options.safety_instruction_set,
            visibility: "private".into(),
            created_at: now,
        };
        if let Some(cameo) = world.characters.cameos.get_mut(&cameo.id) {
            cameo.character = Some(character.id.clone());
        }
        let characters = &mut world.characters.characters;
        characters.insert(character.id.clone(), character.clone());
        let id = gateway.characters.last().map_or(0, |last| last.id) + 1;
        gateway.characters.push(CharacterEntry {
            id,
            character_id: character.id.clone(),
            cameo_id: character.cameo.clone(),
            token_id,
            updated_at: now,
        });
        let outcome = Ok(character.id.clone());
        gateway
            .log
            .note(now, Some(token_id), operation, &request, outcome);
        Ok(character)
    })
}

/// `START,END` in seconds.
fn timestamps(text: &str) -> Result<(f64, f64), Refusal> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|n| n.is_finite());
    text.split_once(',')
        .and_then(|(start, end)| Some((number(start)?, number(end)?)))
        .filter(|(start, end)| 0.0 <= *start && start < end)
        .ok_or_else(|| {
            let message =
                format!("`timestamps` is \"{text}\"; accepted: START,END in seconds, such as 0,3.");
            Refusal::wrong_value("timestamps", message)
        })
}
