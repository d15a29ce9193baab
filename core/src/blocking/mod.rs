//! The same client without async: each call blocks the calling thread.

mod resources;
mod videos;
mod wait;

use std::path::Path;

use crate::api::{EventOperation, Operation, Paged};
use crate::client::{self, ByteRange};
use crate::flow::Download;
use crate::model::Result;
use bytes::Bytes;

use crate::options::Options;
use crate::policy::detect::Detection;

pub use resources::{Account, Cameos, Characters, Images, Models, Prompts};
pub use videos::Videos;
pub use wait::Items;
use wait::{chunks, wait};

/// A client whose calls block. It drives the very futures of [`sorakit::Client`](crate::Client).
///
/// ```no_run
/// use sorakit::{Options, VideoRequest, blocking};
///
/// # fn main() -> sorakit::Result<()> {
/// let client = blocking::Client::new(Options::default())?;
/// let job = client.videos().generate(VideoRequest::new("a cat in the snow"))?;
/// client.videos().download(&job, "cat.mp4")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    client: client::Client,
}

impl Client {
    /// A client with these options, completed from the environment.
    pub fn new(options: Options) -> Result<Self> {
        client::Client::new(options).map(Self::from)
    }

    /// The dialect that a server speaks; see [`sorakit::Client::detect`](crate::Client::detect).
    pub fn detect(options: Options) -> Result<Detection> {
        wait(client::Client::detect(options))
    }

    /// The async client that it drives.
    pub fn inner(&self) -> &client::Client {
        &self.client
    }

    /// Waits for a future of the async client, for what has no blocking form here.
    ///
    /// ```no_run
    /// # fn example(client: sorakit::blocking::Client) -> sorakit::Result<()> {
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
    /// [`sorakit::Client::stream`](crate::Client::stream).
    pub fn stream<O: EventOperation>(&self, operation: O) -> Items<Result<O::Event>> {
        Items::new(self.client.stream(operation))
    }

    /// Everything on a list, page by page as it is asked for; see
    /// [`sorakit::Client::items`](crate::Client::items).
    pub fn items<O: Paged>(&self, operation: O) -> Items<Result<O::Item>>
    where
        O::Item: 'static,
    {
        Items::new(self.client.items(operation))
    }

    /// Downloads the picture or video at an address; see [`sorakit::Client::download`](crate::Client::download).
    pub fn download(&self, url: &str, path: impl AsRef<Path>) -> Result<Download> {
        wait(self.client.download(url, path))
    }

    /// Opens the picture or video at an address; see [`sorakit::Client::open_address`](crate::Client::open_address).
    pub fn open_address(&self, url: &str) -> Result<Items<Result<Bytes>>> {
        wait(self.client.open_address(url)).map(chunks)
    }

    /// Opens a range of what is at an address.
    pub fn open_address_range(&self, url: &str, range: ByteRange) -> Result<Items<Result<Bytes>>> {
        wait(self.client.open_address_range(url, range)).map(chunks)
    }

    /// Videos, on whichever dialect the server speaks.
    pub fn videos(&self) -> Videos {
        Videos(self.client.videos())
    }

    /// Images.
    pub fn images(&self) -> Images {
        Images(self.client.images())
    }

    /// Characters.
    pub fn characters(&self) -> Characters {
        Characters(self.client.characters())
    }

    /// Characters on the native backend, step by step.
    pub fn cameos(&self) -> Cameos {
        Cameos(self.client.cameos())
    }

    /// Prompts.
    pub fn prompts(&self) -> Prompts {
        Prompts(self.client.prompts())
    }

    /// The account: what it may still make.
    pub fn account(&self) -> Account {
        Account(self.client.account())
    }

    /// The models that can be asked for.
    pub fn models(&self) -> Models {
        Models(self.client.models())
    }
}

impl From<client::Client> for Client {
    fn from(client: client::Client) -> Self {
        Self { client }
    }
}
