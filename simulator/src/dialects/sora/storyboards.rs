//! Storyboards, several videos at once, and longer ones (`docs/wire/sora.md` §5.3, §5.6).

use serde_json::json;

use super::access::{authenticate, require_browser_agent};
use super::videos::{FPS, created, read};
use super::{bodies, sentinel};
use crate::engine::jobs::{JobKind, NewJob};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `POST /nf/create/storyboard`
pub async fn create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    require_browser_agent(&call)?;
    sentinel::require(&call)?;
    let fields = call.json()?;
    let asked = read(&call, &account, &fields)?;
    check_shots(&asked.prompt, asked.frames)?;
    created(&call, &account, asked)
}

/// `POST /nf/bulk_create`: `nsamples` videos from one request.
pub async fn bulk_create(call: Call) -> Answer {
    let account = authenticate(&call)?;
    require_browser_agent(&call)?;
    sentinel::require(&call)?;
    let fields = call.json()?;
    let count = fields.integer_of("nsamples", &[1, 2, 3, 4])?;
    let asked = NewJob {
        variants: 1,
        ..read(&call, &account, &fields)?
    };
    let mut world = call.world();
    let mut tasks = Vec::new();
    for _ in 0..count {
        let made = world.create_job(
            &account,
            asked.clone(),
            call.job_failure.as_deref(),
            call.now,
        );
        match made {
            Ok(job) => {
                call.note_job(&job.id);
                tasks.push(json!({"id": job.id, "task_type": "video_gen"}));
            }
            // What was made stays made; only a refusal of the first is one.
            Err(refusal) if tasks.is_empty() => return Err(refusal),
            Err(_) => break,
        }
    }
    Ok(Reply::json(json!({
        "tasks": tasks,
        "rate_limit_and_credit_balance": bodies::balance(&call, &world, &account),
    })))
}

/// `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
pub async fn extend(call: Call) -> Answer {
    let account = authenticate(&call)?;
    sentinel::require(&call)?;
    let fields = call.json()?;
    fields.only(&["user_prompt", "extension_duration_s", "enable_rewrite"])?;
    let prompt = fields.string("user_prompt")?.to_owned();
    let seconds = fields.integer_of("extension_duration_s", &[10, 15])?;
    fields.optional_boolean("enable_rewrite")?;
    let generation = call.param("generation_id");
    let asked = {
        let world = call.world();
        let source = world.jobs.by_generation(generation);
        let source = source.filter(|job| {
            job.account == account && job.status(call.now) == crate::engine::jobs::Status::Succeeded
        });
        let source = source.ok_or_else(|| Refusal::not_found("draft", generation))?;
        NewJob {
            dialect: call.dialect,
            kind: JobKind::Video,
            prompt,
            frames: source.asked.frames + u32::try_from(seconds).unwrap_or(10) * FPS,
            variants: 1,
            remix_of: None,
            request: fields.to_value(),
            ..source.asked.clone()
        }
    };
    created(&call, &account, asked)
}

/// The shots of a storyboard prompt: each with a duration and a scene, and all
/// together as long as the video. The first line `current timeline:` may be
/// missing, as real clients leave it out.
fn check_shots(prompt: &str, frames: u32) -> Result<(), Refusal> {
    let wrong = |why: String| {
        let form = "\"Shot 1:\\nduration: 5.0sec\\nScene: …\" for each shot";
        Refusal::wrong_value(
            "prompt",
            format!("`prompt` is not a storyboard: {why}; accepted: {form}."),
        )
    };
    let timeline = prompt.split("\ninstructions:").next().unwrap_or_default();
    let timeline = timeline
        .trim_start()
        .trim_start_matches("current timeline:");
    let mut total = 0.0;
    let mut shots = 0;
    for block in timeline.split("Shot ").skip(1) {
        shots += 1;
        let mut lines = block.lines();
        let number = lines.next().unwrap_or_default().trim_end();
        if number != format!("{shots}:") {
            return Err(wrong(format!("shot {shots} is headed \"Shot {number}\"")));
        }
        let duration = lines
            .next()
            .and_then(|line| line.strip_prefix("duration: "));
        let duration = duration.and_then(|text| text.trim_end().strip_suffix("sec"));
        let duration: f64 = duration
            .and_then(|text| text.parse().ok())
            .filter(|seconds| *seconds > 0.0)
            .ok_or_else(|| wrong(format!("shot {shots} has no \"duration: X.Xsec\"")))?;
        let scene = lines.next().and_then(|line| line.strip_prefix("Scene: "));
        if scene.is_none_or(|scene| scene.trim().is_empty()) {
            return Err(wrong(format!("shot {shots} has no \"Scene: …\"")));
        }
        total += duration;
    }
    if shots == 0 {
        return Err(wrong("it has no shots".into()));
    }
    let length = f64::from(frames) / f64::from(FPS);
    if total > length + 0.05 {
        return Err(wrong(format!(
            "its shots last {total} s, the video {length} s"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn storyboards_are_read_with_and_without_their_header() {
        let shots = "Shot 1:\nduration: 5.0sec\nScene: a cat jumps\n\nShot 2:\nduration: 5.0sec\nScene: it lands";
        check_shots(shots, 300).unwrap();
        check_shots(
            &format!("current timeline:\n{shots}\n\ninstructions:\nCinematic"),
            300,
        )
        .unwrap();
        let wrong = |prompt: &str, frames| check_shots(prompt, frames).unwrap_err().message;
        assert!(wrong(shots, 150).contains("last 10 s"));
        assert!(wrong("a cat", 300).contains("no shots"));
        assert!(wrong("Shot 1:\nduration: soon\nScene: x", 300).contains("duration"));
        assert!(wrong("Shot 2:\nduration: 5.0sec\nScene: x", 300).contains("headed"));
    }
}
