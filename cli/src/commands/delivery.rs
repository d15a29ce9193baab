//! Waiting for a job and fetching its video: what `video` and `resume` share.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use sorakit::text::shell;
use sorakit::{Client, Download, Error, ErrorKind, Job, JobStatus};

use crate::journal::Journal;
use crate::outcome::{Outcome, Report, Session};
use crate::output::{FileKind, Output, free};
use crate::paths::quoted;
use crate::progress::Progress;

pub struct Delivery<'a> {
    pub session: &'a Session,
    pub client: &'a Client,
    pub journal: Option<&'a Journal>,
    pub progress: &'a Progress,
    pub deadline: Option<Duration>,
}

impl Delivery<'_> {
    /// Waits until the job is done, and downloads its video to `output`.
    pub async fn deliver(&self, job: &Job, output: &Output) -> Outcome {
        let videos = self.client.videos();
        self.progress.stage("waiting");
        let waiting = self.progress.waiting(self.deadline);
        let done = match videos.wait_with(job, waiting).await {
            Ok(done) => done,
            Err(error) => {
                if let Some(status) = self.failed(job, error.kind()) {
                    self.note(job, status);
                }
                return Err(error.into());
            }
        };
        self.write(&done, |_| ());
        self.session.is_done();
        self.progress.stage("downloading");
        let options = self.progress.downloading();
        let Some(path) = output.file(&done.id, FileKind::VIDEO) else {
            let writer = output.writer().expect("it has no file")?;
            let written = videos.write_to(&done, writer, options).await?;
            self.write(&done, |entry| entry.downloaded = true);
            let bytes = written.bytes;
            let place = match output {
                Output::Pipe { path, .. } => path.display().to_string(),
                _ => "the standard output".to_owned(),
            };
            self.session.note(&format!("{bytes} bytes to {place}"));
            self.note_rest(done.videos.len(), job);
            return Ok(Report::nothing());
        };
        let (mut lines, mut files) = (Vec::new(), Vec::new());
        let mut first: Option<PathBuf> = None;
        for index in 0..done.videos.len().max(1) {
            let place = output.number(&path, index);
            let options = options.clone();
            let download = videos
                .download_output(&done, index, &place, options)
                .await?;
            first.get_or_insert(place);
            let (line, file) = file_facts(&download);
            lines.push(line);
            files.push(file);
        }
        self.write(&done, |entry| {
            entry.downloaded = true;
            if let Some(path) = first {
                entry.output = std::path::absolute(&path).unwrap_or(path);
            }
        });
        lines.extend(adjusted(&done));
        let mut facts = json!({ "job": done, "file": files[0] });
        if files.len() > 1 {
            facts["files"] = files.into();
        }
        Ok(Report::of(lines.join("\n"), facts))
    }

    /// Waits until the images are there, and downloads all of them.
    pub async fn deliver_images(&self, job: &Job, output: &Output) -> Outcome {
        let images = self.client.images();
        let done = match job.status {
            JobStatus::Succeeded => job.clone(),
            _ => {
                self.progress.stage("waiting");
                let waiting = self.progress.waiting(self.deadline);
                let done = images.wait_with(job, waiting).await;
                done.inspect_err(|error| {
                    self.failed(job, error.kind());
                })?
            }
        };
        self.write(&done, |_| ());
        self.session.is_done();
        self.progress.stage("downloading");
        if let Some(writer) = output.writer() {
            let mut writer = writer?;
            let mut image = images.open(&done, 0).await?;
            while let Some(bytes) = image.chunk().await? {
                writer.write_all(&bytes)?;
            }
            writer.flush()?;
            self.write(&done, |entry| entry.downloaded = true);
            self.note_rest(done.images.len(), job);
            return Ok(Report::nothing());
        }
        let (mut lines, mut files) = (Vec::new(), Vec::new());
        let mut first: Option<PathBuf> = None;
        for index in 0..done.images.len().max(1) {
            // Further ones are numbered after the first.
            let place = match (&first, output.is_numbered()) {
                (Some(first), false) => Some(free(first)),
                (_, false) => output.file(&done.id, FileKind::IMAGE),
                (_, true) => output
                    .file(&done.id, FileKind::IMAGE)
                    .map(|path| output.number(&path, index)),
            };
            let Some(place) = place else { break };
            let options = self.progress.downloading();
            let mut image = images.download_with(&done, index, &place, options).await?;
            if !matches!(output, Output::Named { .. }) {
                image.path = with_ending(&place, image.media_type.extension())?;
            }
            first.get_or_insert_with(|| image.path.clone());
            let (line, file) = file_facts(&image);
            lines.push(line);
            files.push(file);
        }
        self.write(&done, |entry| {
            entry.downloaded = true;
            if let Some(path) = first {
                entry.output = std::path::absolute(&path).unwrap_or(path);
            }
        });
        Ok(Report::of(
            lines.join("\n"),
            json!({ "job": done, "files": files }),
        ))
    }

    /// How a job has failed, of which this kind of error came. It may have failed for a
    /// reason of any kind, such as a quota of the server's own.
    fn failed(&self, job: &Job, kind: ErrorKind) -> Option<JobStatus> {
        use JobStatus::{Cancelled, Failed};
        let status = match (self.progress.ended().unwrap_or(job.status), kind) {
            (ended @ (Failed | Cancelled), _) => ended,
            (_, ErrorKind::ContentPolicy | ErrorKind::GenerationFailed) => Failed,
            (_, ErrorKind::Cancelled) => Cancelled,
            _ => return None,
        };
        self.session.has_failed();
        Some(status)
    }

    /// Says that what is written as it comes has room for the first of several alone.
    fn note_rest(&self, count: usize, job: &Job) {
        if count > 1 {
            let id = shell(&job.id);
            self.session.note(&format!(
                "That was the first of {count}. `sorakit resume {id} -o FILE` fetches all."
            ));
        }
    }

    fn note(&self, job: &Job, status: JobStatus) {
        let mut job = job.clone();
        job.status = status;
        self.write(&job, |_| ());
    }

    /// Writes down how the job stands. The video matters more than the list, so
    /// that a list which cannot be written is only mentioned.
    fn write(&self, job: &Job, change: impl FnOnce(&mut crate::journal::Entry)) {
        let Some(journal) = self.journal else { return };
        let written = journal.update(&job.id, self.client.base_url(), |entry| {
            entry.see(job);
            change(entry);
        });
        if let Err(error) = written {
            self.session.screen().warn(&error.to_string());
        }
    }
}

