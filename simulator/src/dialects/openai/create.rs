//! Creating videos (`docs/wire/openai.md` §2).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use serde_json::json;

use super::flavour::Flavour;
use super::models::MODELS;
use super::{bodies, references};
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::jobs::{self, Shown};
use crate::dialects::gateway::measures;
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};
use crate::media::Video;

/// The fields that OpenAI's documents name.
const FIELDS: [&str; 6] = [
    "prompt",
    "model",
    "seconds",
    "size",
    "input_reference",
    "characters",
];
/// How the parts of a form are read.
const SCHEMA: Schema = Schema {
    integers: &["fps", "num_frames", "width", "height"],
    booleans: &[],
    json: &[
        "characters",
        "image_reference",
        "video_reference",
        "audio_reference",
        "extra_params",
    ],
};

/// The sizes of `sora-2`, and those that only `sora-2-pro` makes besides.
const SIZES: [&str; 4] = ["720x1280", "1280x720", "1024x1792", "1792x1024"];
/// Longest video of the servers that take any length, in seconds.
const LONGEST_S: i64 = 60;

/// `POST /v1/videos`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let flavour = Flavour::of(call.dialect);
    check_content_type(&call, flavour)?;
    let schema = match flavour.is_like_sglang() {
        true => Schema {
            integers: &[
                "seconds",
                "fps",
                "num_frames",
                "n",
                "num_outputs_per_prompt",
            ],
            ..SCHEMA
        },
        false => SCHEMA,
    };
    let input = Input::read(&call, schema)?;
    if flavour == Flavour::Unsloth && jobs::is_busy(&call, &account) {
        let message = "A video generation is already in progress.";
        let mut refusal = Refusal::of("too_many_concurrent_tasks").message(message);
        refusal.status = StatusCode::CONFLICT;
        refusal.code = "conflict".into();
        return Err(refusal);
    }
    references::check(flavour, &input)?;
    check_ranges(flavour, &input.fields)?;
    let asked = read(&call, flavour, &input.fields)?;
    if flavour.is_strict() {
        input.only(&FIELDS)?;
        check_characters(&call, &account, &input.fields)?;
    }
    let shown = jobs::create(&call, &account, asked, |random| {
        bodies::new_id(flavour, random)
    })?;
    if flavour == Flavour::Dynamo {
        return answer_when_done(&call, &input.fields, &shown).await;
    }
    Ok(Reply::json(bodies::video(&call, &shown)))
}

/// `POST /v1/videos/sync`: the bytes of the finished video.
pub async fn create_sync(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let flavour = Flavour::of(call.dialect);
    check_content_type(&call, flavour)?;
    let input = Input::read(&call, SCHEMA)?;
    references::check(flavour, &input)?;
    let asked = read(&call, flavour, &input.fields)?;
    let shown = jobs::create(&call, &account, asked, |random| {
        bodies::new_id(flavour, random)
    })?;
    jobs::wait(&call, &shown).await?;
    shown.content(&call, "source.mp4").await
}

/// vLLM-Omni takes forms only, Dynamo JSON only.
fn check_content_type(call: &Call, flavour: Flavour) -> Result<(), Refusal> {
    let accepted = match flavour {
        Flavour::VllmOmni => "multipart/form-data",
        Flavour::Dynamo => "application/json",
        _ => return Ok(()),
    };
    if call.content_type() == accepted {
        return Ok(());
    }
    let message = format!(
        "`Content-Type` is \"{}\"; accepted: {accepted}.",
        call.content_type()
    );
    Err(Refusal::wrong_value("Content-Type", message))
}

/// vLLM-Omni fails at a value out of its range.
fn check_ranges(flavour: Flavour, fields: &Fields) -> Result<(), Refusal> {
    if flavour != Flavour::VllmOmni {
        return Ok(());
    }
    for (name, least, most) in [
        ("num_inference_steps", 1.0, 200.0),
        ("guidance_scale", 0.0, 20.0),
    ] {
        let value = fields.get(name).and_then(|value| match value.as_str() {
            Some(text) => text.parse::<f64>().ok(),
            None => value.as_f64(),
        });
        if value.is_some_and(|value| !(least..=most).contains(&value)) {
            let message = format!("1 validation error for VideoGenerationRequest: {name}");
            let mut refusal = Refusal::of("internal_error").message(message);
            refusal.status = StatusCode::INTERNAL_SERVER_ERROR;
            return Err(refusal);
        }
    }
    Ok(())
}

async fn answer_when_done(call: &Call, fields: &Fields, shown: &Shown) -> Answer {
    let format = fields.optional_one_of("response_format", &["url", "b64_json"])?;
    jobs::wait(call, shown).await?;
    let generation = &shown.job.generations[0];
    let media = if format == Some("b64_json") {
        let content = jobs::asset(call, generation, "source.mp4").await?.content;
        json!({"b64_json": BASE64.encode(content.read_at(0..content.len()))})
    } else {
        json!({"url": call.asset_url(generation, "source.mp4")})
    };
    Ok(Reply::json(bodies::synchronous(call, shown, media)))
}

