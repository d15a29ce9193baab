//! Answers that were right, and are no more: what faults do to their content.

use std::io::Write as _;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream::{self, StreamExt as _};
use http::header::{CONTENT_RANGE, ETAG, HeaderValue};
use serde_json::Value;

use crate::exchange::{Reply, ReplyBody};
use crate::faults::Action;

/// The most of a body that is held to be distorted.
const HELD: u64 = 8 << 20;
/// A piece of a body that is made up.
const PIECE: usize = 64 << 10;

/// Does to an answer what `action` says, if it is of that sort.
pub fn distort(reply: &mut Reply, action: &Action) {
    match action {
        Action::InvalidJson => cut_to(reply, |length| length / 2),
        Action::Cut { bytes } => cut_to(reply, |length| length.min(*bytes)),
        Action::Field { names, json } => edit(reply, |value| set(value, names, json)),
        Action::EmptyLists => edit(reply, empty_lists),
        Action::SpoilItem => edit(reply, spoil_item),
        Action::Nested { depth } => {
            let text = format!("{}{}", "[".repeat(*depth), "]".repeat(*depth));
            reply.body = ReplyBody::Bytes(text.into());
        }
        Action::Padded { bytes } => pad(reply, *bytes),
        Action::Endless => {
            let piece = Bytes::from(vec![b' '; PIECE]);
            reply.body = ReplyBody::Stream(stream::repeat(piece).boxed());
        }
        Action::Gzip { bomb } => gzip(reply, *bomb),
        Action::NoLength => {
            let body = std::mem::replace(&mut reply.body, ReplyBody::Bytes(Bytes::new()));
            reply.body = ReplyBody::Stream(super::body::pieces(body));
        }
        Action::OtherFile => other_file(reply),
        Action::OtherRange => other_range(reply),
        _ => {}
    }
}

/// The whole of a body that is not large.
fn whole(reply: &Reply) -> Option<Bytes> {
    match &reply.body {
        ReplyBody::Bytes(bytes) => Some(bytes.clone()),
        ReplyBody::Content { content, range } if range.end - range.start <= HELD => {
            let pieces: Vec<Bytes> = content.chunks(range.clone(), PIECE).collect();
            Some(pieces.concat().into())
        }
        _ => None,
    }
}

fn cut_to(reply: &mut Reply, length: impl Fn(u64) -> u64) {
    match &mut reply.body {
        ReplyBody::Bytes(body) => {
            let length = length(body.len() as u64);
            body.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        }
        ReplyBody::Content { range, .. } => {
            range.end = range.start + length(range.end - range.start)
        }
        ReplyBody::Stream(_) => {}
    }
}

fn edit(reply: &mut Reply, change: impl FnOnce(&mut Value) -> Option<String>) {
    let read = whole(reply).and_then(|body| serde_json::from_slice(&body).ok());
    if let Some(mut value) = read {
        let text = change(&mut value).unwrap_or_else(|| value.to_string());
        reply.body = ReplyBody::Bytes(text.into());
    }
}

/// Puts `json` for every field of these names, as it is: it need not be JSON.
fn set(value: &mut Value, names: &[String], json: &str) -> Option<String> {
    const MARK: &str = "\u{1}simulator-literal\u{1}";
    fn mark(value: &mut Value, names: &[String]) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    match names.iter().any(|wanted| wanted == name) {
                        true => *inner = MARK.into(),
                        false => mark(inner, names),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| mark(item, names)),
            _ => {}
        }
    }
    mark(value, names);
    Some(
        value
            .to_string()
            .replace(&Value::from(MARK).to_string(), json),
    )
}

fn empty_lists(value: &mut Value) -> Option<String> {
    match value {
        Value::Array(items) => items.clear(),
        Value::Object(fields) => {
            let lists = fields.values_mut().filter_map(Value::as_array_mut);
            lists.for_each(Vec::clear);
        }
        _ => {}
    }
    None
}

/// Puts an item of another shape before the others of each list.
fn spoil_item(value: &mut Value) -> Option<String> {
    let spoilt = || serde_json::json!({"id": {"a": [7]}, "status": 9, "progress": [], "kind": {}});
    match value {
        Value::Array(items) => items.insert(0, spoilt()),
        Value::Object(fields) => {
            let lists = fields.values_mut().filter_map(Value::as_array_mut);
            lists.for_each(|items| items.insert(0, spoilt()));
        }
        _ => {}
    }
    None
}

/// Adds a field of so many bytes, without holding them.
fn pad(reply: &mut Reply, bytes: u64) {
    let Some(body) = whole(reply).filter(|body| body.starts_with(b"{")) else {
        return;
    };
    let piece = Bytes::from(vec![b'x'; PIECE]);
    let pieces = usize::try_from(bytes / PIECE as u64).unwrap_or(usize::MAX);
    let head = Bytes::from_static(b"{\"padding\":\"");
    let tail = match body.len() {
        2 => Bytes::from_static(b"\"}"),
        _ => [b"\",", &body[1..]].concat().into(),
    };
    let all = stream::iter([head])
        .chain(stream::repeat(piece).take(pieces))
        .chain(stream::iter([tail]));
    reply.body = ReplyBody::Stream(all.boxed());
}

/// Compresses the answer though nobody asked; with `bomb`, so many zeros instead.
fn gzip(reply: &mut Reply, bomb: Option<u64>) {
    let compressed = |content: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        let written = encoder.write_all(content);
        written.and_then(|()| encoder.finish()).unwrap_or_default()
    };
    reply.body = match bomb {
        // A file of gzip may have several members, so one is made and repeated.
        Some(bytes) => {
            let member = Bytes::from(compressed(&vec![0; 16 << 20]));
            let members = usize::try_from(bytes >> 24).unwrap_or(usize::MAX);
            ReplyBody::Stream(stream::repeat(member).take(members).boxed())
        }
        None => match whole(reply) {
            Some(body) => ReplyBody::Bytes(compressed(&body).into()),
            None => return,
        },
    };
    let encoding = HeaderValue::from_static("gzip");
    reply
        .headers
        .insert(http::header::CONTENT_ENCODING, encoding);
}

/// Other bytes of the same length, under another validator.
fn other_file(reply: &mut Reply) {
    if let Some(body) = whole(reply) {
        let other: Vec<u8> = body.iter().map(|byte| byte ^ 0x5a).collect();
        reply.body = ReplyBody::Bytes(other.into());
        let tag = HeaderValue::from_static("\"another\"");
        reply.headers.insert(ETAG, tag);
        reply.headers.remove(http::header::LAST_MODIFIED);
    }
}

/// Says that the bytes begin elsewhere than they do.
fn other_range(reply: &mut Reply) {
    let stated = reply.headers.get(CONTENT_RANGE);
    let parsed = stated.and_then(|stated| {
        let (range, total) = stated
            .to_str()
            .ok()?
            .strip_prefix("bytes ")?
            .split_once('/')?;
        let (start, end) = range.split_once('-')?;
        Some((
            start.parse::<u64>().ok()?,
            end.parse::<u64>().ok()?,
            total.to_owned(),
        ))
    });
    let size = reply.size().unwrap_or(1);
    let said = match parsed {
        Some((start, end, total)) => format!("bytes {}-{}/{total}", start + 1, end + 1),
        None => format!("bytes 1-{size}/{}", size + 1),
    };
    reply.status = http::StatusCode::PARTIAL_CONTENT;
    if let Ok(said) = HeaderValue::from_str(&said) {
        reply.headers.insert(CONTENT_RANGE, said);
    }
}
