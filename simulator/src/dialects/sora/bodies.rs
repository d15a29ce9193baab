//! Pieces that several answers of the native dialect share.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::engine::jobs::{Job, JobKind};
use crate::engine::world::World;
use crate::exchange::Call;

/// A time as the documents write it.
pub fn iso(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A time as real servers write it: seconds with a fraction.
pub fn seconds(at: Timestamp) -> f64 {
    at.as_millisecond() as f64 / 1000.0
}

/// Quota (`docs/wire/sora.md` §3.4); real servers add credit, and write some numbers as floats.
pub fn balance(call: &Call, world: &World, account: &str) -> Value {
    let balance = world.balance(account, call.now);
    let mut body = json!({
        "estimated_num_videos_remaining": balance.remaining,
        "rate_limit_reached": balance.remaining == 0,
        "access_resets_in_seconds": balance.resets_in_s,
    });
    if call.observed() {
        body["access_resets_in_seconds"] = json!(balance.resets_in_s as f64 + 0.5);
        body["credit_remaining"] = json!(0.0);
        body["estimated_num_purchased_videos_remaining"] = json!(0);
    }
    body
}

/// What a video was made from, as real servers echo it.
pub fn creation_config(job: &Job) -> Value {
    let asked = |name: &str| job.asked.request.get(name).cloned().unwrap_or(Value::Null);
    json!({
        "prompt": job.asked.prompt,
        "orientation": job.orientation(),
        "size": asked("size"),
        "n_frames": job.asked.frames,
        "model": job.asked.model,
        "style_id": asked("style_id"),
        "inpaint_items": asked("inpaint_items"),
        "remix_target_id": job.asked.remix_of,
        "cameo_ids": asked("cameo_ids"),
        "storyboard_id": asked("storyboard_id"),
    })
}

/// The file that a finished job is about.
pub fn main_file(job: &Job) -> &'static str {
    match job.asked.kind {
        JobKind::Video => "source.mp4",
        JobKind::Image => "image.png",
    }
}

/// The addresses of a video's renditions. A draft's main address carries the
/// watermark; a post's does not.
pub fn add_media(call: &Call, item: &mut Value, job: &Job, generation: &str, watermark: bool) {
    let url = |file: &str| call.asset_url(generation, file);
    let main = if watermark {
        "watermark.mp4"
    } else {
        "source.mp4"
    };
    item["url"] = json!(url(main));
    item["downloadable_url"] = json!(url(main));
    item["download_urls"] = json!({
        "watermark": url("watermark.mp4"),
        "no_watermark": if watermark { Value::Null } else { json!(url("source.mp4")) },
        "endcard_watermark": url("endcard.mp4"),
    });
    let encoding =
        |file: &str| json!({"path": url(file), "size": null, "duration_secs": job.seconds()});
    item["encodings"] = json!({
        "source": encoding(main),
        "md": encoding("md.mp4"),
        "thumbnail": encoding("thumbnail.webp"),
        "gif": encoding("preview.gif"),
    });
}
