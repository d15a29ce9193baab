//! Finding an account's job whose creation's answer was lost.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::Value;

use crate::api::Timestamp;
use crate::api::lenient;
use crate::api::videos_v1::pixels;
use crate::model::{Job, JobKind, Orientation, VideoRequest};

/// The most by which a job's creation may precede the request, by the server's clock:
/// servers write whole seconds, and so does the header that tells their time.
const ROUNDING: Duration = Duration::from_secs(5);

/// The same for a server that does not tell its time, and whose clock may be behind.
const ASTRAY: Duration = Duration::from_secs(900);

/// The longest time after the request at which its job is made: an upload, and an answer
/// that is waited for.
const LATEST: Duration = Duration::from_secs(2700);

/// The time after the first job within which another may be the request's too.
const TOGETHER: Duration = Duration::from_secs(60);

/// The result of the search.
#[derive(Debug, PartialEq)]
pub enum Found<'a> {
    /// No job that the request can have made.
    Nothing,
    /// The job that it made.
    One(&'a Job),
    /// Several jobs that it may have made, with nothing to tell them apart.
    Unclear(Vec<&'a Job>),
}

/// The time at which a request was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    /// By the server's clock, where that is known, or else by ours; 0 if the time is not known.
    pub at: Timestamp,
    /// True if the server told its time.
    pub by_server: bool,
}

impl Sent {
    /// The most by which a job's creation may precede the request.
    fn earliest(self) -> Duration {
        if self.by_server { ROUNDING } else { ASTRAY }
    }

    /// True if a job was created before the request, as far as that is certain.
    pub fn is_after(self, job: &Job) -> bool {
        created(job).is_some_and(|created| created.after(self.earliest()) < self.at)
    }
}

/// The time at which a job was created, if the server says it: some write 0 instead.
fn created(job: &Job) -> Option<Timestamp> {
    job.created_at.filter(|created| created.as_millis() > 0)
}

/// Finds the job among `jobs` that this request made. `is_known` is true for jobs known to
/// have been made by other requests.
///
/// Everything that both the request and the job state must agree: prompt, model, size and
/// length; and the job must not be older than the request. The first such job is chosen.
/// If others were made together with it, if the server shows no prompts or no times, or if
/// its clock may be behind, the choice is not for a program to make.
pub fn made_by<'a>(
    request: &VideoRequest,
    sent: Sent,
    jobs: &'a [Job],
    is_known: impl Fn(&str) -> bool,
) -> Found<'a> {
    let mut certain = Vec::new();
    let mut possible = Vec::new();
    let mut seen = HashSet::new();
    for job in jobs.iter().filter(|job| seen.insert(job.id.as_str())) {
        let is_late = |created| sent.at.as_millis() > 0 && created > sent.at.after(LATEST);
        if job.kind != JobKind::Video
            || is_known(&job.id)
            || sent.is_after(job)
            || created(job).is_some_and(is_late)
            || !agree(request, job)
        {
            continue;
        }
        let is_same = prompt(job).map(|prompt| is_prompt_of(prompt, request));
        match (is_same, created(job)) {
            (Some(false), _) => {}
            (Some(true), Some(created)) if created.after(ROUNDING) >= sent.at => {
                certain.push((created, job));
            }
            (_, created) => possible.push((created.unwrap_or(sent.at), job)),
        }
    }
    let mut together = first(&mut certain);
    match together.len() {
        0 => {}
        1 => return Found::One(together.remove(0)),
        _ => return Found::Unclear(together),
    }
    match first(&mut possible) {
        none if none.is_empty() => Found::Nothing,
        some => Found::Unclear(some),
    }
}

/// The first job, and those made together with it.
fn first<'a>(jobs: &mut [(Timestamp, &'a Job)]) -> Vec<&'a Job> {
    jobs.sort_by_key(|(created, _)| *created);
    let Some(&(first, _)) = jobs.first() else {
        return Vec::new();
    };
    let with_it = jobs
        .iter()
        .take_while(|(created, _)| *created <= first.after(TOGETHER));
    with_it.map(|(_, job)| *job).collect()
}

