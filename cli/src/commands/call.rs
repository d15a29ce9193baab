//! `sorakit call`: one call of any operation, with its fields as JSON.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap_complete::engine::ArgValueCandidates;
use serde_json::{Value, json};
use sorakit::api::find;
use sorakit::text::shell;
use sorakit::{Error, ErrorKind, MediaStream, Result, check_target, open_pipe};
use tempfile::NamedTempFile;

use super::operations::{names, unknown};
use crate::connection::Server;
use crate::outcome::{Failure, Outcome, Report, Session};
use crate::output::{Output, is_pipe, is_standard, named, standard};
use crate::recording::{self, Recorder};

/// What `call` is told.
#[derive(clap::Args)]
#[command(
    after_help = "The answer is printed as JSON. A field that is a file is given as \
    {\"path\": \"cat.png\"}.\n\n\
    Examples:\n  \
    sorakit call sora.quota.check --simulate\n  \
    sorakit call sora.drafts.list --json '{\"limit\": 5}'\n  \
    sorakit call openai.videos.content --json '{\"video_id\": \"video_1\"}' -o cat.mp4"
)]
pub struct Arguments {
    /// The operation's name, as `sorakit operations` lists it.
    #[arg(add = ArgValueCandidates::new(names))]
    operation: String,
    /// Its fields, as a JSON object; `-` reads them from the standard input.
    #[arg(long, value_name = "FIELDS", default_value = "{}")]
    json: String,
    /// Where the answer goes; `-` for the standard output. A file that the server answers is written
    /// as it is, all else as JSON.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrites the file if it exists.
    #[arg(long)]
    force: bool,
    /// A new file that gets what was asked and answered, without secrets: to report a server that
    /// is odd.
    #[arg(long, value_name = "FILE", conflicts_with = "simulate")]
    record: Option<PathBuf>,
    #[command(flatten)]
    server: Server,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let operation = find(&arguments.operation).ok_or_else(|| unknown(&arguments.operation))?;
    let fields = fields(&arguments.json)?;
    let place = match &arguments.output {
        Some(path) => Some(Place::choose(path, arguments.force)?),
        None => None,
    };
    if let (Some(_), Some(Place::Stream(Output::Standard))) = (operation.content, &place) {
        standard()?;
    }
    let recorder = Recorder::default();
    let dialect = operation.meta.dialect;
    let server = &arguments.server;
    let connected = match &arguments.record {
        Some(path) => {
            recording::check("record", path)?;
            server
                .connect_recording(dialect, &recorder, session)
                .await?
        }
        None => server.connect(Some(dialect), session).await?,
    };
    let client = &connected.client;
    let answer = match (operation.content, &place) {
        (Some(_), Some(place)) => {
            let opened = client.open_described(operation, fields.clone(), &[]).await;
            match opened {
                Ok(file) => place.write_file(file).await,
                Err(error) => Err(error),
            }
        }
        _ => client.call_described(operation, fields.clone(), &[]).await,
    };
    if let Some(path) = &arguments.record {
        let about = recording::About {
            server: "Say what it is, and its version.".into(),
            base_url: client.base_url().to_owned(),
            dialect: Some(client.dialect()),
            verb: operation.meta.name.to_owned(),
        };
        recorder.write(path, &about, &fields, &answer)?;
        session.screen().note(&format!(
            "{} holds what was asked and answered; read it before you send it on.",
            shell(&path.to_string_lossy())
        ));
    }
    let answer = answer?;
    match (&place, operation.content) {
        (Some(Place::Stream(_)), Some(_)) => Ok(Report::nothing()),
        (Some(Place::Stream(Output::Standard)), None) => Ok(Report::of("", answer)),
        (Some(place), None) => {
            // What was asked for may be paid for, and its answer is nowhere else.
            let written = place.write_json(&answer);
            let said = written.map_err(|error| Failure::from(error).with_answer(answer))?;
            Ok(Report::of("", said))
        }
        _ => Ok(Report::of("", answer)),
    }
}

