//! Links to media in any text: bare, in Markdown, in HTML of any quoting, in JSON.
//!
//! One pass over the text. The surroundings of a link are inspected through windows of a
//! fixed length, so that reading is linear in the length of the text.

use std::collections::HashSet;

use super::media::ChatMedia;
use crate::model::JobKind;

/// The length of the text before a link that is inspected.
const BEFORE: usize = 96;

/// The distance before a link within which its tag may begin.
const TAG: usize = 512;

/// The longest link in angle brackets.
const BRACKETED: usize = 4 << 10;

/// The longest ending of a file's name, with its dot and a letter before.
const EXTENSION: usize = 7;

/// The longest file name in a Markdown link.
const NAME: usize = 512;

/// The length of the text after a link that is inspected.
const AFTER: usize = 96;

const VIDEO: &[&str] = &["mp4", "mov", "webm", "m4v", "mkv", "avi", "m3u8", "ogv"];
const IMAGE: &[&str] = &[
    "png", "jpg", "jpeg", "webp", "gif", "avif", "bmp", "heic", "svg", "tiff",
];

/// Hosts of videos whose addresses do not otherwise show it.
const HOMES: &[&str] = &[
    "://videos.openai.com/", // Sora
    "/vg-assets/",
];

/// Words for a result whose kind is not said.
const DOWNLOAD: &[&str] = &[
    "download link",
    "download url",
    "download here",
    "下载链接",
    "下载地址",
    "下載連結",
    "下載鏈接",
];

/// Returns the media that a text links to, in its order, each once.
pub(super) fn links(text: &str) -> Vec<ChatMedia> {
    let mut found: Vec<ChatMedia> = Vec::new();
    let mut seen = HashSet::new();
    let mut at = 0;
    // The end of a link's label that is an image: `[![still](a.png)](b.mp4)`.
    let mut label_ends = None;
    while let Some(start) = next_start(text, at) {
        let end = end_of(text, start);
        let raw = &text[start..end];
        at = end.max(start + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        let url = unescaped(raw);
        let before = window_before(text, start, BEFORE);
        if is_still(before) {
            continue;
        }
        let Some(kind) = kind_of(text, start, end, &url, before) else {
            continue;
        };
        if label_ends == Some(start)
            && kind == JobKind::Video
            && let Some(still) = found.pop()
        {
            seen.remove(&still.url);
        }
        let is_label = kind == JobKind::Image && text[end..].starts_with(")](");
        label_ends = is_label.then_some(end + 3);
        if seen.insert(url.clone()) {
            found.push(ChatMedia { kind, url });
        }
    }
    found
}

/// The kind of a link, from its own form alone.
pub(super) fn kind_of_url(url: &str) -> Option<JobKind> {
    let lower = url
        .get(..url.len().min(4096))
        .unwrap_or(url)
        .to_ascii_lowercase();
    if let Some(data) = lower.strip_prefix("data:") {
        return match data.split('/').next() {
            Some("video") => Some(JobKind::Video),
            Some("image") => Some(JobKind::Image),
            _ => None,
        };
    }
    let (path, query) = match lower.split_once(['?', '#']) {
        Some((path, query)) => (path, query),
        None => (lower.as_str(), ""),
    };
    let by_extension = |text: &str| {
        let extension = text.rsplit('.').next().unwrap_or_default();
        if VIDEO.contains(&extension) {
            Some(JobKind::Video)
        } else if IMAGE.contains(&extension) {
            Some(JobKind::Image)
        } else {
            None
        }
    };
    let named = query.split(['&', '=', '/']).find_map(|piece| {
        let piece = piece.trim_end_matches("%22");
        by_extension(piece)
            .filter(|_| piece.contains('.'))
            .or_else(|| {
                let kind = piece.split("%2f").next().unwrap_or_default();
                match kind {
                    "video" if piece.contains("%2f") => Some(JobKind::Video),
                    "image" if piece.contains("%2f") => Some(JobKind::Image),
                    _ if VIDEO.contains(&piece) => Some(JobKind::Video),
                    _ if IMAGE.contains(&piece) => Some(JobKind::Image),
                    _ => None,
                }
            })
    });
    if HOMES.iter().any(|home| path.contains(home)) {
        return Some(JobKind::Video);
    }
    let file = path.rsplit('/').next().unwrap_or_default();
    by_extension(file).filter(|_| file.contains('.')).or(named)
}

/// Finds the next link's beginning, from `from` on.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let begins = match bytes[at] {
            b'h' | b'H' => is_address(rest),
            b'd' | b'D' => begins_with(rest, b"data:image/") || begins_with(rest, b"data:video/"),
            b'/' | b'.' => is_relative(text, at),
            _ => false,
        };
        let linked = at > 1 && bytes[at - 1] == b'(' && bytes[at - 2] == b']';
        if begins || (linked && is_file(text, at)) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// True if a whole address begins here. JSON may write `https:\/\/`.
