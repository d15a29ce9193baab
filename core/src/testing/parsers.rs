//! Every reader of what others wrote, over plain bytes: what the fuzz targets call, and
//! the short run of the same among the tests.
//!
//! Nothing that a server, a file or a person may write makes one panic, puts a control
//! character into an error, or takes the square of its length.

use std::io::Cursor;

use futures_lite::future::block_on;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::api::chat::{ChatReader, ChatResult, EventDecoder, refused};
use crate::api::sora::session_cookie;
use crate::api::{EventReader, MAX_REPLY, Reply, Timestamp, asked_wait, http_date, operations};
use crate::auth::{Claims, Credential};
use crate::host::{Exchange, ScriptedHost};
use crate::media::{DataUrl, ImageInfo, MediaType, VideoInfo, Walk, check_whole, encoded};
use crate::model::text::{shown, without_secrets};
use crate::model::{
    Dialect, Error, Job, JobStatus, Page, PageRequest, Result, Secret, VideoRequest,
};
use crate::policy::resume::{Answered, Part};
use crate::policy::{redirect, resume};
use crate::{Client, Options};

/// A reader, by the name of its fuzz target.
pub struct Parser {
    /// The name.
    pub name: &'static str,
    /// Reads, whatever comes of it.
    pub read: fn(&[u8]),
}

/// All of them.
pub const PARSERS: &[Parser] = &[
    Parser {
        name: "sora",
        read: |input| answers(Dialect::Sora, input),
    },
    Parser {
        name: "mirror",
        read: |input| answers(Dialect::Mirror, input),
    },
    Parser {
        name: "sora2api",
        read: |input| answers(Dialect::Sora2api, input),
    },
    Parser {
        name: "skyriff",
        read: |input| answers(Dialect::Skyriff, input),
    },
    Parser {
        name: "relay",
        read: |input| answers(Dialect::Relay, input),
    },
    Parser {
        name: "openai",
        read: |input| answers(Dialect::Openai, input),
    },
    Parser {
        name: "events",
        read: events,
    },
    Parser {
        name: "chat",
        read: chat,
    },
    Parser {
        name: "tokens",
        read: tokens,
    },
    Parser {
        name: "media",
        read: media,
    },
    Parser {
        name: "redirects",
        read: redirects,
    },
    Parser {
        name: "headers",
        read: headers,
    },
    Parser {
        name: "options",
        read: options,
    },
    Parser {
        name: "proof_of_work",
        read: proof_of_work,
    },
];

/// The reader of this name.
///
/// # Panics
/// When there is none.
pub fn parser(name: &str) -> &'static Parser {
    let mut named = PARSERS.iter().filter(|parser| parser.name == name);
    named.next().expect("a parser of this name")
}

const BASE: &str = "https://gateway.example/v1";
const STATUSES: [u16; 16] = [
    200, 201, 202, 204, 206, 302, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503,
];
const TYPES: [&str; 4] = [
    "application/json",
    "text/html; charset=gbk",
    "text/event-stream",
    "video/mp4",
];

/// The answer that bytes stand for: which status and type, and the body.
fn answer(input: &[u8]) -> (u16, &'static str, &[u8]) {
    // Most have to do with answers that were meant well.
    match input.split_first() {
        Some((first @ 0..64, body)) => (
            STATUSES[usize::from(*first) % 16],
            TYPES[usize::from(*first) / 16],
            body,
        ),
        _ => (200, TYPES[0], input),
    }
}

/// How many operations read one answer, at most.
const OPERATIONS: usize = 8;

/// The answers of a dialect: to its operations, and to what users do.
fn answers(dialect: Dialect, input: &[u8]) {
    let (status, content_type, body) = answer(input);
    let reply = Reply::new(
        StatusCode::from_u16(status).unwrap_or_default(),
        HeaderMap::from_iter([(
            http::header::CONTENT_TYPE,
            HeaderValue::from_static(content_type),
        )]),
        body.to_vec(),
    );
    let prefix = format!("{dialect}.");
    let of_dialect = || operations().filter(|one| one.meta.name.starts_with(&prefix));
    let job = input.len().is_multiple_of(2).then_some("job_1");
    let reply = reply.asked(BASE, job).in_utf8();
    // Which ones the input decides: some dialects have a hundred.
    let every = of_dialect().count().div_ceil(OPERATIONS).max(1);
    let first = input.iter().map(|byte| usize::from(*byte)).sum::<usize>() % every;
    for operation in of_dialect().skip(first).step_by(every) {
        let _ = told((operation.judge)(&reply));
    }
    let client = client(dialect, |options| options, status, content_type, body);
    block_on(async {
        let videos = client.videos();
        if let Ok(job) = told(videos.get("job_1").await) {
            job_is_sound(&job);
        }
        if let Ok(job) = told(videos.create(VideoRequest::new("a cat")).await) {
            job_is_sound(&job);
        }
        if let Ok(Page { items, .. }) = told(videos.list(PageRequest::default()).await) {
            items.iter().for_each(job_is_sound);
        }
        let _ = told(client.account().quota().await);
    });
}

