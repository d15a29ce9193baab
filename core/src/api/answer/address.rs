//! The location of a video: one key or another, flat or nested, an address or the bytes.

use serde_json::{Map, Value};

use super::frame::{Frame, Keys, field};
use super::places::{
    ADDRESS, ADDRESS_OF_SUCCESS, BYTES, OUTPUT_FILES, OUTPUT_URLS, OUTPUTS, WRAPPERS,
};
use crate::api::json;

/// The depth to which a key of an address may hold further ones.
const DEPTH: usize = 8;

/// The number of elements of a list that are inspected.
const ELEMENTS: usize = 32;

/// The most outputs of a job that are listed.
const MOST: usize = 100;

/// Stands for the address of a video whose bytes are in the answer.
pub(super) const EMBEDDED: &str = "data:";

/// What stands for bytes in the answer.
#[derive(Clone, Copy, PartialEq)]
enum Bytes {
    /// A data URL with all of them.
    Whole,
    /// [`EMBEDDED`] alone: bytes can be many, and stay where they are.
    Marked,
}

/// True for an address that a file can be fetched from.
pub(crate) fn is_address(text: &str) -> bool {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        ["http", "https"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
    })
}

/// The address that is all that a body holds.
pub(crate) fn lone_address(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?.trim();
    (is_address(text) && absolute(text)).then(|| text.into())
}

/// The address of the video in an answer that is no job, such as what a `/content` endpoint
/// answers in place of the file.
pub(crate) fn address_in(value: &Value) -> Option<String> {
    in_value(value, 0, Bytes::Whole)
}

/// The address in an object of an answer, under a key or deeper; [`EMBEDDED`] for a video
/// whose bytes are there.
pub(super) fn of_frame(frame: &Frame<'_>) -> Option<String> {
    in_fields(frame.fields(), 0, Bytes::Marked)
}

/// The videos whose bytes are in an answer, in order, each as base64 or a data URL.
pub(crate) fn embedded(answer: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    let _: Option<()> = visit(answer, 0, &mut |text| {
        found.push(text);
        None
    });
    found
}

/// Takes the bytes of the video with this number out of an answer.
pub(crate) fn take_embedded(answer: &mut Value, index: usize) -> Option<String> {
    let wanted: *const str = *embedded(answer).get(index)?;
    take(answer, wanted)
}

fn take(value: &mut Value, wanted: *const str) -> Option<String> {
    match value {
        Value::String(text) if std::ptr::eq(text.as_str(), wanted) => Some(std::mem::take(text)),
        Value::Array(items) => items.iter_mut().find_map(|item| take(item, wanted)),
        Value::Object(fields) => fields.values_mut().find_map(|value| take(value, wanted)),
        _ => None,
    }
}

/// Calls `see` for each text that is a video, until it returns something.
fn visit<'a, T>(
    value: &'a Value,
    depth: usize,
    see: &mut impl FnMut(&'a str) -> Option<T>,
) -> Option<T> {
    match value {
        _ if depth > DEPTH => None,
        Value::Array(items) => {
            let mut items = items.iter().take(MOST);
            items.find_map(|item| visit(item, depth + 1, see))
        }
        Value::Object(fields) => {
            let keys = Keys::of(fields);
            let texts = BYTES.iter().filter_map(|name| field(fields, name, keys));
            let mut texts = texts.filter_map(Value::as_str);
            if let Some(text) = texts.next() {
                return see(text);
            }
            let names = ADDRESS.iter().chain(WRAPPERS);
            let mut seen: Vec<&Value> = Vec::new();
            for value in names.filter_map(|name| at(fields, name, keys)) {
                // Some keys stand in both lists.
                if seen.iter().any(|known| std::ptr::eq(*known, value)) {
                    continue;
                }
                seen.push(value);
                if let Some(found) = visit(value, depth + 1, see) {
                    return Some(found);
                }
            }
            None
        }
        Value::String(text) if text.starts_with("data:video/") => see(text),
        _ => None,
    }
}

