//! Publishing a video of the account's own, and what can be done with it then. Nothing is
//! published but by these calls.

use super::Videos;
use crate::model::{Error, Feature, Job, MediaLink, Result};

impl Videos {
    /// Publishes the video of a finished job, known by its task or its generation, with
    /// a text that may be empty. The answer is the published work as a job that is
    /// done: its id is the post's, `s_…`, and its video can be downloaded, without a
    /// watermark where the server offers that. For your own works only.
    ///
    /// # Errors
    /// `account_setup` when the account has no user name; `not_found` when the drafts
    /// hold no finished video of this job.
    pub async fn publish(&self, id: &str, text: impl Into<String>) -> Result<Job> {
        let text = text.into();
        let asked = async {
            self.client.require(Feature::PublishVideo).await?;
            let adapter = self.client.adapter();
            adapter.publish(&self.client, id, text).await
        };
        asked
            .await
            .map_err(|error: Error| error.on("videos.publish").with_job(id))
    }

    /// Takes a published work back: the post goes, the video stays in the drafts. What
    /// is gone already is no error.
    pub async fn unpublish(&self, id: &str) -> Result<()> {
        let asked = async {
            self.client.require(Feature::UnpublishVideo).await?;
            let adapter = self.client.adapter();
            adapter.unpublish(&self.client, id).await
        };
        asked
            .await
            .map_err(|error: Error| error.on("videos.unpublish").with_job(id))
    }

    /// The link of a published work, by its id or its page, from the link service that
    /// the options `links_url` and `links_token` name. The account's credential does
    /// not go there.
    pub async fn link(&self, id: &str) -> Result<MediaLink> {
        let asked = async {
            self.client.require(Feature::LinkVideo).await?;
            let adapter = self.client.adapter();
            adapter.link(&self.client, id).await
        };
        asked
            .await
            .map_err(|error: Error| error.on("videos.link").with_job(id))
    }
}
