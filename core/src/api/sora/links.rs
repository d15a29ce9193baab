//! `sora.links.resolve`: a link service of the caller's own (`docs/wire/sora.md` §7.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Auth, Meta, Operation, Reply, Service, refusal};
use crate::model::{Dialect, Error, Result, Secret};

/// Asks the link service that the caller has configured (`links_url`) for the
/// address of a published video. sorakit knows of no such service and bundles
/// none; the account's credential does not go there.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolveLink {
    /// The post's page, `https://…/p/s_…`.
    pub url: String,
    /// The token of the link service.
    pub token: Secret,
}

/// The address of a published video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ResolvedLink {
    /// The video's address.
    pub download_link: String,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for ResolveLink {
    type Output = ResolvedLink;

    // A service may charge for each answer.
    const META: Meta = Meta::post("sora.links.resolve", Dialect::Sora, "/get-sora-link")
        .at(Service::Links)
        .auth(Auth::None)
        .source("docs/wire/sora.md §7.3");

    fn check(&self) -> Result<()> {
        if !self.url.starts_with("https://") && !self.url.starts_with("http://") {
            return Err(Error::invalid(
                "url",
                "must be the post's page, `https://…/p/s_…`",
            ));
        }
        if self.token.expose().is_empty() {
            return Err(Error::invalid("token", "must not be empty"));
        }
        Ok(())
    }

    // Real services answer an error with status 200 (`docs/wire/sora.md` §7.3).
    fn decode(reply: &Reply) -> Result<ResolvedLink> {
        match refusal(reply) {
            Some(error) => Err(error),
            None => reply.json(),
        }
    }
}
