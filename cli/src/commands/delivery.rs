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
                use ErrorKind::{Cancelled, ContentPolicy, GenerationFailed};
                match error.kind() {
                    ContentPolicy | GenerationFailed => self.note(job, JobStatus::Failed),
                    Cancelled => self.note(job, JobStatus::Cancelled),
                    _ => {}
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
            return Ok(Report::nothing());
        };
        let download = videos.download_with(&done, &path, options).await?;
        self.write(&done, |entry| {
            entry.downloaded = true;
            entry.output = std::path::absolute(&path).unwrap_or_else(|_| path.clone());
        });
        let (text, file) = file_facts(&download);
        Ok(Report::of(text, json!({ "job": done, "file": file })))
    }

    /// Waits until the images are there, and downloads all of them.
    pub async fn deliver_images(&self, job: &Job, output: &Output) -> Outcome {
        let images = self.client.images();
        let done = match job.status {
            JobStatus::Succeeded => job.clone(),
            _ => {
                self.progress.stage("waiting");
                let waiting = self.progress.waiting(self.deadline);
                images.wait_with(job, waiting).await?
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
            return Ok(Report::nothing());
        }
        let (mut lines, mut files) = (Vec::new(), Vec::new());
        let mut first: Option<PathBuf> = None;
        for index in 0..done.images.len().max(1) {
            // Further ones are numbered after the first.
            let place = match &first {
                Some(first) => Some(free(first)),
                None => output.file(&done.id, FileKind::IMAGE),
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