/// The addresses of numbered outputs, where a server has several: empty for one that is
/// fetched by its number.
pub(super) fn outputs(frame: &Frame<'_>) -> Option<Vec<String>> {
    let list = |name: &str| frame.get(name).and_then(Value::as_array);
    let stated = OUTPUTS
        .iter()
        .find_map(|name| frame.get(name)?.as_u64())
        .and_then(|count| usize::try_from(count).ok());
    let count = stated.or_else(|| list(OUTPUT_FILES).map(Vec::len))?;
    let urls = list(OUTPUT_URLS);
    let url = |index: usize| in_value(urls?.get(index)?, 1, Bytes::Marked);
    (2..=MOST)
        .contains(&count)
        .then(|| (0..count).map(|at| url(at).unwrap_or_default()).collect())
}

/// The addresses of all variants, where the one that was found stands in a list of
/// videos; that one alone where it does not.
pub(super) fn variants(frames: &[&Frame<'_>], found: &str) -> Vec<String> {
    let listed = frames
        .iter()
        .find_map(|frame| list_with(frame.fields(), found, 0));
    listed.unwrap_or_else(|| vec![found.to_owned()])
}

fn list_with(fields: &Map<String, Value>, found: &str, depth: usize) -> Option<Vec<String>> {
    let keys = Keys::of(fields);
    let mut values = ADDRESS.iter().filter_map(|name| at(fields, name, keys));
    values.find_map(|value| match value {
        _ if depth > DEPTH => None,
        Value::Object(inner) => list_with(inner, found, depth + 1),
        Value::String(text) => match json::inside(text) {
            Some(Value::Object(inner)) => list_with(&inner, found, depth + 1),
            Some(Value::Array(items)) => videos_in(&items, found, depth),
            _ => None,
        },
        Value::Array(items) => videos_in(items, found, depth),
        _ => None,
    })
}

fn videos_in(items: &[Value], found: &str, depth: usize) -> Option<Vec<String>> {
    let items = items.iter().take(ELEMENTS);
    let urls: Vec<String> = items
        .filter_map(|item| in_value(item, depth + 1, Bytes::Marked))
        .filter(|url| !has_ending(url, IMAGE))
        .collect();
    let at = urls.iter().position(|url| url == found)?;
    // What is no video by its name beside one that is, is something else.
    let named = has_ending(found, VIDEO);
    let mut others: Vec<String> = Vec::with_capacity(urls.len());
    for (index, url) in urls.into_iter().enumerate() {
        let is_new = url != found && !others.contains(&url);
        if index != at && is_new && (!named || has_ending(&url, VIDEO)) {
            others.push(url);
        }
    }
    others.insert(0, found.to_owned());
    Some(others)
}

/// The address where some relays write why a job failed.
pub(super) fn of_success(frame: &Frame<'_>) -> Option<String> {
    let text = frame.text(ADDRESS_OF_SUCCESS)?;
    absolute(&text).then_some(text)
}

fn in_fields(fields: &Map<String, Value>, depth: usize, bytes: Bytes) -> Option<String> {
    let keys = Keys::of(fields);
    let named = |names: &[&str]| {
        let mut values = names.iter().filter_map(|name| at(fields, name, keys));
        values.find_map(|value| in_value(value, depth + 1, bytes))
    };
    named(ADDRESS).or_else(|| {
        let data = BYTES
            .iter()
            .find_map(|name| field(fields, name, keys)?.as_str())?;
        Some(match data.starts_with("data:") {
            _ if bytes == Bytes::Marked => EMBEDDED.to_owned(),
            true => data.to_owned(),
            false => format!("data:video/mp4;base64,{data}"),
        })
    })
}

/// The value under a key, or under one in another: `a.b`.
fn at<'a>(fields: &'a Map<String, Value>, name: &str, keys: Keys) -> Option<&'a Value> {
    let Some((outer, inner)) = name.split_once('.') else {
        return field(fields, name, keys);
    };
    let held = field(fields, outer, keys)?.as_object()?;
    at(held, inner, Keys::of(held))
}

