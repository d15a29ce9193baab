//! Addresses in headers, as servers write them: a redirect's target, and a new job's.

use http::HeaderMap;

/// The headers in which a creation's answer names the new job, by its address or its id.
const NEW_JOB: &[&str] = &[
    "location",
    "operation-location",   // Azure
    "azure-asyncoperation", // Azure
    "content-location",
    "x-job-id",
    "x-task-id",
    "x-video-id",
];

/// What may follow the id in a job's address.
const AFTER_ID: &[&str] = &["status", "state", "result", "results", "content", "events"];

/// The id of the new job that the headers of a creation's answer name.
pub(crate) fn new_job(headers: &HeaderMap) -> Option<String> {
    let values = NEW_JOB.iter().filter_map(|name| headers.get(*name));
    values
        .filter_map(|value| value.to_str().ok())
        .find_map(|text| id_in(&location(text)))
}

/// The id at the end of an address, in its query, or by itself.
pub(crate) fn id_in(address: &str) -> Option<String> {
    let address = address.split('#').next()?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let host = path.find("://").map_or(0, |at| at + 3);
    let path = match path[host..].split_once('/') {
        Some((_, path)) => path,
        // An id, or a host alone.
        None if host == 0 => path,
        None => "",
    };
    let decode = |text: &str| {
        let text = percent_encoding::percent_decode_str(text).decode_utf8();
        text.ok().map(|text| text.into_owned())
    };
    let mut segments = path.split('/').rev().filter(|part| !part.is_empty());
    let last = segments.find(|part| !AFTER_ID.contains(part));
    let last = last.and_then(decode).filter(|last| is_id(last));
    let mut fields = query.split('&').filter_map(|field| field.split_once('='));
    last.or_else(|| {
        let names = ["id", "task_id", "job_id", "video_id"];
        let (_, id) = fields.find(|(name, _)| names.contains(name))?;
        decode(id).filter(|id| is_id(id))
    })
}

/// True for what can be an id, and not the name of a collection or a version of the API.
fn is_id(text: &str) -> bool {
    let is_version = text.strip_prefix('v').is_some_and(|rest| {
        rest.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    let letter = |c: char| c.is_ascii_alphanumeric() || "-_.:=~".contains(c);
    !is_version
        && text.len() <= 128
        && text.chars().all(letter)
        && text.contains(|c: char| c.is_ascii_digit())
}

/// Returns the address in a `Location`, plain or in a JSON array.
pub(crate) fn location(location: &str) -> String {
    listed(location).unwrap_or_else(|| location.trim().to_owned())
}

/// The first address in `["https://…"]`, percent-encoded or not.
fn listed(location: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(location.trim())
        .decode_utf8()
        .ok()?;
    let decoded = decoded.trim_start_matches('/');
    if !decoded.starts_with('[') {
        return None;
    }
    let list: Vec<String> = serde_json::from_str(decoded).ok()?;
    list.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_job_is_found_in_an_address_and_nothing_else_is_taken_for_one() {
        for (address, id) in [
            ("/v1/videos/video_7", Some("video_7")),
            (
                "https://gateway.example/v1/videos/video_7/",
                Some("video_7"),
            ),
            ("http://internal:8000/api/tasks/7/status?x=1#y", Some("7")),
            ("/status?task_id=t-7&x=1", Some("t-7")),
            ("video_7", Some("video_7")),
            ("/v1/videos/a%3A7", Some("a:7")),
            ("/v1/videos", None),
            ("/v2.1", None),
            ("https://gateway7.example", None),
            ("https://gateway7.example/", None),
            ("/v1/videos/..", None),
            ("/v1/videos/a%2F7", None),
            ("", None),
        ] {
            assert_eq!(id_in(address).as_deref(), id, "{address}");
        }
    }
}
