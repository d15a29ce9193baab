//! The same client without async: each call blocks the calling thread.

mod resources;
mod videos;
mod wait;

use std::path::Path;

use crate::api::{EventOperation, Operation, Paged};
use crate::client::{ByteRange, Client};
use crate::flow::Download;
use crate::model::Result;
use bytes::Bytes;

use crate::options::Options;
use crate::policy::detect::Detection;

pub use resources::{
    BlockingAccount, BlockingCameos, BlockingCharacters, BlockingImages, BlockingModels,
    BlockingPrompts,
};
pub use videos::BlockingVideos;
pub use wait::Blocking;
use wait::{chunks, wait};

/// A client whose calls block. It drives the very futures of [`Client`].
///
/// ```no_run
/// use sorakit::{BlockingClient, Options, VideoRequest};
///
/// # fn main() -> sorakit::Result<()> {
/// let client = BlockingClient::new(Options::default())?;
/// let job = client.videos().generate(VideoRequest::new("a cat in the snow"))?;
/// client.videos().download(&job, "cat.mp4")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct BlockingClient {
    client: Client,
}

impl BlockingClient {
    /// A client with these options, completed from the environment.
    pub fn new(options: Options) -> Result<Self> {
        Client::new(options).map(Self::from)
    }

    /// The dialect that a server speaks; see [`Client::detect`].
    pub fn detect(options: Options) -> Result<Detection> {
        wait(Client::detect(options))
    }

    /// The async client that it drives.
    pub fn inner(&self) -> &Client {
        &self.client
    }

    /// Waits for a future of the async client, for what has no blocking form here.
    ///
    /// ```no_run
    /// # fn example(client: sorakit::BlockingClient) -> sorakit::Result<()> {
    /// client.run(client.inner().admin_logout())?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        wait(future)
    }

    /// Makes one call of any operation.
    pub fn call<O: Operation>(&self, operation: O) -> Result<O::Output> {
        wait(self.client.call(operation))
    }

    /// Makes one call, and gives what its answer says piece by piece; see
    /// [`Client::stream`].
    pub fn stream<O: EventOperation>(&self, operation: O) -> Blocking<Result<O::Event>> {
        Blocking::new(self.client.stream(operation))
    }

    /// Everything on a list, page by page as it is asked for; see
    /// [`Client::items`].
    pub fn items<O: Paged>(&self, operation: O) -> Blocking<Result<O::Item>>
    where
        O::Item: 'static,
    {
        Blocking::new(self.client.items(operation))
    }

    /// Downloads the picture or video at an address; see [`Client::download`].
    pub fn download(&self, url: &str, path: impl AsRef<Path>) -> Result<Download> {
        wait(self.client.download(url, path))
    }

    /// Opens the picture or video at an address; see [`Client::open_address`].
    pub fn open_address(&self, url: &str) -> Result<Blocking<Result<Bytes>>> {
        wait(self.client.open_address(url)).map(chunks)
    }

    /// Opens a range of what is at an address.
    pub fn open_address_range(
        &self,
        url: &str,
        range: ByteRange,
    ) -> Result<Blocking<Result<Bytes>>> {
        wait(self.client.open_address_range(url, range)).map(chunks)
    }

    /// Videos, on whichever dialect the server speaks.
    pub fn videos(&self) -> BlockingVideos {
        BlockingVideos(self.client.videos())
    }

    /// Images.
    pub fn images(&self) -> BlockingImages {
        BlockingImages(self.client.images())
    }

    /// Characters.
    pub fn characters(&self) -> BlockingCharacters {
        BlockingCharacters(self.client.characters())
    }

    /// Characters on the native backend, step by step.
    pub fn cameos(&self) -> BlockingCameos {
        BlockingCameos(self.client.cameos())
    }

    /// Prompts.
    pub fn prompts(&self) -> BlockingPrompts {
        BlockingPrompts(self.client.prompts())
    }

    /// The account: what it may still make.
    pub fn account(&self) -> BlockingAccount {
        BlockingAccount(self.client.account())
    }

    /// The models that can be asked for.
    pub fn models(&self) -> BlockingModels {
        BlockingModels(self.client.models())
    }
}

impl From<Client> for BlockingClient {
    fn from(client: Client) -> Self {
        Self { client }
    }
}
