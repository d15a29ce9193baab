//! `sora.sentinel.request`: the Sentinel challenge (`docs/wire/sora.md` §2.1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::{Auth, Body, Context, Meta, Operation, Reply, Service, context_header, failure};
use crate::model::{Dialect, Error, ErrorKind, Result};

/// Asks for a Sentinel challenge, to be solved for one creation or publication.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestSentinel {
    /// The first proof of work: `gAAAAAC` and the answer for a random seed with
    /// difficulty `0fffff`.
    pub p: String,
    /// The request's id, a UUID. Public clients send the device id.
    pub id: String,
    /// The purpose of the challenge, such as `sora_init`. Servers accept other words too
    /// (`docs/wire/sora.md` §2.4).
    pub flow: String,
}

/// A Sentinel challenge.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SentinelChallenge {
    /// The challenge's own token, sent back as `c`.
    #[serde(default)]
    pub token: String,
    /// The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back.
    #[serde(default)]
    pub turnstile: Option<Turnstile>,
    /// The proof of work that is required. Absent means none.
    #[serde(default)]
    pub proofofwork: Option<ProofOfWork>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The Turnstile part of a challenge.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Turnstile {
    /// The value that is sent back as `t`.
    #[serde(default)]
    pub dx: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The proof of work of a challenge.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ProofOfWork {
    /// True if the proof of work is required.
    #[serde(default, deserialize_with = "crate::api::lenient::flag")]
    pub required: bool,
    /// The seed that is hashed before the answer.
    #[serde(default)]
    pub seed: Option<String>,
    /// The bound for the first bytes of the hash, in hexadecimal.
    #[serde(default)]
    pub difficulty: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Operation for RequestSentinel {
    type Output = SentinelChallenge;

    // Asking for a challenge changes nothing.
    const META: Meta = Meta::post(
        "sora.sentinel.request",
        Dialect::Sora,
        "/backend-api/sentinel/req",
    )
    .at(Service::Sentinel)
    .auth(Auth::None)
    .repeatable()
    .source("docs/wire/sora.md §2.1");

    /// Recommends `sentinel_proxy` when a CDN blocks this service alone.
    fn failure(reply: &Reply) -> Error {
        let error = failure(reply);
        match error.kind() {
            ErrorKind::Blocked => error.with_hint(
                "A CDN stands before the Sentinel service. The credential is not at fault: send \
                 these requests another way with `sentinel_proxy`.",
            ),
            _ => error,
        }
    }

    fn check(&self) -> Result<()> {
        if !self.p.starts_with("gAAAAAC") {
            return Err(Error::invalid("p", "must start with `gAAAAAC`"));
        }
        Ok(())
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        let body = json!({ "p": self.p, "id": self.id, "flow": self.flow });
        let mut request = context.request_with(self, &body)?;
        let origin = super::headers::SENTINEL_ORIGIN;
        let profile = context.profile;
        // The document's User-Agent is the browser's with the request after it.
        let agent = format!("{} {body}", profile.user_agent);
        let headers = request.headers_mut();
        for (name, value) in [
            ("accept", "*/*"),
            ("content-type", "text/plain;charset=UTF-8"),
            ("origin", origin),
            (
                "referer",
                &format!("{origin}/backend-api/sentinel/frame.html"),
            ),
            ("user-agent", &agent),
            ("sec-ch-ua", &profile.sec_ch_ua),
            ("sec-ch-ua-mobile", &profile.sec_ch_ua_mobile),
            ("sec-ch-ua-platform", &profile.sec_ch_ua_platform),
        ] {
            // Browsers that are not built on Chromium have no `sec-ch-ua`.
            if !value.is_empty() {
                headers.insert(name, context_header(name, value)?);
            }
        }
        Ok(request)
    }
}
