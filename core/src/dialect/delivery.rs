//! The sources of a finished file: the address in the job, a fresh one, then the
//! dialect's own endpoint; and the patience with each. The same for every dialect, and
//! for streams and downloads alike.

use std::collections::VecDeque;
use std::time::Duration;

use super::adapter::Asked;
use super::stated::{address_of, check_index, is_data, stated_by_unfinished};
use crate::api::{embedded, take_embedded};
use crate::client::media::{MediaStream, out_of_time};
use crate::client::open::{Hope, Named, NamedBy, Opened, Unopened};
use crate::client::{ByteRange, Client};
use crate::media::{MediaType, NotMedia, SNIFF_BYTES};
use crate::model::text::unsigned;
use crate::model::{Error, ErrorKind, Job, JobKind, JobStatus, Result};
use crate::policy::delivery::{self, Next, Patience, Standing};
use crate::policy::ended::{failure_of, keeps_no_jobs, looks_done, unknown_job};
use crate::policy::resume::Part;

/// One file on its way to the caller.
pub(crate) struct Delivery<'a> {
    client: &'a Client,
    file: File<'a>,
    /// The sources left to try in this round.
    sources: VecDeque<Source>,
    /// The address in use.
    address: Option<String>,
    /// The source of that address.
    source: Source,
    /// The addresses tried in this round.
    tried: Vec<String>,
    /// The most telling failure of this round, reported if no source is left.
    failure: Option<Unopened>,
    /// How often bytes came that were of no use in the end.
    wasted: u32,
    /// Set when waiting may help, by any failure of this round.
    may_pass: bool,
    standing: Standing,
    /// The time since which nothing has worked, by the client's monotonic clock.
    failing_since: Option<Duration>,
    deadline: Option<Duration>,
    /// True if the API itself has just refused the credential.
    is_refused: bool,
    /// The most bytes of the file that were there.
    best: u64,
    /// The file itself, out of the answer in which the job was looked at.
    held: Option<String>,
    /// The number of videos or images that the job was seen to have.
    outputs: usize,
}

