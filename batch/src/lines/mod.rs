//! Files of requests, a line each: JSON lines, CSV with a header, and the lines of OpenAI's
//! batches. They are read as they come, and never held whole.

mod format;
mod object;
mod openai;
mod table;
mod text;

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use futures_lite::future::block_on;
use serde_json::Value;
use sorakit::{Client, Error, ImageRequest, JobKind, Result, VideoRequest};

use crate::creation::Request;
use table::TableLines;
use text::TextLines;

pub use format::Format;

/// A line of a file of requests.
#[derive(Debug, Clone)]
pub struct Line {
    /// The number in the file, from 1; 0 for a request that comes from code.
    pub number: u64,
    /// The request, or what is wrong with it.
    pub request: Result<Request>,
}

/// The lines of a file of requests, as they are read.
pub struct Lines {
    source: Source,
    kind: JobKind,
}

enum Source {
    Text(TextLines),
    Table(TableLines),
}

impl Lines {
    /// Opens a file: CSV if its name ends so, and otherwise what it begins as.
    ///
    /// # Errors
    /// `invalid_input` if it cannot be read, or has an unknown column.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let failed = |error: std::io::Error| {
            let what = format!("cannot read {}: {error}", path.display());
            Error::invalid("file", what).caused_by(error)
        };
        let file = File::open(path).map_err(failed)?;
        if file.metadata().map_err(failed)?.is_dir() {
            let what = format!("{} is a folder", path.display());
            return Err(Error::invalid("file", what));
        }
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
        let format = match ending.as_deref().and_then(|ending| ending.to_str()) {
            Some("csv") => Some(Format::Csv),
            Some("jsonl" | "ndjson") => Some(Format::Jsonl),
            _ => None,
        };
        Self::read(BufReader::new(file), format)
    }

    /// Reads requests as they come; the format is what they begin as if it is not given.
    ///
    /// # Errors
    /// `invalid_input` if nothing can be read, or there is an unknown column.
    pub fn read(mut reader: impl BufRead + Send + 'static, format: Option<Format>) -> Result<Self> {
        let format = match format {
            Some(format) => format,
            None => text::format_of(&mut reader)?,
        };
        let reader: Box<dyn BufRead + Send> = Box::new(reader);
        Ok(Self {
            source: match format {
                Format::Jsonl => Source::Text(TextLines::new(reader)),
                Format::Csv => Source::Table(TableLines::new(reader)?),
            },
            kind: JobKind::Video,
        })
    }

    /// Takes lines that do not say what they make, with `kind`, for this. Default: videos.
    #[must_use]
    pub fn making(mut self, kind: JobKind) -> Self {
        self.kind = kind;
        self
    }
}

impl Iterator for Lines {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let (number, fields) = match &mut self.source {
            Source::Text(lines) => lines.next()?,
            Source::Table(lines) => lines.next()?,
        };
        Some(Line::of(number, fields, self.kind))
    }
}

impl Line {
    /// The line with these fields, which makes `kind` if it does not say.
    pub(crate) fn of(number: u64, fields: Result<Value>, kind: JobKind) -> Self {
        let request = fields.and_then(|fields| match fields {
            Value::Object(fields) => object::request(fields, kind),
            _ => Err(Error::invalid(
                "request",
                "must be a JSON object, as in {\"prompt\": \"a cat\"}",
            )),
        });
        Self { number, request }
    }

    /// The same line, refused if the client's server cannot make it. It holds up its thread
    /// while it looks at the files of the request.
    #[must_use]
    pub fn checked(mut self, client: &Client) -> Self {
        self.request = self.request.and_then(|request| {
            block_on(request.creation.check(client))?;
            Ok(request)
        });
        self
    }
}

impl From<Request> for Line {
    fn from(request: Request) -> Self {
        Self {
            number: 0,
            request: Ok(request),
        }
    }
}

impl From<VideoRequest> for Line {
    fn from(request: VideoRequest) -> Self {
        Request::from(request).into()
    }
}

