//! Videos, on every dialect.

use futures_util::Stream;

use super::requested;
use super::wait::WaitOptions;
use super::watch::{Watch, look_at, wait_for};
use crate::api::Timestamp;
use crate::client::Client;
use crate::model::{
    Error, ErrorKind, Feature, Job, JobKind, Page, PageRequest, Result, VideoRequest,
};
use crate::policy::find::{self, Found, Sent};

/// The most pages that are searched for a job after the first, when its creation's answer
/// was lost.
const FURTHER_BACK: usize = 19;

/// Creates, watches and downloads videos; see [`Client::videos`].
#[derive(Clone)]
pub struct Videos {
    pub(super) client: Client,
}

impl Client {
    /// Videos, on whichever dialect the server speaks.
    pub fn videos(&self) -> Videos {
        Videos {
            client: self.clone(),
        }
    }
}

impl Videos {
    /// Begins a video, and returns as soon as the server has taken it. Images that it
    /// starts from are uploaded first.
    ///
    /// The request is sent once: if it is unknown whether the server took it, the error's
    /// kind is `outcome_unknown`.
    pub async fn create(&self, mut request: VideoRequest) -> Result<Job> {
        let by_proportions = request.aspect_ratio.is_some();
        let asked = async {
            self.client.find_out().await?;
            check(&self.client, &request)?;
            settle(&mut request)?;
            let requested = requested::of(&request);
            let adapter = self.client.adapter();
            let mut job = adapter.create(&self.client, request).await?;
            let now = self.client.monotonic();
            self.client.kept().made.note(&mut job, now);
            self.client.claim(&mut job);
            job.requested = requested;
            Ok(job)
        };
        asked.await.map_err(|error: Error| {
            // The relays' field for an orientation.
            let error = match error.field() == Some("aspect_ratio") && by_proportions {
                true => error,
                false => error.naming_options(),
            };
            self.look_first(error).on("videos.create")
        })
    }

    /// Refuses what [`create`](Self::create) refuses by itself, and sends nothing of the
    /// request: an empty prompt, options that the server lacks, lengths, sizes and models that
    /// its dialect does not know, files that are not there or are something else. A server
    /// whose dialect is not known yet is asked for it first. References behind an address are
    /// not fetched.
    ///
    /// # Errors
    /// `invalid_input` or `unsupported`, naming the field.
    #[cfg(not(target_family = "wasm"))]
    pub async fn check(&self, request: &VideoRequest) -> Result<()> {
        self.client.find_out().await?;
        let (client, rehearsal) = self.client.rehearsing();
        let created = Self { client }.create(request.clone()).await;
        rehearsal.refusal(created)
    }

    /// Adds how to look for a job whose answer was lost, where the account's jobs can be listed.
    fn look_first(&self, error: Error) -> Error {
        let lists = self.client.offers(Feature::ListVideos);
        let is_open = error.kind() == ErrorKind::OutcomeUnknown && error.job_id().is_none();
        match lists && is_open {
            true => error.with_hint(
                "It may have been accepted: `videos.find` with the same request looks for it \
                 among the account's newest jobs, before you send it again.",
            ),
            false => error,
        }
    }

    /// Looks for the job of a creation whose answer was lost, after the error
    /// `outcome_unknown`: compares the newest jobs of the account, at most 1,000, with the request
    /// by prompt, model, size and length, and with `since`, the time the request was sent; 0 if
    /// that is not known.
    /// `None` when it is not among them; it may still appear. Jobs that this client got an
    /// answer for belong to other requests and never match.
    ///
    /// ```no_run
    /// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
    /// use sorakit::api::Timestamp;
    /// use sorakit::{ErrorKind, VideoRequest};
    ///
    /// let request = VideoRequest::new("a cat in the snow");
    /// let since = Timestamp::from(std::time::SystemTime::now());
    /// let job = match client.videos().create(request.clone()).await {
    ///     Err(error) if error.kind() == ErrorKind::OutcomeUnknown => {
    ///         client.videos().find(&request, since).await?.ok_or(error)?
    ///     }
    ///     created => created?,
    /// };
    /// # let _ = job;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `unsupported` on dialects without a list of jobs; `outcome_unknown`, naming them,
    /// when several jobs match, or the server shows no prompts or times to compare, or may be
    /// behind our clock; `unexpected_response` when it answers without a list.
    pub async fn find(&self, request: &VideoRequest, since: Timestamp) -> Result<Option<Job>> {
        self.find_besides(request, since, &[]).await
    }