fn read(call: &Call, flavour: Flavour, fields: &Fields) -> Result<NewJob, Refusal> {
    let prompt = fields.string("prompt")?.to_owned();
    let model = model(flavour, fields)?;
    let nested = match flavour {
        Flavour::Dynamo => fields.optional_object("nvext")?,
        _ => None,
    };
    let (width, height) = size(flavour, fields, &model)?;
    let numbers = nested.as_ref().unwrap_or(fields);
    // Unsloth looks at no field of a model's own.
    let reads_numbers = !flavour.is_strict() && flavour != Flavour::Unsloth;
    let fps = match numbers.get("fps") {
        Some(_) if reads_numbers => within(numbers, "fps", 1, 120)?,
        _ => flavour.fps(),
    };
    let frames = match numbers.get("num_frames") {
        Some(_) if reads_numbers => {
            within(numbers, "num_frames", 1, i64::from(*Video::FRAMES.end()))?
        }
        _ => seconds(flavour, fields)? * fps,
    };
    Ok(NewJob {
        dialect: call.dialect,
        kind: JobKind::Video,
        prompt,
        width,
        height,
        frames,
        fps,
        model,
        variants: variants(flavour, fields)?,
        remix_of: None,
        request: fields.to_value(),
    })
}

/// SGLang alone makes several, and takes any number for the nearest from 1 to 10.
fn variants(flavour: Flavour, fields: &Fields) -> Result<u32, Refusal> {
    let mut names = ["num_outputs_per_prompt", "n"].into_iter();
    match names.find(|name| fields.get(name).is_some()) {
        Some(name) if flavour == Flavour::SgLang => {
            let number = fields.integer(name)?;
            Ok(number.clamp(1, 10) as u32)
        }
        _ => Ok(1),
    }
}

fn model(flavour: Flavour, fields: &Fields) -> Result<String, Refusal> {
    let model = if flavour.is_strict() {
        fields.optional_one_of("model", &MODELS)?
    } else if matches!(flavour, Flavour::NewApi | Flavour::Dynamo) {
        Some(fields.string("model")?)
    } else {
        fields.optional_text("model")?
    };
    Ok(model.unwrap_or("sora-2").to_owned())
}

fn size(flavour: Flavour, fields: &Fields, model: &str) -> Result<(u32, u32), Refusal> {
    if !flavour.is_strict() {
        let text = fields
            .optional_text("size")?
            .filter(|text| !text.is_empty());
        return measures::size("size", text.unwrap_or("720x1280"));
    }
    let sizes = if model.starts_with("sora-2-pro") {
        &SIZES[..]
    } else {
        &SIZES[..2]
    };
    let size = fields.optional_one_of("size", sizes)?;
    measures::size("size", size.unwrap_or(SIZES[0]))
}

/// Text at OpenAI's, a number at SGLang's and Dynamo's.
fn seconds(flavour: Flavour, fields: &Fields) -> Result<u32, Refusal> {
    match flavour {
        Flavour::OpenAi | Flavour::LiteLlm => {
            let text = fields.optional_one_of("seconds", &["4", "8", "12"])?;
            Ok(text.and_then(|text| text.parse().ok()).unwrap_or(4))
        }
        Flavour::SgLang | Flavour::Dynamo | Flavour::FastVideo
            if fields.get("seconds").is_some() =>
        {
            within(fields, "seconds", 1, LONGEST_S)
        }
        Flavour::SgLang | Flavour::Dynamo | Flavour::FastVideo | Flavour::LocalAi => Ok(4),
        Flavour::VllmOmni | Flavour::NewApi | Flavour::Unsloth => {
            match fields.optional_text("seconds")? {
                None => Ok(4),
                Some(text) => {
                    let seconds = text
                        .parse()
                        .ok()
                        .filter(|it| (1..=LONGEST_S).contains(&i64::from(*it)));
                    seconds.ok_or_else(|| {
                        let message =
                            format!("`seconds` is \"{text}\"; accepted: \"1\" to \"{LONGEST_S}\".");
                        Refusal::wrong_value("seconds", message)
                    })
                }
            }
        }
    }
}

fn within(fields: &Fields, name: &str, least: i64, most: i64) -> Result<u32, Refusal> {
    let number = fields.integer(name)?;
    let fits = (least..=most)
        .contains(&number)
        .then(|| u32::try_from(number).ok());
    fits.flatten().ok_or_else(|| {
        let message = format!("`{name}` is {number}; accepted: {least} to {most}.");
        Refusal::wrong_value(name, message)
    })
}

fn check_characters(call: &Call, account: &str, fields: &Fields) -> Result<(), Refusal> {
    use crate::dialects::gateway::characters;
    for item in fields.objects("characters")? {
        let id = item.string("id")?;
        if characters::find(call, account, id).is_none() {
            let message = format!("`{}`: there is no character {id}.", item.path("id"));
            return Err(Refusal::wrong_value(&item.path("id"), message));
        }
    }
    Ok(())
}
