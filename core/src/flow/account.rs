//! What an account may do, on every dialect.

use crate::client::Client;
use crate::model::{AccountQuota, Feature, ModelInfo, Result};

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
    /// The account: what it may still make.
    pub fn account(&self) -> Account {
        Account {
            client: self.clone(),
        }
    }

    /// The models that can be asked for.
    pub fn models(&self) -> Models {
        Models {
            client: self.clone(),
        }
    }
}

impl Account {
    /// What the account may still make.
    pub async fn quota(&self) -> Result<AccountQuota> {
        let dialect = self.client.dialect();
        let asked = async {
            dialect.require(Feature::Quota)?;
            self.client.adapter().quota(&self.client).await
        };
        asked.await.map_err(|error| error.on("account.quota"))
    }
}

impl Models {
    /// The models: the server's own list, or the documented ones where it has none.
    pub async fn list(&self) -> Result<Vec<ModelInfo>> {
        let dialect = self.client.dialect();
        let asked = async {
            dialect.require(Feature::ListModels)?;
            self.client.adapter().models(&self.client).await
        };
        asked.await.map_err(|error| error.on("models.list"))
    }
}