    /// Like [`find`](Self::find), for callers that keep a list of jobs: `known` are the ids
    /// of jobs that other requests made.
    pub async fn find_besides(
        &self,
        request: &VideoRequest,
        since: Timestamp,
        known: &[String],
    ) -> Result<Option<Job>> {
        let asked = async {
            self.client.require(Feature::ListVideos).await?;
            let adapter = self.client.adapter();
            // Tells the server's time, too.
            let newest = adapter.newest(&self.client, None).await?;
            let ahead = self.client.clock_offset();
            let sent = Sent {
                at: match since.as_millis() {
                    // It is not known when the request was sent.
                    0 => since,
                    millis => {
                        Timestamp::from_millis(millis.saturating_add(ahead.unwrap_or_default()))
                    }
                },
                by_server: ahead.is_some(),
            };
            let newest = self.back_to(sent, newest).await?;
            let made = &self.client.kept().made;
            let is_known = |id: &str| made.holds(id) || known.iter().any(|known| known == id);
            match find::made_by(request, sent, &newest, is_known) {
                Found::Nothing => Ok(None),
                Found::One(job) => {
                    let mut job = job.clone();
                    self.client.claim(&mut job);
                    job.requested = requested::of(request);
                    Ok(Some(job))
                }
                Found::Unclear(jobs) => Err(unclear(&jobs)),
            }
        };
        asked.await.map_err(|error: Error| error.on("videos.find"))
    }

    /// Adds the pages that follow, up to the first job that is older than the request.
    async fn back_to(&self, sent: Sent, newest: Page<Job>) -> Result<Vec<Job>> {
        let adapter = self.client.adapter();
        let Page {
            mut items,
            mut next,
        } = newest;
        for _ in 0..FURTHER_BACK {
            let is_reached = items.last().is_none_or(|last| sent.is_after(last));
            let Some(cursor) = next.filter(|_| !is_reached) else {
                break;
            };
            let page = adapter.newest(&self.client, Some(cursor)).await?;
            if page.items.is_empty() {
                break;
            }
            items.extend(page.items);
            next = page.next;
        }
        Ok(items)
    }

    /// Begins a new version of a video.
    pub async fn remix(&self, id: &str, mut request: VideoRequest) -> Result<Job> {
        request.remix = Some(id.to_owned());
        self.create(request).await
    }

    /// Returns a page of the account's videos, newest first.
    pub async fn list(&self, page: PageRequest) -> Result<Page<Job>> {
        let asked = async {
            self.client.require(Feature::ListVideos).await?;
            let adapter = self.client.adapter();
            let mut page = adapter.list(&self.client, page).await?;
            for job in &mut page.items {
                self.client.claim(job);
            }
            Ok(page)
        };
        asked.await.map_err(|error: Error| error.on("videos.list"))
    }

    /// Deletes a video.
    pub async fn delete(&self, id: &str) -> Result<()> {
        let asked = async {
            self.client.require(Feature::DeleteVideo).await?;
            let adapter = self.client.adapter();
            adapter.delete(&self.client, id).await
        };
        asked
            .await
            .map_err(|error| error.on("videos.delete").with_job(id))
    }

    /// Stops a video that is being made, and forgets it. Most servers cannot: there,
    /// deleting a video only forgets it, and it is made to its end all the same.
    ///
    /// # Errors
    /// `unsupported` where the server cannot stop it; `conflict` when it has ended already,
    /// and then nothing is deleted, or has not stopped in time: call it again.
    pub async fn cancel(&self, id: &str) -> Result<()> {
        let asked = async {
            let can = self.client.require(Feature::CancelVideo).await;
            can.map_err(|error| match self.client.offers(Feature::DeleteVideo) {
                true => error.with_hint(
                    "`videos.delete` only forgets a video here: it is made to its end all the \
                     same.",
                ),
                false => error,
            })?;
            let adapter = self.client.adapter();
            adapter.cancel(&self.client, id).await
        };
        asked
            .await
            .map_err(|error: Error| error.on("videos.cancel").with_job(id))
    }

