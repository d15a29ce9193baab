//! Waiting for a job and fetching its video: what `video` and `resume` share.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use sorakit::text::shell;
use sorakit::{Client, Download, Job, JobStatus};

use crate::journal::Journal;
use crate::outcome::{Outcome, Report};
use crate::progress::Progress;

pub struct Delivery<'a> {
    pub client: &'a Client,
    pub journal: Option<&'a Journal>,
    pub progress: &'a Progress,
    pub deadline: Option<Duration>,
}

impl Delivery<'_> {
    /// Waits until the job is done, and downloads its video to `output`.
    pub async fn deliver(&self, job: &Job, output: &Path) -> Outcome {
        let videos = self.client.videos();
        self.progress.stage("waiting");
        let waiting = self.progress.waiting(self.deadline);
        let done = match videos.wait_with(job, waiting).await {
            Ok(done) => done,
            Err(error) => {
                use sorakit::ErrorKind::{Cancelled, ContentPolicy, GenerationFailed};
                match error.kind() {
                    ContentPolicy | GenerationFailed => self.note(job, JobStatus::Failed),
                    Cancelled => self.note(job, JobStatus::Cancelled),
                    _ => {}
                }
                return Err(error.into());
            }
        };
        self.write(&done, |_| ());
        self.progress.stage("downloading");
        let options = self.progress.downloading();
        let download = videos.download_with(&done, output, options).await?;
        self.write(&done, |entry| {
            entry.downloaded = true;
            entry.output = std::path::absolute(output).unwrap_or_else(|_| output.to_owned());
        });
        Ok(report(&done, &download))
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
            self.progress.note(&error.to_string());
        }
    }
}

/// The command that goes on with a job.
pub fn resume_command(id: &str, output: &Path) -> String {
    let output = shell(&output.to_string_lossy());
    match id.starts_with('-') {
        // It is no option, though it looks like one.
        true => format!("sorakit resume -o {output} -- {}", shell(id)),
        false => format!("sorakit resume {} -o {output}", shell(id)),
    }
}

fn report(job: &Job, download: &Download) -> Report {
    let mut file = json!({
        "path": download.path,
        "bytes": download.bytes,
        "media_type": download.media_type,
    });
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
    let job: Value = json!(job);
    Report {
        text: format!("{}: {facts}", download.path.display()),
        json: json!({ "job": job, "file": file }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_can_be_pasted() {
        let command = resume_command("video_a:b", Path::new("it's a cat.mp4"));
        assert_eq!(command, r"sorakit resume video_a:b -o 'it'\''s a cat.mp4'");
        let command = resume_command("-r\u{1b}", Path::new("cat.mp4"));
        assert_eq!(command, r"sorakit resume -o cat.mp4 -- $'-r\x1b'");
    }
}
