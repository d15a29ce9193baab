//! The one interface on each dialect: one folder or file per dialect, and what they
//! share.

pub(crate) mod adapter;
mod agreement;
// A browser has no files to download to.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
pub(crate) mod delivery;
mod features;
mod given;
mod images_v1;
mod mirror;
mod openai;
mod relay;
mod skyriff;
mod sora;
mod sora2api;
pub(crate) mod stated;
mod videos_v1;

use crate::client::Client;
use crate::model::Dialect;
use adapter::Adapter;

pub use sora::{Cameo, CameoPlan, CameoStep, Cameos};

impl Client {
    /// The adapter of the server's dialect, made once for the client with its options.
    pub(crate) fn adapter(&self) -> &dyn Adapter {
        let slot = &self.inner.slots.adapter;
        &**slot.get(|| -> Box<dyn Adapter> {
            match self.dialect() {
                Dialect::Sora => Box::new(sora::Sora),
                Dialect::Mirror => Box::new(mirror::Mirror),
                Dialect::Sora2api => Box::new(sora2api::Sora2api::default()),
                Dialect::Skyriff => Box::new(skyriff::Skyriff),
                Dialect::Relay => Box::new(relay::Relay),
                Dialect::Openai => {
                    Box::new(openai::Openai::with(&self.inner.options, self.flavour()))
                }
            }
        })
    }
}