impl From<ImageRequest> for Line {
    fn from(request: ImageRequest) -> Self {
        Request::from(request).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::creation::Creation;
    use std::io::Cursor;

    fn lines(text: &str) -> Vec<Line> {
        let reader = Cursor::new(text.to_owned().into_bytes());
        Lines::read(reader, None).unwrap().collect()
    }

    fn video(line: &Line) -> &VideoRequest {
        match &line.request.as_ref().unwrap().creation {
            Creation::Video(request) => request,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn json_lines_are_requests_with_a_name_and_a_place() {
        let read = lines(
            "\u{feff}{\"prompt\": \"a cat\", \"duration\": 8, \"custom_id\": \"one\", \"output\": \"a/cat.mp4\"}\r\n\n\
             {\"prompt\": \"a dog\", \"kind\": \"image\", \"custom_id\": 2}",
        );
        assert_eq!([read[0].number, read[1].number], [1, 3]);
        assert_eq!(video(&read[0]).duration, Some(8));
        let first = read[0].request.as_ref().unwrap();
        assert_eq!(first.custom_id.as_deref(), Some("one"));
        assert_eq!(first.output.as_deref(), Some("a/cat.mp4"));
        let second = read[1].request.as_ref().unwrap();
        assert_eq!(second.creation.kind(), JobKind::Image);
        assert_eq!(second.custom_id.as_deref(), Some("2"));
    }

    #[test]
    fn each_bad_line_says_its_field_and_hides_no_other() {
        let read = lines(
            "{\"prompt\": \"a cat\"}\n{\"promt\": \"a cat\"}\n{\"prompt\": \n[1]\n{\"prompt\": \" \"}\n\
             {\"prompt\": \"a\", \"duration\": \"long\"}\n{\"prompt\": \"a\", \"output\": \"../a.mp4\"}\n\
             {\"prompt\": \"a\", \"output\": \"/a.mp4\"}\n{\"prompt\": \"a\", \"kind\": \"song\"}\n\
             {\"prompt\": \"a\", \"references\": [\"gone.png\"]}\n{\"prompt\": \"a\", \"custom_id\": \"\"}\n\
             {\"prompt\": \"last\"}",
        );
        let fields = [
            "promt",
            "line",
            "request",
            "prompt",
            "duration",
            "output",
            "output",
            "kind",
            "references",
            "custom_id",
        ];
        let errors: Vec<_> = read[1..11]
            .iter()
            .map(|line| line.request.as_ref().unwrap_err())
            .collect();
        for (error, field) in errors.iter().zip(fields) {
            assert_eq!(error.field(), Some(field), "{error}");
        }
        assert_eq!(video(&read[11]).prompt, "last");
    }

    #[test]
    fn csv_has_names_in_its_first_line() {
        let read = lines(
            "custom_id,prompt,duration,storyboard,references,extra.seed,metadata.note\n\
             one,\"a cat,\nin the snow\",8,,https://a.example/cat.png,7,true story\n\
             two,1984,,\"[{\"\"duration\"\": 4, \"\"scene\"\": \"\"a cat\"\"}]\",,,\n\
             three,a dog,8,,,,,too many\n",
        );
        assert_eq!([read[0].number, read[1].number, read[2].number], [2, 4, 5]);
        let first = video(&read[0]);
        assert_eq!(first.prompt, "a cat,\nin the snow");
        assert_eq!(first.duration, Some(8));
        assert_eq!(first.references.len(), 1);
        assert_eq!(first.extra["seed"], 7);
        assert_eq!(first.metadata["note"], "true story");
        let second = video(&read[1]);
        assert_eq!((second.prompt.as_str(), second.duration), ("1984", None));
        assert_eq!(second.storyboard.len(), 1);
        assert!(second.extra.is_empty());
        assert!(read[2].request.is_err());
    }

    #[test]
    fn an_unknown_column_is_refused_with_the_nearest_one() {
        let reader = Cursor::new(b"promt,duration\na cat,8\n".to_vec());
        let error = Lines::read(reader, Some(Format::Csv)).err().unwrap();
        assert_eq!(error.field(), Some("promt"));
        assert!(error.to_string().contains("`prompt`"), "{error}");
    }

    #[test]
    fn openai_s_batch_lines_are_taken_as_they_are() {
        let read = lines(
            r#"{"custom_id": "one", "method": "POST", "url": "/v1/videos", "body": {"model": "sora-2", "prompt": "a cat", "seconds": "8", "size": "1280x720", "input_reference": {"image_url": "https://a.example/cat.png"}, "seed": 7}}
{"custom_id": "two", "url": "/v1/images/generations", "body": {"prompt": "a cat", "quality": "high", "n": 2}}
{"custom_id": "three", "url": "/v1/chat/completions", "body": {"prompt": "a cat"}}
{"custom_id": "four", "method": "GET", "url": "/v1/videos", "body": {"prompt": "a cat"}}
{"custom_id": "five", "url": "/v1/videos/video_1/remix", "body": {"prompt": "at night"}}"#,
        );
        let first = video(&read[0]);
        assert_eq!(first.model.as_deref(), Some("sora-2"));
        assert_eq!(first.duration, Some(8));
        assert_eq!(first.references.len(), 1);
        assert_eq!(first.extra["seed"], 7);
        let Creation::Image(second) = &read[1].request.as_ref().unwrap().creation else {
            panic!("an image");
        };
        assert_eq!(
            (second.n, &second.extra["quality"]),
            (Some(2), &Value::from("high"))
        );
        assert_eq!(read[2].request.as_ref().unwrap_err().field(), Some("url"));
        assert_eq!(
            read[3].request.as_ref().unwrap_err().field(),
            Some("method")
        );
        assert_eq!(video(&read[4]).remix.as_deref(), Some("video_1"));
    }
}