fn in_value(value: &Value, depth: usize, bytes: Bytes) -> Option<String> {
    if depth > DEPTH {
        return None;
    }
    match value {
        Value::String(text) => match json::inside(text) {
            Some(inner) => in_value(&inner, depth + 1, bytes),
            None => {
                let text = text.trim();
                if bytes == Bytes::Marked && text.starts_with("data:video/") {
                    return Some(EMBEDDED.to_owned());
                }
                if let Some(object) = text.strip_prefix("gs://") {
                    // A Google Cloud Storage address in its web form.
                    let plain = !object.is_empty() && !object.contains(char::is_whitespace);
                    return plain.then(|| format!("https://storage.googleapis.com/{object}"));
                }
                if !absolute(text) && !relative(text) {
                    return marked_up(text);
                }
                // Some relays escape it as for a web page.
                Some(text.replace("&amp;", "&"))
            }
        },
        Value::Object(fields) => in_fields(fields, depth, bytes),
        Value::Array(items) => {
            let found: Vec<String> = items
                .iter()
                .take(ELEMENTS)
                .filter_map(|item| in_value(item, depth + 1, bytes))
                .collect();
            let video = found.iter().position(|url| has_ending(url, VIDEO));
            let other = || found.iter().position(|url| !has_ending(url, IMAGE));
            let at = video.or_else(other).unwrap_or(0);
            found.into_iter().nth(at)
        }
        _ => None,
    }
}

/// The address in a text of Markdown or HTML: `[video](https://…)`, `<video src="https://…">`.
fn marked_up(text: &str) -> Option<String> {
    const MARKS: &[&str] = &[
        "](http",
        "src=\"http",
        "src='http",
        "href=\"http",
        "href='http",
    ];
    let links = MARKS.iter().flat_map(|mark| text.match_indices(mark));
    let mut links: Vec<usize> = links
        .map(|(at, mark)| at + mark.len() - "http".len())
        .collect();
    links.sort_unstable();
    let addresses = links.into_iter().take(ELEMENTS).map(|at| {
        let link = &text[at..];
        let ends = |c: char| c.is_whitespace() || "\"'<>)".contains(c);
        (&text[..at], &link[..link.find(ends).unwrap_or(link.len())])
    });
    let mut addresses = addresses.filter(|(_, url)| absolute(url) && !has_ending(url, IMAGE));
    let is_video = |before: &str, url: &str| {
        has_ending(url, VIDEO)
            || before.rfind('<').is_some_and(|tag| {
                before[tag..].starts_with("<video") || before[tag..].starts_with("<source")
            })
    };
    let found = addresses.find(|(before, url)| is_video(before, url))?;
    Some(found.1.replace("&amp;", "&"))
}

/// An address with its host, or the file itself in a data URL.
fn absolute(text: &str) -> bool {
    let whole = is_address(text) && !text.contains(char::is_whitespace);
    whole || text.starts_with("data:video/")
}

/// An address on the server itself: `/v1/files/1.mp4`, `//cdn.example/1.mp4`, or a file
/// name with a video's extension.
fn relative(text: &str) -> bool {
    let plain = !text.contains(|c: char| c.is_whitespace() || c == '\\') && text.len() > 1;
    plain && !text.contains("://") && (text.starts_with('/') || has_ending(text, VIDEO))
}

const VIDEO: &[&str] = &["mp4", "webm", "mov", "m4v", "mkv"];
const IMAGE: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "avif"];

fn has_ending(url: &str, endings: &[&str]) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| endings.iter().any(|one| ending.eq_ignore_ascii_case(one)))
}

