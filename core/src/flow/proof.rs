//! Jobs with an unknown state word: reporting it, and looking for their file.

use crate::client::Client;
use crate::client::media::MediaStream;
use crate::dialect::delivery::Delivery;
use crate::dialect::stated::stated_by_unfinished;
use crate::host::Spool;
use crate::media::MediaType;
use crate::model::text::shown;
use crate::model::{Event, Job, MediaLink};

/// Reports a state word that is not known.
pub(super) fn tell_unknown(client: &Client, job: &Job) {
    let status_word = job.status_word.clone().unwrap_or_default();
    let message = format!(
        "the job {} stands at the word \"{}\", which sorakit does not know, and at {:.0} %: it is \
         taken for running, and its file is looked for once a minute",
        shown(&job.id),
        shown(&status_word),
        job.progress
    );
    client.tell(Event::UnknownStatus {
        job_id: job.id.clone(),
        status_word,
        progress: job.progress,
    });
    client.tell(Event::Warning { message });
}

/// Looks once for the file of a job that is not known to be done: where its answer says,
/// and at the dialect's own endpoint. It counts when it passes the check of a download.
pub(super) async fn whole_file(client: &Client, job: &Job) -> Option<MediaLink> {
    if client.adapter().serves_unfinished(client) {
        return None;
    }
    let mut job = job.clone();
    if let Some(url) = stated_by_unfinished(client, &job) {
        job.video.get_or_insert_default().url = url;
    }
    let mut delivery = Delivery::of_one_that_may_be_done(client, &job);
    while delivery.has_more() {
        if let Some(stream) = delivery.open_here().await
            && let Some(found) = whole(stream).await
            && delivery.wants(found)
        {
            return Some(MediaLink {
                url: delivery.stated_address().unwrap_or_default(),
                ..MediaLink::default()
            });
        }
    }
    None
}

/// The media type of a stream that came to its end and is whole.
async fn whole(mut stream: MediaStream) -> Option<MediaType> {
    let mut spool = Spool::new().await.ok()?;
    let mut length = 0;
    while let Some(bytes) = stream.chunk().await.ok()? {
        length += bytes.len() as u64;
        spool.write(bytes).await.ok()?;
    }
    if stream.length.is_some_and(|stated| stated != length) {
        return None;
    }
    let (media_type, _) = spool.check().await.ok()?;
    Some(media_type)
}
