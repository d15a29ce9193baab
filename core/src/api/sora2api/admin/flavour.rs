//! The admin interface of a gateway, one of two (docs/wire/sora2api.md §11.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::{Auth, Meta, Operation};
use crate::model::Dialect;

/// Asks the gateway for the description of its own interfaces. No credential is
/// needed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Describe {}

/// A gateway's description of its interfaces: an OpenAPI document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Described {
    /// The paths, with what each takes.
    #[serde(default)]
    pub paths: Map<String, Value>,
    /// The rest of the document.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The admin interface of a gateway. The two differ in how they handle many accounts at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AdminFlavour {
    /// The documented interface: `/api/tokens/batch-…`.
    Documented,
    /// The upstream gateway's interface: `/api/tokens/batch/…`.
    Upstream,
}

impl AdminFlavour {
    /// The flavour of a gateway that has these paths; `None` when they show
    /// neither.
    ///
    /// ```
    /// use sorakit::api::sora2api::admin::AdminFlavour;
    ///
    /// let paths = ["/v1/models", "/api/tokens/batch/enable-all"];
    /// assert_eq!(AdminFlavour::of_paths(paths), Some(AdminFlavour::Upstream));
    /// ```
    pub fn of_paths<'a>(paths: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        paths.into_iter().find_map(|path| {
            let rest = path.strip_prefix("/api/tokens/batch")?;
            match rest.chars().next() {
                Some('-') => Some(Self::Documented),
                Some('/') => Some(Self::Upstream),
                _ => None,
            }
        })
    }
}

impl Operation for Describe {
    type Output = Described;

    const META: Meta = Meta::get(
        "sora2api.server.describe",
        Dialect::Sora2api,
        "/openapi.json",
    )
    .auth(Auth::None)
    .source("docs/wire/sora2api.md §11.2");
}