fn is_address(bytes: &[u8]) -> bool {
    [&b"http://"[..], b"https://", br"http:\/\/", br"https:\/\/"]
        .iter()
        .any(|start| begins_with(bytes, start))
}

fn begins_with(bytes: &[u8], start: &[u8]) -> bool {
    bytes
        .get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// True if a path begins here: `/files/1.mp4` after a bracket, a quote, a colon or a
/// space.
fn is_relative(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let path = match &bytes[at..] {
        // An address without its scheme, as in web pages.
        [b'/', b'/', next, ..] => {
            let quoted = at > 0 && matches!(bytes[at - 1], b'"' | b'\'' | b'=' | b'(');
            return quoted && next.is_ascii_alphanumeric();
        }
        [b'/', next, ..] | [b'.', b'/', next, ..] => *next,
        _ => return false,
    };
    let opens = text[..at]
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || "([<\"'`=:：（【「“‘>*,，、".contains(c));
    opens && (path.is_ascii_alphanumeric() || path == b'_' || path >= 0x80)
}

/// True if a file name that Markdown may link to begins here: `[x](files/1.mp4)`.
fn is_file(text: &str, at: usize) -> bool {
    if !text[at..].starts_with(char::is_alphanumeric) {
        return false;
    }
    let name = window_after(text, at, NAME);
    let name = name
        .split([')', ' ', '\n', ':', '<'])
        .next()
        .unwrap_or_default();
    name.contains('.') && ends_in_extension(name)
}

/// Finds the end of the link that begins at `start`: a space, a quote, an angle bracket,
/// a closing bracket that it did not open, or East Asian punctuation.
fn end_of(text: &str, start: usize) -> usize {
    let mut round = 0;
    let mut square = 0;
    let mut end = text.len();
    if text[..start].ends_with("(<") {
        // In angle brackets, Markdown links may have spaces.
        let inside = window_after(text, start, BRACKETED);
        if let Some(length) = inside.find(['>', '\n', '<'])
            && inside[length..].starts_with('>')
        {
            return start + length;
        }
    }
    for (offset, c) in text[start..].char_indices() {
        let stop = match c {
            '(' => {
                round += 1;
                false
            }
            // The end of a forum-style tag: `[video]…[/video]`.
            '[' if text[start + offset..].starts_with("[/") => true,
            '[' => {
                square += 1;
                false
            }
            // The next item of a list.
            ',' | ';' => is_address(&text.as_bytes()[start + offset + 1..]),
            // The next one, without anything between.
            'h' | 'H' if offset > 0 && is_address(&text.as_bytes()[start + offset..]) => {
                let own = &text[start..start + offset];
                ends_in_extension(window_before(own, own.len(), EXTENSION))
            }
            '\\' if text[start + offset + 1..].starts_with('/') => false,
            ')' => {
                round -= 1;
                round < 0
            }
            ']' => {
                square -= 1;
                square < 0
            }
            '"' | '\'' | '<' | '>' | '`' | '\\' | '{' | '}' | '|' | '^' => true,
            _ if c.is_whitespace() || c.is_control() => true,
            _ if c.is_ascii() => false,
            '\u{2010}'..='\u{206f}'
            | '\u{3000}'..='\u{303f}'
            | '\u{ff00}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
            | '\u{200b}'
            | '\u{feff}' => true,
            // Words that follow without a space, as in `https://a/v.mp4请下载`.
            _ => ends_in_extension(&text[start..start + offset]) || !c.is_alphanumeric(),
        };
        if stop {
            end = start + offset;
            break;
        }
    }
    let link = &text[start..end];
    // An HTML entity for a quote or an angle bracket ends it too.
    let escaped = ["&quot;", "&#34;", "&#39;", "&apos;", "&lt;", "&gt;"];
    let link = escaped
        .iter()
        .fold(link, |link, mark| match link.split_once(mark) {
            Some((link, _)) => link,
            None => link,
        });
    start
        + link
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~', '&'])
            .len()
}

fn ends_in_extension(link: &str) -> bool {
    let tail = link.rsplit('.').next().unwrap_or_default();
    tail.len() <= 5 && {
        let tail = tail.to_ascii_lowercase();
        VIDEO.contains(&tail.as_str()) || IMAGE.contains(&tail.as_str())
    }
}

