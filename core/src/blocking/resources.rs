//! The blocking resources beside videos.

use std::path::Path;

use bytes::Bytes;

use super::wait::{Items, chunks, wait};
use crate::api::FileInput;
use crate::api::sora::Deleted;
use crate::client::ByteRange;
use crate::dialect::{self, Cameo, CameoPlan};
use crate::flow::{self, Download, WaitOptions};
use crate::model::{
    AccountQuota, Character, CharacterRequest, EnhanceRequest, ImageRequest, Job, ModelInfo, Page,
    PageRequest, Result,
};

/// Images, blocking; see [`sorakit::Images`](crate::Images) for each call.
#[derive(Clone)]
pub struct Images(pub(super) flow::Images);

impl Images {
    /// Begins images.
    pub fn create(&self, request: ImageRequest) -> Result<Job> {
        wait(self.0.create(request))
    }

    /// Returns a job's current state, by its id.
    pub fn get(&self, id: &str) -> Result<Job> {
        wait(self.0.get(id))
    }

    /// The job of this id.
    pub fn resume(&self, id: impl Into<String>) -> Job {
        self.0.resume(id)
    }

    /// Waits until a job has succeeded.
    pub fn wait(&self, job: &Job, options: WaitOptions) -> Result<Job> {
        wait(self.0.wait_with(job, options))
    }

    /// Creates images and waits until they are done.
    pub fn generate(&self, request: ImageRequest) -> Result<Job> {
        wait(self.0.generate(request))
    }

    /// Makes images from the request's own, and waits until they are done.
    pub fn edit(&self, request: ImageRequest) -> Result<Job> {
        wait(self.0.edit(request))
    }

    /// Downloads one of a finished job's images, counted from 0.
    pub fn download(&self, job: &Job, index: usize, path: impl AsRef<Path>) -> Result<Download> {
        wait(self.0.download(job, index, path))
    }

    /// Opens one of a finished job's images, counted from 0.
    pub fn open(&self, job: &Job, index: usize) -> Result<Items<Result<Bytes>>> {
        wait(self.0.open(job, index)).map(chunks)
    }

    /// Opens a range of one of a finished job's images, counted from 0.
    pub fn open_range(
        &self,
        job: &Job,
        index: usize,
        range: ByteRange,
    ) -> Result<Items<Result<Bytes>>> {
        wait(self.0.open_range(job, index, range)).map(chunks)
    }
}

/// Characters, blocking; see [`sorakit::Characters`](crate::Characters) for each call.
#[derive(Clone)]
pub struct Characters(pub(super) flow::Characters);

impl Characters {
    /// Makes a character, and waits until it can be used.
    pub fn create(&self, request: CharacterRequest) -> Result<Character> {
        wait(self.0.create(request))
    }

    /// A character by its id.
    pub fn get(&self, id: &str) -> Result<Character> {
        wait(self.0.get(id))
    }

    /// Characters whose username begins like this.
    pub fn search(&self, username: &str, page: PageRequest) -> Result<Page<Character>> {
        wait(self.0.search(username, page))
    }

    /// Deletes a character.
    pub fn delete(&self, id: &str) -> Result<()> {
        wait(self.0.delete(id))
    }
}

/// Characters on the native backend step by step, blocking; see [`sorakit::Cameos`](crate::Cameos) for each call.
#[derive(Clone)]
pub struct Cameos(pub(super) dialect::Cameos);

impl Cameos {
    /// Uploads a video from which a character is made.
    pub fn begin(&self, file: FileInput, timestamps: (f64, f64), plan: CameoPlan) -> Result<Cameo> {
        wait(self.0.begin(file, timestamps, plan))
    }

    /// Begins a character from a video of the account's own, by its generation.
    pub fn begin_from_generation(
        &self,
        generation_id: impl Into<String>,
        timestamps: (f64, f64),
        plan: CameoPlan,
    ) -> Result<Cameo> {
        wait(
            self.0
                .begin_from_generation(generation_id, timestamps, plan),
        )
    }

    /// Takes the next step, or looks once whether the processing is done.
    pub fn advance(&self, cameo: &mut Cameo) -> Result<()> {
        wait(self.0.advance(cameo))
    }

    /// Takes all the steps that are left.
    pub fn finish(&self, cameo: &mut Cameo) -> Result<()> {
        wait(self.0.finish(cameo))
    }

    /// Deletes a character. What is gone already is no error.
    pub fn delete(&self, character_id: impl Into<String>) -> Result<Deleted> {
        wait(self.0.delete(character_id))
    }
}

/// Prompts, blocking; see [`sorakit::Prompts`](crate::Prompts) for each call.
#[derive(Clone)]
pub struct Prompts(pub(super) flow::Prompts);

impl Prompts {
    /// A longer prompt made from a short one.
    pub fn enhance(&self, request: EnhanceRequest) -> Result<String> {
        wait(self.0.enhance(request))
    }
}

/// The account, blocking; see [`sorakit::Account`](crate::Account).
#[derive(Clone)]
pub struct Account(pub(super) flow::Account);

impl Account {
    /// Returns the account's remaining quota.
    pub fn quota(&self) -> Result<AccountQuota> {
        wait(self.0.quota())
    }
}

/// The models, blocking; see [`sorakit::Models`](crate::Models).
#[derive(Clone)]
pub struct Models(pub(super) flow::Models);

impl Models {
    /// The models that can be asked for.
    pub fn list(&self) -> Result<Vec<ModelInfo>> {
        wait(self.0.list())
    }
}
