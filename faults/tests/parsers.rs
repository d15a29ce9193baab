//! Every parser, over mutations of what is kept in `fuzz/seeds`, of the answers in the
//! contract vectors and the recordings, and of the media among the tests. The same runs
//! without an end under `cargo xtask fuzz`.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use serde_json::Value;
use sorakit::testing::linear;
use sorakit::testing::parsers::{PARSERS, parser};

/// How many mutations each parser reads; of a dialect fewer, since every operation reads
/// each of them.
const RUNS: usize = 120;
const RUNS_OF_DIALECTS: usize = 40;
/// Of every so many of them it is looked how the time grows.
const GROWN: usize = 40;

/// What breaks readers, to be put anywhere.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b":",
    b",",
    b"null",
    b"1e309",
    b"-1",
    b"NaN",
    b"18446744073709551616",
    b"\\ud83d",
    b"\\u0000",
    b"\x00",
    b"\x1b[31m",
    b"\xff\xfe",
    "\u{202e}".as_bytes(),
    "视频".as_bytes(),
    b"\n\n",
    b"\r",
    b"data: ",
    b"](",
    b"https://a/v.mp4",
    b"<video src=",
    b"&quot;",
    b"{\"id\":",
    b"\"status\":\"failed\",",
    b"\x1a\x45\xdf\xa3",
    b"moov",
    b"\xff\xff\xff\xff\xff\xff\xff\xff",
    b"%5B%22",
    b"=",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder));
    let entries = entries.into_iter().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// What a parser is begun with.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = files(&format!("fuzz/seeds/{name}"))
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect();
    if name == "media" {
        seeds.extend(
            files("core/tests/media")
                .iter()
                .map(|path| std::fs::read(path).unwrap()),
        );
    }
    for folder in ["tests/contract/vectors", "tests/recordings"] {
        for path in files(folder) {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let Ok(value) = serde_json::from_str(&text) else {
                continue;
            };
            if folder.ends_with("vectors") && !file.starts_with(&format!("{name}.")) {
                continue;
            }
            answers(&value, name, &mut seeds);
        }
    }
    assert!(!seeds.is_empty(), "`{name}` has nothing to begin with");
    seeds
}

/// The bodies of the answers in a vector or a recording of this dialect.
fn answers(value: &Value, dialect: &str, found: &mut Vec<Vec<u8>>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| answers(one, dialect, found)),
        Value::Object(fields) => {
            if fields.get("dialect").is_some_and(|named| named != dialect) {
                return;
            }
            let is_named = fields.contains_key("dialect");
            if let Some(answer) = fields.get("response").filter(|answer| answer.is_object()) {
                let text = answer["text"].as_str().map(|text| text.as_bytes().to_vec());
                let json = answer.get("json").map(|json| json.to_string().into_bytes());
                found.extend(text.or(json));
            }
            for (key, value) in fields {
                // A recording without a dialect is nobody's.
                if key != "cases" || !is_named {
                    answers(value, dialect, found);
                }
            }
        }
        _ => {}
    }
}

/// Another text, made of this one.
fn mutated(seeds: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let mut text = seeds[random.usize(..seeds.len())].clone();
    for _ in 0..random.usize(1..=4) {
        let at = random.usize(..=text.len());
        let to = (at + random.usize(..=40)).min(text.len());
        match random.u8(..8) {
            0 => drop(text.drain(at..to)),
            1 => text.truncate(at),
            2 if at < text.len() => text[at] ^= 1 << random.u8(..8),
            3 => {
                let many = random.usize(1..=200);
                let piece = text[at..to].repeat(many);
                text.splice(at..at, piece);
            }
            4 => {
                let other = &seeds[random.usize(..seeds.len())];
                let from = random.usize(..=other.len());
                text.splice(at..to, other[from..].iter().copied());
            }
            5 => {
                let piece = PIECES[random.usize(..PIECES.len())];
                let many = [1, 1, 1, 300][random.usize(..4)];
                text.splice(at..at, piece.repeat(many));
            }
            6 => drop(text.splice(at..to, random.u64(..).to_string().into_bytes())),
            _ => {
                let piece = PIECES[random.usize(..PIECES.len())];
                text.splice(at..to, piece.iter().copied());
            }
        }
        text.truncate(8 << 10);
    }
    text
}

/// Reads the seeds, and mutations of them.
fn bears(name: &str) {
    let (parser, seeds) = (parser(name), seeds(name));
    let mut random = Rng::with_seed(0x7061_7273);
    let is_dialect = sorakit::Dialect::ALL.iter().any(|one| one.as_str() == name);
    let runs = if is_dialect { RUNS_OF_DIALECTS } else { RUNS };
    let texts: Vec<_> = (0..runs).map(|_| mutated(&seeds, &mut random)).collect();
    for text in seeds.iter().chain(&texts) {
        let read = std::panic::catch_unwind(AssertUnwindSafe(|| (parser.read)(text)));
        assert!(read.is_ok(), "{name} reads `{}`", text.escape_ascii());
    }
    for text in texts.iter().step_by(GROWN) {
        let grows = linear::check(parser.read, text, random.u64(..));
        assert_eq!(grows, Ok(()), "{name}");
    }
}

macro_rules! parsers {
    ($($name:ident)*) => {
        /// What the tests below are of.
        const TESTED: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                bears(stringify!($name));
            }
        )*
    };
}

parsers! {
    sora mirror sora2api skyriff relay openai events chat tokens media redirects headers
    options proof_of_work
}

/// Each is tested here, and has a target of cargo-fuzz.
#[test]
fn no_parser_is_left_out() {
    let names: Vec<_> = PARSERS.iter().map(|parser| parser.name).collect();
    assert_eq!(names, TESTED);
    let manifest = std::fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    for name in names {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        assert!(root().join(format!("fuzz/fuzz_targets/{name}.rs")).exists());
    }
}