fn unescaped(link: &str) -> String {
    link.replace("&amp;", "&").replace("\\/", "/")
}

/// The kind of a link: by its own form, else by its surroundings; `None` for a link that
/// is no media, or only a still of one.
fn kind_of(text: &str, start: usize, end: usize, url: &str, before: &str) -> Option<JobKind> {
    let by_url = kind_of_url(url);
    let absolute = url.len() > 4 && !url.starts_with(['/', '.']);
    if absolute && host_is_empty(url) {
        return None;
    }
    if by_url.is_some() {
        return by_url;
    }
    let lower = before.to_lowercase();
    let tag = tag_around(text, start);
    let marked = lower.trim_end_matches(['<', ' ']).ends_with("](");
    match tag {
        Some("video" | "source") => return Some(JobKind::Video),
        Some("img") => return Some(JobKind::Image),
        _ => {}
    }
    if !absolute && !marked && tag.is_none() {
        return None;
    }
    // The words on the same line tell: `![…](`, `[下载视频](`, `"video_url": "`, `视频：`.
    let line = lower.rsplit('\n').next().unwrap_or_default();
    let label = if marked { label(line) } else { (line, false) };
    let (words, picture) = label;
    if says_video(words) || path_says(url, "video") {
        return Some(JobKind::Video);
    }
    if picture || says_image(words) || path_says(url, "image") {
        return Some(JobKind::Image);
    }
    // What it is, its content says.
    if DOWNLOAD.iter().any(|said| words.contains(said)) {
        return Some(JobKind::Video);
    }
    if tag == Some("a") {
        let after = window_after(text, end, AFTER).to_lowercase();
        let shown = after.split_once('>').map_or("", |(_, shown)| shown);
        let shown = shown.split('<').next().unwrap_or_default();
        if says_video(shown) {
            return Some(JobKind::Video);
        }
        if says_image(shown) {
            return Some(JobKind::Image);
        }
    }
    None
}

fn host_is_empty(url: &str) -> bool {
    url.split_once("://").is_some_and(|(_, rest)| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.is_empty()
    })
}

/// The label of the Markdown link whose address begins after `line`, and true if it is an
/// image.
fn label(line: &str) -> (&str, bool) {
    let line = line.trim_end_matches(['<', ' ', '(']).trim_end_matches(']');
    match line.rfind('[') {
        Some(at) => (&line[at + 1..], line[..at].ends_with('!')),
        None => (line, false),
    }
}

fn says_video(words: &str) -> bool {
    let words = words.rsplit_once("://").map_or(words, |(_, rest)| rest);
    ["video", "视频", "影片", "movie", "mp4"]
        .iter()
        .any(|word| words.contains(word))
}

fn says_image(words: &str) -> bool {
    let words = words.rsplit_once("://").map_or(words, |(_, rest)| rest);
    ["image", "picture", "photo", "图片", "图像", "照片"]
        .iter()
        .any(|word| words.contains(word))
}

/// True if a folder of the path says what the file is.
fn path_says(url: &str, what: &str) -> bool {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut folders = path.split('/').skip(1);
    folders.any(|folder| {
        let folder = folder.to_ascii_lowercase();
        folder == what || folder.strip_suffix('s') == Some(what)
    })
}

/// The name of the HTML tag that contains a link.
fn tag_around(text: &str, start: usize) -> Option<&'static str> {
    let before = window_before(text, start, TAG);
    let open = before.rfind('<')?;
    let inside = &before[open + 1..];
    if inside.contains('>') {
        return None;
    }
    ["video", "source", "img", "a"].into_iter().find(|name| {
        let rest = inside.get(name.len()..);
        begins_with(inside.as_bytes(), name.as_bytes())
            && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == '/'))
    })
}

/// True if the attribute or key before a link names a still of the media.
fn is_still(before: &str) -> bool {
    let name = before
        .trim_end_matches(['"', '\'', '=', ':', ' ', '\\'])
        .to_lowercase();
    [
        "poster",
        "thumbnail",
        "thumbnail_url",
        "thumb",
        "cover",
        "cover_url",
        "preview_url",
    ]
    .iter()
    .any(|still| name.ends_with(still) && before.len() > name.len())
}

fn window_before(text: &str, end: usize, length: usize) -> &str {
    let mut start = end.saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..end]
}

fn window_after(text: &str, start: usize, length: usize) -> &str {
    let mut end = (start + length).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

#[cfg(test)]
mod tests;