    /// Returns a job's current state, by its id.
    pub async fn get(&self, id: &str) -> Result<Job> {
        let asked = look_at(&self.client, &self.resume(id)).await;
        asked.map_err(|error| error.on("videos.get").with_job(id))
    }

    /// Returns the job with this id, to wait for or download in any process.
    pub fn resume(&self, id: impl Into<String>) -> Job {
        Job::new(id, self.client.dialect(), JobKind::Video)
    }

    /// Waits until a job has succeeded.
    ///
    /// # Errors
    /// `content_policy` or `generation_failed` when the job fails so, `timeout` at the
    /// deadline, `outcome_unknown` when the job cannot be found. Each holds the job's id,
    /// by which it can be resumed.
    pub async fn wait(&self, job: &Job) -> Result<Job> {
        self.wait_with(job, WaitOptions::default()).await
    }

    /// Waits with a deadline of its own, and reports every poll.
    pub async fn wait_with(&self, job: &Job, options: WaitOptions) -> Result<Job> {
        let limit = options
            .deadline
            .unwrap_or(self.client.spoken().poll.deadline);
        let waited = async {
            options.check()?;
            wait_for(&self.client, job, limit, options.on_progress.as_deref()).await
        };
        waited
            .await
            .map_err(|error| error.on("videos.wait").with_job(&job.id))
    }

    /// Yields the job as each poll sees it, until it has ended, well or not.
    pub fn watch(&self, job: &Job) -> impl Stream<Item = Result<Job>> + use<> {
        let deadline = self.client.spoken().poll.deadline;
        let watch = Watch::new(&self.client, job.clone(), deadline);
        futures_util::stream::unfold(Some(watch), |watch| async {
            let mut watch = watch?;
            let seen = watch.next().await.map_err(|error| error.on("videos.watch"));
            let go_on = matches!(&seen, Ok(job) if !job.is_ended());
            Some((seen, go_on.then_some(watch)))
        })
    }

    /// Creates a video and waits until it is done.
    pub async fn generate(&self, request: VideoRequest) -> Result<Job> {
        // Boxed, here and below: a request is large, and each future would hold it again.
        Box::pin(self.generate_with(request, WaitOptions::default())).await
    }

    /// Creates a video and waits for it with a deadline of its own, which also limits the
    /// creation on servers that answer it with the finished video.
    ///
    /// # Errors
    /// Those of [`create`](Self::create) and [`wait`](Self::wait). Every error after the
    /// creation holds the job's id.
    pub async fn generate_with(&self, request: VideoRequest, options: WaitOptions) -> Result<Job> {
        options
            .check()
            .map_err(|error| error.on("videos.generate"))?;
        let client = self.client.clone().with_deadline(options.deadline);
        let job = Box::pin(Self { client }.create(request)).await?;
        Box::pin(self.wait_with(&job, options)).await
    }
}

/// The error of a request that several jobs match.
fn unclear(jobs: &[&Job]) -> Error {
    let ids: Vec<&str> = jobs.iter().take(5).map(|job| job.id.as_str()).collect();
    let more = if jobs.len() > ids.len() { ", …" } else { "" };
    let what = match jobs.len() {
        1 => "this job may be it, but the server does not show its prompt, or not when it was made",
        _ => "several jobs may be it, and nothing tells which",
    };
    Error::new(
        ErrorKind::OutcomeUnknown,
        format!("{what}: {}{more}", ids.join(", ")),
    )
    .with_hint("Look at them, and resume the one that is meant by its id.")
}

