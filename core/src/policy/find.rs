//! Which of an account's jobs a creation made whose answer was lost.

use std::time::Duration;

use serde_json::Value;

use crate::api::Timestamp;
use crate::api::lenient;
use crate::api::videos_v1::pixels;
use crate::job::{Job, JobKind};
use crate::request::VideoRequest;

/// How far the server's clock may be from the caller's.
const CLOCKS: Duration = Duration::from_secs(120);

/// Servers that write whole seconds round down.
const ROUNDING: Duration = Duration::from_secs(1);

/// The job among `jobs` that this request made when it was sent at `since`.
///
/// Whatever both the request and the job state has to agree: prompt, model, size and
/// length; and the job must not be older than the request. Of several, the first that
/// came after it is meant. A job whose prompt the server does not show is taken only
/// when no other could be meant.
pub fn made_by<'a>(request: &VideoRequest, since: Timestamp, jobs: &'a [Job]) -> Option<&'a Job> {
    let mut certain = Vec::new();
    let mut possible = Vec::new();
    for job in jobs {
        let Some(created) = job.created_at else {
            continue;
        };
        if job.kind != JobKind::Video || created.after(CLOCKS) < since || !agree(request, job) {
            continue;
        }
        match prompt(job) {
            Some(prompt) if is_same_text(prompt, &request.prompt) => certain.push((created, job)),
            // The shots of a storyboard become a prompt in the server's own form.
            Some(_) if request.storyboard.is_empty() => {}
            _ => possible.push(job),
        }
    }
    certain.sort_by_key(|(created, _)| *created);
    let after = |(created, _): &&(Timestamp, &Job)| created.after(ROUNDING) >= since;
    let meant = certain.iter().find(after).or(certain.last());
    match (meant, possible.as_slice()) {
        (Some((_, job)), _) => Some(job),
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

/// The prompt that a job shows.
fn prompt(job: &Job) -> Option<&str> {
    ["/prompt", "/creation_config/prompt", "/data/prompt"]
        .iter()
        .find_map(|place| job.raw.pointer(place)?.as_str())
        .filter(|prompt| !prompt.trim().is_empty())
}

fn is_same_text(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// Whether nothing that a job states contradicts the request.
fn agree(request: &VideoRequest, job: &Job) -> bool {
    let model = match (&request.model, &job.model) {
        // Servers answer with a dated name, `sora-2-2025-12-08`.
        (Some(asked), Some(stated)) => {
            let (asked, stated) = (asked.to_lowercase(), stated.to_lowercase());
            stated.starts_with(&asked) || asked.starts_with(&stated)
        }
        _ => true,
    };
    let stated = |name: &str| job.raw.get(name);
    let size = match (&request.size, stated("size").and_then(Value::as_str)) {
        (Some(asked), Some(stated)) => match (pixels(asked), pixels(stated)) {
            (Some(asked), Some(stated)) => asked == stated,
            _ => true,
        },
        _ => true,
    };
    let length = ["seconds", "duration", "duration_s"]
        .into_iter()
        .find_map(|name| stated(name).and_then(lenient::number));
    let duration = match (request.duration, length) {
        (Some(asked), Some(stated)) => (f64::from(asked) - stated).abs() <= 1.0,
        _ => true,
    };
    model && size && duration
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Dialect;
    use serde_json::json;

    fn job(id: &str, created: i64, raw: Value) -> Job {
        let mut job = Job::new(id, Dialect::Openai, JobKind::Video);
        job.created_at = Some(Timestamp::from_secs(created));
        job.model = raw["model"].as_str().map(Into::into);
        job.raw = raw;
        job
    }

    fn found(request: &VideoRequest, jobs: &[Job]) -> Option<String> {
        made_by(request, Timestamp::from_secs(1000), jobs).map(|job| job.id.clone())
    }

    #[test]
    fn the_first_after_the_request_that_says_the_same_is_meant() {
        let request = VideoRequest {
            model: Some("sora-2".into()),
            duration: Some(8),
            size: Some("1280x720".into()),
            ..VideoRequest::new("a cat  in the snow")
        };
        let same = json!({
            "prompt": "a cat in the snow", "model": "sora-2-2025-12-08", "seconds": "8",
            "size": "1280x720",
        });
        let with = |name: &str, value: Value| {
            let mut other = same.clone();
            other[name] = value;
            other
        };
        let jobs = [
            job("later", 1400, same.clone()),
            job("meant", 1000, same.clone()),
            job("earlier", 990, same.clone()),
            job("long ago", 100, same.clone()),
            job("another prompt", 1000, with("prompt", json!("a dog"))),
            job("another model", 1000, with("model", json!("veo"))),
            job("another size", 1000, with("size", json!("720x1280"))),
            job("another length", 1000, with("seconds", json!(4))),
        ];
        assert_eq!(found(&request, &jobs).as_deref(), Some("meant"));
        // The server's clock may be behind; what is much older is another's.
        assert_eq!(found(&request, &jobs[2..]).as_deref(), Some("earlier"));
        assert_eq!(found(&request, &jobs[3..]), None);
    }

    #[test]
    fn what_shows_no_prompt_is_meant_only_when_it_is_alone() {
        let request = VideoRequest::new("a cat");
        let jobs = [job("1", 1001, json!({})), job("2", 1002, json!({}))];
        assert_eq!(found(&request, &jobs[..1]).as_deref(), Some("1"));
        assert_eq!(found(&request, &jobs), None);
        let mut undated = jobs[0].clone();
        undated.created_at = None;
        assert_eq!(found(&request, &[undated]), None);
    }
}
