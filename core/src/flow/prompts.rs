//! Prompts, on every dialect that enhances them.

use crate::api::sora::ModelName;
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
    /// Works a prompt out in more detail, and returns the new one.
    pub async fn enhance(&self, request: EnhanceRequest) -> Result<String> {
        let asked = async {
            self.client.require(Feature::EnhancePrompt).await?;
            if request.prompt.trim().is_empty() {
                return Err(Error::invalid("prompt", "must not be empty"));
            }
            let request = named(request)?;
            self.client.adapter().enhance(&self.client, request).await
        };
        asked.await.map_err(|error| error.on("prompts.enhance"))
    }
}

/// The request with what its model's name says, which must agree with its options.
fn named(mut request: EnhanceRequest) -> Result<EnhanceRequest> {
    let Some(name) = request.model.take() else {
        return Ok(request);
    };
    let Ok(ModelName::Prompt { level, seconds }) = name.parse() else {
        return Err(Error::invalid(
            "model",
            format!("must be one such as `prompt-enhance-medium-15s`, not `{name}`"),
        ));
    };
    for (field, differs) in [
        ("level", request.level.is_some_and(|asked| asked != level)),
        (
            "duration",
            request.duration.is_some_and(|asked| asked != seconds),
        ),
    ] {
        if differs {
            return Err(Error::invalid(
                field,
                format!(
                    "is another one than the model's name `{name}` says: leave one of them out"
                ),
            ));
        }
    }
    request.level = Some(level);
    request.duration = Some(seconds);
    Ok(request)
}