/// Brings the images, videos and sounds of a request into the form that servers know.
fn settle(request: &mut VideoRequest) -> Result<()> {
    let one = [
        ("last_frame", &mut request.last_frame),
        ("character_url", &mut request.character_url),
    ];
    for (field, reference) in one {
        reference
            .as_mut()
            .map_or(Ok(()), |given| given.settle(field))?;
    }
    let several = [
        ("references", &mut request.references),
        ("video_references", &mut request.video_references),
        ("audio_references", &mut request.audio_references),
    ];
    for (field, references) in several {
        references
            .iter_mut()
            .try_for_each(|given| given.settle(field))?;
    }
    Ok(())
}

/// Refuses what no dialect takes, and options that this server lacks.
fn check(client: &Client, request: &VideoRequest) -> Result<()> {
    let VideoRequest {
        prompt,
        model: _,
        duration,
        orientation,
        size,
        quality,
        style,
        references,
        storyboard,
        remix,
        characters,
        watermark,
        private,
        n,
        title,
        cameo_replacements,
        audio_caption,
        audio_transcript,
        video_caption,
        metadata,
        character_url,
        character_timestamps,
        character_from_task,
        character_create,
        seed,
        negative_prompt,
        steps,
        guidance,
        fps,
        frames,
        aspect_ratio,
        last_frame,
        video_references,
        audio_references,
        audio,
        enhance,
        extra: _,
    } = request;
    if prompt.trim().is_empty() && storyboard.is_empty() {
        return Err(Error::invalid("prompt", "must not be empty"));
    }
    request.check_extra()?;
    let is_known = client.detected().is_some();
    for (given, feature) in [
        (duration.is_some(), Feature::Duration),
        (orientation.is_some(), Feature::Orientation),
        (size.is_some(), Feature::Size),
        (quality.is_some(), Feature::Quality),
        (style.is_some(), Feature::Style),
        (!references.is_empty(), Feature::References),
        (!storyboard.is_empty(), Feature::Storyboard),
        (remix.is_some(), Feature::Remix),
        (!characters.is_empty(), Feature::Characters),
        (watermark.is_some(), Feature::Watermark),
        (private.is_some(), Feature::Private),
        (n.is_some_and(|n| n != 1), Feature::Variants),
        (title.is_some(), Feature::Title),
        (!cameo_replacements.is_empty(), Feature::CameoReplacements),
        (audio_caption.is_some(), Feature::AudioCaption),
        (audio_transcript.is_some(), Feature::AudioTranscript),
        (video_caption.is_some(), Feature::VideoCaption),
        (!metadata.is_empty(), Feature::Metadata),
        (character_url.is_some(), Feature::CharacterUrl),
        (character_timestamps.is_some(), Feature::CharacterTimestamps),
        (character_from_task.is_some(), Feature::CharacterFromTask),
        (character_create.is_some(), Feature::CharacterCreate),
        (seed.is_some(), Feature::Seed),
        (negative_prompt.is_some(), Feature::NegativePrompt),
        (steps.is_some(), Feature::Steps),
        (guidance.is_some(), Feature::Guidance),
        (fps.is_some(), Feature::Fps),
        (frames.is_some(), Feature::Frames),
        (aspect_ratio.is_some(), Feature::AspectRatio),
        (last_frame.is_some(), Feature::LastFrame),
        (!video_references.is_empty(), Feature::VideoReferences),
        (!audio_references.is_empty(), Feature::AudioReferences),
        (audio.is_some(), Feature::Audio),
        (enhance.is_some(), Feature::Enhance),
    ] {
        if given && is_known {
            client.must_offer(feature)?;
        }
    }
    if frames.is_some() && duration.is_some() {
        let what = "says the length too: leave `duration` or `frames` out";
        return Err(Error::invalid("frames", what));
    }
    // No server makes anything of these.
    for (option, number) in [
        ("steps", steps.map(f64::from)),
        ("frames", frames.map(f64::from)),
        ("fps", *fps),
    ] {
        if number.is_some_and(|number| !(number > 0.0 && number.is_finite())) {
            return Err(Error::invalid(option, "must be more than 0"));
        }
    }
    if guidance.is_some_and(|guidance| !guidance.is_finite()) {
        return Err(Error::invalid("guidance", "must be a number"));
    }
    Ok(())
}