/// What was asked for, where a server made something else in silence.
fn adjusted(job: &Job) -> Option<String> {
    let (requested, made) = (job.requested.as_ref()?, job.video.as_ref()?);
    let mut other = Vec::new();
    let mut tell = |asked: Option<String>, made: Option<String>, what: &str| {
        if let (Some(asked), Some(made)) = (asked, made)
            && asked != made
        {
            other.push(format!("{what} {made}, not {asked}"));
        }
    };
    let size = made.width.zip(made.height);
    let size = size.map(|(width, height)| format!("{width}x{height}"));
    let asked = requested.size.clone().filter(|size| size.contains('x'));
    tell(asked, size, "size");
    let text = |number: f64| number.to_string();
    tell(
        requested.duration.map(text),
        made.duration.map(text),
        "seconds",
    );
    tell(
        requested.fps.map(text),
        made.fps.map(text),
        "frames a second",
    );
    let count = |count: u32| count.to_string();
    tell(
        requested.frames.map(count),
        made.frames.map(count),
        "frames",
    );
    let videos = u32::try_from(job.videos.len()).ok();
    tell(requested.n.map(count), videos.map(count), "videos");
    (!other.is_empty()).then(|| {
        format!(
            "The server made other than was asked for: {}.",
            other.join("; ")
        )
    })
}

/// Gives a file the ending of what it turned out to be.
fn with_ending(path: &Path, ending: &str) -> Result<PathBuf, Error> {
    let right = path.with_extension(ending);
    if right == path {
        return Ok(right);
    }
    let right = free(&right);
    std::fs::rename(path, &right)
        .map_err(|error| Error::new(ErrorKind::Storage, error.to_string()))?;
    Ok(right)
}

/// The command that goes on with a job.
pub fn resume_command(id: &str, output: &Output) -> String {
    let place = match output {
        Output::Named { path, .. } | Output::Pipe { path, .. } => {
            format!(" -o {}", quoted(path))
        }
        Output::Standard => " -o -".into(),
        Output::Folder(folder) => format!(" -o {}", quoted(folder)),
        Output::Default(_) => String::new(),
    };
    // An id that looks like an option is none.
    let is_option = id.starts_with('-');
    let id = shell(id);
    match is_option {
        true => format!("sorakit resume{place} -- {id}"),
        false => format!("sorakit resume {id}{place}"),
    }
}

/// What is said of a file, and what scripts get.
pub fn file_facts(download: &Download) -> (String, Value) {
    let mut file = json!({
        "path": download.path.to_string_lossy(),
        "bytes": download.bytes,
        "media_type": download.media_type,
    });
    if download.path.to_str().is_none() {
        file["path_bytes"] = json!(download.path.as_os_str().as_encoded_bytes());
    }
    let mut facts = format!("{} bytes", download.bytes);
    if let Some(video) = &download.video {
        let seconds = video.duration.as_secs_f64();
        file["duration"] = json!(seconds);
        file["width"] = json!(video.width);
        file["height"] = json!(video.height);
        facts = format!(
            "{seconds:.1} s, {} x {} pixels, {facts}",
            video.width, video.height
        );
    }
    (format!("{}: {facts}", download.path.display()), file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_can_be_pasted() {
        let named = |path: &str| Output::Named {
            path: path.into(),
            overwrite: false,
        };
        let command = resume_command("video_a:b", &named("it's a cat.mp4"));
        assert_eq!(command, r"sorakit resume video_a:b -o 'it'\''s a cat.mp4'");
        let command = resume_command("-r\u{1b}", &named("cat.mp4"));
        assert_eq!(command, r"sorakit resume -o cat.mp4 -- $'-r\x1b'");
        let command = resume_command("-rf", &Output::Default(None));
        assert_eq!(command, "sorakit resume -- -rf");
    }
}
