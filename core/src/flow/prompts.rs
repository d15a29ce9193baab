//! Prompts, on every dialect that works on them.

use crate::client::Client;
use crate::model::{EnhanceRequest, Error, Feature, Result};

/// Works on prompts; see [`Client::prompts`].
#[derive(Clone)]
pub struct Prompts {
    client: Client,
}

impl Client {
    /// Prompts.
    pub fn prompts(&self) -> Prompts {
        Prompts {
            client: self.clone(),
        }
    }
}

impl Prompts {
    /// Works a prompt out in more detail, and answers the new one.
    pub async fn enhance(&self, request: EnhanceRequest) -> Result<String> {
        let dialect = self.client.dialect();
        let asked = async {
            dialect.require(Feature::EnhancePrompt)?;
            if request.prompt.trim().is_empty() {
                return Err(Error::invalid("prompt", "must not be empty"));
            }
            self.client.adapter().enhance(&self.client, request).await
        };
        asked.await.map_err(|error| error.on("prompts.enhance"))
    }
}
