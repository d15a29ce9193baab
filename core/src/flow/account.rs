//! The account's quota and models, on every dialect.

use crate::api::sora::{AcceptedInvite, Invite, Me, Subscriptions, Username};
use crate::client::Client;
use crate::model::{AccountQuota, Dialect, Error, ErrorKind, Feature, ModelInfo, Result};

/// Asks about the account; see [`Client::account`].
#[derive(Clone)]
pub struct Account {
    client: Client,
}

/// Asks about models; see [`Client::models`].
#[derive(Clone)]
pub struct Models {
    client: Client,
}

impl Client {
    /// The account: who it is, and what it may still make.
    pub fn account(&self) -> Account {
        Account {
            client: self.clone(),
        }
    }

    /// The models that the server offers.
    pub fn models(&self) -> Models {
        Models {
            client: self.clone(),
        }
    }
}

impl Account {
    /// Returns the account's remaining quota.
    pub async fn quota(&self) -> Result<AccountQuota> {
        let asked = async {
            self.client.require(Feature::Quota).await?;
            self.client.adapter().quota(&self.client).await
        };
        asked.await.map_err(|error| error.on("account.quota"))
    }
}

/// A call of the account: refused where the dialect lacks it, and named in errors.
macro_rules! asked {
    ($account:ident, $feature:ident, $adapter:ident => $call:expr) => {{
        let asked = async {
            $account.client.require(Feature::$feature).await?;
            let $adapter = $account.client.adapter();
            $call.await
        };
        asked
            .await
            .map_err(|error: Error| error.on(Feature::$feature.as_str()))
    }};
}

impl Account {
    /// Returns the person who is signed in.
    pub async fn me(&self) -> Result<Me> {
        asked!(self, Me, adapter => adapter.me(&self.client))
    }

    /// The account's subscriptions; none for a free account.
    pub async fn subscriptions(&self) -> Result<Subscriptions> {
        asked!(self, Subscriptions, adapter => adapter.subscriptions(&self.client))
    }

    /// An invite code that can be given away: the account's own, or on a gateway that
    /// of one of its accounts.
    pub async fn invites(&self) -> Result<Invite> {
        asked!(self, Invites, adapter => adapter.invites(&self.client))
    }

    /// Accepts somebody's invite code. It is sent once.
    pub async fn accept_invite(&self, code: impl Into<String>) -> Result<AcceptedInvite> {
        let code = code.into();
        asked!(self, AcceptInvite, adapter => adapter.accept_invite(&self.client, code))
    }

    /// Returns true if a user name is free. It is given without `@`.
    pub async fn username_available(&self, name: impl Into<String>) -> Result<bool> {
        let name = name.into();
        asked!(self, UsernameAvailable, adapter => adapter.username_available(&self.client, name))
    }

    /// The account's user name. Where a name is given, without `@`, it is set, which
    /// publishing needs.
    pub async fn username(&self, name: Option<String>) -> Result<Username> {
        asked!(self, Username, adapter => adapter.username(&self.client, name))
    }

    /// Opens Sora 2 for an account that is new to it.
    pub async fn bootstrap(&self) -> Result<()> {
        asked!(self, Bootstrap, adapter => adapter.bootstrap(&self.client))
    }

    /// A Sentinel token for one creation or publication, with its proof of work: what
    /// goes into the header `openai-sentinel-token` of a request of your own.
    pub async fn sentinel_token(&self) -> Result<String> {
        let asked = async {
            self.client.find_out().await?;
            if self.client.dialect() != Dialect::Sora {
                let what = "only the dialect `sora` asks for a Sentinel token";
                return Err(Error::new(ErrorKind::Unsupported, what));
            }
            self.client.sentinel_token().await
        };
        asked
            .await
            .map_err(|error: Error| error.on("account.sentinel_token"))
    }
}

impl Models {
    /// Lists the models: the server's own list, or the documented ones where it has none.
    pub async fn list(&self) -> Result<Vec<ModelInfo>> {
        let asked = async {
            self.client.require(Feature::ListModels).await?;
            self.client.adapter().models(&self.client).await
        };
        asked.await.map_err(|error| error.on("models.list"))
    }
}
