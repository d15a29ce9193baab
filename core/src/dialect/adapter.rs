//! The interface through which flows reach a dialect.

use std::collections::HashMap;
use std::time::Duration;

use crate::api::Timestamp;
use crate::api::sora::{AcceptedInvite, Invite, Me, Subscriptions, Username};
use crate::client::Client;
use crate::model::{
    AccountQuota, Character, CharacterRequest, Dialect, EnhanceRequest, Error, ErrorKind, Feature,
    ImageRequest, Job, JobKind, MediaLink, ModelInfo, Page, PageRequest, Result, VideoRequest,
};
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};

/// The number of videos on a page that is searched for one whose answer was lost.
pub(crate) const NEWEST: u32 = 50;

/// The flows' view of a dialect. Each method maps onto the operations of `api/`.
///
/// The features that a request uses are checked against the table of [`Feature`]s before
/// any of these is called, so an adapter checks values alone. A method that the table
/// does not offer keeps its default.
pub(crate) trait Adapter: MaybeSend + MaybeSync {
    /// The dialect.
    fn dialect(&self) -> Dialect;

    /// Creates a video, uploading what it needs, or a new version of one when
    /// `request.remix` is given.
    fn create<'a>(
        &'a self,
        client: &'a Client,
        request: VideoRequest,
    ) -> BoxFuture<'a, Result<Job>>;

    /// Polls one job with a request of its own.
    fn observe<'a>(&'a self, client: &'a Client, job: &'a Asked) -> BoxFuture<'a, Outcome>;

    /// Completes when a job has ended, where this process is told of it; never for a job
    /// that has to be polled.
    fn ended<'a>(&'a self, _: &'a Client, _: &'a JobKey) -> BoxFuture<'a, ()> {
        Box::pin(std::future::pending())
    }

    /// Tells when a list serves several jobs at once.
    fn lists(&self) -> Lists {
        Lists::Never
    }

    /// Polls these jobs by a list that serves all of them at once, where
    /// [`lists`](Self::lists) says that there is one. A job that the list does not show is
    /// absent, and has to be polled on its own. An error is the list's, not a job's.
    fn observe_all<'a>(
        &'a self,
        _: &'a Client,
        _: &'a [Asked],
    ) -> BoxFuture<'a, Result<HashMap<JobKey, Outcome>>> {
        Box::pin(async { Ok(HashMap::new()) })
    }

    /// The dialect's own address of a job's video, if it has one; the address that the job
    /// states is in what [`observe`](Self::observe) returns.
    fn content(&self, _: &Client, _id: &str) -> Result<Option<String>> {
        Ok(None)
    }

    /// The dialect's own address of one of a job's videos, counted from 0. Where a dialect
    /// numbers none, the first has the address of the job.
    fn output(&self, client: &Client, job: &Job, index: usize) -> Result<Option<String>> {
        match index {
            0 => self.content(client, &job.id),
            _ => Ok(None),
        }
    }

    /// True if a job can be asked after by its id. Otherwise the answer to its creation is all
    /// there is of it.
    fn keeps_jobs(&self) -> bool {
        true
    }

    /// True if the server hands out files that are still being written, so that a file
    /// proves nothing about its job (FastVideo does, which answers as `openai`).
    fn serves_unfinished(&self, _: &Client) -> bool {
        false
    }

    /// Lists the account's videos, newest first.
    fn list<'a>(&'a self, _: &'a Client, _: PageRequest) -> BoxFuture<'a, Result<Page<Job>>> {
        refuse(self.dialect(), Feature::ListVideos)
    }

    /// Lists the account's newest videos, including those in progress, each under the id
    /// that its creation's answer would have had; from `cursor` on, the older ones.
    fn newest<'a>(
        &'a self,
        client: &'a Client,
        cursor: Option<String>,
    ) -> BoxFuture<'a, Result<Page<Job>>> {
        let limit = Some(NEWEST);
        self.list(client, PageRequest { limit, cursor })
    }

    /// Deletes a video.
    fn delete<'a>(&'a self, _: &'a Client, _: &'a str) -> BoxFuture<'a, Result<()>> {
        refuse(self.dialect(), Feature::DeleteVideo)
    }

    /// Stops a video that is being made.
    fn cancel<'a>(&'a self, _: &'a Client, _: &'a str) -> BoxFuture<'a, Result<()>> {
        refuse(self.dialect(), Feature::CancelVideo)
    }

    /// Begins images, or makes them at once; the job says which.
    fn create_images<'a>(&'a self, _: &'a Client, _: ImageRequest) -> BoxFuture<'a, Result<Job>> {
        refuse(self.dialect(), Feature::GenerateImages)
    }

    /// Makes a character.
    fn create_character<'a>(
        &'a self,
        _: &'a Client,
        _: CharacterRequest,
    ) -> BoxFuture<'a, Result<Character>> {
        refuse(self.dialect(), Feature::CreateCharacter)
    }

    /// Reads a character.
    fn get_character<'a>(&'a self, _: &'a Client, _: &'a str) -> BoxFuture<'a, Result<Character>> {
        refuse(self.dialect(), Feature::GetCharacter)
    }

    /// Searches for characters by user name.
    fn search_characters<'a>(
        &'a self,
        _: &'a Client,
        _: &'a str,
        _: PageRequest,
    ) -> BoxFuture<'a, Result<Page<Character>>> {
        refuse(self.dialect(), Feature::SearchCharacters)
    }

    /// Deletes a character.
    fn delete_character<'a>(&'a self, _: &'a Client, _: &'a str) -> BoxFuture<'a, Result<()>> {
        refuse(self.dialect(), Feature::DeleteCharacter)
    }

    /// Enhances a prompt.
    fn enhance<'a>(&'a self, _: &'a Client, _: EnhanceRequest) -> BoxFuture<'a, Result<String>> {
        refuse(self.dialect(), Feature::EnhancePrompt)
    }

    /// Returns the account's remaining quota.
    fn quota<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<AccountQuota>> {
        refuse(self.dialect(), Feature::Quota)
    }

    /// Publishes the video of a job, and answers the published work as a job that is
    /// done, under the id of the post.
    fn publish<'a>(
        &'a self,
        _: &'a Client,
        _id: &'a str,
        _text: String,
    ) -> BoxFuture<'a, Result<Job>> {
        refuse(self.dialect(), Feature::PublishVideo)
    }

    /// Takes a published work back.
    fn unpublish<'a>(&'a self, _: &'a Client, _id: &'a str) -> BoxFuture<'a, Result<()>> {
        refuse(self.dialect(), Feature::UnpublishVideo)
    }

    /// The link of a published work by the caller's own link service.
    fn link<'a>(&'a self, _: &'a Client, _id: &'a str) -> BoxFuture<'a, Result<MediaLink>> {
        refuse(self.dialect(), Feature::LinkVideo)
    }

    /// The person who is signed in.
    fn me<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Me>> {
        refuse(self.dialect(), Feature::Me)
    }

    /// The account's subscriptions.
    fn subscriptions<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Subscriptions>> {
        refuse(self.dialect(), Feature::Subscriptions)
    }

    /// The account's invite code.
    fn invites<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Invite>> {
        refuse(self.dialect(), Feature::Invites)
    }

    /// Accepts somebody's invite code.
    fn accept_invite<'a>(
        &'a self,
        _: &'a Client,
        _code: String,
    ) -> BoxFuture<'a, Result<AcceptedInvite>> {
        refuse(self.dialect(), Feature::AcceptInvite)
    }

    /// True if a user name is free.
    fn username_available<'a>(
        &'a self,
        _: &'a Client,
        _name: String,
    ) -> BoxFuture<'a, Result<bool>> {
        refuse(self.dialect(), Feature::UsernameAvailable)
    }

    /// The account's user name, which is set where one is given.
    fn username<'a>(
        &'a self,
        _: &'a Client,
        _name: Option<String>,
    ) -> BoxFuture<'a, Result<Username>> {
        refuse(self.dialect(), Feature::Username)
    }

    /// Opens Sora 2 for the account.
    fn bootstrap<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<()>> {
        refuse(self.dialect(), Feature::Bootstrap)
    }

    /// The models: the server's list, or the documented ones where it has none.
    fn models<'a>(&'a self, _: &'a Client) -> BoxFuture<'a, Result<Vec<ModelInfo>>> {
        refuse(self.dialect(), Feature::ListModels)
    }
}