/// A client whose server always answers the same.
fn client(
    dialect: Dialect,
    with: impl FnOnce(Options) -> Options,
    status: u16,
    content_type: &str,
    body: &[u8],
) -> Client {
    let body = bytes::Bytes::copy_from_slice(body);
    let exchange = Exchange::answer(status, &[("content-type", content_type)], body);
    let host = ScriptedHost::new(std::iter::repeat_n(exchange, 300));
    let options = Options {
        dialect: Some(dialect),
        base_url: Some(BASE.into()),
        api_key: Some("key-of-the-parsers".into()),
        max_retries: Some(0),
        total_timeout: Some(20.0),
        ..Options::default()
    };
    Client::with_host(with(options), host).expect("a client")
}

/// What is said of a failure can be shown, whatever the server wrote.
fn told<T>(outcome: Result<T>) -> Result<T> {
    if let Err(error) = &outcome {
        error_is_sound(error);
    }
    outcome
}

fn error_is_sound(error: &Error) {
    let text = error.to_string();
    let is_hidden = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}');
    assert!(!text.contains(is_hidden), "{text:?}");
    assert!(text.len() < 64 << 10, "an error of {} bytes", text.len());
    assert!(!text.contains("key-of-the-parsers"), "{text:?}");
    let _ = serde_json::to_string(&error.report());
}

fn job_is_sound(job: &Job) {
    assert!(!job.id.is_empty(), "a job without an id");
    assert!((0.0..=100.0).contains(&job.progress), "{}", job.progress);
    assert!(job.status != JobStatus::Failed || job.error.is_some());
}

/// A stream of events: whatever its pieces are, it says the same.
fn events(input: &[u8]) {
    let read = |pieces: &mut dyn Iterator<Item = &[u8]>| {
        let mut decoder = EventDecoder::new(MAX_REPLY);
        let mut all = Vec::new();
        for piece in pieces {
            match decoder.push(piece) {
                Ok(events) => all.extend(events),
                Err(error) => {
                    error_is_sound(&error);
                    return all;
                }
            }
        }
        all.extend(decoder.finish());
        all
    };
    let (whole, pieces) = (
        read(&mut std::iter::once(input)),
        read(&mut input.chunks(3)),
    );
    assert_eq!(whole, pieces);
}

/// A chat, streamed or whole, and the links in what it says.
fn chat(input: &[u8]) {
    let read = |size: usize| {
        let (mut reader, mut said) = (ChatReader::default(), Vec::new());
        for piece in input.chunks(size.max(1)) {
            said.extend(reader.push(piece));
        }
        said.extend(reader.finish());
        for outcome in &said {
            if let Err(error) = outcome {
                error_is_sound(error);
            }
        }
        said.len()
    };
    read(input.len());
    read(7);
    let text = String::from_utf8_lossy(input);
    let _ = ChatResult::read(&text);
    if let Some(error) = refused(&text) {
        error_is_sound(&error);
    }
}

/// Tokens, and what people paste in their place.
fn tokens(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let token = Secret::from(&*text);
    if let Some(claims) = Claims::read(&token) {
        let _ = (claims.lifetime(), claims.account);
    }
    let cookie = session_cookie::token(&text).and_then(Result::ok);
    let _ = session_cookie::header(&cookie.unwrap_or_default());
    let mut cookies = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_bytes(input) {
        cookies.insert(http::header::SET_COOKIE, value);
    }
    let _ = session_cookie::rotated(&cookies);
    for dialect in [Dialect::Sora, Dialect::Openai] {
        for field in 0..4 {
            let given = |at| (field == at).then(|| token.clone());
            let options = Options {
                access_token: given(0),
                session_token: given(1),
                refresh_token: given(2),
                api_key: given(3),
                ..Options::default()
            };
            let _ = told(Credential::from_options(&options, dialect));
        }
    }
    if let Ok(credential) = serde_json::from_slice::<Credential>(input) {
        let _ = told(credential.check());
        let again = serde_json::to_vec(&credential.with_secrets()).expect("a credential");
        let again: Credential = serde_json::from_slice(&again).expect("a credential");
        assert_eq!(again, credential);
    }
}

/// Videos and images.
fn media(input: &[u8]) {
    let _ = (
        MediaType::sniff(input),
        crate::media::NotMedia::sniff(input),
    );
    let _ = VideoInfo::read(Cursor::new(input)).map_err(|error| error.to_string());
    let _ = ImageInfo::read(Cursor::new(input)).map_err(|error| error.to_string());
    let _ = check_whole(Cursor::new(input)).map_err(|error| error.to_string());
    let walk = |size: usize| {
        let mut walk = Walk::default();
        input.chunks(size).for_each(|piece| walk.take(piece));
        walk.finish().map_err(|error| error.to_string())
    };
    assert_eq!(walk(input.len().max(1)), walk(5));
    let text = String::from_utf8_lossy(input);
    let _ = encoded::media_in_base64(&text);
    let _ = encoded::data_url(&text);
    let _ = DataUrl::read(&*text).map(|url| url.content_type().map(ToOwned::to_owned));
}

