//! `sora.account.*`: the account's identity and subscriptions (`docs/wire/sora.md` §3.1, §3.2,
//! §3.5, §3.8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Done, UserProfile};
use crate::api::{Body, Context, Meta, Operation, Reply, Timestamp, lenient};
use crate::model::{Dialect, Result};

/// Reads the signed-in user.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetMe {}

/// The signed-in user. Any field may be absent.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Me {
    /// The e-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// The display name.
    #[serde(default)]
    pub name: Option<String>,
    /// The user name; absent until one is [set](super::SetUsername).
    #[serde(default)]
    pub username: Option<String>,
    /// The address of the picture.
    #[serde(default)]
    pub picture: Option<String>,
    /// The time at which the account was created.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub created_at: Option<Timestamp>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Reads the account's own profile, another source of its user name and invite code.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GetMyProfile {}

/// The account's own profile.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct MyProfile {
    /// The public profile.
    #[serde(default)]
    pub profile: UserProfile,
    /// Information that only the account itself sees, such as its invite code.
    #[serde(default)]
    pub my_info: Map<String, Value>,
    /// Fields that are not known.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Lists the account's subscriptions; none for a free account.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListSubscriptions {}

/// The account's subscriptions.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Subscriptions {
    /// The subscriptions.
    #[serde(default, deserialize_with = "lenient::list")]
    pub data: Vec<Subscription>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A subscription.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Subscription {
    /// The plan that is subscribed to.
    #[serde(default)]
    pub plan: Plan,
    /// The end of the subscription. Servers write it as ISO time, or as a number of seconds or
    /// milliseconds, also in a string.
    #[serde(default, deserialize_with = "lenient::optional_time")]
    pub end_ts: Option<Timestamp>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
    /// it, `chatgptplusplan`. Others exist.
    #[serde(default)]
    pub id: Option<String>,
    /// The plan's name, such as `ChatGPT Plus`.
    #[serde(default)]
    pub title: Option<String>,
    /// Fields that the document does not name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Opens Sora 2 to an account that uses it for the first time.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bootstrap {}

/// Makes the call that the web application makes when it opens.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Initialize {}

impl Operation for GetMe {
    type Output = Me;

    const META: Meta =
        Meta::get("sora.account.me", Dialect::Sora, "/me").source("docs/wire/sora.md §3.1");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}

impl Operation for GetMyProfile {
    type Output = MyProfile;

    const META: Meta = Meta::get("sora.account.profile", Dialect::Sora, "/project_y/v2/me")
        .source("docs/wire/sora.md §3.8");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}

impl Operation for ListSubscriptions {
    type Output = Subscriptions;

    const META: Meta = Meta::get(
        "sora.account.subscriptions",
        Dialect::Sora,
        "/billing/subscriptions",
    )
    .source("docs/wire/sora.md §3.2");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }
}

impl Operation for Bootstrap {
    type Output = Done;

    const META: Meta = Meta::get("sora.account.bootstrap", Dialect::Sora, "/m/bootstrap")
        .source("docs/wire/sora.md §3.5");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Done> {
        Done::read(reply)
    }
}

impl Operation for Initialize {
    type Output = Done;

    // Opening the application twice is the same as once.
    const META: Meta = Meta::post(
        "sora.account.initialize",
        Dialect::Sora,
        "/project_y/initialize_async",
    )
    .repeatable()
    .source("docs/wire/sora.md §3.8");

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        super::headers::identify(context.request(self)?, context)
    }

    fn decode(reply: &Reply) -> Result<Done> {
        Done::read(reply)
    }
}
