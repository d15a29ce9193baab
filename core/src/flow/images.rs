//! Images, on every dialect that makes them.

use super::wait::WaitOptions;
use super::watch::{look_at, wait_for};
use crate::client::Client;
use crate::model::{Error, Feature, ImageRequest, Job, JobKind, Result};

/// Makes images; see [`Client::images`].
#[derive(Clone)]
pub struct Images {
    pub(super) client: Client,
}

impl Client {
    /// Images.
    pub fn images(&self) -> Images {
        Images {
            client: self.clone(),
        }
    }
}

impl Images {
    /// Begins an image from a prompt, or from other images when `references` are given.
    /// Most gateways answer with the finished job; on the native backend
    /// [wait](Images::wait) for it.
    pub async fn create(&self, mut request: ImageRequest) -> Result<Job> {
        let asked = async {
            self.client.find_out().await?;
            check(&self.client, &request)?;
            for reference in &mut request.references {
                reference.settle("references")?;
            }
            let adapter = self.client.adapter();
            let mut job = adapter.create_images(&self.client, request).await?;
            self.client.claim(&mut job);
            Ok(job)
        };
        asked
            .await
            .map_err(|error: Error| error.naming_options().on("images.create"))
    }

    /// Refuses what [`create`](Self::create) refuses by itself, and sends nothing of the
    /// request; see [`Videos::check`](super::Videos::check).
    #[cfg(not(target_family = "wasm"))]
    pub async fn check(&self, request: &ImageRequest) -> Result<()> {
        self.client.find_out().await?;
        let (client, rehearsal) = self.client.rehearsing();
        let created = Self { client }.create(request.clone()).await;
        rehearsal.refusal(created)
    }

    /// Returns a job's current state, by its id, on a server that makes images in the
    /// background.
    pub async fn get(&self, id: &str) -> Result<Job> {
        let asked = async {
            self.client.require(Feature::GetImages).await?;
            look_at(&self.client, &self.resume(id)).await
        };
        asked
            .await
            .map_err(|error: Error| error.on("images.get").with_job(id))
    }

    /// Returns the job with this id.
    pub fn resume(&self, id: impl Into<String>) -> Job {
        Job::new(id, self.client.dialect(), JobKind::Image)
    }

    /// Waits until the images are done. The errors are those of
    /// [`Videos::wait`](super::Videos::wait).
    pub async fn wait(&self, job: &Job) -> Result<Job> {
        self.wait_with(job, WaitOptions::default()).await
    }

    /// Waits with a deadline of its own, and reports every poll.
    pub async fn wait_with(&self, job: &Job, options: WaitOptions) -> Result<Job> {
        let limit = options.deadline;
        let limit = limit.unwrap_or(self.client.spoken().poll.image_deadline);
        let waited = async {
            options.check()?;
            wait_for(&self.client, job, limit, options.on_progress.as_deref()).await
        };
        waited
            .await
            .map_err(|error| error.on("images.wait").with_job(&job.id))
    }

    /// Makes images from a prompt, and waits until they are done.
    pub async fn generate(&self, request: ImageRequest) -> Result<Job> {
        self.generate_with(request, WaitOptions::default()).await
    }

    /// Makes images and waits for them with a deadline of its own, which also limits the
    /// creation on servers that answer it with the finished images.
    pub async fn generate_with(&self, request: ImageRequest, options: WaitOptions) -> Result<Job> {
        options
            .check()
            .map_err(|error| error.on("images.generate"))?;
        let client = self.client.clone().with_deadline(options.deadline);
        let job = Self { client }.create(request).await?;
        self.wait_with(&job, options).await
    }

    /// Makes images from other images, and waits until they are done.
    pub async fn edit(&self, request: ImageRequest) -> Result<Job> {
        if request.references.is_empty() {
            return Err(
                Error::invalid("references", "give the images to start from").on("images.edit"),
            );
        }
        self.generate(request).await
    }
}

/// Refuses what no dialect takes, and images where the server makes none.
fn check(client: &Client, request: &ImageRequest) -> Result<()> {
    let feature = match request.references.is_empty() {
        true => Feature::GenerateImages,
        false => Feature::EditImages,
    };
    if client.detected().is_some() {
        client.must_offer(feature)?;
    }
    if request.prompt.trim().is_empty() {
        return Err(Error::invalid("prompt", "must not be empty"));
    }
    request.check_extra()
}