/// Addresses that a server names, and addresses of servers.
fn redirects(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    for from in [BASE, "http://127.0.0.1:8787/backend?a=b"] {
        if let Ok(hop) = told(redirect::next(from, &text)) {
            let is_tls = hop.url.starts_with("https://");
            assert!(is_tls || from.starts_with("http://"), "{}", hop.url);
            let _ = redirect::base_for(from, from, &hop.url);
        }
    }
    let _ = (crate::api::location(&text), redirect::without_query(&text));
    let _ = (shown(&text), without_secrets(&text));
    for dialect in [Dialect::Sora, Dialect::Openai] {
        let options = Options {
            dialect: Some(dialect),
            base_url: Some(text.clone().into_owned()),
            api_key: Some("key-of-the-parsers".into()),
            ..Options::default()
        };
        let _ = told(Client::with_host(options, ScriptedHost::new([])));
    }
}

/// The headers that something is decided by: `Retry-After` and its like, dates, ranges,
/// and the marks of files. Each line is one.
fn headers(input: &[u8]) {
    let mut headers = HeaderMap::new();
    for line in input.split(|byte| *byte == b'\n').take(100) {
        let mut halves = line.splitn(2, |byte| *byte == b':');
        let (Some(name), Some(value)) = (halves.next(), halves.next()) else {
            continue;
        };
        let name = HeaderName::from_bytes(name);
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.trim_ascii())) {
            headers.append(name, value);
        }
    }
    let reply = Reply::new(StatusCode::TOO_MANY_REQUESTS, headers, Vec::new());
    let _ = asked_wait(&reply);
    let number = |name: &str| reply.header(name).and_then(|text| text.trim().parse().ok());
    let (etag, modified) = (reply.header("etag"), reply.header("last-modified"));
    for status in [200, 206, 416] {
        let answered = Answered {
            status,
            range: reply.header("content-range"),
            length: number("content-length"),
            encoding: reply.header("content-encoding"),
            content_type: reply.header("content-type"),
            etag,
            modified,
        };
        for part in [0, 1000, u64::MAX] {
            let part = Part {
                length: part,
                total: number("x-total"),
                validator: resume::validator(etag, modified, reply.header("date")),
                skipped: false,
                is_piece: false,
            };
            let _ = resume::judge(part, &answered);
        }
    }
    if let Some(millis) = number("x-total").and_then(|millis| i64::try_from(millis).ok()) {
        let _ = http_date(Timestamp::from_millis(millis));
    }
    for operation in operations().step_by(17) {
        let _ = told((operation.judge)(&reply));
    }
}

/// The configuration file, and a value of each variable.
fn options(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    if let Ok(options) = told(Options::from_toml(text)) {
        let _ = format!("{options:?}");
    }
    for line in text.lines().take(50) {
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        let (name, value) = (name.trim().to_uppercase(), value.trim());
        let get = |variable: &str| {
            let asked = variable.strip_prefix("SORAKIT_")?;
            (asked == name).then(|| value.to_owned())
        };
        if let Ok(options) = told(Options::from_variables(get)) {
            let _ = format!("{options:?}");
        }
    }
}

/// Challenges, and the plan that a server makes of one.
fn proof_of_work(input: &[u8]) {
    use crate::sentinel::{
        Challenge, Config, Difficulty, Search, parse_final_token, parse_initial_token, verify,
    };
    let (status, content_type, body) = answer(input);
    let client = client(
        Dialect::Sora,
        |options| Options {
            pow_max_tries: Some(50),
            ..options
        },
        status,
        content_type,
        body,
    );
    let _ = told(block_on(client.sentinel_token()));
    let text = String::from_utf8_lossy(input);
    let _ = (parse_initial_token(&text), parse_final_token(&text));
    let _ = serde_json::from_slice::<Config>(input);
    let mut lines = text.lines();
    let (seed, difficulty) = (lines.next().unwrap_or_default(), lines.next());
    let difficulty = difficulty.unwrap_or_default().parse::<Difficulty>();
    let read = serde_json::from_slice::<Challenge>(input).ok();
    let made = difficulty.ok().map(|difficulty| Challenge {
        seed: seed.to_owned(),
        difficulty,
    });
    for challenge in read.into_iter().chain(made) {
        let _ = verify(&challenge, &text);
        if let Ok(mut search) = Search::from_json(&challenge, &text, None) {
            search.step(40);
        }
    }
}
