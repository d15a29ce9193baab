//! `sorakit links`: the media that a text links to, such as a chat's answer.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sorakit::api::chat::ChatReading;
use sorakit::text::shown_within;
use sorakit::{Error, JobKind, Result};

use crate::outcome::{Outcome, Report};

/// What `links` is told.
#[derive(clap::Args)]
#[command(
    after_help = "The text is a chat's answer: its words, or its JSON as `sorakit call` prints it.\n\n\
    Examples:\n  \
    sorakit call sora2api.chat.create --json - < chat.json | sorakit links\n  \
    sorakit links answer.txt --json"
)]
pub struct Arguments {
    /// The file with the text; `-`, the default, is the standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Prints a JSON object: the text, the progress, the media and the character.
    #[arg(long)]
    pub json: bool,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let text = read(&arguments.file)?;
    let answer: Option<Value> = serde_json::from_str(&text).ok();
    let answer = answer.filter(|answer| answer.get("choices").is_some());
    let said = ChatReading::of(&answer.unwrap_or(Value::String(text)));
    let lines = said.media.iter().map(|media| {
        let kind = match media.kind {
            JobKind::Video => "video",
            JobKind::Image => "image",
        };
        format!("{kind}  {}", shown_within(&media.url, 8192))
    });
    let text: Vec<String> = lines.collect();
    Ok(Report {
        text: match text.is_empty() {
            true => "There is no link to a video or an image.".into(),
            false => text.join("\n"),
        },
        json: json!(said),
    })
}

fn read(file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let read = match file == Path::new("-") {
        true => std::io::stdin().read_to_end(&mut bytes),
        false => std::fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| Error::invalid("file", format!("cannot read it: {error}")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