/// The prompt that a job shows.
fn prompt(job: &Job) -> Option<&str> {
    ["/prompt", "/creation_config/prompt", "/data/prompt"]
        .iter()
        .find_map(|place| job.raw.pointer(place)?.as_str())
        .filter(|prompt| !prompt.trim().is_empty())
}

/// True if a prompt is the request's. The server turns a storyboard into one of its own
/// form, which contains each shot's description.
fn is_prompt_of(prompt: &str, request: &VideoRequest) -> bool {
    if request.storyboard.is_empty() {
        return prompt
            .split_whitespace()
            .eq(request.prompt.split_whitespace());
    }
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let prompt = plain(prompt);
    let mut shots = request.storyboard.iter();
    shots.all(|shot| prompt.contains(&plain(&shot.scene)))
}

/// True if both names mean the same model: servers answer with a dated name, such as
/// `sora-2-2025-12-08`, and gateways put the vendor before it.
fn is_same_model(one: &str, other: &str) -> bool {
    let plain = |name: &str| {
        let name = name.rsplit('/').next().unwrap_or_default();
        name.trim().to_lowercase()
    };
    let (one, other) = (plain(one), plain(other));
    let dates = |name: &str, dated: &str| {
        let date = dated
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('-'));
        date.is_some_and(|date| {
            date.len() >= 4 && date.chars().all(|c| c.is_ascii_digit() || c == '-')
        })
    };
    one == other || dates(&one, &other) || dates(&other, &one)
}