fn refuse<'a, T: Send + 'a>(dialect: Dialect, feature: Feature) -> BoxFuture<'a, Result<T>> {
    // Only if table and adapter disagree, which the tests look for.
    let what = format!(
        "the dialect `{dialect}` does not offer `{}`",
        feature.as_str()
    );
    let refused = Error::new(ErrorKind::Unsupported, what).with_field(feature.as_str());
    Box::pin(async move { Err(refused) })
}

/// The cases in which a list serves several jobs at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lists {
    /// The dialect has no list.
    Never,
    /// The list serves several jobs; a single one is polled on its own.
    Several,
    /// Jobs are known only by lists.
    Always,
}

/// The outcome of polling one job: the job's current state, `None` when the server does
/// not show it without saying that it does not exist, or the reason that it is unknown.
/// [`NotFound`](crate::ErrorKind::NotFound) is the server's word that the job does not
/// exist. No job's outcome says anything about another's.
pub(crate) type Outcome = Result<Option<Seen>>;

/// A job as an answer shows it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) job: Job,
    /// The time that the server asks to wait before the next poll.
    pub(crate) again_after: Option<Duration>,
}

impl From<Job> for Seen {
    fn from(job: Job) -> Self {
        Self {
            job,
            again_after: None,
        }
    }
}

/// A job as the watcher knows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct JobKey {
    pub(crate) kind: JobKind,
    pub(crate) id: String,
}

impl From<&Job> for JobKey {
    fn from(job: &Job) -> Self {
        Self {
            kind: job.kind,
            id: job.id.clone(),
        }
    }
}

/// A job to poll.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) key: JobKey,
    /// The time of its creation, if known: nothing older contains it.
    pub(crate) created_at: Option<Timestamp>,
    /// Looks further back than among the newest, where a dialect has only lists.
    pub(crate) far_back: bool,
}

impl Asked {
    /// Polls a job wherever it may be.
    pub(crate) fn anywhere(job: &Job) -> Self {
        Self {
            key: JobKey::from(job),
            created_at: job.created_at,
            far_back: true,
        }
    }

    /// Polls a job that other waits look for too, or that is in progress.
    pub(crate) fn among_newest(key: JobKey) -> Self {
        Self {
            key,
            created_at: None,
            far_back: false,
        }
    }
}