/// The file to deliver.
#[derive(Clone, Copy)]
enum File<'a> {
    /// The video or image of a job with this number, from 0.
    Of { job: &'a Job, index: usize },
    /// The file at an address that the caller gave.
    At(&'a str),
    /// A picture at an address that the server gave; its host gets no credential.
    Picture(&'a str),
}

/// A source of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// The address in the caller's job, or the caller's address.
    Known,
    /// The address in the job's current state.
    Fresh,
    /// The dialect's own endpoint.
    Content,
}

/// The bytes that an attempt has to bring to count as progress, so that a server which
/// always breaks off after a few is not asked forever.
const PROGRESS: u64 = 64 << 10;

impl<'a> Delivery<'a> {
    /// Delivers the video or the image of a finished job with this number, from 0.
    pub(crate) fn of(client: &'a Client, job: &'a Job, index: usize) -> Self {
        Self::new(client, File::Of { job, index })
    }

    /// Delivers the file at an address that the caller gives.
    pub(crate) fn at(client: &'a Client, url: &'a str) -> Self {
        Self::new(client, File::At(url))
    }

    /// Delivers the file of a job that is not known to be done: from the address in its
    /// answer, and from the dialect's endpoint.
    pub(crate) fn of_one_that_may_be_done(client: &'a Client, job: &'a Job) -> Self {
        let mut delivery = Self::of(client, job, 0);
        delivery.sources = [Source::Known, Source::Content].into();
        delivery
    }

    /// True if a source is left to try.
    pub(crate) fn has_more(&self) -> bool {
        !self.sources.is_empty()
    }

    /// Opens the next source, without patience.
    pub(crate) async fn open_here(&mut self) -> Option<MediaStream> {
        self.address = None;
        match self.open(Part::default()).await {
            Ok(Opened::Stream(stream)) => Some(stream),
            Ok(Opened::IsWhole | Opened::Restart) | Err(_) => None,
        }
    }

    /// The address in use, if the job states it itself.
    pub(crate) fn stated_address(&self) -> Option<String> {
        let known = self.known();
        self.address.clone().filter(|now| known == Some(now))
    }

    /// Delivers the picture at an address that the server gives.
    pub(crate) fn picture(client: &'a Client, url: &'a str) -> Self {
        Self::new(client, File::Picture(url))
    }

    fn new(client: &'a Client, file: File<'a>) -> Self {
        let limit = client.inner.total_timeout;
        let mut delivery = Self {
            client,
            file,
            sources: VecDeque::new(),
            address: None,
            source: Source::Known,
            tried: Vec::new(),
            failure: None,
            wasted: 0,
            may_pass: false,
            standing: Standing::default(),
            failing_since: None,
            deadline: limit.map(|limit| client.monotonic().saturating_add(limit)),
            is_refused: false,
            best: 0,
            held: None,
            outputs: match file {
                File::Of { job, .. } => job.videos.len(),
                File::At(_) | File::Picture(_) => 0,
            },
        };
        delivery.sources = match file {
            File::At(_) | File::Picture(_) => [Source::Known].into(),
            _ if delivery.inline().is_some() => [Source::Known].into(),
            // A job that is known to have ended well, and names no address, has none.
            File::Of { job, .. }
                if job.status == JobStatus::Succeeded && delivery.known().is_none() =>
            {
                [Source::Content, Source::Fresh].into()
            }
            File::Of { .. } => [Source::Known, Source::Fresh, Source::Content].into(),
        };
        delivery
    }

    /// The file's name in the notes of a download. An address goes without its query, which
    /// may be a signature.
    pub(crate) fn name(&self) -> String {
        match self.file {
            File::Of { job, index: 0 } => job.id.clone(),
            File::Of { job, index } => format!("{}#{index}", job.id),
            File::At(url) | File::Picture(url) => {
                url.split(['?', '#']).next().unwrap_or_default().to_owned()
            }
        }
    }

    /// The file itself, when the answer contains it or it is the caller's data URL: as base64
    /// or a data URL.
    pub(crate) fn inline(&self) -> Option<&'a str> {
        match (self.known(), self.file) {
            (Some(url), _) => Some(url).filter(|url| is_data(url)),
            (None, File::Of { job, index }) if job.kind == JobKind::Video => {
                embedded(&job.raw).get(index).copied()
            }
            (None, _) => None,
        }
    }

    /// Opens a range of the file as a stream.
    pub(crate) async fn stream(&mut self, range: ByteRange) -> Result<MediaStream> {
        let mut part = Part {
            length: range.start,
            skipped: true,
            ..Part::default()
        };
        loop {
            let unopened = match self.open(part).await {
                Ok(Opened::Stream(mut stream)) => {
                    stream.keep_to(range)?;
                    return Ok(stream);
                }
                // From its beginning: its length tells what was wrong with the range.
                Ok(Opened::IsWhole | Opened::Restart) if part.length > 0 => {
                    part = Part::default();
                    continue;
                }
                Ok(Opened::IsWhole | Opened::Restart) => unasked().into(),
                Err(unopened) => unopened,
            };
            self.recover(unopened).await?;
        }
    }

    /// Requests what follows `part`, from one source. A beginning is checked to be that
    /// of a file of the wanted kind.
    pub(crate) async fn open(&mut self, part: Part<'_>) -> Result<Opened, Unopened> {
        let address = self.next_address().await?;
        self.standing.begun = false;
        if is_data(&address) {
            let data = match self.held.take() {
                Some(held) => held,
                None => self.inline().map_or(address, ToOwned::to_owned),
            };
            return Ok(Opened::Stream(self.client.open_data_url(data)?));
        }
        let named = Named {
            url: &address,
            by: match self.file {
                File::At(_) => NamedBy::Caller,
                File::Of { .. } | File::Picture(_) => NamedBy::Server,
            },
            authorize: !matches!(self.file, File::Picture(_)),
        };
        let mut opened = match self.client.open_media(named, part).await {
            Ok(opened) => opened,
            Err(unopened) => return Err(self.known_to_be_missing(unopened)),
        };
        if let Opened::Stream(stream) = &mut opened {
            stream.end_by(self.deadline);
            if stream.start == 0 {
                let head = self.client.peek(stream, SNIFF_BYTES).await?;
                self.check_head(stream, &head)?;
                stream.found = MediaType::sniff(&head);
            }
            self.standing.begun = true;
            self.is_refused = false;
        }
        Ok(opened)
    }

    /// Records how much of the file is there.
    pub(crate) fn reached(&mut self, length: u64) {
        if length >= self.best.saturating_add(PROGRESS) {
            self.best = length;
            self.standing.retries = 0;
            self.standing.asked = Duration::ZERO;
            self.failing_since = None;
            self.wasted = 0;
        }
    }

    /// Recovers from a failure: waits, tries another source, or gives up with the error.
    pub(crate) async fn recover(&mut self, unopened: Unopened) -> Result<()> {
        let now = self.client.monotonic();
        if self.deadline.is_some_and(|deadline| now >= deadline) {
            return Err(out_of_time(self.client));
        }
        if unopened.hope == Hope::None {
            return Err(unopened.error);
        }
        self.may_pass |= unopened.hope == Hope::Passing;
        let since = *self.failing_since.get_or_insert(now);
        self.standing.failing_for = now
            .saturating_sub(since)
            .saturating_sub(self.standing.asked);
        self.standing.elsewhere = !self.sources.is_empty();
        let came = std::mem::take(&mut self.standing.begun);
        let begun = came && unopened.hope == Hope::Passing;
        self.wasted += u32::from(came);
        let standing = Standing {
            begun,
            ..self.standing
        };
        let poll = &self.client.spoken().poll;
        let pause = poll.next(Duration::ZERO, 0.0, self.client.jitter());
        let patience = Patience {
            max_retries: self.client.spoken().retry.max_retries,
            grace: poll.grace,
            longest: poll.deadline,
            // A look costs little; a whole file that is no good, much.
            pause: pause.saturating_mul(1 << self.wasted.min(4)),
        };
        let jitter = self.client.jitter();
        match delivery::next(&unopened.error, standing, &patience, jitter) {
            Next::GoOn(after) => {
                self.wasted = self.wasted.saturating_sub(1);
                self.standing.retries += 1;
                self.pause(after).await
            }
            Next::LookElsewhere => {
                self.address = None;
                self.failure = Some(self.more_telling(unopened));
                Ok(())
            }
            Next::LookAgain { after, asked } if self.may_pass => {
                self.standing.asked += asked;
                self.standing.retries = 0;
                self.pause(after).await?;
                self.begin_round();
                Ok(())
            }
            Next::LookAgain { .. } | Next::GiveUp => {
                let unopened = self.more_telling(unopened);
                Err(self.in_the_end(unopened.error))
            }
        }
    }

    /// The failure to tell of: that of an address where the file was to be, rather than that of
    /// an endpoint which the server may not have.
    fn more_telling(&mut self, unopened: Unopened) -> Unopened {
        let before = self.failure.take();
        let is_missing = |unopened: &Unopened| unopened.error.kind() == ErrorKind::NotFound;
        match before.filter(|before| is_missing(&unopened) && !is_missing(before)) {
            Some(before) => before,
            None => unopened,
        }
    }

    async fn pause(&self, after: Duration) -> Result<()> {
        let now = self.client.monotonic();
        let left = self.deadline.map(|deadline| deadline.saturating_sub(now));
        let host = &self.client.inner.host;
        host.sleep(left.map_or(after, |left| after.min(left))).await;
        match left.is_some_and(|left| left <= after) {
            true => Err(out_of_time(self.client)),
            false => Ok(()),
        }
    }

    fn begin_round(&mut self) {
        self.address = None;
        self.failure = None;
        self.may_pass = false;
        self.tried.clear();
        self.sources = match self.file {
            File::At(_) | File::Picture(_) => [Source::Known].into(),
            File::Of { .. } => [Source::Fresh, Source::Content, Source::Known].into(),
        };
    }

    /// The address to request now: the last one, or the next to try.
    async fn next_address(&mut self) -> Result<String, Unopened> {
        if let Some(address) = &self.address {
            return Ok(address.clone());
        }
        // A failed job has no file, wherever one looks.
        if let File::Of { job, .. } = self.file
            && let Some(error) = failure_of(job)
        {
            return Err(Unopened::finally(error));
        }
        while let Some(source) = self.sources.pop_front() {
            let found = match (source, self.file) {
                // The bytes stay where they are until they are read.
                (Source::Known, _) if self.inline().is_some() => Some(HELD.to_owned()),
                (Source::Known, _) => self.known().map(Into::into),
                (Source::Fresh, File::Of { job, index }) => match self.look(job, index).await {
                    Ok(fresh) => fresh,
                    Err(unopened) if unopened.hope == Hope::None => return Err(unopened),
                    Err(unopened) => {
                        self.may_pass |= unopened.hope == Hope::Passing;
                        self.failure.get_or_insert(unopened);
                        None
                    }
                },
                // A server that does not number its videos would send the first for any.
                (Source::Content, File::Of { job, index })
                    if job.kind == JobKind::Video && index < self.outputs.max(1) =>
                {
                    self.client.find_out().await?;
                    self.client.check_made(job).map_err(Unopened::finally)?;
                    self.client.adapter().output(self.client, job, index)?
                }
                (Source::Fresh | Source::Content, _) => None,
            };
            // An address that failed a moment ago is left for a later round.
            if let Some(address) = found.filter(|found| !self.tried.contains(found)) {
                self.standing.retries = 0;
                self.tried.push(address.clone());
                self.address = Some(address.clone());
                self.source = source;
                return Ok(address);
            }
        }
        Err(self.failure.take().unwrap_or_else(|| {
            let what = "the job is done, and the server names no address of its file";
            Error::new(ErrorKind::NotFound, what).into()
        }))
    }

    /// The address in the caller's job, or the caller's address.
    fn known(&self) -> Option<&'a str> {
        match self.file {
            File::Of { job, index } => address_of(job, index),
            File::At(url) | File::Picture(url) => Some(url),
        }
    }

    /// Reads the job once more, and returns the address that it now states.
    async fn look(&mut self, job: &Job, index: usize) -> Result<Option<String>, Unopened> {
        self.client.find_out().await?;
        self.client.check_made(job).map_err(Unopened::finally)?;
        let adapter = self.client.adapter();
        if !adapter.keeps_jobs() {
            return match self.known() {
                Some(_) => Ok(None),
                None => Err(Unopened::finally(keeps_no_jobs())),
            };
        }
        let seen = adapter.observe(self.client, &Asked::anywhere(job)).await;
        let was_done = job.status == JobStatus::Succeeded;
        let missing = || {
            let what = "the server shows no such job, neither in progress nor done";
            Error::new(ErrorKind::NotFound, what)
        };
        let not_found = |error| match was_done {
            true => Unopened::from(error),
            false => Unopened::not_here(error),
        };
        let mut now = match seen {
            Ok(Some(seen)) => seen.job,
            Ok(None) => return Err(not_found(missing())),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(not_found(unknown_job(job.dialect, error)));
            }
            Err(error) if delivery::is_final(error.kind()) => return Err(Unopened::finally(error)),
            Err(error) => return Err(error.into()),
        };
        if let Some(error) = failure_of(&now) {
            return Err(Unopened::finally(error));
        }
        if now.status == JobStatus::Succeeded {
            check_index(&now, index).map_err(Unopened::finally)?;
            self.outputs = now.videos.len();
            if let Some(address) = address_of(&now, index) {
                return Ok(Some(address.to_owned()));
            }
            self.held = match now.kind {
                JobKind::Video => take_embedded(&mut now.raw, index),
                JobKind::Image => None,
            };
            return Ok(self.held.as_ref().map(|_| HELD.to_owned()));
        }
        // Its state word may hide that it is done; the file's completeness tells.
        if now.has_unknown_status() && looks_done(&now) && !adapter.serves_unfinished(self.client) {
            return Ok(stated_by_unfinished(self.client, &now));
        }
        let what = format!("the job is not done: it stands at {:.0} %", now.progress);
        let error = Error::new(ErrorKind::NotReady, what);
        Err(match was_done {
            true => error.into(),
            false => Unopened::finally(error),
        })
    }

    /// Marks failures that waiting will not cure, such as a file missing from the
    /// caller's own address.
    fn known_to_be_missing(&mut self, unopened: Unopened) -> Unopened {
        let status = unopened.error.status();
        let gone = status.is_some_and(|status| {
            (400..500).contains(&status) && !matches!(status, 408 | 409 | 425 | 429)
        });
        match self.file {
            File::At(_) if gone && unopened.hope == Hope::Passing => {
                Unopened::not_here(unopened.error)
            }
            // What the API itself says of this credential, at its own endpoint, it will say
            // again. A refusal by a file's address only says that this address is refused.
            _ if unopened.hope == Hope::Passing
                && self.source == Source::Content
                && unopened.error.is_stated()
                && delivery::is_final(unopened.error.kind()) =>
            {
                // As with polls, once may be a hiccup.
                match std::mem::replace(&mut self.is_refused, true) {
                    true => Unopened::not_here(unopened.error),
                    false => unopened,
                }
            }
            _ => unopened,
        }
    }

    /// Refuses a file that is not of the wanted kind.
    fn check_head(&self, stream: &MediaStream, head: &[u8]) -> Result<(), Unopened> {
        let found = MediaType::sniff(head);
        if found.is_some_and(|found| self.wants(found)) {
            return Ok(());
        }
        if let Some(broken) = stream.broken().filter(|_| found.is_none()) {
            return Err(broken.into());
        }
        // Some servers say by a status alone that it is being made.
        if stream.is_pending() && found.is_none() {
            let what = "the file is not ready yet";
            let error = Error::new(ErrorKind::NotReady, what);
            return Err(match stream.retry_after {
                Some(after) => error.with_retry_after(after).into(),
                None => error.into(),
            });
        }
        Err(self.not_wanted(head).into())
    }

    /// True if a file of this type is wanted.
    pub(crate) fn wants(&self, found: MediaType) -> bool {
        match self.file {
            File::Of { job, .. } => found.is_video() == (job.kind == JobKind::Video),
            File::At(_) => true,
            File::Picture(_) => !found.is_video(),
        }
    }

    /// The reason that these first bytes are not the file, with the server's words if it
    /// sent any.
    pub(crate) fn not_wanted(&self, head: &[u8]) -> Error {
        let wanted = match self.file {
            File::Of { job, .. } if job.kind == JobKind::Video => "a video",
            File::Of { .. } | File::Picture(_) => "an image",
            File::At(_) => "an image or a video",
        };
        let found = match MediaType::sniff(head) {
            Some(media_type) => media_type.to_string(),
            None => NotMedia::sniff(head).to_string(),
        };
        let (status, headers) = (http::StatusCode::OK, http::HeaderMap::new());
        let reply = crate::api::Reply::new(status, headers, head.to_vec());
        let what = match crate::api::refusal(&reply) {
            Some(refusal) => {
                let words = refusal.reason();
                format!("the server sent an error instead of {wanted}: {words}")
            }
            None => format!("the server sent {found} instead of {wanted}"),
        };
        Error::new(ErrorKind::UnexpectedResponse, what)
    }

    /// The error with which a delivery gives up. A finished job does not continue; its file
    /// can be requested again.
    fn in_the_end(&self, error: Error) -> Error {
        match (self.file, error.kind()) {
            (File::Of { job, index }, _) if !self.client.adapter().keeps_jobs() => match address_of(
                job, index,
            )
            .filter(|url| !is_data(url))
            {
                Some(url) => error.with_hint(format!(
                    "The job is done, and this server keeps no jobs: its file is at {}, where it \
                         may be had later.",
                    unsigned(url)
                )),
                None => error,
            },
            (
                File::Of { job, .. },
                ErrorKind::NotFound
                | ErrorKind::NotReady
                | ErrorKind::Server
                | ErrorKind::BadRequest,
            ) if job.status == JobStatus::Succeeded => error.with_hint(
                "The job is done, and its file cannot be had now: download it again later, by the \
                 job's id.",
            ),
            (File::Of { job, .. }, ErrorKind::NotFound) => unknown_job(job.dialect, error),
            _ => error,
        }
    }
}

/// Stands for the address of a file that is held in memory.
const HELD: &str = "data:";

/// The error of an answer with a part of the file that was not requested.
pub(crate) fn unasked() -> Error {
    Error::new(
        ErrorKind::UnexpectedResponse,
        "the server answers another range than was asked for",
    )
}