/// Where an answer goes.
enum Place {
    /// A file, with every link followed.
    File { path: PathBuf, overwrite: bool },
    /// The standard output, or a named pipe that somebody reads.
    Stream(Output),
}

impl Place {
    /// Checks the place before anything is sent.
    fn choose(path: &Path, overwrite: bool) -> Result<Self> {
        if is_standard(path) {
            // JSON may go to a terminal.
            return Ok(Self::Stream(Output::Standard));
        }
        check_target(path).map_err(named)?;
        if is_pipe(path) {
            return Ok(Self::Stream(Output::Pipe {
                path: path.to_owned(),
                writer: Arc::new(open_pipe(path).map_err(named)?),
            }));
        }
        match path.exists() && !overwrite {
            true => {
                let what = format!("{} exists already", path.display());
                Err(Error::invalid("output", what)
                    .with_hint("--force overwrites it. Nothing was sent."))
            }
            false => Ok(Self::File {
                path: sorakit::host::link_target(path).map_err(storage)?,
                overwrite,
            }),
        }
    }

    /// Writes a file as it arrives; it gets its name once it is whole.
    async fn write_file(&self, mut file: MediaStream) -> Result<Value> {
        let path = match self {
            Self::File { path, .. } => path,
            Self::Stream(output) => {
                let mut writer = output.writer().expect("it is a stream").map_err(storage)?;
                while let Some(bytes) = file.chunk().await? {
                    writer.write_all(&bytes).map_err(storage)?;
                }
                writer.flush().map_err(storage)?;
                return Ok(Value::Null);
            }
        };
        let mut written = begin(path)?;
        let mut length = 0;
        while let Some(bytes) = file.chunk().await? {
            written.write_all(&bytes).map_err(storage)?;
            length += bytes.len() as u64;
        }
        self.end(written)?;
        Ok(json!({ "path": path.to_string_lossy(), "bytes": length }))
    }

    fn write_json(&self, answer: &Value) -> Result<Value> {
        let mut text = serde_json::to_string_pretty(answer).unwrap_or_default();
        text.push('\n');
        let path = match self {
            Self::File { path, .. } => path,
            Self::Stream(output) => {
                let mut writer = output.writer().expect("it is a stream").map_err(storage)?;
                writer.write_all(text.as_bytes()).map_err(storage)?;
                writer.flush().map_err(storage)?;
                return Ok(json!({ "bytes": text.len() }));
            }
        };
        let mut written = begin(path)?;
        written.write_all(text.as_bytes()).map_err(storage)?;
        self.end(written)?;
        Ok(json!({ "path": path.to_string_lossy(), "bytes": text.len() }))
    }

    fn end(&self, written: NamedTempFile) -> Result<()> {
        let Self::File { path, overwrite } = self else {
            return Ok(());
        };
        written.as_file().sync_all().map_err(storage)?;
        // What appeared meanwhile is nobody's to overwrite.
        match overwrite {
            true => written.persist(path),
            false => written.persist_noclobber(path),
        }
        .map(drop)
        .map_err(|error| storage(error.error))
    }
}

/// A file beside the one that is to be written, with the mode of any new file.
fn begin(path: &Path) -> Result<NamedTempFile> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    let builder = builder.prefix(".sorakit-");
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(storage)
}

fn storage(error: std::io::Error) -> Error {
    Error::new(ErrorKind::Storage, error.to_string())
}

fn fields(text: &str) -> Result<Value> {
    let mut input = String::new();
    let text = match text {
        "-" => {
            std::io::stdin()
                .read_to_string(&mut input)
                .map_err(|error| Error::invalid("json", error.to_string()))?;
            &input
        }
        text => text,
    };
    let read = sorakit::api::read_given("json", text)?;
    match read.is_object() {
        true => Ok(read),
        false => Err(Error::invalid(
            "json",
            "must be a JSON object of the operation's fields",
        )),
    }
}
