//! Videos made from videos: remix, edit, extend (`docs/wire/openai.md` §6).

use super::flavour::Flavour;
use super::{bodies, videos};
use crate::dialects::gateway::access::authenticate;
use crate::dialects::gateway::input::{Input, Schema};
use crate::dialects::gateway::jobs::{self, Shown};
use crate::engine::jobs::{JobKind, NewJob, Status};
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::exchange::{Answer, Call, Reply};

/// `POST /v1/videos/{video_id}/remix`: size and length stay those of the source.
pub async fn remix(call: Call) -> Answer {
    let (account, source) = videos::find(&call)?;
    let fields = call.json()?;
    let prompt = fields.string("prompt")?.to_owned();
    if Flavour::of(call.dialect).is_strict() {
        fields.only(&["prompt"])?;
    }
    require_done(&call, &source)?;
    let asked = NewJob {
        prompt,
        remix_of: Some(source.id.clone()),
        request: fields.to_value(),
        ..source.job.asked
    };
    created(&call, &account, asked)
}

/// `POST /v1/videos/edits`: a finished video, or one that is sent along.
pub async fn edit(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let input = Input::read(&call, Schema::default())?;
    input.only(&["prompt", "video"])?;
    let (prompt, source) = (
        input.fields.string("prompt")?.to_owned(),
        source(&call, &account, &input)?,
    );
    let asked = NewJob {
        prompt,
        request: input.fields.to_value(),
        ..source
    };
    created(&call, &account, asked)
}

/// `POST /v1/videos/extensions`: the answer's `seconds` are those of the whole.
pub async fn extend(call: Call) -> Answer {
    let account = authenticate(&call)?;
    let input = Input::read(&call, Schema::default())?;
    input.only(&["prompt", "video", "seconds"])?;
    let prompt = input.fields.string("prompt")?.to_owned();
    let seconds = input
        .fields
        .one_of("seconds", &["4", "8", "12", "16", "20"])?;
    let source = source(&call, &account, &input)?;
    let asked = NewJob {
        prompt,
        frames: source.frames + seconds.parse().unwrap_or(4) * source.fps,
        request: input.fields.to_value(),
        ..source
    };
    created(&call, &account, asked)
}

/// The video that the field `video` names or holds, as a request to make it.
/// A file is not looked into: it stands for four seconds of the default size.
fn source(call: &Call, account: &str, input: &Input) -> Result<NewJob, Refusal> {
    if let Some(file) = input.file("video")? {
        file.file_type(&[FileType::Mp4])?;
        let fps = Flavour::of(call.dialect).fps();
        return Ok(NewJob {
            dialect: call.dialect,
            kind: JobKind::Video,
            prompt: String::new(),
            width: 720,
            height: 1280,
            frames: 4 * fps,
            fps,
            model: "sora-2".into(),
            variants: 1,
            remix_of: None,
            request: serde_json::Value::Null,
        });
    }
    let video = input.fields.optional_object("video")?;
    let video = video.ok_or_else(|| Refusal::missing("video", "The field"))?;
    video.only(&["id"])?;
    let found = videos::named(call, account, video.string("id")?)?;
    require_done(call, &found)?;
    Ok(NewJob {
        remix_of: Some(found.id),
        ..found.job.asked
    })
}

fn created(call: &Call, account: &str, asked: NewJob) -> Answer {
    let flavour = Flavour::of(call.dialect);
    let shown = jobs::create(call, account, asked, |random| {
        bodies::new_id(flavour, random)
    })?;
    Ok(Reply::json(bodies::video(call, &shown)))
}

fn require_done(call: &Call, source: &Shown) -> Result<(), Refusal> {
    if source.status(call.now) == Status::Succeeded {
        return Ok(());
    }
    let message = format!("Video {} is not completed.", source.id);
    Err(Refusal::wrong_value("video", message))
}
