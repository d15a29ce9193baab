//! Serving a file: whole, in ranges, or not at all when the client has it.

use http::{HeaderMap, StatusCode, header};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use crate::engine::assets::Asset;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply, ReplyBody};

/// Answers with `file` of `owner` (a generation, an upload or a cameo).
pub async fn serve(call: &Call, owner: &str, file: &str) -> Answer {
    let engine = call.engine.clone();
    let (wanted_owner, wanted_file) = (owner.to_owned(), file.to_owned());
    let find = move || engine.asset(&wanted_owner, &wanted_file);
    let found = tokio::task::spawn_blocking(find).await;
    let asset = found.ok().flatten();
    let asset = asset.ok_or_else(|| Refusal::not_found("file", &format!("{owner}/{file}")))?;
    Ok(answer(&call.headers, asset))
}

/// Answers with `asset` as the conditions in `headers` ask (RFC 9110 §13, §14).
pub fn answer(headers: &HeaderMap, asset: Asset) -> Reply {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let modified = http_date(asset.modified);
    let size = asset.content.len();
    let described = |reply: Reply| {
        reply
            .header("etag", &asset.etag)
            .header("last-modified", &modified)
            .header("accept-ranges", "bytes")
    };

    let unchanged = match text(header::IF_NONE_MATCH) {
        Some(tags) => tags
            .split(',')
            .any(|tag| tag.trim() == asset.etag || tag.trim() == "*"),
        None => text(header::IF_MODIFIED_SINCE).is_some_and(|date| date == modified),
    };
    if unchanged {
        return described(Reply::empty(StatusCode::NOT_MODIFIED));
    }

    let current = text(header::IF_RANGE)
        .is_none_or(|validator| validator == asset.etag || validator == modified);
    let range = match text(header::RANGE)
        .filter(|_| current)
        .map(|range| parse_range(range, size))
    {
        None | Some(RangeAsked::Ignored) => None,
        Some(RangeAsked::Bytes(start, end)) => Some(start..end),
        Some(RangeAsked::Unsatisfiable) => {
            return described(Reply::empty(StatusCode::RANGE_NOT_SATISFIABLE))
                .header("content-range", &format!("bytes */{size}"));
        }
    };
    let mut reply = described(Reply::bytes(asset.media_type, ""));
    if let Some(range) = &range {
        let stated = format!("bytes {}-{}/{size}", range.start, range.end - 1);
        reply = reply
            .status(StatusCode::PARTIAL_CONTENT)
            .header("content-range", &stated);
    }
    reply.body = ReplyBody::Content {
        content: asset.content.clone(),
        range: range.unwrap_or(0..size),
    };
    reply
}

enum RangeAsked {
    Bytes(u64, u64),
    Unsatisfiable,
    Ignored,
}

/// Reads a `Range` header with one range; several are answered with the whole.
fn parse_range(range: &str, size: u64) -> RangeAsked {
    let Some((first, last)) = range
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return RangeAsked::Ignored;
    };
    match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), _) if first >= size => RangeAsked::Unsatisfiable,
        (Ok(first), Ok(last)) if last >= first => RangeAsked::Bytes(first, (last + 1).min(size)),
        (Ok(first), Err(_)) if last.trim().is_empty() => RangeAsked::Bytes(first, size),
        (Err(_), Ok(count)) if first.trim().is_empty() && count > 0 => {
            RangeAsked::Bytes(size.saturating_sub(count), size)
        }
        _ => RangeAsked::Ignored,
    }
}

fn http_date(at: Timestamp) -> String {
    DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&at)
        .unwrap_or_default()
}