/// Resolves an address for fetching: one without a host is on the server itself.
pub(crate) fn resolve(base: &str, address: &str) -> Option<String> {
    if absolute(address) {
        return None;
    }
    let base = crate::model::url::Url::parse(&format!("{}/", base.trim_end_matches('/'))).ok()?;
    base.join(address).ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_address_is_found_wherever_servers_write_it() {
        let url = "https://cdn.example/1.mp4";
        for value in [
            json!({"video_url": url}),
            json!({"video_url": null, "url": url}),
            json!({"video_url": "", "result_url": url}),
            json!({"metadata": {"url": url}}),
            json!({"data": {"output": url}}),
            json!({"data": {"output": "", "outputs": [url, "https://cdn.example/2.mp4"]}}),
            json!({"data": [{"url": url}]}),
            json!({"output_url": url}),
            json!({"links": {"mp4": url, "mp4_wm": "https://cdn.example/wm.mp4"}}),
            // Vendors whose answers gateways pass on.
            json!({"videos": [{"id": "1", "url": url, "duration": "5"}]}),
            json!({"task_result": {"videos": [{"url": url}]}}),
            json!({"creations": [{"id": "c", "url": url, "cover_url": "https://cdn.example/1.jpg"}]}),
            json!({"video_result": [{"url": url, "cover_image_url": "x"}]}),
            json!({"output": {"task_id": "t", "video_url": url}}),
            json!({"output": [url]}),
            json!({"content": {"video_url": url}}),
            json!({"data": {"data": {"content": {"video_url": url}}}}),
            json!({"data": {"results": [{"url": url}]}}),
            json!({"data": {"resultJson": format!("{{\"resultUrls\":[\"{url}\"]}}")}}),
            json!({"Response": {"ResultVideoUrl": url}}),
            json!({"Resp": {"url": url, "status": 1}}),
            json!({"assets": {"image": "https://cdn.example/1.jpg", "video": url}}),
            json!({"video": {"url": url, "duration": 8}}),
            json!({"result": {"sample": url}}),
            json!({"outputs": {"cost": 1, "video_url": url}}),
            json!({"urls": [null, url]}),
            json!({"urls": {"get": "https://api.example/1", "cancel": "x"}, "output": url}),
            json!({"results": [{"url": "https://cdn.example/1.png"}, {"url": url}]}),
            json!({"response": {"videos": [{"gcsUri": url, "mimeType": "video/mp4"}]}}),
            json!({"Data": {"VideoURL": url}}),
            json!({"src": url}),
            json!({"link": url}),
            json!({"output": {"works": [{"video": {"resource": url}}]}}),
            json!({"Response": {"AigcVideoTask": {"Output": {"FileInfos": [{"FileUrl": url}]}}}}),
            json!({"content": format!("Done: [video]({url})")}),
            json!({"content": format!("<video src='{url}' controls></video>")}),
            json!({"signed_url": url}),
            json!({"s3_url": url}),
            json!({"result": {"video_list": [{"video": {"video_url": url}}]}}),
            json!({"data": {"works": [{"resource": {"resource": url}}]}}),
            json!({"generations": [{"encodings": {"source": {"path": url}}}]}),
            json!({"response": {"generateVideoResponse": {"generatedSamples": [{"video": {"uri": url}}]}}}),
        ] {
            assert_eq!(address_in(&value).as_deref(), Some(url), "{value}");
        }
        for value in [
            json!({"url": "file:///tmp/1.mp4"}),
            json!({"links": {"gif": url}}),
            json!({"input": {"video_url": url}}),
            json!({"urls": {"get": url}, "status_url": url}),
            json!({"fail_reason": url}),
            json!({"output": "a text about a video"}),
            json!({"url": "https://x.example is not reachable"}),
            json!(null),
        ] {
            assert_eq!(address_in(&value), None, "{value}");
        }
    }

    #[test]
    fn an_address_that_is_escaped_for_a_page_is_the_plain_one() {
        let found = address_in(&json!({"url": "https://cdn.example/1.mp4?a=1&amp;b=2"}));
        assert_eq!(found.as_deref(), Some("https://cdn.example/1.mp4?a=1&b=2"));
    }

    #[test]
    fn an_address_without_a_host_is_on_the_servers_own() {
        let base = "https://gateway.example/base/v1";
        for (address, whole) in [
            ("/tmp/1.mp4", Some("https://gateway.example/tmp/1.mp4")),
            (
                "files/1.mp4",
                Some("https://gateway.example/base/v1/files/1.mp4"),
            ),
            ("//cdn.example/1.mp4", Some("https://cdn.example/1.mp4")),
            ("https://cdn.example/1.mp4", None),
        ] {
            assert_eq!(resolve(base, address).as_deref(), whole, "{address}");
        }
        let told = |text: &str| address_in(&json!({ "url": text })).is_some();
        assert!(told("HTTP://cdn.example/1") && told("Https://cdn.example/1"));
        assert!(told("/v1/files/1") && told("files/1.mp4"));
        assert!(!told("/") && !told("video") && !told("no such file.mp4"));
    }

    #[test]
    fn bytes_in_the_answer_are_an_address_too() {
        let found = address_in(&json!({"data": [{"b64_json": "AAAA", "url": null}]}));
        assert_eq!(found.as_deref(), Some("data:video/mp4;base64,AAAA"));
        let found = address_in(&json!({"videos": [{"gcsUri": "gs://bucket/a/1.mp4"}]}));
        let web = "https://storage.googleapis.com/bucket/a/1.mp4";
        assert_eq!(found.as_deref(), Some(web));
    }
}