/// True if nothing in a job contradicts the request.
fn agree(request: &VideoRequest, job: &Job) -> bool {
    let model = match (&request.model, &job.model) {
        (Some(asked), Some(stated)) => is_same_model(asked, stated),
        _ => true,
    };
    let stated = |name: &str| job.raw.get(name);
    let stands = stated("size").and_then(Value::as_str).and_then(pixels);
    let orientation = match (request.orientation, stands) {
        (Some(Orientation::Landscape), Some((width, height))) => width >= height,
        (Some(Orientation::Portrait), Some((width, height))) => width <= height,
        _ => true,
    };
    let sources = ["remixed_from_video_id", "remix_target_id", "remixed_from"];
    let source = sources
        .into_iter()
        .find_map(|name| stated(name)?.as_str().filter(|id| !id.is_empty()));
    let remix = match (&request.remix, source) {
        (Some(asked), Some(stated)) => asked == stated,
        // Servers that have remixes say of what.
        (None, Some(_)) => false,
        (Some(_), None) => !sources.into_iter().any(|name| stated(name).is_some()),
        (None, None) => true,
    };
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
    model && size && duration && orientation && remix
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dialect;
    use serde_json::json;

    fn job(id: &str, created: i64, raw: Value) -> Job {
        let mut job = Job::new(id, Dialect::Openai, JobKind::Video);
        job.created_at = Some(Timestamp::from_secs(created));
        job.model = raw["model"].as_str().map(Into::into);
        job.raw = raw;
        job
    }

    fn found(request: &VideoRequest, jobs: &[Job]) -> Vec<String> {
        found_when(request, jobs, true)
    }

    fn found_when(request: &VideoRequest, jobs: &[Job], by_server: bool) -> Vec<String> {
        let at = Timestamp::from_secs(1000);
        let found = made_by(request, Sent { at, by_server }, jobs, |id| id == "known");
        let ids = |jobs: Vec<&Job>| jobs.into_iter().map(|job| job.id.clone()).collect();
        match found {
            Found::Nothing => Vec::new(),
            Found::One(job) => vec![job.id.clone()],
            Found::Unclear(jobs) => [vec!["unclear".to_owned()], ids(jobs)].concat(),
        }
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
            job("together", 1030, same.clone()),
            job("later", 1400, same.clone()),
            job("meant", 999, same.clone()),
            job("known", 1000, same.clone()),
            job("earlier", 940, same.clone()),
            job("another prompt", 1000, with("prompt", json!("a dog"))),
            job("another model", 1000, with("model", json!("veo"))),
            job("a better model", 1000, with("model", json!("sora-2-pro"))),
            job("another size", 1000, with("size", json!("720x1280"))),
            job("another length", 1000, with("seconds", json!(4))),
        ];
        assert_eq!(found(&request, &jobs), ["unclear", "meant", "together"]);
        assert_eq!(found(&request, &jobs[1..]), ["meant"]);
        assert!(found(&request, &jobs[3..]).is_empty());
        let pro = VideoRequest {
            model: Some("sora-2-pro".into()),
            ..request.clone()
        };
        assert_eq!(found(&pro, &jobs), ["a better model"]);
    }

    #[test]
    fn a_job_that_stands_otherwise_or_is_a_remix_is_another_ones() {
        let portrait = VideoRequest {
            orientation: Some(Orientation::Portrait),
            ..VideoRequest::new("a cat")
        };
        let remix = VideoRequest {
            remix: Some("v_1".into()),
            ..VideoRequest::new("a cat")
        };
        let plain = VideoRequest::new("a cat");
        let of = |field: &str, value: &str| {
            let mut raw = json!({"prompt": "a cat"});
            raw[field] = value.into();
            job("1", 1001, raw)
        };
        for (request, other, meant) in [
            (&portrait, of("size", "1280x720"), false),
            (&portrait, of("size", "720x1280"), true),
            (&remix, of("remixed_from_video_id", "v_2"), false),
            (&remix, of("remixed_from_video_id", "v_1"), true),
            (&plain, of("remixed_from_video_id", "v_9"), false),
            (&plain, of("size", "1280x720"), true),
        ] {
            let raw = other.raw.clone();
            assert_eq!(!found(request, &[other]).is_empty(), meant, "{raw}");
        }
        let late = job("1", 1000 + 3000, json!({"prompt": "a cat"}));
        assert!(found(&plain, &[late]).is_empty());
        let twice = job("1", 1001, json!({"prompt": "a cat"}));
        assert_eq!(found(&plain, &[twice.clone(), twice]), ["1"]);
    }

    #[test]
    fn what_shows_no_prompt_is_for_a_person_to_choose() {
        let request = VideoRequest::new("a cat");
        let jobs = [job("1", 1001, json!({})), job("2", 1002, json!({}))];
        assert_eq!(found(&request, &jobs[..1]), ["unclear", "1"]);
        assert_eq!(found(&request, &jobs), ["unclear", "1", "2"]);
    }

    #[test]
    fn what_has_no_time_or_is_of_a_clock_that_may_be_behind_is_for_a_person_to_choose() {
        let request = VideoRequest::new("a cat");
        let same = job("1", 0, json!({"prompt": "a cat"}));
        let undated = |created_at| Job {
            created_at,
            ..same.clone()
        };
        let zero = undated(Some(Timestamp::from_secs(0)));
        for undated in [undated(None), zero] {
            assert_eq!(found(&request, &[undated]), ["unclear", "1"]);
        }
        let another = job("1", 0, json!({"prompt": "a dog"}));
        assert!(found(&request, &[another]).is_empty());
        let behind = job("1", 700, json!({"prompt": "a cat"}));
        let jobs = [behind];
        assert!(found(&request, &jobs).is_empty());
        assert_eq!(found_when(&request, &jobs, false), ["unclear", "1"]);
    }

    #[test]
    fn a_storyboard_is_known_by_its_shots() {
        let shot = |scene: &str| crate::model::Shot {
            duration: 5.0,
            scene: scene.into(),
        };
        let request = VideoRequest {
            storyboard: vec![shot("a cat"), shot("a dog")],
            ..VideoRequest::default()
        };
        let jobs = [
            job(
                "other",
                1001,
                json!({"prompt": "[5.0s] a cat [5.0s] a bird"}),
            ),
            job(
                "meant",
                1002,
                json!({"prompt": "[5.0s] a cat\n[5.0s] a dog"}),
            ),
        ];
        assert_eq!(found(&request, &jobs), ["meant"]);
    }
}
